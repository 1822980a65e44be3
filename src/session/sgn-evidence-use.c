/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

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

static void
set_unknown (const char *id, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is nothing called “%s” that a file could prove. Choose an item first."),
               id);
}

gboolean
sgn_evidence_use_find (SgnDesk *desk, const SgnEvidenceUse *use, SgnGoal *goal, GError **error)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, SGN_KIND_TASK, NULL };
  static const SgnGoalRule rule = { kinds, FALSE, set_unknown };

  return sgn_goal_find (desk, &rule, use, goal, error);
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
