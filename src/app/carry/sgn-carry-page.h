/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_CARRY_PAGE (sgn_carry_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarryPage, sgn_carry_page, SGN, CARRY_PAGE, SgnPage)

/* What the answers to one guideline propose for another; nothing is carried over until it is
 * ticked and said so. */
/* The guideline that is to be answered; to be set before the page is opened. */
void sgn_carry_page_set_catalogue (SgnCarryPage *self, SgnCatalogue *catalogue);

G_END_DECLS
