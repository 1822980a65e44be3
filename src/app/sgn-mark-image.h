/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-colors.h"

G_BEGIN_DECLS

/* Paints the mark of a state into a square of side @size at the origin of @cr. */
void sgn_mark_draw (cairo_t *cr, SgnMark mark, double size, SgnScheme scheme);

#define SGN_TYPE_MARK_IMAGE (sgn_mark_image_get_type ())
G_DECLARE_FINAL_TYPE (SgnMarkImage, sgn_mark_image, SGN, MARK_IMAGE, GtkWidget)

/* The mark of a state as a widget. Properties: mark, size (pixels at 100 %), unsaved (a dashed ring
 * around it: shown, but not on disk). Its accessible name is to be set where no word stands beside
 * it. */
GtkWidget *sgn_mark_image_new (SgnMark mark, int size);
void sgn_mark_image_set_mark (SgnMarkImage *self, SgnMark mark);
SgnMark sgn_mark_image_get_mark (SgnMarkImage *self);
void sgn_mark_image_set_unsaved (SgnMarkImage *self, gboolean unsaved);

G_END_DECLS
