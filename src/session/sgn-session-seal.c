/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-backup-request-private.h"
#include "sgn-error.h"
#include "sgn-output.h"
#include "sgn-recovery-sheet.h"

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
  root = sgn_make_backup_root (error);
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
