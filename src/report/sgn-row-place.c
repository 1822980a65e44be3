/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-level.h"
#include "sgn-table-private.h"

#define BAR_NOW 8.5
#define BAR_LAST 5.0
#define BAR_BETWEEN 1.0
#define BAR_INSET 1.5
#define RING_RADIUS 9.0
#define RING_PAD 3.5
#define RING_WEIGHT 1.6

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

static SgnType
get_type (const SgnCell *cell, guint line)
{
  return cell->first > 0 && line >= cell->first ? cell->under : cell->type;
}

/* @rect: the column's x and width, the top of the first line, the leading. */
static void
place_lines (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnAlign align)
{
  double x = get_edge (rect, align);

  if (cell->lines == NULL || cell->lines->len == 0)
    sgn_canvas_nothing (&flow->canvas);
  for (guint i = 0; cell->lines != NULL && i < cell->lines->len; i++)
    sgn_canvas_line_of_text (&flow->canvas, get_type (cell, i),
                             (SgnPlace){ x, rect.y + i * rect.height, align, rect.height, 0 },
                             g_ptr_array_index (cell->lines, i), 0);
}

static void
place_state (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnPoint centre = { rect.x + SGN_CELL_PAD + cell->radius, rect.y + rect.height / 2 };

  sgn_canvas_mark (&flow->canvas, cell->mark, centre, cell->radius, FALSE);
  rect.x += SGN_MARK_TO_WORD;
  place_lines (flow, cell, rect, SGN_ALIGN_LEFT);
}

/* The mark stands alone, so that it is content: the text says what it shows. */
static void
place_last (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnPoint centre = { rect.x + rect.width / 2, rect.y + rect.height / 2 };
  gboolean last = cell->kind == SGN_CELL_LAST;

  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_SPAN, cell->text);
  sgn_canvas_mark (&flow->canvas, cell->mark, centre, last ? SGN_MARK_RADIUS_LAST : cell->radius,
                   last);
  sgn_canvas_end (&flow->canvas);
}

/* A number among those to be circled; circled, its text says so. */
static void
place_choice (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnAlign align)
{
  double widest = 0;

  for (guint i = 0; i < cell->lines->len; i++)
    widest = MAX (widest, ((const SgnLine *) g_ptr_array_index (cell->lines, i))->width);
  if (cell->chosen)
    sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_SPAN, cell->second);
  place_lines (flow, cell, rect, align);
  if (!cell->chosen)
    return;
  sgn_canvas_circle (&flow->canvas,
                     (SgnPoint){ rect.x + rect.width / 2,
                                 rect.y + cell->lines->len * rect.height / 2 },
                     MAX (RING_RADIUS, widest / 2 + RING_PAD), SGN_COLOUR_NONE,
                     SGN_INK (RING_WEIGHT));
  sgn_canvas_end (&flow->canvas);
}

static SgnPoint
get_middle (SgnRect rect)
{
  return (SgnPoint){ rect.x + SGN_CELL_PAD, rect.y + rect.height / 2 };
}

/* The boxes stand alone, so that they are content. */
static void
place_steps (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_SPAN, cell->text);
  sgn_level_place_steps (&flow->canvas, get_middle (rect), cell->level, cell->levels);
  sgn_canvas_end (&flow->canvas);
}

static void
place_level (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  sgn_level_place (&flow->canvas, get_middle (rect), cell->level, cell->levels);
  rect.x += SGN_LEVEL_TO_WORD (cell->levels);
  place_lines (flow, cell, rect, SGN_ALIGN_LEFT);
}

static void
place_numeral (SgnFlow *flow, const SgnCell *cell, SgnRect rect, SgnAlign align)
{
  sgn_canvas_text (&flow->canvas, cell->type,
                   (SgnPlace){ get_edge (rect, align), rect.y, align, 2 * rect.height, 0 },
                   cell->text);
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

/* @rect: the whole cell. */
static void
place_stack (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  const SgnRect bar = { rect.x + SGN_CELL_PAD, rect.y + (rect.height - BAR_NOW) / 2,
                        rect.width - 2 * SGN_CELL_PAD, BAR_NOW };

  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, cell->text);
  sgn_stack_place (&flow->canvas, bar, cell->counts);
  sgn_canvas_end (&flow->canvas);
}

static void
place_picture (SgnFlow *flow, const SgnCell *cell, SgnRect rect)
{
  SgnRect room = { rect.x + SGN_CELL_PAD, rect.y + SGN_CELL_PAD, SGN_PICTURE_WIDTH,
                   SGN_PICTURE_HEIGHT };

  if (cell->picture == NULL) {
    sgn_icon_place (&flow->canvas, cell->icon, room);
    sgn_canvas_nothing (&flow->canvas);
    return;
  }
  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, cell->text);
  sgn_canvas_picture (&flow->canvas, room, cell->picture);
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
  case SGN_CELL_MARK:
  case SGN_CELL_LAST:
    place_last (flow, cell, text);
    break;
  case SGN_CELL_BARS:
    place_bars (flow, cell, rect);
    break;
  case SGN_CELL_STACK:
    place_stack (flow, cell, rect);
    break;
  case SGN_CELL_LEGEND:
    place_legend (flow, cell, text);
    break;
  case SGN_CELL_CHOICE:
    place_choice (flow, cell, text, align);
    break;
  case SGN_CELL_STEPS:
    place_steps (flow, cell, text);
    break;
  case SGN_CELL_LEVEL:
    place_level (flow, cell, text);
    break;
  case SGN_CELL_NUMERAL:
    place_numeral (flow, cell, text, align);
    break;
  case SGN_CELL_PICTURE:
    place_picture (flow, cell, rect);
    break;
  case SGN_CELL_TEXT:
  default:
    place_lines (flow, cell, text, align);
    break;
  }
}

/* In a form a cell stands in the middle of its box, whatever the others hold. */
static double
get_text_top (const SgnTable *self, const SgnRow *row, const SgnCell *cell, double y)
{
  guint n = self->form && cell->lines != NULL ? cell->lines->len : sgn_row_count_lines (row);

  return y + (row->height - n * sgn_table_get_leading (row)) / 2;
}

static SgnAlign
get_align (const SgnTable *self, const SgnRow *row, guint column)
{
  if (row->kind == SGN_ROW_TOTAL)
    return SGN_ALIGN_RIGHT;
  return g_array_index (self->columns, SgnColumn, column).align;
}

static void
place_cell (const SgnTable *self, SgnFlow *flow, const SgnRow *row, guint i, SgnRect rect)
{
  const SgnCell *cell = g_ptr_array_index (row->cells, i);
  guint column = sgn_row_get_column (row, i);
  gboolean header =
    row->kind == SGN_ROW_TOTAL ? i == 0 : g_array_index (self->columns, SgnColumn, column).subject;

  sgn_canvas_begin_cell (&flow->canvas, header ? SGN_TAG_TH : SGN_TAG_TD,
                         header ? SGN_SCOPE_ROW : SGN_SCOPE_NONE, (int) cell->span);
  sgn_cell_place (flow, cell, rect,
                  (SgnPoint){ get_text_top (self, row, cell, rect.y), sgn_table_get_leading (row) },
                  get_align (self, row, column));
  sgn_canvas_end (&flow->canvas);
}

static void
place_plain_row (const SgnTable *self, SgnFlow *flow, const SgnRow *row, double y)
{
  for (guint i = 0; i < row->cells->len; i++) {
    const SgnCell *cell = g_ptr_array_index (row->cells, i);
    guint column = sgn_row_get_column (row, i);
    double x = sgn_table_get_column_x (self, column);
    double end = sgn_table_get_column_x (self, column + cell->span);

    if (column + cell->span > self->columns->len)
      break;
    place_cell (self, flow, row, i, (SgnRect){ x, y, end - x, row->height });
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
  if (sgn_table_spans (self, row))
    place_spanning_row (self, flow, row, y, suffix);
  else
    place_plain_row (self, flow, row, y);
}
