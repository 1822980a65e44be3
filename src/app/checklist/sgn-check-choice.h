/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-checklist.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_CHECK_CHOICE (sgn_check_choice_get_type ())
G_DECLARE_FINAL_TYPE (SgnCheckChoice, sgn_check_choice, SGN, CHECK_CHOICE, AdwBin)

/* Which check of a guideline is shown: this year's, an earlier one, that of a site. Not there as
 * long as there is only one. */
void sgn_check_choice_watch (SgnCheckChoice *self, SgnChecklist *checklist);
guint sgn_check_choice_count (SgnCheckChoice *self);
/* The newest is the first. */
void sgn_check_choice_select (SgnCheckChoice *self, guint position);

G_END_DECLS
