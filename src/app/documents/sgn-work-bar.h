/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_WORK_BAR (sgn_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnWorkBar, sgn_work_bar, SGN, WORK_BAR, GtkBox)

/* How far long work is, with a button that stops it. What is over in a moment is not shown. */
GCancellable *sgn_work_bar_begin (SgnWorkBar *self); /* (transfer full): cancelled by the button */
void sgn_work_bar_show_progress (SgnWorkBar *self, const SgnProgress *progress);
void sgn_work_bar_end (SgnWorkBar *self);

G_END_DECLS
