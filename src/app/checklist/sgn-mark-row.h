/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

#define SGN_TYPE_MARK_ROW (sgn_mark_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnMarkRow, sgn_mark_row, SGN, MARK_ROW, GtkWidget)

/* Marks in a row, drawn as one: where to look in what is folded. Breaks into lines where it has to.
 * Whoever shows it says in words what it shows. */
void sgn_mark_row_set_marks (SgnMarkRow *self, const SgnMark *marks, guint n_marks);

G_END_DECLS
