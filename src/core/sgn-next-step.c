/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-next-step.h"

#include <glib/gi18n-lib.h>

#include "sgn-combined.h"
#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-plan.h"
#include "sgn-readiness.h"
#include "sgn-reviews.h"
#include "sgn-road.h"

#define RULES "ipa-rules"
#define SELF_CHECK "ipa-self-check"

/* Our own estimates, in minutes. */
#define MINUTES_A_QUESTION 2
#define MINUTES_A_PART 5
#define MINUTES_TO_PUBLISH 15
#define MINUTES_FOR_DATA 10
#define MINUTES_TO_DECLARE 15
#define MINUTES_TO_REVIEW 5
#define MINUTES_TO_BACK_UP 1
#define ROUND_TO 5

/* A backup older than this many days is old, when something was written since. */
#define OLD_BACKUP 30

/* What the rules look at. */
typedef struct {
  SgnLibrary *library;
  const SgnRecord *record;
  const char *today;
  const char *backup;
  int goal;
  GArray *reasons; /* (nullable): of the goal */
  GPtrArray *reviews;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->reasons, g_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static int
round_up (int minutes)
{
  return (minutes + ROUND_TO - 1) / ROUND_TO * ROUND_TO;
}

/* (nullable): a condition of the goal that does not hold */
static const SgnReason *
find_open (const Look *look, const char *code)
{
  for (guint i = 0; look->reasons != NULL && i < look->reasons->len; i++) {
    const SgnReason *reason = &g_array_index (look->reasons, SgnReason, i);

    if (g_str_equal (reason->code, code))
      return reason->done ? NULL : reason;
  }
  return NULL;
}

/* (nullable): the check that would be gone on with: that of the current edition */
static const SgnAssessment *
find_check (const Look *look, const SgnCatalogue *catalogue)
{
  const SgnAssessment *open = sgn_record_find_open (look->record, catalogue->id);

  return open != NULL && g_str_equal (open->edition, catalogue->edition) ? open : NULL;
}

/* (nullable): the first question without an answer, and how many there are. */
static const SgnItem *
find_unanswered (const Look *look,
                 SgnCatalogue *catalogue,
                 const SgnAssessment *check,
                 guint *n_left)
{
  g_autoptr (SgnCombined) combined =
    check != NULL ? sgn_combined_new (look->record, catalogue, check) : NULL;
  const char *level = check != NULL ? check->level : NULL;
  const SgnItem *first = NULL;

  *n_left = 0;
  if (level == NULL && catalogue->levels->len > 0)
    level = g_ptr_array_index (catalogue->levels, 0);
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnAnswer *answer =
      combined != NULL ? sgn_assessment_find_answer (combined->answers, item->id) : NULL;

    if (item->scale == NULL || !sgn_catalogue_level_includes (catalogue, level, item) ||
        (answer != NULL && answer->value != NULL))
      continue;
    first = first != NULL ? first : item;
    (*n_left)++;
  }
  return first;
}

static const char *
get_purpose (const SgnCatalogue *catalogue)
{
  if (g_str_equal (catalogue->id, RULES))
    return _ ("It is what both stars ask for first.");
  if (g_str_equal (catalogue->id, SELF_CHECK))
    return _ ("It completes the look at your own state that ★★ asks for.");
  return _ ("It completes the check.");
}

static void
set_question (SgnNextStep *step,
              const SgnCatalogue *catalogue,
              const SgnItem *item,
              guint left,
              gboolean begun)
{
  const char *name = sgn_text_get (&catalogue->short_title, sgn_language_of_user ());

  step->place = SGN_STEP_QUESTION;
  step->left = left;
  step->minutes = round_up ((int) left * MINUTES_A_QUESTION);
  step->catalogue = sgn_catalogue_dup_key (catalogue);
  step->item = g_strdup (item->id);
  step->reason = g_strdup (get_purpose (catalogue));
  if (begun) {
    step->title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Answer the last %1$u question (%2$s)",
                                    "Answer the last %1$u questions (%2$s)", left),
                       left, name);
    step->button = g_strdup_printf (_ ("Continue at No. %s"), item->number);
  } else {
    step->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Answer %1$u question (%2$s)",
                                                "Answer %1$u questions (%2$s)", left),
                                   left, name);
    step->button = g_strdup_printf (_ ("Begin with No. %s"), item->number);
  }
}

/* A guideline that the goal asks for, begun or not. */
static gboolean
ask (const Look *look, const char *code, const char *id, gboolean only_begun, SgnNextStep *step)
{
  const SgnReason *reason = find_open (look, code);
  SgnCatalogue *catalogue =
    reason != NULL ? sgn_library_find_catalogue (look->library, id, NULL) : NULL;
  const SgnAssessment *check = catalogue != NULL ? find_check (look, catalogue) : NULL;
  gboolean begun = check != NULL && sgn_assessment_has_answer (check);
  const SgnItem *item = NULL;
  guint left = 0;

  if (catalogue == NULL || (only_begun && !begun))
    return FALSE;
  item = find_unanswered (look, catalogue, check, &left);
  if (item == NULL)
    return FALSE;
  set_question (step, catalogue, item, left, begun);
  return TRUE;
}

static gboolean
find_begin (const Look *look, SgnNextStep *step)
{
  for (guint i = 0; i < look->record->assessments->len; i++)
    if (sgn_assessment_has_answer (g_ptr_array_index (look->record->assessments, i)))
      return FALSE;
  return ask (look, "rules", RULES, FALSE, step);
}

/* What is begun is finished first. */
static gboolean
find_continue (const Look *look, SgnNextStep *step)
{
  return ask (look, "rules", RULES, TRUE, step) || ask (look, "self-check", SELF_CHECK, TRUE, step);
}

static gboolean
find_rules (const Look *look, SgnNextStep *step)
{
  return ask (look, "rules", RULES, FALSE, step);
}

static gboolean
find_self_check (const Look *look, SgnNextStep *step)
{
  return ask (look, "self-check", SELF_CHECK, FALSE, step);
}

static gboolean
find_policy (const Look *look, SgnNextStep *step)
{
  const SgnReason *reason = find_open (look, "policy");

  if (reason == NULL)
    return FALSE;
  step->place = SGN_STEP_POLICY;
  step->left = reason->total - reason->done_count;
  step->minutes = round_up ((int) step->left * MINUTES_A_PART);
  step->title = g_strdup (reason->done_count == 0 ? _ ("Write the basic policy")
                                                  : _ ("Finish the basic policy"));
  step->reason = g_strdup (_ ("There is a text to start from. ★★ asks for a policy."));
  step->button = g_strdup (_ ("Open the Policy"));
  return TRUE;
}

static gboolean
find_publish (const Look *look, SgnNextStep *step)
{
  if (find_open (look, "policy-published") == NULL)
    return FALSE;
  step->place = SGN_STEP_POLICY;
  step->minutes = MINUTES_TO_PUBLISH;
  step->title = g_strdup (_ ("Make the basic policy public"));
  step->reason = g_strdup (_ ("★★ asks for it. Note the place and the day here."));
  step->button = g_strdup (_ ("Open the Policy"));
  return TRUE;
}

static gboolean
find_account (const Look *look, SgnNextStep *step)
{
  if (find_open (look, "gbizid") == NULL)
    return FALSE;
  step->place = SGN_STEP_DECLARATION;
  step->title = g_strdup (_ ("Get a gBizID, prime or member"));
  step->reason = g_strdup (_ ("The declaration is made with it. It may take days to arrive."));
  step->button = g_strdup (_ ("Open the Steps"));
  return TRUE;
}

static gboolean
find_data_sheet (const Look *look, SgnNextStep *step)
{
  const SgnReason *reason = find_open (look, "data-sheet");

  if (reason == NULL)
    return FALSE;
  step->place = SGN_STEP_DECLARATION;
  step->left = reason->total - reason->done_count;
  step->minutes = MINUTES_FOR_DATA;
  step->title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Write down %u thing about the company",
                                  "Write down %u things about the company", step->left),
                     step->left);
  step->reason = g_strdup (_ ("When you declare, they are only copied."));
  step->button = g_strdup (_ ("Open the Steps"));
  return TRUE;
}

static gboolean
find_declare (const Look *look, SgnNextStep *step)
{
  if (look->goal == 0)
    return FALSE;
  step->place = SGN_STEP_DECLARATION;
  step->minutes = MINUTES_TO_DECLARE;
  step->title =
    g_strdup_printf (_ ("Declare %s and note the number"), sgn_star_to_symbol (look->goal));
  step->reason = g_strdup (_ ("Everything for it is there."));
  step->button = g_strdup (_ ("Open the Steps"));
  return TRUE;
}

static gboolean
find_overdue (const Look *look, SgnNextStep *step)
{
  const SgnTask *first = NULL;
  g_autofree char *day = NULL;
  int days;

  for (guint i = 0; i < look->record->tasks->len; i++) {
    const SgnTask *task = g_ptr_array_index (look->record->tasks, i);

    if (sgn_task_is_overdue (task, look->today) &&
        (first == NULL || sgn_date_compare (task->due, first->due) < 0))
      first = task;
  }
  if (first == NULL)
    return FALSE;
  day = sgn_date_to_words (first->due, sgn_language_of_user ());
  days = sgn_date_count_days (first->due, look->today);
  step->place = SGN_STEP_TASK;
  step->task = first->id;
  step->date = g_strdup (first->due);
  step->title = g_strdup (sgn_task_get_title (first, sgn_language_of_user ()));
  step->reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It was due on %2$s, %1$d day ago.",
                                               "It was due on %2$s, %1$d days ago.", (gulong) days),
                                  days, day);
  step->button = g_strdup (_ ("Open the Plan"));
  return TRUE;
}

/* The page where it is looked at. */
static void
set_place_of_review (SgnNextStep *step, const SgnReviewDay *review)
{
  step->catalogue = g_strdup (review->catalogue);
  if (review->item != NULL) {
    step->place = SGN_STEP_QUESTION;
    step->item = g_strdup (review->item->id);
  } else if (review->catalogue != NULL)
    step->place = SGN_STEP_GUIDELINE;
  else if (g_str_equal (review->kind, SGN_KIND_POLICY))
    step->place = SGN_STEP_POLICY;
  else if (g_str_equal (review->kind, SGN_KIND_DECLARATION))
    step->place = SGN_STEP_DECLARATION;
  else
    step->place = SGN_STEP_EVIDENCE;
}

static gboolean
find_review (const Look *look, SgnNextStep *step)
{
  const SgnReviewDay *review = look->reviews->len > 0 ? g_ptr_array_index (look->reviews, 0) : NULL;
  g_autofree char *day = NULL;

  if (review == NULL || !sgn_review_day_is_due (review, look->today))
    return FALSE;
  day = sgn_date_to_words (review->date, sgn_language_of_user ());
  set_place_of_review (step, review);
  step->minutes = MINUTES_TO_REVIEW;
  step->date = g_strdup (review->date);
  step->title = g_strdup (review->title);
  step->reason = g_strdup_printf (_ ("To be looked at again on %s."), day);
  step->button = g_strdup (_ ("Look at It Again"));
  return TRUE;
}

/* Something was written since, and no copy has it. */
static gboolean
is_backup_old (const Look *look)
{
  g_autofree char *written = NULL;

  if (look->record->sample || look->record->head_at == NULL)
    return FALSE;
  if (look->backup == NULL)
    return TRUE;
  written = sgn_time_get_date (look->record->head_at);
  return sgn_date_count_days (look->backup, look->today) > OLD_BACKUP &&
         sgn_date_compare (written, look->backup) > 0;
}

static gboolean
find_backup (const Look *look, SgnNextStep *step)
{
  g_autofree char *day =
    look->backup != NULL ? sgn_date_to_words (look->backup, sgn_language_of_user ()) : NULL;

  if (!is_backup_old (look))
    return FALSE;
  step->place = SGN_STEP_BACKUP;
  step->minutes = MINUTES_TO_BACK_UP;
  step->date = g_strdup (look->backup);
  step->title = g_strdup (_ ("Make a backup"));
  step->reason = day != NULL ? g_strdup_printf (_ ("The last one is of %s."), day)
                             : g_strdup (_ ("There is none yet."));
  step->button = g_strdup (_ ("Make a Backup"));
  return TRUE;
}

/* Another guideline that was begun. */
static gboolean
find_unfinished (const Look *look, SgnNextStep *step)
{
  for (guint i = look->record->assessments->len; i > 0; i--) {
    const SgnAssessment *check = g_ptr_array_index (look->record->assessments, i - 1);
    SgnCatalogue *catalogue = NULL;
    const SgnItem *item = NULL;
    guint left = 0;

    if (check->closed || check->site != 0 || !sgn_assessment_has_answer (check))
      continue;
    catalogue = sgn_library_find_catalogue (look->library, check->catalogue, check->edition);
    item = catalogue != NULL ? find_unanswered (look, catalogue, check, &left) : NULL;
    if (item == NULL)
      continue;
    set_question (step, catalogue, item, left, TRUE);
    return TRUE;
  }
  return FALSE;
}

static gboolean
find_nothing (const Look *look, SgnNextStep *step)
{
  const SgnReviewDay *review = look->reviews->len > 0 ? g_ptr_array_index (look->reviews, 0) : NULL;

  step->title = g_strdup (_ ("There is nothing to do now"));
  if (review != NULL) {
    g_autofree char *day = sgn_date_to_words (review->date, sgn_language_of_user ());

    step->date = g_strdup (review->date);
    step->reason = g_strdup_printf (_ ("The next review is on %s: %s."), day, review->title);
  } else {
    step->reason = g_strdup (_ ("No review has a day yet."));
  }
  return TRUE;
}

/* The first one that finds something is the next step. */
static const struct {
  const char *id;
  gboolean (*find) (const Look *look, SgnNextStep *step);
} rules[] = {
  { "begin", find_begin },           { "continue", find_continue },     { "rules", find_rules },
  { "self-check", find_self_check }, { "policy", find_policy },         { "publish", find_publish },
  { "gbizid", find_account },        { "data-sheet", find_data_sheet }, { "declare", find_declare },
  { "overdue", find_overdue },       { "review", find_review },         { "backup", find_backup },
  { "unfinished", find_unfinished }, { "none", find_nothing },
};

/**
 * sgn_next_step_find:
 * @library: the guidelines
 * @record: the record of a company
 * @today: a date
 * @backup: (nullable): the day of the newest backup
 *
 * The way to the star comes first, then what is late, then what is begun.
 *
 * Returns: (transfer full): the one thing to do next
 */
SgnNextStep *
sgn_next_step_find (SgnLibrary *library,
                    const SgnRecord *record,
                    const char *today,
                    const char *backup)
{
  SgnNextStep *step = NULL;
  g_auto (Look) look = { library, record, today, backup, 0, NULL, NULL };

  g_return_val_if_fail (library != NULL && record != NULL && today != NULL, NULL);

  look.goal = sgn_road_find_goal (record);
  look.reasons = look.goal > 0 ? sgn_readiness_of (library, record, look.goal) : NULL;
  look.reviews = sgn_reviews_list (library, record);
  step = g_new0 (SgnNextStep, 1);
  for (guint i = 0; step->rule == NULL && i < G_N_ELEMENTS (rules); i++)
    if (rules[i].find (&look, step))
      step->rule = rules[i].id;
  return step;
}

void
sgn_next_step_free (SgnNextStep *self)
{
  g_free (self->title);
  g_free (self->reason);
  g_free (self->button);
  g_free (self->catalogue);
  g_free (self->item);
  g_free (self->date);
  g_free (self);
}

/**
 * sgn_next_step_dup_line:
 * @self: a step
 *
 * Returns: (transfer full): how long it takes, where that can be told, and what it is for
 */
char *
sgn_next_step_dup_line (const SgnNextStep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->minutes == 0)
    return g_strdup (self->reason);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "About %d minute. %s",
                                       "About %d minutes. %s", (gulong) self->minutes),
                          self->minutes, self->reason);
}
