/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-seminar-sheet.h"

#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-table.h"

#include "sgn-digest.h"

#include <string.h>

#define LEAD_ABOVE 4.0
#define PART_ABOVE 12.0
#define KEEP 60.0
/* Room for a hand that writes. */
#define PEN_ROW 27.0
#define OWN_BOX 74.0

static const struct {
  const char *key;
  const char *document;
  const char *form;
  const char *variant; /* (nullable): of the keys of its texts */
} papers[SGN_N_SEMINAR_PAPERS] = {
  [SGN_SEMINAR_HANDOUT] = { "handout", "seminar-handout", "S-18", NULL },
  [SGN_SEMINAR_SIXTY] = { "script-60", "seminar-script", "S-19", "sixty" },
  [SGN_SEMINAR_NINETY] = { "script-90", "seminar-script", "S-19", "ninety" },
  [SGN_SEMINAR_KEY] = { "key", "seminar-key", "S-20", NULL },
};

const char *
sgn_seminar_paper_to_key (SgnSeminarPaper paper)
{
  g_return_val_if_fail (paper < SGN_N_SEMINAR_PAPERS, NULL);

  return papers[paper].key;
}

static void
place_text (SgnFlow *flow, SgnType type, const char *key)
{
  g_autofree char *joined = sgn_text_join (sgn_flow_text (flow, key));

  sgn_flow_paragraph (flow, type, joined);
}

static void
place_lead (SgnFlow *flow, const char *key)
{
  flow->y += LEAD_ABOVE;
  place_text (flow, SGN_TYPE_ADVICE, key);
  flow->y += LEAD_ABOVE;
}

static void
place_table (SgnFlow *flow, SgnTable *table)
{
  flow->y += LEAD_ABOVE;
  sgn_table_place (table, flow);
}

static void
add_item (SgnFlow *flow, SgnTable *table, const json_t *item)
{
  SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  SgnMark mark = sgn_assessment_words_mark (item, "mark");

  sgn_row_add_text (row, SGN_TYPE_NUMBER, sgn_json_string (item, "number"));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "short"));
  sgn_row_add_state (row, mark, sgn_assessment_words_state (flow, mark));
  sgn_row_add_text (row, SGN_TYPE_CELL, sgn_json_string (item, "note"));
  sgn_row_add_text (row, SGN_TYPE_CELL, NULL);
}

/* One thing to take home. */
static void
place_own (SgnFlow *flow)
{
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.own"), NULL, PART_ABOVE, KEEP + OWN_BOX);
  place_text (flow, SGN_TYPE_BODY, "own");
  flow->y += LEAD_ABOVE;
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, OWN_BOX },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
  flow->y += OWN_BOX + LEAD_ABOVE;
  place_text (flow, SGN_TYPE_NOTE, "note.words");
}

static void
place_handout (SgnFlow *flow)
{
  const SgnColumn columns[] = {
    { 9, SGN_ALIGN_CENTRE, sgn_flow_text (flow, "table.no"), FALSE },
    { 36, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.item"), TRUE },
    { sgn_flow_is_japanese (flow) ? 25 : 33, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.answer"),
      FALSE },
    { 62, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.note"), FALSE },
    { 42, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.found"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  json_t *item;
  size_t i;

  place_lead (flow, "lead");
  table->min_height = PEN_ROW;
  json_array_foreach (json_object_get (flow->sheet->projection, "items"), i, item)
    add_item (flow, table, item);
  place_table (flow, table);
  place_own (flow);
}

/* Rows as long as there are texts for them: @keys are what follows “@stem.1.”, ended by NULL. */
static void
add_rows (SgnFlow *flow, SgnTable *table, const char *stem, const char *const *keys)
{
  for (guint n = 1;; n++) {
    g_autofree char *first = g_strdup_printf ("%s.%u.%s", stem, n, keys[0]);
    SgnRow *row;

    if (!sgn_documents_has_text (flow->sheet->documents, flow->sheet->document->id, first))
      return;
    row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    for (guint i = 0; keys[i] != NULL; i++) {
      g_autofree char *key = g_strdup_printf ("%s.%u.%s", stem, n, keys[i]);

      sgn_row_add_text (row, i == 0 ? SGN_TYPE_CELL_BOLD : SGN_TYPE_CELL,
                        sgn_flow_text (flow, key));
    }
  }
}

static void
place_script (SgnFlow *flow, const char *variant)
{
  static const char *const keys[] = { "minutes", "what", NULL };
  const SgnColumn columns[] = {
    { 20, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.minutes"), TRUE },
    { 150, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.what"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *lead = g_strdup_printf ("lead.%s", variant);
  g_autofree char *before = g_strdup_printf ("before.%s", variant);

  place_lead (flow, lead);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.before"), NULL, PART_ABOVE, KEEP);
  place_text (flow, SGN_TYPE_BODY, before);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.plan"), NULL, PART_ABOVE, KEEP);
  table->min_height = PEN_ROW;
  add_rows (flow, table, variant, keys);
  sgn_table_place (table, flow);
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.say"), NULL, PART_ABOVE, KEEP);
  place_text (flow, SGN_TYPE_BODY, "say");
}

static void
place_key (SgnFlow *flow)
{
  static const char *const keys[] = { "where", "found", "ask", NULL };
  const SgnColumn columns[] = {
    { 24, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.where"), TRUE },
    { 66, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.found"), FALSE },
    { 80, SGN_ALIGN_LEFT, sgn_flow_text (flow, "table.ask"), FALSE },
  };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));

  place_lead (flow, "lead");
  add_rows (flow, table, "point", keys);
  place_table (flow, table);
}

void
sgn_seminar_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const char *variant = sgn_json_string (sheet->projection, "variant");

  frame->editions = sgn_assessment_words_edition (flow);
  sgn_frame_begin (frame, flow);
  if (g_str_equal (sheet->document->id, papers[SGN_SEMINAR_HANDOUT].document))
    place_handout (flow);
  else if (g_str_equal (sheet->document->id, papers[SGN_SEMINAR_KEY].document))
    place_key (flow);
  else
    place_script (flow, variant);
  sgn_frame_finish (frame, flow);
}

static json_t *
make_projection (const SgnSeminarSheet *self)
{
  json_t *projection = json_deep_copy (self->record);

  sgn_json_set_string (projection, "document", papers[self->paper].document);
  if (papers[self->paper].variant != NULL)
    sgn_json_set_string (projection, "variant", papers[self->paper].variant);
  return projection;
}

/**
 * sgn_seminar_sheet_to_pdf:
 * @self: what it says
 * @error: return location: %SGN_ERROR_NOT_YET, %SGN_ERROR_CHECK
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
sgn_seminar_sheet_to_pdf (const SgnSeminarSheet *self, GError **error)
{
  const char *id = papers[self->paper].document;
  g_autoptr (json_t) projection = make_projection (self);
  g_autofree char *text = sgn_json_to_canonical (projection);
  g_autofree char *hash = sgn_digest_of_text (text);
  g_autoptr (GBytes) attachment = g_bytes_new (text, strlen (text));
  const SgnText title = {
    (char *) sgn_documents_text (self->documents, id, "title", SGN_LANGUAGE_JA),
    (char *) sgn_documents_text (self->documents, id, "title", SGN_LANGUAGE_EN),
  };
  const SgnDocument document = {
    .id = (char *) id,
    .form = (char *) papers[self->paper].form,
    .form_version = (char *) "1.0",
    .title = title,
    .short_title = title,
    .disclaimer = (char *) "training",
  };
  const SgnSheet sheet = {
    .document = &document,
    .documents = self->documents,
    .language = self->language,
    .audience = SGN_AUDIENCE_INTERNAL,
    .projection = projection,
    .record_hash = hash,
    .issued = self->issued,
    .program = self->program,
    .training = TRUE,
  };
  g_autoptr (SgnPages) pages = sgn_pages_new (&sheet, error);

  return pages != NULL ? sgn_pages_to_pdf (pages, attachment, error) : NULL;
}
