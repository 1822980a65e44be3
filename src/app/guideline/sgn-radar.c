/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-radar.h"

#include <math.h>

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define SIDE 240
/* Around the figure, for the numbers of the axes. */
#define MARGIN 24
#define RINGS 4

struct _SgnRadar {
  GtkWidget parent_instance;

  GArray *shares; /* of double, from 0 to 1 */
  GArray *before; /* of the same; empty when there is nothing to hold them against */
};

G_DEFINE_FINAL_TYPE (SgnRadar, sgn_radar, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, SgnColor color, double alpha)
{
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  rgba.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* Goes on to @share of the axis @index, the first one of which points upwards. */
static void
line_to (SgnRadar *self, cairo_t *cr, guint index, double share, double radius)
{
  double angle = 2 * G_PI * index / self->shares->len - G_PI_2;

  cairo_line_to (cr, cos (angle) * radius * share, sin (angle) * radius * share);
}

static double
get_share (SgnRadar *self, guint index)
{
  return g_array_index (self->shares, double, index);
}

/* What it was before, dashed and without a ground. */
static void
draw_before (SgnRadar *self, cairo_t *cr, double radius)
{
  const double dashes[] = { radius * 0.06, radius * 0.04 };

  for (guint i = 0; i < self->before->len; i++)
    line_to (self, cr, i, g_array_index (self->before, double, i), radius);
  cairo_close_path (cr);
  set_color (cr, SGN_COLOR_SECONDARY, 1);
  cairo_set_line_width (cr, MAX (radius * 0.018, 1.5));
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_grid (SgnRadar *self, cairo_t *cr, double radius)
{
  set_color (cr, SGN_COLOR_TRACK, 1);
  cairo_set_line_width (cr, MAX (radius * 0.012, 1));
  for (guint ring = 1; ring <= RINGS; ring++) {
    for (guint i = 0; i < self->shares->len; i++)
      line_to (self, cr, i, ring / (double) RINGS, radius);
    cairo_close_path (cr);
    cairo_stroke (cr);
  }
  for (guint i = 0; i < self->shares->len; i++) {
    cairo_move_to (cr, 0, 0);
    line_to (self, cr, i, 1, radius);
    cairo_stroke (cr);
  }
}

static void
draw_figure (SgnRadar *self, cairo_t *cr, double radius)
{
  for (guint i = 0; i < self->shares->len; i++)
    line_to (self, cr, i, get_share (self, i), radius);
  cairo_close_path (cr);
  set_color (cr, SGN_COLOR_ACCENT, sgn_scheme_is_contrast (sgn_scheme_get_current ()) ? 0 : 0.15);
  cairo_fill_preserve (cr);
  set_color (cr, SGN_COLOR_ACCENT, 1);
  cairo_set_line_width (cr, MAX (radius * 0.028, 2));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  for (guint i = 0; i < self->shares->len; i++) {
    double angle = 2 * G_PI * i / self->shares->len - G_PI_2;

    cairo_arc (cr, cos (angle) * radius * get_share (self, i),
               sin (angle) * radius * get_share (self, i), MAX (radius * 0.035, 3), 0, 2 * G_PI);
    cairo_fill (cr);
  }
}

static void
draw_number (SgnRadar *self, cairo_t *cr, guint index, double distance)
{
  double angle = 2 * G_PI * index / self->shares->len - G_PI_2;
  g_autofree char *text = g_strdup_printf ("%u", index + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  set_color (cr, SGN_COLOR_TEXT, 1);
  cairo_move_to (cr, cos (angle) * distance - width / 2.0, sin (angle) * distance - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
sgn_radar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnRadar *self = SGN_RADAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double margin = sgn_text_scale_px (widget, MARGIN);
  double radius = MIN (width, height) / 2 - margin;
  cairo_t *cr;

  if (self->shares->len < SGN_RADAR_LEAST || radius <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, width / 2, height / 2);
  draw_grid (self, cr, radius);
  draw_figure (self, cr, radius);
  draw_before (self, cr, radius);
  for (guint i = 0; i < self->shares->len; i++)
    draw_number (self, cr, i, radius + margin * 0.55);
  cairo_destroy (cr);
}

static void
sgn_radar_measure (GtkWidget *widget,
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
sgn_radar_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_radar_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_radar_finalize (GObject *object)
{
  g_array_unref (SGN_RADAR (object)->shares);
  g_array_unref (SGN_RADAR (object)->before);

  G_OBJECT_CLASS (sgn_radar_parent_class)->finalize (object);
}

static void
sgn_radar_class_init (SgnRadarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_radar_finalize;
  widget_class->snapshot = sgn_radar_snapshot;
  widget_class->measure = sgn_radar_measure;
  widget_class->system_setting_changed = sgn_radar_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "radar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_radar_init (SgnRadar *self)
{
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
  self->before = g_array_new (FALSE, FALSE, sizeof (double));
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_radar_new:
 *
 * Returns: a radar without axes
 */
GtkWidget *
sgn_radar_new (void)
{
  return g_object_new (SGN_TYPE_RADAR, NULL);
}

/**
 * sgn_radar_set_breakdown:
 * @self: a radar
 * @breakdown: the categories
 *
 * Shows how much of each category is done; nothing when there are too few for a figure.
 */
void
sgn_radar_set_breakdown (SgnRadar *self, const SgnBreakdown *breakdown)
{
  g_return_if_fail (SGN_IS_RADAR (self));

  g_array_set_size (self->shares, 0);
  g_array_set_size (self->before, 0);
  for (guint i = 0; i < breakdown->parts->len; i++) {
    const SgnBreakdownPart *part = g_ptr_array_index (breakdown->parts, i);
    double share = part->met / (double) part->items;

    g_array_append_val (self->shares, share);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sgn_radar_set_shares:
 * @self: a radar
 * @now: (array length=n): how much of each axis is reached, from 0 to 1
 * @before: (nullable) (array length=n): how much of it was reached before
 * @n: how many axes there are
 */
void
sgn_radar_set_shares (SgnRadar *self, const double *now, const double *before, guint n)
{
  g_return_if_fail (SGN_IS_RADAR (self));

  g_array_set_size (self->shares, 0);
  g_array_set_size (self->before, 0);
  g_array_append_vals (self->shares, now, n);
  if (before != NULL)
    g_array_append_vals (self->before, before, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
