/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_HOME_PAGE (sgn_home_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnHomePage, sgn_home_page, SGN, HOME_PAGE, SgnPage)

/* Where the company stands, the one thing to do next, and what else there is. It looks while it is
 * shown. */
gboolean sgn_home_page_is_ready (SgnHomePage *self);

G_END_DECLS
