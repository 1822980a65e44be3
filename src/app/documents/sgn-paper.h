/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_PAPER (sgn_paper_get_type ())
G_DECLARE_FINAL_TYPE (SgnPaper, sgn_paper, SGN, PAPER, GtkBox)

/* The sheet as it will print, with what was found while checking it, or why there is none. Signals:
 * back (to the choice, where both do not fit side by side); changed (how
 * it is made, or whose name is on it). */
void sgn_paper_show_pages (SgnPaper *self, SgnPages *pages, const char *title);
void sgn_paper_show_obstacle (SgnPaper *self, const char *words);
void
sgn_paper_choose_sheet (SgnPaper *self, SgnSession *session, const SgnProjectionRequest *request);
/* The texts in @request are gone with the next change. */
void sgn_paper_complete (SgnPaper *self, SgnProjectionRequest *request);
void sgn_paper_turn (SgnPaper *self, int step);
void sgn_paper_set_back_visible (SgnPaper *self, gboolean visible);
gboolean sgn_paper_is_painted (SgnPaper *self);

G_END_DECLS
