/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "sgn-media-private.h"

#include <string.h>

/* Where the first header of a text file must have said what it is. */
#define HEAD 4096

/* ---- ZIP: the list of names stands at the end; only its numbers are read, nothing is unpacked
 * ---- */

#define ZIP_END 22
#define ZIP_ENTRY 46

typedef struct {
  const char *prefix;
  const char *id;
} Inside;

static const Inside office[] = {
  { "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  { "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
};

static guint32
read_le (const guint8 *data, guint bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < bytes; i++)
    value |= (guint32) data[i] << (8 * i);
  return value;
}

/* (nullable): the record at the end of the archive, which may have a comment after it */
static const guint8 *
find_zip_end (const guint8 *data, gsize size)
{
  gsize least = size > ZIP_END + G_MAXUINT16 ? size - ZIP_END - G_MAXUINT16 : 0;

  for (gsize i = size >= ZIP_END ? size - ZIP_END + 1 : 0; i > least; i--)
    if (memcmp (data + i - 1, "PK\x05\x06", 4) == 0)
      return data + i - 1;
  return NULL;
}

/* (nullable): what an OpenDocument says of itself in its first file, which is stored as it is */
static const char *
read_mimetype (const guint8 *data, gsize size)
{
  static const char *const ids[] = { "application/vnd.oasis.opendocument.text",
                                     "application/vnd.oasis.opendocument.spreadsheet",
                                     "application/vnd.oasis.opendocument.presentation" };

  if (size < 38 || memcmp (data + 30, "mimetype", 8) != 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    gsize length = strlen (ids[i]);

    if (read_le (data + 22, 4) == length && size >= 38 + length &&
        memcmp (data + 38, ids[i], length) == 0)
      return ids[i];
  }
  return NULL;
}

static const char *
match_entry (const guint8 *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (office); i++)
    if (length >= strlen (office[i].prefix) &&
        memcmp (name, office[i].prefix, strlen (office[i].prefix)) == 0)
      return office[i].id;
  return NULL;
}

static const char *
read_entries (const guint8 *data, gsize size, gsize offset)
{
  while (size >= ZIP_ENTRY && offset <= size - ZIP_ENTRY &&
         memcmp (data + offset, "PK\x01\x02", 4) == 0) {
    gsize length = read_le (data + offset + 28, 2);
    const char *id;

    if (length > size - offset - ZIP_ENTRY)
      return NULL;
    id = match_entry (data + offset + ZIP_ENTRY, length);
    if (id != NULL)
      return id;
    offset +=
      ZIP_ENTRY + length + read_le (data + offset + 30, 2) + read_le (data + offset + 32, 2);
  }
  return NULL;
}

const char *
sgn_media_look_into_zip (const guint8 *data, gsize size)
{
  const guint8 *end;
  const char *id;

  if (size < 4 || (memcmp (data, "PK\x03\x04", 4) != 0 && memcmp (data, "PK\x05\x06", 4) != 0))
    return NULL;

  id = read_mimetype (data, size);
  end = find_zip_end (data, size);
  if (id == NULL && end != NULL)
    id = read_entries (data, size, read_le (end + 16, 4));
  return id != NULL ? id : "application/zip";
}

/* ---- Office until 2003: names of streams in UTF-16 somewhere in the file ---- */

static gboolean
has_stream (const guint8 *data, gsize size, const char *name)
{
  gsize length = strlen (name);
  g_autofree char *wide = g_malloc0 (2 * length);

  for (gsize i = 0; i < length; i++)
    wide[2 * i] = name[i];
  return memmem (data, size, wide, 2 * length) != NULL;
}

const char *
sgn_media_look_into_storage (const guint8 *data, gsize size)
{
  static const Inside streams[] = {
    { "__properties_version1.0", "application/vnd.ms-outlook" },
    { "WordDocument", "application/msword" },
    { "PowerPoint Document", "application/vnd.ms-powerpoint" },
    { "Workbook", "application/vnd.ms-excel" },
    { "Book", "application/vnd.ms-excel" },
  };

  if (size < 8 || memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) != 0)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (streams); i++)
    if (has_stream (data, size, streams[i].prefix))
      return streams[i].id;
  return "application/x-ole-storage";
}

/* ---- Text ---- */

static gboolean
is_plain_byte (guint8 byte)
{
  return (byte >= 0x20 && byte != 0x7f) || (byte >= '\t' && byte <= '\r') || byte == 0x1b;
}

/* Every byte from 0x80 on is one half of a character, or a half-width kana, of Shift_JIS. */
static gboolean
is_shift_jis (const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++) {
    guint8 byte = data[i];

    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf))
      continue;
    if (byte == 0x80 || byte == 0xa0 || byte > 0xfc || i + 1 == size)
      return FALSE;
    byte = data[++i];
    if (byte < 0x40 || byte == 0x7f || byte > 0xfc)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_euc_jp (const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++) {
    guint halves = data[i] < 0x80 ? 0 : data[i] == 0x8f ? 2 : 1;

    if (data[i] >= 0x80 && data[i] < 0xa1 && data[i] != 0x8e && data[i] != 0x8f)
      return FALSE;
    for (; halves > 0; halves--)
      if (++i >= size || data[i] < 0xa1 || data[i] == 0xff)
        return FALSE;
  }
  return TRUE;
}

static gboolean
is_utf16 (const guint8 *data, gsize size)
{
  return size >= 4 && size % 2 == 0 &&
         (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

gboolean
sgn_media_is_text (const guint8 *data, gsize size)
{
  if (size == 0 || is_utf16 (data, size))
    return TRUE;

  for (gsize i = 0; i < size; i++)
    if (!is_plain_byte (data[i]))
      return FALSE;
  return g_utf8_validate ((const char *) data, (gssize) size, NULL) || is_shift_jis (data, size) ||
         is_euc_jp (data, size);
}

/* Whether @head has a line of a message's head, as “From:” with something after it. */
static gboolean
has_mail_header (const char *head, const char *name)
{
  g_autofree char *inner = g_strconcat ("\n", name, NULL);

  return g_ascii_strncasecmp (head, name, strlen (name)) == 0 || strstr (head, inner) != NULL;
}

static gboolean
is_message (const char *head)
{
  const char *colon = head + strcspn (head, ": \r\n");

  return colon > head && *colon == ':' && has_mail_header (head, "From:") &&
         (has_mail_header (head, "Date:") || has_mail_header (head, "Received:")) &&
         (has_mail_header (head, "Subject:") || has_mail_header (head, "Message-ID:"));
}

const char *
sgn_media_read_text (const guint8 *data, gsize size)
{
  g_autofree char *head = g_strndup (size > 0 ? (const char *) data : "", MIN (size, HEAD));
  g_autofree char *lower = NULL;
  const char *start = g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head;

  if (g_str_has_prefix (start, "#!"))
    return "text/x-script";
  if (is_message (start))
    return "message/rfc822";

  lower = g_ascii_strdown (start, -1);
  start = g_strchug (lower);
  if (g_str_has_prefix (start, "<!doctype html") || g_str_has_prefix (start, "<html"))
    return "text/html";
  if (g_str_has_prefix (start, "<svg") ||
      (g_str_has_prefix (start, "<?xml") && strstr (start, "<svg") != NULL))
    return "image/svg+xml";
  return "text/plain";
}
