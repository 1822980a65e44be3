/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-comparison-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

const SgnLast *
sgn_comparison_get_check (const SgnComparison *self, guint i)
{
  return g_ptr_array_index (self->checks, i);
}

const SgnScore *
sgn_comparison_get_score (const SgnComparison *self, guint i)
{
  return g_ptr_array_index (self->scores, i);
}

char *
sgn_comparison_dup_date (const SgnComparison *self, guint i)
{
  return sgn_assessment_dup_date (sgn_comparison_get_check (self, i)->combined->answers);
}

static void
comparison_free (SgnComparison *self)
{
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->scores);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnComparison, comparison_free)

/* Closed, or with nothing left to answer. */
static gboolean
is_finished (const SgnAssessment *assessment, const SgnScore *score)
{
  return score->answered > 0 && (assessment->closed || score->answered == score->items);
}

/* (nullable): @assessment, when its edition is part of this version */
static SgnLast *
check_new (const SgnProjection *self, const SgnAssessment *assessment)
{
  SgnLast *check = NULL;
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition);

  if (catalogue == NULL)
    return NULL;
  check = g_new0 (SgnLast, 1);
  check->assessment = assessment;
  check->catalogue = catalogue;
  check->combined = sgn_combined_new (self->record, catalogue, assessment);
  return check;
}

static gboolean
is_candidate (const SgnProjection *self, const SgnAssessment *assessment)
{
  const SgnAssessment *named = NULL;

  if (self->request->assessment == 0)
    return assessment->site == 0 && g_str_equal (assessment->catalogue, SGN_SELF_CHECK);
  named = sgn_record_find_assessment (self->record, self->request->assessment);
  return assessment->site == named->site && assessment->id <= named->id &&
         g_str_equal (assessment->catalogue, named->catalogue);
}

/* Sameness between editions comes from mappings only: without one, nothing is compared. */
static gboolean
set_mapping (const SgnProjection *self, SgnLast *check, const SgnCatalogue *newest)
{
  g_autofree char *from = sgn_catalogue_dup_key (check->catalogue);
  g_autofree char *to = sgn_catalogue_dup_key (newest);

  if (check->catalogue == newest)
    return TRUE;
  check->mapping = sgn_library_find_mapping (self->library, from, to);
  return check->mapping != NULL;
}

/* From the newest back, so that its edition is known before the others are held against it. */
static SgnComparison *
comparison_new (const SgnProjection *self)
{
  SgnComparison *comparison = g_new0 (SgnComparison, 1);
  GPtrArray *assessments = self->record->assessments;

  comparison->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_last_free);
  comparison->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_score_free);
  for (guint i = assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = assessments->pdata[i - 1];
    g_autoptr (SgnLast) check =
      is_candidate (self, assessment) ? check_new (self, assessment) : NULL;
    g_autoptr (SgnScore) score =
      check != NULL ? sgn_score_new (check->catalogue, check->combined->answers, NULL) : NULL;

    if (score == NULL || !is_finished (assessment, score))
      continue;
    if (comparison->catalogue == NULL)
      comparison->catalogue = check->catalogue;
    if (!set_mapping (self, check, comparison->catalogue))
      continue;
    g_ptr_array_insert (comparison->checks, 0, g_steal_pointer (&check));
    g_ptr_array_insert (comparison->scores, 0, g_steal_pointer (&score));
  }
  if (comparison->checks->len > SGN_COMPARED)
    comparison->first = comparison->checks->len - SGN_COMPARED;
  return comparison;
}

gboolean
sgn_projection_check_comparison (const SgnProjection *self, GError **error)
{
  const SgnAssessment *named = sgn_record_find_assessment (self->record, self->request->assessment);
  g_autoptr (SgnComparison) comparison = NULL;

  if (self->request->assessment != 0 &&
      (named == NULL || !g_str_equal (named->catalogue, SGN_SELF_CHECK))) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->request->assessment);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no self-check with the number %s. Choose one of those in the file."),
                 number);
    return FALSE;
  }
  comparison = comparison_new (self);
  if (comparison->checks->len >= 2)
    return TRUE;
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("A comparison needs two finished self-checks of the same scope. Close a "
                          "second one first."));
  return FALSE;
}

gboolean
sgn_comparison_sum (const SgnComparison *self, guint i, gconstpointer owner, SgnPartScore *part)
{
  GPtrArray *items = self->catalogue->items;
  gboolean whole = TRUE;

  *part = (SgnPartScore){ 0 };
  for (guint k = 0; k < items->len; k++) {
    const SgnItem *item = items->pdata[k];
    SgnLastAnswer answer = { SGN_LAST_NOTHING };

    if (item->scale == NULL || (item->section != owner && item->area != owner))
      continue;
    answer = sgn_last_find_answer (sgn_comparison_get_check (self, i), item);
    whole &= answer.item != NULL;
    part->total += answer.value != NULL ? answer.value->points : 0;
    part->max += sgn_item_get_max_points (item);
    if (answer.value == NULL || answer.value->mark != SGN_MARK_NOT_APPLICABLE)
      part->applicable_max += sgn_item_get_max_points (item);
  }
  return whole;
}

static json_t *
counts_to_json (const SgnScore *score)
{
  json_t *json = json_object ();

  for (int mark = 0; mark < SGN_N_MARKS; mark++)
    sgn_json_set_integer (json, sgn_mark_to_key ((SgnMark) mark), score->counts[mark]);
  return json;
}

static void
add_dates (SgnProjection *self, const SgnComparison *comparison)
{
  json_t *list = json_array ();

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    const SgnLast *check = sgn_comparison_get_check (comparison, i);
    const SgnScore *score = sgn_comparison_get_score (comparison, i);
    g_autofree char *date = sgn_comparison_dup_date (comparison, i);
    json_t *json = json_object ();

    sgn_json_set_string (json, "date", date);
    sgn_json_set_string (json, "edition", check->catalogue->edition);
    sgn_json_set_integer (json, "total", score->total);
    sgn_json_set_integer (json, "max", score->max);
    json_object_set_new (json, "counts", counts_to_json (score));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "dates", list);
}

/* Each edition once, oldest first, for the foot of the sheet. */
static void
add_editions (SgnProjection *self, const SgnComparison *comparison)
{
  json_t *list = json_array ();
  const SgnCatalogue *last = NULL;

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    const SgnCatalogue *catalogue = sgn_comparison_get_check (comparison, i)->catalogue;

    if (catalogue != last)
      json_array_append_new (list, json_string (catalogue->edition));
    last = catalogue;
  }
  json_object_set_new (self->json, "editions", list);
}

static void
add_scope (SgnProjection *self, const SgnComparison *comparison)
{
  const SgnAssessment *newest =
    sgn_comparison_get_check (comparison, comparison->checks->len - 1)->assessment;
  const char *scope = sgn_projection_get_scope (self, newest);
  gboolean same = TRUE;

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    const SgnAssessment *assessment = sgn_comparison_get_check (comparison, i)->assessment;

    same &= g_strcmp0 (sgn_projection_get_scope (self, assessment), scope) == 0;
  }
  sgn_json_set_string (self->json, "scope", scope);
  json_object_set_new (self->json, "same_scope", json_boolean (same));
}

/* Whether each date asked the same number of items, with the same numbers and points. */
static gboolean
asks_the_same (const SgnComparison *self)
{
  for (guint i = self->first; i < self->checks->len; i++) {
    const SgnLast *check = sgn_comparison_get_check (self, i);

    if (sgn_comparison_get_score (self, i)->items !=
        sgn_comparison_get_score (self, self->checks->len - 1)->items)
      return FALSE;
    for (guint k = 0; k < self->catalogue->items->len; k++) {
      const SgnItem *item = self->catalogue->items->pdata[k];
      const SgnItem *other = sgn_last_find_answer (check, item).item;

      if (item->scale != NULL &&
          (other == NULL || !g_str_equal (other->number, item->number) ||
           sgn_item_get_max_points (other) != sgn_item_get_max_points (item)))
        return FALSE;
    }
  }
  return TRUE;
}

/* Totals at which the reading of the result changes, inside the scale. */
static void
add_guides (SgnProjection *self, const SgnCatalogue *catalogue)
{
  json_t *list = json_array ();

  for (guint i = catalogue->bands->len; i > 0; i--) {
    const SgnBand *band = catalogue->bands->pdata[i - 1];

    if (band->min > 0 && band->min < catalogue->max)
      json_array_append_new (list, json_integer (band->min));
  }
  json_object_set_new (self->json, "guides", list);
}

void
sgn_projection_add_comparison (SgnProjection *self)
{
  g_autoptr (SgnComparison) comparison = comparison_new (self);

  sgn_projection_add_catalogue (self, comparison->catalogue);
  add_editions (self, comparison);
  add_scope (self, comparison);
  json_object_set_new (self->json, "same_items", json_boolean (asks_the_same (comparison)));
  add_guides (self, comparison->catalogue);
  add_dates (self, comparison);
  sgn_projection_add_results (self, comparison);
  sgn_projection_add_values (self, comparison->catalogue);
  if (sgn_projection_is_internal (self) || self->request->with_unmet)
    sgn_projection_add_trends (self, comparison);
}
