/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"
#include "sgn-chart.h"
#include "sgn-comparison-private.h"
#include "sgn-number.h"

#define ABOVE 11.0
#define ROW_HEIGHT 19.0
#define LEGEND_ABOVE 4.0
#define LEGEND_HEIGHT 14.0
#define LEGEND_X 40.0
#define LEGEND_GAP 18.0
#define LISTS_ABOVE 5.0
#define LIST_GAP 12.0

static json_t *
get_items (const SgnComparisonSheet *self)
{
  return json_object_get (self->json, "items");
}

/* The word of @mark as printed. */
static const char *
get_word (const SgnComparisonSheet *self, SgnMark mark)
{
  json_t *value;
  size_t i;

  json_array_foreach (json_object_get (self->json, "values"), i, value)
  {
    if (mark != SGN_MARK_NONE && sgn_assessment_words_mark (value, "mark") == mark)
      return sgn_comparison_get_text (value, "short");
  }
  return sgn_flow_text (self->flow, "state.none");
}

static SgnMark
get_mark (const json_t *item, guint i)
{
  const json_t *word = json_array_get (json_object_get (item, "marks"), i);
  SgnMark mark = SGN_MARK_NONE;

  if (json_is_string (word))
    sgn_mark_from_key (json_string_value (word), &mark);
  return mark;
}

static gboolean
is_known (const json_t *item, guint i)
{
  return json_is_string (json_array_get (json_object_get (item, "marks"), i));
}

static char *
format_item_alt (const SgnComparisonSheet *self, const json_t *item)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (words,
                     (gpointer) (is_known (item, i) ? get_word (self, get_mark (item, i))
                                                    : sgn_flow_text (self->flow, "value.none")));
  list = sgn_comparison_join (self, words, "list.separator");
  return sgn_flow_format (self->flow, "alt.item", "no", sgn_comparison_get_text (item, "number"),
                          "list", list, NULL);
}

static char *
format_alt (const SgnComparisonSheet *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (get_items (self), i, item)
  {
    g_ptr_array_add (parts, format_item_alt (self, item));
  }
  list = sgn_comparison_join (self, parts, "alt.separator");
  return sgn_flow_format (self->flow, "alt.items", "list", list, NULL);
}

static void
add_columns (const SgnComparisonSheet *self, SgnMatrixChart *matrix)
{
  const char *section = NULL;
  guint group = 0;
  json_t *item;
  size_t i;

  json_array_foreach (get_items (self), i, item)
  {
    const char *here = sgn_json_string (item, "section");

    if (i > 0 && g_strcmp0 (here, section) != 0)
      group++;
    section = here;
    sgn_matrix_chart_add_column (matrix, sgn_comparison_get_text (item, "number"), group);
  }
}

static SgnMatrixChart *
create_matrix (const SgnComparisonSheet *self)
{
  SgnMatrixChart *matrix = sgn_matrix_chart_new (sgn_flow_text (self->flow, "table.no"));

  add_columns (self, matrix);
  for (guint k = 0; k < self->n; k++) {
    SgnMatrixRow *row = sgn_matrix_chart_add_row (matrix, g_strdup (self->labels[k]));
    json_t *item;
    size_t i;

    json_array_foreach (get_items (self), i, item)
    {
      sgn_matrix_row_add (row, get_mark (item, k), is_known (item, k));
    }
  }
  matrix->alt = format_alt (self);
  return matrix;
}

/* Every state, one mark and its word each. */
static void
place_legend (const SgnComparisonSheet *self)
{
  static const SgnMark marks[] = {
    SGN_MARK_DONE,    SGN_MARK_PARTIAL,        SGN_MARK_NOT_DONE,
    SGN_MARK_UNKNOWN, SGN_MARK_NOT_APPLICABLE, SGN_MARK_NONE,
  };
  SgnFlow *flow = self->flow;
  SgnCanvas *canvas = &flow->canvas;
  double x = SGN_LEFT + LEGEND_X;
  double words = 0;
  double gap;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    words += SGN_MARK_TO_WORD +
             sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_STATE, get_word (self, marks[i]));
  gap = MIN (LEGEND_GAP, (SGN_WIDTH - LEGEND_X - words) / (G_N_ELEMENTS (marks) - 1));
  flow->y += LEGEND_ABOVE;
  sgn_canvas_begin (canvas, SGN_TAG_P);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    sgn_canvas_mark (canvas, marks[i],
                     (SgnPoint){ x + SGN_MARK_RADIUS, flow->y + LEGEND_HEIGHT / 2 },
                     SGN_MARK_RADIUS, FALSE);
    x += SGN_MARK_TO_WORD;
    x += sgn_canvas_text (canvas, SGN_TYPE_STATE,
                          (SgnPlace){ x, flow->y, SGN_ALIGN_LEFT, LEGEND_HEIGHT, 0 },
                          get_word (self, marks[i])) +
         gap;
  }
  sgn_canvas_end (canvas);
  flow->y += LEGEND_HEIGHT;
}

/* 23（2025。0→−1）, kept in one piece; owned by the caller. */
static char *
format_fall (const SgnComparisonSheet *self, const json_t *fall)
{
  g_autofree char *from = sgn_number_format (sgn_json_integer (fall, "from", 0));
  g_autofree char *to = sgn_number_format (sgn_json_integer (fall, "to", 0));
  const char *date = sgn_json_string (fall, "date");
  const char *label = "";
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->n; i++)
    if (g_strcmp0 (sgn_json_string (json_array_get (self->dates, i), "date"), date) == 0)
      label = self->labels[i];
  text = sgn_flow_format (self->flow, "trend.fall", "no", sgn_comparison_get_text (fall, "number"),
                          "date", label, "from", from, "to", to, NULL);
  return sgn_text_glue (text);
}

static char *
format_list (const SgnComparisonSheet *self, const char *key)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  json_t *entry;
  size_t i;

  json_array_foreach (json_object_get (json_object_get (self->json, "trends"), key), i, entry)
  {
    g_ptr_array_add (texts, json_is_string (entry) ? g_strdup (json_string_value (entry))
                                                   : format_fall (self, entry));
  }
  if (texts->len == 0)
    return g_strdup (sgn_flow_text (self->flow, "trend.none"));
  return sgn_comparison_join (self, texts, "list.separator");
}

static char *
format_risen (const SgnComparisonSheet *self)
{
  g_autofree char *steps = g_strdup_printf ("%u", self->n - 1);

  if (self->n < 3)
    return g_strdup (sgn_flow_text (self->flow, "trend.risen_once"));
  return sgn_flow_format (self->flow, "trend.risen", "n", steps, NULL);
}

typedef struct {
  char *label;
  char *list;
} Trend;

static void
place_trend (SgnFlow *flow, const Trend *trend, double width)
{
  SgnCanvas *canvas = &flow->canvas;
  double leading = sgn_type_get_style (SGN_TYPE_CHANGE)->leading;

  sgn_canvas_begin (canvas, SGN_TAG_TR);
  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (canvas, SGN_TYPE_CELL_BOLD,
                   (SgnPlace){ SGN_LEFT, flow->y, SGN_ALIGN_LEFT, leading, 0 }, trend->label);
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_TD);
  sgn_flow_lines (flow, SGN_TYPE_CHANGE, (SgnPlace){ SGN_LEFT + width, 0, SGN_ALIGN_LEFT, 0, 0 },
                  SGN_WIDTH - width, trend->list);
  sgn_canvas_end (canvas);
  sgn_canvas_end (canvas);
}

/* The lists stand together: they have no head that could be repeated. */
static void
place_trend_table (SgnFlow *flow, const Trend *trends, guint n)
{
  double width = 0;
  double height = 0;

  for (guint i = 0; i < n; i++)
    width = MAX (width, LIST_GAP + sgn_typesetter_measure (flow->canvas.typesetter,
                                                           SGN_TYPE_CELL_BOLD, trends[i].label));
  for (guint i = 0; i < n; i++)
    height += sgn_flow_measure_lines (flow, SGN_TYPE_CHANGE, 0, SGN_WIDTH - width, trends[i].list);
  sgn_flow_need (flow, height);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  for (guint i = 0; i < n; i++)
    place_trend (flow, &trends[i], width);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
}

/* Three lists, so that nobody has to read the marks one by one. */
static void
place_trends (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autofree char *n = g_strdup_printf ("%u", self->n);
  g_autofree char *risen = format_risen (self);
  g_autofree char *stayed =
    sgn_flow_format (flow, "trend.stayed", "n", n, "done", get_word (self, SGN_MARK_DONE), NULL);
  g_autofree char *up = format_list (self, "risen");
  g_autofree char *same = format_list (self, "stayed");
  g_autofree char *down = format_list (self, "fallen");
  const Trend trends[] = {
    { risen, up },
    { stayed, same },
    { (char *) sgn_flow_text (flow, "trend.fallen"), down },
  };

  flow->y += LISTS_ABOVE;
  place_trend_table (flow, trends, G_N_ELEMENTS (trends));
}

void
sgn_comparison_place_items (SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (get_items (self));
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *title = sgn_flow_format (flow, "heading.items", "n", number, NULL);
  g_autoptr (SgnMatrixChart) matrix = NULL;
  double height = (self->n + 1) * ROW_HEIGHT;

  if (self->n == 0)
    return;
  matrix = create_matrix (self);
  sgn_flow_heading (flow, title, sgn_flow_text (flow, "note.marks"), ABOVE,
                    height + LEGEND_ABOVE + LEGEND_HEIGHT);
  sgn_matrix_chart_place (matrix, &flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, height });
  flow->y += height;
  place_legend (self);
  place_trends (self);
}
