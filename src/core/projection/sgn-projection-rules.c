/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include <glib/gi18n-lib.h>

/* The edition that has five of them. */
#define FIVE_RULES "3.1"

gboolean
sgn_projection_check_rules (const SgnProjection *self, GError **error)
{
  return sgn_projection_check_assessment (
    self, SGN_RULES,
    _ ("There is no check of the rules with the number %s. Choose one of those in the file."),
    _ ("The six rules have no answer yet. Answer at least one of them."), error);
}

static json_t *
line_to_json (const SgnProjection *self, const SgnItemLine *line)
{
  json_t *json = json_object ();

  sgn_json_set_string (json, "id", line->item->id);
  sgn_json_set_string (json, "number", line->item->number);
  sgn_projection_set_text (self, json, "title", &line->item->title);
  sgn_json_set_string (json, "value", line->value != NULL ? line->value->key : NULL);
  sgn_projection_set_state (self, json, line);
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

    if (!sgn_projection_shows (self, check, &line))
      continue;
    json = line_to_json (self, &line);
    if (sgn_projection_is_internal (self))
      sgn_projection_set_internal (self, check, &line, json);
    json_array_append_new (list, json);
  }
  json_object_set_new (self->json, "items", list);
}

/* How many rules stand where. With so few, the numbers alone would say which are left out, so that
 * they are kept back together with those. */
static void
add_counts (SgnProjection *self, const SgnSelfCheck *check)
{
  json_t *counts = NULL;

  json_object_set_new (self->json, "whole", json_boolean (check->whole));
  if (!check->whole)
    return;

  counts = json_object ();
  for (int mark = 0; mark < SGN_N_MARKS; mark++)
    sgn_json_set_integer (counts, sgn_mark_to_key ((SgnMark) mark), check->score->counts[mark]);
  json_object_set_new (self->json, "counts", counts);
}

/* Nothing that a partner may not see unasked: every rule is worked on, or does not apply. */
static gboolean
is_all_well (const SgnScore *score)
{
  const guint *counts = score->counts;

  return counts[SGN_MARK_NONE] + counts[SGN_MARK_NOT_DONE] + counts[SGN_MARK_UNKNOWN] == 0;
}

/* Five rules are not six: a sheet about the older edition has its own name. */
static void
add_title (SgnProjection *self, const SgnCatalogue *catalogue)
{
  SgnDocuments *documents = self->library->documents;
  const char *document = self->request->document;
  SgnLanguage language = self->request->language;

  if (!g_str_equal (catalogue->edition, FIVE_RULES))
    return;
  sgn_json_set_string (self->json, "title",
                       sgn_documents_text (documents, document, "title.five", language));
  sgn_json_set_string (self->json, "short",
                       sgn_documents_text (documents, document, "short.five", language));
}

void
sgn_projection_add_rules (SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_RULES);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, SGN_RULES, assessment->edition);
  g_autoptr (SgnCombined) combined = sgn_combined_new (self->record, catalogue, assessment);
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, combined->answers, NULL);
  const SgnSelfCheck check = {
    .assessment = combined->answers,
    .catalogue = catalogue,
    .combined = combined,
    .score = score,
    .whole = sgn_projection_is_internal (self) || self->request->with_unmet || is_all_well (score),
  };

  add_title (self, catalogue);
  sgn_projection_add_catalogue (self, catalogue);
  sgn_projection_add_assessment (self, &check);
  sgn_projection_add_values (self, catalogue);
  add_items (self, &check);
  add_counts (self, &check);
  sgn_projection_add_answers (self, &check);
}
