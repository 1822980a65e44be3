/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_COLUMNS (sgn_columns_get_type ())
G_DECLARE_FINAL_TYPE (SgnColumns, sgn_columns, SGN, COLUMNS, GtkWidget)

/* A main column with a side column of fixed width; one column, in the order of the children, when
 * narrow. In .ui files a child of type "aside" belongs to the side column. Property: narrow. */

G_END_DECLS
