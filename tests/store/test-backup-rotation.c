/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup-rotation-private.h"

#include <string.h>

#define MOST 40

/* @dates in the order of making; @kept the ones that stay. All of 1 byte unless @size says else. */
static const struct {
  const char *name;
  const char *dates;
  gint64 size;
  gint64 budget;
  const char *kept;
} cases[] = {
  { "nothing", "", 1, 100, "" },
  { "one", "2026-11-20", 1, 100, "2026-11-20" },
  { "ten-of-one-month",
    "2026-11-01 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10",
    1, 100,
    "2026-11-01 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10" },
  { "the-eleventh-of-one-month-pushes-out-the-first",
    "2026-11-01 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10 2026-11-11",
    1, 100,
    "2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 2026-11-09 "
    "2026-11-10 2026-11-11" },
  { "the-last-of-each-month-stays",
    "2026-08-30 2026-08-31 2026-09-29 2026-09-30 2026-10-30 2026-11-02 2026-11-03 2026-11-04 "
    "2026-11-05 2026-11-06 2026-11-07 2026-11-08 2026-11-09 2026-11-10 2026-11-11",
    1, 100,
    "2026-08-31 2026-09-30 2026-10-30 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 "
    "2026-11-07 2026-11-08 2026-11-09 2026-11-10 2026-11-11" },
  { "the-same-month-of-another-year-is-another-month",
    "2025-11-28 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10 2026-11-11",
    1, 100,
    "2025-11-28 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10 2026-11-11" },
  { "the-budget-takes-the-oldest-first", "2026-09-30 2026-10-31 2026-11-10 2026-11-11", 10, 30,
    "2026-10-31 2026-11-10 2026-11-11" },
  { "exactly-the-budget-takes-nothing", "2026-10-31 2026-11-10 2026-11-11", 10, 30,
    "2026-10-31 2026-11-10 2026-11-11" },
  { "two-stay-however-big-they-are", "2026-10-31 2026-11-10 2026-11-11", 1000, 30,
    "2026-11-10 2026-11-11" },
  { "two-stay-without-any-budget", "2026-11-10 2026-11-11", 1000, 0, "2026-11-10 2026-11-11" },
  /* The clock was ahead for a day: what was made afterwards is newer all the same. */
  { "dates-in-the-future-are-no-newer",
    "2026-11-01 2036-05-05 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 "
    "2026-11-08 2026-11-09 2026-11-10 2026-11-11",
    1, 100,
    "2036-05-05 2026-11-02 2026-11-03 2026-11-04 2026-11-05 2026-11-06 2026-11-07 2026-11-08 "
    "2026-11-09 2026-11-10 2026-11-11" },
  /* The battery of the clock is empty: the newest has the smallest date and stays. */
  { "a-clock-gone-back-loses-nothing-new", "2026-11-09 2026-11-10 2000-01-01", 10, 20,
    "2026-11-10 2000-01-01" },
};

static void
test_rotation (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_auto (GStrv) dates = g_strsplit (cases[index].dates, " ", -1);
  SgnRotationItem items[MOST] = { 0 };
  g_autoptr (GString) kept = g_string_new (NULL);
  gsize n = *cases[index].dates != '\0' ? g_strv_length (dates) : 0;

  g_assert_cmpuint (n, <=, MOST);
  for (gsize i = 0; i < n; i++)
    items[i] = (SgnRotationItem){ dates[i], cases[index].size, FALSE };

  sgn_rotation_apply (items, n, cases[index].budget);

  for (gsize i = 0; i < n; i++) {
    if (!items[i].drop)
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", dates[i]);
  }
  g_assert_cmpstr (kept->str, ==, cases[index].kept);
}

/* Day after day for five years: there is never more than the rule says, and a month is never lost.
 */
static void
test_years_leave_ten_and_one_a_month (void)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);

  for (int day = 0; day < 5 * 365; day++) {
    g_autoptr (GDateTime) date = g_date_time_add_days (start, day);
    SgnRotationItem items[100] = { 0 };

    g_ptr_array_add (dates, g_date_time_format (date, "%Y-%m-%d"));
    g_assert_cmpuint (dates->len, <=, G_N_ELEMENTS (items));
    for (guint i = 0; i < dates->len; i++)
      items[i] = (SgnRotationItem){ g_ptr_array_index (dates, i), 1, FALSE };
    sgn_rotation_apply (items, dates->len, 1000);
    for (guint i = dates->len; i > 0; i--) {
      if (items[i - 1].drop)
        g_ptr_array_remove_index (dates, i - 1);
    }
  }
  /* 60 months, of which the last has its ten newest */
  g_assert_cmpuint (dates->len, ==, 59 + 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/backup-rotation/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rotation);
  }
  g_test_add_func ("/backup-rotation/years-leave-ten-and-one-a-month",
                   test_years_leave_ten_and_one_a_month);

  return g_test_run ();
}
