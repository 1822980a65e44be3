/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-basic-policy-private.h"

#define PART_ABOVE 10.5
#define PREAMBLE_BELOW 6.0

static double
get_leading (SgnType type)
{
  return sgn_type_get_style (type)->leading;
}

/* One paragraph, line by line; Japanese is justified. */
static void
place_lines (SgnLetter *self, GPtrArray *lines, double x, double width)
{
  sgn_flow_place_lines (self->flow, self->text, x, lines, self->japanese ? width : 0);
}

static GPtrArray *
break_text (SgnLetter *self, const char *text, double width)
{
  return sgn_typesetter_break (self->flow->canvas.typesetter, self->text, text, width);
}

/* A Japanese opening paragraph starts one em in. */
static void
place_preamble (SgnLetter *self, const char *text)
{
  g_autofree char *indented = self->japanese && !g_str_has_prefix (text, "　")
                                ? g_strconcat ("　", text, NULL)
                                : g_strdup (text);
  g_autoptr (GPtrArray) lines = break_text (self, indented, SGN_LETTER_WIDTH);

  place_lines (self, lines, SGN_LETTER_LEFT, SGN_LETTER_WIDTH);
  self->flow->y += PREAMBLE_BELOW;
}

static void
place_part_head (SgnLetter *self, const char *title)
{
  SgnFlow *flow = self->flow;
  g_autofree char *number = g_strdup_printf ("%u", ++self->number);
  g_autofree char *shown = sgn_flow_format (flow, "part.number", "n", number, NULL);
  g_autofree char *heading =
    sgn_flow_format (flow, "heading.format", "n", number, "title", title, NULL);
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_steal_pointer (&heading);
  entry->level = 2;
  entry->page = flow->canvas.page;
  entry->y = flow->y;
  g_ptr_array_add (flow->canvas.pages->outline, entry);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_H2);
  sgn_canvas_text (&flow->canvas, self->head, (SgnPlace){ SGN_LETTER_LEFT, flow->y, 0, 0, 0 },
                   shown);
  sgn_canvas_text (&flow->canvas, self->head, (SgnPlace){ SGN_LETTER_TEXT_LEFT, flow->y, 0, 0, 0 },
                   title);
  sgn_canvas_end (&flow->canvas);
  flow->y += get_leading (self->head);
}

static void
place_part (SgnLetter *self, const json_t *part)
{
  SgnFlow *flow = self->flow;
  const char *title = sgn_json_string (part, "title");
  const char *text = sgn_json_string (part, "text");
  g_autoptr (GPtrArray) lines = break_text (self, text != NULL ? text : "", SGN_LETTER_TEXT_WIDTH);
  guint kept = MIN (lines->len, 3);

  if (title == NULL) {
    place_preamble (self, text != NULL ? text : "");
    return;
  }
  flow->y += PART_ABOVE;
  sgn_flow_need (flow, get_leading (self->head) + kept * get_leading (self->text));
  place_part_head (self, title);
  place_lines (self, lines, SGN_LETTER_TEXT_LEFT, SGN_LETTER_TEXT_WIDTH);
}

/* 方針 第2版（2026-11-23改定） */
static char *
format_editions (SgnLetter *self)
{
  g_autofree char *edition =
    g_strdup_printf ("%" G_GINT64_FORMAT, sgn_json_integer (self->policy, "version", 1));
  const char *established = sgn_json_string (self->policy, "established");
  const char *revised = sgn_json_string (self->policy, "revised");

  if (revised != NULL)
    return sgn_flow_format (self->flow, "foot.policy", "edition", edition, "date", revised, NULL);
  return sgn_flow_format (self->flow, "foot.policy_first", "edition", edition, "date",
                          established != NULL ? established : "—", NULL);
}

static SgnFrame *
create_frame (SgnLetter *self)
{
  SgnFrame *frame = sgn_frame_new (self->flow);
  gboolean foreign = self->japanese != sgn_flow_is_japanese (self->flow);

  frame->editions = format_editions (self);
  frame->letter = TRUE;
  frame->draft = sgn_json_boolean (self->policy, "draft");
  if (foreign)
    sgn_frame_add_foot_line (frame, g_strdup (sgn_flow_text (self->flow, "note.other_language")));
  return frame;
}

static void
choose_types (SgnLetter *self)
{
  gboolean ja = self->japanese;

  self->text = ja ? SGN_TYPE_POLICY : SGN_TYPE_POLICY_EN;
  self->head = ja ? SGN_TYPE_POLICY_HEAD : SGN_TYPE_POLICY_HEAD_EN;
  self->date = ja ? SGN_TYPE_POLICY_DATE : SGN_TYPE_POLICY_DATE_EN;
  self->company = ja ? SGN_TYPE_POLICY_COMPANY : SGN_TYPE_POLICY_COMPANY_EN;
  self->office = ja ? SGN_TYPE_POLICY_OFFICE : SGN_TYPE_POLICY_OFFICE_EN;
  self->name = ja ? SGN_TYPE_POLICY_NAME : SGN_TYPE_POLICY_NAME_EN;
}

void
sgn_basic_policy_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = NULL;
  SgnLetter self = { .flow = flow, .policy = json_object_get (sheet->projection, "policy") };
  const char *language = sgn_json_string (self.policy, "text_language");
  json_t *part;
  size_t i;

  self.japanese = language != NULL ? g_str_equal (language, "ja") : sgn_flow_is_japanese (flow);
  choose_types (&self);
  frame = create_frame (&self);
  sgn_frame_begin (frame, flow);
  json_array_foreach (json_object_get (self.policy, "parts"), i, part) place_part (&self, part);
  sgn_letter_place_end (&self);
  sgn_frame_finish (frame, flow);
}
