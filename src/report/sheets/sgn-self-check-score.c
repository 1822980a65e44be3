/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"
#include "sgn-number.h"
#include "sgn-self-check-private.h"

#define LEFT_WIDTH 116.0
#define RIGHT_GAP 11.7
#define HEIGHT 68.3
#define BAR_TOP 46.3
#define BAR_HEIGHT 11.0
#define MARKER_ROOM 12.5

/* The sentences at the right of the number. */
typedef struct {
  char *finding;
  char *advice;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->finding);
  g_free (self->advice);
}

static gint64
get_score (const SgnSelfCheckSheet *self, const char *key)
{
  return sgn_json_integer (self->score, key, 0);
}

/* Sentences one after the other; Japanese needs no space between them. */
static char *
add_sentence (const SgnSelfCheckSheet *self, char *text, const char *sentence)
{
  g_autofree char *before = text;

  if (sentence == NULL || *sentence == '\0')
    return g_steal_pointer (&before);
  if (before == NULL || *before == '\0')
    return g_strdup (sentence);
  return g_strconcat (before, sgn_flow_is_japanese (self->flow) ? "" : " ", sentence, NULL);
}

static char *
add_not_applicable (const SgnSelfCheckSheet *self, char *text)
{
  gint64 n = sgn_self_check_count (self, "not-applicable");
  g_autofree char *number = sgn_number_format (n);
  g_autofree char *sentence =
    sgn_flow_format (self->flow, "score.not_applicable", "n", number, NULL);
  g_autofree char *before = text;

  if (n == 0)
    return g_steal_pointer (&before);
  return g_strconcat (before, "\n", sentence, NULL);
}

static void
write_internal (const SgnSelfCheckSheet *self, Words *words)
{
  json_t *band = json_object_get (self->json, "band");
  g_autofree char *left =
    sgn_number_format (get_score (self, "items") - get_score (self, "answered"));

  if (!json_is_object (band)) {
    words->finding = g_strdup (sgn_flow_text (self->flow, "score.interim"));
    words->advice = sgn_flow_format (self->flow, "score.interim_note", "n", left, NULL);
    return;
  }
  words->finding = g_strdup (sgn_json_string (band, "reading"));
  words->advice = g_strdup (sgn_json_string (band, "next"));
  words->advice =
    add_sentence (self, words->advice, sgn_flow_text (self->flow, "score.no_condition"));
}

static void
write_partner (const SgnSelfCheckSheet *self, Words *words)
{
  gint64 unmet = sgn_self_check_count (self, "not-done") + sgn_self_check_count (self, "unknown");
  gboolean all = get_score (self, "answered") == get_score (self, "items");
  g_autofree char *items = sgn_number_format (get_score (self, "items"));
  g_autofree char *answered = sgn_number_format (get_score (self, "answered"));
  g_autofree char *done = sgn_number_format (sgn_json_integer (self->json, "done_or_partial", 0));
  g_autofree char *rest = sgn_number_format (unmet);
  g_autofree char *remaining = sgn_flow_format (self->flow, "partner.remaining", "n", rest, NULL);

  words->finding = sgn_flow_format (self->flow, all ? "partner.finding_all" : "partner.finding",
                                    "items", items, "answered", answered, "n", done, NULL);
  if (unmet > 0)
    words->advice = g_steal_pointer (&remaining);
  else if (all)
    words->advice = g_strdup (sgn_flow_text (self->flow, "partner.remaining_none"));
  words->advice =
    add_sentence (self, words->advice, sgn_flow_text (self->flow, "partner.no_condition"));
}

static char *
label_band (const SgnSelfCheckSheet *self, const json_t *band)
{
  static const char *const known[] = { "start", "partly", "mostly", "complete" };
  const char *key = sgn_json_string (band, "key");
  g_autofree char *min = sgn_number_format (sgn_json_integer (band, "min", 0));
  g_autofree char *max = sgn_number_format (sgn_json_integer (band, "max", 0));

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    if (g_strcmp0 (known[i], key) == 0) {
      g_autofree char *text = g_strconcat ("scale.", key, NULL);
      return g_strdup (sgn_flow_text (self->flow, text));
    }
  }
  return g_str_equal (min, max) ? g_strdup (min) : g_strconcat (min, "–", max, NULL);
}

static void
add_bands (const SgnSelfCheckSheet *self, SgnScaleChart *chart)
{
  const char *reached = sgn_json_string (json_object_get (self->json, "band"), "key");
  json_t *band;
  size_t i;

  json_array_foreach (json_object_get (self->json, "bands"), i, band)
  {
    g_autofree char *label = label_band (self, band);
    const char *key = sgn_json_string (band, "key");
    sgn_scale_chart_add_band (chart, (int) sgn_json_integer (band, "min", 0),
                              (int) sgn_json_integer (band, "max", 0), label,
                              reached != NULL && g_strcmp0 (reached, key) == 0);
  }
}

static SgnScaleChart *
create_chart (const SgnSelfCheckSheet *self)
{
  SgnScaleChart *chart = sgn_scale_chart_new ();
  g_autofree char *now = sgn_number_format (get_score (self, "total"));
  g_autofree char *max = sgn_number_format (get_score (self, "max"));
  g_autofree char *last = sgn_number_format (sgn_json_integer (self->previous, "total", 0));

  add_bands (self, chart);
  chart->total = (int) get_score (self, "total");
  chart->now_label = sgn_flow_format (self->flow, "scale.now", "points", now, NULL);
  if (self->previous == NULL) {
    chart->alt = sgn_flow_format (self->flow, "alt.score", "points", now, "max", max, NULL);
    return chart;
  }
  chart->last = (int) sgn_json_integer (self->previous, "total", 0);
  chart->last_label = sgn_flow_format (self->flow, "scale.last", "points", last, NULL);
  chart->alt = sgn_flow_format (self->flow, "alt.score_previous", "points", now, "max", max, "last",
                                last, NULL);
  return chart;
}

/* 前回より +25（47点） */
static void
place_change (const SgnSelfCheckSheet *self, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  gint64 last = sgn_json_integer (self->previous, "total", 0);
  g_autofree char *change = sgn_number_format_change (get_score (self, "total") - last);
  g_autofree char *points = sgn_number_format (last);
  g_autofree char *was =
    sgn_flow_format (self->flow, "score.previous_value", "points", points, NULL);
  double x = SGN_LEFT;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  x += 8 + sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ x, y, 0, 16, 0 },
                            sgn_flow_text (self->flow, "score.previous"));
  x += 4 + sgn_canvas_text (canvas, SGN_TYPE_SUM_CHANGE, (SgnPlace){ x, y, 0, 16, 0 }, change);
  sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ x, y, 0, 16, 0 }, was);
  sgn_canvas_end (canvas);
}

/* The number and what it is out of; returns how wide it is. */
static double
place_number (const SgnSelfCheckSheet *self, double y)
{
  SgnCanvas *canvas = &self->flow->canvas;
  g_autofree char *total = sgn_number_format (get_score (self, "total"));
  g_autofree char *max = sgn_number_format (get_score (self, "max"));
  g_autofree char *of_max = sgn_flow_format (self->flow, "score.of_max", "max", max, NULL);
  double x = SGN_LEFT;
  double unit, of;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  x += 1.5 + sgn_canvas_text (canvas, SGN_TYPE_SCORE, (SgnPlace){ x, y - 4.5, 0, 0, 0 }, total);
  unit = sgn_canvas_text (canvas, SGN_TYPE_SCORE_UNIT, (SgnPlace){ x, y + 14.6, 0, 0, 0 },
                          sgn_flow_text (self->flow, "score.unit"));
  of = sgn_canvas_text (canvas, SGN_TYPE_NOTE, (SgnPlace){ x, y + 31, 0, 0, 0 }, of_max);
  sgn_canvas_end (canvas);
  return x - SGN_LEFT + MAX (unit, of);
}

/* Returns where the lines end. */
static double
place_words (const SgnSelfCheckSheet *self, const char *text, SgnType type, SgnRect rect)
{
  g_autoptr (GPtrArray) lines =
    sgn_typesetter_break (self->flow->canvas.typesetter, type, text, rect.width);
  double leading = sgn_type_get_style (type)->leading;

  sgn_canvas_begin (&self->flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < lines->len; i++)
    sgn_canvas_line_of_text (&self->flow->canvas, type,
                             (SgnPlace){ rect.x, rect.y + i * leading, 0, 0, 0 },
                             g_ptr_array_index (lines, i), 0);
  sgn_canvas_end (&self->flow->canvas);
  return rect.y + lines->len * leading;
}

static void
write_words (const SgnSelfCheckSheet *self, Words *words)
{
  g_autofree char *advice = NULL;

  if (sgn_flow_is_partner (self->flow))
    write_partner (self, words);
  else
    write_internal (self, words);
  advice = add_not_applicable (self, g_steal_pointer (&words->advice));
  words->advice = sgn_text_join (advice);
}

void
sgn_self_check_place_score (SgnSelfCheckSheet *self)
{
  SgnFlow *flow = self->flow;
  g_autoptr (SgnScaleChart) chart = create_chart (self);
  Words words = { NULL, NULL };
  double number, left, x, y, bar;

  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.result"), NULL,
                    sgn_self_check_get_above (self, sgn_flow_is_partner (flow) ? SGN_H2_ABOVE_DENSE
                                                                               : SGN_H2_ABOVE_LEAD),
                    HEIGHT);
  write_words (self, &words);
  y = flow->y;
  number = place_number (self, y);
  left = MAX (LEFT_WIDTH, number + 8);
  if (self->previous != NULL)
    place_change (self, y + 50);
  x = SGN_LEFT + left + RIGHT_GAP;
  bar = place_words (self, words.finding,
                     sgn_flow_is_japanese (flow) ? SGN_TYPE_FINDING : SGN_TYPE_FINDING_EN,
                     (SgnRect){ x, y, SGN_RIGHT - x, 0 });
  bar =
    place_words (self, words.advice, SGN_TYPE_ADVICE, (SgnRect){ x, bar + 0.8, SGN_RIGHT - x, 0 });
  words_clear (&words);
  bar = MAX (y + BAR_TOP, bar + MARKER_ROOM);
  sgn_scale_chart_place (chart, &flow->canvas, (SgnRect){ x, bar, SGN_RIGHT - x, BAR_HEIGHT });
  flow->y = MAX (y + HEIGHT, bar + HEIGHT - BAR_TOP);
  sgn_canvas_line (&flow->canvas, (SgnRect){ SGN_LEFT + left, y - 1.4, 0, flow->y - y - 0.9 },
                   SGN_INK (0.4));
}
