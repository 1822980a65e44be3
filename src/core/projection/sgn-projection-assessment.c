/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

const SgnAssessment *
sgn_projection_find_assessment (const SgnProjection *self, const char *catalogue)
{
  if (self->request->assessment != 0)
    return sgn_record_find_assessment (self->record, self->request->assessment);
  return sgn_record_find_answered (self->record, catalogue);
}

static void
set_no_such (const SgnProjection *self, const char *message, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->request->assessment);
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", number, 1);
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_USAGE, text->str);
}

/**
 * sgn_projection_check_assessment:
 * @self: a projection
 * @catalogue: id of the catalogue that the sheet speaks of
 * @no_such: what is said when the assessment asked for is none of them; %s is its number
 * @no_answer: what is said when nothing is answered yet
 * @error: return location for an error
 *
 * Returns: whether there are answers to show; %FALSE with SGN_ERROR_USAGE or SGN_ERROR_NOT_YET
 */
gboolean
sgn_projection_check_assessment (const SgnProjection *self,
                                 const char *catalogue,
                                 const char *no_such,
                                 const char *no_answer,
                                 GError **error)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, catalogue);

  if (self->request->assessment != 0 &&
      (assessment == NULL || !g_str_equal (assessment->catalogue, catalogue))) {
    set_no_such (self, no_such, error);
    return FALSE;
  }
  if (assessment == NULL || !sgn_record_has_answer (self->record, assessment)) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET, no_answer);
    return FALSE;
  }
  if (sgn_library_find_catalogue (self->library, catalogue, assessment->edition) == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                 _ ("Edition %s of “%s” is not part of this version. Use a newer Sengen."),
                 assessment->edition, assessment->catalogue);
    return FALSE;
  }
  return TRUE;
}

void
sgn_projection_append_edition (const SgnProjection *self,
                               json_t *editions,
                               const SgnCatalogue *catalogue)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", catalogue->id);
  sgn_json_set_string (json, "edition", catalogue->edition);
  sgn_projection_set_text (self, json, "inherited_note", &catalogue->inherited_note);
  json_array_append_new (editions, json);
}

void
sgn_projection_add_catalogue (SgnProjection *self, const SgnCatalogue *catalogue)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", catalogue->id);
  sgn_json_set_string (json, "edition", catalogue->edition);
  sgn_json_set_string (json, "published", catalogue->published);
  sgn_projection_set_text (self, json, "title", &catalogue->title);
  sgn_projection_set_text (self, json, "edition_label", &catalogue->edition_label);
  sgn_projection_set_text (self, json, "edition_note", &catalogue->edition_note);
  sgn_projection_set_text (self, json, "inherited_note", &catalogue->inherited_note);
  json_object_set_new (self->json, "catalogue", json);
}

static const char *
get_department (const SgnProjection *self, const SgnPerson *person)
{
  return sgn_projection_pick (self, person->department, person->department_en);
}

static const char *
get_role (const SgnProjection *self, const SgnPerson *person)
{
  return sgn_projection_pick (self, person->role, person->role_en);
}

json_t *
sgn_projection_person_to_json (const SgnProjection *self, const SgnPerson *person)
{
  json_t *json = NULL;

  if (person == NULL)
    return json_null ();

  json = json_object ();
  sgn_json_set_string (json, "name", sgn_projection_pick (self, person->name, person->name_en));
  sgn_json_set_string (json, "department", get_department (self, person));
  sgn_json_set_string (json, "role", get_role (self, person));
  return json;
}

const char *
sgn_projection_get_scope (const SgnProjection *self, const SgnAssessment *assessment)
{
  GPtrArray *sites = self->record->profile->sites;
  const char *scope = sgn_projection_pick (self, assessment->scope, assessment->scope_en);

  for (guint i = 0; scope == NULL && i < sites->len; i++) {
    const SgnSite *site = sites->pdata[i];

    if (site->id == assessment->site)
      scope = site->name;
  }
  return scope;
}

/* How many sites the company's answers are gathered from; how far they agree is the company's own
 * affair. */
static void
add_sites (SgnProjection *self, const SgnCombined *combined, json_t *assessment)
{
  json_t *json = NULL;

  if (combined->parts->len == 0)
    return;

  json = json_object ();
  sgn_json_set_integer (json, "gathered", combined->parts->len);
  sgn_json_set_integer (json, "all", self->record->profile->sites->len);
  if (sgn_projection_is_internal (self)) {
    sgn_json_set_integer (json, "decided", combined->decided);
    sgn_json_set_integer (json, "differing", combined->differing);
  }
  json_object_set_new (assessment, "sites", json);
}

void
sgn_projection_add_assessment (SgnProjection *self, const SgnSelfCheck *check)
{
  const SgnAssessment *assessment = check->assessment;
  const SgnPerson *person = sgn_record_find_person (self->record, assessment->person);
  const SgnPerson *reviewer = sgn_record_find_person (self->record, assessment->reviewed_by);
  g_autofree char *date = sgn_assessment_dup_date (assessment);
  json_t *json = json_object ();

  sgn_json_set_string (json, "scope", sgn_projection_get_scope (self, assessment));
  sgn_json_set_string (json, "period_start", assessment->period_start);
  sgn_json_set_string (json, "period_end", assessment->period_end);
  sgn_json_set_string (json, "date", date);
  sgn_json_set_string (json, "state", assessment->closed ? "closed" : "open");
  sgn_json_set_string (json, "answered_department",
                       person != NULL ? get_department (self, person) : NULL);
  sgn_json_set_string (json, "reviewed_role", reviewer != NULL ? get_role (self, reviewer) : NULL);
  if (sgn_projection_is_internal (self)) {
    json_object_set_new (json, "answered_by", sgn_projection_person_to_json (self, person));
    json_object_set_new (json, "reviewed_by", sgn_projection_person_to_json (self, reviewer));
  }
  add_sites (self, check->combined, json);
  json_object_set_new (self->json, "assessment", json);
}

void
sgn_projection_add_values (SgnProjection *self, const SgnCatalogue *catalogue)
{
  const SgnScale *scale = catalogue->scales->len > 0 ? catalogue->scales->pdata[0] : NULL;
  json_t *list = json_array ();

  for (guint i = 0; scale != NULL && i < scale->values->len; i++) {
    const SgnScaleValue *value = scale->values->pdata[i];
    json_t *json = json_object ();

    sgn_json_set_string (json, "key", value->key);
    sgn_json_set_string (json, "mark", sgn_mark_to_key (value->mark));
    sgn_projection_set_text (self, json, "short", &value->short_label);
    sgn_projection_set_text (self, json, "label", &value->label);
    sgn_json_set_integer (json, "points", value->points);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "values", list);
}
