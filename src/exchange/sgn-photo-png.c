/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "sgn-photo-private.h"

#include <string.h>

#define SIGNATURE 8
#define LENGTH_AND_NAME 8
#define CHECKSUM 4
#define LONGEST_KEYWORD 79

/* The size of the chunk at @offset with all that belongs to it; 0 when it is cut. */
static gsize
measure_chunk (const guint8 *data, gsize size, gsize offset)
{
  guint32 length;

  if (offset + LENGTH_AND_NAME + CHECKSUM > size)
    return 0;

  memcpy (&length, data + offset, sizeof length);
  length = GUINT32_FROM_BE (length);
  return length <= size - offset - LENGTH_AND_NAME - CHECKSUM
           ? LENGTH_AND_NAME + (gsize) length + CHECKSUM
           : 0;
}

/* PNG 11.3.4: a text begins with its keyword, of 79 bytes at the most. */
static gboolean
is_position_text (const guint8 *chunk, gsize size)
{
  const guint8 *keyword = chunk + LENGTH_AND_NAME;
  gsize length = MIN (size - LENGTH_AND_NAME - CHECKSUM, LONGEST_KEYWORD);

  if (memcmp (chunk + 4, "tEXt", 4) != 0 && memcmp (chunk + 4, "zTXt", 4) != 0 &&
      memcmp (chunk + 4, "iTXt", 4) != 0)
    return FALSE;

  length = strnlen ((const char *) keyword, length);
  return memmem (keyword, length, "GPS", 3) != NULL;
}

gboolean
sgn_photo_find_png_texts (const guint8 *data, gsize size)
{
  gsize offset = SIGNATURE, length;

  for (; (length = measure_chunk (data, size, offset)) > 0; offset += length)
    if (is_position_text (data + offset, length))
      return TRUE;
  return FALSE;
}

GBytes *
sgn_photo_drop_png_texts (GBytes *bytes)
{
  gsize size, length;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize offset = MIN (size, SIGNATURE);
  GByteArray *kept = g_byte_array_sized_new ((guint) size);

  g_byte_array_append (kept, data, (guint) offset);
  for (; (length = measure_chunk (data, size, offset)) > 0; offset += length)
    if (!is_position_text (data + offset, length))
      g_byte_array_append (kept, data + offset, (guint) length);
  g_byte_array_append (kept, data + offset, (guint) (size - offset));

  return g_byte_array_free_to_bytes (kept);
}
