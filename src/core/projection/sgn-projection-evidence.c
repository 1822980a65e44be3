/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection-evidence-private.h"

#include "sgn-error.h"
#include "sgn-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const catalogues[] = { SGN_SELF_CHECK, SGN_RULES };

/* (nullable): the one asked for, else the newest self-check with an answer, else the newest check
 * of the rules */
static const SgnAssessment *
find_assessment (const SgnProjection *self)
{
  const SgnAssessment *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (catalogues); i++)
    found = sgn_projection_find_assessment (self, catalogues[i]);
  return found;
}

static SgnCatalogue *
find_catalogue (const SgnProjection *self, const SgnAssessment *assessment)
{
  return sgn_library_find_catalogue (self->library, assessment->catalogue, assessment->edition);
}

/* Answers that a check of the company takes from its sites are proved there. */
static char *
dup_reference (const SgnSelfCheck *check, const SgnItemLine *line)
{
  gint64 source = line->answer != NULL ? line->answer->assessment : check->combined->own->id;

  return sgn_answer_make_reference (source, line->item->id);
}

/* What proves one answer; nothing of what an audience may not see. */
static void
list_item (SgnEvidenceList *list, const SgnSelfCheck *check, const SgnItemLine *line)
{
  const SgnRecord *record = list->projection->record;
  g_autofree char *reference = dup_reference (check, line);
  const SgnAssessment *owner = line->answer != NULL
                                 ? sgn_record_find_assessment (record, line->answer->assessment)
                                 : check->combined->own;
  gboolean found = FALSE;

  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = record->evidence->pdata[i];

    if (!sgn_evidence_has_link (evidence, reference) ||
        !sgn_evidence_counts_for (record, evidence, owner, reference))
      continue;
    sgn_evidence_list_add (list, evidence, sgn_evidence_list_item (list, line));
    found = TRUE;
  }
  list->items += found;
  if (!found)
    sgn_evidence_list_miss (list, line);
}

static void
list_items (SgnEvidenceList *list, const SgnSelfCheck *check)
{
  GPtrArray *items = check->catalogue->items;

  for (guint i = 0; i < items->len; i++) {
    SgnItemLine line = sgn_self_check_look_at (check, items->pdata[i]);

    if (sgn_projection_prints_item (items->pdata[i]) &&
        sgn_projection_shows (list->projection, check, &line))
      list_item (list, check, &line);
  }
}

static gboolean
hangs_on (const SgnEvidence *evidence, const char *kind)
{
  gsize length = strlen (kind);

  for (guint i = 0; i < evidence->links->len; i++) {
    const char *link = evidence->links->pdata[i];

    if (strncmp (link, kind, length) == 0 && link[length] == '/')
      return TRUE;
  }
  return FALSE;
}

/* What proves something else than an answer; what proves nothing yet comes last. */
static void
list_others (SgnEvidenceList *list)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, NULL };
  GPtrArray *all = list->projection->record->evidence;

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    for (guint i = 0; i < all->len; i++) {
      const SgnEvidence *evidence = all->pdata[i];
      gboolean here = kinds[kind] != NULL ? hangs_on (evidence, kinds[kind])
                                          : !hangs_on (evidence, SGN_KIND_ANSWER) &&
                                              !hangs_on (evidence, SGN_KIND_DECLARATION) &&
                                              !hangs_on (evidence, SGN_KIND_POLICY);

      if (here && !evidence->retired)
        sgn_evidence_list_add (list, evidence,
                               sgn_evidence_list_group (list, kinds[kind] != NULL ? kinds[kind]
                                                                                  : "other"));
    }
  }
}

static guint
count_elsewhere (const SgnEvidenceList *list)
{
  GPtrArray *all = list->projection->record->evidence;
  guint n = 0;

  for (guint i = 0; i < all->len; i++) {
    const SgnEvidence *evidence = all->pdata[i];

    n += !evidence->retired && !g_hash_table_contains (list->numbers, evidence);
  }
  return n;
}

static void
list_check (SgnEvidenceList *list, const SgnAssessment *assessment, SgnProjection *to)
{
  const SgnProjection *self = list->projection;
  SgnCatalogue *catalogue = find_catalogue (self, assessment);
  g_autoptr (SgnCombined) combined = sgn_combined_new (self->record, catalogue, assessment);
  const SgnSelfCheck check = {
    .assessment = combined->answers,
    .catalogue = catalogue,
    .combined = combined,
    .whole = sgn_projection_is_internal (self) || self->request->with_unmet,
  };

  list_items (list, &check);
  if (to != NULL) {
    sgn_projection_add_catalogue (to, catalogue);
    sgn_projection_add_assessment (to, &check);
  }
}

/* @to: (nullable): where the keys of the check go */
static SgnEvidenceList *
make_list (const SgnProjection *self, SgnProjection *to)
{
  const SgnAssessment *assessment = find_assessment (self);
  SgnEvidenceList *list = sgn_evidence_list_new (self);

  if (assessment != NULL)
    list_check (list, assessment, to);
  if (sgn_projection_is_internal (self))
    list_others (list);
  return list;
}

static gboolean
check_assessment (const SgnProjection *self, GError **error)
{
  const SgnAssessment *assessment = find_assessment (self);

  if (assessment == NULL && self->request->assessment != 0) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->request->assessment);

    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no check with the number %s. Choose one of those in the file."),
                 number);
    return FALSE;
  }
  if (assessment == NULL || find_catalogue (self, assessment) != NULL)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_NOT_YET,
               _ ("Edition %s of “%s” is not part of this version. Use a newer Sengen."),
               assessment->edition, assessment->catalogue);
  return FALSE;
}

gboolean
sgn_projection_check_evidence (const SgnProjection *self, GError **error)
{
  g_autoptr (SgnEvidenceList) list = NULL;

  if (!check_assessment (self, error))
    return FALSE;
  list = make_list (self, NULL);
  if (json_array_size (list->rows) > 0)
    return TRUE;

  g_set_error_literal (
    error, SGN_ERROR, SGN_ERROR_NOT_YET,
    sgn_projection_is_internal (self) || self->request->with_unmet
      ? _ ("There is no evidence to list yet. Add a file to an answer.")
      : _ ("No answer with evidence has a sentence for outsiders yet. Write one for those that a "
           "partner may see."));
  return FALSE;
}

/**
 * sgn_projection_add_evidence:
 * @self: a projection of the document "evidence-list"
 *
 * Every file once for each item that it proves, in the order of the items, and for the company
 * itself what proves a declaration or the policy. A partner sees what proves the answers that have
 * a sentence for outsiders, without names of files and people.
 */
void
sgn_projection_add_evidence (SgnProjection *self)
{
  g_autoptr (SgnEvidenceList) list = make_list (self, self);
  json_t *totals = json_object ();

  sgn_json_set_integer (totals, "entries", (gint64) json_array_size (list->rows));
  sgn_json_set_integer (totals, "items", list->items);
  sgn_json_set_integer (totals, "files", g_hash_table_size (list->numbers));
  sgn_json_set_integer (totals, "kilobytes", list->kilobytes);
  json_object_set (self->json, "evidence", list->rows);
  if (sgn_projection_is_internal (self))
    sgn_json_set_integer (totals, "elsewhere", count_elsewhere (list));
  if (sgn_projection_is_internal (self) || self->request->with_unmet)
    json_object_set (self->json, "without", list->without);
  json_object_set_new (self->json, "totals", totals);
}
