/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"
#include "sgn-subsidy.h"

G_BEGIN_DECLS

/**
 * SgnSubsidyAim:
 * @subsidy: (nullable): the one that is meant; %NULL is none of those that are known
 * @deadline: (nullable): the day one has to be ready; %NULL is the next closing date of @subsidy
 * @star: 1 or 2; 0 is the least that @subsidy asks for
 */
typedef struct {
  const SgnSubsidy *subsidy;
  const char *deadline;
  int star;
} SgnSubsidyAim;

/**
 * SgnSubsidyState:
 * @SGN_SUBSIDY_COUNTED: there are days
 * @SGN_SUBSIDY_NO_DATE: no closing date is known, and none was given
 * @SGN_SUBSIDY_PASSED: the day has passed
 * @SGN_SUBSIDY_ENDED: the subsidy is offered no more
 *
 * Whether days could be counted. Only in the first case there are steps.
 */
typedef enum {
  SGN_SUBSIDY_COUNTED,
  SGN_SUBSIDY_NO_DATE,
  SGN_SUBSIDY_PASSED,
  SGN_SUBSIDY_ENDED,
} SgnSubsidyState;

/**
 * SgnSubsidyStep:
 * @id: "account" "account-post" "account-online" "data-sheet" "rules" "self-check" "policy"
 *   "policy-published" "declare" "web-page" "apply"
 * @words: what to do
 * @day: the last day to do it, or to begin it where it takes time
 * @days_left: until then; below 0 when it has passed
 * @done: whether the record says so
 * @late: whether it is not done and its day has passed
 * @at_best: whether @day holds only when it goes as fast as it can
 * @duration: (nullable): the time that was counted
 */
typedef struct {
  const char *id;
  char *words;
  char *day;
  int days_left;
  gboolean done;
  gboolean late;
  gboolean at_best;
  const SgnSubsidyDuration *duration;
} SgnSubsidyStep;

/**
 * SgnSubsidyPlan:
 * @state: whether days could be counted
 * @words: that, in a sentence
 * @remarks: (element-type utf8): what to mind, in whole sentences
 * @star: 1 or 2
 * @deadline: (nullable): the day from which was counted
 * @days_left: until then
 * @round: (nullable): the closing date it comes from
 * @steps: (element-type SgnSubsidyStep): in the order in which they are done
 *
 * By when what must be begun. Its texts are in the language of the user. It keeps what it was made
 * from by reference only.
 */
typedef struct {
  SgnSubsidyState state;
  char *words;
  GPtrArray *remarks;
  int star;
  char *deadline;
  int days_left;
  const SgnSubsidyRound *round;
  GPtrArray *steps;
} SgnSubsidyPlan;

/* @library and @record (nullable, both or none): what a company has done already */
SgnSubsidyPlan *sgn_subsidy_plan_new (const SgnSubsidies *subsidies,
                                      const SgnSubsidyAim *aim,
                                      SgnLibrary *library,
                                      const SgnRecord *record,
                                      const char *today);
void sgn_subsidy_plan_free (SgnSubsidyPlan *self);
/* "counted" "no-date" "passed" "ended" */
const char *sgn_subsidy_state_to_key (SgnSubsidyState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnSubsidyPlan, sgn_subsidy_plan_free)

G_END_DECLS
