/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-date.h"

static void
test_only_days_of_the_calendar_are_dates (void)
{
  static const char *const good[] = { "2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01",
                                      "9999-12-31" };
  static const char *const bad[] = {
    "",
    "2026-11-2",
    "2026-11-31",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026/11/23",
    "2026-11-23 ",
    " 2026-11-23",
    "2026-11-23T00:00:00",
    "２０２６-11-23",
    "-026-11-23",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sgn_date_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sgn_date_is_valid (bad[i]));
  g_assert_false (sgn_date_is_valid (NULL));
}

static void
test_only_whole_moments_are_times (void)
{
  static const char *const good[] = { "2026-11-20T16:42:00+09:00", "2026-11-20T00:00:00-09:30",
                                      "2026-11-20T23:59:59+14:00" };
  static const char *const bad[] = {
    "",
    "2026-11-20",
    "2026-11-20T16:42:00",
    "2026-11-20T16:42:00Z",
    "2026-11-20 16:42:00+09:00",
    "2026-11-20T24:00:00+09:00",
    "2026-11-20T16:60:00+09:00",
    "2026-11-20T16:42:60+09:00",
    "2026-11-20T16:42:00+15:00",
    "2026-11-20T16:42:00+09:60",
    "2026-11-20T16:42:00 09:00",
    "2026-11-31T16:42:00+09:00",
    "2026-11-20T16:42:00+09:00x",
    "2026-11-20T16:42:00.5+09:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sgn_time_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sgn_time_is_valid (bad[i]));
  g_assert_false (sgn_time_is_valid (NULL));
}

static void
test_dates_are_said_in_both_languages (void)
{
  static const struct {
    const char *date;
    const char *ja;
    const char *en;
    const char *month_ja;
    const char *month_en;
  } cases[] = {
    { "2026-11-23", "2026年11月23日", "23 November 2026", "2026年11月", "November 2026" },
    { "2026-01-02", "2026年1月2日", "2 January 2026", "2026年1月", "January 2026" },
    { "来年", "来年", "来年", "来年", "来年" },
    { NULL, NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ja = sgn_date_to_words (cases[i].date, SGN_LANGUAGE_JA);
    g_autofree char *en = sgn_date_to_words (cases[i].date, SGN_LANGUAGE_EN);
    g_autofree char *month_ja = sgn_date_to_month_words (cases[i].date, SGN_LANGUAGE_JA);
    g_autofree char *month_en = sgn_date_to_month_words (cases[i].date, SGN_LANGUAGE_EN);

    g_assert_cmpstr (ja, ==, cases[i].ja);
    g_assert_cmpstr (en, ==, cases[i].en);
    g_assert_cmpstr (month_ja, ==, cases[i].month_ja);
    g_assert_cmpstr (month_en, ==, cases[i].month_en);
  }
}

static void
test_ranges_say_once_what_is_shared (void)
{
  static const struct {
    const char *start;
    const char *end;
    const char *ja;
    const char *en;
  } cases[] = {
    { "2026-11-02", "2026-11-20", "2026年11月2日～11月20日", "2–20 November 2026" },
    { "2026-10-28", "2026-11-03", "2026年10月28日～11月3日", "28 October – 3 November 2026" },
    { "2025-12-28", "2026-01-03", "2025年12月28日～2026年1月3日",
      "28 December 2025 – 3 January 2026" },
    { "2026-11-20", "2026-11-20", "2026年11月20日", "20 November 2026" },
    { "2025-11-20", "2026-11-20", "2025年11月20日～2026年11月20日",
      "20 November 2025 – 20 November 2026" },
    { "2026-11-02", NULL, "2026年11月2日～", "from 2 November 2026" },
    { NULL, "2026-11-20", "～2026年11月20日", "until 20 November 2026" },
    { "秋", "2026-11-20", "秋～2026-11-20", "秋 – 2026-11-20" },
    { NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ja = sgn_date_range_to_words (cases[i].start, cases[i].end, SGN_LANGUAGE_JA);
    g_autofree char *en = sgn_date_range_to_words (cases[i].start, cases[i].end, SGN_LANGUAGE_EN);

    g_assert_cmpstr (ja, ==, cases[i].ja);
    g_assert_cmpstr (en, ==, cases[i].en);
  }
}

static void
test_eras_change_on_their_day (void)
{
  static const struct {
    const char *date;
    const char *era;
    const char *letters;
  } cases[] = {
    { "2026-11-23", "令和8年11月23日", "R08.11.23" },
    { "2020-01-01", "令和2年1月1日", "R02.01.01" },
    { "2019-05-01", "令和元年5月1日", "R01.05.01" },
    { "2019-12-31", "令和元年12月31日", "R01.12.31" },
    { "2019-04-30", "平成31年4月30日", "H31.04.30" },
    { "1989-01-08", "平成元年1月8日", "H01.01.08" },
    { "1989-01-07", "昭和64年1月7日", "S64.01.07" },
    { "1926-12-25", "昭和元年12月25日", "S01.12.25" },
    { "1926-12-24", "大正15年12月24日", "T15.12.24" },
    { "1912-07-30", "大正元年7月30日", "T01.07.30" },
    { "1912-07-29", "明治45年7月29日", "M45.07.29" },
    { "1873-01-01", "明治6年1月1日", "M06.01.01" },
    { "1872-12-31", NULL, NULL },
    { "0001-01-01", NULL, NULL },
    { "2026-02-30", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *era = sgn_date_to_era (cases[i].date);
    g_autofree char *letters = sgn_date_to_era_short (cases[i].date);

    g_assert_cmpstr (era, ==, cases[i].era);
    g_assert_cmpstr (letters, ==, cases[i].letters);
  }
}

static void
test_times_give_their_date_and_minutes (void)
{
  g_autofree char *date = sgn_time_get_date ("2026-11-20T16:42:59+09:00");
  g_autofree char *minutes = sgn_time_to_minutes ("2026-11-20T16:42:59+09:00");
  g_autofree char *no_date = sgn_time_get_date ("2026-11-20");
  g_autofree char *as_it_is = sgn_time_to_minutes ("昨日");

  g_assert_cmpstr (date, ==, "2026-11-20");
  g_assert_cmpstr (minutes, ==, "2026-11-20 16:42");
  g_assert_null (no_date);
  g_assert_cmpstr (as_it_is, ==, "昨日");
}

static void
test_dates_compare_as_days (void)
{
  g_assert_cmpint (sgn_date_compare ("2025-12-31", "2026-01-01"), <, 0);
  g_assert_cmpint (sgn_date_compare ("2026-11-23", "2026-11-03"), >, 0);
  g_assert_cmpint (sgn_date_compare ("2026-11-23", "2026-11-23"), ==, 0);
  g_assert_cmpint (sgn_date_compare (NULL, "0001-01-01"), <, 0);
}

static void
test_days_are_counted_over_months_and_years (void)
{
  static const struct {
    const char *from;
    const char *to;
    int days;
  } cases[] = {
    { "2026-11-23", "2026-11-23", 0 },   { "2026-11-23", "2026-12-01", 8 },
    { "2026-11-23", "2026-11-22", -1 },  { "2026-12-31", "2027-01-01", 1 },
    { "2028-02-28", "2028-03-01", 2 },   { "2027-02-28", "2027-03-01", 1 },
    { "2025-03-31", "2026-03-31", 365 }, { "1899-12-31", "1900-03-01", 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (sgn_date_count_days (cases[i].from, cases[i].to), ==, cases[i].days);
    g_assert_cmpint (sgn_date_count_days (cases[i].to, cases[i].from), ==, -cases[i].days);
  }
}

static void
test_days_are_added_and_taken_away (void)
{
  static const struct {
    const char *date;
    int days;
    const char *result; /* NULL: there is no such day */
  } cases[] = {
    { "2026-11-23", 0, "2026-11-23" },   { "2026-11-23", 8, "2026-12-01" },
    { "2028-03-01", -1, "2028-02-29" },  { "2027-03-01", -1, "2027-02-28" },
    { "2028-02-29", 366, "2029-03-01" }, { "2027-01-01", -1, "2026-12-31" },
    { "0001-01-01", -1, NULL },          { "9999-12-31", 1, NULL },
    { "9999-12-31", G_MAXINT, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *result = sgn_date_add_days (cases[i].date, cases[i].days);

    g_assert_cmpstr (result, ==, cases[i].result);
  }
}

static void
test_times_are_compared_as_moments (void)
{
  static const struct {
    const char *earlier;
    const char *later;
  } cases[] = {
    { "2026-11-20T16:42:00+09:00", "2026-11-20T10:00:00+00:00" },
    { "2026-11-21T00:30:00+09:00", "2026-11-20T23:59:00+00:00" },
    { "2026-11-20T16:42:00+09:00", "2026-11-20T16:42:01+09:00" },
    { NULL, "2026-11-20T16:42:00+09:00" },
    { "yesterday", "2026-11-20T16:42:00+09:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (sgn_time_compare (cases[i].earlier, cases[i].later), <, 0);
    g_assert_cmpint (sgn_time_compare (cases[i].later, cases[i].earlier), >, 0);
  }
  g_assert_cmpint (sgn_time_compare ("2026-11-20T16:42:00+09:00", "2026-11-20T07:42:00+00:00"), ==,
                   0);
  g_assert_cmpint (sgn_time_compare (NULL, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/only-days-of-the-calendar-are-dates",
                   test_only_days_of_the_calendar_are_dates);
  g_test_add_func ("/date/only-whole-moments-are-times", test_only_whole_moments_are_times);
  g_test_add_func ("/date/dates-are-said-in-both-languages", test_dates_are_said_in_both_languages);
  g_test_add_func ("/date/ranges-say-once-what-is-shared", test_ranges_say_once_what_is_shared);
  g_test_add_func ("/date/eras-change-on-their-day", test_eras_change_on_their_day);
  g_test_add_func ("/date/times-give-their-date-and-minutes",
                   test_times_give_their_date_and_minutes);
  g_test_add_func ("/date/dates-compare-as-days", test_dates_compare_as_days);
  g_test_add_func ("/date/days-are-counted-over-months-and-years",
                   test_days_are_counted_over_months_and_years);
  g_test_add_func ("/date/days-are-added-and-taken-away", test_days_are_added_and_taken_away);
  g_test_add_func ("/date/times-are-compared-as-moments", test_times_are_compared_as_moments);
  return g_test_run ();
}
