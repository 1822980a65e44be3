/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define PART_ROW 22.0
#define PART_HEAD 16.0

/* (nullable): the note at the right of the heading: what last time was. */
static char *
format_previous (const SgnSelfCheckSheet *self)
{
  const char *edition = sgn_json_string (self->previous, "edition");
  const char *now = sgn_json_string (json_object_get (self->json, "catalogue"), "edition");
  g_autofree char *date = sgn_self_check_format_previous_date (self);

  if (self->previous == NULL)
    return g_strdup (sgn_flow_text (self->flow, "note.no_previous"));
  if (g_strcmp0 (edition, now) == 0)
    return sgn_flow_format (self->flow, "note.previous", "date", date, NULL);
  return sgn_flow_format (self->flow, "note.previous_edition", "date", date, "edition", edition,
                          NULL);
}

static char *
format_alt (const SgnSelfCheckSheet *self, const json_t *section)
{
  g_autofree char *part = sgn_self_check_format_section (self, section);
  g_autofree char *points = sgn_number_format (sgn_json_integer (section, "total", 0));
  g_autofree char *max = sgn_number_format (sgn_json_integer (section, "max", 0));
  g_autofree char *last = sgn_number_format (sgn_json_integer (section, "previous_total", 0));

  if (!json_is_integer (json_object_get (section, "previous_total")))
    return sgn_flow_format (self->flow, "alt.part", "part", part, "points", points, "max", max,
                            NULL);
  return sgn_flow_format (self->flow, "alt.part_previous", "part", part, "points", points, "max",
                          max, "last", last, NULL);
}

static void
add_bars (const SgnSelfCheckSheet *self, SgnRow *row, const json_t *section)
{
  double max = (double) MAX (sgn_json_integer (section, "max", 1), 1);
  gboolean compared = json_is_integer (json_object_get (section, "previous_total"));
  double last = (double) MAX (sgn_json_integer (section, "previous_total", 0), 0) / max;
  g_autofree char *alt = format_alt (self, section);

  sgn_row_add_bars (row, (double) sgn_json_integer (section, "total", 0) / max,
                    compared ? last : -1, alt);
}

static void
add_points (const SgnSelfCheckSheet *self, SgnRow *row, gint64 total, gint64 max)
{
  g_autofree char *points = sgn_number_format (total);
  g_autofree char *of = sgn_number_format (max);
  g_autofree char *text =
    sgn_flow_format (self->flow, "part.points", "points", points, "max", of, NULL);

  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, text);
}

static void
add_number (SgnRow *row, SgnType type, gint64 number)
{
  g_autofree char *text = sgn_number_format (number);

  sgn_row_add_text (row, type, text);
}

/* What cannot be compared prints the sign for nothing. */
static void
add_last (SgnRow *row, const json_t *section)
{
  if (json_is_integer (json_object_get (section, "previous_total")))
    add_number (row, SGN_TYPE_NUMBER, sgn_json_integer (section, "previous_total", 0));
  else
    sgn_row_add_text (row, SGN_TYPE_NUMBER, "—");
}

static void
add_change (SgnRow *row, const json_t *section)
{
  gint64 now = sgn_json_integer (section, "total", 0);
  gint64 last = sgn_json_integer (section, "previous_total", 0);
  g_autofree char *change = sgn_number_format_change (now - last);
  gboolean compared = json_is_integer (json_object_get (section, "previous_total"));

  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, compared ? change : "—");
}

static SgnTable *
create_internal_table (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 137, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.part"), TRUE },
    { 202, SGN_ALIGN_LEFT, "", FALSE },
    { 56, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.now_max"), FALSE },
    { 52, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.last"), FALSE },
    { 46.2, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.change"), FALSE },
  };
  gboolean compared = self->previous != NULL;
  SgnTable *table = sgn_table_new (columns, compared ? 5 : 3);
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    g_autofree char *name = sgn_self_check_format_section (self, section);

    sgn_row_add_text (row, SGN_TYPE_PART, name);
    add_bars (self, row, section);
    add_points (self, row, sgn_json_integer (section, "total", 0),
                sgn_json_integer (section, "max", 0));
    if (compared) {
      add_last (row, section);
      add_change (row, section);
    }
  }
  return table;
}

static gint64
get_count (const json_t *section, const char *mark)
{
  return sgn_json_integer (json_object_get (section, "counts"), mark, 0);
}

/* The counts that partners see; @total: (nullable) instead of one part all of them. */
static void
add_counts (const SgnSelfCheckSheet *self, SgnRow *row, const json_t *section, SgnType type)
{
  const json_t *source = section != NULL ? section : self->score;

  add_number (row, type, get_count (source, "done"));
  add_number (row, type, get_count (source, "partial"));
  add_number (row, type, get_count (source, "not-done") + get_count (source, "unknown"));
  if (get_count (self->score, "not-applicable") > 0)
    add_number (row, type, get_count (source, "not-applicable"));
  if (get_count (self->score, "none") > 0)
    add_number (row, type, get_count (source, "none"));
}

static void
add_partner_total (const SgnSelfCheckSheet *self, SgnTable *table)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);

  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_flow_text (self->flow, "table.total"));
  sgn_row_add_text (row, SGN_TYPE_CELL, "");
  add_points (self, row, sgn_json_integer (self->score, "total", 0),
              sgn_json_integer (self->score, "max", 0));
  if (self->previous != NULL)
    add_number (row, SGN_TYPE_NUMBER, sgn_json_integer (self->previous, "total", 0));
  add_counts (self, row, NULL, SGN_TYPE_NUMBER_BOLD);
}

static void
add_column (GArray *columns, double width, const char *head)
{
  SgnColumn column = { width, SGN_ALIGN_RIGHT, head, FALSE };

  g_array_append_val (columns, column);
}

static GArray *
list_partner_columns (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  const SgnColumn first[] = {
    { 52, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.part"), TRUE },
    { 46, SGN_ALIGN_LEFT, "", FALSE },
  };

  g_array_append_vals (columns, first, G_N_ELEMENTS (first));
  add_column (columns, 20, sgn_flow_text (flow, "table.now_max"));
  if (self->previous != NULL)
    add_column (columns, 13, sgn_flow_text (flow, "table.last"));
  add_column (columns, 13, sgn_flow_text (flow, "table.done"));
  add_column (columns, 13, sgn_flow_text (flow, "table.partial"));
  add_column (columns, sgn_flow_is_japanese (flow) ? 17 : 22, sgn_flow_text (flow, "table.open"));
  if (get_count (self->score, "not-applicable") > 0)
    add_column (columns, 16, sgn_flow_text (flow, "table.not_applicable"));
  if (get_count (self->score, "none") > 0)
    add_column (columns, 14, sgn_flow_text (flow, "table.not_answered"));
  return columns;
}

static SgnTable *
create_partner_table (const SgnSelfCheckSheet *self)
{
  g_autoptr (GArray) columns = list_partner_columns (self);
  SgnTable *table = sgn_table_new ((const SgnColumn *) (void *) columns->data, columns->len);
  json_t *section;
  size_t i;

  json_array_foreach (json_object_get (self->json, "sections"), i, section)
  {
    SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    g_autofree char *name = sgn_self_check_format_section (self, section);

    sgn_row_add_text (row, SGN_TYPE_GROUP, name);
    add_bars (self, row, section);
    add_points (self, row, sgn_json_integer (section, "total", 0),
                sgn_json_integer (section, "max", 0));
    if (self->previous != NULL)
      add_last (row, section);
    add_counts (self, row, section, SGN_TYPE_NUMBER);
  }
  add_partner_total (self, table);
  return table;
}

void
sgn_self_check_place_parts (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean partner = sgn_flow_is_partner (flow);
  g_autoptr (SgnTable) table = partner ? create_partner_table (self) : create_internal_table (self);
  g_autofree char *note = format_previous (self);

  table->min_height = PART_ROW;
  table->head_height = partner ? table->head_height : PART_HEAD;
  sgn_table_set_legend (table, 1, sgn_flow_text (flow, "legend.now"),
                        self->previous != NULL ? sgn_flow_text (flow, "legend.last") : NULL);
  sgn_flow_heading (flow, sgn_flow_text (flow, partner ? "heading.parts_partner" : "heading.parts"),
                    note,
                    sgn_self_check_get_above (self, partner ? SGN_H2_ABOVE_DENSE : SGN_H2_ABOVE),
                    sgn_table_get_height (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
