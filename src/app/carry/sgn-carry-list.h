/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-proposal.h"

G_BEGIN_DECLS

/* Which proposals are shown, by what they propose. */
typedef enum {
  SGN_CARRY_ALL,
  SGN_CARRY_DONE,
  SGN_CARRY_PARTIAL,
  SGN_CARRY_OTHER,
} SgnCarryFilter;
#define SGN_N_CARRY_FILTERS 4

#define SGN_TYPE_CARRY_LIST (sgn_carry_list_get_type ())
G_DECLARE_FINAL_TYPE (SgnCarryList, sgn_carry_list, SGN, CARRY_LIST, GtkBox)

/* Proposals under the sections of their guideline, none ticked to begin with; below them what is
 * not proposed because it is answered. Emits “changed” when something is ticked or shown. */
/* What was ticked before and is still open stays ticked. @proposals must outlive what it shows. */
void sgn_carry_list_set_proposals (SgnCarryList *self, const SgnProposals *proposals);
/* @least: the sureness below which nothing is shown */
void sgn_carry_list_show (SgnCarryList *self, SgnCarryFilter filter, SgnSureness least);
void sgn_carry_list_set_narrow (SgnCarryList *self, gboolean narrow);
void sgn_carry_list_tick_shown (SgnCarryList *self, gboolean ticked);
guint sgn_carry_list_count (SgnCarryList *self, SgnCarryFilter filter);
guint sgn_carry_list_count_shown (SgnCarryList *self);
guint sgn_carry_list_count_ticked (SgnCarryList *self);
/* (transfer full): the ids of the items that are ticked */
char **sgn_carry_list_dup_ticked (SgnCarryList *self);

G_END_DECLS
