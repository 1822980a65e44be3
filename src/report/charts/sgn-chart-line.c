/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"

#define SIDE 24.0 /* from the sides of the field to the outer points */
#define DOT 4.2
#define SQUARE 3.4
#define LINE 1.7
#define GUIDE_GAP 5.0
#define LABEL_HEIGHT 12.0
#define VALUE_GAP 5.0

static void
point_clear (gpointer data)
{
  SgnLinePoint *point = data;

  g_free (point->value_label);
  g_free (point->label);
}

SgnLineChart *
sgn_line_chart_new (int max)
{
  SgnLineChart *self = g_new0 (SgnLineChart, 1);

  self->points = g_array_new (FALSE, TRUE, sizeof (SgnLinePoint));
  g_array_set_clear_func (self->points, point_clear);
  self->guides = g_array_new (FALSE, TRUE, sizeof (int));
  self->max = max;
  return self;
}

void
sgn_line_chart_free (SgnLineChart *self)
{
  g_array_unref (self->points);
  g_array_unref (self->guides);
  g_free (self->alt);
  g_free (self);
}

void
sgn_line_chart_add_point (SgnLineChart *self, double value, char *value_label, char *label)
{
  SgnLinePoint point = { value, value_label, label };

  g_array_append_val (self->points, point);
}

void
sgn_line_chart_add_guide (SgnLineChart *self, int value)
{
  g_array_append_val (self->guides, value);
}

/* What lies below 0 is drawn at 0; the number says it. */
static double
get_y (const SgnLineChart *self, SgnRect rect, double value)
{
  double share = CLAMP (value / MAX (self->max, 1), 0, 1);

  return rect.y + rect.height * (1 - share);
}

static SgnPoint
get_place (const SgnLineChart *self, SgnRect rect, guint i)
{
  const SgnLinePoint *point = &g_array_index (self->points, SgnLinePoint, i);
  double step = (rect.width - 2 * SIDE) / MAX (self->points->len - 1, 1);

  return (SgnPoint){ rect.x + SIDE + i * step, get_y (self, rect, point->value) };
}

static void
place_guide (const SgnLineChart *self, SgnCanvas *canvas, SgnRect rect, int value)
{
  double y = get_y (self, rect, value);
  g_autofree char *number = g_strdup_printf ("%d", value);
  SgnPen grid = { SGN_RULE_GRID, SGN_COLOUR_GRID, 1.2, 1.6 };

  sgn_canvas_line (canvas, (SgnRect){ rect.x, y, rect.width, 0 },
                   value == 0 ? SGN_INK (SGN_RULE_HEAD) : grid);
  sgn_canvas_text (canvas, SGN_TYPE_RING,
                   (SgnPlace){ rect.x - GUIDE_GAP, y - 5, SGN_ALIGN_RIGHT, 10, 0 }, number);
}

/* Earlier ones hollow and square, the latest solid and round. */
static void
place_point (const SgnLineChart *self, SgnCanvas *canvas, SgnRect rect, guint i)
{
  const SgnLinePoint *point = &g_array_index (self->points, SgnLinePoint, i);
  SgnPoint at = get_place (self, rect, i);
  gboolean latest = i + 1 == self->points->len;

  if (latest)
    sgn_canvas_circle (canvas, at, DOT, SGN_COLOUR_ACCENT, SGN_INK (0));
  else
    sgn_canvas_rect (canvas, (SgnRect){ at.x - SQUARE, at.y - SQUARE, 2 * SQUARE, 2 * SQUARE },
                     SGN_COLOUR_WHITE, SGN_INK (1.1));
  sgn_canvas_text (canvas, latest ? SGN_TYPE_SUM_CHANGE : SGN_TYPE_NUMBER_BOLD,
                   (SgnPlace){ at.x, at.y - VALUE_GAP - LABEL_HEIGHT, SGN_ALIGN_CENTRE,
                               LABEL_HEIGHT, 0 },
                   point->value_label);
  sgn_canvas_text (canvas, SGN_TYPE_NOTE,
                   (SgnPlace){ at.x, rect.y + rect.height + 3, SGN_ALIGN_CENTRE, 0, 0 },
                   point->label);
}

void
sgn_line_chart_place (const SgnLineChart *self, SgnCanvas *canvas, SgnRect rect)
{
  SgnPen line = { LINE, SGN_COLOUR_ACCENT, 0, 0 };

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  for (guint i = 0; i < self->guides->len; i++)
    place_guide (self, canvas, rect, g_array_index (self->guides, int, i));
  place_guide (self, canvas, rect, self->max);
  place_guide (self, canvas, rect, 0);
  for (guint i = 1; i < self->points->len; i++) {
    SgnPoint from = get_place (self, rect, i - 1);
    SgnPoint to = get_place (self, rect, i);

    sgn_canvas_line (canvas, (SgnRect){ from.x, from.y, to.x - from.x, to.y - from.y }, line);
  }
  for (guint i = 0; i < self->points->len; i++)
    place_point (self, canvas, rect, i);
  sgn_canvas_end (canvas);
}
