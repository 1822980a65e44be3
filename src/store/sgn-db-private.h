/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-error.h"

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* How long to wait for another program that reads or writes the file just now. */
#define SGN_DB_BUSY_MS 2000

/**
 * SgnDbMode:
 * @SGN_DB_WRITE: an existing file, for writing; falls back to reading where the file cannot be
 *   written, see sqlite3_db_readonly()
 * @SGN_DB_READ: an existing file, for reading
 * @SGN_DB_IMMUTABLE: an existing file that nobody can change, such as one on a read-only disc
 * @SGN_DB_ALONE: an existing file, for reading, while nobody else has it open: reading fails with
 *   SGN_ERROR_BUSY if somebody has. Leaves nothing beside the file where SGN_DB_READ would leave
 * the index of a log
 * @SGN_DB_MEMORY: a new database in memory; the path is not used
 * @SGN_DB_PRIVATE: a new database that nobody else can open and that goes away when it is closed,
 * for what is too large for memory; the path is not used
 */
typedef enum {
  SGN_DB_WRITE,
  SGN_DB_READ,
  SGN_DB_IMMUTABLE,
  SGN_DB_ALONE,
  SGN_DB_MEMORY,
  SGN_DB_PRIVATE,
} SgnDbMode;

typedef enum {
  SGN_STEP_FAILED,
  SGN_STEP_ROW,
  SGN_STEP_DONE,
} SgnStep;

/* The settings are those for files of unknown origin. On a file opened for writing, closing does
 * not touch the file until sgn_db_trust() has been called. */
sqlite3 *sgn_db_open (const char *path, SgnDbMode mode, GError **error);
gboolean sgn_db_trust (sqlite3 *db, GError **error);

/* Sets @error from what @db failed with last; one sentence without SQL. Always FALSE. */
gboolean sgn_db_fail (sqlite3 *db, GError **error);
/* Sets @error from a sentence, not yet translated, in which {file} stands for the name of @path
 * (nullable). Always FALSE. */
gboolean sgn_db_fail_file (SgnError code, const char *path, const char *message, GError **error);
/* Sets SGN_ERROR_DAMAGED from a sentence that says what is damaged, and adds what to do. Always
 * FALSE. */
gboolean sgn_db_fail_damaged (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean sgn_db_exec (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *sgn_db_prepare (sqlite3 *db, const char *sql, GError **error);
void sgn_db_bind_text (sqlite3_stmt *stmt, int index, const char *text);
SgnStep sgn_db_step (sqlite3_stmt *stmt, GError **error);
/* For statements that give no rows. */
gboolean sgn_db_step_done (sqlite3_stmt *stmt, GError **error);
/* For queries of one value; @value is left alone when there is no row or it is NULL. */
gboolean sgn_db_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error);
/* For queries of one text; NULL with an error. */
char *sgn_db_get_text (sqlite3 *db, const char *sql, GError **error);
/* @found: what a check of SQLite's own says. FALSE when the disk or the memory kept it from
 * reading: that is no finding about the file. */
gboolean sgn_db_could_check (sqlite3 *db, const char *found, GError **error);
/* (nullable): a column's text; NULL also when there was no memory for it, as the next step says */
const char *sgn_db_column_text (sqlite3_stmt *stmt, int column);
/* For those who read a row and take no further step: whether there was memory for all its texts. */
gboolean sgn_db_check_row (sqlite3_stmt *stmt, GError **error);

/* Takes @db out of a transaction if it is in one. */
void sgn_db_rollback (sqlite3 *db);

G_END_DECLS
