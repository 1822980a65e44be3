/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-goal-private.h"

#include "sgn-assessment-private.h"
#include "sgn-error.h"

void
sgn_goal_clear (SgnGoal *goal)
{
  g_clear_pointer (&goal->reference, g_free);
}

static gboolean
refuse (const SgnGoalRule *rule, const char *id, GError **error)
{
  rule->set_unknown (id, error);
  return FALSE;
}

/* An item in words: this may come before the answer, and before the assessment. */
static gboolean
find_item (SgnDesk *desk,
           const SgnGoalRule *rule,
           const SgnEvidenceUse *use,
           SgnGoal *goal,
           GError **error)
{
  const SgnAnswerChange change = {
    .catalogue = use->catalogue,
    .assessment = use->assessment,
    .item = use->item,
    .site = use->site,
  };

  if (rule->closed_too ? !sgn_target_find_any (desk, &change, &goal->target, error)
                       : !sgn_target_find (desk, &change, &goal->target, error))
    return FALSE;

  goal->item = sgn_target_find_item (goal->target.catalogue, use->item, error);
  if (goal->item == NULL)
    return FALSE;

  if (goal->target.assessment != NULL)
    goal->reference = sgn_answer_make_reference (goal->target.assessment->id, goal->item->id);
  return TRUE;
}

/* The id of an answer is "ASSESSMENT/ITEM"; the answer itself may still be missing. */
static gboolean
find_answer (SgnDesk *desk, const SgnGoalRule *rule, const char *id, SgnGoal *goal, GError **error)
{
  const char *slash = strchr (id, '/');
  const SgnEvidenceUse use = {
    .assessment = slash != NULL ? g_ascii_strtoll (id, NULL, 10) : 0,
    .item = slash != NULL ? slash + 1 : "",
  };
  g_autoptr (GError) failure = NULL;

  if (sgn_record_find_assessment (desk->record, use.assessment) == NULL)
    return refuse (rule, id, error);
  if (!find_item (desk, rule, &use, goal, &failure)) {
    if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_USAGE))
      return refuse (rule, id, error);
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return strcmp (goal->item->id, use.item) == 0 || refuse (rule, id, error);
}

static gboolean
find_row (SgnDesk *desk,
          const SgnGoalRule *rule,
          const SgnEvidenceUse *use,
          SgnGoal *goal,
          GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (json_t) row = NULL;

  if (!g_strv_contains (rule->kinds, use->kind))
    return refuse (rule, use->id, error);

  row = sgn_company_file_get_row (desk->file, use->kind, use->id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (row == NULL)
    return refuse (rule, use->id, error);

  goal->reference = g_strconcat (use->kind, "/", use->id, NULL);
  return TRUE;
}

gboolean
sgn_goal_find (SgnDesk *desk,
               const SgnGoalRule *rule,
               const SgnEvidenceUse *use,
               SgnGoal *goal,
               GError **error)
{
  if (use->kind == NULL)
    return find_item (desk, rule, use, goal, error);
  if (strcmp (use->kind, SGN_KIND_ANSWER) == 0)
    return find_answer (desk, rule, use->id, goal, error);
  return find_row (desk, rule, use, goal, error);
}

gboolean
sgn_goal_begin (SgnDesk *desk, SgnGoal *goal, GError **error)
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

  goal->reference = sgn_answer_make_reference (opened->id, goal->item->id);
  return TRUE;
}
