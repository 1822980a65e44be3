/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-score.h"

static gboolean
is_points (const SgnCatalogue *catalogue)
{
  return g_strcmp0 (catalogue->scoring, "points") == 0;
}

static gboolean
is_counted (const SgnCatalogue *catalogue)
{
  return g_strcmp0 (catalogue->scoring, "count") == 0;
}

/* What the best answer of @item is worth: points, 1 where only answers are counted, nothing where
 * they are not added up. */
static int
get_item_max (const SgnCatalogue *catalogue, const SgnItem *item)
{
  return is_points (catalogue) ? sgn_item_get_max_points (item) : is_counted (catalogue);
}

static int
get_item_worth (const SgnCatalogue *catalogue, const SgnItem *item, const char *value)
{
  const SgnScaleValue *given = value != NULL ? sgn_item_find_value (item, value) : NULL;

  if (given == NULL)
    return 0;
  if (is_points (catalogue))
    return given->points;
  return is_counted (catalogue) && given->mark == SGN_MARK_DONE;
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
count_value (SgnScore *self, const char *value)
{
  for (guint i = 0; i < self->values->len; i++) {
    SgnValueCount *each = &g_array_index (self->values, SgnValueCount, i);

    each->count += g_strcmp0 (each->key, value) == 0;
  }
}

static SgnGroupScore *
find_group (SgnScore *self, const SgnGroup *group)
{
  for (guint i = 0; i < self->groups->len; i++) {
    SgnGroupScore *each = &g_array_index (self->groups, SgnGroupScore, i);

    if (each->group == group)
      return each;
  }
  return NULL;
}

/* A requirement stands in the list as soon as one of its criteria is counted, so that a level shows
 * those it asks for and no others. */
static void
count_group (SgnScore *self, const SgnGroup *group, SgnMark mark)
{
  const SgnGroupScore empty = { .group = group };
  SgnGroupScore *score = find_group (self, group);

  if (score == NULL) {
    g_array_append_val (self->groups, empty);
    score = find_group (self, group);
  }
  score->items++;
  score->answered += mark != SGN_MARK_NONE;
  score->met += mark == SGN_MARK_DONE;
  score->not_applicable += mark == SGN_MARK_NOT_APPLICABLE;
  score->is_met = score->met > 0 && score->met + score->not_applicable == score->items;
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
  count_value (self, value);
  if (item->group != NULL && is_counted (self->catalogue))
    count_group (self, item->group, mark);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i] != NULL)
      count_item (parts[i], mark, worth, max);
  }
}

static gboolean
has_value (const SgnScore *self, const char *key)
{
  for (guint i = 0; i < self->values->len; i++)
    if (g_strcmp0 (g_array_index (self->values, SgnValueCount, i).key, key) == 0)
      return TRUE;
  return FALSE;
}

static void
add_values (SgnScore *self, const SgnScale *scale)
{
  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = g_ptr_array_index (scale->values, i);
    SgnValueCount count = { .key = value->key };

    if (!has_value (self, value->key))
      g_array_append_val (self->values, count);
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
  for (guint i = 0; i < self->catalogue->scales->len; i++)
    add_values (self, self->catalogue->scales->pdata[i]);
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
 * number; what is done in part counts nothing. Where it is not added up, both are 0 and mean
 * nothing: see sgn_score_has_total().
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
  self->values = g_array_new (FALSE, TRUE, sizeof (SgnValueCount));
  self->groups = g_array_new (FALSE, TRUE, sizeof (SgnGroupScore));
  self->level = g_strdup (level);
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
  g_array_unref (self->values);
  g_array_unref (self->groups);
  g_free (self->level);
  sgn_catalogue_unref (self->catalogue);
  g_free (self);
}

/**
 * sgn_score_has_total:
 * @self: a score
 *
 * Returns: whether its catalogue is added up
 */
gboolean
sgn_score_has_total (const SgnScore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_points (self->catalogue) || is_counted (self->catalogue);
}

static guint
count_groups (const SgnScore *self, const SgnSection *section, gboolean met_only)
{
  guint count = 0;

  for (guint i = 0; i < self->groups->len; i++) {
    const SgnGroupScore *each = &g_array_index (self->groups, SgnGroupScore, i);

    count += (section == NULL || each->group->section == section) && (each->is_met || !met_only);
  }
  return count;
}

/**
 * sgn_score_count_met_groups:
 * @self: a score
 * @section: (nullable): counts only requirements of this section
 *
 * Returns: how many requirements are met
 */
guint
sgn_score_count_met_groups (const SgnScore *self, const SgnSection *section)
{
  g_return_val_if_fail (self != NULL, 0);

  return count_groups (self, section, TRUE);
}

/**
 * sgn_score_count_groups:
 * @self: a score
 * @section: (nullable): counts only requirements of this section
 *
 * Returns: how many requirements the level that is counted asks for
 */
guint
sgn_score_count_groups (const SgnScore *self, const SgnSection *section)
{
  g_return_val_if_fail (self != NULL, 0);

  return count_groups (self, section, FALSE);
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

/* One key a value of the scales, in their words, and "none" for what is not answered. */
static json_t *
counts_to_json (const SgnScore *self)
{
  json_t *json = json_object ();

  sgn_json_set_integer (json, sgn_mark_to_key (SGN_MARK_NONE), self->counts[SGN_MARK_NONE]);
  for (guint i = 0; i < self->values->len; i++) {
    const SgnValueCount *value = &g_array_index (self->values, SgnValueCount, i);

    sgn_json_set_integer (json, value->key, value->count);
  }
  return json;
}

static void
set_total (json_t *json, const SgnScore *self, int total, int max)
{
  gboolean added = sgn_score_has_total (self);

  json_object_set_new (json, "total", added ? json_integer (total) : json_null ());
  json_object_set_new (json, "max", added ? json_integer (max) : json_null ());
}

static void
set_requirements (json_t *json, const SgnScore *self, const SgnSection *section)
{
  if (self->groups->len == 0)
    return;
  sgn_json_set_integer (json, "requirements", sgn_score_count_groups (self, section));
  sgn_json_set_integer (json, "requirements_met", sgn_score_count_met_groups (self, section));
}

static json_t *
section_to_json (const SgnScore *self, guint at)
{
  const SgnPartScore *part = &g_array_index (self->sections, SgnPartScore, at);
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", part->id);
  set_total (json, self, part->total, part->max);
  sgn_json_set_integer (json, "answered", part->answered);
  sgn_json_set_integer (json, "items", part->items);
  set_requirements (json, self, self->catalogue->sections->pdata[at]);
  return json;
}

static json_t *
sections_to_json (const SgnScore *self)
{
  json_t *list = json_array ();

  for (guint i = 0; i < self->sections->len; i++)
    json_array_append_new (list, section_to_json (self, i));
  return list;
}

static json_t *
groups_to_json (const SgnScore *self)
{
  json_t *list = json_array ();

  for (guint i = 0; i < self->groups->len; i++) {
    const SgnGroupScore *score = &g_array_index (self->groups, SgnGroupScore, i);
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", score->group->id);
    sgn_json_set_string (json, "section", score->group->section->id);
    json_object_set_new (json, "met", json_boolean (score->is_met));
    sgn_json_set_integer (json, "total", score->met);
    sgn_json_set_integer (json, "max", score->items);
    sgn_json_set_integer (json, "answered", score->answered);
    sgn_json_set_integer (json, "not_applicable", score->not_applicable);
    json_array_append_new (list, json);
  }
  return list;
}

/**
 * sgn_score_to_json:
 * @self: a score
 *
 * Returns: (transfer full): the object of `score --json`; "assessment" is null when nothing is
 *   answered, "total" and "max" are null where nothing is added up; "counts" has one key a value of
 *   the scale and "none"; a guideline of requirements lists them under "groups"
 */
json_t *
sgn_score_to_json (const SgnScore *self)
{
  g_autoptr (json_t) json = json_object ();

  g_return_val_if_fail (self != NULL, NULL);

  sgn_json_set_string (json, "catalogue", self->catalogue->id);
  sgn_json_set_string (json, "edition", self->catalogue->edition);
  json_object_set_new (json, "assessment",
                       self->assessment != 0 ? json_integer (self->assessment) : json_null ());
  if (self->level != NULL)
    sgn_json_set_string (json, "level", self->level);
  set_total (json, self, self->total, self->max);
  sgn_json_set_string (json, "band", self->band != NULL ? self->band->key : NULL);
  sgn_json_set_integer (json, "answered", self->answered);
  sgn_json_set_integer (json, "items", self->items);
  set_requirements (json, self, NULL);
  json_object_set_new (json, "counts", counts_to_json (self));
  json_object_set_new (json, "sections", sections_to_json (self));
  if (self->groups->len > 0)
    json_object_set_new (json, "groups", groups_to_json (self));
  return g_steal_pointer (&json);
}
