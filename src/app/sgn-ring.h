/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SGN_TYPE_RING (sgn_ring_get_type ())
G_DECLARE_FINAL_TYPE (SgnRing, sgn_ring, SGN, RING, GtkWidget)

/* How much of a section is answered: a ring that fills, with a check when it is full. The number
 * always stands beside it. */
GtkWidget *sgn_ring_new (void);
void sgn_ring_set_progress (SgnRing *self, guint done, guint total);

G_END_DECLS
