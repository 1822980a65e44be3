/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-task-private.h"

static gpointer
do_add (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnTaskRequest *request = data;
  g_auto (SgnGoal) goal = { 0 };
  g_autofree char *today = NULL;
  g_autofree gint64 *id = g_new0 (gint64, 1);
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) ||
      !sgn_task_words_check (desk, &request->words, NULL, error) ||
      !sgn_task_use_find (desk, request->use, &goal, error))
    return NULL;

  today = sgn_desk_dup_today (desk);
  ok = sgn_desk_begin_task (desk, error) &&
       sgn_desk_put_task (desk, &request->words, today, id, error) &&
       sgn_desk_put_task_link (desk, *id, &goal, error);
  return sgn_desk_end_act (desk, ok, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * sgn_session_add_task_async:
 * @self: a session with a file open for writing
 * @use: what it is for, found as evidence finds it, though closed assessments will do; copied
 * @words: what is to be done; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Adds a task. End with sgn_session_add_task_finish().
 */
void
sgn_session_add_task_async (SgnSession *self,
                            const SgnEvidenceUse *use,
                            const SgnTaskWords *words,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const SgnAct act = { do_add, sgn_task_request_new (0, use, words),
                       (GDestroyNotify) sgn_task_request_free, g_free, sgn_session_add_task_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_add_task_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location; SGN_ERROR_INVALID for an empty title, a wrong date or state,
 *   SGN_ERROR_USAGE for an item that is not there
 *
 * Returns: the number of the task; 0 when nothing was kept
 */
gint64
sgn_session_add_task_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = sgn_session_finish (self, result, sgn_session_add_task_async, error);

  return id != NULL ? *id : 0;
}

static gpointer
write_change (SgnDesk *desk,
              const SgnTask *old,
              const SgnTaskWords *words,
              const char *on,
              GError **error)
{
  g_autoptr (SgnTask) task = sgn_task_copy (old);
  gboolean ok = sgn_desk_begin_task (desk, error) &&
                sgn_desk_take_task_words (desk, words, on, task, error) &&
                sgn_desk_rewrite_task (desk, task, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_change (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnTaskRequest *request = data;
  const SgnTask *old;
  g_autofree char *today = NULL;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  old = sgn_desk_find_task (desk, request->task, error);
  if (old == NULL || !sgn_task_words_check (desk, &request->words, old->title, error))
    return NULL;

  today = sgn_desk_dup_today (desk);
  return write_change (desk, old, &request->words, today, error);
}

/**
 * sgn_session_change_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @words: what is to be said of it; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Changes a task; a state of SGN_TASK_DONE is as of today. SGN_ERROR_INVALID for an empty title, a
 * wrong date or state. End with sgn_session_act_finish().
 */
void
sgn_session_change_task_async (SgnSession *self,
                               gint64 task,
                               const SgnTaskWords *words,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_change, sgn_task_request_new (task, NULL, words),
                       (GDestroyNotify) sgn_task_request_free, NULL,
                       sgn_session_change_task_async };

  sgn_session_run (self, &act, callback, user_data);
}

/* Whether the task is not yet what it is to become, so that doing it twice is noticed. */
static gboolean
check_differs (const SgnTask *task, const char *state, GError **error)
{
  gboolean open =
    !g_str_equal (task->state, SGN_TASK_DONE) && !g_str_equal (task->state, SGN_TASK_DECLINED);
  g_autofree char *number = sgn_dup_number (task->id);

  if (g_str_equal (state, SGN_TASK_TODO) ? !open : !g_str_equal (task->state, state))
    return TRUE;

  if (open)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Task %s is open already. Nothing has to be done to it."), number);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Task %s is so already. Reopen it first to change that."), number);
  return FALSE;
}

/* What has not come yet is not done. */
static gboolean
check_day (const char *on, const char *today, GError **error)
{
  if (!sgn_check_date (on, error))
    return FALSE;
  if (sgn_date_compare (on, today) <= 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The day %s has not come yet. Write the one on which it was done."), on);
  return FALSE;
}

static gpointer
do_set_state (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnTaskRequest *request = data;
  const SgnTask *old;
  g_autofree char *today = NULL;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  old = sgn_desk_find_task (desk, request->task, error);
  if (old == NULL || !check_differs (old, request->words.state, error))
    return NULL;

  today = sgn_desk_dup_today (desk);
  if (request->on != NULL && !check_day (request->on, today, error))
    return NULL;
  return write_change (desk, old, &request->words, request->on != NULL ? request->on : today,
                       error);
}

static SgnTaskRequest *
state_request_new (gint64 task, const char *state, const char *on)
{
  const SgnTaskWords words = { .state = state };
  SgnTaskRequest *request = sgn_task_request_new (task, NULL, &words);

  request->on = g_strdup (on);
  return request;
}

/**
 * sgn_session_complete_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @on: (nullable): the day it was done; %NULL is today
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * The task is done. SGN_ERROR_USAGE when it is already, SGN_ERROR_INVALID for a day that is none or
 * is still to come. End with sgn_session_act_finish().
 */
void
sgn_session_complete_task_async (SgnSession *self,
                                 gint64 task,
                                 const char *on,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const SgnAct act = { do_set_state, state_request_new (task, SGN_TASK_DONE, on),
                       (GDestroyNotify) sgn_task_request_free, NULL,
                       sgn_session_complete_task_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_reopen_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * What was done, or decided against, is to be done again. SGN_ERROR_USAGE when it is open. End with
 * sgn_session_act_finish().
 */
void
sgn_session_reopen_task_async (SgnSession *self,
                               gint64 task,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_set_state, state_request_new (task, SGN_TASK_TODO, NULL),
                       (GDestroyNotify) sgn_task_request_free, NULL,
                       sgn_session_reopen_task_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_decline_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Decided against: the task stays, and counts no more. SGN_ERROR_USAGE when it is so already. End
 * with sgn_session_act_finish().
 */
void
sgn_session_decline_task_async (SgnSession *self,
                                gint64 task,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const SgnAct act = { do_set_state, state_request_new (task, SGN_TASK_DECLINED, NULL),
                       (GDestroyNotify) sgn_task_request_free, NULL,
                       sgn_session_decline_task_async };

  sgn_session_run (self, &act, callback, user_data);
}
