/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SgnPhotoLocation:
 * @SGN_PHOTO_NOWHERE: it does not say where it was taken
 * @SGN_PHOTO_SOMEWHERE: it does: coordinates, or the name of the place
 * @SGN_PHOTO_UNREADABLE: what it says cannot be read
 *
 * What a picture says of the place where it was taken.
 */
typedef enum {
  SGN_PHOTO_NOWHERE,
  SGN_PHOTO_SOMEWHERE,
  SGN_PHOTO_UNREADABLE,
} SgnPhotoLocation;

/* Whether pictures of this kind can say where they were taken, and can be made to forget it. */
gboolean sgn_photo_is_photo (const char *media_type);
/* Looks for position data: EXIF, XMP and IPTC. */
SgnPhotoLocation sgn_photo_find_location (GBytes *bytes, const char *media_type);
/* (transfer full): the same picture, pixel for pixel, without saying where it was taken; @bytes
 * itself when it does not say so. SGN_ERROR_UNREADABLE for a picture that is broken or would still
 * say it, SGN_ERROR_UNWRITABLE when there is no room to work in. */
GBytes *sgn_photo_remove_location (GBytes *bytes, const char *media_type, GError **error);

G_END_DECLS
