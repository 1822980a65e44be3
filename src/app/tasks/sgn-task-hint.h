/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_HINT (sgn_task_hint_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskHint, sgn_task_hint, SGN, TASK_HINT, GtkBox)

/* An answer that is less than done and has no task: one at a time, to be added or declined. Not
 * seen when there is none. Signals: add, decline. */
void sgn_task_hint_show (SgnTaskHint *self, const SgnTaskBoard *board, gboolean writable);
void sgn_task_hint_set_narrow (SgnTaskHint *self, gboolean narrow);

G_END_DECLS
