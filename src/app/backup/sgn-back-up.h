/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

/* One copy of the open file where the user wants it: asks whether it is to be sealed and for a
 * place, makes the copy, says so, and of a sealed one offers the recovery sheet. @window: one with
 * the actions win.toast and win.tell */
void sgn_back_up (GtkWindow *window, SgnSession *session);

G_END_DECLS
