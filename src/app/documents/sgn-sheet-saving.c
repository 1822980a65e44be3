/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-sheet-saving.h"

#include <glib/gi18n-lib.h>

#include "sgn-compat.h"
#include "sgn-sheet-name.h"

/* One format of one sheet on its way to a file. */
typedef struct {
  SgnSession *session;
  SgnProjectionRequest projection;
  char *format;
  char *path; /* (nullable): not chosen yet */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->session);
  g_free (job->format);
  g_free (job->path);
  g_free (job);
}

static void
sheet_result_free (gpointer result)
{
  sgn_sheet_result_free (result);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SgnSheetResult *sheet = sgn_session_write_sheet_finish (SGN_SESSION (object), result, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, sheet_result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = sgn_save_file_finish (GTK_WINDOW (object), result, &error);
  Job *job = g_task_get_task_data (task);
  SgnSheetRequest request = { .projection = job->projection,
                              .format = job->format,
                              .replace = TRUE };

  if (file == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  job->path = g_file_get_path (file);
  if (job->path == NULL) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _ ("Choose a folder of this computer."));
    return;
  }
  request.path = job->path;
  sgn_session_write_sheet_async (job->session, &request, written_cb, g_steal_pointer (&task));
}

/**
 * sgn_sheet_save_async:
 * @parent: the window that asks
 * @session: a session with an open file
 * @projection: which sheet; its document is one of the library
 * @format: "pdf" "xlsx" "csv" "json"
 * @callback: called when the sheet is written, or is known not to be
 * @user_data: data for @callback
 *
 * Asks for a place, suggesting a name, and writes the sheet there.
 */
void
sgn_sheet_save_async (GtkWindow *parent,
                      SgnSession *session,
                      const SgnProjectionRequest *projection,
                      const char *format,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);
  g_autofree char *base = sgn_sheet_dup_name (session, projection);
  g_autofree char *name = g_strdup_printf ("%s.%s", base, format);

  g_task_set_source_tag (task, sgn_sheet_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->session = g_object_ref (session);
  job->projection = *projection;
  job->format = g_strdup (format);
  sgn_save_file_async (parent, _ ("Save the sheet"), name, place_chosen_cb, task);
}

/**
 * sgn_sheet_save_finish:
 * @parent: the window that asked
 * @result: the result
 * @name: (out) (transfer full): the file's name, for people
 * @error: return location
 *
 * Returns: (nullable): what was written; G_IO_ERROR_CANCELLED when nobody chose a place
 */
SgnSheetResult *
sgn_sheet_save_finish (GtkWindow *parent, GAsyncResult *result, char **name, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  SgnSheetResult *sheet = g_task_propagate_pointer (G_TASK (result), error);

  if (sheet != NULL) {
    g_autofree char *base = g_path_get_basename (job->path);

    *name = g_filename_display_name (base);
  }
  return sheet;
}
