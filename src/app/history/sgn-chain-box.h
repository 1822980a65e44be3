/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_CHAIN_BOX (sgn_chain_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnChainBox, sgn_chain_box, SGN, CHAIN_BOX, GtkBox)

/* Whether the record contradicts itself, as far as that was looked at. */
void sgn_chain_box_watch (SgnChainBox *self, SgnSession *session);
void sgn_chain_box_begin (SgnChainBox *self);
void sgn_chain_box_verify (SgnChainBox *self);
gboolean sgn_chain_box_is_busy (SgnChainBox *self);
void sgn_chain_box_set_narrow (SgnChainBox *self, gboolean narrow);

G_END_DECLS
