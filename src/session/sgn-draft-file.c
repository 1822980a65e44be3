/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-draft-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-export.h"

/* Where in the making of a PDF it is laid out, and painted; then it is finished and checked. */
#define LAID_OUT 0.3
#define PAINTED 0.55

/* A set is bound before anything is written of it: only then is known what its contents say. */
SgnPages *
sgn_draft_make_pages (SgnDesk *desk,
                      const SgnSheetRequest *request,
                      SgnDraft *draft,
                      GError **error)
{
  return sgn_draft_is_set (draft) ? sgn_draft_bind (desk, request, draft, error)
                                  : sgn_draft_lay_out (desk, request, draft, error);
}

/* Those from @first on. */
static void
add_findings_from (GPtrArray *to, GPtrArray *from, guint first)
{
  for (guint i = first; i < from->len; i++)
    g_ptr_array_add (to, sgn_finding_copy (from->pdata[i]));
}

void
sgn_draft_add_findings (GPtrArray *to, GPtrArray *from)
{
  add_findings_from (to, from, 0);
}

gboolean
sgn_draft_check_findings (GPtrArray *findings, GError **error)
{
  const SgnFinding *refusal = sgn_findings_get_refusal (findings);

  if (refusal == NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK, refusal->message);
  return FALSE;
}

static GBytes *
make_pdf (SgnDesk *desk,
          const SgnSheetRequest *request,
          SgnDraft *draft,
          SgnSheetResult *result,
          GError **error)
{
  g_autoptr (SgnPages) pages = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GBytes) attachment = NULL;
  GBytes *pdf;
  guint known;

  sgn_work_step (desk->work, 0, LAID_OUT);
  pages = sgn_draft_make_pages (desk, request, draft, error);
  if (pages == NULL)
    return NULL;

  known = sgn_pages_get_findings (pages)->len;
  sgn_draft_add_findings (result->findings, sgn_pages_get_findings (pages));
  if (!sgn_draft_check_findings (result->findings, error))
    return NULL;

  result->pages = sgn_pages_get_n_pages (pages);
  json = sgn_json_to_canonical (draft->projection);
  attachment = g_bytes_new (json, strlen (json));

  sgn_work_step (desk->work, LAID_OUT, PAINTED);
  pdf = sgn_pages_to_pdf_watched (pages, attachment, sgn_work_get_watch (desk->work), error);
  add_findings_from (result->findings, sgn_pages_get_findings (pages), known);
  return pdf;
}

static GBytes *
make_xlsx (SgnDesk *desk, const SgnSheetRequest *request, const SgnDraft *draft, GError **error)
{
  const SgnExport export = {
    .document = draft->document,
    .documents = desk->library->documents,
    .language = request->projection.language,
    .projection = draft->projection,
    .record_hash = draft->record_hash,
    .number = draft->number,
    .issued = draft->issued,
    .program = PACKAGE_VERSION,
    .training = request->training || sgn_form_is_training (desk->record->settings),
    .watch = sgn_work_get_watch (desk->work),
  };

  return sgn_export_xlsx (&export, error);
}

GBytes *
sgn_draft_make_bytes (SgnDesk *desk,
                      const SgnSheetRequest *request,
                      SgnDraft *draft,
                      SgnSheetResult *result,
                      GError **error)
{
  if (!sgn_document_has_format (draft->document, request->format)) {
    g_autofree char *formats = g_strjoinv (", ", draft->document->formats);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE, _ ("“%s” is not made as %s. Choose one of %s."),
                 draft->document->id, request->format, formats);
    return NULL;
  }
  if (strcmp (request->format, "pdf") != 0 && sgn_draft_is_set (draft)) {
    g_autoptr (SgnPages) pages = sgn_draft_make_pages (desk, request, draft, error);

    if (pages == NULL)
      return NULL;
  }
  if (strcmp (request->format, "json") == 0)
    return sgn_export_json (draft->projection, error);
  if (strcmp (request->format, "csv") == 0)
    return sgn_export_csv (draft->projection,
                           sgn_documents_get_tables (desk->library->documents, draft->document->id),
                           error);
  if (strcmp (request->format, "xlsx") == 0)
    return make_xlsx (desk, request, draft, error);

  return make_pdf (desk, request, draft, result, error);
}
