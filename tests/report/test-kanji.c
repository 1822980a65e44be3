/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-kanji.h"

static const struct {
  const char *text;
  const char *spelt;
} cases[] = {
  { "", "" },
  { "宣言", "宣言" },
  { "2026年11月23日", "二〇二六年十一月二十三日" },
  { "2030年1月10日", "二〇三〇年一月十日" },
  { "2026年（令和8年）12月20日", "二〇二六年（令和八年）十二月二十日" },
  { "令和元年5月1日", "令和元年五月一日" },
  { "令和10年10月31日", "令和十年十月三十一日" },
  { "0", "〇" },
  { "05", "五" },
  { "100", "一〇〇" },
};

static void
test_numbers_are_spelt (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *spelt = sgn_kanji_spell_numbers (cases[i].text);

    g_assert_cmpstr (spelt, ==, cases[i].spelt);
  }
}

static void
test_every_day_of_a_month_can_be_said (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint day = 1; day <= 31; day++) {
    g_autofree char *digits = g_strdup_printf ("%u", day);

    g_hash_table_add (seen, sgn_kanji_spell_numbers (digits));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 31);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kanji/numbers-are-spelt", test_numbers_are_spelt);
  g_test_add_func ("/kanji/every-day-of-a-month-can-be-said",
                   test_every_day_of_a_month_can_be_said);
  return g_test_run ();
}
