/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Above a sentence that stands below a table. */
#define SGN_HISTORY_NOTE_ABOVE 4.0

typedef struct {
  SgnFlow *flow;
  const json_t *json;
  const json_t *chain;
} SgnHistorySheet;

/* The head of the chain, with the result of the check beside it. */
void sgn_history_place_chain (const SgnHistorySheet *self);
/* 1: every event, newest first, by days. */
void sgn_history_place_events (const SgnHistorySheet *self);

G_END_DECLS
