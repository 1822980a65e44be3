/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-backup.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

gboolean
sgn_cli_read_passphrase (const SgnCliCall *call, char **passphrase, GError **error)
{
  const char *path = sgn_cli_call_get (call, "passphrase-file");

  if (path != NULL)
    *passphrase = sgn_session_read_passphrase (path, error);
  return path == NULL || *passphrase != NULL;
}

SgnBackupList *
sgn_cli_list_backups (SgnCli *cli, const char *path, gboolean read_again, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_list_backups_async (cli->session, path, read_again, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_list_backups_finish (cli->session, result, error);
}

static gboolean
write_copy (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *copy = sgn_cli_call_get (call, "output");
  g_autoptr (SgnCliPassphrase) passphrase = NULL;

  if (!sgn_cli_read_passphrase (call, &passphrase, error))
    return FALSE;
  if (passphrase != NULL)
    sgn_session_seal_backup_async (cli->session, copy, passphrase, sgn_cli_done_cb, cli);
  else
    sgn_session_backup_async (cli->session, copy, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", copy);
  return TRUE;
}

static gboolean
write_sheet (SgnCli *cli, const SgnCliCall *call, SgnLanguage language, GError **error)
{
  const char *sheet = sgn_cli_call_get (call, "recovery-sheet");

  sgn_session_write_recovery_sheet_async (cli->session, sgn_cli_call_get (call, "output"), sheet,
                                          language, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", sheet);
  return TRUE;
}

static gboolean
check_sheet (const SgnCliCall *call, GError **error)
{
  if (!sgn_cli_call_has (call, "recovery-sheet") || sgn_cli_call_has (call, "passphrase-file"))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("A recovery sheet is for a sealed copy. Give --passphrase-file as "
                          "well."));
  return FALSE;
}

static gboolean
run_backup (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnLanguage language = SGN_LANGUAGE_JA;

  if (!check_sheet (call, error) || !sgn_cli_read_language (call, &language, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error) ||
      !write_copy (cli, call, error))
    return FALSE;
  return !sgn_cli_call_has (call, "recovery-sheet") || write_sheet (cli, call, language, error);
}

static gboolean
run_restore (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get (call, "output");
  g_autoptr (SgnCliPassphrase) passphrase = NULL;

  if (!sgn_cli_read_passphrase (call, &passphrase, error))
    return FALSE;

  sgn_session_restore_sealed_async (cli->session, sgn_cli_call_get_word (call, 0), passphrase, path,
                                    sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", path);
  return TRUE;
}

static gboolean
run_keep (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnKept) kept = NULL;

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_keep_backup_async (cli->session, SGN_KEEP_NOW, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  kept = sgn_session_keep_backup_finish (cli->session, result, error);
  if (kept == NULL)
    return FALSE;

  if (kept->path != NULL)
    sgn_cli_acknowledge ("%s", kept->path);
  if (kept->second_path != NULL)
    sgn_cli_acknowledge ("%s", kept->second_path);
  if (kept->remark != NULL)
    sgn_cli_complain (kept->remark);
  else if (kept->path == NULL && kept->second_path == NULL)
    sgn_cli_print ("%s\n", _ ("Nothing has changed since the newest backup."));
  return TRUE;
}

static gboolean
run_folder (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get_word (call, 0);
  const char *folder = sgn_cli_call_get_word (call, 1);
  g_autoptr (SgnBackupList) list = NULL;

  if (!sgn_cli_open (cli, path, SGN_OPEN_READ, error))
    return FALSE;
  if (folder != NULL || sgn_cli_call_has (call, "none")) {
    sgn_session_set_second_folder_async (cli->session, folder, sgn_cli_done_cb, cli);
    if (!sgn_cli_finish (cli, error))
      return FALSE;
    sgn_cli_acknowledge ("second folder %s", folder != NULL ? folder : "none");
    return TRUE;
  }

  list = sgn_cli_list_backups (cli, path, FALSE, error);
  if (list == NULL)
    return FALSE;
  sgn_cli_print ("%s\n%s\n", list->folder, list->second != NULL ? list->second : _ ("none"));
  return TRUE;
}

static const SgnCliOption backup_options[] = {
  { "output", "COPY", N_ ("the copy to make; one that is there is never overwritten"),
    SGN_CLI_NEEDED },
  { "passphrase-file", "FILE",
    N_ ("seal the copy with the first line of this file; its name ends in .sengen-sealed") },
  { "recovery-sheet", "PDF", N_ ("a page about the sealed copy, to print and to keep") },
  { "language", "ja|en", N_ ("the language of that page; else ja") },
  { NULL },
};

static const SgnCliOption restore_options[] = {
  { "output", "FILE", N_ ("the company file to make; one that is there is never overwritten"),
    SGN_CLI_NEEDED },
  { "passphrase-file", "FILE", N_ ("the file with the passphrase of a sealed copy") },
  { NULL },
};

static const SgnCliOption folder_options[] = {
  { "none", NULL, N_ ("no second folder any more") },
  { NULL },
};

const SgnCliCommand sgn_cli_backup = {
  .name = "backup",
  .usage = "FILE --output COPY [--passphrase-file FILE [--recovery-sheet PDF] [--language ja|en]]",
  .summary = N_ ("make a copy of a company file and check it"),
  .min_words = 1,
  .max_words = 1,
  .options = backup_options,
  .run = run_backup,
};

const SgnCliCommand sgn_cli_backup_keep = {
  .name = "backup keep",
  .usage = "FILE",
  .summary = N_ ("keep a dated copy now, and remove old ones by the rule"),
  .min_words = 1,
  .max_words = 1,
  .run = run_keep,
};

const SgnCliCommand sgn_cli_backup_folder = {
  .name = "backup folder",
  .usage = "FILE [FOLDER|--none]",
  .summary = N_ ("show or choose a second folder for dated copies, such as a USB stick"),
  .min_words = 1,
  .max_words = 2,
  .options = folder_options,
  .run = run_folder,
};

const SgnCliCommand sgn_cli_restore = {
  .name = "restore",
  .usage = "COPY --output FILE [--passphrase-file FILE]",
  .summary = N_ ("make a company file from a copy, after checking it"),
  .min_words = 1,
  .max_words = 1,
  .options = restore_options,
  .run = run_restore,
};
