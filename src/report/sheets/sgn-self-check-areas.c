/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define RADAR_X (SGN_LEFT + 112)
#define RADAR_Y 84.0
#define RADAR_RADIUS 60.0
#define RADAR_HEIGHT 165.0
#define RADAR_MIN_AXES 4
#define TABLE_X 288.6
#define TABLE_TOP 3.3
#define TABLE_HEAD 16.0
#define TABLE_ROW 17.45
#define TABLE_PAD 2.4
#define NUMBERED 10

static int
get_percent (const json_t *area, const char *key)
{
  return (int) sgn_json_integer (area, key, -1);
}

static char *
format_alt_area (const SgnSelfCheckSheet *self, const json_t *area)
{
  const char *title = sgn_json_string (area, "title");
  int last = get_percent (area, "previous_percent");
  g_autofree char *now = sgn_number_format (MAX (get_percent (area, "percent"), 0));
  g_autofree char *before = sgn_number_format (last);

  if (last < 0)
    return sgn_flow_format (self->flow, "alt.area", "area", title, "now", now, NULL);
  return sgn_flow_format (self->flow, "alt.area_previous", "area", title, "now", now, "last",
                          before, NULL);
}

static char *
format_alt (const SgnSelfCheckSheet *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  json_t *area;
  size_t i;

  json_array_foreach (json_object_get (self->json, "areas"), i, area)
    g_ptr_array_add (parts, format_alt_area (self, area));
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (sgn_flow_text (self->flow, "alt.separator"), (char **) parts->pdata);
  return sgn_flow_format (self->flow, "alt.areas", "list", list, NULL);
}

static SgnRadarChart *
create_radar (const SgnSelfCheckSheet *self)
{
  SgnRadarChart *radar = sgn_radar_chart_new ();
  json_t *area;
  size_t i;

  json_array_foreach (json_object_get (self->json, "areas"), i, area)
    sgn_radar_chart_add_axis (radar, sgn_assessment_words_axis (self->flow, area, i),
                              get_percent (area, "percent"),
                              get_percent (area, "previous_percent"));
  radar->alt = format_alt (self);
  return radar;
}

static void
add_percent (SgnRow *row, SgnType type, int percent)
{
  g_autofree char *text = sgn_number_format (percent);

  sgn_row_add_text (row, type, percent >= 0 ? text : "—");
}

/* The difference of the two numbers as printed, so that a reader can work it out again. */
static void
add_change (SgnRow *row, const json_t *area)
{
  int now = get_percent (area, "percent");
  int last = get_percent (area, "previous_percent");
  g_autofree char *change = sgn_number_format_change (now - last);

  sgn_row_add_text (row, SGN_TYPE_NUMBER, now >= 0 && last >= 0 ? change : "—");
}

static void
add_row (const SgnSelfCheckSheet *self, SgnTable *table, const json_t *area, size_t i)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *title = sgn_json_string (area, "title");
  g_autofree char *sign = sgn_assessment_words_sign (self->flow, i);
  g_autofree char *name =
    sgn_flow_format (self->flow, "area.name", "mark", sign, "title", title, NULL);
  g_autofree char *total = sgn_number_format (sgn_json_integer (area, "total", 0));
  g_autofree char *points =
    g_strdup_printf ("%s/%" G_GINT64_FORMAT, total, sgn_json_integer (area, "max", 0));

  sgn_row_add_text (row, SGN_TYPE_CELL, name);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, points);
  add_percent (row, SGN_TYPE_NUMBER_BOLD, get_percent (area, "percent"));
  if (self->previous == NULL)
    return;
  add_percent (row, SGN_TYPE_NUMBER, get_percent (area, "previous_percent"));
  add_change (row, area);
}

static SgnTable *
create_table (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 104, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.area"), TRUE },
    { 40.2, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.points"), FALSE },
    { 32, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.now"), FALSE },
    { 43, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.last"), FALSE },
    { 42, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.change_short"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, self->previous != NULL ? 5 : 3);
  json_t *area;
  size_t i;

  table->head_height = TABLE_HEAD;
  table->min_height = TABLE_ROW;
  table->pad = TABLE_PAD;
  json_array_foreach (json_object_get (self->json, "areas"), i, area)
    add_row (self, table, area, i);
  return table;
}

static char *
format_note (const SgnSelfCheckSheet *self, size_t n)
{
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *key = g_strconcat ("count.", number, NULL);
  const char *count = n >= 1 && n <= NUMBERED ? sgn_flow_text (self->flow, key) : number;

  return sgn_flow_format (self->flow, "note.areas", "n", number, "count", count, NULL);
}

void
sgn_self_check_place_areas (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (json_object_get (self->json, "areas"));
  g_autoptr (SgnRadarChart) radar = create_radar (self);
  g_autoptr (SgnTable) table = create_table (self);
  g_autofree char *note = format_note (self, n);
  gboolean has_radar = n >= RADAR_MIN_AXES;
  double keep, top;

  if (n == 0)
    return;
  if (has_radar) {
    table->x = TABLE_X;
    table->width = SGN_RIGHT - TABLE_X;
  }
  keep = TABLE_TOP + sgn_table_get_height (table, flow->canvas.typesetter);
  keep = has_radar ? MAX (RADAR_HEIGHT, keep) : keep;
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.areas"), note,
                    sgn_self_check_get_above (self, SGN_H2_ABOVE_DENSE + 1), keep);
  top = flow->y;
  if (has_radar)
    sgn_radar_chart_place (radar, &flow->canvas, (SgnPoint){ RADAR_X, top + RADAR_Y },
                           RADAR_RADIUS);
  flow->y = top + TABLE_TOP;
  sgn_table_place (table, flow);
  flow->y = MAX (flow->y, top + keep);
}
