/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration.h"

#include "sgn-error.h"

#include <string.h>

static void
test_numbers_become_eleven_digits (void)
{
  static const struct {
    const char *typed;
    const char *digits;
    gboolean old;
  } cases[] = {
    { "50000000000", "50000000000", FALSE },
    { "４００００００００００", "40000000000", TRUE },
    { " 500-0000-0000 ", "50000000000", FALSE },
    { "５００　００００　００００", "50000000000", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *digits = sgn_declaration_number_normalise (cases[i].typed, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (digits, ==, cases[i].digits);
    g_assert_cmpint (sgn_declaration_number_is_old (digits), ==, cases[i].old);
  }
}

static void
test_other_texts_are_no_numbers (void)
{
  static const char *const cases[] = {
    "", "5", "5000000000", "500000000000", "60000000000", "00000000000", "5000000000x", "申請中",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *digits = sgn_declaration_number_normalise (cases[i], &error);

    g_assert_null (digits);
    g_assert_error (error, SGN_ERROR, SGN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, cases[i]));
  }
}

static void
test_stars_are_said_and_shown (void)
{
  g_assert_cmpstr (sgn_star_to_words (1, SGN_LANGUAGE_JA), ==, "一つ星");
  g_assert_cmpstr (sgn_star_to_words (2, SGN_LANGUAGE_JA), ==, "二つ星");
  g_assert_cmpstr (sgn_star_to_words (1, SGN_LANGUAGE_EN), ==, "one star");
  g_assert_cmpstr (sgn_star_to_words (2, SGN_LANGUAGE_EN), ==, "two stars");
  g_assert_cmpstr (sgn_star_to_symbol (1), ==, "★");
  g_assert_cmpstr (sgn_star_to_symbol (2), ==, "★★");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/declaration/numbers-become-eleven-digits", test_numbers_become_eleven_digits);
  g_test_add_func ("/declaration/other-texts-are-no-numbers", test_other_texts_are_no_numbers);
  g_test_add_func ("/declaration/stars-are-said-and-shown", test_stars_are_said_and_shown);
  return g_test_run ();
}
