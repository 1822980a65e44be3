/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/* What is to be done: the tasks, and every answer that nobody knows until somebody has found out.
 */

/**
 * SgnPlanLine:
 * @task: (nullable): the task; %NULL for an answer that nobody knows and no open task is for
 * @assessment: (nullable): where that answer is, without a task
 * @item: (nullable): its question
 *
 * One line of the plan. Valid as long as the record and the library it was made from.
 */
typedef struct {
  const SgnTask *task;
  const SgnAssessment *assessment;
  const SgnItem *item;
} SgnPlanLine;

/**
 * SgnTaskGround:
 * @catalogue: (nullable): the edition of @item; both %NULL for what is no item, or is not here
 * @item: (nullable): the question
 * @kind: kind of the row, such as SGN_KIND_ANSWER
 *
 * What a task is for.
 */
typedef struct {
  const SgnCatalogue *catalogue;
  const SgnItem *item;
  char *kind;
} SgnTaskGround;

/* (element-type SgnPlanLine): what is open, by due date, without one last; then what nobody knows;
 * then what is done, newest first; then what was decided against. The overdue stand first. */
GPtrArray *sgn_plan_list (const SgnRecord *record, SgnLibrary *library);
/* (element-type SgnPlanLine): answers that count today, say less than done, and have no task: first
 * what is not done, then what is done in part. What nobody knows is in the plan as it is. */
GPtrArray *sgn_plan_list_proposals (const SgnRecord *record, SgnLibrary *library);
/* (element-type SgnTaskGround): each item once, whatever the year */
GPtrArray *
sgn_task_list_grounds (const SgnTask *task, const SgnRecord *record, SgnLibrary *library);

/* How it stands on @date: SGN_MARK_TODO, SGN_MARK_DOING, SGN_MARK_OVERDUE, SGN_MARK_COMPLETE, or
 * SGN_MARK_NOT_APPLICABLE for what was decided against. */
SgnMark sgn_task_get_mark (const SgnTask *task, const char *date);
/* Neither done nor decided against. */
gboolean sgn_task_is_open (const SgnTask *task);
/* Whether its day has passed on @date. */
gboolean sgn_task_is_overdue (const SgnTask *task, const char *date);

G_END_DECLS
