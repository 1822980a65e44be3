/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-management-private.h"

#include "sgn-chart.h"
#include "sgn-number.h"

#include <math.h>

#define RADAR_Y 94.0
#define RADAR_RADIUS 66.0
#define RADAR_HEIGHT 176.0
#define RADAR_MIN_AXES 4
#define LEVELS_TITLE 16.0
#define LEVELS_PAD 3.0
#define LEVELS_ROW 19.6
#define LEGEND_ABOVE 4.0
#define LEGEND_HEIGHT 12.0
#define LEGEND_LINE 22.0
#define LEGEND_GAP 16.0
#define DOT 2.1
#define SQUARE 3.2
#define ROW_PAD 3.6
#define ROW_HEIGHT 19.8
#define TIGHT_PAD 2.2
#define TIGHT_HEIGHT 17.0
/* Below this mean a direction is one to begin with. */
#define LOW_TENTHS 20

static const char *const rings[] = { "1", "", "3", "", "5", NULL };

/* Where the radar and the table beside it stand: Japanese labels are longer. */
static double
get_radar_x (const SgnManagementSheet *self)
{
  return SGN_LEFT + (sgn_flow_is_japanese (self->flow) ? 122 : 114);
}

static double
get_levels_x (const SgnManagementSheet *self)
{
  return SGN_LEFT + (sgn_flow_is_japanese (self->flow) ? 260 : 232);
}

/* A mean as printed, in tenths; -1 when there is none. */
static int
get_tenths (const json_t *direction, const char *key)
{
  const char *mean = sgn_json_string (direction, key);

  return mean != NULL ? (int) floor (g_ascii_strtod (mean, NULL) * 10 + 0.5) : -1;
}

/* As a share of the highest level. */
static int
get_percent (const SgnManagementSheet *self, const json_t *direction, const char *key)
{
  int tenths = get_tenths (direction, key);

  return tenths < 0 ? -1 : tenths * 10 / (int) MAX (self->levels, 1);
}

static const char *
get_mean (const json_t *direction, const char *key)
{
  const char *mean = sgn_json_string (direction, key);

  return mean != NULL ? mean : "—";
}

static char *
format_alt (const SgnManagementSheet *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  json_t *each;
  size_t i;

  json_array_foreach (json_object_get (self->json, "directions"), i, each)
  {
    const char *key = self->previous != NULL ? "alt.direction_previous" : "alt.direction";
    const char *title = sgn_json_string (each, "short");

    g_ptr_array_add (parts, sgn_flow_format (self->flow, key, "title", title != NULL ? title : "",
                                             "now", get_mean (each, "mean"), "last",
                                             get_mean (each, "previous_mean"), NULL));
  }
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (sgn_flow_text (self->flow, "alt.separator"), (char **) parts->pdata);
  return sgn_flow_format (self->flow, "alt.directions", "list", list, NULL);
}

static SgnRadarChart *
create_radar (const SgnManagementSheet *self)
{
  SgnRadarChart *radar = sgn_radar_chart_new ();
  json_t *each;
  size_t i;

  radar->rings = rings;
  json_array_foreach (json_object_get (self->json, "directions"), i, each)
    sgn_radar_chart_add_axis (radar, sgn_assessment_words_axis (self->flow, each, i),
                              get_percent (self, each, "mean"),
                              get_percent (self, each, "previous_mean"));
  radar->alt = format_alt (self);
  return radar;
}

/* A number of questions now and last time; @last -1: last time has no such number. */
static void
add_count (const SgnManagementSheet *self,
           SgnTable *table,
           const char *level,
           const char *means,
           gint64 now,
           gint64 last)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *count = sgn_number_format (now);
  g_autofree char *before = sgn_number_format (last);

  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, level);
  sgn_row_add_text (row, SGN_TYPE_CELL, means);
  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, count);
  if (self->previous != NULL)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, last >= 0 ? before : "—");
}

/* わからない and 未回答 only where there are any. */
static void
add_rest (const SgnManagementSheet *self, SgnTable *table, const char *key, const char *words)
{
  gint64 n = sgn_json_integer (self->json, key, 0);

  if (n > 0)
    add_count (self, table, "—", sgn_flow_text (self->flow, words), n, -1);
}

static SgnTable *
create_levels (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 28, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.level"), FALSE },
    { 149, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.means"), TRUE },
    { 28, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.now"), FALSE },
    { 28, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.last"), FALSE },
  };
  const SgnColumn first[] = {
    columns[0],
    columns[1],
    { 46, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.count"), FALSE },
  };
  SgnTable *table = self->previous != NULL ? sgn_table_new (columns, G_N_ELEMENTS (columns))
                                           : sgn_table_new (first, G_N_ELEMENTS (first));
  json_t *each;
  size_t i;

  table->pad = LEVELS_PAD;
  table->min_height = LEVELS_ROW;
  json_array_foreach (json_object_get (self->json, "levels"), i, each)
  {
    g_autofree char *level = sgn_number_format (sgn_json_integer (each, "level", 0));

    add_count (self, table, level, sgn_json_string (each, "means"),
               sgn_json_integer (each, "count", 0), sgn_json_integer (each, "previous_count", -1));
  }
  add_rest (self, table, "unknown", "state.unknown");
  add_rest (self, table, "not_answered", "state.none");
  return table;
}

static double
place_word (const SgnManagementSheet *self, double x, const char *key)
{
  return x + sgn_canvas_text (&self->flow->canvas, SGN_TYPE_NOTE,
                              (SgnPlace){ x, self->flow->y, 0, LEGEND_HEIGHT, 0 },
                              sgn_flow_text (self->flow, key));
}

/* Which line of the radar is which. */
static void
place_legend (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  SgnCanvas *canvas = &flow->canvas;
  double y = flow->y + LEGEND_HEIGHT / 2;
  double x = get_levels_x (self);

  sgn_canvas_begin (canvas, SGN_TAG_P);
  sgn_canvas_line (canvas, (SgnRect){ x, y, LEGEND_LINE, 0 },
                   (SgnPen){ 1.7, SGN_COLOUR_ACCENT, 0, 0 });
  sgn_canvas_circle (canvas, (SgnPoint){ x + LEGEND_LINE / 2, y }, DOT, SGN_COLOUR_ACCENT,
                     SGN_INK (0));
  x = place_word (self, x + LEGEND_LINE + 5, "legend.now") + LEGEND_GAP;
  sgn_canvas_line (canvas, (SgnRect){ x, y, LEGEND_LINE, 0 },
                   (SgnPen){ 0.9, SGN_COLOUR_INK, 3.2, 2 });
  sgn_canvas_rect (canvas,
                   (SgnRect){ x + (LEGEND_LINE - SQUARE) / 2, y - SQUARE / 2, SQUARE, SQUARE },
                   SGN_COLOUR_WHITE, SGN_INK (0.9));
  place_word (self, x + LEGEND_LINE + 5, "legend.last");
  sgn_canvas_end (canvas);
  flow->y += LEGEND_HEIGHT;
}

/* The table beside the radar, with its title. */
static void
place_beside (const SgnManagementSheet *self, SgnTable *table)
{
  SgnFlow *flow = self->flow;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_GROUP,
                   (SgnPlace){ get_levels_x (self), flow->y, SGN_ALIGN_LEFT, 0, 0 },
                   sgn_flow_text (flow, "levels.title"));
  sgn_canvas_end (&flow->canvas);
  flow->y += LEVELS_TITLE;
  sgn_table_place (table, flow);
  if (self->previous == NULL)
    return;
  flow->y += LEGEND_ABOVE;
  place_legend (self);
}

static char *
format_note (const SgnManagementSheet *self)
{
  g_autofree char *month =
    sgn_flow_month_in_brackets (self->flow, sgn_json_string (self->previous, "date"));

  if (!self->whole)
    return NULL;
  if (month == NULL)
    return g_strdup (sgn_flow_text (self->flow, "note.mean"));
  return sgn_flow_format (self->flow, "note.mean_previous", "month", month, NULL);
}

void
sgn_management_place_levels (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (json_object_get (self->json, "directions"));
  g_autoptr (SgnRadarChart) radar = create_radar (self);
  g_autoptr (SgnTable) table = create_levels (self);
  g_autofree char *note = format_note (self);
  const char *heading = sgn_flow_text (flow, self->whole ? "heading.levels" : "heading.counts");
  double top;

  if (n < RADAR_MIN_AXES) {
    sgn_flow_heading (flow, heading, note, SGN_H2_ABOVE,
                      sgn_table_get_keep (table, flow->canvas.typesetter));
    sgn_table_place (table, flow);
    return;
  }
  table->x = get_levels_x (self);
  table->width = SGN_RIGHT - table->x;
  sgn_flow_heading (flow, heading, note, SGN_H2_ABOVE, RADAR_HEIGHT);
  top = flow->y;
  sgn_radar_chart_place (radar, &flow->canvas, (SgnPoint){ get_radar_x (self), top + RADAR_Y },
                         RADAR_RADIUS);
  place_beside (self, table);
  flow->y = MAX (flow->y, top + RADAR_HEIGHT);
}

static void
add_means (const SgnManagementSheet *self, SgnRow *row, const json_t *direction)
{
  int now = get_tenths (direction, "mean");
  int last = get_tenths (direction, "previous_mean");
  g_autofree char *change = sgn_number_format_tenths (now - last);

  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, get_mean (direction, "mean"));
  if (self->previous == NULL)
    return;
  sgn_row_add_text (row, SGN_TYPE_NUMBER, get_mean (direction, "previous_mean"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER, now >= 0 && last >= 0 ? change : "—");
}

static void
add_direction (const SgnManagementSheet *self, SgnTable *table, const json_t *direction)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  guint level = sgn_management_get_level (direction, "level");
  g_autofree char *number = sgn_number_format (level);
  g_autofree char *alt = level > 0
                           ? sgn_flow_format (self->flow, "alt.level", "level", number, NULL)
                           : g_strdup (sgn_flow_text (self->flow, "alt.no_level"));
  g_autofree char *low = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                          sgn_json_integer (direction, "low", 0),
                                          sgn_json_integer (direction, "questions", 0));
  int tenths = get_tenths (direction, "mean");

  row->action = tenths >= 0 && tenths < LOW_TENTHS;
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (direction, "number"));
  sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_json_string (direction,
                                     sgn_flow_is_japanese (self->flow) ? "title" : "short"));
  sgn_row_add_steps (row, level, self->levels, alt);
  add_means (self, row, direction);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, low);
}

static SgnTable *
create_table (const SgnManagementSheet *self, gboolean tight)
{
  SgnFlow *flow = self->flow;
  const SgnColumn all[] = {
    { 10, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 90, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.direction"), TRUE },
    { 30, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.level"), FALSE },
    { 10, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.now"), FALSE },
    { 10, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.last"), FALSE },
    { 11, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.change"), FALSE },
    { 13, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.low"), FALSE },
  };
  const SgnColumn first[] = { all[0], all[1], all[2], all[3], all[6] };
  SgnTable *table = self->previous != NULL ? sgn_table_new (all, G_N_ELEMENTS (all))
                                           : sgn_table_new (first, G_N_ELEMENTS (first));
  json_t *each;
  size_t i;

  table->pad = tight ? TIGHT_PAD : ROW_PAD;
  table->min_height = tight ? TIGHT_HEIGHT : ROW_HEIGHT;
  json_array_foreach (json_object_get (self->json, "directions"), i, each)
    add_direction (self, table, each);
  return table;
}

/* Closer rows where that keeps all of it on the first page, which is for the board. */
void
sgn_management_place_directions (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self, FALSE);
  double above = SGN_H2_ABOVE;

  if (above + SGN_H2_HEIGHT + sgn_table_get_height (table, flow->canvas.typesetter) >
      sgn_flow_get_room (flow)) {
    g_clear_pointer (&table, sgn_table_free);
    table = create_table (self, TRUE);
    above = SGN_H2_ABOVE_TIGHT;
  }
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.directions"),
                    sgn_flow_text (flow, "note.steps"), above,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
