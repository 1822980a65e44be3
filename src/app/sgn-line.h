/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widgets beside each other, or below each other where there is little room: a GtkGrid. Wrapped
 * labels in a horizontal GtkBox are laid out sixteen times to find how wide they are at its height;
 * in a grid they are not. */

void sgn_line_set_narrow (GtkGrid *line, gboolean narrow);

G_END_DECLS
