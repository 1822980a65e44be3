/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-schema-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Made by the build from sgn-store.gresource.xml. */
GResource *sgn_store_get_resource (void);

#define PREFIX "/io/github/sengen_app/Sengen/migrations/"

GStrv
sgn_schema_load_steps (void)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  GResource *resource = sgn_store_get_resource ();

  for (guint number = 1;; number++) {
    g_autofree char *path = g_strdup_printf (PREFIX "%u", number);
    g_autoptr (GBytes) sql =
      g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_autofree char *text = NULL;

    if (sql == NULL)
      break;
    text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
    g_strv_builder_add (steps, text);
  }
  return g_strv_builder_end (steps);
}

gboolean
sgn_schema_get_version (sqlite3 *db, gint64 *version, GError **error)
{
  return sgn_db_get_int (db, "PRAGMA user_version", version, error);
}

static gboolean
check_foreign_keys (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, "PRAGMA foreign_key_check", error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  if (step == SGN_STEP_ROW)
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                         _ ("The company file holds entries that belong to nothing. Restore the "
                            "newest backup."));
  return step == SGN_STEP_DONE;
}

static gboolean
apply_step (sqlite3 *db, const char *sql, gint64 version, GError **error)
{
  g_autofree char *numbers =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GINT64_FORMAT,
                     SGN_APPLICATION_ID, version);

  if (sgn_db_exec (db, "BEGIN IMMEDIATE", error) && sgn_db_exec (db, sql, error) &&
      sgn_db_exec (db, numbers, error) && check_foreign_keys (db, error) &&
      sgn_db_exec (db, "COMMIT", error))
    return TRUE;

  sgn_db_rollback (db);
  return FALSE;
}

/* A step may rebuild a table that others refer to; SQLite asks for foreign keys to be off then, and
 * ignores the setting inside a transaction. They are checked before each COMMIT instead. */
gboolean
sgn_schema_migrate (sqlite3 *db, const char *const *steps, GError **error)
{
  gint64 version = 0;
  gboolean done = TRUE;

  if (!sgn_schema_get_version (db, &version, error) ||
      !sgn_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  while (done && steps[version] != NULL) {
    done = apply_step (db, steps[version], version + 1, error);
    version++;
  }
  return sgn_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

/* "TYPE NAME" → its SQL. */
static GHashTable *
read_schema (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return NULL;

  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    const char *type = sgn_db_column_text (stmt, 0);
    const char *name = sgn_db_column_text (stmt, 1);
    const char *table = sgn_db_column_text (stmt, 2);
    const char *sql = sgn_db_column_text (stmt, 3);

    g_hash_table_insert (schema, g_strdup_printf ("%s %s", type, name),
                         g_strdup_printf ("%s\n%s", table, sql != NULL ? sql : ""));
  }
  return step == SGN_STEP_DONE ? g_steal_pointer (&schema) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static GList *
list_names (GHashTable *schema)
{
  return g_list_sort (g_hash_table_get_keys (schema), compare_names);
}

static char *
make_digest (GHashTable *schema)
{
  g_autoptr (SgnDigest) digest = sgn_digest_new ();
  g_autoptr (GList) names = list_names (schema);

  for (GList *link = names; link != NULL; link = link->next) {
    const char *sql = g_hash_table_lookup (schema, link->data);

    sgn_digest_add (digest, link->data, strlen (link->data) + 1);
    sgn_digest_add (digest, sql, strlen (sql) + 1);
  }
  return sgn_digest_finish (digest);
}

/* What the released steps make, by version. */
static const char *const released[] = {
  "8f5299df332ab4c453e0e462ec6981eb54ddf5de4e9c4bbc450ac8b4afb61f65",
  "6c0be7ae26c3a442b140abeddb32a980a31ab22e0e173fbaf1b2245ef61c15a0",
  "39af18f413ada7e25e62b5c740bd3e37c638a39dec0720752470e72d57e7e568",
};

/* Making a schema to compare with takes longer than all else about opening a small file. */
static gboolean
is_released (GHashTable *schema, guint version)
{
  g_autofree char *digest = make_digest (schema);

  return version >= 1 && version <= G_N_ELEMENTS (released) &&
         g_str_equal (digest, released[version - 1]);
}

static GHashTable *
make_expected (const char *const *steps, guint version, GError **error)
{
  g_autoptr (sqlite3) db = sgn_db_open ("", SGN_DB_MEMORY, error);

  for (guint i = 0; db != NULL && i < version; i++) {
    if (!sgn_db_exec (db, steps[i], error))
      return NULL;
  }
  return db != NULL ? read_schema (db, error) : NULL;
}

/* (nullable): the first name, in the order of names, that @a has and @b has not or not like this */
static const char *
find_different (GHashTable *a, GHashTable *b)
{
  g_autoptr (GList) names = list_names (a);

  for (GList *link = names; link != NULL; link = link->next) {
    if (g_strcmp0 (g_hash_table_lookup (a, link->data), g_hash_table_lookup (b, link->data)) != 0)
      return link->data;
  }
  return NULL;
}

static char *
describe_difference (GHashTable *found, GHashTable *expected)
{
  const char *name = find_different (found, expected);

  if (name != NULL && g_hash_table_contains (expected, name))
    return g_strdup_printf (_ ("its “%s” is not as this program made it"), name);
  if (name != NULL)
    return g_strdup_printf (_ ("it contains “%s”, which does not belong there"), name);

  name = find_different (expected, found);
  if (name != NULL)
    return g_strdup_printf (_ ("its “%s” is missing"), name);
  return NULL;
}

gboolean
sgn_schema_compare (sqlite3 *db,
                    const char *const *steps,
                    guint version,
                    char **difference,
                    GError **error)
{
  g_autoptr (GHashTable) found = read_schema (db, error);
  g_autoptr (GHashTable) expected = NULL;

  if (found == NULL)
    return FALSE;
  if (is_released (found, version)) {
    *difference = NULL;
    return TRUE;
  }

  expected = make_expected (steps, version, error);
  if (expected == NULL)
    return FALSE;
  *difference = describe_difference (found, expected);
  return TRUE;
}
