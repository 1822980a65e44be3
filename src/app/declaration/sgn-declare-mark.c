/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-declare-mark.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define SIDE 26
#define WIDTH 30

struct _SgnDeclareMark {
  GtkWidget parent_instance;

  PangoLayout *number;
  gboolean first;
  gboolean last;
  SgnStepState state;
};

G_DEFINE_FINAL_TYPE (SgnDeclareMark, sgn_declare_mark, GTK_TYPE_WIDGET)

static void
set_color (cairo_t *cr, SgnColor name)
{
  GdkRGBA color;

  sgn_color_get (name, sgn_scheme_get_current (), &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
draw_line (cairo_t *cr, double x, double from, double to, gboolean walked)
{
  if (to <= from)
    return;
  set_color (cr, walked ? SGN_COLOR_ACCENT : SGN_COLOR_TRACK);
  cairo_move_to (cr, x, from);
  cairo_line_to (cr, x, to);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr, double x, double y, double side)
{
  cairo_arc (cr, x, y, side / 2, 0, 2 * G_PI);
  set_color (cr, SGN_COLOR_ACCENT_GROUND);
  cairo_fill (cr);
  set_color (cr, SGN_COLOR_ON_ACCENT);
  cairo_move_to (cr, x - side * 0.2, y + side * 0.02);
  cairo_line_to (cr, x - side * 0.05, y + side * 0.17);
  cairo_line_to (cr, x + side * 0.22, y - side * 0.14);
  cairo_stroke (cr);
}

static void
draw_ring (SgnDeclareMark *self, cairo_t *cr, double x, double y, double side)
{
  gboolean now = self->state == SGN_STEP_NOW;
  double dash = side * 0.12;
  int width;
  int height;

  set_color (cr, now ? SGN_COLOR_ACCENT : SGN_COLOR_SECONDARY);
  cairo_set_line_width (cr, side * (now ? 0.12 : 0.06));
  if (!now)
    cairo_set_dash (cr, &dash, 1, 0);
  cairo_arc (cr, x, y, side * 0.44, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  pango_layout_get_pixel_size (self->number, &width, &height);
  cairo_move_to (cr, x - width / 2.0, y - height / 2.0);
  pango_cairo_show_layout (cr, self->number);
  cairo_new_path (cr);
}

static void
sgn_declare_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnDeclareMark *self = SGN_DECLARE_MARK (widget);
  double side = sgn_text_scale_px (widget, SIDE);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  double x = width / 2;
  double y = height / 2;

  cairo_set_line_width (cr, side * 0.1);
  if (!self->first)
    draw_line (cr, x, 0, y - side / 2, self->state != SGN_STEP_LATER);
  if (!self->last)
    draw_line (cr, x, y + side / 2, height, self->state == SGN_STEP_DONE);
  if (self->state == SGN_STEP_DONE)
    draw_check (cr, x, y, side);
  else
    draw_ring (self, cr, x, y, side);
  cairo_destroy (cr);
}

static void
sgn_declare_mark_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural =
    sgn_text_scale_px (widget, orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : SIDE + 4);
}

static void
sgn_declare_mark_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_declare_mark_parent_class)->system_setting_changed (widget, setting);
  pango_layout_context_changed (SGN_DECLARE_MARK (widget)->number);
  gtk_widget_queue_resize (widget);
}

static void
sgn_declare_mark_finalize (GObject *object)
{
  g_clear_object (&SGN_DECLARE_MARK (object)->number);

  G_OBJECT_CLASS (sgn_declare_mark_parent_class)->finalize (object);
}

static void
sgn_declare_mark_class_init (SgnDeclareMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_declare_mark_finalize;
  widget_class->snapshot = sgn_declare_mark_snapshot;
  widget_class->measure = sgn_declare_mark_measure;
  widget_class->system_setting_changed = sgn_declare_mark_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "declare-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_declare_mark_init (SgnDeclareMark *self)
{
  sgn_scheme_watch (GTK_WIDGET (self));
}

GtkWidget *
sgn_declare_mark_new (guint number, gboolean first, gboolean last)
{
  SgnDeclareMark *self = g_object_new (SGN_TYPE_DECLARE_MARK, NULL);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), digits);
  self->first = first;
  self->last = last;
  return GTK_WIDGET (self);
}

void
sgn_declare_mark_set_state (SgnDeclareMark *self, SgnStepState state)
{
  g_return_if_fail (SGN_IS_DECLARE_MARK (self));

  self->state = state;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
