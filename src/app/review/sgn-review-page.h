/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_REVIEW_PAGE (sgn_review_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnReviewPage, sgn_review_page, SGN, REVIEW_PAGE, SgnPage)

/* What does not fit together in the record, what weighs most first; each leads to its place.
 * Property: count (uint): how many of them are more than a remark. */

/* Looks for the first time when there is nothing more urgent, and then after each act. */
void sgn_review_page_begin (SgnReviewPage *self);
gboolean
sgn_review_page_is_ready (SgnReviewPage *self); /* what is shown is of the record as it is */
guint sgn_review_page_get_count (SgnReviewPage *self);

G_END_DECLS
