/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include "sgn-date.h"
#include "sgn-declaration.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

gboolean
sgn_projection_check_declaration (const SgnProjection *self, GError **error)
{
  if (sgn_record_get_declaration (self->record) != NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_NOT_YET,
                       _ ("There is no declaration yet. Record its star, ID and date."));
  return FALSE;
}

/* What the declaration and its line in the history share. */
static json_t *
star_to_json (const SgnProjection *self, const SgnDeclaration *declaration)
{
  const SgnCatalogue *rules =
    sgn_library_find_catalogue (self->library, SGN_RULES, declaration->edition);
  json_t *json = json_object ();

  sgn_json_set_integer (json, "star", declaration->star);
  sgn_json_set_string (json, "words",
                       sgn_star_to_words (declaration->star, self->request->language));
  sgn_json_set_string (json, "symbol", sgn_star_to_symbol (declaration->star));
  sgn_json_set_string (json, "number", declaration->number);
  sgn_json_set_string (json, "date", declaration->date);
  sgn_json_set_string (json, "edition", declaration->edition);
  if (rules != NULL)
    sgn_projection_set_text (self, json, "edition_label", &rules->edition_label);
  else
    sgn_json_set_string (json, "edition_label", NULL);
  return json;
}

static void
add_star (SgnProjection *self, const SgnDeclaration *declaration)
{
  const SgnCatalogue *rules =
    sgn_library_find_catalogue (self->library, SGN_RULES, declaration->edition);
  json_t *json = star_to_json (self, declaration);

  sgn_json_set_string (json, "account", declaration->account);
  sgn_json_set_string (json, "published", rules != NULL ? rules->published : NULL);
  sgn_json_set_string (json, "review", declaration->review);
  json_object_set_new (self->json, "declaration", json);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const SgnDeclaration *first = *(const SgnDeclaration *const *) a;
  const SgnDeclaration *second = *(const SgnDeclaration *const *) b;
  int order = sgn_date_compare (second->date, first->date);

  return order != 0 ? order : (second->id > first->id) - (second->id < first->id);
}

static void
add_history (SgnProjection *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->record->declarations, NULL, NULL);
  json_t *history = json_array ();

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_newest_first);
  for (guint i = 0; i < sorted->len; i++) {
    const SgnDeclaration *declaration = sorted->pdata[i];
    json_t *line = star_to_json (self, declaration);

    json_object_set_new (line, "old",
                         json_boolean (sgn_declaration_number_is_old (declaration->number)));
    json_array_append_new (history, line);
  }
  json_object_set_new (self->json, "history", history);
}

static void
add_places (SgnProjection *self, const SgnDeclaration *declaration)
{
  json_t *places = json_array ();

  for (guint i = 0; i < declaration->places->len; i++) {
    const SgnPlace *place = declaration->places->pdata[i];
    json_t *json = json_object ();

    sgn_json_set_string (json, "place", sgn_projection_pick (self, place->place, place->place_en));
    sgn_json_set_string (json, "how", sgn_projection_pick (self, place->how, place->how_en));
    sgn_json_set_string (json, "since", place->since);
    sgn_json_set_string (json, "confirmed", place->confirmed);
    json_array_append_new (places, json);
  }
  json_object_set_new (self->json, "places", places);
}

/* (nullable): the score, and the day, of a self-check of the whole company that is finished:
 * closed, or with nothing left to answer. */
static SgnScore *
score_finished (const SgnProjection *self, const SgnAssessment *assessment, char **date)
{
  SgnCatalogue *catalogue = NULL;
  g_autoptr (SgnCombined) combined = NULL;
  g_autoptr (SgnScore) score = NULL;

  if (assessment->site != 0 || !g_str_equal (assessment->catalogue, SGN_SELF_CHECK))
    return NULL;
  catalogue =
    sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition);
  if (catalogue == NULL)
    return NULL;
  combined = sgn_combined_new (self->record, catalogue, assessment);
  score = sgn_score_new (catalogue, combined->answers, NULL);
  if (score->answered == 0 || (!assessment->closed && score->answered < score->items))
    return NULL;
  *date = sgn_assessment_dup_date (combined->answers);
  return g_steal_pointer (&score);
}

/* (nullable): the newest finished self-check of the day of the declaration or earlier; when there
 * is none, the newest of all. */
static const SgnAssessment *
find_self_check (const SgnProjection *self, const char *declared)
{
  GPtrArray *assessments = self->record->assessments;
  const SgnAssessment *newest = NULL;

  for (guint i = assessments->len; i > 0; i--) {
    const SgnAssessment *assessment = assessments->pdata[i - 1];
    g_autofree char *date = NULL;
    g_autoptr (SgnScore) score = score_finished (self, assessment, &date);

    if (date != NULL && sgn_date_compare (date, declared) <= 0)
      return assessment;
    if (score != NULL && newest == NULL)
      newest = assessment;
  }
  return newest;
}

static void
add_self_check (SgnProjection *self, const SgnDeclaration *declaration)
{
  const SgnAssessment *assessment = find_self_check (self, declaration->date);
  g_autofree char *date = NULL;
  g_autoptr (SgnScore) score = assessment != NULL ? score_finished (self, assessment, &date) : NULL;
  json_t *json = score != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "self_check", json);
  if (score == NULL)
    return;

  sgn_json_set_string (json, "catalogue", assessment->catalogue);
  sgn_json_set_string (json, "edition", assessment->edition);
  sgn_projection_set_text (self, json, "inherited_note", &score->catalogue->inherited_note);
  sgn_json_set_string (json, "date", date);
  sgn_json_set_integer (json, "total", score->total);
  sgn_json_set_integer (json, "max", score->max);
  sgn_json_set_string (json, "band", score->band != NULL ? score->band->key : NULL);
}

/* (nullable): the newest version that was public by the day of the declaration; when there is none,
 * the newest that is public. */
static const SgnPolicy *
find_policy (const SgnProjection *self, const char *declared)
{
  GPtrArray *policies = self->record->policies;
  const SgnPolicy *newest = NULL;

  for (guint i = policies->len; i > 0; i--) {
    const SgnPolicy *policy = policies->pdata[i - 1];

    if (policy->published_on == NULL)
      continue;
    if (sgn_date_compare (policy->published_on, declared) <= 0)
      return policy;
    if (newest == NULL)
      newest = policy;
  }
  return newest;
}

static void
add_policy (SgnProjection *self, const SgnPolicy *policy)
{
  json_t *json = policy != NULL ? json_object () : json_null ();

  json_object_set_new (self->json, "policy", json);
  if (policy == NULL)
    return;

  sgn_json_set_integer (json, "version", policy->version);
  sgn_json_set_string (json, "established", policy->established);
  sgn_json_set_string (json, "revised", policy->revised);
  sgn_json_set_string (json, "published_on", policy->published_on);
  sgn_json_set_string (json, "published_place", policy->published_place);
}

static gboolean
hangs_on (const SgnEvidence *evidence, const char *kind, gint64 id)
{
  g_autofree char *reference = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, id);

  return g_ptr_array_find_with_equal_func (evidence->links, reference, g_str_equal, NULL);
}

/* The proof of the declaration itself and of the policy made public for it. */
static void
add_evidence (SgnProjection *self, const SgnDeclaration *declaration, const SgnPolicy *policy)
{
  json_t *list = json_array ();

  for (guint i = 0; i < self->record->evidence->len; i++) {
    const SgnEvidence *evidence = self->record->evidence->pdata[i];
    json_t *json = NULL;

    if (evidence->retired ||
        !(hangs_on (evidence, SGN_KIND_DECLARATION, declaration->id) ||
          (policy != NULL && hangs_on (evidence, SGN_KIND_POLICY, policy->version))))
      continue;

    json = json_object ();
    sgn_json_set_string (json, "title",
                         sgn_projection_pick (self, evidence->title, evidence->title_en));
    sgn_json_set_string (json, "file_name", evidence->file_name);
    sgn_json_set_string (json, "dated", evidence->dated);
    sgn_json_set_string (json, "sha256", evidence->sha256);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "evidence", list);
}

void
sgn_projection_add_declaration (SgnProjection *self)
{
  const SgnDeclaration *declaration = sgn_record_get_declaration (self->record);
  const SgnPolicy *policy = find_policy (self, declaration->date);

  add_star (self, declaration);
  add_self_check (self, declaration);
  add_policy (self, policy);
  add_history (self);
  add_places (self, declaration);
  if (sgn_projection_is_internal (self))
    add_evidence (self, declaration, policy);
}
