/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include <glib/gi18n-lib.h>

/* Up to here a question counts as one to work on. */
#define LOW_LEVEL 2

/**
 * Tally:
 * @questions: how many there are
 * @levelled: how many of them were answered with a level
 * @sum: of these levels
 * @low: how many of these levels are low
 *
 * The levels of one direction, now or last time.
 */
typedef struct {
  guint questions;
  guint levelled;
  guint sum;
  guint low;
} Tally;

gboolean
sgn_projection_check_management (const SgnProjection *self, GError **error)
{
  return sgn_projection_check_assessment (
    self, SGN_MANAGEMENT,
    _ ("There is no check of the management guideline with the number %s. Choose one of those in "
       "the file."),
    _ ("No question of the management guideline is answered yet. Answer at least one."), error);
}

/* 0 for what is no level: not answered, or unknown */
static guint
get_level (const SgnScaleValue *value)
{
  gboolean levelled = value != NULL && value->mark != SGN_MARK_UNKNOWN &&
                      value->mark != SGN_MARK_NOT_APPLICABLE && value->points > 0;

  return levelled ? (guint) value->points : 0;
}

static const SgnScaleValue *
get_value (const SgnSelfCheck *check, const SgnItem *item)
{
  return sgn_self_check_look_at (check, item).value;
}

static const SgnScaleValue *
get_last_value (const SgnSelfCheck *check, const SgnItem *item)
{
  return sgn_last_find_answer (check->last, item).value;
}

/* What was answered to an item, now or last time. */
typedef const SgnScaleValue *(*GetValue) (const SgnSelfCheck *check, const SgnItem *item);

/* @group: (nullable): of one direction only */
static Tally
count_levels (const SgnSelfCheck *check, const SgnGroup *group, GetValue get)
{
  GPtrArray *items = check->catalogue->items;
  Tally tally = { 0 };

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];
    guint level = 0;

    if (!sgn_projection_prints_item (item) || (group != NULL && item->group != group))
      continue;
    level = get_level (get (check, item));
    tally.questions++;
    tally.levelled += level > 0;
    tally.sum += level;
    tally.low += level > 0 && level <= LOW_LEVEL;
  }
  return tally;
}

static guint
count_at (const SgnSelfCheck *check, guint level, GetValue get)
{
  GPtrArray *items = check->catalogue->items;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += sgn_projection_prints_item (items->pdata[i]) &&
         get_level (get (check, items->pdata[i])) == level;
  return n;
}

/* The mean in tenths, rounded half up from the exact value; 0 when there is none. */
static guint
get_tenths (const Tally *tally)
{
  return tally->levelled > 0 ? (20 * tally->sum + tally->levelled) / (2 * tally->levelled) : 0;
}

/* A text, because a number of a JSON file could come out as 2.7999999999999998. */
static void
set_mean (json_t *json, const char *key, const Tally *tally)
{
  guint tenths = get_tenths (tally);
  g_autofree char *mean = g_strdup_printf ("%u.%u", tenths / 10, tenths % 10);

  sgn_json_set_string (json, key, tenths > 0 ? mean : NULL);
}

static void
set_level (json_t *json, const char *key, guint level)
{
  json_object_set_new (json, key, level > 0 ? json_integer (level) : json_null ());
}

static gboolean
has_last (const SgnProjection *self, const SgnSelfCheck *check)
{
  return sgn_projection_is_internal (self) && check->last->combined != NULL;
}

/* Every level with how many questions are there, highest first. */
static void
add_levels (SgnProjection *self, const SgnSelfCheck *check)
{
  const SgnScale *scale = check->catalogue->scales->pdata[0];
  json_t *list = json_array ();

  for (guint i = scale->values->len; i > 0; i--) {
    const SgnScaleValue *value = scale->values->pdata[i - 1];
    guint level = get_level (value);
    json_t *json = NULL;

    if (level == 0)
      continue;
    json = json_object ();
    set_level (json, "level", level);
    sgn_projection_set_text (self, json, "label", &value->label);
    sgn_projection_set_text (self, json, "means", &value->means);
    sgn_json_set_integer (json, "count", count_at (check, level, get_value));
    if (has_last (self, check))
      sgn_json_set_integer (json, "previous_count", count_at (check, level, get_last_value));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "levels", list);
}

/* The lines of its axis: it has the same questions as the area of the catalogue. */
static json_t *
list_label (const SgnProjection *self, const SgnSelfCheck *check, const SgnGroup *group)
{
  GPtrArray *items = check->catalogue->items;
  gboolean english = self->request->language == SGN_LANGUAGE_EN;
  json_t *list = json_array ();

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];

    if (item->group != group || item->area == NULL)
      continue;
    for (char **line = english ? item->area->label_en : item->area->label_ja; *line != NULL; line++)
      json_array_append_new (list, json_string (*line));
    break;
  }
  return list;
}

static void
append_direction (SgnProjection *self,
                  const SgnSelfCheck *check,
                  const SgnGroup *group,
                  json_t *list)
{
  const Tally now = count_levels (check, group, get_value);
  json_t *json = NULL;

  if (now.questions == 0)
    return;
  json = json_object ();
  sgn_json_set_string (json, "id", group->id);
  sgn_json_set_string (json, "number", group->number);
  sgn_projection_set_text (self, json, "title", &group->title);
  sgn_projection_set_text (self, json, "short", &group->short_title);
  json_object_set_new (json, "label", list_label (self, check, group));
  set_level (json, "level", get_tenths (&now) / 10);
  set_mean (json, "mean", &now);
  if (has_last (self, check)) {
    const Tally last = count_levels (check, group, get_last_value);
    set_mean (json, "previous_mean", &last);
  }
  sgn_json_set_integer (json, "low", now.low);
  sgn_json_set_integer (json, "questions", now.questions);
  json_array_append_new (list, json);
}

static void
add_directions (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *groups = check->catalogue->groups;
  json_t *list = json_array ();

  for (guint i = 0; i < groups->len; i++)
    append_direction (self, check, groups->pdata[i], list);
  json_object_set_new (self->json, "directions", list);
}

static void
add_internal (const SgnProjection *self,
              const SgnSelfCheck *check,
              const SgnItemLine *line,
              json_t *json)
{
  gint64 source = line->answer != NULL ? line->answer->assessment : check->assessment->id;

  if (has_last (self, check))
    set_level (json, "previous_level", get_level (get_last_value (check, line->item)));
  sgn_json_set_string (json, "note", line->answer != NULL ? line->answer->note : NULL);
  sgn_json_set_integer (json, "evidence",
                        sgn_record_count_evidence (self->record, source, line->item->id));
  sgn_projection_set_site (self, check, line, json);
}

static json_t *
line_to_json (const SgnProjection *self, const SgnItemLine *line)
{
  const SgnItem *item = line->item;
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", item->id);
  sgn_json_set_string (json, "number", item->number);
  sgn_json_set_string (json, "direction", item->group != NULL ? item->group->id : NULL);
  sgn_projection_set_text (self, json, "short", &item->short_title);
  sgn_projection_set_text (self, json, "question", &item->question);
  sgn_json_set_string (json, "value", line->value != NULL ? line->value->key : NULL);
  sgn_projection_set_state (self, json, line);
  set_level (json, "level", get_level (line->value));
  sgn_json_set_string (json, "statement", sgn_projection_get_statement (self, line));
  return json;
}

static void
add_items (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *items = check->catalogue->items;
  json_t *list = json_array ();

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (check, items->pdata[i]);
    json_t *json = NULL;

    if (!sgn_projection_prints_item (line.item) || !sgn_projection_shows (self, check, &line))
      continue;
    json = line_to_json (self, &line);
    if (sgn_projection_is_internal (self))
      add_internal (self, check, &line, json);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "items", list);
}

/* How many questions the sheet speaks of, how many of them have no level, and how many are kept off
 * paper because they are still to be held against the official text. */
static void
add_counts (SgnProjection *self, const SgnSelfCheck *check)
{
  const Tally now = count_levels (check, NULL, get_value);
  GPtrArray *items = check->catalogue->items;
  guint open = 0;
  guint unprinted = 0;

  for (guint i = 0; i < items->len; i++) {
    gboolean printed = sgn_projection_prints_item (items->pdata[i]);

    unprinted += !printed;
    open += printed && get_value (check, items->pdata[i]) == NULL;
  }
  sgn_json_set_integer (self->json, "questions", now.questions);
  sgn_json_set_integer (self->json, "not_answered", open);
  sgn_json_set_integer (self->json, "unknown", now.questions - now.levelled - open);
  sgn_json_set_integer (self->json, "unprinted", unprinted);
}

static void
add_previous (SgnProjection *self, const SgnSelfCheck *check)
{
  g_autofree char *date = NULL;
  json_t *json = NULL;

  if (!has_last (self, check))
    return;
  date = sgn_assessment_dup_date (check->last->combined->answers);
  json = json_object ();
  sgn_json_set_string (json, "edition", check->last->assessment->edition);
  sgn_json_set_string (json, "date", date);
  json_object_set_new (self->json, "previous", json);
}

/* The mean of a direction would say what is left out of its few questions, so that a partner sees
 * none unless everything is shown. */
static void
add_all (SgnProjection *self, const SgnSelfCheck *check)
{
  sgn_projection_add_catalogue (self, check->catalogue);
  sgn_projection_add_assessment (self, check);
  sgn_projection_add_values (self, check->catalogue);
  json_object_set_new (self->json, "whole", json_boolean (check->whole));
  add_counts (self, check);
  add_previous (self, check);
  add_levels (self, check);
  if (check->whole)
    add_directions (self, check);
  add_items (self, check);
  sgn_projection_add_answers (self, check);
}

void
sgn_projection_add_management (SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_MANAGEMENT);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, SGN_MANAGEMENT, assessment->edition);
  g_autoptr (SgnCombined) combined = sgn_combined_new (self->record, catalogue, assessment);
  g_autoptr (SgnLast) last = sgn_last_new_compared (self->library, self->record, assessment);
  const SgnSelfCheck check = {
    .assessment = combined->answers,
    .catalogue = catalogue,
    .combined = combined,
    .last = last,
    .whole = sgn_projection_is_internal (self) || self->request->with_unmet,
  };

  add_all (self, &check);
}
