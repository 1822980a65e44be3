/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-task-private.h"

static gpointer
do_link (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnTaskRequest *request = data;
  g_auto (SgnGoal) goal = { 0 };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) ||
      sgn_desk_find_task (desk, request->task, error) == NULL ||
      !sgn_task_use_find (desk, request->use, &goal, error))
    return NULL;

  ok =
    sgn_desk_begin_task (desk, error) && sgn_desk_put_task_link (desk, request->task, &goal, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_link_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @use: what it is for besides; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * One task for one item more. End with sgn_session_act_finish().
 */
void
sgn_session_link_task_async (SgnSession *self,
                             gint64 task,
                             const SgnEvidenceUse *use,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const SgnAct act = { do_link, sgn_task_request_new (task, use, NULL),
                       (GDestroyNotify) sgn_task_request_free, NULL, sgn_session_link_task_async };

  sgn_session_run (self, &act, callback, user_data);
}

static gboolean
check_linked (const SgnTask *task, const SgnGoal *goal, GError **error)
{
  g_autofree char *number = sgn_dup_number (task->id);

  if (goal->reference != NULL &&
      g_ptr_array_find_with_equal_func (task->links, goal->reference, g_str_equal, NULL))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Task %s is not for that item. See “sengen task show FILE %s”."), number, number);
  return FALSE;
}

static gpointer
do_unlink (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnTaskRequest *request = data;
  const SgnTask *task;
  g_auto (SgnGoal) goal = { 0 };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  task = sgn_desk_find_task (desk, request->task, error);
  if (task == NULL || !sgn_task_use_find (desk, request->use, &goal, error) ||
      !check_linked (task, &goal, error))
    return NULL;

  ok = sgn_desk_begin_task (desk, error) &&
       sgn_desk_drop_task_link (desk, task->id, goal.reference, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_unlink_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @use: what it is for no more; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * One item less; the task stays. SGN_ERROR_USAGE when it is not for that. End with
 * sgn_session_act_finish().
 */
void
sgn_session_unlink_task_async (SgnSession *self,
                               gint64 task,
                               const SgnEvidenceUse *use,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_unlink, sgn_task_request_new (task, use, NULL),
                       (GDestroyNotify) sgn_task_request_free, NULL,
                       sgn_session_unlink_task_async };

  sgn_session_run (self, &act, callback, user_data);
}
