/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-draft-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-digest.h"
#include "sgn-error.h"
#include "sgn-pictures-private.h"
#include "sgn-projection-texts.h"

void
sgn_draft_clear (SgnDraft *draft)
{
  g_clear_pointer (&draft->projection, json_decref);
  g_clear_pointer (&draft->record_hash, g_free);
  g_clear_pointer (&draft->number, g_free);
  g_clear_pointer (&draft->issued, g_free);
  g_clear_pointer (&draft->members, g_ptr_array_unref);
}

void
sgn_draft_free (SgnDraft *draft)
{
  sgn_draft_clear (draft);
  g_free (draft);
}

gboolean
sgn_draft_is_set (const SgnDraft *draft)
{
  return json_is_array (json_object_get (draft->projection, "records"));
}

const char *
sgn_draft_get_title (const SgnDraft *draft)
{
  return sgn_text_get (&draft->document->menu, sgn_language_of_user ());
}

const char *
sgn_draft_get_options (const SgnDraft *draft)
{
  return sgn_json_string (draft->projection, "options");
}

static gboolean
is_same_issue (const SgnIssue *issue, const SgnProjectionRequest *request, const SgnDraft *draft)
{
  return strcmp (issue->document, request->document) == 0 &&
         strcmp (issue->audience, sgn_audience_to_key (request->audience)) == 0 &&
         strcmp (issue->language, sgn_language_to_code (request->language)) == 0 &&
         strcmp (issue->options, sgn_draft_get_options (draft)) == 0 &&
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
find_number (SgnDesk *desk, const SgnProjectionRequest *request, SgnDraft *draft)
{
  if (draft->document->prefix == NULL || sgn_company_file_is_read_only (desk->file))
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

/* What the record does not hold is read for the one sheet that tells it. */
static json_t *
project_history (SgnDesk *desk, const SgnProjectionRequest *request, GError **error)
{
  SgnProjectionRequest words = *request;
  SgnProjectionHistory history = { NULL, 0 };
  g_autoptr (SgnVerification) verification = sgn_company_file_verify (desk->file, error);
  g_autoptr (GPtrArray) events = NULL;

  if (verification == NULL)
    return NULL;
  events = sgn_company_file_get_history (desk->file, error);
  if (events == NULL)
    return NULL;

  history.events = events;
  history.contradictions = verification->findings->len;
  words.history = &history;
  return sgn_projection_new (desk->library, desk->record, &words, error);
}

/* The sheet of the history, and the set that binds it. */
static gboolean
tells_history (const SgnProjectionRequest *request)
{
  return strcmp (request->document, "history") == 0 ||
         (strcmp (request->document, "audit-set") == 0 &&
          request->audience == SGN_AUDIENCE_INTERNAL);
}

static json_t *
project (SgnDesk *desk, const SgnProjectionRequest *request, GError **error)
{
  if (tells_history (request))
    return project_history (desk, request, error);
  return sgn_projection_new (desk->library, desk->record, request, error);
}

void
sgn_draft_seal (SgnDesk *desk, const SgnProjectionRequest *request, SgnDraft *draft)
{
  g_clear_pointer (&draft->record_hash, g_free);
  g_clear_pointer (&draft->number, g_free);
  draft->new_number = FALSE;
  draft->record_hash = sgn_digest_of_json (draft->projection);
  find_number (desk, request, draft);
}

gboolean
sgn_draft_check_issued (const char *issued, GError **error)
{
  if (issued == NULL || sgn_time_is_valid (issued))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("“%s” is not a time of issue. Write it as 2026-11-23T10:00:00+09:00."), issued);
  return FALSE;
}

gboolean
sgn_draft_make (SgnDesk *desk,
                const SgnProjectionRequest *request,
                const char *issued,
                SgnDraft *draft,
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
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not made for this audience. Choose the other one."),
                 request->document);
    return FALSE;
  }
  if (!sgn_draft_check_issued (issued, error))
    return FALSE;

  draft->projection = project (desk, request, error);
  if (draft->projection == NULL)
    return FALSE;

  draft->issued = issued != NULL ? g_strdup (issued) : sgn_clock_now (desk->clock);
  if (!sgn_draft_is_set (draft))
    sgn_draft_seal (desk, request, draft);

  return TRUE;
}

/* The words of people that will be printed: claims about a star or a scheme are warned of, in the
 * policy refused. */
typedef struct {
  const SgnWording *wording;
  SgnLanguage language;
  GPtrArray *findings;
  const SgnWatch *watch;
} WordingCheck;

static void
check_words (const char *field, const char *text, gpointer data)
{
  const WordingCheck *check = data;

  gboolean policy =
    g_str_has_prefix (field, "policy.parts.") || g_str_equal (field, "policy.contact");

  /* What was not looked at is not written either. */
  if (sgn_watch_is_stopped (check->watch))
    return;
  sgn_wording_check (check->wording, field, text, policy, check->language, check->findings);
}

GPtrArray *
sgn_draft_find_wording (SgnDesk *desk, const SgnDraft *draft)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  WordingCheck check = { desk->library->wording, sgn_language_of_user (), findings,
                         sgn_work_get_watch (desk->work) };
  const json_t *record;
  size_t i;

  sgn_projection_each_text (draft->projection, check_words, &check);
  json_array_foreach (json_object_get (draft->projection, "records"), i, record)
  {
    sgn_projection_each_text (record, check_words, &check);
  }
  return findings;
}

SgnPages *
sgn_draft_lay_out (SgnDesk *desk,
                   const SgnSheetRequest *request,
                   const SgnDraft *draft,
                   GError **error)
{
  g_autoptr (GHashTable) pictures = sgn_desk_read_pictures (desk, draft->projection);
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
    .training = request->training || sgn_form_is_training (desk->record->settings),
    .pictures = pictures,
    .watch = sgn_work_get_watch (desk->work),
  };

  return sgn_pages_new (&sheet, error);
}
