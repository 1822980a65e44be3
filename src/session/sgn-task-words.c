/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-evidence-private.h"
#include "sgn-task-private.h"

SgnTaskRequest *
sgn_task_request_new (gint64 task, const SgnEvidenceUse *use, const SgnTaskWords *words)
{
  SgnTaskRequest *request = g_new0 (SgnTaskRequest, 1);

  request->task = task;
  request->use = use != NULL ? sgn_evidence_use_copy (use) : NULL;
  if (words == NULL)
    return request;

  request->words.title = g_strdup (words->title);
  request->words.title_en = g_strdup (words->title_en);
  request->words.note = g_strdup (words->note);
  request->words.owner = g_strdup (words->owner);
  request->words.due = g_strdup (words->due);
  request->words.state = g_strdup (words->state);
  return request;
}

void
sgn_task_request_free (SgnTaskRequest *request)
{
  g_clear_pointer (&request->use, sgn_evidence_use_free);
  g_free ((char *) request->words.title);
  g_free ((char *) request->words.title_en);
  g_free ((char *) request->words.note);
  g_free ((char *) request->words.owner);
  g_free ((char *) request->words.due);
  g_free ((char *) request->words.state);
  g_free (request->on);
  g_free (request);
}

const SgnTask *
sgn_desk_find_task (SgnDesk *desk, gint64 id, GError **error)
{
  const SgnTask *task = sgn_record_find_task (desk->record, id);
  g_autofree char *number = sgn_dup_number (id);

  if (task == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no task %s in this file. See “sengen task list FILE”."), number);
  return task;
}

static gboolean
check_title (const SgnTaskWords *words, const char *title, GError **error)
{
  g_autofree char *clean = sgn_dup_name (words->title);

  if (clean != NULL || (words->title == NULL && title != NULL))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                       _ ("The task says nothing. Write what is to be done."));
  return FALSE;
}

static gboolean
check_state (const SgnTaskWords *words, GError **error)
{
  static const char *const states[] = { SGN_TASK_TODO, SGN_TASK_DOING, SGN_TASK_DONE,
                                        SGN_TASK_DECLINED, NULL };

  if (words->state == NULL || g_strv_contains (states, words->state))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID, _ ("A task cannot be “%s”. Use one of: %s."),
               words->state,
               SGN_TASK_TODO ", " SGN_TASK_DOING ", " SGN_TASK_DONE ", " SGN_TASK_DECLINED);
  return FALSE;
}

gboolean
sgn_task_words_check (SgnDesk *desk, const SgnTaskWords *words, const char *title, GError **error)
{
  return check_title (words, title, error) && check_state (words, error) &&
         (words->due == NULL || *words->due == '\0' || sgn_check_date (words->due, error));
}

static void
take_state (const SgnTaskWords *words, const char *on, SgnTask *task)
{
  if (words->state == NULL || g_strcmp0 (words->state, task->state) == 0)
    return;

  g_free (task->state);
  task->state = g_strdup (words->state);
  g_free (task->done_on);
  task->done_on = g_str_equal (words->state, SGN_TASK_DONE) ? g_strdup (on) : NULL;
}

gboolean
sgn_desk_take_task_words (SgnDesk *desk,
                          const SgnTaskWords *words,
                          const char *on,
                          SgnTask *task,
                          GError **error)
{
  if (words->owner != NULL && !sgn_desk_ensure_person (desk, words->owner, &task->owner, error))
    return FALSE;

  if (words->title != NULL) {
    g_free (task->title);
    task->title = sgn_dup_name (words->title);
  }
  if (words->title_en != NULL) {
    g_free (task->title_en);
    task->title_en = sgn_dup_name (words->title_en);
  }
  sgn_take_text (&task->note, words->note);
  if (words->due != NULL) {
    g_free (task->due);
    task->due = *words->due != '\0' ? g_strdup (words->due) : NULL;
  }
  take_state (words, on, task);
  return TRUE;
}

gboolean
sgn_desk_rewrite_task (SgnDesk *desk, const SgnTask *task, GError **error)
{
  return sgn_desk_put_numbered (desk, SGN_KIND_TASK, task->id, sgn_task_to_row (task), error);
}

gboolean
sgn_desk_put_task (SgnDesk *desk,
                   const SgnTaskWords *words,
                   const char *done_on,
                   gint64 *id,
                   GError **error)
{
  g_autoptr (SgnTask) task = g_new0 (SgnTask, 1);

  task->state = g_strdup (SGN_TASK_TODO);
  task->added_at = sgn_clock_now (desk->clock);
  if (!sgn_desk_ensure_person (desk, desk->author, &task->person, error) ||
      !sgn_desk_take_task_words (desk, words, done_on, task, error))
    return FALSE;

  task->id = sgn_company_file_next_id (desk->file, SGN_KIND_TASK, error);
  if (task->id < 1 || !sgn_desk_rewrite_task (desk, task, error))
    return FALSE;

  *id = task->id;
  return TRUE;
}

gboolean
sgn_desk_begin_task (SgnDesk *desk, GError **error)
{
  return sgn_company_file_begin (desk->file, SGN_ACT_TASK, desk->author, error);
}
