/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-check-filter.h"

G_BEGIN_DECLS

#define SGN_TYPE_REQUIREMENT_LIST (sgn_requirement_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnRequirementList, sgn_requirement_list, SGN, REQUIREMENT_LIST, GtkBox)

/* One section of a large checklist: its requirements, folded but for one. Left and right fold and
 * unfold, digits answer the row with the focus. Signal: opened (uint, index of the item). */
void sgn_requirement_list_watch (SgnRequirementList *self, SgnChecklist *checklist);
void sgn_requirement_list_set_filter (SgnRequirementList *self, SgnFilter filter, SgnLook look);
void sgn_requirement_list_set_narrow (SgnRequirementList *self, gboolean narrow);
void sgn_requirement_list_show_item (SgnRequirementList *self, guint index);

G_END_DECLS
