/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-record-private.h"

#include "sgn-footer.h"

#include "sgn-date.h"

#define ROW_PAD 3.6
#define ROW_HEIGHT 19.7
#define ABOVE 12.0

static void
make_dense (SgnTable *table)
{
  table->pad = ROW_PAD;
  table->min_height = ROW_HEIGHT;
}

static void
place_section (const SgnDeclarationRecord *self,
               const char *title,
               const char *note,
               SgnTable *table)
{
  SgnFlow *flow = self->flow;

  make_dense (table);
  sgn_flow_heading (flow, sgn_flow_text (flow, title), note, ABOVE,
                    sgn_table_get_keep (table, flow->canvas.typesetter));
  sgn_table_place (table, flow);
}

static void
place_nothing (const SgnDeclarationRecord *self, const char *title, const char *sentence)
{
  SgnFlow *flow = self->flow;

  sgn_flow_heading (flow, sgn_flow_text (flow, title), NULL, ABOVE, 20);
  sgn_flow_paragraph (flow, SGN_TYPE_BODY, sgn_flow_text (flow, sentence));
}

/* 6か条; NULL for an edition we have no word for. */
static const char *
find_rules (const SgnDeclarationRecord *self, const char *edition)
{
  if (g_strcmp0 (edition, "3.1") == 0)
    return sgn_flow_text (self->flow, "rules.3.1");
  if (g_strcmp0 (edition, "4.0") == 0)
    return sgn_flow_text (self->flow, "rules.4.0");
  return NULL;
}

static char *
format_remark (const SgnDeclarationRecord *self, const json_t *entry)
{
  const char *edition = sgn_json_string (entry, "edition");
  const char *rules = find_rules (self, edition);
  const char *system =
    sgn_flow_text (self->flow,
                   sgn_json_boolean (entry, "old") ? "remark.old_system" : "remark.new_system");
  g_autofree char *based = rules != NULL ? sgn_flow_format (self->flow, "remark.edition", "edition",
                                                            edition, "rules", rules, NULL)
                                         : g_strdup ("");
  const char *between = *based != '\0' && !sgn_flow_is_japanese (self->flow) ? " " : "";
  g_autofree char *both = g_strconcat (based, between, system, NULL);

  return sgn_text_join (both);
}

static void
add_declaration (const SgnDeclarationRecord *self, SgnTable *table, const json_t *entry)
{
  gboolean newest = table->rows->len == 0;
  SgnType number = newest ? SGN_TYPE_NUMBER_BOLD : SGN_TYPE_NUMBER;
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *star = sgn_json_integer (entry, "star", 1) >= 2 ? "star.2.cell" : "star.1.cell";
  g_autofree char *remark = format_remark (self, entry);
  g_autofree char *date = sgn_flow_date_short (self->flow, sgn_json_string (entry, "date"));

  sgn_row_add_text (row, number, date != NULL ? date : "—");
  sgn_row_add_text (row, newest ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                    sgn_flow_text (self->flow, star));
  sgn_row_add_text (row, number, sgn_json_string (entry, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL, remark);
}

void
sgn_declaration_record_place_history (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 26, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.date"), TRUE },
    { 38, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.star"), FALSE },
    { 34, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.id"), FALSE },
    { 76, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.remark"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *entry;
  size_t i;

  json_array_foreach (json_object_get (self->json, "history"), i, entry)
    add_declaration (self, table, entry);
  place_section (self, "heading.history", NULL, table);
}

/* A day after the sheet's own, and not yet seen, is a plan. */
static char *
format_since (const SgnDeclarationRecord *self, const char *since, gboolean confirmed)
{
  g_autofree char *today = sgn_time_get_date (self->flow->sheet->issued);
  g_autofree char *date = sgn_flow_date_short (self->flow, since);

  if (since == NULL)
    return g_strdup ("—");
  if (!confirmed && sgn_date_compare (since, today) > 0)
    return sgn_flow_format (self->flow, "since.planned", "date", date, NULL);
  return g_steal_pointer (&date);
}

static void
add_place (const SgnDeclarationRecord *self, SgnTable *table, const json_t *place)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *how = sgn_json_string (place, "how");
  const char *confirmed = sgn_json_string (place, "confirmed");
  g_autofree char *since = format_since (self, sgn_json_string (place, "since"), confirmed != NULL);
  g_autofree char *seen = sgn_flow_date_short (self->flow, confirmed);

  sgn_row_add_text (row, SGN_TYPE_CELL_BOLD, sgn_json_string (place, "place"));
  sgn_row_add_text (row, SGN_TYPE_CELL, how != NULL ? how : "—");
  sgn_row_add_text (row, SGN_TYPE_NUMBER, since);
  if (confirmed != NULL)
    sgn_row_add_text (row, SGN_TYPE_NUMBER, seen);
  else
    sgn_row_add_text (row, SGN_TYPE_CELL, sgn_flow_text (self->flow, "confirmed.none"));
}

void
sgn_declaration_record_place_places (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  gboolean ja = sgn_flow_is_japanese (flow);
  const SgnColumn columns[] = {
    { 44, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.place"), TRUE },
    { ja ? 70 : 64, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.how"), FALSE },
    { ja ? 28 : 36, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.since"), FALSE },
    { ja ? 32 : 30, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.confirmed"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *place;
  size_t i;

  json_array_foreach (json_object_get (self->json, "places"), i, place)
    add_place (self, table, place);
  if (table->rows->len == 0)
    place_nothing (self, "heading.shown", "shown.none");
  else
    place_section (self, "heading.shown", NULL, table);
}

static void
add_evidence (const SgnDeclarationRecord *self, SgnTable *table, const json_t *evidence)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  const char *title = sgn_json_string (evidence, "title");
  const char *file = sgn_json_string (evidence, "file_name");
  const char *sha256 = sgn_json_string (evidence, "sha256");
  g_autofree char *number = g_strdup_printf ("%u", table->rows->len);
  g_autofree char *date = sgn_flow_date_short (self->flow, sgn_json_string (evidence, "dated"));
  g_autofree char *grouped = sgn_footer_group_hash (sha256 != NULL ? sha256 : "");

  sgn_row_add_text (row, SGN_TYPE_NUMBER, number);
  sgn_row_add_text (row, SGN_TYPE_CELL, title != NULL ? title : file);
  sgn_row_add_text (row, SGN_TYPE_NUMBER, file != NULL ? file : "—");
  sgn_row_add_text (row, SGN_TYPE_NUMBER, date != NULL ? date : "—");
  sgn_row_add_text (row, SGN_TYPE_NUMBER, grouped);
}

void
sgn_declaration_record_place_evidence (const SgnDeclarationRecord *self)
{
  SgnFlow *flow = self->flow;
  const SgnColumn columns[] = {
    { 8, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 58, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.content"), TRUE },
    { 52, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.file"), FALSE },
    { 24, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.file_date"), FALSE },
    { 32, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.sha"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *evidence;
  size_t i;

  json_array_foreach (json_object_get (self->json, "evidence"), i, evidence)
    add_evidence (self, table, evidence);
  if (table->rows->len == 0)
    place_nothing (self, "heading.evidence", "evidence.none");
  else
    place_section (self, "heading.evidence", sgn_flow_text (flow, "note.sha"), table);
}
