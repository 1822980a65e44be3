/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-private.h"
#include "sgn-task-private.h"

/* A whole form: a task, all that is said of it, and all that it is for. */
typedef struct {
  SgnTaskRequest *task;
  GPtrArray *uses; /* (nullable): of SgnEvidenceUse */
} FormRequest;

static void
form_request_free (FormRequest *request)
{
  sgn_task_request_free (request->task);
  g_clear_pointer (&request->uses, g_ptr_array_unref);
  g_free (request);
}

/* Inside an act: hangs the task on each of @uses; @wanted gets the references of all of them. */
static gboolean
put_links (SgnDesk *desk, gint64 task, GPtrArray *uses, GPtrArray *wanted, GError **error)
{
  for (guint i = 0; i < uses->len; i++) {
    g_auto (SgnGoal) goal = { 0 };

    if (!sgn_task_use_find (desk, g_ptr_array_index (uses, i), &goal, error) ||
        !sgn_desk_put_task_link (desk, task, &goal, error))
      return FALSE;
    g_ptr_array_add (wanted, g_strdup (goal.reference));
  }
  return TRUE;
}

static gboolean
drop_links (SgnDesk *desk, const SgnTask *old, GPtrArray *wanted, GError **error)
{
  for (guint i = 0; i < old->links->len; i++) {
    const char *reference = g_ptr_array_index (old->links, i);

    if (!g_ptr_array_find_with_equal_func (wanted, reference, g_str_equal, NULL) &&
        !sgn_desk_drop_task_link (desk, old->id, reference, error))
      return FALSE;
  }
  return TRUE;
}

/* @old: (nullable): a new task */
static gboolean
write_form (SgnDesk *desk,
            const FormRequest *request,
            const SgnTask *old,
            gint64 *id,
            GError **error)
{
  g_autofree char *today = sgn_desk_dup_today (desk);
  g_autoptr (SgnTask) task = old != NULL ? sgn_task_copy (old) : NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  const SgnTaskWords *words = &request->task->words;

  if (old == NULL && !sgn_desk_put_task (desk, words, today, id, error))
    return FALSE;
  if (old != NULL && (!sgn_desk_take_task_words (desk, words, today, task, error) ||
                      !sgn_desk_rewrite_task (desk, task, error)))
    return FALSE;
  if (request->uses == NULL)
    return TRUE;
  return put_links (desk, *id, request->uses, wanted, error) &&
         (old == NULL || drop_links (desk, old, wanted, error));
}

static gpointer
do_save (SgnDesk *desk, gpointer data, GError **error)
{
  const FormRequest *request = data;
  g_autofree gint64 *id = g_new0 (gint64, 1);
  const SgnTask *old = NULL;
  gboolean ok;

  *id = request->task->task;
  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  if (*id != 0 && (old = sgn_desk_find_task (desk, *id, error)) == NULL)
    return NULL;
  if (!sgn_task_words_check (desk, &request->task->words, old != NULL ? old->title : NULL, error))
    return NULL;

  ok = sgn_desk_begin_task (desk, error) && write_form (desk, request, old, id, error);
  return sgn_desk_end_act (desk, ok, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * sgn_session_save_task_async:
 * @self: a session with a file open for writing
 * @task: number of a task; 0 for a new one
 * @words: what is said of it; copied
 * @uses: (nullable) (element-type SgnEvidenceUse): all that it is for; %NULL leaves that as it is;
 *   copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * A form that somebody has filled in, as one act and one step to take back. End with
 * sgn_session_save_task_finish().
 */
void
sgn_session_save_task_async (SgnSession *self,
                             gint64 task,
                             const SgnTaskWords *words,
                             GPtrArray *uses,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  FormRequest *request = g_new0 (FormRequest, 1);
  const SgnAct act = { do_save, request, (GDestroyNotify) form_request_free, g_free,
                       sgn_session_save_task_async };

  request->task = sgn_task_request_new (task, NULL, words);
  if (uses != NULL)
    request->uses = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_evidence_use_free);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    g_ptr_array_add (request->uses, sgn_evidence_use_copy (g_ptr_array_index (uses, i)));
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_save_task_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location; SGN_ERROR_INVALID for an empty title, a wrong date or state,
 *   SGN_ERROR_USAGE for a task or an item that is not there
 *
 * Returns: the number of the task; 0 when nothing was kept
 */
gint64
sgn_session_save_task_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = sgn_session_finish (self, result, sgn_session_save_task_async, error);

  return id != NULL ? *id : 0;
}
