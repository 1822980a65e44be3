/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-language.h"

static void
test_codes_go_both_ways (void)
{
  SgnLanguage language = SGN_LANGUAGE_EN;

  g_assert_true (sgn_language_from_code ("ja", &language));
  g_assert_cmpint (language, ==, SGN_LANGUAGE_JA);
  g_assert_cmpstr (sgn_language_to_code (language), ==, "ja");
  g_assert_true (sgn_language_from_code ("en", &language));
  g_assert_cmpint (language, ==, SGN_LANGUAGE_EN);
  g_assert_cmpstr (sgn_language_to_code (language), ==, "en");
}

static void
test_unknown_codes_leave_the_language_alone (void)
{
  static const char *const codes[] = { "", "JA", "ja_JP", "de", "jp" };
  SgnLanguage language = SGN_LANGUAGE_JA;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_false (sgn_language_from_code (codes[i], &language));
  g_assert_false (sgn_language_from_code (NULL, &language));
  g_assert_cmpint (language, ==, SGN_LANGUAGE_JA);
}

static void
test_text_has_two_languages (void)
{
  SgnText text = { g_strdup ("条"), g_strdup ("Rule") };

  g_assert_cmpstr (sgn_text_get (&text, SGN_LANGUAGE_JA), ==, "条");
  g_assert_cmpstr (sgn_text_get (&text, SGN_LANGUAGE_EN), ==, "Rule");
  sgn_text_clear (&text);
  g_assert_null (sgn_text_get (&text, SGN_LANGUAGE_JA));
  g_assert_null (sgn_text_get (&text, SGN_LANGUAGE_EN));
  sgn_text_clear (&text);
}

static void
test_first_language_of_the_user_counts (void)
{
  static const struct {
    const char *names;
    SgnLanguage language;
  } cases[] = {
    { "ja", SGN_LANGUAGE_JA },    { "ja_JP.UTF-8", SGN_LANGUAGE_JA }, { "ja:en", SGN_LANGUAGE_JA },
    { "en:ja", SGN_LANGUAGE_EN }, { "de_DE.UTF-8", SGN_LANGUAGE_EN }, { "jam", SGN_LANGUAGE_EN },
    { "C", SGN_LANGUAGE_EN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_setenv ("LANGUAGE", cases[i].names, TRUE);
    g_assert_cmpint (sgn_language_of_user (), ==, cases[i].language);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/codes-go-both-ways", test_codes_go_both_ways);
  g_test_add_func ("/language/unknown-codes-leave-the-language-alone",
                   test_unknown_codes_leave_the_language_alone);
  g_test_add_func ("/language/text-has-two-languages", test_text_has_two_languages);
  g_test_add_func ("/language/first-language-of-the-user-counts",
                   test_first_language_of_the_user_counts);
  return g_test_run ();
}
