/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-mark-row.h"

#include "sgn-mark-image.h"
#include "sgn-text-size.h"

#define MARK 16
#define GAP 5
/* A requirement has up to nine; more than that is a run of questions without requirements. */
#define MAX_IN_LINE 10

struct _SgnMarkRow {
  GtkWidget parent_instance;

  GArray *marks; /* of SgnMark */
};

G_DEFINE_FINAL_TYPE (SgnMarkRow, sgn_mark_row, GTK_TYPE_WIDGET)

static int
get_step (SgnMarkRow *self)
{
  return sgn_text_scale_px (GTK_WIDGET (self), MARK + GAP);
}

static int
get_length (SgnMarkRow *self, guint n_marks)
{
  int gap = sgn_text_scale_px (GTK_WIDGET (self), GAP);

  return n_marks > 0 ? (int) n_marks * get_step (self) - gap : 0;
}

static guint
count_columns (SgnMarkRow *self)
{
  return MIN (self->marks->len, MAX_IN_LINE);
}

static guint
count_lines (SgnMarkRow *self)
{
  return (self->marks->len + MAX_IN_LINE - 1) / MAX_IN_LINE;
}

static void
sgn_mark_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnMarkRow *self = SGN_MARK_ROW (widget);
  double side = sgn_text_scale_px (widget, MARK);
  SgnScheme scheme = sgn_scheme_get_current ();
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                              gtk_widget_get_height (widget)));

  for (guint i = 0; i < self->marks->len; i++) {
    cairo_save (cr);
    cairo_translate (cr, i % MAX_IN_LINE * get_step (self), i / MAX_IN_LINE * get_step (self));
    sgn_mark_draw (cr, g_array_index (self->marks, SgnMark, i), side, scheme);
    cairo_restore (cr);
  }
  cairo_destroy (cr);
}

static void
sgn_mark_row_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  SgnMarkRow *self = SGN_MARK_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_length (self, count_columns (self));
  else
    *minimum = *natural = get_length (self, count_lines (self));
}

static void
sgn_mark_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_mark_row_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_mark_row_finalize (GObject *object)
{
  g_clear_pointer (&SGN_MARK_ROW (object)->marks, g_array_unref);

  G_OBJECT_CLASS (sgn_mark_row_parent_class)->finalize (object);
}

static void
sgn_mark_row_class_init (SgnMarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sgn_mark_row_finalize;
  widget_class->snapshot = sgn_mark_row_snapshot;
  widget_class->measure = sgn_mark_row_measure;
  widget_class->system_setting_changed = sgn_mark_row_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "mark-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sgn_mark_row_init (SgnMarkRow *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (SgnMark));
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_mark_row_set_marks:
 * @self: a row
 * @marks: (array length=n_marks): copied
 * @n_marks: how many
 */
void
sgn_mark_row_set_marks (SgnMarkRow *self, const SgnMark *marks, guint n_marks)
{
  gboolean resize;

  g_return_if_fail (SGN_IS_MARK_ROW (self));

  resize = self->marks->len != n_marks;
  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks, n_marks);
  if (resize)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
