/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-star-guide.h"

G_BEGIN_DECLS

#define SGN_TYPE_STAR_QUESTION_BOX (sgn_star_question_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnStarQuestionBox, sgn_star_question_box, SGN, STAR_QUESTION_BOX, GtkBox)

/* One question with yes, no and “I do not know”. Signal: replied. */
GtkWidget *sgn_star_question_box_new (const SgnStarQuestion *question);
void sgn_star_question_box_set_side (SgnStarQuestionBox *self, SgnSide side);
SgnReply sgn_star_question_box_get_reply (SgnStarQuestionBox *self);
void sgn_star_question_box_set_reply (SgnStarQuestionBox *self, SgnReply reply);

G_END_DECLS
