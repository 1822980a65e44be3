/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-table.h"

G_BEGIN_DECLS

/**
 * SgnComparisonSheet:
 * @dates: the projection's dates, oldest first
 * @labels: (array zero-terminated=1): how a column names each of them, as short as they differ
 * @n: how many there are
 *
 * The comparison while it is laid out: parts of the projection at hand.
 */
typedef struct {
  SgnFlow *flow;
  json_t *json;
  json_t *dates;
  char **labels;
  guint n;
} SgnComparisonSheet;

/* 1: the total as a line and a table. */
void sgn_comparison_place_totals (SgnComparisonSheet *self);
/* 2: the parts, a bar for each date; with @below points left for what must stand under them. */
void sgn_comparison_place_parts (SgnComparisonSheet *self, double below);
/* 3: the fields, in two tables side by side. */
void sgn_comparison_place_areas (SgnComparisonSheet *self);
/* 4: every item by date, and what can be said of it in words. */
void sgn_comparison_place_items (SgnComparisonSheet *self);

/* What stands under @key, "" for nothing. */
const char *sgn_comparison_get_text (const json_t *object, const char *key);
/* A number of the list @numbers, or the sign for nothing; owned by the caller. */
char *sgn_comparison_format_number (const json_t *numbers, guint i);
/* The last of @numbers less the first, or the sign for nothing; owned by the caller. */
char *sgn_comparison_format_change (const json_t *numbers);
/* The texts of @parts with the separator @key between them, put into the text @whole as its list;
 * owned by the caller. */
char *sgn_comparison_join (const SgnComparisonSheet *self, GPtrArray *parts, const char *key);

G_END_DECLS
