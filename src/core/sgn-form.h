/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-json.h"
#include "sgn-language.h"

G_BEGIN_DECLS

/* The settings of a company. The names stand in files and never change. All but the goal, which is
 * how far the company wants to go, are followed by its sheets. */
#define SGN_SETTING_DATES "dates"
#define SGN_SETTING_STAMPS "stamps"
#define SGN_SETTING_FISCAL_MONTH "fiscal-month"
#define SGN_SETTING_GOAL "goal" /* "open" "star-1" "star-2" */

/* Written once, when the company of a seminar is made; no choice of anybody. */
#define SGN_SETTING_TRAINING "training"

/* Three boxes fit beside the company, a fourth still does (JIS Z 8303: in the order the form
 * travels). */
#define SGN_STAMPS_MAX 4

/* How the sheets in Japanese write dates; English ones always write the Western year. */
typedef enum {
  SGN_DATES_WESTERN, /* 2026年11月23日, 2026-11-23 */
  SGN_DATES_ERA,     /* 令和8年11月23日, R08.11.23 */
  SGN_DATES_BOTH,    /* 2026年（令和8年）11月23日, 2026-11-23 */
} SgnDateStyle;

/**
 * SgnForm:
 * @dates: how dates are written
 * @stamps: labels of the boxes for seals, in their order; none by default
 * @fiscal_month: the month in which the business year begins, 1 to 12; 4 by default
 *
 * What a company chose for its sheets.
 */
typedef struct {
  SgnDateStyle dates;
  char **stamps;
  int fiscal_month;
} SgnForm;

SgnForm *sgn_form_new (GHashTable *settings);
void sgn_form_free (SgnForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnForm, sgn_form_free)

/* Whether @value can be what the setting @name is set to; SGN_ERROR_USAGE for a name that is none,
 * SGN_ERROR_INVALID for a value. */
gboolean sgn_form_check (const char *name, const char *value, GError **error);
/* (nullable): the value that holds when nothing was set; NULL for a name that is none */
const char *sgn_form_get_default (const char *name);
/* The names of all settings, ended by NULL. */
const char *const *sgn_form_get_names (void);

/* Whether the settings are those of the company of a seminar, whose sheets say so. */
gboolean sgn_form_is_training (GHashTable *settings);

/* As sheets carry it; an object that holds only what differs from the usual. */
json_t *sgn_form_to_json (const SgnForm *self, gboolean with_stamps);
SgnForm *sgn_form_new_from_json (const json_t *json); /* @json may be NULL */

/* A date in running text and in a column; NULL for NULL. Owned by the caller. */
char *sgn_form_date (const SgnForm *self, const char *date, SgnLanguage language);
char *sgn_form_date_short (const SgnForm *self, const char *date, SgnLanguage language);
char *sgn_form_month (const SgnForm *self, const char *date, SgnLanguage language);
char *
sgn_form_range (const SgnForm *self, const char *start, const char *end, SgnLanguage language);

G_END_DECLS
