/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-table.h"

#define LEAD_ABOVE 12.0
#define LEAD_BELOW 8.0
#define ROW_PAD 8.0
#define COUNTS_ABOVE 8.0
#define NOTE_ABOVE 4.0
#define SIGN_ABOVE 20.0
#define SIGN_X (SGN_LEFT + 236)
#define SIGN_GAP 6.5
#define SIGN_LEADING 17.0
#define SIGN_BELOW 3.0
#define SIGN_ROOM 12.0
#define SIGN_HEIGHT (2 * 17.0 + SIGN_GAP + SIGN_ROOM + 22.0)

static json_t *
get_assessment (SgnFlow *flow)
{
  return json_object_get (flow->sheet->projection, "assessment");
}

static void
place_block (SgnFlow *flow)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  g_autofree char *scope = sgn_assessment_words_scope (flow, FALSE);
  g_autofree char *date = sgn_flow_date (flow, sgn_json_string (get_assessment (flow), "date"));
  SgnType type = sgn_key_block_get_type (flow);

  sgn_key_block_add_name_and_number (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), type, scope);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.date"), type, date);
  sgn_key_block_add_people (block, flow);
  sgn_key_block_place (block, flow);
}

static void
place_lead (SgnFlow *flow)
{
  json_t *catalogue = json_object_get (flow->sheet->projection, "catalogue");
  const char *rules = sgn_json_string (catalogue, "title");
  g_autofree char *lead = sgn_flow_format (flow, "lead", "rules", rules != NULL ? rules : "", NULL);

  flow->y += LEAD_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_STATEMENT, lead);
  flow->y += LEAD_BELOW;
}

/* What stands below the title of a rule: the note, with the site it comes from where they differ;
 * for partners the sentence meant for them. (nullable) */
static char *
format_words (SgnFlow *flow, const json_t *item)
{
  const char *note = sgn_json_string (item, "note");
  const char *site = sgn_json_string (item, "site");
  const char *statement = sgn_json_string (item, "statement");

  if (sgn_flow_is_partner (flow) || note == NULL || *note == '\0')
    return g_strdup (statement);
  if (site == NULL)
    return g_strdup (note);
  return sgn_flow_format (flow, "sites.note", "site", site, "note", note, NULL);
}

/* The first piece and how many more there are: the record in the file names them all. */
static char *
format_proof (SgnFlow *flow, const json_t *item)
{
  json_t *titles = json_object_get (item, "evidence_titles");
  const char *first = json_string_value (json_array_get (titles, 0));
  g_autofree char *n = sgn_number_format ((gint64) json_array_size (titles) - 1);

  if (first == NULL)
    return g_strdup (sgn_flow_text (flow, "value.none"));
  if (json_array_size (titles) == 1)
    return g_strdup (first);
  return sgn_flow_format (flow, "proof.more", "title", first, "n", n, NULL);
}

static SgnTable *
create_table (SgnFlow *flow)
{
  gboolean partner = sgn_flow_is_partner (flow);
  const SgnColumn columns[] = {
    { 14, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.number"), FALSE },
    { partner ? 122 : 81, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.rule"), TRUE },
    { partner ? 38 : 36, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.state"), FALSE },
    { 43, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.proof"), FALSE },
  };
  SgnTable *table = sgn_table_new (columns, partner ? 3 : 4);

  table->pad = ROW_PAD;
  return table;
}

static void
add_rule (SgnFlow *flow, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");
  const char *word = sgn_json_string (item, "word");
  g_autofree char *words = format_words (flow, item);
  SgnCell *state = NULL;

  row->action = sgn_mark_needs_action (mark);
  sgn_row_add_numeral (row, SGN_TYPE_RULE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_pair (row, SGN_TYPE_RULE_TITLE, sgn_json_string (item, "title"), SGN_TYPE_RULE_TEXT,
                    words);
  state = sgn_row_add_state (row, mark, word != NULL ? word : sgn_flow_text (flow, "state.none"));
  state->type = SGN_TYPE_RULE_STATE;
  state->radius = SGN_MARK_RADIUS_LARGE;
  if (!sgn_flow_is_partner (flow)) {
    g_autofree char *proof = format_proof (flow, item);
    sgn_row_add_text (row, SGN_TYPE_CELL, proof);
  }
}

static void
place_rules (SgnFlow *flow)
{
  g_autoptr (SgnTable) table = create_table (flow);
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (flow->sheet->projection, "items"), i, item)
    add_rule (flow, table, item);
  sgn_table_place (table, flow);
}

static void
append_count (SgnFlow *flow, GString *line, const char *word, gint64 n)
{
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *count = sgn_flow_format (flow, "count", "word", word, "n", number, NULL);

  if (line->len > 0)
    g_string_append (line, sgn_flow_text (flow, "count.separator"));
  g_string_append (line, count);
}

/* Every step of the scale and 未回答, even 0; わからない and 該当なし only where they were said. */
static char *
format_counts (SgnFlow *flow)
{
  json_t *json = flow->sheet->projection;
  json_t *counts = json_object_get (json, "counts");
  GString *line = g_string_new (NULL);
  json_t *value;
  size_t i;

  json_array_foreach (json_object_get (json, "values"), i, value)
  {
    SgnMark mark = sgn_assessment_words_mark (value, "mark");
    const char *word = sgn_json_string (value, "short");
    gint64 n = sgn_json_integer (counts, sgn_mark_to_key (mark), 0);
    gboolean rare = mark == SGN_MARK_UNKNOWN || mark == SGN_MARK_NOT_APPLICABLE;

    if (word != NULL && (n > 0 || !rare))
      append_count (flow, line, word, n);
  }
  append_count (flow, line, sgn_flow_text (flow, "state.none"),
                sgn_json_integer (counts, "none", 0));
  return g_string_free (line, FALSE);
}

/* A gap in the numbers proves nothing, and the sheet says so. */
static char *
format_listed (SgnFlow *flow)
{
  gint64 n = (gint64) json_array_size (json_object_get (flow->sheet->projection, "items"));
  g_autofree char *number = sgn_number_format (n);

  if (n == 0)
    return g_strdup (sgn_flow_text (flow, "partner.none_listed"));
  return sgn_flow_format (flow, "partner.listed", "n", number, NULL);
}

static void
place_note (SgnFlow *flow, SgnType type, const char *text)
{
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_need (flow, sgn_flow_measure_paragraph (flow, type, joined));
  sgn_flow_paragraph (flow, type, joined);
}

static void
place_notes (SgnFlow *flow)
{
  json_t *json = flow->sheet->projection;
  const char *edition = sgn_json_string (json_object_get (json, "catalogue"), "edition_note");
  gboolean counted = json_object_get (json, "counts") != NULL;
  g_autofree char *line = counted ? format_counts (flow) : format_listed (flow);
  g_autofree char *sites = sgn_assessment_words_sites (flow);

  flow->y += COUNTS_ABOVE;
  place_note (flow, counted ? SGN_TYPE_KEY_BOLD : SGN_TYPE_ADVICE, line);
  flow->y += NOTE_ABOVE;
  if (sites != NULL)
    place_note (flow, SGN_TYPE_NOTE, sites);
  if (edition != NULL)
    place_note (flow, SGN_TYPE_NOTE, edition);
}

/* Where the office signs. */
static char *
format_office (SgnFlow *flow, json_t *company)
{
  const char *typed = sgn_json_string (company, "representative_title");
  const char *office =
    typed != NULL && *typed != '\0' ? typed : sgn_flow_text (flow, "label.representative");

  return sgn_flow_format (flow, "sign_here", "office", office, NULL);
}

static double
measure_at_right (SgnFlow *flow, SgnType type, const char *text)
{
  return sgn_flow_measure_lines (flow, type, SIGN_LEADING, SGN_RIGHT - SIGN_X, text);
}

static void
place_at_right (SgnFlow *flow, SgnType type, const char *text)
{
  sgn_flow_lines (flow, type, (SgnPlace){ SIGN_X, 0, SGN_ALIGN_LEFT, SIGN_LEADING, 0 },
                  SGN_RIGHT - SIGN_X, text);
}

static void
place_line_to_sign (SgnFlow *flow, const char *office)
{
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_at_right (flow, SGN_TYPE_STATE, office);
  sgn_canvas_end (&flow->canvas);
  flow->y += SIGN_BELOW;
  sgn_canvas_line (&flow->canvas, (SgnRect){ SIGN_X, flow->y, SGN_RIGHT - SIGN_X, 0 },
                   SGN_INK (SGN_RULE_HEAD));
}

/* Date, company and a line to sign: never on two pages. */
static void
place_signature (SgnFlow *flow)
{
  json_t *company = json_object_get (flow->sheet->projection, "company");
  const char *typed = sgn_json_string (company, "name");
  const char *name = typed != NULL ? typed : "";
  g_autofree char *date = sgn_flow_date (flow, sgn_json_string (get_assessment (flow), "date"));
  g_autofree char *office = format_office (flow, company);
  double more = measure_at_right (flow, SGN_TYPE_STATEMENT, name) +
                measure_at_right (flow, SGN_TYPE_STATE, office) - 2 * SIGN_LEADING;

  if (!sgn_flow_need (flow, SIGN_ABOVE + SIGN_HEIGHT + more))
    flow->y += SIGN_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_STATEMENT, sgn_flow_text (flow, "signed"));
  flow->y += SIGN_GAP;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  if (date != NULL)
    sgn_canvas_text (&flow->canvas, SGN_TYPE_STATEMENT, (SgnPlace){ SGN_LEFT, flow->y, 0, 0, 0 },
                     date);
  place_at_right (flow, SGN_TYPE_STATEMENT, name);
  sgn_canvas_end (&flow->canvas);
  flow->y += SIGN_ROOM;
  place_line_to_sign (flow, office);
}

void
sgn_rules_result_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  json_t *catalogue = json_object_get (sheet->projection, "catalogue");
  const char *edition = sgn_json_string (catalogue, "edition");

  frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_add_inherited (frame, flow, "ipa-rules", edition != NULL ? edition : "",
                           sgn_json_string (catalogue, "inherited_note"));
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_block (flow);
  place_lead (flow);
  place_rules (flow);
  place_notes (flow);
  place_signature (flow);
  sgn_frame_finish (frame, flow);
}
