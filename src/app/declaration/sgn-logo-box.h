/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"

G_BEGIN_DECLS

#define SGN_TYPE_LOGO_BOX (sgn_logo_box_get_type ())
G_DECLARE_FINAL_TYPE (SgnLogoBox, sgn_logo_box, SGN, LOGO_BOX, GtkBox)

/* The files that belong to a declaration: the logo that was received, the screen that was shown. */
GtkWidget *sgn_logo_box_new (SgnSession *session, SgnSaving *saving);
/* @declaration: (nullable): not declared yet */
void
sgn_logo_box_show (SgnLogoBox *self, const SgnRecord *record, const SgnDeclaration *declaration);
void sgn_logo_box_keep (SgnLogoBox *self, const char *path);

G_END_DECLS
