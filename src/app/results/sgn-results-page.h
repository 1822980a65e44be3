/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_RESULTS_PAGE (sgn_results_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnResultsPage, sgn_results_page, SGN, RESULTS_PAGE, SgnPage)

/* What a check came to, held against an earlier one; what to do first; where it is weak. */

/* The next time it is opened it shows this guideline, by id, if it has answers. */
void sgn_results_page_choose (SgnResultsPage *self, const char *catalogue);

G_END_DECLS
