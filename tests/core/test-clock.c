/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-clock.h"

#include "sgn-date.h"

static void
test_fixed_clock_stands (void)
{
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-11-20T16:42:00+09:00");
  g_autofree char *first = sgn_clock_now (clock);
  g_autofree char *second = sgn_clock_now (clock);

  g_assert_cmpstr (first, ==, "2026-11-20T16:42:00+09:00");
  g_assert_cmpstr (second, ==, first);
}

static void
test_clock_can_be_set (void)
{
  g_autoptr (SgnClock) clock = sgn_clock_new ();
  g_autofree char *now = NULL;

  sgn_clock_set_fixed (clock, "2025-10-01T09:00:00+09:00");
  sgn_clock_set_fixed (clock, "2026-03-27T10:00:00+09:00");
  now = sgn_clock_now (clock);
  g_assert_cmpstr (now, ==, "2026-03-27T10:00:00+09:00");
}

/* Zones ahead of, behind and at UTC, and one that is not whole hours away. */
static void
test_real_time_carries_the_offset (void)
{
  static const struct {
    const char *zone;
    const char *offset;
  } cases[] = { { "JST-9", "+09:00" },
                { "UTC0", "+00:00" },
                { "XST5", "-05:00" },
                { "IST-5:30", "+05:30" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnClock) clock = sgn_clock_new ();
    g_autoptr (GDateTime) parsed = NULL;
    g_autoptr (GDateTime) now = NULL;
    g_autofree char *text = NULL;

    g_setenv ("TZ", cases[i].zone, TRUE);
    text = sgn_clock_now (clock);
    g_assert_true (sgn_time_is_valid (text));
    g_assert_true (g_str_has_suffix (text, cases[i].offset));

    parsed = g_date_time_new_from_iso8601 (text, NULL);
    now = g_date_time_new_now_utc ();
    g_assert_nonnull (parsed);
    g_assert_cmpint (g_date_time_difference (now, parsed), >=, 0);
    g_assert_cmpint (g_date_time_difference (now, parsed), <, 10 * G_TIME_SPAN_SECOND);
  }
}

static gpointer
ask_often (gpointer data)
{
  SgnClock *clock = data;

  for (int i = 0; i < 2000; i++) {
    g_autofree char *now = sgn_clock_now (clock);

    g_assert_true (sgn_time_is_valid (now));
  }
  sgn_clock_unref (clock);
  return NULL;
}

static void
test_threads_may_share_a_clock (void)
{
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-11-20T16:42:00+09:00");
  GThread *thread = g_thread_new ("asker", ask_often, sgn_clock_ref (clock));

  for (int i = 0; i < 2000; i++)
    sgn_clock_set_fixed (clock, i % 2 ? "2026-11-20T16:42:00+09:00" : "2026-11-21T08:00:00+09:00");
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed-clock-stands", test_fixed_clock_stands);
  g_test_add_func ("/clock/can-be-set", test_clock_can_be_set);
  g_test_add_func ("/clock/real-time-carries-the-offset", test_real_time_carries_the_offset);
  g_test_add_func ("/clock/threads-may-share-a-clock", test_threads_may_share_a_clock);
  return g_test_run ();
}
