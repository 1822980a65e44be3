/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_QUESTION_HEAD (sgn_question_head_get_type ())
G_DECLARE_FINAL_TYPE (SgnQuestionHead, sgn_question_head, SGN, QUESTION_HEAD, GtkBox)

/* Where a question stands: number, section, how many are left, and the strip of all. Signal: picked
 * (uint, index of the item). */
void sgn_question_head_show_item (SgnQuestionHead *self, SgnChecklist *checklist, guint index);
void sgn_question_head_set_narrow (SgnQuestionHead *self, gboolean narrow);

G_END_DECLS
