/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup.h"

#include <glib/gstdio.h>

/* What each version of the format wrote, as text. */
static const struct {
  const char *name;
  gint64 version;
} fixtures[] = {
  { "v1-hinata.sql", 1 },
  { "v2-hinata.sql", 2 },
  { "v3-hinata.sql", 3 },
};

/* A closed file as that version wrote it. */
static void
make_fixture (Place *place, const char *name, const char *path)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  run_sql (path, sql);
}

static void
test_a_copy_of_every_version_restores (Place *place, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++) {
    g_autofree char *copy = place_get (place, fixtures[i].name);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autoptr (SgnContents) then = NULL;
    g_autoptr (SgnContents) now = NULL;
    g_autoptr (GError) error = NULL;
    SgnCompanyFile *file = NULL;

    make_fixture (place, fixtures[i].name, copy);
    before = digest_file (copy);
    then = sgn_contents_read (copy, &error);
    g_assert_no_error (error);
    g_assert_cmpint (then->schema, ==, fixtures[i].version);

    g_assert_true (sgn_company_file_restore (copy, place->path, &error));
    g_assert_no_error (error);
    g_assert_cmpint (ask_int (place->path, "PRAGMA user_version"), ==,
                     fixtures[G_N_ELEMENTS (fixtures) - 1].version);
    now = sgn_contents_read (place->path, NULL);
    g_assert_cmpstr (now->newest, ==, then->newest);
    g_assert_cmpint (now->evidence, ==, then->evidence);

    file = open_file (place, SGN_OPEN_WRITE);
    assert_verifies (file);
    set_note (file, "SD-01", "続きを書く");
    close_file (file);
    after = digest_file (copy);
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpint (g_unlink (place->path), ==, 0);
  }
}

static void
test_the_old_file_is_kept_under_another_name (Place *place, gconstpointer data)
{
  g_autofree char *fresh = place_get (place, "fresh");
  g_autofree char *kept = place_get (place, "kept.sengen");
  g_autofree char *old_digest = NULL;
  g_autofree char *new_digest = NULL;
  g_autofree char *kept_digest = NULL;
  g_autofree char *path_digest = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  g_assert_true (g_file_set_contents (fresh, "fresh", -1, NULL));
  old_digest = digest_file (place->path);
  new_digest = digest_file (fresh);
  g_assert_true (sgn_backup_swap_in (fresh, place->path, kept, &error));
  g_assert_no_error (error);
  kept_digest = digest_file (kept);
  path_digest = digest_file (place->path);
  g_assert_cmpstr (kept_digest, ==, old_digest);
  g_assert_cmpstr (path_digest, ==, new_digest);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* A log left beside the old file would be taken into the new one. */
static void
test_what_lies_beside_the_old_file_goes_with_it (Place *place, gconstpointer data)
{
  g_autofree char *fresh = place_get (place, "fresh");
  g_autofree char *kept = place_get (place, "kept.sengen");
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  make_full_file (place);
  g_assert_true (g_file_set_contents (log, "log", -1, NULL));
  g_assert_true (g_file_set_contents (fresh, "fresh", -1, NULL));
  g_assert_true (sgn_backup_swap_in (fresh, place->path, kept, NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (kept_log, G_FILE_TEST_EXISTS));
}

static void
test_a_name_that_is_taken_is_left_alone (Place *place, gconstpointer data)
{
  g_autofree char *fresh = place_get (place, "fresh");
  g_autofree char *kept = place_get (place, "kept.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  before = digest_file (place->path);
  g_assert_true (g_file_set_contents (fresh, "fresh", -1, NULL));
  g_assert_true (g_file_set_contents (kept, "mine", -1, NULL));
  g_assert_false (sgn_backup_swap_in (fresh, place->path, kept, &error));
  assert_said (error, SGN_ERROR_EXISTS);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* The old file is as it was: with what lies beside it, and without a second name. */
static void
test_without_the_new_file_the_old_one_stays (Place *place, gconstpointer data)
{
  g_autofree char *fresh = place_get (place, "not-there");
  g_autofree char *kept = place_get (place, "kept.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_unclosed_file (place, "最後の回答");
  before = digest_file (place->path);
  g_assert_false (sgn_backup_swap_in (fresh, place->path, kept, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (place), ==, 2);

  file = open_file (place, SGN_OPEN_WRITE);
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "最後の回答");
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup-restore/a-copy-of-every-version-restores", test_a_copy_of_every_version_restores);
  ADD ("/backup-restore/the-old-file-is-kept-under-another-name",
       test_the_old_file_is_kept_under_another_name);
  ADD ("/backup-restore/what-lies-beside-the-old-file-goes-with-it",
       test_what_lies_beside_the_old_file_goes_with_it);
  ADD ("/backup-restore/a-name-that-is-taken-is-left-alone",
       test_a_name_that_is_taken_is_left_alone);
  ADD ("/backup-restore/without-the-new-file-the-old-one-stays",
       test_without_the_new_file_the_old_one_stays);

  return g_test_run ();
}
