/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-frame.h"

#include <string.h>

#include "sgn-footer.h"

#include "sgn-date.h"

#define HEAD_GAP 9.6
#define HEAD_ROW 13.0
#define TAG_PAD 5.8

/* R08 ＝ 令和8年 ＝ 2026年: what the short dates of the tables mean, said once. */
static void
add_era (SgnFrame *self, SgnFlow *flow)
{
  g_autofree char *date = sgn_time_get_date (flow->sheet->issued);
  g_autofree char *era = sgn_date_to_era (date);
  g_autofree char *letters = sgn_date_to_era_short (date);
  g_autofree char *year = NULL;

  if (!sgn_flow_is_japanese (flow) || flow->form->dates != SGN_DATES_ERA || era == NULL)
    return;
  *strchr (letters, '.') = '\0';
  year = g_strndup (era, (gsize) (strstr (era, "年") - era) + strlen ("年"));
  date[4] = '\0';
  sgn_frame_add_foot_line (self, sgn_flow_format (flow, "note.era", "short", letters, "era", year,
                                                  "year", date, NULL));
}

SgnFrame *
sgn_frame_new (SgnFlow *flow)
{
  SgnFrame *self = g_new0 (SgnFrame, 1);

  self->foot_lines = g_ptr_array_new_with_free_func (g_free);
  add_era (self, flow);
  if (sgn_flow_is_copy (flow))
    sgn_frame_add_foot_line (self, g_strdup (sgn_flow_text (flow, "note.copy")));
  return self;
}

void
sgn_frame_free (SgnFrame *self)
{
  g_free (self->editions);
  g_ptr_array_unref (self->foot_lines);
  g_free (self);
}

void
sgn_frame_add_foot_line (SgnFrame *self, char *line)
{
  g_ptr_array_add (self->foot_lines, line);
}

void
sgn_frame_add_inherited (SgnFrame *self,
                         SgnFlow *flow,
                         const char *catalogue,
                         const char *edition,
                         const char *note)
{
  if (note != NULL)
    sgn_frame_add_foot_line (self, sgn_flow_format (flow, "foot.inherited", "catalogue", catalogue,
                                                    "edition", edition, "note", note, NULL));
}

void
sgn_frame_add_trademark (SgnFrame *self, SgnFlow *flow)
{
  if (flow->sheet->document->trademark)
    sgn_frame_add_foot_line (self, g_strdup (sgn_documents_trademark (flow->sheet->documents,
                                                                      flow->sheet->language)));
}

double
sgn_frame_place_tag (SgnFlow *flow, SgnPlace place, const char *word)
{
  double width = sgn_typesetter_measure (flow->canvas.typesetter, SGN_TYPE_TAG, word) + 2 * TAG_PAD;
  double x = place.align == SGN_ALIGN_RIGHT ? place.x - width : place.x;

  sgn_canvas_rect (&flow->canvas, (SgnRect){ x, place.y, width, SGN_TAG_HEIGHT }, SGN_COLOUR_NONE,
                   SGN_INK (0.8));
  sgn_canvas_text (&flow->canvas, SGN_TYPE_TAG,
                   (SgnPlace){ x + TAG_PAD, place.y, SGN_ALIGN_LEFT, SGN_TAG_HEIGHT, 0 }, word);
  return x + width;
}

static double
place_tag (SgnFlow *flow, double x, const char *word)
{
  return sgn_frame_place_tag (flow, (SgnPlace){ x, SGN_TOP, SGN_ALIGN_LEFT, 0, 0 }, word);
}

static double
place_tags (const SgnFrame *self, SgnFlow *flow)
{
  double x = SGN_LEFT;

  if (sgn_json_boolean (flow->sheet->projection, "sample"))
    x = place_tag (flow, x, sgn_flow_text (flow, "tag.sample")) + 6;
  if (self->draft)
    x = place_tag (flow, x, sgn_flow_text (flow, "tag.draft")) + 6;
  return x;
}

typedef struct {
  const char *label;
  const char *value;
  SgnType type;
} HeadRow;

static double
measure_widest (SgnFlow *flow, const HeadRow *rows, guint n, gboolean labels)
{
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, sgn_typesetter_measure (flow->canvas.typesetter,
                                                  labels ? SGN_TYPE_BLOCK : rows[i].type,
                                                  labels ? rows[i].label : rows[i].value));
  return widest;
}

static void
place_number_row (SgnFlow *flow, const HeadRow *row, double label_x, SgnPoint value)
{
  SgnCanvas *canvas = &flow->canvas;

  sgn_canvas_begin (canvas, SGN_TAG_TR);
  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (canvas, SGN_TYPE_BLOCK, (SgnPlace){ label_x, value.y, 0, 0, 0 }, row->label);
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_TD);
  sgn_canvas_text (canvas, row->type, (SgnPlace){ value.x, value.y, 0, 0, 0 }, row->value);
  sgn_canvas_end (canvas);
  sgn_canvas_end (canvas);
}

/* (nullable): what stands where the document number does */
static const char *
get_number (SgnFlow *flow)
{
  return sgn_flow_is_copy (flow) ? sgn_flow_text (flow, "tag.copy") : flow->sheet->number;
}

/* 文書番号, 発行日, 用途: at the right edge, label and value each in a column. */
static void
place_number_block (const SgnFrame *self, SgnFlow *flow)
{
  g_autofree char *date = sgn_time_get_date (flow->sheet->issued);
  g_autofree char *issued = sgn_flow_date (flow, date);
  const char *number = get_number (flow);
  const char *use = sgn_flow_is_partner (flow) ? "audience.partner" : "audience.internal";
  HeadRow rows[3];
  guint n = 0;

  if (number != NULL)
    rows[n++] = (HeadRow){ sgn_flow_text (flow, "label.number"), number, SGN_TYPE_BLOCK_BOLD };
  rows[n++] = (HeadRow){ sgn_flow_text (flow, "label.issued"), issued, SGN_TYPE_BLOCK };
  if (!self->letter)
    rows[n++] =
      (HeadRow){ sgn_flow_text (flow, "label.use"), sgn_flow_text (flow, use), SGN_TYPE_BLOCK };

  double value_x = SGN_RIGHT - measure_widest (flow, rows, n, FALSE);
  double label_x = value_x - HEAD_GAP - measure_widest (flow, rows, n, TRUE);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  for (guint i = 0; i < n; i++)
    place_number_row (flow, &rows[i], label_x, (SgnPoint){ value_x, SGN_TOP + i * HEAD_ROW });
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
}

static SgnType
choose_title_type (SgnFlow *flow, const char *title)
{
  gboolean ja = sgn_flow_is_japanese (flow);
  SgnType type = ja ? SGN_TYPE_TITLE : SGN_TYPE_TITLE_EN;

  if (sgn_typesetter_measure (flow->canvas.typesetter, type, title) <= SGN_WIDTH)
    return type;
  return ja ? SGN_TYPE_TITLE_LONG : SGN_TYPE_TITLE_LONG_EN;
}

void
sgn_frame_place_title (SgnFlow *flow)
{
  const char *title =
    sgn_document_get_title (flow->sheet->document, flow->sheet->projection, flow->sheet->language);
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_strdup (title);
  entry->level = 1;
  entry->y = SGN_TITLE_TOP;
  g_ptr_array_add (flow->canvas.pages->outline, entry);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_H1);
  sgn_canvas_text (&flow->canvas, choose_title_type (flow, title),
                   (SgnPlace){ SGN_CENTRE, SGN_TITLE_TOP, SGN_ALIGN_CENTRE, 0, 0 }, title);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, SGN_TITLE_RULE, SGN_WIDTH, 0 },
                   SGN_INK (1.2));
}

static void
place_disclaimer (SgnFlow *flow, SgnType type, double y)
{
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, type, (SgnPlace){ SGN_CENTRE, y, SGN_ALIGN_CENTRE, 0, 0 },
                   sgn_documents_disclaimer (flow->sheet->documents,
                                             flow->sheet->document->disclaimer,
                                             flow->sheet->language));
  sgn_canvas_end (&flow->canvas);
}

/* The title, and the two lines under it that all sheets share. */
static void
place_head (SgnFlow *flow)
{
  sgn_frame_place_title (flow);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, SGN_TITLE_RULE + 3.2, SGN_WIDTH, 0 },
                   SGN_INK (0.4));
}

void
sgn_frame_begin (const SgnFrame *self, SgnFlow *flow)
{
  if (flow->sheet->training)
    sgn_canvas_banner (&flow->canvas, sgn_flow_text (flow, "tag.seminar"));
  if (!self->cover)
    place_head (flow);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_tags (self, flow);
  sgn_canvas_end (&flow->canvas);
  place_number_block (self, flow);
  if (!self->letter && !self->cover)
    place_disclaimer (flow, SGN_TYPE_BLOCK, SGN_DISCLAIMER_TOP);

  flow->y = self->letter ? SGN_BODY_TOP_PLAIN : SGN_BODY_TOP;
  if (self->foot_lines->len > 0)
    flow->bottom -= self->foot_lines->len * SGN_FOOT_LINE + 1;
}

/* The company's name, cut where it would meet the document number. */
static void
place_running_company (SgnFlow *flow, double x, double room)
{
  SgnTypesetter *typesetter = flow->canvas.typesetter;
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (typesetter, SGN_TYPE_RUNNING, flow->canvas.pages->company, room);
  const SgnLine *first = g_ptr_array_index (lines, 0);
  g_autofree char *cut = g_strconcat (first->text, lines->len > 1 ? "…" : "", NULL);

  sgn_canvas_text (&flow->canvas, SGN_TYPE_RUNNING, (SgnPlace){ x, SGN_TOP, 0, 0, 0 }, cut);
}

/* The number; a document that gets none says when it was issued. */
static char *
format_running_number (SgnFlow *flow)
{
  const char *number = flow->sheet->number;
  g_autofree char *date = sgn_time_get_date (flow->sheet->issued);
  g_autofree char *issued = sgn_flow_date (flow, date);

  if (number != NULL)
    return sgn_flow_format (flow, "label.number_short", "number", number, NULL);
  if (sgn_flow_is_copy (flow))
    return g_strdup (get_number (flow));
  return sgn_flow_format (flow, "label.issued_short", "date", issued, NULL);
}

static double
place_running_number (SgnFlow *flow)
{
  g_autofree char *text = format_running_number (flow);

  return sgn_canvas_text (&flow->canvas, SGN_TYPE_RUNNING_BOLD,
                          (SgnPlace){ SGN_RIGHT, SGN_TOP, SGN_ALIGN_RIGHT, 0, 0 }, text);
}

static void
place_running_head (const SgnFrame *self, SgnFlow *flow)
{
  const char *title = sgn_document_get_short_title (flow->sheet->document, flow->sheet->projection,
                                                    flow->sheet->language);
  double x = place_tags (self, flow);
  double number = place_running_number (flow);

  x += sgn_canvas_text (&flow->canvas, SGN_TYPE_RUNNING_BOLD, (SgnPlace){ x, SGN_TOP, 0, 0, 0 },
                        title);
  place_running_company (flow, x + 10, SGN_RIGHT - number - 24 - x);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, SGN_RUNNING_RULE, SGN_WIDTH, 0 },
                   SGN_INK (SGN_RULE_FRAME));
}

static void
place_foot_lines (const SgnFrame *self, SgnFlow *flow)
{
  double y = SGN_FOOT_LINES_BOTTOM - self->foot_lines->len * SGN_FOOT_LINE;

  for (guint i = 0; i < self->foot_lines->len; i++)
    sgn_canvas_text (&flow->canvas, SGN_TYPE_FOOT,
                     (SgnPlace){ SGN_LEFT, y + i * SGN_FOOT_LINE, 0, 0, 0 },
                     g_ptr_array_index (self->foot_lines, i));
}

void
sgn_frame_finish (const SgnFrame *self, SgnFlow *flow)
{
  guint n = flow->canvas.pages->pages->len;

  for (guint i = 0; i < n; i++) {
    flow->canvas.page = i;
    flow->canvas.node = SGN_NODE_ARTIFACT;
    if (i > 0 && flow->sheet->training)
      sgn_canvas_banner (&flow->canvas, sgn_flow_text (flow, "tag.seminar"));
    if (i > 0)
      place_running_head (self, flow);
    place_foot_lines (self, flow);
    sgn_footer_place (flow, self->editions, i + 1, n);
    flow->canvas.node = SGN_NODE_DOCUMENT;
    if (self->letter && i + 1 == n)
      place_disclaimer (flow, SGN_TYPE_POLICY_DISCLAIMER,
                        SGN_FOOT - 22 - self->foot_lines->len * SGN_FOOT_LINE);
    sgn_footer_place_code (flow);
  }
}
