/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_NAV_ROW (sgn_nav_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnNavRow, sgn_nav_row, SGN, NAV_ROW, GtkListBoxRow)

/* A row of the sidebar: a page with its icon, or a section of the open checklist with a ring and a
 * count. */
GtkWidget *sgn_nav_row_new_page (const char *name, const char *title, const char *icon_name);
GtkWidget *sgn_nav_row_new_section (const char *name, const char *title, guint section);
void sgn_nav_row_set_progress (SgnNavRow *self, guint done, guint total);
/* A number beside a page; 0 is none. @words say what it counts, after the title. */
void sgn_nav_row_set_count (SgnNavRow *self, guint count, const char *words);
void sgn_nav_row_set_current (SgnNavRow *self, gboolean current);
const char *sgn_nav_row_get_page (SgnNavRow *self); /* (nullable): a section's row has none */
guint sgn_nav_row_get_section (SgnNavRow *self);

G_END_DECLS
