/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/**
 * SgnSide:
 * @SGN_SIDE_SUPPLIER: the company that will be asked for a star
 * @SGN_SIDE_ORDERER: the company that asks its suppliers
 *
 * From where one looks at an order.
 */
typedef enum {
  SGN_SIDE_SUPPLIER,
  SGN_SIDE_ORDERER,
} SgnSide;

/* What was said to one of the questions. */
typedef enum {
  SGN_REPLY_OPEN, /* nothing, or that it is not known */
  SGN_REPLY_YES,
  SGN_REPLY_NO,
} SgnReply;

typedef struct {
  char *id;
  SgnText ask[2]; /* by SgnSide */
  SgnText why;
} SgnStarQuestion;

/* What follows from the replies. */
typedef struct {
  char *id; /* "star-4" "star-3" "open" */
  SgnText title;
  SgnText text[2]; /* by SgnSide */
} SgnStarAnswer;

/* A scheme that gives or declares stars. */
typedef struct {
  char *id;
  SgnText name;
  char *stars; /* "★3・★4" */
  SgnText about;
  SgnText how;
  SgnText when;
} SgnStarFamily;

/**
 * SgnStarGuide:
 * @checked: the day on which all of it was held against the sources, YYYY-MM-DD
 * @basis: where the questions come from
 * @remark: that nothing is decided here
 * @questions: (element-type SgnStarQuestion): which star will be asked for
 * @answers: (element-type SgnStarAnswer): what the replies lead to
 * @advice: (element-type SgnText): what to do with it, by #SgnSide
 * @families: (element-type SgnStarFamily): the schemes that have stars
 * @differences: (element-type SgnText): what must not be mixed up
 * @json: as stored
 *
 * Which star a customer is likely to ask for, and how the stars of the schemes differ. Immutable.
 */
typedef struct {
  char *checked;
  SgnText basis;
  SgnText remark;
  GPtrArray *questions;
  GPtrArray *answers;
  GPtrArray *advice[2];
  GPtrArray *families;
  GPtrArray *differences;
  json_t *json;
} SgnStarGuide;

SgnStarGuide *sgn_star_guide_load (const char *data_dir, GError **error);
void sgn_star_guide_free (SgnStarGuide *self);

/* @replies: one for each question, in their order. */
const SgnStarAnswer *sgn_star_guide_decide (const SgnStarGuide *self, const SgnReply *replies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnStarGuide, sgn_star_guide_free)

G_END_DECLS
