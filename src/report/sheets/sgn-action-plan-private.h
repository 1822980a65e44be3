/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"

G_BEGIN_DECLS

/* The sheet being laid out; @today: the day of issue, by which a task is overdue or not. */
typedef struct {
  SgnFlow *flow;
  const json_t *json;
  char *today;
} SgnActionPlan;

/* How @task stands on the day of issue; what was decided against has the sign for nothing. */
SgnMark sgn_action_plan_get_mark (const SgnActionPlan *self, const json_t *task);
/* The word for it. */
const char *sgn_action_plan_get_word (const SgnActionPlan *self, SgnMark mark);

/* (nullable): 総務課 山﨑; outsiders read the department only. A line breaks between the two. */
char *sgn_action_plan_format_owner (const SgnActionPlan *self, const json_t *task);
/* Which editions the sheet speaks of, and what is inherited in them. */
void sgn_action_plan_add_foot (SgnFlow *flow, SgnFrame *frame);

/* The bar and what it shows in numbers. */
void sgn_action_plan_place_progress (const SgnActionPlan *self);

G_END_DECLS
