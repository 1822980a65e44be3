/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"
#include "sgn-evidence-private.h"

typedef struct {
  gint64 evidence;
  SgnEvidenceUse *use; /* (nullable) */
  char *title;
  char *dated;
  char *expires;
} ChangeRequest;

static void
change_request_free (ChangeRequest *request)
{
  g_clear_pointer (&request->use, sgn_evidence_use_free);
  g_free (request->title);
  g_free (request->dated);
  g_free (request->expires);
  g_free (request);
}

static gboolean
begin (SgnDesk *desk, GError **error)
{
  return sgn_company_file_begin (desk->file, SGN_ACT_EVIDENCE, desk->author, error);
}

static gpointer
do_link (SgnDesk *desk, gpointer data, GError **error)
{
  const ChangeRequest *request = data;
  g_auto (SgnGoal) goal = { 0 };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) ||
      sgn_desk_find_evidence_in_use (desk, request->evidence, error) == NULL ||
      !sgn_evidence_use_find (desk, request->use, &goal, error))
    return NULL;

  ok = begin (desk, error) && sgn_goal_begin (desk, &goal, error) &&
       sgn_desk_put_link (desk, request->evidence, goal.reference, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_unlink (SgnDesk *desk, gpointer data, GError **error)
{
  const ChangeRequest *request = data;
  const SgnEvidence *evidence;
  g_auto (SgnGoal) goal = { 0 };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  evidence = sgn_desk_find_evidence (desk, request->evidence, error);
  if (evidence == NULL || !sgn_evidence_use_find (desk, request->use, &goal, error))
    return NULL;
  if (goal.reference == NULL || !sgn_evidence_has_link (evidence, goal.reference)) {
    g_autofree char *number = sgn_dup_number (evidence->id);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ (
                   "Evidence %s does not belong to that item. See “sengen evidence show FILE %s”."),
                 number, number);
    return NULL;
  }

  ok = begin (desk, error) && sgn_desk_drop_link (desk, evidence->id, goal.reference, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static void
run_with_use (SgnSession *self,
              const SgnAct *act,
              gint64 evidence,
              const SgnEvidenceUse *use,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  SgnAct full = *act;

  request->evidence = evidence;
  request->use = use != NULL ? sgn_evidence_use_copy (use) : NULL;
  full.request = request;
  full.free_request = (GDestroyNotify) change_request_free;
  sgn_session_run (self, &full, callback, user_data);
}

/**
 * sgn_session_link_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: number of a piece of evidence in use
 * @use: what it proves besides; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * One file for one item more. SGN_ERROR_CLOSED when that assessment is closed. End with
 * sgn_session_act_finish().
 */
void
sgn_session_link_evidence_async (SgnSession *self,
                                 gint64 evidence,
                                 const SgnEvidenceUse *use,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const SgnAct act = { .run = do_link, .tag = sgn_session_link_evidence_async };

  run_with_use (self, &act, evidence, use, callback, user_data);
}

/**
 * sgn_session_unlink_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: number of a piece of evidence
 * @use: what it is to prove no more; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * One item less. The file stays, also when it proves nothing any more. SGN_ERROR_USAGE when it does
 * not belong there, SGN_ERROR_CLOSED when that assessment is closed. End with
 * sgn_session_act_finish().
 */
void
sgn_session_unlink_evidence_async (SgnSession *self,
                                   gint64 evidence,
                                   const SgnEvidenceUse *use,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const SgnAct act = { .run = do_unlink, .tag = sgn_session_unlink_evidence_async };

  run_with_use (self, &act, evidence, use, callback, user_data);
}

/* NULL leaves the date as it is, an empty one takes it away. */
static gboolean
change_date (char **date, const char *typed, GError **error)
{
  if (typed == NULL)
    return TRUE;
  if (*typed != '\0' && !sgn_check_date (typed, error))
    return FALSE;

  g_free (*date);
  *date = *typed != '\0' ? g_strdup (typed) : NULL;
  return TRUE;
}

static gboolean
change_title (char **title, const char *typed, GError **error)
{
  g_autofree char *clean = sgn_dup_name (typed);

  if (typed == NULL)
    return TRUE;
  if (clean == NULL) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_INVALID,
                         _ ("Evidence needs a title. Write what the file shows."));
    return FALSE;
  }

  g_free (*title);
  *title = g_steal_pointer (&clean);
  return TRUE;
}

static gpointer
do_describe (SgnDesk *desk, gpointer data, GError **error)
{
  const ChangeRequest *request = data;
  const SgnEvidence *old;
  g_autoptr (SgnEvidence) evidence = NULL;
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;
  old = sgn_desk_find_evidence (desk, request->evidence, error);
  evidence = old != NULL ? sgn_evidence_copy (old) : NULL;
  if (evidence == NULL || !change_title (&evidence->title, request->title, error) ||
      !change_date (&evidence->dated, request->dated, error) ||
      !change_date (&evidence->expires, request->expires, error) ||
      !sgn_evidence_check_order (evidence->dated, evidence->expires, error))
    return NULL;

  ok = begin (desk, error) && sgn_desk_rewrite_evidence (desk, evidence, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_describe_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: number of a piece of evidence
 * @words: what is to be said of it; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Changes title and dates. SGN_ERROR_INVALID for what is no date, or for dates in the wrong order.
 * End with sgn_session_act_finish().
 */
void
sgn_session_describe_evidence_async (SgnSession *self,
                                     gint64 evidence,
                                     const SgnEvidenceWords *words,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  const SgnAct act = { do_describe, request, (GDestroyNotify) change_request_free, NULL,
                       sgn_session_describe_evidence_async };

  request->evidence = evidence;
  request->title = g_strdup (words->title);
  request->dated = g_strdup (words->dated);
  request->expires = g_strdup (words->expires);
  sgn_session_run (self, &act, callback, user_data);
}

/* (nullable): the closed assessment whose count would be another with @changed for @old */
static const SgnAssessment *
find_closed (const SgnRecord *record, const SgnEvidence *old, const SgnEvidence *changed)
{
  for (guint i = 0; i < old->links->len; i++) {
    const char *reference = g_ptr_array_index (old->links, i);
    const SgnAssessment *assessment = sgn_evidence_find_owner (record, reference);

    if (assessment != NULL && assessment->closed &&
        sgn_evidence_counts_for (record, old, assessment, reference) !=
          sgn_evidence_counts_for (record, changed, assessment, reference))
      return assessment;
  }
  return NULL;
}

/* A closed assessment keeps the evidence it was closed with. */
static gboolean
check_closed (SgnDesk *desk, const SgnEvidence *old, const SgnEvidence *changed, GError **error)
{
  const SgnAssessment *assessment = find_closed (desk->record, old, changed);
  g_autofree char *number = sgn_dup_number (old->id);
  g_autofree char *owner = NULL;

  if (assessment == NULL)
    return TRUE;

  owner = sgn_dup_number (assessment->id);
  g_set_error (error, SGN_ERROR, SGN_ERROR_CLOSED,
               _ (
                 "Evidence %s belongs to assessment %s, which is closed. Reopen that first, or add "
                 "a newer version."),
               number, owner);
  return FALSE;
}

static gpointer
set_retired (SgnDesk *desk, const SgnEvidence *old, gboolean retired, GError **error)
{
  g_autoptr (SgnEvidence) evidence = sgn_evidence_copy (old);
  gboolean ok;

  evidence->retired = retired;
  if (!check_closed (desk, old, evidence, error))
    return NULL;

  ok = begin (desk, error) && sgn_desk_rewrite_evidence (desk, evidence, error);
  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

static gpointer
do_retire (SgnDesk *desk, gpointer data, GError **error)
{
  const ChangeRequest *request = data;
  const SgnEvidence *evidence;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  evidence = sgn_desk_find_evidence_in_use (desk, request->evidence, error);
  return evidence != NULL ? set_retired (desk, evidence, TRUE, error) : NULL;
}

static gboolean
check_restorable (SgnDesk *desk, const SgnEvidence *evidence, GError **error)
{
  const SgnEvidence *newer = sgn_evidence_find_newer (desk->record, evidence);
  g_autofree char *number = sgn_dup_number (evidence->id);
  g_autofree char *other = newer != NULL ? sgn_dup_number (newer->id) : NULL;

  if (!sgn_evidence_check_content (evidence, error))
    return FALSE;
  if (!evidence->retired) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Evidence %s is in use, so there is nothing to restore. Check its number."),
                 number);
    return FALSE;
  }
  if (newer != NULL && !newer->retired) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Evidence %s has been replaced by %s. Withdraw that one first."), number,
                 other);
    return FALSE;
  }
  return TRUE;
}

static gpointer
do_restore (SgnDesk *desk, gpointer data, GError **error)
{
  const ChangeRequest *request = data;
  const SgnEvidence *evidence;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  evidence = sgn_desk_find_evidence (desk, request->evidence, error);
  return evidence != NULL && check_restorable (desk, evidence, error)
           ? set_retired (desk, evidence, FALSE, error)
           : NULL;
}

/**
 * sgn_session_retire_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: number of a piece of evidence in use
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Withdraws it: the file stays, and is not counted any more. SGN_ERROR_CLOSED when a closed
 * assessment counts it. End with sgn_session_act_finish().
 */
void
sgn_session_retire_evidence_async (SgnSession *self,
                                   gint64 evidence,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const SgnAct act = { .run = do_retire, .tag = sgn_session_retire_evidence_async };

  run_with_use (self, &act, evidence, NULL, callback, user_data);
}

/**
 * sgn_session_restore_evidence_async:
 * @self: a session with a file open for writing
 * @evidence: number of a piece of evidence that was withdrawn
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Takes it into use again. SGN_ERROR_USAGE when it is, or when a newer version is. End with
 * sgn_session_act_finish().
 */
void
sgn_session_restore_evidence_async (SgnSession *self,
                                    gint64 evidence,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  const SgnAct act = { .run = do_restore, .tag = sgn_session_restore_evidence_async };

  run_with_use (self, &act, evidence, NULL, callback, user_data);
}
