/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-proposal.h"

G_BEGIN_DECLS

#define SGN_TYPE_CARRY_ROW (sgn_carry_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarryRow, sgn_carry_row, SGN, CARRY_ROW, GtkCheckButton)

/* One proposal, to be ticked: from which answer, what it would be, and why. @proposal must outlive
 * the row. */
GtkWidget *sgn_carry_row_new (const SgnProposal *proposal, GtkSizeGroup *signs);
const SgnProposal *sgn_carry_row_get_proposal (SgnCarryRow *self);
void sgn_carry_row_set_narrow (SgnCarryRow *self, gboolean narrow);
/* “No.19　Secrecy”; owned by the caller. */
char *sgn_carry_row_dup_title (const SgnItem *item);

G_END_DECLS
