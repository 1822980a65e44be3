/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/**
 * SgnStepPlace:
 * @SGN_STEP_NOWHERE: there is nothing to do
 * @SGN_STEP_QUESTION: the question @item of @catalogue
 * @SGN_STEP_GUIDELINE: the guideline @catalogue
 * @SGN_STEP_POLICY: the policy
 * @SGN_STEP_DECLARATION: the steps of the declaration
 * @SGN_STEP_TASK: the task @task
 * @SGN_STEP_EVIDENCE: where evidence is
 * @SGN_STEP_BACKUP: a backup
 *
 * Where a step is done.
 */
typedef enum {
  SGN_STEP_NOWHERE,
  SGN_STEP_QUESTION,
  SGN_STEP_GUIDELINE,
  SGN_STEP_POLICY,
  SGN_STEP_DECLARATION,
  SGN_STEP_TASK,
  SGN_STEP_EVIDENCE,
  SGN_STEP_BACKUP,
} SgnStepPlace;

/**
 * SgnNextStep:
 * @rule: why it is this one: "begin" "continue" "rules" "self-check" "policy" "publish" "gbizid"
 *   "data-sheet" "declare" "overdue" "review" "backup" "unfinished" "none"
 * @place: where it is done
 * @title: what to do
 * @reason: what for
 * @button: (nullable): what leads there; %NULL when there is nothing to do
 * @minutes: how long it takes, which is our own estimate; 0 where nobody can tell
 * @left: how many are left, where they can be counted; 0 otherwise
 * @catalogue: (nullable): key of the guideline
 * @item: (nullable): id of the question
 * @task: the task, or 0
 * @date: (nullable): the day it is or was due, or the day of the next review
 *
 * The one thing to do next. Its texts are in the language of the user.
 */
typedef struct {
  const char *rule;
  SgnStepPlace place;
  char *title;
  char *reason;
  char *button;
  int minutes;
  guint left;
  char *catalogue;
  char *item;
  gint64 task;
  char *date;
} SgnNextStep;

/* @today: a date; @backup: (nullable): the day of the newest backup */
SgnNextStep *sgn_next_step_find (SgnLibrary *library,
                                 const SgnRecord *record,
                                 const char *today,
                                 const char *backup);
void sgn_next_step_free (SgnNextStep *self);
/* How long it takes and what for, in one line. Owned by the caller. */
char *sgn_next_step_dup_line (const SgnNextStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnNextStep, sgn_next_step_free)

G_END_DECLS
