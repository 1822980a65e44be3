/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"
#include "sgn-saving.h"

G_BEGIN_DECLS

#define SGN_TYPE_LOOKS_BOX (sgn_looks_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnLooksBox, sgn_looks_box, SGN, LOOKS_BOX, GtkBox)

/* Who has looked at an answer since it was given: somebody of the company, and where a scheme has
 * levels an expert. Both can be set here; the expert's part is the company's own note. Hidden until
 * there is an answer. */
void sgn_looks_box_watch (SgnLooksBox *self, SgnChecklist *checklist, SgnSaving *saving);
void sgn_looks_box_show_item (SgnLooksBox *self, guint index);

G_END_DECLS
