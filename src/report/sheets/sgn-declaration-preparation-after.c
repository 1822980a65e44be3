/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declaration-preparation-private.h"

#define N_DIGITS 11
#define DIGIT_WIDTH 20.0
#define DIGIT_HEIGHT 24.0
#define ID_HEIGHT 36.0
#define DATE_HEIGHT 30.0
#define LABEL_PAD 5.0
#define VALUE_PAD 6.0
#define LABEL_WIDTH (SGN_PREPARATION_TICK + SGN_PREPARATION_LABEL)
#define VALUE_X (SGN_LEFT + LABEL_WIDTH + VALUE_PAD)
#define STEP 44.0
#define INNER 0.8
#define OUTER 1.1

static void
place_label (SgnFlow *flow, const char *key, double height)
{
  sgn_canvas_rect (&flow->canvas, (SgnRect){ SGN_LEFT, flow->y, LABEL_WIDTH, height },
                   SGN_COLOUR_TINT, SGN_INK (0));
  sgn_canvas_begin_cell (&flow->canvas, SGN_TAG_TH, SGN_SCOPE_ROW, 1);
  sgn_canvas_text (&flow->canvas, SGN_TYPE_KEY_LABEL,
                   (SgnPlace){ SGN_LEFT + LABEL_PAD, flow->y, 0, height, 0 },
                   sgn_flow_text (flow, key));
  sgn_canvas_end (&flow->canvas);
}

/* Eleven boxes, a digit each. */
static void
place_digits (SgnFlow *flow)
{
  SgnRect all = { VALUE_X, flow->y + (ID_HEIGHT - DIGIT_HEIGHT) / 2, N_DIGITS * DIGIT_WIDTH,
                  DIGIT_HEIGHT };

  sgn_canvas_begin (&flow->canvas, SGN_TAG_TD);
  sgn_canvas_begin_figure (&flow->canvas, SGN_TAG_FIGURE, sgn_flow_text (flow, "alt.id"));
  for (int i = 1; i < N_DIGITS; i++)
    sgn_canvas_line (&flow->canvas, (SgnRect){ all.x + i * DIGIT_WIDTH, all.y, 0, all.height },
                     SGN_INK (INNER));
  sgn_canvas_rect (&flow->canvas, all, SGN_COLOUR_NONE, SGN_INK (OUTER));
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
}

/* 20 … 年 … 月 … 日, and who wrote it on a line. */
static void
place_date (SgnFlow *flow)
{
  static const char *const words[] = { "date.year", "date.after_year", "date.after_month",
                                       "date.after_day" };
  double x = VALUE_X + 5 * STEP;
  double end;

  sgn_canvas_begin (&flow->canvas, SGN_TAG_TD);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sgn_canvas_text (&flow->canvas, SGN_TYPE_PAGE,
                     (SgnPlace){ VALUE_X + i * STEP + (i > 0 ? 6 : 0), flow->y, 0, DATE_HEIGHT, 0 },
                     sgn_flow_text (flow, words[i]));
  end = x - 26 +
        sgn_canvas_text (&flow->canvas, SGN_TYPE_KEY_LABEL,
                         (SgnPlace){ x - 26, flow->y, 0, DATE_HEIGHT, 0 },
                         sgn_flow_text (flow, "written_by"));
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_line (&flow->canvas,
                   (SgnRect){ end + 6, flow->y + DATE_HEIGHT - 7, SGN_RIGHT - 3 - end - 6, 0 },
                   SGN_INK (SGN_RULE_HEAD));
}

static void
place_row (SgnFlow *flow, const char *label, double height, void (*place) (SgnFlow *flow))
{
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  place_label (flow, label, height);
  place (flow);
  sgn_canvas_end (&flow->canvas);
  flow->y += height;
}

static void
place_rule (SgnFlow *flow, double x, double weight)
{
  sgn_canvas_line (&flow->canvas, (SgnRect){ x, flow->y, SGN_RIGHT - x, 0 }, SGN_INK (weight));
}

void
sgn_preparation_place_after (SgnFlow *flow)
{
  sgn_flow_heading (flow, sgn_flow_text (flow, "heading.after"), sgn_flow_text (flow, "note.after"),
                    sgn_preparation_get_above (flow), ID_HEIGHT + DATE_HEIGHT);
  place_rule (flow, SGN_LEFT, SGN_RULE_FRAME);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  place_row (flow, "row.id", ID_HEIGHT, place_digits);
  place_rule (flow, SGN_LEFT + LABEL_WIDTH, SGN_RULE_ROW);
  place_row (flow, "row.date", DATE_HEIGHT, place_date);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  place_rule (flow, SGN_LEFT, SGN_RULE_FRAME);
}
