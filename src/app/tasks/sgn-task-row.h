/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_ROW (sgn_task_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskRow, sgn_task_row, SGN, TASK_ROW, GtkListBoxRow)

/* One line of the plan: how it stands, what is to be done and what for, by whom, until when. */
GtkWidget *sgn_task_row_new (const char *key);
/* @record: the one of @board; @dated: whether no heading says the year */
void sgn_task_row_show (SgnTaskRow *self,
                        const SgnBoardLine *line,
                        const SgnTaskBoard *board,
                        const SgnRecord *record,
                        gboolean dated);
void sgn_task_row_set_narrow (SgnTaskRow *self, gboolean narrow);
/* What the row stands for: "task/3", or "answer/1/SD-21" of what nobody knows. */
const char *sgn_task_row_get_key (SgnTaskRow *self);
char *sgn_task_row_make_key (const SgnBoardLine *line);

G_END_DECLS
