/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_folder (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* The file as a copy shows it that was made while it was in use: with its log, or without. */
static void
copy_while_open (Place *place, gboolean with_log)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *log_bytes = NULL;
  gsize size = 0;
  gsize log_size = 0;

  fill_file (file);
  close_file (file);
  file = open_file (place, SGN_OPEN_WRITE);
  set_note (file, "SD-01", "ログの中");
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_size, NULL));
  close_file (file);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
  if (with_log)
    g_assert_true (g_file_set_contents (log, log_bytes, (gssize) log_size, NULL));
}

static void
assert_read_without_trace (Place *place, const char *note)
{
  g_autofree char *before = digest_file (place->path);
  g_autofree char *names = list_folder (place);
  g_autofree char *after = NULL;
  g_autofree char *names_after = NULL;
  g_autofree char *found = NULL;
  SgnCompanyFile *file = open_file (place, SGN_OPEN_READ);

  found = get_note (file, "SD-01");
  g_assert_cmpstr (found, ==, note);
  assert_verifies (file);
  close_file (file);
  after = digest_file (place->path);
  names_after = list_folder (place);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (names, ==, names_after);
}

static void
test_reading_leaves_a_closed_file_alone (Place *place, gconstpointer data)
{
  make_full_file (place);
  assert_read_without_trace (place, "自動更新にした");
}

static void
test_reading_leaves_an_open_copy_alone (Place *place, gconstpointer data)
{
  copy_while_open (place, TRUE);
  assert_read_without_trace (place, "ログの中");
}

static void
test_a_lost_log_is_said (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;

  copy_while_open (place, FALSE);
  assert_read_without_trace (place, "自動更新にした");
  file = open_file (place, SGN_OPEN_WRITE);
  g_assert_nonnull (strstr (sgn_company_file_get_notice (file), "not closed properly"));
  close_file (file);
}

static void
test_a_lost_log_in_a_folder_nobody_may_write (Place *place, gconstpointer data)
{
  copy_while_open (place, FALSE);
  become_ordinary (place);
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);
  assert_read_without_trace (place, "自動更新にした");
}

/* Reading goes on beside a writer, and sees what it wrote. */
static void
test_a_reader_beside_a_writer (Place *place, gconstpointer data)
{
  SgnCompanyFile *writer = NULL;
  SgnCompanyFile *reader = NULL;
  g_autofree char *note = NULL;

  make_full_file (place);
  writer = open_file (place, SGN_OPEN_WRITE);
  set_note (writer, "SD-01", "先");
  reader = open_file (place, SGN_OPEN_READ);
  set_note (writer, "SD-01", "後");
  note = get_note (reader, "SD-01");
  g_assert_cmpstr (note, ==, "後");
  close_file (reader);
  close_file (writer);
  assert_read_without_trace (place, "後");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reading/leaves-a-closed-file-alone", test_reading_leaves_a_closed_file_alone);
  ADD ("/reading/leaves-an-open-copy-alone", test_reading_leaves_an_open_copy_alone);
  ADD ("/reading/a-lost-log-is-said", test_a_lost_log_is_said);
  ADD ("/reading/a-lost-log-in-a-folder-nobody-may-write",
       test_a_lost_log_in_a_folder_nobody_may_write);
  ADD ("/reading/a-reader-beside-a-writer", test_a_reader_beside_a_writer);

  return g_test_run ();
}
