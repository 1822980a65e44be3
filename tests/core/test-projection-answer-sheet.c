/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static json_t *
make_sheet (SgnLibrary *library, const SgnRecord *record, const char *variant, gint64 assessment)
{
  const SgnProjectionRequest request = { .document = "answer-sheet",
                                         .variant = variant,
                                         .assessment = assessment };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

static const json_t *
get_item (const json_t *sheet, guint i)
{
  return json_array_get (json_object_get (sheet, "items"), i);
}

static void
test_a_blank_sheet_tells_no_answer (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) sheet = make_sheet (library, record, NULL, 0);
  const json_t *sections = json_object_get (sheet, "sections");

  assert_keys (sheet, "assessment audience catalogue choices company document format items "
                      "language options record sample score sections variant version");
  assert_text (sheet, "variant", "blank");
  g_assert_cmpuint (json_array_size (json_object_get (sheet, "items")), ==, 25);
  for (guint i = 0; i < 25; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    assert_keys (get_item (sheet, i), "id note number question section value word");
    assert_text (get_item (sheet, i), "number", number);
    assert_null (get_item (sheet, i), "value");
    assert_null (get_item (sheet, i), "note");
  }
  assert_number (json_array_get (sections, 1), "max", 52);
  assert_null (json_array_get (sections, 1), "total");
  assert_number (json_object_get (sheet, "score"), "max", 100);
  assert_null (json_object_get (sheet, "score"), "total");
}

static void
test_what_does_not_apply_is_not_zero (void)
{
  static const int points[] = { 4, 2, 0, -1 };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) sheet = make_sheet (library, record, NULL, 0);
  const json_t *choices = json_object_get (sheet, "choices");

  g_assert_cmpuint (json_array_size (choices), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    assert_number (json_array_get (choices, i), "points", points[i]);
  assert_text (json_array_get (choices, 4), "mark", "not-applicable");
  assert_null (json_array_get (choices, 4), "points");
}

static void
test_a_filled_sheet_has_answers_notes_and_sums (void)
{
  static const int totals[] = { 16, 44, 12 };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) sheet = make_sheet (library, record, "filled", 0);

  assert_text (json_object_get (sheet, "assessment"), "date", "2026-11-20");
  assert_text (get_item (sheet, 2), "value", "partial");
  assert_text (get_item (sheet, 2), "word", "一部実施");
  g_assert_nonnull (strstr (sgn_json_string (get_item (sheet, 2), "note"), "多要素認証"));
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    assert_number (json_array_get (json_object_get (sheet, "sections"), i), "total", totals[i]);
  assert_number (json_object_get (sheet, "score"), "total", 72);
}

/* What is left to answer is left to add up. */
static void
test_a_half_filled_sheet_has_no_sum (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) sheet = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-01", "done");
  add_answer (record, 1, "SD-02", "not-applicable");
  sheet = make_sheet (library, record, "filled", 0);

  assert_text (get_item (sheet, 0), "value", "done");
  assert_null (get_item (sheet, 2), "value");
  assert_null (json_array_get (json_object_get (sheet, "sections"), 0), "total");
  assert_null (json_object_get (sheet, "score"), "total");
}

/* A sheet to begin with needs nothing but the company. */
static void
test_an_empty_company_gets_the_current_questions (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) sheet = make_sheet (library, record, "blank", 0);

  assert_text (json_object_get (sheet, "catalogue"), "edition", "4.0");
  assert_null (sheet, "assessment");
}

static void
test_the_edition_is_that_of_the_check (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) begun = NULL;
  g_autoptr (json_t) named = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-self-check", "3.1"));
  begun = make_sheet (library, record, NULL, 0);
  named = make_sheet (library, record, NULL, 1);

  assert_text (json_object_get (begun, "catalogue"), "edition", "3.1");
  assert_text (json_object_get (named, "catalogue"), "edition", "4.0");
}

static void
test_a_site_gets_its_own (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  SgnSite site = { .name = (char *) "第二工場", .employees = 3 };
  g_autoptr (json_t) sheet = NULL;

  add_numbered_row (record, SGN_KIND_SITE, 2, sgn_site_to_row (&site));
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 9, make_part_row ("ipa-self-check", "4.0", 2, 0));
  add_answer (record, 9, "SD-01", "unknown");
  sheet = make_sheet (library, record, "filled", 9);

  assert_text (json_object_get (sheet, "assessment"), "scope", "第二工場");
  assert_text (get_item (sheet, 0), "value", "unknown");
  assert_null (get_item (sheet, 1), "value");
}

static void
test_a_person_is_named (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { .document = "answer-sheet",
                                         .language = SGN_LANGUAGE_EN,
                                         .recipient = "総務課　𠮷田" };
  g_autoptr (json_t) sheet = sgn_projection_new (library, record, &request, NULL);

  assert_text (sheet, "recipient", "総務課　𠮷田");
  assert_text (json_array_get (json_object_get (sheet, "choices"), 3), "word", "Unknown");
  g_assert_true (g_str_has_suffix (sgn_json_string (get_item (sheet, 0), "question"), "?"));
}

static void
test_what_cannot_be_made_says_why (void)
{
  static const struct {
    const char *variant;
    gint64 assessment;
    SgnAudience audience;
    int code;
    const char *says;
  } cases[] = {
    { "filled", 0, SGN_AUDIENCE_INTERNAL, SGN_ERROR_NOT_YET, "no answer" },
    { "filled", 1, SGN_AUDIENCE_INTERNAL, SGN_ERROR_NOT_YET, "no answer" },
    { "blank", 7, SGN_AUDIENCE_INTERNAL, SGN_ERROR_USAGE, "number 7" },
    { "blank", 2, SGN_AUDIENCE_INTERNAL, SGN_ERROR_USAGE, "ipa-rules" },
    { "blank", 3, SGN_AUDIENCE_INTERNAL, SGN_ERROR_NOT_YET, "9.9" },
    { "half", 0, SGN_AUDIENCE_INTERNAL, SGN_ERROR_USAGE, "blank, filled" },
    { "blank", 0, SGN_AUDIENCE_PARTNER, SGN_ERROR_USAGE, "partner" },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 3, make_assessment_row ("ipa-self-check", "9.9"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnProjectionRequest request = { .document = "answer-sheet",
                                           .variant = cases[i].variant,
                                           .audience = cases[i].audience,
                                           .assessment = cases[i].assessment };
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_projection_new (library, record, &request, &error));
    g_assert_error (error, SGN_ERROR, cases[i].code);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-answer-sheet/a-blank-sheet-tells-no-answer",
                   test_a_blank_sheet_tells_no_answer);
  g_test_add_func ("/projection-answer-sheet/what-does-not-apply-is-not-zero",
                   test_what_does_not_apply_is_not_zero);
  g_test_add_func ("/projection-answer-sheet/a-filled-sheet-has-answers-notes-and-sums",
                   test_a_filled_sheet_has_answers_notes_and_sums);
  g_test_add_func ("/projection-answer-sheet/a-half-filled-sheet-has-no-sum",
                   test_a_half_filled_sheet_has_no_sum);
  g_test_add_func ("/projection-answer-sheet/an-empty-company-gets-the-current-questions",
                   test_an_empty_company_gets_the_current_questions);
  g_test_add_func ("/projection-answer-sheet/the-edition-is-that-of-the-check",
                   test_the_edition_is_that_of_the_check);
  g_test_add_func ("/projection-answer-sheet/a-site-gets-its-own", test_a_site_gets_its_own);
  g_test_add_func ("/projection-answer-sheet/a-person-is-named", test_a_person_is_named);
  g_test_add_func ("/projection-answer-sheet/what-cannot-be-made-says-why",
                   test_what_cannot_be_made_says_why);
  return g_test_run ();
}
