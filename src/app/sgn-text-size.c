/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-text-size.h"

#include <math.h>

#define UNIT (96 * 1024)
#define LARGE 2.0

static const int steps[] = { 100, 125, 150, 200, 250, 300 };

/**
 * sgn_text_size_round:
 * @percent: any size
 *
 * Returns: the nearest step that is not larger; at least 100
 */
int
sgn_text_size_round (int percent)
{
  int found = steps[0];

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] <= percent)
      found = steps[i];
  return found;
}

/**
 * sgn_text_size_step:
 * @percent: the size now
 * @direction: positive for larger, negative for smaller, 0 for the normal size
 *
 * Returns: the size after one step
 */
int
sgn_text_size_step (int percent, int direction)
{
  int now = sgn_text_size_round (percent);

  if (direction == 0)
    return SGN_TEXT_SIZE_NORMAL;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (steps[i] != now)
      continue;
    if (direction > 0)
      return steps[MIN (i + 1, G_N_ELEMENTS (steps) - 1)];
    return steps[i > 0 ? i - 1 : 0];
  }
  return now;
}

/**
 * sgn_text_size_read_base:
 * @settings: the display's settings
 *
 * Returns: the size of letters that the desktop asks for, before ours is applied
 */
int
sgn_text_size_read_base (GtkSettings *settings)
{
  int dpi = -1;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi : UNIT;
}

/**
 * sgn_text_size_apply:
 * @settings: the display's settings
 * @base: what sgn_text_size_read_base() said at the start
 * @percent: the size wanted
 *
 * Sets the size of all letters of the program.
 */
void
sgn_text_size_apply (GtkSettings *settings, int base, int percent)
{
  int wanted = (int) ((gint64) base * sgn_text_size_round (percent) / 100);
  int now = -1;

  g_object_get (settings, "gtk-xft-dpi", &now, NULL);
  if (now != wanted)
    g_object_set (settings, "gtk-xft-dpi", wanted, NULL);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, GtkWidget *widget)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  gtk_widget_activate_action (widget, dy < 0 ? "app.text-larger" : "app.text-smaller", NULL);
  return TRUE;
}

void
sgn_text_size_add_scroll (GtkWidget *widget)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), widget);
  gtk_widget_add_controller (widget, scroll);
}

/**
 * sgn_text_scale_get:
 * @widget: any widget
 *
 * Returns: by how much letters are larger than at 96 dots per inch
 */
double
sgn_text_scale_get (GtkWidget *widget)
{
  return sgn_text_size_read_base (gtk_widget_get_settings (widget)) / (double) UNIT;
}

/**
 * sgn_text_scale_px:
 * @widget: any widget
 * @size: a length in pixels at 100 per cent
 *
 * Returns: the length at the size of letters now
 */
int
sgn_text_scale_px (GtkWidget *widget, int size)
{
  return (int) lround (size * sgn_text_scale_get (widget));
}

gboolean
sgn_text_is_large (GtkWidget *widget)
{
  return sgn_text_scale_get (widget) >= LARGE;
}
