/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-strip.h"

#include <math.h>

#include "sgn-colors.h"
#include "sgn-mark-image.h"
#include "sgn-text-size.h"

#define MARK 21
#define GAP 6
#define SECTION_GAP 10
#define RING 4
#define BAR 6

struct _SgnStrip {
  GtkWidget parent_instance;

  GArray *items; /* of SgnStripItem */
  guint current;
  gboolean bar;
};

G_DEFINE_FINAL_TYPE (SgnStrip, sgn_strip, GTK_TYPE_WIDGET)

enum {
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SgnStripItem *
get_item (SgnStrip *self, guint index)
{
  return &g_array_index (self->items, SgnStripItem, index);
}

static int
get_mark_side (SgnStrip *self)
{
  return sgn_text_scale_px (GTK_WIDGET (self), MARK);
}

/* How wide the marks are at their closest. */
static int
get_needed_width (SgnStrip *self)
{
  int width = 2 * RING;

  for (guint i = 0; i < self->items->len; i++) {
    width += get_mark_side (self) + (i > 0 ? GAP : 0);
    if (i > 0 && get_item (self, i)->starts_section)
      width += SECTION_GAP;
  }
  return width;
}

static gboolean
is_bar (SgnStrip *self)
{
  return self->bar || gtk_widget_get_width (GTK_WIDGET (self)) < get_needed_width (self);
}

/* The left edge of item @index when the marks are spread over @width. */
static double
get_item_x (SgnStrip *self, guint index, double width)
{
  double spare = width - get_needed_width (self);
  double step = self->items->len > 1 ? spare / (self->items->len - 1) : 0;
  double x = RING;

  for (guint i = 1; i <= index; i++) {
    x += get_mark_side (self) + GAP + MIN (step, 12);
    if (get_item (self, i)->starts_section)
      x += SECTION_GAP;
  }
  return x;
}

static void
draw_bar (SgnStrip *self, cairo_t *cr, double width, double height)
{
  SgnScheme scheme = sgn_scheme_get_current ();
  double thick = sgn_text_scale_px (GTK_WIDGET (self), BAR);
  guint answered = 0;
  GdkRGBA rgba;

  for (guint i = 0; i < self->items->len; i++)
    answered += get_item (self, i)->mark != SGN_MARK_NONE;
  cairo_set_line_width (cr, thick);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  sgn_color_get (SGN_COLOR_TRACK, scheme, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_move_to (cr, thick / 2, height / 2);
  cairo_line_to (cr, width - thick / 2, height / 2);
  cairo_stroke (cr);
  if (answered == 0)
    return;
  sgn_color_get (SGN_COLOR_ACCENT, scheme, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_move_to (cr, thick / 2, height / 2);
  cairo_line_to (cr, thick / 2 + (width - thick) * answered / self->items->len, height / 2);
  cairo_stroke (cr);
}

static void
draw_current (cairo_t *cr, double side, SgnScheme scheme)
{
  double outer = side + 2 * RING - 2;
  double radius = outer * 0.28;
  GdkRGBA rgba;

  sgn_color_get (SGN_COLOR_ACCENT, scheme, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_save (cr);
  cairo_translate (cr, 1 - RING, 1 - RING);
  cairo_new_path (cr);
  cairo_arc (cr, outer - radius, radius, radius, -G_PI_2, 0);
  cairo_arc (cr, outer - radius, outer - radius, radius, 0, G_PI_2);
  cairo_arc (cr, radius, outer - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_marks (SgnStrip *self, cairo_t *cr, double width, double height)
{
  SgnScheme scheme = sgn_scheme_get_current ();
  double side = get_mark_side (self);

  for (guint i = 0; i < self->items->len; i++) {
    cairo_save (cr);
    cairo_translate (cr, floor (get_item_x (self, i, width)), floor ((height - side) / 2));
    sgn_mark_draw (cr, get_item (self, i)->mark, side, scheme);
    if (i == self->current)
      draw_current (cr, side, scheme);
    cairo_restore (cr);
  }
}

static void
sgn_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnStrip *self = SGN_STRIP (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->items->len == 0 || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (is_bar (self))
    draw_bar (self, cr, width, height);
  else
    draw_marks (self, cr, width, height);
  cairo_destroy (cr);
}

static void
sgn_strip_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SgnStrip *self = SGN_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 40;
    *natural = MAX (*minimum, self->bar ? 0 : get_needed_width (self));
  } else if (self->bar) {
    *minimum = *natural = sgn_text_scale_px (widget, BAR) + 8;
  } else {
    *minimum = *natural = get_mark_side (self) + 2 * RING;
  }
}

static void
sgn_strip_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_strip_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, SgnStrip *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double side = get_mark_side (self);

  if (is_bar (self))
    return;
  for (guint i = 0; i < self->items->len; i++) {
    double left = get_item_x (self, i, width);

    if (x >= left - GAP / 2.0 && x < left + side + GAP / 2.0) {
      g_signal_emit (self, signals[SIGNAL_PICKED], 0, i);
      return;
    }
  }
}

static void
sgn_strip_finalize (GObject *object)
{
  SgnStrip *self = SGN_STRIP (object);

  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (sgn_strip_parent_class)->finalize (object);
}

static void
sgn_strip_class_init (SgnStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sgn_strip_finalize;
  widget_class->snapshot = sgn_strip_snapshot;
  widget_class->measure = sgn_strip_measure;
  widget_class->system_setting_changed = sgn_strip_system_setting_changed;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", SGN_TYPE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_strip_init (SgnStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->items = g_array_new (FALSE, FALSE, sizeof (SgnStripItem));
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_strip_new:
 *
 * Returns: a new strip without items
 */
GtkWidget *
sgn_strip_new (void)
{
  return g_object_new (SGN_TYPE_STRIP, NULL);
}

/**
 * sgn_strip_set_items:
 * @self: a strip
 * @items: (array length=n_items): copied
 * @n_items: how many
 */
void
sgn_strip_set_items (SgnStrip *self, const SgnStripItem *items, guint n_items)
{
  gboolean resize;

  g_return_if_fail (SGN_IS_STRIP (self));

  resize = self->items->len != n_items;
  g_array_set_size (self->items, 0);
  g_array_append_vals (self->items, items, n_items);
  if (resize)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sgn_strip_set_current:
 * @self: a strip
 * @current: the item that is shown, which gets a ring
 */
void
sgn_strip_set_current (SgnStrip *self, guint current)
{
  g_return_if_fail (SGN_IS_STRIP (self));

  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sgn_strip_set_bar:
 * @self: a strip
 * @bar: whether it is a bar even where the marks would fit
 */
void
sgn_strip_set_bar (SgnStrip *self, gboolean bar)
{
  g_return_if_fail (SGN_IS_STRIP (self));

  if (self->bar == bar)
    return;
  self->bar = bar;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
