/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-evidence-list-private.h"

#include "sgn-assessment-words.h"
#include "sgn-footer.h"
#include "sgn-number.h"
#include "sgn-table.h"

/* A row holds two lines, and a picture. */
#define ROW_PAD 3.25
#define ROW_HEIGHT 31.5

static SgnTable *
create_table (const SgnEvidenceListSheet *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn internal[] = {
    { 9, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 19, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.picture"), FALSE },
    { 82, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.content"), TRUE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.date"), FALSE },
    { 12, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.kb"), FALSE },
    { 28, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.sha"), FALSE },
  };
  const SgnColumn partner[] = {
    { 9, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 79, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.content_partner"), TRUE },
    { 22, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.kind"), FALSE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.date"), FALSE },
    { 12, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.kb"), FALSE },
    { 28, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.sha"), FALSE },
  };
  SgnTable *table = sgn_flow_is_partner (flow) ? sgn_table_new (partner, G_N_ELEMENTS (partner))
                                               : sgn_table_new (internal, G_N_ELEMENTS (internal));

  if (!sgn_flow_is_partner (flow)) {
    table->pad = ROW_PAD;
    table->min_height = ROW_HEIGHT;
  }
  table->continued = sgn_flow_text (flow, "continued");
  table->flowing = TRUE;
  table->watch = flow->sheet->watch;
  return table;
}

static const char *
get_word (const SgnEvidenceListSheet *self, const json_t *row)
{
  const char *word = sgn_json_string (row, "word");

  return word != NULL ? word : sgn_flow_text (self->flow, "state.none");
}

static gboolean
is_same_group (const json_t *row, const json_t *other)
{
  return other != NULL &&
         g_strcmp0 (sgn_json_string (row, "group"), sgn_json_string (other, "group")) == 0 &&
         g_strcmp0 (sgn_json_string (row, "item"), sgn_json_string (other, "item")) == 0;
}

static char *
format_group_count (const SgnEvidenceListSheet *self, const json_t *rows, size_t at)
{
  const json_t *row = json_array_get (rows, at);
  gint64 n = 0;
  g_autofree char *count = NULL;

  while (is_same_group (row, json_array_get (rows, at + (size_t) n)))
    n++;
  count = sgn_number_format (n);
  if (sgn_json_string (row, "item") == NULL)
    return sgn_flow_format (self->flow, "group.count_plain", "n", count, NULL);
  return sgn_flow_format (self->flow, "group.count", "word", get_word (self, row), "n", count,
                          NULL);
}

static void
add_group (const SgnEvidenceListSheet *self, SgnTable *table, const json_t *rows, size_t at)
{
  const json_t *json = json_array_get (rows, at);
  const char *number = sgn_json_string (json, "number");
  const char *title = sgn_json_string (json, "short");
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_GROUP);
  g_autofree char *count = format_group_count (self, rows, at);
  g_autofree char *name = number != NULL ? sgn_flow_format (self->flow, "group.item", "number",
                                                            number, "title", title, NULL)
                                         : g_strdup (title);

  sgn_row_add_text (row, SGN_TYPE_GROUP, name);
  sgn_row_add_text (row, SGN_TYPE_GROUP, count);
}

/* Kind, name of the file and who added it: the second line. */
static char *
format_file (const SgnEvidenceListSheet *self, const json_t *json)
{
  const char *kind = sgn_json_string (json, "kind_word");
  const char *file = sgn_json_string (json, "file_name");
  const char *by = sgn_json_string (json, "by");

  return sgn_flow_format (self->flow, "file.line", "kind", kind, "file", file != NULL ? file : "—",
                          "by", by != NULL ? by : sgn_flow_text (self->flow, "by.none"), NULL);
}

static void
add_picture (const SgnEvidenceListSheet *self, SgnRow *row, const json_t *json, const char *title)
{
  const char *sha256 = sgn_json_string (json, "sha256");
  GHashTable *pictures = self->flow->sheet->pictures;
  SgnPicture *picture =
    pictures != NULL && sha256 != NULL ? g_hash_table_lookup (pictures, sha256) : NULL;
  g_autofree char *alt = sgn_flow_format (self->flow, "picture.alt", "title", title, NULL);

  sgn_row_add_picture (row, picture, sgn_icon_of_kind (sgn_json_string (json, "kind")), alt);
}

static void
add_date (const SgnEvidenceListSheet *self, SgnRow *row, const json_t *json)
{
  const char *dated = sgn_json_string (json, "dated");
  g_autofree char *date =
    sgn_flow_date_short (self->flow, dated != NULL ? dated : sgn_json_string (json, "added"));
  g_autofree char *last = sgn_flow_date_short (self->flow, sgn_json_string (json, "expires"));
  g_autofree char *until =
    last != NULL ? sgn_flow_format (self->flow, "expires", "date", last, NULL) : NULL;

  sgn_row_add_pair (row, SGN_TYPE_NUMBER, date != NULL ? date : "—", SGN_TYPE_FILE, until);
}

static void
add_evidence (const SgnEvidenceListSheet *self, SgnTable *table, const json_t *json)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *title = sgn_json_string (json, "title");
  const char *shown = title != NULL ? title : sgn_flow_text (self->flow, "title.withheld");
  const char *sha256 = sgn_json_string (json, "sha256");
  g_autofree char *number = sgn_number_format (sgn_json_integer (json, "no", 0));
  g_autofree char *kilobytes = sgn_number_format (sgn_json_integer (json, "kilobytes", 0));
  g_autofree char *hash = sgn_footer_group_hash (sha256 != NULL ? sha256 : "");
  g_autofree char *file = format_file (self, json);

  sgn_row_add_text (row, SGN_TYPE_NUMBER, number);
  if (sgn_flow_is_partner (self->flow)) {
    sgn_row_add_text (row, SGN_TYPE_CELL, shown);
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (json, "kind_word"));
  } else {
    add_picture (self, row, json, shown);
    sgn_row_add_pair (row, SGN_TYPE_CELL, shown, SGN_TYPE_FILE, file);
  }
  add_date (self, row, json);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, kilobytes);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, hash);
}

void
sgn_evidence_list_place_list (const SgnEvidenceListSheet *self)
{
  SgnFlow *flow = self->flow;
  const json_t *rows = json_object_get (self->json, "evidence");
  gboolean by_item = json_object_get (self->json, "catalogue") != NULL;
  g_autoptr (SgnTable) table = create_table (self);

  for (size_t i = 0; i < json_array_size (rows); i++) {
    const json_t *row = json_array_get (rows, i);

    if (i == 0 || !is_same_group (row, json_array_get (rows, i - 1)))
      add_group (self, table, rows, i);
    add_evidence (self, table, row);
  }
  sgn_flow_heading (flow, sgn_flow_text (flow, by_item ? "heading.list" : "heading.list_plain"),
                    NULL, SGN_H2_ABOVE, sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}

static void
add_item (const SgnEvidenceListSheet *self, SgnTable *table, const json_t *json)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (json, "mark");
  const char *proof = sgn_json_string (json, "proof");

  row->action = sgn_mark_needs_action (mark);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (json, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL_BOLD, sgn_json_string (json, "short"));
  sgn_row_add_state (row, mark, get_word (self, json));
  if (!sgn_flow_is_partner (self->flow))
    sgn_row_add_text (row, SGN_TYPE_CELL, proof);
}

void
sgn_evidence_list_place_without (const SgnEvidenceListSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean partner = sgn_flow_is_partner (flow);
  const SgnColumn columns[] = {
    { 9, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { partner ? 139 : 50, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.item"), TRUE },
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.answer"), FALSE },
    { 89, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.proof"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, partner ? 3 : 4);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "without"), i, item)
    add_item (self, table, item);
  if (table->rows->len == 0)
    return;
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.without"), NULL, SGN_H2_ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}
