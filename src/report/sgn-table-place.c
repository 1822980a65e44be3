/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-table-private.h"

static void
place_rule (const SgnTable *self, SgnFlow *flow, double weight)
{
  sgn_canvas_line (&flow->canvas, (SgnRect){ self->x, flow->y, self->width, 0 }, SGN_INK (weight));
}

static void
place_upright (SgnFlow *flow, double x, SgnPoint range, double weight)
{
  sgn_canvas_line (&flow->canvas, (SgnRect){ x, range.x, 0, range.y - range.x }, SGN_INK (weight));
}

/* The sides of a row of a form, and the lines between its cells; @row NULL: the head. */
static void
place_sides (const SgnTable *self, SgnFlow *flow, const SgnRow *row, double height)
{
  SgnPoint range = { flow->y, flow->y + height };
  guint n = row != NULL ? row->cells->len : self->columns->len;

  if (!self->form)
    return;
  place_upright (flow, self->x, range, SGN_RULE_FRAME);
  for (guint i = 1; i < n && (row == NULL || !sgn_table_spans (self, row)); i++)
    place_upright (flow,
                   sgn_table_get_column_x (self, row != NULL ? sgn_row_get_column (row, i) : i),
                   range, SGN_RULE_FORM);
  place_upright (flow, self->x + self->width, range, SGN_RULE_FRAME);
}

/* The weight of the rule below @row when @next (nullable) follows on the page. */
static double
get_weight (const SgnTable *self, const SgnRow *row, const SgnRow *next)
{
  if (self->form && (row->kind == SGN_ROW_TOTAL || (next != NULL && next->kind == SGN_ROW_TOTAL)))
    return SGN_RULE_FORM_TOTAL;
  if (next == NULL)
    return SGN_RULE_FRAME;
  if (row->kind == SGN_ROW_GROUP)
    return SGN_RULE_HEAD;
  return self->form ? SGN_RULE_FORM : SGN_RULE_ROW;
}

static void
place_head_cell (const SgnTable *self, SgnFlow *flow, guint i)
{
  const SgnColumn *column = &g_array_index (self->columns, SgnColumn, i);
  const SgnCell *head = g_ptr_array_index (self->heads, i);
  SgnRect rect = {
    sgn_table_get_column_x (self, i),
    flow->y,
    sgn_table_get_column_width (self, i),
    self->head_height,
  };
  double leading = sgn_type_get_style (SGN_TYPE_HEAD)->leading;
  guint n = head->lines != NULL ? head->lines->len : 1;

  sgn_cell_place (flow, head, rect,
                  (SgnPoint){ flow->y + (self->head_height - n * leading) / 2, leading },
                  column->align);
}

static void
place_head_cells (const SgnTable *self, SgnFlow *flow, gboolean repeated)
{
  for (guint i = 0; i < self->columns->len; i++) {
    if (!repeated)
      sgn_canvas_begin_cell (&flow->canvas, SGN_TAG_TH, SGN_SCOPE_COLUMN, 1);
    place_head_cell (self, flow, i);
    if (!repeated)
      sgn_canvas_end (&flow->canvas);
  }
}

/* Once for readers; on later pages it is decoration. */
static void
place_head (const SgnTable *self, SgnFlow *flow, gboolean repeated)
{
  int node = flow->canvas.node;

  sgn_canvas_rect (&flow->canvas, (SgnRect){ self->x, flow->y, self->width, self->head_height },
                   SGN_COLOUR_TINT, SGN_INK (0));
  place_rule (self, flow, SGN_RULE_FRAME);
  if (repeated) {
    flow->canvas.node = SGN_NODE_ARTIFACT;
  } else {
    sgn_canvas_begin (&flow->canvas, SGN_TAG_THEAD);
    sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  }
  place_head_cells (self, flow, repeated);
  flow->canvas.node = node;
  place_sides (self, flow, NULL, self->head_height);
  flow->y += self->head_height;
  place_rule (self, flow, SGN_RULE_HEAD);
}

static void
place_continued_group (const SgnTable *self, SgnFlow *flow, const SgnRow *group)
{
  int node = flow->canvas.node;

  flow->canvas.node = SGN_NODE_ARTIFACT;
  sgn_row_place (self, flow, group, flow->y, self->continued);
  flow->canvas.node = node;
  place_sides (self, flow, group, group->height);
  flow->y += group->height;
  place_rule (self, flow, SGN_RULE_HEAD);
}

static void
place_rows (const SgnTable *self, SgnFlow *flow, guint start, guint n)
{
  for (guint i = start; i < start + n; i++) {
    const SgnRow *row = g_ptr_array_index (self->rows, i);
    const SgnRow *next = i + 1 < start + n ? g_ptr_array_index (self->rows, i + 1) : NULL;

    sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
    sgn_row_place (self, flow, row, flow->y, NULL);
    sgn_canvas_end (&flow->canvas);
    place_sides (self, flow, row, row->height);
    flow->y += row->height;
    place_rule (self, flow, get_weight (self, row, next));
  }
}

/* The group that goes on at the top of a page. */
static const SgnRow *
find_continued (const SgnTable *self, guint start)
{
  const SgnRow *row = g_ptr_array_index (self->rows, start);

  if (start == 0 || self->continued == NULL || row->kind != SGN_ROW_PLAIN)
    return NULL;
  return sgn_table_find_group (self, start);
}

/* The rows from @start that go on this page; returns how many. */
static guint
place_part (SgnTable *self, SgnFlow *flow, guint start)
{
  gboolean fresh = start > 0 || sgn_flow_is_at_top (flow);
  const SgnRow *group = find_continued (self, start);
  double used = self->head_height + (group != NULL ? group->height : 0);
  guint n = sgn_table_fit (self, start, sgn_flow_get_room (flow) - used, fresh);

  if (n == 0)
    return 0;
  place_head (self, flow, start > 0);
  if (start == 0)
    sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  if (group != NULL)
    place_continued_group (self, flow, group);
  place_rows (self, flow, start, n);
  return n;
}

void
sgn_table_place (SgnTable *self, SgnFlow *flow)
{
  guint start = 0;

  if (self->rows->len == 0)
    return;
  sgn_table_measure (self, flow->canvas.typesetter);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  while (start < self->rows->len) {
    start += place_part (self, flow, start);
    if (start < self->rows->len)
      sgn_flow_break_page (flow);
  }
  sgn_canvas_end (&flow->canvas); /* TBody */
  sgn_canvas_end (&flow->canvas);
}
