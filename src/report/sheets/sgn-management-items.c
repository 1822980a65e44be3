/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-management-private.h"

#include "sgn-number.h"

#define ROW_PAD 2.9
#define ROW_PAD_EN 2.2
#define ROW_HEIGHT 18.4
#define PARTNER_PAD 4.0
#define PARTNER_HEIGHT 20.4
#define NOTE_BELOW 4.0

/* Nobody has got anywhere with it, or nobody knows. */
static gboolean
needs_action (const json_t *item)
{
  return sgn_mark_needs_action (sgn_assessment_words_mark (item, "mark"));
}

static SgnTable *
create_internal (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean ja = sgn_flow_is_japanese (flow);
  const SgnColumn all[] = {
    { 10, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.no"), FALSE },
    { ja ? 116 : 113, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.question"), TRUE },
    { 30, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.level"), FALSE },
    { 9, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.last"), FALSE },
    { ja ? 9 : 12, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.evidence"), FALSE },
  };
  const SgnColumn first[] = { all[0], all[1], all[2], all[4] };

  return self->previous != NULL ? sgn_table_new (all, G_N_ELEMENTS (all))
                                : sgn_table_new (first, G_N_ELEMENTS (first));
}

static SgnTable *
create_partner (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 11, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.no"), FALSE },
    { 68, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.question"), TRUE },
    { 30, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.level"), FALSE },
    { 65, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.statement"), FALSE },
  };

  return sgn_table_new (columns, G_N_ELEMENTS (columns));
}

static SgnTable *
create_table (const SgnManagementSheet *self)
{
  gboolean partner = sgn_flow_is_partner (self->flow);
  SgnTable *table = partner ? create_partner (self) : create_internal (self);

  table->flowing = TRUE;
  table->pad = partner ? PARTNER_PAD : sgn_flow_is_japanese (self->flow) ? ROW_PAD : ROW_PAD_EN;
  table->min_height = partner ? PARTNER_HEIGHT : ROW_HEIGHT;
  table->continued = sgn_flow_text (self->flow, "continued");
  return table;
}

static void
add_last (SgnRow *row, const json_t *item, const char *key)
{
  gint64 n = sgn_json_integer (item, key, 0);
  g_autofree char *number = sgn_number_format (n);

  sgn_row_add_text (row, SGN_TYPE_NUMBER, n > 0 ? number : "—");
}

/* Where there is no level, the state says why. */
static void
add_level (const SgnManagementSheet *self, SgnRow *row, const json_t *item)
{
  guint level = sgn_management_get_level (item, "level");
  const char *word = sgn_json_string (item, "word");
  g_autofree char *number = sgn_number_format (level);

  if (level > 0)
    sgn_row_add_level (row, SGN_TYPE_NUMBER_BOLD, level, self->levels, number);
  else
    sgn_row_add_state (row, sgn_assessment_words_mark (item, "mark"),
                       word != NULL ? word : sgn_flow_text (self->flow, "state.none"));
}

static void
add_item (const SgnManagementSheet *self, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *statement = sgn_json_string (item, "statement");

  row->action = needs_action (item);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_json_string (item, "question"));
  add_level (self, row, item);
  if (sgn_flow_is_partner (self->flow)) {
    sgn_row_add_text (row, SGN_TYPE_CELL,
                      statement != NULL && *statement != '\0' ? statement : "—");
    return;
  }
  if (self->previous != NULL)
    add_last (row, item, "previous_level");
  add_last (row, item, "evidence");
}

/* (nullable) */
static const json_t *
find_direction (const SgnManagementSheet *self, const char *id)
{
  json_t *each;
  size_t i;

  json_array_foreach (json_object_get (self->json, "directions"), i, each)
  {
    if (g_strcmp0 (sgn_json_string (each, "id"), id) == 0)
      return each;
  }
  return NULL;
}

static char *
format_mean (const SgnManagementSheet *self, const json_t *direction)
{
  const char *mean = sgn_json_string (direction, "mean");
  const char *last = sgn_json_string (direction, "previous_mean");

  if (mean == NULL)
    return g_strdup (sgn_flow_text (self->flow, "mean.none"));
  if (last == NULL)
    return sgn_flow_format (self->flow, "mean.now", "now", mean, NULL);
  return sgn_flow_format (self->flow, "mean.previous", "now", mean, "last", last, NULL);
}

static void
add_group (const SgnManagementSheet *self, SgnTable *table, const json_t *direction)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  const char *number = sgn_json_string (direction, "number");
  const char *title = sgn_json_string (direction, "short");
  g_autofree char *mean = format_mean (self, direction);
  g_autofree char *name =
    sgn_flow_format (self->flow, "direction.name", "number", number != NULL ? number : "", "title",
                     title != NULL ? title : "", NULL);

  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
  sgn_row_add_text (row, SGN_TYPE_GROUP, mean);
}

static SgnTable *
fill_table (const SgnManagementSheet *self)
{
  SgnTable *table = create_table (self);
  const char *before = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    const char *here = sgn_json_string (item, "direction");
    const json_t *direction = g_strcmp0 (here, before) != 0 ? find_direction (self, here) : NULL;

    if (direction != NULL)
      add_group (self, table, direction);
    before = here;
    add_item (self, table, item);
  }
  return table;
}

/* What is left out for partners, or that a high level is no aim in itself: before the table, so
 * that it never stands alone on a last page. */
static void
place_note (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  size_t n = json_array_size (json_object_get (self->json, "items"));
  g_autofree char *number = sgn_number_format ((gint64) n);
  g_autofree char *listed = sgn_flow_format (flow, "partner.listed", "n", number, NULL);
  const char *text = self->whole ? sgn_flow_text (flow, "note.aim")
                     : n > 0     ? listed
                                 : sgn_flow_text (flow, "partner.none_listed");
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_paragraph (flow, SGN_TYPE_ADVICE, joined);
  flow->y += NOTE_BELOW;
}

static char *
format_note (const SgnManagementSheet *self)
{
  size_t n = json_array_size (json_object_get (self->json, "items"));
  g_autofree char *number = sgn_number_format ((gint64) n);

  if (!self->whole)
    return g_strdup (sgn_flow_text (self->flow, "note.statements"));
  return sgn_flow_format (self->flow, "note.items", "n", number, NULL);
}

/* The first page stands alone as a report to the board. */
void
sgn_management_place_items (const SgnManagementSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = fill_table (self);
  g_autofree char *note = format_note (self);
  double keep =
    table->rows->len > 0 ? sgn_table_get_keep (table, flow->canvas.typesetter) : ROW_HEIGHT;

  if (self->whole && flow->canvas.page == 0)
    sgn_flow_break_page (flow);
  sgn_flow_heading (flow,
                    sgn_flow_text (flow, self->whole ? "heading.items" : "heading.statements"),
                    note, SGN_H2_ABOVE, keep);
  place_note (self);
  sgn_table_place (table, flow);
}
