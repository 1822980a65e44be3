/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-lease-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Fields of /proc/PID/stat after the closing bracket of the name, from 0. */
#define STAT_STATE 0
#define STAT_STARTED 19

/* What the file says of a computer tells nothing about it to anybody else. */
static char *
hide (const char *text)
{
  g_autofree char *salted = g_strconcat ("Sengen lease\n", text, NULL);

  return sgn_digest_of_text (salted);
}

char *
sgn_lease_make_host (const char *machine, const char *name)
{
  g_autofree char *both = g_strconcat (machine, "\n", name, NULL);

  return hide (both);
}

/* "" when there is no such file. */
static char *
read_text (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : g_strdup ("");
}

static char *
make_own_host (void)
{
  g_autofree char *machine = read_text ("/etc/machine-id");

  return sgn_lease_make_host (machine, g_get_host_name ());
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
  g_autofree char *boot = read_text ("/proc/sys/kernel/random/boot_id");
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);
  char state = 'X';

  self->holder = g_uuid_string_random ();
  self->host = make_own_host ();
  self->boot = hide (boot);
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

/* The journal of a shared file is deleted after each act: its deletion must be on disk too. */
static gboolean
set_journal (sqlite3 *db, gboolean shared, GError **error)
{
  const char *sql = shared ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  g_autofree char *mode = sgn_db_get_text (db, sql, error);

  if (mode == NULL)
    return FALSE;
  return sgn_db_exec (db,
                      g_str_equal (mode, "wal") ? "PRAGMA synchronous = FULL"
                                                : "PRAGMA synchronous = EXTRA",
                      error);
}

typedef enum {
  HOLDER_NONE,
  HOLDER_GONE, /* it left the lease behind */
  HOLDER_WINDOW,
  HOLDER_ELSEWHERE,
} Holder;

/* The lease in the file. */
typedef struct {
  SgnLease lease;
  char *refreshed_at;
} Row;

static void
row_free (Row *row)
{
  if (row == NULL)
    return;

  g_free (row->lease.holder);
  g_free (row->lease.host);
  g_free (row->lease.boot);
  g_free (row->lease.space);
  g_free (row->refreshed_at);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Row, row_free)

/* @row: (out) (nullable): NULL when nobody holds it */
static gboolean
read_row (sqlite3 *db, Row **row, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT holder, host, boot, namespace, pid, started, refreshed_at FROM lease",
                    error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_FAILED)
    return FALSE;
  *row = step == SGN_STEP_ROW ? g_new0 (Row, 1) : NULL;
  if (*row != NULL) {
    (*row)->lease.holder = g_strdup (sgn_db_column_text (stmt, 0));
    (*row)->lease.host = g_strdup (sgn_db_column_text (stmt, 1));
    (*row)->lease.boot = g_strdup (sgn_db_column_text (stmt, 2));
    (*row)->lease.space = g_strdup (sgn_db_column_text (stmt, 3));
    (*row)->lease.pid = sqlite3_column_int64 (stmt, 4);
    (*row)->lease.started = sqlite3_column_int64 (stmt, 5);
    (*row)->refreshed_at = g_strdup (sgn_db_column_text (stmt, 6));
  }
  return sgn_db_check_row (stmt, error);
}

static Holder
find_holder (SgnLease *self, sqlite3 *db, const Row *row, gboolean shared)
{
  if (row == NULL)
    return HOLDER_NONE;
  if (!g_str_equal (row->lease.host, self->host))
    return HOLDER_ELSEWHERE;
  if (!g_str_equal (row->lease.boot, self->boot) || is_alone (db, shared))
    return HOLDER_GONE;
  if (g_str_equal (row->lease.space, self->space) &&
      !sgn_lease_is_running (row->lease.pid, row->lease.started))
    return HOLDER_GONE;
  return HOLDER_WINDOW;
}

/* The day and the minute of a time. */
static char *
dup_minute (const char *at)
{
  g_autofree char *text = g_strndup (at, strlen ("2026-11-20T16:42"));

  return g_strdelimit (g_steal_pointer (&text), "T", ' ');
}

static gboolean
fail_busy (sqlite3 *db, Holder holder, const Row *row, GError **error)
{
  g_autofree char *name = g_filename_display_name (sqlite3_db_filename (db, "main"));
  g_autofree char *at = dup_minute (row->refreshed_at);

  g_set_error (error, SGN_ERROR, SGN_ERROR_BUSY,
               holder == HOLDER_WINDOW
                 ? _ ("“%s” is open for writing in another window on this computer (last written "
                      "%s). Close it there and try again.")
                 : _ ("“%s” is open for writing on another computer (last written %s). Close it "
                      "there, or take it over if it is no longer in use there."),
               name, at);
  return FALSE;
}

gboolean
sgn_lease_is_elsewhere (sqlite3 *db)
{
  g_autofree char *host = make_own_host ();
  g_autoptr (Row) row = NULL;

  return read_row (db, &row, NULL) && row != NULL && !g_str_equal (row->lease.host, host);
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

static gboolean
is_same (const Row *a, const Row *b)
{
  return g_strcmp0 (a != NULL ? a->lease.holder : NULL, b != NULL ? b->lease.holder : NULL) == 0;
}

/* Inside a transaction: nobody must have taken the lease since @before was read. */
static gboolean
replace_row (SgnLease *self, sqlite3 *db, const Row *before, const char *now, GError **error)
{
  g_autoptr (Row) row = NULL;

  if (!read_row (db, &row, error))
    return FALSE;
  if (row != NULL && !is_same (row, before))
    return fail_busy (db, HOLDER_WINDOW, row, error);
  return write_row (self, db, now, error);
}

/* The log tells the next one that somebody is here, so that it comes before the lease: what follows
 * on the lease may take long. It only changes outside of transactions. */
gboolean
sgn_lease_take (SgnLease *self,
                sqlite3 *db,
                gboolean shared,
                gboolean take_over,
                const char *now,
                GError **error)
{
  g_autoptr (Row) row = NULL;
  Holder holder = HOLDER_NONE;

  if (!read_row (db, &row, error))
    return FALSE;
  holder = find_holder (self, db, row, shared);
  if (holder == HOLDER_WINDOW || (holder == HOLDER_ELSEWHERE && !take_over))
    return fail_busy (db, holder, row, error);

  if (!set_journal (db, shared, error))
    return FALSE;
  if (sgn_db_exec (db, "BEGIN IMMEDIATE", error) && replace_row (self, db, row, now, error) &&
      sgn_db_exec (db, "COMMIT", error))
    return TRUE;

  sgn_db_rollback (db);
  is_alone (db, shared); /* takes the log away again, unless it is somebody else's */
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
