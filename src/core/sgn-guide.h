/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/**
 * SgnKnown:
 * @SGN_KNOWN_CONFIRMED: several sources say so
 * @SGN_KNOWN_REPORTED: one source says so
 * @SGN_KNOWN_PLANNED: a plan, or a draft of which the final text was not seen
 * @SGN_KNOWN_UNKNOWN: looked for and not found
 * @SGN_KNOWN_DISPUTED: the sources disagree
 *
 * How well something is known.
 */
typedef enum {
  SGN_KNOWN_CONFIRMED,
  SGN_KNOWN_REPORTED,
  SGN_KNOWN_PLANNED,
  SGN_KNOWN_UNKNOWN,
  SGN_KNOWN_DISPUTED,
} SgnKnown;

/* One thing that is known, or not known, on a given day. */
typedef struct {
  char *id;
  SgnKnown known;
  SgnText title;
  SgnText text;
  char *checked; /* YYYY-MM-DD */
} SgnGuideFact;

/**
 * SgnGuide:
 * @id: the guideline, as its catalogue is called
 * @order: its place among all; what one does first stands first
 * @checked: the day on which it was held against the sources, YYYY-MM-DD
 * @what: what it is
 * @who: for whom it is
 * @time: how long it takes, which is our own estimate
 * @star: which star it has to do with
 * @facts: (element-type SgnGuideFact): what is known and what is not
 * @json: as stored
 *
 * What a company wants to know of a guideline before it chooses it. What changes with the world
 * stands here with its date, and not in the program. Immutable.
 */
typedef struct {
  char *id;
  int order;
  char *checked;
  SgnText what;
  SgnText who;
  SgnText time;
  SgnText star;
  GPtrArray *facts;
  json_t *json;
} SgnGuide;

/* Every guide in the folder guides/, in their order. (element-type SgnGuide) */
GPtrArray *sgn_guides_load (const char *data_dir, GError **error);
/* In a few words, for people. */
const char *sgn_known_to_words (SgnKnown known);
/* (nullable): the one of a guideline, by its id */
const SgnGuide *sgn_guides_find (GPtrArray *guides, const char *id);

G_END_DECLS
