/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-error.h"

/* Sheets being looked through: what was found, each once, and how much of it stops printing. */
typedef struct {
  SgnCli *cli;
  const SgnCliCall *call;
  json_t *findings;
  GHashTable *told; /* "field message" */
  guint refusals;
} Check;

static const char *
get_severity (const SgnFinding *finding)
{
  static const char *const words[] = {
    [SGN_SEVERITY_REMARK] = "remark",
    [SGN_SEVERITY_WARNING] = "warning",
    [SGN_SEVERITY_REFUSAL] = "refusal",
  };

  return words[finding->severity];
}

static json_t *
describe (const SgnProjectionRequest *request, const SgnFinding *finding)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "document", request->document);
  sgn_json_set_string (json, "audience", sgn_audience_to_key (request->audience));
  sgn_json_set_string (json, "severity", get_severity (finding));
  sgn_json_set_string (json, "code", finding->code);
  sgn_json_set_string (json, "field", finding->field);
  sgn_json_set_string (json, "message", finding->message);
  return json;
}

/* The same field stands on many sheets, and is told of once. */
static void
tell (Check *self, const SgnProjectionRequest *request, const SgnFinding *finding)
{
  if (!g_hash_table_add (self->told, g_strconcat (finding->field, " ", finding->message, NULL)))
    return;

  self->refusals += finding->severity == SGN_SEVERITY_REFUSAL;
  json_array_append_new (self->findings, describe (request, finding));
  if (!sgn_cli_call_has (self->call, "json"))
    sgn_cli_print ("%-8s %-28s %s\n", get_severity (finding), finding->field, finding->message);
}

static gboolean
check_sheet (Check *self, const SgnProjectionRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  sgn_session_check_sheet_async (self->cli->session, request, sgn_cli_done_cb, self->cli);
  result = sgn_cli_wait (self->cli);
  findings = sgn_session_check_sheet_finish (self->cli->session, result, error);
  if (findings == NULL)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    tell (self, request, g_ptr_array_index (findings, i));
  return TRUE;
}

static gboolean
check_one (Check *self, const SgnDocument *document, GError **error)
{
  SgnProjectionRequest request = { NULL };

  return sgn_cli_read_projection (document, self->call, &request, error) &&
         check_sheet (self, &request, error);
}

/* What cannot be made yet is passed over. */
static gboolean
check_all (Check *self, const SgnProjectionRequest *words, GError **error)
{
  GPtrArray *documents = sgn_documents_get_all (self->cli->library->documents);

  for (guint i = 0; i < documents->len; i++) {
    const SgnDocument *document = g_ptr_array_index (documents, i);
    SgnProjectionRequest request = *words;
    g_autoptr (GError) local = NULL;

    request.document = document->id;
    if (!sgn_document_has_audience (document, request.audience) ||
        check_sheet (self, &request, &local) ||
        g_error_matches (local, SGN_ERROR, SGN_ERROR_NOT_YET))
      continue;
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_words (const SgnCliCall *call, SgnProjectionRequest *words, GError **error)
{
  words->with_unmet = sgn_cli_call_has (call, "with-unmet");
  return sgn_cli_read_audience (call, "internal, partner", &words->audience, error) &&
         sgn_cli_read_language (call, &words->language, error);
}

static gboolean
check_what_was_said (Check *self, const char *id, GError **error)
{
  const SgnDocument *document = NULL;
  SgnProjectionRequest words = { NULL };

  if (id != NULL) {
    document = sgn_cli_find_document (self->cli, id, error);
    return document != NULL && check_one (self, document, error);
  }
  return read_words (self->call, &words, error) && check_all (self, &words, error);
}

static gboolean
end (const Check *self, GError **error)
{
  if (sgn_cli_call_has (self->call, "json"))
    sgn_cli_print_json (self->findings);
  if (self->refusals == 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u finding stops the printing. Mend it, then check again.",
                            "%u findings stop the printing. Mend them, then check again.",
                            self->refusals),
               self->refusals);
  return FALSE;
}

static gboolean
run_check (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  g_autoptr (json_t) findings = json_array ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { cli, call, findings, told, 0 };

  return sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_READ, error) &&
         check_what_was_said (&check, sgn_cli_call_get_word (call, 1), error) &&
         end (&check, error);
}

static const SgnCliOption options[] = {
  { "language", "ja|en", N_ ("the language of the sheet; else ja") },
  { "audience", "internal|partner", N_ ("who will read it; else internal") },
  { "assessment", "N", N_ ("another assessment than the newest of the company") },
  { "with-unmet", NULL, N_ ("for partners: list what is not met, too") },
  { "level", "★3|★4", N_ ("up to which level, for criteria that have levels; else as aimed at") },
  SGN_CLI_OPTION_JSON,
  { NULL },
};

const SgnCliCommand sgn_cli_document_check = {
  .name = "document check",
  .usage = "FILE [DOCUMENT] [--language ja|en] [--audience internal|partner] [--assessment N] "
           "[--with-unmet] [--level LEVEL] [--json]",
  .summary = N_ ("list what stands in the way of printing: letters no font has, and claims"),
  .options = options,
  .min_words = 1,
  .max_words = 2,
  .run = run_check,
};
