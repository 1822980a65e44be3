/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-road.h"

G_BEGIN_DECLS

#define SGN_TYPE_ROAD_PICTURE (sgn_road_picture_get_type ())
G_DECLARE_FINAL_TYPE (SgnRoadPicture, sgn_road_picture, SGN, ROAD_PICTURE, GtkWidget)

/* The way of a company, drawn. Who cannot see it hears a sentence about each star. */
GtkWidget *sgn_road_picture_new (void);
void sgn_road_picture_show (SgnRoadPicture *self, SgnRoad *road); /* takes @road */

G_END_DECLS
