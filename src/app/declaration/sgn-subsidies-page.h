/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_SUBSIDIES_PAGE (sgn_subsidies_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnSubsidiesPage, sgn_subsidies_page, SGN, SUBSIDIES_PAGE, SgnPage)

/* Which subsidy asks for which star, and what must be begun when. */
/* @id: that of a subsidy; "" is a closing date of one's own */
void sgn_subsidies_page_show (SgnSubsidiesPage *self, const char *id);
/* Counts from this day, as if it were typed. */
void sgn_subsidies_page_set_day (SgnSubsidiesPage *self, const char *day);

G_END_DECLS
