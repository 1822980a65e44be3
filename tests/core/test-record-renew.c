/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-record.h"

#include "message-form.h"

static const SgnAnswer first = { 1, (char *) "SD-01", (char *) "done", .at = (char *) "t" };
static const SgnAnswer second = { 1, (char *) "SD-02", (char *) "unknown", .at = (char *) "t" };
static const SgnAnswer other = { 2, (char *) "SD-01", (char *) "partial", .at = (char *) "t" };

static SgnRecord *
new_record (void)
{
  SgnRecord *record = sgn_record_new ();
  const SgnAssessment assessment = { .catalogue = (char *) "ipa-self-check",
                                     .edition = (char *) "4.0",
                                     .opened_at = (char *) "t" };
  const SgnPerson person = { .name = (char *) "田中 一郎" };

  add_row (record, SGN_KIND_PERSON, "1", sgn_person_to_row (&person));
  add_row (record, SGN_KIND_ASSESSMENT, "1", sgn_assessment_to_row (&assessment));
  add_row (record, SGN_KIND_ASSESSMENT, "2", sgn_assessment_to_row (&assessment));
  add_row (record, SGN_KIND_ANSWER, "1/SD-01", sgn_answer_to_row (&first));
  add_row (record, SGN_KIND_ANSWER, "1/SD-02", sgn_answer_to_row (&second));
  add_row (record, SGN_KIND_ANSWER, "2/SD-01", sgn_answer_to_row (&other));
  add_row (record, SGN_KIND_SETTING, "first-month", sgn_setting_to_row ("4"));
  return record;
}

/* @list: (nullable): the one list to be filled again */
static SgnRecord *
renew (const SgnRecord *before, const char *list)
{
  g_autoptr (GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);

  if (list != NULL)
    g_hash_table_add (lists, (gpointer) list);
  return sgn_record_renew (before, lists);
}

static gboolean
change_answer (SgnRecord *record, const char *id, const SgnAnswer *answer, GError **error)
{
  g_autoptr (GHashTable) answers =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_decref);

  g_hash_table_insert (answers, (gpointer) id,
                       answer != NULL ? sgn_answer_to_row (answer) : json_null ());
  return sgn_record_change_answers (record, answers, error);
}

static const char *
get_value (const SgnRecord *record, gint64 assessment, const char *item)
{
  const SgnAnswer *answer =
    sgn_assessment_find_answer (sgn_record_find_assessment (record, assessment), item);

  return answer != NULL ? answer->value : NULL;
}

static void
test_rows_stand_in_the_list_of_their_owner (void)
{
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_ANSWER), ==, SGN_KIND_ASSESSMENT);
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_SITE), ==, SGN_KIND_COMPANY);
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_PLACE), ==, SGN_KIND_DECLARATION);
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_EVIDENCE_LINK), ==, SGN_KIND_EVIDENCE);
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_TASK_LINK), ==, SGN_KIND_TASK);
  g_assert_cmpstr (sgn_record_get_list (SGN_KIND_PERSON), ==, SGN_KIND_PERSON);
}

static void
test_what_did_not_change_is_shared (void)
{
  g_autoptr (SgnRecord) before = new_record ();
  g_autoptr (SgnRecord) after = renew (before, SGN_KIND_PERSON);

  g_assert_cmpuint (after->persons->len, ==, 0);
  g_assert_cmpuint (before->persons->len, ==, 1);
  g_assert_true (after->assessments == before->assessments);
  g_assert_true (after->settings == before->settings);
  g_assert_true (after->catalogues == before->catalogues);
}

static void
test_a_record_outlives_the_one_it_shares_with (void)
{
  SgnRecord *before = new_record ();
  g_autoptr (SgnRecord) after = renew (before, NULL);

  sgn_record_unref (before);

  g_assert_cmpstr (get_value (after, 1, "SD-02"), ==, "unknown");
  g_assert_cmpstr (sgn_record_find_person (after, 1)->name, ==, "田中 一郎");
}

static void
test_the_company_and_settings_are_left_out_when_they_changed (void)
{
  g_autoptr (SgnRecord) before = new_record ();
  g_autoptr (SgnRecord) without_settings = renew (before, SGN_KIND_SETTING);
  g_autoptr (SgnRecord) without_company = renew (before, SGN_KIND_COMPANY);

  g_assert_cmpuint (g_hash_table_size (without_settings->settings), ==, 0);
  g_assert_cmpuint (g_hash_table_size (before->settings), ==, 1);
  g_assert_cmpstr (without_company->profile->name, ==, "");
}

static void
test_answers_change_in_the_new_record_only (void)
{
  static const SgnAnswer changed = { 1, (char *) "SD-01", (char *) "partial", .at = (char *) "u" };
  static const SgnAnswer added = { 1, (char *) "SD-03", (char *) "done", .at = (char *) "u" };
  static const struct {
    const char *id;
    const SgnAnswer *answer; /* (nullable): taken away */
    const char *item;
    const char *before;
    const char *after;
  } cases[] = {
    { "1/SD-01", &changed, "SD-01", "done", "partial" },
    { "1/SD-03", &added, "SD-03", NULL, "done" },
    { "1/SD-02", NULL, "SD-02", "unknown", NULL },
    { "1/SD-04", NULL, "SD-04", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) before = new_record ();
    g_autoptr (SgnRecord) after = renew (before, NULL);
    g_autoptr (GError) error = NULL;

    change_answer (after, cases[i].id, cases[i].answer, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (get_value (before, 1, cases[i].item), ==, cases[i].before);
    g_assert_cmpstr (get_value (after, 1, cases[i].item), ==, cases[i].after);
    g_assert_true (sgn_record_find_assessment (after, 2)->answers ==
                   sgn_record_find_assessment (before, 2)->answers);
  }
}

static void
test_an_answer_without_its_assessment_is_damage (void)
{
  static const SgnAnswer lost = { 3, (char *) "SD-01", (char *) "done", .at = (char *) "u" };
  g_autoptr (SgnRecord) before = new_record ();
  g_autoptr (SgnRecord) after = renew (before, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (change_answer (after, "3/SD-01", &lost, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
  assert_is_sentence (error->message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-renew/rows-stand-in-the-list-of-their-owner",
                   test_rows_stand_in_the_list_of_their_owner);
  g_test_add_func ("/record-renew/what-did-not-change-is-shared",
                   test_what_did_not_change_is_shared);
  g_test_add_func ("/record-renew/a-record-outlives-the-one-it-shares-with",
                   test_a_record_outlives_the_one_it_shares_with);
  g_test_add_func ("/record-renew/the-company-and-settings-are-left-out-when-they-changed",
                   test_the_company_and_settings_are_left_out_when_they_changed);
  g_test_add_func ("/record-renew/answers-change-in-the-new-record-only",
                   test_answers_change_in_the_new_record_only);
  g_test_add_func ("/record-renew/an-answer-without-its-assessment-is-damage",
                   test_an_answer_without_its_assessment_is_damage);
  return g_test_run ();
}
