/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_AUTHOR_DIALOG (sgn_author_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnAuthorDialog, sgn_author_dialog, SGN, AUTHOR_DIALOG, AdwMessageDialog)

/* Asks who is answering: one of the file's people, a new name, or nobody. */
GtkWidget *sgn_author_dialog_new (GtkWindow *parent, SgnSession *session);

G_END_DECLS
