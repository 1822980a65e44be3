/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-colors.h"

G_BEGIN_DECLS

/* Paints how a task stands into a square of side @size at the origin of @cr: the shapes of the
 * action plan on paper. */
void sgn_task_mark_draw (cairo_t *cr, SgnMark mark, double size, SgnScheme scheme);

#define SGN_TYPE_TASK_MARK (sgn_task_mark_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskMark, sgn_task_mark, SGN, TASK_MARK, GtkWidget)

/* The same as a widget; the word stands beside it. @size: pixels at 100 % */
GtkWidget *sgn_task_mark_new (int size);
void sgn_task_mark_set_mark (SgnTaskMark *self, SgnMark mark);
SgnMark sgn_task_mark_get_mark (SgnTaskMark *self);

G_END_DECLS
