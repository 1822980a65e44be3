/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_DECLARATION_PAGE (sgn_declaration_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnDeclarationPage, sgn_declaration_page, SGN, DECLARATION_PAGE, SgnPage)

/* The way to a declaration, step by step; the steps are those of sgn-declare-steps.h. */
void sgn_declaration_page_show_step (SgnDeclarationPage *self, int star, guint step);
/* The first step that is not done, of the star to be declared next. */
void sgn_declaration_page_show_next (SgnDeclarationPage *self);
guint sgn_declaration_page_get_step (SgnDeclarationPage *self);
int sgn_declaration_page_get_star (SgnDeclarationPage *self);

G_END_DECLS
