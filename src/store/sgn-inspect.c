/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-inspect-private.h"

#include "sgn-kind-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_name (sqlite3 *db)
{
  return g_filename_display_name (sqlite3_db_filename (db, "main"));
}

static gboolean
fail_schema (sqlite3 *db, const char *why, GError **error)
{
  g_autofree char *name = dup_name (db);

  return sgn_db_fail_damaged (error, _ ("“%s” was changed by another program (%s)."), name, why);
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
    return fail_schema (db, _ ("the number of its format is missing"), error);
  if (version > g_strv_length ((char **) steps))
    return TRUE;
  if (!sgn_schema_compare (db, steps, (guint) version, &difference, error))
    return FALSE;
  return difference == NULL || fail_schema (db, difference, error);
}

/* @answer: what SQLite found, in its own words */
static gboolean
fail_table (sqlite3 *db, const char *table, const char *answer, GError **error)
{
  g_autofree char *name = dup_name (db);
  g_autofree char *words = sgn_kind_table_to_words (table);

  if (strstr (answer, " constraint failed") != NULL || g_str_has_prefix (answer, "NULL value") ||
      g_str_has_prefix (answer, "non-"))
    return sgn_db_fail_damaged (error, _ ("“%s” holds under “%s” what this program never writes."),
                                name, words);
  return sgn_db_fail_damaged (error, _ ("A part of “%s” is damaged, under “%s”."), name, words);
}

/* A pragma takes no bound values. */
static char *
quote (const char *name)
{
  g_autoptr (GString) text = g_string_new (name);

  g_string_replace (text, "'", "''", 0);
  return g_strdup_printf ("'%s'", text->str);
}

static gboolean
check_table (sqlite3 *db, const char *table, GError **error)
{
  g_autofree char *quoted = quote (table);
  g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check (%s)", quoted);
  g_autoptr (GError) failure = NULL;
  g_autofree char *answer = sgn_db_get_text (db, sql, &failure);

  if (answer != NULL)
    return g_str_equal (answer, "ok") ||
           (sgn_db_could_check (db, answer, error) && fail_table (db, table, answer, error));
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED))
    return fail_table (db, table, "", error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Attached files are checked when they are read, each by its SHA-256: they may be many, and opening
 * must not wait for them. */
static gboolean
check_tables (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'blob' "
                    "AND sql NOT LIKE 'CREATE VIRTUAL%'",
                    error);
  SgnStep step = SGN_STEP_FAILED;

  while (stmt != NULL && (step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    if (!check_table (db, sgn_db_column_text (stmt, 0), error))
      return FALSE;
  }
  return step == SGN_STEP_DONE;
}

/* What an entry refers to must be there. */
static gboolean
check_foreign_keys (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "PRAGMA foreign_key_check", error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_ROW) {
    g_autofree char *name = dup_name (db);
    g_autofree char *words = sgn_kind_table_to_words (sgn_db_column_text (stmt, 0));

    return sgn_db_fail_damaged (
      error, _ ("In “%s” an entry under “%s” belongs to something that is missing."), name, words);
  }
  return step == SGN_STEP_DONE;
}

gboolean
sgn_inspect (sqlite3 *db, const char *const *steps, gint64 *version, GError **error)
{
  gint64 found = 0;

  if (!check_identity (db, error) || !sgn_schema_get_version (db, &found, error) ||
      !check_schema (db, steps, found, error) || !check_tables (db, error) ||
      !check_foreign_keys (db, error))
    return FALSE;

  *version = found;
  return TRUE;
}
