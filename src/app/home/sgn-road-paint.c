/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-road-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sgn-colors.h"
#include "sgn-road-layout.h"

#define ROAD_WIDTH 16
#define CORNER 12
#define SIGN 11
#define NEAREST 0.3 /* of the way between two stars: what is nearer would lie under one */
#define FARTHEST 0.62

typedef struct {
  cairo_t *cr;
  const SgnRoad *road;
  const SgnRoadLayout *layout;
  SgnScheme scheme;
} Painting;

typedef struct {
  double x;
  double y;
} Point;

static gboolean
is_dark (const Painting *self)
{
  return self->scheme == SGN_SCHEME_DARK || self->scheme == SGN_SCHEME_DARK_CONTRAST;
}

static void
set_color (const Painting *self, SgnColor color, double alpha)
{
  GdkRGBA rgba;

  sgn_color_get (color, self->scheme, &rgba);
  rgba.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (self->cr, &rgba);
}

/* What is written on the accent, and what fills a ring: white, or nearly black. */
static void
set_ground (const Painting *self)
{
  GdkRGBA rgba;

  sgn_color_get (is_dark (self) ? SGN_COLOR_TEXT : SGN_COLOR_ON_ACCENT, SGN_SCHEME_LIGHT, &rgba);
  gdk_cairo_set_source_rgba (self->cr, &rgba);
}

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
draw_text (const Painting *self, const SgnRoadText *text)
{
  if (text->layout == NULL)
    return;
  cairo_move_to (self->cr, text->x, text->y);
  pango_cairo_show_layout (self->cr, text->layout);
  cairo_new_path (self->cr);
}

static void
draw_panel (const Painting *self, const SgnRoadPanel *panel)
{
  gboolean contrast = sgn_scheme_is_contrast (self->scheme);
  double inset = contrast ? 1 : 0;

  add_rounded (self->cr, panel->x + inset, panel->y + inset, panel->width - 2 * inset,
               panel->height - 2 * inset, CORNER);
  if (contrast) {
    set_color (self, SGN_COLOR_TEXT, 1);
    cairo_set_line_width (self->cr, 2);
    cairo_stroke (self->cr);
  } else {
    set_color (self, SGN_COLOR_SECONDARY, is_dark (self) ? 0.12 : 0.07);
    cairo_fill (self->cr);
  }
  set_color (self, SGN_COLOR_SECONDARY, 1);
  draw_text (self, &panel->caption);
  draw_text (self, &panel->remark);
}

/* Where the way comes from before the star @index. */
static Point
get_origin (const Painting *self, guint index)
{
  if (index == 0)
    return (Point){ self->layout->start_x, self->layout->start_y };
  return (Point){ self->layout->nodes[index - 1].x, self->layout->nodes[index - 1].y };
}

static void
add_way (const Painting *self)
{
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, self->layout->start_x, self->layout->start_y);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    Point from = get_origin (self, i);
    const SgnRoadNode *to = &self->layout->nodes[i];
    double middle = (from.x + to->x) / 2;

    if (self->layout->vertical)
      cairo_line_to (self->cr, to->x, to->y);
    else
      cairo_curve_to (self->cr, middle, from.y, middle, to->y, to->x, to->y);
  }
}

/* A point of the curve with level ends. */
static Point
find_point (Point from, Point to, double t)
{
  double u = 1 - t;
  double middle = (from.x + to.x) / 2;

  return (Point){ u * u * u * from.x + 3 * u * t * middle + t * t * t * to.x,
                  (u * u * u + 3 * u * u * t) * from.y + (3 * u * t * t + t * t * t) * to.y };
}

/* In the narrow picture, clear of the words at the right of the nodes. */
static double
find_height (const Painting *self, guint behind)
{
  const SgnRoadNode *next = &self->layout->nodes[behind];
  const SgnRoadPanel *first = &self->layout->panels[0];

  if (behind == 0)
    return next->y - next->radius - 13 * self->layout->scale;
  if (behind == 2)
    return first->y + first->height - 15 * self->layout->scale;
  return (next[-1].y + next->y) / 2;
}

static Point
find_here (const Painting *self)
{
  guint behind = MIN ((guint) self->road->here, SGN_N_ROAD_STOPS - 1);
  double t = NEAREST + (FARTHEST - NEAREST) * (self->road->here - behind);
  Point from = get_origin (self, behind);
  Point to = { self->layout->nodes[behind].x, self->layout->nodes[behind].y };

  /* Before the first star there is little room. */
  t = MIN (behind == 0 ? NEAREST : t, FARTHEST);
  if (self->layout->vertical)
    return (Point){ to.x, find_height (self, behind) };
  return find_point (from, to, t);
}

static void
draw_way (const Painting *self, Point here)
{
  double scale = self->layout->scale;
  double width = ROAD_WIDTH * scale;
  double dash = 8 * scale;

  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  set_color (self, SGN_COLOR_TRACK, 1);
  cairo_set_line_width (self->cr, width);
  add_way (self);
  cairo_stroke (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  set_ground (self);
  cairo_set_line_width (self->cr, 2 * scale);
  cairo_set_dash (self->cr, &dash, 1, 0);
  add_way (self);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);

  cairo_save (self->cr);
  if (self->layout->vertical)
    cairo_rectangle (self->cr, 0, 0, self->layout->width, here.y);
  else
    cairo_rectangle (self->cr, 0, 0, here.x, self->layout->height);
  cairo_clip (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  set_color (self, SGN_COLOR_ACCENT, 1);
  cairo_set_line_width (self->cr, width);
  add_way (self);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);

  set_color (self, SGN_COLOR_ACCENT, 1);
  cairo_arc (self->cr, here.x, here.y, width / 2, 0, 2 * G_PI);
  cairo_fill (self->cr);
  set_ground (self);
  cairo_arc (self->cr, here.x, here.y, width * 0.28, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
draw_check (const Painting *self, double x, double y, double size, double width)
{
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x - size * 0.45, y + size * 0.02);
  cairo_line_to (self->cr, x - size * 0.1, y + size * 0.36);
  cairo_line_to (self->cr, x + size * 0.45, y - size * 0.36);
  cairo_stroke (self->cr);
}

/* That it is done, at the upper right of its node. */
static void
draw_badge (const Painting *self, const SgnRoadNode *node)
{
  double scale = self->layout->scale;
  double x = node->x + node->radius * 0.76;
  double y = node->y - node->radius * 0.76;

  set_ground (self);
  cairo_arc (self->cr, x, y, 11 * scale, 0, 2 * G_PI);
  cairo_fill (self->cr);
  set_color (self, SGN_COLOR_DONE, 1);
  cairo_arc (self->cr, x, y, 9 * scale, 0, 2 * G_PI);
  cairo_fill (self->cr);
  set_ground (self);
  draw_check (self, x, y, 9 * scale, 2 * scale);
}

static void
draw_star (const Painting *self, PangoContext *context, guint index)
{
  const SgnRoadNode *node = &self->layout->nodes[index];
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width = 0;
  int height = 0;

  pango_attr_list_insert (attributes, pango_attr_scale_new (index == 0 ? 1.6 : 1.25));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, self->road->stops[index].star, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (self->cr, node->x - width / 2.0, node->y - height / 2.0);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

static void
draw_ring (const Painting *self, const SgnRoadNode *node, gboolean later)
{
  double dash = 5 * self->layout->scale;

  set_ground (self);
  cairo_arc (self->cr, node->x, node->y, node->radius, 0, 2 * G_PI);
  cairo_fill_preserve (self->cr);
  set_color (self, later ? SGN_COLOR_NOT_ANSWERED : SGN_COLOR_ACCENT, 1);
  cairo_set_line_width (self->cr, (later ? 2 : 4) * self->layout->scale);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  if (later)
    cairo_set_dash (self->cr, &dash, 1, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static void
draw_node (const Painting *self, PangoContext *context, guint index)
{
  const SgnRoadNode *node = &self->layout->nodes[index];
  SgnRoadState state = self->road->stops[index].state;

  if (state == SGN_ROAD_DONE) {
    set_color (self, SGN_COLOR_ACCENT, 1);
    cairo_arc (self->cr, node->x, node->y, node->radius, 0, 2 * G_PI);
    cairo_fill (self->cr);
    set_ground (self);
  } else {
    if (state != SGN_ROAD_LATER) {
      set_color (self, SGN_COLOR_ACCENT, 0.22);
      cairo_arc (self->cr, node->x, node->y, node->radius + 4 * self->layout->scale, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
    draw_ring (self, node, state == SGN_ROAD_LATER);
    set_color (self, state == SGN_ROAD_LATER ? SGN_COLOR_SECONDARY : SGN_COLOR_ACCENT, 1);
    if (is_dark (self) && state == SGN_ROAD_LATER)
      set_color (self, SGN_COLOR_TEXT, 1);
  }
  draw_star (self, context, index);
  if (state == SGN_ROAD_DONE)
    draw_badge (self, node);
}

/* A shape beside the word, so that it is not told by the colour alone. */
static void
draw_sign (const Painting *self, const SgnRoadText *word, SgnRoadState state)
{
  double size = SIGN * self->layout->scale;
  PangoRectangle line;
  PangoLayoutIter *iter = pango_layout_get_iter (word->layout);
  double x;
  double y;

  pango_layout_iter_get_line_extents (iter, NULL, &line);
  pango_layout_iter_free (iter);
  x = word->x + line.x / (double) PANGO_SCALE - size;
  y = word->y + (line.y + line.height / 2.0) / PANGO_SCALE;
  if (state == SGN_ROAD_DONE) {
    draw_check (self, x, y, size, 2 * self->layout->scale);
  } else if (state != SGN_ROAD_LATER) {
    cairo_move_to (self->cr, x - size * 0.4, y - size * 0.5);
    cairo_line_to (self->cr, x + size * 0.45, y);
    cairo_line_to (self->cr, x - size * 0.4, y + size * 0.5);
    cairo_close_path (self->cr);
    cairo_fill (self->cr);
  }
}

static void
draw_words (const Painting *self, guint index)
{
  static const SgnColor colors[] = { SGN_COLOR_DONE, SGN_COLOR_ACCENT, SGN_COLOR_ACCENT,
                                     SGN_COLOR_SECONDARY };
  const SgnRoadNode *node = &self->layout->nodes[index];
  SgnRoadState state = self->road->stops[index].state;

  set_color (self, colors[state], 1);
  draw_text (self, &node->lines[0]);
  draw_sign (self, &node->lines[0], state);
  set_color (self, SGN_COLOR_TEXT, 1);
  draw_text (self, &node->lines[1]);
  set_color (self, SGN_COLOR_SECONDARY, 1);
  draw_text (self, &node->lines[2]);
}

/* The box of the pin in the wide picture: above the way, clear of the nodes beside it. */
static Point
place_pin (const Painting *self, Point here, double width, double height)
{
  double scale = self->layout->scale;
  guint behind = MIN ((guint) self->road->here, SGN_N_ROAD_STOPS - 1);
  const SgnRoadNode *next = &self->layout->nodes[behind];
  double right = next->x - next->radius - 6 * scale;
  double left = 4 * scale;
  double y = here.y - height - 15 * scale;
  double x = here.x - width / 2;

  if (behind > 0)
    left = next[-1].x + next[-1].radius + 12 * scale;
  if (right - left < width) {
    y = MIN (y, next->y - next->radius - 12 * scale - height);
    return (Point){ MAX (x, 4 * scale), y };
  }
  return (Point){ CLAMP (x, left, right - width), y };
}

static void
draw_pin_shape (const Painting *self, Point at, Point here, double width, double height)
{
  double scale = self->layout->scale;

  set_color (self, SGN_COLOR_ACCENT, 1);
  add_rounded (self->cr, at.x, at.y, width, height, height / 2);
  cairo_fill (self->cr);
  if (self->layout->vertical) {
    cairo_move_to (self->cr, at.x + 6 * scale, here.y - 6 * scale);
    cairo_line_to (self->cr, at.x - 6 * scale, here.y);
    cairo_line_to (self->cr, at.x + 6 * scale, here.y + 6 * scale);
  } else {
    double x = CLAMP (here.x, at.x + height / 2, at.x + width - height / 2);

    cairo_move_to (self->cr, x - 6 * scale, at.y + height - 1);
    cairo_line_to (self->cr, here.x, MIN (here.y - 9 * scale, at.y + height + 40 * scale));
    cairo_line_to (self->cr, x + 6 * scale, at.y + height - 1);
  }
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

static void
draw_pin (const Painting *self, PangoContext *context, Point here)
{
  double scale = self->layout->scale;
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  int text_width = 0;
  int text_height = 0;
  double width;
  double height;
  Point at;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.86));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, _ ("You are here"), -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  width = text_width + 20 * scale;
  height = text_height + 6 * scale;
  at = self->layout->vertical ? (Point){ here.x + 22 * scale, here.y - height / 2 }
                              : place_pin (self, here, width, height);
  draw_pin_shape (self, at, here, width, height);
  set_ground (self);
  cairo_move_to (self->cr, at.x + 10 * scale, at.y + 3 * scale);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
}

int
sgn_road_paint_measure (GtkWidget *widget, const SgnRoad *road, int width)
{
  g_autoptr (SgnRoadLayout) layout = sgn_road_layout_new (widget, road, width);

  return (int) ceil (layout->height);
}

void
sgn_road_paint (GtkWidget *widget, cairo_t *cr, const SgnRoad *road, int width)
{
  g_autoptr (SgnRoadLayout) layout = sgn_road_layout_new (widget, road, width);
  const Painting self = { cr, road, layout, sgn_scheme_get_current () };
  PangoContext *context = gtk_widget_get_pango_context (widget);
  Point here = find_here (&self);

  for (guint i = 0; i < SGN_N_ROAD_PANELS; i++)
    draw_panel (&self, &layout->panels[i]);
  draw_way (&self, here);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    draw_node (&self, context, i);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    draw_words (&self, i);
  draw_pin (&self, context, here);
}
