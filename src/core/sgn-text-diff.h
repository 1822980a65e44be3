/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SGN_TEXT_SAME,
  SGN_TEXT_REMOVED,
  SGN_TEXT_ADDED,
} SgnTextChange;

/* A stretch of a text, and what became of it. */
typedef struct {
  SgnTextChange change;
  char *text;
} SgnTextPiece;

/* (element-type SgnTextPiece): how @before became @after, word by word; where they differ, what was
 * removed comes first. Joined without what was added it is @before, without what was removed
 * @after. Both (nullable) */
GPtrArray *sgn_text_diff (const char *before, const char *after);

G_END_DECLS
