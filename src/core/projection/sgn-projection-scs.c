/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-scs-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* Fewer criteria than this would name those that are not met by their number alone. */
#define LEAST_SHOWN 4

static const char *
get_lowest_level (const SgnCatalogue *catalogue)
{
  return catalogue->levels->pdata[0];
}

static gboolean
has_level (const SgnCatalogue *catalogue, const char *level)
{
  return g_ptr_array_find_with_equal_func (catalogue->levels, level, g_str_equal, NULL);
}

/* The level asked for, else that which the assessment aims at, else the lowest. */
static const char *
find_level (const SgnProjection *self,
            const SgnAssessment *assessment,
            const SgnCatalogue *catalogue)
{
  if (self->request->level != NULL)
    return self->request->level;
  if (assessment->level != NULL && has_level (catalogue, assessment->level))
    return assessment->level;
  return get_lowest_level (catalogue);
}

static gboolean
check_level (const SgnProjection *self, const SgnCatalogue *catalogue, GError **error)
{
  const char *level = self->request->level;
  g_autoptr (GString) levels = g_string_new (NULL);

  if (level == NULL || has_level (catalogue, level))
    return TRUE;

  for (guint i = 0; i < catalogue->levels->len; i++)
    g_string_append_printf (levels, "%s%s", i > 0 ? ", " : "",
                            (const char *) catalogue->levels->pdata[i]);
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("“%s” is no level of this guideline. Choose one of %s."), level, levels->str);
  return FALSE;
}

gboolean
sgn_projection_check_scs (const SgnProjection *self, GError **error)
{
  const SgnAssessment *assessment = NULL;

  if (!sgn_projection_check_assessment (
        self, SGN_SCS,
        _ ("There is no check against the SCS criteria with the number %s. Choose one of those in "
           "the file."),
        _ ("The SCS criteria have no answer yet. Answer at least one of them."), error))
    return FALSE;

  assessment = sgn_projection_find_assessment (self, SGN_SCS);
  return check_level (self,
                      sgn_library_find_catalogue (self->library, SGN_SCS, assessment->edition),
                      error);
}

static SgnCatalogue *
find_catalogue (const SgnProjection *self, const SgnAssessment *assessment)
{
  return sgn_library_find_catalogue (self->library, SGN_SCS, assessment->edition);
}

static void
init_level (SgnScsCheck *check,
            const SgnProjection *self,
            const SgnAssessment *assessment,
            const char *level)
{
  SgnCatalogue *catalogue = find_catalogue (self, assessment);

  check->combined = sgn_combined_new (self->record, catalogue, assessment);
  check->score = sgn_score_new (catalogue, check->combined->answers, level);
  check->answers = (SgnSelfCheck){
    .assessment = check->combined->answers,
    .catalogue = catalogue,
    .combined = check->combined,
    .score = check->score,
    .whole = sgn_projection_is_internal (self) || self->request->with_unmet,
    .level = level,
  };
}

void
sgn_scs_check_init (SgnScsCheck *check, const SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_SCS);

  init_level (check, self, assessment,
              find_level (self, assessment, find_catalogue (self, assessment)));
}

void
sgn_scs_check_init_lowest (SgnScsCheck *check, const SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_SCS);

  init_level (check, self, assessment, get_lowest_level (find_catalogue (self, assessment)));
}

void
sgn_scs_check_clear (SgnScsCheck *check)
{
  g_clear_pointer (&check->score, sgn_score_free);
  g_clear_pointer (&check->combined, sgn_combined_free);
}

void
sgn_projection_add_scs_title (SgnProjection *self, const SgnScsCheck *check)
{
  g_autofree char *title =
    sgn_documents_format (self->library->documents, self->request->document, "title.level",
                          self->request->language, "level", check->answers.level, NULL);

  sgn_json_set_string (self->json, "title", title);
  sgn_json_set_string (self->json, "level", check->answers.level);
}

json_t *
sgn_scs_counts_to_json (const guint *counts)
{
  json_t *json = json_object ();

  for (int mark = 0; mark < SGN_N_MARKS; mark++)
    sgn_json_set_integer (json, sgn_mark_to_key ((SgnMark) mark), counts[mark]);
  return json;
}

static void
count_section (const SgnSelfCheck *check, const SgnSection *section, guint *counts)
{
  GPtrArray *items = check->catalogue->items;

  for (guint i = 0; i < items->len; i++) {
    const SgnItem *item = items->pdata[i];

    if (item->section == section && item->scale != NULL &&
        sgn_catalogue_level_includes (check->catalogue, check->level, item))
      counts[sgn_self_check_look_at (check, item).mark]++;
  }
}

/* One category, or several that are told as one. */
typedef struct {
  GString *number;
  GString *title;
  guint counts[SGN_N_MARKS];
  guint criteria;
  guint requirements;
  guint requirements_met;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_string_free (part->number, TRUE);
  g_string_free (part->title, TRUE);
  g_free (part);
}

static void
append_name (GString *names, const char *separator, const char *name)
{
  if (names->len > 0)
    g_string_append (names, separator);
  g_string_append (names, name);
}

static void
add_to_part (const SgnProjection *self,
             const SgnScsCheck *check,
             Part *part,
             const SgnSection *section)
{
  SgnLanguage language = self->request->language;
  const char *separator = sgn_documents_text (self->library->documents, self->request->document,
                                              "list.separator", language);
  guint before = part->criteria;

  append_name (part->number, separator, sgn_text_get (&section->number, language));
  append_name (part->title, separator, sgn_text_get (&section->title, language));
  count_section (&check->answers, section, part->counts);
  part->criteria = 0;
  for (guint mark = 0; mark < SGN_N_MARKS; mark++)
    part->criteria += part->counts[mark];
  if (part->criteria > before) {
    part->requirements += sgn_score_count_groups (check->score, section);
    part->requirements_met += sgn_score_count_met_groups (check->score, section);
  }
}

static Part *
add_part (GPtrArray *parts)
{
  Part *part = g_new0 (Part, 1);

  part->number = g_string_new (NULL);
  part->title = g_string_new (NULL);
  g_ptr_array_add (parts, part);
  return part;
}

/* A category goes into the part before when that has too few criteria to be shown alone, or when
 * it is the last one and has too few itself. */
static gboolean
joins_before (const SgnScsCheck *check, const SgnSection *section, const Part *before)
{
  GPtrArray *sections = check->answers.catalogue->sections;
  guint counts[SGN_N_MARKS] = { 0 };
  guint criteria = 0;

  if (before == NULL || check->answers.whole)
    return FALSE;
  if (before->criteria < LEAST_SHOWN)
    return TRUE;
  count_section (&check->answers, section, counts);
  for (guint mark = 0; mark < SGN_N_MARKS; mark++)
    criteria += counts[mark];
  return criteria < LEAST_SHOWN && section == sections->pdata[sections->len - 1];
}

static GPtrArray *
list_parts (const SgnProjection *self, const SgnScsCheck *check)
{
  GPtrArray *sections = check->answers.catalogue->sections;
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  Part *part = NULL;

  for (guint i = 0; i < sections->len; i++) {
    if (!joins_before (check, sections->pdata[i], part))
      part = add_part (parts);
    add_to_part (self, check, part, sections->pdata[i]);
  }
  return parts;
}

/* Requirements are told only where every criterion is. */
static json_t *
part_to_json (const SgnScsCheck *check, const Part *part)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "number", part->number->str);
  sgn_json_set_string (json, "title", part->title->str);
  sgn_json_set_integer (json, "criteria", part->criteria);
  sgn_json_set_integer (json, "met", part->counts[SGN_MARK_DONE]);
  json_object_set_new (json, "counts", sgn_scs_counts_to_json (part->counts));
  if (check->answers.whole) {
    sgn_json_set_integer (json, "requirements", part->requirements);
    sgn_json_set_integer (json, "requirements_met", part->requirements_met);
  }
  return json;
}

static void
add_sections (SgnProjection *self, const SgnScsCheck *check)
{
  g_autoptr (GPtrArray) parts = list_parts (self, check);
  json_t *list = json_array ();

  for (guint i = 0; i < parts->len; i++)
    json_array_append_new (list, part_to_json (check, parts->pdata[i]));
  json_object_set_new (self->json, "sections", list);
}

/* The requirements by name; how far each is met only where every criterion is told. */
static void
add_groups (SgnProjection *self, const SgnScsCheck *check)
{
  json_t *list = json_array ();

  for (guint i = 0; i < check->score->groups->len; i++) {
    const SgnGroupScore *group = &g_array_index (check->score->groups, SgnGroupScore, i);
    json_t *json = json_object ();

    sgn_json_set_string (json, "id", group->group->id);
    sgn_json_set_string (json, "number", group->group->number);
    sgn_projection_set_text (self, json, "title", &group->group->title);
    sgn_projection_set_text (self, json, "short", &group->group->short_title);
    sgn_json_set_integer (json, "criteria", group->items);
    if (check->answers.whole) {
      sgn_json_set_integer (json, "met", group->met);
      sgn_json_set_integer (json, "not_applicable", group->not_applicable);
      json_object_set_new (json, "is_met", json_boolean (group->is_met));
    }
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "groups", list);
}

static void
add_totals (SgnProjection *self, const SgnScsCheck *check)
{
  const SgnScore *score = check->score;

  sgn_json_set_integer (self->json, "criteria", score->items);
  sgn_json_set_integer (self->json, "met", score->counts[SGN_MARK_DONE]);
  sgn_json_set_integer (self->json, "answered", score->answered);
  sgn_json_set_integer (self->json, "requirements", sgn_score_count_groups (score, NULL));
  sgn_json_set_integer (self->json, "requirements_met", sgn_score_count_met_groups (score, NULL));
  json_object_set_new (self->json, "counts", sgn_scs_counts_to_json (score->counts));
}

void
sgn_projection_add_scs (SgnProjection *self)
{
  g_auto (SgnScsCheck) check = { 0 };

  sgn_scs_check_init (&check, self);
  sgn_projection_add_scs_title (self, &check);
  sgn_projection_add_catalogue (self, check.answers.catalogue);
  sgn_projection_add_assessment (self, &check.answers);
  sgn_projection_add_values (self, check.answers.catalogue);
  json_object_set_new (self->json, "whole", json_boolean (check.answers.whole));
  add_totals (self, &check);
  add_sections (self, &check);
  add_groups (self, &check);
  sgn_projection_add_scs_items (self, &check);
  sgn_projection_add_answers (self, &check.answers);
}
