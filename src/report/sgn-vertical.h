/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sgn-box.h"

G_BEGIN_DECLS

/* Sets lines of text from top to bottom, Japanese as it is written: marks at the right, small
 * letters moved, a number of two digits across, one or two Latin letters upright, longer words
 * turned. Belongs to one thread. */
typedef struct _SgnVertical SgnVertical;

SgnVertical *sgn_vertical_new (void);
void sgn_vertical_free (SgnVertical *self);

/* How long @text is in the type @type at @size points. */
double sgn_vertical_measure (SgnVertical *self, SgnType type, double size, const char *text);
/* Paints a column. Text is marked so that it can be copied and searched as typed. */
void sgn_vertical_paint (SgnVertical *self, cairo_t *cr, const SgnBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnVertical, sgn_vertical_free)

G_END_DECLS
