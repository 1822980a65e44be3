/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"
#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_CATEGORIES_PAGE (sgn_categories_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnCategoriesPage, sgn_categories_page, SGN, CATEGORIES_PAGE, SgnPage)

/* How far the open guideline is, category by category: a radar and a list that says the same. A
 * click on a category goes on where work is left in it. */
void sgn_categories_page_watch (SgnCategoriesPage *self, SgnChecklist *checklist);

G_END_DECLS
