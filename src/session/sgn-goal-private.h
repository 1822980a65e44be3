/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-target-private.h"

G_BEGIN_DECLS

/**
 * SgnGoal:
 * @reference: (nullable): "KIND/ID" of the row; %NULL when an assessment must be begun first
 * @target: where the answer is, when it is one
 * @item: (nullable): the question, when it is an answer
 *
 * What evidence proves or a task is for, found from the words of a request before anything is
 * written. Cleared with sgn_goal_clear().
 */
typedef struct {
  char *reference;
  SgnTarget target;
  const SgnItem *item;
} SgnGoal;

/**
 * SgnGoalRule:
 * @kinds: (array zero-terminated=1): the rows besides answers that will do
 * @closed_too: whether an answer of a closed assessment will do
 * @set_unknown: says that there is no such thing as @id
 *
 * What something may hang on.
 */
typedef struct {
  const char *const *kinds;
  gboolean closed_too;
  void (*set_unknown) (const char *id, GError **error);
} SgnGoalRule;

/* Whether there is what @use names, and whether @rule lets something hang on it. */
gboolean sgn_goal_find (SgnDesk *desk,
                        const SgnGoalRule *rule,
                        const SgnEvidenceUse *use,
                        SgnGoal *goal,
                        GError **error);
/* Inside an act: begins the assessment that is missing; @goal has a reference afterwards. */
gboolean sgn_goal_begin (SgnDesk *desk, SgnGoal *goal, GError **error);
void sgn_goal_clear (SgnGoal *goal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnGoal, sgn_goal_clear)

G_END_DECLS
