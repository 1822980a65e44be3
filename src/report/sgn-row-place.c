/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-table-private.h"

#define BAR_NOW 8.5
#define BAR_LAST 5.0
#define BAR_BETWEEN 1.0
#define BAR_INSET 1.5

static double
get_edge (SgnRect rect, SgnAlign align)
{
  switch (align) {
  case SGN_ALIGN_RIGHT:
    return rect.x + rect.width - SGN_CELL_PAD;
  case SGN_ALIGN_CENTRE:
    return rect.x + rect.width / 2;
  case SGN_ALIGN_LEFT:
  default:
    return rect.x + SGN_CELL_PAD;
  }
}

/* @rect: the column's x and width, the top of the first line, the leading. */
static void
place_lines (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnAlign align)
{
  double x = get_edge (rect, align);

  if (cell->lines == NULL || cell->lines->len == 0)
    sgn_canvas_nothing (&flow->canvas);
  for (guint i = 0; cell->lines != NULL && i < cell->lines->len; i++)
    sgn_canvas_line_of_text (&flow->canvas, cell->type,
                             (SgnPlace){ x, rect.y + i * rect.height, align, rect.height, 0 },
                             g_ptr_array_index (cell->lines, i), 0);
}

static void
place_state (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnPoint centre = { rect.x + SGN_CELL_PAD + SGN_MARK_RADIUS_LIST, rect.y + rect.height / 2 };

  sgn_canvas_mark (&flow->canvas, cell->mark, centre, SGN_MARK_RADIUS_LIST, FALSE);
  rect.x += SGN_MARK_TO_WORD;
  place_lines (flow, cell, rect, SGN_ALIGN_LEFT);
}

/* The mark stands alone, so that it is content: the text says what it shows. */
static void
place_last (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnPoint centre = { rect.x + rect.width / 2, rect.y + rect.height / 2 };

  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_SPAN, cell->text);
  sgn_canvas_mark (&flow->canvas, cell->mark, centre, SGN_MARK_RADIUS_LAST, TRUE);
  sgn_canvas_end (&flow->canvas);
}

static void
place_scale (SgnFlow *flow, SgnRect rect)
{
  for (int i = 1; i <= 4; i++) {
    SgnPen pen = { SGN_RULE_GRID, SGN_COLOUR_GRID, i < 4 ? 1.2 : 0, 1.6 };
    sgn_canvas_line (&flow->canvas,
                     (SgnRect){ rect.x + rect.width * i / 4, rect.y, 0, rect.height }, pen);
  }
}

/* @rect: the whole cell. */
static void
place_bars (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  gboolean two = cell->last >= 0;
  double height = two ? BAR_NOW + BAR_BETWEEN + BAR_LAST : BAR_NOW;
  double y = rect.y + (rect.height - height) / 2;
  double x = rect.x + SGN_CELL_PAD;
  double width = rect.width - 2 * SGN_CELL_PAD;

  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, cell->text);
  place_scale (flow, (SgnRect){ x, rect.y + BAR_INSET, width, rect.height - 2 * BAR_INSET });
  sgn_canvas_line (&flow->canvas,
                   (SgnRect){ x, rect.y + BAR_INSET, 0, rect.height - 2 * BAR_INSET },
                   SGN_INK (0.5));
  if (cell->now > 0)
    sgn_canvas_rect (&flow->canvas, (SgnRect){ x, y, MIN (cell->now, 1) * width, BAR_NOW },
                     SGN_COLOUR_ACCENT, SGN_INK (0));
  if (cell->last > 0) {
    SgnRect bar = { x, y + BAR_NOW + BAR_BETWEEN, MIN (cell->last, 1) * width, BAR_LAST };
    sgn_canvas_rect (&flow->canvas, bar, SGN_COLOUR_WHITE, SGN_INK (0));
    sgn_canvas_hatch (&flow->canvas, bar);
    sgn_canvas_rect (&flow->canvas, bar, SGN_COLOUR_NONE, SGN_INK (0.6));
  }
  sgn_canvas_end (&flow->canvas);
}

static double
place_swatch (SgnFlow *flow, SgnPoint at, const char *word, gboolean last)
{
  SgnRect swatch = { at.x, at.y + 2.5, 12, 7 };

  if (last) {
    sgn_canvas_hatch (&flow->canvas, swatch);
    sgn_canvas_rect (&flow->canvas, swatch, SGN_COLOUR_NONE, SGN_INK (0.6));
  } else {
    sgn_canvas_rect (&flow->canvas, swatch, SGN_COLOUR_ACCENT, SGN_INK (0));
  }
  return 15 + sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE, (SgnPlace){ at.x + 15, at.y, 0, 0, 0 },
                               word);
}

static void
place_legend (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnPoint at = { rect.x + SGN_CELL_PAD, rect.y };

  at.x += place_swatch (flow, at, cell->text, FALSE) + 14;
  if (cell->second != NULL)
    place_swatch (flow, at, cell->second, TRUE);
}

void
sgn_cell_place (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnPoint line, SgnAlign align)
{
  SgnRect text = { rect.x, line.x, rect.width, line.y };

  switch (cell->kind) {
  case SGN_CELL_STATE:
    place_state (flow, cell, text);
    break;
  case SGN_CELL_LAST:
    place_last (flow, cell, text);
    break;
  case SGN_CELL_BARS:
    place_bars (flow, cell, rect);
    break;
  case SGN_CELL_LEGEND:
    place_legend (flow, cell, text);
    break;
  case SGN_CELL_TEXT:
  default:
    place_lines (flow, cell, text, align);
    break;
  }
}

static void
place_plain_row (const SgnTable *self, SgnFlow *flow, const SgnRow *row, double y)
{
  double leading = sgn_table_get_leading (row);
  double top = y + (row->height - sgn_row_count_lines (row) * leading) / 2;

  for (guint i = 0; i < row->cells->len && i < self->columns->len; i++) {
    const SgnColumn *column = &g_array_index (self->columns, SgnColumn, i);
    gboolean header = column->subject;
    SgnRect rect = { sgn_table_get_column_x (self, i), y, sgn_table_get_column_width (self, i),
                     row->height };

    sgn_canvas_begin_cell (&flow->canvas, header ? SGN_TAG_TH : SGN_TAG_TD,
                           header ? SGN_SCOPE_ROW : SGN_SCOPE_NONE, 1);
    sgn_cell_place (flow, g_ptr_array_index (row->cells, i), rect, (SgnPoint){ top, leading },
                    column->align);
    sgn_canvas_end (&flow->canvas);
  }
  if (row->action)
    sgn_canvas_rect (&flow->canvas,
                     (SgnRect){ self->x - SGN_ACTION_BAR_GAP, y + 1.2, SGN_ACTION_BAR,
                                row->height - 2.4 },
                     SGN_COLOUR_INK, SGN_INK (0));
}

/* A row over the whole width: a text at the left, perhaps another at the right. */
static void
place_spanning_row (const SgnTable *self,
                    SgnFlow *flow,
                    const SgnRow *row,
                    double y,
                    const char *suffix)
{
  const SgnCell *left = g_ptr_array_index (row->cells, 0);
  const SgnCell *right = row->cells->len > 1 ? g_ptr_array_index (row->cells, 1) : NULL;
  g_autofree char *text = g_strconcat (left->text, suffix, NULL);

  sgn_canvas_begin_cell (&flow->canvas, SGN_TAG_TH, SGN_SCOPE_ROW, (int) self->columns->len);
  sgn_canvas_text (&flow->canvas, left->type,
                   (SgnPlace){ self->x + SGN_CELL_PAD, y, SGN_ALIGN_LEFT, row->height, 0 }, text);
  if (right != NULL)
    sgn_canvas_text (&flow->canvas, right->type,
                     (SgnPlace){ self->x + self->width - SGN_CELL_PAD, y, SGN_ALIGN_RIGHT,
                                 row->height, 0 },
                     right->text);
  sgn_canvas_end (&flow->canvas);
}

void
sgn_row_place (const SgnTable *self, SgnFlow *flow, const SgnRow *row, double y, const char *suffix)
{
  if (row->kind == SGN_ROW_PLAIN)
    place_plain_row (self, flow, row, y);
  else
    place_spanning_row (self, flow, row, y, suffix);
}
