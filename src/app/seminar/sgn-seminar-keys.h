/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys of @widget become its actions “seminar.…”, those of clickers too. In the bubble phase, and
 * by the place of a digit where Shift makes another letter of it. */
void sgn_seminar_keys_add (GtkWidget *widget);
/* The keys as buttons, in words, at the end of @box. */
void sgn_seminar_keys_add_hints (GtkBox *box);

G_END_DECLS
