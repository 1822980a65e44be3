/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-projection-private.h"

G_BEGIN_DECLS

/* How many dates are printed; those before them stand in the tables. */
#define SGN_COMPARED 3

/**
 * SgnComparison:
 * @checks: (element-type SgnLast): the finished checks of one scope, oldest first
 * @scores: (element-type SgnScore): their scores, in the editions they were made in
 * @first: the first one that is printed
 * @catalogue: the edition of the newest, whose items are compared
 *
 * What a comparison speaks of. Valid as long as the record it was made from.
 */
typedef struct {
  GPtrArray *checks;
  GPtrArray *scores;
  guint first;
  SgnCatalogue *catalogue;
} SgnComparison;

const SgnLast *sgn_comparison_get_check (const SgnComparison *self, guint i);
const SgnScore *sgn_comparison_get_score (const SgnComparison *self, guint i);
/* The day it speaks of. Owned by the caller. */
char *sgn_comparison_dup_date (const SgnComparison *self, guint i);
/* Points of @owner, a section or an area of the newest edition, by what check @i said of its items:
 * FALSE when one of them has no counterpart there. */
gboolean
sgn_comparison_sum (const SgnComparison *self, guint i, gconstpointer owner, SgnPartScore *part);

/* The keys "results" and, where items may be seen, "items", "trends", "answers_by_date". */
void sgn_projection_add_results (SgnProjection *self, const SgnComparison *comparison);
void sgn_projection_add_trends (SgnProjection *self, const SgnComparison *comparison);

G_END_DECLS
