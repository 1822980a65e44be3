/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-task-board.h"
#include "sgn-tasks-page.h"

G_BEGIN_DECLS

/* What the page does to tasks, in sgn-tasks-acts.c. All say on the page what happened, and how to
 * take it back. */

/* FALSE, and told, when nothing can be changed. */
gboolean sgn_tasks_acts_may_write (SgnTasksPage *self);
/* What Space makes of a task: to do, begun, done, and to do again. */
void sgn_tasks_acts_step (SgnTasksPage *self, gint64 task);
/* What is proposed is decided against, which is a task too. */
void sgn_tasks_acts_decline (SgnTasksPage *self, const SgnPlanLine *proposal);
/* @title: of the task */
void sgn_tasks_acts_tell_saved (SgnTasksPage *self, const char *title, gboolean is_new);

G_END_DECLS
