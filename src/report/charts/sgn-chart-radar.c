/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"

#include <math.h>

#define LABEL_AWAY 9.0
#define LABEL_LINE 10.6
#define DOT 2.1
#define SQUARE 3.2

static const char *const quarters[] = { "", "50", "", "100", NULL };

typedef struct {
  const SgnRadarChart *chart;
  SgnCanvas *canvas;
  SgnPoint centre;
  double radius;
} Radar;

static void
axis_free (gpointer data)
{
  SgnAxis *axis = data;

  g_strfreev (axis->label);
  g_free (axis);
}

SgnRadarChart *
sgn_radar_chart_new (void)
{
  SgnRadarChart *self = g_new0 (SgnRadarChart, 1);

  self->axes = g_ptr_array_new_with_free_func (axis_free);
  self->rings = quarters;
  return self;
}

void
sgn_radar_chart_free (SgnRadarChart *self)
{
  g_ptr_array_unref (self->axes);
  g_free (self->alt);
  g_free (self);
}

void
sgn_radar_chart_add_axis (SgnRadarChart *self, char **label, int now, int last)
{
  SgnAxis *axis = g_new0 (SgnAxis, 1);

  axis->label = label;
  axis->now = now;
  axis->last = last;
  self->has_last |= last >= 0;
  g_ptr_array_add (self->axes, axis);
}

static double
get_angle (const Radar *self, guint i)
{
  return -G_PI / 2 + 2 * G_PI * i / self->chart->axes->len;
}

static SgnPoint
get_point (const Radar *self, guint i, double radius)
{
  double angle = get_angle (self, i);

  return (SgnPoint){ self->centre.x + radius * cos (angle), self->centre.y + radius * sin (angle) };
}

/* @percent of the whole on each axis; below 0 is drawn at 0. */
static void
place_polygon (const Radar *self, gboolean last, SgnColour fill, SgnPen pen)
{
  guint n = self->chart->axes->len;
  g_autofree SgnPoint *points = g_new (SgnPoint, n);

  for (guint i = 0; i < n; i++) {
    const SgnAxis *axis = g_ptr_array_index (self->chart->axes, i);
    int percent = last ? axis->last : axis->now;
    points[i] = get_point (self, i, self->radius * CLAMP (percent, 0, 100) / 100);
  }
  sgn_canvas_polygon (self->canvas, points, n, fill, pen);
}

static void
place_ring (const Radar *self, double share, SgnPen pen)
{
  guint n = self->chart->axes->len;
  g_autofree SgnPoint *points = g_new (SgnPoint, n);

  for (guint i = 0; i < n; i++)
    points[i] = get_point (self, i, self->radius * share);
  sgn_canvas_polygon (self->canvas, points, n, SGN_COLOUR_NONE, pen);
}

static void
place_grid (const Radar *self)
{
  const SgnPen dashed = { SGN_RULE_GRID, SGN_COLOUR_GRID, 1.2, 1.6 };
  guint rings = g_strv_length ((char **) self->chart->rings);
  const SgnPen spoke = { SGN_RULE_GRID, SGN_COLOUR_GRID, 0, 0 };

  for (guint i = 1; i < rings; i++)
    place_ring (self, (double) i / rings, dashed);
  for (guint i = 0; i < self->chart->axes->len; i++) {
    SgnPoint end = get_point (self, i, self->radius);
    sgn_canvas_line (self->canvas,
                     (SgnRect){ self->centre.x, self->centre.y, end.x - self->centre.x,
                                end.y - self->centre.y },
                     spoke);
  }
  place_ring (self, 1, SGN_INK (0.7));
}

static void
place_ring_label (const Radar *self, double share, const char *text)
{
  double width = sgn_typesetter_measure (self->canvas->typesetter, SGN_TYPE_RING, text);
  double x = self->centre.x - (share < 1 ? 10 : 4);
  double y = self->centre.y - self->radius * share - 4;

  sgn_canvas_rect (self->canvas, (SgnRect){ x - width - 0.5, y + 0.5, width + 1, 8 },
                   SGN_COLOUR_WHITE, SGN_INK (0));
  sgn_canvas_text (self->canvas, SGN_TYPE_RING, (SgnPlace){ x, y - 0.5, SGN_ALIGN_RIGHT, 10, 0 },
                   text);
}

static void
place_ring_labels (const Radar *self)
{
  const char *const *rings = self->chart->rings;
  guint n = g_strv_length ((char **) rings);

  for (guint i = 0; i < n; i++)
    if (*rings[i] != '\0')
      place_ring_label (self, (i + 1.0) / n, rings[i]);
}

static void
place_points (const Radar *self, gboolean last)
{
  for (guint i = 0; i < self->chart->axes->len; i++) {
    const SgnAxis *axis = g_ptr_array_index (self->chart->axes, i);
    int percent = last ? axis->last : axis->now;
    SgnPoint at = get_point (self, i, self->radius * CLAMP (percent, 0, 100) / 100);

    if (percent < 0)
      continue;
    if (last)
      sgn_canvas_rect (self->canvas,
                       (SgnRect){ at.x - SQUARE / 2, at.y - SQUARE / 2, SQUARE, SQUARE },
                       SGN_COLOUR_WHITE, SGN_INK (0.9));
    else
      sgn_canvas_circle (self->canvas, at, DOT, SGN_COLOUR_ACCENT, SGN_INK (0));
  }
}

static double
measure_label (const Radar *self, const SgnAxis *axis)
{
  double widest = 0;

  for (guint i = 0; axis->label[i] != NULL; i++) {
    double width = sgn_typesetter_measure (self->canvas->typesetter, SGN_TYPE_AXIS, axis->label[i]);

    widest = MAX (widest, width);
  }
  return widest;
}

/* A long word at the left comes nearer rather than leave the text area. */
static void
place_label (const Radar *self, guint i)
{
  const SgnAxis *axis = g_ptr_array_index (self->chart->axes, i);
  SgnPoint at = get_point (self, i, self->radius + LABEL_AWAY);
  double across = cos (get_angle (self, i));
  double down = sin (get_angle (self, i));
  guint n = g_strv_length (axis->label);
  double height = n * LABEL_LINE;
  gboolean upright = fabs (across) < 0.3;
  SgnAlign side = across > 0 ? SGN_ALIGN_LEFT : SGN_ALIGN_RIGHT;
  double y = at.y - height / 2 + (upright ? down * (height / 2 - 1) : 0);

  if (!upright && side == SGN_ALIGN_RIGHT)
    at.x = MAX (at.x, SGN_LEFT + measure_label (self, axis));
  for (guint line = 0; line < n; line++)
    sgn_canvas_text (self->canvas, SGN_TYPE_AXIS,
                     (SgnPlace){ at.x, y + line * LABEL_LINE, upright ? SGN_ALIGN_CENTRE : side,
                                 LABEL_LINE, 0 },
                     axis->label[line]);
}

void
sgn_radar_chart_place (const SgnRadarChart *self, SgnCanvas *canvas, SgnPoint centre, double radius)
{
  const Radar radar = { self, canvas, centre, radius };

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  place_polygon (&radar, FALSE, SGN_COLOUR_FIELD, SGN_INK (0));
  place_grid (&radar);
  if (self->has_last)
    place_polygon (&radar, TRUE, SGN_COLOUR_NONE, (SgnPen){ 0.9, SGN_COLOUR_INK, 3.2, 2 });
  place_ring_labels (&radar);
  place_polygon (&radar, FALSE, SGN_COLOUR_NONE, (SgnPen){ 1.7, SGN_COLOUR_ACCENT, 0, 0 });
  if (self->has_last)
    place_points (&radar, TRUE);
  place_points (&radar, FALSE);
  for (guint i = 0; i < self->axes->len; i++)
    place_label (&radar, i);
  sgn_canvas_end (canvas);
}
