/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-media-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCRIPT_ENDINGS "bat cmd com js jse jar lnk ps1 psm1 reg scr sh vbe vbs wsf wsh hta"
#define PROGRAM_ENDINGS "exe dll msi msix cpl sys " SCRIPT_ENDINGS

/* The ids stand in files and never change; new ones are appended. */
static const SgnMediaType types[] = {
  { "application/pdf", SGN_MEDIA_DOCUMENT, N_ ("PDF"), "pdf" },
  { "image/png", SGN_MEDIA_PICTURE, N_ ("PNG picture"), "png" },
  { "image/jpeg", SGN_MEDIA_PICTURE, N_ ("JPEG picture"), "jpg jpeg jpe jfif" },
  { "image/gif", SGN_MEDIA_PICTURE, N_ ("GIF picture"), "gif" },
  { "image/webp", SGN_MEDIA_PICTURE, N_ ("WebP picture"), "webp" },
  { "image/tiff", SGN_MEDIA_PICTURE, N_ ("TIFF picture"), "tif tiff" },
  { "image/bmp", SGN_MEDIA_PICTURE, N_ ("BMP picture"), "bmp dib" },
  { "image/heic", SGN_MEDIA_PICTURE, N_ ("HEIC picture"), "heic heif hif" },
  { "image/avif", SGN_MEDIA_PICTURE, N_ ("AVIF picture"), "avif" },
  { "image/svg+xml", SGN_MEDIA_PICTURE, N_ ("SVG drawing"), "svg" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SGN_MEDIA_DOCUMENT,
    N_ ("Word document"), "docx docm" },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SGN_MEDIA_TABLE,
    N_ ("Excel table"), "xlsx xlsm" },
  { "application/vnd.openxmlformats-officedocument.presentationml.presentation", SGN_MEDIA_DOCUMENT,
    N_ ("PowerPoint slides"), "pptx pptm" },
  { "application/vnd.oasis.opendocument.text", SGN_MEDIA_DOCUMENT, N_ ("OpenDocument text"),
    "odt" },
  { "application/vnd.oasis.opendocument.spreadsheet", SGN_MEDIA_TABLE, N_ ("OpenDocument table"),
    "ods" },
  { "application/vnd.oasis.opendocument.presentation", SGN_MEDIA_DOCUMENT,
    N_ ("OpenDocument slides"), "odp" },
  { "application/msword", SGN_MEDIA_DOCUMENT, N_ ("Word document (97–2003)"), "doc" },
  { "application/vnd.ms-excel", SGN_MEDIA_TABLE, N_ ("Excel table (97–2003)"), "xls" },
  { "application/vnd.ms-powerpoint", SGN_MEDIA_DOCUMENT, N_ ("PowerPoint slides (97–2003)"),
    "ppt" },
  { "application/vnd.ms-outlook", SGN_MEDIA_MAIL, N_ ("Outlook message"), "msg" },
  { "application/x-ole-storage", SGN_MEDIA_OTHER, N_ ("older Office file"), "*" },
  { "application/rtf", SGN_MEDIA_DOCUMENT, N_ ("RTF document"), "rtf doc" },
  { "message/rfc822", SGN_MEDIA_MAIL, N_ ("e-mail message"), "eml mht mhtml txt" },
  { "text/html", SGN_MEDIA_DOCUMENT, N_ ("web page"), "html htm" },
  { "text/csv", SGN_MEDIA_TABLE, N_ ("CSV table"), "csv" },
  { "text/tab-separated-values", SGN_MEDIA_TABLE, N_ ("table with tabs"), "tsv tab" },
  { "application/json", SGN_MEDIA_DOCUMENT, N_ ("JSON text"), "json" },
  { "application/xml", SGN_MEDIA_DOCUMENT, N_ ("XML text"), "xml" },
  { "text/plain", SGN_MEDIA_DOCUMENT, N_ ("plain text"), "txt *" },
  { "audio/mpeg", SGN_MEDIA_RECORDING, N_ ("MP3 recording"), "mp3" },
  { "audio/x-wav", SGN_MEDIA_RECORDING, N_ ("WAV recording"), "wav" },
  { "video/mp4", SGN_MEDIA_RECORDING, N_ ("MP4 film"), "mp4 m4v m4a mov" },
  { "application/zip", SGN_MEDIA_ARCHIVE, N_ ("ZIP archive"), "zip" },
  { "application/gzip", SGN_MEDIA_ARCHIVE, N_ ("gzip archive"), "gz tgz" },
  { "application/x-7z-compressed", SGN_MEDIA_ARCHIVE, N_ ("7-Zip archive"), "7z" },
  { "application/x-executable", SGN_MEDIA_PROGRAM, N_ ("program"), PROGRAM_ENDINGS },
  { "text/x-script", SGN_MEDIA_PROGRAM, N_ ("script"), SCRIPT_ENDINGS },
  { "application/octet-stream", SGN_MEDIA_OTHER, N_ ("file of an unknown kind"), "*" },
};

/* Bytes at a fixed place that tell a kind. */
typedef struct {
  gsize offset;
  const char *bytes;
  gsize length;
  const char *id;
} Mark;

#define MARK(offset, bytes, id)           \
  {                                       \
    offset, bytes, sizeof (bytes) - 1, id \
  }

static const Mark marks[] = {
  MARK (0, "%PDF-", "application/pdf"),
  MARK (0, "\x89PNG\r\n\x1a\n", "image/png"),
  MARK (0, "\xff\xd8\xff", "image/jpeg"),
  MARK (0, "GIF87a", "image/gif"),
  MARK (0, "GIF89a", "image/gif"),
  MARK (8, "WEBPVP8", "image/webp"),
  MARK (8, "WAVEfmt ", "audio/x-wav"),
  MARK (0, "II*\0", "image/tiff"),
  MARK (0, "MM\0*", "image/tiff"),
  MARK (4, "ftypheic", "image/heic"),
  MARK (4, "ftypheix", "image/heic"),
  MARK (4, "ftyphevc", "image/heic"),
  MARK (4, "ftypmif1", "image/heic"),
  MARK (4, "ftypmsf1", "image/heic"),
  MARK (4, "ftypavif", "image/avif"),
  MARK (4, "ftyp", "video/mp4"),
  MARK (0, "{\\rtf", "application/rtf"),
  MARK (0, "\x1f\x8b\x08", "application/gzip"),
  MARK (0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
  MARK (0, "ID3", "audio/mpeg"),
  MARK (0,
        "\x7f"
        "ELF",
        "application/x-executable"),
  MARK (0, "\xca\xfe\xba\xbe", "application/x-executable"),
  MARK (0, "\xcf\xfa\xed\xfe", "application/x-executable"),
  MARK (0, "\xce\xfa\xed\xfe", "application/x-executable"),
  MARK (0, "L\0\0\0\x01\x14\x02\0", "application/x-executable"),
};

static gboolean
has_bytes (const guint8 *data, gsize size, gsize offset, const char *bytes, gsize length)
{
  return size >= length && offset <= size - length && memcmp (data + offset, bytes, length) == 0;
}

/* A Windows program: "MZ" alone also begins harmless texts, so its second header must be there. */
static gboolean
is_windows_program (const guint8 *data, gsize size)
{
  guint32 header;

  if (!has_bytes (data, size, 0, "MZ", 2) || size < 64)
    return FALSE;

  memcpy (&header, data + 60, sizeof header);
  header = GUINT32_FROM_LE (header);
  return has_bytes (data, size, header, "PE\0\0", 4) || has_bytes (data, size, header, "NE", 2) ||
         !sgn_media_is_text (data, size);
}

/* A Windows bitmap says its own size; two letters alone are too little. */
static gboolean
is_bitmap (const guint8 *data, gsize size)
{
  guint32 said;

  if (!has_bytes (data, size, 0, "BM", 2) || size < 26)
    return FALSE;

  memcpy (&said, data + 2, sizeof said);
  said = GUINT32_FROM_LE (said);
  return said == size || has_bytes (data, size, 6, "\0\0\0\0", 4);
}

static const char *
find_mark (const guint8 *data, gsize size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_bytes (data, size, marks[i].offset, marks[i].bytes, marks[i].length))
      return marks[i].id;
  return NULL;
}

static gboolean
is_listed (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/* (transfer full): what stands after the last dot, in lower case; "" when there is none */
static char *
get_ending (const char *file_name)
{
  g_autofree char *base = g_path_get_basename (file_name);
  const char *dot = strrchr (base, '.');

  return dot != NULL && dot != base ? g_ascii_strdown (dot + 1, -1) : g_strdup ("");
}

/* What the name of a text says more closely. */
static const char *
name_text (const char *ending)
{
  static const char *const ids[] = { "text/csv", "text/tab-separated-values", "application/json",
                                     "application/xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (is_listed (sgn_media_type_find (ids[i])->endings, ending))
      return ids[i];
  return "text/plain";
}

static const char *
judge (const guint8 *data, gsize size, const char *ending)
{
  const char *id = is_windows_program (data, size) ? "application/x-executable" : NULL;

  if (id == NULL)
    id = find_mark (data, size);
  if (id == NULL && is_bitmap (data, size))
    id = "image/bmp";
  if (id == NULL)
    id = sgn_media_look_into_zip (data, size);
  if (id == NULL)
    id = sgn_media_look_into_storage (data, size);
  if (id == NULL && sgn_media_is_text (data, size))
    id = sgn_media_read_text (data, size);
  if (g_strcmp0 (id, "text/plain") == 0)
    id = name_text (ending);
  return id != NULL ? id : "application/octet-stream";
}

/**
 * sgn_media_type_of:
 * @bytes: the whole file
 * @file_name: its name, with or without folders
 *
 * A file whose name ends as a program's does is one whatever it holds, because that is what a
 * double click will make of it.
 *
 * Returns: (transfer none): its kind
 */
const SgnMediaType *
sgn_media_type_of (GBytes *bytes, const char *file_name)
{
  g_autofree char *ending = NULL;
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL && file_name != NULL, NULL);

  ending = get_ending (file_name);
  if (is_listed (SCRIPT_ENDINGS, ending))
    return sgn_media_type_find ("text/x-script");
  if (is_listed (PROGRAM_ENDINGS, ending))
    return sgn_media_type_find ("application/x-executable");

  data = g_bytes_get_data (bytes, &size);
  return sgn_media_type_find (judge (data, size, ending));
}

/**
 * sgn_media_type_find:
 * @id: an id, such as "application/pdf"
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const SgnMediaType *
sgn_media_type_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].id, id) == 0)
      return &types[i];
  return NULL;
}

const char *
sgn_media_type_get_name (const SgnMediaType *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->name);
}

/**
 * sgn_media_type_fits_name:
 * @self: a kind
 * @file_name: the name of a file
 *
 * Returns: whether the name does not claim to be of another kind
 */
gboolean
sgn_media_type_fits_name (const SgnMediaType *self, const char *file_name)
{
  g_autofree char *ending = NULL;

  g_return_val_if_fail (self != NULL && file_name != NULL, FALSE);

  ending = get_ending (file_name);
  if (*ending == '\0' || is_listed (self->endings, ending))
    return TRUE;
  if (!is_listed (self->endings, "*"))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (is_listed (types[i].endings, ending))
      return FALSE;
  return TRUE;
}
