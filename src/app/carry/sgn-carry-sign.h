/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-proposal.h"

G_BEGIN_DECLS

#define SGN_TYPE_CARRY_SIGN (sgn_carry_sign_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarrySign, sgn_carry_sign, SGN, CARRY_SIGN, GtkWidget)

/* A small drawing beside its word: two circles for what one question is to another (the one that
 * was answered is filled), or three bars for how sure that is. */
GtkWidget *sgn_carry_sign_new_relation (SgnRelation relation);
GtkWidget *sgn_carry_sign_new_sureness (SgnSureness sureness);

G_END_DECLS
