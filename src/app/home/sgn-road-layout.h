/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-road.h"

G_BEGIN_DECLS

#define SGN_N_ROAD_PANELS 2
#define SGN_N_ROAD_LINES 3

/* A piece of text at its place. */
typedef struct {
  PangoLayout *layout; /* (nullable) */
  double x;
  double y;
} SgnRoadText;

typedef struct {
  double x;
  double y;
  double radius;
  SgnRoadText lines[SGN_N_ROAD_LINES]; /* word, content, fact */
} SgnRoadNode;

typedef struct {
  double x;
  double y;
  double width;
  double height;
  SgnRoadText caption;
  SgnRoadText remark;
} SgnRoadPanel;

/**
 * SgnRoadLayout:
 * @scale: how large the letters are; 1 is normal
 * @vertical: whether it goes from top to bottom
 * @start_x, @start_y: where the way begins
 *
 * Where everything in the picture of a road is.
 */
typedef struct {
  double scale;
  gboolean vertical;
  double width;
  double height;
  double start_x;
  double start_y;
  SgnRoadPanel panels[SGN_N_ROAD_PANELS];
  SgnRoadNode nodes[SGN_N_ROAD_STOPS];
} SgnRoadLayout;

SgnRoadLayout *sgn_road_layout_new (GtkWidget *widget, const SgnRoad *road, int width);
void sgn_road_layout_free (SgnRoadLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRoadLayout, sgn_road_layout_free)

G_END_DECLS
