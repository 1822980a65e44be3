/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-language.h"

/**
 * sgn_text_get:
 * @self: a text
 * @language: which of its two
 *
 * Returns: (nullable) (transfer none): the text; NULL only where an optional text is absent
 */
const char *
sgn_text_get (const SgnText *self, SgnLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return language == SGN_LANGUAGE_JA ? self->ja : self->en;
}

/**
 * sgn_text_clear:
 * @self: a text
 *
 * Frees both texts and leaves @self empty; @self itself stays.
 */
void
sgn_text_clear (SgnText *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->ja, g_free);
  g_clear_pointer (&self->en, g_free);
}

/**
 * sgn_language_to_code:
 * @language: a language
 *
 * Returns: "ja" or "en", as catalogues, files and the command line write it
 */
const char *
sgn_language_to_code (SgnLanguage language)
{
  return language == SGN_LANGUAGE_JA ? "ja" : "en";
}

/**
 * sgn_language_from_code:
 * @code: (nullable): "ja" or "en"
 * @language: (out): the language; untouched when @code is neither
 *
 * Returns: whether @code names a language
 */
gboolean
sgn_language_from_code (const char *code, SgnLanguage *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  if (g_strcmp0 (code, "ja") == 0)
    *language = SGN_LANGUAGE_JA;
  else if (g_strcmp0 (code, "en") == 0)
    *language = SGN_LANGUAGE_EN;
  else
    return FALSE;
  return TRUE;
}

/**
 * sgn_language_of_user:
 *
 * Returns: Japanese when the user's first language is Japanese, else English. For the window and as
 *   the default of an argument; never consulted when a sheet is made.
 */
SgnLanguage
sgn_language_of_user (void)
{
  const char *first = g_get_language_names ()[0];

  if (g_str_has_prefix (first, "ja") && !g_ascii_isalpha (first[2]))
    return SGN_LANGUAGE_JA;
  return SGN_LANGUAGE_EN;
}
