/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"

static SgnAssessment *
find_assessment (SgnDesk *desk, gint64 id, GError **error)
{
  SgnAssessment *assessment;

  if (!sgn_desk_check_writable (desk, error))
    return NULL;

  assessment = sgn_record_find_assessment (desk->record, id);
  if (assessment == NULL)
    sgn_target_set_unknown (id, error);

  return assessment;
}

static gboolean
put_assessment (SgnDesk *desk, const char *act, const SgnAssessment *assessment, GError **error)
{
  gboolean ok = sgn_company_file_begin (desk->file, act, desk->author, error) &&
                sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                                       sgn_assessment_to_row (assessment), error);

  return sgn_desk_end_act (desk, ok, error);
}

static gpointer
do_close (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnAssessment *assessment = find_assessment (desk, *(gint64 *) data, error);
  gboolean ok;

  if (assessment == NULL)
    return NULL;
  if (assessment->closed)
    return SGN_ACT_DONE;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_CLOSE, desk->author, error) &&
       sgn_desk_close_check (desk, assessment, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/* The end that closing has set goes again; one that was typed stays. */
static void
open_period (SgnAssessment *assessment)
{
  g_autofree char *closed_on = sgn_time_get_date (assessment->closed_at);

  if (g_strcmp0 (assessment->period_end, closed_on) == 0)
    g_clear_pointer (&assessment->period_end, g_free);
}

/* What a site says counts for the company, so it cannot change while the company's one is closed.
 */
static gboolean
check_parent (SgnDesk *desk, const SgnAssessment *assessment, GError **error)
{
  const SgnAssessment *parent = sgn_record_find_assessment (desk->record, assessment->parent);
  g_autofree char *name = sgn_dup_number (assessment->id);
  g_autofree char *whole = sgn_dup_number (assessment->parent);

  if (parent == NULL || !parent->closed)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_CLOSED,
               _ (
                 "Assessment %s is part of assessment %s, which is closed. Reopen that one first."),
               name, whole);
  return FALSE;
}

static gpointer
do_reopen (SgnDesk *desk, gpointer data, GError **error)
{
  const SgnAssessment *old = find_assessment (desk, *(gint64 *) data, error);
  g_autoptr (SgnAssessment) assessment = NULL;

  if (old == NULL)
    return NULL;
  if (!old->closed)
    return SGN_ACT_DONE;
  if (!check_parent (desk, old, error))
    return NULL;

  assessment = sgn_assessment_copy (old);
  open_period (assessment);
  assessment->closed = FALSE;
  g_clear_pointer (&assessment->closed_at, g_free);

  return put_assessment (desk, SGN_ACT_REOPEN, assessment, error) ? SGN_ACT_DONE : NULL;
}

static void
run (SgnSession *self,
     SgnActFunc func,
     gint64 assessment,
     gpointer tag,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  const SgnAct act = { func, g_memdup2 (&assessment, sizeof assessment), g_free, NULL, tag };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_close_assessment_async:
 * @self: a session with a file open for writing
 * @assessment: id of the assessment
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Closes an assessment: its answers then stay for ever. The company's one closes those of its sites
 * in the same act, because what they say counts for it. The end of its period is today unless one
 * was typed. Unanswered items do not stop it. Nothing happens to one that is closed already.
 * SGN_ERROR_USAGE when there is none of that id, SGN_ERROR_INVALID when it would end before it
 * began. End with sgn_session_act_finish().
 */
void
sgn_session_close_assessment_async (SgnSession *self,
                                    gint64 assessment,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  run (self, do_close, assessment, sgn_session_close_assessment_async, callback, user_data);
}

/**
 * sgn_session_reopen_assessment_async:
 * @self: a session with a file open for writing
 * @assessment: id of the assessment
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Opens a closed assessment again, for a correction; those of its sites stay closed until they are
 * reopened themselves. SGN_ERROR_USAGE when there is none of that id, SGN_ERROR_CLOSED for a site's
 * one while the company's is closed. End with sgn_session_act_finish().
 */
void
sgn_session_reopen_assessment_async (SgnSession *self,
                                     gint64 assessment,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  run (self, do_reopen, assessment, sgn_session_reopen_assessment_async, callback, user_data);
}

typedef struct {
  gint64 assessment;
  SgnAssessmentWords *words;
} DescribeRequest;

static void
describe_request_free (DescribeRequest *request)
{
  sgn_assessment_words_free (request->words);
  g_free (request);
}

static gboolean
describe (SgnDesk *desk,
          const DescribeRequest *request,
          const SgnCatalogue *catalogue,
          const SgnAssessment *old,
          GError **error)
{
  g_autoptr (SgnAssessment) assessment = sgn_assessment_copy (old);

  return sgn_desk_take_words (desk, request->words, catalogue, assessment, error) &&
         sgn_desk_put_numbered (desk, SGN_KIND_ASSESSMENT, assessment->id,
                                sgn_assessment_to_row (assessment), error);
}

static gpointer
do_describe (SgnDesk *desk, gpointer data, GError **error)
{
  const DescribeRequest *request = data;
  const SgnAssessment *old = find_assessment (desk, request->assessment, error);
  const SgnCatalogue *catalogue = NULL;
  gboolean ok;

  if (old == NULL || !sgn_target_check_open (old, old->id, error))
    return NULL;
  catalogue = sgn_target_find_edition (desk->library, old, error);
  if (catalogue == NULL || !sgn_desk_check_words (desk, request->words, catalogue, old, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ASSESSMENT, desk->author, error) &&
       describe (desk, request, catalogue, old, error);

  return sgn_desk_end_act (desk, ok, error) ? SGN_ACT_DONE : NULL;
}

/**
 * sgn_session_describe_assessment_async:
 * @self: a session with a file open for writing
 * @assessment: id of an open assessment
 * @words: what is to be said of it; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Says what an assessment is about and who did it. SGN_ERROR_USAGE when there is none of that id,
 * or no such level, SGN_ERROR_CLOSED, or SGN_ERROR_INVALID for a date. End with
 * sgn_session_act_finish().
 */
void
sgn_session_describe_assessment_async (SgnSession *self,
                                       gint64 assessment,
                                       const SgnAssessmentWords *words,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  DescribeRequest *request = g_new0 (DescribeRequest, 1);
  const SgnAct act = { do_describe, request, (GDestroyNotify) describe_request_free, NULL,
                       sgn_session_describe_assessment_async };

  request->assessment = assessment;
  request->words = sgn_assessment_words_copy (words);
  sgn_session_run (self, &act, callback, user_data);
}
