/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_POLICY_PART_ROW (sgn_policy_part_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnPolicyPartRow, sgn_policy_part_row, SGN, POLICY_PART_ROW, GtkListBoxRow)

/* A part of the policy, with a check or with how many things were found in it. */
GtkWidget *sgn_policy_part_row_new (const char *title);
void sgn_policy_part_row_set_count (SgnPolicyPartRow *self, guint count);

G_END_DECLS
