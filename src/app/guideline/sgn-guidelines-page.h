/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_GUIDELINES_PAGE (sgn_guidelines_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnGuidelinesPage, sgn_guidelines_page, SGN, GUIDELINES_PAGE, SgnPage)

/* Choosing a guideline: a card for each, and which star a customer may ask for. What it shows is
 * read when it is opened for the first time. */
void sgn_guidelines_page_show_stars (SgnGuidelinesPage *self, gboolean stars);

G_END_DECLS
