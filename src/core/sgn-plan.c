/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-plan.h"

#include "sgn-combined.h"
#include "sgn-date.h"

#include <string.h>

#define ANSWER_PREFIX SGN_KIND_ANSWER "/"

gboolean
sgn_task_is_open (const SgnTask *task)
{
  g_return_val_if_fail (task != NULL, FALSE);

  return strcmp (task->state, SGN_TASK_DONE) != 0 && strcmp (task->state, SGN_TASK_DECLINED) != 0;
}

gboolean
sgn_task_is_overdue (const SgnTask *task, const char *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return sgn_task_is_open (task) && task->due != NULL && sgn_date_compare (task->due, date) < 0;
}

SgnMark
sgn_task_get_mark (const SgnTask *task, const char *date)
{
  g_return_val_if_fail (task != NULL && date != NULL, SGN_MARK_NONE);

  if (strcmp (task->state, SGN_TASK_DONE) == 0)
    return SGN_MARK_COMPLETE;
  if (strcmp (task->state, SGN_TASK_DECLINED) == 0)
    return SGN_MARK_NOT_APPLICABLE;
  if (sgn_task_is_overdue (task, date))
    return SGN_MARK_OVERDUE;
  return strcmp (task->state, SGN_TASK_DOING) == 0 ? SGN_MARK_DOING : SGN_MARK_TODO;
}

/* open, unknown, done, decided against */
static int
get_rank (const SgnPlanLine *line)
{
  if (line->task == NULL)
    return 1;
  if (sgn_task_is_open (line->task))
    return 0;
  return strcmp (line->task->state, SGN_TASK_DONE) == 0 ? 2 : 3;
}

/* What has no day comes after what has one. */
static int
compare_days (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return sgn_date_compare (a, b);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SgnPlanLine *first = *(const SgnPlanLine *const *) a;
  const SgnPlanLine *second = *(const SgnPlanLine *const *) b;
  int order = get_rank (first) - get_rank (second);

  /* What nobody knows stays in the order of the questions: the sort is stable. */
  if (order != 0 || first->task == NULL || second->task == NULL)
    return order;

  order = sgn_task_is_open (first->task)
            ? compare_days (first->task->due, second->task->due)
            : compare_days (second->task->done_on, first->task->done_on);
  return order != 0 ? order
                    : (first->task->id > second->task->id) - (first->task->id < second->task->id);
}

static void
add_line (GPtrArray *lines,
          const SgnTask *task,
          const SgnAssessment *assessment,
          const SgnItem *item)
{
  SgnPlanLine *line = g_new0 (SgnPlanLine, 1);

  line->task = task;
  line->assessment = assessment;
  line->item = item;
  g_ptr_array_add (lines, line);
}

static gboolean
has_open_task (const SgnRecord *record, const SgnAssessment *assessment, const SgnItem *item)
{
  g_autofree char *reference = sgn_answer_make_reference (assessment->id, item->id);

  for (guint i = 0; i < record->tasks->len; i++) {
    const SgnTask *task = g_ptr_array_index (record->tasks, i);

    if (sgn_task_is_open (task) &&
        g_ptr_array_find_with_equal_func (task->links, reference, g_str_equal, NULL))
      return TRUE;
  }
  return FALSE;
}

static void
add_unknown (GPtrArray *lines,
             const SgnRecord *record,
             SgnCatalogue *catalogue,
             const SgnAssessment *assessment)
{
  g_autoptr (SgnCombined) combined = sgn_combined_new (record, catalogue, assessment);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    const SgnAnswer *answer = sgn_assessment_find_answer (combined->answers, item->id);

    if (answer != NULL && sgn_item_get_mark (item, answer->value) == SGN_MARK_UNKNOWN &&
        !has_open_task (record, assessment, item))
      add_line (lines, NULL, assessment, item);
  }
}

/* Of each guideline the check that counts today. */
static void
add_all_unknown (GPtrArray *lines, const SgnRecord *record, SgnLibrary *library)
{
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (library, *id, assessment->edition) : NULL;

    if (catalogue != NULL)
      add_unknown (lines, record, catalogue, assessment);
  }
}

/**
 * sgn_plan_list:
 * @record: the record of a company
 * @library: the guidelines
 *
 * “I do not know” is an answer and becomes something to be done, which needs no row of its own: it
 * stands in the plan until it is answered otherwise, or until a task is for it.
 *
 * Returns: (transfer full) (element-type SgnPlanLine): the plan
 */
GPtrArray *
sgn_plan_list (const SgnRecord *record, SgnLibrary *library)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (record != NULL && library != NULL, lines);

  for (guint i = 0; i < record->tasks->len; i++)
    add_line (lines, g_ptr_array_index (record->tasks, i), NULL, NULL);
  add_all_unknown (lines, record, library);
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
ground_free (gpointer data)
{
  SgnTaskGround *ground = data;

  g_free (ground->kind);
  g_free (ground);
}

static SgnTaskGround *
ground_new (const char *reference, const SgnRecord *record, SgnLibrary *library)
{
  SgnTaskGround *ground = g_new0 (SgnTaskGround, 1);
  const char *slash = strchr (reference, '/');
  const char *item = NULL;
  const SgnAssessment *assessment = NULL;

  ground->kind =
    slash != NULL ? g_strndup (reference, (gsize) (slash - reference)) : g_strdup (reference);
  if (!g_str_has_prefix (reference, ANSWER_PREFIX))
    return ground;

  assessment = sgn_record_find_assessment (record, g_ascii_strtoll (slash + 1, NULL, 10));
  item = strchr (slash + 1, '/');
  if (assessment == NULL || item == NULL)
    return ground;

  ground->catalogue =
    sgn_library_find_catalogue (library, assessment->catalogue, assessment->edition);
  if (ground->catalogue != NULL)
    ground->item = sgn_catalogue_find_item (ground->catalogue, item + 1);
  return ground;
}

static gboolean
is_same_ground (gconstpointer a, gconstpointer b)
{
  const SgnTaskGround *first = a;
  const SgnTaskGround *second = b;

  if (first->item == NULL || second->item == NULL)
    return first->item == second->item && strcmp (first->kind, second->kind) == 0;
  return strcmp (first->catalogue->id, second->catalogue->id) == 0 &&
         strcmp (first->item->id, second->item->id) == 0;
}

GPtrArray *
sgn_task_list_grounds (const SgnTask *task, const SgnRecord *record, SgnLibrary *library)
{
  GPtrArray *grounds = g_ptr_array_new_with_free_func (ground_free);

  g_return_val_if_fail (task != NULL && record != NULL && library != NULL, grounds);

  for (guint i = 0; i < task->links->len; i++) {
    SgnTaskGround *ground = ground_new (g_ptr_array_index (task->links, i), record, library);

    if (g_ptr_array_find_with_equal_func (grounds, ground, is_same_ground, NULL))
      ground_free (ground);
    else
      g_ptr_array_add (grounds, ground);
  }
  return grounds;
}

/* The items that open tasks are for, whatever the year, and the answers that any task is for:
 * "CATALOGUE ITEM" and "answer/1/SD-01". */
static GHashTable *
collect_covered (const SgnRecord *record, SgnLibrary *library)
{
  GHashTable *covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < record->tasks->len; i++) {
    const SgnTask *task = g_ptr_array_index (record->tasks, i);
    g_autoptr (GPtrArray) grounds = sgn_task_list_grounds (task, record, library);

    for (guint k = 0; k < task->links->len; k++)
      g_hash_table_add (covered, g_strdup (g_ptr_array_index (task->links, k)));
    for (guint k = 0; sgn_task_is_open (task) && k < grounds->len; k++) {
      const SgnTaskGround *ground = g_ptr_array_index (grounds, k);

      if (ground->item != NULL)
        g_hash_table_add (covered,
                          g_strconcat (ground->catalogue->id, " ", ground->item->id, NULL));
    }
  }
  return covered;
}

static gboolean
is_covered (GHashTable *covered,
            const SgnCatalogue *catalogue,
            const SgnAssessment *assessment,
            const SgnItem *item)
{
  g_autofree char *reference = sgn_answer_make_reference (assessment->id, item->id);
  g_autofree char *key = g_strconcat (catalogue->id, " ", item->id, NULL);

  return g_hash_table_contains (covered, reference) || g_hash_table_contains (covered, key);
}

static void
add_proposals (GPtrArray *lines,
               const SgnRecord *record,
               SgnCatalogue *catalogue,
               const SgnAssessment *assessment,
               GHashTable *covered)
{
  g_autoptr (SgnCombined) combined = sgn_combined_new (record, catalogue, assessment);

  for (SgnMark mark = SGN_MARK_NOT_DONE; mark >= SGN_MARK_PARTIAL; mark--)
    for (guint i = 0; i < catalogue->items->len; i++) {
      const SgnItem *item = g_ptr_array_index (catalogue->items, i);
      const SgnAnswer *answer = sgn_assessment_find_answer (combined->answers, item->id);

      if (answer != NULL && sgn_item_get_mark (item, answer->value) == mark &&
          !is_covered (covered, catalogue, assessment, item))
        add_line (lines, NULL, assessment, item);
    }
}

/**
 * sgn_plan_list_proposals:
 * @record: the record of a company
 * @library: the guidelines
 *
 * What could become a task, guideline by guideline. A task that was declined is one, so that
 * nothing is proposed again; a task of last year that is still open is one too.
 *
 * Returns: (transfer full) (element-type SgnPlanLine): lines without a task
 */
GPtrArray *
sgn_plan_list_proposals (const SgnRecord *record, SgnLibrary *library)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) covered = NULL;

  g_return_val_if_fail (record != NULL && library != NULL, lines);

  covered = collect_covered (record, library);
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    const SgnAssessment *assessment = sgn_record_find_answered (record, *id);
    SgnCatalogue *catalogue =
      assessment != NULL ? sgn_library_find_catalogue (library, *id, assessment->edition) : NULL;

    if (catalogue != NULL)
      add_proposals (lines, record, catalogue, assessment, covered);
  }
  return lines;
}
