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

/**
 * SgnRadarChart:
 * @axes: of SgnAxis, clockwise from 12 o'clock
 * @rings: (array zero-terminated=1): what the rings are called, from the middle; "" for nothing
 * @alt: all of it in a sentence
 *
 * How far each of several things has come.
 */
typedef struct {
  GPtrArray *axes;
  const char *const *rings;
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

/* How many answers have which mark, as parts of one bar: met solid, partly hatched, unknown
 * crossed, the rest white. @counts: by SgnMark. The open node is the figure. */
void sgn_stack_place (SgnCanvas *canvas, SgnRect rect, const guint *counts);

/**
 * SgnLinePoint:
 * @value: the points
 * @value_label: the number above it
 * @label: what stands below the axis: the date
 *
 * A point of a line.
 */
typedef struct {
  double value;
  char *value_label;
  char *label;
} SgnLinePoint;

/**
 * SgnLineChart:
 * @points: (array): of SgnLinePoint, oldest first
 * @guides: (array): of int: values with a line across and a number at the left
 * @max: the highest value
 * @alt: all of it in a sentence
 *
 * How a total moved from date to date.
 */
typedef struct {
  GArray *points;
  GArray *guides;
  int max;
  char *alt;
} SgnLineChart;

SgnLineChart *sgn_line_chart_new (int max);
void sgn_line_chart_free (SgnLineChart *self);
/* Takes @value_label and @label. */
void sgn_line_chart_add_point (SgnLineChart *self, double value, char *value_label, char *label);
void sgn_line_chart_add_guide (SgnLineChart *self, int value);
/* @rect: the field of the line; numbers stand at its left, dates below. */
void sgn_line_chart_place (const SgnLineChart *self, SgnCanvas *canvas, SgnRect rect);

/**
 * SgnMatrixRow:
 * @label: the date
 * @marks: (array): of SgnMark, a column each
 * @known: (array): of gboolean: whether there is such an item
 *
 * The states of every item at one date.
 */
typedef struct {
  char *label;
  GArray *marks;
  GArray *known;
} SgnMatrixRow;

/**
 * SgnMatrixChart:
 * @head: what stands before the numbers
 * @columns: of SgnStripCell, for their numbers and groups
 * @rows: of SgnMatrixRow, oldest first; the marks of the last one are in colour
 * @alt: all of it in a sentence
 *
 * The states of every item at several dates.
 */
typedef struct {
  char *head;
  GPtrArray *columns;
  GPtrArray *rows;
  char *alt;
} SgnMatrixChart;

SgnMatrixChart *sgn_matrix_chart_new (const char *head);
void sgn_matrix_chart_free (SgnMatrixChart *self);
void sgn_matrix_chart_add_column (SgnMatrixChart *self, const char *number, guint group);
/* Takes @label. */
SgnMatrixRow *sgn_matrix_chart_add_row (SgnMatrixChart *self, char *label);
void sgn_matrix_row_add (SgnMatrixRow *self, SgnMark mark, gboolean known);
/* @rect: all of it, the dates at the left included. */
void sgn_matrix_chart_place (const SgnMatrixChart *self, SgnCanvas *canvas, SgnRect rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnScaleChart, sgn_scale_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRadarChart, sgn_radar_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnStripChart, sgn_strip_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnLineChart, sgn_line_chart_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnMatrixChart, sgn_matrix_chart_free)

G_END_DECLS
