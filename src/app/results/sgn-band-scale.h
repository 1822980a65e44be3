/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-results.h"

G_BEGIN_DECLS

#define SGN_TYPE_BAND_SCALE (sgn_band_scale_get_type ())
G_DECLARE_FINAL_TYPE (SgnBandScale, sgn_band_scale, SGN, BAND_SCALE, GtkWidget)

/* The readings of a total side by side, lowest first, with what it is now and what it was. What is
 * not complete has no reading, so that none is marked. Its accessible name says it in words. */
GtkWidget *sgn_band_scale_new (void);
void sgn_band_scale_show (SgnBandScale *self, const SgnResults *results);

G_END_DECLS
