/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-reading-private.h"

#include "sgn-disk-private.h"
#include "sgn-inspect-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"

sqlite3 *
sgn_reading_inspect (const char *path,
                     SgnDbMode mode,
                     const char *const *steps,
                     gint64 *version,
                     GError **error)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, mode, error);

  if (db == NULL || !sgn_inspect (db, steps, version, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A private database with everything that is in @source now. */
static sqlite3 *
copy_privately (sqlite3 *source, GError **error)
{
  g_autoptr (sqlite3) copy = sgn_db_open ("", SGN_DB_PRIVATE, error);
  sqlite3_backup *backup = NULL;
  int code = SQLITE_ERROR;

  if (copy == NULL)
    return NULL;
  backup = sqlite3_backup_init (copy, "main", source, "main");
  if (backup != NULL) {
    sqlite3_backup_step (backup, -1);
    code = sqlite3_backup_finish (backup);
  }
  if (code != SQLITE_OK) {
    sgn_db_fail (copy, error);
    return NULL;
  }
  return g_steal_pointer (&copy);
}

/* Rows of an earlier version have other columns. */
static sqlite3 *
bring_up_to_date (sqlite3 *older, const char *const *steps, GError **error)
{
  g_autoptr (sqlite3) copy = copy_privately (older, error);

  if (copy == NULL || !sgn_schema_migrate (copy, steps, error) ||
      !sgn_db_exec (copy, "PRAGMA query_only = ON", error))
    return NULL;
  return g_steal_pointer (&copy);
}

/* An act that was cut off half way has to be taken back before anybody can read; SQLite does so for
 * whoever may write. */
static sqlite3 *
open_with_journal (const char *path, const char *const *steps, gint64 *version, GError **error)
{
  g_autoptr (sqlite3) writer = NULL;
  sqlite3 *db = sgn_reading_inspect (path, SGN_DB_READ, steps, version, NULL);

  if (db != NULL)
    return db;
  writer = sgn_db_open (path, SGN_DB_WRITE, error);
  if (writer == NULL || !sgn_schema_get_version (writer, version, error))
    return NULL;
  return sgn_reading_inspect (path, SGN_DB_READ, steps, version, error);
}

/* Nobody has the file open, but somebody else might open it: what is being read must not change. */
static sqlite3 *
open_unwritable (const char *path, const char *const *steps, gint64 *version, GError **error)
{
  g_autoptr (sqlite3) db = sgn_reading_inspect (path, SGN_DB_IMMUTABLE, steps, version, error);

  if (db == NULL || sgn_disk_is_read_only (path))
    return g_steal_pointer (&db);
  return copy_privately (db, error);
}

static sqlite3 *
open_with_log (const char *path,
               const SgnHeader *header,
               const char *const *steps,
               gint64 *version,
               GError **error)
{
  g_autoptr (sqlite3) alone = sgn_db_open (path, SGN_DB_ALONE, error);
  g_autoptr (GError) failure = NULL;

  if (alone == NULL)
    return NULL;
  if (sqlite3_db_readonly (alone, "main") == 0) {
    /* Closing would take the log in; an empty one that was made just now is to go again. */
    if (!header->has_log && !sgn_db_trust (alone, error))
      return NULL;
    if (sgn_inspect (alone, steps, version, &failure))
      return g_steal_pointer (&alone);
    if (!g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY) &&
        !g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNWRITABLE) &&
        !g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
    g_clear_pointer (&alone, sqlite3_close_v2);
    if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY)) /* somebody has it open */
      return sgn_reading_inspect (path, SGN_DB_READ, steps, version, error);
  }
  return header->has_log ? sgn_reading_inspect (path, SGN_DB_READ, steps, version, error)
                         : open_unwritable (path, steps, version, error);
}

sqlite3 *
sgn_reading_open (const char *path,
                  const SgnHeader *header,
                  const char *const *steps,
                  gint64 *version,
                  GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (header->has_journal)
    db = open_with_journal (path, steps, version, error);
  else if (header->logged || header->has_log)
    db = open_with_log (path, header, steps, version, error);
  else
    db = sgn_reading_inspect (path, SGN_DB_READ, steps, version, error);

  if (db != NULL && *version < g_strv_length ((char **) steps))
    return bring_up_to_date (db, steps, error);
  return g_steal_pointer (&db);
}
