/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* AT_EACCESS */

#include "sgn-header-private.h"

#include "sgn-db-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The first page of every SQLite database begins with these 100 bytes; numbers are big-endian. */
#define HEADER_SIZE 100
#define MAGIC "SQLite format 3" /* with the zero that ends it */
#define PAGE_SIZE_AT 16
#define READ_VERSION_AT 19
#define CHANGES_AT 24
#define PAGES_AT 28
#define APPLICATION_AT 68
#define COUNTED_AT 92

/* READ_VERSION_AT of a file that is used with a log */
#define LOGGED 2

/* A writer that is just now at work changes length and header one after the other. */
#define MOST_TRIES 5
#define PAUSE_US 20000

typedef struct {
  guint8 bytes[HEADER_SIZE];
  sqlite3_int64 size;
  gboolean has_log;
  gboolean has_journal;
} Sight;

static gboolean
fail (const char *path, const char *message, GError **error)
{
  return sgn_db_fail_file (SGN_ERROR_UNREADABLE, path, message, error);
}

static gboolean
fail_missing (const char *path, GError **error)
{
  struct stat info = { 0 };

  if (errno == EACCES)
    return fail (path, N_ ("The folder of “{file}” may not be opened by you. Ask its owner."),
                 error);
  if (lstat (path, &info) == 0 && S_ISLNK (info.st_mode))
    return fail (path,
                 N_ ("“{file}” points to a file that is not there. Connect the disk it is on, or "
                     "choose the file itself."),
                 error);
  return fail (path, N_ ("“{file}” is not there. Check its name and folder."), error);
}

gboolean
sgn_header_check_place (const char *path, GError **error)
{
  struct stat info = { 0 };

  if (stat (path, &info) != 0)
    return fail_missing (path, error);
  if (S_ISDIR (info.st_mode))
    return fail (path, N_ ("“{file}” is a folder. Choose the company file in it."), error);
  if (!S_ISREG (info.st_mode))
    return fail (path, N_ ("“{file}” is a device and not a file. Choose a company file."), error);
  if (faccessat (AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
    return fail (path, N_ ("“{file}” may not be read by you. Ask its owner for a copy."), error);
  return TRUE;
}

static gboolean
is_filled (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  struct stat info = { 0 };

  return stat (beside, &info) == 0 && info.st_size > 0;
}

/* Through SQLite's own handle: whoever closes another one takes away the locks that this process
 * holds on the file. */
static gboolean
look (const char *path, sqlite3 *db, Sight *sight, GError **error)
{
  sqlite3_file *file = NULL;
  int amount = HEADER_SIZE;

  memset (sight, 0, sizeof *sight);
  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == NULL || file->pMethods == NULL ||
      file->pMethods->xFileSize (file, &sight->size) != SQLITE_OK)
    return fail (path,
                 N_ ("“{file}” cannot be read. Check the disk and the network and try again."),
                 error);

  amount = (int) MIN (amount, sight->size);
  if (file->pMethods->xRead (file, sight->bytes, amount, 0) != SQLITE_OK)
    return fail (path,
                 N_ ("“{file}” cannot be read. Check the disk and the network and try again."),
                 error);
  sight->has_log = is_filled (path, "-wal");
  sight->has_journal = is_filled (path, "-journal");
  return TRUE;
}

static guint32
get_number (const Sight *sight, gsize at)
{
  guint32 number = 0;

  memcpy (&number, sight->bytes + at, sizeof number);
  return GUINT32_FROM_BE (number);
}

static guint
get_page_size (const Sight *sight)
{
  guint size = (guint) sight->bytes[PAGE_SIZE_AT] << 8 | sight->bytes[PAGE_SIZE_AT + 1];

  return size == 1 ? 65536 : size;
}

static gboolean
begins (const Sight *sight)
{
  return sight->size >= (gint64) sizeof MAGIC && memcmp (sight->bytes, MAGIC, sizeof MAGIC) == 0;
}

static gboolean
check_beginning (const char *path, const Sight *sight, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gboolean whole = begins (sight);
  guint page_size = get_page_size (sight);

  if (sight->size == 0)
    return sgn_db_fail_file (SGN_ERROR_DAMAGED, path,
                             N_ ("“{file}” is empty: nothing is left of it. Restore a backup."),
                             error);
  if (get_number (sight, APPLICATION_AT) != SGN_APPLICATION_ID && whole &&
      sight->size >= HEADER_SIZE)
    return fail (path, N_ ("“{file}” belongs to another program. Choose a file that Sengen made."),
                 error);
  if (whole && sight->size < HEADER_SIZE)
    return sgn_db_fail_file (
      SGN_ERROR_DAMAGED, path,
      N_ ("“{file}” is cut off: only its first bytes are left. Restore a backup."), error);
  if (get_number (sight, APPLICATION_AT) != SGN_APPLICATION_ID)
    return fail (path, N_ ("“{file}” is not a Sengen file. Choose a file this program made."),
                 error);
  if (!whole || page_size < 512 || (page_size & (page_size - 1)) != 0)
    return sgn_db_fail_damaged (error, _ ("The first bytes of “%s” are damaged."), name);
  return TRUE;
}

/* Only a file that nobody is writing, with nothing to be added or taken back, is as long as it
 * says. */
static gint64
count_missing_bytes (const Sight *sight)
{
  if (sight->has_log || sight->has_journal ||
      get_number (sight, CHANGES_AT) != get_number (sight, COUNTED_AT))
    return 0;
  return (gint64) get_number (sight, PAGES_AT) * get_page_size (sight) - sight->size;
}

static gboolean
check_length (const char *path, const Sight *sight, GError **error)
{
  gint64 missing = count_missing_bytes (sight);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *bytes = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (missing));

  if (missing > 0)
    return sgn_db_fail_damaged (error,
                                _ ("“%s” is cut off: of the bytes at its end, %s are missing."),
                                name, bytes);
  if (missing < 0)
    return sgn_db_fail_damaged (
      error, _ ("“%s” is too long: bytes that do not belong to it follow its end (%s)."), name,
      bytes);
  return TRUE;
}

/* Length and header that contradict each other are believed when neither changed meanwhile. */
static gboolean
look_well (const char *path, sqlite3 *db, Sight *sight, GError **error)
{
  for (guint i = 0; i < MOST_TRIES; i++) {
    Sight again = { 0 };

    if (!look (path, db, sight, error))
      return FALSE;
    if (count_missing_bytes (sight) == 0)
      return TRUE;
    if (!look (path, db, &again, error))
      return FALSE;
    if (memcmp (sight, &again, sizeof again) == 0)
      return TRUE;
    g_usleep (PAUSE_US);
  }
  return TRUE;
}

gboolean
sgn_header_check (const char *path, SgnHeader *header, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  Sight sight;

  if (!sgn_header_check_place (path, error))
    return FALSE;
  db = sgn_db_open (path, SGN_DB_IMMUTABLE, error);
  if (db == NULL || !look_well (path, db, &sight, error) ||
      !check_beginning (path, &sight, error) || !check_length (path, &sight, error))
    return FALSE;

  header->logged = sight.bytes[READ_VERSION_AT] == LOGGED;
  header->has_log = sight.has_log;
  header->has_journal = sight.has_journal;
  return TRUE;
}

gboolean
sgn_header_is_database (const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  Sight sight;

  if (!sgn_header_check_place (path, NULL))
    return FALSE;
  db = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);
  return db != NULL && look (path, db, &sight, NULL) && begins (&sight);
}
