/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two ways to look at a page, for the header bar: two linked buttons, of which one is down. Where
 * there is too little room their words are shortened. */

GtkWidget *sgn_view_switch_new (const char *first, const char *second, gboolean second_is_shown);
GtkToggleButton *sgn_view_switch_get_first (GtkWidget *view_switch);
GtkToggleButton *sgn_view_switch_get_second (GtkWidget *view_switch);

G_END_DECLS
