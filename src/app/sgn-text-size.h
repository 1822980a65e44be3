/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters from 100 to 300 per cent of the desktop's size, in six steps. */
#define SGN_TEXT_SIZE_NORMAL 100

int sgn_text_size_round (int percent);
int sgn_text_size_step (int percent, int direction);
int sgn_text_size_read_base (GtkSettings *settings);
void sgn_text_size_apply (GtkSettings *settings, int base, int percent);
/* Ctrl and the wheel change the size, wherever on @widget the pointer is. */
void sgn_text_size_add_scroll (GtkWidget *widget);

/* How much larger than at 96 dots per inch the letters are now: 1.0, 1.25, … */
double sgn_text_scale_get (GtkWidget *widget);
int sgn_text_scale_px (GtkWidget *widget, int size);
/* From 200 per cent up the letters need the room of what only explains. */
gboolean sgn_text_is_large (GtkWidget *widget);

G_END_DECLS
