/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_RECENT_ROW (sgn_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnRecentRow, sgn_recent_row, SGN, RECENT_ROW, AdwActionRow)

/* A company file used before: whose it is, where it lies and when it was changed. Looks at the file
 * without waiting for it; a file that is not there now stays listed and cannot be chosen. */
GtkWidget *sgn_recent_row_new (GFile *file, const char *company); /* @company (nullable) */
GFile *sgn_recent_row_get_file (SgnRecentRow *self);

G_END_DECLS
