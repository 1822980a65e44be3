/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-draft-private.h"
#include "sgn-projection-request.h"

/* Adds what people's own words say to what the fonts say; a refusal of either is an error. */
static gboolean
check (SgnDesk *desk, const SgnDraft *draft, SgnPages *pages, GError **error)
{
  g_autoptr (GPtrArray) wording = sgn_draft_find_wording (desk, draft);
  GPtrArray *findings = sgn_pages_get_findings (pages);

  sgn_draft_add_findings (findings, wording);
  return sgn_draft_check_findings (findings, error);
}

static gpointer
do_issue (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnProjectionRequest *request = data;
  const SgnSheetRequest words = { .projection = *request };
  g_auto (SgnDraft) draft = { 0 };
  g_autoptr (SgnPages) pages = NULL;

  if (!sgn_draft_make (desk, request, NULL, &draft, error))
    return NULL;
  pages = sgn_draft_make_pages (desk, &words, &draft, error);
  if (pages == NULL || !check (desk, &draft, pages, error) ||
      !sgn_draft_issue (desk, request, &draft, error))
    return NULL;

  return g_steal_pointer (&pages);
}

/**
 * sgn_session_issue_sheet_async:
 * @self: a session with an open file
 * @request: which sheet; copied
 * @callback: called when its number is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Issues a sheet at the time of the clock without writing a file: checks it, gives it a number and
 * lays it out with that number, for a printer. From a read-only file it is a copy without a number.
 * End with sgn_session_issue_sheet_finish().
 */
void
sgn_session_issue_sheet_async (SgnSession *self,
                               const SgnProjectionRequest *request,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  const SgnAct act = { do_issue, sgn_projection_request_copy (request),
                       (GDestroyNotify) sgn_projection_request_free,
                       (GDestroyNotify) sgn_pages_unref, sgn_session_issue_sheet_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_issue_sheet_finish:
 * @self: a session
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the issued sheet, or %NULL: SGN_ERROR_CHECK when a finding refuses,
 *   SGN_ERROR_NOT_YET when the sheet cannot be made yet
 */
SgnPages *
sgn_session_issue_sheet_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_issue_sheet_async, error);
}
