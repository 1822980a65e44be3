/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

#define SGN_TYPE_ANSWER_GROUP (sgn_answer_group_get_type ())
G_DECLARE_FINAL_TYPE (SgnAnswerGroup, sgn_answer_group, SGN, ANSWER_GROUP, GtkBox)

/* The possible answers of one item. The arrows move without choosing, since choosing is saved;
 * Space and Return choose. Signal: chosen (string, key of the value). */
void sgn_answer_group_set_item (SgnAnswerGroup *self, SgnCatalogue *catalogue, const SgnItem *item);
void sgn_answer_group_set_value (SgnAnswerGroup *self, const char *value, gboolean unsaved);
void sgn_answer_group_set_locked (SgnAnswerGroup *self, gboolean locked);
void sgn_answer_group_set_narrow (SgnAnswerGroup *self, gboolean narrow);
/* The chosen one takes the focus, else the first. */
void sgn_answer_group_focus (SgnAnswerGroup *self);

G_END_DECLS
