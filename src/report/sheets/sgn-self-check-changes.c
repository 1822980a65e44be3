/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define NOTE_ABOVE 4.0

/* 3（0→2）, kept in one piece; owned by the caller. */
static char *
format_entry (const SgnSelfCheckSheet *self, const json_t *entry)
{
  g_autofree char *from = sgn_number_format (sgn_json_integer (entry, "from", 0));
  g_autofree char *to = sgn_number_format (sgn_json_integer (entry, "to", 0));
  const char *number = sgn_json_string (entry, "number");
  g_autofree char *text = NULL;

  if (json_is_string (entry))
    return g_strdup (json_string_value (entry));
  text = sgn_flow_format (self->flow, "change.item", "no", number != NULL ? number : "", "from",
                          from, "to", to, NULL);
  return sgn_text_glue (text);
}

static char *
format_list (const SgnSelfCheckSheet *self, const json_t *entries)
{
  GString *list = g_string_new (NULL);
  json_t *entry;
  size_t i;

  json_array_foreach (entries, i, entry)
  {
    g_autofree char *text = format_entry (self, entry);
    if (i > 0)
      g_string_append (list,
                       sgn_flow_text (self->flow, json_is_string (entry) ? "list.separator"
                                                                         : "list.separator_wide"));
    g_string_append (list, text);
  }
  if (list->len == 0)
    g_string_append (list, sgn_flow_text (self->flow, "change.none"));
  return g_string_free (list, FALSE);
}

static void
add_row (const SgnSelfCheckSheet *self, SgnTable *table, const char *key, const json_t *entries)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  size_t n = json_array_size (entries);
  gboolean moved = n > 0 && !g_str_equal (key, "change.same");
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
  g_autofree char *list = format_list (self, entries);

  sgn_row_add_text (row, moved ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_flow_text (self->flow, key));
  sgn_row_add_text (row, moved ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER, count);
  sgn_row_add_text (row, SGN_TYPE_CHANGE, list);
}

static SgnTable *
create_table (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  const json_t *changes = json_object_get (self->json, "changes");
  const SgnColumn columns[] = {
    { 36, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.changed"), TRUE },
    { 15, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.count"), FALSE },
    { 123, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.numbers"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));

  add_row (self, table, "change.up", json_object_get (changes, "up"));
  add_row (self, table, "change.same", json_object_get (changes, "same"));
  add_row (self, table, "change.down", json_object_get (changes, "down"));
  if (json_array_size (json_object_get (changes, "not_comparable")) > 0)
    add_row (self, table, "change.not_comparable", json_object_get (changes, "not_comparable"));
  return table;
}

void
sgn_self_check_place_changes (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self);
  g_autofree char *date = sgn_self_check_format_previous_date (self);
  g_autofree char *title = sgn_flow_format (flow, "heading.changes", "date", date, NULL);

  sgn_flow_heading (flow, title, sgn_flow_text (flow, "note.numbers"), SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
  if (table->rows->len > 3) {
    flow->y += NOTE_ABOVE;
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "change.not_comparable_note"));
  }
}
