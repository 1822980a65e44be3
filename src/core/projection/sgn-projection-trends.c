/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-comparison-private.h"

/* Every item of a comparison by date, and what can be said of it in words. */

/* (nullable): what was answered at a date, when it gives points that can be compared */
static const SgnScaleValue *
find_value (const SgnComparison *comparison, guint i, const SgnItem *item)
{
  SgnLastAnswer answer = sgn_last_find_answer (sgn_comparison_get_check (comparison, i), item);

  if (answer.value == NULL || answer.value->mark == SGN_MARK_NOT_APPLICABLE)
    return NULL;
  return answer.value;
}

/* One mark a date; NULL where the edition has no such item. */
static json_t *
list_marks (const SgnComparison *comparison, const SgnItem *item)
{
  json_t *list = json_array ();

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    SgnLastAnswer answer = sgn_last_find_answer (sgn_comparison_get_check (comparison, i), item);
    SgnMark mark = answer.value != NULL ? answer.value->mark : SGN_MARK_NONE;

    json_array_append_new (list, answer.item != NULL ? json_string (sgn_mark_to_key (mark))
                                                     : json_null ());
  }
  return list;
}

/* What happened to an item from date to date. */
typedef struct {
  gboolean whole; /* it has points at every date */
  guint ups;
  guint downs;
  const SgnScaleValue *last; /* (nullable) */
} Course;

static Course
follow (const SgnComparison *comparison, const SgnItem *item)
{
  Course course = { TRUE, 0, 0, NULL };

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    const SgnScaleValue *value = find_value (comparison, i, item);

    course.whole &= value != NULL;
    if (value != NULL && course.last != NULL) {
      course.ups += value->points > course.last->points;
      course.downs += value->points < course.last->points;
    }
    course.last = value;
  }
  return course;
}

/* Each step down: the date it was seen at and the points before and after. */
static void
append_falls (const SgnComparison *comparison, const SgnItem *item, json_t *list)
{
  for (guint i = comparison->first + 1; i < comparison->checks->len; i++) {
    const SgnScaleValue *before = find_value (comparison, i - 1, item);
    const SgnScaleValue *after = find_value (comparison, i, item);
    g_autofree char *date = sgn_comparison_dup_date (comparison, i);
    json_t *json = NULL;

    if (before == NULL || after == NULL || after->points >= before->points)
      continue;
    json = json_object ();
    sgn_json_set_string (json, "number", item->number);
    sgn_json_set_string (json, "date", date);
    sgn_json_set_integer (json, "from", before->points);
    sgn_json_set_integer (json, "to", after->points);
    json_array_append_new (list, json);
  }
}

static void
append_number (json_t *list, const SgnItem *item)
{
  json_array_append_new (list, json_string (item->number));
}

static json_t *
item_to_json (const SgnProjection *self, const SgnComparison *comparison, const SgnItem *item)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", item->id);
  sgn_json_set_string (json, "number", item->number);
  sgn_json_set_string (json, "section", item->section->id);
  sgn_projection_set_text (self, json, "short", &item->short_title);
  json_object_set_new (json, "marks", list_marks (comparison, item));
  return json;
}

static void
sort_item (const SgnComparison *comparison, const SgnItem *item, json_t *trends)
{
  guint steps = comparison->checks->len - comparison->first - 1;
  Course course = follow (comparison, item);

  if (course.whole && course.ups == steps)
    append_number (json_object_get (trends, "risen"), item);
  if (course.whole && course.ups + course.downs == 0 && course.last->mark != SGN_MARK_DONE)
    append_number (json_object_get (trends, "stayed"), item);
  append_falls (comparison, item, json_object_get (trends, "fallen"));
}

static void
add_items (SgnProjection *self, const SgnComparison *comparison)
{
  json_t *items = json_array ();
  json_t *trends = json_object ();

  json_object_set_new (trends, "risen", json_array ());
  json_object_set_new (trends, "stayed", json_array ());
  json_object_set_new (trends, "fallen", json_array ());
  for (guint i = 0; i < comparison->catalogue->items->len; i++) {
    const SgnItem *item = comparison->catalogue->items->pdata[i];

    if (item->scale == NULL)
      continue;
    json_array_append_new (items, item_to_json (self, comparison, item));
    sort_item (comparison, item, trends);
  }
  json_object_set_new (self->json, "items", items);
  json_object_set_new (self->json, "trends", trends);
}

static void
append_answer (SgnProjection *self,
               const SgnComparison *comparison,
               guint i,
               const SgnItem *item,
               json_t *list)
{
  SgnLastAnswer answer = sgn_last_find_answer (sgn_comparison_get_check (comparison, i), item);
  const char *edition = sgn_comparison_get_check (comparison, i)->catalogue->edition;
  g_autofree char *date = sgn_comparison_dup_date (comparison, i);
  json_t *json = json_object ();

  sgn_json_set_string (json, "date", date);
  sgn_json_set_string (json, "edition", edition);
  sgn_json_set_string (json, "id", item->id);
  sgn_json_set_string (json, "number", item->number);
  sgn_projection_set_text (self, json, "short", &item->short_title);
  sgn_json_set_string (json, "value", answer.value != NULL ? answer.value->key : NULL);
  if (answer.value != NULL)
    sgn_projection_set_text (self, json, "word", &answer.value->short_label);
  else
    sgn_json_set_string (json, "word", NULL);
  json_object_set_new (json, "points",
                       answer.value != NULL ? json_integer (answer.value->points) : json_null ());
  json_array_append_new (list, json);
}

void
sgn_projection_add_trends (SgnProjection *self, const SgnComparison *comparison)
{
  GPtrArray *items = comparison->catalogue->items;
  json_t *list = json_array ();

  add_items (self, comparison);
  for (guint i = 0; i < comparison->checks->len; i++) {
    for (guint k = 0; k < items->len; k++) {
      if (((const SgnItem *) items->pdata[k])->scale != NULL)
        append_answer (self, comparison, i, items->pdata[k], list);
    }
  }
  json_object_set_new (self->json, "answers_by_date", list);
}
