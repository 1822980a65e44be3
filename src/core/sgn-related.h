/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"

G_BEGIN_DECLS

/**
 * SgnRelated:
 * @catalogue: another guideline, in its current edition
 * @item: what it asks about the same matter
 * @relation: what @item is to the item in hand: the same, a part of it, more than it, or
 * overlapping
 * @why: what the two have in common; both NULL when nothing is said
 * @official: whether the guidelines themselves say so; else it is our own reading
 *
 * The same matter in another guideline.
 */
typedef struct {
  SgnCatalogue *catalogue;
  const SgnItem *item;
  SgnRelation relation;
  const SgnText *why;
  gboolean official;
} SgnRelated;

/* (element-type SgnRelated): by guideline, then as they stand in it */
GPtrArray *
sgn_related_find (SgnLibrary *library, const SgnCatalogue *catalogue, const SgnItem *item);

G_END_DECLS
