/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-db-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A failure SQLite can have and what it means for the people in front of it; {file} stands for the
 * name of the file. */
typedef struct {
  int code; /* primary or extended; extended ones stand first */
  SgnError error;
  const char *message;
} Failure;

#define NOT_CLOSED                                                                                     \
  N_ (                                                                                                 \
    "“{file}” was not closed properly and cannot be repaired where it is. Copy it, together with " \
    "the files beside it, to a place that can be written.")
#define IN_USE N_ ("“{file}” is in use by another program. Close it there and try again.")
#define DAMAGED                                                                                   \
  N_ ("“{file}” is damaged inside. Keep it as it is, and restore a backup or rescue what is " \
      "left.")
#define NOT_OPENED N_ ("“{file}” cannot be opened. Check the name, the place and who may read it.")

static const Failure failures[] = {
  { SQLITE_READONLY_ROLLBACK, SGN_ERROR_UNREADABLE, NOT_CLOSED },
  { SQLITE_READONLY_RECOVERY, SGN_ERROR_UNREADABLE, NOT_CLOSED },
  { SQLITE_READONLY_CANTINIT, SGN_ERROR_UNREADABLE, NOT_CLOSED },
  { SQLITE_READONLY_DIRECTORY, SGN_ERROR_UNWRITABLE,
    N_ ("The folder of “{file}” cannot be written. Choose another place.") },
  { SQLITE_IOERR_READ, SGN_ERROR_UNREADABLE,
    N_ ("“{file}” cannot be read. Check the disk and the network and try again.") },
  { SQLITE_FULL, SGN_ERROR_UNWRITABLE,
    N_ ("“{file}” cannot be written because the disk is full. Make room and try again.") },
  { SQLITE_IOERR, SGN_ERROR_UNWRITABLE,
    N_ ("“{file}” cannot be written. Check the disk and the network and try again.") },
  { SQLITE_NOMEM, SGN_ERROR_FAILED,
    N_ ("There is not enough memory for “{file}”. Close other programs and try again.") },
  { SQLITE_BUSY, SGN_ERROR_BUSY, IN_USE },
  { SQLITE_LOCKED, SGN_ERROR_BUSY, IN_USE },
  { SQLITE_CORRUPT, SGN_ERROR_DAMAGED, DAMAGED },
  { SQLITE_IOERR_CORRUPTFS, SGN_ERROR_DAMAGED, DAMAGED },
  { SQLITE_NOTADB, SGN_ERROR_DAMAGED, DAMAGED },
  { SQLITE_READONLY, SGN_ERROR_READ_ONLY,
    N_ ("“{file}” is open for reading only. Copy it to a place that can be written.") },
  { SQLITE_CANTOPEN, SGN_ERROR_UNREADABLE, NOT_OPENED },
  { SQLITE_PERM, SGN_ERROR_UNREADABLE, NOT_OPENED },
  { SQLITE_TOOBIG, SGN_ERROR_INVALID,
    N_ ("This is too large for “{file}”. Take something smaller.") },
  { SQLITE_CONSTRAINT, SGN_ERROR_INVALID,
    N_ ("This does not match what “{file}” already holds. Nothing was written. Close the file and "
        "open it again.") },
};

/* The high-security settings of SQLite's own advice for files of unknown origin. */
static const struct {
  int option;
  int value;
} settings[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },        { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },      { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },          { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

/* VACUUM INTO attaches one database. */
static const struct {
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 50 },      { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
  { SQLITE_LIMIT_FUNCTION_ARG, 20 },    { SQLITE_LIMIT_ATTACHED, 1 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 64 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

static const Failure *
find_failure (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    if (failures[i].code == code || failures[i].code == (code & 0xff))
      return &failures[i];
  }
  return NULL;
}

gboolean
sgn_db_fail_file (SgnError code, const char *path, const char *message, GError **error)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");
  g_autoptr (GString) text = g_string_new (_ (message));

  g_string_replace (text, "{file}", name, 1);
  g_set_error_literal (error, SGN_ERROR, (int) code, text->str);
  return FALSE;
}

gboolean
sgn_db_fail_damaged (GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: what is damaged and how, then what to do */
  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("%s Keep it as it is, and restore a backup or rescue what is left."), what);
  return FALSE;
}

static gboolean
fail_as (sqlite3 *db, int code, GError **error)
{
  const Failure *failure = find_failure (code);

  if (failure != NULL)
    return sgn_db_fail_file (failure->error, sqlite3_db_filename (db, "main"), failure->message,
                             error);

  g_set_error (error, SGN_ERROR, SGN_ERROR_FAILED,
               _ (
                 "The company file could not be used (code %d). Close it, open it again and report "
                 "this."),
               code);
  return FALSE;
}

gboolean
sgn_db_fail (sqlite3 *db, GError **error)
{
  return fail_as (db, sqlite3_extended_errcode (db), error);
}

gboolean
sgn_db_could_check (sqlite3 *db, const char *found, GError **error)
{
  static const char unread[] = "unable to get the page. error code=";
  const char *at = strstr (found, unread);
  int code = at != NULL ? (int) g_ascii_strtoll (at + strlen (unread), NULL, 10) : SQLITE_OK;

  if (code == SQLITE_NOMEM)
    return fail_as (db, code, error);
  if ((code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_SHORT_READ)
    return fail_as (db, SQLITE_IOERR_READ, error);
  return TRUE;
}

static char *
make_place (const char *path, SgnDbMode mode)
{
  g_autofree char *escaped = NULL;

  if (mode == SGN_DB_MEMORY)
    return g_strdup (":memory:");
  if (mode == SGN_DB_PRIVATE)
    return g_strdup ("");
  if (mode != SGN_DB_IMMUTABLE)
    return g_strdup (path);
  escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static gboolean
configure (sqlite3 *db, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++) {
    if (sqlite3_db_config (db, settings[i].option, settings[i].value, NULL) != SQLITE_OK)
      return sgn_db_fail (db, error);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].id, limits[i].value);
  sqlite3_busy_timeout (db, SGN_DB_BUSY_MS);

  return sgn_db_exec (db,
                      "PRAGMA cell_size_check = ON;"
                      "PRAGMA mmap_size = 0;"
                      "PRAGMA temp_store = MEMORY;"
                      "PRAGMA secure_delete = ON;"
                      "PRAGMA foreign_keys = ON;",
                      error);
}

/* With the file to itself a connection keeps the index of a log in memory and none beside the file.
 * Who cannot have it at once does not wait. */
static gboolean
claim (sqlite3 *db, GError **error)
{
  sqlite3_busy_timeout (db, 0);
  return sgn_db_exec (db, "PRAGMA query_only = ON; PRAGMA locking_mode = EXCLUSIVE;", error);
}

sqlite3 *
sgn_db_open (const char *path, SgnDbMode mode, GError **error)
{
  static const int flags[] = {
    [SGN_DB_WRITE] = SQLITE_OPEN_READWRITE,
    [SGN_DB_READ] = SQLITE_OPEN_READONLY,
    [SGN_DB_IMMUTABLE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
    [SGN_DB_ALONE] = SQLITE_OPEN_READWRITE,
    [SGN_DB_MEMORY] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [SGN_DB_PRIVATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *place = make_place (path, mode);
  int code = sqlite3_open_v2 (place, &db, flags[mode] | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK) {
    sgn_db_fail_file (SGN_ERROR_UNREADABLE, path, NOT_OPENED, error);
    return NULL;
  }
  if (!configure (db, error) || (mode == SGN_DB_ALONE && !claim (db, error)))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
sgn_db_trust (sqlite3 *db, GError **error)
{
  if (sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL) != SQLITE_OK)
    return sgn_db_fail (db, error);
  return TRUE;
}

gboolean
sgn_db_exec (sqlite3 *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return sgn_db_fail (db, error);
  return TRUE;
}

sqlite3_stmt *
sgn_db_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    sgn_db_fail (db, error);
  return stmt;
}

void
sgn_db_bind_text (sqlite3_stmt *stmt, int index, const char *text)
{
  /* A copy that SQLite makes can fail, and the value would be NULL without a word. */
  sqlite3_bind_text (stmt, index, g_strdup (text), -1, g_free);
}

SgnStep
sgn_db_step (sqlite3_stmt *stmt, GError **error)
{
  switch (sqlite3_step (stmt)) {
  case SQLITE_ROW:
    return SGN_STEP_ROW;
  case SQLITE_DONE:
    return SGN_STEP_DONE;
  default:
    sgn_db_fail (sqlite3_db_handle (stmt), error);
    return SGN_STEP_FAILED;
  }
}

gboolean
sgn_db_step_done (sqlite3_stmt *stmt, GError **error)
{
  return sgn_db_step (stmt, error) != SGN_STEP_FAILED;
}

gboolean
sgn_db_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_ROW && sqlite3_column_type (stmt, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (stmt, 0);
  return step != SGN_STEP_FAILED;
}

char *
sgn_db_get_text (sqlite3 *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;
  const char *text = step == SGN_STEP_ROW ? sgn_db_column_text (stmt, 0) : NULL;

  if (step == SGN_STEP_FAILED || !sgn_db_check_row (stmt, error))
    return NULL;
  return g_strdup (text != NULL ? text : "");
}

const char *
sgn_db_column_text (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

gboolean
sgn_db_check_row (sqlite3_stmt *stmt, GError **error)
{
  sqlite3 *db = sqlite3_db_handle (stmt);

  return sqlite3_errcode (db) != SQLITE_NOMEM || sgn_db_fail (db, error);
}

void
sgn_db_rollback (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}
