/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"

#define TOP_BAND 20.0
#define TOP_GAP 2.0
#define SCALE_REST 24.0
#define TRIANGLE_WIDTH 8.8
#define TRIANGLE_HEIGHT 6.5
#define TRIANGLE_GAP 2.0
#define LABEL_GAP 7.0
#define FULL 100

static void
band_clear (gpointer data)
{
  SgnScaleBand *band = data;
  g_free (band->label);
}

SgnScaleChart *
sgn_scale_chart_new (void)
{
  SgnScaleChart *self = g_new0 (SgnScaleChart, 1);

  self->bands = g_array_new (FALSE, TRUE, sizeof (SgnScaleBand));
  g_array_set_clear_func (self->bands, band_clear);
  return self;
}

void
sgn_scale_chart_free (SgnScaleChart *self)
{
  g_array_unref (self->bands);
  g_free (self->now_label);
  g_free (self->last_label);
  g_free (self->alt);
  g_free (self);
}

void
sgn_scale_chart_add_band (SgnScaleChart *self,
                          int min,
                          int max,
                          const char *label,
                          gboolean reached)
{
  SgnScaleBand band = { min, max, g_strdup (label), reached };
  g_array_append_val (self->bands, band);
}

/* The highest band is a cell of its own: it holds one value. */
static gboolean
is_top (const SgnScaleBand *band)
{
  return band->min == FULL;
}

static double
get_x (SgnRect rect, int points)
{
  double width = rect.width - SCALE_REST;

  if (points >= FULL)
    return rect.x + width + TOP_GAP + TOP_BAND / 2;
  return rect.x + width * MAX (points, 0) / FULL;
}

static void
place_band (const SgnScaleBand *band, SgnCanvas *canvas, SgnRect rect)
{
  double left =
    is_top (band) ? rect.x + rect.width - SCALE_REST + TOP_GAP : get_x (rect, band->min);
  double right = is_top (band) ? left + TOP_BAND : get_x (rect, MIN (band->max + 1, FULL - 1));
  SgnRect cell = { left, rect.y, 0, rect.height };

  if (!is_top (band) && band->max + 1 >= FULL)
    right = rect.x + rect.width - SCALE_REST;
  cell.width = right - left;
  sgn_canvas_rect (canvas, cell, band->reached ? SGN_COLOUR_ACCENT : SGN_COLOUR_NONE,
                   SGN_INK (0.7));
  sgn_canvas_text (canvas, band->reached ? SGN_TYPE_SCALE_BOLD : SGN_TYPE_SCALE,
                   (SgnPlace){ (left + right) / 2, rect.y, SGN_ALIGN_CENTRE, rect.height,
                               band->reached ? SGN_COLOUR_WHITE : SGN_COLOUR_INK },
                   band->label);
}

static void
place_label (SgnCanvas *canvas, SgnType type, SgnPoint at, int points, const char *text)
{
  gboolean left = points > 85;

  sgn_canvas_text (canvas, type,
                   (SgnPlace){ at.x + (left ? -LABEL_GAP : LABEL_GAP), at.y - 1.5,
                               left ? SGN_ALIGN_RIGHT : SGN_ALIGN_LEFT, TRIANGLE_HEIGHT + 3, 0 },
                   text);
}

/* Solid above: now. Hollow below: last time. */
static void
place_marker (SgnCanvas *canvas, double x, double tip, gboolean above)
{
  double away = above ? -TRIANGLE_HEIGHT : TRIANGLE_HEIGHT;
  const SgnPoint points[] = {
    { x, tip },
    { x + TRIANGLE_WIDTH / 2, tip + away },
    { x - TRIANGLE_WIDTH / 2, tip + away },
  };

  sgn_canvas_polygon (canvas, points, G_N_ELEMENTS (points),
                      above ? SGN_COLOUR_INK : SGN_COLOUR_NONE, SGN_INK (above ? 0 : 0.9));
}

void
sgn_scale_chart_place (const SgnScaleChart *self, SgnCanvas *canvas, SgnRect rect)
{
  double bottom = rect.y + rect.height;
  double now = get_x (rect, self->total);

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  for (guint i = 0; i < self->bands->len; i++)
    place_band (&g_array_index (self->bands, SgnScaleBand, i), canvas, rect);
  place_marker (canvas, now, rect.y - TRIANGLE_GAP, TRUE);
  place_label (canvas, SGN_TYPE_SCALE_BOLD,
               (SgnPoint){ now, rect.y - TRIANGLE_GAP - TRIANGLE_HEIGHT }, self->total,
               self->now_label);
  if (self->last_label != NULL) {
    double last = get_x (rect, self->last);
    place_marker (canvas, last, bottom + TRIANGLE_GAP, FALSE);
    place_label (canvas, SGN_TYPE_SCALE, (SgnPoint){ last, bottom + TRIANGLE_GAP + 1 }, self->last,
                 self->last_label);
  }
  sgn_canvas_end (canvas);
}
