/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well texts fit what is looked for; smaller is better. */
typedef enum {
  SGN_FIT_WHOLE,
  SGN_FIT_BEGINNING,
  SGN_FIT_INSIDE,
  SGN_FIT_NOT,
} SgnFit;

/* (transfer full) (element-type utf8): the folded words of what was typed, parted by any space */
GPtrArray *sgn_match_split (const char *typed);
/* Adds @text to folded texts, one a line; nothing for NULL or an empty one. */
void sgn_match_append (GString *texts, const char *text);
/* Every word must be there; the one that fits worst decides. No words fit nothing. */
SgnFit sgn_match_fit (const char *texts, GPtrArray *words);

G_END_DECLS
