/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-flow.h"

G_BEGIN_DECLS

/* Boxes for seals at the right edge, in the order the form travels (JIS Z 8303); a company has none
 * unless it asked for them. */

/* 0 when there are none. */
double sgn_stamps_get_width (SgnFlow *flow);
double sgn_stamps_get_height (SgnFlow *flow);
/* Draws them from the flow's y down, which stays where it is. */
void sgn_stamps_place (SgnFlow *flow);

G_END_DECLS
