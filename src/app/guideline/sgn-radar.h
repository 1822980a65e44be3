/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-breakdown.h"

G_BEGIN_DECLS

/* Fewer axes make no figure. */
#define SGN_RADAR_LEAST 3

#define SGN_TYPE_RADAR (sgn_radar_get_type ())
G_DECLARE_FINAL_TYPE (SgnRadar, sgn_radar, SGN, RADAR, GtkWidget)

/* One axis for each category, numbered as in the list beside it: how much of it is done, from none
 * in the middle to all at the edge. The list says the same in words; this is only a picture. */
GtkWidget *sgn_radar_new (void);
void sgn_radar_set_breakdown (SgnRadar *self, const SgnBreakdown *breakdown);
/* The same with what was reached before as a dashed line. */
void sgn_radar_set_shares (SgnRadar *self, const double *now, const double *before, guint n);

G_END_DECLS
