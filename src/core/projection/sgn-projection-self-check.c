/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include <glib/gi18n-lib.h>

gboolean
sgn_projection_check_self_check (const SgnProjection *self, GError **error)
{
  return sgn_projection_check_assessment (
    self, SGN_SELF_CHECK,
    _ ("There is no self-check with the number %s. Choose one of those in the file."),
    _ ("The self-check has no answer yet. Answer at least one question."), error);
}

SgnPreviousAnswer
sgn_self_check_find_previous (const SgnSelfCheck *self, const SgnItem *item)
{
  const SgnLastAnswer last = sgn_last_find_answer (self->last, item);
  SgnPreviousAnswer previous = { last.item != NULL, SGN_MARK_NONE, 0 };

  if (last.value != NULL) {
    previous.mark = last.value->mark;
    previous.points = last.value->points;
  }
  return previous;
}

static void
add_band (SgnProjection *self, const SgnBand *band)
{
  json_t *json = band != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "band", json);
  if (band == NULL)
    return;

  sgn_json_set_string (json, "key", band->key);
  sgn_projection_set_text (self, json, "reading", &band->reading);
  sgn_projection_set_text (self, json, "next", &band->next);
}

/* Lowest first; the catalogue has them highest first. */
static void
add_bands (SgnProjection *self, GPtrArray *bands)
{
  json_t *list = json_array ();

  for (guint i = bands->len; i > 0; i--) {
    const SgnBand *band = bands->pdata[i - 1];
    json_t *json = json_object ();

    sgn_json_set_string (json, "key", band->key);
    sgn_json_set_integer (json, "min", band->min);
    sgn_json_set_integer (json, "max", band->max);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "bands", list);
}

static void
add_previous (SgnProjection *self, const SgnSelfCheck *check)
{
  const SgnLast *last = check->last;
  json_t *json = last->combined != NULL ? json_object () : json_null ();
  g_autoptr (SgnScore) score = NULL;
  g_autofree char *date = NULL;

  json_object_set_new (self->json, "previous", json);
  if (last->combined == NULL)
    return;

  score = sgn_score_new (last->catalogue, last->combined->answers, NULL);
  date = sgn_assessment_dup_date (last->combined->answers);
  sgn_json_set_string (json, "edition", last->assessment->edition);
  sgn_projection_set_text (self, json, "edition_label", &last->catalogue->edition_label);
  sgn_json_set_string (json, "date", date);
  sgn_json_set_integer (json, "total", score->total);
}

/* Points of a section or area last time. */
typedef struct {
  gboolean is_whole; /* every item of it had a counterpart */
  SgnPartScore part;
  guint counts[SGN_N_MARKS]; /* of the answers of now */
} PartBefore;

static void
count_before (const SgnSelfCheck *check, const SgnItem *item, PartBefore *before)
{
  SgnPreviousAnswer previous = sgn_self_check_find_previous (check, item);

  before->is_whole &= previous.has_counterpart;
  before->part.total += previous.points;
  if (previous.mark != SGN_MARK_NOT_APPLICABLE)
    before->part.applicable_max += sgn_item_get_max_points (item);
}

static SgnMark
get_mark (const SgnSelfCheck *check, const SgnItem *item)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (check->assessment, item->id);

  return sgn_item_get_mark (item, answer != NULL ? answer->value : NULL);
}

/* @owner is a section or an area of the catalogue. */
static PartBefore
look_at_part (const SgnSelfCheck *check, gconstpointer owner)
{
  GPtrArray *items = check->catalogue->items;
  PartBefore before = { .is_whole = check->last->combined != NULL };

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];

    if (item->scale == NULL || (item->section != owner && item->area != owner))
      continue;
    count_before (check, item, &before);
    before.counts[get_mark (check, item)]++;
  }
  return before;
}

static void
set_number_if (json_t *object, const char *key, int number, gboolean known)
{
  json_object_set_new (object, key, known ? json_integer (number) : json_null ());
}

static json_t *
counts_to_json (const guint *counts)
{
  json_t *json = json_object ();

  for (int mark = 0; mark < SGN_N_MARKS; mark++)
    sgn_json_set_integer (json, sgn_mark_to_key ((SgnMark) mark), counts[mark]);
  return json;
}

static void
add_sections (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *sections = check->catalogue->sections;
  json_t *list = json_array ();

  for (guint i = 0; i < sections->len; i++) {
    const SgnSection *section = sections->pdata[i];
    const SgnPartScore *part = &g_array_index (check->score->sections, SgnPartScore, i);
    PartBefore before = look_at_part (check, section);
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", section->id);
    sgn_projection_set_text (self, json, "number", &section->number);
    sgn_projection_set_text (self, json, "title", &section->title);
    sgn_json_set_integer (json, "total", part->total);
    sgn_json_set_integer (json, "max", part->max);
    set_number_if (json, "previous_total", before.part.total, before.is_whole);
    json_object_set_new (json, "counts", counts_to_json (before.counts));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "sections", list);
}

static json_t *
lines_to_json (char *const *lines)
{
  json_t *list = json_array ();

  for (; *lines != NULL; lines++)
    json_array_append_new (list, json_string (*lines));
  return list;
}

static void
add_areas (SgnProjection *self, const SgnSelfCheck *check)
{
  gboolean english = self->request->language == SGN_LANGUAGE_EN;
  GPtrArray *areas = check->catalogue->areas;
  json_t *list = json_array ();

  for (guint i = 0; i < areas->len; i++) {
    const SgnArea *area = areas->pdata[i];
    const SgnPartScore *part = &g_array_index (check->score->areas, SgnPartScore, i);
    PartBefore before = look_at_part (check, area);
    int percent = sgn_part_score_get_percent (part);
    int percent_before = sgn_part_score_get_percent (&before.part);
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", area->id);
    sgn_projection_set_text (self, json, "title", &area->title);
    json_object_set_new (json, "label", lines_to_json (english ? area->label_en : area->label_ja));
    sgn_json_set_integer (json, "total", part->total);
    sgn_json_set_integer (json, "max", part->applicable_max);
    set_number_if (json, "percent", percent, percent >= 0);
    set_number_if (json, "previous_percent", percent_before,
                   before.is_whole && percent_before >= 0);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "areas", list);
}

static void
add_all (SgnProjection *self, const SgnSelfCheck *check)
{
  sgn_projection_add_catalogue (self, check->catalogue);
  sgn_projection_add_assessment (self, check);
  json_object_set_new (self->json, "score", sgn_score_to_json (check->score));
  add_band (self, check->score->band);
  add_bands (self, check->catalogue->bands);
  add_previous (self, check);
  add_sections (self, check);
  if (sgn_projection_is_internal (self))
    add_areas (self, check);
  sgn_projection_add_values (self, check->catalogue);
  sgn_projection_add_items (self, check);
}

void
sgn_projection_add_self_check (SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_SELF_CHECK);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, SGN_SELF_CHECK, assessment->edition);
  g_autoptr (SgnCombined) combined = sgn_combined_new (self->record, catalogue, assessment);
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, combined->answers, NULL);
  g_autoptr (SgnLast) last = sgn_last_new_compared (self->library, self->record, assessment);
  const SgnSelfCheck check = {
    .assessment = combined->answers,
    .catalogue = catalogue,
    .combined = combined,
    .score = score,
    .last = last,
    .whole = sgn_projection_is_internal (self) || self->request->with_unmet,
  };

  add_all (self, &check);
}
