/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* What is left out of the list. */
typedef enum {
  SGN_FILTER_ALL,
  SGN_FILTER_NONE,
  SGN_FILTER_PARTIAL,
  SGN_FILTER_NOT_DONE,
  SGN_FILTER_UNKNOWN,
} SgnFilter;
#define SGN_N_FILTERS 5

#define SGN_TYPE_ITEM_LIST (sgn_item_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnItemList, sgn_item_list, SGN, ITEM_LIST, GtkBox)

/* All questions of a checklist, by section. Digits answer the row with the focus. Signal: opened
 * (uint, index of the item). */
void sgn_item_list_watch (SgnItemList *self, SgnChecklist *checklist);
void sgn_item_list_set_filter (SgnItemList *self, SgnFilter filter);
void sgn_item_list_set_narrow (SgnItemList *self, gboolean narrow);
void sgn_item_list_show_item (SgnItemList *self, guint index);
guint sgn_filter_count (SgnFilter filter, SgnChecklist *checklist);

G_END_DECLS
