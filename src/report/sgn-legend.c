/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-legend.h"

#include "sgn-number.h"

#define WORD_TO_COUNT 5.0

/* One mark, its word and how often; returns the width. @draw FALSE measures only. */
static double
place_entry (SgnFlow *flow, SgnMark mark, const char *word, guint n, SgnPoint at, gboolean draw)
{
  SgnCanvas *canvas = &flow->canvas;
  g_autofree char *count = sgn_number_format (n);
  double words = sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_STATE, word);
  double number = sgn_typesetter_measure (canvas->typesetter, SGN_TYPE_NUMBER_BOLD, count);
  double x = at.x + SGN_MARK_TO_WORD;

  if (draw) {
    sgn_canvas_mark (canvas, mark,
                     (SgnPoint){ at.x + SGN_MARK_RADIUS, at.y + SGN_LEGEND_HEIGHT / 2 },
                     SGN_MARK_RADIUS, FALSE);
    sgn_canvas_text (canvas, SGN_TYPE_STATE, (SgnPlace){ x, at.y, 0, SGN_LEGEND_HEIGHT, 0 }, word);
    sgn_canvas_text (canvas, SGN_TYPE_NUMBER_BOLD,
                     (SgnPlace){ x + words + WORD_TO_COUNT, at.y, 0, SGN_LEGEND_HEIGHT, 0 }, count);
  }
  return SGN_MARK_TO_WORD + words + WORD_TO_COUNT + number;
}

void
sgn_legend_place (SgnFlow *flow, const char *const *words, const guint *counts)
{
  static const SgnMark marks[] = {
    SGN_MARK_DONE,    SGN_MARK_PARTIAL,        SGN_MARK_NOT_DONE,
    SGN_MARK_UNKNOWN, SGN_MARK_NOT_APPLICABLE, SGN_MARK_NONE,
  };
  SgnPoint at = { SGN_LEFT, flow->y };
  double total = 0;
  double gap;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    total += place_entry (flow, marks[i], words[marks[i]], counts[marks[i]], at, FALSE);
  gap = CLAMP ((SGN_WIDTH - total) / (G_N_ELEMENTS (marks) - 1), 4, 20);
  sgn_canvas_begin (&flow->canvas, SGN_TAG_P);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    at.x += place_entry (flow, marks[i], words[marks[i]], counts[marks[i]], at, TRUE) + gap;
  sgn_canvas_end (&flow->canvas);
  flow->y += SGN_LEGEND_HEIGHT;
}
