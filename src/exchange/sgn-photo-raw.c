/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "sgn-photo-private.h"

#include <string.h>

/* EXIF 2.32, 4.6.3: the entry of the first directory that points to the one of positions. */
#define TAG_GPS 0x8825
#define ENTRY 12
/* The longest values, of that directory and of XMP, are names of places; more is no position. */
#define LONGEST_VALUE 4096

/* The tags of that directory that are no position: version, time of day, map, method, date. */
static const guint16 harmless[] = { 0x0000, 0x0007, 0x0012, 0x001b, 0x001d };

/* One block of EXIF, which is a TIFF file of its own. */
typedef struct {
  guint8 *data;
  gsize size;
  gboolean little_endian;
} Block;

static guint32
read_number (const Block *block, gsize offset, guint bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++) {
    guint shift = 8 * (block->little_endian ? i : bytes - 1 - i);

    value |= (guint32) block->data[offset + i] << shift;
  }
  return value;
}

static gboolean
open_block (guint8 *data, gsize size, Block *block)
{
  if (size < 8 || (memcmp (data, "II*\0", 4) != 0 && memcmp (data, "MM\0*", 4) != 0))
    return FALSE;

  *block = (Block){ data, size, data[0] == 'I' };
  return TRUE;
}

/* How many entries a directory has that lies wholly in the block; 0 also when it does not. */
static guint
count_entries (const Block *block, gsize offset)
{
  guint count;

  if (offset < 8 || offset + 2 > block->size)
    return 0;
  count = read_number (block, offset, 2);
  return offset + 2 + (gsize) count * ENTRY <= block->size ? count : 0;
}

/* Where the directory of positions begins; 0 when there is none. */
static gsize
find_directory (const Block *block)
{
  gsize first = read_number (block, 4, 4);
  guint count = count_entries (block, first);

  for (guint i = 0; i < count; i++) {
    gsize entry = first + 2 + (gsize) i * ENTRY;

    if (read_number (block, entry, 2) == TAG_GPS)
      return read_number (block, entry + 8, 4);
  }
  return 0;
}

static gboolean
is_harmless (guint tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (harmless[i] == tag)
      return TRUE;
  return FALSE;
}

static gboolean
says_position (const Block *block)
{
  gsize directory = find_directory (block);
  guint count = count_entries (block, directory);

  for (guint i = 0; i < count; i++)
    if (!is_harmless (read_number (block, directory + 2 + (gsize) i * ENTRY, 2)))
      return TRUE;
  return FALSE;
}

/* What the entry points to, when it is too long to stand in it. */
static void
blank_value (Block *block, gsize entry)
{
  static const guint8 sizes[] = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };
  guint type = read_number (block, entry + 2, 2);
  guint64 length =
    type < G_N_ELEMENTS (sizes) ? (guint64) sizes[type] * read_number (block, entry + 4, 4) : 0;
  gsize offset = read_number (block, entry + 8, 4);

  if (length > 4 && length <= LONGEST_VALUE && offset >= 8 && offset + length <= block->size)
    memset (block->data + offset, 0, length);
}

/* Leaves a directory without entries: that of positions may be empty. */
static void
blank_position (Block *block)
{
  gsize directory = find_directory (block);
  guint count = count_entries (block, directory);

  for (guint i = 0; i < count; i++)
    blank_value (block, directory + 2 + (gsize) i * ENTRY);
  if (count > 0)
    memset (block->data + directory, 0, 2 + (gsize) count * ENTRY);
}

/* The next block of EXIF from @from on; FALSE when there is none. */
static gboolean
find_block (guint8 *data, gsize size, gsize *from, Block *block)
{
  while (*from < size) {
    guint8 *found = memmem (data + *from, size - *from, "Exif\0\0", 6);

    if (found == NULL)
      break;
    *from = (gsize) (found - data) + 6;
    if (open_block (data + *from, size - *from, block))
      return TRUE;
  }
  *from = size;
  return FALSE;
}

/* The end of what @text, which begins with the name of a property, says of a position: NULL when
 * it is not closed before @end. */
static const guint8 *
find_property_end (const guint8 *text, const guint8 *end, gboolean element)
{
  const guint8 *name_end = text;
  g_autofree char *closing = NULL;
  const guint8 *found;

  while (name_end < end && (g_ascii_isalnum (*name_end) || *name_end == ':'))
    name_end++;
  if (element) {
    closing = g_strdup_printf ("</%.*s>", (int) (name_end - text), (const char *) text);
    found = memmem (name_end, (gsize) (end - name_end), closing, strlen (closing));
    return found != NULL ? found + strlen (closing) : NULL;
  }

  while (name_end < end && (g_ascii_isspace (*name_end) || *name_end == '='))
    name_end++;
  if (name_end == end || (*name_end != '"' && *name_end != '\''))
    return NULL;
  found = memchr (name_end + 1, *name_end, (gsize) (end - name_end - 1));
  return found != NULL ? found + 1 : NULL;
}

/* The next property from @from on that says a position; FALSE when there is none. */
static gboolean
find_property (const guint8 *data, gsize size, gsize *from, gsize *length)
{
  while (*from < size) {
    const guint8 *found = memmem (data + *from, size - *from, "exif:GPS", 8);
    gboolean element = found != NULL && found > data && found[-1] == '<';
    const guint8 *end = NULL;

    if (found == NULL)
      break;
    end = find_property_end (found, found + MIN ((gsize) (data + size - found), LONGEST_VALUE),
                             element);
    *from = (gsize) (found - data) - (element ? 1 : 0);
    if (end != NULL) {
      *length = (gsize) (end - data) - *from;
      return TRUE;
    }
    *from += 9;
  }
  return FALSE;
}

gboolean
sgn_photo_find_raw (const guint8 *data, gsize size)
{
  /* Only read: blocks are shared with the function that writes. */
  guint8 *bytes = (guint8 *) data;
  gsize from = 0, length = 0;
  Block block;

  if (open_block (bytes, size, &block) && says_position (&block))
    return TRUE;
  while (find_block (bytes, size, &from, &block))
    if (says_position (&block))
      return TRUE;

  from = 0;
  return find_property (data, size, &from, &length);
}

void
sgn_photo_blank_raw (guint8 *data, gsize size)
{
  gsize from = 0, length = 0;
  Block block;

  if (open_block (data, size, &block))
    blank_position (&block);
  while (find_block (data, size, &from, &block))
    blank_position (&block);

  for (from = 0; find_property (data, size, &from, &length); from += length)
    memset (data + from, ' ', length);
}
