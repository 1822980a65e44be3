/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-calendar-private.h"

#include "sgn-number.h"
#include "sgn-table.h"

#define ROW_PAD 3.4
#define ROW_HEIGHT 19.4

static guint
count_rhythm (const SgnCalendar *self, const char *rhythm)
{
  json_t *each;
  size_t i;
  guint n = 0;

  json_array_foreach (json_object_get (self->json, "duties"), i, each) n +=
    g_strcmp0 (sgn_json_string (each, "rhythm"), rhythm) == 0;
  return n;
}

static void
add_group (const SgnCalendar *self, SgnTable *table, const json_t *duty)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *n = sgn_number_format (count_rhythm (self, sgn_json_string (duty, "rhythm")));
  g_autofree char *words = sgn_flow_format (self->flow, "month.count", "n", n, NULL);

  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_json_string (duty, "how_often"));
  sgn_row_add_text (row, SGN_TYPE_GROUP, words);
}

static void
add_duty (const SgnCalendar *self, SgnTable *table, const json_t *duty)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *last = sgn_flow_date_short (self->flow, sgn_json_string (duty, "last"));

  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (duty, "subject"));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (duty, "title"));
  sgn_row_add_text (row, SGN_TYPE_NUMBER, last);
}

static SgnTable *
create_table (const SgnCalendar *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.items"), FALSE },
    { 118, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.title"), TRUE },
    { 30, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.last"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  const char *before = NULL;
  json_t *duty;
  size_t i;

  table->pad = ROW_PAD;
  table->min_height = ROW_HEIGHT;
  table->continued = sgn_flow_text (flow, "continued");
  json_array_foreach (json_object_get (self->json, "duties"), i, duty)
  {
    const char *rhythm = sgn_json_string (duty, "rhythm");

    if (sgn_json_string (duty, "next") != NULL)
      continue;
    if (g_strcmp0 (rhythm, before) != 0)
      add_group (self, table, duty);
    before = rhythm;
    add_duty (self, table, duty);
  }
  return table;
}

void
sgn_calendar_place_occasions (const SgnCalendar *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self);

  if (table->rows->len == 0)
    return;
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.occasions"),
                    sgn_flow_text (flow, "note.occasions"), SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
