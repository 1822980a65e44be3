/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-unknown-list-private.h"

#define INDENT 5.0
#define SPLIT 306.0
#define FIRST_GUIDE 33.0
#define GUIDE_STEP 20.0
/* Below the last guide line stays room for one line more. */
#define GUIDE_BELOW 17.0

static void
place_label (SgnFlow *flow, double x, const char *key)
{
  sgn_canvas_text (&flow->canvas, SGN_TYPE_NOTE, (SgnPlace){ x + INDENT, flow->y + 2, 0, 0, 0 },
                   sgn_flow_text (flow, key));
}

void
sgn_unknown_list_place_box (SgnFlow *flow, double height)
{
  SgnCanvas *canvas = &flow->canvas;
  SgnPen guide = { 0.5, SGN_COLOUR_INK, 0.6, 1.6 };
  double split = SGN_LEFT + SPLIT;

  sgn_canvas_begin (canvas, SGN_TAG_P);
  place_label (flow, SGN_LEFT, "box.said");
  place_label (flow, split, "box.proof");
  sgn_canvas_end (canvas);
  sgn_canvas_begin_figure (canvas, SGN_TAG_FIGURE, sgn_flow_text (flow, "alt.box"));
  for (double y = FIRST_GUIDE; y <= height - GUIDE_BELOW; y += GUIDE_STEP)
    sgn_canvas_line (canvas, (SgnRect){ SGN_LEFT + 8, flow->y + y, SPLIT - 16, 0 }, guide);
  sgn_canvas_line (canvas, (SgnRect){ split, flow->y, 0, height }, SGN_INK (SGN_RULE_FORM));
  sgn_canvas_rect (canvas, (SgnRect){ SGN_LEFT, flow->y, SGN_WIDTH, height }, SGN_COLOUR_NONE,
                   SGN_INK (SGN_RULE_FRAME));
  sgn_canvas_end (canvas);
  flow->y += height;
}
