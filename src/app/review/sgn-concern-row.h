/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-consistency.h"

G_BEGIN_DECLS

#define SGN_TYPE_CONCERN_ROW (sgn_concern_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnConcernRow, sgn_concern_row, SGN, CONCERN_ROW, AdwActionRow)

/* One thing that does not fit together; leads to the question, or to the sheet that shows it.
 * @advice: (nullable): what to do about it. */
GtkWidget *sgn_concern_row_new (const SgnConcern *concern, const char *advice);
const char *sgn_concern_row_get_id (SgnConcernRow *self);

G_END_DECLS
