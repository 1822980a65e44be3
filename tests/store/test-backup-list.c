/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static SgnKept *
keep (Place *place, SgnCompanyFile *file)
{
  g_autofree char *root = place_get (place, "backups");
  const SgnBackupRule rule = { root, "2026-11-23T10:00:00+09:00", SGN_BACKUP_BUDGET, SGN_KEEP_NOW };
  g_autoptr (GError) error = NULL;
  SgnKept *kept = sgn_backup_keep (file, &rule, &error);

  g_assert_no_error (error);
  return kept;
}

static void
test_a_file_without_copies_has_an_empty_list (Place *place, gconstpointer data)
{
  g_autofree char *root = place_get (place, "backups");
  g_autoptr (SgnBackupList) list = sgn_backup_list (root, NULL, "/nowhere.sengen", FALSE, NULL);
  g_autoptr (SgnBackup) good = sgn_backup_find_good (root, "/nowhere.sengen");

  g_assert_cmpuint (list->backups->len, ==, 0);
  g_assert_null (list->second);
  g_assert_null (good);
}

static void
test_the_list_says_what_is_in_each_copy (Place *place, gconstpointer data)
{
  g_autofree char *root = place_get (place, "backups");
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (SgnBackupList) list = NULL;
  g_autoptr (json_t) json = NULL;
  const SgnBackup *backup;

  fill_file (file);
  kept = keep (place, file);
  close_file (file);
  list = sgn_backup_list (root, NULL, place->path, FALSE, NULL);
  g_assert_cmpuint (list->backups->len, ==, 1);
  backup = g_ptr_array_index (list->backups, 0);
  g_assert_cmpstr (backup->path, ==, kept->path);
  g_assert_cmpstr (backup->made_at, ==, "2026-11-23T10:00:00+09:00");
  g_assert_cmpstr (backup->date, ==, "2026-11-20");
  g_assert_cmpint (backup->state, ==, SGN_BACKUP_GOOD);
  g_assert_cmpint (backup->contents->events, ==,
                   ask_int (place->path, "SELECT count(*) FROM event"));
  json = sgn_backup_to_json (backup);
  g_assert_cmpstr (sgn_json_string (json, "state"), ==, "good");
  g_assert_cmpstr (sgn_json_string (json, "place"), ==, "here");
}

/* Zeros somewhere in the middle, with the time of the file as it was. */
static void
spoil_quietly (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + 5 * 4096, 0, size - 5 * 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  {
    const struct timespec times[] = { info.st_atim, info.st_mtim };

    g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  }
}

/* Two copies of different states, the newer one spoiled. */
static void
make_two (Place *place, char **older, char **newer)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnKept) first = NULL;
  g_autoptr (SgnKept) second = NULL;

  fill_file (file);
  first = keep (place, file);
  sgn_clock_set_fixed (place->clock, "2026-11-22T10:00:00+09:00");
  set_note (file, "SD-01", "later");
  second = keep (place, file);
  close_file (file);
  *older = g_strdup (first->path);
  *newer = g_strdup (second->path);
}

static void
test_damage_is_found_when_reading_again (Place *place, gconstpointer data)
{
  g_autofree char *root = place_get (place, "backups");
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (SgnBackupList) quick = NULL;
  g_autoptr (SgnBackupList) thorough = NULL;

  make_two (place, &older, &newer);
  spoil_quietly (newer);
  quick = sgn_backup_list (root, NULL, place->path, FALSE, NULL);
  thorough = sgn_backup_list (root, NULL, place->path, TRUE, NULL);
  g_assert_cmpint (((SgnBackup *) g_ptr_array_index (quick->backups, 0))->state, ==,
                   SGN_BACKUP_GOOD);
  g_assert_cmpint (((SgnBackup *) g_ptr_array_index (thorough->backups, 0))->state, ==,
                   SGN_BACKUP_BAD);
  g_assert_cmpint (((SgnBackup *) g_ptr_array_index (thorough->backups, 1))->state, ==,
                   SGN_BACKUP_GOOD);
}

static void
test_the_newest_good_copy_was_read_just_now (Place *place, gconstpointer data)
{
  g_autofree char *root = place_get (place, "backups");
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (SgnBackup) good = NULL;
  g_autoptr (SgnBackup) still_good = NULL;

  make_two (place, &older, &newer);
  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  good = sgn_backup_find_good (root, place->path);
  g_assert_cmpstr (good->path, ==, newer);
  g_assert_cmpstr (good->date, ==, "2026-11-22");

  spoil_quietly (newer);
  still_good = sgn_backup_find_good (root, place->path);
  g_assert_cmpstr (still_good->path, ==, older);
  g_assert_cmpstr (still_good->date, ==, "2026-11-20");
}

static void
test_an_attached_file_that_changed_is_found_when_read (Place *place, gconstpointer data)
{
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (SgnBackup) good = NULL;
  g_autoptr (GError) error = NULL;

  make_two (place, &older, &newer);
  good = sgn_backup_read (newer, &error);
  g_assert_no_error (error);
  g_assert_cmpint (good->contents->events, ==, ask_int (newer, "SELECT count(*) FROM event"));

  run_sql (newer, "UPDATE blob SET data = zeroblob (size)");
  g_assert_null (sgn_backup_read (newer, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
}

static void
test_what_is_common_is_counted (Place *place, gconstpointer data)
{
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *other_path = place_get (place, "other.sengen");
  SgnCompanyFile *file = NULL;
  SgnCompanyFile *other = NULL;
  gint64 events;

  make_two (place, &older, &newer);
  events = ask_int (older, "SELECT count(*) FROM event");
  file = open_file (place, SGN_OPEN_WRITE);
  g_assert_cmpint (sgn_backup_count_common (file, older, NULL), ==, events);
  g_assert_cmpint (sgn_backup_count_common (file, newer, NULL), ==, events + 1);
  close_file (file);

  /* The older copy goes its own way. */
  file = sgn_company_file_open (older, SGN_OPEN_WRITE, place->clock, NULL);
  set_note (file, "SD-01", "another way");
  set_note (file, "SD-01", "and further");
  g_assert_cmpint (sgn_backup_count_common (file, newer, NULL), ==, events);
  close_file (file);

  other = sgn_company_file_create (other_path, place->clock, NULL);
  fill_file (other);
  g_assert_cmpint (sgn_backup_count_common (other, newer, NULL), ==, 0);
  close_file (other);
}

static void
test_a_second_folder_must_be_there (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *root = place_get (place, "backups");
  g_autofree char *stick = place_get (place, "stick");
  g_autoptr (SgnBackupList) list = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_false (sgn_backup_set_second (file, root, stick, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_assert_true (sgn_backup_set_second (file, root, stick, &error));
  list = sgn_backup_list (root, file, place->path, FALSE, NULL);
  g_assert_cmpstr (list->second, ==, stick);
  g_assert_true (list->second_is_there);
  g_clear_pointer (&list, sgn_backup_list_free);

  g_assert_true (sgn_backup_set_second (file, root, NULL, &error));
  list = sgn_backup_list (root, file, place->path, FALSE, NULL);
  g_assert_null (list->second);
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup-list/a-file-without-copies-has-an-empty-list",
       test_a_file_without_copies_has_an_empty_list);
  ADD ("/backup-list/the-list-says-what-is-in-each-copy", test_the_list_says_what_is_in_each_copy);
  ADD ("/backup-list/damage-is-found-when-reading-again", test_damage_is_found_when_reading_again);
  ADD ("/backup-list/the-newest-good-copy-was-read-just-now",
       test_the_newest_good_copy_was_read_just_now);
  ADD ("/backup-list/an-attached-file-that-changed-is-found-when-read",
       test_an_attached_file_that_changed_is_found_when_read);
  ADD ("/backup-list/what-is-common-is-counted", test_what_is_common_is_counted);
  ADD ("/backup-list/a-second-folder-must-be-there", test_a_second_folder_must_be_there);

  return g_test_run ();
}
