/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-record.h"

G_BEGIN_DECLS

/* Points of one section or area. */
typedef struct {
  const char *id;
  int total;
  int max;            /* of all items */
  int applicable_max; /* without not-applicable ones */
  guint answered;
  guint items;
} SgnPartScore;

/**
 * SgnScore:
 *
 * The score of one assessment: design rules of the self-check (total of points, max 100;
 * not-applicable gives 0 and is counted; the band is NULL while something is unanswered), or counts
 * only. Source: IPA 自社診断, 25 questions, 4/2/0/−1.
 */
typedef struct {
  SgnCatalogue *catalogue;
  gint64 assessment;
  int total;
  int max;
  const SgnBand *band; /* (nullable) */
  guint answered;
  guint items;
  guint counts[SGN_N_MARKS];
  GArray *sections; /* of SgnPartScore */
  GArray *areas;    /* of SgnPartScore */
} SgnScore;

/* @assessment NULL: nothing answered. @level NULL: all items. */
SgnScore *
sgn_score_new (SgnCatalogue *catalogue, const SgnAssessment *assessment, const char *level);
void sgn_score_free (SgnScore *self);
/* Per cent of the applicable points, rounded half up from the exact value; -1 when nothing applies.
 * Below 0 is 0. */
int sgn_part_score_get_percent (const SgnPartScore *self);
/* The object of score --json. */
json_t *sgn_score_to_json (const SgnScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnScore, sgn_score_free)

G_END_DECLS
