/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart-private.h"

#define NUMBER_TOP 2.0
#define NUMBER_LEADING 11.0
#define MARK_FROM_BOTTOM 9.0

SgnStripChart *
sgn_strip_chart_new (void)
{
  SgnStripChart *self = g_new0 (SgnStripChart, 1);

  self->cells = sgn_strip_cells_new ();
  return self;
}

void
sgn_strip_chart_free (SgnStripChart *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->alt);
  g_free (self);
}

void
sgn_strip_chart_add (SgnStripChart *self, const char *number, SgnMark mark, guint group)
{
  sgn_strip_cells_add (self->cells, number, group)->mark = mark;
}

static void
place_cell (const SgnStripCell *cell, SgnCanvas *canvas, SgnRect rect)
{
  double middle = rect.x + rect.width / 2;

  sgn_canvas_text (canvas, SGN_TYPE_STRIP,
                   (SgnPlace){ middle, rect.y + NUMBER_TOP, SGN_ALIGN_CENTRE, NUMBER_LEADING, 0 },
                   cell->number);
  sgn_canvas_mark (canvas, cell->mark,
                   (SgnPoint){ middle, rect.y + rect.height - MARK_FROM_BOTTOM },
                   MIN (SGN_MARK_RADIUS, rect.width / 2 - 1), FALSE);
}

static void
place_group (gconstpointer chart, SgnCanvas *canvas, guint start, guint n, SgnRect rect)
{
  const SgnStripChart *self = chart;
  double width = rect.width / n;

  for (guint i = 0; i < n; i++)
    place_cell (sgn_strip_cells_get (self->cells, start + i), canvas,
                (SgnRect){ rect.x + i * width, rect.y, width, rect.height });
}

void
sgn_strip_chart_place (const SgnStripChart *self, SgnCanvas *canvas, SgnRect rect)
{
  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  sgn_strip_cells_place (self->cells, canvas, rect, place_group, self);
  sgn_canvas_end (canvas);
}
