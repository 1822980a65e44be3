/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-inspect-private.h"
#include "sgn-schema-private.h"

/* What opening asks of a file, one reason each. */
static const struct {
  const char *name;
  const char *sql;
  int code; /* -1: sound */
} cases[] = {
  { "as it was made", "SELECT 1", -1 },
  { "of another program", "PRAGMA application_id = 7", SGN_ERROR_UNREADABLE },
  { "without a version", "PRAGMA user_version = 0", SGN_ERROR_DAMAGED },
  { "with a negative version", "PRAGMA user_version = -1", SGN_ERROR_DAMAGED },
  { "of a later version", "PRAGMA user_version = 9; CREATE TABLE later (x)", -1 },
  { "with a table more", "CREATE TABLE more (x)", SGN_ERROR_DAMAGED },
  { "with a value its rules forbid",
    "PRAGMA ignore_check_constraints = ON; UPDATE assessment SET state = 'ajar'",
    SGN_ERROR_DAMAGED },
  { "with an entry that belongs to nothing", "PRAGMA foreign_keys = OFF; UPDATE person SET id = 5",
    SGN_ERROR_DAMAGED },
};

static void
test_a_file_is_judged_before_use (Place *place, gconstpointer data)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (sqlite3) db = NULL;
    g_autoptr (GError) error = NULL;
    gint64 version = 77;
    gboolean sound = FALSE;

    g_assert_true (g_file_set_contents (place->path, original, (gssize) size, NULL));
    run_sql (place->path, cases[i].sql);
    /* SQLite leaves check constraints out on connections that only read; verify finds those. */
    db = sgn_db_open (place->path, SGN_DB_WRITE, NULL);
    sound = sgn_inspect (db, (const char *const *) steps, &version, &error);
    if (sound != (cases[i].code == -1))
      g_error ("%s: %s", cases[i].name, sound ? "sound" : error->message);
    if (!sound) {
      assert_said (error, cases[i].code);
      g_assert_cmpint (version, ==, 77); /* left alone */
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/inspect/a-file-is-judged-before-use", test_a_file_is_judged_before_use);

  return g_test_run ();
}
