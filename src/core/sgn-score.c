/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-score.h"

static gboolean
is_points (const SgnCatalogue *catalogue)
{
  return g_strcmp0 (catalogue->scoring, "points") == 0;
}

/* What the best answer of @item is worth: points, or 1 where only answers are counted. */
static int
get_item_max (const SgnCatalogue *catalogue, const SgnItem *item)
{
  return is_points (catalogue) ? sgn_item_get_max_points (item) : 1;
}

static int
get_item_worth (const SgnCatalogue *catalogue, const SgnItem *item, const char *value)
{
  const SgnScaleValue *given = value != NULL ? sgn_item_find_value (item, value) : NULL;

  if (given == NULL)
    return 0;
  return is_points (catalogue) ? given->points : given->mark == SGN_MARK_DONE;
}

static void
add_part (GArray *parts, const char *id)
{
  SgnPartScore part = { .id = id };

  g_array_append_val (parts, part);
}

static void
count_item (SgnPartScore *part, SgnMark mark, int worth, int max)
{
  part->items++;
  part->max += max;
  part->total += worth;
  if (mark != SGN_MARK_NONE)
    part->answered++;
  if (mark != SGN_MARK_NOT_APPLICABLE)
    part->applicable_max += max;
}

static SgnPartScore *
find_part (GArray *parts, GPtrArray *owners, gconstpointer owner)
{
  guint index = 0;

  if (owner == NULL || !g_ptr_array_find (owners, owner, &index))
    return NULL;
  return &g_array_index (parts, SgnPartScore, index);
}

static void
add_item (SgnScore *self, const SgnItem *item, const char *value)
{
  SgnMark mark = sgn_item_get_mark (item, value);
  int worth = get_item_worth (self->catalogue, item, value);
  int max = get_item_max (self->catalogue, item);
  SgnPartScore *parts[] = {
    find_part (self->sections, self->catalogue->sections, item->section),
    find_part (self->areas, self->catalogue->areas, item->area),
  };

  self->items++;
  self->counts[mark]++;
  self->total += worth;
  self->max += max;
  if (mark != SGN_MARK_NONE)
    self->answered++;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i] != NULL)
      count_item (parts[i], mark, worth, max);
  }
}

static void
add_parts (SgnScore *self)
{
  GPtrArray *sections = self->catalogue->sections;
  GPtrArray *areas = self->catalogue->areas;

  for (guint i = 0; i < sections->len; i++)
    add_part (self->sections, ((const SgnSection *) sections->pdata[i])->id);
  for (guint i = 0; i < areas->len; i++)
    add_part (self->areas, ((const SgnArea *) areas->pdata[i])->id);
}

/* The whole of a catalogue has the maximum that its edition names, and a band once every item is
 * answered. */
static void
judge_whole (SgnScore *self)
{
  if (!is_points (self->catalogue))
    return;
  if (self->catalogue->max > 0)
    self->max = self->catalogue->max;
  if (self->items > 0 && self->answered == self->items)
    self->band = sgn_catalogue_find_band (self->catalogue, self->total);
}

/**
 * sgn_score_new:
 * @catalogue: a catalogue
 * @assessment: (nullable): an assessment of that catalogue and edition; %NULL when nothing is
 *   answered
 * @level: (nullable): counts only items of this level and those below; %NULL means all
 *
 * Source: IPA 5分でできる！情報セキュリティ自社診断, editions 3.1 and 4.0: 25 questions, 4, 2, 0,
 * −1 points. How the official form counts 該当なし is not known; here it gives 0 and the maximum
 * stays. Where a catalogue only counts, the total is the number of items done and the maximum their
 * number.
 *
 * Returns: (transfer full): the score
 */
SgnScore *
sgn_score_new (SgnCatalogue *catalogue, const SgnAssessment *assessment, const char *level)
{
  SgnScore *self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (assessment == NULL ||
                          (g_str_equal (assessment->catalogue, catalogue->id) &&
                           g_str_equal (assessment->edition, catalogue->edition)),
                        NULL);

  self = g_new0 (SgnScore, 1);
  self->catalogue = sgn_catalogue_ref (catalogue);
  self->assessment = assessment != NULL ? assessment->id : 0;
  self->sections = g_array_new (FALSE, TRUE, sizeof (SgnPartScore));
  self->areas = g_array_new (FALSE, TRUE, sizeof (SgnPartScore));
  add_parts (self);

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];
    const SgnAnswer *answer =
      assessment != NULL ? sgn_assessment_find_answer (assessment, item->id) : NULL;

    if (item->scale != NULL && sgn_catalogue_level_includes (catalogue, level, item))
      add_item (self, item, answer != NULL ? answer->value : NULL);
  }
  if (level == NULL)
    judge_whole (self);
  return self;
}

void
sgn_score_free (SgnScore *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sections);
  g_array_unref (self->areas);
  sgn_catalogue_unref (self->catalogue);
  g_free (self);
}

/**
 * sgn_part_score_get_percent:
 * @self: a section or area
 *
 * Returns: 0 to 100, or -1
 */
int
sgn_part_score_get_percent (const SgnPartScore *self)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->applicable_max <= 0)
    return -1;
  if (self->total <= 0)
    return 0;
  return (200 * self->total + self->applicable_max) / (2 * self->applicable_max);
}

static json_t *
counts_to_json (const SgnScore *self)
{
  json_t *json = json_object ();

  for (int mark = 0; mark < SGN_N_MARKS; mark++)
    sgn_json_set_integer (json, sgn_mark_to_key ((SgnMark) mark), self->counts[mark]);
  return json;
}

static json_t *
section_to_json (const SgnPartScore *section)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", section->id);
  sgn_json_set_integer (json, "total", section->total);
  sgn_json_set_integer (json, "max", section->max);
  sgn_json_set_integer (json, "answered", section->answered);
  sgn_json_set_integer (json, "items", section->items);
  return json;
}

/**
 * sgn_score_to_json:
 * @self: a score
 *
 * Returns: (transfer full): the object of `score --json`; "assessment" is null when nothing is
 *   answered, "counts" has one key a mark, "none" included
 */
json_t *
sgn_score_to_json (const SgnScore *self)
{
  g_autoptr (json_t) json = json_object ();
  json_t *sections = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sections = json_array ();
  for (guint i = 0; i < self->sections->len; i++)
    json_array_append_new (sections,
                           section_to_json (&g_array_index (self->sections, SgnPartScore, i)));

  sgn_json_set_string (json, "catalogue", self->catalogue->id);
  sgn_json_set_string (json, "edition", self->catalogue->edition);
  json_object_set_new (json, "assessment",
                       self->assessment != 0 ? json_integer (self->assessment) : json_null ());
  sgn_json_set_integer (json, "total", self->total);
  sgn_json_set_integer (json, "max", self->max);
  sgn_json_set_string (json, "band", self->band != NULL ? self->band->key : NULL);
  sgn_json_set_integer (json, "answered", self->answered);
  sgn_json_set_integer (json, "items", self->items);
  json_object_set_new (json, "counts", counts_to_json (self));
  json_object_set_new (json, "sections", sections);
  return g_steal_pointer (&json);
}
