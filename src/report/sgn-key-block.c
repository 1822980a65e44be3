/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-key-block.h"

#include "sgn-assessment-words.h"
#include "sgn-stamps.h"

#define LABEL_PAD 5.0
#define VALUE_PAD 6.0
#define STAMP_GAP (6 * SGN_MM)
#define STAMP_BELOW 8.0
/* With more pairs than this, one a row, the block is taller than the boxes beside it: only the
 * first ones stand there, as many as are as tall as the boxes. */
#define BESIDE_STAMPS 5
#define FIRST 4

typedef struct {
  char *label;
  char *value;
  SgnType type;
} Pair;

struct _SgnKeyBlock {
  GPtrArray *pairs;
};

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->label);
  g_free (pair->value);
  g_free (pair);
}

SgnKeyBlock *
sgn_key_block_new (void)
{
  SgnKeyBlock *self = g_new0 (SgnKeyBlock, 1);

  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  return self;
}

void
sgn_key_block_free (SgnKeyBlock *self)
{
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

void
sgn_key_block_add (SgnKeyBlock *self, const char *label, SgnType type, const char *value)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->label = g_strdup (label);
  pair->type = type;
  pair->value = g_strdup (value != NULL && *value != '\0' ? value : "—");
  g_ptr_array_add (self->pairs, pair);
}

SgnType
sgn_key_block_get_type (SgnFlow *flow)
{
  return sgn_flow_is_japanese (flow) ? SGN_TYPE_KEY : SGN_TYPE_KEY_EN;
}

char *
sgn_key_block_dup_representative (SgnFlow *flow)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");
  const char *name = sgn_json_string (company, "representative");
  const char *title = sgn_json_string (company, "representative_title");

  if (name == NULL || title == NULL || *title == '\0')
    return g_strdup (name);
  return sgn_flow_format (flow, "format.representative", "title", title, "name", name, NULL);
}

void
sgn_key_block_add_name (SgnKeyBlock *self, SgnFlow *flow)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");
  gboolean ja = sgn_flow_is_japanese (flow);

  sgn_key_block_add (self, sgn_flow_text (flow, "label.company"),
                     ja ? SGN_TYPE_KEY_BOLD : SGN_TYPE_KEY_EN_BOLD,
                     sgn_json_string (company, "name"));
}

void
sgn_key_block_add_name_and_number (SgnKeyBlock *self, SgnFlow *flow)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");

  sgn_key_block_add_name (self, flow);
  sgn_key_block_add (self, sgn_flow_text (flow, "label.corporate_number"), SGN_TYPE_KEY_NUMBER,
                     sgn_json_string (company, "corporate_number"));
}

void
sgn_key_block_add_company (SgnKeyBlock *self, SgnFlow *flow)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");
  g_autofree char *representative = sgn_key_block_dup_representative (flow);

  sgn_key_block_add_name_and_number (self, flow);
  sgn_key_block_add (self, sgn_flow_text (flow, "label.address"), sgn_key_block_get_type (flow),
                     sgn_json_string (company, "address"));
  sgn_key_block_add (self, sgn_flow_text (flow, "label.representative"),
                     sgn_key_block_get_type (flow), representative);
}

void
sgn_key_block_add_people (SgnKeyBlock *self, SgnFlow *flow)
{
  json_t *assessment = json_object_get (flow->sheet->projection, "assessment");
  SgnType type = sgn_key_block_get_type (flow);
  g_autofree char *by =
    sgn_assessment_words_person (flow, json_object_get (assessment, "answered_by"));
  g_autofree char *reviewer =
    sgn_assessment_words_person (flow, json_object_get (assessment, "reviewed_by"));

  if (sgn_flow_is_partner (flow)) {
    sgn_key_block_add (self, sgn_flow_text (flow, "block.by_department"), type,
                       sgn_json_string (assessment, "answered_department"));
    sgn_key_block_add (self, sgn_flow_text (flow, "block.reviewed_office"), type,
                       sgn_json_string (assessment, "reviewed_role"));
    return;
  }
  sgn_key_block_add (self, sgn_flow_text (flow, "block.by"), type,
                     by != NULL ? by : sgn_flow_text (flow, "by.none"));
  sgn_key_block_add (self, sgn_flow_text (flow, "block.reviewed"), type, reviewer);
}

/* Labels never wrap: the widest sets the column for the whole block. */
static double
measure_labels (SgnKeyBlock *self, SgnFlow *flow)
{
  double width = SGN_KEY_LABEL;

  for (guint i = 0; i < self->pairs->len; i++) {
    const Pair *pair = g_ptr_array_index (self->pairs, i);
    width = MAX (width, 2 * LABEL_PAD + sgn_typesetter_measure (flow->canvas.typesetter,
                                                                SGN_TYPE_KEY_LABEL, pair->label));
  }
  return width;
}

/* @span: how many columns of the table the value covers */
static void
place_pair (SgnFlow *flow, const Pair *pair, SgnRect rect, double label, GPtrArray *lines, int span)
{
  SgnCanvas *canvas = &flow->canvas;
  double inset = (SGN_KEY_ROW - SGN_KEY_LINE) / 2;
  double y = rect.y + inset;

  sgn_canvas_rect (canvas, (SgnRect){ rect.x, rect.y, label, rect.height }, SGN_COLOUR_TINT,
                   SGN_INK (0));
  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (canvas, SGN_TYPE_KEY_LABEL, (SgnPlace){ rect.x + LABEL_PAD, y, 0, 0, 0 },
                   pair->label);
  sgn_canvas_end (canvas);
  sgn_canvas_begin_cell (canvas, SGN_TAG_TD, SGN_SCOPE_NONE, span);
  for (guint i = 0; i < lines->len; i++)
    sgn_canvas_line_of_text (canvas, pair->type,
                             (SgnPlace){ rect.x + label + VALUE_PAD, y + i * SGN_KEY_LINE, 0,
                                         SGN_KEY_LINE, 0 },
                             g_ptr_array_index (lines, i), 0);
  sgn_canvas_end (canvas);
}

static GPtrArray *
break_value (SgnFlow *flow, const Pair *pair, double width)
{
  return sgn_typesetter_break (flow->canvas.typesetter, pair->type, pair->value,
                               width - VALUE_PAD - SGN_CELL_PAD);
}

/* How a block is set: its width, that of its labels, and how many pairs stand in a row. */
typedef struct {
  double width;
  double label;
  guint columns;
} Shape;

static double
get_row_height (GPtrArray *left, GPtrArray *right)
{
  guint n = MAX (left->len, right != NULL ? right->len : 1);

  return SGN_KEY_ROW + (n - 1) * SGN_KEY_LINE;
}

/* One row: as many pairs as the shape has columns; a single one at the end takes the whole width.
 */
static void
place_row (SgnFlow *flow, const Pair *left, const Pair *right, const Shape *shape, SgnPen below)
{
  double width = right != NULL ? shape->width / 2 : shape->width;
  g_autoptr (GPtrArray) left_lines = break_value (flow, left, width - shape->label);
  g_autoptr (GPtrArray) right_lines =
    right != NULL ? break_value (flow, right, width - shape->label) : NULL;
  double height = get_row_height (left_lines, right_lines);
  gboolean alone = shape->columns > 1 && right == NULL;

  if (sgn_flow_need (flow, height))
    sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, shape->width, 0 },
                     SGN_INK (SGN_RULE_FRAME));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  place_pair (flow, left, (SgnRect){ SGN_LEFT, flow->y, width, height }, shape->label, left_lines,
              alone ? 3 : 1);
  if (right != NULL)
    place_pair (flow, right, (SgnRect){ SGN_LEFT + width, flow->y, width, height }, shape->label,
                right_lines, 1);
  sgn_canvas_end (&flow->canvas);

  flow->y += height;
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, shape->width, 0 }, below);
}

static double
measure (SgnKeyBlock *self, SgnFlow *flow, const Shape *shape, guint start, guint end)
{
  double height = 0;

  for (guint i = start; i < end; i += shape->columns) {
    gboolean two = shape->columns > 1 && i + 1 < end;
    double room = (two ? shape->width / 2 : shape->width) - shape->label;
    g_autoptr (GPtrArray) left = break_value (flow, self->pairs->pdata[i], room);
    g_autoptr (GPtrArray) right = two ? break_value (flow, self->pairs->pdata[i + 1], room) : NULL;

    height += get_row_height (left, right);
  }
  return height;
}

/* The pairs from @start up to @end: on one page, unless they are longer than one. */
static void
place (SgnKeyBlock *self, SgnFlow *flow, const Shape *shape, guint start, guint end)
{
  guint step = shape->columns;
  double height = measure (self, flow, shape, start, end);

  if (height <= SGN_BOTTOM - SGN_BODY_TOP_NEXT)
    sgn_flow_need (flow, height);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, shape->width, 0 },
                   SGN_INK (SGN_RULE_FRAME));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  for (guint i = start; i < end; i += step) {
    gboolean two = step > 1 && i + 1 < end;
    gboolean last = i + step >= end;

    place_row (flow, self->pairs->pdata[i], two ? self->pairs->pdata[i + 1] : NULL, shape,
               SGN_INK (last ? SGN_RULE_FRAME : SGN_RULE_ROW));
  }
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
}

static void
place_across (SgnKeyBlock *self, SgnFlow *flow, guint start)
{
  const Shape shape = { SGN_WIDTH, measure_labels (self, flow), 2 };

  place (self, flow, &shape, start, self->pairs->len);
}

void
sgn_key_block_place (SgnKeyBlock *self, SgnFlow *flow)
{
  place_across (self, flow, 0);
}

/* The pairs up to @end and the boxes side by side; the flow goes on below the taller of them. */
static void
place_beside_stamps (SgnKeyBlock *self, SgnFlow *flow, guint end)
{
  const Shape shape = { SGN_WIDTH - STAMP_GAP - sgn_stamps_get_width (flow),
                        measure_labels (self, flow), 1 };
  double bottom = flow->y + sgn_stamps_get_height (flow);

  sgn_stamps_place (flow);
  place (self, flow, &shape, 0, end);
  flow->y = MAX (flow->y, bottom);
}

void
sgn_key_block_place_head (SgnKeyBlock *self, SgnFlow *flow)
{
  double stamps = sgn_stamps_get_height (flow);

  if (stamps <= 0) {
    sgn_key_block_place (self, flow);
    return;
  }
  place_beside_stamps (self, flow, self->pairs->len <= BESIDE_STAMPS ? self->pairs->len : FIRST);
  if (self->pairs->len > BESIDE_STAMPS) {
    flow->y += STAMP_BELOW;
    place_across (self, flow, FIRST);
  }
}
