/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-history.h"

G_BEGIN_DECLS

struct _SgnHistory {
  GPtrArray *events; /* of SgnEvent */
  SgnLibrary *library;
  GHashTable *catalogues; /* assessment id as text → SgnCatalogue, not owned */
  GHashTable *persons;    /* person id as text → name as it was last, not owned */
};

/* (nullable): the item the event is about, "ASSESSMENT/ITEM", by itself or through what serves it
 */
const char *sgn_history_find_place (const SgnEvent *event);
/* (nullable): of "ASSESSMENT/ITEM" */
const SgnItem *sgn_history_find_item (const SgnHistory *self, const char *place);

G_END_DECLS
