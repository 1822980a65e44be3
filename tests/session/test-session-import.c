/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static gint64
import (Fixture *fixture, const char *contents, GError **error)
{
  g_autofree char *path = fixture_file (fixture, "answers");
  g_autoptr (GAsyncResult) result = NULL;

  fixture_write (fixture, "answers", contents);
  sgn_session_import_async (fixture->session, path, NULL, fixture_done_cb, fixture);
  result = fixture_wait (fixture);

  return sgn_session_import_finish (fixture->session, result, error);
}

static void
test_json_takes_edition_date_and_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SgnRecord *record;
  const SgnAssessment *assessment;
  gint64 count;

  fixture_new_company (fixture);
  count = import (
    fixture,
    "{\"catalogue\":\"ipa-self-check\",\"edition\":\"3.1\",\"date\":\"2025-11-14\","
    "\"by\":\"山﨑 健太\",\"answers\":[{\"item\":\"SD-01\",\"value\":\"done\",\"note\":\"メモ\"},"
    "{\"item\":\"2\",\"value\":\"unknown\"}]}",
    &error);
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, 2);

  record = sgn_session_get_record (fixture->session);
  assessment = sgn_record_find_newest (record, "ipa-self-check");
  g_assert_cmpstr (assessment->edition, ==, "3.1");
  g_assert_cmpstr (sgn_assessment_find_answer (assessment, "SD-02")->value, ==, "unknown");
  g_assert_true (
    g_str_has_prefix (sgn_assessment_find_answer (assessment, "SD-01")->at, "2025-11-14T"));
  g_assert_cmpuint (record->persons->len, ==, 1);
  g_assert_cmpstr (((SgnPerson *) g_ptr_array_index (record->persons, 0))->name, ==, "山﨑 健太");
}

static void
test_csv_is_told_by_its_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  g_assert_cmpint (
    import (fixture,
            "\xEF\xBB\xBFitem,value,note,statement\r\nSD-01,done,'=1+1,\r\nSD-02,partial,,\r\n",
            &error),
    ==, 2);
  g_assert_no_error (error);
  g_assert_cmpstr (sgn_assessment_find_answer (sgn_record_find_newest (sgn_session_get_record (
                                                                         fixture->session),
                                                                       "ipa-self-check"),
                                               "SD-01")
                     ->note,
                   ==, "=1+1");
}

static void
test_one_undo_takes_all_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  import (fixture, "item,value,note,statement\nSD-01,done,,\nSD-02,done,,\nSD-03,done,,\n", &error);
  g_assert_no_error (error);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 0);
  g_assert_true (sgn_session_get_record (fixture->session)->can_redo);
}

static void
test_an_edition_beside_its_guideline_is_kept (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  import (fixture,
          "{\"catalogue\":\"ipa-self-check@3.1\",\"answers\":[{\"item\":\"1\",\"value\":"
          "\"partial\"}]}",
          &error);
  g_assert_no_error (error);

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (record->assessments->len, ==, 2);
  g_assert_cmpstr (sgn_record_find_newest (record, "ipa-self-check")->edition, ==, "3.1");
}

static const struct {
  const char *name;
  const char *contents;
  int code;
} refused[] = {
  { "empty", "item,value,note,statement\n", SGN_ERROR_INVALID },
  { "twice", "item,value,note,statement\nSD-01,done,,\nSD-01,partial,,\n", SGN_ERROR_UNREADABLE },
  { "twice-by-id-and-number", "item,value,note,statement\nSD-01,done,,\n1,partial,,\n",
    SGN_ERROR_INVALID },
  { "unknown-item-at-the-end", "item,value,note,statement\nSD-01,done,,\nSD-77,done,,\n",
    SGN_ERROR_USAGE },
  { "unknown-value", "item,value,note,statement\nSD-01,done,,\nSD-02,maybe,,\n", SGN_ERROR_USAGE },
  { "not-json", "{\"answers\": [", SGN_ERROR_UNREADABLE },
  { "no-date",
    "{\"catalogue\":\"ipa-rules\",\"date\":\"yesterday\",\"answers\":[{\"item\":\"1\","
    "\"value\":\"done\"}]}",
    SGN_ERROR_UNREADABLE },
  { "no-time",
    "{\"catalogue\":\"ipa-rules\",\"answers\":[{\"item\":\"1\",\"value\":\"done\",\"at\":"
    "\"2026-11-20\"}]}",
    SGN_ERROR_UNREADABLE },
  { "a-number-without-its-guideline", "item,value\n1,done\n", SGN_ERROR_USAGE },
  { "unknown-edition",
    "{\"catalogue\":\"ipa-rules\",\"edition\":\"1.0\",\"answers\":[{\"item\":\"1\",\"value\":"
    "\"done\"}]}",
    SGN_ERROR_USAGE },
};

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  fixture_new_company (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", refused[i].name);
    g_assert_cmpint (import (fixture, refused[i].contents, &error), ==, -1);
    g_assert_error (error, SGN_ERROR, refused[i].code);
  }

  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
}

#define ADD(name, func) \
  g_test_add ("/import/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("json-takes-edition-date-and-person", test_json_takes_edition_date_and_person);
  ADD ("csv-is-told-by-its-content", test_csv_is_told_by_its_content);
  ADD ("one-undo-takes-all-back", test_one_undo_takes_all_back);
  ADD ("an-edition-beside-its-guideline-is-kept", test_an_edition_beside_its_guideline_is_kept);
  ADD ("all-or-nothing", test_all_or_nothing);

  return g_test_run ();
}
