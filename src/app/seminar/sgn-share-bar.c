/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-share-bar.h"

#include <glib/gi18n-lib.h>

#include "sgn-colors.h"
#include "sgn-mark-image.h"

/* Of the height of the bar. */
#define RADIUS 0.16
#define MARK 0.62
#define GAP 1.0

struct _SgnShareBar {
  GtkWidget parent_instance;

  guint hands[SGN_N_HANDS];
};

G_DEFINE_FINAL_TYPE (SgnShareBar, sgn_share_bar, GTK_TYPE_WIDGET)

/**
 * sgn_hands_get_mark:
 * @answer: an answer of the room
 *
 * Returns: the mark of the state it stands for
 */
SgnMark
sgn_hands_get_mark (SgnHands answer)
{
  return SGN_MARK_DONE + (SgnMark) answer;
}

/**
 * sgn_hands_get_word:
 * @answer: an answer of the room
 *
 * Returns: a short word for it in the user's language
 */
const char *
sgn_hands_get_word (SgnHands answer)
{
  static const char *const words[SGN_N_HANDS] = {
    [SGN_HANDS_DONE] = NC_ ("seminar", "Done"),
    [SGN_HANDS_PARTIAL] = NC_ ("seminar", "Partly"),
    [SGN_HANDS_NOT_DONE] = NC_ ("seminar", "Not done"),
    [SGN_HANDS_UNKNOWN] = NC_ ("seminar", "Don’t know"),
  };

  g_return_val_if_fail (answer < SGN_N_HANDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "seminar", words[answer]);
}

static void
round_rectangle (cairo_t *cr, double x, double width, double height, double radius)
{
  double high = height - 1;

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, 1 + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, high - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, high - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, 1 + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_mark (cairo_t *cr, SgnHands answer, double x, double width, double height, SgnScheme scheme)
{
  double side = height * MARK;

  if (width < side * 1.3)
    return;
  cairo_save (cr);
  cairo_translate (cr, x + (width - side) / 2, (height - side) / 2);
  sgn_mark_draw (cr, sgn_hands_get_mark (answer), side, scheme);
  cairo_restore (cr);
}

static void
draw_part (cairo_t *cr, SgnHands answer, double x, double width, double height, SgnScheme scheme)
{
  SgnColor line = sgn_mark_get_color (sgn_hands_get_mark (answer));
  double radius = MIN (height * RADIUS, width / 2 - GAP);
  GdkRGBA color;

  round_rectangle (cr, x + GAP, width - 2 * GAP, height, MAX (radius, 0));
  sgn_color_get (line + SGN_COLOR_DONE_TINT - SGN_COLOR_DONE, scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill_preserve (cr);
  sgn_color_get (line, scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  draw_mark (cr, answer, x, width, height, scheme);
}

static void
draw_empty (cairo_t *cr, double width, double height, SgnScheme scheme)
{
  const double dash = 6;
  GdkRGBA color;

  sgn_color_get (SGN_COLOR_NOT_ANSWERED, scheme, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  round_rectangle (cr, GAP, width - 2 * GAP, height, height * RADIUS);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
sgn_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SgnShareBar *self = SGN_SHARE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  SgnScheme scheme = sgn_scheme_get_current ();
  double x = 0;
  guint all = 0;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    all += self->hands[i];
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (all == 0)
    draw_empty (cr, width, height, scheme);
  for (SgnHands i = 0; i < SGN_N_HANDS && all > 0; i++) {
    double part = width * self->hands[i] / all;

    if (self->hands[i] > 0)
      draw_part (cr, i, x, part, height, scheme);
    x += part;
  }
  cairo_destroy (cr);
}

static void
sgn_share_bar_class_init (SgnShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = sgn_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sgn_share_bar_init (SgnShareBar *self)
{
  const guint none[SGN_N_HANDS] = { 0 };

  sgn_scheme_watch (GTK_WIDGET (self));
  sgn_share_bar_set (self, none);
}

/**
 * sgn_share_bar_new:
 *
 * Returns: a bar of a room in which nobody has raised a hand
 */
GtkWidget *
sgn_share_bar_new (void)
{
  return g_object_new (SGN_TYPE_SHARE_BAR, NULL);
}

static void
describe (SgnShareBar *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (SgnHands i = 0; i < SGN_N_HANDS; i++)
    g_string_append_printf (words, "%s%s %u", i > 0 ? ", " : "", sgn_hands_get_word (i),
                            self->hands[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/**
 * sgn_share_bar_set:
 * @self: a bar
 * @hands: (array): the hands of each answer, %SGN_N_HANDS of them
 */
void
sgn_share_bar_set (SgnShareBar *self, const guint *hands)
{
  g_return_if_fail (SGN_IS_SHARE_BAR (self));
  g_return_if_fail (hands != NULL);

  for (guint i = 0; i < SGN_N_HANDS; i++)
    self->hands[i] = hands[i];
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
