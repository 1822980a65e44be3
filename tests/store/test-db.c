/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-db-private.h"

#include <string.h>

static sqlite3 *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = sgn_db_open ("", SGN_DB_MEMORY, &error);

  g_assert_no_error (error);
  return db;
}

static void
test_values_go_in_and_out (void)
{
  g_autoptr (sqlite3) db = open_memory ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *text = NULL;
  gint64 value = 7;

  g_assert_true (sgn_db_exec (db, "CREATE TABLE t (x TEXT) STRICT", NULL));
  stmt = sgn_db_prepare (db, "INSERT INTO t VALUES (?1)", NULL);
  sgn_db_bind_text (stmt, 1, "'; DROP TABLE t; --");
  g_assert_true (sgn_db_step_done (stmt, NULL));
  text = sgn_db_get_text (db, "SELECT x FROM t", NULL);
  g_assert_cmpstr (text, ==, "'; DROP TABLE t; --");

  g_assert_true (sgn_db_get_int (db, "SELECT x FROM t WHERE 0", &value, NULL));
  g_assert_cmpint (value, ==, 7); /* left alone */
  g_assert_true (sgn_db_get_int (db, "SELECT NULL", &value, NULL));
  g_assert_cmpint (value, ==, 7);
}

static void
test_errors_show_no_sql (void)
{
  static const struct {
    const char *sql;
    int code;
  } cases[] = {
    { "SELECT secret FROM nowhere", SGN_ERROR_FAILED },
    { "NONSENSE", SGN_ERROR_FAILED },
    { "INSERT INTO t VALUES (1)", SGN_ERROR_INVALID },
    { "INSERT INTO t VALUES ('x')", SGN_ERROR_INVALID },
    { "SELECT load_extension ('x')", SGN_ERROR_FAILED },
    { "SELECT \"text\"", SGN_ERROR_FAILED },
  };
  g_autoptr (sqlite3) db = open_memory ();

  g_assert_true (sgn_db_exec (db, "CREATE TABLE t (x INTEGER UNIQUE) STRICT", NULL));
  g_assert_true (sgn_db_exec (db, "INSERT INTO t VALUES (1)", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (sgn_db_exec (db, cases[i].sql, &error));
    assert_said (error, cases[i].code);
    g_assert_null (strstr (error->message, "secret"));
  }
}

/* Each failure SQLite reports, as SQLite itself would report it. */
static void
test_failures_say_what_to_do (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (sqlite3) other = NULL;

  make_full_file (place);
  db = sgn_db_open (place->path, SGN_DB_WRITE, NULL);
  other = sgn_db_open (place->path, SGN_DB_WRITE, NULL);

  sqlite3_busy_timeout (db, 0);
  g_assert_true (sgn_db_exec (other, "BEGIN IMMEDIATE", NULL));
  g_assert_false (sgn_db_exec (db, "BEGIN IMMEDIATE", &error));
  assert_said (error, SGN_ERROR_BUSY);
  g_clear_error (&error);
  sgn_db_rollback (other);

  g_assert_true (sgn_db_exec (db, "PRAGMA max_page_count = 1", NULL));
  g_assert_false (sgn_db_exec (db,
                               "INSERT INTO blob VALUES (hex (zeroblob (32)), 99999, "
                               "zeroblob (99999))",
                               &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  g_clear_error (&error);

  g_assert_true (sgn_db_exec (db, "PRAGMA query_only = ON", NULL));
  g_assert_false (sgn_db_exec (db, "DELETE FROM issue", &error));
  assert_said (error, SGN_ERROR_READ_ONLY);
}

static void
test_opening_never_creates (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_db_open (place->path, SGN_DB_WRITE, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

/* The name of a file is never taken for a URI with options. */
static void
test_odd_names_are_names (Place *place, gconstpointer data)
{
  static const char *const names[] = { "a?mode=memory.sengen", "a%41#b.sengen", "'; DROP.sengen" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = place_get (place, names[i]);
    g_autoptr (sqlite3) db = NULL;
    g_autoptr (GError) error = NULL;
    gint64 value = 0;

    close_file (sgn_company_file_create (path, place->clock, &error));
    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    db = sgn_db_open (path, SGN_DB_IMMUTABLE, &error);
    g_assert_no_error (error);
    g_assert_true (sgn_db_get_int (db, "PRAGMA user_version", &value, NULL));
    g_assert_cmpint (value, ==, 3);
  }
}

static void
test_rollback_is_harmless (void)
{
  g_autoptr (sqlite3) db = open_memory ();

  sgn_db_rollback (db);
  g_assert_true (sgn_db_exec (db, "BEGIN", NULL));
  sgn_db_rollback (db);
  sgn_db_rollback (db);
  g_assert_true (sqlite3_get_autocommit (db));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/db/values-go-in-and-out", test_values_go_in_and_out);
  g_test_add_func ("/db/errors-show-no-sql", test_errors_show_no_sql);
  ADD ("/db/failures-say-what-to-do", test_failures_say_what_to_do);
  ADD ("/db/opening-never-creates", test_opening_never_creates);
  ADD ("/db/odd-names-are-names", test_odd_names_are_names);
  g_test_add_func ("/db/rollback-is-harmless", test_rollback_is_harmless);

  return g_test_run ();
}
