/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-session-catalogue.h"

#include <string.h>

#include "session-fixture.h"
#include "sgn-error.h"

static void
load_sheet (Fixture *fixture)
{
  g_autofree char *path = fixture_file (fixture, "sheet.csv");
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *key = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "sheet.csv", "No.,確認事項,回答,備考\n1,甲ですか。,,\n2,乙ですか。,,\n");
  sgn_session_load_catalogue_async (fixture->session, path, NULL, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  key = sgn_session_load_catalogue_finish (fixture->session, result, NULL);
  g_assert_nonnull (key);
}

static void
answer (Fixture *fixture, const char *item, const char *value, const char *statement)
{
  const SgnAnswerChange change = { .item = item,
                                   .value = value,
                                   .note = "社内のこと",
                                   .statement = statement };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void export(Fixture *fixture, const char *catalogue, const char *name)
{
  g_autofree char *path = fixture_file (fixture, name);
  const SgnSheetExport request = { .catalogue = catalogue, .path = path };

  sgn_session_export_catalogue_async (fixture->session, &request, fixture_done_cb, fixture);
}

/* What others are told is the answer and the statement, never the note. */
static void
test_the_sheet_goes_back_as_it_came (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "out.csv");
  g_autofree char *text = NULL;

  load_sheet (fixture);
  answer (fixture, "sheet-1-02", "done", "毎年行っています。");
  export(fixture, "sheet-1", "out.csv");
  fixture_expect (fixture);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text + 3, ==,
                   "No.,確認事項,回答,備考\r\n1,甲ですか。,,\r\n"
                   "2,乙ですか。,実施している,毎年行っています。\r\n");
}

static void
test_only_csv_and_xlsx_are_written (Fixture *fixture, gconstpointer data)
{
  load_sheet (fixture);
  answer (fixture, "sheet-1-01", "done", NULL);
  export(fixture, "sheet-1", "out.pdf");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  export(fixture, "sheet-1", "out.XLSX");
  fixture_expect (fixture);
  export(fixture, "sheet-1", "out.XLSX");
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);
}

static void
test_nothing_answered_is_not_yet (Fixture *fixture, gconstpointer data)
{
  load_sheet (fixture);
  export(fixture, "sheet-1", "out.csv");
  fixture_expect_error (fixture, SGN_ERROR_NOT_YET);
  export(fixture, "sheet-9", "out.csv");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  export(fixture, "ipa-threats", "out.csv");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session-catalogue-export/the-sheet-goes-back-as-it-came", Fixture, NULL,
              fixture_set_up, test_the_sheet_goes_back_as_it_came, fixture_tear_down);
  g_test_add ("/session-catalogue-export/only-csv-and-xlsx-are-written", Fixture, NULL,
              fixture_set_up, test_only_csv_and_xlsx_are_written, fixture_tear_down);
  g_test_add ("/session-catalogue-export/nothing-answered-is-not-yet", Fixture, NULL,
              fixture_set_up, test_nothing_answered_is_not_yet, fixture_tear_down);
  return g_test_run ();
}
