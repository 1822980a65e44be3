/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-canvas.h"

G_BEGIN_DECLS

/* From the left edge of the small boxes to the word behind them. */
#define SGN_LEVEL_TO_WORD(levels) ((levels) *10.0 + 6.0)

/* Boxes side by side, filled as far as @level; 0: none is. They stand for words beside them.
 * @at: the left end, in the middle of the height. */
void sgn_level_place (SgnCanvas *canvas, SgnPoint at, guint level, guint levels);
/* The same in boxes that have their numbers in them. */
void sgn_level_place_steps (SgnCanvas *canvas, SgnPoint at, guint level, guint levels);

G_END_DECLS
