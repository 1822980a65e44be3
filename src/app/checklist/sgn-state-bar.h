/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_STATE_BAR (sgn_state_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnStateBar, sgn_state_bar, SGN, STATE_BAR, GtkBox)

/* Says that a check is closed, or could be, with what can be done about it; hidden otherwise.
 * Property: closed-only (whether it keeps quiet about a check that could be closed). */
void sgn_state_bar_watch (SgnStateBar *self, SgnChecklist *checklist);
void sgn_state_bar_set_narrow (SgnStateBar *self, gboolean narrow);

G_END_DECLS
