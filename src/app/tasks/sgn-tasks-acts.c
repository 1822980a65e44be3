/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-tasks-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sgn-plan-words.h"

/* An act on its way, and what is said when it has been saved. */
typedef struct {
  SgnTasksPage *page;
  SgnSaving *saving;
  char *words;
} Act;

static void
act_free (Act *act)
{
  g_object_unref (act->page);
  g_object_unref (act->saving);
  g_free (act->words);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

/* Takes @words. */
static Act *
act_begin (SgnTasksPage *page, char *words)
{
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (page);
  act->saving = g_object_ref (sgn_page_get_saving (SGN_PAGE (page)));
  act->words = words;
  sgn_saving_begin (act->saving);
  return act;
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = GTK_WIDGET (act->page);

  sgn_session_save_task_finish (SGN_SESSION (object), result, &error);
  sgn_saving_end (act->saving, NULL);
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.tell", "(ss)", _ ("The task could not be saved"),
                                error->message);
  else
    gtk_widget_activate_action (widget, "win.toast-undo", "s", act->words);
}

gboolean
sgn_tasks_acts_may_write (SgnTasksPage *self)
{
  if (!sgn_session_get_read_only (sgn_page_get_session (SGN_PAGE (self))))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("This file is read-only, so nothing can be changed."));
  return FALSE;
}

static const char *
find_next_state (const SgnTask *task, SgnMark *mark)
{
  gboolean todo = strcmp (task->state, SGN_TASK_TODO) == 0;
  gboolean doing = strcmp (task->state, SGN_TASK_DOING) == 0;

  *mark = todo ? SGN_MARK_DOING : doing ? SGN_MARK_COMPLETE : SGN_MARK_TODO;
  return todo ? SGN_TASK_DOING : doing ? SGN_TASK_DONE : SGN_TASK_TODO;
}

void
sgn_tasks_acts_step (SgnTasksPage *self, gint64 task)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  const SgnRecord *record = sgn_session_get_record (session);
  const SgnTask *old = record != NULL ? sgn_record_find_task (record, task) : NULL;
  SgnTaskWords words = { 0 };
  SgnMark mark;

  if (old == NULL || !sgn_tasks_acts_may_write (self))
    return;
  words.state = find_next_state (old, &mark);
  sgn_session_save_task_async (session, task, &words, NULL, saved_cb,
                               /* Translators: a task, and how it stands now */
                               act_begin (self, g_strdup_printf (_ ("“%s”: %s"), old->title,
                                                                 sgn_plan_words_state (mark))));
}

void
sgn_tasks_acts_decline (SgnTasksPage *self, const SgnPlanLine *proposal)
{
  SgnSession *session = sgn_page_get_session (SGN_PAGE (self));
  SgnLanguage language = sgn_language_of_user ();
  g_autofree char *id =
    g_strdup_printf ("%" G_GINT64_FORMAT "/%s", proposal->assessment->id, proposal->item->id);
  SgnEvidenceUse use = { .kind = SGN_KIND_ANSWER, .id = id };
  g_autoptr (GPtrArray) uses = g_ptr_array_new ();
  const SgnTaskWords words = { .title = sgn_text_get (&proposal->item->short_title, language),
                               .state = SGN_TASK_DECLINED };

  g_ptr_array_add (uses, &use);
  sgn_session_save_task_async (session, 0, &words, uses, saved_cb,
                               act_begin (self,
                                          g_strdup_printf (_ ("Decided against a task for No.%s"),
                                                           proposal->item->number)));
}

void
sgn_tasks_acts_tell_saved (SgnTasksPage *self, const char *title, gboolean is_new)
{
  g_autofree char *words = g_strdup_printf (is_new ? _ ("Added “%s”") : _ ("Changed “%s”"), title);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", words);
}
