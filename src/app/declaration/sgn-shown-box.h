/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_SHOWN_BOX (sgn_shown_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnShownBox, sgn_shown_box, SGN, SHOWN_BOX, GtkBox)

/* Where a declaration is shown, and how to word it. */
GtkWidget *sgn_shown_box_new (SgnSession *session, SgnSaving *saving);
/* @declaration: (nullable): not declared yet */
void sgn_shown_box_show (SgnShownBox *self, const SgnDeclaration *declaration, int star);

G_END_DECLS
