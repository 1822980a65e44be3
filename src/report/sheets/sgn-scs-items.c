/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-scs-private.h"

#define STATES_BELOW 4.0
#define OPEN_ABOVE 12.0

static SgnTable *
create_table (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean japanese = sgn_flow_is_japanese (flow);
  gboolean partner = sgn_flow_is_partner (flow);
  const SgnColumn internal[] = {
    { 17, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.no"), FALSE },
    { japanese ? 75 : 73, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.criterion"), TRUE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.result"), FALSE },
    { japanese ? 46 : 45, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.note"), FALSE },
    { japanese ? 10 : 13, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.evidence"), FALSE },
  };
  const SgnColumn outside[] = {
    internal[0],
    { 64, SGN_ALIGN_LEFT, internal[1].head, TRUE },
    internal[2],
    { 67, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.statement"), FALSE },
  };
  SgnTable *table = partner ? sgn_table_new (outside, G_N_ELEMENTS (outside))
                            : sgn_table_new (internal, G_N_ELEMENTS (internal));

  table->continued = sgn_flow_text (flow, "continued");
  table->flowing = TRUE;
  return table;
}

static const json_t *
find_group (const SgnScsSheet *self, const char *id)
{
  json_t *group;
  size_t i;

  json_array_foreach (json_object_get (self->json, "groups"), i, group)
  {
    if (g_strcmp0 (sgn_json_string (group, "id"), id) == 0)
      return group;
  }
  return NULL;
}

static void
add_group (const SgnScsSheet *self, SgnTable *table, const char *id)
{
  const json_t *group = find_group (self, id);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *name =
    sgn_flow_format (self->flow, "group.name", "number", sgn_json_string (group, "number"), "title",
                     sgn_json_string (group, "title"), NULL);

  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
  if (self->whole) {
    g_autofree char *share = sgn_scs_format_share (self, sgn_json_integer (group, "met", 0),
                                                   sgn_json_integer (group, "criteria", 0));
    sgn_row_add_text (row, SGN_TYPE_GROUP, share);
  }
}

static void
append_look (const SgnScsSheet *self,
             GString *looks,
             const char *key,
             const char *date,
             const char *name)
{
  g_autofree char *day = sgn_flow_date_short (self->flow, date);
  g_autofree char *look = sgn_flow_format (self->flow, key, "date", day != NULL ? day : "", "name",
                                           name != NULL ? name : "", NULL);

  g_strstrip (look);
  g_string_append_printf (looks, "%s%s", looks->len > 0 ? "\n" : "", look);
}

/* (nullable): who else has looked at the answer */
static char *
format_looks (const SgnScsSheet *self, const json_t *item)
{
  const char *reviewed = sgn_json_string (item, "reviewed_on");
  const char *expert = sgn_json_string (item, "expert");
  GString *looks = g_string_new (NULL);

  if (reviewed != NULL)
    append_look (self, looks, "look.reviewed", reviewed,
                 sgn_json_string (json_object_get (item, "reviewed_by"), "name"));
  if (expert != NULL)
    append_look (self, looks, g_str_equal (expert, "seen") ? "look.seen" : "look.asked",
                 sgn_json_string (item, "expert_on"), sgn_json_string (item, "expert_name"));
  return g_string_free (looks, looks->len == 0);
}

/* (nullable): the note, with the site whose answer it is where the sites differ */
static char *
format_note (const SgnScsSheet *self, const json_t *item)
{
  const char *note = sgn_json_string (item, "note");
  const char *site = sgn_json_string (item, "site");

  if (site == NULL || note == NULL)
    return g_strdup (site != NULL ? site : note);
  return sgn_flow_format (self->flow, "sites.note", "site", site, "note", note, NULL);
}

static void
add_ground (const SgnScsSheet *self, SgnRow *row, const json_t *item)
{
  gint64 n = sgn_json_integer (item, "evidence", 0);
  g_autofree char *note = format_note (self, item);
  g_autofree char *looks = format_looks (self, item);
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *count = sgn_flow_format (self->flow, "evidence.count", "n", number, NULL);

  if (note == NULL || *note == '\0')
    sgn_row_add_text (row, looks != NULL ? SGN_TYPE_NOTE : SGN_TYPE_CELL, looks);
  else if (looks == NULL)
    sgn_row_add_text (row, SGN_TYPE_CELL, note);
  else
    sgn_row_add_pair (row, SGN_TYPE_CELL, note, SGN_TYPE_NOTE, looks);
  if (n > 0)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, count);
  else
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_flow_text (self->flow, "evidence.none"));
}

static void
add_item (const SgnScsSheet *self, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");
  const char *statement = sgn_json_string (item, "statement");

  row->action = sgn_mark_needs_action (mark);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "question"));
  sgn_row_add_state (row, mark, sgn_assessment_words_state (self->flow, mark));
  if (sgn_flow_is_partner (self->flow))
    sgn_row_add_text (row, SGN_TYPE_CELL, statement != NULL ? statement : "—");
  else
    add_ground (self, row, item);
}

static SgnTable *
fill_table (const SgnScsSheet *self)
{
  SgnTable *table = create_table (self);
  const char *group = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    const char *here = sgn_json_string (item, "group");

    if (g_strcmp0 (here, group) != 0)
      add_group (self, table, here);
    group = here;
    add_item (self, table, item);
  }
  return table;
}

/* Four things that are told apart: answered, proved, reviewed, seen by an expert. */
static void
place_states (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  json_t *states = json_object_get (self->json, "states");
  g_autofree char *n = sgn_number_format (sgn_json_integer (self->json, "criteria", 0));
  g_autofree char *answered = sgn_number_format (sgn_json_integer (self->json, "answered", 0));
  g_autofree char *evidence = sgn_number_format (sgn_json_integer (states, "with_evidence", 0));
  g_autofree char *reviewed = sgn_number_format (sgn_json_integer (states, "reviewed", 0));
  g_autofree char *asked = sgn_number_format (sgn_json_integer (states, "expert_asked", 0));
  g_autofree char *seen = sgn_number_format (sgn_json_integer (states, "expert_seen", 0));
  g_autofree char *line =
    sgn_flow_format (flow, "states", "answered", answered, "n", n, "evidence", evidence, "reviewed",
                     reviewed, "asked", asked, "seen", seen, NULL);

  sgn_flow_paragraph (flow, SGN_TYPE_KEY_BOLD, line);
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "states.note"));
  flow->y += STATES_BELOW;
}

/* A gap in the numbers proves nothing, and the sheet says so. */
static void
place_listed (const SgnScsSheet *self)
{
  gint64 n = (gint64) json_array_size (json_object_get (self->json, "items"));
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *sentence = n > 0
                                ? sgn_flow_format (self->flow, "partner.listed", "n", number, NULL)
                                : g_strdup (sgn_flow_text (self->flow, "partner.none_listed"));
  g_autofree char *joined = sgn_text_join (sentence);

  sgn_flow_paragraph (self->flow, SGN_TYPE_ADVICE, joined);
  self->flow->y += STATES_BELOW;
}

static void
place_heading (const SgnScsSheet *self, SgnTable *table)
{
  SgnFlow *flow = self->flow;
  double keep =
    table->rows->len > 0 ? sgn_table_get_keep (table, flow->canvas.typesetter) + 30 : 20;
  g_autofree char *n = sgn_number_format (sgn_json_integer (self->json, "criteria", 0));
  g_autofree char *note = sgn_flow_format (flow, "note.items", "level",
                                           sgn_json_string (self->json, "level"), "n", n, NULL);

  sgn_flow_heading (flow, sgn_flow_text (flow, self->whole ? "heading.items" : "heading.measures"),
                    self->whole ? note : sgn_flow_text (flow, "note.statements"), SGN_H2_ABOVE,
                    keep);
}

void
sgn_scs_place_items (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = fill_table (self);

  if (self->whole && flow->canvas.page == 0)
    sgn_flow_break_page (flow);
  place_heading (self, table);
  if (!sgn_flow_is_partner (flow))
    place_states (self);
  if (!self->whole)
    place_listed (self);
  if (table->rows->len > 0)
    sgn_table_place (table, flow);
}

static gboolean
is_open (SgnMark mark)
{
  return mark != SGN_MARK_DONE && mark != SGN_MARK_NOT_APPLICABLE;
}

static SgnTable *
fill_open (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 17, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.no"), FALSE },
    { 44, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.short"), TRUE },
    { 27, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.result"), FALSE },
    { 86, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.next"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    SgnMark mark = sgn_assessment_words_mark (item, "mark");
    SgnRow *row = NULL;

    if (!is_open (mark))
      continue;
    row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    row->action = sgn_mark_needs_action (mark);
    sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
    sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                      sgn_json_string (item, "short"));
    sgn_row_add_state (row, mark, sgn_assessment_words_state (self->flow, mark));
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "action"));
  }
  return table;
}

void
sgn_scs_place_open (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = fill_open (self);

  if (table->rows->len == 0) {
    flow->y += SGN_NOTE_ABOVE;
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "open.none"));
    return;
  }
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.open"), sgn_flow_text (flow, "note.bar"),
                    SGN_H2_ABOVE, sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
