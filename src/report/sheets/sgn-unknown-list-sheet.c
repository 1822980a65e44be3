/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-assessment-words.h"
#include "sgn-frame.h"
#include "sgn-number.h"
#include "sgn-unknown-list-private.h"

#include <math.h>

#define HEAD_HEIGHT 36.0
#define HEAD_PAD 5.0
#define INTRO_ABOVE 8.0
#define END_ABOVE 12.0
#define END_HEIGHT 18.0
#define END_LINE 128.0
/* Written by hand in one go: more room than this is left white. */
#define MORE_MAX 100.0

static const double widths[] = { 133, 133, 138, 89.2 };

static json_t *
get_json (SgnFlow *flow)
{
  return flow->sheet->projection;
}

/* Who is asked: with the department when it is one of the company, else as typed. */
static char *
format_asked (SgnFlow *flow)
{
  char *known = sgn_assessment_words_person (flow, json_object_get (get_json (flow), "asked"));

  return known != NULL ? known : g_strdup (sgn_json_string (get_json (flow), "recipient"));
}

static double
measure_value (SgnFlow *flow, const char *value, double width)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (value == NULL)
    return 0;
  lines = sgn_typesetter_break (flow->canvas.typesetter, SGN_TYPE_RULE_TITLE, value,
                                width - 2 * HEAD_PAD);
  return (lines->len - 1) * 14.0;
}

/* @value: (nullable): left for a pen */
static void
place_head_cell (SgnFlow *flow, SgnRect rect, const char *label, SgnType type, const char *value)
{
  SgnCanvas *canvas = &flow->canvas;
  double x = rect.x + HEAD_PAD;
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (canvas->typesetter, type, value != NULL ? value : "",
                          rect.width - 2 * HEAD_PAD);

  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ x, rect.y + 3, 0, 0, 0 },
                   sgn_flow_text (flow, label));
  sgn_canvas_end (canvas);
  sgn_canvas_begin (canvas, SGN_TAG_TD);
  if (value == NULL || lines->len == 0)
    sgn_canvas_nothing (canvas);
  for (guint i = 0; value != NULL && i < lines->len; i++)
    sgn_canvas_line_of_text (canvas, type, (SgnPlace){ x, rect.y + 17 + i * 14, 0, 14, 0 },
                             g_ptr_array_index (lines, i), 0);
  sgn_canvas_end (canvas);
  sgn_canvas_rect (canvas, rect, SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FORM));
}

static void
place_head (SgnFlow *flow)
{
  g_autofree char *asked = format_asked (flow);
  g_autofree char *asks =
    sgn_assessment_words_person (flow, json_object_get (get_json (flow), "asks"));
  const char *const labels[] = { "head.asked", "head.asks", "head.time", "head.place" };
  const char *const values[] = { asked, asks, sgn_flow_text (flow, "head.time_blank"), NULL };
  double height = HEAD_HEIGHT + MAX (measure_value (flow, asked, widths[0]),
                                     measure_value (flow, asks, widths[1]));
  double x = SGN_LEFT;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  for (guint i = 0; i < G_N_ELEMENTS (widths); x += widths[i], i++)
    place_head_cell (flow, (SgnRect){ x, flow->y, widths[i], height }, labels[i],
                     i < 2 ? SGN_TYPE_RULE_TITLE : SGN_TYPE_CELL, values[i]);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, height },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
  flow->y += height + INTRO_ABOVE;
}

static void
place_intro (SgnFlow *flow)
{
  json_t *json = get_json (flow);
  const char *name = sgn_json_string (json_object_get (json, "asked"), "name");
  gboolean assigned = sgn_json_boolean (json, "assigned") && name != NULL;
  g_autofree char *n =
    sgn_number_format ((gint64) json_array_size (json_object_get (json, "questions")));
  g_autofree char *intro = sgn_flow_format (flow, assigned ? "intro.assigned" : "intro.all", "name",
                                            name != NULL ? name : "", "n", n, NULL);

  sgn_flow_paragraph (flow, SGN_TYPE_ADVICE, intro);
}

/* What each question gets of the room that is left when all stand on this page, in whole points so
 * that the last one never misses the page by a hair. */
static double
share_room (SgnFlow *flow, json_t *questions)
{
  double room = sgn_flow_get_room (flow) - END_ABOVE - END_HEIGHT;
  json_t *question;
  size_t i;

  json_array_foreach (questions, i, question) room -=
    sgn_unknown_list_measure_question (flow, question);
  return CLAMP (floor (room / (double) MAX (json_array_size (questions), 1)), 0, MORE_MAX);
}

static void
place_questions (SgnFlow *flow)
{
  json_t *questions = json_object_get (get_json (flow), "questions");
  double more = share_room (flow, questions);
  json_t *question;
  size_t i;

  json_array_foreach (questions, i, question)
  {
    gboolean last = i + 1 == json_array_size (questions);
    sgn_unknown_list_place_question (flow, question, (guint) i + 1, more,
                                     last ? END_ABOVE + END_HEIGHT : 0);
  }
}

/* Who put the answers in, and when. */
static void
place_end (SgnFlow *flow)
{
  double x = SGN_LEFT;

  if (!sgn_flow_need (flow, END_ABOVE + END_HEIGHT))
    flow->y += END_ABOVE;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  x +=
    8 + sgn_canvas_text (&flow->canvas, SGN_TYPE_CELL, (SgnPlace){ x, flow->y, 0, END_HEIGHT, 0 },
                         sgn_flow_text (flow, "entered"));
  sgn_canvas_text (&flow->canvas, SGN_TYPE_CELL,
                   (SgnPlace){ x + END_LINE + 20, flow->y, 0, END_HEIGHT, 0 },
                   sgn_flow_text (flow, "entered_on"));
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, sgn_flow_text (flow, "alt.entered"));
  sgn_canvas_line (&flow->canvas, (SgnRect){ x, flow->y + END_HEIGHT, END_LINE, 0 },
                   SGN_INK (SGN_RULE_HEAD));
  sgn_canvas_end (&flow->canvas);
}

void
sgn_unknown_list_sheet_build (SgnPages *pages, const SgnSheet *sheet)
{
  g_autoptr (SgnFlow) flow = sgn_flow_new (pages, sheet);
  g_autoptr (SgnFrame) frame = sgn_frame_new (flow);

  frame->editions = sgn_assessment_words_editions (flow);
  sgn_assessment_words_add_inherited (frame, flow);
  sgn_frame_add_trademark (frame, flow);
  sgn_frame_begin (frame, flow);
  place_head (flow);
  place_intro (flow);
  place_questions (flow);
  place_end (flow);
  sgn_frame_finish (frame, flow);
}
