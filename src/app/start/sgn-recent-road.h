/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-road.h"

G_BEGIN_DECLS

/* How far a company was when its file was last open, as a line that is remembered: the start page
 * opens no file to know it. */
char *sgn_recent_road_to_text (const SgnRoad *road);

#define SGN_TYPE_RECENT_ROAD (sgn_recent_road_get_type ())
G_DECLARE_FINAL_TYPE (SgnRecentRoad, sgn_recent_road, SGN, RECENT_ROAD, GtkWidget)

/* (nullable): a tiny picture of it; NULL for what is no such line */
GtkWidget *sgn_recent_road_new (const char *text);
/* (nullable): the same in a few words; NULL when they are in another language */
const char *sgn_recent_road_get_words (SgnRecentRoad *self);

G_END_DECLS
