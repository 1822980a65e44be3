/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-last-answer.h"

G_BEGIN_DECLS

/**
 * SgnCheckAnswers:
 * @record: the record they are from
 * @combined: (nullable): what counts, with what the sites say; NULL while there is no check
 * @last: what the check continues, or would continue
 *
 * The answers of one check as they stand in one record.
 */
typedef struct {
  SgnRecord *record;
  SgnCombined *combined;
  SgnLast *last;
} SgnCheckAnswers;

/* @assessment: (nullable): the check of @catalogue; NULL before its first answer */
SgnCheckAnswers *sgn_check_answers_new (SgnLibrary *library,
                                        SgnRecord *record,
                                        SgnCatalogue *catalogue,
                                        const SgnAssessment *assessment);
void sgn_check_answers_free (SgnCheckAnswers *self);

/* Whether the check is gathered from those of the sites. */
gboolean sgn_check_answers_have_sites (const SgnCheckAnswers *self);
/* How many pieces of evidence hang on the answer that counts. */
guint sgn_check_answers_count_evidence (const SgnCheckAnswers *self, const SgnItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCheckAnswers, sgn_check_answers_free)

G_END_DECLS
