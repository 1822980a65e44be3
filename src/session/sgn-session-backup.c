/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-request-private.h"

static gpointer
do_keep (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;
  g_autofree char *root = sgn_dup_backup_root ();
  g_autofree char *now = sgn_clock_now (desk->clock);
  const SgnBackupRule rule = { root, now, SGN_BACKUP_BUDGET, request->when };

  return sgn_desk_check_open (desk, error) ? sgn_backup_keep (desk->file, &rule, error) : NULL;
}

/**
 * sgn_session_keep_backup_async:
 * @self: a session with an open file
 * @when: what for
 * @callback: called when the copy is there and was checked, when none was due, or when it is known
 *   not to be there
 * @user_data: data for @callback
 *
 * Keeps a dated copy of the open file by the rule.
 */
void
sgn_session_keep_backup_async (SgnSession *self,
                               SgnKeepWhen when,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SgnBackupRequest *request = sgn_backup_request_new (NULL, NULL);
  const SgnAct act = { .run = do_keep,
                       .free_result = (GDestroyNotify) sgn_kept_free,
                       .tag = sgn_session_keep_backup_async };

  request->when = when;
  sgn_backup_request_run (self, request, &act, callback, user_data);
}

/**
 * sgn_session_keep_backup_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location: %SGN_ERROR_UNWRITABLE
 *
 * Returns: (transfer full) (nullable): what was done
 */
SgnKept *
sgn_session_keep_backup_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_keep_backup_async, error);
}

static gpointer
do_list (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;
  g_autofree char *root = sgn_dup_backup_root ();
  const char *path = request->path;

  if (path == NULL && !sgn_desk_check_open (desk, error))
    return NULL;
  if (path == NULL)
    path = sgn_company_file_get_path (desk->file);
  return sgn_backup_list (root, sgn_desk_is_open (desk, path) ? desk->file : NULL, path,
                          request->read_again, error);
}

/**
 * sgn_session_list_backups_async:
 * @self: a session
 * @path: (nullable): a company file, there or not, good or not; NULL: the open one
 * @read_again: open and check each copy, rather than only new and changed ones
 * @callback: called with the list
 * @user_data: data for @callback
 *
 * Looks for the copies of one company file in both places.
 */
void
sgn_session_list_backups_async (SgnSession *self,
                                const char *path,
                                gboolean read_again,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  SgnBackupRequest *request = sgn_backup_request_new (path, NULL);
  const SgnAct act = { .run = do_list,
                       .free_result = (GDestroyNotify) sgn_backup_list_free,
                       .tag = sgn_session_list_backups_async };

  request->read_again = read_again;
  sgn_backup_request_run (self, request, &act, callback, user_data);
}

SgnBackupList *
sgn_session_list_backups_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_list_backups_async, error);
}

/* What an act found that may be nothing. */
typedef struct {
  SgnBackup *backup;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  sgn_backup_free (found->backup);
  g_free (found);
}

static gpointer
do_find_good (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;
  g_autofree char *root = sgn_dup_backup_root ();
  Found *found = g_new0 (Found, 1);

  found->backup = sgn_backup_find_good (root, request->path);
  return found;
}

/**
 * sgn_session_find_good_backup_async:
 * @self: a session
 * @path: a company file that cannot be read
 * @callback: called when its copies have been tried
 * @user_data: data for @callback
 *
 * Looks for the newest copy that can be read in all its parts.
 */
void
sgn_session_find_good_backup_async (SgnSession *self,
                                    const char *path,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const SgnAct act = { .run = do_find_good,
                       .free_result = found_free,
                       .tag = sgn_session_find_good_backup_async };

  g_return_if_fail (path != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new (path, NULL), &act, callback, user_data);
}

SgnBackup *
sgn_session_find_good_backup_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  Found *found = sgn_session_finish (self, result, sgn_session_find_good_backup_async, error);
  SgnBackup *backup = found != NULL ? g_steal_pointer (&found->backup) : NULL;

  g_clear_pointer (&found, found_free);
  return backup;
}

static gpointer
do_set_second (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;
  g_autofree char *root = sgn_dup_backup_root ();

  return sgn_desk_check_open (desk, error) &&
             sgn_backup_set_second (desk->file, root, request->path, error)
           ? SGN_ACT_DONE
           : NULL;
}

/**
 * sgn_session_set_second_folder_async:
 * @self: a session with an open file
 * @folder: (nullable): a folder that is there now, as on a USB stick; NULL: none any more
 * @callback: called when it is remembered, or is known not to be
 * @user_data: data for @callback
 *
 * Chooses where dated copies go as well. Copies already there stay. End with
 * sgn_session_act_finish().
 */
void
sgn_session_set_second_folder_async (SgnSession *self,
                                     const char *folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  const SgnAct act = { .run = do_set_second, .tag = sgn_session_set_second_folder_async };

  sgn_backup_request_run (self, sgn_backup_request_new (folder, NULL), &act, callback, user_data);
}

static gpointer
do_backup (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;

  return sgn_desk_check_open (desk, error) &&
             sgn_company_file_backup (desk->file, request->path, error)
           ? SGN_ACT_DONE
           : NULL;
}

/**
 * sgn_session_backup_async:
 * @self: a session with an open file
 * @path: the copy; never overwritten
 * @callback: called when the copy is there and was checked, or is known not to be
 * @user_data: data for @callback
 *
 * Copies the whole open file, also one open for reading only. End with sgn_session_act_finish().
 */
void
sgn_session_backup_async (SgnSession *self,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const SgnAct act = { .run = do_backup, .tag = sgn_session_backup_async };

  sgn_backup_request_run (self, sgn_backup_request_new (path, NULL), &act, callback, user_data);
}
