/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-commands.h"
#include "sgn-session-seminar.h"

#include <glib/gi18n-lib.h>

static gboolean
run_seminar (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnLanguage language = sgn_language_of_user ();
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) paths = NULL;

  if (!sgn_cli_read_language (call, &language, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;
  sgn_session_write_seminar_papers_async (cli->session, sgn_cli_call_get (call, "output"), language,
                                          sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  paths = sgn_session_write_seminar_papers_finish (cli->session, result, error);
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    sgn_cli_acknowledge ("%s", paths[i]);
  return paths != NULL;
}

static const SgnCliOption seminar_options[] = {
  { "output", "DIR", N_ ("the folder they go to; nothing in it is overwritten"), SGN_CLI_NEEDED },
  { "language", "ja|en", N_ ("the language of the papers") },
  { NULL },
};

const SgnCliCommand sgn_cli_seminar = {
  .name = "seminar",
  .usage = "FILE --output DIR [--language ja|en]",
  .summary = N_ ("write handout, scripts and key for a seminar, as PDF"),
  .min_words = 1,
  .max_words = 1,
  .options = seminar_options,
  .run = run_seminar,
};
