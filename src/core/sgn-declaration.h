/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-finding.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/* A self-declaration ID: 11 digits, the first 4 (old system, until March 2026) or 5. Full-width
 * digits, spaces and hyphens typed are taken away. Returns the digits, or NULL with
 * SGN_ERROR_INVALID. */
char *sgn_declaration_number_normalise (const char *typed, GError **error);
/* Whether the ID comes from the system used until March 2026: explained to the user, never refused.
 */
gboolean sgn_declaration_number_is_old (const char *number);
/* 一つ星 / 二つ星, one star / two stars; ★ / ★★ */
const char *sgn_star_to_words (int star, SgnLanguage language);
const char *sgn_star_to_symbol (int star);

G_END_DECLS
