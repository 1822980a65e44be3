/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_QUESTION_SIDE (sgn_question_side_get_type ())
G_DECLARE_FINAL_TYPE (SgnQuestionSide, sgn_question_side, SGN, QUESTION_SIDE, GtkBox)

/* Beside a question: its evidence, why it matters, what other guidelines ask, and where
 * its words come from. */
void sgn_question_side_show_item (SgnQuestionSide *self, SgnChecklist *checklist, guint index);

G_END_DECLS
