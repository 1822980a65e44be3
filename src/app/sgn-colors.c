/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-colors.h"

#include <adwaita.h>

/* Light and dark; NULL is “none”. In high contrast tints are off and secondary text is text. */
static const struct {
  const char *name;
  const char *light;
  const char *dark;
} colors[SGN_N_COLORS] = {
  [SGN_COLOR_NOT_ANSWERED] = { "sgn_not_answered", "#66737F", "#98A4B1" },
  [SGN_COLOR_DONE] = { "sgn_done", "#047353", "#4BD3A3" },
  [SGN_COLOR_PARTIAL] = { "sgn_partial", "#724900", "#F3C14B" },
  [SGN_COLOR_NOT_DONE] = { "sgn_not_done", "#C90C33", "#FB8973" },
  [SGN_COLOR_UNKNOWN] = { "sgn_unknown", "#693EA0", "#CAA8F3" },
  [SGN_COLOR_NOT_APPLICABLE] = { "sgn_not_applicable", "#465768", "#C3C8CC" },
  [SGN_COLOR_DONE_TINT] = { "sgn_done_tint", "#DDF1E9", "#17392D" },
  [SGN_COLOR_PARTIAL_TINT] = { "sgn_partial_tint", "#FBEED3", "#40341A" },
  [SGN_COLOR_NOT_DONE_TINT] = { "sgn_not_done_tint", "#FBE4DE", "#472720" },
  [SGN_COLOR_UNKNOWN_TINT] = { "sgn_unknown_tint", "#ECE4F6", "#352A45" },
  [SGN_COLOR_NOT_APPLICABLE_TINT] = { "sgn_not_applicable_tint", "#E8EBEE", "#3A4046" },
  [SGN_COLOR_ACCENT] = { "sgn_accent", "#1D5A9E", "#86B8F0" },
  [SGN_COLOR_ACCENT_GROUND] = { "sgn_accent_ground", "#1D5A9E", "#2F74C0" },
  [SGN_COLOR_ON_ACCENT] = { "sgn_on_accent", "#FFFFFF", "#FFFFFF" },
  [SGN_COLOR_TEXT] = { "sgn_text", "#23282D", "#F1F3F5" },
  [SGN_COLOR_SECONDARY] = { "sgn_secondary", "#5A636C", "#B6BEC6" },
  [SGN_COLOR_TRACK] = { "sgn_track", "#D3D9DF", "#4A5056" },
};

/**
 * sgn_color_get_name:
 * @color: a colour
 *
 * Returns: its name in the style sheets
 */
const char *
sgn_color_get_name (SgnColor color)
{
  g_return_val_if_fail (color < SGN_N_COLORS, NULL);

  return colors[color].name;
}

static gboolean
is_tint (SgnColor color)
{
  return color >= SGN_COLOR_DONE_TINT && color <= SGN_COLOR_NOT_APPLICABLE_TINT;
}

/**
 * sgn_color_get:
 * @color: a colour
 * @scheme: light or dark, usual or high contrast
 * @rgba: (out): its value; fully transparent for a tint in high contrast
 */
void
sgn_color_get (SgnColor color, SgnScheme scheme, GdkRGBA *rgba)
{
  gboolean dark = scheme == SGN_SCHEME_DARK || scheme == SGN_SCHEME_DARK_CONTRAST;
  gboolean contrast = sgn_scheme_is_contrast (scheme);

  g_return_if_fail (color < SGN_N_COLORS);
  g_return_if_fail (rgba != NULL);

  if (contrast && color == SGN_COLOR_SECONDARY)
    color = SGN_COLOR_TEXT;
  gdk_rgba_parse (rgba, dark ? colors[color].dark : colors[color].light);
  if (contrast && is_tint (color))
    rgba->alpha = 0;
}

/**
 * sgn_mark_get_color:
 * @mark: a state
 *
 * Returns: the colour of its shape; the tint of a state that has one lies
 *   %SGN_COLOR_DONE_TINT − %SGN_COLOR_DONE further
 */
SgnColor
sgn_mark_get_color (SgnMark mark)
{
  return SGN_COLOR_NOT_ANSWERED + mark;
}

/**
 * sgn_scheme_is_contrast:
 * @scheme: a scheme
 *
 * Returns: whether it is one of high contrast
 */
gboolean
sgn_scheme_is_contrast (SgnScheme scheme)
{
  return scheme == SGN_SCHEME_LIGHT_CONTRAST || scheme == SGN_SCHEME_DARK_CONTRAST;
}

/**
 * sgn_scheme_get_current:
 *
 * Returns: what the desktop asks for now
 */
SgnScheme
sgn_scheme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? SGN_SCHEME_DARK_CONTRAST : SGN_SCHEME_LIGHT_CONTRAST;
  return dark ? SGN_SCHEME_DARK : SGN_SCHEME_LIGHT;
}

/**
 * sgn_scheme_watch:
 * @widget: a widget that draws with these colours
 *
 * Draws @widget again whenever the scheme changes.
 */
void
sgn_scheme_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}
