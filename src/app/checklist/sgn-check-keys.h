/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

/* What the lists of questions have in common at the keyboard. */

/* (nullable): the answer that a key stands for at an item, where it can be answered */
const SgnScaleValue *
sgn_check_keys_find_value (SgnChecklist *checklist, guint index, guint key, GdkModifierType state);
/* Answers the item of @row. A filter may leave the row out then: the next one takes the focus. */
void
sgn_check_keys_answer (SgnChecklist *checklist, guint index, const char *value, GtkWidget *row);
/* (nullable): the row with the focus, of @type */
GtkWidget *sgn_check_keys_find_focus (GtkWidget *list, GType type);
/* Arrows go on from one list to the next. */
void sgn_check_keys_join (GtkListBox *rows);

G_END_DECLS
