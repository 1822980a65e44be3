/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-unknown-list-private.h"

#include "sgn-assessment-words.h"
#include "sgn-number.h"

#define ABOVE 8.0
#define STRIP 20.0
#define INDENT 5.0
#define TEXT_X (SGN_LEFT + 44)
#define TEXT_WIDTH (SGN_RIGHT - TEXT_X - 3)
#define QUESTION_PAD 7.0
#define LINE 14.0
#define TICK 8.4
#define TICK_WEIGHT 0.8
#define TICK_TEXT 13.0
#define BOX_ABOVE 5.0
#define BOX_LEAST 50.0
#define ANSWER_HEIGHT 21.0
#define ANSWER_X 103.0
#define ANSWER_GAP 19.0
#define ANSWER_GAP_LEAST 6.0
#define STATE_ROOM 110.0
#define SHORT_X 92.0
#define FIRST_LINES 5

static const char *
get_text (const json_t *object, const char *key)
{
  const char *text = sgn_json_string (object, key);

  return text != NULL ? text : "";
}

static void
place_rule (SgnFlow *flow, double weight)
{
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, 0 }, SGN_INK (weight));
}

static void
add_outline (SgnFlow *flow, const char *title)
{
  SgnOutlineEntry *entry = g_new0 (SgnOutlineEntry, 1);

  entry->title = g_strdup (title);
  entry->level = 2;
  entry->page = flow->canvas.page;
  entry->y = flow->y;
  g_ptr_array_add (flow->canvas.pages->outline, entry);
}

/* Who has taken it on, where the sheet is not theirs alone and there is room. */
static void
place_person (SgnFlow *flow, const json_t *question, double x)
{
  gboolean assigned = sgn_json_boolean (flow->sheet->projection, "assigned");
  const char *name = sgn_json_string (question, "person");
  g_autofree char *words =
    name != NULL ? sgn_flow_format (flow, "ask.person", "name", name, NULL) : NULL;

  if (assigned || words == NULL ||
      x + sgn_typesetter_measure (flow->canvas.typesetter, SGN_TYPE_NOTE, words) >
        SGN_RIGHT - STATE_ROOM)
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE, (SgnPlace){ x, flow->y, 0, STRIP, 0 }, words);
  sgn_canvas_end (&flow->canvas);
}

/* 1　自社診断 23　外部サービスの選び方: what is asked about. */
static void
place_title (SgnFlow *flow, const json_t *question, guint n)
{
  SgnCanvas *canvas = &flow->canvas;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *source =
    sgn_flow_format (flow, "source", "source", get_text (question, "source"), "number",
                     get_text (question, "number"), NULL);
  g_autofree char *title = g_strdup_printf ("%s　%s", number, get_text (question, "short"));
  double x = SGN_LEFT + INDENT + 15;

  add_outline (flow, title);
  sgn_canvas_begin (canvas, SGN_TAG_H2);
  sgn_canvas_text (canvas, SGN_TYPE_NUMBER_BOLD,
                   (SgnPlace){ SGN_LEFT + INDENT, flow->y, 0, STRIP, 0 }, number);
  x += sgn_canvas_text (canvas, SGN_TYPE_CELL_BOLD, (SgnPlace){ x, flow->y, 0, STRIP, 0 }, source);
  x = MAX (SGN_LEFT + SHORT_X, x + 12);
  x += sgn_canvas_text (canvas, SGN_TYPE_CELL_BOLD, (SgnPlace){ x, flow->y, 0, STRIP, 0 },
                        get_text (question, "short"));
  sgn_canvas_end (canvas);
  place_person (flow, question, x + 12);
}

/* ? いま わからない, at the right edge. */
static void
place_state (SgnFlow *flow, const json_t *question)
{
  SgnCanvas *canvas = &flow->canvas;
  SgnMark mark = sgn_assessment_words_mark (question, "mark");
  const char *known = sgn_json_string (question, "word");
  const char *word = known != NULL ? known : sgn_flow_text (flow, "state.none");
  g_autofree char *now = sgn_flow_format (flow, "now", "word", word, NULL);
  double width = sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_CELL_BOLD, now);
  double x = SGN_RIGHT - INDENT - width;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  sgn_canvas_mark (canvas, mark, (SgnPoint){ x - 10, flow->y + STRIP / 2 }, SGN_MARK_RADIUS, FALSE);
  sgn_canvas_text (canvas, SGN_TYPE_CELL_BOLD, (SgnPlace){ x, flow->y, 0, STRIP, 0 }, now);
  sgn_canvas_end (canvas);
}

static void
place_strip (SgnFlow *flow, const json_t *question, guint n)
{
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, STRIP }, SGN_COLOUR_TINT,
                   SGN_INK (0));
  place_rule (flow, SGN_RULE_FRAME);
  place_title (flow, question, n);
  place_state (flow, question);
  flow->y += STRIP;
  place_rule (flow, SGN_RULE_HEAD);
}

/* An element stands on one page: what goes on is another one. */
static void
need_in_paragraph (SgnFlow *flow, double height)
{
  if (!sgn_flow_need (flow, height))
    return;
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
}

/* Lines of a paragraph that go on over pages; @x: where they stand. */
static void
place_lines (SgnFlow *flow, SgnType type, GPtrArray *lines, double x, double leading)
{
  for (guint i = 0; i < lines->len; i++, flow->y += leading) {
    need_in_paragraph (flow, leading);
    sgn_canvas_line_of_text (&flow->canvas, type, (SgnPlace){ x, flow->y, 0, leading, 0 },
                             g_ptr_array_index (lines, i), 0);
  }
}

static void
place_label (SgnFlow *flow, const char *key)
{
  need_in_paragraph (flow, LINE);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_CELL_BOLD,
                   (SgnPlace){ SGN_LEFT + INDENT, flow->y, 0, LINE, 0 }, sgn_flow_text (flow, key));
}

static void
place_why (SgnFlow *flow, GPtrArray *lines)
{
  if (lines->len == 0)
    return;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_label (flow, "why");
  place_lines (flow, SGN_TYPE_CELL, lines, TEXT_X, LINE);
  sgn_canvas_end (&flow->canvas);
}

/* A box to tick before each; the first one stands for all of them. */
static void
place_ticks (SgnFlow *flow, GPtrArray *ticks)
{
  place_label (flow, "ask");
  for (guint i = 0; i < ticks->len; i++) {
    SgnRect box;

    need_in_paragraph (flow, LINE);
    box = (SgnRect){ TEXT_X, flow->y + (LINE - TICK) / 2, TICK, TICK };
    if (i == 0)
      sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, sgn_flow_text (flow, "alt.ask"));
    sgn_canvas_rect (&flow->canvas, box, SGN_COLOUR_NONE, SGN_INK (TICK_WEIGHT));
    if (i == 0)
      sgn_canvas_end (&flow->canvas);
    place_lines (flow, SGN_TYPE_CELL, g_ptr_array_index (ticks, i), TEXT_X + TICK_TEXT, LINE);
  }
}

/* Between the words, as far apart as @room lets them be. */
static double
choose_gap (SgnFlow *flow, json_t *words, double room)
{
  size_t n = json_array_size (words);
  json_t *word;
  size_t i;

  json_array_foreach (words, i, word) room -=
    sgn_typesetter_measure (flow->canvas.typesetter, SGN_TYPE_KEY, json_string_value (word));
  return n > 0 ? CLAMP (room / (double) n, ANSWER_GAP_LEAST, ANSWER_GAP) : 0;
}

static void
place_words (SgnFlow *flow, json_t *words, double end)
{
  double x = SGN_LEFT + ANSWER_X;
  double gap = choose_gap (flow, words, end - x);
  json_t *word;
  size_t i;

  json_array_foreach (words, i, word) x +=
    gap + sgn_canvas_text (&flow->canvas, SGN_TYPE_KEY,
                           (SgnPlace){ x, flow->y, 0, ANSWER_HEIGHT, 0 }, json_string_value (word));
}

/* The words of the catalogue, one of which is circled. */
static void
place_answers (SgnFlow *flow, const json_t *question)
{
  SgnCanvas *canvas = &flow->canvas;
  const char *next = sgn_flow_text (flow, "next");
  double end =
    SGN_RIGHT - INDENT - sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_CELL, next);

  sgn_canvas_begin (canvas, SGN_TAG_P);
  sgn_canvas_text (canvas, SGN_TYPE_HEAD,
                   (SgnPlace){ SGN_LEFT + INDENT, flow->y, 0, ANSWER_HEIGHT, 0 },
                   sgn_flow_text (flow, "answer"));
  place_words (flow, json_object_get (question, "words"), end);
  sgn_canvas_text (canvas, SGN_TYPE_CELL, (SgnPlace){ end, flow->y, 0, ANSWER_HEIGHT, 0 }, next);
  sgn_canvas_end (canvas);
  sgn_canvas_rect (canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, ANSWER_HEIGHT },
                   SGN_COLOUR_NONE, SGN_INK (SGN_RULE_FRAME));
  flow->y += ANSWER_HEIGHT;
}

static char *
join_list (SgnFlow *flow, json_t *texts)
{
  GString *joined = g_string_new (NULL);
  json_t *text;
  size_t i;

  json_array_foreach (texts, i, text)
  {
    if (i > 0)
      g_string_append (joined, sgn_flow_text (flow, "list.separator_wide"));
    g_string_append (joined, json_string_value (text));
  }
  return g_string_free (joined, FALSE);
}

/* Of lines, one a box to tick: what is asked whatever the question, then what to look for. */
static GPtrArray *
break_ticks (SgnFlow *flow, const json_t *question)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  SgnTypesetter *typesetter = flow->canvas.typesetter;
  g_autofree char *list = join_list (flow, json_object_get (question, "look_for"));
  g_autofree char *look_for = sgn_flow_format (flow, "ask.look_for", "list", list, NULL);
  double width = TEXT_WIDTH - TICK_TEXT;

  g_ptr_array_add (ticks, sgn_typesetter_break (typesetter, SGN_TYPE_CELL,
                                                sgn_flow_text (flow, "ask.first"), width));
  if (*list != '\0')
    g_ptr_array_add (ticks, sgn_typesetter_break (typesetter, SGN_TYPE_CELL, look_for, width));
  return ticks;
}

/* Why it is asked: in the words of who answered, else of the catalogue. */
static const char *
get_why (const json_t *question)
{
  const char *note = get_text (question, "note");

  return *note != '\0' ? note : get_text (question, "why");
}

static double
measure (GPtrArray *lines, GPtrArray *why, GPtrArray *ticks)
{
  double height = ABOVE + STRIP + QUESTION_PAD + lines->len * 15.0 + why->len * LINE;

  for (guint i = 0; i < ticks->len; i++)
    height += ((GPtrArray *) g_ptr_array_index (ticks, i))->len * LINE;
  return height + BOX_ABOVE + BOX_LEAST + ANSWER_HEIGHT;
}

/* What no page holds begins where it is: some lines of it at least. */
static void
need_whole (SgnFlow *flow, double height)
{
  gboolean fits = height <= flow->bottom - SGN_BODY_TOP_NEXT;

  sgn_flow_need (flow, fits ? height : ABOVE + STRIP + QUESTION_PAD + FIRST_LINES * LINE);
}

static GPtrArray *
break_question (SgnFlow *flow, const json_t *question)
{
  return sgn_typesetter_break (flow->canvas.typesetter, SGN_TYPE_RULE_TITLE,
                               get_text (question, "question"), SGN_WIDTH - 2 * INDENT);
}

/* No line when nothing is said: a customer asks without giving reasons. */
static GPtrArray *
break_why (SgnFlow *flow, const json_t *question)
{
  if (*get_why (question) == '\0')
    return g_ptr_array_new ();
  return sgn_typesetter_break (flow->canvas.typesetter, SGN_TYPE_CELL, get_why (question),
                               TEXT_WIDTH);
}

double
sgn_unknown_list_measure_question (SgnFlow *flow, const json_t *question)
{
  g_autoptr (GPtrArray) lines = break_question (flow, question);
  g_autoptr (GPtrArray) why = break_why (flow, question);
  g_autoptr (GPtrArray) ticks = break_ticks (flow, question);

  return measure (lines, why, ticks);
}

void
sgn_unknown_list_place_question (SgnFlow *flow,
                                 const json_t *question,
                                 guint n,
                                 double more,
                                 double keep)
{
  g_autoptr (GPtrArray) lines = break_question (flow, question);
  g_autoptr (GPtrArray) why = break_why (flow, question);
  g_autoptr (GPtrArray) ticks = break_ticks (flow, question);

  need_whole (flow, measure (lines, why, ticks) + more + keep);
  if (!sgn_flow_is_at_top (flow))
    flow->y += ABOVE;
  place_strip (flow, question, n);
  flow->y += QUESTION_PAD;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_lines (flow, SGN_TYPE_RULE_TITLE, lines, SGN_LEFT + INDENT, 15);
  sgn_canvas_end (&flow->canvas);
  place_why (flow, why);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  place_ticks (flow, ticks);
  sgn_canvas_end (&flow->canvas);
  flow->y += BOX_ABOVE;
  sgn_flow_need (flow, BOX_LEAST + more + ANSWER_HEIGHT);
  sgn_unknown_list_place_box (flow, BOX_LEAST + more);
  place_answers (flow, question);
}
