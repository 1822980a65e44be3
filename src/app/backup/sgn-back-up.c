/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-back-up.h"

#include <glib/gi18n-lib.h>

#include "sgn-backup-dialog.h"
#include "sgn-compat.h"
#include "sgn-date.h"
#include "sgn-file-name.h"

/**
 * Way:
 * @window: where it is asked and told
 * @session: whose open file is copied
 * @passphrase: (nullable): what the copy is sealed with
 * @path: (nullable): the copy
 * @sheet: (nullable): its recovery sheet
 *
 * A backup on its way.
 */
typedef struct {
  GtkWindow *window;
  SgnSession *session;
  char *passphrase;
  char *path;
  char *sheet;
} Way;

static void
way_free (Way *way)
{
  g_object_unref (way->window);
  g_object_unref (way->session);
  g_clear_pointer (&way->passphrase, sgn_session_forget_passphrase);
  g_free (way->path);
  g_free (way->sheet);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static gboolean
is_gone (const Way *way)
{
  return !gtk_widget_get_realized (GTK_WIDGET (way->window));
}

static void
tell (const Way *way, const char *heading, const char *body)
{
  gtk_widget_activate_action (GTK_WIDGET (way->window), "win.tell", "(ss)", heading, body);
}

/* @words: with “%s” for the name of the file at @path */
static void
toast (const Way *way, const char *words, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);
  g_autofree char *text = g_strjoinv (name, parts);

  gtk_widget_activate_action (GTK_WIDGET (way->window), "win.toast", "s", text);
}

static void
sheet_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  if (is_gone (way))
    return;
  if (error != NULL)
    tell (way, _ ("The recovery sheet could not be written"), error->message);
  else
    toast (way, _ ("The recovery sheet is saved as “%s”. Print it."), way->sheet);
}

static void
write_sheet (Way *way)
{
  sgn_session_write_recovery_sheet_async (way->session, way->path, way->sheet,
                                          sgn_language_of_user (), sheet_written_cb, way);
}

static void
sheet_placed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);

  if (file == NULL || is_gone (way))
    return;
  way->sheet = g_file_get_path (file);
  if (way->sheet == NULL) {
    tell (way, _ ("The recovery sheet could not be written"),
          _ ("Choose a folder of this computer."));
    return;
  }
  write_sheet (g_steal_pointer (&way));
}

static void
sheet_asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  GtkWindow *window = way->window;

  if (!sgn_ask_finish (GTK_WINDOW (object), result) || is_gone (way))
    return;
  sgn_save_file_async (window, _ ("Save the recovery sheet"), _ ("Recovery sheet.pdf"),
                       sheet_placed_cb, g_steal_pointer (&way));
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = way->window;
  gboolean sealed = way->passphrase != NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  g_clear_pointer (&way->passphrase, sgn_session_forget_passphrase);
  if (is_gone (way))
    return;
  if (error != NULL) {
    tell (way, _ ("The backup could not be made"), error->message);
    return;
  }
  toast (way, _ ("Backed up as “%s”"), way->path);
  if (sealed)
    sgn_ask_async (
      window, _ ("Save a recovery sheet?"),
      _ ("It is a page to print and to keep in another place than the copy: what the "
         "copy is, how it is opened, and room to write by hand where the passphrase is. "
         "The passphrase itself is not on it."),
      _ ("_Save the Sheet…"), sheet_asked_cb, g_steal_pointer (&way));
}

/* Nobody shall take what is sealed for a company file. */
static char *
dup_path_with_ending (GFile *file, const char *ending)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || g_str_has_suffix (path, ending))
    return g_steal_pointer (&path);
  if (g_str_has_suffix (path, ".sengen"))
    path[strlen (path) - strlen (".sengen")] = '\0';
  return g_strconcat (path, ending, NULL);
}

static void
make_copy (Way *way)
{
  if (way->passphrase != NULL)
    sgn_session_seal_backup_async (way->session, way->path, way->passphrase, made_cb, way);
  else
    sgn_session_backup_async (way->session, way->path, made_cb, way);
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, NULL);

  if (file == NULL || is_gone (way))
    return;
  way->path = dup_path_with_ending (file, way->passphrase != NULL ? SGN_SEALED_SUFFIX : ".sengen");
  if (way->path == NULL) {
    tell (way, _ ("The backup could not be made"), _ ("Choose a folder of this computer."));
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (way->window), "win.toast", "s", _ ("Backing up…"));
  make_copy (g_steal_pointer (&way));
}

/* 株式会社ひなた精工-2026-11-23.sengen */
static char *
dup_suggested_name (const Way *way)
{
  SgnRecord *record = sgn_session_get_record (way->session);
  g_autofree char *now = sgn_clock_now (sgn_session_get_clock (way->session));
  g_autofree char *date = sgn_time_get_date (now);
  g_autofree char *base =
    sgn_file_name_make (record != NULL ? record->profile->name : "", "company");

  return g_strdup_printf ("%s-%s%s", base, date,
                          way->passphrase != NULL ? SGN_SEALED_SUFFIX : ".sengen");
}

static void
response_cb (SgnBackupDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  GtkWindow *window = way->window;
  g_autofree char *name = NULL;

  if (g_strcmp0 (response, "choose") != 0)
    return;
  way->passphrase = sgn_backup_dialog_dup_passphrase (dialog);
  name = dup_suggested_name (way);
  sgn_save_file_async (window, _ ("Save the backup"), name, place_chosen_cb,
                       g_steal_pointer (&way));
}

void
sgn_back_up (GtkWindow *window, SgnSession *session)
{
  Way *way;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SGN_IS_SESSION (session));

  way = g_new0 (Way, 1);
  way->window = g_object_ref (window);
  way->session = g_object_ref (session);
  dialog = sgn_backup_dialog_new (window);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), way);
  gtk_window_present (GTK_WINDOW (dialog));
}
