/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-recovery-sheet.h"

#include "sgn-frame.h"
#include "sgn-key-block.h"

#include "sgn-date.h"
#include "sgn-digest.h"

#include <string.h>

#define ID "recovery-sheet"

#define TITLE_BELOW 14.0
/* Room for a hand that writes with a ball-point pen. */
#define HAND_LINE 27.0
#define HAND_LABEL 120.0
#define HAND_BOX 92.0
#define STEP_INDENT 20.0
#define STEP_BELOW 4.0
#define LEAD_BELOW 4.0
#define PARTS_ABOVE 17.0
#define WARNING_PAD 9.0

/* 24.1 MB; never by the locale */
static char *
format_size (gint64 size)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", (double) size / 1e6);
  return g_strconcat (number, " MB", NULL);
}

static void
add_value (SgnFlow *flow, SgnKeyBlock *block, const char *label, const char *value)
{
  sgn_key_block_add (block, sgn_flow_text (flow, label), sgn_key_block_get_type (flow), value);
}

static void
place_copy (SgnFlow *flow)
{
  json_t *copy = json_object_get (flow->sheet->projection, "copy");
  json_t *company = json_object_get (flow->sheet->projection, "company");
  const char *newest = sgn_json_string (copy, "newest");
  g_autofree char *minutes = newest != NULL ? sgn_time_to_minutes (newest) : NULL;
  g_autofree char *date = sgn_time_get_date (flow->sheet->issued);
  g_autofree char *made = sgn_date_to_words (date, flow->sheet->language);
  g_autofree char *size = format_size (sgn_json_integer (copy, "size", 0));
  g_autofree char *program =
    sgn_flow_format (flow, "value.program", "version", flow->sheet->program, NULL);
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.copy"), NULL, PARTS_ABOVE, 0);
  add_value (flow, block, "label.company", sgn_json_string (company, "name"));
  add_value (flow, block, "label.made", made);
  add_value (flow, block, "label.file", sgn_json_string (copy, "file"));
  add_value (flow, block, "label.newest", minutes);
  add_value (flow, block, "label.program", program);
  add_value (flow, block, "label.size", size);
  add_value (flow, block, "label.form", sgn_flow_text (flow, "value.form"));
  sgn_key_block_place (block, flow);
}

/* A label and a line to write on. */
static void
place_hand_line (SgnFlow *flow, const char *label)
{
  flow->y += HAND_LINE;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_BODY, (SgnPlace){ SGN_LEFT, flow->y - 14, 0, 0, 0 },
                   sgn_flow_text (flow, label));
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_line (&flow->canvas,
                   (SgnRect){ SGN_LEFT + HAND_LABEL, flow->y, SGN_WIDTH - HAND_LABEL, 0 },
                   SGN_INK (SGN_RULE_ROW));
}

static void
place_places (SgnFlow *flow)
{
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.place"), NULL, PARTS_ABOVE, 0);
  place_hand_line (flow, "label.place");
  place_hand_line (flow, "label.other");
  place_hand_line (flow, "label.keeper");
}

static void
place_passphrase (SgnFlow *flow)
{
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.passphrase"), NULL, PARTS_ABOVE + 6, 0);
  sgn_flow_paragraph (flow, SGN_TYPE_BODY, sgn_flow_text (flow, "note.passphrase"));
  flow->y += LEAD_BELOW;
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, HAND_BOX },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
  flow->y += HAND_BOX;
}

static void
place_lines (SgnFlow *flow, SgnType type, const char *text)
{
  sgn_flow_lines (flow, type, (SgnPlace){ SGN_LEFT + STEP_INDENT, 0, 0, 0, 0 },
                  SGN_WIDTH - STEP_INDENT, text);
}

static void
place_step (SgnFlow *flow, const char *number, const char *key, const char *command)
{
  g_autofree char *shown = sgn_flow_format (flow, "step.number", "n", number, NULL);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_GROUP, (SgnPlace){ SGN_LEFT + 4, flow->y, 0, 0, 0 },
                   shown);
  place_lines (flow, SGN_TYPE_BODY, sgn_flow_text (flow, key));
  if (command != NULL)
    place_lines (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, command));
  sgn_canvas_end (&flow->canvas);
  flow->y += STEP_BELOW;
}

static void
place_steps (SgnFlow *flow)
{
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.steps"), NULL, PARTS_ABOVE, 0);
  place_step (flow, "1", "step.1", NULL);
  place_step (flow, "2", "step.2", "step.command");
  place_step (flow, "3", "step.3", NULL);
}

static void
place_warning (SgnFlow *flow)
{
  double top = flow->y + 8;
  const char *text = sgn_flow_text (flow, "warning");
  g_autoptr (GPtrArray) lines = sgn_typesetter_break (flow->canvas.typesetter, SGN_TYPE_GROUP, text,
                                                      SGN_WIDTH - 2 * WARNING_PAD);
  double leading = sgn_type_get_style (SGN_TYPE_GROUP)->leading;

  sgn_canvas_rect (&flow->canvas,
                   (SgnRect){ SGN_LEFT, top, SGN_WIDTH, lines->len * leading + 2 * WARNING_PAD },
                   SGN_COLOUR_TINT, SGN_INK (SGN_RULE_ROW));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < lines->len; i++)
    sgn_canvas_line_of_text (&flow->canvas, SGN_TYPE_GROUP,
                             (SgnPlace){ SGN_LEFT + WARNING_PAD, top + WARNING_PAD + i * leading, 0,
                                         0, 0 },
                             g_ptr_array_index (lines, i), 0);
  sgn_canvas_end (&flow->canvas);
}

static void
place_foot (SgnFlow *flow)
{
  g_autofree char *program =
    sgn_flow_format (flow, "foot.program", "program", flow->sheet->program, NULL);

  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, SGN_FOOT_RULE, SGN_WIDTH, 0 },
                   SGN_INK (SGN_RULE_FOOT));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_FOOT, (SgnPlace){ SGN_LEFT, SGN_FOOT + 4, 0, 0, 0 },
                   program);
  sgn_canvas_end (&flow->canvas);
}

void
sgn_recovery_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);

  sgn_frame_place_title (flow);
  flow->y = SGN_TITLE_RULE + TITLE_BELOW;
  sgn_flow_paragraph (flow, SGN_TYPE_BODY, sgn_flow_text (flow, "lead"));
  place_copy (flow);
  place_places (flow);
  place_passphrase (flow);
  place_steps (flow);
  place_warning (flow);
  place_foot (flow);
}

static json_t *
make_projection (const SgnRecoverySheet *self)
{
  json_t *projection = json_object ();
  json_t *company = json_object ();
  json_t *copy = json_object ();

  sgn_json_set_string (company, "name", self->company);
  sgn_json_set_string (copy, "file", self->file);
  sgn_json_set_string (copy, "newest", self->newest);
  sgn_json_set_integer (copy, "size", self->size);
  sgn_json_set_string (projection, "document", ID);
  json_object_set_new (projection, "company", company);
  json_object_set_new (projection, "copy", copy);
  return projection;
}

/**
 * sgn_recovery_sheet_to_pdf:
 * @self: what it says
 * @error: return location: %SGN_ERROR_NOT_YET, %SGN_ERROR_CHECK
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
sgn_recovery_sheet_to_pdf (const SgnRecoverySheet *self, GError **error)
{
  g_autoptr (json_t) projection = make_projection (self);
  g_autofree char *text = sgn_json_to_canonical (projection);
  g_autofree char *hash = sgn_digest_of_text (text);
  g_autoptr (GBytes) attachment = g_bytes_new (text, strlen (text));
  g_autoptr (SgnPages) pages = NULL;
  const SgnDocument document = {
    .id = (char *) ID,
    .title = { (char *) sgn_documents_text (self->documents, ID, "title", SGN_LANGUAGE_JA),
               (char *) sgn_documents_text (self->documents, ID, "title", SGN_LANGUAGE_EN) },
  };
  const SgnSheet sheet = {
    .document = &document,
    .documents = self->documents,
    .language = self->language,
    .audience = SGN_AUDIENCE_INTERNAL,
    .projection = projection,
    .record_hash = hash,
    .issued = self->made,
    .program = self->program,
  };

  pages = sgn_pages_new (&sheet, error);
  return pages != NULL ? sgn_pages_to_pdf (pages, attachment, error) : NULL;
}
