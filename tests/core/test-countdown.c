/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-countdown.h"

#define AT(seconds) ((gint64) ((seconds) *G_USEC_PER_SEC) + 1)

static void
it_runs_stops_and_goes_on (void)
{
  SgnCountdown countdown;

  sgn_countdown_init (&countdown);
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (5)), ==, 120);
  sgn_countdown_toggle (&countdown, AT (10));
  g_assert_true (sgn_countdown_is_running (&countdown));
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (30)), ==, 100);
  sgn_countdown_toggle (&countdown, AT (30));
  g_assert_false (sgn_countdown_is_running (&countdown));
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (500)), ==, 100);
  sgn_countdown_toggle (&countdown, AT (500));
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (501)), ==, 99);
}

static void
a_second_is_left_until_it_is_over (void)
{
  SgnCountdown countdown;

  sgn_countdown_init (&countdown);
  sgn_countdown_toggle (&countdown, AT (0));

  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (0.1)), ==, 120);
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (119.9)), ==, 1);
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (120)), ==, 0);
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (999)), ==, 0);
}

static void
after_its_end_it_begins_anew (void)
{
  SgnCountdown countdown;

  sgn_countdown_init (&countdown);
  sgn_countdown_toggle (&countdown, AT (0));
  sgn_countdown_toggle (&countdown, AT (130));

  g_assert_true (sgn_countdown_is_running (&countdown));
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (131)), ==, 119);
  sgn_countdown_reset (&countdown);
  g_assert_false (sgn_countdown_is_running (&countdown));
  g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (140)), ==, 120);
}

static const struct {
  int steps;
  int length;
} changes[] = {
  { 1, 150 }, { -1, 90 }, { -3, 30 }, { -9, 30 }, { 99, 600 }, { 0, 120 },
};

static void
its_length_changes_within_bounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    SgnCountdown countdown;

    sgn_countdown_init (&countdown);
    sgn_countdown_change (&countdown, changes[i].steps);
    g_assert_cmpint (sgn_countdown_get_left (&countdown, AT (0)), ==, changes[i].length);
  }
}

static const struct {
  int seconds;
  const char *words;
} words[] = {
  { 0, "0:00" }, { 9, "0:09" }, { 60, "1:00" }, { 100, "1:40" }, { 600, "10:00" },
};

static void
it_is_written_like_a_clock (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *written = sgn_countdown_format (words[i].seconds);

    g_assert_cmpstr (written, ==, words[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/countdown/it-runs-stops-and-goes-on", it_runs_stops_and_goes_on);
  g_test_add_func ("/countdown/a-second-is-left-until-it-is-over",
                   a_second_is_left_until_it_is_over);
  g_test_add_func ("/countdown/after-its-end-it-begins-anew", after_its_end_it_begins_anew);
  g_test_add_func ("/countdown/its-length-changes-within-bounds", its_length_changes_within_bounds);
  g_test_add_func ("/countdown/it-is-written-like-a-clock", it_is_written_like_a_clock);
  return g_test_run ();
}
