/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-combined.h"
#include "sgn-library.h"

G_BEGIN_DECLS

/**
 * SgnLastState:
 * @SGN_LAST_NOTHING: nothing came before
 * @SGN_LAST_OTHER: the edition of last time has no item that is equal to this one, or is not part
 *   of this version
 * @SGN_LAST_OPEN: there is such an item, and it was not answered
 * @SGN_LAST_ANSWERED: it was answered
 */
typedef enum {
  SGN_LAST_NOTHING,
  SGN_LAST_OTHER,
  SGN_LAST_OPEN,
  SGN_LAST_ANSWERED,
} SgnLastState;

/**
 * SgnLast:
 * @assessment: (nullable): the one of last time
 * @catalogue: (nullable): its edition
 * @mapping: (nullable): from that edition to this one; NULL when they are the same
 * @combined: (nullable): its answers; NULL when its edition is not part of this version, or no
 *   mapping leads from it to this one
 *
 * What an assessment continues, or is compared with. Valid as long as the record it was made from.
 */
typedef struct {
  const SgnAssessment *assessment;
  SgnCatalogue *catalogue;
  const SgnMapping *mapping;
  SgnCombined *combined;
} SgnLast;

/**
 * SgnLastAnswer:
 * @state: whether there is one
 * @item: (nullable): the item as it was called last time
 * @answer: (nullable): the answer of last time, or a note alone
 * @value: (nullable): its value; only when @state is SGN_LAST_ANSWERED
 *
 * What was said last time of one item.
 */
typedef struct {
  SgnLastState state;
  const SgnItem *item;
  const SgnAnswer *answer;
  const SgnScaleValue *value;
} SgnLastAnswer;

/* "none" "other-edition" "not-answered" "answered" */
const char *sgn_last_state_to_key (SgnLastState state);

SgnLast *
sgn_last_new (SgnLibrary *library, const SgnRecord *record, const SgnAssessment *assessment);
/* The same with sgn_record_find_previous() instead of sgn_record_find_continued(). */
SgnLast *sgn_last_new_compared (SgnLibrary *library,
                                const SgnRecord *record,
                                const SgnAssessment *assessment);
/* The same with @against, which may be NULL for nothing. */
SgnLast *sgn_last_new_against (SgnLibrary *library,
                               const SgnRecord *record,
                               const SgnAssessment *assessment,
                               const SgnAssessment *against);
void sgn_last_free (SgnLast *self);
SgnLastAnswer sgn_last_find_answer (const SgnLast *self, const SgnItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnLast, sgn_last_free)

G_END_DECLS
