/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-inspect-private.h"

#include "sgn-schema-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static char *
dup_name (sqlite3 *db)
{
  return g_filename_display_name (sqlite3_db_filename (db, "main"));
}

static gboolean
fail_damaged (sqlite3 *db, const char *why, GError **error)
{
  g_autofree char *name = dup_name (db);

  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("“%s” is damaged or was changed by another program (%s). Restore the newest "
                  "backup."),
               name, why);
  return FALSE;
}

/* The first reading of the file: what SQLite cannot read at all is not ours either. */
static gboolean
check_identity (sqlite3 *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = dup_name (db);
  gint64 id = 0;

  if (!sgn_db_get_int (db, "PRAGMA application_id", &id, &failure) &&
      (sqlite3_extended_errcode (db) & 0xff) != SQLITE_NOTADB) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (id == SGN_APPLICATION_ID)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” is not a Sengen file. Choose a file this program made."), name);
  return FALSE;
}

static gboolean
check_schema (sqlite3 *db, const char *const *steps, gint64 version, GError **error)
{
  g_autofree char *difference = NULL;

  if (version < 1)
    return fail_damaged (db, _ ("the number of its format is missing"), error);
  if (version > g_strv_length ((char **) steps))
    return TRUE;
  if (!sgn_schema_compare (db, steps, (guint) version, &difference, error))
    return FALSE;
  return difference == NULL || fail_damaged (db, difference, error);
}

static gboolean
check_pages (sqlite3 *db, GError **error)
{
  g_autofree char *answer = sgn_db_get_text (db, "PRAGMA quick_check (1)", error);

  if (answer == NULL)
    return FALSE;
  return g_str_equal (answer, "ok") ||
         fail_damaged (db, _ ("its contents contradict each other"), error);
}

gboolean
sgn_inspect (sqlite3 *db, const char *const *steps, gint64 *version, GError **error)
{
  gint64 found = 0;

  if (!check_identity (db, error) || !sgn_schema_get_version (db, &found, error) ||
      !check_schema (db, steps, found, error) || !check_pages (db, error))
    return FALSE;

  *version = found;
  return TRUE;
}
