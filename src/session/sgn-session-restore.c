/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-backup-request-private.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-file-name.h"

static gboolean
restore_as (SgnDesk *desk, const SgnBackupRequest *request, const char *path, GError **error)
{
  g_auto (SgnScrap) scrap = { NULL };
  g_autofree char *folder = g_path_get_dirname (path);
  const char *copy = sgn_backup_request_unseal (desk, request, folder, &scrap, error);

  return copy != NULL && sgn_company_file_restore (copy, path, error);
}

static gpointer
do_restore (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnBackupRequest *request = data;

  return restore_as (desk, request, request->path, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_restore_async:
 * @self: a session
 * @copy: a backup
 * @path: the new file; never overwritten
 * @callback: called when @path is there and was checked, or is known not to be
 * @user_data: data for @callback
 *
 * Makes a company file from a backup that is not sealed. Does not open it. End with
 * sgn_session_act_finish().
 */
void
sgn_session_restore_async (SgnSession *self,
                           const char *copy,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  sgn_session_restore_sealed_async (self, copy, NULL, path, callback, user_data);
}

/**
 * sgn_session_restore_sealed_async:
 * @self: a session
 * @copy: a backup, sealed or not
 * @passphrase: (nullable): what it opens with
 * @path: the new file; never overwritten
 * @callback: called when @path is there and was checked, or is known not to be
 * @user_data: data for @callback
 *
 * Makes a company file from a backup. Does not open it. End with sgn_session_act_finish().
 */
void
sgn_session_restore_sealed_async (SgnSession *self,
                                  const char *copy,
                                  const char *passphrase,
                                  const char *path,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  const SgnAct act = { .run = do_restore, .tag = sgn_session_restore_sealed_async };

  g_return_if_fail (copy != NULL && path != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new_sealed (path, copy, passphrase), &act,
                          callback, user_data);
}

void
sgn_restored_free (SgnRestored *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->kept);
  g_free (self);
}

/* The first name of its kind that is free beside @path. */
static char *
dup_kept_path (const char *path, const char *now)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *date = sgn_time_get_date (now);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (stem, ".sengen"))
    stem[strlen (stem) - strlen (".sengen")] = '\0';
  /* Translators: name of a file: what it was called, then a date as 2026-11-23 */
  name = g_strdup_printf (_ ("%s %s before restoring"), stem, date);
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  return sgn_file_name_find_free (folder, name, "sengen");
}

/**
 * sgn_session_dup_kept_name:
 * @self: a session
 * @path: a company file
 *
 * Returns: (transfer full): the name, without folder, under which @path would be kept if a backup
 *   were restored in its place now
 */
char *
sgn_session_dup_kept_name (SgnSession *self, const char *path)
{
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  now = sgn_clock_now (sgn_session_get_clock (self));
  kept = dup_kept_path (path, now);
  return g_path_get_basename (kept);
}

/* Whether nobody else is writing to the file: of one that cannot be read, nobody can be. */
static gboolean
check_free (SgnDesk *desk, const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SgnCompanyFile *file;

  if (sgn_desk_is_open (desk, path) && !sgn_company_file_is_read_only (desk->file))
    return TRUE;

  file = sgn_company_file_open (path, SGN_OPEN_WRITE, desk->clock, &failure);
  if (file != NULL)
    return sgn_company_file_close (file, error);
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED) ||
      g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
close_file (SgnDesk *desk, const char *path, GError **error)
{
  if (!sgn_desk_is_open (desk, path))
    return TRUE;

  g_clear_pointer (&desk->record, sgn_record_unref);
  return sgn_company_file_close (g_steal_pointer (&desk->file), error);
}

/* Somebody else may have been quicker: then what was restored is there to be read. */
static gboolean
open_file (SgnDesk *desk, const char *path, GError **error)
{
  SgnCompanyFile *file = sgn_company_file_open (path, SGN_OPEN_WRITE_OR_READ, desk->clock, error);

  return file != NULL && sgn_desk_take_file (desk, file, error);
}

/* The new file comes first, then the old one makes room: at no moment is there none. */
static gboolean
put_in_place (SgnDesk *desk, const SgnBackupRequest *request, SgnRestored *restored, GError **error)
{
  g_auto (SgnScrap) fresh = { NULL };
  g_autofree char *folder = g_path_get_dirname (restored->path);
  gboolean was_open = sgn_desk_is_open (desk, restored->path);

  if (!check_free (desk, restored->path, error) || !sgn_scrap_init (&fresh, folder, error) ||
      !restore_as (desk, request, fresh.path, error))
    return FALSE;
  if (close_file (desk, restored->path, error) &&
      sgn_backup_swap_in (fresh.path, restored->path, restored->kept, error))
    return open_file (desk, restored->path, error);

  if (was_open && desk->file == NULL)
    open_file (desk, restored->path, NULL);
  return FALSE;
}

static gpointer
do_restore_in_place (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnBackupRequest *request = data;
  g_autoptr (SgnRestored) restored = g_new0 (SgnRestored, 1);
  g_autofree char *now = sgn_clock_now (desk->clock);

  if (request->path == NULL && !sgn_desk_check_open (desk, error))
    return NULL;

  restored->path =
    g_canonicalize_filename (request->path != NULL ? request->path
                                                   : sgn_company_file_get_path (desk->file),
                             NULL);
  if (g_file_test (restored->path, G_FILE_TEST_EXISTS))
    restored->kept = dup_kept_path (restored->path, now);
  return put_in_place (desk, request, restored, error) ? g_steal_pointer (&restored) : NULL;
}

/**
 * sgn_session_restore_in_place_async:
 * @self: a session
 * @copy: a backup, sealed or not
 * @passphrase: (nullable): what it opens with
 * @path: (nullable): the company file that it is to replace, also a damaged one; NULL: the open one
 * @callback: called when it is done and the file is open, or when it is known not to be
 * @user_data: data for @callback
 *
 * The file as it was is kept beside it under another name, and the file restored is open
 * afterwards. When it fails, the file is as it was.
 */
void
sgn_session_restore_in_place_async (SgnSession *self,
                                    const char *copy,
                                    const char *passphrase,
                                    const char *path,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const SgnAct act = { .run = do_restore_in_place,
                       .free_result = (GDestroyNotify) sgn_restored_free,
                       .tag = sgn_session_restore_in_place_async };

  g_return_if_fail (copy != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new_sealed (path, copy, passphrase), &act,
                          callback, user_data);
}

SgnRestored *
sgn_session_restore_in_place_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_restore_in_place_async, error);
}
