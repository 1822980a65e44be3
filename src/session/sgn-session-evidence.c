/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-fold.h"
#include "sgn-input.h"
#include "sgn-target-private.h"

/* One file; a company file holds hundreds of them. */
#define MEGABYTES 50

typedef struct {
  char *kind;
  char *id;
  char *path;
  char *title;
  char *dated;
} EvidenceRequest;

static void
evidence_request_free (EvidenceRequest *request)
{
  g_free (request->kind);
  g_free (request->id);
  g_free (request->path);
  g_free (request->title);
  g_free (request->dated);
  g_free (request);
}

static char *
guess_media_type (const char *file_name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *content_type = g_content_type_guess (file_name, data, MIN (size, 4096), NULL);

  return g_content_type_get_mime_type (content_type);
}

/* Inside an act. */
gboolean
sgn_desk_put_evidence (SgnDesk *desk,
                       const SgnEvidence *words,
                       GBytes *bytes,
                       gint64 *id,
                       GError **error)
{
  SgnEvidence evidence = *words;
  g_autofree char *sha256 = NULL;
  g_autofree char *media_type = guess_media_type (words->file_name, bytes);
  g_autofree char *now = sgn_clock_now (desk->clock);

  if (!sgn_company_file_put_blob (desk->file, bytes, &sha256, error))
    return FALSE;

  evidence.id = sgn_company_file_next_id (desk->file, SGN_KIND_EVIDENCE, error);
  evidence.sha256 = sha256;
  evidence.size = g_bytes_get_size (bytes);
  evidence.media_type = media_type;
  evidence.added_at = now;
  if (evidence.id < 0 || !sgn_desk_put_numbered (desk, SGN_KIND_EVIDENCE, evidence.id,
                                                 sgn_evidence_to_row (&evidence), error))
    return FALSE;

  *id = evidence.id;
  return TRUE;
}

/* Inside an act: @evidence serves the row (@kind, @ref). */
gboolean
sgn_desk_link_evidence (SgnDesk *desk,
                        gint64 evidence,
                        const char *kind,
                        const char *ref,
                        GError **error)
{
  g_autofree char *reference = g_strconcat (kind, "/", ref, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", evidence, reference);

  return sgn_desk_put (desk, SGN_KIND_EVIDENCE_LINK, id,
                       sgn_evidence_link_to_row (evidence, reference), error);
}

static gboolean
set_unknown_row (const EvidenceRequest *request, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is nothing called “%s” that a file could prove. Choose an item first."),
               request->id);
  return FALSE;
}

/* The id of an answer is "ASSESSMENT/ITEM"; the proof may come before the answer. */
static gboolean
check_answer (SgnDesk *desk, const EvidenceRequest *request, GError **error)
{
  const char *slash = strchr (request->id, '/');
  gint64 id = slash != NULL ? g_ascii_strtoll (request->id, NULL, 10) : 0;
  SgnAssessment *assessment = sgn_record_find_assessment (desk->record, id);
  SgnTarget target = { 0 };
  const SgnAnswerChange change = { .assessment = id };
  const SgnItem *item;

  if (assessment == NULL)
    return set_unknown_row (request, error);
  if (!sgn_target_find (desk, &change, &target, error))
    return FALSE;

  item = sgn_catalogue_find_item (target.catalogue, slash + 1);
  return (item != NULL && strcmp (item->id, slash + 1) == 0) || set_unknown_row (request, error);
}

/* Whether the row that the file is to serve is there and may change. */
static gboolean
check_row (SgnDesk *desk, const EvidenceRequest *request, GError **error)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, NULL };
  g_autoptr (GError) failure = NULL;
  g_autoptr (json_t) row = NULL;

  if (strcmp (request->kind, SGN_KIND_ANSWER) == 0)
    return check_answer (desk, request, error);
  if (!g_strv_contains (kinds, request->kind))
    return set_unknown_row (request, error);

  row = sgn_company_file_get_row (desk->file, request->kind, request->id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return row != NULL || set_unknown_row (request, error);
}

static gboolean
put_all (SgnDesk *desk, const EvidenceRequest *request, GBytes *bytes, GError **error)
{
  g_autofree char *file_name = g_filename_display_basename (request->path);
  g_autofree char *typed = sgn_dup_name (request->title);
  g_autofree char *title = typed != NULL ? g_steal_pointer (&typed) : sgn_clean_line (file_name);
  SgnEvidence words = { .title = title, .file_name = file_name, .dated = request->dated };
  gint64 id;

  return sgn_desk_ensure_person (desk, desk->author, &words.person, error) &&
         sgn_desk_put_evidence (desk, &words, bytes, &id, error) &&
         sgn_desk_link_evidence (desk, id, request->kind, request->id, error);
}

static gpointer
do_add (SgnDesk *desk, gpointer data, GError **error)
{
  const EvidenceRequest *request = data;
  g_autoptr (GBytes) bytes = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  if (request->dated != NULL && !sgn_date_is_valid (request->dated)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is not a date. Write it as 2026-11-23."), request->dated);
    return NULL;
  }

  if (!check_row (desk, request, error))
    return NULL;

  bytes = sgn_input_read (request->path, MEGABYTES, error);
  if (bytes == NULL)
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_EVIDENCE, desk->author, error) &&
       put_all (desk, request, bytes, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_add_evidence_async:
 * @self: a session with an open file
 * @kind: kind of the row it serves, such as SGN_KIND_ANSWER
 * @id: its id, such as "1/SD-01"
 * @path: the file; copied into the company file
 * @title: (nullable): what it is; the file's name when %NULL
 * @dated: (nullable): its own date
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Keeps a copy of a file as evidence. End with sgn_session_act_finish().
 */
void
sgn_session_add_evidence_async (SgnSession *self,
                                const char *kind,
                                const char *id,
                                const char *path,
                                const char *title,
                                const char *dated,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  EvidenceRequest *request = g_new0 (EvidenceRequest, 1);
  const SgnAct act = { do_add, request, (GDestroyNotify) evidence_request_free, NULL,
                       sgn_session_add_evidence_async };

  request->kind = g_strdup (kind);
  request->id = g_strdup (id);
  request->path = g_strdup (path);
  request->title = g_strdup (title);
  request->dated = g_strdup (dated);
  sgn_session_run (self, &act, callback, user_data);
}
