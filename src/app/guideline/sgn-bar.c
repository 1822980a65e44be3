/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-bar.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define HEIGHT 12
#define LEAST_WIDTH 60
#define TICK_WIDTH 2.5
/* How far the tick stands out above and below. */
#define TICK_OVER 3

struct _SgnBar {
  GtkWidget parent_instance;

  double share;
  double before; /* below 0: nothing to hold it against */
};

G_DEFINE_FINAL_TYPE (SgnBar, sgn_bar, GTK_TYPE_WIDGET)

static void
append (GtkSnapshot *snapshot, SgnColor color, double width, double height)
{
  GskRoundedRect outline;
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   height * 0.3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_pop (snapshot);
}

static void
append_tick (SgnBar *self, GtkSnapshot *snapshot, double width, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double scale = sgn_text_scale_get (widget);
  double at = CLAMP (width * self->before - TICK_WIDTH * scale / 2, 0, width - TICK_WIDTH * scale);
  GdkRGBA rgba;

  sgn_color_get (SGN_COLOR_TEXT, sgn_scheme_get_current (), &rgba);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (at, -TICK_OVER * scale, TICK_WIDTH * scale,
                                                  height + 2 * TICK_OVER * scale));
}

static void
sgn_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnBar *self = SGN_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = MIN (gtk_widget_get_height (widget), sgn_text_scale_px (widget, HEIGHT));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (gtk_widget_get_height (widget) - height) / 2));
  append (snapshot, SGN_COLOR_TRACK, width, height);
  if (self->share > 0)
    append (snapshot, SGN_COLOR_ACCENT, width * self->share, height);
  if (self->before >= 0)
    append_tick (self, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
sgn_bar_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  *minimum = *natural =
    sgn_text_scale_px (widget, orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : LEAST_WIDTH);
}

static void
sgn_bar_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_bar_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_bar_class_init (SgnBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_bar_snapshot;
  widget_class->measure = sgn_bar_measure;
  widget_class->system_setting_changed = sgn_bar_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_bar_init (SgnBar *self)
{
  self->before = -1;
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_bar_new:
 * @part: how much of it is filled
 * @whole: how much there is; at least @part
 *
 * Returns: a new bar
 */
GtkWidget *
sgn_bar_new (guint part, guint whole)
{
  SgnBar *self = g_object_new (SGN_TYPE_BAR, NULL);

  self->share = whole > 0 ? part / (double) whole : 0;
  return GTK_WIDGET (self);
}

/**
 * sgn_bar_new_shares:
 * @now: how far it is filled, from 0 to 1
 * @before: how far it was filled before; below 0 for nothing to hold it against
 *
 * Returns: a new bar, with a tick where it ended before
 */
GtkWidget *
sgn_bar_new_shares (double now, double before)
{
  SgnBar *self = g_object_new (SGN_TYPE_BAR, NULL);

  self->share = CLAMP (now, 0, 1);
  self->before = MIN (before, 1);
  return GTK_WIDGET (self);
}
