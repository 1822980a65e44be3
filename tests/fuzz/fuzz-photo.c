/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture was taken: its first byte says which kind it is taken for. */
#include "fuzz.h"

#include "sgn-error.h"
#include "sgn-photo.h"

static const char *const kinds[] = { "image/jpeg", "image/png", "image/webp", "image/tiff",
                                     "image/heic" };

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *kind = kinds[size > 0 ? data[0] % G_N_ELEMENTS (kinds) : 0];
  g_autoptr (GBytes) bytes = g_bytes_new (data + (size > 0 ? 1 : 0), size > 0 ? size - 1 : 0);
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
