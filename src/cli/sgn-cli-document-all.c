/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-cli-watch.h"

static gboolean
read_words (const SgnCliCall *call, SgnSheetsRequest *words, GError **error)
{
  words->with_unmet = sgn_cli_call_has (call, "with-unmet");
  return sgn_cli_read_audience (call, "internal, partner", &words->audience, error) &&
         sgn_cli_read_issued (call, &words->issued, error) &&
         sgn_cli_read_language (call, &words->language, error);
}

static SgnSheetsResult *
write_sheets (SgnCli *cli, SgnSheetsRequest *request, GError **error)
{
  g_auto (SgnCliWatch) watch = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  sgn_cli_watch_init (&watch, cli);
  request->cancellable = watch.cancellable;
  request->progress = sgn_cli_watch_progress_cb;
  request->progress_data = &watch;
  sgn_session_write_sheets_async (cli->session, request, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_write_sheets_finish (cli->session, result, error);
}

static void
acknowledge (const SgnSheetsResult *result, const char *folder)
{
  for (guint i = 0; i < result->files->len; i++) {
    g_autofree char *path = g_build_filename (folder, result->files->pdata[i], NULL);

    sgn_cli_print ("%s\n", path);
  }
  sgn_cli_acknowledge ("%u documents, %s", result->files->len, folder);
  sgn_cli_complain_of (result->findings);
}

static gboolean
run_write_all (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  SgnSheetsRequest request = { .folder = sgn_cli_call_get (call, "output") };
  g_autoptr (SgnSheetsResult) result = NULL;

  if (!read_words (call, &request, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE_OR_READ, error))
    return FALSE;

  result = write_sheets (cli, &request, error);
  if (result == NULL)
    return FALSE;
  acknowledge (result, request.folder);
  return TRUE;
}

static const SgnCliOption options[] = {
  { "output", "DIR", N_ ("a new or empty folder"), SGN_CLI_NEEDED },
  { "language", "ja|en", N_ ("the language of the sheet; else ja") },
  { "audience", "internal|partner", N_ ("who will read it; else internal") },
  { "with-unmet", NULL, N_ ("for partners: list what is not met, too") },
  { "issued", "TIME", N_ ("the time of issue, as 2026-11-20T16:42:00+09:00; else now") },
  { NULL },
};

const SgnCliCommand sgn_cli_document_write_all = {
  .name = "document write-all",
  .usage = "FILE --output DIR [--language ja|en] [--audience internal|partner] [--with-unmet] "
           "[--issued TIME]",
  .summary = N_ ("write every document for auditors or for partners, as files of their own"),
  .options = options,
  .min_words = 1,
  .max_words = 1,
  .run = run_write_all,
};
