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

/* How often one value of the catalogue's scales was given. */
typedef struct {
  const char *key;
  guint count;
} SgnValueCount;

/**
 * SgnGroupScore:
 * @group: a requirement
 * @items: how many criteria it has, of the level that is counted
 * @answered: how many of them have an answer
 * @met: how many of them are met; what is met in part does not count
 * @not_applicable: how many of them are said not to apply, which is to be said beside the state
 * @is_met: whether all criteria that apply are met, and at least one does
 *
 * One requirement. Source: SCS評価制度 ★3・★4 要求事項・評価基準, 2026-03-27: a requirement is met
 * only when all its criteria are.
 */
typedef struct {
  const SgnGroup *group;
  guint items;
  guint answered;
  guint met;
  guint not_applicable;
  gboolean is_met;
} SgnGroupScore;

/**
 * SgnScore:
 *
 * The score of one assessment: design rules of the self-check (total of points, max 100;
 * not-applicable gives 0 and is counted; the band is NULL while something is unanswered), or counts
 * only: of what is met, never points, halves or a share. A catalogue that is not added up (its
 * scoring is "none") has neither total nor maximum. Source: IPA 自社診断, 25 questions, 4/2/0/−1.
 */
typedef struct {
  SgnCatalogue *catalogue;
  gint64 assessment;
  char *level; /* (nullable): only this level and those below are counted */
  int total;
  int max;
  const SgnBand *band; /* (nullable) */
  guint answered;
  guint items;
  guint counts[SGN_N_MARKS];
  GArray *sections; /* of SgnPartScore */
  GArray *areas;    /* of SgnPartScore */
  GArray *values;   /* of SgnValueCount, as the scales list them, each once */
  GArray *groups;   /* of SgnGroupScore: requirements of the level; none where nothing is counted */
} SgnScore;

/* @assessment NULL: nothing answered. @level NULL: all items. */
SgnScore *
sgn_score_new (SgnCatalogue *catalogue, const SgnAssessment *assessment, const char *level);
void sgn_score_free (SgnScore *self);
/* Whether there is a total: FALSE where nothing is added up. */
gboolean sgn_score_has_total (const SgnScore *self);
/* How many requirements are met; with @section only of that one. */
guint sgn_score_count_met_groups (const SgnScore *self, const SgnSection *section);
/* How many requirements there are; with @section only of that one. */
guint sgn_score_count_groups (const SgnScore *self, const SgnSection *section);
/* Per cent of the applicable points, rounded half up from the exact value; -1 when nothing applies.
 * Below 0 is 0. */
int sgn_part_score_get_percent (const SgnPartScore *self);
/* The object of score --json. */
json_t *sgn_score_to_json (const SgnScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnScore, sgn_score_free)

G_END_DECLS
