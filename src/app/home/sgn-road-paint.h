/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-road.h"

G_BEGIN_DECLS

/* The way of a company as a picture: from left to right, or from top to bottom where it is narrow.
 * All sizes follow the letters of @widget. */

/* How high it is when it is @width wide. */
int sgn_road_paint_measure (GtkWidget *widget, const SgnRoad *road, int width);
void sgn_road_paint (GtkWidget *widget, cairo_t *cr, const SgnRoad *road, int width);

G_END_DECLS
