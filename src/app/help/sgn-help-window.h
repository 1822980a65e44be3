/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-help-book.h"

G_BEGIN_DECLS

#define SGN_TYPE_HELP_WINDOW (sgn_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SgnHelpWindow, sgn_help_window, SGN, HELP_WINDOW, AdwWindow)

/* The help, where there is no program that shows it. */
GtkWidget *sgn_help_window_new (GtkWindow *parent, SgnHelpBook *book);
/* @place: "PAGE" or "PAGE#SECTION"; FALSE when there is no such page. */
gboolean sgn_help_window_show_page (SgnHelpWindow *self, const char *place);
const char *sgn_help_window_get_page (SgnHelpWindow *self); /* (nullable) */

/* Shows a place in the desktop's own help, else in a window here; empty is the index. */
void sgn_help_show (GtkWindow *parent, const char *place);

G_END_DECLS
