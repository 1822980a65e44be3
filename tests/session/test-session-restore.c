/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "sgn-error.h"
#include "sgn-seal.h"

#define PASSPHRASE "あいことばはこれです"

/* A copy of the state with one answer; the file then has a second one. */
static char *
make_copy (Fixture *fixture)
{
  char *copy = fixture_file (fixture, "copy.sengen");

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_backup_async (fixture->session, copy, fixture_done_cb, fixture);
  fixture_expect (fixture);
  fixture_answer (fixture, "SD-02", "unknown", NULL);
  return copy;
}

static SgnRestored *
restore_in_place (Fixture *fixture, const char *copy, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_restore_in_place_async (fixture->session, copy, passphrase, fixture->path,
                                      fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_restore_in_place_finish (fixture->session, result, error);
}

static void
assert_restored (Fixture *fixture)
{
  SgnRecord *record = sgn_session_get_record (fixture->session);
  const SgnAssessment *assessment = sgn_record_find_open (record, "ipa-self-check");

  g_assert_cmpstr (sgn_session_get_path (fixture->session), ==, fixture->path);
  g_assert_false (sgn_session_get_read_only (fixture->session));
  g_assert_nonnull (sgn_assessment_find_answer (assessment, "SD-01"));
  g_assert_null (sgn_assessment_find_answer (assessment, "SD-02"));
}

static void
test_the_file_goes_back_and_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_copy (fixture);
  g_autofree char *name = sgn_session_dup_kept_name (fixture->session, fixture->path);
  g_autofree char *kept_name = NULL;
  g_autoptr (SgnContents) kept = NULL;
  g_autoptr (SgnRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  restored = restore_in_place (fixture, copy, NULL, &error);
  g_assert_no_error (error);
  assert_restored (fixture);
  kept_name = g_path_get_basename (restored->kept);
  g_assert_cmpstr (kept_name, ==, name);
  g_assert_true (g_str_has_suffix (name, " 2026-11-23 before restoring.sengen"));
  kept = sgn_contents_read (restored->kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kept->answers, ==, 2);
}

static void
test_a_second_time_takes_another_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_copy (fixture);
  g_autoptr (SgnRestored) first = restore_in_place (fixture, copy, NULL, NULL);
  g_autoptr (SgnRestored) second = restore_in_place (fixture, copy, NULL, NULL);

  g_assert_true (g_str_has_suffix (second->kept, " 2026-11-23 before restoring 2.sengen"));
  g_assert_true (g_file_test (first->kept, G_FILE_TEST_EXISTS));
  assert_restored (fixture);
}

static void
test_a_damaged_or_lost_file_is_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_copy (fixture);
  g_autofree char *text = NULL;
  g_autoptr (SgnRestored) restored = NULL;
  g_autoptr (SgnRestored) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "damaged", -1, NULL));
  restored = restore_in_place (fixture, copy, NULL, &error);
  g_assert_no_error (error);
  assert_restored (fixture);
  g_assert_true (g_file_get_contents (restored->kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "damaged");

  fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  again = restore_in_place (fixture, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (again->kept);
  assert_restored (fixture);
}

static void
test_a_bad_copy_leaves_everything_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_copy (fixture);
  g_autoptr (SgnRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (copy, "no copy", -1, NULL));
  restored = restore_in_place (fixture, copy, NULL, &error);
  g_assert_null (restored);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_cmpstr (sgn_session_get_path (fixture->session), ==, fixture->path);
  fixture_answer (fixture, "SD-03", "done", NULL);
}

static void
test_a_file_somebody_else_writes_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = make_copy (fixture);
  g_autoptr (SgnSession) other =
    sgn_session_new (sgn_session_get_library (fixture->session), fixture->clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sgn_session_restore_in_place_async (other, copy, NULL, fixture->path, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  g_assert_null (sgn_session_restore_in_place_finish (other, result, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_BUSY);
  fixture_answer (fixture, "SD-03", "done", NULL);
}

static void
test_a_sealed_copy_goes_back_with_its_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sealed = fixture_file (fixture, "copy.sengen-sealed");
  g_autoptr (SgnRestored) restored = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_seal_backup_async (fixture->session, sealed, PASSPHRASE, fixture_done_cb, fixture);
  fixture_expect (fixture);
  fixture_answer (fixture, "SD-02", "unknown", NULL);

  g_assert_null (restore_in_place (fixture, sealed, NULL, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (restore_in_place (fixture, sealed, "あいことばはこれでは", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_clear_error (&error);
  restored = restore_in_place (fixture, sealed, PASSPHRASE, &error);
  g_assert_no_error (error);
  assert_restored (fixture);
}

/* A file as an earlier version of the format wrote it. */
static char *
make_fixture (Fixture *fixture, const char *name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  char *path = fixture_file (fixture, "old.sengen");
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return path;
}

static void
test_a_sealed_copy_of_every_version_restores (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "v1-hinata.sql", "v2-hinata.sql", "v3-hinata.sql" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *old = make_fixture (fixture, names[i]);
    g_autofree char *sealed = fixture_file (fixture, "old.sengen-sealed");
    g_autoptr (SgnPassphrase) passphrase = sgn_passphrase_new (PASSPHRASE, NULL);

    g_assert_true (sgn_seal_write (old, sealed, passphrase, NULL));
    sgn_session_restore_sealed_async (fixture->session, sealed, PASSPHRASE, fixture->path,
                                      fixture_done_cb, fixture);
    fixture_expect (fixture);
    fixture_open (fixture, SGN_OPEN_WRITE);
    fixture_verify (fixture);

    fixture_close (fixture);
    g_unlink (old);
    g_unlink (sealed);
    g_unlink (fixture->path);
  }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-restore/the-file-goes-back-and-is-kept", test_the_file_goes_back_and_is_kept);
  ADD ("/session-restore/a-second-time-takes-another-name", test_a_second_time_takes_another_name);
  ADD ("/session-restore/a-damaged-or-lost-file-is-replaced",
       test_a_damaged_or_lost_file_is_replaced);
  ADD ("/session-restore/a-bad-copy-leaves-everything-as-it-was",
       test_a_bad_copy_leaves_everything_as_it_was);
  ADD ("/session-restore/a-file-somebody-else-writes-is-left-alone",
       test_a_file_somebody_else_writes_is_left_alone);
  ADD ("/session-restore/a-sealed-copy-goes-back-with-its-passphrase",
       test_a_sealed_copy_goes_back_with_its_passphrase);
  ADD ("/session-restore/a-sealed-copy-of-every-version-restores",
       test_a_sealed_copy_of_every_version_restores);

  return g_test_run ();
}
