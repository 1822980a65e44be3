/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-saving.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_FORM_DIALOG (sgn_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnFormDialog, sgn_form_dialog, SGN, FORM_DIALOG, AdwWindow)

/* Asks how the company's sheets write dates, which stamp boxes they have and when its business year
 * begins, and puts what changed on record as one act. */
GtkWidget *sgn_form_dialog_new (GtkWindow *parent, SgnSession *session, SgnSaving *saving);

G_END_DECLS
