/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plan.h"

G_BEGIN_DECLS

/* The plan as somebody looks at it today: what is wanted of it, under headings, with counts. */

/* Which tasks are wanted. */
typedef enum {
  SGN_BOARD_OPEN,
  SGN_BOARD_OVERDUE,
  SGN_BOARD_DONE,
  SGN_BOARD_ALL,
} SgnBoardFilter;
#define SGN_N_BOARD_FILTERS 4

/* What the headings are. */
typedef enum {
  SGN_BOARD_LATE,     /* the day has passed */
  SGN_BOARD_MONTH,    /* due in a month; @day is the first of those days */
  SGN_BOARD_YEAR,     /* due in what is left of a year that ends soon */
  SGN_BOARD_NO_DAY,   /* nobody has said until when */
  SGN_BOARD_FIND_OUT, /* what nobody knows, and no task is for */
  SGN_BOARD_FINISHED,
  SGN_BOARD_DECLINED, /* decided against */
  SGN_BOARD_PERSON,   /* all of one person; @owner is 0 for nobody */
} SgnBoardHeading;

/* Anybody, and what no guideline asks. */
#define SGN_BOARD_ANYBODY (-1)
#define SGN_BOARD_NO_GUIDELINE ""

/**
 * SgnBoardWish:
 * @filter: which tasks
 * @owner: whose: a person, 0 for what nobody has, SGN_BOARD_ANYBODY
 * @origin: (nullable): id of the guideline they are for, or SGN_BOARD_NO_GUIDELINE; NULL for any
 * @by_person: under the people instead of the days
 */
typedef struct {
  SgnBoardFilter filter;
  gint64 owner;
  const char *origin;
  gboolean by_person;
} SgnBoardWish;

/**
 * SgnBoardLine:
 * @plan: the task, or the answer that nobody knows
 * @mark: how it stands today; SGN_MARK_UNKNOWN without a task
 * @grounds: (element-type SgnTaskGround): what it is for
 */
typedef struct {
  const SgnPlanLine *plan;
  SgnMark mark;
  GPtrArray *grounds;
} SgnBoardLine;

/* Somebody with something to do, now or before. */
typedef struct {
  gint64 id;               /* 0: nobody */
  const SgnPerson *person; /* (nullable) */
  guint open;
  guint overdue; /* of those */
} SgnBoardOwner;

typedef struct {
  SgnBoardHeading heading;
  const char *day; /* (nullable) */
  gint64 owner;
  const SgnPerson *person; /* (nullable) */
  GPtrArray *lines;        /* of SgnBoardLine: not owned */
} SgnBoardSection;

/**
 * SgnTaskBoard:
 * @today: the day it is made for
 * @lines: (element-type SgnBoardLine): the whole plan
 * @owners: (element-type SgnBoardOwner): whoever has most to do first
 * @origins: (element-type utf8): what the tasks are for, as SgnBoardWish.origin
 * @proposals: (element-type SgnPlanLine): what could become a task
 *
 * Valid as long as the record and the library it was made from.
 */
typedef struct {
  char *today;
  GPtrArray *plan;
  GPtrArray *lines;
  GPtrArray *owners;
  GPtrArray *origins;
  GPtrArray *proposals;
} SgnTaskBoard;

SgnTaskBoard *sgn_task_board_new (const SgnRecord *record, SgnLibrary *library, const char *today);
void sgn_task_board_free (SgnTaskBoard *self);
/* How many stand so: what was decided against counts nowhere but as SGN_MARK_NOT_APPLICABLE, and
 * what nobody knows is SGN_MARK_TODO. */
guint sgn_task_board_count_mark (const SgnTaskBoard *self, SgnMark mark);
/* All that is planned; what was decided against is not. */
guint sgn_task_board_count_planned (const SgnTaskBoard *self);
/* How many @wish would show with another @filter. */
guint
sgn_task_board_count (const SgnTaskBoard *self, const SgnBoardWish *wish, SgnBoardFilter filter);
/* (transfer full) (element-type SgnBoardSection): none is empty */
GPtrArray *sgn_task_board_list (const SgnTaskBoard *self, const SgnBoardWish *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnTaskBoard, sgn_task_board_free)

G_END_DECLS
