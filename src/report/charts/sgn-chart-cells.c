/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart-private.h"

#define GROUP_GAP 7.0

static void
cell_free (gpointer data)
{
  SgnStripCell *cell = data;

  g_free (cell->number);
  g_free (cell);
}

GPtrArray *
sgn_strip_cells_new (void)
{
  return g_ptr_array_new_with_free_func (cell_free);
}

SgnStripCell *
sgn_strip_cells_add (GPtrArray *cells, const char *number, guint group)
{
  SgnStripCell *cell = g_new0 (SgnStripCell, 1);

  cell->number = g_strdup (number);
  cell->group = group;
  g_ptr_array_add (cells, cell);
  return cell;
}

const SgnStripCell *
sgn_strip_cells_get (GPtrArray *cells, guint i)
{
  return g_ptr_array_index (cells, i);
}

static gboolean
starts_group (GPtrArray *cells, guint i)
{
  return i > 0 &&
         sgn_strip_cells_get (cells, i)->group != sgn_strip_cells_get (cells, i - 1)->group;
}

static guint
count_gaps (GPtrArray *cells)
{
  guint n = 0;

  for (guint i = 1; i < cells->len; i++)
    n += starts_group (cells, i);
  return n;
}

static void
draw_grid (SgnCanvas *canvas, guint n, SgnRect rect)
{
  double width = rect.width / n;

  for (guint i = 1; i < n; i++)
    sgn_canvas_line (canvas, (SgnRect){ rect.x + i * width, rect.y + 0.5, 0, rect.height - 1 },
                     (SgnPen){ SGN_RULE_GRID, SGN_COLOUR_GRID, 0, 0 });
}

void
sgn_strip_cells_place (GPtrArray *cells,
                       SgnCanvas *canvas,
                       SgnRect rect,
                       SgnGroupPlace place,
                       gconstpointer chart)
{
  double width = (rect.width - GROUP_GAP * count_gaps (cells)) / MAX (cells->len, 1);
  SgnRect group = rect;
  guint start = 0;

  for (guint i = 1; i <= cells->len; i++) {
    if (i < cells->len && !starts_group (cells, i))
      continue;
    group.width = (i - start) * width;
    draw_grid (canvas, i - start, group);
    place (chart, canvas, start, i - start, group);
    sgn_canvas_rect (canvas, group, SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
    group.x += group.width + GROUP_GAP;
    start = i;
  }
}
