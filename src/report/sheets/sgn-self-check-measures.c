/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define NOTE_ABOVE 6.0
#define ROW_PAD 4.0
#define ROW_HEIGHT 20.4

static SgnTable *
create_table (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 10, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 42, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.item"), TRUE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.state"), FALSE },
    { 96, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.statement"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));

  table->continued = sgn_flow_text (flow, "continued");
  table->pad = ROW_PAD;
  table->min_height = ROW_HEIGHT;
  return table;
}

static void
add_item (const SgnSelfCheckSheet *self, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");
  const char *statement = sgn_json_string (item, "statement");

  row->action = sgn_mark_needs_action (mark);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_json_string (item, "short"));
  sgn_row_add_state (row, mark, sgn_assessment_words_state (self->flow, mark));
  sgn_row_add_text (row, SGN_TYPE_CELL, statement != NULL && *statement != '\0' ? statement : "—");
}

static SgnTable *
fill_table (const SgnSelfCheckSheet *self)
{
  SgnTable *table = create_table (self);
  const char *section = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    const char *here = sgn_json_string (item, "section");
    if (i == 0 || g_strcmp0 (here, section) != 0) {
      g_autofree char *name =
        sgn_self_check_format_section (self, sgn_self_check_find_section (self, here));
      sgn_row_add_text (sgn_table_add_row (table, SGN_ROW_GROUP), SGN_TYPE_GROUP, name);
    }
    section = here;
    add_item (self, table, item);
  }
  return table;
}

static void
place_sentence (const SgnSelfCheckSheet *self, const char *sentence)
{
  g_autofree char *joined = sgn_text_join (sentence);

  sgn_flow_paragraph (self->flow, SGN_TYPE_ADVICE, joined);
}

/* A gap in the numbers proves nothing, and the sheet says so. */
static void
place_notes (const SgnSelfCheckSheet *self)
{
  gint64 not_done = sgn_self_check_count (self, "not-done");
  gint64 unknown = sgn_self_check_count (self, "unknown");
  size_t listed = json_array_size (json_object_get (self->json, "items"));
  g_autofree char *n = g_strdup_printf ("%" G_GSIZE_FORMAT, listed);
  g_autofree char *rest = sgn_number_format (not_done + unknown);
  g_autofree char *first = sgn_number_format (not_done);
  g_autofree char *second = sgn_number_format (unknown);
  g_autofree char *sentence = sgn_flow_format (self->flow, "partner.listed", "n", n, NULL);
  g_autofree char *withheld = sgn_flow_format (self->flow, "partner.unmet_withheld", "n", rest,
                                               "not_done", first, "unknown", second, NULL);

  if (sgn_self_check_lists_unmet (self))
    return;
  self->flow->y += NOTE_ABOVE;
  place_sentence (self, listed > 0 ? sentence : sgn_flow_text (self->flow, "partner.none_listed"));
  if (not_done + unknown > 0)
    place_sentence (self, withheld);
}

void
sgn_self_check_place_measures (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = fill_table (self);

  sgn_flow_heading (flow,
                    sgn_flow_text (flow, sgn_self_check_lists_unmet (self) ? "heading.items"
                                                                           : "heading.measures"),
                    sgn_flow_text (flow, "note.statements"), SGN_H2_ABOVE_DENSE,
                    table->rows->len > 0 ? sgn_table_get_keep (table, flow->canvas.typesetter)
                                         : 20);
  sgn_table_place (table, flow);
  place_notes (self);
}
