/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-salvage-source-private.h"

#include "sgn-disk-private.h"
#include "sgn-header-private.h"
#include "sgn-unclosed-private.h"

#include "sgn-error.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every file of this program has pages of this size. */
#define PAGE_SIZE 4096

/* How a database of this program begins: SQLite 3, pages of PAGE_SIZE, no log, UTF-8. */
static const guint8 beginning[24] = {
  'S', 'Q', 'L', 'i', 't',  'e',  ' ', 'f', 'o', 'r', 'm', 'a',
  't', ' ', '3', 0,   0x10, 0x00, 1,   1,   0,   64,  32,  32,
};

/* Whether the list of what is in the file can be read, and anything of ours is in it. */
static gboolean
is_readable (sqlite3 *db)
{
  gint64 tables = 0;

  return db != NULL &&
         sgn_db_get_int (db,
                         "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                         "('company', 'answer', 'event')",
                         &tables, NULL) &&
         tables > 0;
}

static void
put_number (int fd, off_t at, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  if (pwrite (fd, &bytes, sizeof bytes, at) != sizeof bytes)
    g_debug ("a number of the new beginning was not written");
}

/* What the first bytes must be is known without them: only the number of pages is counted. */
static gboolean
write_beginning (const char *copy)
{
  int fd = g_open (copy, O_RDWR | O_CLOEXEC, 0);
  struct stat info = { 0 };
  gboolean written = FALSE;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &info) == 0 && info.st_size > PAGE_SIZE / 2) {
    guint32 pages = (guint32) ((info.st_size + PAGE_SIZE - 1) / PAGE_SIZE);

    written = pwrite (fd, beginning, sizeof beginning, 0) == sizeof beginning &&
              ftruncate (fd, (off_t) pages * PAGE_SIZE) == 0;
    put_number (fd, 24, 1); /* changes, and those the number of pages was counted at */
    put_number (fd, 92, 1);
    put_number (fd, 28, pages);
    put_number (fd, 32, 0); /* no free pages are looked for */
    put_number (fd, 36, 0);
    put_number (fd, 44, 4); /* form of the schema */
    put_number (fd, 52, 0);
    put_number (fd, 56, 1); /* UTF-8 */
  }
  close (fd);
  return written;
}

static char *
copy_privately (const char *path)
{
  g_autofree char *copy = NULL;
  int fd = g_file_open_tmp ("sengen-XXXXXX", &copy, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = NULL;

  if (fd < 0)
    return NULL;
  close (fd);
  to = g_file_new_for_path (copy);
  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL) &&
      g_chmod (copy, 0600) == 0 && write_beginning (copy))
    return g_steal_pointer (&copy);
  g_unlink (copy);
  return NULL;
}

static sqlite3 *
open_with_log (SgnSalvageSource *self, const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (sqlite3) db = NULL;

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return NULL;
  db = sgn_db_open (path, SGN_DB_ALONE, NULL);
  if (is_readable (db) && sqlite3_db_readonly (db, "main") == 0 &&
      sgn_unclosed_continues (path, db))
    return g_steal_pointer (&db);
  self->log_left_out = TRUE;
  return NULL;
}

/* A file that misses its end, or a part of its beginning, is not read at all before that is mended,
 * in a copy. */
static sqlite3 *
open_mended (SgnSalvageSource *self, const char *path)
{
  g_autoptr (sqlite3) db = NULL;

  self->mended = copy_privately (path);
  if (self->mended == NULL)
    return NULL;
  db = sgn_db_open (self->mended, SGN_DB_IMMUTABLE, NULL);
  return is_readable (db) ? g_steal_pointer (&db) : NULL;
}

static sqlite3 *
open_alone (const char *path)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);

  return is_readable (db) ? g_steal_pointer (&db) : NULL;
}

SgnSalvageSource *
sgn_salvage_source_new (const char *path, GError **error)
{
  g_autoptr (SgnSalvageSource) self = g_new0 (SgnSalvageSource, 1);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *place = sgn_disk_resolve (path);

  if (!sgn_header_check_place (place, error))
    return NULL;

  self->db = open_with_log (self, place);
  if (self->db == NULL)
    self->db = open_alone (place);
  if (self->db == NULL)
    self->db = open_mended (self, place);
  if (self->db != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("Nothing of a company can be read in “%s”. Keep it as it is and restore a "
                  "backup."),
               name);
  return NULL;
}

void
sgn_salvage_source_free (SgnSalvageSource *self)
{
  if (self == NULL)
    return;

  sqlite3_close_v2 (self->db);
  if (self->mended != NULL)
    g_unlink (self->mended);
  g_free (self->mended);
  g_free (self);
}
