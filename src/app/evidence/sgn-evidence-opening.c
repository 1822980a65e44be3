/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-evidence-opening.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-file-name.h"

typedef struct {
  GtkWidget *widget;
  char *file_name;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->widget);
  g_free (opening->file_name);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
tell (Opening *opening, const char *why)
{
  gtk_widget_activate_action (opening->widget, "win.tell", "(ss)",
                              _ ("The file could not be opened"), why);
}

static void
launched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    tell (opening, _ ("This computer has no program for this kind of file. Take the file out with "
                      "“sengen evidence export” and open it elsewhere."));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    sgn_session_read_evidence_finish (SGN_SESSION (object), result, &error);
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (bytes != NULL)
    file = sgn_evidence_write_copy (bytes, opening->file_name, &error);
  if (file == NULL) {
    tell (opening, error->message);
    return;
  }
  uri = g_file_get_uri (file);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb,
                                           g_steal_pointer (&opening));
}

/**
 * sgn_evidence_write_copy:
 * @bytes: what was kept
 * @file_name: the name it had
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a new file that can only be read
 */
GFile *
sgn_evidence_write_copy (GBytes *bytes, const char *file_name, GError **error)
{
  g_autofree char *pattern =
    g_build_filename (g_get_user_runtime_dir (), "sengen-view-XXXXXX", NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (bytes != NULL && file_name != NULL, NULL);

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp (pattern) == NULL) {
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                         _ ("No copy can be written on this computer. Make room and try again."));
    return NULL;
  }
  name = sgn_file_name_make_safe (file_name);
  path = g_build_filename (pattern, name, NULL);
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0400,
                                 error))
    return NULL;
  return g_file_new_for_path (path);
}

/**
 * sgn_evidence_open_outside:
 * @widget: whose window tells what went wrong
 * @session: a session with an open file
 * @evidence: number of a piece of evidence
 *
 * Opens a copy of a file.
 */
void
sgn_evidence_open_outside (GtkWidget *widget, SgnSession *session, gint64 evidence)
{
  const SgnEvidence *found = sgn_record_find_evidence (sgn_session_get_record (session), evidence);
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (found == NULL)
    return;
  opening = g_new0 (Opening, 1);
  opening->widget = g_object_ref (widget);
  opening->file_name = g_strdup (found->file_name);
  sgn_session_read_evidence_async (session, evidence, read_cb, opening);
}
