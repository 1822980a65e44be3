/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-seminar-papers.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-session-seminar.h"

/* What is kept from the first step to the last. */
typedef struct {
  GtkWindow *window;
  SgnSeminarCopy *copy;
  char *folder;
  GError *error;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->window);
  g_object_unref (writing->copy);
  g_free (writing->folder);
  g_clear_error (&writing->error);
  g_free (writing);
}

/* Nobody is told who has left. */
static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;

  sgn_session_act_finish (SGN_SESSION (object), result, NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (writing->window)))
    sgn_tell (writing->window,
              writing->error != NULL ? _ ("The papers could not be written")
                                     : _ ("The papers are written"),
              writing->error != NULL ? writing->error->message : writing->folder);
  writing_free (writing);
  g_object_unref (object);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  char **paths =
    sgn_session_write_seminar_papers_finish (SGN_SESSION (object), result, &writing->error);

  g_strfreev (paths);
  sgn_session_close_async (SGN_SESSION (object), closed_cb, writing);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;

  if (sgn_session_act_finish (SGN_SESSION (object), result, &writing->error))
    sgn_session_write_seminar_papers_async (SGN_SESSION (object), writing->folder,
                                            sgn_language_of_user (), written_cb, writing);
  else
    sgn_session_close_async (SGN_SESSION (object), closed_cb, writing);
}

void
sgn_seminar_papers_write (GtkWindow *window, SgnSeminarCopy *copy, const char *folder)
{
  g_autofree char *path = NULL;
  Writing *writing;

  g_return_if_fail (GTK_IS_WINDOW (window) && SGN_IS_SEMINAR_COPY (copy) && folder != NULL);

  path = sgn_seminar_copy_find_place (copy);
  if (path == NULL) {
    sgn_tell (window, _ ("The papers could not be written"),
              sgn_seminar_copy_get_error (copy)->message);
    return;
  }
  writing = g_new0 (Writing, 1);
  writing->window = g_object_ref (window);
  writing->copy = g_object_ref (copy);
  writing->folder = g_strdup (folder);
  sgn_session_create_training_async (sgn_seminar_copy_new_session (copy), path, made_cb, writing);
}

static void
folder_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnSeminarCopy) copy = user_data;
  g_autoptr (GFile) folder = sgn_open_folder_finish (GTK_WINDOW (object), result, NULL);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    sgn_seminar_papers_write (GTK_WINDOW (object), copy, g_file_peek_path (folder));
}

void
sgn_seminar_papers_ask (GtkWindow *window, SgnSeminarCopy *copy)
{
  g_return_if_fail (GTK_IS_WINDOW (window) && SGN_IS_SEMINAR_COPY (copy));

  sgn_open_folder_async (window, _ ("Folder for the Papers of the Seminar"), folder_cb,
                         g_object_ref (copy));
}
