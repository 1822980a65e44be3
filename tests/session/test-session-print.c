/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <string.h>

#include "sgn-error.h"

static SgnPages *
issue (Fixture *fixture, const SgnProjectionRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_issue_sheet_async (fixture->session, request, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_issue_sheet_finish (fixture->session, result, error);
}

static SgnPages *
issue_well (Fixture *fixture, const SgnProjectionRequest *request)
{
  g_autoptr (GError) error = NULL;
  SgnPages *pages = issue (fixture, request, &error);

  g_assert_no_error (error);
  return pages;
}

static guint
count_issues (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session)->issues->len;
}

static const SgnProjectionRequest result_sheet = { .document = "self-check-result" };

/* That the chain fits the record. */
static void
verify (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  sgn_session_verify_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  verification = sgn_session_verify_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static void
test_a_printed_sheet_is_on_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnPages) pages = NULL;
  const SgnIssue *on_record;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  pages = issue_well (fixture, &result_sheet);

  g_assert_cmpstr (sgn_pages_get_number (pages), ==, "SC-2026-0001");
  g_assert_cmpuint (count_issues (fixture), ==, 1);
  on_record = sgn_session_get_record (fixture->session)->issues->pdata[0];
  g_assert_cmpstr (on_record->number, ==, "SC-2026-0001");
  g_assert_cmpstr (on_record->document, ==, "self-check-result");
  g_assert_cmpstr (on_record->issued_at, ==, FIXTURE_NOW);
  verify (fixture);
}

static SgnSheetResult *
write_file (Fixture *fixture, const char *path)
{
  const SgnSheetRequest words = { .projection = result_sheet, .format = "pdf", .path = path };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SgnSheetResult *sheet;

  sgn_session_write_sheet_async (fixture->session, &words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  sheet = sgn_session_write_sheet_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return sheet;
}

static void
test_paper_and_file_of_one_issue_are_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.pdf");
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (SgnSheetResult) sheet = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  pages = issue_well (fixture, &result_sheet);
  sheet = write_file (fixture, path);

  g_assert_cmpstr (sgn_pages_get_number (pages), ==, sheet->number);
  g_assert_cmpuint (sgn_pages_get_n_pages (pages), ==, sheet->pages);
  g_assert_cmpuint (count_issues (fixture), ==, 1);
}

static void
test_a_set_takes_numbers_for_all_it_binds (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest set = { .document = "audit-set" };
  g_autoptr (SgnPages) pages = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  pages = issue_well (fixture, &set);

  g_assert_cmpstr (sgn_pages_get_number (pages), ==, "AS-2026-0001");
  g_assert_cmpuint (count_issues (fixture), >, 1);
}

static void
test_a_sheet_without_a_number_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest blank = { .document = "answer-sheet" };
  g_autoptr (SgnPages) pages = NULL;

  fixture_new_company (fixture);
  pages = issue_well (fixture, &blank);

  g_assert_null (sgn_pages_get_number (pages));
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
test_a_read_only_file_prints_a_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnPages) pages = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  pages = issue_well (fixture, &result_sheet);

  g_assert_null (sgn_pages_get_number (pages));
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
test_a_character_of_no_font_is_not_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-03", "done", "外字\xEE\x80\x80です");
  pages = issue (fixture, &result_sheet, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "U+E000"));
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
test_what_cannot_be_made_yet_is_not_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  pages = issue (fixture, &result_sheet, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_cmpuint (count_issues (fixture), ==, 0);
}

static void
test_the_request_may_go_at_once (Fixture *fixture, gconstpointer data)
{
  char *document = g_strdup ("declaration-poster");
  char *variant = g_strdup ("a3-horizontal");
  SgnProjectionRequest request = { .document = document, .variant = variant };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  double width = 0;
  double height = 0;

  fixture_new_company (fixture);
  sgn_session_issue_sheet_async (fixture->session, &request, fixture_done_cb, fixture);
  memset (document, '-', strlen (document));
  memset (variant, '-', strlen (variant));
  g_free (document);
  g_free (variant);
  request = (SgnProjectionRequest){ 0 };
  result = fixture_wait (fixture);
  pages = sgn_session_issue_sheet_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  sgn_pages_get_size (pages, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 1190.55, 0.1);
}

static void
test_nothing_is_printed_without_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  pages = issue (fixture, &result_sheet, &error);

  g_assert_null (pages);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

#define ADD(name, func) \
  g_test_add ("/print/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-printed-sheet-is-on-record", test_a_printed_sheet_is_on_record);
  ADD ("paper-and-file-of-one-issue-are-one", test_paper_and_file_of_one_issue_are_one);
  ADD ("a-set-takes-numbers-for-all-it-binds", test_a_set_takes_numbers_for_all_it_binds);
  ADD ("a-sheet-without-a-number-leaves-no-trace", test_a_sheet_without_a_number_leaves_no_trace);
  ADD ("a-read-only-file-prints-a-copy", test_a_read_only_file_prints_a_copy);
  ADD ("a-character-of-no-font-is-not-printed", test_a_character_of_no_font_is_not_printed);
  ADD ("what-cannot-be-made-yet-is-not-printed", test_what_cannot_be_made_yet_is_not_printed);
  ADD ("the-request-may-go-at-once", test_the_request_may_go_at_once);
  ADD ("nothing-is-printed-without-a-file", test_nothing_is_printed_without_a_file);

  return g_test_run ();
}
