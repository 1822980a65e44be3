/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup-private.h"
#include "sgn-schema-private.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_a_backup_is_the_whole_file (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *copy = NULL;
  g_autofree char *path = place_get (place, "控え.sengen");
  g_autoptr (SgnRecord) record = NULL;
  g_autoptr (SgnRecord) copied = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  fill_file (file);
  g_assert_true (sgn_company_file_backup (file, path, &error));
  g_assert_no_error (error);
  record = sgn_company_file_load (file, NULL);

  /* It can be opened for writing while the first one is open: it is another file. */
  copy = sgn_company_file_open (path, SGN_OPEN_WRITE, place->clock, &error);
  g_assert_no_error (error);
  copied = sgn_company_file_load (copy, NULL);
  g_assert_cmpstr (record->head, ==, copied->head);
  g_assert_cmpint (record->seq, ==, copied->seq);
  assert_verifies (copy);
  close_file (copy);
  close_file (file);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (place), ==, 2);
}

static void
test_a_backup_never_overwrites (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *path = place_get (place, "控え.sengen");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (sgn_company_file_backup (file, path, &error));
  assert_said (error, SGN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  close_file (file);
  g_assert_cmpuint (count_files (place), ==, 2);
}

static void
test_a_backup_to_nowhere_leaves_nothing (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autofree char *path = place_get (place, "nowhere/控え.sengen");
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_company_file_backup (file, path, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  close_file (file);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_a_read_only_file_can_be_backed_up (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autofree char *path = place_get (place, "控え.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  before = digest_file (place->path);
  file = open_file (place, SGN_OPEN_READ);
  g_assert_true (sgn_company_file_backup (file, path, &error));
  g_assert_no_error (error);
  close_file (file);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ask_int (path, "SELECT count(*) FROM event"), ==, 16);
}

/* A copy that does not pass the checks gets no name. Here its schema is not one of ours. */
static void
test_a_copy_that_fails_its_checks_is_thrown_away (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autofree char *path = place_get (place, "控え.sengen");
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  run_sql (place->path, "CREATE TABLE other (x TEXT) STRICT");
  db = sgn_db_open (place->path, SGN_DB_READ, NULL);
  g_assert_false (sgn_backup_copy (db, (const char *const *) steps, path, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_restore_brings_it_back (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *restored = NULL;
  g_autofree char *copy = place_get (place, "控え.sengen");
  g_autofree char *path = place_get (place, "戻した.sengen");
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_true (sgn_company_file_backup (file, copy, NULL));
  set_note (file, "SD-01", "控えの後");
  close_file (file);

  g_assert_true (sgn_company_file_restore (copy, path, &error));
  g_assert_no_error (error);
  restored = sgn_company_file_open (path, SGN_OPEN_WRITE, place->clock, &error);
  g_assert_no_error (error);
  note = get_note (restored, "SD-01");
  g_assert_cmpstr (note, ==, "自動更新にした");
  assert_verifies (restored);
  close_file (restored);
  g_assert_cmpuint (count_files (place), ==, 3);
}

/* The way out when another computer's lease is left in a file. */
static void
test_restore_leaves_a_foreign_lease_behind (Place *place, gconstpointer data)
{
  g_autofree char *path = place_get (place, "戻した.sengen");
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  run_sql (place->path, "INSERT INTO lease VALUES (1, 'h', 'elsewhere', 'b', 'n', 1, 1, "
                        "'2026-11-20T16:00:00+09:00')");
  g_assert_true (sgn_company_file_restore (place->path, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_int (path, "SELECT count(*) FROM lease"), ==, 0);
}

static void
test_restore_refuses_what_is_damaged (Place *place, gconstpointer data)
{
  g_autofree char *path = place_get (place, "戻した.sengen");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memset (bytes + 5 * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
  g_assert_false (sgn_company_file_restore (place->path, path, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (place), ==, 1);

  g_assert_true (g_file_set_contents (place->path, "no", -1, NULL));
  g_assert_false (sgn_company_file_restore (place->path, path, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_restore_never_overwrites (Place *place, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  before = digest_file (place->path);
  g_assert_false (sgn_company_file_restore (place->path, place->path, &error));
  assert_said (error, SGN_ERROR_EXISTS);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup/a-backup-is-the-whole-file", test_a_backup_is_the_whole_file);
  ADD ("/backup/a-backup-never-overwrites", test_a_backup_never_overwrites);
  ADD ("/backup/a-backup-to-nowhere-leaves-nothing", test_a_backup_to_nowhere_leaves_nothing);
  ADD ("/backup/a-read-only-file-can-be-backed-up", test_a_read_only_file_can_be_backed_up);
  ADD ("/backup/a-copy-that-fails-its-checks-is-thrown-away",
       test_a_copy_that_fails_its_checks_is_thrown_away);
  ADD ("/backup/restore-brings-it-back", test_restore_brings_it_back);
  ADD ("/backup/restore-leaves-a-foreign-lease-behind", test_restore_leaves_a_foreign_lease_behind);
  ADD ("/backup/restore-refuses-what-is-damaged", test_restore_refuses_what_is_damaged);
  ADD ("/backup/restore-never-overwrites", test_restore_never_overwrites);

  return g_test_run ();
}
