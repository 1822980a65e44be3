/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-company-view.h"
#include "sgn-settings.h"

G_BEGIN_DECLS

#define SGN_TYPE_WINDOW (sgn_window_get_type ())
G_DECLARE_FINAL_TYPE (SgnWindow, sgn_window, SGN, WINDOW, AdwApplicationWindow)

/* The frame: the start page, one open company, or what is to be said of a damaged file. Signal:
 * shown (one of them is shown from now on). */
SgnWindow *sgn_window_new (GtkApplication *application,
                           SgnLibrary *library,
                           SgnClock *clock,
                           SgnSettings *settings);
/* Whether it shows nothing yet, and opens nothing. */
gboolean sgn_window_is_blank (SgnWindow *self);
void sgn_window_show_start (SgnWindow *self);
void sgn_window_open_file (SgnWindow *self, GFile *file);
void sgn_window_open_to_read (SgnWindow *self, GFile *file);
void sgn_window_open_sample (SgnWindow *self);
void sgn_window_open_training (SgnWindow *self, const char *path);
SgnSession *sgn_window_get_session (SgnWindow *self);
SgnCompanyView *sgn_window_get_company (SgnWindow *self); /* (nullable) */
GtkWidget *sgn_window_get_damaged (SgnWindow *self);      /* (nullable) */

G_END_DECLS
