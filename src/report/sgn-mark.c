/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-mark.h"

#include <math.h>

/* A mark seen from its centre. */
typedef struct {
  cairo_t *cr;
  double x;
  double y;
  double radius;
  gboolean last;
} Mark;

static void
use_colour (const Mark *self, SgnColour colour)
{
  const double *rgb = sgn_colour_get_rgb (colour);
  cairo_set_source_rgb (self->cr, rgb[0], rgb[1], rgb[2]);
}

static void
fill_and_stroke (const Mark *self, SgnColour fill)
{
  if (!self->last) {
    use_colour (self, fill);
    cairo_fill_preserve (self->cr);
  }
  use_colour (self, SGN_COLOUR_INK);
  cairo_set_line_width (self->cr, self->last ? 0.9 : 1.1);
  cairo_stroke (self->cr);
}

static void
paint_circle (const Mark *self)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y, self->radius - 0.5, 0, 2 * G_PI);
  fill_and_stroke (self, SGN_COLOUR_YES);
}

static void
paint_triangle (const Mark *self)
{
  double half_height = 0.88 * self->radius;
  double half_base = 1.06 * self->radius;

  cairo_move_to (self->cr, self->x, self->y - half_height);
  cairo_line_to (self->cr, self->x + half_base, self->y + half_height);
  cairo_line_to (self->cr, self->x - half_base, self->y + half_height);
  cairo_close_path (self->cr);
  fill_and_stroke (self, SGN_COLOUR_PARTLY);
}

static void
paint_cross (const Mark *self)
{
  double half = 0.86 * self->radius;

  use_colour (self, self->last ? SGN_COLOUR_INK : SGN_COLOUR_NO);
  cairo_set_line_width (self->cr, self->last ? 1.3 : 2.1);
  cairo_move_to (self->cr, self->x - half, self->y - half);
  cairo_line_to (self->cr, self->x + half, self->y + half);
  cairo_move_to (self->cr, self->x + half, self->y - half);
  cairo_line_to (self->cr, self->x - half, self->y + half);
  cairo_stroke (self->cr);
}

/* White on black: a hook, a stem and a dot in the proportions of a bold question mark. */
static void
paint_question (const Mark *self)
{
  double r = self->radius;

  use_colour (self, SGN_COLOUR_INK);
  cairo_rectangle (self->cr, self->x - r, self->y - r, 2 * r, 2 * r);
  cairo_fill (self->cr);

  use_colour (self, SGN_COLOUR_WHITE);
  cairo_set_line_width (self->cr, 0.34 * r);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y - 0.3 * r, 0.32 * r, -G_PI * 0.95, G_PI * 0.25);
  cairo_line_to (self->cr, self->x, self->y + 0.12 * r);
  cairo_line_to (self->cr, self->x, self->y + 0.26 * r);
  cairo_stroke (self->cr);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y + 0.57 * r, 0.19 * r, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

/* Something begun: the right half is full. */
static void
paint_half_circle (const Mark *self)
{
  double r = self->radius - 0.5;

  use_colour (self, SGN_COLOUR_INK);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y, r, -G_PI / 2, G_PI / 2);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y, r, 0, 2 * G_PI);
  cairo_set_line_width (self->cr, 1.1);
  cairo_stroke (self->cr);
}

static void
paint_empty_circle (const Mark *self)
{
  use_colour (self, SGN_COLOUR_INK);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y, self->radius - 0.5, 0, 2 * G_PI);
  cairo_set_line_width (self->cr, 1.1);
  cairo_stroke (self->cr);
}

static void
paint_tick (const Mark *self)
{
  double r = self->radius;

  paint_circle (self);
  cairo_set_line_width (self->cr, 0.3 * r);
  cairo_move_to (self->cr, self->x - 0.42 * r, self->y - 0.02 * r);
  cairo_line_to (self->cr, self->x - 0.1 * r, self->y + 0.32 * r);
  cairo_line_to (self->cr, self->x + 0.46 * r, self->y - 0.36 * r);
  cairo_stroke (self->cr);
}

/* White on black: a stem and a dot in the proportions of a bold exclamation mark. */
static void
paint_exclamation (const Mark *self)
{
  double r = self->radius;

  use_colour (self, SGN_COLOUR_INK);
  cairo_rectangle (self->cr, self->x - r, self->y - r, 2 * r, 2 * r);
  cairo_fill (self->cr);

  use_colour (self, SGN_COLOUR_WHITE);
  cairo_rectangle (self->cr, self->x - 0.17 * r, self->y - 0.66 * r, 0.34 * r, 0.86 * r);
  cairo_fill (self->cr);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, self->x, self->y + 0.5 * r, 0.2 * r, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
paint_dashed_square (const Mark *self)
{
  static const double dash[] = { 1.4, 1.2 };
  double half = self->radius - 0.4;

  use_colour (self, SGN_COLOUR_INK);
  cairo_set_line_width (self->cr, 0.8);
  cairo_set_dash (self->cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_rectangle (self->cr, self->x - half, self->y - half, 2 * half, 2 * half);
  cairo_stroke (self->cr);
}

static void
paint_dash (const Mark *self)
{
  use_colour (self, SGN_COLOUR_INK);
  cairo_set_line_width (self->cr, self->last ? 0.9 : 1.1);
  cairo_move_to (self->cr, self->x - 0.8 * self->radius, self->y);
  cairo_line_to (self->cr, self->x + 0.8 * self->radius, self->y);
  cairo_stroke (self->cr);
}

void
sgn_mark_paint (cairo_t *cr, const SgnBox *box)
{
  double radius = box->rect.width / 2;
  Mark mark = { cr, box->rect.x + radius, box->rect.y + radius, radius, box->last };

  cairo_save (cr);
  cairo_new_path (cr);
  switch (box->mark) {
  case SGN_MARK_DONE:
    paint_circle (&mark);
    break;
  case SGN_MARK_PARTIAL:
    paint_triangle (&mark);
    break;
  case SGN_MARK_NOT_DONE:
    paint_cross (&mark);
    break;
  case SGN_MARK_UNKNOWN:
    paint_question (&mark);
    break;
  case SGN_MARK_NOT_APPLICABLE:
    paint_dash (&mark);
    break;
  case SGN_MARK_TODO:
    paint_empty_circle (&mark);
    break;
  case SGN_MARK_DOING:
    paint_half_circle (&mark);
    break;
  case SGN_MARK_COMPLETE:
    paint_tick (&mark);
    break;
  case SGN_MARK_OVERDUE:
    paint_exclamation (&mark);
    break;
  case SGN_MARK_NONE:
  default:
    paint_dashed_square (&mark);
    break;
  }
  cairo_restore (cr);
}
