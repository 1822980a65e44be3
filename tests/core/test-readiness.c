/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-readiness.h"

#include "sample-record.h"

static const SgnReason *
find_reason (GArray *reasons, const char *code)
{
  for (guint i = 0; i < reasons->len; i++) {
    const SgnReason *reason = &g_array_index (reasons, SgnReason, i);

    if (g_str_equal (reason->code, code))
      return reason;
  }
  return NULL;
}

static void
assert_reason (GArray *reasons, const char *code, gboolean done, guint done_count, guint total)
{
  const SgnReason *reason = find_reason (reasons, code);

  g_assert_nonnull (reason);
  g_assert_cmpint (reason->done, ==, done);
  g_assert_cmpuint (reason->done_count, ==, done_count);
  g_assert_cmpuint (reason->total, ==, total);
}

static void
test_the_sample_is_ready_for_both_stars (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (int star = 1; star <= 2; star++) {
    g_autoptr (GArray) reasons = sgn_readiness_of (library, record, star);

    g_assert_cmpuint (reasons->len, ==, star == 1 ? 3 : 6);
    g_assert_true (sgn_readiness_is_ready (reasons));
    assert_reason (reasons, "gbizid", TRUE, 0, 0);
    assert_reason (reasons, "data-sheet", TRUE, 11, 11);
    assert_reason (reasons, "rules", TRUE, 6, 6);
  }
}

static void
test_a_new_company_is_ready_for_nothing (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (GArray) reasons = NULL;

  add_company (record, profile);
  reasons = sgn_readiness_of (library, record, 2);

  assert_reason (reasons, "gbizid", FALSE, 0, 0);
  assert_reason (reasons, "data-sheet", FALSE, 1, 11);
  assert_reason (reasons, "rules", FALSE, 0, 6);
  assert_reason (reasons, "self-check", FALSE, 0, 25);
  assert_reason (reasons, "policy", FALSE, 0, 6);
  assert_reason (reasons, "policy-published", FALSE, 0, 0);
  g_assert_false (sgn_readiness_is_ready (reasons));
}

static void
test_an_account_is_prime_or_member (void)
{
  static const struct {
    const char *gbizid;
    gboolean done;
  } cases[] = { { NULL, FALSE }, { "none", FALSE }, { "prime", TRUE }, { "member", TRUE } };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
    g_autoptr (GArray) reasons = NULL;

    profile->gbizid = g_strdup (cases[i].gbizid);
    add_company (record, profile);
    reasons = sgn_readiness_of (library, record, 1);
    assert_reason (reasons, "gbizid", cases[i].done, 0, 0);
  }
}

static void
test_a_sole_proprietor_needs_no_corporate_number (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (json_t) json = load_sample ("profile.json");
  g_autoptr (SgnProfile) profile = NULL;
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GArray) reasons = NULL;

  json_object_del (json, "corporate_number");
  profile = sgn_profile_new_from_json (json, NULL);
  add_company (record, profile);
  reasons = sgn_readiness_of (library, record, 1);

  assert_reason (reasons, "data-sheet", TRUE, 11, 11);
}

static void
test_rules_of_an_old_edition_are_not_the_six (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-rules", "3.1"));
  add_answer (record, 1, "RU-1", "done");
  before = sgn_readiness_of (library, record, 1);
  assert_reason (before, "rules", FALSE, 0, 6);

  add_row (record, SGN_KIND_ASSESSMENT, "2", make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 2, "RU-1", "unknown");
  after = sgn_readiness_of (library, record, 1);
  assert_reason (after, "rules", FALSE, 1, 6);
}

static void
test_points_and_a_new_assessment_take_nothing_away (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GArray) reasons = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", "4.0"));
  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    add_answer (record, 1, item, "unknown");
  }
  add_row (record, SGN_KIND_ASSESSMENT, "2", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 2, "SD-01", "done");
  reasons = sgn_readiness_of (library, record, 2);

  assert_reason (reasons, "self-check", TRUE, 25, 25);
}

static void
test_a_policy_is_written_then_published (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) list = load_sample ("policy.json");
  g_autoptr (json_t) draft = json_deep_copy (json_array_get (list, 1));
  g_autoptr (GArray) of_draft = NULL;
  g_autoptr (GArray) of_both = NULL;

  sgn_json_set_string (draft, "published_on", NULL);
  json_object_del (json_object_get (draft, "parts"), "law");
  add_policy (record, draft);
  of_draft = sgn_readiness_of (library, record, 2);
  assert_reason (of_draft, "policy", FALSE, 5, 6);
  assert_reason (of_draft, "policy-published", FALSE, 0, 0);

  add_policy (record, json_array_get (list, 0));
  of_both = sgn_readiness_of (library, record, 2);
  assert_reason (of_both, "policy", TRUE, 6, 6);
  assert_reason (of_both, "policy-published", TRUE, 0, 0);
}

static void
add_check (SgnRecord *record, gint64 id, gint64 site, gint64 parent)
{
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id,
                    make_part_row ("ipa-rules", "4.0", site, parent));
}

static void
answer_rules (SgnRecord *record, gint64 assessment)
{
  for (guint i = 1; i <= 6; i++) {
    g_autofree char *item = g_strdup_printf ("RU-%u", i);

    add_answer (record, assessment, item, "done");
  }
}

/* One site does not speak for the company; all of them do. */
static void
test_the_company_is_ready_when_all_its_sites_are (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GArray) of_one = NULL;
  g_autoptr (GArray) of_all = NULL;

  add_check (record, 1, 0, 0);
  add_check (record, 2, 7, 1);
  add_check (record, 3, 8, 1);
  answer_rules (record, 2);
  of_one = sgn_readiness_of (library, record, 1);
  assert_reason (of_one, "rules", FALSE, 0, 6);

  answer_rules (record, 3);
  of_all = sgn_readiness_of (library, record, 1);
  assert_reason (of_all, "rules", TRUE, 6, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readiness/the-sample-is-ready-for-both-stars",
                   test_the_sample_is_ready_for_both_stars);
  g_test_add_func ("/readiness/a-new-company-is-ready-for-nothing",
                   test_a_new_company_is_ready_for_nothing);
  g_test_add_func ("/readiness/an-account-is-prime-or-member", test_an_account_is_prime_or_member);
  g_test_add_func ("/readiness/a-sole-proprietor-needs-no-corporate-number",
                   test_a_sole_proprietor_needs_no_corporate_number);
  g_test_add_func ("/readiness/rules-of-an-old-edition-are-not-the-six",
                   test_rules_of_an_old_edition_are_not_the_six);
  g_test_add_func ("/readiness/points-and-a-new-assessment-take-nothing-away",
                   test_points_and_a_new_assessment_take_nothing_away);
  g_test_add_func ("/readiness/a-policy-is-written-then-published",
                   test_a_policy_is_written_then_published);
  g_test_add_func ("/readiness/the-company-is-ready-when-all-its-sites-are",
                   test_the_company_is_ready_when_all_its_sites_are);
  return g_test_run ();
}
