/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-policy-guard.h"

#include "sample-record.h"

#define AT "2026-11-20T10:00:00+09:00"

typedef struct {
  SgnLibrary *library;
  SgnRecord *record;
  SgnPolicyGuard *guard;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = load_library ();
  fixture->record = sgn_record_new ();
  add_numbered_row (fixture->record, SGN_KIND_ASSESSMENT, 1,
                    make_assessment_row ("ipa-self-check", "4.0"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->guard, sgn_policy_guard_free);
  sgn_record_unref (fixture->record);
  sgn_library_unref (fixture->library);
}

static void
answer (Fixture *fixture, const char *item, const char *value)
{
  SgnAnswer answer = { .assessment = 1,
                       .item = (char *) item,
                       .value = (char *) value,
                       .at = (char *) AT };

  add_row (fixture->record, SGN_KIND_ANSWER, "1/x", sgn_answer_to_row (&answer));
}

static GPtrArray *
check (Fixture *fixture, const char *part, SgnLanguage language, const char *text)
{
  g_clear_pointer (&fixture->guard, sgn_policy_guard_free);
  fixture->guard = sgn_policy_guard_new (fixture->library, fixture->record, SGN_LANGUAGE_EN);
  return sgn_policy_guard_check (fixture->guard, part, language, text);
}

static const struct {
  const char *name;
  const char *value; /* (nullable): of the question on incidents */
  const char *part;
  SgnLanguage language;
  const char *text;
  guint count;
  guint start;
  guint end;
  const char *instead;
} cases[] = {
  { "not-promised", "not-done", "incidents", SGN_LANGUAGE_JA, "事故には早く対処します。", 0, 0, 0,
    NULL },
  { "promised-and-not-done", "not-done", "incidents", SGN_LANGUAGE_JA,
    "事故には速やかに対処し、知らせます。", 1, 4, 11,
    "事故にはできることから対処し、知らせます。" },
  { "promised-and-done-in-part", "partial", "incidents", SGN_LANGUAGE_JA, "速やかに対処し、", 1, 0,
    7, "できることから対処し、" },
  { "promised-and-unknown", "unknown", "incidents", SGN_LANGUAGE_EN, "We ACT at once.", 1, 3, 14,
    "We do what we can." },
  { "promised-and-done", "done", "incidents", SGN_LANGUAGE_JA, "速やかに対処し、", 0, 0, 0, NULL },
  { "promised-and-not-applicable", "not-applicable", "incidents", SGN_LANGUAGE_JA,
    "速やかに対処し、", 0, 0, 0, NULL },
  { "promised-and-not-answered", NULL, "incidents", SGN_LANGUAGE_JA, "速やかに対処し、", 0, 0, 0,
    NULL },
  { "inside-another-word", "not-done", "incidents", SGN_LANGUAGE_EN, "We react at once.", 0, 0, 0,
    NULL },
  { "in-another-part", "not-done", "law", SGN_LANGUAGE_JA, "速やかに対処し、", 0, 0, 0, NULL },
  { "in-the-other-language", "not-done", "incidents", SGN_LANGUAGE_EN, "速やかに対処し、", 0, 0, 0,
    NULL },
  { "nothing", "not-done", "incidents", SGN_LANGUAGE_JA, "", 0, 0, 0, NULL },
};

static void
test_promise (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) found = NULL;
  const SgnPolicyFinding *finding;

  if (cases[i].value != NULL)
    answer (fixture, "SD-24", cases[i].value);
  found = check (fixture, cases[i].part, cases[i].language, cases[i].text);
  g_assert_cmpuint (found->len, ==, cases[i].count);
  if (cases[i].count == 0)
    return;

  finding = g_ptr_array_index (found, 0);
  g_assert_cmpint (finding->fault, ==, SGN_POLICY_FAULT_PROMISE);
  g_assert_cmpuint (finding->start, ==, cases[i].start);
  g_assert_cmpuint (finding->end, ==, cases[i].end);
  g_assert_cmpstr (finding->instead, ==, cases[i].instead);
  g_assert_cmpstr (finding->item, ==, "SD-24");
  g_assert_cmpstr (finding->number, ==, "24");
  g_assert_cmpstr (finding->catalogue, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (finding->at, ==, AT);
  g_assert_null (finding->person);
}

/* What is proposed promises nothing more that the answer denies. */
static void
test_every_proposal_is_true (Fixture *fixture, gconstpointer data)
{
  GPtrArray *parts = fixture->library->policy->parts;
  guint count = 0;

  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    answer (fixture, item, "not-done");
  }
  for (guint i = 0; i < parts->len; i++)
    for (guint language = 0; language < 2; language++) {
      const SgnPolicyPart *part = g_ptr_array_index (parts, i);
      const char *text = sgn_text_get (&part->text, language);
      g_autoptr (GPtrArray) found = check (fixture, part->id, language, text);

      for (guint j = 0; j < found->len; j++) {
        const SgnPolicyFinding *finding = g_ptr_array_index (found, j);
        g_autoptr (GPtrArray) again = check (fixture, part->id, language, finding->instead);

        g_assert_cmpuint (again->len, ==, 0);
        count++;
      }
    }
  g_assert_cmpuint (count, ==, 8);
}

static void
test_a_claim_is_found_where_it_stands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found =
    check (fixture, SGN_POLICY_CONTACT, SGN_LANGUAGE_JA, "当社は二つ星を取得しました。");
  const SgnPolicyFinding *finding;

  g_assert_cmpuint (found->len, ==, 1);
  finding = g_ptr_array_index (found, 0);
  g_assert_cmpint (finding->fault, ==, SGN_POLICY_FAULT_CLAIM);
  g_assert_cmpstr (finding->phrase, ==, "二つ星を取得");
  g_assert_cmpuint (finding->start, ==, 3);
  g_assert_nonnull (finding->message);
}

static void
test_what_is_missing_is_found (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *part;
    const char *ja;
    const char *en;
    gboolean has_english;
    int fault; /* -1: none */
  } missing[] = {
    { "law", "守ります。", NULL, FALSE, -1 },
    { "law", "守ります。", "We keep it.", TRUE, -1 },
    { "law", NULL, NULL, FALSE, SGN_POLICY_FAULT_EMPTY },
    { "law", "", NULL, TRUE, SGN_POLICY_FAULT_EMPTY },
    { "law", "守ります。", NULL, TRUE, SGN_POLICY_FAULT_UNTRANSLATED },
    { SGN_POLICY_CONTACT, NULL, NULL, TRUE, -1 },
    { SGN_POLICY_CONTACT, "総務課", "", TRUE, SGN_POLICY_FAULT_UNTRANSLATED },
  };

  fixture->guard = sgn_policy_guard_new (fixture->library, fixture->record, SGN_LANGUAGE_EN);
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++) {
    g_autoptr (GPtrArray) found =
      sgn_policy_guard_check_part (fixture->guard, missing[i].part, missing[i].ja, missing[i].en,
                                   missing[i].has_english);

    g_assert_cmpuint (found->len, ==, missing[i].fault >= 0 ? 1 : 0);
    if (found->len > 0)
      g_assert_cmpint (((SgnPolicyFinding *) found->pdata[0])->fault, ==, missing[i].fault);
  }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "every-proposal-is-true", test_every_proposal_is_true },
    { "a-claim-is-found-where-it-stands", test_a_claim_is_found_where_it_stands },
    { "what-is-missing-is-found", test_what_is_missing_is_found },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/policy-guard/promise/", cases[i].name, NULL);

    g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_promise, tear_down);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/policy-guard/", tests[i].name, NULL);

    g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run ();
}
