/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the window, and all keys of the program in a window of their own. */
void sgn_shortcuts_add_to_class (GtkWidgetClass *widget_class);
void sgn_shortcuts_show (GtkWindow *parent);

G_END_DECLS
