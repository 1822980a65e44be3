/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sgn-assessment-private.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-evidence-private.h"

SgnEvidenceUse *
sgn_evidence_use_copy (const SgnEvidenceUse *use)
{
  SgnEvidenceUse *copy = g_new0 (SgnEvidenceUse, 1);

  copy->kind = g_strdup (use->kind);
  copy->id = g_strdup (use->id);
  copy->catalogue = g_strdup (use->catalogue);
  copy->assessment = use->assessment;
  copy->item = g_strdup (use->item);
  copy->site = g_strdup (use->site);
  return copy;
}

void
sgn_evidence_use_free (SgnEvidenceUse *use)
{
  g_free ((char *) use->kind);
  g_free ((char *) use->id);
  g_free ((char *) use->catalogue);
  g_free ((char *) use->item);
  g_free ((char *) use->site);
  g_free (use);
}

void
sgn_evidence_goal_clear (SgnEvidenceGoal *goal)
{
  g_clear_pointer (&goal->reference, g_free);
}

char *
sgn_evidence_make_reference (gint64 assessment, const char *item)
{
  return g_strdup_printf (SGN_KIND_ANSWER "/%" G_GINT64_FORMAT "/%s", assessment, item);
}

static gboolean
set_unknown_row (const char *id, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is nothing called “%s” that a file could prove. Choose an item first."),
               id);
  return FALSE;
}

/* An item in words: the proof may come before the answer, and before the assessment. */
static gboolean
find_item (SgnDesk *desk, const SgnEvidenceUse *use, SgnEvidenceGoal *goal, GError **error)
{
  const SgnAnswerChange change = {
    .catalogue = use->catalogue,
    .assessment = use->assessment,
    .item = use->item,
    .site = use->site,
  };

  if (!sgn_target_find (desk, &change, &goal->target, error))
    return FALSE;

  goal->item = sgn_target_find_item (goal->target.catalogue, use->item, error);
  if (goal->item == NULL)
    return FALSE;

  if (goal->target.assessment != NULL)
    goal->reference = sgn_evidence_make_reference (goal->target.assessment->id, goal->item->id);
  return TRUE;
}

/* The id of an answer is "ASSESSMENT/ITEM". */
static gboolean
find_answer (SgnDesk *desk, const char *id, SgnEvidenceGoal *goal, GError **error)
{
  const char *slash = strchr (id, '/');
  const SgnEvidenceUse use = {
    .assessment = slash != NULL ? g_ascii_strtoll (id, NULL, 10) : 0,
    .item = slash != NULL ? slash + 1 : "",
  };
  g_autoptr (GError) failure = NULL;

  if (sgn_record_find_assessment (desk->record, use.assessment) == NULL)
    return set_unknown_row (id, error);
  if (!find_item (desk, &use, goal, &failure)) {
    if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_USAGE))
      return set_unknown_row (id, error);
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return strcmp (goal->item->id, use.item) == 0 || set_unknown_row (id, error);
}

static gboolean
find_row (SgnDesk *desk, const SgnEvidenceUse *use, SgnEvidenceGoal *goal, GError **error)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, SGN_KIND_TASK, NULL };
  g_autoptr (GError) failure = NULL;
  g_autoptr (json_t) row = NULL;

  if (!g_strv_contains (kinds, use->kind))
    return set_unknown_row (use->id, error);

  row = sgn_company_file_get_row (desk->file, use->kind, use->id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (row == NULL)
    return set_unknown_row (use->id, error);

  goal->reference = g_strconcat (use->kind, "/", use->id, NULL);
  return TRUE;
}

gboolean
sgn_evidence_use_find (SgnDesk *desk,
                       const SgnEvidenceUse *use,
                       SgnEvidenceGoal *goal,
                       GError **error)
{
  if (use->kind == NULL)
    return find_item (desk, use, goal, error);
  if (strcmp (use->kind, SGN_KIND_ANSWER) == 0)
    return find_answer (desk, use->id, goal, error);
  return find_row (desk, use, goal, error);
}

gboolean
sgn_evidence_goal_begin (SgnDesk *desk, SgnEvidenceGoal *goal, GError **error)
{
  g_autoptr (SgnAssessment) opened = NULL;
  gint64 person;

  if (goal->reference != NULL)
    return TRUE;
  if (!sgn_desk_ensure_person (desk, desk->author, &person, error))
    return FALSE;

  opened = sgn_desk_begin_target (desk, &goal->target, person, error);
  if (opened == NULL)
    return FALSE;

  goal->reference = sgn_evidence_make_reference (opened->id, goal->item->id);
  return TRUE;
}

SgnAssessment *
sgn_evidence_find_owner (const SgnRecord *record, const char *reference)
{
  const char *id = NULL;

  if (!g_str_has_prefix (reference, SGN_KIND_ANSWER "/"))
    return NULL;

  id = reference + strlen (SGN_KIND_ANSWER "/");
  return sgn_record_find_assessment (record, g_ascii_strtoll (id, NULL, 10));
}

gboolean
sgn_evidence_may_change (SgnDesk *desk, const char *reference)
{
  const SgnAssessment *assessment = sgn_evidence_find_owner (desk->record, reference);

  return assessment == NULL || !assessment->closed;
}

const SgnEvidence *
sgn_desk_find_evidence (SgnDesk *desk, gint64 id, GError **error)
{
  const SgnEvidence *evidence = sgn_record_find_evidence (desk->record, id);
  g_autofree char *name = sgn_dup_number (id);

  if (evidence == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("There is no evidence %s in this file. See “sengen evidence list FILE”."),
                 name);
  return evidence;
}

gboolean
sgn_evidence_check_content (const SgnEvidence *evidence, GError **error)
{
  g_autofree char *name = sgn_dup_number (evidence->id);

  if (!sgn_evidence_is_erased (evidence))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("The content of evidence %s has been erased for good. Add the file again."),
               name);
  return FALSE;
}

const SgnEvidence *
sgn_desk_find_evidence_in_use (SgnDesk *desk, gint64 id, GError **error)
{
  const SgnEvidence *evidence = sgn_desk_find_evidence (desk, id, error);
  const SgnEvidence *newer =
    evidence != NULL ? sgn_evidence_find_newer (desk->record, evidence) : NULL;
  g_autofree char *name = sgn_dup_number (id);
  g_autofree char *other = newer != NULL ? sgn_dup_number (newer->id) : NULL;

  if (evidence == NULL || !evidence->retired)
    return evidence;

  if (!sgn_evidence_check_content (evidence, error))
    return NULL;
  if (newer != NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Evidence %s has been replaced by %s. Use the newer one."), name, other);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("Evidence %s has been withdrawn. Restore it first."), name);
  return NULL;
}

static char *
make_link_id (gint64 evidence, const char *reference)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", evidence, reference);
}

gboolean
sgn_desk_put_link (SgnDesk *desk, gint64 evidence, const char *reference, GError **error)
{
  g_autofree char *id = make_link_id (evidence, reference);

  return sgn_desk_put (desk, SGN_KIND_EVIDENCE_LINK, id,
                       sgn_evidence_link_to_row (evidence, reference), error);
}

gboolean
sgn_desk_drop_link (SgnDesk *desk, gint64 evidence, const char *reference, GError **error)
{
  g_autofree char *id = make_link_id (evidence, reference);

  return sgn_desk_put (desk, SGN_KIND_EVIDENCE_LINK, id, NULL, error);
}

gboolean
sgn_desk_rewrite_evidence (SgnDesk *desk, const SgnEvidence *evidence, GError **error)
{
  return sgn_desk_put_numbered (desk, SGN_KIND_EVIDENCE, evidence->id,
                                sgn_evidence_to_row (evidence), error);
}

gboolean
sgn_evidence_check_order (const char *dated, const char *expires, GError **error)
{
  if (dated == NULL || expires == NULL || sgn_date_compare (dated, expires) <= 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("The last day, %s, is before the evidence’s own date, %s. Look at both again."),
               expires, dated);
  return FALSE;
}
