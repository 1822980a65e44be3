/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

#define SGN_LEGEND_HEIGHT 14.0

/* Every state with its word and its count, spread over the width; 未回答 always, even with 0. The
 * flow goes on below. @words: of SGN_N_MARKS; @counts: of as many */
void sgn_legend_place (SgnFlow *flow, const char *const *words, const guint *counts);

G_END_DECLS
