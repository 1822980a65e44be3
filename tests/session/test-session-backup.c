/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "sgn-error.h"

#define PASSPHRASE "あいことばはこれです"

static SgnKept *
keep (Fixture *fixture, SgnKeepWhen when, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_keep_backup_async (fixture->session, when, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_keep_backup_finish (fixture->session, result, error);
}

static SgnBackupList *
list_backups (Fixture *fixture, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SgnBackupList *list;

  sgn_session_list_backups_async (fixture->session, path, FALSE, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  list = sgn_session_list_backups_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return list;
}

static SgnBackupComparison *
compare (Fixture *fixture, const char *copy, const char *passphrase)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SgnBackupComparison *comparison;

  sgn_session_compare_backup_async (fixture->session, copy, passphrase, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  comparison = sgn_session_compare_backup_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return comparison;
}

static void
test_without_a_file_there_is_nothing_to_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (keep (fixture, SGN_KEEP_NOW, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

static void
test_a_kept_copy_stands_in_the_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (SgnBackupList) open = NULL;
  g_autoptr (SgnBackupList) closed = NULL;
  const SgnBackup *backup;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  kept = keep (fixture, SGN_KEEP_ON_CLOSING, NULL);
  open = list_backups (fixture, NULL);
  fixture_close (fixture);
  closed = list_backups (fixture, fixture->path);
  g_assert_cmpuint (open->backups->len, ==, 1);
  g_assert_cmpuint (closed->backups->len, ==, 1);
  backup = g_ptr_array_index (closed->backups, 0);
  g_assert_cmpstr (backup->path, ==, kept->path);
  g_assert_cmpint (backup->contents->answers, ==, 1);
}

static void
test_what_would_be_missing_is_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (SgnBackupComparison) comparison = NULL;
  const SgnEvent *newest;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  kept = keep (fixture, SGN_KEEP_ON_CLOSING, NULL);
  fixture_answer (fixture, "SD-02", "done", NULL);
  fixture_answer (fixture, "SD-03", "done", NULL);
  comparison = compare (fixture, kept->path, NULL);
  g_assert_true (comparison->same_company);
  g_assert_cmpint (comparison->extra, ==, 0);
  g_assert_cmpuint (comparison->missing->len, ==, 2);
  newest = g_ptr_array_index (comparison->missing, 0);
  g_assert_cmpstr (newest->id, ==, "1/SD-03");
  g_assert_cmpint (comparison->present->answers, ==, 3);
  g_assert_cmpint (comparison->copy->answers, ==, 1);
}

static void
test_a_sealed_copy_says_what_is_in_it_with_its_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sealed = fixture_file (fixture, "copy.sengen-sealed");
  g_autofree char *sheet = fixture_file (fixture, "sheet.pdf");
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "sengen", "backups", NULL);
  g_autoptr (SgnBackupComparison) comparison = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_seal_backup_async (fixture->session, sealed, PASSPHRASE, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_read_backup_async (fixture->session, sealed, PASSPHRASE, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  backup = sgn_session_read_backup_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (backup->path, ==, sealed);
  g_assert_cmpint (backup->contents->answers, ==, 1);
  comparison = compare (fixture, sealed, PASSPHRASE);
  g_assert_cmpuint (comparison->missing->len, ==, 0);

  sgn_session_write_recovery_sheet_async (fixture->session, sealed, sheet, SGN_LANGUAGE_JA,
                                          fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_write_recovery_sheet_async (fixture->session, sealed, sheet, SGN_LANGUAGE_JA,
                                          fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);

  /* Nothing that was opened stays lying about. */
  dir = g_dir_open (root, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_prefix (name, ".sengen-"));
}

/* Reading it beside the store would take the locks away that keep other windows out. */
static void
test_the_open_file_is_no_copy_of_itself (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = fixture_file (fixture, "link.sengen");
  g_autofree char *sheet = fixture_file (fixture, "sheet.pdf");
  const char *names[] = { fixture->path, link };

  fixture_new_company (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    SgnSession *session = fixture->session;

    sgn_session_read_backup_async (session, names[i], NULL, fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_USAGE);
    sgn_session_compare_backup_async (session, names[i], NULL, fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_USAGE);
    sgn_session_restore_in_place_async (session, names[i], NULL, NULL, fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_USAGE);
    sgn_session_write_recovery_sheet_async (session, names[i], sheet, SGN_LANGUAGE_JA,
                                            fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_USAGE);
    sgn_session_survey_async (session, names[i], fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_USAGE);
  }
}

static const struct {
  const char *name;
  const char *passphrase;
  int code;
} refusals[] = {
  { "copy.sengen", PASSPHRASE, SGN_ERROR_USAGE },
  { "copy.sengen-sealed", "short", SGN_ERROR_INVALID },
  { "nowhere/copy.sengen-sealed", PASSPHRASE, SGN_ERROR_UNWRITABLE },
};

static void
test_bad_words_seal_nothing (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *path = fixture_file (fixture, refusals[i].name);

    sgn_session_seal_backup_async (fixture->session, path, refusals[i].passphrase, fixture_done_cb,
                                   fixture);
    fixture_expect_error (fixture, refusals[i].code);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

static void
test_a_recovery_sheet_is_for_a_sealed_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sheet = fixture_file (fixture, "sheet.pdf");
  g_autofree char *copy = fixture_file (fixture, "copy.sengen");

  fixture_new_company (fixture);
  sgn_session_backup_async (fixture->session, copy, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_write_recovery_sheet_async (fixture->session, copy, sheet, SGN_LANGUAGE_EN,
                                          fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_UNREADABLE);
  g_assert_false (g_file_test (sheet, G_FILE_TEST_EXISTS));
}

static void
test_the_newest_good_copy_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) none_result = NULL;
  g_autoptr (SgnKept) kept = NULL;
  g_autoptr (SgnBackup) good = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  kept = keep (fixture, SGN_KEEP_ON_CLOSING, NULL);
  fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  sgn_session_find_good_backup_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  good = sgn_session_find_good_backup_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (good->path, ==, kept->path);
  g_assert_cmpstr (good->date, ==, "2026-11-23");

  sgn_session_find_good_backup_async (fixture->session, "/nowhere/strange.sengen", fixture_done_cb,
                                      fixture);
  none_result = fixture_wait (fixture);
  g_assert_null (sgn_session_find_good_backup_finish (fixture->session, none_result, &error));
  g_assert_no_error (error);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-backup/without-a-file-there-is-nothing-to-keep",
       test_without_a_file_there_is_nothing_to_keep);
  ADD ("/session-backup/a-kept-copy-stands-in-the-list", test_a_kept_copy_stands_in_the_list);
  ADD ("/session-backup/what-would-be-missing-is-listed", test_what_would_be_missing_is_listed);
  ADD ("/session-backup/a-sealed-copy-says-what-is-in-it-with-its-passphrase",
       test_a_sealed_copy_says_what_is_in_it_with_its_passphrase);
  ADD ("/session-backup/bad-words-seal-nothing", test_bad_words_seal_nothing);
  ADD ("/session-backup/a-recovery-sheet-is-for-a-sealed-copy",
       test_a_recovery_sheet_is_for_a_sealed_copy);
  ADD ("/session-backup/the-open-file-is-no-copy-of-itself",
       test_the_open_file_is_no_copy_of_itself);
  ADD ("/session-backup/the-newest-good-copy-is-found", test_the_newest_good_copy_is_found);

  return g_test_run ();
}
