/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-frame.h"

G_BEGIN_DECLS

#define SGN_POSTER_N_PROMISES 6
/* Sizes go down in such steps. */
#define SGN_POSTER_STEP 0.5

/**
 * SgnPoster:
 * @left: where the small print begins
 * @right: where it ends
 * @date: the day of issue in words
 *
 * A poster in the making; on the stack. Both settings have the same frame and small print.
 */
typedef struct {
  SgnFlow *flow;
  double left;
  double right;
  char *date;
} SgnPoster;

/* (nullable): a text of the company. */
const char *sgn_poster_get_company (const SgnPoster *self, const char *key);
const char *sgn_poster_get_promise (const SgnPoster *self, guint i);
/* The greatest size, in steps, in which what has the length @length at size @usual fits @room. */
double sgn_poster_fit (double usual, double length, double room);
/* 見本, if it is one; after the title, which is read first. */
void sgn_poster_place_tag (const SgnPoster *self, SgnAlign align);

/* From left to right in rows, from top to bottom in columns. */
void sgn_poster_place_rows (const SgnPoster *self);
void sgn_poster_place_columns (const SgnPoster *self);

G_END_DECLS
