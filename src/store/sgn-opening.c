/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-opening-private.h"

#include "sgn-backup-private.h"
#include "sgn-disk-private.h"
#include "sgn-inspect-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static gboolean fail (GError **error, SgnError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Always FALSE. */
static gboolean
fail (GError **error, SgnError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SGN_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
has_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  return g_file_test (beside, G_FILE_TEST_EXISTS);
}

static gboolean
check_regular (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return fail (error, SGN_ERROR_UNREADABLE, _ ("“%s” is not there. Check its name and folder."),
                 name);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail (error, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is not a Sengen file. Choose a file this program made."), name);
  return TRUE;
}

/* Whoever opens a database may have to finish what its last writer left: not in other programs'
 * files. Reading as if nobody could change the file leaves that alone. */
static gboolean
check_owner (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gint64 id = 0;

  if (!has_beside (path, "-journal"))
    return TRUE;

  db = sgn_db_open (path, SGN_DB_IMMUTABLE, error);
  if (db == NULL)
    return FALSE;
  if (!sgn_db_get_int (db, "PRAGMA application_id", &id, NULL) || id == SGN_APPLICATION_ID)
    return TRUE;
  return fail (error, SGN_ERROR_UNREADABLE,
               _ ("“%s” is not a Sengen file. Choose a file this program made."), name);
}

static sqlite3 *
open_and_inspect (const char *path,
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

/* An act that was cut off half way has to be taken back before anybody can read; SQLite does so for
 * whoever may write. Nothing is done to a file that was closed. */
static sqlite3 *
repair_and_inspect (const char *path, const char *const *steps, gint64 *version, GError **error)
{
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_WRITE, error);

  if (db == NULL || !sgn_schema_get_version (db, version, error))
    return NULL;
  return open_and_inspect (path, SGN_DB_READ, steps, version, error);
}

/* On a read-only medium there is no place to repair a file in, and without a log of its last acts
 * nothing to repair. */
static sqlite3 *
open_unclosed (const char *path,
               const char *const *steps,
               gint64 *version,
               const GError *failure,
               GError **error)
{
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE)) {
    if (has_beside (path, "-journal"))
      return repair_and_inspect (path, steps, version, error);
    if (sgn_disk_is_read_only (path) && !has_beside (path, "-wal"))
      return open_and_inspect (path, SGN_DB_IMMUTABLE, steps, version, error);
  }
  g_propagate_error (error, g_error_copy (failure));
  return NULL;
}

static SgnOpening *
open_for_reading (const char *path, const char *const *steps, GError **error)
{
  g_autoptr (SgnOpening) self = g_new0 (SgnOpening, 1);
  g_autoptr (GError) failure = NULL;
  guint newest = g_strv_length ((char **) steps);
  gint64 version = 0;

  self->db = open_and_inspect (path, SGN_DB_READ, steps, &version, &failure);
  if (self->db == NULL)
    self->db = open_unclosed (path, steps, &version, failure, error);
  if (self->db == NULL)
    return NULL;

  self->older = version < newest;
  self->newer = version > newest;
  return g_steal_pointer (&self);
}

/* The journal of a remote file is deleted after each act: its deletion must be on disk too. */
static gboolean
set_journal (sqlite3 *db, gboolean remote, GError **error)
{
  const char *sql = remote ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  g_autofree char *mode = sgn_db_get_text (db, sql, error);

  if (mode == NULL)
    return FALSE;
  return sgn_db_exec (db,
                      g_str_equal (mode, "wal") ? "PRAGMA synchronous = FULL"
                                                : "PRAGMA synchronous = EXTRA",
                      error);
}

static gboolean
migrate (sqlite3 *db, const char *path, const char *const *steps, gint64 version, GError **error)
{
  if (version == g_strv_length ((char **) steps))
    return TRUE;
  return sgn_backup_before_migration (db, steps, path, version, error) &&
         sgn_schema_migrate (db, steps, error);
}

static char *
make_place_notice (const char *path, gboolean remote)
{
  const char *service = sgn_disk_find_sync (path);

  if (remote)
    return g_strdup (_ ("The file is in a network folder. Saving is slower, and only one computer "
                        "can write at a time."));
  if (service != NULL)
    return g_strdup_printf (_ ("The file is in a folder that %s synchronises. Open it on one "
                               "computer at a time."),
                            service);
  return NULL;
}

static gboolean
check_writable (sqlite3 *db,
                const char *path,
                const char *const *steps,
                gint64 version,
                GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (version > g_strv_length ((char **) steps))
    return fail (
      error, SGN_ERROR_TOO_NEW,
      _ ("“%s” was written by a later version of Sengen and can only be read here. Update "
         "this program to write."),
      name);
  if (sqlite3_db_readonly (db, "main") != 0)
    return fail (error, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” cannot be written where it is. Copy it to a place that can be written."),
                 name);
  return TRUE;
}

/* From here on the file may be touched; it has been found sound. */
static gboolean
take_for_writing (SgnOpening *self,
                  const char *path,
                  gboolean remote,
                  const char *now,
                  GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SgnLease) lease = sgn_lease_new ();
  g_autofree char *name = g_filename_display_name (path);

  if (sgn_lease_take (lease, self->db, remote, now, &failure)) {
    self->lease = g_steal_pointer (&lease);
    return sgn_db_trust (self->db, error);
  }
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE)) /* no journal can be made */
    return fail (error, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” cannot be written because its folder cannot be written. Choose another "
                    "place."),
                 name);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static SgnOpening *
open_for_writing (const char *path,
                  gboolean remote,
                  const char *const *steps,
                  const char *now,
                  GError **error)
{
  g_autoptr (SgnOpening) self = g_new0 (SgnOpening, 1);
  gint64 version = 0;

  self->db = open_and_inspect (path, SGN_DB_WRITE, steps, &version, error);
  if (self->db == NULL || !check_writable (self->db, path, steps, version, error) ||
      !take_for_writing (self, path, remote, now, error))
    return NULL;
  if (!migrate (self->db, path, steps, version, error) || !set_journal (self->db, remote, error)) {
    sgn_opening_close (g_steal_pointer (&self), NULL);
    return NULL;
  }
  self->notice = make_place_notice (path, remote);
  return g_steal_pointer (&self);
}

SgnOpening *
sgn_opening_new (const char *path,
                 SgnOpenMode mode,
                 gboolean remote,
                 const char *const *steps,
                 const char *now,
                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SgnOpening) self = NULL;

  if (!check_regular (path, error) || !check_owner (path, error))
    return NULL;
  if (mode == SGN_OPEN_READ)
    return open_for_reading (path, steps, error);

  self = open_for_writing (path, remote, steps, now, &failure);
  if (self == NULL && mode == SGN_OPEN_WRITE_OR_READ &&
      !g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED)) {
    self = open_for_reading (path, steps, error);
    if (self != NULL)
      self->notice = g_strdup (failure->message);
    return g_steal_pointer (&self);
  }
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&self);
}

/* Somebody who is reading may keep the log of last acts in use; then the file is whole together
 * with it, and the next to close it makes it one. */
static gboolean
merge_log (sqlite3 *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (sgn_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", &failure) &&
      sgn_db_exec (db, "PRAGMA journal_mode = DELETE", &failure))
    return TRUE;
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
sgn_opening_close (SgnOpening *self, GError **error)
{
  g_autoptr (SgnOpening) opening = self;

  if (opening->lease == NULL)
    return TRUE;

  sgn_db_rollback (opening->db);
  return sgn_lease_give_back (opening->lease, opening->db, error) && merge_log (opening->db, error);
}

void
sgn_opening_free (SgnOpening *self)
{
  if (self == NULL)
    return;

  sgn_lease_free (self->lease);
  g_free (self->notice);
  sqlite3_close_v2 (self->db);
  g_free (self);
}
