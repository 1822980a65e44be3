/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_SEARCH_PAGE (sgn_search_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnSearchPage, sgn_search_page, SGN, SEARCH_PAGE, SgnPage)

/* Looks for words everywhere. A row leads to where it stands, Esc back to where one was. */
void sgn_search_page_look_for (SgnSearchPage *self, const char *text);
gboolean sgn_search_page_is_ready (SgnSearchPage *self); /* nothing is being looked for */
guint sgn_search_page_get_n_hits (SgnSearchPage *self);

G_END_DECLS
