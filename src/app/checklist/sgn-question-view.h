/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_QUESTION_VIEW (sgn_question_view_get_type ())
G_DECLARE_FINAL_TYPE (SgnQuestionView, sgn_question_view, SGN, QUESTION_VIEW, GtkBox)

/* One question at a time. Signal: finished, the way on from the last question. */
void sgn_question_view_watch (SgnQuestionView *self, SgnChecklist *checklist, SgnSaving *saving);
void sgn_question_view_set_narrow (SgnQuestionView *self, gboolean narrow);
void sgn_question_view_flush (SgnQuestionView *self);
void sgn_question_view_focus (SgnQuestionView *self);

G_END_DECLS
