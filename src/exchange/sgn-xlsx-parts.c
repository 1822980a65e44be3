/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-xlsx-parts-private.h"

#include "sgn-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* A few bytes can say so much that no memory holds it. */
#define MOST_BYTES ((gsize) 256 * 1000 * 1000)

typedef struct archive ArchiveReader;

static void
archive_reader_free (ArchiveReader *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveReader, archive_reader_free)

static void
bytes_free (gpointer data)
{
  g_bytes_unref (data);
}

/* (nullable): NULL when the entry is damaged, or larger than @room, which it takes from */
static GBytes *
read_entry (ArchiveReader *archive, gsize *room)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 piece[16384];
  la_ssize_t size;

  while ((size = archive_read_data (archive, piece, sizeof piece)) > 0) {
    if ((gsize) size > *room)
      return NULL;
    *room -= (gsize) size;
    g_byte_array_append (content, piece, (guint) size);
  }
  return size == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

static gboolean
read_entries (ArchiveReader *archive, GHashTable *parts)
{
  struct archive_entry *entry;
  gsize room = MOST_BYTES;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK) {
    const char *path = archive_entry_pathname (entry);
    GBytes *content = read_entry (archive, &room);

    if (path == NULL || content == NULL) {
      g_clear_pointer (&content, g_bytes_unref);
      return FALSE;
    }
    g_hash_table_insert (parts, g_strdup (path), content);
  }
  return result == ARCHIVE_EOF;
}

GHashTable *
sgn_xlsx_parts_read (GBytes *bytes, GError **error)
{
  g_autoptr (ArchiveReader) archive = archive_read_new ();
  g_autoptr (GHashTable) parts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_free);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (archive_read_support_format_zip (archive) == ARCHIVE_OK &&
      archive_read_open_memory (archive, data, size) == ARCHIVE_OK && read_entries (archive, parts))
    return g_steal_pointer (&parts);

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                       _ ("The spreadsheet is damaged. Write it again."));
  return NULL;
}
