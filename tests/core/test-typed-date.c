/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-typed-date.h"

static const struct {
  const char *typed;
  const char *date; /* NULL: refused */
} cases[] = {
  { "2026-11-20", "2026-11-20" },
  { "2026/11/20", "2026-11-20" },
  { "2026/1/2", "2026-01-02" },
  { "2026.11.20", "2026-11-20" },
  { " 2026-11-20 ", "2026-11-20" },
  { "20261120", "2026-11-20" },
  { "2026年11月20日", "2026-11-20" },
  { "２０２６年１１月２０日", "2026-11-20" },
  { "２０２６／１１／２０", "2026-11-20" },
  { "２０２６－１１－２０", "2026-11-20" },
  { "令和8年11月20日", "2026-11-20" },
  { "令和元年5月1日", "2019-05-01" },
  { "R8.11.20", "2026-11-20" },
  { "r08.11.20", "2026-11-20" },
  { "平成31年4月30日", "2019-04-30" },
  { "S64.1.7", "1989-01-07" },
  { "2028-02-29", "2028-02-29" },
  { NULL, NULL },
  { "", NULL },
  { "11/20", NULL },
  { "26/11/20", NULL },
  { "2026-02-30", NULL },
  { "2027-02-29", NULL },
  { "2026-13-01", NULL },
  { "2026-11-20-1", NULL },
  { "2026112", NULL },
  { "令和0年1月1日", NULL },
  { "令和2026年1月1日", NULL },
  { "元年5月1日", NULL },
  { "20 November 2026", NULL },
  { "あした", NULL },
  { "-1-1-1", NULL },
};

static void
dates_are_read_as_people_write_them (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = sgn_date_from_typed (cases[i].typed);

    g_test_message ("%s", cases[i].typed);
    g_assert_cmpstr (date, ==, cases[i].date);
  }
}

static void
a_day_without_a_year_is_the_next_one (void)
{
  static const struct {
    const char *typed;
    const char *date; /* NULL: refused */
  } days[] = {
    { "12/18", "2026-12-18" },
    { "11/23", "2026-11-23" },
    { "11/22", "2027-11-22" },
    { "1月15日", "2027-01-15" },
    { "１２／１８", "2026-12-18" },
    { " 12/18 ", "2026-12-18" },
    { "2026-01-05", "2026-01-05" },
    { "2/29", NULL },
    { "13/1", NULL },
    { "12", NULL },
    { "R8.12", NULL },
    { "来週", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *date = sgn_date_from_typed_next (days[i].typed, "2026-11-23");

    g_test_message ("%s", days[i].typed);
    g_assert_cmpstr (date, ==, days[i].date);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-date/dates-are-read-as-people-write-them",
                   dates_are_read_as_people_write_them);
  g_test_add_func ("/typed-date/a-day-without-a-year-is-the-next-one",
                   a_day_without_a_year_is_the_next_one);
  return g_test_run ();
}
