/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "sgn-backup-request-private.h"

/* The copy of @request; of a sealed one, what was said of its inside. */
static SgnBackup *
read_copy (SgnDesk *desk, const SgnBackupRequest *request, GError **error)
{
  g_auto (SgnScrap) scrap = { NULL };
  g_autofree char *root = sgn_make_backup_root (error);
  const char *path =
    root != NULL ? sgn_backup_request_unseal (desk, request, root, &scrap, error) : NULL;
  SgnBackup *backup = path != NULL ? sgn_backup_read (path, error) : NULL;
  GStatBuf info;

  if (backup == NULL || path == request->copy)
    return backup;

  g_free (backup->path);
  backup->path = g_canonicalize_filename (request->copy, NULL);
  if (g_stat (request->copy, &info) == 0)
    backup->size = (gint64) info.st_size;
  return backup;
}

static gpointer
do_read (SgnDesk *desk, gpointer data, GError **error)
{
  return read_copy (desk, data, error);
}

/**
 * sgn_session_read_backup_async:
 * @self: a session
 * @copy: a copy of a company file
 * @passphrase: (nullable): of a sealed copy
 * @callback: called when the copy has been read, or is known not to be readable
 * @user_data: data for @callback
 *
 * Reads the whole copy, attached files too, and compares everything in it.
 */
void
sgn_session_read_backup_async (SgnSession *self,
                               const char *copy,
                               const char *passphrase,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { .run = do_read,
                       .free_result = (GDestroyNotify) sgn_backup_free,
                       .tag = sgn_session_read_backup_async };

  g_return_if_fail (copy != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new_sealed (NULL, copy, passphrase), &act,
                          callback, user_data);
}

SgnBackup *
sgn_session_read_backup_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_read_backup_async, error);
}

void
sgn_backup_comparison_free (SgnBackupComparison *self)
{
  if (self == NULL)
    return;

  sgn_contents_free (self->present);
  sgn_contents_free (self->copy);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self);
}

/* Of SgnEvent, newest first. */
static GPtrArray *
list_events_after (SgnCompanyFile *file, gint64 seq, GError **error)
{
  g_autoptr (GPtrArray) events = sgn_company_file_get_history (file, error);
  GPtrArray *after = NULL;

  if (events == NULL)
    return NULL;
  after = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  while (events->len > 0 &&
         ((const SgnEvent *) g_ptr_array_index (events, events->len - 1))->seq > seq)
    g_ptr_array_add (after, g_ptr_array_steal_index (events, events->len - 1));
  return after;
}

static gboolean
compare (SgnDesk *desk, const char *path, SgnBackupComparison *comparison, GError **error)
{
  gint64 common;

  comparison->copy = sgn_contents_read (path, error);
  if (comparison->copy == NULL)
    return FALSE;
  comparison->present = sgn_backup_ask_contents (desk->file, error);
  if (comparison->present == NULL)
    return FALSE;
  common = sgn_backup_count_common (desk->file, path, error);
  if (common < 0)
    return FALSE;

  comparison->same_company = common > 0;
  comparison->extra = comparison->copy->events - common;
  comparison->missing = list_events_after (desk->file, common, error);
  return comparison->missing != NULL;
}

static gpointer
do_compare (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnBackupRequest *request = data;
  g_autoptr (SgnBackupComparison) comparison = g_new0 (SgnBackupComparison, 1);
  g_auto (SgnScrap) scrap = { NULL };
  g_autofree char *root = NULL;
  const char *path = NULL;

  if (!sgn_desk_check_open (desk, error))
    return NULL;
  root = sgn_make_backup_root (error);
  path = root != NULL ? sgn_backup_request_unseal (desk, request, root, &scrap, error) : NULL;
  return path != NULL && compare (desk, path, comparison, error) ? g_steal_pointer (&comparison)
                                                                 : NULL;
}

/**
 * sgn_session_compare_backup_async:
 * @self: a session with an open file
 * @copy: a copy of a company file
 * @passphrase: (nullable): of a sealed copy
 * @callback: called when both have been looked at
 * @user_data: data for @callback
 *
 * Says what the open file has beyond the copy.
 */
void
sgn_session_compare_backup_async (SgnSession *self,
                                  const char *copy,
                                  const char *passphrase,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const SgnAct act = { .run = do_compare,
                       .free_result = (GDestroyNotify) sgn_backup_comparison_free,
                       .tag = sgn_session_compare_backup_async };

  g_return_if_fail (copy != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new_sealed (NULL, copy, passphrase), &act,
                          callback, user_data);
}

SgnBackupComparison *
sgn_session_compare_backup_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_compare_backup_async, error);
}
