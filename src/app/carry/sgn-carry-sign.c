/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-carry-sign.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define WIDTH 30
#define HEIGHT 20
#define BARS 3

struct _SgnCarrySign {
  GtkWidget parent_instance;

  gboolean bars; /* else circles */
  SgnRelation relation;
  SgnSureness sureness;
};

G_DEFINE_FINAL_TYPE (SgnCarrySign, sgn_carry_sign, GTK_TYPE_WIDGET)

/* The two circles of each relation, in a box of WIDTH × HEIGHT. */
static const struct {
  double from_x;
  double from_radius;
  double to_x;
  double to_radius;
} circles[] = {
  [SGN_RELATION_EQUAL] = { 15, 8, 15, 9.5 },
  [SGN_RELATION_SUBSET] = { 15, 5, 15, 9.5 },
  [SGN_RELATION_SUPERSET] = { 15, 9.5, 15, 5 },
  [SGN_RELATION_INTERSECTS] = { 10, 8, 20, 8 },
};

static void
set_color (cairo_t *cr, SgnColor color, double alpha)
{
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  rgba.alpha *= (float) alpha;
  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
draw_relation (cairo_t *cr, SgnRelation relation)
{
  const double dash[] = { 2.6, 2 };

  cairo_arc (cr, circles[relation].from_x, HEIGHT / 2.0, circles[relation].from_radius, 0,
             2 * G_PI);
  set_color (cr, SGN_COLOR_ACCENT, 0.25);
  cairo_fill_preserve (cr);
  set_color (cr, SGN_COLOR_ACCENT, 1);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  cairo_arc (cr, circles[relation].to_x, HEIGHT / 2.0, circles[relation].to_radius, 0, 2 * G_PI);
  set_color (cr, SGN_COLOR_SECONDARY, 1);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

static void
draw_sureness (cairo_t *cr, SgnSureness sureness)
{
  for (int i = 0; i < BARS; i++) {
    double height = 4.5 + i * 4.5;

    cairo_rectangle (cr, 4.5 + i * 7.5, HEIGHT - 2.5 - height, 5.5, height);
    set_color (cr, SGN_COLOR_TEXT, 1);
    cairo_set_line_width (cr, 1);
    if (i <= (int) sureness)
      cairo_fill_preserve (cr);
    cairo_stroke (cr);
  }
}

static void
sgn_carry_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnCarrySign *self = SGN_CARRY_SIGN (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double scale = sgn_text_scale_get (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, (width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2);
  cairo_scale (cr, scale, scale);
  if (self->bars)
    draw_sureness (cr, self->sureness);
  else
    draw_relation (cr, self->relation);
  cairo_destroy (cr);
}

static void
sgn_carry_sign_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural =
    sgn_text_scale_px (widget, orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT);
}

static void
sgn_carry_sign_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_carry_sign_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_carry_sign_class_init (SgnCarrySignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_carry_sign_snapshot;
  widget_class->measure = sgn_carry_sign_measure;
  widget_class->system_setting_changed = sgn_carry_sign_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "carrysign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_carry_sign_init (SgnCarrySign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  sgn_scheme_watch (GTK_WIDGET (self));
}

GtkWidget *
sgn_carry_sign_new_relation (SgnRelation relation)
{
  SgnCarrySign *self = g_object_new (SGN_TYPE_CARRY_SIGN, NULL);

  self->relation = relation;
  return GTK_WIDGET (self);
}

GtkWidget *
sgn_carry_sign_new_sureness (SgnSureness sureness)
{
  SgnCarrySign *self = g_object_new (SGN_TYPE_CARRY_SIGN, NULL);

  self->bars = TRUE;
  self->sureness = sureness;
  return GTK_WIDGET (self);
}
