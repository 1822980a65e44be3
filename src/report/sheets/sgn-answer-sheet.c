/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-answer-sheet-private.h"

#include "sgn-assessment-words.h"

#define BODY_TOP (SGN_TITLE_RULE + 16)
#define HEAD_HEIGHT 42.0
#define HEAD_LABEL 14.0
#define HEAD_PAD 4.0
#define PERSON_X 247.0
#define DATE_X 385.0
#define GUIDE_ABOVE 8.0
#define GUIDE_BELOW 7.0
#define MEANS_GAP 12.0
#define WORD_GAP 4.0
#define NOTE_ABOVE 6.0
#define DISCLAIMER_ROOM 4.0

/* One cell of the head: its label, and what is known already. */
typedef struct {
  double x;
  double end;
  const char *label;
  GPtrArray *lines;
} HeadCell;

/* (nullable) */
static GPtrArray *
break_known (SgnFlow *flow, const char *text, double width)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return sgn_typesetter_break (flow->canvas.typesetter, SGN_TYPE_KEY_BOLD, text,
                               width - 2 * HEAD_PAD);
}

/* The company, and the site that the sheet is for; owned by the caller. */
static char *
format_place (SgnFlow *flow)
{
  json_t *json = flow->sheet->projection;
  const char *name = sgn_json_string (json_object_get (json, "company"), "name");
  const char *scope = sgn_json_string (json_object_get (json, "assessment"), "scope");

  if (name == NULL || scope == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s\n%s", name, scope);
}

static void
place_head_cell (SgnFlow *flow, const HeadCell *cell)
{
  SgnCanvas *canvas = &flow->canvas;
  guint n = cell->lines != NULL ? cell->lines->len : 0;

  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ cell->x + HEAD_PAD, flow->y + 1.5, 0, 0, 0 },
                   cell->label);
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_TD);
  if (n == 0)
    sgn_canvas_nothing (canvas);
  for (guint i = 0; i < n; i++)
    sgn_canvas_line_of_text (canvas, SGN_TYPE_KEY_BOLD,
                             (SgnPlace){ cell->x + HEAD_PAD,
                                         flow->y + HEAD_LABEL + i * SGN_KEY_LINE, 0, SGN_KEY_LINE,
                                         0 },
                             g_ptr_array_index (cell->lines, i), 0);
  sgn_canvas_end (canvas);
}

static void
place_head_rules (SgnFlow *flow, const HeadCell *cells, guint n, double height)
{
  for (guint i = 1; i < n; i++)
    sgn_canvas_line (&flow->canvas, (SgnRect){ cells[i].x, flow->y, 0, height },
                     SGN_INK (SGN_RULE_FORM));
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, height },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
}

/* Who fills it in, for which place, and when: what is known is printed, the rest is left. */
static void
place_head (SgnFlow *flow)
{
  const char *recipient = sgn_json_string (flow->sheet->projection, "recipient");
  g_autofree char *place = format_place (flow);
  g_autoptr (GPtrArray) places = break_known (flow, place, PERSON_X);
  g_autoptr (GPtrArray) people = break_known (flow, recipient, DATE_X - PERSON_X);
  HeadCell cells[] = {
    { SGN_LEFT, SGN_LEFT + PERSON_X, sgn_flow_text (flow, "head.company"), places },
    { SGN_LEFT + PERSON_X, SGN_LEFT + DATE_X, sgn_flow_text (flow, "head.person"), people },
    { SGN_LEFT + DATE_X, SGN_RIGHT, sgn_flow_text (flow, "head.date"), NULL },
  };
  guint n = MAX (places != NULL ? places->len : 0, people != NULL ? people->len : 0);
  double height = MAX (HEAD_HEIGHT, HEAD_LABEL + n * SGN_KEY_LINE + 4);

  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    place_head_cell (flow, &cells[i]);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_KEY,
                   (SgnPlace){ SGN_RIGHT - 8, flow->y + height - 18, SGN_ALIGN_RIGHT, 0, 0 },
                   sgn_flow_text (flow, "head.date_form"));
  sgn_canvas_end (&flow->canvas);
  place_head_rules (flow, cells, G_N_ELEMENTS (cells), height);
  flow->y += height;
}

/* (nullable): the word of the answer that stands for not knowing */
static const char *
find_unknown (SgnFlow *flow)
{
  json_t *choice;
  size_t i;

  json_array_foreach (json_object_get (flow->sheet->projection, "choices"), i, choice)
  {
    if (sgn_assessment_words_mark (choice, "mark") == SGN_MARK_UNKNOWN)
      return sgn_json_string (choice, "word");
  }
  return NULL;
}

static void
place_sentences (SgnFlow *flow)
{
  const char *unknown = find_unknown (flow);
  const char *date =
    sgn_json_string (json_object_get (flow->sheet->projection, "assessment"), "date");
  g_autofree char *words = date != NULL ? sgn_flow_date (flow, date) : NULL;
  g_autofree char *guide = NULL;
  g_autofree char *filled = NULL;

  if (unknown != NULL) {
    guide = sgn_flow_format (flow, "guide", "unknown", unknown, NULL);
    sgn_flow_paragraph (flow, SGN_TYPE_NOTE, guide);
  }
  if (words == NULL)
    return;
  filled = sgn_flow_format (flow, "guide.filled", "date", words, NULL);
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, filled);
}

/* Word and meaning; returns where the next one begins. */
static double
place_meaning (SgnFlow *flow, const json_t *choice, double x)
{
  SgnTypesetter *typesetter = flow->canvas.typesetter;
  const char *word = sgn_json_string (choice, "word");
  const char *means = sgn_json_string (choice, "means");
  double leading = sgn_type_get_style (SGN_TYPE_NOTE)->leading;
  double word_width;
  double width;

  if (word == NULL || means == NULL)
    return x;
  word_width = sgn_typesetter_measure (typesetter, SGN_TYPE_HEAD, word) + WORD_GAP;
  width = word_width + sgn_typesetter_measure (typesetter, SGN_TYPE_NOTE, means);
  if (x > SGN_LEFT && x + width > SGN_RIGHT) {
    x = SGN_LEFT;
    flow->y += leading;
  }
  sgn_canvas_text (&flow->canvas, SGN_TYPE_HEAD, (SgnPlace){ x, flow->y, 0, 0, 0 }, word);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE, (SgnPlace){ x + word_width, flow->y, 0, 0, 0 },
                   means);
  return x + width + MEANS_GAP;
}

static void
place_guide (SgnFlow *flow)
{
  double x = SGN_LEFT;
  json_t *choice;
  size_t i;

  flow->y += GUIDE_ABOVE;
  place_sentences (flow);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  json_array_foreach (json_object_get (flow->sheet->projection, "choices"), i, choice)
  {
    x = place_meaning (flow, choice, x);
  }
  if (x <= SGN_LEFT)
    sgn_canvas_nothing (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  flow->y += sgn_type_get_style (SGN_TYPE_NOTE)->leading + GUIDE_BELOW;
}

static void
place_note (SgnFlow *flow)
{
  const char *note =
    sgn_json_string (json_object_get (flow->sheet->projection, "catalogue"), "edition_note");
  g_autofree char *text =
    sgn_flow_format (flow, "note.enter", "note", note != NULL ? note : "", NULL);
  g_autofree char *joined = sgn_text_join (text);

  flow->y += NOTE_ABOVE;
  sgn_flow_need (flow, sgn_flow_measure_paragraph (flow, SGN_TYPE_NOTE, joined));
  sgn_flow_paragraph (flow, SGN_TYPE_NOTE, joined);
}

void
sgn_answer_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);

  frame->editions = sgn_assessment_words_edition (flow);
  frame->letter = TRUE;
  flow->bottom -= DISCLAIMER_ROOM;
  sgn_frame_begin (frame, flow);
  flow->y = BODY_TOP;
  place_head (flow);
  place_guide (flow);
  sgn_answer_sheet_place_table (flow);
  place_note (flow);
  sgn_frame_finish (frame, flow);
}
