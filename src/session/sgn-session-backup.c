/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-backup-request-private.h"
#include "sgn-error.h"
#include "sgn-output.h"
#include "sgn-recovery-sheet.h"

/* The folder of all backups, made when it is not there: what is unsealed to be looked at lies there
 * for a moment, where nobody else can read. */
static char *
make_root (GError **error)
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

/* (nullable): the open file, if it is the one at @path */
static SgnCompanyFile *
find_open (SgnDesk *desk, const char *path)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);

  return desk->file != NULL && g_str_equal (sgn_company_file_get_path (desk->file), place)
           ? desk->file
           : NULL;
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
  return sgn_backup_list (root, find_open (desk, path), path, request->read_again, error);
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

/* The copy of @request; of a sealed one, what was said of its inside. */
static SgnBackup *
read_copy (SgnDesk *desk, const SgnBackupRequest *request, GError **error)
{
  g_auto (SgnScrap) scrap = { NULL };
  g_autofree char *root = make_root (error);
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
  root = make_root (error);
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

/* A good name for what is opened only with a passphrase, so that nobody takes it for a company
 * file. */
static gboolean
check_sealed_name (const char *path, GError **error)
{
  if (g_str_has_suffix (path, SGN_SEALED_SUFFIX))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("The name of a sealed copy ends in “%s”. Choose such a name."),
               SGN_SEALED_SUFFIX);
  return FALSE;
}

static gpointer
do_seal (SgnDesk *desk, gpointer data, GError **error)
{
  SgnBackupRequest *request = data;
  g_auto (SgnScrap) scrap = { NULL };
  g_autofree char *root = NULL;

  if (request->problem != NULL) {
    g_propagate_error (error, g_error_copy (request->problem));
    return NULL;
  }
  if (!sgn_desk_check_open (desk, error) || !check_sealed_name (request->path, error))
    return NULL;
  root = make_root (error);
  return root != NULL && sgn_scrap_init (&scrap, root, error) &&
             sgn_company_file_backup (desk->file, scrap.path, error) &&
             sgn_seal_write (scrap.path, request->path, request->passphrase, error)
           ? SGN_ACT_DONE
           : NULL;
}

/**
 * sgn_session_seal_backup_async:
 * @self: a session with an open file
 * @path: the copy, its name ending in %SGN_SEALED_SUFFIX; never overwritten
 * @passphrase: what it is to open with
 * @callback: called when the copy is there and was read back, or is known not to be
 * @user_data: data for @callback
 *
 * Copies the whole open file so that nobody can read it without the passphrase. End with
 * sgn_session_act_finish().
 */
void
sgn_session_seal_backup_async (SgnSession *self,
                               const char *path,
                               const char *passphrase,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { .run = do_seal, .tag = sgn_session_seal_backup_async };

  g_return_if_fail (path != NULL && passphrase != NULL);

  sgn_backup_request_run (self, sgn_backup_request_new_sealed (path, NULL, passphrase), &act,
                          callback, user_data);
}

static GBytes *
make_sheet (SgnDesk *desk, const SgnBackupRequest *request, gint64 size, GError **error)
{
  g_autofree char *now = sgn_clock_now (desk->clock);
  g_autofree char *file = g_path_get_basename (request->copy);
  const SgnRecoverySheet sheet = {
    .documents = desk->library->documents,
    .language = request->language,
    .company = desk->record->profile->name,
    .file = file,
    .newest = desk->record->head_at,
    .size = size,
    .made = now,
    .program = PACKAGE_VERSION,
  };

  return sgn_recovery_sheet_to_pdf (&sheet, error);
}

static gpointer
do_write_sheet (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnBackupRequest *request = data;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf info;

  if (!sgn_desk_check_open (desk, error) || !sgn_desk_check_other (desk, request->copy, error))
    return NULL;
  if (!sgn_seal_is_sealed (request->copy) || g_stat (request->copy, &info) != 0) {
    g_autofree char *name = g_filename_display_name (request->copy);

    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is not a sealed copy. Choose a file this program sealed."), name);
    return NULL;
  }
  bytes = make_sheet (desk, request, (gint64) info.st_size, error);
  return bytes != NULL && sgn_output_write (request->path, bytes, FALSE, error) ? SGN_ACT_DONE
                                                                                : NULL;
}

/**
 * sgn_session_write_recovery_sheet_async:
 * @self: a session with the open file that was sealed
 * @copy: the sealed copy just made
 * @path: the PDF; never overwritten
 * @language: its language
 * @callback: called when it is there, or is known not to be
 * @user_data: data for @callback
 *
 * Writes a page to print and to keep: what the copy is called, how it is opened, and room to write
 * the passphrase by hand. End with sgn_session_act_finish().
 */
void
sgn_session_write_recovery_sheet_async (SgnSession *self,
                                        const char *copy,
                                        const char *path,
                                        SgnLanguage language,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  SgnBackupRequest *request = sgn_backup_request_new (path, copy);
  const SgnAct act = { .run = do_write_sheet, .tag = sgn_session_write_recovery_sheet_async };

  g_return_if_fail (copy != NULL && path != NULL);

  request->language = language;
  sgn_backup_request_run (self, request, &act, callback, user_data);
}

/**
 * sgn_session_read_passphrase:
 * @path: a file with the passphrase in its first line
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the passphrase; end with sgn_session_forget_passphrase()
 */
char *
sgn_session_read_passphrase (const char *path, GError **error)
{
  return sgn_passphrase_read (path, error);
}

/**
 * sgn_session_forget_passphrase:
 * @passphrase: (transfer full) (nullable): what was read
 *
 * Blanks it in memory.
 */
void
sgn_session_forget_passphrase (char *passphrase)
{
  sgn_passphrase_forget (passphrase);
}
