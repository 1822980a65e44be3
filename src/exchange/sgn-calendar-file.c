/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-calendar-file.h"

#include <stdlib.h>
#include <string.h>

/* RFC 5545: iCalendar. */

#define LINE_OCTETS 75
#define EVENT "event"
#define TASK "task"

/* The file in the making, and what each entry carries. */
typedef struct {
  GString *text;
  char *stamp;
  gint64 sequence;
} Calendar;

void
sgn_calendar_entry_free (SgnCalendarEntry *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->note);
  g_free (self->day);
  g_free (self);
}

/* Where a line of at most @room octets ends without cutting a character. */
static gsize
find_end (const char *line, gsize room)
{
  gsize end = room;

  if (strlen (line) <= room)
    return strlen (line);
  while (end > 0 && ((guchar) line[end] & 0xC0) == 0x80)
    end--;
  return end;
}

/* Lines of more than 75 octets go on in the next one, after a space. */
static void
add_line (Calendar *self, const char *line)
{
  gsize end = find_end (line, LINE_OCTETS);

  g_string_append_len (self->text, line, (gssize) end);
  for (line += end; *line != '\0'; line += end) {
    end = find_end (line, LINE_OCTETS - 1);
    g_string_append (self->text, "\r\n ");
    g_string_append_len (self->text, line, (gssize) end);
  }
  g_string_append (self->text, "\r\n");
}

/* A text value: what has a meaning in the file is escaped, and nothing else ends a line. */
static char *
escape (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = value; *at != '\0'; at++) {
    if (*at == '\\' || *at == ';' || *at == ',')
      g_string_append_printf (text, "\\%c", *at);
    else if (*at == '\n')
      g_string_append (text, "\\n");
    else if ((guchar) *at >= 0x20 && *at != 0x7F)
      g_string_append_c (text, *at);
    else if (*at == '\t')
      g_string_append_c (text, ' ');
  }
  return g_strdup (text->str);
}

static void
add_text (Calendar *self, const char *name, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *escaped = escape (valid);
  g_autofree char *line = g_strconcat (name, ":", escaped, NULL);

  add_line (self, line);
}

/* 2026-12-18 and @later days: 20261218 */
static char *
dup_day (const char *date, guint later)
{
  GDate day;
  char text[] = "00000000";

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  g_date_add_days (&day, later);
  g_date_strftime (text, sizeof text, "%Y%m%d", &day);
  return g_strdup (text);
}

static void
add_day (Calendar *self, const char *name, const char *date, guint later)
{
  g_autofree char *day = dup_day (date, later);
  g_autofree char *line = g_strconcat (name, ";VALUE=DATE:", day, NULL);

  add_line (self, line);
}

/* The day and the task of one entry are two things to a calendar. */
static char *
dup_uid (const SgnCalendarEntry *entry, const char *part)
{
  g_autofree char *key = g_strconcat (part, "\n", entry->key, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_strdup_printf ("%.32s@sengen", digest);
}

static void
add_common (Calendar *self, const SgnCalendarEntry *entry, const char *part)
{
  g_autofree char *uid = dup_uid (entry, part);
  g_autofree char *sequence = g_strdup_printf ("SEQUENCE:%" G_GINT64_FORMAT, self->sequence);
  g_autofree char *stamp = g_strconcat ("DTSTAMP:", self->stamp, NULL);

  add_text (self, "UID", uid);
  add_line (self, stamp);
  add_line (self, sequence);
  add_text (self, "SUMMARY", entry->title);
  if (entry->note != NULL && *entry->note != '\0')
    add_text (self, "DESCRIPTION", entry->note);
}

/* A whole day, during which one is free for other things. */
static void
add_event (Calendar *self, const SgnCalendarEntry *entry)
{
  add_line (self, "BEGIN:VEVENT");
  add_common (self, entry, EVENT);
  add_day (self, "DTSTART", entry->day, 0);
  add_day (self, "DTEND", entry->day, 1);
  add_line (self, "TRANSP:TRANSPARENT");
  add_line (self, "END:VEVENT");
}

static void
add_task (Calendar *self, const SgnCalendarEntry *entry)
{
  add_line (self, "BEGIN:VTODO");
  add_common (self, entry, TASK);
  if (entry->day != NULL)
    add_day (self, "DUE", entry->day, 0);
  add_line (self, entry->begun ? "STATUS:IN-PROCESS" : "STATUS:NEEDS-ACTION");
  add_line (self, "END:VTODO");
}

/* 20261123T011500Z */
static char *
dup_stamp (const char *now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) universal = time != NULL ? g_date_time_to_utc (time) : NULL;

  return universal != NULL ? g_date_time_format (universal, "%Y%m%dT%H%M%SZ")
                           : g_strdup ("19700101T000000Z");
}

/**
 * sgn_calendar_file_write:
 * @entries: (element-type SgnCalendarEntry): what is in it
 * @name: what the calendar is called
 * @now: the time
 * @sequence: number of the newest event of the record
 *
 * Writes an iCalendar file (RFC 5545). A day is an event of the whole day, which every calendar
 * reads; a task is a task besides, for those that know tasks.
 *
 * Returns: (transfer full): the file
 */
GBytes *
sgn_calendar_file_write (GPtrArray *entries, const char *name, const char *now, gint64 sequence)
{
  g_autofree char *stamp = dup_stamp (now);
  Calendar calendar = { g_string_new (NULL), stamp, sequence };

  add_line (&calendar, "BEGIN:VCALENDAR");
  add_line (&calendar, "VERSION:2.0");
  add_line (&calendar, "PRODID:-//Sengen//Sengen//EN");
  add_line (&calendar, "CALSCALE:GREGORIAN");
  add_line (&calendar, "METHOD:PUBLISH");
  add_text (&calendar, "X-WR-CALNAME", name);
  for (guint i = 0; i < entries->len; i++) {
    const SgnCalendarEntry *entry = g_ptr_array_index (entries, i);

    if (entry->day != NULL)
      add_event (&calendar, entry);
    if (entry->task)
      add_task (&calendar, entry);
  }
  add_line (&calendar, "END:VCALENDAR");
  return g_string_free_to_bytes (calendar.text);
}
