/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-target-private.h"

G_BEGIN_DECLS

/* A request's use, copied; and what it is found to be before anything is written. */
SgnEvidenceUse *sgn_evidence_use_copy (const SgnEvidenceUse *use);
void sgn_evidence_use_free (SgnEvidenceUse *use);

/**
 * SgnEvidenceGoal:
 * @reference: (nullable): "KIND/ID" of the row it proves; NULL when an assessment must be begun
 * @target: where the answer goes, when it is one
 * @item: (nullable): the question, when it is an answer
 *
 * What a use means in this file. Cleared with sgn_evidence_goal_clear().
 */
typedef struct {
  char *reference;
  SgnTarget target;
  const SgnItem *item;
} SgnEvidenceGoal;

/* Whether there is such a thing, and whether it may change. */
gboolean sgn_evidence_use_find (SgnDesk *desk,
                                const SgnEvidenceUse *use,
                                SgnEvidenceGoal *goal,
                                GError **error);
/* Inside an act: begins the assessment that is missing; @goal has a reference afterwards. */
gboolean sgn_evidence_goal_begin (SgnDesk *desk, SgnEvidenceGoal *goal, GError **error);
void sgn_evidence_goal_clear (SgnEvidenceGoal *goal);

/* "answer/ASSESSMENT/ITEM", as evidence is linked to an answer */
char *sgn_evidence_make_reference (gint64 assessment, const char *item);
/* (nullable): the assessment of the answer called @reference; NULL for other rows */
SgnAssessment *sgn_evidence_find_owner (const SgnRecord *record, const char *reference);
/* Whether the row called @reference may change: an answer of a closed assessment may not. */
gboolean sgn_evidence_may_change (SgnDesk *desk, const char *reference);
/* (nullable): SGN_ERROR_USAGE when there is no piece of evidence @id */
const SgnEvidence *sgn_desk_find_evidence (SgnDesk *desk, gint64 id, GError **error);
/* Whether its content is still there. */
gboolean sgn_evidence_check_content (const SgnEvidence *evidence, GError **error);
/* The same, which must be in use. */
const SgnEvidence *sgn_desk_find_evidence_in_use (SgnDesk *desk, gint64 id, GError **error);
/* Inside an act. */
gboolean sgn_desk_put_link (SgnDesk *desk, gint64 evidence, const char *reference, GError **error);
gboolean sgn_desk_drop_link (SgnDesk *desk, gint64 evidence, const char *reference, GError **error);
gboolean sgn_desk_rewrite_evidence (SgnDesk *desk, const SgnEvidence *evidence, GError **error);
/* SGN_ERROR_INVALID for a last day before its own date; @dated, @expires: (nullable) */
gboolean sgn_evidence_check_order (const char *dated, const char *expires, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnEvidenceUse, sgn_evidence_use_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnEvidenceGoal, sgn_evidence_goal_clear)

G_END_DECLS
