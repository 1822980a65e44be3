/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-private.h"

#include <glib/gi18n-lib.h>

/* The list is of use before anything is answered; only a check asked for must be there. */
gboolean
sgn_projection_check_scs_documents (const SgnProjection *self, GError **error)
{
  if (sgn_projection_find_assessment (self, SGN_SCS) == NULL && self->request->assessment == 0)
    return sgn_library_get_catalogue (self->library, SGN_SCS, error) != NULL;

  return sgn_projection_check_assessment (
    self, SGN_SCS,
    _ ("There is no check against the SCS criteria with the number %s. Choose one of those in "
       "the file."),
    _ ("The SCS criteria have no answer yet. Answer at least one of them."), error);
}

/* What is said of the criteria that a paper helps with. */
typedef struct {
  guint answered;
  guint met;
  guint not_applicable;
  GPtrArray *evidence; /* of SgnEvidence, each once */
} Standing;

static void
standing_clear (Standing *self)
{
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

static void
add_once (GPtrArray *all, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (!g_ptr_array_find (all, more->pdata[i], NULL))
      g_ptr_array_add (all, more->pdata[i]);
}

static void
add_line (const SgnProjection *self,
          const SgnSelfCheck *check,
          const SgnItemLine *line,
          Standing *standing)
{
  g_autoptr (GPtrArray) found = sgn_projection_find_evidence (self, check, line);

  standing->answered += line->value != NULL;
  standing->met += line->mark == SGN_MARK_DONE;
  standing->not_applicable += line->mark == SGN_MARK_NOT_APPLICABLE;
  add_once (standing->evidence, found);
}

static json_t *
list_titles (const SgnProjection *self, GPtrArray *evidence)
{
  json_t *titles = json_array ();

  for (guint i = 0; i < evidence->len; i++) {
    const SgnEvidence *piece = evidence->pdata[i];

    json_array_append_new (titles,
                           json_string (sgn_projection_pick (self, piece->title, piece->title_en)));
  }
  return titles;
}

static void
set_standing (const SgnProjection *self,
              const SgnSelfCheck *check,
              const SgnDocumentPaper *paper,
              json_t *json)
{
  g_auto (Standing) standing = { .evidence = g_ptr_array_new () };

  for (char **id = paper->items; *id != NULL; id++) {
    const SgnItem *item = sgn_catalogue_find_item (check->catalogue, *id);
    SgnItemLine line = sgn_self_check_look_at (check, item);

    add_line (self, check, &line, &standing);
  }
  sgn_json_set_integer (json, "answered", standing.answered);
  sgn_json_set_integer (json, "met", standing.met);
  sgn_json_set_integer (json, "not_applicable", standing.not_applicable);
  sgn_json_set_integer (json, "evidence", standing.evidence->len);
  json_object_set_new (json, "evidence_titles", list_titles (self, standing.evidence));
}

/* The numbers that @catalogue gives to what the paper helps with. */
static json_t *
list_items (SgnCatalogue *catalogue, const SgnDocumentPaper *paper)
{
  json_t *numbers = json_array ();

  for (char **id = paper->items; *id != NULL; id++)
    json_array_append_new (numbers, json_string (sgn_catalogue_find_item (catalogue, *id)->number));
  return numbers;
}

static json_t *
paper_to_json (const SgnProjection *self,
               const SgnSelfCheck *check,
               const SgnDocumentPaper *paper,
               guint number)
{
  json_t *json = json_object ();

  sgn_json_set_integer (json, "number", number);
  sgn_json_set_string (json, "id", paper->id);
  sgn_projection_set_text (self, json, "title", &paper->title);
  sgn_projection_set_text (self, json, "holds", &paper->holds);
  json_object_set_new (json, "items", list_items (check->catalogue, paper));
  sgn_json_set_integer (json, "criteria", g_strv_length (paper->items));
  if (check->assessment != NULL)
    set_standing (self, check, paper, json);
  return json;
}

static void
add_papers (SgnProjection *self, const SgnSelfCheck *check)
{
  GPtrArray *papers = sgn_documents_get_papers (self->library->documents, self->request->document);
  json_t *list = json_array ();

  for (guint i = 0; i < papers->len; i++)
    json_array_append_new (list, paper_to_json (self, check, papers->pdata[i], i + 1));
  json_object_set_new (self->json, "papers", list);
}

/* The level that the list is for is the lowest one, and its criteria are those that are counted. */
static void
add_totals (SgnProjection *self, const SgnSelfCheck *check)
{
  sgn_json_set_string (self->json, "level", check->level);
  sgn_json_set_integer (self->json, "criteria", check->score->items);
  if (check->assessment == NULL)
    return;
  sgn_json_set_integer (self->json, "answered", check->score->answered);
  sgn_json_set_integer (self->json, "met", check->score->counts[SGN_MARK_DONE]);
}

void
sgn_projection_add_scs_documents (SgnProjection *self)
{
  const SgnAssessment *assessment = sgn_projection_find_assessment (self, SGN_SCS);
  SgnCatalogue *catalogue =
    sgn_library_find_catalogue (self->library, SGN_SCS,
                                assessment != NULL ? assessment->edition : NULL);
  g_autoptr (SgnCombined) combined =
    assessment != NULL ? sgn_combined_new (self->record, catalogue, assessment) : NULL;
  const SgnAssessment *answers = combined != NULL ? combined->answers : NULL;
  const char *level = catalogue->levels->pdata[0];
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, answers, level);
  const SgnSelfCheck check = {
    .assessment = answers,
    .catalogue = catalogue,
    .combined = combined,
    .score = score,
    .whole = TRUE,
    .level = level,
  };

  sgn_projection_add_catalogue (self, catalogue);
  if (answers != NULL)
    sgn_projection_add_assessment (self, &check);
  add_totals (self, &check);
  add_papers (self, &check);
}
