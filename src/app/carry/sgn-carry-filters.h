/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-carry-list.h"

G_BEGIN_DECLS

#define SGN_TYPE_CARRY_FILTERS (sgn_carry_filters_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarryFilters, sgn_carry_filters, SGN, CARRY_FILTERS, GtkBox)

/* Which proposals are shown: buttons where there is room, else one choice. Emits “chosen” with a
 * SgnCarryFilter. @words: what each is called, with its count; SGN_N_CARRY_FILTERS of them. */
void sgn_carry_filters_set_words (SgnCarryFilters *self, char *const *words);
void sgn_carry_filters_set_narrow (SgnCarryFilters *self, gboolean narrow);

G_END_DECLS
