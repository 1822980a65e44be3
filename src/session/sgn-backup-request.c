/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-request-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-error.h"

SgnBackupRequest *
sgn_backup_request_new (const char *path, const char *copy)
{
  SgnBackupRequest *request = g_new0 (SgnBackupRequest, 1);

  request->path = g_strdup (path);
  request->copy = g_strdup (copy);
  return request;
}

SgnBackupRequest *
sgn_backup_request_new_sealed (const char *path, const char *copy, const char *passphrase)
{
  SgnBackupRequest *request = sgn_backup_request_new (path, copy);

  if (passphrase != NULL)
    request->passphrase = sgn_passphrase_new (passphrase, &request->problem);
  return request;
}

static void
request_free (gpointer data)
{
  SgnBackupRequest *request = data;

  g_free (request->path);
  g_free (request->copy);
  g_clear_pointer (&request->passphrase, sgn_passphrase_free);
  g_clear_error (&request->problem);
  g_free (request);
}

void
sgn_backup_request_run (SgnSession *self,
                        SgnBackupRequest *request,
                        const SgnAct *act,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  SgnAct complete = *act;

  complete.request = request;
  complete.free_request = request_free;
  sgn_session_run (self, &complete, callback, user_data);
}

gboolean
sgn_scrap_init (SgnScrap *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ".sengen-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0) {
    g_autofree char *name = g_filename_display_name (folder);

    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("Nothing can be written into the folder “%s” (%s). Make room, or choose "
                    "another place."),
                 name, g_strerror (errno));
    return FALSE;
  }
  close (fd);
  /* What comes here is made anew and never overwrites. */
  g_unlink (path);
  self->path = g_steal_pointer (&path);
  return TRUE;
}

void
sgn_scrap_clear (SgnScrap *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

const char *
sgn_backup_request_unseal (SgnDesk *desk,
                           const SgnBackupRequest *request,
                           const char *folder,
                           SgnScrap *scrap,
                           GError **error)
{
  if (request->problem != NULL) {
    g_propagate_error (error, g_error_copy (request->problem));
    return NULL;
  }
  if (!sgn_desk_check_other (desk, request->copy, error))
    return NULL;
  if (!sgn_seal_is_sealed (request->copy))
    return request->copy;
  if (request->passphrase == NULL) {
    g_autofree char *name = g_filename_display_name (request->copy);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is sealed and opens only with its passphrase. Give the passphrase."),
                 name);
    return NULL;
  }
  return sgn_scrap_init (scrap, folder, error) &&
             sgn_seal_read (request->copy, scrap->path, request->passphrase, error)
           ? scrap->path
           : NULL;
}

char *
sgn_dup_backup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "sengen", "backups", NULL);
}

char *
sgn_make_backup_root (GError **error)
{
  g_autofree char *root = sgn_dup_backup_root ();

  if (g_mkdir_with_parents (root, 0700) != 0) {
    g_autofree char *name = g_filename_display_name (root);

    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("The folder “%s” for the backups cannot be made (%s). Make room, or choose "
                    "another place."),
                 name, g_strerror (errno));
    return NULL;
  }
  return g_steal_pointer (&root);
}
