/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-comparison-private.h"

/* The results of a comparison: the whole, its parts and, for the company, its fields. */

static void
set_number_if (json_t *object, const char *key, int number, gboolean known)
{
  json_object_set_new (object, key, known ? json_integer (number) : json_null ());
}

/* What one date says of a section or an area, or NULL where it cannot be compared. */
static json_t *
list_totals (const SgnComparison *comparison, gconstpointer owner)
{
  json_t *list = json_array ();

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    SgnPartScore part;
    gboolean whole = sgn_comparison_sum (comparison, i, owner, &part);

    json_array_append_new (list, whole ? json_integer (part.total) : json_null ());
  }
  return list;
}

static json_t *
list_percents (const SgnComparison *comparison, gconstpointer owner)
{
  json_t *list = json_array ();

  for (guint i = comparison->first; i < comparison->checks->len; i++) {
    SgnPartScore part;
    gboolean whole = sgn_comparison_sum (comparison, i, owner, &part);
    int percent = sgn_part_score_get_percent (&part);

    json_array_append_new (list, whole && percent >= 0 ? json_integer (percent) : json_null ());
  }
  return list;
}

static void
add_sections (SgnProjection *self, const SgnComparison *comparison)
{
  GPtrArray *sections = comparison->catalogue->sections;
  json_t *list = json_array ();

  for (guint i = 0; i < sections->len; i++) {
    const SgnSection *section = sections->pdata[i];
    json_t *json = json_object ();
    SgnPartScore part;

    sgn_comparison_sum (comparison, comparison->checks->len - 1, section, &part);
    sgn_json_set_string (json, "id", section->id);
    sgn_projection_set_text (self, json, "number", &section->number);
    sgn_projection_set_text (self, json, "title", &section->title);
    sgn_json_set_integer (json, "max", part.max);
    json_object_set_new (json, "totals", list_totals (comparison, section));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "sections", list);
}

/* A field can have as few as two items, so that its per cent names the one that is not met. */
static void
add_areas (SgnProjection *self, const SgnComparison *comparison)
{
  GPtrArray *areas = comparison->catalogue->areas;
  json_t *list = json_array ();

  for (guint i = 0; i < areas->len; i++) {
    const SgnArea *area = areas->pdata[i];
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", area->id);
    sgn_projection_set_text (self, json, "title", &area->title);
    json_object_set_new (json, "percents", list_percents (comparison, area));
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "areas", list);
}

static json_t *
result_new (const SgnComparison *comparison, guint i, const char *kind, const char *id)
{
  g_autofree char *date = sgn_comparison_dup_date (comparison, i);
  json_t *json = json_object ();

  sgn_json_set_string (json, "date", date);
  sgn_json_set_string (json, "edition",
                       sgn_comparison_get_check (comparison, i)->catalogue->edition);
  sgn_json_set_string (json, "kind", kind);
  sgn_json_set_string (json, "id", id);
  return json;
}

static void
append_part (const SgnComparison *comparison,
             guint i,
             gconstpointer owner,
             json_t *list,
             json_t *json)
{
  SgnPartScore part;
  gboolean whole = sgn_comparison_sum (comparison, i, owner, &part);
  int percent = sgn_part_score_get_percent (&part);

  set_number_if (json, "total", part.total, whole);
  sgn_json_set_integer (json, "max", part.max);
  set_number_if (json, "percent", percent, whole && percent >= 0);
  json_array_append_new (list, json);
}

/* The rows of one date: the total, the parts, for the company the fields. */
static void
append_date (SgnProjection *self, const SgnComparison *comparison, guint i, json_t *list)
{
  const SgnCatalogue *catalogue = comparison->catalogue;
  const SgnScore *score = sgn_comparison_get_score (comparison, i);
  json_t *total = result_new (comparison, i, "total", NULL);

  sgn_projection_set_text (self, total, "title", &catalogue->title);
  sgn_json_set_integer (total, "total", score->total);
  sgn_json_set_integer (total, "max", score->max);
  sgn_json_set_string (total, "percent", NULL);
  json_array_append_new (list, total);
  for (guint k = 0; k < catalogue->sections->len; k++) {
    const SgnSection *section = catalogue->sections->pdata[k];
    json_t *json = result_new (comparison, i, "part", section->id);

    sgn_projection_set_text (self, json, "title", &section->title);
    append_part (comparison, i, section, list, json);
  }
  for (guint k = 0; sgn_projection_is_internal (self) && k < catalogue->areas->len; k++) {
    const SgnArea *area = catalogue->areas->pdata[k];
    json_t *json = result_new (comparison, i, "field", area->id);

    sgn_projection_set_text (self, json, "title", &area->title);
    append_part (comparison, i, area, list, json);
  }
}

void
sgn_projection_add_results (SgnProjection *self, const SgnComparison *comparison)
{
  json_t *list = json_array ();

  add_sections (self, comparison);
  if (sgn_projection_is_internal (self))
    add_areas (self, comparison);
  for (guint i = 0; i < comparison->checks->len; i++)
    append_date (self, comparison, i, list);
  json_object_set_new (self->json, "results", list);
}
