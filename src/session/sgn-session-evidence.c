/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-evidence-private.h"
#include "sgn-fold.h"
#include "sgn-input.h"
#include "sgn-media-type.h"
#include "sgn-photo.h"

typedef struct {
  SgnEvidenceUse *use;
  char *path;
  char *title;
  char *dated;
  char *expires;
  gint64 replaces;
  gboolean remove_location;
  gboolean ask_location;
} AddRequest;

/* A file on its way into the company file. */
typedef struct {
  const AddRequest *request;
  char *file_name;
  GBytes *bytes;
  const SgnMediaType *type;
  gboolean location_removed;
  gboolean waits; /* somebody is to be asked before it is kept */
  SgnEvidenceResult *result;
} Arrival;

static void
add_request_free (AddRequest *request)
{
  sgn_evidence_use_free (request->use);
  g_free (request->path);
  g_free (request->title);
  g_free (request->dated);
  g_free (request->expires);
  g_free (request);
}

void
sgn_evidence_result_free (SgnEvidenceResult *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static void
arrival_clear (Arrival *arrival)
{
  g_clear_pointer (&arrival->file_name, g_free);
  g_clear_pointer (&arrival->bytes, g_bytes_unref);
  g_clear_pointer (&arrival->result, sgn_evidence_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

static void
remark (Arrival *arrival, const char *code, const char *message)
{
  g_ptr_array_add (arrival->result->findings,
                   sgn_finding_new (SGN_SEVERITY_REMARK, code, "evidence", message));
}

/* Inside an act: the row of a file whose content is stored already. */
static gboolean
put_row (SgnDesk *desk, SgnEvidence *evidence, GError **error)
{
  g_autofree char *now = sgn_clock_now (desk->clock);

  evidence->added_at = now;
  evidence->id = sgn_company_file_next_id (desk->file, SGN_KIND_EVIDENCE, error);
  return evidence->id > 0 && sgn_desk_rewrite_evidence (desk, evidence, error);
}

gboolean
sgn_desk_put_evidence (SgnDesk *desk,
                       const SgnEvidence *words,
                       GBytes *bytes,
                       gint64 *id,
                       GError **error)
{
  SgnEvidence evidence = *words;
  g_autofree char *sha256 = NULL;

  if (!sgn_company_file_put_blob (desk->file, bytes, &sha256, error))
    return FALSE;

  evidence.sha256 = sha256;
  evidence.size = (gint64) g_bytes_get_size (bytes);
  evidence.media_type = (char *) sgn_media_type_of (bytes, words->file_name)->id;
  if (!put_row (desk, &evidence, error))
    return FALSE;

  *id = evidence.id;
  return TRUE;
}

static gboolean
check_words (const AddRequest *request, GError **error)
{
  return (request->dated == NULL || sgn_check_date (request->dated, error)) &&
         (request->expires == NULL || sgn_check_date (request->expires, error)) &&
         sgn_evidence_check_order (request->dated, request->expires, error);
}

/* What runs when it is opened proves nothing, and does harm on the share it is taken out to. */
static gboolean
check_kind (Arrival *arrival, GError **error)
{
  g_autofree char *message = NULL;

  if (arrival->type->group == SGN_MEDIA_PROGRAM) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” is a program or a script, which is not kept as evidence. Keep a picture "
                    "of the screen, or its text with the ending .txt."),
                 arrival->file_name);
    return FALSE;
  }
  if (arrival->type->group == SGN_MEDIA_OTHER) {
    message = g_strdup_printf (_ ("“%s” is of a kind that is not known here. Whoever is to look at "
                                  "it may not be able to open it."),
                               arrival->file_name);
    remark (arrival, "unknown-kind", message);
  } else if (!sgn_media_type_fits_name (arrival->type, arrival->file_name)) {
    message = g_strdup_printf (_ ("By its content “%s” is a file of another kind than its name "
                                  "says: %s."),
                               arrival->file_name, sgn_media_type_get_name (arrival->type));
    remark (arrival, "name", message);
  }
  return TRUE;
}

static gboolean
take_location_out (Arrival *arrival, GError **error)
{
  GBytes *stripped;

  if (!sgn_photo_is_photo (arrival->type->id)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is no photograph, so no place can be taken out of it. Leave that out."),
                 arrival->file_name);
    return FALSE;
  }

  stripped = sgn_photo_remove_location (arrival->bytes, arrival->type->id, error);
  if (stripped == NULL)
    return FALSE;

  arrival->location_removed = stripped != arrival->bytes;
  if (!arrival->location_removed)
    remark (arrival, "no-location", _ ("The picture does not say where it was taken."));
  g_bytes_unref (arrival->bytes);
  arrival->bytes = stripped;
  return TRUE;
}

static void
look_for_location (Arrival *arrival)
{
  SgnPhotoLocation found = sgn_photo_is_photo (arrival->type->id)
                             ? sgn_photo_find_location (arrival->bytes, arrival->type->id)
                             : SGN_PHOTO_NOWHERE;

  arrival->waits = found == SGN_PHOTO_SOMEWHERE && arrival->request->ask_location;
  if (found == SGN_PHOTO_SOMEWHERE)
    remark (arrival, "location",
            _ ("The photograph says where it was taken. To keep it without, undo this and add it "
               "again with the place taken out."));
  else if (found == SGN_PHOTO_UNREADABLE)
    remark (arrival, "location-unread",
            _ ("The picture is damaged in part, so nobody can tell whether it says where it was "
               "taken."));
}

static void
look_at_last_day (SgnDesk *desk, Arrival *arrival)
{
  g_autofree char *today = sgn_desk_dup_today (desk);

  if (arrival->request->expires != NULL && sgn_date_compare (arrival->request->expires, today) < 0)
    remark (arrival, "expired", _ ("The evidence has expired already."));
}

static gboolean
receive (SgnDesk *desk, Arrival *arrival, GError **error)
{
  if (!sgn_desk_check_other (desk, arrival->request->path, error))
    return FALSE;
  arrival->file_name = g_filename_display_basename (arrival->request->path);
  arrival->bytes = sgn_input_read_file (arrival->request->path, SGN_EVIDENCE_MEGABYTES, error);
  if (arrival->bytes == NULL)
    return FALSE;

  arrival->type = sgn_media_type_of (arrival->bytes, arrival->file_name);
  if (!check_kind (arrival, error))
    return FALSE;

  look_at_last_day (desk, arrival);
  if (arrival->request->remove_location)
    return take_location_out (arrival, error);
  look_for_location (arrival);
  return TRUE;
}

static gboolean
agrees (const char *asked, const char *there)
{
  return asked == NULL || g_strcmp0 (asked, there) == 0;
}

static void
set_known (Arrival *arrival, const SgnEvidence *known)
{
  g_autofree char *number = sgn_dup_number (known->id);
  g_autofree char *message =
    g_strdup_printf (_ ("The same file is here already as evidence %s. Its content is kept once."),
                     number);

  arrival->result->known = TRUE;
  remark (arrival, "known", message);
}

/* (nullable): evidence in use that needs no second row, because nothing else is said of it */
static const SgnEvidence *
find_same (SgnDesk *desk, Arrival *arrival, const char *sha256)
{
  const AddRequest *request = arrival->request;
  const SgnEvidence *known = sgn_evidence_find_content (desk->record, sha256);

  if (known == NULL)
    return NULL;

  set_known (arrival, known);
  return request->replaces == 0 && agrees (request->title, known->title) &&
             agrees (request->dated, known->dated) && agrees (request->expires, known->expires)
           ? known
           : NULL;
}

/* Inside an act. */
static gboolean
put_new (SgnDesk *desk, Arrival *arrival, char *sha256, GError **error)
{
  const AddRequest *request = arrival->request;
  g_autofree char *typed = sgn_dup_name (request->title);
  g_autofree char *title =
    typed != NULL ? g_steal_pointer (&typed) : sgn_clean_line (arrival->file_name);
  SgnEvidence evidence = {
    .sha256 = sha256,
    .size = (gint64) g_bytes_get_size (arrival->bytes),
    .title = title,
    .file_name = arrival->file_name,
    .media_type = (char *) arrival->type->id,
    .dated = request->dated,
    .expires = request->expires,
    .replaces = request->replaces,
    .location_removed = arrival->location_removed,
  };

  if (!sgn_desk_ensure_person (desk, desk->author, &evidence.person, error) ||
      !put_row (desk, &evidence, error))
    return FALSE;

  arrival->result->id = evidence.id;
  return TRUE;
}

/* Inside an act: the new version proves what the old one did, where that may still change. */
static gboolean
take_over (SgnDesk *desk, const SgnEvidence *old, gint64 id, GError **error)
{
  g_autoptr (SgnEvidence) retired = sgn_evidence_copy (old);

  for (guint i = 0; i < old->links->len; i++) {
    const char *reference = g_ptr_array_index (old->links, i);

    if (sgn_evidence_may_change (desk, reference) &&
        !sgn_desk_put_link (desk, id, reference, error))
      return FALSE;
  }

  retired->retired = TRUE;
  return sgn_desk_rewrite_evidence (desk, retired, error);
}

static gboolean
check_differs (const SgnEvidence *old, const char *sha256, GError **error)
{
  g_autofree char *number = sgn_dup_number (old->id);

  if (!g_str_equal (old->sha256, sha256))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("The file is the same as evidence %s, which it is to replace. Choose the newer "
                  "file."),
               number);
  return FALSE;
}

/* Inside an act. @old: (nullable): what it replaces */
static gboolean
put_arrival (SgnDesk *desk, Arrival *arrival, SgnGoal *goal, const SgnEvidence *old, GError **error)
{
  g_autofree char *sha256 = NULL;
  const SgnEvidence *same;

  if (!sgn_company_file_put_blob (desk->file, arrival->bytes, &sha256, error) ||
      (old != NULL && !check_differs (old, sha256, error)))
    return FALSE;

  same = find_same (desk, arrival, sha256);
  if (same != NULL)
    arrival->result->id = same->id;
  else if (!put_new (desk, arrival, sha256, error))
    return FALSE;

  return (old == NULL || take_over (desk, old, arrival->result->id, error)) &&
         sgn_goal_begin (desk, goal, error) &&
         sgn_desk_put_link (desk, arrival->result->id, goal->reference, error);
}

static gpointer
do_add (SgnDesk *desk, gpointer data, GError **error)
{
  g_auto (Arrival) arrival = { .request = data, .result = g_new0 (SgnEvidenceResult, 1) };
  g_auto (SgnGoal) goal = { 0 };
  const SgnEvidence *old = NULL;
  gboolean ok;

  arrival.result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  if (!sgn_desk_check_writable (desk, error) || !check_words (arrival.request, error) ||
      !sgn_evidence_use_find (desk, arrival.request->use, &goal, error))
    return NULL;
  if (arrival.request->replaces != 0) {
    old = sgn_desk_find_evidence_in_use (desk, arrival.request->replaces, error);
    if (old == NULL)
      return NULL;
  }
  if (!receive (desk, &arrival, error))
    return NULL;
  if (arrival.waits)
    return g_steal_pointer (&arrival.result);

  ok = sgn_company_file_begin (desk->file, SGN_ACT_EVIDENCE, desk->author, error) &&
       put_arrival (desk, &arrival, &goal, old, error);
  return sgn_desk_end_act (desk, ok, error) ? g_steal_pointer (&arrival.result) : NULL;
}

/**
 * sgn_session_add_evidence_async:
 * @self: a session with a file open for writing
 * @request: the file and what is said of it; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Keeps a copy of a file as evidence; the file itself is never touched. The same content is stored
 * once: where nothing else is said of it, the evidence that is there proves one thing more. End
 * with sgn_session_add_evidence_finish().
 */
void
sgn_session_add_evidence_async (SgnSession *self,
                                const SgnEvidenceRequest *request,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  AddRequest *copy = g_new0 (AddRequest, 1);
  const SgnAct act = { do_add, copy, (GDestroyNotify) add_request_free,
                       (GDestroyNotify) sgn_evidence_result_free, sgn_session_add_evidence_async };

  copy->use = sgn_evidence_use_copy (&request->use);
  copy->path = g_strdup (request->path);
  copy->title = g_strdup (request->title);
  copy->dated = g_strdup (request->dated);
  copy->expires = g_strdup (request->expires);
  copy->replaces = request->replaces;
  copy->remove_location = request->remove_location;
  copy->ask_location = request->ask_location;
  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_add_evidence_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location; SGN_ERROR_UNREADABLE for a file that cannot be kept, SGN_ERROR_INVALID
 *   for a program or a wrong date, SGN_ERROR_CLOSED, SGN_ERROR_USAGE
 *
 * Returns: (transfer full): its number, and what is worth knowing of it; %NULL when nothing was
 * kept
 */
SgnEvidenceResult *
sgn_session_add_evidence_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_add_evidence_async, error);
}
