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
  fixture_undo (fixture);

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

/* An open check of the self-check, 1, of a company with one site, whose check is 2. */
static void
new_company_of_a_site (Fixture *fixture)
{
  const SgnAnswerChange change = { .item = "SD-05", .value = "done", .site = "工場" };
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");
  SgnSite *site = g_new0 (SgnSite, 1);

  site->name = g_strdup ("工場");
  site->employees = -1;
  g_ptr_array_add (profile->sites, site);
  sgn_session_create_async (fixture->session, fixture->path, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

#define NUMBERED "item,value,note,statement\n1,done,,\n"
#define OLD "{\"catalogue\":\"ipa-self-check\",\"edition\":\"3.1\"," LINES
#define PLAIN "{\"catalogue\":\"ipa-self-check\"," LINES
#define LINES "\"answers\":[{\"item\":\"SD-01\",\"value\":\"done\"}]}"

static const struct {
  const char *name;
  const char *contents;
  SgnAnswerPlace place;
  gint64 assessment; /* where the answer is then; 0: refused */
} places[] = {
  { "a-number-with-its-guideline", NUMBERED, { .catalogue = "ipa-self-check" }, 1 },
  { "a-number-in-an-assessment", NUMBERED, { .assessment = 2 }, 2 },
  { "a-site", PLAIN, { .site = "工場" }, 2 },
  { "a-site-and-its-assessment", PLAIN, { .site = "工場", .assessment = 2 }, 2 },
  { "an-edition-the-file-leaves-open", PLAIN, { .catalogue = "ipa-self-check@3.1" }, 3 },
  { "an-edition-the-file-names", OLD, { .catalogue = "ipa-self-check" }, 3 },
  { "a-number-alone", NUMBERED, { 0 }, 0 },
  { "another-guideline", PLAIN, { .catalogue = "ipa-rules" }, 0 },
  { "another-edition", OLD, { .catalogue = "ipa-self-check@4.0" }, 0 },
  { "an-assessment-of-another-edition", OLD, { .assessment = 1 }, 0 },
  { "no-such-guideline", PLAIN, { .catalogue = "colours" }, 0 },
  { "no-such-assessment", PLAIN, { .assessment = 9 }, 0 },
  { "no-such-site", PLAIN, { .site = "支社" }, 0 },
  { "the-companys-assessment-for-a-site", PLAIN, { .site = "工場", .assessment = 1 }, 0 },
};

static void
test_answers_go_where_they_are_told (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *path = fixture_file (fixture, "answers");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const SgnAssessment *assessment = NULL;
  gint64 count;

  new_company_of_a_site (fixture);
  fixture_write (fixture, "answers", places[i].contents);
  sgn_session_import_async (fixture->session, path, &places[i].place, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  count = sgn_session_import_finish (fixture->session, result, &error);
  if (places[i].assessment == 0) {
    g_assert_cmpint (count, ==, -1);
    g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
    return;
  }

  g_assert_no_error (error);
  g_assert_cmpint (count, ==, 1);
  assessment =
    sgn_record_find_assessment (sgn_session_get_record (fixture->session), places[i].assessment);
  g_assert_nonnull (sgn_assessment_find_answer (assessment, "SD-01"));
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

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *name = g_strconcat ("/import/place/", places[i].name, NULL);

    g_test_add (name, Fixture, GSIZE_TO_POINTER (i), fixture_set_up,
                test_answers_go_where_they_are_told, fixture_tear_down);
  }

  return g_test_run ();
}
