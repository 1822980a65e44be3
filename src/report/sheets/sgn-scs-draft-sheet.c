/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-key-block.h"
#include "sgn-number.h"
#include "sgn-scs-draft-private.h"

#define MARK_HEIGHT 46.0
#define MARK_BELOW 10.0
#define MARK_TOP 6.0
#define MARK_RULE 1.6
#define TEXT_BELOW 5.0
#define SIGN_ABOVE 4.0
#define SIGN_ROW 25.0
#define SIGN_LABEL 126.0
#define SIGN_PAD 6.0
#define TICK 8.0
#define TICK_TEXT 15.0
#define TICK_BELOW 1.2
#define LATEST_ABOVE 3.0

static void
place_mark (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  SgnType type = sgn_flow_is_japanese (flow) ? SGN_TYPE_TITLE : SGN_TYPE_TITLE_EN;
  double y = flow->y + MARK_TOP;

  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, MARK_HEIGHT },
                   SGN_COLOUR_NONE, SGN_INK (MARK_RULE));
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, type, (SgnPlace){ SGN_CENTRE, y, SGN_ALIGN_CENTRE, 0, 0 },
                   sgn_flow_text (flow, "mark"));
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE,
                   (SgnPlace){ SGN_CENTRE, y + sgn_type_get_style (type)->leading, SGN_ALIGN_CENTRE,
                               0, 0 },
                   sgn_flow_text (flow, "mark.note"));
  sgn_canvas_end (&flow->canvas);
  flow->y += MARK_HEIGHT + MARK_BELOW;
}

static void
place_block (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnKeyBlock) block = sgn_key_block_new ();
  json_t *assessment = json_object_get (self->json, "assessment");
  SgnType type = sgn_key_block_get_type (flow);
  const char *scope = sgn_json_string (assessment, "scope");
  g_autofree char *head = sgn_key_block_dup_representative (flow);
  g_autofree char *day = sgn_scs_draft_format_day (self, assessment, "date");
  g_autofree char *met = sgn_scs_draft_format_met (self);
  g_autofree char *open = sgn_scs_draft_format_open (self);
  g_autofree char *experts = sgn_scs_draft_format_experts (self);
  g_autofree char *edition = sgn_flow_format (
    flow, "edition", "level", sgn_scs_draft_get_text (self->json, "level"), "edition",
    sgn_scs_draft_get_text (json_object_get (self->json, "catalogue"), "edition_label"), NULL);

  sgn_key_block_add_name_and_number (block, flow);
  sgn_key_block_add (block, sgn_flow_text (flow, "label.representative"), type, head);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.date"), type, day);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.scope"), type,
                     scope != NULL ? scope : sgn_flow_text (flow, "scope.company"));
  sgn_key_block_add (block, sgn_flow_text (flow, "block.edition"), type, edition);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.met"), type, met);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.open"), type, open);
  sgn_key_block_add (block, sgn_flow_text (flow, "block.expert"), type, experts);
  sgn_key_block_place (block, flow);
}

static void
place_text (const SgnScsSheet *self, SgnType type, const char *text)
{
  g_autofree char *joined = sgn_text_join (text);

  sgn_flow_paragraph (self->flow, type, joined);
  self->flow->y += TEXT_BELOW;
}

static void
place_statement (const SgnScsSheet *self, SgnType type)
{
  g_autofree char *checked = sgn_scs_draft_format_checked (self);
  g_autofree char *result = sgn_scs_draft_format_result (self);
  g_autofree char *text = sgn_scs_draft_join (self, checked, result);
  g_autofree char *looks = sgn_scs_draft_format_looks (self);

  place_text (self, type, text);
  place_text (self, type, looks);
}

static void
place_numbers (const SgnScsSheet *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;
  json_t *item;
  size_t i;

  json_array_foreach (json_object_get (self->json, "open"), i, item)
    g_string_append_printf (list, "%s%s", i > 0 ? sgn_flow_text (self->flow, "list.separator") : "",
                            sgn_scs_draft_get_text (item, "number"));
  text = sgn_flow_format (self->flow, "open.list", "list", list->str, NULL);
  place_text (self, SGN_TYPE_NOTE, text);
}

/* Criteria are open: that is said, and nothing is sworn to. */
static void
place_not_yet (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  gint64 na = sgn_scs_count (self->json, SGN_MARK_NOT_APPLICABLE);
  g_autofree char *n = sgn_number_format (na);
  g_autofree char *apart = sgn_flow_format (flow, "not_applicable", "na", n, NULL);
  g_autofree char *both = sgn_scs_draft_join (self, apart, sgn_flow_text (flow, "not_yet"));

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.not_yet"), NULL, SGN_H2_ABOVE_DENSE, 0);
  place_statement (self, SGN_TYPE_BODY);
  place_text (self, SGN_TYPE_BODY, na > 0 ? both : sgn_flow_text (flow, "not_yet"));
  place_numbers (self);
}

static void
place_oath (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.oath"), sgn_flow_text (flow, "note.own"),
                    SGN_H2_ABOVE_DENSE, 0);
  place_statement (self, SGN_TYPE_STATEMENT);
  place_text (self, SGN_TYPE_STATEMENT, sgn_flow_text (flow, "oath"));
  if (sgn_scs_count (self->json, SGN_MARK_NOT_APPLICABLE) > 0)
    place_text (self, SGN_TYPE_NOTE, sgn_flow_text (flow, "not_applicable.unknown"));
  if (sgn_scs_draft_count_seen (self) < sgn_scs_draft_get_number (self, "criteria"))
    place_text (self, SGN_TYPE_NOTE, sgn_flow_text (flow, "experts.first"));
}

static double
measure_line (const SgnScsSheet *self, const char *label)
{
  double leading = sgn_type_get_style (SGN_TYPE_BODY)->leading;

  return SIGN_ROW - leading +
         sgn_flow_measure_lines (self->flow, SGN_TYPE_BODY, 0, SIGN_LABEL - SIGN_PAD, label);
}

/* A line to write on, with what may already stand on it. A long office takes several lines. */
static void
place_line (const SgnScsSheet *self, const char *label, const char *words)
{
  SgnFlow *flow = self->flow;
  double x = SGN_LEFT + SIGN_LABEL;
  double height = measure_line (self, label);
  double inset = (SIGN_ROW - sgn_type_get_style (SGN_TYPE_BODY)->leading) / 2;
  double bottom = flow->y + height;

  flow->y += inset;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  if (words != NULL)
    sgn_canvas_text (&flow->canvas, SGN_TYPE_BODY,
                     (SgnPlace){ x, bottom - SIGN_ROW + inset, SGN_ALIGN_LEFT, 0, 0 }, words);
  sgn_flow_lines (flow, SGN_TYPE_BODY, (SgnPlace){ SGN_LEFT, 0, SGN_ALIGN_LEFT, 0, 0 },
                  SIGN_LABEL - SIGN_PAD, label);
  sgn_canvas_end (&flow->canvas);
  flow->y = bottom;
  sgn_canvas_line (&flow->canvas, (SgnRect){ x, bottom - 4, SGN_RIGHT - x, 0 },
                   SGN_INK (SGN_RULE_HEAD));
}

/* The lines for a pen: never on two pages. */
static void
place_signature (const SgnScsSheet *self)
{
  SgnFlow *flow = self->flow;
  gboolean named =
    json_array_size (json_object_get (sgn_scs_draft_get_experts (self), "named")) > 0;
  const char *title =
    sgn_json_string (json_object_get (self->json, "company"), "representative_title");
  g_autofree char *office =
    sgn_flow_format (flow, "sign.office", "office",
                     title != NULL && *title != '\0' ? title
                                                     : sgn_flow_text (flow, "label.representative"),
                     NULL);

  sgn_flow_need (flow, SIGN_ABOVE + (named ? 1 : 2) * SIGN_ROW + measure_line (self, office));
  flow->y += SIGN_ABOVE;
  place_line (self,
              sgn_flow_text (flow,
                             sgn_scs_draft_is_complete (self) ? "sign.oath_date" : "sign.date"),
              sgn_flow_text (flow, "sign.day"));
  place_line (self, office, NULL);
  if (!named)
    place_line (self, sgn_flow_text (flow, "sign.expert"), NULL);
}

static void
place_question (const SgnScsSheet *self, const char *text)
{
  SgnFlow *flow = self->flow;
  double leading = sgn_type_get_style (SGN_TYPE_BODY)->leading;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_LI);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_LBODY);
  sgn_canvas_rect (&flow->canvas,
                   (SgnRect){ SGN_LEFT + 1, flow->y + (leading - TICK) / 2, TICK, TICK },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FORM));
  sgn_flow_lines (flow, SGN_TYPE_BODY, (SgnPlace){ SGN_LEFT + TICK_TEXT, 0, SGN_ALIGN_LEFT, 0, 0 },
                  SGN_WIDTH - TICK_TEXT, text);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  flow->y += TICK_BELOW;
}

/* What is not known today and has to be, before anything is handed in. */
static void
place_questions (const SgnScsSheet *self)
{
  static const char *const keys[] = { "before.form",   "before.channel", "before.fee",
                                      "before.expert", "before.signer",  "before.not_applicable",
                                      "before.term" };
  SgnFlow *flow = self->flow;
  g_autofree char *day = sgn_scs_draft_format_day (self, self->json, "checked");
  g_autofree char *note = sgn_flow_format (flow, "note.checked", "date", day, NULL);
  double leading = sgn_type_get_style (SGN_TYPE_BODY)->leading;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.before"), note, SGN_H2_ABOVE_DENSE,
                    (G_N_ELEMENTS (keys) + 1) * (leading + TICK_BELOW) + LATEST_ABOVE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_L);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    place_question (self, sgn_flow_text (flow, keys[i]));
  sgn_canvas_end (&flow->canvas);
  flow->y += LATEST_ABOVE;
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, sgn_flow_text (flow, "before.latest"));
}

void
sgn_scs_draft_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);
  const SgnScsSheet self = { flow, sheet->projection, TRUE };

  frame->draft = TRUE;
  frame->editions = sgn_scs_draft_format_foot (&self);
  sgn_frame_add_foot_line (frame, g_strdup (sgn_flow_text (flow, "foot.mark")));
  sgn_frame_begin (frame, flow);
  place_mark (&self);
  place_block (&self);
  if (sgn_scs_draft_is_complete (&self))
    place_oath (&self);
  else
    place_not_yet (&self);
  place_signature (&self);
  place_questions (&self);
  sgn_frame_finish (frame, flow);
}
