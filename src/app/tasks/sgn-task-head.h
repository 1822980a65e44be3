/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_HEAD (sgn_task_head_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskHead, sgn_task_head, SGN, TASK_HEAD, GtkBox)

/* How far the plan is: in a sentence, as counts with their shapes, and as a bar. */
void sgn_task_head_show (SgnTaskHead *self, const SgnTaskBoard *board);
void sgn_task_head_set_narrow (SgnTaskHead *self, gboolean narrow);

G_END_DECLS
