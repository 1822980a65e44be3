/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sgn-session-survey.h"

G_BEGIN_DECLS

#define SGN_TYPE_DAMAGE_LIST (sgn_damage_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnDamageList, sgn_damage_list, SGN, DAMAGE_LIST, AdwBin)

/* What can be read of a damaged file and what cannot, by name. Until it is told it says that it is
 * being looked at. */
void sgn_damage_list_show (SgnDamageList *self, const SgnSurvey *survey, const char *now);
void sgn_damage_list_show_nothing (SgnDamageList *self, const char *words);

G_END_DECLS
