/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-subsidy.h"

#include "sgn-data-dir.h"

static SgnSubsidies *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  SgnSubsidies *self = sgn_subsidies_load (data_dir, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_a_closing_date_counts_until_its_end (void)
{
  static const struct {
    const char *today;
    const char *date; /* NULL: all have passed */
  } cases[] = {
    { "2026-03-30", "2026-05-12" }, { "2026-05-12", "2026-05-12" }, { "2026-05-13", "2026-06-15" },
    { "2026-08-25", "2026-08-25" }, { "2026-08-26", NULL },         { "2027-01-01", NULL },
  };
  g_autoptr (SgnSubsidies) self = load_shipped ();
  const SgnSubsidy *subsidy = sgn_subsidies_find (self, "digital-ai-2026-security");

  g_assert_nonnull (subsidy);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnSubsidyRound *round = sgn_subsidy_find_round (subsidy, cases[i].today);

    g_assert_cmpstr (round != NULL ? round->date : NULL, ==, cases[i].date);
  }
  g_assert_cmpstr (sgn_subsidy_get_last_round (subsidy)->date, ==, "2026-08-25");
  g_assert_null (sgn_subsidy_get_last_round (sgn_subsidies_find (self, "tokyo-cyber")));
}

static void
test_what_is_said_of_one_goes_before_what_is_said_of_all (void)
{
  static const struct {
    const char *subsidy; /* NULL: none */
    const char *id;
  } cases[] = {
    { NULL, "declare" },
    { "digital-ai-2026", "declare" },
    { "tokyo-cyber", "declare-tokyo" },
  };
  g_autoptr (SgnSubsidies) self = load_shipped ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnSubsidy *subsidy = sgn_subsidies_find (self, cases[i].subsidy);

    g_assert_cmpstr (sgn_subsidies_find_duration (self, SGN_SUBSIDY_WAIT_DECLARE, subsidy)->id, ==,
                     cases[i].id);
  }
}

static void
test_nothing_is_found_under_another_name (void)
{
  g_autoptr (SgnSubsidies) self = load_shipped ();

  g_assert_null (sgn_subsidies_find (self, NULL));
  g_assert_null (sgn_subsidies_find (self, ""));
  g_assert_null (sgn_subsidies_find (self, "digital-ai"));
}

/* What the sources do not agree on, or do not say, is not settled here either. */
static void
test_a_star_that_nobody_knows_stays_open (void)
{
  static const struct {
    const char *id;
    SgnSubsidyStar needs;
    SgnKnown known;
  } cases[] = {
    { "digital-ai-2026", SGN_SUBSIDY_STAR_ONE, SGN_KNOWN_CONFIRMED },
    { "digital-ai-2026-security", SGN_SUBSIDY_STAR_OPEN, SGN_KNOWN_DISPUTED },
    { "tokyo-cyber", SGN_SUBSIDY_STAR_TWO, SGN_KNOWN_CONFIRMED },
    { "monozukuri-2026", SGN_SUBSIDY_STAR_OPEN, SGN_KNOWN_UNKNOWN },
    { "monozukuri-digital", SGN_SUBSIDY_STAR_ONE, SGN_KNOWN_REPORTED },
  };
  g_autoptr (SgnSubsidies) self = load_shipped ();

  g_assert_cmpuint (self->subsidies->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnSubsidy *subsidy = sgn_subsidies_find (self, cases[i].id);

    g_assert_cmpint (subsidy->needs, ==, cases[i].needs);
    g_assert_cmpint (subsidy->star->known, ==, cases[i].known);
    g_assert_nonnull (subsidy->star->source);
  }
  g_assert_cmpstr (sgn_subsidy_star_to_words (SGN_SUBSIDY_STAR_OPEN), ==, "Not settled");
  g_assert_cmpstr (sgn_subsidy_star_to_words (SGN_SUBSIDY_STAR_ONE), ==, "★ or ★★");
  g_assert_cmpstr (sgn_subsidy_star_to_words (SGN_SUBSIDY_STAR_TWO), ==, "★★");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/subsidy/a-closing-date-counts-until-its-end",
                   test_a_closing_date_counts_until_its_end);
  g_test_add_func ("/subsidy/what-is-said-of-one-goes-before-what-is-said-of-all",
                   test_what_is_said_of_one_goes_before_what_is_said_of_all);
  g_test_add_func ("/subsidy/nothing-is-found-under-another-name",
                   test_nothing_is_found_under_another_name);
  g_test_add_func ("/subsidy/a-star-that-nobody-knows-stays-open",
                   test_a_star_that_nobody_knows_stays_open);

  return g_test_run ();
}
