/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-draft-private.h"

static gboolean
put_issue (SgnDesk *desk,
           const SgnProjectionRequest *request,
           const SgnDraft *draft,
           GError **error)
{
  const SgnIssue issue = {
    .number = draft->number,
    .document = draft->document->id,
    .audience = (char *) sgn_audience_to_key (request->audience),
    .language = (char *) sgn_language_to_code (request->language),
    .options = (char *) sgn_draft_get_options (draft),
    .issued_at = draft->issued,
    .record_hash = draft->record_hash,
    .recipient = (char *) request->recipient,
  };

  return sgn_desk_put (desk, SGN_KIND_ISSUE, draft->number, sgn_issue_to_row (&issue), error);
}

gboolean
sgn_draft_put_issues (SgnDesk *desk,
                      const SgnProjectionRequest *request,
                      const SgnDraft *draft,
                      GError **error)
{
  for (guint i = 0; draft->members != NULL && i < draft->members->len; i++) {
    const SgnDraft *member = draft->members->pdata[i];

    if (member->new_number && !put_issue (desk, request, member, error))
      return FALSE;
  }
  return put_issue (desk, request, draft, error);
}

gboolean
sgn_draft_issue (SgnDesk *desk,
                 const SgnProjectionRequest *request,
                 const SgnDraft *draft,
                 GError **error)
{
  gboolean ok;

  if (!draft->new_number)
    return TRUE;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ISSUE, desk->author, error) &&
       sgn_draft_put_issues (desk, request, draft, error);
  return sgn_desk_end_act (desk, ok, error);
}
