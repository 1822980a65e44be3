/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-breakdown.h"

G_BEGIN_DECLS

#define SGN_TYPE_CATEGORY_ROW (sgn_category_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnCategoryRow, sgn_category_row, SGN, CATEGORY_ROW, GtkListBoxRow)

/* One category: its number in the radar, its name, a bar, and how many of how many in words.
 * @narrow: the bar goes below the name */
GtkWidget *sgn_category_row_new (guint number, const SgnBreakdownPart *part, gboolean narrow);
/* (nullable): the id of the item to go on with */
const char *sgn_category_row_get_next (SgnCategoryRow *self);
/* Its number and name, to be as wide in all rows. */
GtkWidget *sgn_category_row_get_name (SgnCategoryRow *self);

G_END_DECLS
