/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record-private.h"

#include "sgn-error.h"

/* A full row of each kind, canonical. */
#define PERSON                                                   \
  "{\"department\":\"総務課\",\"department_en\":\"General "   \
  "Affairs\",\"kana\":\"ヨシダ\",\"left_on\":\"2027-03-31\"," \
  "\"name\":\"𠮷田 直子\",\"name_en\":\"YOSHIDA Naoko\",\"role\":\"担当\",\"role_en\":\"Papers\"}"
#define SITE "{\"address\":\"岡谷市\",\"employees\":18,\"name\":\"本社\"}"
#define ASSESSMENT                                                                                   \
  "{\"catalogue\":\"ipa-self-check\",\"closed_at\":\"2026-11-20T16:42:00+09:00\","                   \
  "\"edition\":\"4.0\",\"level\":\"★3\",\"opened_at\":\"2026-11-02T09:00:00+09:00\",\"parent\":4," \
  "\"period_end\":"                                                                                  \
  "\"2026-11-20\","                                                                                  \
  "\"period_start\":\"2026-11-02\",\"person\":1,\"previous\":2,\"reviewed_by\":2,\"scope\":"         \
  "\"本社・工場\","                                                                             \
  "\"scope_en\":\"Office\",\"site\":3,\"state\":\"closed\"}"
#define ANSWER                                                                                    \
  "{\"assessment\":1,\"at\":\"2026-11-02T10:00:00+09:00\",\"carried_from\":\"answer/2/SD-01\","   \
  "\"expert\":\"seen\",\"expert_name\":\"林\",\"expert_on\":\"2026-11-05\",\"item\":\"SD-01\","  \
  "\"next_review\":\"2027-11-01\",\"note\":\"メモ\",\"person\":1,\"reviewed_by\":2,\"reviewed_" \
  "on\":\"2026-11-04\","                                                                          \
  "\"statement\":\"説明\",\"statement_en\":\"Words\",\"value\":\"done\"}"
#define EVIDENCE                                                                                \
  "{\"added_at\":\"2026-11-02T10:00:00+09:00\",\"dated\":\"2026-11-01\",\"expires\":\"2027-11-" \
  "01\",\"file_name\":\"a.png\",\"location_removed\":1,"                                        \
  "\"media_type\":\"image/"                                                                     \
  "png\",\"person\":1,\"replaces\":1,\"retired\":1,\"sha256\":\"ab\",\"size\":12,"              \
  "\"title\":\"画面\",\"title_en\":\"Screen\"}"
#define LINK "{\"evidence\":1,\"kind\":\"answer\",\"ref\":\"1/SD-01\"}"
#define DECLARATION                                                                      \
  "{\"account\":\"prime\",\"date\":\"2026-11-23\",\"edition\":\"4.0\",\"note\":\"注\"," \
  "\"number\":\"50000000000\",\"review\":\"2027-11-01\",\"star\":2}"
#define PLACE                                                                               \
  "{\"confirmed\":\"2026-11-24\",\"declaration\":1,\"how\":\"掲載\",\"how_en\":\"Page\"," \
  "\"place\":\"Web\",\"place_en\":\"Site\",\"since\":\"2026-11-24\"}"
#define POLICY                                                                                    \
  "{\"contact\":\"総務課\",\"contact_en\":\"General Affairs\",\"established\":\"2024-06-03\"," \
  "\"parts\":\"{\\\"law\\\":\\\"法令\\\",\\\"owner\\\":\\\"“代表”\\\"}\","                \
  "\"parts_en\":\"{\\\"owner\\\":\\\"Head\\\"}\",\"published_on\":\"2026-11-23\","                \
  "\"published_place\":\"https://a.example\",\"revised\":\"2026-11-23\"}"
#define ISSUE                                                                                      \
  "{\"audience\":\"partner\",\"document\":\"self-check-result\","                                  \
  "\"issued_at\":\"2026-11-23T10:00:00+09:00\",\"language\":\"ja\",\"options\":\"\",\"person\":1," \
  "\"recipient\":\"取引先\",\"record_hash\":\"cd\"}"
#define TASK                                                                                           \
  "{\"added_at\":\"2026-11-02T10:00:00+09:00\",\"done_on\":\"2026-11-22\",\"due\":\"2027-01-29\","     \
  "\"note\":\"メモ\",\"owner\":2,\"person\":1,\"state\":\"done\",\"title\":\"直す\",\"title_en\":" \
  "\"Mend\"}"
#define TASK_LINK "{\"kind\":\"answer\",\"ref\":\"1/SD-01\",\"task\":1}"
#define SETTING "{\"value\":\"4\"}"

static json_t *
parse (const char *text)
{
  json_t *json = json_loads (text, 0, NULL);

  g_assert_nonnull (json);
  return json;
}

static void
assert_row (json_t *row, const char *expected)
{
  g_autofree char *text = sgn_json_to_canonical (row);

  g_assert_cmpstr (text, ==, expected);
  json_decref (row);
}

/* Reads @row, and gives back what its struct is written as; NULL with @error. */
typedef json_t *(*Turn) (const json_t *row, GError **error);

static json_t *
turn_person (const json_t *row, GError **error)
{
  g_autoptr (SgnPerson) person = sgn_person_new_from_row (row, error);

  return person != NULL ? sgn_person_to_row (person) : NULL;
}

static json_t *
turn_assessment (const json_t *row, GError **error)
{
  g_autoptr (SgnAssessment) assessment = sgn_assessment_new_from_row (row, error);
  g_autoptr (SgnAssessment) copy = NULL;

  if (assessment == NULL)
    return NULL;
  copy = sgn_assessment_copy (assessment);
  return sgn_assessment_to_row (copy);
}

static json_t *
turn_answer (const json_t *row, GError **error)
{
  g_autoptr (SgnAnswer) answer = sgn_answer_new_from_row (row, error);
  g_autoptr (SgnAnswer) copy = NULL;

  if (answer == NULL)
    return NULL;
  copy = sgn_answer_copy (answer);
  return sgn_answer_to_row (copy);
}

static json_t *
turn_evidence (const json_t *row, GError **error)
{
  g_autoptr (SgnEvidence) evidence = sgn_evidence_new_from_row (row, error);

  return evidence != NULL ? sgn_evidence_to_row (evidence) : NULL;
}

static json_t *
turn_link (const json_t *row, GError **error)
{
  gint64 evidence = 0;
  g_autofree char *reference = sgn_evidence_link_read (row, &evidence, error);

  return reference != NULL ? sgn_evidence_link_to_row (evidence, reference) : NULL;
}

static json_t *
turn_declaration (const json_t *row, GError **error)
{
  g_autoptr (SgnDeclaration) declaration = sgn_declaration_new_from_row (row, error);

  return declaration != NULL ? sgn_declaration_to_row (declaration) : NULL;
}

static json_t *
turn_place (const json_t *row, GError **error)
{
  gint64 declaration = 0;
  g_autoptr (SgnPlace) place = sgn_place_new_from_row (row, &declaration, error);

  return place != NULL ? sgn_place_to_row (place, declaration) : NULL;
}

static json_t *
turn_policy (const json_t *row, GError **error)
{
  g_autoptr (SgnPolicy) policy = sgn_policy_new_from_row (row, error);
  g_autoptr (SgnPolicy) copy = NULL;

  if (policy == NULL)
    return NULL;
  copy = sgn_policy_copy (policy);
  return sgn_policy_to_row (copy);
}

static json_t *
turn_issue (const json_t *row, GError **error)
{
  g_autoptr (SgnIssue) issue = sgn_issue_new_from_row (row, error);

  return issue != NULL ? sgn_issue_to_row (issue) : NULL;
}

static json_t *
turn_task (const json_t *row, GError **error)
{
  g_autoptr (SgnTask) task = sgn_task_new_from_row (row, error);
  g_autoptr (SgnTask) copy = NULL;

  if (task == NULL)
    return NULL;
  copy = sgn_task_copy (task);
  return sgn_task_to_row (copy);
}

static json_t *
turn_task_link (const json_t *row, GError **error)
{
  gint64 task = 0;
  g_autofree char *reference = sgn_task_link_read (row, &task, error);

  return reference != NULL ? sgn_task_link_to_row (task, reference) : NULL;
}

static json_t *
turn_setting (const json_t *row, GError **error)
{
  g_autofree char *value = sgn_setting_read (row, error);

  return value != NULL ? sgn_setting_to_row (value) : NULL;
}

static json_t *
turn_site (const json_t *row, GError **error)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  if (!sgn_record_add_row (record, SGN_KIND_SITE, "1", row, error))
    return NULL;
  return sgn_site_to_row (record->profile->sites->pdata[0]);
}

static const struct {
  const char *kind;
  const char *row;
  const char *required; /* columns that may not be null */
  Turn turn;
} kinds[] = {
  { SGN_KIND_PERSON, PERSON, "name", turn_person },
  { SGN_KIND_SITE, SITE, "name", turn_site },
  { SGN_KIND_ASSESSMENT, ASSESSMENT, "catalogue edition state opened_at", turn_assessment },
  { SGN_KIND_ANSWER, ANSWER, "assessment item at", turn_answer },
  { SGN_KIND_EVIDENCE, EVIDENCE, "sha256 size title file_name media_type added_at retired",
    turn_evidence },
  { SGN_KIND_EVIDENCE_LINK, LINK, "evidence kind ref", turn_link },
  { SGN_KIND_DECLARATION, DECLARATION, "star number date edition", turn_declaration },
  { SGN_KIND_PLACE, PLACE, "declaration place", turn_place },
  { SGN_KIND_POLICY, POLICY, "parts parts_en", turn_policy },
  { SGN_KIND_ISSUE, ISSUE, "document audience language options issued_at record_hash", turn_issue },
  { SGN_KIND_TASK, TASK, "title state added_at", turn_task },
  { SGN_KIND_TASK_LINK, TASK_LINK, "task kind ref", turn_task_link },
  { SGN_KIND_SETTING, SETTING, "value", turn_setting },
};

static void
test_full_rows_come_back_as_they_went (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (json_t) row = parse (kinds[i].row);
    g_autoptr (GError) error = NULL;
    json_t *again = kinds[i].turn (row, &error);

    g_assert_no_error (error);
    assert_row (again, kinds[i].row);
  }
}

static gboolean
is_required (const char *required, const char *key)
{
  g_auto (GStrv) words = g_strsplit (required, " ", -1);

  return g_strv_contains ((const char *const *) words, key);
}

static void
test_only_required_columns_refuse_null (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (json_t) row = parse (kinds[i].row);
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach (row, key, value)
    {
      g_autoptr (json_t) changed = json_copy (row);
      g_autoptr (json_t) again = NULL;
      g_autoptr (GError) error = NULL;

      json_object_set_new (changed, key, json_null ());
      again = kinds[i].turn (changed, &error);
      if (is_required (kinds[i].required, key)) {
        g_assert_null (again);
        g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
      } else {
        g_assert_no_error (error);
        g_assert_true (json_equal (again, changed));
      }
    }
  }
}

/* As in a row that an earlier version wrote. */
static void
test_a_missing_column_is_null (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (json_t) row = parse (kinds[i].row);
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach (row, key, value)
    {
      g_autoptr (json_t) missing = json_copy (row);
      g_autoptr (json_t) null = json_copy (row);
      g_autoptr (json_t) again = NULL;
      g_autoptr (GError) error = NULL;

      json_object_del (missing, key);
      json_object_set_new (null, key, json_null ());
      again = kinds[i].turn (missing, &error);
      if (is_required (kinds[i].required, key))
        g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
      else
        g_assert_true (json_equal (again, null));
    }
  }
}

static void
test_wrong_columns_are_damage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (json_t) row = parse (kinds[i].row);
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach (row, key, value)
    {
      g_autoptr (json_t) wrong = json_copy (row);
      g_autoptr (GError) wrong_error = NULL;

      json_object_set_new (wrong, key, json_array ());
      g_assert_null (kinds[i].turn (wrong, &wrong_error));
      g_assert_error (wrong_error, SGN_ERROR, SGN_ERROR_DAMAGED);
    }
  }
}

static void
test_parts_of_a_policy_must_be_texts (void)
{
  static const char *const cases[] = {
    "", "null", "[]", "{\"owner\":1}", "{\"owner\":", "{\"a\":\"b\",\"a\":\"c\"}"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (json_t) row = parse (POLICY);
    g_autoptr (GError) error = NULL;

    sgn_json_set_string (row, "parts", cases[i]);
    g_assert_null (turn_policy (row, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
  }
}

static void
test_a_policy_without_parts_is_written_as_empty (void)
{
  g_autoptr (SgnPolicy) policy = g_new0 (SgnPolicy, 1);
  g_autoptr (json_t) row = sgn_policy_to_row (policy);

  g_assert_cmpstr (sgn_json_string (row, "parts"), ==, "{}");
  g_assert_cmpstr (sgn_json_string (row, "parts_en"), ==, "{}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-rows/full-rows-come-back-as-they-went",
                   test_full_rows_come_back_as_they_went);
  g_test_add_func ("/record-rows/only-required-columns-refuse-null",
                   test_only_required_columns_refuse_null);
  g_test_add_func ("/record-rows/a-missing-column-is-null", test_a_missing_column_is_null);
  g_test_add_func ("/record-rows/wrong-columns-are-damage", test_wrong_columns_are_damage);
  g_test_add_func ("/record-rows/parts-of-a-policy-must-be-texts",
                   test_parts_of_a_policy_must_be_texts);
  g_test_add_func ("/record-rows/a-policy-without-parts-is-written-as-empty",
                   test_a_policy_without_parts_is_written_as_empty);
  return g_test_run ();
}
