/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-output.h"

/* The sheets of a set as files of their own: each as PDF, tables as a workbook too. */
typedef struct {
  SgnCli *cli;
  const char *folder;
  const char *issued;
  guint count;
} Writing;

static gboolean
write_sheet (Writing *self,
             const SgnProjectionRequest *projection,
             const char *format,
             GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", projection->document, format);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  const SgnSheetRequest request = {
    .projection = *projection,
    .format = format,
    .path = path,
    .issued = self->issued,
  };
  g_autoptr (SgnSheetResult) result = sgn_cli_write_sheet (self->cli, &request, error);

  if (result == NULL)
    return FALSE;
  sgn_cli_print ("%s\n", path);
  self->count++;
  return TRUE;
}

static gboolean
write_document (Writing *self,
                const SgnDocument *document,
                const SgnProjectionRequest *words,
                GError **error)
{
  SgnProjectionRequest request = *words;
  g_autofree char *obstacle = NULL;

  request.document = document->id;
  if (document->group == NULL || !sgn_document_has_audience (document, request.audience))
    return TRUE;
  obstacle = sgn_projection_dup_obstacle (self->cli->library,
                                          sgn_session_get_record (self->cli->session), &request);
  if (obstacle != NULL)
    return TRUE;

  return write_sheet (self, &request, "pdf", error) &&
         (!sgn_document_has_format (document, "xlsx") ||
          write_sheet (self, &request, "xlsx", error));
}

static gboolean
read_words (const SgnCliCall *call, SgnProjectionRequest *words, GError **error)
{
  const char *audience = sgn_cli_call_get (call, "audience");
  const char *issued = sgn_cli_call_get (call, "issued");

  if (audience != NULL && !sgn_audience_from_key (audience, &words->audience)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("--%s cannot be “%s” here. Choose one of %s."), "audience", audience,
                 "internal, partner");
    return FALSE;
  }
  if (issued != NULL && !sgn_time_is_valid (issued)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not a time of issue. Write it as 2026-11-23T10:00:00+09:00."), issued);
    return FALSE;
  }
  words->with_unmet = sgn_cli_call_has (call, "with-unmet");
  return sgn_cli_read_language (call, &words->language, error);
}

/* The same sheets as files make up a set: what stops the one stops the other. */
static gboolean
check_ready (SgnCli *cli, const SgnProjectionRequest *words, GError **error)
{
  SgnProjectionRequest set = *words;
  g_autofree char *obstacle = NULL;

  set.document = "audit-set";
  obstacle =
    sgn_projection_dup_obstacle (cli->library, sgn_session_get_record (cli->session), &set);
  if (obstacle != NULL)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET, obstacle);
  return obstacle == NULL;
}

/* One time of issue for all, so that they bear it alike. */
static char *
choose_time (SgnCli *cli, const SgnCliCall *call)
{
  const char *issued = sgn_cli_call_get (call, "issued");

  return issued != NULL ? g_strdup (issued) : sgn_clock_now (sgn_session_get_clock (cli->session));
}

static gboolean
run_write_all (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autofree char *issued = choose_time (cli, call);
  Writing writing = { cli, sgn_cli_call_get (call, "output"), issued, 0 };
  SgnProjectionRequest words = { NULL };
  GPtrArray *documents = sgn_documents_get_all (cli->library->documents);

  if (!read_words (call, &words, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE_OR_READ, error) ||
      !check_ready (cli, &words, error) || !sgn_output_make_folder (writing.folder, 0777, error))
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    if (!write_document (&writing, documents->pdata[i], &words, error))
      return FALSE;
  sgn_cli_acknowledge ("%u documents, %s", writing.count, writing.folder);
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
