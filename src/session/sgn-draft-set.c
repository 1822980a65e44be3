/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-draft-private.h"

/* Where the contents begin to be read: a cover and one page of contents, unless there are more. */
#define USUAL_FRONT 2
/* How much of the work is laying out the sheets; the rest is binding and painting them. */
#define SHARE_OF_SHEETS 0.5

/* What was asked for, of one sheet of the set. */
static SgnSheetRequest
request_member (const SgnSheetRequest *request, const SgnDraft *member)
{
  SgnSheetRequest own = *request;

  own.projection.document = member->document->id;
  own.projection.variant = NULL;
  own.projection.recipient = NULL;
  own.projection.assessment = 0;
  return own;
}

static SgnDraft *
make_member (SgnDesk *desk, const SgnSheetRequest *request, const SgnDraft *set, json_t *record)
{
  SgnDraft *member = g_new0 (SgnDraft, 1);
  SgnSheetRequest own;

  member->document =
    sgn_documents_find (desk->library->documents, sgn_json_string (record, "document"));
  member->projection = json_incref (record);
  member->issued = g_strdup (set->issued);
  own = request_member (request, member);
  sgn_draft_seal (desk, &own.projection, member);
  return member;
}

/* (transfer full) (element-type SgnPages): each sheet laid out; NULL with @error */
static GPtrArray *
lay_out_members (SgnDesk *desk, const SgnSheetRequest *request, SgnDraft *set, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_pages_unref);
  json_t *records = json_object_get (set->projection, "records");
  json_t *record;
  size_t i;

  sgn_work_count (desk->work, SGN_PROGRESS_SHEETS, (guint) json_array_size (records),
                  SHARE_OF_SHEETS);
  set->members = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_draft_free);
  json_array_foreach (records, i, record)
  {
    SgnDraft *member = make_member (desk, request, set, record);
    SgnPages *pages;

    g_ptr_array_add (set->members, member);
    if (!sgn_work_begin (desk->work, sgn_draft_get_title (member), error))
      return NULL;
    pages = sgn_draft_lay_out (desk, request, member, error);
    if (pages == NULL)
      return NULL;
    g_ptr_array_add (all, pages);
  }
  return g_steal_pointer (&all);
}

static json_t *
describe (const SgnDraft *member, SgnLanguage language, guint page, guint n_pages)
{
  json_t *sheet = json_object ();

  sgn_json_set_string (sheet, "id", member->document->id);
  sgn_json_set_string (sheet, "title",
                       sgn_document_get_short_title (member->document, member->projection,
                                                     language));
  sgn_json_set_string (sheet, "group", member->document->group);
  sgn_json_set_string (sheet, "form", member->document->form);
  sgn_json_set_string (sheet, "number", member->number);
  sgn_json_set_string (sheet, "hash", member->record_hash);
  sgn_json_set_integer (sheet, "page", page);
  sgn_json_set_integer (sheet, "pages", n_pages);
  return sheet;
}

/* The contents of a set whose sheets follow @front pages. */
static void
list_members (SgnDraft *set, GPtrArray *all, SgnLanguage language, guint front)
{
  json_t *sheets = json_array ();
  guint page = front + 1;

  for (guint i = 0; i < all->len; i++) {
    guint n_pages = sgn_pages_get_n_pages (all->pdata[i]);

    json_array_append_new (sheets, describe (set->members->pdata[i], language, page, n_pages));
    page += n_pages;
  }
  json_object_set_new (set->projection, "sheets", sheets);
  sgn_json_set_integer (set->projection, "front", front);
}

/* The cover and the contents, which say on which page each sheet begins. */
static SgnPages *
lay_out_front (SgnDesk *desk,
               const SgnSheetRequest *request,
               SgnDraft *set,
               GPtrArray *all,
               GError **error)
{
  guint front = USUAL_FRONT;

  for (;;) {
    g_autoptr (SgnPages) pages = NULL;

    list_members (set, all, request->projection.language, front);
    sgn_draft_seal (desk, &request->projection, set);
    pages = sgn_draft_lay_out (desk, request, set, error);
    if (pages == NULL || sgn_pages_get_n_pages (pages) <= front)
      return g_steal_pointer (&pages);
    front = sgn_pages_get_n_pages (pages);
  }
}

SgnPages *
sgn_draft_bind (SgnDesk *desk, const SgnSheetRequest *request, SgnDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) all = lay_out_members (desk, request, draft, error);
  g_autoptr (SgnPages) pages = NULL;

  if (all == NULL || !sgn_work_begin (desk->work, sgn_draft_get_title (draft), error))
    return NULL;
  pages = lay_out_front (desk, request, draft, all, error);
  if (pages == NULL)
    return NULL;

  for (guint i = 0; i < all->len; i++) {
    GPtrArray *findings = sgn_pages_get_findings (all->pdata[i]);

    for (guint k = 0; k < findings->len; k++)
      g_ptr_array_add (sgn_pages_get_findings (pages), sgn_finding_copy (findings->pdata[k]));
    sgn_pages_append (pages, all->pdata[i]);
  }
  return g_steal_pointer (&pages);
}
