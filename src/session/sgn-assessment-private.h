/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-target-private.h"

G_BEGIN_DECLS

/* (transfer full): a copy of its own; (nullable) stays NULL */
SgnAssessmentWords *sgn_assessment_words_copy (const SgnAssessmentWords *words);
void sgn_assessment_words_free (SgnAssessmentWords *words);
/* Whether the dates of @words are dates, and those of @assessment as it will be are in order;
 * whether its level is one of @catalogue. */
gboolean sgn_desk_check_words (SgnDesk *desk,
                               const SgnAssessmentWords *words,
                               const SgnCatalogue *catalogue,
                               const SgnAssessment *assessment,
                               GError **error);
/* Inside an act: what @words say, and were checked, goes into @assessment; people who are new are
 * added. */
gboolean sgn_desk_take_words (SgnDesk *desk,
                              const SgnAssessmentWords *words,
                              const SgnCatalogue *catalogue,
                              SgnAssessment *assessment,
                              GError **error);

/* Id of the newest assessment with answers that one of @catalogue and @site could continue: of this
 * edition or an older one; 0 when there is none. */
gint64 sgn_desk_find_before (SgnDesk *desk,
                             const SgnCatalogue *catalogue,
                             gint64 site,
                             gboolean closed_only);
/* Inside an act: @assessment with a number, the time, and a start when it has none. */
gboolean sgn_desk_begin (SgnDesk *desk,
                         const SgnCatalogue *catalogue,
                         SgnAssessment *assessment,
                         GError **error);
/* Inside an act: the assessment that @target lacks, begun by its first answer; the company's one
 * comes with that of a site. Owned by the caller. */
SgnAssessment *
sgn_desk_begin_target (SgnDesk *desk, const SgnTarget *target, gint64 person, GError **error);

/* Inside an act: closes @assessment and those of the sites that belong to it. */
gboolean sgn_desk_close_check (SgnDesk *desk, const SgnAssessment *assessment, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnAssessmentWords, sgn_assessment_words_free)

G_END_DECLS
