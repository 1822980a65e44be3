/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_DATA_SHEET (sgn_data_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SgnDataSheet, sgn_data_sheet, SGN, DATA_SHEET, GtkBox)

/* What is usually asked for when one declares, to be written down here (@copies FALSE) or copied
 * from here value by value. */
GtkWidget *sgn_data_sheet_new (SgnSession *session, SgnSaving *saving, gboolean copies);
void sgn_data_sheet_show (SgnDataSheet *self, const SgnRecord *record);
/* To the first field without a text; not for copies. */
void sgn_data_sheet_focus (SgnDataSheet *self);
/* Saves what was typed; forgets what was copied. */
void sgn_data_sheet_leave (SgnDataSheet *self);

G_END_DECLS
