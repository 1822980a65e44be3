/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* The answers given so far are printed. */
static gboolean
is_filled (const SgnProjection *self)
{
  return g_strcmp0 (self->request->variant, "filled") == 0;
}

/* (nullable): what the answers of the sheet belong to; without one it is a sheet to begin with */
static const SgnAssessment *
find_assessment (const SgnProjection *self)
{
  if (self->request->assessment != 0 || is_filled (self))
    return sgn_projection_find_assessment (self, SGN_SELF_CHECK);
  return sgn_record_find_open (self->record, SGN_SELF_CHECK);
}

/* (nullable) */
static SgnCatalogue *
find_catalogue (const SgnProjection *self, const SgnAssessment *assessment)
{
  if (assessment == NULL)
    return sgn_library_find_catalogue (self->library, SGN_SELF_CHECK, NULL);
  return sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition);
}

/* Items that are asked on paper: reference items have no question, unverified ones are not printed.
 */
static gboolean
is_asked (const SgnItem *item)
{
  return sgn_projection_prints_item (item) && item->question.ja != NULL;
}

/* Whether every question is answered with the points at the head of the sheet. */
static gboolean
has_points (const SgnCatalogue *catalogue)
{
  const SgnScale *scale = catalogue->scales->len > 0 ? catalogue->scales->pdata[0] : NULL;

  if (g_strcmp0 (catalogue->scoring, "points") != 0)
    return FALSE;
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];

    if (is_asked (item) && item->scale != scale)
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_catalogue (const SgnAssessment *assessment, const SgnCatalogue *catalogue, GError **error)
{
  if (catalogue == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                 _ ("Edition %s of “%s” is not part of this version. Use a newer Sengen."),
                 assessment != NULL ? assessment->edition : "",
                 assessment != NULL ? assessment->catalogue : SGN_SELF_CHECK);
    return FALSE;
  }
  if (!has_points (catalogue)) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The answer sheet is made for checks with points, and “%s” has none. Choose "
                    "another check."),
                 catalogue->id);
    return FALSE;
  }
  return TRUE;
}

gboolean
sgn_projection_check_answer_sheet (const SgnProjection *self, GError **error)
{
  const SgnAssessment *assessment = find_assessment (self);

  if (self->request->assessment != 0 && assessment == NULL) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->request->assessment);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no check with the number %s. Choose one of those in the file."),
                 number);
    return FALSE;
  }
  if (!check_catalogue (assessment, find_catalogue (self, assessment), error))
    return FALSE;
  if (is_filled (self) &&
      (assessment == NULL || !sgn_record_has_answer (self->record, assessment))) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                         _ ("There is no answer to print yet. Write the blank sheet, or answer at "
                            "least one question."));
    return FALSE;
  }
  return TRUE;
}

/* @answers: (nullable): those that are printed */
static void
add_assessment (SgnProjection *self, const SgnAssessment *assessment, const SgnAssessment *answers)
{
  json_t *json = assessment != NULL ? json_object () : json_null ();
  g_autofree char *date = NULL;

  json_object_set_new (self->json, "assessment", json);
  if (assessment == NULL)
    return;

  sgn_json_set_string (json, "scope", sgn_projection_get_scope (self, assessment));
  if (answers == NULL)
    return;
  date = sgn_assessment_dup_date (answers);
  sgn_json_set_string (json, "date", date);
}

/* What is circled. What does not apply gives no points, which is not the 0 of what is not done. */
static void
add_choices (SgnProjection *self, const SgnCatalogue *catalogue)
{
  const SgnScale *scale = catalogue->scales->pdata[0];
  json_t *list = json_array ();

  for (guint i = 0; i < scale->values->len; i++) {
    const SgnScaleValue *value = scale->values->pdata[i];
    gboolean counts = value->mark != SGN_MARK_NOT_APPLICABLE;
    json_t *json = json_object ();

    sgn_json_set_string (json, "key", value->key);
    sgn_json_set_string (json, "mark", sgn_mark_to_key (value->mark));
    sgn_projection_set_text (self, json, "word", &value->short_label);
    sgn_projection_set_text (self, json, "means", &value->means);
    json_object_set_new (json, "points", counts ? json_integer (value->points) : json_null ());
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "choices", list);
}

/* A sum is printed once nothing is left to add to it; before, it is written by pen. */
static json_t *
sum_to_json (int total, guint answered, guint items, gboolean filled)
{
  return filled && items > 0 && answered == items ? json_integer (total) : json_null ();
}

static void
add_sections (SgnProjection *self, const SgnScore *score, gboolean filled)
{
  GPtrArray *sections = score->catalogue->sections;
  json_t *list = json_array ();
  json_t *whole = json_object ();

  for (guint i = 0; i < sections->len; i++) {
    const SgnSection *section = sections->pdata[i];
    const SgnPartScore *part = &g_array_index (score->sections, SgnPartScore, i);
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", section->id);
    sgn_projection_set_text (self, json, "number", &section->number);
    sgn_projection_set_text (self, json, "title", &section->title);
    sgn_json_set_integer (json, "max", part->max);
    json_object_set_new (json, "total",
                         sum_to_json (part->total, part->answered, part->items, filled));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "sections", list);
  sgn_json_set_integer (whole, "max", score->max);
  json_object_set_new (whole, "total",
                       sum_to_json (score->total, score->answered, score->items, filled));
  json_object_set_new (self->json, "score", whole);
}

static json_t *
item_to_json (const SgnProjection *self, const SgnItem *item, const SgnAnswer *answer)
{
  const SgnScaleValue *value =
    answer != NULL && answer->value != NULL ? sgn_item_find_value (item, answer->value) : NULL;
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", item->id);
  sgn_json_set_string (json, "number", item->number);
  sgn_json_set_string (json, "section", item->section->id);
  sgn_projection_set_text (self, json, "question", &item->question);
  sgn_json_set_string (json, "value", value != NULL ? value->key : NULL);
  if (value != NULL)
    sgn_projection_set_text (self, json, "word", &value->short_label);
  else
    sgn_json_set_string (json, "word", NULL);
  sgn_json_set_string (json, "note", answer != NULL ? answer->note : NULL);
  return json;
}

/* @answers: (nullable): those that are printed */
static void
add_items (SgnProjection *self, const SgnCatalogue *catalogue, const SgnAssessment *answers)
{
  json_t *list = json_array ();

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];
    const SgnAnswer *answer =
      answers != NULL ? sgn_assessment_find_answer (answers, item->id) : NULL;

    if (is_asked (item))
      json_array_append_new (list, item_to_json (self, item, answer));
  }
  json_object_set_new (self->json, "items", list);
}

void
sgn_projection_add_answer_sheet (SgnProjection *self)
{
  const SgnAssessment *assessment = find_assessment (self);
  SgnCatalogue *catalogue = find_catalogue (self, assessment);
  gboolean filled = is_filled (self);
  g_autoptr (SgnCombined) combined =
    filled ? sgn_combined_new (self->record, catalogue, assessment) : NULL;
  const SgnAssessment *answers = combined != NULL ? combined->answers : NULL;
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, answers, NULL);

  sgn_projection_add_catalogue (self, catalogue);
  add_assessment (self, assessment, answers);
  add_choices (self, catalogue);
  add_sections (self, score, filled);
  add_items (self, catalogue, answers);
}
