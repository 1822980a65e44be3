/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-reference-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

/* One foreign key: @from of the table it was asked of holds what @to of @table has. */
typedef struct {
  char *table;
  char *from;
  char *to;
} Key;

static void
key_free (gpointer data)
{
  Key *self = data;

  g_free (self->table);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static GPtrArray *
list_keys (sqlite3 *db, const SgnKind *kind, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (key_free);
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list (?1)",
                    error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return NULL;

  sgn_db_bind_text (stmt, 1, kind->table);
  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    Key *key = g_new0 (Key, 1);

    key->table = g_strdup (sgn_db_column_text (stmt, 0));
    key->from = g_strdup (sgn_db_column_text (stmt, 1));
    key->to = g_strdup (sgn_db_column_text (stmt, 2));
    g_ptr_array_add (keys, key);
  }
  return step == SGN_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

/* The id of a row as one SQL expression; names come from the descriptors. */
static char *
join_keys (const SgnKind *kind)
{
  g_autoptr (GString) sql = g_string_new (kind->columns[0].name);

  for (guint i = 1; i < kind->n_keys; i++)
    g_string_append_printf (sql, " || '/' || %s", kind->columns[i].name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* A row of @kind other than the owner itself that holds @id in the column of @key. */
static gboolean
find_holder (sqlite3 *db,
             const SgnKind *kind,
             const Key *key,
             const char *id,
             char **by,
             GError **error)
{
  g_autofree char *keys = join_keys (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = CAST (?1 AS INTEGER) LIMIT "
                                          "1",
                                          keys, kind->table, key->from);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, id);
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_ROW)
    *by = sgn_entry_to_words (kind->kind, sgn_db_column_text (stmt, 0));
  return step != SGN_STEP_FAILED;
}

gboolean
sgn_reference_find (sqlite3 *db, const SgnKind *kind, const char *id, char **by, GError **error)
{
  g_autofree char *found = NULL;

  for (guint i = 0; found == NULL && sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *other = sgn_kinds ()[i];
    g_autoptr (GPtrArray) keys = list_keys (db, other, error);

    if (keys == NULL)
      return FALSE;
    for (guint k = 0; found == NULL && k < keys->len; k++) {
      const Key *key = keys->pdata[k];

      if (g_str_equal (key->table, kind->table) && !find_holder (db, other, key, id, &found, error))
        return FALSE;
    }
  }
  *by = g_steal_pointer (&found);
  return TRUE;
}

static char *
owner_to_words (const Key *key, const json_t *value)
{
  g_autofree char *id = json_is_string (value)
                          ? g_strdup (json_string_value (value))
                          : g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  const SgnKind *kind = sgn_kind_find_by_table (key->table);

  return kind != NULL ? sgn_entry_to_words (kind->kind, id)
                      : g_strdup_printf (_ ("the attached file %.12s…"), id);
}

/* @words: (out) (nullable): what the column of @key holds, when nothing of that name is there */
static gboolean
find_missing (sqlite3 *db, const Key *key, const json_t *value, char **words, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE %s = ?1", key->table, key->to);
  g_autoptr (sqlite3_stmt) stmt = sgn_db_prepare (db, sql, error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  if (json_is_string (value))
    sgn_db_bind_text (stmt, 1, json_string_value (value));
  else
    sqlite3_bind_int64 (stmt, 1, json_integer_value (value));
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_DONE)
    *words = owner_to_words (key, value);
  return step != SGN_STEP_FAILED;
}

static gboolean
find_owner (sqlite3 *db, const SgnKind *kind, const json_t *row, char **missing, GError **error)
{
  g_autoptr (GPtrArray) keys = list_keys (db, kind, error);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; *missing == NULL && i < keys->len; i++) {
    const Key *key = keys->pdata[i];
    const json_t *value = json_object_get (row, key->from);

    if (value != NULL && !json_is_null (value) && !find_missing (db, key, value, missing, error))
      return FALSE;
  }
  return TRUE;
}

/* A row without its keys holds none of the columns that make its id. */
static json_t *
complete_row (const SgnKind *kind, const char *id, const json_t *row)
{
  g_autoptr (json_t) whole = json_copy ((json_t *) row);

  if (kind->first_in_row > 0 && kind->columns[0].type == SGN_COLUMN_INTEGER)
    sgn_json_set_integer (whole, kind->columns[0].name, g_ascii_strtoll (id, NULL, 10));
  return g_steal_pointer (&whole);
}

gboolean
sgn_reference_fail (sqlite3 *db,
                    const SgnKind *kind,
                    const char *id,
                    const json_t *row,
                    GError **error)
{
  g_autoptr (json_t) whole = row != NULL ? complete_row (kind, id, row) : NULL;
  g_autofree char *entry = sgn_entry_to_words (kind->kind, id);
  g_autofree char *other = NULL;

  if (whole == NULL ? !sgn_reference_find (db, kind, id, &other, error)
                    : !find_owner (db, kind, whole, &other, error))
    return FALSE;

  if (other == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” does not match the rest of the company file. Nothing was written. Close "
                    "the file and open it again."),
                 entry);
  else if (whole == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” cannot be taken away, because “%s” refers to it. Change that first."),
                 entry, other);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
                 _ ("“%s” cannot be like that, because “%s” is not there. Bring that back first."),
                 entry, other);
  return FALSE;
}
