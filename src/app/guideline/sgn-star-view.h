/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-star-guide.h"

G_BEGIN_DECLS

#define SGN_TYPE_STAR_VIEW (sgn_star_view_get_type ())
G_DECLARE_FINAL_TYPE (SgnStarView, sgn_star_view, SGN, STAR_VIEW, GtkBox)

/* Which star a customer may ask for, from the side of the one who is asked and of the one who asks,
 * and which schemes have stars. Nothing of it is stored. */
void sgn_star_view_load (SgnStarView *self);
void sgn_star_view_set_narrow (SgnStarView *self, gboolean narrow);

G_END_DECLS
