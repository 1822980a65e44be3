/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_ACTION_LINE (sgn_action_line_get_type ())
G_DECLARE_FINAL_TYPE (SgnActionLine, sgn_action_line, SGN, ACTION_LINE, GtkBox)

/* The line below a question: back, what is saved and under whose name, on. Signals: back, next. */
void sgn_action_line_watch (SgnActionLine *self, SgnSession *session, SgnSaving *saving);
void sgn_action_line_set_place (SgnActionLine *self, gboolean first, gboolean last);
void sgn_action_line_set_narrow (SgnActionLine *self, gboolean narrow);
void sgn_action_line_focus_next (SgnActionLine *self);

G_END_DECLS
