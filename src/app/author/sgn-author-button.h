/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_AUTHOR_BUTTON (sgn_author_button_get_type ())
G_DECLARE_FINAL_TYPE (SgnAuthorButton, sgn_author_button, SGN, AUTHOR_BUTTON, GtkButton)

/* Says under whose name answers are kept, and lets that be changed. Hidden in a file that is only
 * read. */
void sgn_author_button_watch (SgnAuthorButton *self, SgnSession *session);
const char *sgn_author_button_get_text (SgnAuthorButton *self);

G_END_DECLS
