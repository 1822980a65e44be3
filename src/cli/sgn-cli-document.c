/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sgn-cli-commands.h"
#include "sgn-cli-watch.h"
#include "sgn-date.h"
#include "sgn-error.h"

static json_t *
texts_to_json (char **texts)
{
  json_t *list = json_array ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_append_new (list, json_string (texts[i]));
  return list;
}

static json_t *
describe (const SgnDocument *document)
{
  json_t *json = json_object ();
  json_t *title = json_object ();

  sgn_json_set_string (title, "ja", document->title.ja);
  sgn_json_set_string (title, "en", document->title.en);
  sgn_json_set_string (json, "id", document->id);
  json_object_set_new (json, "title", title);
  json_object_set_new (json, "formats", texts_to_json (document->formats));
  json_object_set_new (json, "audiences", texts_to_json (document->audiences));
  if (document->variants[0] != NULL)
    json_object_set_new (json, "variants", texts_to_json (document->variants));
  return json;
}

static void
print_document (const SgnDocument *document)
{
  g_autofree char *formats = g_strjoinv (" ", document->formats);
  g_autofree char *audiences = g_strjoinv (" ", document->audiences);

  sgn_cli_print ("%-22s %-14s %-18s %s\n", document->id, formats, audiences,
                 sgn_text_get (&document->title, sgn_language_of_user ()));
}

static gboolean
run_list (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  GPtrArray *documents = sgn_documents_get_all (cli->library->documents);
  g_autoptr (json_t) list = json_array ();

  for (guint i = 0; i < documents->len; i++)
    if (sgn_cli_call_has (call, "json"))
      json_array_append_new (list, describe (g_ptr_array_index (documents, i)));
    else
      print_document (g_ptr_array_index (documents, i));
  if (sgn_cli_call_has (call, "json"))
    sgn_cli_print_json (list);
  return TRUE;
}

SgnSheetResult *
sgn_cli_write_sheet (SgnCli *cli, const SgnSheetRequest *request, GError **error)
{
  g_auto (SgnCliWatch) watch = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  SgnSheetRequest watched = *request;

  sgn_cli_watch_init (&watch, cli);
  watched.cancellable = watch.cancellable;
  watched.progress = sgn_cli_watch_progress_cb;
  watched.progress_data = &watch;
  sgn_session_write_sheet_async (cli->session, &watched, sgn_cli_done_cb, cli);
  result = sgn_cli_wait (cli);
  return sgn_session_write_sheet_finish (cli->session, result, error);
}

/* What is not said follows from the name of the file, as far as it has one of our endings: also one
 * that this document has not, which is then said. */
static const char *
find_format (const SgnCliCall *call)
{
  static const char *const formats[] = { "pdf", "xlsx", "csv", "json", NULL };
  const char *format = sgn_cli_call_get (call, "format");
  const char *ending = strrchr (sgn_cli_call_get (call, "output"), '.');

  if (format != NULL)
    return format;
  if (ending != NULL && g_strv_contains (formats, ending + 1))
    return ending + 1;
  return "pdf";
}

static gboolean
set_no_choice (const char *option, const char *typed, const char *choices, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("--%s cannot be “%s” here. Choose one of %s."),
               option, typed, choices);
  return FALSE;
}

gboolean
sgn_cli_read_language (const SgnCliCall *call, SgnLanguage *language, GError **error)
{
  const char *code = sgn_cli_call_get (call, "language");

  return code == NULL || sgn_language_from_code (code, language) ||
         set_no_choice ("language", code, "ja, en", error);
}

gboolean
sgn_cli_read_audience (const SgnCliCall *call,
                       const char *choices,
                       SgnAudience *audience,
                       GError **error)
{
  const char *key = sgn_cli_call_get (call, "audience");

  return key == NULL || sgn_audience_from_key (key, audience) ||
         set_no_choice ("audience", key, choices, error);
}

gboolean
sgn_cli_read_issued (const SgnCliCall *call, const char **issued, GError **error)
{
  *issued = sgn_cli_call_get (call, "issued");
  if (*issued == NULL || sgn_time_is_valid (*issued))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is not a time of issue. Write it as 2026-11-23T10:00:00+09:00."), *issued);
  return FALSE;
}

gboolean
sgn_cli_read_projection (const SgnDocument *document,
                         const SgnCliCall *call,
                         SgnProjectionRequest *request,
                         GError **error)
{
  g_autofree char *audiences = g_strjoinv (", ", document->audiences);

  request->document = document->id;
  request->with_unmet = sgn_cli_call_has (call, "with-unmet");
  request->variant = sgn_cli_call_get (call, "variant");
  request->level = sgn_cli_call_get (call, "level");
  request->recipient = sgn_cli_call_get (call, "recipient");
  if (!sgn_cli_read_language (call, &request->language, error) ||
      !sgn_cli_read_assessment (sgn_cli_call_get (call, "assessment"), &request->assessment,
                                error) ||
      !sgn_cli_read_audience (call, audiences, &request->audience, error))
    return FALSE;
  if (!sgn_document_has_audience (document, request->audience))
    return set_no_choice ("audience", sgn_audience_to_key (request->audience), audiences, error);
  return TRUE;
}

static gboolean
read_request (const SgnDocument *document,
              const SgnCliCall *call,
              SgnSheetRequest *request,
              GError **error)
{
  g_autofree char *formats = g_strjoinv (", ", document->formats);

  request->path = sgn_cli_call_get (call, "output");
  request->format = find_format (call);
  if (!sgn_document_has_format (document, request->format))
    return set_no_choice ("format", request->format, formats, error);
  return sgn_cli_read_projection (document, call, &request->projection, error) &&
         sgn_cli_read_issued (call, &request->issued, error);
}

const SgnDocument *
sgn_cli_find_document (SgnCli *cli, const char *id, GError **error)
{
  const SgnDocument *document = sgn_documents_find (cli->library->documents, id);

  if (document == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no document “%s”. See which there are with “sengen document list”."),
                 id);
  return document;
}

/* What stands where the number does: a copy has none, some documents never get one. */
static const char *
get_number (const SgnDocument *document, const SgnSheetResult *result)
{
  if (result->number != NULL)
    return result->number;
  return document->prefix != NULL ? "copy" : document->id;
}

static void
acknowledge (const SgnDocument *document,
             const SgnSheetRequest *request,
             const SgnSheetResult *result)
{
  const char *number = get_number (document, result);

  if (result->pages > 0)
    sgn_cli_acknowledge ("%s, %u %s, %s", number, result->pages,
                         result->pages == 1 ? "page" : "pages", request->path);
  else
    sgn_cli_acknowledge ("%s, %s", number, request->path);
}

static gboolean
run_write (SgnCli *cli, const SgnCliCall *call, GError **error)
{
  const SgnDocument *document = sgn_cli_find_document (cli, sgn_cli_call_get_word (call, 1), error);
  SgnSheetRequest request = { .replace = TRUE };
  g_autoptr (SgnSheetResult) result = NULL;

  if (document == NULL || !read_request (document, call, &request, error) ||
      !sgn_session_check_sheet_path (request.path, error) ||
      !sgn_cli_open (cli, sgn_cli_call_get_word (call, 0), SGN_OPEN_WRITE_OR_READ, error))
    return FALSE;

  result = sgn_cli_write_sheet (cli, &request, error);
  if (result == NULL)
    return FALSE;

  acknowledge (document, &request, result);
  sgn_cli_complain_of (result->findings);
  return TRUE;
}

static const SgnCliOption list_options[] = {
  SGN_CLI_OPTION_JSON,
  { NULL },
};

static const SgnCliOption write_options[] = {
  { "output", "PATH", N_ ("the file to write; an older sheet there is replaced"), SGN_CLI_NEEDED },
  { "format", "pdf|xlsx|csv|json", N_ ("how; else by the ending of the file, else pdf") },
  { "language", "ja|en", N_ ("the language of the sheet; else ja") },
  { "audience", "internal|partner", N_ ("who will read it; else internal") },
  { "assessment", "N", N_ ("another assessment than the newest of the company") },
  { "with-unmet", NULL, N_ ("for partners: list what is not met, too") },
  { "variant", "NAME", N_ ("paper and setting, for a document that has several") },
  { "level", "★3|★4", N_ ("up to which level, for criteria that have levels; else as aimed at") },
  { "recipient", "TEXT", N_ ("who gets it, or is to fill it in; printed on it") },
  { "issued", "TIME", N_ ("the time of issue, as 2026-11-20T16:42:00+09:00; else now") },
  { NULL },
};

const SgnCliCommand sgn_cli_document_list = {
  .name = "document list",
  .usage = "[--json]",
  .summary = N_ ("list the documents that can be written"),
  .options = list_options,
  .run = run_list,
};

const SgnCliCommand sgn_cli_document_write = {
  .name = "document write",
  .usage = "FILE DOCUMENT --output PATH [--format pdf|xlsx|csv|json] [--language ja|en] "
           "[--audience internal|partner] [--assessment N] [--with-unmet] [--variant NAME] "
           "[--level LEVEL] [--recipient TEXT] [--issued TIME]",
  .summary = N_ ("write a document, with a number and its record attached"),
  .min_words = 2,
  .max_words = 2,
  .options = write_options,
  .run = run_write,
};
