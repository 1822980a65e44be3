/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define BUDGET (G_GINT64_CONSTANT (1) << 40)

static SgnKept *
try_keep (Place *place, SgnCompanyFile *file, SgnKeepWhen when, gint64 budget, GError **error)
{
  g_autofree char *root = place_get (place, "backups");
  g_autofree char *now = sgn_clock_now (place->clock);
  const SgnBackupRule rule = { root, now, budget, when };

  return sgn_backup_keep (file, &rule, error);
}

static SgnKept *
keep (Place *place, SgnCompanyFile *file, SgnKeepWhen when)
{
  g_autoptr (GError) error = NULL;
  SgnKept *kept = try_keep (place, file, when, BUDGET, &error);

  g_assert_no_error (error);
  return kept;
}

/* What was kept, as the name of the file; NULL when nothing was. */
static char *
keep_name (Place *place, SgnCompanyFile *file, SgnKeepWhen when)
{
  g_autoptr (SgnKept) kept = keep (place, file, when);

  return kept->path != NULL ? g_path_get_basename (kept->path) : NULL;
}

static SgnBackupList *
list_backups (Place *place, SgnCompanyFile *file)
{
  g_autofree char *root = place_get (place, "backups");
  g_autoptr (GError) error = NULL;
  SgnBackupList *list = sgn_backup_list (root, file, place->path, FALSE, &error);

  g_assert_no_error (error);
  return list;
}

static void
set_time (Place *place, const char *time)
{
  sgn_clock_set_fixed (place->clock, time);
}

/* An act on a day. */
static void
write_on (Place *place, SgnCompanyFile *file, const char *day)
{
  g_autofree char *time = g_strconcat (day, "T10:00:00+09:00", NULL);

  set_time (place, time);
  set_note (file, "SD-01", day);
}

static SgnCompanyFile *
create_on (Place *place, const char *day)
{
  g_autofree char *time = g_strconcat (day, "T09:00:00+09:00", NULL);
  SgnCompanyFile *file;

  set_time (place, time);
  file = create_file (place);
  fill_file (file);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_COMPANY, "1", "{'name':'株式会社','sample':0}");
  return file;
}

static gint64
count_events (SgnCompanyFile *file)
{
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, NULL);

  return record->seq;
}

static void
test_a_copy_has_the_day_of_its_newest_entry (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *stem = g_path_get_basename (place->path);
  g_autofree char *expected = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (SgnKept) kept = NULL;
  GStatBuf info;

  set_time (place, "2026-11-23T10:00:00+09:00");
  kept = keep (place, file, SGN_KEEP_ON_OPENING);
  stem[strlen (stem) - strlen (".sengen")] = '\0';
  expected = g_strconcat (stem, "-2026-11-20.sengen", NULL);
  g_assert_true (g_str_has_suffix (kept->path, expected));
  g_assert_null (kept->remark);
  g_assert_cmpint (g_stat (kept->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  folder = g_path_get_dirname (kept->path);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  close_file (file);
}

static void
test_nothing_is_kept_twice (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *first = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *second = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *third = keep_name (place, file, SGN_KEEP_NOW);

  g_assert_nonnull (first);
  g_assert_null (second);
  g_assert_null (third);
  close_file (file);
}

static void
test_opening_waits_for_the_end_of_the_day (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *same_day = keep_name (place, file, SGN_KEEP_ON_OPENING);
  g_autofree char *next_day = NULL;
  g_autofree char *again = NULL;

  set_time (place, "2026-11-21T08:00:00+09:00");
  next_day = keep_name (place, file, SGN_KEEP_ON_OPENING);
  again = keep_name (place, file, SGN_KEEP_ON_OPENING);
  g_assert_null (same_day);
  g_assert_nonnull (next_day);
  g_assert_null (again);
  close_file (file);
}

static void
test_a_copy_of_the_same_day_is_replaced (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *first = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *second = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  const SgnBackup *backup;

  write_on (place, file, "2026-11-20");
  second = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_cmpstr (first, ==, second);
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 1);
  backup = g_ptr_array_index (list->backups, 0);
  g_assert_cmpint (backup->state, ==, SGN_BACKUP_GOOD);
  g_assert_cmpint (backup->contents->events, ==, count_events (file));
  g_assert_cmpstr (backup->date, ==, "2026-11-20");
  close_file (file);
}

/* After going back to an older state, the copies of what came after it are not replaced. */
static void
test_a_copy_that_says_more_is_not_replaced (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *copy = place_get (place, "copy.sengen");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (SgnBackupList) list = NULL;

  g_assert_true (sgn_company_file_backup (file, copy, NULL));
  write_on (place, file, "2026-11-20");
  first = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  close_file (file);
  g_assert_cmpint (g_rename (copy, place->path), ==, 0);
  file = open_file (place, SGN_OPEN_WRITE);
  set_note (file, "SD-01", "another way");
  second = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_str_has_suffix (second, "-2026-11-20-2.sengen"));
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 2);
  close_file (file);
}

static void
test_training_files_and_files_for_reading_are_left_alone (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *reading = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *sample = NULL;

  close_file (file);
  file = open_file (place, SGN_OPEN_READ);
  reading = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  asked = keep_name (place, file, SGN_KEEP_NOW);
  close_file (file);
  g_assert_null (reading);
  g_assert_nonnull (asked);

  file = open_file (place, SGN_OPEN_WRITE);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_COMPANY, "1", "{'name':'見本','sample':1}");
  sample = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  close_file (file);
  g_assert_null (sample);
}

static void
test_old_copies_go_by_the_rule (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-10-30");
  g_autoptr (SgnBackupList) list = NULL;
  const SgnBackup *oldest;

  for (int day = 1; day <= 14; day++) {
    g_autofree char *date = g_strdup_printf ("2026-11-%02d", day);
    g_autofree char *name = keep_name (place, file, SGN_KEEP_ON_CLOSING);

    g_assert_nonnull (name);
    write_on (place, file, date);
  }
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 11);
  oldest = g_ptr_array_index (list->backups, 10);
  g_assert_cmpstr (oldest->date, ==, "2026-10-30");
  close_file (file);
}

static void
test_two_copies_stay_without_room (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-01");
  g_autoptr (SgnBackupList) list = NULL;

  for (int day = 2; day <= 5; day++) {
    g_autofree char *date = g_strdup_printf ("2026-11-%02d", day);
    g_autoptr (SgnKept) kept = try_keep (place, file, SGN_KEEP_ON_CLOSING, 1, NULL);

    g_assert_nonnull (kept->path);
    write_on (place, file, date);
  }
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 2);
  close_file (file);
}

/* The newest copy has an earlier date than the others, and stays. */
static void
test_a_clock_gone_back_loses_no_copy (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *first = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *second = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  const SgnBackup *newest;

  write_on (place, file, "2000-01-01");
  set_time (place, "2000-01-02T08:00:00+09:00");
  second = keep_name (place, file, SGN_KEEP_ON_OPENING);
  g_assert_nonnull (first);
  g_assert_true (g_str_has_suffix (second, "-2000-01-01.sengen"));
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 2);
  newest = g_ptr_array_index (list->backups, 0);
  g_assert_cmpstr (newest->date, ==, "2000-01-01");
  close_file (file);
}

static void
test_what_is_remembered_can_be_lost (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autoptr (SgnKept) kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *folder = g_path_get_dirname (kept->path);
  g_autofree char *index = g_build_filename (folder, "backups.json", NULL);
  g_autofree char *name = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  const SgnBackup *backup;

  g_assert_true (g_file_set_contents (index, "{", -1, NULL));
  name = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_null (name);
  list = list_backups (place, file);
  g_assert_cmpuint (list->backups->len, ==, 1);
  backup = g_ptr_array_index (list->backups, 0);
  g_assert_cmpint (backup->state, ==, SGN_BACKUP_GOOD);
  g_assert_cmpint (backup->contents->events, ==, count_events (file));
  close_file (file);
}

static void
test_a_copy_turned_bad_is_told_and_not_replaced (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autoptr (SgnKept) kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  const SgnBackup *bad;

  g_assert_true (g_file_set_contents (kept->path, "no longer", -1, NULL));
  list = list_backups (place, file);
  bad = g_ptr_array_index (list->backups, 0);
  g_assert_cmpint (bad->state, ==, SGN_BACKUP_BAD);
  g_assert_nonnull (bad->problem);
  g_assert_null (bad->contents);

  second = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_true (g_str_has_suffix (second, "-2026-11-20-2.sengen"));
  g_assert_true (g_file_get_contents (kept->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "no longer");
  close_file (file);
}

static void
test_a_place_that_cannot_be_made_is_said (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *root = place_get (place, "backups");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (root, "a file, not a folder", -1, NULL));
  g_assert_null (try_keep (place, file, SGN_KEEP_ON_CLOSING, BUDGET, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  assert_verifies (file);
  close_file (file);
}

/* As on a full disk: what was there stays, and nothing half is left. */
static void
test_a_full_disk_leaves_the_copy_before (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autoptr (SgnKept) kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *before = digest_file (kept->path);
  g_autofree char *after = NULL;
  g_autofree char *folder = g_path_get_dirname (kept->path);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit = { 0 };
  struct rlimit small = { 0 };
  guint files = 0;

  write_on (place, file, "2026-11-20");
  getrlimit (RLIMIT_FSIZE, &limit);
  small = limit;
  small.rlim_cur = 20000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_null (try_keep (place, file, SGN_KEEP_ON_CLOSING, BUDGET, &error));
  setrlimit (RLIMIT_FSIZE, &limit);
  assert_said (error, SGN_ERROR_UNWRITABLE);

  after = digest_file (kept->path);
  g_assert_cmpstr (before, ==, after);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    files++;
  g_assert_cmpuint (files, ==, 2);
  assert_verifies (file);
  close_file (file);
}

static void
set_second (Place *place, SgnCompanyFile *file, const char *folder)
{
  g_autofree char *root = place_get (place, "backups");
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  sgn_backup_set_second (file, root, folder, &error);
  g_assert_no_error (error);
}

static void
test_the_second_folder_gets_a_copy_too (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *stick = place_get (place, "stick");
  g_autoptr (SgnKept) kept = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  set_second (place, file, stick);
  kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_true (g_str_has_prefix (kept->second_path, stick));
  g_assert_null (kept->remark);
  here = g_path_get_basename (kept->path);
  there = g_path_get_basename (kept->second_path);
  g_assert_cmpstr (here, ==, there);
  close_file (file);
}

/* The stick is pulled out, its place in the tree stays, as of a mount point. */
static void
test_a_second_folder_that_is_away_is_a_remark (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *stick = place_get (place, "stick");
  g_autofree char *drawer = place_get (place, "drawer");
  g_autofree char *later = NULL;
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (SgnKept) again = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  guint away = 0;

  set_second (place, file, stick);
  later = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_cmpint (g_rename (stick, drawer), ==, 0);
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  write_on (place, file, "2026-11-21");
  kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_nonnull (kept->path);
  g_assert_null (kept->second_path);
  g_assert_nonnull (kept->remark);
  list = list_backups (place, file);
  g_assert_false (list->second_is_there);
  for (guint i = 0; i < list->backups->len; i++)
    away += ((const SgnBackup *) g_ptr_array_index (list->backups, i))->state == SGN_BACKUP_AWAY;
  g_assert_cmpuint (away, ==, 1);

  g_assert_cmpint (g_rmdir (stick), ==, 0);
  g_assert_cmpint (g_rename (drawer, stick), ==, 0);
  again = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_null (again->path);
  g_assert_nonnull (again->second_path);
  close_file (file);
}

static void
test_a_second_folder_that_cannot_be_written_is_a_remark (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autofree char *stick = place_get (place, "stick");
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *inside = NULL;

  become_ordinary (place);
  set_second (place, file, stick);
  dir = g_dir_open (stick, 0, NULL);
  inside = g_build_filename (stick, g_dir_read_name (dir), NULL);
  g_assert_cmpint (g_chmod (inside, 0500), ==, 0);
  kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_chmod (inside, 0700);
  become_root_again ();
  g_assert_nonnull (kept->path);
  g_assert_null (kept->second_path);
  g_assert_nonnull (kept->remark);
  close_file (file);
}

static void
test_what_a_cut_off_copy_left_is_removed_later (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_on (place, "2026-11-20");
  g_autoptr (SgnKept) kept = keep (place, file, SGN_KEEP_ON_CLOSING);
  g_autofree char *folder = g_path_get_dirname (kept->path);
  g_autofree char *left = g_build_filename (folder, ".sengen-ABCDEF", NULL);
  g_autofree char *name = NULL;

  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  write_on (place, file, "2126-11-21");
  name = keep_name (place, file, SGN_KEEP_ON_CLOSING);
  g_assert_nonnull (name);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup-keep/a-copy-has-the-day-of-its-newest-entry",
       test_a_copy_has_the_day_of_its_newest_entry);
  ADD ("/backup-keep/nothing-is-kept-twice", test_nothing_is_kept_twice);
  ADD ("/backup-keep/opening-waits-for-the-end-of-the-day",
       test_opening_waits_for_the_end_of_the_day);
  ADD ("/backup-keep/a-copy-of-the-same-day-is-replaced", test_a_copy_of_the_same_day_is_replaced);
  ADD ("/backup-keep/a-copy-that-says-more-is-not-replaced",
       test_a_copy_that_says_more_is_not_replaced);
  ADD ("/backup-keep/training-files-and-files-for-reading-are-left-alone",
       test_training_files_and_files_for_reading_are_left_alone);
  ADD ("/backup-keep/old-copies-go-by-the-rule", test_old_copies_go_by_the_rule);
  ADD ("/backup-keep/two-copies-stay-without-room", test_two_copies_stay_without_room);
  ADD ("/backup-keep/a-clock-gone-back-loses-no-copy", test_a_clock_gone_back_loses_no_copy);
  ADD ("/backup-keep/what-is-remembered-can-be-lost", test_what_is_remembered_can_be_lost);
  ADD ("/backup-keep/a-copy-turned-bad-is-told-and-not-replaced",
       test_a_copy_turned_bad_is_told_and_not_replaced);
  ADD ("/backup-keep/a-place-that-cannot-be-made-is-said",
       test_a_place_that_cannot_be_made_is_said);
  ADD ("/backup-keep/a-full-disk-leaves-the-copy-before", test_a_full_disk_leaves_the_copy_before);
  ADD ("/backup-keep/the-second-folder-gets-a-copy-too", test_the_second_folder_gets_a_copy_too);
  ADD ("/backup-keep/a-second-folder-that-is-away-is-a-remark",
       test_a_second_folder_that_is_away_is_a_remark);
  ADD ("/backup-keep/a-second-folder-that-cannot-be-written-is-a-remark",
       test_a_second_folder_that_cannot_be_written_is_a_remark);
  ADD ("/backup-keep/what-a-cut-off-copy-left-is-removed-later",
       test_what_a_cut_off_copy_left_is_removed_later);

  return g_test_run ();
}
