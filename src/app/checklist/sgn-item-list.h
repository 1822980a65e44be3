/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-check-filter.h"

G_BEGIN_DECLS

#define SGN_TYPE_ITEM_LIST (sgn_item_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnItemList, sgn_item_list, SGN, ITEM_LIST, GtkBox)

/* All questions of a checklist that is not large, by section. Digits answer the row with the focus.
 * Signal: opened (uint, index of the item). */
void sgn_item_list_watch (SgnItemList *self, SgnChecklist *checklist);
void sgn_item_list_set_filter (SgnItemList *self, SgnFilter filter, SgnLook look);
void sgn_item_list_set_narrow (SgnItemList *self, gboolean narrow);
void sgn_item_list_show_item (SgnItemList *self, guint index);

G_END_DECLS
