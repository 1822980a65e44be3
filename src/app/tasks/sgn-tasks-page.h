/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_TASKS_PAGE (sgn_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnTasksPage, sgn_tasks_page, SGN, TASKS_PAGE, SgnPage)

/* What is to be done: how far it is, who has how much, and each task by day or by person. Space is
 * the next state of a task, Return opens it, Insert adds one. */

/* Gives the focus to a task, whatever was filtered; 0 leaves the page as it is. */
void sgn_tasks_page_show_task (SgnTasksPage *self, gint64 task);
/* Asks for a new task for a question. @catalogue: id, or id@edition */
void sgn_tasks_page_add_task (SgnTasksPage *self, const char *catalogue, const char *item);

G_END_DECLS
