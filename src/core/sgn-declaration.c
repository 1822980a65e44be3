/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration.h"

#include "sgn-error.h"
#include "sgn-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_DIGITS 11

/**
 * sgn_declaration_number_normalise:
 * @typed: a self-declaration ID (自己宣言ID) as typed
 * @error: return location for an error
 *
 * Source: numbers in use in 2026; the form is not in the guideline. A number that begins with 4
 * was given out by the system used until March 2026, one that begins with 5 by the present one.
 *
 * Returns: (transfer full): the eleven digits, or %NULL with SGN_ERROR_INVALID
 */
char *
sgn_declaration_number_normalise (const char *typed, GError **error)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  digits = sgn_fold_code (typed);
  if (strlen (digits) != N_DIGITS || strspn (digits, "0123456789") != N_DIGITS) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("A self-declaration ID has 11 digits, and “%s” does not. Compare it with the "
                    "notice of the declaration."),
                 typed);
    return NULL;
  }
  if (digits[0] != '4' && digits[0] != '5') {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("A self-declaration ID begins with 4 or 5, and “%s” does not. Compare it with "
                    "the notice of the declaration."),
                 typed);
    return NULL;
  }
  return g_steal_pointer (&digits);
}

/**
 * sgn_declaration_number_is_old:
 * @number: a normalised self-declaration ID
 *
 * Returns: whether it begins with 4
 */
gboolean
sgn_declaration_number_is_old (const char *number)
{
  g_return_val_if_fail (number != NULL, FALSE);

  return number[0] == '4';
}

/**
 * sgn_star_to_words:
 * @star: 1 or 2
 * @language: the language of the sheet
 *
 * Returns: the star in words, as SECURITY ACTION calls it
 */
const char *
sgn_star_to_words (int star, SgnLanguage language)
{
  static const char *const words[][2] = { { "一つ星", "one star" }, { "二つ星", "two stars" } };

  g_return_val_if_fail (star == 1 || star == 2, NULL);

  return words[star - 1][language == SGN_LANGUAGE_EN ? 1 : 0];
}

/**
 * sgn_star_to_symbol:
 * @star: 1 or 2
 *
 * Returns: the star as a sign
 */
const char *
sgn_star_to_symbol (int star)
{
  g_return_val_if_fail (star == 1 || star == 2, NULL);

  return star == 1 ? "★" : "★★";
}
