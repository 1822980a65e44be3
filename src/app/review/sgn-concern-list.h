/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-consistency.h"

G_BEGIN_DECLS

#define SGN_TYPE_CONCERN_LIST (sgn_concern_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnConcernList, sgn_concern_list, SGN, CONCERN_LIST, GtkBox)

/* What weighs the same: a heading with the count, and a row for each, several of one rule together.
 */
GtkWidget *sgn_concern_list_new (SgnWeight weight);
/* Shows those of @concerns that are of its weight; not seen when there are none. */
void sgn_concern_list_show (SgnConcernList *self, SgnLibrary *library, GPtrArray *concerns);
/* Gives the focus to the row of a concern, if it has it: @id NULL is the first. */
gboolean sgn_concern_list_focus (SgnConcernList *self, const char *id);

G_END_DECLS
