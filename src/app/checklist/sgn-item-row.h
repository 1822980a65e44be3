/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_ITEM_ROW (sgn_item_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnItemRow, sgn_item_row, SGN, ITEM_ROW, GtkListBoxRow)

/* One question in the list: mark, number and title, question, evidence, word, day. */
GtkWidget *sgn_item_row_new (SgnChecklist *checklist, guint index);
guint sgn_item_row_get_index (SgnItemRow *self);
void sgn_item_row_refresh (SgnItemRow *self, SgnChecklist *checklist);
void sgn_item_row_set_narrow (SgnItemRow *self, gboolean narrow);

G_END_DECLS
