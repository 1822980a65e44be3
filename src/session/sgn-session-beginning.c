/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-assessment-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-record-years.h"

typedef struct {
  SgnBeginning words;
  char *catalogue;
  char *site;
  SgnAssessmentWords *said;
} BeginningRequest;

static void
beginning_request_free (BeginningRequest *request)
{
  g_free (request->catalogue);
  g_free (request->site);
  sgn_assessment_words_free (request->said);
  g_free (request);
}

static BeginningRequest *
beginning_request_new (const SgnBeginning *beginning)
{
  BeginningRequest *request = g_new0 (BeginningRequest, 1);

  request->catalogue = g_strdup (beginning->catalogue);
  request->site = g_strdup (beginning->site);
  request->said = sgn_assessment_words_copy (&beginning->words);
  request->words = *beginning;
  request->words.catalogue = request->catalogue;
  request->words.site = request->site;
  request->words.words = *request->said;
  return request;
}

/**
 * Plan:
 * @words: what was asked for
 * @catalogue: the edition that is begun
 * @site: id of the one site; 0: the company, with @words->all_sites its sites too
 * @company: (nullable): the company's open one that sites are added to
 * @left_open: of SgnAssessment: those that must be closed first
 * @ids: of gint64: what was opened
 *
 * What is to be done, known before anything is written.
 */
typedef struct {
  const SgnBeginning *words;
  SgnCatalogue *catalogue;
  gint64 site;
  const SgnAssessment *company;
  GPtrArray *left_open;
  GArray *ids;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_ptr_array_unref (plan->left_open);
  g_clear_pointer (&plan->ids, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
has_questions (const SgnCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->items->len; i++) {
    if (((const SgnItem *) catalogue->items->pdata[i])->scale != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_catalogue (SgnDesk *desk, Plan *plan, GError **error)
{
  plan->catalogue = sgn_target_find_catalogue (desk->library, plan->words->catalogue, error);
  if (plan->catalogue == NULL)
    return FALSE;
  if (has_questions (plan->catalogue))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” has nothing to be answered. Choose a guideline with questions."),
               plan->words->catalogue);
  return FALSE;
}

/* A site's check is of the same edition as the company's, or they could not be put together. */
static gboolean
join_company (SgnDesk *desk, Plan *plan, const SgnAssessment *company, GError **error)
{
  if (strcmp (company->edition, plan->catalogue->edition) != 0 &&
      sgn_target_names_edition (plan->words->catalogue)) {
    g_autofree char *number = sgn_dup_number (company->id);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The company’s assessment %s is of edition %s. Leave the edition out, or close "
                    "that one first."),
                 number, company->edition);
    return FALSE;
  }

  plan->company = company;
  plan->catalogue = sgn_target_find_edition (desk->library, company, error);
  return plan->catalogue != NULL;
}

/* What is still open of the company, or of the one site when it belongs to no open one of the
 * company. */
static void
list_left_open (SgnDesk *desk, Plan *plan)
{
  GPtrArray *assessments = desk->record->assessments;

  for (guint i = assessments->len; i > 0; i--) {
    SgnAssessment *assessment = g_ptr_array_index (assessments, i - 1);

    if (!assessment->closed && assessment->site == plan->site &&
        strcmp (assessment->catalogue, plan->catalogue->id) == 0)
      g_ptr_array_add (plan->left_open, assessment);
  }
}

static gboolean
check_left_open (const Plan *plan, GError **error)
{
  const SgnAssessment *newest =
    plan->left_open->len > 0 ? g_ptr_array_index (plan->left_open, 0) : NULL;
  g_autofree char *number = newest != NULL ? sgn_dup_number (newest->id) : NULL;

  if (newest == NULL || plan->words->close_previous)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Assessment %s of “%s” is still open. Close it first, or in the same act with "
                  "--close-previous."),
               number, newest->catalogue);
  return FALSE;
}

static gboolean
check_part (SgnDesk *desk, const Plan *plan, GError **error)
{
  const SgnAssessment *part =
    plan->company != NULL ? sgn_record_find_part (desk->record, plan->company, plan->site) : NULL;
  g_autofree char *number = part != NULL ? sgn_dup_number (part->id) : NULL;

  if (part == NULL)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               part->closed
                 ? _ ("“%s” has assessment %s already, which is closed. Reopen it to change it.")
                 : _ ("“%s” has assessment %s already, which is open. Answer that one."),
               plan->words->site, number);
  return FALSE;
}

static gboolean
plan_site (SgnDesk *desk, Plan *plan, GError **error)
{
  const SgnAssessment *company = sgn_record_find_open_of (desk->record, plan->catalogue->id, 0);

  if (!sgn_target_find_site (desk, plan->words->site, &plan->site, error) ||
      (company != NULL && !join_company (desk, plan, company, error)) ||
      !check_part (desk, plan, error))
    return FALSE;

  list_left_open (desk, plan);
  return check_left_open (plan, error);
}

static gboolean
lacks_part (SgnDesk *desk, const Plan *plan)
{
  GPtrArray *sites = desk->record->profile->sites;

  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = g_ptr_array_index (sites, i);

    if (sgn_record_find_part (desk->record, plan->company, site->id) == NULL)
      return TRUE;
  }
  return FALSE;
}

/* The sites that the company's open one lacks, unless a new year is asked for. */
static gboolean
plan_sites (SgnDesk *desk, Plan *plan, GError **error)
{
  const SgnAssessment *company = sgn_record_find_open_of (desk->record, plan->catalogue->id, 0);

  if (desk->record->profile->sites->len == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                         _ ("The company has no sites. Add them to its details first."));
    return FALSE;
  }
  if (company == NULL || plan->words->close_previous || plan->words->from != 0) {
    list_left_open (desk, plan);
    return check_left_open (plan, error);
  }
  if (!join_company (desk, plan, company, error))
    return FALSE;
  if (lacks_part (desk, plan))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE,
                       _ ("Every site has its check already. Answer those."));
  return FALSE;
}

static gboolean
plan_company (SgnDesk *desk, Plan *plan, GError **error)
{
  list_left_open (desk, plan);
  return check_left_open (plan, error);
}

/* The one named to be continued must be of the same guideline and site. */
static gboolean
check_from (SgnDesk *desk, const Plan *plan, GError **error)
{
  const SgnAssessment *from = sgn_record_find_assessment (desk->record, plan->words->from);
  g_autofree char *number = sgn_dup_number (plan->words->from);

  if (plan->words->from == 0)
    return TRUE;
  if (from == NULL) {
    sgn_target_set_unknown (plan->words->from, error);
    return FALSE;
  }
  if (strcmp (from->catalogue, plan->catalogue->id) == 0 && from->site == plan->site)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("Assessment %s is of another guideline or site, so it cannot be continued here. "
                  "See “sengen assessment list FILE”."),
               number);
  return FALSE;
}

static gint64
find_previous (SgnDesk *desk, const Plan *plan, gint64 site)
{
  if (plan->words->from != 0 && site == plan->site)
    return plan->words->from;
  return sgn_desk_find_before (desk, plan->catalogue, site, FALSE);
}

/* A new year that begins before the last one ended speaks of a wrong clock, unless the start was
 * typed. */
static gboolean
check_clock (SgnDesk *desk, const Plan *plan, GError **error)
{
  const SgnAssessment *previous =
    sgn_record_find_assessment (desk->record, find_previous (desk, plan, plan->site));
  const char *start = plan->words->words.period_start;
  g_autofree char *today = sgn_desk_dup_today (desk);
  g_autofree char *before = NULL;
  g_autofree char *number = NULL;

  if (previous == NULL || (start != NULL && *start != '\0'))
    return TRUE;
  before = sgn_time_get_date (previous->closed ? previous->closed_at : previous->opened_at);
  if (sgn_date_compare (before, today) <= 0)
    return TRUE;

  number = sgn_dup_number (previous->id);
  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ (
                 "The clock of this computer says %s, which is before assessment %s of %s. Set the "
                 "clock, or type the start of the period."),
               today, number, before);
  return FALSE;
}

static gboolean
make_plan (SgnDesk *desk, Plan *plan, GError **error)
{
  const SgnAssessment blank = { 0 };
  gboolean ok;

  if (!find_catalogue (desk, plan, error) ||
      !sgn_desk_check_words (desk, &plan->words->words, plan->catalogue, &blank, error))
    return FALSE;

  if (plan->words->site != NULL)
    ok = plan_site (desk, plan, error);
  else if (plan->words->all_sites)
    ok = plan_sites (desk, plan, error);
  else
    ok = plan_company (desk, plan, error);

  return ok && check_from (desk, plan, error) && check_clock (desk, plan, error);
}

/* Next year's check aims where this year's did, as long as that level is there. */
static void
take_level_of_previous (SgnDesk *desk, const Plan *plan, SgnAssessment *assessment)
{
  const SgnAssessment *previous = sgn_record_find_assessment (desk->record, assessment->previous);

  if (previous != NULL && previous->level != NULL &&
      sgn_catalogue_find_level (plan->catalogue, previous->level) != NULL)
    assessment->level = g_strdup (previous->level);
}

/* The words about the whole company are not those about a site. */
static gboolean
begin_one (SgnDesk *desk, Plan *plan, gint64 site, gint64 parent, gint64 *id, GError **error)
{
  g_autoptr (SgnAssessment) assessment = g_new0 (SgnAssessment, 1);
  SgnAssessmentWords words = plan->words->words;

  assessment->site = site;
  assessment->parent = parent;
  assessment->previous = find_previous (desk, plan, site);
  take_level_of_previous (desk, plan, assessment);
  if (site != plan->site)
    words.scope = words.scope_en = NULL;
  if (!sgn_desk_ensure_person (desk, desk->author, &assessment->person, error) ||
      !sgn_desk_take_words (desk, &words, plan->catalogue, assessment, error) ||
      !sgn_desk_begin (desk, plan->catalogue, assessment, error))
    return FALSE;

  *id = assessment->id;
  g_array_append_val (plan->ids, assessment->id);
  return TRUE;
}

static gboolean
begin_company (SgnDesk *desk, Plan *plan, gint64 *id, GError **error)
{
  if (plan->company == NULL)
    return begin_one (desk, plan, 0, 0, id, error);

  *id = plan->company->id;
  return TRUE;
}

static gboolean
begin_sites (SgnDesk *desk, Plan *plan, gint64 parent, GError **error)
{
  GPtrArray *sites = desk->record->profile->sites;

  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = g_ptr_array_index (sites, i);
    gint64 id;

    if (plan->company != NULL &&
        sgn_record_find_part (desk->record, plan->company, site->id) != NULL)
      continue;
    if (!begin_one (desk, plan, site->id, parent, &id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
carry_out (SgnDesk *desk, Plan *plan, GError **error)
{
  gint64 company;
  gint64 id;

  for (guint i = 0; i < plan->left_open->len; i++) {
    if (!sgn_desk_close_check (desk, g_ptr_array_index (plan->left_open, i), error))
      return FALSE;
  }
  if (!begin_company (desk, plan, &company, error))
    return FALSE;
  if (plan->site != 0)
    return begin_one (desk, plan, plan->site, company, &id, error);
  return !plan->words->all_sites || begin_sites (desk, plan, company, error);
}

static gpointer
do_open (SgnDesk *desk, gpointer data, GError **error)
{
  g_auto (Plan) plan = {
    .words = &((BeginningRequest *) data)->words,
    .left_open = g_ptr_array_new (),
    .ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  gboolean ok;

  if (!sgn_desk_check_writable (desk, error) || !make_plan (desk, &plan, error))
    return NULL;

  ok = sgn_company_file_begin (desk->file, SGN_ACT_ASSESSMENT, desk->author, error) &&
       carry_out (desk, &plan, error);

  return sgn_desk_end_act (desk, ok, error) ? g_steal_pointer (&plan.ids) : NULL;
}

/**
 * sgn_session_open_assessment_async:
 * @self: a session with a file open for writing
 * @beginning: what is to be begun; copied
 * @callback: called when it is on disk, or is known not to be
 * @user_data: data for @callback
 *
 * Begins a check without answers: nothing is ever carried over as done. One of a site belongs to
 * the company's open one, which is begun with it when there is none. SGN_ERROR_USAGE when there is
 * no such guideline, site or earlier check, or one is still open and @close_previous is not set;
 * SGN_ERROR_INVALID for a date or a clock that went back. End with
 * sgn_session_open_assessment_finish().
 */
void
sgn_session_open_assessment_async (SgnSession *self,
                                   const SgnBeginning *beginning,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const SgnAct act = { do_open, beginning_request_new (beginning),
                       (GDestroyNotify) beginning_request_free, (GDestroyNotify) g_array_unref,
                       sgn_session_open_assessment_async };

  sgn_session_run (self, &act, callback, user_data);
}

/**
 * sgn_session_open_assessment_finish:
 * @self: a session
 * @result: the result given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the ids of those that were opened, the company's
 *   first; %NULL with @error
 */
GArray *
sgn_session_open_assessment_finish (SgnSession *self, GAsyncResult *result, GError **error)
{
  return sgn_session_finish (self, result, sgn_session_open_assessment_async, error);
}
