/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-language.h"

G_BEGIN_DECLS

/* Dates are texts YYYY-MM-DD, times YYYY-MM-DDTHH:MM:SS+HH:MM; both are checked here and nowhere
 * else. */
gboolean sgn_date_is_valid (const char *date);
gboolean sgn_time_is_valid (const char *time);
char *sgn_time_get_date (const char *time);
int sgn_date_compare (const char *a, const char *b);
int sgn_time_compare (const char *a, const char *b);
/* Days from one valid date to another; below 0 when @to is the earlier one. */
int sgn_date_count_days (const char *from, const char *to);
/* (transfer full): the day so many days after a valid date; before it when @days is below 0 */
char *sgn_date_add_days (const char *date, int days);

/* 2026年11月23日 / 23 November 2026 */
char *sgn_date_to_words (const char *date, SgnLanguage language);
/* 2026年11月2日～11月20日 / 2–20 November 2026 */
char *sgn_date_range_to_words (const char *start, const char *end, SgnLanguage language);
/* 2026年11月 / November 2026 */
char *sgn_date_to_month_words (const char *date, SgnLanguage language);
/* 令和8年11月23日, 令和元年5月1日; NULL before 明治 */
char *sgn_date_to_era (const char *date);
/* R08.11.23, R01.05.01 (JIS X 0301); NULL before 明治 */
char *sgn_date_to_era_short (const char *date);
/* 2026-11-20 16:42, from a time */
char *sgn_time_to_minutes (const char *time);

G_END_DECLS
