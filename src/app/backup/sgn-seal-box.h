/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_SEAL_BOX (sgn_seal_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnSealBox, sgn_seal_box, SGN, SEAL_BOX, GtkBox)

/* Asks for the passphrase of a sealed copy. Signal: typed. */
/* @problem: (nullable): why it did not open before, one sentence; NULL empties the field */
void sgn_seal_box_ask (SgnSealBox *self, const char *problem);
/* While it is being opened nothing can be typed. */
void sgn_seal_box_set_busy (SgnSealBox *self, gboolean busy);
/* To be given to sgn_session_forget_passphrase(). */
char *sgn_seal_box_dup_passphrase (SgnSealBox *self);

G_END_DECLS
