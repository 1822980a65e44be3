/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_SET_DIALOG (sgn_set_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnSetDialog, sgn_set_dialog, SGN, SET_DIALOG, AdwMessageDialog)

/* All sheets at once: for whom, and as one file or as many. Its response "choose" goes on to the
 * place. */
GtkWidget *
sgn_set_dialog_new (GtkWindow *parent, SgnSession *session, const SgnProjectionRequest *request);
SgnProjectionRequest sgn_set_dialog_get_request (SgnSetDialog *self);
gboolean sgn_set_dialog_get_as_files (SgnSetDialog *self);

G_END_DECLS
