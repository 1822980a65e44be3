/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-comparison-private.h"
#include "sgn-number.h"

#define ABOVE 11.0
#define CHART_X (SGN_LEFT + 26)
#define CHART_TOP 4.0
#define CHART_WIDTH 214.0
#define CHART_HEIGHT 84.0
#define BLOCK_HEIGHT 104.0
#define TABLE_X (SGN_LEFT + 262)
#define NOTE_ABOVE 5.0

static json_t *
get_date (const SgnComparisonSheet *self, guint i)
{
  return json_array_get (self->dates, i);
}

static gint64
get_total (const SgnComparisonSheet *self, guint i)
{
  return sgn_json_integer (get_date (self, i), "total", 0);
}

static char *
format_alt (const SgnComparisonSheet *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->n; i++) {
    g_autofree char *date =
      sgn_flow_date (self->flow, sgn_json_string (get_date (self, i), "date"));
    g_autofree char *points = sgn_number_format (get_total (self, i));

    g_ptr_array_add (parts, sgn_flow_format (self->flow, "alt.point", "date",
                                             date != NULL ? date : "", "points", points, NULL));
  }
  list = sgn_comparison_join (self, parts, "alt.separator");
  return sgn_flow_format (self->flow, "alt.total", "list", list, NULL);
}

/* English names of months and two years for one are too long to stand side by side. */
static char *
format_month (const SgnComparisonSheet *self, guint i)
{
  const char *date = sgn_json_string (get_date (self, i), "date");
  char *month = sgn_flow_is_japanese (self->flow) ? sgn_flow_month_in_brackets (self->flow, date)
                                                  : sgn_flow_date_short (self->flow, date);

  return month != NULL ? month : g_strdup ("");
}

static SgnLineChart *
create_chart (const SgnComparisonSheet *self)
{
  json_t *newest = get_date (self, self->n - 1);
  SgnLineChart *chart = sgn_line_chart_new ((int) sgn_json_integer (newest, "max", 100));
  json_t *guide;
  size_t i;

  json_array_foreach (json_object_get (self->json, "guides"), i, guide)
  {
    sgn_line_chart_add_guide (chart, (int) json_integer_value (guide));
  }
  for (guint k = 0; k < self->n; k++) {
    sgn_line_chart_add_point (chart, (double) get_total (self, k),
                              sgn_number_format (get_total (self, k)), format_month (self, k));
  }
  chart->alt = format_alt (self);
  return chart;
}

static void
add_date (const SgnComparisonSheet *self, SgnTable *table, guint i)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  json_t *entry = get_date (self, i);
  gboolean latest = i + 1 == self->n;
  g_autofree char *date = sgn_flow_date_short (self->flow, sgn_json_string (entry, "date"));
  g_autofree char *total = sgn_number_format (get_total (self, i));
  g_autofree char *change =
    i > 0 ? sgn_number_format_change (get_total (self, i) - get_total (self, i - 1))
          : g_strdup (sgn_flow_text (self->flow, "value.none"));
  g_autofree char *unknown =
    sgn_number_format (sgn_json_integer (json_object_get (entry, "counts"), "unknown", 0));

  sgn_row_add_text (row, latest ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, date);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (entry, "edition"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, total);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, change);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, unknown);
}

static SgnTable *
create_table (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 66, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.date"), TRUE },
    { 39, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.edition"), FALSE },
    { 32, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.total"), FALSE },
    { 43, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.change"), FALSE },
    { 52, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.unknown"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));

  table->x = TABLE_X;
  table->width = SGN_RIGHT - TABLE_X;
  for (guint i = 0; i < self->n; i++)
    add_date (self, table, i);
  return table;
}

/* 3回で＋41点。3.1版と4.0版をまたぐ比較のため、… */
static char *
format_finding (const SgnComparisonSheet *self)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *n = g_strdup_printf ("%u", self->n);
  g_autofree char *change =
    sgn_number_format_change (get_total (self, self->n - 1) - get_total (self, 0));
  g_autofree char *sentence =
    sgn_flow_format (self->flow, "total.change", "n", n, "change", change, NULL);
  g_autofree char *list = NULL;
  g_autofree char *other = NULL;
  json_t *edition;
  size_t i;

  json_array_foreach (json_object_get (self->json, "editions"), i, edition)
  {
    g_ptr_array_add (editions, sgn_flow_format (self->flow, "total.edition", "edition",
                                                json_string_value (edition), NULL));
  }
  if (editions->len < 2)
    return g_steal_pointer (&sentence);
  list = sgn_comparison_join (self, editions, "total.edition_separator");
  other = sgn_flow_format (self->flow, "total.editions", "list", list, NULL);
  return g_strconcat (sentence, other, NULL);
}

/* Beside the chart, below the table. */
static void
place_finding (const SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autofree char *text = format_finding (self);
  g_autofree char *joined = sgn_text_join (text);

  flow->y += NOTE_ABOVE;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_flow_lines (flow, SGN_TYPE_NOTE, (SgnPlace){ TABLE_X, 0, 0, 0, 0 }, SGN_RIGHT - TABLE_X,
                  joined);
  sgn_canvas_end (&flow->canvas);
}

void
sgn_comparison_place_totals (SgnComparisonSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnLineChart) chart = NULL;
  g_autoptr (SgnTable) table = NULL;
  double top;

  if (self->n == 0)
    return;
  chart = create_chart (self);
  table = create_table (self);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.total"), NULL, ABOVE, BLOCK_HEIGHT);
  top = flow->y;
  sgn_line_chart_place (chart, &flow->canvas,
                        (SgnRect){ CHART_X, top + CHART_TOP, CHART_WIDTH, CHART_HEIGHT });
  sgn_table_place (table, flow);
  place_finding (self);
  flow->y = MAX (flow->y, top + BLOCK_HEIGHT);
}
