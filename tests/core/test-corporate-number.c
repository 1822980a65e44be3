/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-corporate-number.h"

#include <string.h>

/* Published numbers: 国税庁, 日本税理士会連合会, 東京都, 株式会社FoundingBase; and the sample's. */
static const char *const published[] = {
  "7000012050002", "7010705000725", "8000020130001", "4011001098993", "9000000000000",
};

static void
test_published_numbers_pass (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    g_assert_cmpint (sgn_corporate_number_check (published[i]), ==, SGN_CORPORATE_NUMBER_OK);
}

/* Modulus 9: a 0 typed for a 9 and the other way round passes, nothing else does. A 0 in front is
 * wrong by its form. */
static void
test_every_other_single_wrong_digit_is_seen (void)
{
  guint seen = 0;
  guint unseen = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (published); i++) {
    for (gsize place = 0; place < strlen (published[i]); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        g_autofree char *typed = g_strdup (published[i]);
        gboolean exchanged = FALSE;

        if (digit == typed[place])
          continue;
        exchanged = place > 0 && ((digit == '0' && typed[place] == '9') ||
                                  (digit == '9' && typed[place] == '0'));
        typed[place] = digit;
        g_assert_cmpint (sgn_corporate_number_check (typed) == SGN_CORPORATE_NUMBER_OK, ==,
                         exchanged);
        exchanged ? unseen++ : seen++;
      }
    }
  }
  g_assert_cmpuint (seen + unseen, ==, G_N_ELEMENTS (published) * 13 * 9);
  g_assert_cmpuint (unseen, >, 0);
}

static void
test_wrong_forms_and_wrong_digits_differ (void)
{
  static const struct {
    const char *digits;
    SgnCorporateNumberResult result;
  } cases[] = {
    { "", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "700001205000", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "70000120500022", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "0000012050002", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "700001205000x", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "７000012050002", SGN_CORPORATE_NUMBER_WRONG_FORM },
    { "8000012050002", SGN_CORPORATE_NUMBER_WRONG_DIGIT },
    { "7000012050012", SGN_CORPORATE_NUMBER_WRONG_DIGIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sgn_corporate_number_check (cases[i].digits), ==, cases[i].result);
}

static void
test_what_people_type_becomes_digits (void)
{
  static const struct {
    const char *typed;
    const char *digits;
  } cases[] = {
    { "7000012050002", "7000012050002" },
    { "７０００－０１２０－５０００２", "7000012050002" },
    { " 7-0000-1205-0002\n", "7000012050002" },
    { "T7000012050002", "7000012050002" },
    { "Ｔ７００００１２０５０００２", "7000012050002" },
    { "7 0000　1205 0002", "7000012050002" },
    { "なし", "なし" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *digits = sgn_corporate_number_normalise (cases[i].typed);

    g_assert_cmpstr (digits, ==, cases[i].digits);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corporate-number/published-numbers-pass", test_published_numbers_pass);
  g_test_add_func ("/corporate-number/every-other-single-wrong-digit-is-seen",
                   test_every_other_single_wrong_digit_is_seen);
  g_test_add_func ("/corporate-number/wrong-forms-and-wrong-digits-differ",
                   test_wrong_forms_and_wrong_digits_differ);
  g_test_add_func ("/corporate-number/what-people-type-becomes-digits",
                   test_what_people_type_becomes_digits);
  return g_test_run ();
}
