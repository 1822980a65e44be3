/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-room.h"

G_BEGIN_DECLS

#define SGN_TYPE_SEMINAR_TILE (sgn_seminar_tile_get_type ())
G_DECLARE_FINAL_TYPE (SgnSeminarTile, sgn_seminar_tile, SGN, SEMINAR_TILE, GtkBox)

/* One answer on the wall: mark, word, and how many hands. Its buttons ask by action:
 * seminar.raise (u) and seminar.lower (u). */
GtkWidget *sgn_seminar_tile_new (SgnHands answer);
void sgn_seminar_tile_set_count (SgnSeminarTile *self, guint count);
/* By how much everything is larger than on 720 lines. */
void sgn_seminar_tile_set_scale (SgnSeminarTile *self, double scale);

G_END_DECLS
