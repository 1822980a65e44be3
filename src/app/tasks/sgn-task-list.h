/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-task-board.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASK_LIST (sgn_task_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnTaskList, sgn_task_list, SGN, TASK_LIST, GtkBox)

/* The plan under its headings; of a long one the first rows, and a button for more. Signals: opened
 * (string, key of the row), on Return; stepped (string), on Space; more, when more rows are
 * wanted. */
void sgn_task_list_show (SgnTaskList *self,
                         const SgnTaskBoard *board,
                         const SgnRecord *record,
                         const SgnBoardWish *wish);
/* Begins at the top again. */
void sgn_task_list_rewind (SgnTaskList *self);
/* The row of @key is shown next time, however far down it stands. */
void sgn_task_list_reach (SgnTaskList *self, const char *key);
void sgn_task_list_set_narrow (SgnTaskList *self, gboolean narrow);
/* Gives the focus to the row of @key (NULL: the first one); FALSE when it is not shown. */
gboolean sgn_task_list_focus (SgnTaskList *self, const char *key);
/* (nullable): key of the row with the focus */
const char *sgn_task_list_get_focus (SgnTaskList *self);
guint sgn_task_list_count_rows (SgnTaskList *self);

G_END_DECLS
