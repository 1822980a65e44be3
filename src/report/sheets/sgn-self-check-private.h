/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/* The result of the self-check while it is laid out: parts of the projection at hand. */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  json_t *score;
  json_t *previous; /* (nullable) */
  gboolean dense;   /* more to say on the first page than usual: smaller gaps keep it one page */
} SgnSelfCheckSheet;

/* The gap above a heading of the first page. */
double sgn_self_check_get_above (const SgnSelfCheckSheet *self, double usual);

/* 1: the score, its finding and where it stands on the scale. */
void sgn_self_check_place_score (SgnSelfCheckSheet *self);
/* 2: the parts, with bars; for partners with counts of states too. */
void sgn_self_check_place_parts (SgnSelfCheckSheet *self);
/* 3: the fields, as radar and table. */
void sgn_self_check_place_areas (SgnSelfCheckSheet *self);
/* 4: every answer in a strip, and the legend with counts. */
void sgn_self_check_place_strip (SgnSelfCheckSheet *self);
/* 5: every item. */
void sgn_self_check_place_items (SgnSelfCheckSheet *self);
/* 6: what is unknown or not done. */
void sgn_self_check_place_unmet (SgnSelfCheckSheet *self);
/* 7: what changed since last time. */
void sgn_self_check_place_changes (SgnSelfCheckSheet *self);
/* For partners: the measures that have a statement, and what is not listed. */
void sgn_self_check_place_measures (SgnSelfCheckSheet *self);

/* How many answers have @mark ("none" for those not answered). */
gint64 sgn_self_check_count (const SgnSelfCheckSheet *self, const char *mark);
/* Part 1　基本的対策; owned by the caller */
char *sgn_self_check_format_section (const SgnSelfCheckSheet *self, const json_t *section);
/* (nullable): the section with @id */
json_t *sgn_self_check_find_section (const SgnSelfCheckSheet *self, const char *id);
/* The date of last time in words; owned by the caller. */
char *sgn_self_check_format_previous_date (const SgnSelfCheckSheet *self);
gboolean sgn_self_check_lists_unmet (const SgnSelfCheckSheet *self);

G_END_DECLS
