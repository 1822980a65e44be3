/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_RECENT_ROW (sgn_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnRecentRow, sgn_recent_row, SGN, RECENT_ROW, AdwActionRow)

/* A company file used before: whose it is, where it lies, when it was changed and how far the
 * company was. Looks at the file without waiting for it. A file that is not there now stays listed,
 * with ways out. Signals: look (for the file in another place), forget (take it off the list). */
/* @company, @road: (nullable): as remembered */
GtkWidget *sgn_recent_row_new (GFile *file, const char *company, const char *road);
gboolean sgn_recent_row_is_missing (SgnRecentRow *self);
GFile *sgn_recent_row_get_file (SgnRecentRow *self);

G_END_DECLS
