/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-subsidy-plan.h"

#include "sample-record.h"
#include "sgn-data-dir.h"
#include "sgn-date.h"

#define SECURITY "digital-ai-2026-security"
#define TOKYO "tokyo-cyber"

static SgnSubsidies *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  SgnSubsidies *self = sgn_subsidies_load (data_dir, &error);

  g_assert_no_error (error);
  return self;
}

static SgnSubsidyPlan *
make_plan (const SgnSubsidies *subsidies, const char *id, const char *deadline, const char *today)
{
  const SgnSubsidyAim aim = { .subsidy = sgn_subsidies_find (subsidies, id), .deadline = deadline };

  return sgn_subsidy_plan_new (subsidies, &aim, NULL, NULL, today);
}

/* (nullable) */
static const SgnSubsidyStep *
find_step (const SgnSubsidyPlan *plan, const char *id)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    const SgnSubsidyStep *step = g_ptr_array_index (plan->steps, i);

    if (g_str_equal (step->id, id))
      return step;
  }
  return NULL;
}

/* The program's heart here: nothing is counted from a day that has passed. */
static void
test_nothing_is_counted_from_a_day_that_has_passed (void)
{
  static const struct {
    const char *subsidy;  /* NULL: none */
    const char *deadline; /* NULL: its own */
    const char *today;
    SgnSubsidyState state;
    const char *from; /* NULL: no day at all */
  } cases[] = {
    { SECURITY, NULL, "2026-05-11", SGN_SUBSIDY_COUNTED, "2026-05-12" },
    { SECURITY, NULL, "2026-05-12", SGN_SUBSIDY_COUNTED, "2026-05-12" },
    { SECURITY, NULL, "2026-05-13", SGN_SUBSIDY_COUNTED, "2026-06-15" },
    { SECURITY, NULL, "2026-08-25", SGN_SUBSIDY_COUNTED, "2026-08-25" },
    { SECURITY, NULL, "2026-08-26", SGN_SUBSIDY_PASSED, "2026-08-25" },
    { SECURITY, NULL, "2026-11-23", SGN_SUBSIDY_PASSED, "2026-08-25" },
    { SECURITY, "2026-12-18", "2026-11-23", SGN_SUBSIDY_COUNTED, "2026-12-18" },
    { SECURITY, "2026-08-25", "2026-11-23", SGN_SUBSIDY_PASSED, "2026-08-25" },
    { TOKYO, NULL, "2026-11-23", SGN_SUBSIDY_NO_DATE, NULL },
    { TOKYO, "2026-11-22", "2026-11-23", SGN_SUBSIDY_PASSED, "2026-11-22" },
    { TOKYO, "2026-11-23", "2026-11-23", SGN_SUBSIDY_COUNTED, "2026-11-23" },
    { "monozukuri-digital", "2027-01-15", "2026-11-23", SGN_SUBSIDY_ENDED, "2027-01-15" },
    { NULL, NULL, "2026-11-23", SGN_SUBSIDY_NO_DATE, NULL },
    { NULL, "2028-02-29", "2028-02-29", SGN_SUBSIDY_COUNTED, "2028-02-29" },
    { NULL, "2028-02-29", "2028-03-01", SGN_SUBSIDY_PASSED, "2028-02-29" },
  };
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnSubsidyPlan) plan =
      make_plan (subsidies, cases[i].subsidy, cases[i].deadline, cases[i].today);

    g_assert_cmpstr (sgn_subsidy_state_to_key (plan->state), ==,
                     sgn_subsidy_state_to_key (cases[i].state));
    g_assert_cmpstr (plan->deadline, ==, cases[i].from);
    g_assert_true ((plan->steps->len > 0) == (plan->state == SGN_SUBSIDY_COUNTED));
    g_assert_true (g_str_has_suffix (plan->words, "."));
  }
}

static void
test_days_are_counted_back (void)
{
  static const struct {
    const char *subsidy;
    const char *deadline;
    const char *step;
    const char *day;
    gboolean at_best;
  } cases[] = {
    { NULL, "2026-12-18", "apply", "2026-12-18", FALSE },
    { NULL, "2026-12-18", "declare", "2026-12-18", FALSE },
    { NULL, "2026-12-18", "rules", "2026-12-18", FALSE },
    { NULL, "2026-12-18", "account-online", "2026-12-18", TRUE },
    { NULL, "2026-12-18", "account-post", "2026-11-17", FALSE },
    { NULL, "2028-03-31", "account-post", "2028-02-29", FALSE },
    { NULL, "2027-03-31", "account-post", "2027-02-28", FALSE },
    { TOKYO, "2027-01-29", "web-page", "2027-01-29", FALSE },
    { TOKYO, "2027-01-29", "declare", "2026-12-29", FALSE },
    { TOKYO, "2027-01-29", "policy-published", "2026-12-29", FALSE },
    { TOKYO, "2027-01-29", "account-post", "2026-11-28", FALSE },
    { TOKYO, "2028-03-31", "declare", "2028-02-29", FALSE },
  };
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnSubsidyPlan) plan =
      make_plan (subsidies, cases[i].subsidy, cases[i].deadline, "2026-11-23");
    const SgnSubsidyStep *step = find_step (plan, cases[i].step);

    g_assert_nonnull (step);
    g_assert_cmpstr (step->day, ==, cases[i].day);
    g_assert_true (step->at_best == cases[i].at_best);
    g_assert_cmpint (step->days_left, ==, sgn_date_count_days ("2026-11-23", cases[i].day));
    g_assert_true (step->late == (step->days_left < 0));
  }
}

/* A day that is so early that there is none before it does not make a plan without days. */
static void
test_the_beginning_of_time_is_survived (void)
{
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();
  g_autoptr (SgnSubsidyPlan) plan = make_plan (subsidies, TOKYO, "0001-01-05", "0001-01-02");

  for (guint i = 0; i < plan->steps->len; i++)
    g_assert_true (
      sgn_date_is_valid (((const SgnSubsidyStep *) g_ptr_array_index (plan->steps, i))->day));
}

static void
test_the_star_is_the_one_that_is_asked_for (void)
{
  static const struct {
    const char *subsidy;
    int wanted;
    int star;
    gboolean remarked;
  } cases[] = {
    { NULL, 0, 1, FALSE },
    { NULL, 2, 2, FALSE },
    { "digital-ai-2026", 0, 1, FALSE },
    { "digital-ai-2026", 2, 2, FALSE },
    { SECURITY, 0, 2, TRUE },
    { SECURITY, 1, 1, FALSE },
    { TOKYO, 0, 2, FALSE },
    { TOKYO, 1, 2, FALSE },
  };
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnSubsidyAim aim = { sgn_subsidies_find (subsidies, cases[i].subsidy), "2026-12-18",
                                cases[i].wanted };
    g_autoptr (SgnSubsidyPlan) plan =
      sgn_subsidy_plan_new (subsidies, &aim, NULL, NULL, "2026-11-23");

    g_assert_cmpint (plan->star, ==, cases[i].star);
    g_assert_true ((find_step (plan, "policy") != NULL) == (cases[i].star == 2));
    g_assert_true ((plan->remarks->len > 0) == cases[i].remarked);
  }
}

static SgnRecord *
make_company (const char *gbizid, int star, const char *number)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  SgnDeclaration *declaration;

  profile->gbizid = g_strdup (gbizid);
  add_company (record, profile);
  if (star == 0)
    return record;
  declaration = g_new0 (SgnDeclaration, 1);
  declaration->id = 1;
  declaration->star = star;
  declaration->number = g_strdup (number);
  declaration->date = g_strdup ("2026-05-01");
  declaration->places = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_place_free);
  g_ptr_array_add (record->declarations, declaration);
  return record;
}

static void
test_what_is_on_record_is_done (void)
{
  static const struct {
    const char *gbizid;
    int declared;
    const char *number;
    const char *subsidy;
    gboolean account_done;
    gboolean declare_done;
    guint remarks;
  } cases[] = {
    { NULL, 0, NULL, NULL, FALSE, FALSE, 0 },
    { "member", 0, NULL, NULL, TRUE, FALSE, 0 },
    { "member", 0, NULL, "digital-ai-2026", FALSE, FALSE, 1 },
    { "prime", 0, NULL, "digital-ai-2026", TRUE, FALSE, 0 },
    { "prime", 1, "50000000000", "digital-ai-2026", TRUE, TRUE, 0 },
    { "prime", 1, "40000000000", "digital-ai-2026", TRUE, FALSE, 1 },
    { "prime", 1, "40000000000", NULL, TRUE, TRUE, 0 },
    { "prime", 1, "50000000000", TOKYO, TRUE, FALSE, 0 },
    { "prime", 2, "40000000000", TOKYO, TRUE, TRUE, 0 },
    { "prime", 2, "50000000000", "digital-ai-2026", TRUE, TRUE, 0 },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record =
      make_company (cases[i].gbizid, cases[i].declared, cases[i].number);
    const SgnSubsidyAim aim = { sgn_subsidies_find (subsidies, cases[i].subsidy), "2027-06-30", 0 };
    g_autoptr (SgnSubsidyPlan) plan =
      sgn_subsidy_plan_new (subsidies, &aim, library, record, "2026-11-23");

    g_assert_true ((find_step (plan, "account") != NULL) == cases[i].account_done);
    g_assert_true (find_step (plan, "declare")->done == cases[i].declare_done);
    g_assert_true (find_step (plan, "rules")->done == cases[i].declare_done);
    g_assert_cmpuint (plan->remarks->len, ==, cases[i].remarks);
  }
}

/* What is done is not late, whatever the day. */
static void
test_the_sample_has_only_to_apply (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (SgnSubsidies) subsidies = load_shipped ();
  const SgnSubsidyAim aim = { sgn_subsidies_find (subsidies, TOKYO), "2026-11-30", 0 };
  g_autoptr (SgnSubsidyPlan) plan =
    sgn_subsidy_plan_new (subsidies, &aim, library, record, "2026-11-23");

  for (guint i = 0; i < plan->steps->len; i++) {
    const SgnSubsidyStep *step = g_ptr_array_index (plan->steps, i);

    g_assert_false (step->late);
    g_assert_true (step->done || g_str_equal (step->id, "apply") ||
                   g_str_equal (step->id, "web-page"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/subsidy-plan/nothing-is-counted-from-a-day-that-has-passed",
                   test_nothing_is_counted_from_a_day_that_has_passed);
  g_test_add_func ("/subsidy-plan/days-are-counted-back", test_days_are_counted_back);
  g_test_add_func ("/subsidy-plan/the-beginning-of-time-is-survived",
                   test_the_beginning_of_time_is_survived);
  g_test_add_func ("/subsidy-plan/the-star-is-the-one-that-is-asked-for",
                   test_the_star_is_the_one_that_is_asked_for);
  g_test_add_func ("/subsidy-plan/what-is-on-record-is-done", test_what_is_on_record_is_done);
  g_test_add_func ("/subsidy-plan/the-sample-has-only-to-apply", test_the_sample_has_only_to_apply);

  return g_test_run ();
}
