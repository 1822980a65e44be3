/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-private.h"

#include <glib/gi18n-lib.h>

#include "sgn-error.h"

static void
set_unknown (const char *id, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
               _ ("There is nothing called “%s” that a task could be for. Choose an item first."),
               id);
}

gboolean
sgn_task_use_find (SgnDesk *desk, const SgnEvidenceUse *use, SgnGoal *goal, GError **error)
{
  static const char *const kinds[] = { SGN_KIND_DECLARATION, SGN_KIND_POLICY, SGN_KIND_EVIDENCE,
                                       NULL };
  static const SgnGoalRule rule = { kinds, TRUE, set_unknown };

  return sgn_goal_find (desk, &rule, use, goal, error);
}

static gboolean
put_link (SgnDesk *desk, gint64 task, const char *reference, json_t *row, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", task, reference);

  return sgn_desk_put (desk, SGN_KIND_TASK_LINK, id, row, error);
}

gboolean
sgn_desk_put_task_link (SgnDesk *desk, gint64 task, SgnGoal *goal, GError **error)
{
  return sgn_goal_begin (desk, goal, error) &&
         put_link (desk, task, goal->reference, sgn_task_link_to_row (task, goal->reference),
                   error);
}

gboolean
sgn_desk_drop_task_link (SgnDesk *desk, gint64 task, const char *reference, GError **error)
{
  return put_link (desk, task, reference, NULL, error);
}
