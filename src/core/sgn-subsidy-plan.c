/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-subsidy-plan.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-readiness.h"

/* What the steps are made from. */
typedef struct {
  const SgnSubsidies *subsidies;
  const SgnSubsidy *subsidy; /* (nullable) */
  const SgnRecord *record;   /* (nullable) */
  GArray *reasons;           /* (nullable): what is to be done for the star */
  const char *today;
  char *declare_day;
  gboolean declared;
  SgnSubsidyPlan *plan;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->declare_day, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
step_free (gpointer data)
{
  SgnSubsidyStep *self = data;

  g_free (self->words);
  g_free (self->day);
  g_free (self);
}

void
sgn_subsidy_plan_free (SgnSubsidyPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_ptr_array_unref (self->remarks);
  g_free (self->deadline);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

const char *
sgn_subsidy_state_to_key (SgnSubsidyState state)
{
  static const char *const keys[] = { "counted", "no-date", "passed", "ended" };

  g_return_val_if_fail (state <= SGN_SUBSIDY_ENDED, NULL);

  return keys[state];
}

/* @days before @to; what lies before all calendars is @to itself. */
static char *
dup_day_before (const char *to, int days)
{
  char *day = sgn_date_add_days (to, -days);

  return day != NULL ? day : g_strdup (to);
}

static SgnSubsidyStep *
add_step (Look *look, const char *id, const char *words, const char *day, gboolean done)
{
  SgnSubsidyStep *step = g_new0 (SgnSubsidyStep, 1);

  step->id = id;
  step->words = g_strdup (words);
  step->day = g_strdup (day);
  step->days_left = sgn_date_count_days (look->today, day);
  step->done = done;
  step->late = !done && step->days_left < 0;
  g_ptr_array_add (look->plan->steps, step);
  return step;
}

static gboolean
has_account (const Look *look)
{
  const char *account = look->record != NULL ? look->record->profile->gbizid : NULL;

  const gboolean only_prime = look->subsidy != NULL && look->subsidy->prime;

  return g_strcmp0 (account, "prime") == 0 || (!only_prime && g_strcmp0 (account, "member") == 0);
}

/* One way to an account: begun so long before the declaration as it may take. */
static void
add_way (Look *look, const SgnSubsidyDuration *duration)
{
  const gboolean open = duration->most < 0;
  g_autofree char *day =
    dup_day_before (look->declare_day, open ? duration->least : duration->most);
  const gboolean post = g_str_equal (duration->id, "account-post");
  SgnSubsidyStep *step =
    add_step (look, post ? "account-post" : "account-online",
              post ? _ ("Apply for a GBizID, if by post") : _ ("Apply for a GBizID, if online"),
              day, FALSE);

  step->at_best = open;
  step->duration = duration;
}

static void
add_account (Look *look)
{
  if (has_account (look)) {
    add_step (look, "account", _ ("Have a GBizID ready"), look->declare_day, TRUE);
    return;
  }
  for (guint i = look->subsidies->durations->len; i > 0; i--) {
    const SgnSubsidyDuration *duration = g_ptr_array_index (look->subsidies->durations, i - 1);

    if (duration->wait == SGN_SUBSIDY_WAIT_ACCOUNT)
      add_way (look, duration);
  }
}

static gboolean
is_done (const Look *look, const char *code)
{
  if (look->declared)
    return TRUE;
  for (guint i = 0; look->reasons != NULL && i < look->reasons->len; i++) {
    const SgnReason *reason = &g_array_index (look->reasons, SgnReason, i);

    if (g_str_equal (reason->code, code))
      return reason->done;
  }
  return FALSE;
}

/* What is done before one declares. How long it takes depends on the company, and is not counted.
 */
static void
add_preparation (Look *look)
{
  static const struct {
    const char *code; /* of SgnReason */
    int star;
    const char *words;
  } works[] = {
    { "data-sheet", 1, N_ ("Fill in the data sheet") },
    { "rules", 1, N_ ("Read and answer the six rules") },
    { "self-check", 2, N_ ("Answer the 25 questions") },
    { "policy", 2, N_ ("Write the basic policy") },
    { "policy-published", 2, N_ ("Publish the basic policy") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (works[i].star <= look->plan->star)
      add_step (look, works[i].code, _ (works[i].words), look->declare_day,
                is_done (look, works[i].code));
}

static void
add_steps (Look *look)
{
  const SgnSubsidyDuration *duration =
    sgn_subsidies_find_duration (look->subsidies, SGN_SUBSIDY_WAIT_DECLARE, look->subsidy);
  const int days = duration != NULL ? MAX (duration->most, duration->least) : 0;
  g_autofree char *declare =
    g_strdup_printf (_ ("Declare %s, and record the ID"), sgn_star_to_symbol (look->plan->star));

  look->declare_day = dup_day_before (look->plan->deadline, days);
  add_account (look);
  add_preparation (look);
  add_step (look, "declare", declare, look->declare_day, look->declared)->duration = duration;
  if (look->subsidy != NULL && look->subsidy->web_page)
    add_step (look, "web-page", _ ("Show on a web page that you declared"), look->plan->deadline,
              FALSE);
  add_step (look, "apply", _ ("Apply for the subsidy"), look->plan->deadline, FALSE);
}

static void
add_remark (SgnSubsidyPlan *plan, const char *words)
{
  g_ptr_array_add (plan->remarks, g_strdup (words));
}

/* Whether the star is on record, with an ID that will do. */
static void
look_at_declarations (Look *look)
{
  const GPtrArray *declarations = look->record != NULL ? look->record->declarations : NULL;
  gboolean old = FALSE;

  for (guint i = 0; declarations != NULL && i < declarations->len; i++) {
    const SgnDeclaration *declaration = g_ptr_array_index (declarations, i);

    if (declaration->star < look->plan->star)
      continue;
    if (look->subsidy != NULL && look->subsidy->new_id &&
        sgn_declaration_number_is_old (declaration->number))
      old = TRUE;
    else
      look->declared = TRUE;
  }
  if (old && !look->declared)
    add_remark (look->plan, _ ("The ID on record begins with 4, which this subsidy is said not to "
                               "accept any more. It is counted as not declared."));
}

static void
look_at_star (Look *look)
{
  if (look->subsidy != NULL && look->subsidy->needs == SGN_SUBSIDY_STAR_OPEN &&
      look->plan->star == 2)
    add_remark (look->plan, _ ("Which star is needed is not settled. ★★ is counted, to be on the "
                               "safe side."));
  if (look->subsidy != NULL && look->subsidy->prime && look->record != NULL &&
      g_strcmp0 (look->record->profile->gbizid, "member") == 0)
    add_remark (look->plan, _ ("To declare, Member is enough; this subsidy wants the "
                               "representative’s Prime."));
}

static int
choose_star (const SgnSubsidyAim *aim)
{
  if (aim->subsidy == NULL)
    return aim->star != 0 ? aim->star : 1;
  if (aim->subsidy->needs == SGN_SUBSIDY_STAR_TWO)
    return 2;
  if (aim->star != 0)
    return aim->star;
  return aim->subsidy->needs == SGN_SUBSIDY_STAR_OPEN ? 2 : 1;
}

static char *
dup_words_passed (const SgnSubsidyPlan *plan, const SgnSubsidyAim *aim)
{
  g_autofree char *day = sgn_date_to_words (plan->deadline, sgn_language_of_user ());

  if (aim->deadline != NULL)
    return g_strdup_printf (_ ("The day %s has passed. Nothing is counted from it."), day);
  return g_strdup_printf (_ ("All closing dates that are known have passed, the last on %s. "
                             "Nothing is counted from them."),
                          day);
}

static char *
dup_words_counted (const SgnSubsidyPlan *plan)
{
  g_autofree char *day = sgn_date_to_words (plan->deadline, sgn_language_of_user ());

  if (plan->days_left == 0)
    return g_strdup (_ ("The day is today. Look up the hour on the office’s page."));
  return g_strdup_printf (ngettext ("Counted back from %s. %d day is left.",
                                    "Counted back from %s. %d days are left.",
                                    (gulong) plan->days_left),
                          day, plan->days_left);
}

static char *
dup_words (const SgnSubsidyPlan *plan, const SgnSubsidyAim *aim)
{
  switch (plan->state) {
  case SGN_SUBSIDY_ENDED:
    return g_strdup (_ ("This subsidy is not offered any more. Nothing is counted."));
  case SGN_SUBSIDY_PASSED:
    return dup_words_passed (plan, aim);
  case SGN_SUBSIDY_NO_DATE:
    return g_strdup (_ ("No closing date is known. Enter the one on the office’s page."));
  case SGN_SUBSIDY_COUNTED:
  default:
    return dup_words_counted (plan);
  }
}

/* The day to count from, if there is one to count from. */
static void
find_deadline (SgnSubsidyPlan *plan, const SgnSubsidyAim *aim, const char *today)
{
  const SgnSubsidy *subsidy = aim->subsidy;
  const SgnSubsidyRound *last = subsidy != NULL ? sgn_subsidy_get_last_round (subsidy) : NULL;

  if (aim->deadline == NULL && subsidy != NULL)
    plan->round = sgn_subsidy_find_round (subsidy, today);
  if (aim->deadline != NULL)
    plan->deadline = g_strdup (aim->deadline);
  else if (plan->round != NULL || last != NULL)
    plan->deadline = g_strdup (plan->round != NULL ? plan->round->date : last->date);
  if (plan->deadline != NULL)
    plan->days_left = sgn_date_count_days (today, plan->deadline);

  if (subsidy != NULL && subsidy->ended)
    plan->state = SGN_SUBSIDY_ENDED;
  else if (plan->deadline == NULL)
    plan->state = SGN_SUBSIDY_NO_DATE;
  else
    plan->state = plan->days_left < 0 ? SGN_SUBSIDY_PASSED : SGN_SUBSIDY_COUNTED;
}

/**
 * sgn_subsidy_plan_new:
 * @subsidies: what is known
 * @aim: what is wanted, and by when; its day is valid
 * @library: (nullable): the catalogues
 * @record: (nullable): the record of the company
 * @today: the day on which one asks
 *
 * Counts from the last day back to the days by which everything should be begun. Only durations
 * that are known are counted, the longest that is known; what takes as long as the company takes
 * is due on the day of the declaration. A day that has passed is never counted from: not one of the
 * subsidy's own, and none that was given.
 *
 * Returns: (transfer full): the plan
 */
SgnSubsidyPlan *
sgn_subsidy_plan_new (const SgnSubsidies *subsidies,
                      const SgnSubsidyAim *aim,
                      SgnLibrary *library,
                      const SgnRecord *record,
                      const char *today)
{
  g_auto (Look) look = { .subsidies = subsidies, .record = record, .today = today };
  SgnSubsidyPlan *plan;

  g_return_val_if_fail (subsidies != NULL && aim != NULL && sgn_date_is_valid (today), NULL);
  g_return_val_if_fail (aim->deadline == NULL || sgn_date_is_valid (aim->deadline), NULL);
  g_return_val_if_fail ((library == NULL) == (record == NULL), NULL);

  plan = g_new0 (SgnSubsidyPlan, 1);
  plan->remarks = g_ptr_array_new_with_free_func (g_free);
  plan->steps = g_ptr_array_new_with_free_func (step_free);
  plan->star = choose_star (aim);
  find_deadline (plan, aim, today);
  plan->words = dup_words (plan, aim);
  look.plan = plan;
  look.subsidy = aim->subsidy;
  if (plan->state == SGN_SUBSIDY_COUNTED) {
    if (record != NULL)
      look.reasons = sgn_readiness_of (library, record, plan->star);
    look_at_star (&look);
    look_at_declarations (&look);
    add_steps (&look);
  }
  return plan;
}
