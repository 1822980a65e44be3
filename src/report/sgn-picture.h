/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Room of a small picture, in points. */
#define SGN_PICTURE_WIDTH 42.0
#define SGN_PICTURE_HEIGHT 25.5
/* Larger files are not looked into. */
#define SGN_PICTURE_MOST_BYTES (32 * 1024 * 1024)

/**
 * SgnPicture:
 *
 * A small picture in black and white, as it is printed. Immutable; atomically reference counted.
 */
typedef struct _SgnPicture SgnPicture;

/* (nullable): @bytes made small; %NULL for what is no PNG or JPEG picture, or does not hold what it
 * says, or is too large to be looked at */
SgnPicture *sgn_picture_new (GBytes *bytes);
SgnPicture *sgn_picture_ref (SgnPicture *self);
void sgn_picture_unref (SgnPicture *self);

/* In points, at the most what there is room for. */
void sgn_picture_get_size (const SgnPicture *self, double *width, double *height);
/* Paints it with its upper left corner at @x, @y. */
void sgn_picture_paint (const SgnPicture *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnPicture, sgn_picture_unref)

G_END_DECLS
