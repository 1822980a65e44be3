/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-draft-private.h"
#include "sgn-error.h"
#include "sgn-output.h"
#include "sgn-projection-request.h"

typedef struct {
  SgnSheetRequest words;
  SgnProjectionRequest *projection;
  char *format;
  char *path;
  char *issued;
} SheetRequest;

static void
sheet_request_free (SheetRequest *request)
{
  sgn_projection_request_free (request->projection);
  g_free (request->format);
  g_free (request->path);
  g_free (request->issued);
  g_free (request);
}

static SheetRequest *
sheet_request_new (const SgnSheetRequest *words)
{
  SheetRequest *request = g_new0 (SheetRequest, 1);

  request->projection = sgn_projection_request_copy (&words->projection);
  request->format = g_strdup (words->format);
  request->path = g_strdup (words->path);
  request->issued = g_strdup (words->issued);
  request->words = *words;
  request->words.projection = *request->projection;
  request->words.format = request->format;
  request->words.path = request->path;
  request->words.issued = request->issued;

  return request;
}

/**
 * sgn_sheet_result_free:
 * @self: (transfer full): a result
 */
void
sgn_sheet_result_free (SgnSheetResult *self)
{
  g_free (self->number);
  g_free (self->record_hash);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/* The content is on the disk before its number is put on record, and gets its name only afterwards:
 * no sheet is ever there without its number, and an older one is replaced at the very end. */
static gboolean
issue (SgnDesk *desk,
       const SgnSheetRequest *request,
       const SgnDraft *draft,
       GBytes *bytes,
       GError **error)
{
  g_autoptr (SgnOutput) output = sgn_output_prepare (request->path, bytes, request->replace, error);

  if (output == NULL || !sgn_work_check (desk->work, error) || !sgn_output_check (output, error) ||
      !sgn_draft_issue (desk, &request->projection, draft, error))
    return FALSE;

  return sgn_output_finish (g_steal_pointer (&output), error);
}

/**
 * sgn_session_check_sheet_path:
 * @path: where a sheet is to go
 * @error: return location
 *
 * A sheet may replace an older sheet, never a record: neither the open one nor a copy. Asked again
 * when the sheet is written; here for those who want to know before they open a file.
 *
 * Returns: %FALSE with SGN_ERROR_EXISTS when a company file is there
 */
gboolean
sgn_session_check_sheet_path (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!sgn_company_file_is_database (path))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_EXISTS,
               _ ("“%s” is a company file and is never overwritten. Choose another name."), name);
  return FALSE;
}

static gpointer
do_write (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnSheetRequest *request = &((SheetRequest *) data)->words;
  g_auto (SgnDraft) draft = { 0 };
  g_autoptr (SgnSheetResult) result = g_new0 (SgnSheetResult, 1);
  g_autoptr (GBytes) bytes = NULL;

  if (!sgn_session_check_sheet_path (request->path, error) ||
      !sgn_draft_make (desk, &request->projection, request->issued, &draft, error) ||
      !sgn_work_begin (desk->work, sgn_draft_get_title (&draft), error))
    return NULL;

  result->findings = sgn_draft_find_wording (desk, &draft);
  if (!sgn_draft_check_findings (result->findings, error))
    return NULL;
  bytes = sgn_draft_make_bytes (desk, request, &draft, result, error);
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
 * copy without a number. When it is cancelled nothing was written, no number taken and nothing put
 * on record; once its number is on record it is too late for that, and the file is there.
 */
void
sgn_session_write_sheet_async (SgnSession *self,
                               const SgnSheetRequest *request,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = {
    do_write,
    sheet_request_new (request),
    (GDestroyNotify) sheet_request_free,
    (GDestroyNotify) sgn_sheet_result_free,
    sgn_session_write_sheet_async,
    sgn_work_new (request->cancellable, request->progress, request->progress_data),
  };

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
 * when the place will not do, G_IO_ERROR_CANCELLED
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
  g_auto (SgnDraft) draft = { 0 };
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GPtrArray) wording = NULL;

  if (!sgn_draft_make (desk, &request->projection, NULL, &draft, error))
    return NULL;

  pages = sgn_draft_make_pages (desk, request, &draft, error);
  if (pages == NULL)
    return NULL;

  wording = sgn_draft_find_wording (desk, &draft);
  sgn_draft_add_findings (sgn_pages_get_findings (pages), wording);

  return g_steal_pointer (&pages);
}

/**
 * sgn_session_preview_async:
 * @self: a session with an open file
 * @request: which sheet; copied
 * @cancellable: (nullable): for who does not want to see it any more; other acts wait for it
 * @callback: called when the sheet is laid out
 * @user_data: data for @callback
 *
 * Lays a sheet out without issuing it; the number on it is the one it would get now. End with
 * sgn_session_preview_finish().
 */
void
sgn_session_preview_async (SgnSession *self,
                           const SgnProjectionRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const SgnSheetRequest words = { .projection = *request };
  const SgnAct act = { do_preview,
                       sheet_request_new (&words),
                       (GDestroyNotify) sheet_request_free,
                       (GDestroyNotify) sgn_pages_unref,
                       sgn_session_preview_async,
                       sgn_work_new (cancellable, NULL, NULL) };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_preview_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the sheet with all its findings, or %NULL: SGN_ERROR_NOT_YET when it
 * cannot be made yet, G_IO_ERROR_CANCELLED
 */
SgnPages *
sgn_session_preview_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_preview_async, error);
}

static gpointer
do_check (SgnDesk *desk, gpointer data, GError **error)
{
  g_autoptr (SgnPages) pages = do_preview (desk, data, error);

  return pages != NULL ? g_ptr_array_ref (sgn_pages_get_findings (pages)) : NULL;
}

/**
 * sgn_session_check_sheet_async:
 * @self: a session with an open file
 * @request: which sheet; copied
 * @callback: called when it was looked through
 * @user_data: data for @callback
 *
 * Looks a sheet through as before printing, without issuing it: characters that no font has, and
 * claims about a star or a scheme. End with sgn_session_check_sheet_finish().
 */
void
sgn_session_check_sheet_async (SgnSession *self,
                               const SgnProjectionRequest *request,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnSheetRequest words = { .projection = *request };
  const SgnAct act = { do_check, sheet_request_new (&words), (GDestroyNotify) sheet_request_free,
                       (GDestroyNotify) g_ptr_array_unref, sgn_session_check_sheet_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_check_sheet_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type SgnFinding): what was found, each naming its field, or
 *   %NULL: SGN_ERROR_NOT_YET when the sheet cannot be made yet
 */
GPtrArray *
sgn_session_check_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_check_sheet_async, error);
}
