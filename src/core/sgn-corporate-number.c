/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-corporate-number.h"

#include "sgn-fold.h"

#include <string.h>

#define N_DIGITS 13

/**
 * sgn_corporate_number_normalise:
 * @typed: a corporate number (法人番号) as typed
 *
 * Full-width digits become half-width; spaces, hyphens and the T of an invoice number go.
 *
 * Returns: (transfer full): what remains, good or not
 */
char *
sgn_corporate_number_normalise (const char *typed)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  code = sgn_fold_code (typed);
  return g_strdup (code[0] == 'T' || code[0] == 't' ? code + 1 : code);
}

static gboolean
has_form (const char *digits)
{
  return strlen (digits) == N_DIGITS && strspn (digits, "0123456789") == N_DIGITS &&
         digits[0] != '0';
}

/* 9 − (the weighted sum of the twelve digits after it mod 9), counted from the right: odd places
 * weigh 1, even places 2. Always 1 to 9. */
static int
get_check_digit (const char *digits)
{
  int sum = 0;

  for (int place = 1; place < N_DIGITS; place++)
    sum += (digits[N_DIGITS - place] - '0') * (place % 2 == 0 ? 2 : 1);
  return 9 - sum % 9;
}

/**
 * sgn_corporate_number_check:
 * @digits: a number from sgn_corporate_number_normalise()
 *
 * Source: 法人番号の指定等に関する省令（平成26年財務省令第70号）, article 2.
 *
 * Returns: whether form and check digit are right
 */
SgnCorporateNumberResult
sgn_corporate_number_check (const char *digits)
{
  g_return_val_if_fail (digits != NULL, SGN_CORPORATE_NUMBER_WRONG_FORM);

  if (!has_form (digits))
    return SGN_CORPORATE_NUMBER_WRONG_FORM;
  if (digits[0] - '0' != get_check_digit (digits))
    return SGN_CORPORATE_NUMBER_WRONG_DIGIT;
  return SGN_CORPORATE_NUMBER_OK;
}
