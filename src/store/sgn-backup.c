/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup-private.h"

#include "sgn-disk-private.h"
#include "sgn-event-log-private.h"
#include "sgn-inspect-private.h"

#include "sgn-error.h"
#include "sgn-placing.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* So many copies of one version beside one file mean that something else is wrong. */
#define MOST_COPIES 100

static gboolean
vacuum_into (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "VACUUM INTO ?1", error);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, path);
  return sgn_db_step_done (stmt, error);
}

/* A connection that may only ask may not write a copy either, although it is another file. */
static gboolean
write_copy (sqlite3 *db, const char *path, GError **error)
{
  gint64 only_asks = 0;
  gboolean written;

  if (!sgn_db_get_int (db, "PRAGMA query_only", &only_asks, error))
    return FALSE;
  if (only_asks == 0)
    return vacuum_into (db, path, error);

  if (!sgn_db_exec (db, "PRAGMA query_only = OFF", error))
    return FALSE;
  written = vacuum_into (db, path, error);
  return sgn_db_exec (db, "PRAGMA query_only = ON", written ? error : NULL) && written;
}

/* The lease is of the file, not of its copy. */
static gboolean
drop_lease (const char *path, GError **error)
{
  g_autoptr (sqlite3) copy = sgn_db_open (path, SGN_DB_WRITE, error);

  return copy != NULL && sgn_db_exec (copy, "DELETE FROM lease", error);
}

/* Reads every page, those of attached files too. */
static gboolean
read_pages (sqlite3 *db, GError **error)
{
  g_autofree char *answer = sgn_db_get_text (db, "PRAGMA quick_check (1)", error);

  if (answer == NULL)
    return FALSE;
  if (g_str_equal (answer, "ok"))
    return TRUE;
  if (!sgn_db_could_check (db, answer, error))
    return FALSE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                       _ ("The copy cannot be read in all its parts. Use another copy."));
  return FALSE;
}

static gboolean
check_copy (sqlite3 *db, const char *const *steps, const char *path, GError **error)
{
  g_autoptr (sqlite3) copy = sgn_db_open (path, SGN_DB_READ, error);
  g_autofree char *hash = NULL;
  g_autofree char *copied_hash = NULL;
  gint64 version = 0;
  gint64 seq = 0;
  gint64 copied_seq = 0;

  if (copy == NULL || !sgn_inspect (copy, steps, &version, error) || !read_pages (copy, error) ||
      !sgn_event_log_get_newest (db, &seq, &hash, error) ||
      !sgn_event_log_get_newest (copy, &copied_seq, &copied_hash, error))
    return FALSE;
  if (seq == copied_seq && g_str_equal (hash, copied_hash))
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                       _ ("The copy is not the same as the company file."));
  return FALSE;
}

static gboolean
fill (sqlite3 *db, const char *const *steps, const char *temporary, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!write_copy (db, temporary, &failure)) {
    /* What the company file itself suffers from is said as it is. */
    if (!g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNWRITABLE)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  } else if (drop_lease (temporary, &failure) && check_copy (db, steps, temporary, &failure)) {
    return TRUE;
  }
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                       _ ("The copy could not be written as it should be. Make room, or choose "
                          "another place."));
  return FALSE;
}

/* A checked copy without a name of its own yet, beside @path. */
static char *
make_temporary_copy (sqlite3 *db, const char *const *steps, const char *path, GError **error)
{
  g_autofree char *temporary = sgn_disk_make_temporary (path, error);

  if (temporary == NULL || fill (db, steps, temporary, error))
    return g_steal_pointer (&temporary);

  sgn_disk_remove (temporary);
  return NULL;
}

gboolean
sgn_backup_copy (sqlite3 *db, const char *const *steps, const char *path, GError **error)
{
  g_autofree char *temporary = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return sgn_placing_fail (path, EEXIST, error);
  temporary = make_temporary_copy (db, steps, path, error);
  if (temporary == NULL)
    return FALSE;
  if (sgn_disk_place (temporary, path, error))
    return TRUE;

  sgn_disk_remove (temporary);
  return FALSE;
}

gboolean
sgn_backup_place_over (const char *temporary, const char *path, GError **error)
{
  return (sgn_placing_sync (temporary) && g_rename (temporary, path) == 0 &&
          sgn_placing_sync_name (path)) ||
         sgn_placing_fail (path, errno, error);
}

gboolean
sgn_backup_copy_over (sqlite3 *db, const char *const *steps, const char *path, GError **error)
{
  g_autofree char *temporary = make_temporary_copy (db, steps, path, error);

  if (temporary == NULL)
    return FALSE;
  if (sgn_backup_place_over (temporary, path, error))
    return TRUE;

  sgn_disk_remove (temporary);
  return FALSE;
}

static char *
make_copy_name (const char *path, gint64 version, guint number)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, ".sengen") ? strlen (".sengen") : 0);

  return g_strdup_printf ("%.*s.schema-%" G_GINT64_FORMAT "-%u.sengen", (int) length, path, version,
                          number);
}

gboolean
sgn_backup_before_migration (sqlite3 *db,
                             const char *const *steps,
                             const char *path,
                             gint64 version,
                             GError **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint number = 1; number <= MOST_COPIES; number++) {
    g_autofree char *copy = make_copy_name (path, version, number);

    g_clear_error (&failure);
    if (sgn_backup_copy (db, steps, copy, &failure))
      return TRUE;
    if (!g_error_matches (failure, SGN_ERROR, SGN_ERROR_EXISTS))
      break;
  }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
