/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-opening-private.h"
#include "sgn-schema-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW "2026-11-20T16:42:00+09:00"

/* Opening must fail with @code, in every mode, and leave every byte as it was. */
static void
assert_refused (Place *place, int code)
{
  static const SgnOpenMode modes[] = { SGN_OPEN_READ, SGN_OPEN_WRITE, SGN_OPEN_WRITE_OR_READ };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *before = digest_file (place->path);
    g_autofree char *after = NULL;

    g_assert_null (sgn_company_file_open (place->path, modes[i], place->clock, &error));
    assert_said (error, code);
    g_assert_nonnull (strstr (error->message, "ひなた.sengen"));
    after = digest_file (place->path);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_what_is_not_there (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (sgn_company_file_open (place->folder, SGN_OPEN_READ, place->clock, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
}

static void
test_what_is_not_a_company_file (Place *place, gconstpointer data)
{
  static const char *const contents[] = { "%PDF-1.7", "SQLite format 3" };
  g_autofree char *long_text = g_strnfill (10000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_assert_true (g_file_set_contents (place->path, contents[i], -1, NULL));
    assert_refused (place, SGN_ERROR_UNREADABLE);
  }
  g_assert_true (g_file_set_contents (place->path, long_text, -1, NULL));
  assert_refused (place, SGN_ERROR_UNREADABLE);
}

static void
test_a_database_of_another_program (Place *place, gconstpointer data)
{
  make_full_file (place);
  run_sql (place->path, "PRAGMA application_id = 1");
  assert_refused (place, SGN_ERROR_UNREADABLE);
}

/* What does not belong into the file, or is missing, is named. */
static const struct {
  const char *sql;
  const char *named;
} schemas[] = {
  { "CREATE TRIGGER evil AFTER UPDATE ON answer BEGIN DELETE FROM issue; END", "trigger evil" },
  { "CREATE VIEW evil AS SELECT * FROM answer", "view evil" },
  { "CREATE TABLE evil (x)", "table evil" },
  { "CREATE INDEX evil ON answer (note)", "index evil" },
  { "CREATE VIRTUAL TABLE evil USING fts5 (x)", "table evil" },
  { "DROP TRIGGER event_stays", "trigger event_stays" },
  { "DROP TRIGGER event_is_fixed; CREATE TRIGGER event_is_fixed BEFORE UPDATE OF seq ON event "
    "BEGIN SELECT 1; END",
    "trigger event_is_fixed" },
  { "DROP TABLE lease", "table lease" },
  { "ALTER TABLE person ADD COLUMN evil TEXT", "table person" },
  { "ALTER TABLE person DROP COLUMN role_en", "table person" },
  { "ALTER TABLE person RENAME COLUMN role_en TO evil", "table person" },
  { "ANALYZE", "table sqlite_stat1" },
};

static void
test_another_schema_is_refused_by_name (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (schemas); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (place->path, original, (gssize) size, NULL));
    run_sql (place->path, schemas[i].sql);
    assert_refused (place, SGN_ERROR_DAMAGED);
    sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);
    if (strstr (error->message, schemas[i].named) == NULL)
      g_error ("“%s” does not name %s", error->message, schemas[i].named);
  }
}

/* Who only looks may look at what is left; verify says what is wrong with it. */
static void
test_a_forbidden_value_is_damage_to_a_writer (Place *place, gconstpointer data)
{
  static const SgnOpenMode modes[] = { SGN_OPEN_WRITE, SGN_OPEN_WRITE_OR_READ };
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  run_sql (place->path, "PRAGMA ignore_check_constraints = ON; UPDATE assessment SET state = 'x'");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_company_file_open (place->path, modes[i], place->clock, &error));
    assert_said (error, SGN_ERROR_DAMAGED);
  }
  file = open_file (place, SGN_OPEN_READ);
  verification = sgn_company_file_verify (file, NULL);
  g_assert_true (has_finding (verification, "state", "assessment.1.state"));
  close_file (file);
}

static void
test_no_version_is_damage (Place *place, gconstpointer data)
{
  make_full_file (place);
  run_sql (place->path, "PRAGMA user_version = 0");
  assert_refused (place, SGN_ERROR_DAMAGED);
}

static void
test_a_newer_file_is_read_only (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) record = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  run_sql (place->path, "PRAGMA user_version = 4; ALTER TABLE person ADD COLUMN x TEXT;"
                        "CREATE TABLE more (x TEXT) STRICT");
  before = digest_file (place->path);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_TOO_NEW);

  file = open_file (place, SGN_OPEN_WRITE_OR_READ);
  g_assert_true (sgn_company_file_is_read_only (file));
  g_assert_cmpstr (sgn_company_file_get_notice (file), ==, error->message);
  record = sgn_company_file_load (file, NULL);
  g_assert_cmpstr (record->profile->name, ==, "株式会社ひなた精工（見本）");
  assert_verifies (file);
  close_file (file);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_file_nobody_may_write (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);
  become_ordinary (place);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);

  file = open_file (place, SGN_OPEN_WRITE_OR_READ);
  g_assert_true (sgn_company_file_is_read_only (file));
  g_assert_nonnull (sgn_company_file_get_notice (file));
  assert_verifies (file);
  close_file (file);
}

static void
test_a_folder_nobody_may_write (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  become_ordinary (place);
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);

  file = open_file (place, SGN_OPEN_WRITE_OR_READ);
  g_assert_true (sgn_company_file_is_read_only (file));
  assert_verifies (file);
  close_file (file);
}

static void
test_a_file_nobody_may_read (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  g_assert_cmpint (g_chmod (place->path, 0), ==, 0);
  become_ordinary (place);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE_OR_READ, place->clock, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  become_root_again ();
  g_assert_cmpint (g_chmod (place->path, 0600), ==, 0);
}

/* A process that ends in the middle leaves its log of last acts behind. */
static void
leave_log_behind (Place *place, gboolean in_act)
{
  int status = 0;
  pid_t child = 0;

  make_full_file (place);
  child = fork ();
  if (child == 0) {
    SgnCompanyFile *file = open_file (place, SGN_OPEN_WRITE);
    g_autoptr (json_t) row = row_new ("{'name':'未確定'}");

    set_note (file, "SD-01", "最後の回答");
    if (in_act && sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL))
      sgn_company_file_put (file, SGN_KIND_PERSON, "2", row, NULL);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_what_was_left_behind_is_there (Place *place, gconstpointer data)
{
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *read_note = NULL;
  g_autofree char *note = NULL;
  g_autoptr (json_t) row = NULL;
  SgnCompanyFile *file = NULL;

  leave_log_behind (place, TRUE);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));

  file = open_file (place, SGN_OPEN_READ);
  read_note = get_note (file, "SD-01");
  g_assert_cmpstr (read_note, ==, "最後の回答");
  close_file (file);

  file = open_file (place, SGN_OPEN_WRITE);
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "最後の回答");
  row = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
  g_assert_null (row);
  assert_verifies (file);
  close_file (file);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_a_damaged_file_keeps_its_log (Place *place, gconstpointer data)
{
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size = 0;

  leave_log_behind (place, FALSE);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memset (bytes + 8 * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
  before = digest_file (log);

  assert_refused (place, SGN_ERROR_DAMAGED);
  after = digest_file (log);
  g_assert_cmpstr (before, ==, after);
}

/* A process that ends in the middle of an act on a file without a log leaves a journal behind, and
 * half of the act in the file. */
static void
leave_journal_behind (Place *place)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0) {
    sqlite3 *db = NULL;

    g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
    g_assert_cmpint (
      sqlite3_exec (db,
                    "PRAGMA cache_size = 2; BEGIN;"
                    "UPDATE answer SET note = 'half done';"
                    "CREATE TABLE half (x); INSERT INTO half VALUES (zeroblob (99999))",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_half_an_act_is_taken_back (Place *place, gconstpointer data)
{
  static const SgnOpenMode modes[] = { SGN_OPEN_READ, SGN_OPEN_WRITE };

  make_full_file (place);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *before = digest_file (place->path);
    g_autofree char *half = NULL;
    g_autofree char *note = NULL;
    SgnCompanyFile *file = NULL;

    leave_journal_behind (place);
    half = digest_file (place->path);
    g_assert_cmpstr (before, !=, half);
    file = open_file (place, modes[i]);
    note = get_note (file, "SD-01");
    g_assert_cmpstr (note, ==, "自動更新にした");
    assert_verifies (file);
    close_file (file);
  }
}

static void
test_other_programs_files_are_left_alone (Place *place, gconstpointer data)
{
  make_full_file (place);
  run_sql (place->path, "PRAGMA application_id = 7");
  leave_journal_behind (place);
  assert_refused (place, SGN_ERROR_UNREADABLE);
}

/* A remote file: the journal is deleted after each act, so that nothing is shared in memory. */
static void
test_a_remote_file_has_no_log (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *mode = NULL;
  g_autoptr (GError) error = NULL;
  SgnOpening *opening = NULL;
  gint64 synchronous = 0;

  make_full_file (place);
  opening =
    sgn_opening_new (place->path, SGN_OPEN_WRITE, TRUE, (const char *const *) steps, NOW, &error);
  g_assert_no_error (error);
  mode = sgn_db_get_text (opening->db, "PRAGMA journal_mode", NULL);
  sgn_db_get_int (opening->db, "PRAGMA synchronous", &synchronous, NULL);

  g_assert_cmpstr (mode, ==, "delete");
  g_assert_cmpint (synchronous, ==, 3); /* EXTRA: the folder too */
  g_assert_nonnull (opening->notice);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (sgn_opening_close (opening, NULL));
  assert_sound (place);
}

static void
test_the_settings_are_on (Place *place, gconstpointer data)
{
  static const struct {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA foreign_keys", 1 },    { "PRAGMA synchronous", 2 }, { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 }, { "PRAGMA mmap_size", 0 },   { "PRAGMA secure_delete", 1 },
  };
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autofree char *mode = NULL;
  SgnOpening *opening = NULL;
  int defensive = 0;

  make_full_file (place);
  opening =
    sgn_opening_new (place->path, SGN_OPEN_WRITE, FALSE, (const char *const *) steps, NOW, NULL);
  mode = sgn_db_get_text (opening->db, "PRAGMA journal_mode", NULL);
  g_assert_cmpstr (mode, ==, "wal");
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++) {
    gint64 value = -1;

    g_assert_true (sgn_db_get_int (opening->db, settings[i].sql, &value, NULL));
    g_assert_cmpint (value, ==, settings[i].value);
  }
  sqlite3_db_config (opening->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
  sgn_opening_close (opening, NULL);
}

/* A later version of this program, which knows one step more. */
static GStrv
make_later_steps (const char *step)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) steps);
  g_strv_builder_add (builder, step);
  return g_strv_builder_end (builder);
}

/* Whoever only reads sees an older file as a file of today, in memory alone. */
static void
test_an_older_file_is_read_as_it_is (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = make_later_steps ("ALTER TABLE person ADD COLUMN later TEXT;");
  guint newest = g_strv_length (steps);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SgnOpening *opening = NULL;
  gint64 version = 0;
  gint64 people = 0;

  make_full_file (place);
  g_assert_cmpint (g_chmod (place->path, 0400), ==, 0);
  become_ordinary (place);
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);
  before = digest_file (place->path);

  opening = sgn_opening_new (place->path, SGN_OPEN_WRITE_OR_READ, FALSE,
                             (const char *const *) steps, NOW, &error);
  g_assert_no_error (error);
  g_assert_null (opening->lease);
  g_assert_true (sgn_db_get_int (opening->db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, newest);
  g_assert_true (
    sgn_db_get_int (opening->db, "SELECT count(*) FROM person WHERE later IS NULL", &people, NULL));
  g_assert_cmpint (people, ==, 1);
  g_assert_false (sgn_db_exec (opening->db, "DELETE FROM lease", NULL));
  g_assert_true (sgn_opening_close (opening, NULL));
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_an_older_file_is_copied_then_migrated (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = make_later_steps ("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;");
  guint newest = g_strv_length (steps);
  g_autofree char *name = g_strdup_printf ("ひなた.schema-%u-1.sengen", newest - 1);
  g_autofree char *copy = place_get (place, name);
  g_autoptr (GError) error = NULL;
  SgnOpening *opening = NULL;
  gint64 events = 0;

  make_full_file (place);
  events = ask_int (place->path, "SELECT count(*) FROM event");
  opening =
    sgn_opening_new (place->path, SGN_OPEN_WRITE, FALSE, (const char *const *) steps, NOW, &error);
  g_assert_no_error (error);
  g_assert_true (sgn_opening_close (opening, NULL));

  g_assert_cmpint (ask_int (place->path, "PRAGMA user_version"), ==, newest);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM later"), ==, 0);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM event"), ==, events);
  g_assert_cmpint (ask_int (copy, "PRAGMA user_version"), ==, newest - 1);
  g_assert_cmpint (ask_int (copy, "SELECT count(*) FROM event"), ==, events);
}

static void
test_a_failed_migration_changes_nothing (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = make_later_steps ("CREATE TABLE later (x TEXT) STRICT;"
                                           "ALTER TABLE person ADD COLUMN name TEXT;");
  g_autofree char *copy = place_get (place, "ひなた.schema-3-1.sengen");
  g_autofree char *second = place_get (place, "ひなた.schema-3-2.sengen");
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  for (guint i = 0; i < 2; i++) {
    g_assert_null (sgn_opening_new (place->path, SGN_OPEN_WRITE, FALSE, (const char *const *) steps,
                                    NOW, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
  }
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/opening/what-is-not-there", test_what_is_not_there);
  ADD ("/opening/what-is-not-a-company-file", test_what_is_not_a_company_file);
  ADD ("/opening/a-database-of-another-program", test_a_database_of_another_program);
  ADD ("/opening/another-schema-is-refused-by-name", test_another_schema_is_refused_by_name);
  ADD ("/opening/a-forbidden-value-is-damage-to-a-writer",
       test_a_forbidden_value_is_damage_to_a_writer);
  ADD ("/opening/no-version-is-damage", test_no_version_is_damage);
  ADD ("/opening/a-newer-file-is-read-only", test_a_newer_file_is_read_only);
  ADD ("/opening/a-file-nobody-may-write", test_a_file_nobody_may_write);
  ADD ("/opening/a-folder-nobody-may-write", test_a_folder_nobody_may_write);
  ADD ("/opening/a-file-nobody-may-read", test_a_file_nobody_may_read);
  ADD ("/opening/what-was-left-behind-is-there", test_what_was_left_behind_is_there);
  ADD ("/opening/a-damaged-file-keeps-its-log", test_a_damaged_file_keeps_its_log);
  ADD ("/opening/half-an-act-is-taken-back", test_half_an_act_is_taken_back);
  ADD ("/opening/other-programs-files-are-left-alone", test_other_programs_files_are_left_alone);
  ADD ("/opening/a-remote-file-has-no-log", test_a_remote_file_has_no_log);
  ADD ("/opening/the-settings-are-on", test_the_settings_are_on);
  ADD ("/opening/an-older-file-is-read-as-it-is", test_an_older_file_is_read_as_it_is);
  ADD ("/opening/an-older-file-is-copied-then-migrated",
       test_an_older_file_is_copied_then_migrated);
  ADD ("/opening/a-failed-migration-changes-nothing", test_a_failed_migration_changes_nothing);

  return g_test_run ();
}
