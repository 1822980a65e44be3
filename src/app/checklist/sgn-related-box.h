/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_RELATED_BOX (sgn_related_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnRelatedBox, sgn_related_box, SGN, RELATED_BOX, GtkBox)

/* What other guidelines ask about the same matter, and what was answered there; a click goes there
 * by the action company.show-question. Filled after the first frame: it needs all of them. */
void sgn_related_box_show_item (SgnRelatedBox *self, SgnChecklist *checklist, guint index);

G_END_DECLS
