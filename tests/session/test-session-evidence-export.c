/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "sgn-digest.h"
#include "sgn-error.h"

static void
test_a_file_is_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "content");
  evidence_add (fixture, "a.txt", NOTHING, "");
  sgn_session_read_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  bytes = sgn_session_read_evidence_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "content", 7);

  sgn_session_read_evidence_async (fixture->session, 2, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static GPtrArray *export(Fixture *fixture,
                         const char *name,
                         SgnEvidenceExport request,
                         GError **error)
{
  g_autofree char *folder = fixture_file (fixture, name);
  g_autoptr (GAsyncResult) result = NULL;

  request.folder = folder;
  sgn_session_export_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_export_evidence_finish (fixture->session, result, error);
}

static void
expect_files (Fixture *fixture, const char *folder, SgnEvidenceExport request, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = export(fixture, folder, request, &error);
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("|", (char **) names->pdata);
  g_assert_cmpstr (list, ==, expected);
}

static void
expect_no_files (Fixture *fixture, const char *folder, SgnEvidenceExport request, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (export(fixture, folder, request, &error));
  g_assert_error (error, SGN_ERROR, code);
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_file (fixture, name);
  char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
test_all_in_use_are_taken_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = sgn_digest_of_text ("one");
  g_autofree char *two = sgn_digest_of_text ("two");
  g_autofree char *expected = g_strdup_printf ("%s  a.txt\n%s  _CON.txt\n", one, two);
  g_autofree char *list = NULL;
  g_autofree char *content = NULL;
  const gint64 only[] = { 3, 1, 3 };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "one");
  evidence_add (fixture, "a.txt", NOTHING, "");
  fixture_write (fixture, "CON.txt", "two");
  evidence_add (fixture, "CON.txt", NOTHING, "");
  fixture_write (fixture, "a.txt", "three");
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_retire (fixture, 3);
  fixture_expect (fixture);

  expect_files (fixture, "out", (SgnEvidenceExport){ 0 }, "a.txt|_CON.txt|SHA256SUMS");
  list = read_file (fixture, "out/SHA256SUMS");
  g_assert_cmpstr (list, ==, expected);
  content = read_file (fixture, "out/_CON.txt");
  g_assert_cmpstr (content, ==, "two");

  expect_files (fixture, "all", (SgnEvidenceExport){ .with_retired = TRUE },
                "a.txt|_CON.txt|a (2).txt|SHA256SUMS");
  expect_files (fixture, "some", (SgnEvidenceExport){ .only = only, .only_count = 3 },
                "a.txt|a (2).txt|SHA256SUMS");
}

static void
test_erased_content_is_gone (Fixture *fixture, gconstpointer data)
{
  const gint64 only[] = { 1 };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "one");
  fixture_write (fixture, "b.txt", "two");
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_add (fixture, "b.txt", NOTHING, "");
  sgn_session_erase_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);

  sgn_session_read_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_link (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_refuse (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);
  expect_files (fixture, "out", (SgnEvidenceExport){ .with_retired = TRUE }, "b.txt|SHA256SUMS");
  expect_no_files (fixture, "one", (SgnEvidenceExport){ .only = only, .only_count = 1 },
                   SGN_ERROR_USAGE);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
}

static void
test_nothing_is_overwritten_or_left_half (Fixture *fixture, gconstpointer data)
{
  const gint64 none[] = { 9 };
  g_autofree char *missing = fixture_file (fixture, "missing");

  fixture_new_company (fixture);
  expect_no_files (fixture, "missing", (SgnEvidenceExport){ 0 }, SGN_ERROR_NOT_YET);
  fixture_write (fixture, "a.txt", "one");
  evidence_add (fixture, "a.txt", NOTHING, "");

  expect_no_files (fixture, ".", (SgnEvidenceExport){ 0 }, SGN_ERROR_EXISTS);
  expect_no_files (fixture, "a.txt", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "no/such/folder", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "missing", (SgnEvidenceExport){ .only = none, .only_count = 1 },
                   SGN_ERROR_USAGE);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* As large as a file may become while the disk is full. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_a_full_disk_leaves_no_half_set (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autofree char *made = fixture_file (fixture, "made");
  g_autofree char *folder = fixture_file (fixture, "there");
  g_autoptr (GDir) dir = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "short");
  fixture_write (fixture, "b.txt", long_text);
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_add (fixture, "b.txt", NOTHING, "");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  signal (SIGXFSZ, SIG_IGN);
  limit_files (100);
  expect_no_files (fixture, "made", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "there", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  limit_files (RLIM_INFINITY);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  expect_files (fixture, "there", (SgnEvidenceExport){ 0 }, "a.txt|b.txt|SHA256SUMS");
}

#define ADD(name, func) \
  g_test_add ("/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-file-is-read-back", test_a_file_is_read_back);
  ADD ("all-in-use-are-taken-out", test_all_in_use_are_taken_out);
  ADD ("erased-content-is-gone", test_erased_content_is_gone);
  ADD ("a-full-disk-leaves-no-half-set", test_a_full_disk_leaves_no_half_set);
  ADD ("nothing-is-overwritten-or-left-half", test_nothing_is_overwritten_or_left_half);

  return g_test_run ();
}
