/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All keys of the program, in a window of their own. */
void sgn_shortcuts_show (GtkWindow *parent);

G_END_DECLS
