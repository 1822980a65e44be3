/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-combined.h"
#include "sgn-library.h"

G_BEGIN_DECLS

/* How sure we are that an answer fits where it is proposed. */
typedef enum {
  SGN_SURENESS_LOW,
  SGN_SURENESS_FAIR,
  SGN_SURENESS_HIGH,
} SgnSureness;

/* "low" "fair" "high" */
const char *sgn_sureness_to_key (SgnSureness sureness);
/* The same for people. */
const char *sgn_sureness_to_words (SgnSureness sureness);

/**
 * SgnProposalSource:
 * @catalogue: the guideline that was answered; a reference of its own
 * @assessment: the assessment the answer belongs to
 * @item: its item
 * @said: what was answered there
 * @value: what follows from it: a value of the item that it is proposed for
 * @relation: what @item is to the item that it is proposed for
 * @official: the official texts relate the two, else it is our own reading
 * @likeness: 0 when a mapping relates the two; else 1 to 100: how much their texts are alike
 * @sureness: how sure that is
 * @why: what both have in common, or what one does not ask; both NULL when nothing is said
 *
 * One answer that a proposal comes from.
 */
typedef struct {
  SgnCatalogue *catalogue;
  gint64 assessment;
  const SgnItem *item;
  const SgnScaleValue *said;
  const SgnScaleValue *value;
  SgnRelation relation;
  gboolean official;
  guint likeness;
  SgnSureness sureness;
  SgnText why;
} SgnProposalSource;

/**
 * SgnProposal:
 * @item: the item it is for
 * @value: what is proposed: the worst of what follows from @sources
 * @sureness: of the source that decides
 * @answered: (nullable): what the item is answered with already; nothing is proposed then
 * @sources: of SgnProposalSource, at least one: the first decides, the others say the same or
 * better
 *
 * What an item could be answered with, and why.
 */
typedef struct {
  const SgnItem *item;
  const SgnScaleValue *value;
  SgnSureness sureness;
  const SgnScaleValue *answered;
  GPtrArray *sources;
} SgnProposal;

/**
 * SgnProposals:
 * @catalogue: the edition they are for
 * @into: (nullable): the assessment that they would go into; NULL when none is begun
 * @level: (nullable): only items of this level are in it; NULL when there are no levels
 * @list: of SgnProposal, in the order of the items
 *
 * Proposals for the items of one assessment. Nothing is changed by making them.
 */
typedef struct {
  SgnCatalogue *catalogue;
  const SgnAssessment *into;
  char *level;
  GPtrArray *list;
  SgnRecord *record;
  SgnCombined *combined; /* (nullable): what @into says already */
} SgnProposals;

/* @into: (nullable): one of @record's, of the edition @catalogue; @level: (nullable): the one that
 * @into aims at, or the lowest */
SgnProposals *sgn_proposals_new (SgnRecord *record,
                                 SgnCatalogue *catalogue,
                                 const SgnAssessment *into,
                                 const char *level);
void sgn_proposals_free (SgnProposals *self);
/* Adds what follows from the answers of @from by the mapping between both editions, whichever way
 * it was written. FALSE when there is none. */
gboolean
sgn_proposals_add_mapped (SgnProposals *self, SgnLibrary *library, const SgnAssessment *from);
/* Adds one source of another kind for @item. Takes @source, and drops it when nothing follows from
 * it or @item is not asked about. Its value need not be set. */
void sgn_proposals_take_source (SgnProposals *self, const SgnItem *item, SgnProposalSource *source);
/* How many there are of items that are not answered yet. */
guint sgn_proposals_count_open (const SgnProposals *self);
/* (nullable): the one for the item @id */
const SgnProposal *sgn_proposals_find (const SgnProposals *self, const char *id);

/* (nullable): what is proposed for @item when @said was answered to one that is @relation to it */
const SgnScaleValue *
sgn_proposal_choose_value (const SgnItem *item, const SgnScaleValue *said, SgnRelation relation);
/* Of SgnAssessment: those that answers for @catalogue may come from by a mapping, the newest of
 * each guideline and edition, the newest first; owns none of them. */
GPtrArray *sgn_proposals_list_origins (SgnLibrary *library,
                                       const SgnRecord *record,
                                       const SgnCatalogue *catalogue);

/* (nullable): the newest open assessment of the company that answers go into */
SgnAssessment *sgn_proposals_find_into (const SgnRecord *record, const SgnCatalogue *catalogue);

void sgn_proposal_source_free (SgnProposalSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnProposals, sgn_proposals_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnProposalSource, sgn_proposal_source_free)

G_END_DECLS
