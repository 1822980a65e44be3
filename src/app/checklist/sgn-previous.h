/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

G_BEGIN_DECLS

/**
 * SgnPrevious:
 * @catalogue: the edition it was given in
 * @item: the item of that edition
 * @answer: the answer
 * @date: (nullable): when that assessment was closed
 *
 * The answer of last time to what is now an item; all owned by others.
 */
typedef struct {
  SgnCatalogue *catalogue;
  const SgnItem *item;
  const SgnAnswer *answer;
  const char *date;
} SgnPrevious;

gboolean sgn_previous_find (SgnChecklist *checklist, guint index, SgnPrevious *previous);

G_END_DECLS
