/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-profile-fields.h"
#include "sgn-profile-writer.h"

G_BEGIN_DECLS

#define SGN_TYPE_FIELD_ROW (sgn_field_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnFieldRow, sgn_field_row, SGN, FIELD_ROW, AdwEntryRow)

/* One detail of the company: kept when the focus leaves it, or with Return. */
GtkWidget *sgn_field_row_new (const SgnProfileField *field, SgnProfileWriter *writer);
const char *sgn_field_row_get_name (SgnFieldRow *self);
/* The row that says what seems wrong; it belongs below this one. */
GtkWidget *sgn_field_row_get_hint (SgnFieldRow *self);
/* Saves what was typed. */
void sgn_field_row_flush (SgnFieldRow *self);

G_END_DECLS
