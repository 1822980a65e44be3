/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sgn-box.h"

G_BEGIN_DECLS

/* Draws the shape of a state into the rectangle of @box: drawn, never a glyph. */
void sgn_mark_paint (cairo_t *cr, const SgnBox *box);

G_END_DECLS
