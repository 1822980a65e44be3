/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_CRITERION_ROW (sgn_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnCriterionRow, sgn_criterion_row, SGN, CRITERION_ROW, GtkListBoxRow)

/* One criterion below its requirement, in one line: mark, number, short title, evidence, word, and
 * whether an expert has looked at it. */
GtkWidget *sgn_criterion_row_new (SgnChecklist *checklist, guint index);
guint sgn_criterion_row_get_index (SgnCriterionRow *self);
void sgn_criterion_row_refresh (SgnCriterionRow *self, SgnChecklist *checklist);
void sgn_criterion_row_set_narrow (SgnCriterionRow *self, gboolean narrow);

G_END_DECLS
