/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_SAVED_LINE (sgn_saved_line_get_type ())
G_DECLARE_FINAL_TYPE (SgnSavedLine, sgn_saved_line, SGN, SAVED_LINE, GtkBox)

/* “Saved 14:32”: the place where one looks whether all is on disk. Can take the focus, so that a
 * screen reader can be sent to it. */
void sgn_saved_line_watch (SgnSavedLine *self, SgnSession *session, SgnSaving *saving);
const char *sgn_saved_line_get_text (SgnSavedLine *self);

G_END_DECLS
