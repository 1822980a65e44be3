/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnCorporateNumberResult:
 * @SGN_CORPORATE_NUMBER_OK: 13 digits, and the check digit fits
 * @SGN_CORPORATE_NUMBER_WRONG_FORM: not 13 digits, or the first is 0
 * @SGN_CORPORATE_NUMBER_WRONG_DIGIT: 13 digits, but the check digit does not fit
 *
 * The check cannot see a 0 typed for a 9 or two such neighbours exchanged (modulus 9).
 */
typedef enum {
  SGN_CORPORATE_NUMBER_OK,
  SGN_CORPORATE_NUMBER_WRONG_FORM,
  SGN_CORPORATE_NUMBER_WRONG_DIGIT,
} SgnCorporateNumberResult;

char *sgn_corporate_number_normalise (const char *typed);
SgnCorporateNumberResult sgn_corporate_number_check (const char *digits);

G_END_DECLS
