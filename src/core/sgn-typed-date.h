/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-date.h"

G_BEGIN_DECLS

/* (nullable) (transfer full): the date that somebody typed: 2026-11-20, 2026/11/20, 20261120,
 * 2026年11月20日, 令和8年11月20日 or R8.11.20, also in full-width digits; NULL for anything else */
char *sgn_date_from_typed (const char *typed);
/* The same; 11/20 and 11月20日 are the next such day from @today on. */
char *sgn_date_from_typed_next (const char *typed, const char *today);

G_END_DECLS
