/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_CARRIED_BOX (sgn_carried_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarriedBox, sgn_carried_box, SGN, CARRIED_BOX, GtkBox)

/* That an answer was carried over from another guideline, and from which question of it, until
 * somebody says that it is so. Signal: confirmed. */
void sgn_carried_box_show_item (SgnCarriedBox *self, SgnChecklist *checklist, guint index);

G_END_DECLS
