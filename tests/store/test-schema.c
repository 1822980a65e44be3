/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-schema-private.h"

#include <string.h>

/* A ladder of our own, so that steps can fail. */
static const char *const good[] = {
  "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT) STRICT; INSERT INTO a VALUES (1, 'one');",
  "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a (id) ON UPDATE RESTRICT ON DELETE RESTRICT) "
  "STRICT; INSERT INTO b VALUES (1);",
  /* What people may do one day: build a table anew that others refer to. */
  "CREATE TABLE c (id INTEGER PRIMARY KEY, x TEXT, y TEXT) STRICT;"
  "INSERT INTO c SELECT id, x, 'new' FROM a; DROP TABLE a; ALTER TABLE c RENAME TO a;",
  NULL,
};

static const char *const fails_in_the_middle[] = {
  "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT) STRICT; INSERT INTO a VALUES (1, 'one');",
  "UPDATE a SET x = 'lost'; CREATE TABLE d (x TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT;",
  NULL,
};

static const char *const orphans[] = {
  "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1);",
  "CREATE TABLE b (a INTEGER REFERENCES a (id)) STRICT; INSERT INTO b VALUES (1); DELETE FROM a;",
  NULL,
};

static gint64
ask (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  sgn_db_get_int (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_steps_are_climbed_one_by_one (void)
{
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  g_autoptr (GError) error = NULL;

  sgn_schema_migrate (db, good, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (ask (db, "PRAGMA application_id"), ==, SGN_APPLICATION_ID);
  g_assert_cmpint (ask (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM a JOIN b ON b.a = a.id WHERE y = 'new'"), ==, 1);

  g_assert_true (sgn_schema_migrate (db, good, NULL)); /* nothing to do */
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 3);
}

static void
test_a_failed_step_changes_nothing (void)
{
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_schema_migrate (db, fails_in_the_middle, &error));
  assert_said (error, SGN_ERROR_FAILED);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM a WHERE x = 'one'"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'd'"), ==, 0);
  g_assert_cmpint (ask (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_true (sqlite3_get_autocommit (db));
}

static void
test_a_step_that_leaves_orphans_is_refused (void)
{
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_schema_migrate (db, orphans, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM a"), ==, 1);
}

static void
test_the_shipped_ladder_makes_the_schema (void)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  g_autofree char *difference = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (steps), ==, 3);
  sgn_schema_migrate (db, (const char *const *) steps, &error);
  g_assert_no_error (error);
  g_assert_true (sgn_schema_compare (db, (const char *const *) steps, 3, &difference, NULL));
  g_assert_null (difference);
}

/* Every opening compares, and making a schema first takes long: with steps that make nothing, what
 * the program itself knows is all there is to compare with. */
static void
test_what_the_shipped_ladder_makes_is_known (void)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);
  guint count = g_strv_length (steps);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (nothing, (gpointer) "");
  for (guint i = 0; i < count; i++) {
    g_autofree char *known = NULL;
    g_autofree char *changed = NULL;

    g_assert_true (sgn_db_exec (db, steps[i], NULL));
    g_assert_true (
      sgn_schema_compare (db, (const char *const *) nothing->pdata, i + 1, &known, NULL));
    g_assert_null (known);
    g_assert_true (sgn_db_exec (db, "CREATE TABLE more (x TEXT) STRICT", NULL));
    g_assert_true (
      sgn_schema_compare (db, (const char *const *) nothing->pdata, i + 1, &changed, NULL));
    g_assert_nonnull (changed);
    g_assert_true (sgn_db_exec (db, "DROP TABLE more", NULL));
  }
}

static void
test_every_table_is_strict_and_every_key_has_actions (void)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, NULL);

  sgn_schema_migrate (db, (const char *const *) steps, NULL);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
                            "name NOT LIKE 'sqlite%' AND strict = 0"),
                   ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema AS s, pragma_foreign_key_list "
                            "(s.name) AS k WHERE k.on_update <> 'RESTRICT' OR "
                            "k.on_delete <> 'RESTRICT'"),
                   ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema AS s, pragma_foreign_key_list "
                            "(s.name) AS k"),
                   ==, 17);
}

/* What each version wrote, as text: it must open, verify and read for ever. */
static const struct {
  const char *name;
  gint64 version;
  gint64 events;
  const char *head;
} fixtures[] = {
  { "v1-hinata.sql", 1, 14, "612c62b6083f088f7c08f5b9e7b162a7739cd87b63ac5b2f1b7fb900ebe4a79a" },
  { "v2-hinata.sql", 2, 25, "9cb66494208f5cc93fbdf58796a00908389b36891be010e3d1dec9af031c22a1" },
  { "v3-hinata.sql", 3, 34, "f8aaafe140785053b0408c4128ea2e78d77dccd88edd037b1d14602885e1f45b" },
};

static void
make_fixture (Place *place, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  run_sql (place->path, sql);
}

static void
assert_reads (SgnCompanyFile *file, gsize fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, &error);

  g_assert_no_error (error);
  g_assert_cmpint (record->seq, ==, fixtures[fixture].events);
  g_assert_cmpstr (record->profile->name, ==, "株式会社ひなた精工（見本）");
  g_assert_cmpstr (record->head, ==, fixtures[fixture].head);
  assert_verifies (file);
}

static void
test_a_file_of_every_version_still_opens (Place *place, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++) {
    SgnCompanyFile *file = NULL;

    make_fixture (place, fixtures[i].name);
    g_assert_cmpint (ask_int (place->path, "PRAGMA user_version"), ==, fixtures[i].version);
    file = open_file (place, SGN_OPEN_WRITE);
    assert_reads (file, i);
    set_note (file, "SD-01", "続きを書く");
    assert_verifies (file);
    close_file (file);
  }
}

/* What the states of an answer, a level and a guideline of the company's own were written as. */
static void
test_what_schema_3_wrote_is_read (Place *place, gconstpointer data)
{
  g_autoptr (SgnRecord) record = NULL;
  const SgnAssessment *assessment = NULL;
  const SgnAnswer *answer = NULL;
  SgnCompanyFile *file = NULL;

  make_fixture (place, "v3-hinata.sql");
  file = open_file (place, SGN_OPEN_READ);
  record = sgn_company_file_load (file, NULL);
  assessment = sgn_record_find_assessment (record, 4);
  answer = sgn_assessment_find_answer (assessment, "4-1-1-1");
  close_file (file);

  g_assert_cmpstr (assessment->level, ==, "★3");
  g_assert_cmpint (answer->reviewed_by, ==, 2);
  g_assert_cmpstr (answer->reviewed_on, ==, "2026-11-23");
  g_assert_cmpstr (answer->expert, ==, SGN_EXPERT_SEEN);
  g_assert_cmpstr (answer->expert_name, ==, "林 次郎（情報処理安全確保支援士）");
  g_assert_cmpstr (answer->expert_on, ==, "2026-11-23");
  g_assert_null (answer->carried_from);
  answer = sgn_assessment_find_answer (assessment, "4-1-1-2");
  g_assert_cmpstr (answer->carried_from, ==, "answer/3/SD-02");
  g_assert_true (g_hash_table_contains (record->catalogues, "customer@2026"));
}

static void
test_there_is_a_fixture_of_every_version (void)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();

  g_assert_cmpuint (G_N_ELEMENTS (fixtures), ==, g_strv_length (steps));
}

#define SCHEMA \
  "SELECT group_concat (sql, char (10)) FROM (SELECT sql FROM sqlite_schema ORDER BY name)"

static void
test_migrated_equals_new (Place *place, gconstpointer data)
{
  g_autofree char *new = NULL;

  close_file (create_file (place));
  new = ask_text (place->path, SCHEMA);
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++) {
    g_autofree char *migrated = NULL;

    make_fixture (place, fixtures[i].name);
    close_file (open_file (place, SGN_OPEN_WRITE));
    migrated = ask_text (place->path, SCHEMA);
    g_assert_cmpstr (migrated, ==, new);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/steps-are-climbed-one-by-one", test_steps_are_climbed_one_by_one);
  g_test_add_func ("/schema/a-failed-step-changes-nothing", test_a_failed_step_changes_nothing);
  g_test_add_func ("/schema/a-step-that-leaves-orphans-is-refused",
                   test_a_step_that_leaves_orphans_is_refused);
  g_test_add_func ("/schema/the-shipped-ladder-makes-the-schema",
                   test_the_shipped_ladder_makes_the_schema);
  g_test_add_func ("/schema/what-the-shipped-ladder-makes-is-known",
                   test_what_the_shipped_ladder_makes_is_known);
  g_test_add_func ("/schema/every-table-is-strict-and-every-key-has-actions",
                   test_every_table_is_strict_and_every_key_has_actions);
  ADD ("/schema/a-file-of-every-version-still-opens", test_a_file_of_every_version_still_opens);
  ADD ("/schema/what-schema-3-wrote-is-read", test_what_schema_3_wrote_is_read);
  g_test_add_func ("/schema/there-is-a-fixture-of-every-version",
                   test_there_is_a_fixture_of_every_version);
  ADD ("/schema/migrated-equals-new", test_migrated_equals_new);

  return g_test_run ();
}
