/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"

G_BEGIN_DECLS

/* What the boxes of declaration and policy have in common. */

/* A label that begins at the left and breaks where it must. @css_class (nullable) */
GtkWidget *sgn_plain_label (const char *words, const char *css_class);
GtkWidget *sgn_plain_heading (GtkBox *box, const char *words);
GtkWidget *sgn_plain_list (const char *name);
void sgn_plain_clear (GtkWidget *box);

/* The data of sgn_plain_act_cb(): @widget is kept, @saving told that an act has begun. @done
 * (nullable): the words of a toast with which it can be undone; @failed: what could not be done */
gpointer
sgn_plain_act_new (GtkWidget *widget, SgnSaving *saving, const char *done, const char *failed);
/* For acts that sgn_session_act_finish() ends. */
void sgn_plain_act_cb (GObject *object, GAsyncResult *result, gpointer act);
/* For those that another function has ended. @error (nullable) */
void sgn_plain_act_end (gpointer act, const GError *error);

G_END_DECLS
