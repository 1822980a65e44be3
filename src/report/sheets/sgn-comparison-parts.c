/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-comparison-private.h"
#include "sgn-number.h"

#include <string.h>

#define ABOVE 11.0
#define ROW_HEIGHT 25.0
#define HEAD_HEIGHT 18.0
#define BAR_EARLIER 4.6
#define BAR_LATEST 7.6
#define BAR_BETWEEN 1.0
#define BAR_INSET 1.5
#define SWATCH_WIDTH 12.0
#define SWATCH_HEIGHT 7.0
#define SWATCH_TO_WORD 16.0
#define SWATCH_GAP 12.0
#define BARS 1 /* the column */

#define AREA_ROW 17.4
#define AREA_HEAD 16.0
#define AREA_PAD 2.4
#define AREA_GAP 14.0

/* Part 1　基本的対策; owned by the caller. */
static char *
format_section (const SgnComparisonSheet *self, const json_t *section)
{
  return sgn_flow_format (self->flow, "part.name", "number",
                          sgn_comparison_get_text (section, "number"), "title",
                          sgn_comparison_get_text (section, "title"), NULL);
}

static char *
format_section_alt (const SgnComparisonSheet *self, const json_t *section)
{
  g_autofree char *name = format_section (self, section);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (numbers,
                     sgn_comparison_format_number (json_object_get (section, "totals"), i));
  list = sgn_comparison_join (self, numbers, "list.separator");
  return sgn_flow_format (self->flow, "alt.part", "part", name, "list", list, NULL);
}

static char *
format_alt (const SgnComparisonSheet *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    g_ptr_array_add (parts, format_section_alt (self, section));
  }
  list = sgn_comparison_join (self, parts, "alt.separator");
  return sgn_flow_format (self->flow, "alt.parts", "list", list, NULL);
}

/* White, hatched, solid, from old to new; of two dates the earlier one is hatched. */
static void
place_bar (SgnCanvas *canvas, guint age, SgnRect bar)
{
  if (age == 0) {
    sgn_canvas_rect (canvas, bar, SGN_COLOUR_ACCENT, SGN_INK (0));
    return;
  }
  sgn_canvas_rect (canvas, bar, SGN_COLOUR_WHITE, SGN_INK (0));
  if (age == 1)
    sgn_canvas_hatch (canvas, bar);
  sgn_canvas_rect (canvas, bar, SGN_COLOUR_NONE, SGN_INK (0.6));
}

static void
place_scale (SgnCanvas *canvas, SgnRect rect)
{
  for (int i = 1; i <= 4; i++) {
    SgnPen pen = { SGN_RULE_GRID, SGN_COLOUR_GRID, i < 4 ? 1.2 : 0, 1.6 };

    sgn_canvas_line (canvas, (SgnRect){ rect.x + rect.width * i / 4, rect.y, 0, rect.height }, pen);
  }
  sgn_canvas_line (canvas, (SgnRect){ rect.x, rect.y, 0, rect.height }, SGN_INK (0.5));
}

/* @rect: the cell. */
static void
place_bars (const SgnComparisonSheet *self, const json_t *section, SgnRect rect)
{
  SgnCanvas *canvas = &self->flow->canvas;
  json_t *totals = json_object_get (section, "totals");
  double max = (double) MAX (sgn_json_integer (section, "max", 1), 1);
  double x = rect.x + SGN_CELL_PAD;
  double width = rect.width - 2 * SGN_CELL_PAD - 10;
  double height = BAR_LATEST + (self->n - 1) * (BAR_EARLIER + BAR_BETWEEN);
  double y = rect.y + (rect.height - height) / 2;

  place_scale (canvas, (SgnRect){ x, rect.y + BAR_INSET, width, rect.height - 2 * BAR_INSET });
  for (guint i = 0; i < self->n; i++) {
    guint age = self->n - 1 - i;
    double bar = age == 0 ? BAR_LATEST : BAR_EARLIER;
    double share = (double) json_integer_value (json_array_get (totals, i)) / max;

    if (share > 0)
      place_bar (canvas, age, (SgnRect){ x, y, MIN (share, 1) * width, bar });
    y += bar + BAR_BETWEEN;
  }
}

static double
measure_legend (const SgnComparisonSheet *self)
{
  double width = self->n * (SWATCH_TO_WORD + SWATCH_GAP) - SWATCH_GAP;

  for (guint i = 0; i < self->n; i++)
    width += sgn_typesetter_measure (self->flow->canvas.typesetter, SGN_TYPE_NOTE, self->labels[i]);
  return width;
}

/* Which bar is which date: in the head of their column, or beside the heading when that is too
 * narrow. */
static void
place_legend (const SgnComparisonSheet *self, SgnRect head)
{
  SgnCanvas *canvas = &self->flow->canvas;
  double width = measure_legend (self);
  gboolean fits = width <= head.width - SGN_CELL_PAD;
  SgnPoint at = { fits ? head.x + SGN_CELL_PAD : SGN_RIGHT - width,
                  fits ? head.y : head.y - SGN_H2_HEIGHT };

  for (guint i = 0; i < self->n; i++) {
    place_bar (canvas, self->n - 1 - i,
               (SgnRect){ at.x, at.y + (HEAD_HEIGHT - SWATCH_HEIGHT) / 2, SWATCH_WIDTH,
                          SWATCH_HEIGHT });
    at.x += SWATCH_TO_WORD;
    at.x +=
      sgn_canvas_text (canvas, SGN_TYPE_NOTE,
                       (SgnPlace){ at.x, at.y, SGN_ALIGN_LEFT, HEAD_HEIGHT, 0 }, self->labels[i]) +
      SWATCH_GAP;
  }
}

/* One picture of all the bars, over the table that says the same in numbers. */
static void
place_picture (const SgnComparisonSheet *self, const SgnTable *table, double top)
{
  SgnCanvas *canvas = &self->flow->canvas;
  g_autofree char *alt = format_alt (self);
  double x = sgn_table_get_column_x (table, BARS);
  double width = sgn_table_get_column_width (table, BARS);
  json_t *section;
  size_t i;

  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, alt);
  place_legend (self, (SgnRect){ x, top, width, HEAD_HEIGHT });
  top += table->head_height;
  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    const SgnRow *row = g_ptr_array_index (table->rows, i);

    place_bars (self, section, (SgnRect){ x, top, width, row->height });
    top += row->height;
  }
  sgn_canvas_end (canvas);
}

static void
add_numbers (const SgnComparisonSheet *self, SgnRow *row, const json_t *numbers)
{
  for (guint i = 0; i < self->n; i++) {
    g_autofree char *number = sgn_comparison_format_number (numbers, i);

    sgn_row_add_text (row, i + 1 == self->n ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, number);
  }
}

/* @heads: one a date */
static void
add_columns (const SgnComparisonSheet *self, GArray *columns, double width, char *const *heads)
{
  for (guint i = 0; i < self->n; i++) {
    SgnColumn column = { width, SGN_ALIGN_RIGHT, heads[i], FALSE };

    g_array_append_val (columns, column);
  }
}

static SgnTable *
create_parts (const SgnComparisonSheet *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  const SgnColumn first[] = {
    { 67, SGN_ALIGN_LEFT, sgn_flow_text (self->flow, "table.part"), TRUE },
    { 107 - 17.0 * self->n, SGN_ALIGN_LEFT, "", FALSE },
  };
  SgnTable *table;
  json_t *section;
  size_t i;

  g_array_append_vals (columns, first, G_N_ELEMENTS (first));
  add_columns (self, columns, 17, self->labels);
  table = sgn_table_new ((const SgnColumn *) (void *) columns->data, columns->len);
  table->min_height = ROW_HEIGHT;
  table->head_height = HEAD_HEIGHT;
  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    g_autofree char *name = format_section (self, section);
    g_autofree char *max = sgn_number_format (sgn_json_integer (section, "max", 0));
    g_autofree char *text =
      sgn_flow_format (self->flow, "part.max", "part", name, "max", max, NULL);

    sgn_row_add_text (row, SGN_TYPE_PART, text);
    sgn_row_add_text (row, SGN_TYPE_CELL, "");
    add_numbers (self, row, json_object_get (section, "totals"));
  }
  return table;
}

void
sgn_comparison_place_parts (SgnComparisonSheet *self, double below)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = NULL;
  double top;

  if (json_array_size (json_object_get (self->json, "sections")) == 0 || self->n == 0)
    return;
  table = create_parts (self);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.parts"), NULL, ABOVE,
                    sgn_table_get_height (table, flow->canvas.typesetter) + below);
  top = flow->y;
  sgn_table_place (table, flow);
  place_picture (self, table, top);
}

static void
add_area (const SgnComparisonSheet *self, SgnTable *table, size_t i)
{
  const json_t *area = json_array_get (json_object_get (self->json, "areas"), i);
  const json_t *percents = json_object_get (area, "percents");
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *sign = sgn_assessment_words_sign (self->flow, i);
  g_autofree char *name = sgn_flow_format (self->flow, "area.name", "mark", sign, "title",
                                           sgn_comparison_get_text (area, "title"), NULL);
  g_autofree char *change = sgn_comparison_format_change (percents);

  sgn_row_add_text (row, SGN_TYPE_CELL, name);
  add_numbers (self, row, percents);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, change);
}

/* The year on a line of its own where a label says more than it; owned by the caller. */
static char **
list_narrow_labels (const SgnComparisonSheet *self)
{
  char **heads = g_strdupv (self->labels);

  for (char **head = heads; *head != NULL; head++) {
    char *rest = strpbrk (*head, "-.");

    if (rest != NULL) {
      char *label = g_strdup_printf ("%.*s\n%s", (int) (rest - *head), *head, rest);
      g_free (*head);
      *head = label;
    }
  }
  return heads;
}

static SgnTable *
create_areas (const SgnComparisonSheet *self, size_t start, size_t end)
{
  g_auto (GStrv) heads = list_narrow_labels (self);
  gboolean narrow = heads[0] != NULL && strchr (heads[0], '\n') != NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  SgnColumn first = { narrow ? 90 : 105, SGN_ALIGN_LEFT, sgn_flow_text (self->flow, "table.area"),
                      TRUE };
  SgnColumn last = { 43, SGN_ALIGN_RIGHT, sgn_flow_text (self->flow, "table.change_all"), FALSE };
  SgnTable *table;

  g_array_append_val (columns, first);
  add_columns (self, columns, narrow ? 36.5 : 31.5, heads);
  g_array_append_val (columns, last);
  table = sgn_table_new ((const SgnColumn *) (void *) columns->data, columns->len);
  table->width = (SGN_WIDTH - AREA_GAP) / 2;
  table->head_height = AREA_HEAD;
  table->min_height = AREA_ROW;
  table->pad = AREA_PAD;
  for (size_t i = start; i < end; i++)
    add_area (self, table, i);
  return table;
}

void
sgn_comparison_place_areas (SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (json_object_get (self->json, "areas"));
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *note = sgn_flow_format (flow, "note.areas", "n", number, NULL);
  g_autoptr (SgnTable) left = create_areas (self, 0, (n + 1) / 2);
  g_autoptr (SgnTable) right = create_areas (self, (n + 1) / 2, n);
  double top, bottom;

  right->x = SGN_RIGHT - right->width;
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.areas"), note, ABOVE,
                    MAX (sgn_table_get_height (left, flow->canvas.typesetter),
                         sgn_table_get_height (right, flow->canvas.typesetter)));
  top = flow->y;
  sgn_table_place (left, flow);
  bottom = flow->y;
  flow->y = top;
  sgn_table_place (right, flow);
  flow->y = MAX (flow->y, bottom);
}
