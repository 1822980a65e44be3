/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-company-view.h"
#include "sgn-settings.h"

G_BEGIN_DECLS

#define SGN_TYPE_WINDOW (sgn_window_get_type ())
G_DECLARE_FINAL_TYPE (SgnWindow, sgn_window, SGN, WINDOW, AdwApplicationWindow)

/* The frame: the start page, or one open company. Signal: shown (the start page or a company is
 * shown from now on). */
SgnWindow *sgn_window_new (GtkApplication *application,
                           SgnLibrary *library,
                           SgnClock *clock,
                           SgnSettings *settings);
void sgn_window_open_file (SgnWindow *self, GFile *file);
void sgn_window_open_sample (SgnWindow *self);
SgnSession *sgn_window_get_session (SgnWindow *self);
SgnCompanyView *sgn_window_get_company (SgnWindow *self); /* (nullable) */

G_END_DECLS
