/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-road-layout.h"

#include <glib/gi18n-lib.h>

#include "sgn-text-size.h"

/* Measures at letters of normal size. */
#define NARROW 480
#define GAP 10
#define PADDING 16
#define HEIGHT 246
#define SIDE_OF_NODES 46 /* middle of the nodes, from top to bottom */
#define SIDE_OF_TEXT 90
#define LEAST_ROW 68
#define TEXT_GAP 9
#define LINE_GAP 3
#define SIGN 17 /* before a word */

#define RADIUS_DONE 25
#define RADIUS_NEXT 32
#define RADIUS_LATER 24.5

#define SIZE_WORD 1.05
#define SIZE_TEXT 0.95
#define SIZE_SMALL 0.86

/* Where the nodes are in the wide picture, as parts of its width and height. */
static const double wide_x[SGN_N_ROAD_STOPS] = { 0.115, 0.375, 0.645, 0.88 };
static const double wide_y[SGN_N_ROAD_STOPS] = { 137, 114, 92, 76 };
static const double first_panel = 0.506;

static SgnRoadText
make_text (GtkWidget *widget, const char *words, double size, gboolean bold, double width)
{
  SgnRoadText text = { NULL };
  PangoAttrList *attributes = NULL;

  if (words == NULL)
    return text;
  text.layout = gtk_widget_create_pango_layout (widget, words);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (text.layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (text.layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (text.layout, PANGO_WRAP_WORD_CHAR);
  return text;
}

static double
get_height (const SgnRoadText *text)
{
  int height = 0;

  if (text->layout != NULL)
    pango_layout_get_pixel_size (text->layout, NULL, &height);
  return height;
}

/* Puts @text at its place, and goes on below it. */
static void
put (SgnRoadText *text, double x, double *y, double gap)
{
  if (text->layout == NULL)
    return;
  text->x = x;
  text->y = *y;
  *y += get_height (text) + gap;
}

static void
make_captions (SgnRoadLayout *self, GtkWidget *widget, const SgnRoad *road, double width)
{
  self->panels[0].caption =
    make_text (widget, _ ("SECURITY ACTION (declared by yourselves)"), SIZE_SMALL, TRUE, width);
  self->panels[1].caption = make_text (widget, _ ("SCS (another scheme)"), SIZE_SMALL, TRUE, width);
  self->panels[1].remark = make_text (widget, road->opens, SIZE_SMALL, FALSE, width);
}

static double
get_radius (const SgnRoadStop *stop)
{
  if (stop->state == SGN_ROAD_DONE)
    return RADIUS_DONE;
  return stop->state == SGN_ROAD_LATER ? RADIUS_LATER : RADIUS_NEXT;
}

/* Content and fact in one line; a line each where that is too wide, so that no day is cut. */
static SgnRoadText
make_details (GtkWidget *widget, const SgnRoadStop *stop, double room)
{
  g_autofree char *line =
    stop->fact != NULL ? g_strdup_printf ("%s ・ %s", stop->content, stop->fact) : NULL;
  g_autofree char *lines =
    stop->fact != NULL ? g_strdup_printf ("%s\n%s", stop->content, stop->fact) : NULL;
  SgnRoadText text =
    make_text (widget, line != NULL ? line : stop->content, SIZE_TEXT, FALSE, room);

  if (lines != NULL && pango_layout_get_line_count (text.layout) > 1)
    pango_layout_set_text (text.layout, lines, -1);
  return text;
}

/* The room that the text of a node has: up to the middle between two nodes, or the edge. */
static double
find_room (const SgnRoadLayout *self, guint index)
{
  double x = self->nodes[index].x;
  double left = index > 0 ? (x - self->nodes[index - 1].x) / 2 : x - 4;
  double right =
    index + 1 < SGN_N_ROAD_STOPS ? (self->nodes[index + 1].x - x) / 2 : self->width - x - 4;

  return 2 * MIN (left, right);
}

static void
put_below (SgnRoadLayout *self, GtkWidget *widget, const SgnRoadStop *stop, guint index)
{
  SgnRoadNode *node = &self->nodes[index];
  double room = find_room (self, index);
  double y = node->y + node->radius + TEXT_GAP * self->scale;

  node->lines[0] = make_text (widget, stop->word, SIZE_WORD, TRUE, room);
  node->lines[1] = make_text (widget, stop->content, SIZE_TEXT, FALSE, room);
  node->lines[2] = make_text (widget, stop->fact, SIZE_SMALL, FALSE, room);
  for (guint i = 0; i < SGN_N_ROAD_LINES; i++) {
    if (node->lines[i].layout != NULL)
      pango_layout_set_alignment (node->lines[i].layout, PANGO_ALIGN_CENTER);
    put (&node->lines[i], node->x - room / 2, &y, LINE_GAP * self->scale);
  }
  self->height = MAX (self->height, y + PADDING * self->scale);
}

static void
lay_out_wide (SgnRoadLayout *self, GtkWidget *widget, const SgnRoad *road)
{
  double gap = GAP * self->scale;
  double edge = self->width * first_panel;

  self->height = HEIGHT * self->scale;
  make_captions (self, widget, road, self->width / 2 - 3 * PADDING * self->scale);
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    self->nodes[i].x = self->width * wide_x[i];
    self->nodes[i].y = wide_y[i] * self->scale;
  }
  /* What is said of the other scheme stands above its nodes. */
  for (guint i = 2; i < SGN_N_ROAD_STOPS; i++)
    self->nodes[i].y += MAX (get_height (&self->panels[1].remark) - 18 * self->scale, 0) + gap;
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    put_below (self, widget, &road->stops[i], i);
  for (guint i = 0; i < SGN_N_ROAD_PANELS; i++) {
    SgnRoadPanel *panel = &self->panels[i];
    double y = 14 * self->scale;

    panel->x = i == 0 ? 0 : edge + gap;
    panel->width = i == 0 ? edge : self->width - panel->x;
    panel->height = self->height;
    put (&panel->caption, panel->x + PADDING * self->scale, &y, 2 * self->scale);
    put (&panel->remark, panel->x + PADDING * self->scale, &y, 0);
  }
  self->start_x = 14 * self->scale;
  self->start_y = self->nodes[0].y;
}

/* A node with its words at its right; returns where the next one may begin. */
static double
put_beside (SgnRoadLayout *self, GtkWidget *widget, const SgnRoadStop *stop, guint index, double y)
{
  SgnRoadNode *node = &self->nodes[index];
  double x = SIDE_OF_TEXT * self->scale;
  double room = self->width - x - PADDING * self->scale;
  double row = LEAST_ROW * self->scale;
  double height = 0;
  double top = 0;

  node->lines[0] = make_text (widget, stop->word, SIZE_WORD, TRUE, room);
  node->lines[1] = make_details (widget, stop, room);
  height = get_height (&node->lines[0]) + get_height (&node->lines[1]) + LINE_GAP * self->scale;
  row = MAX (row, height);
  top = y + (row - height) / 2;
  put (&node->lines[0], x + (stop->state != SGN_ROAD_LATER ? SIGN * self->scale : 0), &top,
       LINE_GAP * self->scale);
  put (&node->lines[1], x, &top, 0);
  node->x = SIDE_OF_NODES * self->scale;
  node->y = y + row / 2;
  return y + row;
}

static void
lay_out_narrow (SgnRoadLayout *self, GtkWidget *widget, const SgnRoad *road)
{
  double x = SIDE_OF_TEXT * self->scale;
  double gap = GAP * self->scale;
  double y = 0;

  make_captions (self, widget, road, self->width - x - PADDING * self->scale);
  for (guint i = 0; i < SGN_N_ROAD_PANELS; i++) {
    SgnRoadPanel *panel = &self->panels[i];

    panel->y = y;
    panel->width = self->width;
    y += 14 * self->scale;
    put (&panel->caption, x, &y, 2 * self->scale);
    put (&panel->remark, x, &y, 0);
    y += 2 * gap;
    y = put_beside (self, widget, &road->stops[2 * i], 2 * i, y) + 3 * gap;
    y = put_beside (self, widget, &road->stops[2 * i + 1], 2 * i + 1, y) + (3 - 2 * i) * gap;
    panel->height = y - panel->y;
    y += gap;
  }
  self->height = y - gap;
  self->start_x = self->nodes[0].x;
  self->start_y = 14 * self->scale;
}

/**
 * sgn_road_layout_new:
 * @widget: who shows it, for the letters
 * @road: the way of a company
 * @width: how wide it is
 *
 * Returns: (transfer full): where everything is
 */
SgnRoadLayout *
sgn_road_layout_new (GtkWidget *widget, const SgnRoad *road, int width)
{
  SgnRoadLayout *self = g_new0 (SgnRoadLayout, 1);

  self->scale = sgn_text_scale_get (widget);
  self->width = width;
  self->vertical = width < NARROW * self->scale;
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    self->nodes[i].radius = get_radius (&road->stops[i]) * self->scale;
  if (self->vertical)
    lay_out_narrow (self, widget, road);
  else
    lay_out_wide (self, widget, road);
  return self;
}

void
sgn_road_layout_free (SgnRoadLayout *self)
{
  for (guint i = 0; i < SGN_N_ROAD_PANELS; i++) {
    g_clear_object (&self->panels[i].caption.layout);
    g_clear_object (&self->panels[i].remark.layout);
  }
  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++)
    for (guint j = 0; j < SGN_N_ROAD_LINES; j++)
      g_clear_object (&self->nodes[i].lines[j].layout);
  g_free (self);
}
