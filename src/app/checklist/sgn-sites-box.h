/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_SITES_BOX (sgn_sites_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnSitesBox, sgn_sites_box, SGN, SITES_BOX, GtkBox)

/* What each site says of a question, and which of them decided; not there in a company that answers
 * as a whole. Signal: released, when the sites are to decide again. */
void sgn_sites_box_show_item (SgnSitesBox *self, SgnChecklist *checklist, guint index);

G_END_DECLS
