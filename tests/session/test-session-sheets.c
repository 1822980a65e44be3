/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-error.h"

#define ISSUED "2026-11-23T10:00:00+09:00"

static SgnSheetsRequest
request (const char *folder)
{
  return (SgnSheetsRequest){ .folder = folder, .issued = ISSUED };
}

static SgnSheetsResult *
write_sheets (Fixture *fixture, const SgnSheetsRequest *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_write_sheets_async (fixture->session, words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);

  return sgn_session_write_sheets_finish (fixture->session, result, error);
}

static SgnSheetsResult *
write_well (Fixture *fixture, const SgnSheetsRequest *words)
{
  g_autoptr (GError) error = NULL;
  SgnSheetsResult *result = write_sheets (fixture, words, &error);

  g_assert_no_error (error);

  return result;
}

static guint
count_issues (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session)->issues->len;
}

/* How many files lie in @folder, hidden ones too; -1 when it is not there. */
static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  if (dir == NULL)
    return -1;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The file still takes acts, and has no contradictions. */
static void
assert_sound (Fixture *fixture)
{
  fixture_answer (fixture, "SD-02", "done", NULL);
  fixture_verify (fixture);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_rmdir (folder);
}

static gboolean
has_file (const SgnSheetsResult *result, const char *name)
{
  return g_ptr_array_find_with_equal_func (result->files, name, g_str_equal, NULL);
}

static void
test_every_sheet_that_can_be_made_is_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  const SgnSheetsRequest words = request (folder);
  g_autoptr (SgnSheetsResult) result = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  result = write_well (fixture, &words);

  g_assert_true (has_file (result, "self-check-result.pdf"));
  g_assert_true (has_file (result, "self-check-result.xlsx"));
  g_assert_true (has_file (result, "history.pdf"));
  g_assert_false (has_file (result, "audit-set.pdf"));
  g_assert_cmpint (count_files (folder), ==, (int) result->files->len);
  g_assert_true (g_ptr_array_find_with_equal_func (result->missing, "Record of the declaration",
                                                   g_str_equal, NULL));
  for (guint i = 0; i < result->files->len; i++) {
    g_autofree char *path = g_build_filename (folder, result->files->pdata[i], NULL);
    GStatBuf info;

    g_assert_cmpint (g_stat (path, &info), ==, 0);
    g_assert_cmpint (info.st_size, >, 1000);
  }
  assert_sound (fixture);
  remove_folder (folder);
}

/* The number of a sheet is the same in a folder, in a set and alone, and is taken once. */
static void
test_files_have_the_numbers_of_the_set (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  g_autofree char *again = fixture_file (fixture, "again");
  g_autofree char *set = fixture_file (fixture, "set.json");
  const SgnSheetsRequest words = request (folder);
  const SgnSheetsRequest more = request (again);
  const SgnSheetRequest set_words = { .projection = { .document = "audit-set" },
                                      .format = "json",
                                      .path = set,
                                      .issued = ISSUED };
  g_autoptr (SgnSheetsResult) first = NULL;
  g_autoptr (SgnSheetsResult) second = NULL;
  g_autoptr (GAsyncResult) async_result = NULL;
  g_autoptr (SgnSheetResult) bound = NULL;
  guint issues;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  first = write_well (fixture, &words);
  issues = count_issues (fixture);
  g_assert_cmpuint (issues, >=, 2);
  second = write_well (fixture, &more);
  g_assert_cmpuint (count_issues (fixture), ==, issues);
  sgn_session_write_sheet_async (fixture->session, &set_words, fixture_done_cb, fixture);
  async_result = fixture_wait (fixture);
  bound = sgn_session_write_sheet_finish (fixture->session, async_result, NULL);
  g_assert_nonnull (bound);
  g_assert_cmpuint (count_issues (fixture), ==, issues + 1);
  g_assert_cmpuint (first->files->len, ==, second->files->len);
  for (guint i = 0; i < first->files->len; i++) {
    g_autofree char *a = g_build_filename (folder, first->files->pdata[i], NULL);
    g_autofree char *b = g_build_filename (again, second->files->pdata[i], NULL);
    g_autofree char *a_bytes = NULL;
    g_autofree char *b_bytes = NULL;
    gsize a_size, b_size;

    g_assert_true (g_file_get_contents (a, &a_bytes, &a_size, NULL));
    g_assert_true (g_file_get_contents (b, &b_bytes, &b_size, NULL));
    g_assert_cmpmem (a_bytes, a_size, b_bytes, b_size);
  }
  remove_folder (folder);
  remove_folder (again);
}

static void
test_one_act_takes_all_numbers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  SgnSheetsRequest words = request (folder);
  g_autoptr (SgnSheetsResult) result = NULL;
  const SgnIssue *issue;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  words.audience = SGN_AUDIENCE_PARTNER;
  words.recipient = "株式会社甲";
  result = write_well (fixture, &words);

  g_assert_false (has_file (result, "history.pdf"));
  issue = sgn_session_get_record (fixture->session)->issues->pdata[0];
  g_assert_cmpstr (issue->recipient, ==, "株式会社甲");
  g_assert_cmpstr (issue->audience, ==, "partner");
  g_assert_cmpstr (issue->issued_at, ==, ISSUED);
  remove_folder (folder);
}

static void
test_files_for_people_bear_titles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  g_autofree char *english = fixture_file (fixture, "english");
  SgnSheetsRequest words = request (folder);
  g_autoptr (SgnSheetsResult) result = NULL;
  g_autoptr (SgnSheetsResult) english_result = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  words.titled = TRUE;
  result = write_well (fixture, &words);
  g_assert_true (has_file (result, "01_自社診断の結果.pdf"));
  g_assert_true (has_file (result, "01_自社診断の結果.xlsx"));

  words.folder = english;
  words.language = SGN_LANGUAGE_EN;
  english_result = write_well (fixture, &words);
  g_assert_true (has_file (english_result, "01_Result of the self-check.pdf"));
  remove_folder (folder);
  remove_folder (english);
}

static void
test_a_read_only_file_gives_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  const SgnSheetsRequest words = request (folder);
  g_autoptr (SgnSheetsResult) result = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  result = write_well (fixture, &words);

  g_assert_cmpint (count_files (folder), ==, (int) result->files->len);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
  remove_folder (folder);
}

static void
test_nothing_to_write_makes_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  const SgnSheetsRequest words = request (folder);
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  g_assert_null (write_sheets (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_cmpint (count_files (folder), ==, -1);
}

static void
test_a_folder_with_something_in_it_stays_as_it_is (Fixture *fixture, gconstpointer data)
{
  const SgnSheetsRequest words = request (fixture->folder);
  g_autoptr (GError) error = NULL;
  int files;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  files = count_files (fixture->folder);
  g_assert_null (write_sheets (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_cmpint (count_files (fixture->folder), ==, files);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

/* The last sheet is refused: those before it do not stay. */
static void
test_one_refused_sheet_refuses_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "all");
  const SgnSheetsRequest words = request (folder);
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  const SgnPolicy policy = { .version = 1, .parts = parts };
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (parts, (gpointer) "owner", (gpointer) "外字\xEE\x80\x80です");
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_put_row (fixture, SGN_KIND_POLICY, "1", sgn_policy_to_row (&policy));

  g_assert_null (write_sheets (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "U+E000"));
  g_assert_cmpint (count_files (folder), ==, -1);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sheets/every-sheet-that-can-be-made-is-a-file",
       test_every_sheet_that_can_be_made_is_a_file);
  ADD ("/sheets/files-have-the-numbers-of-the-set", test_files_have_the_numbers_of_the_set);
  ADD ("/sheets/one-act-takes-all-numbers", test_one_act_takes_all_numbers);
  ADD ("/sheets/files-for-people-bear-titles", test_files_for_people_bear_titles);
  ADD ("/sheets/a-read-only-file-gives-copies", test_a_read_only_file_gives_copies);
  ADD ("/sheets/nothing-to-write-makes-no-folder", test_nothing_to_write_makes_no_folder);
  ADD ("/sheets/a-folder-with-something-in-it-stays-as-it-is",
       test_a_folder_with_something_in_it_stays_as_it_is);
  ADD ("/sheets/one-refused-sheet-refuses-all", test_one_refused_sheet_refuses_all);

  return g_test_run ();
}
