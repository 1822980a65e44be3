/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-photo.h"

G_BEGIN_DECLS

/* Position data found by its own bytes, wherever in the file it stands: EXIF of pictures beside the
 * first one, of HEIC, and XMP that is stored as plain text. */
gboolean sgn_photo_find_raw (const guint8 *data, gsize size);
/* Overwrites it where it stands; every other byte, and the size, stay. */
void sgn_photo_blank_raw (guint8 *data, gsize size);

/* PNG: texts named after a position, as some programs write them besides EXIF. */
gboolean sgn_photo_find_png_texts (const guint8 *data, gsize size);
/* (transfer full): the picture without them */
GBytes *sgn_photo_drop_png_texts (GBytes *bytes);

G_END_DECLS
