/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-last-answer.h"
#include "sgn-score.h"

G_BEGIN_DECLS

/* What a check came to, held against an earlier one, and what to do first. */

/* What its numbers are. */
typedef enum {
  SGN_RESULTS_POINTS, /* points of the highest that can be reached */
  SGN_RESULTS_COUNT,  /* how many are done, of all; nothing counts half */
  SGN_RESULTS_LEVEL,  /* the mean level, in tenths, of the highest one */
} SgnResultsKind;

/**
 * SgnResultValue:
 * @known: whether there is something to say: %FALSE where nothing applies or nothing is answered,
 *   and of an earlier check also where an item has no counterpart in it
 * @value: see #SgnResultsKind
 * @max: the highest @value that is possible
 * @items: how many items it speaks of
 * @answered: how many of them are answered
 */
typedef struct {
  gboolean known;
  int value;
  int max;
  guint items;
  guint answered;
} SgnResultValue;

/**
 * SgnResultPart:
 * @title: what it is called, owned by the catalogue
 * @now: what is said of it now
 * @before: what the earlier check said of the same items
 *
 * One of our own areas, or a section where a guideline has none.
 */
typedef struct {
  const SgnText *title;
  SgnResultValue now;
  SgnResultValue before;
} SgnResultPart;

/**
 * SgnFirstStep:
 * @item: what to do something about
 * @value: its answer
 * @assessment: the check that the answer belongs to, which may be that of a site
 * @least: how many points the next better answer gives more; 0 where there are no points
 * @most: how many the best one does
 * @task: (nullable): the open task for it that is due first
 */
typedef struct {
  const SgnItem *item;
  const SgnScaleValue *value;
  gint64 assessment;
  int least;
  int most;
  const SgnTask *task;
} SgnFirstStep;

/**
 * SgnResults:
 * @assessment: the check
 * @catalogue: its edition
 * @level: (nullable): the level aimed at; items above it are not counted
 * @combined: what counts in it
 * @last: what it is held against; its members are %NULL when that is nothing
 * @score: its counts
 * @whole: of all items
 * @whole_before: the same of the earlier check, by its own edition
 * @parts: (element-type SgnResultPart): the parts that have items
 * @own_areas: whether the parts are our own areas
 * @steps: (element-type SgnFirstStep): what is not done, in the order it is to be done
 *
 * Valid as long as the record and the library it was made from.
 */
typedef struct {
  SgnResultsKind kind;
  const SgnAssessment *assessment;
  SgnCatalogue *catalogue;
  const char *level;
  SgnCombined *combined;
  SgnLast *last;
  SgnScore *score;
  SgnResultValue whole;
  SgnResultValue whole_before;
  GPtrArray *parts;
  gboolean own_areas;
  GPtrArray *steps;
} SgnResults;

/* (nullable): NULL when the edition of @assessment is not part of this version. @against:
 * (nullable): an earlier one */
SgnResults *sgn_results_new (SgnLibrary *library,
                             const SgnRecord *record,
                             const SgnAssessment *assessment,
                             const SgnAssessment *against);
void sgn_results_free (SgnResults *self);
/* (transfer container) (element-type SgnAssessment): what @assessment can be held against, newest
 * first */
GPtrArray *sgn_results_list_earlier (const SgnRecord *record, const SgnAssessment *assessment);
/* (transfer container) (element-type SgnAssessment): the newest answered check of each guideline,
 * the self-check first */
GPtrArray *sgn_results_list_checks (SgnLibrary *library, const SgnRecord *record);
/* Whether every item that is asked has an answer. */
gboolean sgn_results_is_complete (const SgnResults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnResults, sgn_results_free)

G_END_DECLS
