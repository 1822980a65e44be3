/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-record-years.h"

G_BEGIN_DECLS

/**
 * SgnCombined:
 * @own: the assessment itself
 * @answers: what counts: @own as it is, or a copy of it with the effective answers; each answer
 *   names the assessment it comes from
 * @parts: of SgnAssessment: the sites' ones, by number; empty for a site and for a company that
 *   answers as a whole
 * @decided: items that the company answered itself although sites have checks of their own
 * @differing: items that the sites answered differently
 *
 * An assessment with what its sites say. Valid as long as the record it was made from.
 */
typedef struct {
  const SgnAssessment *own;
  const SgnAssessment *answers;
  GPtrArray *parts;
  guint decided;
  guint differing;
  SgnAssessment *merged; /* (nullable): what @answers is, when there are parts */
} SgnCombined;

/**
 * SgnCombinedAnswer:
 * @answer: (nullable): what counts; NULL when nothing is said
 * @source: (nullable): the assessment its value comes from
 * @decided: whether it is the company's own although sites have checks of their own
 * @answered: how many sites have answered
 * @differing: how many of those say something else than what counts
 *
 * One item of it.
 */
typedef struct {
  const SgnAnswer *answer;
  const SgnAssessment *source;
  gboolean decided;
  guint answered;
  guint differing;
} SgnCombinedAnswer;

/* @catalogue is the edition of @assessment, which is one of @record's. */
SgnCombined *sgn_combined_new (const SgnRecord *record,
                               SgnCatalogue *catalogue,
                               const SgnAssessment *assessment);
void sgn_combined_free (SgnCombined *self);
SgnCombinedAnswer sgn_combined_find_answer (const SgnCombined *self, const SgnItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCombined, sgn_combined_free)

G_END_DECLS
