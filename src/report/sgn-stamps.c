/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-stamps.h"

#define BOX (20 * SGN_MM)
#define LABEL_HEIGHT 14.0
#define INSIDE 0.8
#define OUTSIDE 1.1

double
sgn_stamps_get_width (SgnFlow *flow)
{
  return g_strv_length (flow->form->stamps) * BOX;
}

double
sgn_stamps_get_height (SgnFlow *flow)
{
  return flow->form->stamps[0] != NULL ? LABEL_HEIGHT + BOX : 0;
}

/* One label; the box below it is where a seal goes. */
static void
place_box (SgnFlow *flow, const char *label, double x)
{
  SgnCanvas *canvas = &flow->canvas;

  sgn_canvas_rect (canvas, (SgnRect){ x, flow->y, BOX, LABEL_HEIGHT }, SGN_COLOUR_TINT,
                   SGN_INK (INSIDE));
  sgn_canvas_rect (canvas, (SgnRect){ x, flow->y + LABEL_HEIGHT, BOX, BOX }, SGN_COLOUR_NONE,
                   SGN_INK (INSIDE));
  sgn_canvas_begin_cell (canvas, SGN_TAG_TH, SGN_SCOPE_COLUMN, 1);
  sgn_canvas_text (canvas, SGN_TYPE_KEY_LABEL,
                   (SgnPlace){ x + BOX / 2, flow->y, SGN_ALIGN_CENTRE, LABEL_HEIGHT, 0 }, label);
  sgn_canvas_end (canvas);
}

static void
place_empty_cells (SgnFlow *flow)
{
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  for (guint i = 0; flow->form->stamps[i] != NULL; i++) {
    sgn_canvas_begin (&flow->canvas, SGN_TAG_TD);
    sgn_canvas_nothing (&flow->canvas);
    sgn_canvas_end (&flow->canvas);
  }
  sgn_canvas_end (&flow->canvas);
}

void
sgn_stamps_place (SgnFlow *flow)
{
  double width = sgn_stamps_get_width (flow);
  double x = SGN_RIGHT - width;

  if (width <= 0)
    return;
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TABLE);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TBODY);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_TR);
  for (guint i = 0; flow->form->stamps[i] != NULL; i++)
    place_box (flow, flow->form->stamps[i], x + i * BOX);
  sgn_canvas_end (&flow->canvas);
  place_empty_cells (flow);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_end (&flow->canvas);
  sgn_canvas_rect (&flow->canvas, (SgnRect){ x, flow->y, width, LABEL_HEIGHT + BOX },
                   SGN_COLOUR_NONE, SGN_INK (OUTSIDE));
}
