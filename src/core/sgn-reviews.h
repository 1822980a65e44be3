/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-library.h"
#include "sgn-record.h"

G_BEGIN_DECLS

/**
 * SgnReviewDay:
 * @kind: what is looked at again: SGN_KIND_ANSWER, SGN_KIND_ASSESSMENT, SGN_KIND_POLICY,
 *   SGN_KIND_DECLARATION, SGN_KIND_EVIDENCE
 * @title: what it is called
 * @date: the day it is due
 * @catalogue: (nullable): key of the guideline
 * @item: (nullable): the question
 *
 * Something to be looked at again on a day. Valid as long as the library it was made from.
 */
typedef struct {
  const char *kind;
  char *title;
  char *date;
  char *catalogue;
  const SgnItem *item;
} SgnReviewDay;

/* (element-type SgnReviewDay): the next one first */
GPtrArray *sgn_reviews_list (SgnLibrary *library, const SgnRecord *record);
void sgn_review_day_free (SgnReviewDay *self);
gboolean sgn_review_day_is_due (const SgnReviewDay *self, const char *today);

G_END_DECLS
