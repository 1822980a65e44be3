/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-hit.h"

G_BEGIN_DECLS

/**
 * SgnHitSearch:
 * @library, @record: what is looked through
 * @words: what is looked for, folded
 * @language: of the words that are shown
 * @hits: of SgnHit: what was found until now
 *
 * One search under way.
 */
typedef struct {
  SgnLibrary *library;
  const SgnRecord *record;
  GPtrArray *words;
  SgnLanguage language;
  GPtrArray *hits;
} SgnHitSearch;

/* (transfer none): a new hit without place; takes @title and @detail. */
SgnHit *sgn_hit_search_add (SgnHitSearch *search, SgnHitGroup group, char *title, char *detail);
/* “5 Passwords”; owned by the caller */
char *sgn_hit_search_dup_item (const SgnHitSearch *search, const SgnItem *item);
/* The row at "KIND/ID", when it can be shown. */
void sgn_hit_search_add_row (SgnHitSearch *search, const char *place);

G_END_DECLS
