/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-date.h"
#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-export.h"
#include "sgn-output.h"
#include "sgn-session-private.h"

typedef struct {
  SgnSheetRequest words;
  char *document;
  char *format;
  char *path;
  char *issued;
} SheetRequest;

static void
sheet_request_free (SheetRequest *request)
{
  g_free (request->document);
  g_free (request->format);
  g_free (request->path);
  g_free (request->issued);
  g_free (request);
}

static SheetRequest *
sheet_request_new (const SgnSheetRequest *words)
{
  SheetRequest *request = g_new0 (SheetRequest, 1);

  request->words = *words;
  request->document = g_strdup (words->projection.document);
  request->format = g_strdup (words->format);
  request->path = g_strdup (words->path);
  request->issued = g_strdup (words->issued);
  request->words.projection.document = request->document;
  request->words.format = request->format;
  request->words.path = request->path;
  request->words.issued = request->issued;

  return request;
}

void
sgn_sheet_result_free (SgnSheetResult *self)
{
  g_free (self->number);
  g_free (self->record_hash);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/* A sheet on its way: what it is made from and under which number. */
typedef struct {
  const SgnDocument *document;
  json_t *projection;
  char *record_hash;
  char *number; /* (nullable) */
  char *issued;
  gboolean new_number;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->projection, json_decref);
  g_clear_pointer (&draft->record_hash, g_free);
  g_clear_pointer (&draft->number, g_free);
  g_clear_pointer (&draft->issued, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static const char *
options_of (const SgnProjectionRequest *request)
{
  return request->audience == SGN_AUDIENCE_PARTNER && request->with_unmet ? "with-unmet" : "";
}

static gboolean
is_same_issue (const SgnIssue *issue, const SgnProjectionRequest *request, const Draft *draft)
{
  return strcmp (issue->document, request->document) == 0 &&
         strcmp (issue->audience, sgn_audience_to_key (request->audience)) == 0 &&
         strcmp (issue->language, sgn_language_to_code (request->language)) == 0 &&
         strcmp (issue->options, options_of (request)) == 0 &&
         strcmp (issue->issued_at, draft->issued) == 0 &&
         strcmp (issue->record_hash, draft->record_hash) == 0;
}

/* PREFIX-YEAR-NNNN, one series a prefix and year of issue. */
static char *
next_number (const SgnRecord *record, const char *prefix, const char *issued)
{
  g_autofree char *stem = g_strdup_printf ("%s-%.4s-", prefix, issued);
  guint64 last = 0;

  for (guint i = 0; i < record->issues->len; i++) {
    const SgnIssue *issue = g_ptr_array_index (record->issues, i);

    if (g_str_has_prefix (issue->number, stem))
      last = MAX (last, g_ascii_strtoull (issue->number + strlen (stem), NULL, 10));
  }

  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT, stem, last + 1);
}

static void
find_number (SgnDesk *desk, const SgnProjectionRequest *request, Draft *draft)
{
  if (sgn_company_file_is_read_only (desk->file))
    return;

  for (guint i = 0; i < desk->record->issues->len; i++) {
    const SgnIssue *issue = g_ptr_array_index (desk->record->issues, i);

    if (is_same_issue (issue, request, draft)) {
      draft->number = g_strdup (issue->number);
      return;
    }
  }

  draft->number = next_number (desk->record, draft->document->prefix, draft->issued);
  draft->new_number = TRUE;
}

static gboolean
make_draft (SgnDesk *desk,
            const SgnProjectionRequest *request,
            const char *issued,
            Draft *draft,
            GError **error)
{
  if (!sgn_desk_check_open (desk, error))
    return FALSE;

  draft->document = sgn_documents_find (desk->library->documents, request->document);
  if (draft->document == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no document “%s”. See which there are with “sengen document list”."),
                 request->document);
    return FALSE;
  }
  if (!sgn_document_has_audience (draft->document, request->audience)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is not made for this audience."),
                 request->document);
    return FALSE;
  }
  if (issued != NULL && !sgn_time_is_valid (issued)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is not a time of issue. Write it as 2026-11-23T10:00:00+09:00."), issued);
    return FALSE;
  }

  draft->projection = sgn_projection_new (desk->library, desk->record, request, error);
  if (draft->projection == NULL)
    return FALSE;

  draft->issued = issued != NULL ? g_strdup (issued) : sgn_clock_now (desk->clock);
  draft->record_hash = sgn_digest_of_json (draft->projection);
  find_number (desk, request, draft);

  return TRUE;
}

static SgnPages *
lay_out (SgnDesk *desk, const SgnSheetRequest *request, const Draft *draft, GError **error)
{
  const SgnSheet sheet = {
    .document = draft->document,
    .documents = desk->library->documents,
    .language = request->projection.language,
    .audience = request->projection.audience,
    .projection = draft->projection,
    .record_hash = draft->record_hash,
    .number = draft->number,
    .issued = draft->issued,
    .program = PACKAGE_VERSION,
    .training = request->training,
  };

  return sgn_pages_new (&sheet, error);
}

/* The words of people that will be printed: claims about a star or a scheme are warned of, in the
 * policy refused. */
static void
check_words (SgnDesk *desk,
             const json_t *node,
             const char *field,
             gboolean policy,
             SgnLanguage language,
             GPtrArray *findings)
{
  const char *key;
  json_t *value;
  size_t index;

  if (json_is_string (node)) {
    sgn_wording_check (desk->library->wording, field, json_string_value (node), policy, language,
                       findings);
  } else if (json_is_object (node)) {
    json_object_foreach ((json_t *) node, key, value)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", field, key);
      check_words (desk, value, place, policy, language, findings);
    }
  } else {
    json_array_foreach (node, index, value)
    {
      const char *name = sgn_json_string (value, "item");
      g_autofree char *place = name != NULL ? g_strdup_printf ("%s.%s", field, name)
                                            : g_strdup_printf ("%s.%zu", field, index);
      check_words (desk, value, place, policy, language, findings);
    }
  }
}

static GPtrArray *
find_wording (SgnDesk *desk, const Draft *draft)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  const json_t *answers =
    json_object_get (json_object_get (draft->projection, "answers"), "answers");
  const json_t *policy = json_object_get (json_object_get (draft->projection, "policy"), "parts");
  const json_t *places = json_object_get (draft->projection, "places");
  const SgnLanguage languages[] = { SGN_LANGUAGE_JA, SGN_LANGUAGE_EN };

  /* People mix both languages whatever the language of the sheet. */
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    check_words (desk, answers, "answers", FALSE, languages[i], findings);
    check_words (desk, policy, "policy", TRUE, languages[i], findings);
    check_words (desk, places, "places", FALSE, languages[i], findings);
  }

  return findings;
}

static void
add_findings (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (from, i);

    g_ptr_array_add (to, sgn_finding_new (finding->severity, finding->code, finding->field,
                                          finding->message));
  }
}

static GBytes *
make_pdf (SgnDesk *desk,
          const SgnSheetRequest *request,
          const Draft *draft,
          SgnSheetResult *result,
          GError **error)
{
  g_autoptr (SgnPages) pages = lay_out (desk, request, draft, error);
  g_autofree char *json = NULL;
  g_autoptr (GBytes) attachment = NULL;
  const SgnFinding *refusal;

  if (pages == NULL)
    return NULL;

  add_findings (result->findings, sgn_pages_get_findings (pages));
  refusal = sgn_findings_get_refusal (result->findings);
  if (refusal != NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK, refusal->message);
    return NULL;
  }

  result->pages = sgn_pages_get_n_pages (pages);
  json = sgn_json_to_canonical (draft->projection);
  attachment = g_bytes_new (json, strlen (json));

  return sgn_pages_to_pdf (pages, attachment, error);
}

static GBytes *
make_bytes (SgnDesk *desk,
            const SgnSheetRequest *request,
            const Draft *draft,
            SgnSheetResult *result,
            GError **error)
{
  if (!sgn_document_has_format (draft->document, request->format)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is not made as %s."),
                 draft->document->id, request->format);
    return NULL;
  }
  if (strcmp (request->format, "json") == 0)
    return sgn_export_json (draft->projection, error);
  if (strcmp (request->format, "csv") == 0)
    return sgn_export_csv (draft->projection, error);

  return make_pdf (desk, request, draft, result, error);
}

static gboolean
put_issue (SgnDesk *desk, const SgnProjectionRequest *request, const Draft *draft, GError **error)
{
  const SgnIssue issue = {
    .number = draft->number,
    .document = (char *) request->document,
    .audience = (char *) sgn_audience_to_key (request->audience),
    .language = (char *) sgn_language_to_code (request->language),
    .options = (char *) options_of (request),
    .issued_at = draft->issued,
    .record_hash = draft->record_hash,
  };

  return sgn_desk_put (desk, SGN_KIND_ISSUE, draft->number, sgn_issue_to_row (&issue), error);
}

/* The number is taken and the file written in one act: either both are there afterwards or neither.
 */
static gboolean
issue (SgnDesk *desk,
       const SgnSheetRequest *request,
       const Draft *draft,
       GBytes *bytes,
       GError **error)
{
  gboolean ok;

  if (!draft->new_number)
    return sgn_output_write (request->path, bytes, request->replace, error);

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ISSUE, desk->author, error) &&
       put_issue (desk, &request->projection, draft, error) &&
       sgn_output_write (request->path, bytes, request->replace, error);
  if (!ok)
    return sgn_desk_end_act (desk, FALSE, error);
  if (sgn_desk_end_act (desk, TRUE, error))
    return TRUE;

  g_unlink (request->path);
  return FALSE;
}

static gpointer
do_write (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnSheetRequest *request = &((SheetRequest *) data)->words;
  g_auto (Draft) draft = { 0 };
  g_autoptr (SgnSheetResult) result = g_new0 (SgnSheetResult, 1);
  g_autoptr (GBytes) bytes = NULL;

  if (!make_draft (desk, &request->projection, request->issued, &draft, error))
    return NULL;

  result->findings = find_wording (desk, &draft);
  bytes = make_bytes (desk, request, &draft, result, error);
  if (bytes == NULL || !issue (desk, request, &draft, bytes, error))
    return NULL;

  result->number = g_strdup (draft.number);
  result->record_hash = g_strdup (draft.record_hash);

  return g_steal_pointer (&result);
}

/**
 * sgn_session_write_sheet_async:
 * @self: a session with an open file
 * @request: which sheet, how and where; copied
 * @callback: called when the file is there, or is known not to be
 * @user_data: data for @callback
 *
 * Issues a sheet: checks it, gives it a number and writes it. The same record, document, audience,
 * language and time of issue give the same number and the same bytes. From a read-only file it is a
 * copy without a number.
 */
void
sgn_session_write_sheet_async (SgnSession *self,
                               const SgnSheetRequest *request,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_write, sheet_request_new (request), (GDestroyNotify) sheet_request_free,
                       (GDestroyNotify) sgn_sheet_result_free, sgn_session_write_sheet_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_write_sheet_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was written, or %NULL: SGN_ERROR_CHECK when a finding refuses,
 * SGN_ERROR_NOT_YET when the sheet cannot be made yet, SGN_ERROR_UNWRITABLE or SGN_ERROR_EXISTS
 * when the place will not do
 */
SgnSheetResult *
sgn_session_write_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_write_sheet_async, error);
}

static gpointer
do_preview (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnSheetRequest *request = &((SheetRequest *) data)->words;
  g_auto (Draft) draft = { 0 };
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GPtrArray) wording = NULL;

  if (!make_draft (desk, &request->projection, NULL, &draft, error))
    return NULL;

  pages = lay_out (desk, request, &draft, error);
  if (pages == NULL)
    return NULL;

  wording = find_wording (desk, &draft);
  add_findings (sgn_pages_get_findings (pages), wording);

  return g_steal_pointer (&pages);
}

void
sgn_session_preview_async (SgnSession *self,
                           const SgnProjectionRequest *request,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const SgnSheetRequest words = { .projection = *request };
  const SgnAct act = { do_preview, sheet_request_new (&words), (GDestroyNotify) sheet_request_free,
                       (GDestroyNotify) sgn_pages_unref, sgn_session_preview_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_preview_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the sheet with all its findings, or %NULL: SGN_ERROR_NOT_YET when it
 * cannot be made yet
 */
SgnPages *
sgn_session_preview_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_preview_async, error);
}
