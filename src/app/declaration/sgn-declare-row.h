/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-declare-mark.h"

G_BEGIN_DECLS

#define SGN_TYPE_DECLARE_ROW (sgn_declare_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnDeclareRow, sgn_declare_row, SGN, DECLARE_ROW, GtkListBoxRow)

/* A step: its node, what it is, how far it is. */
GtkWidget *sgn_declare_row_new (guint number, guint count, const char *title);
void sgn_declare_row_show (SgnDeclareRow *self, SgnStepState state, const char *fact);

G_END_DECLS
