/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-placeholder.h"

static void
test_names_become_values (void)
{
  static const char *const pairs[] = { "page",       "1",     "pages", "３", "company",
                                       "{page}{社}", "empty", "",      NULL };
  static const struct {
    const char *text;
    const char *filled;
  } cases[] = {
    { "", "" },
    { "no names", "no names" },
    { "{page} / {pages}", "1 / ３" },
    { "{page}{page}", "11" },
    { "{company}は", "{page}{社}は" }, /* a value is not looked into */
    { "[{empty}]", "[]" },
    { "{unknown} {page}", "{unknown} 1" },
    { "{pag} {pagess}", "{pag} {pagess}" },
    { "{page", "{page" },
    { "{{page}}", "{1}" },
    { "} {page}", "} 1" },
    { "{}", "{}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *filled = sgn_placeholder_fill (cases[i].text, pairs);

    g_assert_cmpstr (filled, ==, cases[i].filled);
  }
}

static void
test_without_values_the_text_stays (void)
{
  static const char *const none[] = { NULL };
  static const char *const half[] = { "page", NULL };
  g_autofree char *first = sgn_placeholder_fill ("{page}", none);
  g_autofree char *second = sgn_placeholder_fill ("{page}", half);

  g_assert_cmpstr (first, ==, "{page}");
  g_assert_cmpstr (second, ==, "{page}");
}

static void
test_one_value_stands_where_its_sign_is (void)
{
  static const struct {
    const char *words;
    const char *value;
    const char *filled;
  } cases[] = {
    { "Person %s", "7", "Person 7" },
    { "%sさん", "髙橋", "髙橋さん" },
    { "no place", "7", "no place" },
    { "%s", "%s%s", "%s%s" },
    { "100 %d %s", "7", "100 %d 7" },
    { "%s and %s", "7", "7 and %s" },
    { "a%sb", "", "ab" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *filled = sgn_placeholder_fill_one (cases[i].words, cases[i].value);

    g_assert_cmpstr (filled, ==, cases[i].filled);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placeholder/names-become-values", test_names_become_values);
  g_test_add_func ("/placeholder/without-values-the-text-stays",
                   test_without_values_the_text_stays);
  g_test_add_func ("/placeholder/one-value-stands-where-its-sign-is",
                   test_one_value_stands_where_its_sign_is);
  return g_test_run ();
}
