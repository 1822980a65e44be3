/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/* The self-check against the criteria of SCS while it is laid out.
 * @whole: every criterion is told; otherwise only those with a sentence meant for outsiders */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  gboolean whole;
} SgnScsSheet;

/* 1: how many criteria are met, and where the others stand. */
void sgn_scs_place_summary (const SgnScsSheet *self);
/* 2: the categories. */
void sgn_scs_place_sections (const SgnScsSheet *self);
/* 3: a mark for every criterion, requirement by requirement. */
void sgn_scs_place_map (const SgnScsSheet *self);
/* 4: every criterion; for partners those with a sentence meant for them. */
void sgn_scs_place_items (const SgnScsSheet *self);
/* 5: what is not met yet. */
void sgn_scs_place_open (const SgnScsSheet *self);

/* How many answers of @owner have @mark. */
guint sgn_scs_count (const json_t *owner, SgnMark mark);
/* Those of all marks, in the order of SgnMark. */
void sgn_scs_count_all (const json_t *owner, guint *counts);
/* 満たす 55、一部 10; owned by the caller */
char *sgn_scs_format_counts (const SgnScsSheet *self, const json_t *owner);
/* "11 / 26"; owned by the caller */
char *sgn_scs_format_share (const SgnScsSheet *self, gint64 n, gint64 of);

G_END_DECLS
