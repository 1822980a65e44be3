/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record.h"

#include "sgn-error.h"

#include <string.h>

static void
add (SgnRecord *record, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (row);
  sgn_record_add_row (record, kind, id, owned, &error);
  g_assert_no_error (error);
}

static void
assert_refused (SgnRecord *record, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_record_add_row (record, kind, id, owned, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
}

static void
add_assessment (SgnRecord *record, gint64 id, const char *catalogue, gint64 site, gboolean closed)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (SgnAssessment) assessment = g_new0 (SgnAssessment, 1);

  assessment->catalogue = g_strdup (catalogue);
  assessment->edition = g_strdup ("4.0");
  assessment->site = site;
  assessment->closed = closed;
  assessment->opened_at = g_strdup ("2026-11-02T09:00:00+09:00");
  add (record, SGN_KIND_ASSESSMENT, key, sgn_assessment_to_row (assessment));
}

static json_t *
make_answer (gint64 assessment, const char *item, const char *value)
{
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) item,
                       .value = (char *) value,
                       .at = (char *) "2026-11-02T10:00:00+09:00" };

  return sgn_answer_to_row (&answer);
}

static json_t *
make_evidence (gboolean retired)
{
  SgnEvidence evidence = { .sha256 = (char *) "ab",
                           .title = (char *) "画面",
                           .file_name = (char *) "a.png",
                           .media_type = (char *) "image/png",
                           .added_at = (char *) "2026-11-02T10:00:00+09:00",
                           .retired = retired };

  return sgn_evidence_to_row (&evidence);
}

static json_t *
make_declaration (const char *date)
{
  SgnDeclaration declaration = { .star = 1,
                                 .number = (char *) "50000000000",
                                 .date = (char *) date,
                                 .edition = (char *) "4.0" };

  return sgn_declaration_to_row (&declaration);
}

static void
test_a_new_record_is_empty (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  g_assert_cmpstr (record->profile->name, ==, "");
  g_assert_false (record->sample);
  g_assert_cmpuint (record->assessments->len, ==, 0);
  g_assert_null (record->head);
  g_assert_null (sgn_record_get_policy (record));
  g_assert_null (sgn_record_get_declaration (record));
  g_assert_null (sgn_record_find_newest (record, "ipa-self-check"));
}

static void
test_the_company_comes_with_its_sites (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷野");
  SgnSite site = { .name = (char *) "本社", .employees = -1 };

  add (record, SGN_KIND_SITE, "1", sgn_site_to_row (&site));
  add (record, SGN_KIND_COMPANY, "1", sgn_profile_to_row (profile, TRUE));

  g_assert_cmpstr (record->profile->name, ==, "株式会社𠮷野");
  g_assert_cmpuint (record->profile->sites->len, ==, 1);
  g_assert_true (record->sample);
}

static void
test_rows_come_into_the_order_of_their_ids (void)
{
  static const gint64 ids[] = { 10, 2, 33, 1, 9 };
  static const gint64 sorted[] = { 1, 2, 9, 10, 33 };
  g_autoptr (SgnRecord) record = sgn_record_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    add_assessment (record, ids[i], "ipa-self-check", 0, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++) {
    SgnAssessment *assessment = record->assessments->pdata[i];

    g_assert_cmpint (assessment->id, ==, sorted[i]);
    g_assert_true (sgn_record_find_assessment (record, sorted[i]) == assessment);
  }
  g_assert_null (sgn_record_find_assessment (record, 3));
  g_assert_null (sgn_record_find_assessment (record, 34));
}

static void
test_rows_that_do_not_fit_are_damage (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_assessment (record, 1, "ipa-self-check", 0, FALSE);
  add (record, SGN_KIND_ANSWER, "1/SD-01", make_answer (1, "SD-01", "done"));
  add (record, SGN_KIND_DECLARATION, "1", make_declaration ("2026-11-23"));

  assert_refused (record, SGN_KIND_ANSWER, "2/SD-01", make_answer (2, "SD-01", "done"));
  assert_refused (record, SGN_KIND_ANSWER, "1/SD-01", make_answer (1, "SD-01", "done"));
  assert_refused (record, SGN_KIND_EVIDENCE_LINK, "1/answer/1/SD-01",
                  sgn_evidence_link_to_row (1, "answer/1/SD-01"));
  assert_refused (record, SGN_KIND_PLACE, "1",
                  json_pack ("{s:i,s:s,s:n,s:n,s:n,s:n,s:n}", "declaration", 2, "place", "Web",
                             "place_en", "how", "how_en", "since", "confirmed"));
  assert_refused (record, "colour", "1", json_object ());
  assert_refused (record, SGN_KIND_COMPANY, "1", json_object ());
  assert_refused (record, SGN_KIND_PERSON, "1", json_object ());
  assert_refused (record, SGN_KIND_PERSON, "1", json_array ());
}

static void
test_ids_are_numbers_and_appear_once (void)
{
  static const char *const ids[] = { "1", "0", "-1", "x", "", "1x", "99999999999999999999" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();

    add (record, SGN_KIND_DECLARATION, "1", make_declaration ("2026-11-23"));
    assert_refused (record, SGN_KIND_DECLARATION, ids[i], make_declaration ("2026-11-23"));
  }
}

static void
test_a_company_row_needs_the_sample_mark (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  json_t *row = sgn_profile_to_row (profile, FALSE);

  json_object_del (row, "sample");
  assert_refused (record, SGN_KIND_COMPANY, "1", row);
}

static void
test_the_right_assessment_is_found (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnAssessment *third = NULL;

  add_assessment (record, 1, "ipa-self-check", 0, TRUE);
  add_assessment (record, 2, "ipa-self-check", 7, TRUE);
  add_assessment (record, 3, "ipa-self-check", 0, TRUE);
  add_assessment (record, 4, "ipa-rules", 0, TRUE);
  add_assessment (record, 5, "ipa-self-check", 0, FALSE);
  third = sgn_record_find_assessment (record, 3);
  g_assert_null (sgn_record_find_previous (record, third));
  for (gint64 i = 1; i <= 3; i++)
    add (record, SGN_KIND_ANSWER, "-", make_answer (i, "SD-01", "done"));

  g_assert_cmpint (sgn_record_find_newest (record, "ipa-self-check")->id, ==, 5);
  g_assert_cmpint (sgn_record_find_open (record, "ipa-self-check")->id, ==, 5);
  g_assert_null (sgn_record_find_open (record, "ipa-rules"));
  g_assert_cmpint (sgn_record_find_previous (record, third)->id, ==, 1);
  g_assert_null (sgn_record_find_previous (record, sgn_record_find_assessment (record, 2)));
  g_assert_null (sgn_record_find_previous (record, sgn_record_find_assessment (record, 1)));
  g_assert_cmpint (sgn_record_find_previous (record, sgn_record_find_assessment (record, 5))->id,
                   ==, 3);
}

static void
test_a_sheet_speaks_of_an_assessment_with_answers (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_assessment (record, 1, "ipa-self-check", 0, TRUE);
  add_assessment (record, 2, "ipa-self-check", 0, TRUE);
  add_assessment (record, 3, "ipa-self-check", 0, FALSE);
  g_assert_null (sgn_record_find_answered (record, "ipa-self-check"));

  add (record, SGN_KIND_ANSWER, "3/SD-01", make_answer (3, "SD-01", NULL));
  g_assert_null (sgn_record_find_answered (record, "ipa-self-check"));

  add (record, SGN_KIND_ANSWER, "1/SD-01", make_answer (1, "SD-01", "done"));
  g_assert_cmpint (sgn_record_find_answered (record, "ipa-self-check")->id, ==, 1);

  add (record, SGN_KIND_ANSWER, "2/SD-01", make_answer (2, "SD-01", "done"));
  g_assert_cmpint (sgn_record_find_answered (record, "ipa-self-check")->id, ==, 2);

  add (record, SGN_KIND_ANSWER, "3/SD-02", make_answer (3, "SD-02", "unknown"));
  g_assert_cmpint (sgn_record_find_answered (record, "ipa-self-check")->id, ==, 3);
}

static void
test_only_evidence_in_use_is_counted (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_assessment (record, 1, "ipa-self-check", 0, FALSE);
  add (record, SGN_KIND_EVIDENCE, "1", make_evidence (FALSE));
  add (record, SGN_KIND_EVIDENCE, "2", make_evidence (TRUE));
  add (record, SGN_KIND_EVIDENCE, "3", make_evidence (FALSE));
  for (gint64 i = 1; i <= 3; i++)
    add (record, SGN_KIND_EVIDENCE_LINK, "-", sgn_evidence_link_to_row (i, "answer/1/SD-01"));
  add (record, SGN_KIND_EVIDENCE_LINK, "-", sgn_evidence_link_to_row (1, "answer/1/SD-10"));

  g_assert_cmpuint (sgn_record_count_evidence (record, 1, "SD-01"), ==, 2);
  g_assert_cmpuint (sgn_record_count_evidence (record, 1, "SD-10"), ==, 1);
  g_assert_cmpuint (sgn_record_count_evidence (record, 1, "SD-1"), ==, 0);
  g_assert_cmpuint (sgn_record_count_evidence (record, 11, "SD-01"), ==, 0);
}

static void
test_the_newest_declaration_is_by_date_then_order (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add (record, SGN_KIND_DECLARATION, "1", make_declaration ("2026-11-23"));
  add (record, SGN_KIND_DECLARATION, "2", make_declaration ("2024-06-03"));
  g_assert_cmpint (sgn_record_get_declaration (record)->id, ==, 1);

  add (record, SGN_KIND_DECLARATION, "3", make_declaration ("2026-11-23"));
  g_assert_cmpint (sgn_record_get_declaration (record)->id, ==, 3);
}

static void
test_people_are_found_by_number_and_name (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnPerson first = { .name = (char *) "𠮷田 直子", .name_en = (char *) "YOSHIDA Naoko" };
  SgnPerson second = { .name = (char *) "吉田 直子" };

  add (record, SGN_KIND_PERSON, "1", sgn_person_to_row (&first));
  add (record, SGN_KIND_PERSON, "2", sgn_person_to_row (&second));

  g_assert_cmpint (sgn_record_find_person_named (record, "𠮷田 直子")->id, ==, 1);
  g_assert_cmpint (sgn_record_find_person_named (record, "YOSHIDA Naoko")->id, ==, 1);
  g_assert_cmpint (sgn_record_find_person_named (record, "吉田 直子")->id, ==, 2);
  g_assert_null (sgn_record_find_person_named (record, "吉田"));
  g_assert_cmpstr (sgn_record_find_person (record, 2)->name, ==, "吉田 直子");
  g_assert_null (sgn_record_find_person (record, 0));
}

static void
test_issues_keep_their_number (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnIssue issue = { .document = (char *) "basic-policy",
                     .audience = (char *) "internal",
                     .language = (char *) "ja",
                     .options = (char *) "",
                     .issued_at = (char *) "t",
                     .record_hash = (char *) "h" };

  add (record, SGN_KIND_ISSUE, "BP-2026-0001", sgn_issue_to_row (&issue));

  g_assert_cmpstr (((SgnIssue *) record->issues->pdata[0])->number, ==, "BP-2026-0001");
}

static void
test_a_record_is_shared_by_reference (void)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnRecord) other = sgn_record_ref (record);

  add_assessment (record, 1, "ipa-self-check", 0, FALSE);
  sgn_record_unref (record);

  g_assert_cmpuint (other->assessments->len, ==, 1);
}

static void
test_a_title_is_english_where_there_is_one (void)
{
  const SgnTask both = { .title = (char *) "試す", .title_en = (char *) "Try" };
  const SgnTask one = { .title = (char *) "試す" };
  const SgnEvidence empty = { .title = (char *) "画面", .title_en = (char *) "" };

  g_assert_cmpstr (sgn_task_get_title (&both, SGN_LANGUAGE_EN), ==, "Try");
  g_assert_cmpstr (sgn_task_get_title (&both, SGN_LANGUAGE_JA), ==, "試す");
  g_assert_cmpstr (sgn_task_get_title (&one, SGN_LANGUAGE_EN), ==, "試す");
  g_assert_cmpstr (sgn_evidence_get_title (&empty, SGN_LANGUAGE_EN), ==, "画面");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/a-new-record-is-empty", test_a_new_record_is_empty);
  g_test_add_func ("/record/a-title-is-english-where-there-is-one",
                   test_a_title_is_english_where_there_is_one);
  g_test_add_func ("/record/the-company-comes-with-its-sites",
                   test_the_company_comes_with_its_sites);
  g_test_add_func ("/record/rows-come-into-the-order-of-their-ids",
                   test_rows_come_into_the_order_of_their_ids);
  g_test_add_func ("/record/rows-that-do-not-fit-are-damage", test_rows_that_do_not_fit_are_damage);
  g_test_add_func ("/record/ids-are-numbers-and-appear-once", test_ids_are_numbers_and_appear_once);
  g_test_add_func ("/record/a-company-row-needs-the-sample-mark",
                   test_a_company_row_needs_the_sample_mark);
  g_test_add_func ("/record/the-right-assessment-is-found", test_the_right_assessment_is_found);
  g_test_add_func ("/record/a-sheet-speaks-of-an-assessment-with-answers",
                   test_a_sheet_speaks_of_an_assessment_with_answers);
  g_test_add_func ("/record/only-evidence-in-use-is-counted", test_only_evidence_in_use_is_counted);
  g_test_add_func ("/record/the-newest-declaration-is-by-date-then-order",
                   test_the_newest_declaration_is_by_date_then_order);
  g_test_add_func ("/record/people-are-found-by-number-and-name",
                   test_people_are_found_by_number_and_name);
  g_test_add_func ("/record/issues-keep-their-number", test_issues_keep_their_number);
  g_test_add_func ("/record/a-record-is-shared-by-reference", test_a_record_is_shared_by_reference);
  return g_test_run ();
}
