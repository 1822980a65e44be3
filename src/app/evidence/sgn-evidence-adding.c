/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-adding.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-date.h"
#include "sgn-finding.h"

/* Files that are being kept. */
typedef struct {
  GtkWidget *widget;
  SgnSession *session;
  SgnSaving *saving;
  char *catalogue;
  gint64 assessment;
  char *item;
  gint64 replaces;
  GQueue *files;    /* of GFile; the first is in hand */
  GString *refused; /* why, one sentence a line */
  char *remark;     /* (nullable): what is worth knowing of the last one */
  guint kept;
  gboolean pasted; /* the first file is ours, to be removed */
} Adding;

static void
adding_free (Adding *adding)
{
  g_object_unref (adding->widget);
  g_object_unref (adding->session);
  g_object_unref (adding->saving);
  g_free (adding->catalogue);
  g_free (adding->item);
  g_queue_free_full (adding->files, g_object_unref);
  g_string_free (adding->refused, TRUE);
  g_free (adding->remark);
  g_free (adding);
}

static Adding *
adding_new (const SgnEvidencePlace *place)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->widget = g_object_ref (place->widget);
  adding->session = g_object_ref (place->session);
  adding->saving = g_object_ref (place->saving);
  adding->catalogue = g_strdup (place->use.catalogue);
  adding->assessment = place->use.assessment;
  adding->item = g_strdup (place->use.item);
  adding->files = g_queue_new ();
  adding->refused = g_string_new (NULL);
  return adding;
}

static char *
dup_kept_words (const Adding *adding)
{
  if (adding->kept == 1 && adding->remark != NULL)
    return g_strdup (adding->remark);
  return g_strdup_printf (ngettext ("%u piece of evidence was added.",
                                    "%u pieces of evidence were added.", adding->kept),
                          adding->kept);
}

/* One act can be taken back from the toast; several, one by one, from the history. */
static void
end (Adding *adding)
{
  g_autofree char *words = dup_kept_words (adding);

  if (adding->kept > 0)
    gtk_widget_activate_action (adding->widget, adding->kept == 1 ? "win.toast-undo" : "win.toast",
                                "s", words);
  if (adding->refused->len > 0)
    gtk_widget_activate_action (adding->widget, "win.tell", "(ss)",
                                _ ("Not everything could be kept"), adding->refused->str);
  adding_free (adding);
}

static void
refuse (Adding *adding, const char *why)
{
  if (adding->refused->len > 0)
    g_string_append_c (adding->refused, '\n');
  g_string_append (adding->refused, why);
}

static void add_first (Adding *adding, gboolean ask_location, gboolean remove_location);

static void
remove_pasted (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
go_on (Adding *adding)
{
  g_autoptr (GFile) done = g_queue_pop_head (adding->files);

  if (adding->pasted)
    remove_pasted (done);
  adding->pasted = FALSE;
  if (g_queue_is_empty (adding->files))
    end (adding);
  else
    add_first (adding, TRUE, FALSE);
}

static void
location_answered_cb (AdwMessageDialog *dialog, const char *response, Adding *adding)
{
  if (g_str_equal (response, "remove"))
    add_first (adding, FALSE, TRUE);
  else if (g_str_equal (response, "keep"))
    add_first (adding, FALSE, FALSE);
  else
    go_on (adding);
}

static void
ask_about_location (Adding *adding)
{
  GtkRoot *root = gtk_widget_get_root (adding->widget);
  g_autofree char *name = g_file_get_basename (g_queue_peek_head (adding->files));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *body =
    g_strdup_printf (_ ("The photograph “%s” holds the place where it was taken. Whoever is given "
                        "the file can read it. Your own file is not changed."),
                     shown);
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root)) {
    go_on (adding);
    return;
  }
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Take the place out?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
                                    _ ("Add as It Is"), "remove", _ ("_Take Out and Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (location_answered_cb), adding);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was asked, or cannot be changed by anybody, is not said again. */
static gboolean
is_worth_saying (const SgnFinding *finding)
{
  static const char *const silent[] = { "location", "location-unread", "no-location", NULL };

  return !g_strv_contains (silent, finding->code);
}

static void
note_kept (Adding *adding, const SgnEvidenceResult *kept)
{
  adding->kept++;
  g_clear_pointer (&adding->remark, g_free);
  for (guint i = 0; i < kept->findings->len && adding->remark == NULL; i++) {
    const SgnFinding *finding = g_ptr_array_index (kept->findings, i);

    if (is_worth_saying (finding))
      adding->remark = g_strdup (finding->message);
  }
}

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnEvidenceResult) kept =
    sgn_session_add_evidence_finish (SGN_SESSION (object), result, &error);

  sgn_saving_end (adding->saving, NULL);
  if (kept != NULL && kept->id == 0) {
    ask_about_location (adding);
    return;
  }
  if (kept != NULL)
    note_kept (adding, kept);
  else
    refuse (adding, error->message);
  go_on (adding);
}

/* The first of the files. */
static void
add_first (Adding *adding, gboolean ask_location, gboolean remove_location)
{
  g_autofree char *path = g_file_get_path (g_queue_peek_head (adding->files));
  const SgnEvidenceRequest request = {
    .use = { .catalogue = adding->catalogue,
             .assessment = adding->assessment,
             .item = adding->item },
    .path = path,
    .replaces = adding->replaces,
    .ask_location = ask_location,
    .remove_location = remove_location,
  };

  if (path == NULL) {
    refuse (adding, _ ("The file is not on this computer. Copy it here first."));
    go_on (adding);
    return;
  }
  sgn_saving_begin (adding->saving);
  sgn_session_add_evidence_async (adding->session, &request, added_cb, adding);
}

/**
 * sgn_evidence_add_files:
 * @place: where they go; copied
 * @files: (element-type GFile): files, at least one
 * @replaces: the older version of the one file, or 0
 *
 * Keeps copies of files as evidence, and tells what became of them.
 */
void
sgn_evidence_add_files (const SgnEvidencePlace *place, GSList *files, gint64 replaces)
{
  Adding *adding;

  g_return_if_fail (place != NULL && files != NULL);

  adding = adding_new (place);
  adding->replaces = replaces;
  for (GSList *link = files; link != NULL; link = link->next)
    g_queue_push_tail (adding->files, g_object_ref (link->data));
  add_first (adding, TRUE, FALSE);
}

typedef struct {
  GdkTexture *picture;
  char *name;
} Pasted;

static void
pasted_free (gpointer data)
{
  Pasted *pasted = data;

  g_object_unref (pasted->picture);
  g_free (pasted->name);
  g_free (pasted);
}

/* A file of ours, which is gone as soon as its copy is kept. */
static void
write_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Pasted *pasted = data;
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (pasted->picture);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sengen-paste-XXXXXX", &error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, pasted->name, NULL) : NULL;

  if (path == NULL || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                            (gssize) g_bytes_get_size (bytes), &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_file_new_for_path (path), g_object_unref);
}

static void
picture_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file == NULL) {
    refuse (adding, error->message);
    end (adding);
    return;
  }
  g_queue_push_tail (adding->files, file);
  adding->pasted = TRUE;
  add_first (adding, FALSE, FALSE);
}

/**
 * sgn_evidence_add_picture:
 * @place: where it goes; copied
 * @picture: a picture that was copied
 *
 * Keeps a picture that is in no file, under a name with the day.
 */
void
sgn_evidence_add_picture (const SgnEvidencePlace *place, GdkTexture *picture)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *now = NULL;
  g_autofree char *day = NULL;
  Pasted *pasted;

  g_return_if_fail (place != NULL && GDK_IS_TEXTURE (picture));

  now = sgn_clock_now (sgn_session_get_clock (place->session));
  day = sgn_time_get_date (now);
  pasted = g_new0 (Pasted, 1);
  pasted->picture = g_object_ref (picture);
  /* Translators: the name of a file; the day it was pasted */
  pasted->name = g_strdup_printf (_ ("Pasted picture %s.png"), day);
  task = g_task_new (NULL, NULL, picture_written_cb, adding_new (place));
  g_task_set_source_tag (task, sgn_evidence_add_picture);
  g_task_set_task_data (task, pasted, pasted_free);
  g_task_run_in_thread (task, write_picture);
}
