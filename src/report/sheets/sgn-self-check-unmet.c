/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-self-check-private.h"

#define REVIEW_WIDTH 22.0

static gboolean
is_unmet (const json_t *item)
{
  return sgn_mark_needs_action (sgn_assessment_words_mark (item, "mark"));
}

/* A column of review dates appears only when there is one to print. */
static gboolean
has_review (const SgnSelfCheckSheet *self)
{
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    if (is_unmet (item) && sgn_json_string (item, "next_review") != NULL)
      return TRUE;
  }
  return FALSE;
}

static SgnTable *
create_table (const SgnSelfCheckSheet *self, gboolean review)
{
  SgnFlow *flow = self->flow;
  double answer = sgn_flow_is_japanese (flow) ? 24 : 26;
  double rest = 174 - 8 - 36 - answer - (review ? REVIEW_WIDTH : 0);
  const SgnColumn columns[] = {
    { 8, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 36, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.item"), TRUE },
    { answer, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.answer"), FALSE },
    { rest, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.next"), FALSE },
    { REVIEW_WIDTH, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.review"), FALSE },
  };

  return sgn_table_new (columns, review ? 5 : 4);
}

static void
add_item (const SgnSelfCheckSheet *self, SgnTable *table, const json_t *item, gboolean review)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");
  g_autofree char *date = sgn_flow_date_short (self->flow, sgn_json_string (item, "next_review"));

  row->action = TRUE;
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL_BOLD, sgn_json_string (item, "short"));
  sgn_row_add_state (row, mark, sgn_assessment_words_state (self->flow, mark));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "action"));
  if (review)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, date != NULL ? date : "—");
}

void
sgn_self_check_place_unmet (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  const char *title = sgn_flow_text (flow, "heading.unmet");
  gboolean review = has_review (self);
  g_autoptr (SgnTable) table = create_table (self, review);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    if (is_unmet (item))
      add_item (self, table, item, review);
  }
  /* A heading for nothing would often stand alone on the last page. */
  if (table->rows->len == 0) {
    flow->y += SGN_NOTE_ABOVE;
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "unmet.none"));
    return;
  }
  sgn_flow_heading (flow, title, sgn_flow_text (flow, "note.bar"), SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
