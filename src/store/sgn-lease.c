/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-lease-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define LEASE_HOURS 24

/* Fields of /proc/PID/stat after the closing bracket of the name, from 0. */
#define STAT_STATE 0
#define STAT_STARTED 19

/* What the file says of a computer tells nothing about it to anybody else. */
static char *
dup_hidden (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *salted = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");
  salted = g_strconcat ("Sengen lease\n", text, NULL);
  return sgn_digest_of_text (salted);
}

/* @state is 'X' for a process that is not there. */
static void
read_process (gint64 pid, char *state, gint64 *started)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;
  const char *rest = NULL;

  *state = 'X';
  *started = 0;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  rest = strrchr (text, ')');
  if (rest == NULL || strlen (rest) < 3)
    return;

  fields = g_strsplit (rest + 2, " ", -1);
  if (g_strv_length (fields) <= STAT_STARTED)
    return;
  *state = fields[STAT_STATE][0];
  *started = g_ascii_strtoll (fields[STAT_STARTED], NULL, 10);
}

gboolean
sgn_lease_is_running (gint64 pid, gint64 started)
{
  char state = 'X';
  gint64 found = 0;

  if (pid <= 0 || (kill ((pid_t) pid, 0) != 0 && errno == ESRCH))
    return FALSE;

  /* A process of another user may be hidden: then it is there, and more is not known. */
  read_process (pid, &state, &found);
  if (found == 0)
    return TRUE;
  return found == started && state != 'Z' && state != 'X';
}

SgnLease *
sgn_lease_new (void)
{
  SgnLease *self = g_new0 (SgnLease, 1);
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);
  char state = 'X';

  self->holder = g_uuid_string_random ();
  self->host = dup_hidden ("/etc/machine-id");
  self->boot = dup_hidden ("/proc/sys/kernel/random/boot_id");
  self->space = g_strdup (space != NULL ? space : "");
  self->pid = getpid ();
  read_process (self->pid, &state, &self->started);
  return self;
}

void
sgn_lease_free (SgnLease *self)
{
  if (self == NULL)
    return;

  g_free (self->holder);
  g_free (self->host);
  g_free (self->boot);
  g_free (self->space);
  g_free (self);
}

static gboolean
is_old (const char *refreshed_at, const char *now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (refreshed_at, NULL);
  g_autoptr (GDateTime) here = g_date_time_new_from_iso8601 (now, NULL);

  if (then == NULL || here == NULL)
    return TRUE;
  return g_date_time_difference (here, then) > LEASE_HOURS * G_TIME_SPAN_HOUR;
}

/* SQLite leaves WAL only for a connection that has the file to itself. */
static gboolean
is_alone (sqlite3 *db, gboolean shared)
{
  g_autofree char *mode = NULL;

  if (shared)
    return FALSE;
  sqlite3_busy_timeout (db, 0);
  mode = sgn_db_get_text (db, "PRAGMA journal_mode = DELETE", NULL);
  sqlite3_busy_timeout (db, SGN_DB_BUSY_MS);
  return g_strcmp0 (mode, "delete") == 0;
}

/* Whether the row @stmt stands on binds nobody any more. */
static gboolean
is_void (SgnLease *self, sqlite3_stmt *stmt, gboolean alone, const char *now)
{
  const char *host = sgn_db_column_text (stmt, 0);
  const char *boot = sgn_db_column_text (stmt, 1);
  const char *space = sgn_db_column_text (stmt, 2);

  if (is_old (sgn_db_column_text (stmt, 5), now) && !g_str_equal (host, self->host))
    return TRUE;
  if (!g_str_equal (host, self->host))
    return FALSE;
  if (alone || !g_str_equal (boot, self->boot))
    return TRUE;
  return g_str_equal (space, self->space) &&
         !sgn_lease_is_running (sqlite3_column_int64 (stmt, 3), sqlite3_column_int64 (stmt, 4));
}

static gboolean
check_free (SgnLease *self, sqlite3 *db, gboolean alone, const char *now, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT host, boot, namespace, pid, started, refreshed_at FROM lease",
                    error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_ROW && !is_void (self, stmt, alone, now)) {
    g_autofree char *name = g_filename_display_name (sqlite3_db_filename (db, "main"));

    g_set_error (error, SGN_ERROR, SGN_ERROR_BUSY,
                 _ ("“%s” is open for writing in another window or on another computer. Close it "
                    "there and try again."),
                 name);
    return FALSE;
  }
  return step != SGN_STEP_FAILED;
}

static gboolean
write_row (SgnLease *self, sqlite3 *db, const char *now, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (
    db,
    "INSERT OR REPLACE INTO lease (id, holder, host, boot, namespace, pid, started, "
    "refreshed_at) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    error);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, self->holder);
  sgn_db_bind_text (stmt, 2, self->host);
  sgn_db_bind_text (stmt, 3, self->boot);
  sgn_db_bind_text (stmt, 4, self->space);
  sqlite3_bind_int64 (stmt, 5, self->pid);
  sqlite3_bind_int64 (stmt, 6, self->started);
  sgn_db_bind_text (stmt, 7, now);
  return sgn_db_step_done (stmt, error);
}

gboolean
sgn_lease_take (SgnLease *self, sqlite3 *db, gboolean shared, const char *now, GError **error)
{
  gboolean alone = is_alone (db, shared);

  if (!sgn_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (check_free (self, db, alone, now, error) && write_row (self, db, now, error) &&
      sgn_db_exec (db, "COMMIT", error))
    return TRUE;

  sgn_db_rollback (db);
  return FALSE;
}

gboolean
sgn_lease_refresh (SgnLease *self, sqlite3 *db, const char *now, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "UPDATE lease SET refreshed_at = ?2 WHERE holder = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, self->holder);
  sgn_db_bind_text (stmt, 2, now);
  if (!sgn_db_step_done (stmt, error))
    return FALSE;
  if (sqlite3_changes (db) == 1)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_BUSY,
                       _ (
                         "Another computer has taken the company file over. Close it here and open "
                         "it again."));
  return FALSE;
}

gboolean
sgn_lease_give_back (SgnLease *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "DELETE FROM lease WHERE holder = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, self->holder);
  return sgn_db_step_done (stmt, error);
}
