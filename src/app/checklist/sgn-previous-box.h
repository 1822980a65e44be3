/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_PREVIOUS_BOX (sgn_previous_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnPreviousBox, sgn_previous_box, SGN, PREVIOUS_BOX, GtkBox)

/* The answer of last time: a fact to remember by, never chosen beforehand. Hidden when there is
 * none. */
void sgn_previous_box_show_answer (SgnPreviousBox *self, SgnChecklist *checklist, guint index);

G_END_DECLS
