/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-preparation-private.h"

#define ABOVE 10.0
#define ABOVE_ERA 7.0
#define BOX 9.4
#define BOX_LEFT 6.0
#define BOX_WEIGHT 0.8
#define LABEL_PAD 5.0
#define VALUE_PAD 6.0
#define PAD 3.4
#define KEPT_ROWS 2
#define MOST_LINES 40
#define MOST_KEPT 200.0

typedef struct {
  char *label;
  char *value; /* (nullable) */
  char *note;  /* (nullable) */
  gboolean data;
} Row;

struct _SgnPreparationRows {
  GPtrArray *rows;
};

/* A row with its lines broken. */
typedef struct {
  GPtrArray *label;
  GPtrArray *value;
  GPtrArray *note; /* (nullable) */
  SgnType type;
  double height;
} Lines;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->value);
  g_free (row->note);
  g_free (row);
}

SgnPreparationRows *
sgn_preparation_rows_new (void)
{
  SgnPreparationRows *self = g_new0 (SgnPreparationRows, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
sgn_preparation_rows_free (SgnPreparationRows *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
sgn_preparation_rows_add (SgnPreparationRows *self,
                          const char *label,
                          const char *value,
                          gboolean data,
                          const char *note)
{
  Row *row = g_new0 (Row, 1);

  row->label = g_strdup (label);
  row->value = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  row->note = g_strdup (note);
  row->data = data && row->value != NULL;
  g_ptr_array_add (self->rows, row);
}

static void
lines_clear (Lines *self)
{
  g_clear_pointer (&self->label, g_ptr_array_unref);
  g_clear_pointer (&self->value, g_ptr_array_unref);
  g_clear_pointer (&self->note, g_ptr_array_unref);
}

static double
get_leading (SgnType type)
{
  return sgn_type_get_style (type)->leading;
}

static double
measure_text (const Lines *self)
{
  double text = self->value->len * SGN_KEY_LINE;

  return self->note != NULL ? text + self->note->len * get_leading (SGN_TYPE_NOTE) : text;
}

static double
measure_lines (const Lines *self)
{
  double text = MAX (measure_text (self), self->label->len * SGN_KEY_LINE);

  return MAX (SGN_PREPARATION_ROW, text + 2 * PAD);
}

static Lines
break_row (SgnFlow *flow, const Row *row)
{
  SgnTypesetter *typesetter = flow->canvas.typesetter;
  double room = SGN_WIDTH - SGN_PREPARATION_TICK - SGN_PREPARATION_LABEL - 2 * VALUE_PAD;
  const char *value = row->value != NULL ? row->value : sgn_flow_text (flow, "value.missing");
  Lines lines = { .type = row->data ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_KEY };

  lines.label = sgn_typesetter_break (typesetter, SGN_TYPE_KEY_LABEL, row->label,
                                      SGN_PREPARATION_LABEL - 2 * LABEL_PAD);
  lines.value = sgn_typesetter_break (typesetter, lines.type, value, room);
  if (row->note != NULL)
    lines.note = sgn_typesetter_break (typesetter, SGN_TYPE_NOTE, row->note, room);
  lines.height = measure_lines (&lines);
  return lines;
}

/* Returns where the next line goes. */
static double
place_lines (SgnFlow *flow, SgnType type, GPtrArray *lines, SgnPoint at, double leading)
{
  if (lines->len == 0)
    sgn_canvas_nothing (&flow->canvas);
  for (guint i = 0; i < lines->len; i++, at.y += leading)
    sgn_canvas_line_of_text (&flow->canvas, type, (SgnPlace){ at.x, at.y, 0, leading, 0 },
                             g_ptr_array_index (lines, i), 0);
  return at.y;
}

/* Part of the heading of its row. The first box of a group stands for all of them. */
static void
place_tick (SgnFlow *flow, double height, gboolean first)
{
  SgnRect box = { SGN_LEFT + BOX_LEFT, flow->y + (height - BOX) / 2, BOX, BOX };

  if (first)
    sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, sgn_flow_text (flow, "alt.tick"));
  sgn_canvas_rect (&flow->canvas, box, SGN_COLOUR_NONE, SGN_INK (BOX_WEIGHT));
  if (first)
    sgn_canvas_end (&flow->canvas);
}

static void
place_row (SgnFlow *flow, const Lines *lines, gboolean first)
{
  double text = measure_text (lines);
  double label = flow->y + (lines->height - lines->label->len * SGN_KEY_LINE) / 2;
  SgnPoint at = { SGN_LEFT + SGN_PREPARATION_TICK + SGN_PREPARATION_LABEL + VALUE_PAD,
                  flow->y + (lines->height - text) / 2 };

  sgn_canvas_rect (&flow->canvas,
                   (SgnRect){ SGN_LEFT + SGN_PREPARATION_TICK, flow->y, SGN_PREPARATION_LABEL,
                              lines->height },
                   SGN_COLOUR_TINT, SGN_INK (0));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  sgn_canvas_begin_cell (&flow->canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  place_tick (flow, lines->height, first);
  place_lines (flow, SGN_TYPE_KEY_LABEL, lines->label,
               (SgnPoint){ SGN_LEFT + SGN_PREPARATION_TICK + LABEL_PAD, label }, SGN_KEY_LINE);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TD);
  at.y = place_lines (flow, lines->type, lines->value, at, SGN_KEY_LINE);
  if (lines->note != NULL)
    place_lines (flow, SGN_TYPE_NOTE, lines->note, at, get_leading (SGN_TYPE_NOTE));
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  flow->y += lines->height;
}

static void
place_rule (SgnFlow *flow, double weight)
{
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, 0 }, SGN_INK (weight));
}

static double
measure_first_rows (const SgnPreparationRows *self, SgnFlow *flow)
{
  double height = 0;

  for (guint i = 0; i < MIN (self->rows->len, KEPT_ROWS); i++) {
    Lines lines = break_row (flow, g_ptr_array_index (self->rows, i));

    height += lines.height;
    lines_clear (&lines);
  }
  return MIN (height, MOST_KEPT);
}

/* What does not fit on any page goes on under its label on the next one. */
static gboolean
take_piece (Lines *self, Lines *piece)
{
  if (self->value->len <= MOST_LINES)
    return FALSE;

  *piece = (Lines){ .label = self->label, .value = sgn_lines_new (), .type = self->type };
  self->label = sgn_lines_new ();
  for (guint i = 0; i < MOST_LINES; i++)
    g_ptr_array_add (piece->value, g_ptr_array_steal_index (self->value, 0));
  piece->height = measure_lines (piece);
  self->height = measure_lines (self);
  return TRUE;
}

static void
place_piece (SgnFlow *flow, Lines *lines, gboolean first, double below)
{
  if (sgn_flow_need (flow, lines->height))
    place_rule (flow, SGN_RULE_FRAME);
  place_row (flow, lines, first);
  place_rule (flow, below);
  lines_clear (lines);
}

static void
place_next (const SgnPreparationRows *self, SgnFlow *flow, guint i)
{
  Lines lines = break_row (flow, g_ptr_array_index (self->rows, i));
  gboolean last = i + 1 == self->rows->len;
  Lines piece;

  for (gboolean first = i == 0; take_piece (&lines, &piece); first = FALSE)
    place_piece (flow, &piece, first, SGN_RULE_ROW);
  place_piece (flow, &lines, i == 0, last ? SGN_RULE_FRAME : SGN_RULE_ROW);
}

double
sgn_preparation_get_above (SgnFlow *flow)
{
  gboolean era = sgn_flow_is_japanese (flow) && flow->form->dates == SGN_DATES_ERA;

  return era ? ABOVE_ERA : ABOVE;
}

void
sgn_preparation_rows_place (SgnPreparationRows *self, SgnFlow *flow, const char *title)
{
  sgn_flow_heading (flow, title, NULL, sgn_preparation_get_above (flow),
                    measure_first_rows (self, flow));
  place_rule (flow, SGN_RULE_FRAME);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  for (guint i = 0; i < self->rows->len; i++)
    place_next (self, flow, i);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
}
