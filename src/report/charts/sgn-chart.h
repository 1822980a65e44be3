/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* A range of the scale. */
typedef struct {
  int min;
  int max;
  char *label;
  gboolean reached;
} SgnScaleBand;

/**
 * SgnScaleChart:
 * @bands: (array): of SgnScaleBand, lowest first
 * @total: the points now
 * @last: the points last time; read only when @last_label is not %NULL
 * @now_label: 今回 72
 * @last_label: (nullable): 前回 47
 * @alt: all of it in a sentence
 *
 * Where a total stands among the bands.
 */
typedef struct {
  GArray *bands;
  int total;
  int last;
  char *now_label;
  char *last_label;
  char *alt;
} SgnScaleChart;

SgnScaleChart *sgn_scale_chart_new (void);
void sgn_scale_chart_free (SgnScaleChart *self);
void sgn_scale_chart_add_band (SgnScaleChart *self,
                               int min,
                               int max,
                               const char *label,
                               gboolean reached);
/* @rect: the bar itself; the markers stand above and below it. */
void sgn_scale_chart_place (const SgnScaleChart *self, SgnCanvas *canvas, SgnRect rect);

/* One axis of a radar: what it is called and how far it reaches in per cent, -1 for unknown. */
typedef struct {
  char **label;
  int now;
  int last;
} SgnAxis;

/* Axes clockwise from 12 o'clock. */
typedef struct {
  GPtrArray *axes;
  gboolean has_last;
  char *alt;
} SgnRadarChart;

SgnRadarChart *sgn_radar_chart_new (void);
void sgn_radar_chart_free (SgnRadarChart *self);
/* Takes @label. */
void sgn_radar_chart_add_axis (SgnRadarChart *self, char **label, int now, int last);
void sgn_radar_chart_place (const SgnRadarChart *self,
                            SgnCanvas *canvas,
                            SgnPoint centre,
                            double radius);

/* A cell of the strip; @group: cells of one group stand in one frame. */
typedef struct {
  char *number;
  SgnMark mark;
  guint group;
} SgnStripCell;

typedef struct {
  GPtrArray *cells;
  char *alt;
} SgnStripChart;

SgnStripChart *sgn_strip_chart_new (void);
void sgn_strip_chart_free (SgnStripChart *self);
void sgn_strip_chart_add (SgnStripChart *self, const char *number, SgnMark mark, guint group);
void sgn_strip_chart_place (const SgnStripChart *self, SgnCanvas *canvas, SgnRect rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnScaleChart, sgn_scale_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRadarChart, sgn_radar_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnStripChart, sgn_strip_chart_free)

G_END_DECLS
