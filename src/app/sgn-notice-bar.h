/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_NOTICE_BAR (sgn_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (SgnNoticeBar, sgn_notice_bar, SGN, NOTICE_BAR, GtkBox)

/* A bar under the header: why the file cannot be written, or what is peculiar about its place, and
 * what can be done. Hidden when there is nothing to say. */
void sgn_notice_bar_watch (SgnNoticeBar *self, SgnSession *session);
void sgn_notice_bar_set_narrow (SgnNoticeBar *self, gboolean narrow);

G_END_DECLS
