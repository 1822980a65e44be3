/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-compat.h"
#include "sgn-own-folder.h"
#include "sgn-recent-road.h"
#include "sgn-session-backup.h"
#include "sgn-window-private.h"

/* A backup that takes longer is told of. */
#define PATIENCE_MS 1000

/* A window that is not seen yet comes with what it opens; opening that takes longer is seen. */
#define UNSEEN_MS 300

/* A file on its way to be opened. */
typedef struct {
  SgnWindow *window;
  char *path;
  gboolean remember;
  guint unseen;
} Opening;

static gboolean
present_cb (gpointer user_data)
{
  Opening *self = user_data;

  self->unseen = 0;
  gtk_window_present (GTK_WINDOW (self->window));
  return G_SOURCE_REMOVE;
}

static Opening *
opening_new (SgnWindow *window, const char *path, gboolean remember)
{
  Opening *self = g_new0 (Opening, 1);

  self->window = g_object_ref (window);
  self->path = g_strdup (path);
  self->remember = remember;
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    self->unseen = g_timeout_add (UNSEEN_MS, present_cb, self);
  return self;
}

static void
opening_free (Opening *self)
{
  g_clear_handle_id (&self->unseen, g_source_remove);
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* A window that opened nothing has the start page. */
static void
present_unseen (SgnWindow *window)
{
  if (sgn_window_is_blank (window))
    sgn_window_show_start (window);
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
}

/* The sample is for trying: nothing of it stays. */
void
sgn_window_drop_sample (SgnWindow *self)
{
  if (self->sample != NULL && g_strcmp0 (self->sample, sgn_session_get_path (self->session)) != 0) {
    g_unlink (self->sample);
    g_clear_pointer (&self->sample, g_free);
  }
}

/* How far the company is, for the start page. */
static void
remember_road (SgnWindow *self)
{
  SgnRecord *record = sgn_session_get_record (self->session);
  g_autoptr (GFile) file = NULL;
  g_autoptr (SgnRoad) road = NULL;
  g_autofree char *text = NULL;

  if (record == NULL)
    return;
  file = g_file_new_for_path (sgn_session_get_path (self->session));
  road = sgn_road_new (sgn_session_get_library (self->session), record, NULL);
  text = sgn_recent_road_to_text (road);
  sgn_settings_set_road (self->settings, file, text);
}

/* What a day left behind that did not end well has its backup now. */
static void
kept_on_opening_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnKept) kept = sgn_session_keep_backup_finish (SGN_SESSION (object), result, &error);

  if (kept == NULL && !sgn_window_is_gone (self))
    sgn_window_show_toast (self, error->message);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  SgnWindow *self = opening->window;
  g_autoptr (GError) error = NULL;

  if (sgn_window_is_gone (self))
    return;
  sgn_window_end_act (self);
  if (!sgn_session_act_finish (SGN_SESSION (object), result, &error)) {
    sgn_window_drop_sample (self);
    present_unseen (self);
    sgn_window_tell_unopened (self, opening->path, error);
    return;
  }
  sgn_window_show_company (self, opening->remember);
  present_unseen (self);
  sgn_session_keep_backup_async (self->session, SGN_KEEP_ON_OPENING, kept_on_opening_cb,
                                 g_object_ref (self));
}

static void
open_path (SgnWindow *self, GFile *file, SgnOpenMode mode, gboolean remember)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL) {
    present_unseen (self);
    sgn_tell (GTK_WINDOW (self), _ ("The file could not be opened"),
              _ ("It does not lie on this computer. Copy it to a folder of this computer first."));
    return;
  }
  sgn_window_begin_act (self);
  sgn_session_open_async (self->session, path, mode, opened_cb, opening_new (self, path, remember));
}

/**
 * sgn_window_open_file:
 * @self: a window
 * @file: a company file on this computer
 *
 * Opens @file in place of what is shown; for writing where that is possible. A window that was not
 * presented yet is presented with what was opened, or with what went wrong.
 */
void
sgn_window_open_file (SgnWindow *self, GFile *file)
{
  g_return_if_fail (SGN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_path (self, file, SGN_OPEN_WRITE_OR_READ, TRUE);
}

static void
asked_to_take_over_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnWindow *self = SGN_WINDOW (object);
  const char *path = sgn_session_get_path (self->session);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (sgn_ask_finish (GTK_WINDOW (object), result) && file != NULL && !sgn_window_is_gone (self))
    open_path (self, file, SGN_OPEN_TAKE_OVER, TRUE);
}

void
sgn_window_take_over (SgnWindow *self)
{
  if (sgn_session_get_held_elsewhere (self->session))
    sgn_ask_async (
      GTK_WINDOW (self), _ ("Write on this computer?"),
      _ ("The file is open for writing on another computer. First make sure that nobody "
         "is working on it there: from now on that computer can save nothing more in "
         "it, and what is typed there is lost. If it was only left open or switched "
         "off, nothing is lost."),
      _ ("_Write Here"), asked_to_take_over_cb, NULL);
}

/**
 * sgn_window_open_to_read:
 * @self: a window
 * @file: a company file or a backup on this computer
 *
 * Opens @file in place of what is shown, for reading only. The start page does not offer it.
 */
void
sgn_window_open_to_read (SgnWindow *self, GFile *file)
{
  g_return_if_fail (SGN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_path (self, file, SGN_OPEN_READ, FALSE);
}

/**
 * sgn_window_open_sample:
 * @self: a window
 *
 * Opens a fresh copy of the sample company, which goes away when it is closed.
 */
void
sgn_window_open_sample (SgnWindow *self)
{
  g_return_if_fail (SGN_IS_WINDOW (self));

  sgn_window_drop_sample (self);
  self->sample = sgn_own_folder_find_sample_place ();
  sgn_window_begin_act (self);
  sgn_session_create_sample_async (self->session, self->sample, opened_cb,
                                   opening_new (self, self->sample, FALSE));
}

/**
 * sgn_window_open_training:
 * @self: a window
 * @path: where the file goes
 *
 * Opens a fresh copy of the company of a seminar, which goes away when it is closed.
 */
void
sgn_window_open_training (SgnWindow *self, const char *path)
{
  g_return_if_fail (SGN_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  sgn_window_drop_sample (self);
  self->sample = g_strdup (path);
  sgn_window_begin_act (self);
  sgn_session_create_training_async (self->session, path, opened_cb,
                                     opening_new (self, path, FALSE));
}

void
sgn_window_clear_closing (SgnWindow *self)
{
  g_clear_handle_id (&self->closing.patience, g_source_remove);
  g_clear_pointer (&self->closing.problem, g_free);
}

/* The file is closed already: nothing waits for this to be read but the window. */
static void
tell_no_backup (SgnWindow *self)
{
  GtkWidget *dialog = sgn_tell (GTK_WINDOW (self), _ ("The file is closed, without a new backup"),
                                self->closing.problem);

  if (self->closing.window)
    g_signal_connect_object (dialog, "destroy", G_CALLBACK (gtk_window_destroy), self,
                             G_CONNECT_SWAPPED);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sgn_session_act_finish (SGN_SESSION (object), result, &error))
    g_printerr ("%s\n", error->message);
  sgn_window_drop_sample (self);
  if (sgn_window_is_gone (self))
    return;
  if (self->closing.window && self->closing.problem == NULL) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  sgn_window_end_act (self);
  sgn_window_show_start (self);
  if (self->closing.problem != NULL)
    tell_no_backup (self);
  sgn_window_clear_closing (self);
}

/* A backup that could not be made never keeps a file open. */
static void
kept_on_closing_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SgnWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnKept) kept = sgn_session_keep_backup_finish (SGN_SESSION (object), result, &error);

  g_clear_handle_id (&self->closing.patience, g_source_remove);
  if (kept == NULL)
    self->closing.problem = g_strdup (error->message);
  else if (kept->remark != NULL && !self->closing.window && !sgn_window_is_gone (self))
    sgn_window_show_toast (self, kept->remark);
  sgn_session_close_async (self->session, closed_cb, self);
}

static gboolean
tell_wait_cb (gpointer user_data)
{
  SgnWindow *self = user_data;

  self->closing.patience = 0;
  gtk_stack_set_visible_child_name (self->stages, "backing-up");
  sgn_announce (GTK_WIDGET (self), _ ("Backing up"));
  return G_SOURCE_REMOVE;
}

static void
close_now (SgnWindow *self)
{
  sgn_window_clear_closing (self);
  sgn_window_begin_act (self);
  remember_road (self);
  self->closing.patience = g_timeout_add (PATIENCE_MS, tell_wait_cb, self);
  sgn_session_keep_backup_async (self->session, SGN_KEEP_ON_CLOSING, kept_on_closing_cb,
                                 g_object_ref (self));
}

static void
asked_to_close_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  if (sgn_ask_finish (GTK_WINDOW (object), result))
    close_now (SGN_WINDOW (object));
}

/* Whatever could not be saved is not given up without asking. */
void
sgn_window_begin_closing (SgnWindow *self, gboolean whole_window)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stages)))
    return;
  self->closing.window = whole_window;
  sgn_company_view_flush (self->company);
  if (sgn_saving_get_state (self->saving) == SGN_SAVING_FAILED)
    sgn_ask_async (GTK_WINDOW (self), _ ("Close without saving?"),
                   _ ("Something on the screen could not be saved. It is lost when you close now."),
                   _ ("Close _Without Saving"), asked_to_close_cb, NULL);
  else
    close_now (self);
}
