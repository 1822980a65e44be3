/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GFile *
dup_documents_folder (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_file_new_for_path (folder != NULL ? folder : g_get_home_dir ());
}

static GtkFileFilter *
make_filter (const SgnFileKind *kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (kind->pattern, ";", -1);

  gtk_file_filter_set_name (filter, kind->name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

static GTask *
file_task_new (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data, gpointer tag)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
}

#if GTK_CHECK_VERSION(4, 10, 0)

/* MAX_ALLOWED is pinned below 4.10 on purpose: nothing but this file may use what is newer. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
return_file (GTask *task, GFile *file)
{
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    return_cancelled (task);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  return_file (task, gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  return_file (task, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL));
}

static void
choose_open (GtkWindow *parent, const char *title, const SgnFileKind *kind, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = make_filter (kind);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, task);
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  return_file (task, gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL));
}

static void
choose_folder (GtkWindow *parent, const char *title, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, parent, NULL, folder_chosen_cb, task);
}

static void
choose_save (GtkWindow *parent, const char *title, const char *name, GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) folder = dup_documents_folder ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, task);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    return_cancelled (task);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
make_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, GTask *task)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  return chooser;
}

static void
choose_open (GtkWindow *parent, const char *title, const SgnFileKind *kind, GTask *task)
{
  GtkFileChooserNative *chooser = make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, task);
  g_autoptr (GtkFileFilter) filter = make_filter (kind);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
choose_folder (GtkWindow *parent, const char *title, GTask *task)
{
  gtk_native_dialog_show (
    GTK_NATIVE_DIALOG (make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, task)));
}

static void
choose_save (GtkWindow *parent, const char *title, const char *name, GTask *task)
{
  GtkFileChooserNative *chooser = make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, task);
  g_autoptr (GFile) folder = dup_documents_folder ();

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

#endif

/**
 * sgn_open_file_async:
 * @parent: the window
 * @title: title of the dialog
 * @kind: which files are offered
 * @callback: called when a file is chosen or not
 * @user_data: data for @callback
 *
 * Asks for a file to open.
 */
void
sgn_open_file_async (GtkWindow *parent,
                     const char *title,
                     const SgnFileKind *kind,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  choose_open (parent, title, kind,
               file_task_new (parent, callback, user_data, sgn_open_file_async));
}

GFile *
sgn_open_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sgn_open_folder_async:
 * @parent: the window
 * @title: title of the dialog
 * @callback: called when a folder is chosen or not
 * @user_data: data for @callback
 *
 * Asks for a folder.
 */
void
sgn_open_folder_async (GtkWindow *parent,
                       const char *title,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  choose_folder (parent, title, file_task_new (parent, callback, user_data, sgn_open_folder_async));
}

GFile *
sgn_open_folder_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sgn_save_file_async:
 * @parent: the window
 * @title: title of the dialog
 * @name: the name that is suggested
 * @callback: called when a place is chosen or not
 * @user_data: data for @callback
 *
 * Asks for a place to save a file in.
 */
void
sgn_save_file_async (GtkWindow *parent,
                     const char *title,
                     const char *name,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  choose_save (parent, title, name,
               file_task_new (parent, callback, user_data, sgn_save_file_async));
}

GFile *
sgn_save_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sgn_tell:
 * @parent: the window
 * @heading: what happened
 * @body: why, and what to do
 *
 * Shows a message that needs no answer.
 *
 * Returns: (transfer none): the dialog; the toolkit owns it
 */
GtkWidget *
sgn_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_strcmp0 (response, "yes") == 0);
}

/**
 * sgn_ask_async:
 * @parent: the window
 * @heading: what is asked
 * @body: what happens then
 * @yes: the verb of the button that does it; the other one cancels
 * @callback: called with the answer
 * @user_data: data for @callback
 *
 * Asks before something is done.
 */
void
sgn_ask_async (GtkWindow *parent,
               const char *heading,
               const char *body,
               const char *yes,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "no", _ ("_Cancel"), "yes", yes, NULL);
  adw_message_dialog_set_close_response (dialog, "no");
  adw_message_dialog_set_default_response (dialog, "no");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb),
                    file_task_new (parent, callback, user_data, sgn_ask_async));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
sgn_ask_finish (GtkWindow *parent, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * sgn_announce:
 * @widget: any widget of the window
 * @text: one sentence
 *
 * Says @text through a screen reader; before GTK 4.14 only what has the focus is read.
 */
void
sgn_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
