/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-task-bar.h"

#include "sgn-colors.h"
#include "sgn-text-size.h"

#define HEIGHT 14
#define LEAST_WIDTH 80
#define GAP 3
#define HATCH 6

static const SgnMark marks[] = { SGN_MARK_OVERDUE, SGN_MARK_DOING, SGN_MARK_TODO,
                                 SGN_MARK_COMPLETE };

struct _SgnTaskBar {
  GtkWidget parent_instance;

  guint counts[G_N_ELEMENTS (marks)];
};

G_DEFINE_FINAL_TYPE (SgnTaskBar, sgn_task_bar, GTK_TYPE_WIDGET)

static void
use_color (cairo_t *cr, SgnColor color)
{
  GdkRGBA rgba;

  sgn_color_get (color, sgn_scheme_get_current (), &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
}

static void
add_outline (cairo_t *cr, double width, double height, double inset)
{
  double radius = MIN (height * 0.28, width / 2 - inset);

  cairo_new_path (cr);
  cairo_arc (cr, width - inset - radius, inset + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, width - inset - radius, height - inset - radius, radius, 0, G_PI_2);
  cairo_arc (cr, inset + radius, height - inset - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, inset + radius, inset + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_hatch (cairo_t *cr, double width, double height, double scale)
{
  double step = HATCH * scale;

  use_color (cr, SGN_COLOR_ACCENT);
  cairo_set_line_width (cr, step * 0.42);
  cairo_save (cr);
  add_outline (cr, width, height, 0);
  cairo_clip (cr);
  for (double x = -height; x < width + height; x += step) {
    cairo_move_to (cr, x, height);
    cairo_line_to (cr, x + height, 0);
  }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_part (cairo_t *cr, SgnMark mark, double width, double height, double scale)
{
  double line = 1.4 * scale;

  cairo_set_line_width (cr, line);
  if (mark == SGN_MARK_DOING) {
    draw_hatch (cr, width, height, scale);
    return;
  }
  if (mark == SGN_MARK_COMPLETE) {
    add_outline (cr, width, height, 0);
    use_color (cr, SGN_COLOR_DONE);
    cairo_fill (cr);
    return;
  }
  add_outline (cr, width, height, line / 2);
  if (mark == SGN_MARK_OVERDUE) {
    use_color (cr, SGN_COLOR_NOT_DONE_TINT);
    cairo_fill_preserve (cr);
  }
  use_color (cr, mark == SGN_MARK_OVERDUE ? SGN_COLOR_NOT_DONE : SGN_COLOR_NOT_ANSWERED);
  cairo_stroke (cr);
}

static guint
count_all (const SgnTaskBar *self, guint *parts)
{
  guint all = 0;

  *parts = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    all += self->counts[i];
    *parts += self->counts[i] > 0;
  }
  return all;
}

/* Each part is at least as wide as it is high, so that one of many is still seen. */
static void
draw_parts (SgnTaskBar *self, cairo_t *cr, double width, double height)
{
  double scale = sgn_text_scale_get (GTK_WIDGET (self));
  guint parts = 0;
  guint all = count_all (self, &parts);
  double free_width = width - parts * height - (parts - 1) * GAP * scale;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    double part = height + MAX (free_width, 0) * self->counts[i] / all;

    if (self->counts[i] == 0)
      continue;
    draw_part (cr, marks[i], part, height, scale);
    cairo_translate (cr, part + GAP * scale, 0);
  }
}

static void
sgn_task_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnTaskBar *self = SGN_TASK_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = MIN (gtk_widget_get_height (widget), sgn_text_scale_px (widget, HEIGHT));
  guint parts = 0;
  cairo_t *cr;

  if (count_all (self, &parts) == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_parts (self, cr, width, height);
  cairo_destroy (cr);
}

static void
sgn_task_bar_measure (GtkWidget *widget,
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
sgn_task_bar_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_task_bar_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_task_bar_class_init (SgnTaskBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_task_bar_snapshot;
  widget_class->measure = sgn_task_bar_measure;
  widget_class->system_setting_changed = sgn_task_bar_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "task-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_task_bar_init (SgnTaskBar *self)
{
  sgn_scheme_watch (GTK_WIDGET (self));
}

void
sgn_task_bar_show (SgnTaskBar *self, const SgnTaskBoard *board)
{
  g_return_if_fail (SGN_IS_TASK_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    self->counts[i] = sgn_task_board_count_mark (board, marks[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SgnMark *
sgn_task_bar_get_marks (guint *n_marks)
{
  *n_marks = G_N_ELEMENTS (marks);
  return marks;
}
