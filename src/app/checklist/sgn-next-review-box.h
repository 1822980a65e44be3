/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_NEXT_REVIEW_BOX (sgn_next_review_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnNextReviewBox, sgn_next_review_box, SGN, NEXT_REVIEW_BOX, GtkBox)

/* The day on which an answer is to be looked at again: typed, or in a year. */
void sgn_next_review_box_show_item (SgnNextReviewBox *self, SgnChecklist *checklist, guint index);

G_END_DECLS
