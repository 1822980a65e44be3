/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-damaged-page.h"
#include "sgn-error.h"
#include "sgn-own-folder.h"
#include "sgn-restore-page.h"
#include "sgn-session-backup.h"
#include "sgn-window-private.h"

/* A backup on its way to be a company file. */
typedef struct {
  SgnWindow *window;
  char *path;
} Restoring;

static void
restoring_free (Restoring *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

/* Whether the file at @path is a company file, or was one when it was opened here last. */
static gboolean
is_damaged (SgnWindow *self, const char *path, const GError *error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *company = NULL;

  if (g_error_matches (error, SGN_ERROR, SGN_ERROR_DAMAGED))
    return TRUE;
  company = sgn_settings_dup_company_name (self->settings, file);
  return company != NULL && g_error_matches (error, SGN_ERROR, SGN_ERROR_UNREADABLE) &&
         g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* A damaged file gets a page of its own: one can do more about it than read a sentence. */
void
sgn_window_tell_unopened (SgnWindow *self, const char *path, const GError *error)
{
  if (is_damaged (self, path, error))
    sgn_window_show_damaged (self, sgn_damaged_page_new (self->session, self->saving, path,
                                                         error->message));
  else
    sgn_window_tell_error (self, _ ("The file could not be opened"), error);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SgnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRestored) restored =
    sgn_session_restore_in_place_finish (SGN_SESSION (object), result, &error);
  g_autofree char *kept = NULL;
  g_autofree char *words = NULL;

  if (sgn_window_is_gone (self))
    return;
  sgn_window_end_act (self);
  if (restored == NULL) {
    /* Whatever is open now is shown. */
    if (sgn_session_get_record (self->session) == NULL)
      sgn_window_show_start (self);
    sgn_window_tell_error (self, _ ("The backup could not be put back"), error);
    return;
  }
  kept = g_filename_display_basename (restored->kept);
  words = g_strdup_printf (_ ("The file as it was is kept as “%s”"), kept);
  sgn_window_show_company (self, TRUE);
  sgn_window_show_toast (self, words);
}

void
sgn_window_restore (SgnWindow *self, const char *copy)
{
  GtkWidget *page;

  if (self->company == NULL)
    return;
  page = sgn_company_view_find_page (self->company, "restore");
  sgn_company_view_flush (self->company);
  sgn_window_begin_act (self);
  sgn_session_restore_in_place_async (self->session, copy,
                                      sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)),
                                      NULL, restored_cb, g_object_ref (self));
}

static void
restored_beside_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Restoring) restoring = user_data;
  SgnWindow *self = restoring->window;
  g_autoptr (GFile) file = g_file_new_for_path (restoring->path);
  g_autoptr (GError) error = NULL;

  if (sgn_window_is_gone (self))
    return;
  sgn_window_end_act (self);
  if (!sgn_session_act_finish (SGN_SESSION (object), result, &error))
    sgn_window_tell_error (self, _ ("The backup could not be put back"), error);
  else
    sgn_window_open_file (self, file);
}

void
sgn_window_restore_beside (SgnWindow *self, const char *copy, const char *path)
{
  Restoring *restoring = g_new0 (Restoring, 1);
  const char *passphrase = self->damaged != NULL
                             ? sgn_damaged_page_get_passphrase (SGN_DAMAGED_PAGE (self->damaged))
                             : NULL;

  restoring->window = g_object_ref (self);
  restoring->path = sgn_own_folder_find_place_beside (path);
  sgn_window_begin_act (self);
  sgn_session_restore_sealed_async (self->session, copy, passphrase, restoring->path,
                                    restored_beside_cb, restoring);
}
