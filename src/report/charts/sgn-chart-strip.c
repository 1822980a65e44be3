/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"

#define GROUP_GAP 7.0
#define NUMBER_TOP 2.0
#define NUMBER_LEADING 11.0
#define MARK_FROM_BOTTOM 9.0

static void
cell_free (gpointer data)
{
  SgnStripCell *cell = data;

  g_free (cell->number);
  g_free (cell);
}

SgnStripChart *
sgn_strip_chart_new (void)
{
  SgnStripChart *self = g_new0 (SgnStripChart, 1);

  self->cells = g_ptr_array_new_with_free_func (cell_free);
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
  SgnStripCell *cell = g_new0 (SgnStripCell, 1);

  cell->number = g_strdup (number);
  cell->mark = mark;
  cell->group = group;
  g_ptr_array_add (self->cells, cell);
}

static const SgnStripCell *
get_cell (const SgnStripChart *self, guint i)
{
  return g_ptr_array_index (self->cells, i);
}

static gboolean
starts_group (const SgnStripChart *self, guint i)
{
  return i > 0 && get_cell (self, i)->group != get_cell (self, i - 1)->group;
}

static guint
count_gaps (const SgnStripChart *self)
{
  guint n = 0;

  for (guint i = 1; i < self->cells->len; i++)
    n += starts_group (self, i);
  return n;
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

/* The cells of one group in one frame; grey lines first, so that black ones stay whole. */
static void
place_group (const SgnStripChart *self, SgnCanvas *canvas, guint start, guint n, SgnRect rect)
{
  double width = rect.width / n;

  for (guint i = 1; i < n; i++)
    sgn_canvas_line (canvas, (SgnRect){ rect.x + i * width, rect.y + 0.5, 0, rect.height - 1 },
                     (SgnPen){ SGN_RULE_GRID, SGN_COLOUR_GRID, 0, 0 });
  for (guint i = 0; i < n; i++)
    place_cell (get_cell (self, start + i), canvas,
                (SgnRect){ rect.x + i * width, rect.y, width, rect.height });
  sgn_canvas_rect (canvas, rect, SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
}

void
sgn_strip_chart_place (const SgnStripChart *self, SgnCanvas *canvas, SgnRect rect)
{
  guint total = self->cells->len;
  double width = (rect.width - GROUP_GAP * count_gaps (self)) / MAX (total, 1);
  double x = rect.x;
  guint start = 0;

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, self->alt);
  for (guint i = 1; i <= total; i++) {
    if (i < total && !starts_group (self, i))
      continue;
    place_group (self, canvas, start, i - start,
                 (SgnRect){ x, rect.y, (i - start) * width, rect.height });
    x += (i - start) * width + GROUP_GAP;
    start = i;
  }
  sgn_canvas_end (canvas);
}
