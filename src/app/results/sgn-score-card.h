/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-results.h"

G_BEGIN_DECLS

#define SGN_TYPE_SCORE_CARD (sgn_score_card_get_type ())
G_DECLARE_FINAL_TYPE (SgnScoreCard, sgn_score_card, SGN, SCORE_CARD, GtkBox)

/* The number, and what it means. Never a share of passing: there is none. */
void sgn_score_card_show (SgnScoreCard *self, const SgnResults *results);
void sgn_score_card_set_narrow (SgnScoreCard *self, gboolean narrow);

G_END_DECLS
