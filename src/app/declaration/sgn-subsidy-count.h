/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-plain.h"
#include "sgn-session.h"
#include "sgn-subsidy-plan.h"

G_BEGIN_DECLS

#define SGN_TYPE_SUBSIDY_COUNT (sgn_subsidy_count_get_type ())
G_DECLARE_FINAL_TYPE (SgnSubsidyCount, sgn_subsidy_count, SGN, SUBSIDY_COUNT, GtkBox)

/* From a closing date back to what must be begun when. */
GtkWidget *sgn_subsidy_count_new (SgnSession *session);
/* @subsidies (nullable) is kept by reference until another is shown; @subsidy (nullable): none of
 * those that are known */
void sgn_subsidy_count_show (SgnSubsidyCount *self,
                             const SgnSubsidies *subsidies,
                             const SgnSubsidy *subsidy);
/* As if it were typed. */
void sgn_subsidy_count_set_day (SgnSubsidyCount *self, const char *day);
/* The same again, after something was recorded. */
void sgn_subsidy_count_refresh (SgnSubsidyCount *self);

G_END_DECLS
