/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-mark-image.h"

#include <math.h>

#include "sgn-text-size.h"

#define DEFAULT_SIZE 28

struct _SgnMarkImage {
  GtkWidget parent_instance;

  SgnMark mark;
  int size;
  gboolean unsaved;
};

G_DEFINE_FINAL_TYPE (SgnMarkImage, sgn_mark_image, GTK_TYPE_WIDGET)

typedef enum {
  PROP_MARK = 1,
  PROP_SIZE,
  PROP_UNSAVED,
} SgnMarkImageProperty;

static GParamSpec *properties[PROP_UNSAVED + 1];

static void
round_square (cairo_t *cr, double inset, double size, double radius)
{
  double low = inset + radius;
  double high = size - inset - radius;

  cairo_new_path (cr);
  cairo_arc (cr, high, low, radius, -G_PI_2, 0);
  cairo_arc (cr, high, high, radius, 0, G_PI_2);
  cairo_arc (cr, low, high, radius, G_PI_2, G_PI);
  cairo_arc (cr, low, low, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_question (cairo_t *cr, double size, double width)
{
  cairo_new_path (cr);
  cairo_arc (cr, 0.5 * size, 0.39 * size, 0.155 * size, -G_PI * 0.95, G_PI * 0.25);
  cairo_line_to (cr, 0.5 * size, 0.605 * size);
  cairo_stroke (cr);
  cairo_arc (cr, 0.5 * size, 0.745 * size, width * 0.62, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_dashed_square (cairo_t *cr, double size, double width)
{
  double dash = size * 0.125;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_set_line_width (cr, width * 0.7);
  round_square (cr, width * 0.7, size, size * 0.2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_shape (cairo_t *cr, SgnMark mark, double size, double width)
{
  switch (mark) {
  case SGN_MARK_DONE:
    cairo_arc (cr, size / 2, size / 2, size * 0.27, 0, 2 * G_PI);
    cairo_stroke (cr);
    break;
  case SGN_MARK_PARTIAL:
    cairo_move_to (cr, size * 0.5, size * 0.25);
    cairo_line_to (cr, size * 0.77, size * 0.71);
    cairo_line_to (cr, size * 0.23, size * 0.71);
    cairo_close_path (cr);
    cairo_stroke (cr);
    break;
  case SGN_MARK_NOT_DONE:
    cairo_move_to (cr, size * 0.29, size * 0.29);
    cairo_line_to (cr, size * 0.71, size * 0.71);
    cairo_move_to (cr, size * 0.71, size * 0.29);
    cairo_line_to (cr, size * 0.29, size * 0.71);
    cairo_stroke (cr);
    break;
  case SGN_MARK_UNKNOWN:
    draw_question (cr, size, width);
    break;
  case SGN_MARK_NOT_APPLICABLE:
    cairo_move_to (cr, size * 0.27, size * 0.5);
    cairo_line_to (cr, size * 0.73, size * 0.5);
    cairo_stroke (cr);
    break;
  case SGN_MARK_TODO:
  case SGN_MARK_DOING:
  case SGN_MARK_COMPLETE:
  case SGN_MARK_OVERDUE:
  case SGN_MARK_NONE:
  default:
    draw_dashed_square (cr, size, width);
    break;
  }
}

/**
 * sgn_mark_draw:
 * @cr: where to paint
 * @mark: the state
 * @size: side of the square
 * @scheme: light or dark, usual or high contrast
 *
 * Paints the one shape of a state. Vectors and not letters: fonts lack some of the shapes, and draw
 * the others at different sizes.
 */
void
sgn_mark_draw (cairo_t *cr, SgnMark mark, double size, SgnScheme scheme)
{
  double width = MAX (size * 0.105, sgn_scheme_is_contrast (scheme) ? 2.0 : 1.4);
  GdkRGBA color;

  cairo_save (cr);
  if (mark != SGN_MARK_NONE) {
    sgn_color_get (sgn_mark_get_color (mark) + SGN_COLOR_DONE_TINT - SGN_COLOR_DONE, scheme,
                   &color);
    gdk_cairo_set_source_rgba (cr, &color);
    round_square (cr, 0, size, size * 0.28);
    cairo_fill (cr);
  }
  sgn_color_get (sgn_mark_get_color (mark), scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  draw_shape (cr, mark, size, width);
  cairo_restore (cr);
}

static void
draw_unsaved_ring (cairo_t *cr, double size, SgnScheme scheme)
{
  double dash = size * 0.1;
  GdkRGBA color;

  sgn_color_get (SGN_COLOR_TEXT, scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_set_line_width (cr, 2);
  round_square (cr, 1, size, size * 0.28);
  cairo_stroke (cr);
}

static int
get_side (SgnMarkImage *self)
{
  return sgn_text_scale_px (GTK_WIDGET (self), self->size);
}

static void
sgn_mark_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnMarkImage *self = SGN_MARK_IMAGE (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double side = MIN (MIN (width, height), get_side (self));
  SgnScheme scheme = sgn_scheme_get_current ();
  cairo_t *cr;

  if (side <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, floor ((width - side) / 2), floor ((height - side) / 2));
  sgn_mark_draw (cr, self->mark, side, scheme);
  if (self->unsaved)
    draw_unsaved_ring (cr, side, scheme);
  cairo_destroy (cr);
}

static void
sgn_mark_image_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = get_side (SGN_MARK_IMAGE (widget));
}

static void
sgn_mark_image_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sgn_mark_image_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
sgn_mark_image_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SgnMarkImage *self = SGN_MARK_IMAGE (object);

  switch ((SgnMarkImageProperty) id) {
  case PROP_MARK:
    g_value_set_int (value, (int) self->mark);
    break;
  case PROP_SIZE:
    g_value_set_int (value, self->size);
    break;
  case PROP_UNSAVED:
    g_value_set_boolean (value, self->unsaved);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_mark_image_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SgnMarkImage *self = SGN_MARK_IMAGE (object);

  switch ((SgnMarkImageProperty) id) {
  case PROP_MARK:
    sgn_mark_image_set_mark (self, (SgnMark) g_value_get_int (value));
    break;
  case PROP_SIZE:
    self->size = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  case PROP_UNSAVED:
    sgn_mark_image_set_unsaved (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sgn_mark_image_class_init (SgnMarkImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sgn_mark_image_get_property;
  object_class->set_property = sgn_mark_image_set_property;
  widget_class->snapshot = sgn_mark_image_snapshot;
  widget_class->measure = sgn_mark_image_measure;
  widget_class->system_setting_changed = sgn_mark_image_system_setting_changed;

  properties[PROP_MARK] =
    g_param_spec_int ("mark", NULL, NULL, 0, SGN_N_MARKS - 1, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 8, 1000, DEFAULT_SIZE,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNSAVED] =
    g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_mark_image_init (SgnMarkImage *self)
{
  self->size = DEFAULT_SIZE;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  sgn_scheme_watch (GTK_WIDGET (self));
}

/**
 * sgn_mark_image_new:
 * @mark: the state
 * @size: its side in pixels at 100 per cent
 *
 * Returns: a new mark
 */
GtkWidget *
sgn_mark_image_new (SgnMark mark, int size)
{
  return g_object_new (SGN_TYPE_MARK_IMAGE, "mark", (int) mark, "size", size, NULL);
}

void
sgn_mark_image_set_mark (SgnMarkImage *self, SgnMark mark)
{
  g_return_if_fail (SGN_IS_MARK_IMAGE (self));

  if (self->mark == mark)
    return;
  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

SgnMark
sgn_mark_image_get_mark (SgnMarkImage *self)
{
  g_return_val_if_fail (SGN_IS_MARK_IMAGE (self), SGN_MARK_NONE);

  return self->mark;
}

/**
 * sgn_mark_image_set_unsaved:
 * @self: a mark
 * @unsaved: whether the state is shown but could not be saved
 */
void
sgn_mark_image_set_unsaved (SgnMarkImage *self, gboolean unsaved)
{
  g_return_if_fail (SGN_IS_MARK_IMAGE (self));

  if (self->unsaved == unsaved)
    return;
  self->unsaved = unsaved;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}
