/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sgn-form.h"

#include "sample-record.h"

static json_t *
project_calendar (const SgnRecord *record, SgnLanguage language)
{
  g_autoptr (SgnLibrary) library = load_library ();

  return project (library, record, "calendar", SGN_AUDIENCE_INTERNAL, language);
}

/* (nullable): the review called @title */
static const json_t *
find_review (const json_t *json, const char *title)
{
  size_t i;
  json_t *review;

  json_array_foreach (json_object_get (json, "reviews"), i,
                      review) if (g_strcmp0 (sgn_json_string (review, "title"), title) ==
                                  0) return review;
  return NULL;
}

static const char *
get_last_done (const json_t *review)
{
  const json_t *done = json_object_get (review, "done");

  return json_string_value (json_array_get (done, json_array_size (done) - 1));
}

static void
test_what_is_done_once_a_year_is_due_a_year_later (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_calendar (record, SGN_LANGUAGE_JA);
  const json_t *check = json_array_get (json_object_get (json, "reviews"), 1);
  const json_t *policy = find_review (json, "基本方針");

  assert_keys (json, "audience company document duties editions fiscal_month format language "
                     "legend options record reviews sample self_check tasks version");
  assert_keys (check, "done how_often next subject title");
  assert_text (check, "subject", "D");
  assert_text (check, "how_often", "年1回");
  g_assert_cmpstr (get_last_done (check), ==, "2026-11-20");
  g_assert_cmpuint (json_array_size (json_object_get (check, "done")), >=, 2);
  assert_text (check, "next", "2027-11-20");
  g_assert_cmpstr (get_last_done (policy), ==, "2026-11-23");
  assert_text (policy, "next", "2027-11-23");
  assert_number (json, "fiscal_month", 4);
}

static void
test_the_company_chooses_when_to_look_at_its_declaration (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_calendar (record, SGN_LANGUAGE_JA);
  const json_t *declaration = find_review (json, "宣言の内容と掲示場所");

  g_assert_cmpuint (json_array_size (json_object_get (declaration, "done")), ==, 2);
  assert_text (declaration, "next", "2027-11-01");
}

static void
test_evidence_ends_and_answers_are_looked_at_again (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  gint64 id = sgn_record_find_answered (record, "ipa-self-check")->id;
  const SgnAnswer answer = { .assessment = id,
                             .item = (char *) "SD-05",
                             .value = (char *) "partial",
                             .at = (char *) "2026-11-20T10:00:00+09:00",
                             .next_review = (char *) "2027-02-28" };
  const SgnEvidence evidence = { .id = 900,
                                 .sha256 = (char *) "a",
                                 .title = (char *) "点検の契約",
                                 .title_en = (char *) "Contract",
                                 .file_name = (char *) "a.pdf",
                                 .media_type = (char *) "application/pdf",
                                 .added_at = (char *) "2026-11-20T10:00:00+09:00",
                                 .expires = (char *) "2027-03-31" };
  g_autoptr (json_t) json = NULL;

  g_hash_table_remove (sgn_record_find_assessment (record, id)->answers, "SD-05");
  add_row (record, SGN_KIND_ANSWER, "x", sgn_answer_to_row (&answer));
  add_numbered_row (record, SGN_KIND_EVIDENCE, 900, sgn_evidence_to_row (&evidence));
  json = project_calendar (record, SGN_LANGUAGE_EN);

  assert_text (find_review (json, "Contract"), "next", "2027-03-31");
  assert_text (find_review (json, "Contract"), "subject", "Proof");
  for (size_t i = 0; i < json_array_size (json_object_get (json, "reviews")); i++) {
    const json_t *review = json_array_get (json_object_get (json, "reviews"), i);

    if (g_strcmp0 (sgn_json_string (review, "subject"), "D5") == 0) {
      assert_text (review, "next", "2027-02-28");
      return;
    }
  }
  g_assert_not_reached ();
}

/* (nullable): the duty of @items in @rhythm */
static const json_t *
find_duty (const json_t *json, const char *rhythm, const char *items)
{
  size_t i;
  json_t *duty;

  json_array_foreach (json_object_get (json, "duties"), i, duty)
  {
    if (g_strcmp0 (sgn_json_string (duty, "rhythm"), rhythm) == 0 &&
        g_strcmp0 (sgn_json_string (duty, "items"), items) == 0)
      return duty;
  }
  return NULL;
}

/* An answer to a criterion of SCS, perhaps looked over later. */
static void
answer_criterion (SgnRecord *record, const char *item, const char *value, const char *reviewed_on)
{
  const SgnAnswer answer = { .assessment = 1,
                             .item = (char *) item,
                             .value = (char *) value,
                             .at = (char *) "2026-05-31T10:00:00+09:00",
                             .reviewed_on = (char *) reviewed_on };

  add_row (record, SGN_KIND_ANSWER, item, sgn_answer_to_row (&answer));
}

/* @level: (nullable): the one aimed at */
static SgnRecord *
make_scs_record (const char *level)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  json_t *row = make_assessment_row ("scs", "2026-03-27");

  add_company (record, profile);
  sgn_json_set_string (row, "level", level);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, row);
  answer_criterion (record, "4-2-2-1", "met", "2026-08-15");
  answer_criterion (record, "4-2-2-3", "partly", NULL);
  answer_criterion (record, "6-1-1-4", "not-met", NULL);
  answer_criterion (record, "6-1-1-6", "unknown", NULL);
  answer_criterion (record, "1-2-1-3", "not-applicable", NULL);
  answer_criterion (record, "2-1-1-2", "met", NULL);
  answer_criterion (record, "3-2-1-5", "met", NULL); /* at ★4 only, each month */
  answer_criterion (record, "4-1-1-1", "met", NULL); /* nothing is to be done again */
  return record;
}

/* Of what is done, the criteria of one requirement in one row, due a year after the day that one of
 * them was looked at longest ago. */
static void
test_duties_are_those_that_are_done (void)
{
  g_autoptr (SgnRecord) record = make_scs_record (NULL);
  g_autoptr (json_t) json = project_calendar (record, SGN_LANGUAGE_JA);
  const json_t *two = find_duty (json, "yearly", "4-2-2-1 4-2-2-3");
  const json_t *one = find_duty (json, "yearly", "2-1-1-2");
  const json_t *joining = find_duty (json, "on-joining", "4-2-2-1");

  g_assert_cmpuint (json_array_size (json_object_get (json, "duties")), ==, 3);
  assert_keys (two, "done how_often items last next rhythm subject title");
  assert_text (two, "subject", "S 4-2-2");
  assert_text (two, "next", "2027-05-31");
  assert_text (two, "last", "2026-08-15");
  g_assert_cmpuint (json_array_size (json_object_get (two, "done")), ==, 2);
  assert_text (one, "subject", "S 2-1-1-2");
  assert_null (joining, "next");
  assert_text (joining, "last", "2026-08-15");
  assert_text (json_array_get (json_object_get (json, "editions"), 0), "catalogue", "scs");
  assert_text (json_array_get (json_object_get (json, "legend"), 0), "title", "SCSの基準");
}

static void
test_duties_of_a_higher_level_wait_for_it (void)
{
  g_autoptr (SgnRecord) record = make_scs_record ("★4");
  g_autoptr (json_t) json = project_calendar (record, SGN_LANGUAGE_EN);
  const json_t *monthly = find_duty (json, "monthly", "3-2-1-5");

  g_assert_cmpuint (json_array_size (json_object_get (json, "duties")), ==, 4);
  assert_text (monthly, "next", "2026-06-30"); /* June has no 31st */
  assert_text (monthly, "how_often", "Monthly");
}

/* A question that is still to be held against the official text is not on paper. */
static void
test_duties_of_unverified_questions_are_not_printed (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (json_t) json = NULL;

  add_company (record, profile);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("meti-management", "3.0"));
  add_answer (record, 1, "MG-1-4", "4");
  add_answer (record, 1, "MG-3-4", "3");
  json = project_calendar (record, SGN_LANGUAGE_JA);

  g_assert_cmpuint (json_array_size (json_object_get (json, "duties")), ==, 1);
  assert_text (find_duty (json, "yearly", "MG-3-4"), "subject", "M 3-4");
}

static void
test_tasks_are_those_of_the_plan (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_calendar (record, SGN_LANGUAGE_JA);
  const json_t *tasks = json_object_get (json, "tasks");

  g_assert_cmpuint (json_array_size (tasks), ==, 13);
  assert_text (json_array_get (tasks, 0), "subject", "D11 K6");
  assert_text (json_array_get (tasks, 0), "owner", "山﨑 健太");
}

static void
test_the_year_begins_when_the_company_says (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_row (record, SGN_KIND_SETTING, SGN_SETTING_FISCAL_MONTH, sgn_setting_to_row ("10"));
  json = project_calendar (record, SGN_LANGUAGE_JA);
  assert_number (json, "fiscal_month", 10);
}

static void
test_the_last_of_february_comes_back (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;
  json_t *row = json_object ();

  g_clear_pointer (&record->profile, sgn_profile_free);
  record->profile = sgn_profile_new ("株式会社見本");
  copy_texts (row, row, "revised contact contact_en published_place published_on");
  sgn_json_set_string (row, "established", "2028-02-29");
  sgn_json_set_string (row, "parts", "{}");
  sgn_json_set_string (row, "parts_en", "{}");
  add_row (record, SGN_KIND_POLICY, "1", row);
  json = project_calendar (record, SGN_LANGUAGE_EN);
  assert_text (find_review (json, "Basic policy"), "next", "2029-02-28");
}

static void
test_a_calendar_needs_something_with_a_date (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnProjectionRequest request = { .document = "calendar", .audience = SGN_AUDIENCE_INTERNAL };
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) partner = NULL;

  g_clear_pointer (&record->profile, sgn_profile_free);
  record->profile = sgn_profile_new ("株式会社見本");
  g_assert_null (sgn_projection_new (library, record, &request, &nothing));
  g_assert_error (nothing, SGN_ERROR, SGN_ERROR_NOT_YET);

  request.audience = SGN_AUDIENCE_PARTNER;
  g_assert_null (sgn_projection_new (library, record, &request, &partner));
  g_assert_error (partner, SGN_ERROR, SGN_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-calendar/duties-are-those-that-are-done",
                   test_duties_are_those_that_are_done);
  g_test_add_func ("/projection-calendar/duties-of-a-higher-level-wait-for-it",
                   test_duties_of_a_higher_level_wait_for_it);
  g_test_add_func ("/projection-calendar/duties-of-unverified-questions-are-not-printed",
                   test_duties_of_unverified_questions_are_not_printed);

  g_test_add_func ("/projection-calendar/what-is-done-once-a-year-is-due-a-year-later",
                   test_what_is_done_once_a_year_is_due_a_year_later);
  g_test_add_func ("/projection-calendar/the-company-chooses-when-to-look-at-its-declaration",
                   test_the_company_chooses_when_to_look_at_its_declaration);
  g_test_add_func ("/projection-calendar/evidence-ends-and-answers-are-looked-at-again",
                   test_evidence_ends_and_answers_are_looked_at_again);
  g_test_add_func ("/projection-calendar/tasks-are-those-of-the-plan",
                   test_tasks_are_those_of_the_plan);
  g_test_add_func ("/projection-calendar/the-year-begins-when-the-company-says",
                   test_the_year_begins_when_the_company_says);
  g_test_add_func ("/projection-calendar/the-last-of-february-comes-back",
                   test_the_last_of_february_comes_back);
  g_test_add_func ("/projection-calendar/a-calendar-needs-something-with-a-date",
                   test_a_calendar_needs_something_with_a_date);

  return g_test_run ();
}
