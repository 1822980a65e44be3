/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-projection-private.h"

G_BEGIN_DECLS

/* The newest check against the criteria of SCS, or the one asked for, as far as the level goes.
 * Owns @combined and @score. */
typedef struct {
  SgnSelfCheck answers;
  SgnCombined *combined;
  SgnScore *score;
} SgnScsCheck;

/* After sgn_projection_check_scs() said that there is one. */
void sgn_scs_check_init (SgnScsCheck *check, const SgnProjection *self);
/* The same of the lowest level, whatever the check aims at: ★3, which management swears to. */
void sgn_scs_check_init_lowest (SgnScsCheck *check, const SgnProjection *self);
void sgn_scs_check_clear (SgnScsCheck *check);
/* (transfer full): how many criteria are in each state, by the key of the state */
json_t *sgn_scs_counts_to_json (const guint *counts);
/* The keys "title", which names the level, and "level". */
void sgn_projection_add_scs_title (SgnProjection *self, const SgnScsCheck *check);
/* The keys "items", "states", "evidence_total", "reported". */
void sgn_projection_add_scs_items (SgnProjection *self, const SgnScsCheck *check);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnScsCheck, sgn_scs_check_clear)

G_END_DECLS
