/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-checklist.h"

G_BEGIN_DECLS

#define SGN_TYPE_SIDEBAR (sgn_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SgnSidebar, sgn_sidebar, SGN, SIDEBAR, GtkBox)

/* The one list of navigation, with the company's name and the saved line below. Signals:
 * page-picked (string), section-picked (uint). */
void sgn_sidebar_watch (SgnSidebar *self, SgnSession *session, SgnSaving *saving);
/* The sections of @checklist unfold below the page @under. */
void sgn_sidebar_set_checklist (SgnSidebar *self, SgnChecklist *checklist, const char *under);
void
sgn_sidebar_add_page (SgnSidebar *self, const char *name, const char *title, const char *icon_name);
/* A number beside a page; 0 is none. @words say what it counts. */
void sgn_sidebar_set_count (SgnSidebar *self, const char *page, guint count, const char *words);
void sgn_sidebar_set_current (SgnSidebar *self, const char *page);
void sgn_sidebar_focus_current (SgnSidebar *self);
void sgn_sidebar_open_menu (SgnSidebar *self);

G_END_DECLS
