/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-assessment-private.h"
#include "sgn-error.h"
#include "sgn-evidence-private.h"

void
sgn_task_goal_clear (SgnTaskGoal *goal)
{
  g_clear_pointer (&goal->reference, g_free);
}

static gboolean
set_unknown_row (const char *id, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is nothing called “%s” that a task could be for. Choose an item first."),
               id);
  return FALSE;
}

/* An item in words. */
static gboolean
find_item (SgnDesk *desk, const SgnEvidenceUse *use, SgnTaskGoal *goal, GError **error)
{
  const SgnAnswerChange change = {
    .catalogue = use->catalogue,
    .assessment = use->assessment,
    .item = use->item,
    .site = use->site,
  };

  if (!sgn_target_find_any (desk, &change, &goal->target, error))
    return FALSE;
  goal->item = sgn_target_find_item (goal->target.catalogue, use->item, error);
  if (goal->item == NULL)
    return FALSE;

  if (goal->target.assessment != NULL)
    goal->reference = sgn_evidence_make_reference (goal->target.assessment->id, goal->item->id);
  return TRUE;
}

/* The id of an answer is "ASSESSMENT/ITEM"; the answer itself may still be missing. */
static gboolean
find_answer (SgnDesk *desk, const char *id, SgnTaskGoal *goal, GError **error)
{
  const char *slash = strchr (id, '/');
  const SgnEvidenceUse use = {
    .assessment = slash != NULL ? g_ascii_strtoll (id, NULL, 10) : 0,
    .item = slash != NULL ? slash + 1 : "",
  };

  if (sgn_record_find_assessment (desk->record, use.assessment) == NULL)
    return set_unknown_row (id, error);
  return find_item (desk, &use, goal, error) &&
         (strcmp (goal->item->id, use.item) == 0 || set_unknown_row (id, error));
}

static gboolean
find_row (SgnDesk *desk, const SgnEvidenceUse *use, SgnTaskGoal *goal, GError **error)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, SGN_KIND_EVIDENCE,
                                       NULL };
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
sgn_task_use_find (SgnDesk *desk, const SgnEvidenceUse *use, SgnTaskGoal *goal, GError **error)
{
  if (use->kind == NULL)
    return find_item (desk, use, goal, error);
  if (strcmp (use->kind, SGN_KIND_ANSWER) == 0)
    return find_answer (desk, use->id, goal, error);
  return find_row (desk, use, goal, error);
}

/* Inside an act. */
static gboolean
begin_goal (SgnDesk *desk, SgnTaskGoal *goal, GError **error)
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

static gboolean
put_link (SgnDesk *desk, gint64 task, const char *reference, json_t *row, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", task, reference);

  return sgn_desk_put (desk, SGN_KIND_TASK_LINK, id, row, error);
}

gboolean
sgn_desk_put_task_link (SgnDesk *desk, gint64 task, SgnTaskGoal *goal, GError **error)
{
  return begin_goal (desk, goal, error) &&
         put_link (desk, task, goal->reference, sgn_task_link_to_row (task, goal->reference),
                   error);
}

gboolean
sgn_desk_drop_task_link (SgnDesk *desk, gint64 task, const char *reference, GError **error)
{
  return put_link (desk, task, reference, NULL, error);
}
