/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a picture small, on a thread of its own: as large as is needed to cover @width × @height,
 * turned as the camera was held. What is no picture, or would need very much memory, is
 * G_IO_ERROR_INVALID_DATA. */
void sgn_small_picture_make_async (GBytes *bytes,
                                   int width,
                                   int height,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GdkTexture *sgn_small_picture_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
