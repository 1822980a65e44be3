/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_BAR (sgn_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskBar, sgn_task_bar, SGN, TASK_BAR, GtkWidget)

/* How far the plan is, as one bar that reads in black and white: overdue is a tint with an outline,
 * begun is hatched, not begun is empty, done is full. The words stand above it. */
void sgn_task_bar_show (SgnTaskBar *self, const SgnTaskBoard *board);
/* The marks it shows, in its order. */
const SgnMark *sgn_task_bar_get_marks (guint *n_marks);

G_END_DECLS
