/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-goal-private.h"

G_BEGIN_DECLS

/* A request's use, copied. */
SgnEvidenceUse *sgn_evidence_use_copy (const SgnEvidenceUse *use);
void sgn_evidence_use_free (SgnEvidenceUse *use);

/* Whether there is such a thing, and whether it may change. */
gboolean
sgn_evidence_use_find (SgnDesk *desk, const SgnEvidenceUse *use, SgnGoal *goal, GError **error);

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

G_END_DECLS
