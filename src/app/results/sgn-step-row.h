/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-results.h"

G_BEGIN_DECLS

#define SGN_TYPE_STEP_ROW (sgn_step_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnStepRow, sgn_step_row, SGN, STEP_ROW, AdwActionRow)

/* What to do something about: leads to its question, or into the plan. */
GtkWidget *sgn_step_row_new (const SgnCatalogue *catalogue, const SgnFirstStep *step);
void sgn_step_row_set_narrow (SgnStepRow *self, gboolean narrow);
void sgn_step_row_set_editable (SgnStepRow *self, gboolean editable);

G_END_DECLS
