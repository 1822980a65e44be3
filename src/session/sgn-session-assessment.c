/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-date.h"
#include "sgn-target-private.h"

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
  const SgnAssessment *old = find_assessment (desk, *(gint64 *) data, error);
  g_autoptr (SgnAssessment) assessment = NULL;

  if (old == NULL)
    return NULL;
  if (old->closed)
    return SGN_ACT_DONE;

  assessment = sgn_assessment_copy (old);
  assessment->closed = TRUE;
  g_free (assessment->closed_at);
  assessment->closed_at = sgn_clock_now (desk->clock);
  if (assessment->period_end == NULL)
    assessment->period_end = sgn_time_get_date (assessment->closed_at);

  return put_assessment (desk, SGN_ACT_CLOSE, assessment, error) ? SGN_ACT_DONE : NULL;
}

/* The end that closing has set goes again; one that was typed stays. */
static void
open_period (SgnAssessment *assessment)
{
  g_autofree char *closed_on = sgn_time_get_date (assessment->closed_at);

  if (g_strcmp0 (assessment->period_end, closed_on) == 0)
    g_clear_pointer (&assessment->period_end, g_free);
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
 * Closes an assessment: its answers then stay for ever. The end of its period is today unless one
 * was typed. Nothing happens to one that is closed already. SGN_ERROR_USAGE when there is none of
 * that id. End with sgn_session_act_finish().
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
 * Opens a closed assessment again, for a correction. SGN_ERROR_USAGE when there is none of that id.
 * End with sgn_session_act_finish().
 */
void
sgn_session_reopen_assessment_async (SgnSession *self,
                                     gint64 assessment,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  run (self, do_reopen, assessment, sgn_session_reopen_assessment_async, callback, user_data);
}
