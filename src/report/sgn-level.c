/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-level.h"

#define BOX_WIDTH 8.0
#define BOX_HEIGHT 7.2
#define BOX_PITCH 10.0
#define STEP_WIDTH 13.0
#define STEP_HEIGHT 10.0
#define STEP_PITCH 16.0
#define OUTLINE 0.7

static SgnRect
get_box (SgnPoint at, double x, double width, double height)
{
  return (SgnRect){ at.x + x, at.y - height / 2, width, height };
}

static void
place_box (SgnCanvas *canvas, SgnRect box, gboolean reached)
{
  sgn_canvas_rect (canvas, box, reached ? SGN_COLOUR_ACCENT : SGN_COLOUR_WHITE, SGN_INK (OUTLINE));
}

void
sgn_level_place (SgnCanvas *canvas, SgnPoint at, guint level, guint levels)
{
  for (guint i = 0; i < levels; i++)
    place_box (canvas, get_box (at, i * BOX_PITCH, BOX_WIDTH, BOX_HEIGHT), i < level);
}

void
sgn_level_place_steps (SgnCanvas *canvas, SgnPoint at, guint level, guint levels)
{
  for (guint i = 0; i < levels; i++) {
    SgnRect box = get_box (at, i * STEP_PITCH, STEP_WIDTH, STEP_HEIGHT);
    gboolean reached = i < level;
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    place_box (canvas, box, reached);
    sgn_canvas_text (canvas, reached ? SGN_TYPE_SCALE_BOLD : SGN_TYPE_SCALE,
                     (SgnPlace){ box.x + box.width / 2, box.y, SGN_ALIGN_CENTRE, box.height,
                                 reached ? SGN_COLOUR_WHITE : SGN_COLOUR_NONE },
                     number);
  }
}
