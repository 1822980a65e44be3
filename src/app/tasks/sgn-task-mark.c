/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-mark.h"

#include <math.h>

#include "sgn-mark-image.h"
#include "sgn-text-size.h"

struct _SgnTaskMark {
  GtkWidget parent_instance;

  SgnMark mark;
  int size;
};

G_DEFINE_FINAL_TYPE (SgnTaskMark, sgn_task_mark, GTK_TYPE_WIDGET)

static void
use_color (cairo_t *cr, SgnColor color, SgnScheme scheme)
{
  GdkRGBA rgba;

  sgn_color_get (color, scheme, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
add_ring (cairo_t *cr, double size, double width)
{
  cairo_new_path (cr);
  cairo_arc (cr, size / 2, size / 2, size * 0.36 - width / 2, 0, 2 * G_PI);
}

static void
draw_todo (cairo_t *cr, double size, double width, SgnScheme scheme)
{
  use_color (cr, SGN_COLOR_NOT_ANSWERED, scheme);
  add_ring (cr, size, width);
  cairo_stroke (cr);
}

/* Something begun: the right half is full. */
static void
draw_doing (cairo_t *cr, double size, double width, SgnScheme scheme)
{
  use_color (cr, SGN_COLOR_ACCENT, scheme);
  add_ring (cr, size, width);
  cairo_stroke (cr);
  cairo_arc (cr, size / 2, size / 2, size * 0.36 - width / 2, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_complete (cairo_t *cr, double size, double width, SgnScheme scheme)
{
  gboolean dark = scheme == SGN_SCHEME_DARK || scheme == SGN_SCHEME_DARK_CONTRAST;

  use_color (cr, SGN_COLOR_DONE, scheme);
  cairo_new_path (cr);
  cairo_arc (cr, size / 2, size / 2, size * 0.36, 0, 2 * G_PI);
  cairo_fill (cr);
  if (dark)
    cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, size * 0.35, size * 0.51);
  cairo_line_to (cr, size * 0.46, size * 0.62);
  cairo_line_to (cr, size * 0.66, size * 0.39);
  cairo_stroke (cr);
}

static void
draw_overdue (cairo_t *cr, double size, double width, SgnScheme scheme)
{
  double low = size * 0.12 + width / 2;
  double side = size - 2 * low;
  double radius = size * 0.16;

  cairo_new_path (cr);
  cairo_arc (cr, low + side - radius, low + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, low + side - radius, low + side - radius, radius, 0, G_PI_2);
  cairo_arc (cr, low + radius, low + side - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, low + radius, low + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  use_color (cr, SGN_COLOR_NOT_DONE_TINT, scheme);
  cairo_fill_preserve (cr);
  use_color (cr, SGN_COLOR_NOT_DONE, scheme);
  cairo_stroke (cr);
  cairo_move_to (cr, size * 0.5, size * 0.3);
  cairo_line_to (cr, size * 0.5, size * 0.53);
  cairo_stroke (cr);
  cairo_arc (cr, size * 0.5, size * 0.68, width * 0.62, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_task (cairo_t *cr, SgnMark mark, double size, SgnScheme scheme)
{
  double width = MAX (size * 0.09, sgn_scheme_is_contrast (scheme) ? 2.0 : 1.4);

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (mark == SGN_MARK_OVERDUE)
    draw_overdue (cr, size, width, scheme);
  else if (mark == SGN_MARK_COMPLETE)
    draw_complete (cr, size, width, scheme);
  else if (mark == SGN_MARK_DOING)
    draw_doing (cr, size, width, scheme);
  else
    draw_todo (cr, size, width, scheme);
}

/* What nobody knows, and what was decided against, look as answers do. */
void
sgn_task_mark_draw (cairo_t *cr, SgnMark mark, double size, SgnScheme scheme)
{
  if (mark < SGN_N_MARKS) {
    sgn_mark_draw (cr, mark, size, scheme);
    return;
  }
  cairo_save (cr);
  draw_task (cr, mark, size, scheme);
  cairo_restore (cr);
}

static void
sgn_task_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnTaskMark *self = SGN_TASK_MARK (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double side = MIN (MIN (width, height), sgn_text_scale_px (widget, self->size));
  cairo_t *cr;

  if (side <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, floor ((width - side) / 2), floor ((height - side) / 2));
  sgn_task_mark_draw (cr, self->mark, side, sgn_scheme_get_current ());
  cairo_destroy (cr);
}

static void
sgn_task_mark_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = sgn_text_scale_px (widget, SGN_TASK_MARK (widget)->size);
}

static void
sgn_task_mark_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_task_mark_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_task_mark_class_init (SgnTaskMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_task_mark_snapshot;
  widget_class->measure = sgn_task_mark_measure;
  widget_class->system_setting_changed = sgn_task_mark_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "task-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_task_mark_init (SgnTaskMark *self)
{
  self->mark = SGN_MARK_TODO;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  sgn_scheme_watch (GTK_WIDGET (self));
}

GtkWidget *
sgn_task_mark_new (int size)
{
  SgnTaskMark *self = g_object_new (SGN_TYPE_TASK_MARK, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
sgn_task_mark_set_mark (SgnTaskMark *self, SgnMark mark)
{
  g_return_if_fail (SGN_IS_TASK_MARK (self));

  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SgnMark
sgn_task_mark_get_mark (SgnTaskMark *self)
{
  g_return_val_if_fail (SGN_IS_TASK_MARK (self), SGN_MARK_NONE);

  return self->mark;
}
