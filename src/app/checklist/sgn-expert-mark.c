/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-expert-mark.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define SIDE 14

struct _SgnExpertMark {
  GtkWidget parent_instance;

  SgnLook look;
};

G_DEFINE_FINAL_TYPE (SgnExpertMark, sgn_expert_mark, GTK_TYPE_WIDGET)

static void
draw_check (cairo_t *cr, double side)
{
  cairo_move_to (cr, side * 0.1, side * 0.55);
  cairo_line_to (cr, side * 0.38, side * 0.82);
  cairo_line_to (cr, side * 0.92, side * 0.22);
  cairo_stroke (cr);
}

static void
draw_flag (cairo_t *cr, double side)
{
  cairo_move_to (cr, side * 0.2, side * 0.08);
  cairo_line_to (cr, side * 0.2, side * 0.94);
  cairo_stroke (cr);
  cairo_move_to (cr, side * 0.2, side * 0.12);
  cairo_line_to (cr, side * 0.9, side * 0.34);
  cairo_line_to (cr, side * 0.2, side * 0.58);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_dashed_ring (cairo_t *cr, double side)
{
  double dash = side * 0.16;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_arc (cr, side / 2, side / 2, side * 0.4, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static const struct {
  SgnColor color;
  void (*draw) (cairo_t *cr, double side);
} shapes[SGN_N_LOOKS] = {
  [SGN_LOOK_ANY] = { SGN_COLOR_SECONDARY, draw_dashed_ring },
  [SGN_LOOK_SEEN] = { SGN_COLOR_ACCENT, draw_check },
  [SGN_LOOK_ASKED] = { SGN_COLOR_PARTIAL, draw_flag },
  [SGN_LOOK_NOT_YET] = { SGN_COLOR_SECONDARY, draw_dashed_ring },
};

static void
sgn_expert_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnExpertMark *self = SGN_EXPERT_MARK (widget);
  double side = sgn_text_scale_px (widget, SIDE);
  SgnScheme scheme = sgn_scheme_get_current ();
  double width = MAX (side * 0.12, sgn_scheme_is_contrast (scheme) ? 2.0 : 1.4);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, side, side));
  GdkRGBA color;

  sgn_color_get (shapes[self->look].color, scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  shapes[self->look].draw (cr, side);
  cairo_destroy (cr);
}

static void
sgn_expert_mark_measure (GtkWidget *widget,
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
sgn_expert_mark_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_expert_mark_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_expert_mark_class_init (SgnExpertMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_expert_mark_snapshot;
  widget_class->measure = sgn_expert_mark_measure;
  widget_class->system_setting_changed = sgn_expert_mark_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "expert-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_expert_mark_init (SgnExpertMark *self)
{
  self->look = SGN_LOOK_NOT_YET;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  sgn_scheme_watch (GTK_WIDGET (self));
}

void
sgn_expert_mark_set_look (SgnExpertMark *self, SgnLook look)
{
  g_return_if_fail (SGN_IS_EXPERT_MARK (self));
  g_return_if_fail (look < SGN_N_LOOKS);

  self->look = look;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
