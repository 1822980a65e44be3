/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-goal-private.h"
#include "sgn-session-task.h"

G_BEGIN_DECLS

/* The words of an act on a task, copied. */
typedef struct {
  gint64 task;
  SgnEvidenceUse *use; /* (nullable) */
  SgnTaskWords words;
  char *on; /* (nullable) */
} SgnTaskRequest;

SgnTaskRequest *
sgn_task_request_new (gint64 task, const SgnEvidenceUse *use, const SgnTaskWords *words);
void sgn_task_request_free (SgnTaskRequest *request);

/* Whether there is such a thing; a closed assessment will do. */
gboolean
sgn_task_use_find (SgnDesk *desk, const SgnEvidenceUse *use, SgnGoal *goal, GError **error);
/* Inside an act: the task hangs on that. Begins the assessment that is missing. */
gboolean sgn_desk_put_task_link (SgnDesk *desk, gint64 task, SgnGoal *goal, GError **error);
gboolean
sgn_desk_drop_task_link (SgnDesk *desk, gint64 task, const char *reference, GError **error);

gboolean sgn_desk_begin_task (SgnDesk *desk, GError **error);
/* (nullable): SGN_ERROR_USAGE when there is no task @id */
const SgnTask *sgn_desk_find_task (SgnDesk *desk, gint64 id, GError **error);
/* Inside an act. */
gboolean sgn_desk_rewrite_task (SgnDesk *desk, const SgnTask *task, GError **error);
/* Whether @words can be taken into a task that is called @title so far; (nullable). */
gboolean
sgn_task_words_check (SgnDesk *desk, const SgnTaskWords *words, const char *title, GError **error);
/* Inside an act: what @words say goes into @task; a person who is new is added. @on: the day it is
 * done when they say that it is */
gboolean sgn_desk_take_task_words (SgnDesk *desk,
                                   const SgnTaskWords *words,
                                   const char *on,
                                   SgnTask *task,
                                   GError **error);
/* Inside an act: a new task, by the author, with a number. */
gboolean sgn_desk_put_task (SgnDesk *desk,
                            const SgnTaskWords *words,
                            const char *done_on,
                            gint64 *id,
                            GError **error);

G_END_DECLS
