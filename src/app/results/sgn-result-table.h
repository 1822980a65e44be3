/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-results.h"

G_BEGIN_DECLS

#define SGN_TYPE_RESULT_TABLE (sgn_result_table_get_type ())
G_DECLARE_FINAL_TYPE (SgnResultTable, sgn_result_table, SGN, RESULT_TABLE, GtkWidget)

/* The same numbers as the bars, as a table that a screen reader walks through. */
void sgn_result_table_show (SgnResultTable *self, const SgnResults *results);

G_END_DECLS
