/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"
#include "sgn-star-guide.h"

G_BEGIN_DECLS

/* Where a company stands on its way: two stars that it declares itself, two that belong to another
 * scheme. */

/**
 * SgnRoadState:
 * @SGN_ROAD_DONE: behind the company
 * @SGN_ROAD_NOW: begun
 * @SGN_ROAD_NEXT: what comes next, not begun
 * @SGN_ROAD_LATER: not yet, or not wanted
 */
typedef enum {
  SGN_ROAD_DONE,
  SGN_ROAD_NOW,
  SGN_ROAD_NEXT,
  SGN_ROAD_LATER,
} SgnRoadState;

#define SGN_N_ROAD_STOPS 4

/**
 * SgnRoadStop:
 * @star: "★" "★★" "★3" "★4"
 * @state: how it stands
 * @word: the same in a word
 * @content: what it is about
 * @fact: (nullable): a day, or how far
 * @missing: (nullable): what is still to be done for it
 * @done, @total: how many of its conditions hold; of ★3 and ★4 criteria that are met. @total is 0
 *   where nothing was checked
 */
typedef struct {
  const char *star;
  SgnRoadState state;
  char *word;
  char *content;
  char *fact;
  char *missing;
  guint done;
  guint total;
} SgnRoadStop;

/**
 * SgnRoad:
 * @stops: the four stars; the first two are declared, the others belong to another scheme
 * @here: how far the company is: 0 is the beginning, 1 the first star, 4 the last one
 * @opens: (nullable): when the other scheme opens
 *
 * The whole way. Its texts are in the language of the user.
 */
typedef struct {
  SgnRoadStop stops[SGN_N_ROAD_STOPS];
  double here;
  char *opens;
} SgnRoad;

SgnRoad *sgn_road_new (SgnLibrary *library, const SgnRecord *record, const SgnStarGuide *guide);
void sgn_road_free (SgnRoad *self);
/* "done" "now" "next" "later" */
const char *sgn_road_state_to_key (SgnRoadState state);
/* All that is known of one star, for who cannot see the picture. Owned by the caller. */
char *sgn_road_stop_dup_sentences (const SgnRoadStop *stop);
/* Where the company stands, in a few words. Owned by the caller. */
char *sgn_road_dup_words (const SgnRoad *self);

/* The star to be declared next: 1, 2, or 0 when all that is wanted is declared. */
int sgn_road_find_goal (const SgnRecord *record);
/* The highest star on record, or 0. */
int sgn_road_get_declared (const SgnRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRoad, sgn_road_free)

G_END_DECLS
