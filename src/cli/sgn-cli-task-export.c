/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-cli-task.h"

#include <glib/gi18n-lib.h>

#include "sgn-session-calendar.h"

static gboolean
run_export (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnCalendarExport request = {
    .path = sgn_cli_call_get (call, "output"),
    .language = SGN_LANGUAGE_JA,
    .owner = sgn_cli_call_get (call, "owner"),
    .with_names = sgn_cli_call_has (call, "with-names"),
    .with_reviews = sgn_cli_call_has (call, "with-reviews"),
  };
  g_autoptr (GAsyncResult) result = NULL;

  if (!sgn_cli_read_language (call, &request.language, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error))
    return FALSE;

  sgn_session_export_calendar_async (cli->session, &request, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  if (sgn_session_export_calendar_finish (cli->session, result, error) == 0)
    return FALSE;

  sgn_cli_acknowledge ("%s", request.path);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "output", "FILE.ics", N_ ("the file to write; one that is there is not replaced"),
    SGN_CLI_NEEDED },
  { "owner", "NAME", N_ ("only what this person does") },
  { "with-names", NULL, N_ ("names and notes too") },
  { "with-reviews", NULL, N_ ("also what is looked at again, and proof that expires") },
  { "language", "ja|en", N_ ("the language of its words; else ja") },
  { NULL },
};

const SgnCliCommand sgn_cli_task_export = {
  .name = "task export",
  .usage = "FILE --output FILE.ics [--owner NAME] [--with-names] [--with-reviews] "
           "[--language ja|en]",
  .summary = N_ ("write what is open for a calendar"),
  .min_words = 1,
  .max_words = 1,
  .options = options,
  .run = run_export,
};
