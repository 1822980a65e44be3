/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_ACCOUNT_BOX (sgn_account_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnAccountBox, sgn_account_box, SGN, ACCOUNT_BOX, GtkBox)

/* Which GBizID the company has, and what is known about them. */
GtkWidget *sgn_account_box_new (SgnSession *session, SgnSaving *saving);
void sgn_account_box_show (SgnAccountBox *self, const SgnRecord *record);
void sgn_account_box_load (SgnAccountBox *self);

G_END_DECLS
