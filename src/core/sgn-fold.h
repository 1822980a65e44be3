/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key for search and sort: NFKC, lower case, hiragana to katakana, dashes and waves to one form,
 * variation selectors, spaces and marks removed. Never shown and never stored in place of the text.
 */
char *sgn_fold (const char *text);

/* For fields with a grammar (numbers, codes): full-width to ASCII, spaces and dashes taken away. */
char *sgn_fold_code (const char *typed);

/* What may be stored of a typed text: as typed, less control characters (but tab and newline), bidi
 * controls and trailing spaces. */
char *sgn_clean_typed (const char *text);
/* The same on one line: newlines and tabs become a space. */
char *sgn_clean_line (const char *text);

G_END_DECLS
