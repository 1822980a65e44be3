/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_RECIPIENT_BOX (sgn_recipient_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnRecipientBox, sgn_recipient_box, SGN, RECIPIENT_BOX, GtkBox)

/* Whose name goes on a sheet: who gets it, is asked with it or fills it in. Hidden for sheets that
 * stay in the company. Signal: changed (by hand). */
void sgn_recipient_box_show_sheet (SgnRecipientBox *self, const SgnProjectionRequest *request);
/* (nullable) (transfer none): the name for a sheet; gone with the next change */
const char *sgn_recipient_box_get_recipient (SgnRecipientBox *self,
                                             const SgnProjectionRequest *request);

G_END_DECLS
