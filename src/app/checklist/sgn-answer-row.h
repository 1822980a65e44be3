/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

#define SGN_TYPE_ANSWER_ROW (sgn_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnAnswerRow, sgn_answer_row, SGN, ANSWER_ROW, GtkCheckButton)

/* One possible answer, across the whole column: mark, word, meaning, points, key. */
GtkWidget *sgn_answer_row_new (const SgnItem *item, const SgnScaleValue *value);
const SgnScaleValue *sgn_answer_row_get_value (SgnAnswerRow *self);
void sgn_answer_row_set_chosen (SgnAnswerRow *self, gboolean chosen, gboolean unsaved);
void sgn_answer_row_set_narrow (SgnAnswerRow *self, gboolean narrow);

G_END_DECLS
