/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"

static gboolean
run_backup (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *copy = sgn_cli_call_get (call, "output");

  if (!sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_backup_async (cli->session, copy, sgn_cli_done_cb, cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", copy);
  return TRUE;
}

static gboolean
run_restore (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const char *path = sgn_cli_call_get (call, "output");

  sgn_session_restore_async (cli->session, sgn_cli_call_get_word (call, 0), path, sgn_cli_done_cb,
                             cli);
  if (!sgn_cli_finish (cli, error))
    return FALSE;

  sgn_cli_acknowledge ("%s", path);
  return TRUE;
}

static const SgnCliOption backup_options[] = {
  { "output", "COPY", N_ ("the copy to make; one that is there is never overwritten"),
    SGN_CLI_NEEDED },
  { NULL },
};

static const SgnCliOption restore_options[] = {
  { "output", "FILE", N_ ("the company file to make; one that is there is never overwritten"),
    SGN_CLI_NEEDED },
  { NULL },
};

const SgnCliCommand sgn_cli_backup = {
  .name = "backup",
  .usage = "FILE --output COPY",
  .summary = N_ ("make a copy of a company file and check it"),
  .min_words = 1,
  .max_words = 1,
  .options = backup_options,
  .run = run_backup,
};

const SgnCliCommand sgn_cli_restore = {
  .name = "restore",
  .usage = "COPY --output FILE",
  .summary = N_ ("make a company file from a copy, after checking it"),
  .min_words = 1,
  .max_words = 1,
  .options = restore_options,
  .run = run_restore,
};
