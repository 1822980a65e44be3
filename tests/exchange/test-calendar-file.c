/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-calendar-file.h"

#include <string.h>

#define NOW "2026-11-23T10:15:00+09:00"

static void
add (GPtrArray *entries,
     const char *key,
     gboolean task,
     const char *title,
     const char *note,
     const char *day)
{
  SgnCalendarEntry *entry = g_new0 (SgnCalendarEntry, 1);

  entry->key = g_strdup (key);
  entry->task = task;
  entry->title = g_strdup (title);
  entry->note = g_strdup (note);
  entry->day = g_strdup (day);
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_calendar_entry_free);
}

static char *
write_text (GPtrArray *entries, gint64 sequence)
{
  g_autoptr (GBytes) bytes = sgn_calendar_file_write (entries, "計画", NOW, sequence);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (text, words, -1);

  return g_strv_length (parts) - 1;
}

static char *
unfold (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

static void
a_task_is_a_day_and_a_task (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autofree char *text = NULL;

  add (entries, "1", TRUE, "鍵を付ける", "自社診断 No.11", "2026-12-31");
  add (entries, "2", TRUE, "日のないもの", NULL, NULL);
  add (entries, "3", FALSE, "見直し", NULL, "2028-02-29");
  ((SgnCalendarEntry *) entries->pdata[1])->begun = TRUE;
  text = write_text (entries, 42);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  g_assert_true (g_str_has_suffix (text, "\r\nEND:VCALENDAR\r\n"));
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 2);
  g_assert_cmpuint (count (text, "END:VEVENT\r\n"), ==, 2);
  g_assert_cmpuint (count (text, "BEGIN:VTODO\r\n"), ==, 2);
  g_assert_cmpuint (count (text, "DTSTAMP:20261123T011500Z\r\n"), ==, 4);
  g_assert_cmpuint (count (text, "SEQUENCE:42\r\n"), ==, 4);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n"));
  g_assert_cmpuint (count (text, "DUE;VALUE=DATE:20261231\r\n"), ==, 1);
  g_assert_cmpuint (count (text, "STATUS:NEEDS-ACTION\r\n"), ==, 1);
  g_assert_cmpuint (count (text, "STATUS:IN-PROCESS\r\n"), ==, 1);
  g_assert_cmpuint (count (text, "DESCRIPTION:自社診断 No.11\r\n"), ==, 2);
}

static void
every_line_is_short_and_no_character_is_cut (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) title = g_string_new ("a");

  for (guint i = 0; i < 60; i++)
    g_string_append (title, i % 3 == 0 ? "𠮷" : "鍵");
  add (entries, "1", TRUE, title->str, NULL, "2026-12-31");
  text = write_text (entries, 1);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_cmpuint (strlen (lines[i]), <=, 75);
    g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    g_assert_null (strpbrk (lines[i], "\r\n"));
  }
  whole = unfold (text);
  g_assert_nonnull (strstr (whole, title->str));
}

static void
what_means_something_is_escaped (void)
{
  static const struct {
    const char *title;
    const char *line;
  } cases[] = {
    { "a;b,c", "SUMMARY:a\\;b\\,c\r\n" },
    { "C:\\work", "SUMMARY:C:\\\\work\r\n" },
    { "one\ntwo", "SUMMARY:one\\ntwo\r\n" },
    { "one\r\ntwo", "SUMMARY:one\\ntwo\r\n" },
    { "a\tb\x01\x7f", "SUMMARY:a b\r\n" },
    { "x\r\nEND:VCALENDAR", "SUMMARY:x\\nEND:VCALENDAR\r\n" },
    { "", "SUMMARY:\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) entries = new_entries ();
    g_autofree char *text = NULL;

    add (entries, "1", FALSE, cases[i].title, NULL, "2026-12-31");
    text = write_text (entries, 1);
    g_test_message ("%u", i);
    g_assert_nonnull (strstr (text, cases[i].line));
    g_assert_cmpuint (count (text, "\r\nEND:VCALENDAR\r\n"), ==, 1);
  }
}

/* What is written again replaces what was written before. */
static void
the_same_entry_keeps_its_name (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GPtrArray) later = new_entries ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_auto (GStrv) lines = NULL;
  guint uids = 0;

  add (entries, "task 1", TRUE, "鍵を付ける", NULL, "2026-12-31");
  add (later, "task 2", TRUE, "ほか", NULL, "2026-12-31");
  add (later, "task 1", TRUE, "鍵を二つ付ける", NULL, "2027-01-31");
  text = write_text (entries, 1);
  again = write_text (later, 2);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:")) {
      g_assert_cmpuint (count (text, lines[i]), ==, 1);
      g_assert_cmpuint (count (again, lines[i]), ==, 1);
      uids++;
    }
  g_assert_cmpuint (uids, ==, 2);
}

static void
nothing_is_an_empty_calendar (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autofree char *text = write_text (entries, 0);

  g_assert_null (strstr (text, "UID"));
  g_assert_nonnull (strstr (text, "X-WR-CALNAME:計画\r\nEND:VCALENDAR\r\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-file/a-task-is-a-day-and-a-task", a_task_is_a_day_and_a_task);
  g_test_add_func ("/calendar-file/every-line-is-short-and-no-character-is-cut",
                   every_line_is_short_and_no_character_is_cut);
  g_test_add_func ("/calendar-file/what-means-something-is-escaped",
                   what_means_something_is_escaped);
  g_test_add_func ("/calendar-file/the-same-entry-keeps-its-name", the_same_entry_keeps_its_name);
  g_test_add_func ("/calendar-file/nothing-is-an-empty-calendar", nothing_is_an_empty_calendar);

  return g_test_run ();
}
