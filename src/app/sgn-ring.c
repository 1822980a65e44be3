/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-ring.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define SIDE 18

struct _SgnRing {
  GtkWidget parent_instance;

  guint done;
  guint total;
};

G_DEFINE_FINAL_TYPE (SgnRing, sgn_ring, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, SgnColor color)
{
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
draw_full (cairo_t *cr, double size)
{
  gboolean dark = sgn_scheme_get_current () == SGN_SCHEME_DARK ||
                  sgn_scheme_get_current () == SGN_SCHEME_DARK_CONTRAST;

  set_color (cr, SGN_COLOR_ACCENT);
  cairo_arc (cr, size / 2, size / 2, size / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  if (dark)
    cairo_set_source_rgb (cr, 0.14, 0.14, 0.14);
  else
    set_color (cr, SGN_COLOR_ON_ACCENT);
  cairo_set_line_width (cr, size * 0.12);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, size * 0.28, size * 0.52);
  cairo_line_to (cr, size * 0.44, size * 0.67);
  cairo_line_to (cr, size * 0.72, size * 0.37);
  cairo_stroke (cr);
}

static void
draw_part (cairo_t *cr, double size, double part)
{
  double width = size * 0.17;
  double radius = (size - width) / 2;

  cairo_set_line_width (cr, width);
  set_color (cr, SGN_COLOR_TRACK);
  cairo_arc (cr, size / 2, size / 2, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (part <= 0)
    return;
  set_color (cr, SGN_COLOR_ACCENT);
  cairo_arc (cr, size / 2, size / 2, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * part);
  cairo_stroke (cr);
}

static void
sgn_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnRing *self = SGN_RING (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double side = MIN (MIN (width, height), sgn_text_scale_px (widget, SIDE));
  cairo_t *cr;

  if (side <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - side) / 2, (height - side) / 2);
  if (self->total > 0 && self->done >= self->total)
    draw_full (cr, side);
  else
    draw_part (cr, side, self->total > 0 ? self->done / (double) self->total : 0);
  cairo_destroy (cr);
}

static void
sgn_ring_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = sgn_text_scale_px (widget, SIDE);
}

static void
sgn_ring_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_ring_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_ring_class_init (SgnRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_ring_snapshot;
  widget_class->measure = sgn_ring_measure;
  widget_class->system_setting_changed = sgn_ring_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_ring_init (SgnRing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_ring_new:
 *
 * Returns: a new ring, empty
 */
GtkWidget *
sgn_ring_new (void)
{
  return g_object_new (SGN_TYPE_RING, NULL);
}

/**
 * sgn_ring_set_progress:
 * @self: a ring
 * @done: how many are answered
 * @total: how many there are
 */
void
sgn_ring_set_progress (SgnRing *self, guint done, guint total)
{
  g_return_if_fail (SGN_IS_RING (self));

  self->done = done;
  self->total = total;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
