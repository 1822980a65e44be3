/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-catalogue.h"

G_BEGIN_DECLS

/* The colours of drawn widgets. Each has the same name and value in ui/style*.css. */
typedef enum {
  SGN_COLOR_NOT_ANSWERED,
  SGN_COLOR_DONE,
  SGN_COLOR_PARTIAL,
  SGN_COLOR_NOT_DONE,
  SGN_COLOR_UNKNOWN,
  SGN_COLOR_NOT_APPLICABLE,
  SGN_COLOR_DONE_TINT,
  SGN_COLOR_PARTIAL_TINT,
  SGN_COLOR_NOT_DONE_TINT,
  SGN_COLOR_UNKNOWN_TINT,
  SGN_COLOR_NOT_APPLICABLE_TINT,
  SGN_COLOR_ACCENT,
  SGN_COLOR_ACCENT_GROUND,
  SGN_COLOR_ON_ACCENT,
  SGN_COLOR_TEXT,
  SGN_COLOR_SECONDARY,
  SGN_COLOR_TRACK,
} SgnColor;
#define SGN_N_COLORS 17

typedef enum {
  SGN_SCHEME_LIGHT,
  SGN_SCHEME_DARK,
  SGN_SCHEME_LIGHT_CONTRAST,
  SGN_SCHEME_DARK_CONTRAST,
} SgnScheme;

const char *sgn_color_get_name (SgnColor color);
void sgn_color_get (SgnColor color, SgnScheme scheme, GdkRGBA *rgba);
SgnColor sgn_mark_get_color (SgnMark mark);

SgnScheme sgn_scheme_get_current (void);
gboolean sgn_scheme_is_contrast (SgnScheme scheme);
void sgn_scheme_watch (GtkWidget *widget);

G_END_DECLS
