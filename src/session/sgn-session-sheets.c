/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sgn-date.h"
#include "sgn-draft-private.h"
#include "sgn-error.h"
#include "sgn-file-name.h"
#include "sgn-output.h"

/* How each sheet is written, as far as it can be. */
static const char *const formats[] = { "pdf", "xlsx" };

typedef struct {
  SgnSheetsRequest words;
  char *recipient;
  char *folder;
  char *issued;
} SheetsRequest;

static void
sheets_request_free (SheetsRequest *request)
{
  g_free (request->recipient);
  g_free (request->folder);
  g_free (request->issued);
  g_free (request);
}

static SheetsRequest *
sheets_request_new (const SgnSheetsRequest *words)
{
  SheetsRequest *request = g_new0 (SheetsRequest, 1);

  request->words = *words;
  request->recipient = g_strdup (words->recipient);
  request->folder = g_strdup (words->folder);
  request->issued = g_strdup (words->issued);
  request->words.recipient = request->recipient;
  request->words.folder = request->folder;
  request->words.issued = request->issued;
  return request;
}

/**
 * sgn_sheets_result_free:
 * @self: (transfer full): a result
 */
void
sgn_sheets_result_free (SgnSheetsResult *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static SgnSheetsResult *
sheets_result_new (void)
{
  SgnSheetsResult *self = g_new0 (SgnSheetsResult, 1);

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  return self;
}

/* The sheets on their way into their folder: on the disk, without their names yet. */
typedef struct {
  SgnDesk *desk;
  const SgnSheetsRequest *request;
  char *issued;
  gboolean made;        /* whether the folder is ours */
  GPtrArray *documents; /* of SgnDocument: those that can be made */
  GPtrArray *drafts;    /* of SgnDraft */
  GPtrArray *outputs;   /* of SgnOutput, as many as there are files in @result */
  GHashTable *told;     /* findings that were told of: "field message" */
  SgnSheetsResult *result;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->issued, g_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  g_clear_pointer (&self->result, sgn_sheets_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static void
output_free (gpointer output)
{
  if (output != NULL)
    sgn_output_free (output);
}

static void
writing_init (Writing *self)
{
  const char *issued = self->request->issued;

  self->issued = issued != NULL ? g_strdup (issued) : sgn_clock_now (self->desk->clock);
  self->documents = g_ptr_array_new ();
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_draft_free);
  self->outputs = g_ptr_array_new_with_free_func (output_free);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->result = sheets_result_new ();
}

static SgnProjectionRequest
request_projection (const Writing *self, const char *document)
{
  const SgnProjectionRequest projection = {
    .document = document,
    .audience = self->request->audience,
    .language = self->request->language,
    .with_unmet = self->request->with_unmet,
  };

  return projection;
}

/* (nullable): why @document cannot be made yet */
static char *
dup_obstacle (const Writing *self, const char *document)
{
  const SgnProjectionRequest projection = request_projection (self, document);

  return sgn_projection_dup_obstacle (self->desk->library, self->desk->record, &projection);
}

/* The same sheets as files make up a set: what stops the one stops the other. */
static gboolean
choose_documents (Writing *self, GError **error)
{
  g_autoptr (GPtrArray) all =
    sgn_projection_list_set (self->desk->library, self->request->audience);
  g_autofree char *none = dup_obstacle (self, "audit-set");

  if (none != NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET, none);
    return FALSE;
  }
  for (guint i = 0; i < all->len; i++) {
    SgnDocument *document = all->pdata[i];
    g_autofree char *obstacle = dup_obstacle (self, document->id);

    if (obstacle == NULL)
      g_ptr_array_add (self->documents, document);
    else
      g_ptr_array_add (self->result->missing,
                       g_strdup (sgn_text_get (&document->menu, sgn_language_of_user ())));
  }
  return TRUE;
}

static guint
count_files (const Writing *self)
{
  guint n = 0;

  for (guint i = 0; i < self->documents->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (formats); k++)
      n += sgn_document_has_format (self->documents->pdata[i], formats[k]);
  return n;
}

/* 01_自社診断の結果.pdf, or self-check-result.pdf; @place: in the order of the set, from 1 */
static char *
make_name (const Writing *self, const SgnDocument *document, guint place, const char *format)
{
  g_autofree char *title = NULL;

  if (!self->request->titled)
    return g_strdup_printf ("%s.%s", document->id, format);

  title =
    sgn_file_name_make (sgn_text_get (&document->menu, self->request->language), document->id);
  return g_strdup_printf ("%02u_%s.%s", place, title, format);
}

/* The same field stands on many sheets, and is told of once. */
static void
tell_findings (Writing *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const SgnFinding *finding = findings->pdata[i];

    if (g_hash_table_add (self->told, g_strconcat (finding->field, " ", finding->message, NULL)))
      g_ptr_array_add (self->result->findings, sgn_finding_copy (finding));
  }
}

static gboolean
prepare_file (Writing *self, SgnDraft *draft, const char *format, GError **error)
{
  g_autofree char *name = make_name (self, draft->document, self->drafts->len, format);
  g_autofree char *path = g_build_filename (self->request->folder, name, NULL);
  const SgnSheetRequest request = {
    .projection = request_projection (self, draft->document->id),
    .format = format,
    .path = path,
    .training = self->request->training,
  };
  g_autoptr (SgnSheetResult) result = g_new0 (SgnSheetResult, 1);
  g_autoptr (GBytes) bytes = NULL;
  SgnOutput *output;

  if (!sgn_work_begin (self->desk->work, sgn_draft_get_title (draft), error))
    return FALSE;
  result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  bytes = sgn_draft_make_bytes (self->desk, &request, draft, result, error);
  output = bytes != NULL ? sgn_output_prepare (path, bytes, FALSE, error) : NULL;
  if (output == NULL)
    return FALSE;

  g_ptr_array_add (self->outputs, output);
  g_ptr_array_add (self->result->files, g_steal_pointer (&name));
  tell_findings (self, result->findings);
  return TRUE;
}

/* One number for all files of a sheet. */
static gboolean
prepare_sheet (Writing *self, const SgnDocument *document, GError **error)
{
  const SgnProjectionRequest projection = request_projection (self, document->id);
  SgnDraft *draft = g_new0 (SgnDraft, 1);
  g_autoptr (GPtrArray) wording = NULL;

  g_ptr_array_add (self->drafts, draft);
  if (!sgn_draft_make (self->desk, &projection, self->issued, draft, error))
    return FALSE;
  wording = sgn_draft_find_wording (self->desk, draft);
  if (!sgn_draft_check_findings (wording, error))
    return FALSE;

  tell_findings (self, wording);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (sgn_document_has_format (document, formats[i]) &&
        !prepare_file (self, draft, formats[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_outputs (const Writing *self, GError **error)
{
  for (guint i = 0; i < self->outputs->len; i++)
    if (!sgn_output_check (self->outputs->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
prepare_all (Writing *self, GError **error)
{
  sgn_work_count (self->desk->work, SGN_PROGRESS_FILES, count_files (self), 1);
  for (guint i = 0; i < self->documents->len; i++)
    if (!prepare_sheet (self, self->documents->pdata[i], error))
      return FALSE;
  return sgn_work_check (self->desk->work, error) && check_outputs (self, error);
}

static gboolean
put_all_issues (Writing *self, GError **error)
{
  for (guint i = 0; i < self->drafts->len; i++) {
    const SgnDraft *draft = self->drafts->pdata[i];
    SgnProjectionRequest projection = request_projection (self, draft->document->id);

    projection.recipient = self->request->recipient;
    if (draft->new_number && !sgn_draft_put_issues (self->desk, &projection, draft, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_new_numbers (const Writing *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (((SgnDraft *) self->drafts->pdata[i])->new_number)
      return TRUE;
  return FALSE;
}

/* All numbers in one act. */
static gboolean
issue_all (Writing *self, GError **error)
{
  SgnDesk *desk = self->desk;
  gboolean ok;

  if (!has_new_numbers (self))
    return TRUE;
  ok = sgn_company_file_begin (desk->file, SGN_ACT_ISSUE, desk->author, error) &&
       put_all_issues (self, error);
  return sgn_desk_end_act (desk, ok, error);
}

static gboolean
place_all (Writing *self, GError **error)
{
  for (guint i = 0; i < self->outputs->len; i++)
    if (!sgn_output_finish (g_steal_pointer (&self->outputs->pdata[i]), error))
      return FALSE;
  return TRUE;
}

/* The folder as it was before: half a set would look like a whole one. */
static void
take_away (Writing *self)
{
  for (guint i = 0; i < self->outputs->len; i++) {
    g_autofree char *path =
      g_build_filename (self->request->folder, self->result->files->pdata[i], NULL);

    if (self->outputs->pdata[i] == NULL)
      g_unlink (path);
  }
  g_ptr_array_set_size (self->outputs, 0);
  if (self->made)
    g_rmdir (self->request->folder);
}

static gpointer
do_write (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnSheetsRequest *request = &((SheetsRequest *) data)->words;
  g_auto (Writing) self = { .desk = desk, .request = request };

  if (!sgn_desk_check_open (desk, error) || !sgn_draft_check_issued (request->issued, error))
    return NULL;
  writing_init (&self);
  if (!choose_documents (&self, error))
    return NULL;

  self.made = !g_file_test (request->folder, G_FILE_TEST_EXISTS);
  if (!sgn_output_make_folder (request->folder, 0777, error))
    return NULL;
  if (!prepare_all (&self, error) || !issue_all (&self, error) || !place_all (&self, error)) {
    take_away (&self);
    return NULL;
  }
  return g_steal_pointer (&self.result);
}

/**
 * sgn_session_write_sheets_async:
 * @self: a session with an open file
 * @request: for whom, how and where; copied
 * @callback: called when all files are there, or none is
 * @user_data: data for @callback
 *
 * Issues all sheets for an audience that can be made yet, at one time, as files of their own: the
 * sheets that the document "audit-set" binds, and under the same numbers. All of it is one act:
 * when one cannot be written, or the act is cancelled, no file stays, the folder is as it was
 * before, and no number is taken. Once the numbers are on record it is too late to cancel.
 */
void
sgn_session_write_sheets_async (SgnSession *self,
                                const SgnSheetsRequest *request,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const SgnAct act = {
    do_write,
    sheets_request_new (request),
    (GDestroyNotify) sheets_request_free,
    (GDestroyNotify) sgn_sheets_result_free,
    sgn_session_write_sheets_async,
    sgn_work_new (request->cancellable, request->progress, request->progress_data),
  };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_write_sheets_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was written, or %NULL: SGN_ERROR_NOT_YET when there is no sheet to
 * write yet, SGN_ERROR_CHECK when a finding refuses one, SGN_ERROR_EXISTS for a folder that is not
 * empty, SGN_ERROR_UNWRITABLE when there is no room, G_IO_ERROR_CANCELLED
 */
SgnSheetsResult *
sgn_session_write_sheets_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_write_sheets_async, error);
}
