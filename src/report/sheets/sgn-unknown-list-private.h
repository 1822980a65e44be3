/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Question @n (from 1) with room to write, @more points higher than the least; on one page,
 * together with @keep points of what follows, unless it is longer than one. */
void sgn_unknown_list_place_question (SgnFlow *flow,
                                      const json_t *question,
                                      guint n,
                                      double more,
                                      double keep);
/* Its height with the least room to write. */
double sgn_unknown_list_measure_question (SgnFlow *flow, const json_t *question);
/* Where the answer is written down, with lines to guide the hand. */
void sgn_unknown_list_place_box (SgnFlow *flow, double height);

G_END_DECLS
