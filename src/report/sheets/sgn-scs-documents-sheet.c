/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-table.h"

#include <string.h>

#define LEAD_ABOVE 8.0
#define LEAD_BELOW 8.0
#define NOTES_ABOVE 8.0

static json_t *
get_json (SgnFlow *flow)
{
  return flow->sheet->projection;
}

static gboolean
is_blank (SgnFlow *flow)
{
  return json_object_get (get_json (flow), "assessment") == NULL;
}

static char *
format_share (SgnFlow *flow, const char *text, const json_t *json, const char *key)
{
  g_autofree char *n = sgn_number_format (sgn_json_integer (json, key, 0));
  g_autofree char *of = sgn_number_format (sgn_json_integer (json, "criteria", 0));

  return sgn_flow_format (flow, text, "n", n, "of", of, NULL);
}

static void
add_check (SgnFlow *flow, SgnKeyBlock *block)
{
  json_t *json = get_json (flow);
  SgnType type = sgn_key_block_get_type (flow);
  g_autofree char *scope = sgn_assessment_words_scope (flow, FALSE);
  g_autofree char *date =
    sgn_flow_date (flow, sgn_json_string (json_object_get (json, "assessment"), "date"));
  g_autofree char *met = format_share (flow, "totals.share", json, "met");
  g_autofree char *answered = format_share (flow, "totals.share", json, "answered");

  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), type, scope);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.date"), type, date);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.answered"), type, answered);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.totals"), type, met);
}

static void
place_block (SgnFlow *flow)
{
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();

  sgn_key_block_add_name_and_number (block, flow);
  if (!is_blank (flow))
    add_check (flow, block);
  sgn_key_block_place_head (block, flow);
}

static void
place_text (SgnFlow *flow, SgnType type, const char *text)
{
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_paragraph (flow, type, joined);
}

static void
place_lead (SgnFlow *flow)
{
  json_t *json = get_json (flow);
  g_autofree char *n =
    sgn_number_format ((gint64) json_array_size (json_object_get (json, "papers")));
  g_autofree char *criteria = sgn_number_format (sgn_json_integer (json, "criteria", 0));
  g_autofree char *lead = sgn_flow_format (flow, "lead", "level", sgn_json_string (json, "level"),
                                           "criteria", criteria, "n", n, NULL);

  flow->y += LEAD_ABOVE;
  place_text (flow, SGN_TYPE_ADVICE, lead);
  place_text (flow, SGN_TYPE_ADVICE,
              sgn_flow_text (flow, is_blank (flow) ? "lead.blank" : "lead.tick"));
  flow->y += LEAD_BELOW;
}

/* Whether @next is the number after @number in the same requirement: 4-1-2-2 after 4-1-2-1. */
static gboolean
follows (const char *number, const char *next)
{
  const char *last = strrchr (number, '-');
  gsize before = last != NULL ? (gsize) (last - number) + 1 : 0;

  return before > 0 && strncmp (number, next, before) == 0 &&
         g_ascii_strtoll (next + before, NULL, 10) ==
           g_ascii_strtoll (number + before, NULL, 10) + 1;
}

/* 4-1-2-1〜3、4-1-2-5〜8 */
static char *
format_items (SgnFlow *flow, const json_t *items)
{
  GString *list = g_string_new (NULL);
  size_t n = json_array_size (items);

  for (size_t i = 0, last = 0; i < n; i = last + 1) {
    const char *first = json_string_value (json_array_get (items, i));
    const char *end = NULL;
    g_autofree char *range = NULL;

    for (last = i; last + 1 < n && follows (json_string_value (json_array_get (items, last)),
                                            json_string_value (json_array_get (items, last + 1)));)
      last++;
    end = json_string_value (json_array_get (items, last));
    if (last > i)
      range =
        sgn_flow_format (flow, "items.range", "first", first, "last", strrchr (end, '-') + 1, NULL);
    g_string_append_printf (list, "%s%s", i > 0 ? sgn_flow_text (flow, "list.separator") : "",
                            range != NULL ? range : first);
  }
  return g_string_free (list, FALSE);
}

static SgnTable *
create_table (SgnFlow *flow)
{
  gboolean japanese = sgn_flow_is_japanese (flow);
  const SgnColumn columns[] = {
    { 13, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.number"), FALSE },
    { japanese ? 76 : 68, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.paper"), TRUE },
    { 31, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.items"), FALSE },
    { japanese ? 37 : 46, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.evidence"), FALSE },
    { japanese ? 17 : 16, SGN_ALIGN_RIGHT, sgn_flow_text (flow, "table.met"), FALSE },
  };

  return sgn_table_new (columns, G_N_ELEMENTS (columns));
}

/* How much there is, and the first piece by name: the record in the file names them all. */
static void
add_evidence (SgnFlow *flow, SgnRow *row, const json_t *paper)
{
  json_t *titles = json_object_get (paper, "evidence_titles");
  const char *first = json_string_value (json_array_get (titles, 0));
  gboolean several = json_array_size (titles) > 1;
  g_autofree char *n = sgn_number_format ((gint64) json_array_size (titles));
  g_autofree char *text = NULL;

  if (first != NULL)
    text = sgn_flow_format (flow, several ? "evidence.more" : "evidence.one", "n", n, "title",
                            first, NULL);
  else if (!is_blank (flow))
    text = g_strdup (sgn_flow_text (flow, "evidence.none"));
  sgn_row_add_text (row, SGN_TYPE_NOTE, text);
}

static void
add_met (SgnFlow *flow, SgnRow *row, const json_t *paper)
{
  gint64 not_applicable = sgn_json_integer (paper, "not_applicable", 0);
  g_autofree char *n = sgn_number_format (not_applicable);
  g_autofree char *share =
    format_share (flow, is_blank (flow) ? "met.blank" : "met.share", paper, "met");
  g_autofree char *more =
    not_applicable > 0 ? sgn_flow_format (flow, "met.not_applicable", "n", n, NULL) : NULL;

  sgn_row_add_pair (row, SGN_TYPE_NUMBER, share, SGN_TYPE_NOTE, more);
}

static void
add_paper (SgnFlow *flow, SgnTable *table, const json_t *paper)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  g_autofree char *number = sgn_number_format (sgn_json_integer (paper, "number", 0));
  g_autofree char *items = format_items (flow, json_object_get (paper, "items"));

  sgn_row_add_level (row, SGN_TYPE_NUMBER, 0, 1, number);
  sgn_row_add_pair (row, SGN_TYPE_CELL_BOLD, sgn_json_string (paper, "title"), SGN_TYPE_NOTE,
                    sgn_json_string (paper, "holds"));
  sgn_row_add_text (row, SGN_TYPE_CELL, items);
  add_evidence (flow, row, paper);
  add_met (flow, row, paper);
}

static void
place_papers (SgnFlow *flow)
{
  g_autoptr (SgnTable) table = create_table (flow);
  json_t *paper;
  size_t i;

  json_array_foreach (json_object_get (get_json (flow), "papers"), i, paper)
    add_paper (flow, table, paper);
  sgn_table_place (table, flow);
}

static void
place_notes (SgnFlow *flow)
{
  json_t *catalogue = json_object_get (get_json (flow), "catalogue");
  const char *label = sgn_json_string (catalogue, "edition_label");
  g_autofree char *edition =
    sgn_flow_format (flow, "note.edition", "edition", label != NULL ? label : "", NULL);
  g_autofree char *sites = is_blank (flow) ? NULL : sgn_assessment_words_sites (flow);

  flow->y += NOTES_ABOVE;
  place_text (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "note.papers"));
  place_text (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "note.several"));
  place_text (flow, SGN_TYPE_NOTE, edition);
  if (sites != NULL)
    place_text (flow, SGN_TYPE_NOTE, sites);
}

void
sgn_scs_documents_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);

  frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_begin (frame, flow);
  place_block (flow);
  place_lead (flow);
  place_papers (flow);
  place_notes (flow);
  sgn_frame_finish (frame, flow);
}
