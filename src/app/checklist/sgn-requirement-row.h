/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_REQUIREMENT_ROW (sgn_requirement_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnRequirementRow, sgn_requirement_row, SGN, REQUIREMENT_ROW, GtkListBoxRow)

/* A requirement above its criteria: number and name, one plain sentence, the mark of each
 * criterion, and how many are met. Items @first to @last of the checklist are its criteria. */
GtkWidget *sgn_requirement_row_new (SgnChecklist *checklist, guint first, guint last);
void sgn_requirement_row_refresh (SgnRequirementRow *self, SgnChecklist *checklist);
void sgn_requirement_row_set_open (SgnRequirementRow *self, gboolean open);
gboolean sgn_requirement_row_get_open (SgnRequirementRow *self);
void sgn_requirement_row_set_narrow (SgnRequirementRow *self, gboolean narrow);

G_END_DECLS
