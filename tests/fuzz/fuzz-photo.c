/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture was taken, and the picture without it. */
#include "fuzz.h"

#include "sgn-error.h"
#include "sgn-media-type.h"
#include "sgn-photo.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  const char *kind = sgn_media_type_of (bytes, "")->id;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GError) error = NULL;

  if (!sgn_photo_is_photo (kind))
    return 0;
  without = sgn_photo_remove_location (bytes, kind, &error);
  g_assert_true ((without == NULL) == (error != NULL));
  if (without != NULL)
    g_assert_cmpint (sgn_photo_find_location (without, kind), !=, SGN_PHOTO_SOMEWHERE);
  return 0;
}
