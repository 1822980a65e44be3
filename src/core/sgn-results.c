/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-results.h"

#include "sgn-plan.h"

#define SELF_CHECK "ipa-self-check"
/* With fewer axes of our own there is nothing to compare. */
#define LEAST_AREAS 3
/* Tenths, so that a mean is printed as on paper. */
#define TENTHS 10

static SgnResultsKind
get_kind (const SgnCatalogue *catalogue)
{
  const SgnScale *scale = catalogue->scales->pdata[0];

  if (g_str_equal (scale->kind, "maturity"))
    return SGN_RESULTS_LEVEL;
  return g_strcmp0 (catalogue->scoring, "points") == 0 ? SGN_RESULTS_POINTS : SGN_RESULTS_COUNT;
}

/* What is not held against the official text stands on no sheet, and in no mean. */
static gboolean
is_counted (const SgnResults *self, const SgnItem *item)
{
  return item->scale != NULL && sgn_catalogue_level_includes (self->catalogue, self->level, item) &&
         (self->kind != SGN_RESULTS_LEVEL || item->confidence != SGN_CONFIDENCE_UNVERIFIED);
}

static gboolean
is_in_part (const SgnItem *item, gconstpointer owner)
{
  return owner == NULL || item->section == owner || item->area == owner;
}

/* (nullable): what counts now */
static const SgnScaleValue *
find_value (const SgnResults *self, const SgnItem *item)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (self->combined->answers, item->id);

  return answer != NULL && answer->value != NULL ? sgn_item_find_value (item, answer->value) : NULL;
}

/* Sums up, until sum_finish() makes a mean of it. */
typedef struct {
  SgnResultsKind kind;
  guint levelled;
  SgnResultValue value;
} Sum;

/* @value: (nullable): the answer to @item */
static void
sum_add (Sum *sum, const SgnItem *item, const SgnScaleValue *value)
{
  gboolean applies = value == NULL || value->mark != SGN_MARK_NOT_APPLICABLE;

  sum->value.items++;
  sum->value.answered += value != NULL;
  switch (sum->kind) {
  case SGN_RESULTS_POINTS:
    sum->value.value += value != NULL ? value->points : 0;
    sum->value.max += applies ? sgn_item_get_max_points (item) : 0;
    break;
  case SGN_RESULTS_LEVEL:
    sum->levelled += value != NULL && value->points > 0;
    sum->value.value += value != NULL ? value->points : 0;
    sum->value.max = TENTHS * sgn_item_get_max_points (item);
    break;
  case SGN_RESULTS_COUNT:
  default:
    sum->value.value += value != NULL && value->mark == SGN_MARK_DONE;
    sum->value.max++;
  }
}

/* The mean is rounded half up from the exact value, as on the sheet. */
static SgnResultValue
sum_finish (const Sum *sum)
{
  SgnResultValue value = sum->value;
  int levelled = (int) sum->levelled;

  value.known = value.answered > 0 && value.max > 0;
  if (sum->kind != SGN_RESULTS_LEVEL)
    return value;
  value.known = levelled > 0;
  value.value = levelled > 0 ? (2 * TENTHS * value.value + levelled) / (2 * levelled) : 0;
  return value;
}

/* @owner: (nullable): a section or an area; NULL: all items */
static SgnResultValue
sum_now (const SgnResults *self, gconstpointer owner)
{
  GPtrArray *items = self->catalogue->items;
  Sum sum = { .kind = self->kind };

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];

    if (is_counted (self, item) && is_in_part (item, owner))
      sum_add (&sum, item, find_value (self, item));
  }
  return sum_finish (&sum);
}

/* Unknown as soon as one item was not asked then. */
static SgnResultValue
sum_before (const SgnResults *self, gconstpointer owner)
{
  GPtrArray *items = self->catalogue->items;
  Sum sum = { .kind = self->kind };
  gboolean whole = self->last->combined != NULL;
  SgnResultValue value;

  for (guint i = 0; i < items->len && whole; i++) {
    const SgnItem *item = items->pdata[i];
    SgnLastAnswer last;

    if (!is_counted (self, item) || !is_in_part (item, owner))
      continue;
    last = sgn_last_find_answer (self->last, item);
    whole = last.item != NULL;
    sum_add (&sum, item, last.value);
  }
  value = sum_finish (&sum);
  value.known &= whole;
  return value;
}

/* Points of the whole are those of the edition it was answered in, whatever it asked. */
static SgnResultValue
sum_whole_before (const SgnResults *self)
{
  SgnResultValue value = sum_before (self, NULL);
  g_autoptr (SgnScore) score = NULL;

  if (self->kind != SGN_RESULTS_POINTS || self->last->combined == NULL)
    return value;
  score = sgn_score_new (self->last->catalogue, self->last->combined->answers, NULL);
  value = (SgnResultValue){ score->answered > 0, score->total, score->max, score->items,
                            score->answered };
  return value;
}

static void
add_part (SgnResults *self, const SgnText *title, gconstpointer owner)
{
  SgnResultPart part = { title, sum_now (self, owner), { 0 } };

  if (part.now.items == 0)
    return;
  part.before = sum_before (self, owner);
  g_ptr_array_add (self->parts, g_memdup2 (&part, sizeof part));
}

static void
add_parts (SgnResults *self)
{
  GPtrArray *areas = self->catalogue->areas;
  GPtrArray *sections = self->catalogue->sections;

  self->own_areas = areas->len >= LEAST_AREAS;
  for (guint i = 0; self->own_areas && i < areas->len; i++)
    add_part (self, &((const SgnArea *) areas->pdata[i])->title, areas->pdata[i]);
  for (guint i = 0; !self->own_areas && i < sections->len; i++)
    add_part (self, &((const SgnSection *) sections->pdata[i])->title, sections->pdata[i]);
}

/* The points that an answer gives more than @value: the next better one and the best. */
static void
find_gain (SgnFirstStep *step)
{
  const GPtrArray *values = step->item->scale->values;

  for (guint i = 0; i < values->len; i++) {
    const SgnScaleValue *better = values->pdata[i];
    int gain = better->points - step->value->points;

    if (gain <= 0 || better->mark == SGN_MARK_NOT_APPLICABLE)
      continue;
    step->least = step->least == 0 ? gain : MIN (step->least, gain);
    step->most = MAX (step->most, gain);
  }
}

/* Without a day it comes after all that have one. */
static gboolean
is_due_before (const SgnTask *task, const SgnTask *other)
{
  if (other == NULL)
    return TRUE;
  if (task->due == NULL || other->due == NULL)
    return task->due != NULL && other->due == NULL;
  return g_strcmp0 (task->due, other->due) < 0;
}

static gboolean
has_link (const SgnTask *task, const char *reference)
{
  for (guint i = 0; i < task->links->len; i++)
    if (g_str_equal (task->links->pdata[i], reference))
      return TRUE;
  return FALSE;
}

static void
find_task (const SgnResults *self, const SgnRecord *record, SgnFirstStep *step)
{
  g_autofree char *own = sgn_answer_make_reference (self->assessment->id, step->item->id);
  g_autofree char *source = sgn_answer_make_reference (step->assessment, step->item->id);

  for (guint i = 0; i < record->tasks->len; i++) {
    const SgnTask *task = record->tasks->pdata[i];

    if (sgn_task_is_open (task) && (has_link (task, own) || has_link (task, source)) &&
        is_due_before (task, step->task))
      step->task = task;
  }
}

static gboolean
is_weak (const SgnScaleValue *value)
{
  return value->mark == SGN_MARK_UNKNOWN || value->mark == SGN_MARK_NOT_DONE;
}

static void
add_step (SgnResults *self,
          const SgnRecord *record,
          const SgnItem *item,
          const SgnScaleValue *value)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (self->combined->answers, item->id);
  SgnFirstStep step = { .item = item, .value = value, .assessment = answer->assessment };

  if (self->kind == SGN_RESULTS_POINTS)
    find_gain (&step);
  find_task (self, record, &step);
  g_ptr_array_add (self->steps, g_memdup2 (&step, sizeof step));
}

/* In the order of the guideline, which has the basics first: what nobody does or knows, then what
 * is done in part. */
static void
add_steps (SgnResults *self, const SgnRecord *record, gboolean weak)
{
  GPtrArray *items = self->catalogue->items;

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];
    const SgnScaleValue *value = is_counted (self, item) ? find_value (self, item) : NULL;

    if (value == NULL || (weak ? !is_weak (value) : value->mark != SGN_MARK_PARTIAL))
      continue;
    add_step (self, record, item, value);
  }
}

/* Levels are cumulative, and whoever does not say aims at the lowest. */
static const char *
get_level (const SgnCatalogue *catalogue, const SgnAssessment *assessment)
{
  if (assessment->level != NULL || catalogue->levels->len < 2)
    return assessment->level;
  return catalogue->levels->pdata[0];
}

/**
 * sgn_results_new:
 * @library: the catalogues and mappings
 * @record: a record
 * @assessment: one of its assessments
 * @against: (nullable): an earlier one of the same guideline
 *
 * Returns: (transfer full) (nullable): what @assessment came to
 */
SgnResults *
sgn_results_new (SgnLibrary *library,
                 const SgnRecord *record,
                 const SgnAssessment *assessment,
                 const SgnAssessment *against)
{
  SgnResults *self = NULL;
  SgnCatalogue *catalogue = NULL;

  g_return_val_if_fail (library != NULL && record != NULL && assessment != NULL, NULL);

  catalogue = sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  if (catalogue == NULL || !sgn_catalogue_asks (catalogue))
    return NULL;

  self = g_new0 (SgnResults, 1);
  self->kind = get_kind (catalogue);
  self->assessment = assessment;
  self->catalogue = catalogue;
  self->level = get_level (catalogue, assessment);
  self->combined = sgn_combined_new (record, catalogue, assessment);
  self->last = sgn_last_new_against (library, record, assessment, against);
  self->score = sgn_score_new (catalogue, self->combined->answers,
                               catalogue->levels->len < 2 ? NULL : self->level);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  self->whole = sum_now (self, NULL);
  self->whole_before = sum_whole_before (self);
  if (self->kind == SGN_RESULTS_POINTS) {
    self->whole.max = self->score->max;
    self->whole.known = self->whole.answered > 0;
  }
  add_parts (self);
  add_steps (self, record, TRUE);
  add_steps (self, record, FALSE);
  return self;
}

void
sgn_results_free (SgnResults *self)
{
  if (self == NULL)
    return;

  sgn_combined_free (self->combined);
  sgn_last_free (self->last);
  sgn_score_free (self->score);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * sgn_results_list_earlier:
 * @record: a record
 * @assessment: one of its assessments
 *
 * Returns: (transfer container) (element-type SgnAssessment): the closed and answered ones before
 *   it, of the same guideline and site, newest first
 */
GPtrArray *
sgn_results_list_earlier (const SgnRecord *record, const SgnAssessment *assessment)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = record->assessments->len; i > 0; i--) {
    SgnAssessment *earlier = record->assessments->pdata[i - 1];

    if (earlier->id < assessment->id && earlier->closed && earlier->site == assessment->site &&
        g_str_equal (earlier->catalogue, assessment->catalogue) &&
        sgn_record_has_answer (record, earlier))
      g_ptr_array_add (list, earlier);
  }
  return list;
}

static gboolean
has_catalogue (GPtrArray *list, const char *catalogue)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const SgnAssessment *) list->pdata[i])->catalogue, catalogue))
      return TRUE;
  return FALSE;
}

/**
 * sgn_results_list_checks:
 * @library: the catalogues
 * @record: a record
 *
 * Returns: (transfer container) (element-type SgnAssessment): of each guideline that asks and has
 *   answers, the check that its sheet speaks of; the self-check first, the others as they were
 *   begun
 */
GPtrArray *
sgn_results_list_checks (SgnLibrary *library, const SgnRecord *record)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *each = record->assessments->pdata[i];
    SgnAssessment *found = sgn_record_find_answered (record, each->catalogue);

    if (found == NULL || has_catalogue (list, each->catalogue) ||
        sgn_library_find_catalogue (library, found->catalogue, found->edition) == NULL)
      continue;
    g_ptr_array_insert (list, g_str_equal (each->catalogue, SELF_CHECK) ? 0 : -1, found);
  }
  return list;
}

gboolean
sgn_results_is_complete (const SgnResults *self)
{
  return self->whole.answered == self->whole.items;
}
