/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-kind-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail_row (const SgnKind *self, const char *id, const char *column, GError **error)
{
  g_autofree char *value = sgn_entry_value_to_words (self->kind, id, column);

  g_set_error (error, SGN_ERROR, SGN_ERROR_INVALID,
               _ ("“%s” cannot be stored as it is. Correct it and try again."), value);
  return FALSE;
}

/* A number of an id is written in one way only: no sign, no leading zero. */
static gboolean
parse_number (const char *text, gint64 *number)
{
  gint64 value = 0;

  if (*text == '0' || !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &value, NULL))
    return FALSE;
  if (!g_ascii_isdigit (*text))
    return FALSE;

  *number = value;
  return TRUE;
}

/* The keys in @id as JSON values, one a column; the last one may contain "/". */
static json_t *
split_id (const SgnKind *self, const char *id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", (int) self->n_keys);
  g_autoptr (json_t) keys = json_array ();

  for (guint i = 0; i < self->n_keys; i++) {
    gint64 number = 0;

    if (i >= g_strv_length (parts) || *parts[i] == '\0') {
      fail_row (self, id, self->columns[i].name, error);
      return NULL;
    }
    if (self->columns[i].type == SGN_COLUMN_TEXT) {
      json_array_append_new (keys, json_string (parts[i]));
    } else if (parse_number (parts[i], &number)) {
      json_array_append_new (keys, json_integer (number));
    } else {
      fail_row (self, id, self->columns[i].name, error);
      return NULL;
    }
  }
  if (json_array_size (keys) != self->n_keys) { /* not UTF-8 */
    fail_row (self, id, self->columns[0].name, error);
    return NULL;
  }
  return g_steal_pointer (&keys);
}

static gboolean
is_storable (const SgnColumn *column, const json_t *value)
{
  if (json_is_null (value))
    return TRUE;
  if (column->type == SGN_COLUMN_INTEGER)
    return json_is_integer (value);
  return json_is_string (value) &&
         json_string_length (value) == strlen (json_string_value (value)) &&
         g_utf8_validate (json_string_value (value), -1, NULL);
}

/* Every key of @row must have found its column. */
static gboolean
check_unknown (const SgnKind *self,
               const char *id,
               const json_t *row,
               const json_t *known,
               GError **error)
{
  const char *name = NULL;
  json_t *value = NULL;

  json_object_foreach ((json_t *) row, name, value)
  {
    if (json_object_get (known, name) == NULL)
      return fail_row (self, id, name, error);
  }
  return TRUE;
}

json_t *
sgn_kind_normalise (const SgnKind *self, const char *id, const json_t *row, GError **error)
{
  g_autoptr (json_t) keys = split_id (self, id, error);
  g_autoptr (json_t) normal = json_object ();

  if (keys == NULL)
    return NULL;

  for (guint i = self->first_in_row; self->columns[i].name != NULL; i++) {
    const SgnColumn *column = &self->columns[i];
    json_t *value = json_object_get (row, column->name);
    json_t *key = i < self->n_keys ? json_array_get (keys, i) : NULL;

    if (value == NULL)
      value = key;
    if (value != NULL && (!is_storable (column, value) || (key && !json_equal (key, value)))) {
      fail_row (self, id, column->name, error);
      return NULL;
    }
    json_object_set_new (normal, column->name, value != NULL ? json_incref (value) : json_null ());
  }
  if (!check_unknown (self, id, row, normal, error))
    return NULL;
  return g_steal_pointer (&normal);
}

gboolean
sgn_kind_is_same_value (const json_t *a, const json_t *b)
{
  if (a == NULL || json_is_null (a))
    return b == NULL || json_is_null (b);
  return b != NULL && json_equal (a, b);
}

/* Whether @b says all that @a says. */
static gboolean
repeats (const json_t *a, const json_t *b)
{
  const char *column = NULL;
  json_t *value = NULL;

  json_object_foreach ((json_t *) a, column, value)
  {
    if (!sgn_kind_is_same_value (value, json_object_get (b, column)))
      return FALSE;
  }
  return TRUE;
}

gboolean
sgn_kind_is_same_row (const json_t *a, const json_t *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return repeats (a, b) && repeats (b, a);
}

static void
bind_value (sqlite3_stmt *stmt, int index, const json_t *value)
{
  if (json_is_integer (value))
    sqlite3_bind_int64 (stmt, index, json_integer_value (value));
  else if (json_is_string (value))
    sgn_db_bind_text (stmt, index, json_string_value (value));
  else
    sqlite3_bind_null (stmt, index);
}

static void
bind_keys (sqlite3_stmt *stmt, const json_t *keys)
{
  for (gsize i = 0; i < json_array_size (keys); i++)
    bind_value (stmt, (int) i + 1, json_array_get (keys, i));
}

/* In the SQL below names come from the descriptors above; values are always bound. */
static char *
list_columns (const SgnKind *self, guint n_columns)
{
  g_autoptr (GString) list = g_string_new (self->columns[0].name);

  for (guint i = 1; i < n_columns; i++)
    g_string_append_printf (list, ", %s", self->columns[i].name);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
sgn_kind_list_keys (const SgnKind *self)
{
  return list_columns (self, self->n_keys);
}

static char *
match_keys (const SgnKind *self)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < self->n_keys; i++)
    g_string_append_printf (match, "%s%s = ?%u", i > 0 ? " AND " : "", self->columns[i].name,
                            i + 1);
  return g_string_free (g_steal_pointer (&match), FALSE);
}

static sqlite3_stmt *
prepare_select (const SgnKind *self, sqlite3 *db, gboolean one, GError **error)
{
  g_autofree char *columns = list_columns (self, sgn_kind_count_columns (self));
  g_autofree char *keys = sgn_kind_list_keys (self);
  g_autofree char *match = match_keys (self);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s %s %s", columns, self->table,
                                          one ? "WHERE" : "ORDER BY", one ? match : keys);

  return sgn_db_prepare (db, sql, error);
}

static sqlite3_stmt *
prepare_delete (const SgnKind *self, sqlite3 *db, GError **error)
{
  g_autofree char *match = match_keys (self);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", self->table, match);

  return sgn_db_prepare (db, sql, error);
}

static sqlite3_stmt *
prepare_upsert (const SgnKind *self, sqlite3 *db, GError **error)
{
  guint n_columns = sgn_kind_count_columns (self);
  g_autofree char *columns = list_columns (self, n_columns);
  g_autofree char *keys = sgn_kind_list_keys (self);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (?1", self->table, columns);
  for (guint i = 1; i < n_columns; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_printf (sql, ") ON CONFLICT (%s) DO ", keys);
  g_string_append (sql, n_columns > self->n_keys ? "UPDATE SET " : "NOTHING");
  for (guint i = self->n_keys; i < n_columns; i++)
    g_string_append_printf (sql, "%s%s = excluded.%s", i > self->n_keys ? ", " : "",
                            self->columns[i].name, self->columns[i].name);
  return sgn_db_prepare (db, sql->str, error);
}

/* (nullable): the value as JSON; NULL for what this program never writes */
static json_t *
column_to_json (sqlite3_stmt *stmt, int index)
{
  const char *text = NULL;

  switch (sqlite3_column_type (stmt, index)) {
  case SQLITE_NULL:
    return json_null ();
  case SQLITE_INTEGER:
    return json_integer (sqlite3_column_int64 (stmt, index));
  case SQLITE_TEXT:
    text = sgn_db_column_text (stmt, index);
    if (text == NULL || strlen (text) != (gsize) sqlite3_column_bytes (stmt, index) ||
        !g_utf8_validate (text, -1, NULL))
      return NULL;
    return json_string (text);
  default:
    return NULL;
  }
}

static char *
read_id (const SgnKind *self, sqlite3_stmt *stmt)
{
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint i = 0; i < self->n_keys; i++) {
    const char *text = sgn_db_column_text (stmt, (int) i);
    g_autofree char *part = g_utf8_make_valid (text != NULL ? text : "", -1);

    g_string_append_printf (id, "%s%s", i > 0 ? "/" : "", part);
  }
  return g_string_free (g_steal_pointer (&id), FALSE);
}

static json_t *
read_row (const SgnKind *self, sqlite3_stmt *stmt, const char *id, GError **error)
{
  g_autoptr (json_t) row = json_object ();

  for (guint i = self->first_in_row; self->columns[i].name != NULL; i++) {
    json_t *value = column_to_json (stmt, (int) i);

    if (value == NULL) {
      g_autofree char *words = NULL;

      if (!sgn_db_check_row (stmt, error))
        return NULL;
      words = sgn_entry_value_to_words (self->kind, id, self->columns[i].name);

      g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
                   _ ("“%s” holds what this program never writes. Restore the newest backup."),
                   words);
      return NULL;
    }
    json_object_set_new (row, self->columns[i].name, value);
  }
  return g_steal_pointer (&row);
}

gboolean
sgn_kind_read (const SgnKind *self, sqlite3 *db, const char *id, json_t **row, GError **error)
{
  g_autoptr (json_t) keys = split_id (self, id, error);
  g_autoptr (sqlite3_stmt) stmt = keys != NULL ? prepare_select (self, db, TRUE, error) : NULL;
  g_autoptr (json_t) found = NULL;
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  bind_keys (stmt, keys);
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_FAILED)
    return FALSE;
  if (step == SGN_STEP_ROW) {
    found = read_row (self, stmt, id, error);
    if (found == NULL)
      return FALSE;
  }
  *row = g_steal_pointer (&found);
  return TRUE;
}

gboolean
sgn_kind_write (const SgnKind *self, sqlite3 *db, const char *id, const json_t *row, GError **error)
{
  g_autoptr (json_t) keys = split_id (self, id, error);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (keys == NULL)
    return FALSE;

  stmt = row != NULL ? prepare_upsert (self, db, error) : prepare_delete (self, db, error);
  if (stmt == NULL)
    return FALSE;

  bind_keys (stmt, keys);
  for (guint i = self->n_keys; row != NULL && self->columns[i].name != NULL; i++)
    bind_value (stmt, (int) i + 1, json_object_get (row, self->columns[i].name));
  return sgn_db_step_done (stmt, error);
}

gboolean
sgn_kind_foreach (const SgnKind *self,
                  sqlite3 *db,
                  SgnKindFunc func,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare_select (self, db, FALSE, error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;

  while (step == SGN_STEP_ROW) {
    g_autofree char *id = read_id (self, stmt);
    g_autoptr (GError) damage = NULL;
    g_autoptr (json_t) row = read_row (self, stmt, id, &damage);

    if (!sgn_db_check_row (stmt, error) || !func (self, id, row, damage, user_data, error))
      return FALSE;
    step = sgn_db_step (stmt, error);
  }
  return step == SGN_STEP_DONE;
}
