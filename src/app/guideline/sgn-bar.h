/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_BAR (sgn_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnBar, sgn_bar, SGN, BAR, GtkWidget)

/* A horizontal bar, filled as far as @part of @whole. The number stands beside it in words. */
GtkWidget *sgn_bar_new (guint part, guint whole);
/* The same with a tick where it ended before; below 0 for none. */
GtkWidget *sgn_bar_new_shares (double now, double before);

G_END_DECLS
