/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheet of the rules is made from. */
#include "sgn-digest.h"

#include "sample-record.h"

#define DOCUMENT "rules-result"

/* An answer, perhaps with a sentence for outsiders. */
static void
say (SgnRecord *record, const char *item, const char *value, const char *statement)
{
  g_autofree char *id = g_strdup_printf ("1/%s", item);
  SgnAnswer answer = { .assessment = 1,
                       .item = (char *) item,
                       .value = (char *) value,
                       .statement = (char *) statement,
                       .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (record, SGN_KIND_ANSWER, id, sgn_answer_to_row (&answer));
}

/* A company that answered the rules with @values, one a rule; NULL leaves one out. The first
 * @n_said of them have a sentence for outsiders. */
static SgnRecord *
make_record (const char *const *values, int n_said)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  add_company (record, profile);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-rules", "4.0"));
  for (int i = 0; i < 6; i++) {
    g_autofree char *item = g_strdup_printf ("RU-%d", i + 1);

    if (values[i] != NULL)
      say (record, item, values[i], i < n_said ? "社外への文" : NULL);
  }
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

static json_t *
project_for_partner (SgnLibrary *library, const SgnRecord *record, gboolean with_unmet)
{
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA,
                                         with_unmet, 0 };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

/* The numbers of the rules that are listed, one after the other. */
static char *
list_numbers (const json_t *json)
{
  GString *numbers = g_string_new (NULL);
  gsize i = 0;
  json_t *item = NULL;

  json_array_foreach (json_object_get (json, "items"), i, item)
  {
    g_string_append (numbers, sgn_json_string (item, "number"));
  }
  return g_string_free (numbers, FALSE);
}

/* The number of the check of the rules in the sample. */
static gint64
find_rules (const SgnRecord *record)
{
  return sgn_record_find_newest (record, "ipa-rules")->id;
}

static void
link_proof (SgnRecord *record, gint64 evidence, gint64 assessment, const char *item)
{
  g_autofree char *reference = g_strdup_printf ("answer/%" G_GINT64_FORMAT "/%s", assessment, item);

  link_evidence (record, evidence, reference);
}

static void
test_the_sample_has_six_rules_in_order (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json =
    project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  g_autofree char *numbers = list_numbers (json);
  const json_t *item = json_array_get (json_object_get (json, "items"), 2);
  const json_t *counts = json_object_get (json, "counts");

  g_assert_cmpstr (numbers, ==, "123456");
  assert_keys (item, "evidence evidence_titles id mark note number statement title value word");
  assert_text (item, "id", "RU-3");
  assert_text (item, "title", "パスワードを強化しよう！");
  assert_text (item, "value", "partial");
  assert_text (item, "word", "一部のみ");
  assert_number (counts, "done", 4);
  assert_number (counts, "partial", 2);
  assert_number (counts, "none", 0);
  assert_text (json_object_get (json, "catalogue"), "id", "ipa-rules");
  assert_text (json_object_get (json, "catalogue"), "edition", "4.0");
  assert_text (json_object_get (json, "assessment"), "scope", "本社・工場");
  assert_text (json_object_get (json_object_get (json, "assessment"), "answered_by"), "name",
               "山﨑 健太");
  assert_keys (json, "answers assessment audience catalogue company counts document format items "
                     "language options record sample values version whole");
}

static void
test_partners_see_states_and_statements_only (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) japanese =
    project (library, record, DOCUMENT, SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  g_autoptr (json_t) english =
    project (library, record, DOCUMENT, SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  const json_t *item = json_array_get (json_object_get (japanese, "items"), 0);
  const json_t *assessment = json_object_get (japanese, "assessment");

  assert_keys (item, "id mark number statement title value word");
  assert_keys (assessment, "answered_department date period_end period_start reviewed_role scope "
                           "state");
  assert_text (assessment, "answered_department", "総務課");
  assert_text (assessment, "reviewed_role", "代表取締役");
  item = json_array_get (json_object_get (english, "items"), 0);
  assert_text (item, "title", "Keep the OS and software up to date");
  assert_text (item, "word", "Working on it");
  g_assert_true (g_str_has_prefix (sgn_json_string (item, "statement"), "Automatic updates"));
}

static void
test_proof_is_named_to_the_company (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) japanese = NULL;
  g_autoptr (json_t) english = NULL;
  const json_t *item = NULL;

  link_proof (record, 1, find_rules (record), "RU-1");
  link_proof (record, 2, find_rules (record), "RU-1");
  link_proof (record, 1, find_rules (record) - 1, "RU-2"); /* of another assessment */
  japanese = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  english = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);
  item = json_array_get (json_object_get (japanese, "items"), 0);

  assert_number (item, "evidence", 2);
  g_assert_cmpstr (json_string_value (
                     json_array_get (json_object_get (item, "evidence_titles"), 0)),
                   ==, "機器とソフトの一覧（11月）");
  assert_number (json_array_get (json_object_get (japanese, "items"), 1), "evidence", 0);
  item = json_array_get (json_object_get (english, "items"), 0);
  g_assert_cmpuint (json_array_size (json_object_get (item, "evidence_titles")), ==, 2);
}

/* What a partner sees, by what was answered: rules 1 and 2 have a sentence for outsiders. */
static const struct {
  const char *name;
  const char *values[6];
  const char *shown;
  const char *shown_with_unmet;
  gboolean counted;
} cases[] = {
  { "all-six", { "done", "done", "partial", "done", "done", "done" }, "123456", "123456", TRUE },
  { "one-does-not-apply",
    { "done", "done", "partial", "done", "not-applicable", "done" },
    "123456",
    "123456",
    TRUE },
  { "one-not-yet",
    { "done", "partial", "done", "done", "not-done", "done" },
    "12",
    "123456",
    FALSE },
  { "one-unknown", { "done", "done", "done", "unknown", "done", "done" }, "12", "123456", FALSE },
  { "one-not-answered", { "done", "done", "done", "done", "done", NULL }, "12", "123456", FALSE },
  { "none-yet", { "not-done", "unknown", "done", NULL, NULL, NULL }, "", "123456", FALSE },
};

static void
test_unmet_rules_are_kept_back (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (cases[i].values, 2);
  g_autoptr (json_t) json = NULL;
  g_autoptr (json_t) whole = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  json = project_for_partner (library, record, FALSE);
  whole = project_for_partner (library, record, TRUE);
  shown = list_numbers (json);
  all = list_numbers (whole);

  g_assert_cmpstr (shown, ==, cases[i].shown);
  g_assert_cmpstr (all, ==, cases[i].shown_with_unmet);
  g_assert_true ((json_object_get (json, "counts") != NULL) == cases[i].counted);
  g_assert_true (sgn_json_boolean (json, "whole") == cases[i].counted);
  g_assert_nonnull (json_object_get (whole, "counts"));
  assert_text (whole, "options", "with-unmet");
}

/* The answers that go out with the sheet are those that are printed. */
static void
test_answers_keep_back_the_same (void)
{
  static const char *const values[] = { "done", "done", "done", "done", "not-done", "done" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (values, 1);
  g_autoptr (json_t) json = project_for_partner (library, record, FALSE);
  const json_t *answers = NULL;

  answers = json_object_get (json_object_get (json, "answers"), "answers");

  g_assert_cmpuint (json_array_size (answers), ==, 1);
  assert_text (json_array_get (answers, 0), "item", "RU-1");
}

static void
test_the_edition_answered_is_the_one_shown (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (json_t) json = NULL;
  g_autofree char *numbers = NULL;

  add_company (record, profile);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-rules", "3.1"));
  add_answer (record, 1, "RU-1", "done");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  numbers = list_numbers (json);

  g_assert_cmpstr (numbers, ==, "12345");
  assert_text (json_object_get (json, "catalogue"), "edition", "3.1");
  assert_text (json, "title", "情報セキュリティ5か条　取組確認書");
  assert_text (json, "short", "5か条 取組確認書");
  assert_number (json_object_get (json, "counts"), "none", 4);
}

static void
test_the_current_edition_is_called_as_the_document (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  g_assert_null (json_object_get (json, "title"));
  g_assert_null (json_object_get (json, "short"));
}

static void
assert_refused (SgnLibrary *library, const SgnRecord *record, gint64 assessment, int code)
{
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE,
                                         assessment };
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_nothing_answered_is_said (void)
{
  static const char *const none[6] = { NULL };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) empty = make_record (none, 0);
  g_autoptr (SgnRecord) sample = make_sample_record ();
  g_autoptr (SgnRecord) newer = make_record (none, 0);

  assert_refused (library, empty, 0, SGN_ERROR_NOT_YET);
  assert_refused (library, sample, 99, SGN_ERROR_USAGE);
  assert_refused (library, sample, find_rules (sample) - 1, SGN_ERROR_USAGE); /* a self-check */
  add_numbered_row (newer, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "9.0"));
  add_answer (newer, 2, "RU-1", "done");
  assert_refused (library, newer, 0, SGN_ERROR_NOT_YET);
}

static void
test_a_chosen_assessment_is_shown (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE,
                                         find_rules (record) };
  g_autoptr (json_t) chosen = NULL;
  g_autoptr (json_t) usual = NULL;
  g_autofree char *chosen_hash = NULL;
  g_autofree char *usual_hash = NULL;

  chosen = sgn_projection_new (library, record, &request, NULL);
  usual = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  chosen_hash = sgn_digest_of_json (chosen);
  usual_hash = sgn_digest_of_json (usual);

  g_assert_cmpstr (chosen_hash, ==, usual_hash);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-rules/the-sample-has-six-rules-in-order",
                   test_the_sample_has_six_rules_in_order);
  g_test_add_func ("/projection-rules/partners-see-states-and-statements-only",
                   test_partners_see_states_and_statements_only);
  g_test_add_func ("/projection-rules/proof-is-named-to-the-company",
                   test_proof_is_named_to_the_company);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/projection-rules/kept-back/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_unmet_rules_are_kept_back);
  }
  g_test_add_func ("/projection-rules/answers-keep-back-the-same", test_answers_keep_back_the_same);
  g_test_add_func ("/projection-rules/the-current-edition-is-called-as-the-document",
                   test_the_current_edition_is_called_as_the_document);
  g_test_add_func ("/projection-rules/the-edition-answered-is-the-one-shown",
                   test_the_edition_answered_is_the_one_shown);
  g_test_add_func ("/projection-rules/nothing-answered-is-said", test_nothing_answered_is_said);
  g_test_add_func ("/projection-rules/a-chosen-assessment-is-shown",
                   test_a_chosen_assessment_is_shown);
  return g_test_run ();
}
