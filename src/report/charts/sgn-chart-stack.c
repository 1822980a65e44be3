/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-chart.h"

#define RULE 0.7

static void
place_part (SgnCanvas *canvas, SgnMark mark, SgnRect rect)
{
  if (mark == SGN_MARK_PARTIAL)
    sgn_canvas_hatch (canvas, rect);
  if (mark == SGN_MARK_UNKNOWN)
    sgn_canvas_cross_hatch (canvas, rect);
  sgn_canvas_rect (canvas, rect, mark == SGN_MARK_DONE ? SGN_COLOUR_ACCENT : SGN_COLOUR_NONE,
                   SGN_INK (RULE));
}

void
sgn_stack_place (SgnCanvas *canvas, SgnRect rect, const guint *counts)
{
  static const SgnMark order[SGN_N_MARKS] = {
    SGN_MARK_DONE,    SGN_MARK_PARTIAL,        SGN_MARK_NOT_DONE,
    SGN_MARK_UNKNOWN, SGN_MARK_NOT_APPLICABLE, SGN_MARK_NONE,
  };
  double x = rect.x;
  guint all = 0;

  for (guint i = 0; i < SGN_N_MARKS; i++)
    all += counts[i];
  for (guint i = 0; i < SGN_N_MARKS && all > 0; i++) {
    double width = rect.width * counts[order[i]] / all;

    if (counts[order[i]] > 0)
      place_part (canvas, order[i], (SgnRect){ x, rect.y, width, rect.height });
    x += width;
  }
}
