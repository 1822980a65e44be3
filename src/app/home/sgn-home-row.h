/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-next-step.h"
#include "sgn-plan.h"
#include "sgn-reviews.h"

G_BEGIN_DECLS

#define SGN_TYPE_HOME_ROW (sgn_home_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnHomeRow, sgn_home_row, SGN, HOME_ROW, GtkListBoxRow)

/* One line of what is to be done, or looked at again: it leads to its place. */
GtkWidget *
sgn_home_row_new_for_plan (const SgnPlanLine *line, const SgnRecord *record, const char *today);
GtkWidget *sgn_home_row_new_for_review (const SgnReviewDay *review, const char *today);
/* @day: (nullable): of the newest backup, in words; @place: (nullable): where it is */
GtkWidget *sgn_home_row_new_for_backup (const char *day, const char *place);

/* Goes to where @step is done; does nothing where there is no such place. */
void sgn_home_go (GtkWidget *widget, const SgnNextStep *step);

G_END_DECLS
