/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-number.h"
#include "sgn-self-check-private.h"

typedef struct {
  double answer;
  double note;
  double evidence;
} Widths;

static Widths
get_widths (const SgnSelfCheckSheet *self)
{
  return sgn_flow_is_japanese (self->flow) ? (Widths){ 23, 77, 11 } : (Widths){ 26, 72, 13 };
}

static SgnTable *
create_table (const SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  Widths widths = get_widths (self);
  gboolean compared = self->previous != NULL;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SgnColumn));
  const SgnColumn first[] = {
    { 8, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 37, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.item"), TRUE },
    { widths.answer, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.answer"), FALSE },
    { 8, compared ? SGN_ALIGN_RIGHT : SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.points"),
      FALSE },
  };
  const SgnColumn last = { 10, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.last"), FALSE };
  const SgnColumn rest[] = {
    { widths.note + (compared ? 0 : 10), SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.note"),
      FALSE },
    { widths.evidence, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.evidence"), FALSE },
  };
  SgnTable *table;

  g_array_append_vals (columns, first, G_N_ELEMENTS (first));
  if (compared)
    g_array_append_val (columns, last);
  g_array_append_vals (columns, rest, G_N_ELEMENTS (rest));
  table = sgn_table_new ((const SgnColumn *) (void *) columns->data, columns->len);
  table->continued = sgn_flow_text (flow, "continued");
  g_array_unref (columns);
  return table;
}

/* 16 / 20点（前回 10点） */
static char *
format_section_sum (const SgnSelfCheckSheet *self, const json_t *section)
{
  g_autofree char *points = sgn_number_format (sgn_json_integer (section, "total", 0));
  g_autofree char *max = sgn_number_format (sgn_json_integer (section, "max", 0));
  g_autofree char *last = sgn_number_format (sgn_json_integer (section, "previous_total", 0));

  if (!json_is_integer (json_object_get (section, "previous_total")))
    return sgn_flow_format (self->flow, "part.sum", "points", points, "max", max, NULL);
  return sgn_flow_format (self->flow, "part.sum_previous", "points", points, "max", max, "last",
                          last, NULL);
}

static void
add_group (const SgnSelfCheckSheet *self, SgnTable *table, const char *id)
{
  const json_t *section = sgn_self_check_find_section (self, id);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *name = sgn_self_check_format_section (self, section);
  g_autofree char *sum = format_section_sum (self, section);

  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
  sgn_row_add_text (row, SGN_TYPE_GROUP, sum);
}

static void
add_last (const SgnSelfCheckSheet *self, SgnRow *row, const json_t *item)
{
  SgnMark mark = sgn_assessment_words_mark (item, "previous_mark");
  g_autofree char *text = sgn_flow_format (self->flow, "alt.last", "state",
                                           sgn_assessment_words_state (self->flow, mark), NULL);

  if (sgn_json_string (item, "previous_mark") == NULL)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, "—");
  else
    sgn_row_add_last (row, mark, text);
}

static void
add_evidence (const SgnSelfCheckSheet *self, SgnRow *row, const json_t *item)
{
  gint64 n = sgn_json_integer (item, "evidence", 0);
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *count = sgn_flow_format (self->flow, "evidence.count", "n", number, NULL);

  if (n > 0)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, count);
  else
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_flow_text (self->flow, "evidence.none"));
}

/* (nullable): the note, with the site whose answer it is where the sites differ */
static char *
format_note (const SgnSelfCheckSheet *self, const json_t *item)
{
  const char *note = sgn_json_string (item, "note");
  const char *site = sgn_json_string (item, "site");

  if (site == NULL || note == NULL)
    return g_strdup (site != NULL ? site : note);
  return sgn_flow_format (self->flow, "sites.note", "site", site, "note", note, NULL);
}

static void
add_item (const SgnSelfCheckSheet *self, SgnTable *table, const json_t *item)
{
  g_autofree char *note = format_note (self, item);
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");
  gboolean answered = json_is_integer (json_object_get (item, "points"));
  g_autofree char *points = sgn_number_format (sgn_json_integer (item, "points", 0));

  row->action = sgn_mark_needs_action (mark);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, row->action ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_json_string (item, "short"));
  sgn_row_add_state (row, mark, sgn_assessment_words_state (self->flow, mark));
  sgn_row_add_text (row, SGN_TYPE_NUMBER_BOLD, answered ? points : "—");
  if (self->previous != NULL)
    add_last (self, row, item);
  sgn_row_add_text (row, SGN_TYPE_CELL, note);
  add_evidence (self, row, item);
}

static void
add_total (const SgnSelfCheckSheet *self, SgnTable *table)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_TOTAL);
  g_autofree char *points = sgn_number_format (sgn_json_integer (self->score, "total", 0));
  g_autofree char *max = sgn_number_format (sgn_json_integer (self->score, "max", 0));
  g_autofree char *last = sgn_number_format (sgn_json_integer (self->previous, "total", 0));
  g_autofree char *evidence =
    sgn_number_format (sgn_json_integer (self->json, "evidence_total", 0));
  g_autofree char *sum = NULL;

  if (self->previous != NULL)
    sum = sgn_flow_format (self->flow, "total.sum_previous", "points", points, "max", max, "last",
                           last, "evidence", evidence, NULL);
  else
    sum = sgn_flow_format (self->flow, "total.sum", "points", points, "max", max, "evidence",
                           evidence, NULL);
  sgn_row_add_text (row, SGN_TYPE_GROUP, sgn_flow_text (self->flow, "table.total"));
  sgn_row_add_text (row, SGN_TYPE_GROUP, sum);
}

/* 点：実施4　一部実施2　未実施0　わからない−1 */
static char *
format_points_note (const SgnSelfCheckSheet *self)
{
  GString *list = g_string_new (NULL);
  char *note;
  json_t *value;
  size_t i;

  json_array_foreach (json_object_get (self->json, "values"), i, value)
  {
    g_autofree char *points = sgn_number_format (sgn_json_integer (value, "points", 0));
    const char *word = sgn_json_string (value, "short");
    g_autofree char *entry = sgn_flow_format (self->flow, "note.points_item", "state",
                                              word != NULL ? word : "", "points", points, NULL);
    if (sgn_assessment_words_mark (value, "mark") == SGN_MARK_NOT_APPLICABLE)
      continue;
    if (list->len > 0)
      g_string_append (list, sgn_flow_text (self->flow, "note.points_separator"));
    g_string_append (list, entry);
  }
  note = sgn_flow_format (self->flow, "note.points", "list", list->str, NULL);
  g_string_free (list, TRUE);
  return note;
}

void
sgn_self_check_place_items (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnTable) table = create_table (self);
  g_autofree char *note = format_points_note (self);
  const char *section = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "items"), i, item)
  {
    const char *here = sgn_json_string (item, "section");
    if (i == 0 || g_strcmp0 (here, section) != 0)
      add_group (self, table, here);
    section = here;
    add_item (self, table, item);
  }
  add_total (self, table);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.items"), note, SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
