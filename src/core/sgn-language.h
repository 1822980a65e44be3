/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnLanguage:
 * @SGN_LANGUAGE_JA: Japanese
 * @SGN_LANGUAGE_EN: English
 *
 * The two languages of catalogues and sheets. Always an argument, never the locale.
 */
typedef enum {
  SGN_LANGUAGE_JA,
  SGN_LANGUAGE_EN,
} SgnLanguage;

/**
 * SgnText:
 * @ja: the Japanese text
 * @en: the English text
 *
 * A text in both languages. Inside a catalogue both are always present.
 */
typedef struct {
  char *ja;
  char *en;
} SgnText;

const char *sgn_text_get (const SgnText *self, SgnLanguage language);
void sgn_text_clear (SgnText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnText, sgn_text_clear)

const char *sgn_language_to_code (SgnLanguage language);
gboolean sgn_language_from_code (const char *code, SgnLanguage *language);
SgnLanguage sgn_language_of_user (void);

G_END_DECLS
