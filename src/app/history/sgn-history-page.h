/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-page.h"

G_BEGIN_DECLS

#define SGN_TYPE_HISTORY_PAGE (sgn_history_page_get_type ())
G_DECLARE_FINAL_TYPE (SgnHistoryPage, sgn_history_page, SGN, HISTORY_PAGE, SgnPage)

/* What was done, by whom and when, newest first. */

/* @reference: "" for everything, or an answer as "answer/1/SD-01" */
void sgn_history_page_show (SgnHistoryPage *self, const char *reference);
/* Whether what is asked for stands there. */
gboolean sgn_history_page_is_ready (SgnHistoryPage *self);

G_END_DECLS
