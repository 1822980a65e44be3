/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-salvage.h"

#include "sgn-event-log-private.h"
#include "sgn-kind-private.h"
#include "sgn-salvage-source-private.h"
#include "sgn-salvage-walk-private.h"

#include "sgn-digest.h"
#include "sgn-entry.h"
#include "sgn-error.h"
#include "sgn-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FROM_ENTRIES "entries"
#define FROM_HISTORY "history"

struct _SgnSalvage {
  SgnSalvageSource *source;
  json_t *rows;
  json_t *events;
  GPtrArray *losses;
};

/* One table being read. @seen: ids, since a row may come twice */
typedef struct {
  const SgnKind *kind;
  json_t *rows;
  GHashTable *seen;
} Reading;

static void G_GNUC_PRINTF (4, 5)
  lose (SgnSalvage *self, const char *code, const char *field, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->losses, sgn_finding_new (SGN_SEVERITY_WARNING, code, field, message));
}

/* A text is kept as far as it is one: bytes that are none are shown as such. */
static json_t *
column_to_json (sqlite3_stmt *stmt, int column)
{
  g_autofree char *text = NULL;

  switch (sqlite3_column_type (stmt, column)) {
  case SQLITE_INTEGER:
    return json_integer (sqlite3_column_int64 (stmt, column));
  case SQLITE_FLOAT:
    return json_real (sqlite3_column_double (stmt, column));
  case SQLITE_TEXT:
    text = g_utf8_make_valid (sgn_db_column_text (stmt, column), -1);
    return json_string (text);
  default:
    return json_null ();
  }
}

static json_t *
read_row (sqlite3_stmt *stmt)
{
  json_t *row = json_object ();

  for (int i = 1; i < sqlite3_column_count (stmt); i++) {
    g_autofree char *name = g_utf8_make_valid (sqlite3_column_name (stmt, i), -1);

    json_object_set_new (row, name, column_to_json (stmt, i));
  }
  return row;
}

/* The id of @row, from its keys. */
static char *
make_id (const SgnKind *kind, const json_t *row)
{
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint i = 0; i < kind->n_keys; i++) {
    const json_t *key = json_object_get (row, kind->columns[i].name);

    g_string_append (id, i > 0 ? "/" : "");
    if (json_is_integer (key))
      g_string_append_printf (id, "%" JSON_INTEGER_FORMAT, json_integer_value (key));
    else
      g_string_append (id, json_is_string (key) ? json_string_value (key) : "");
  }
  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* Takes @row. */
static void
add_row (Reading *reading, const char *id, const char *from, json_t *row)
{
  json_t *found = NULL;

  if (!g_hash_table_add (reading->seen, g_strdup (id))) {
    json_decref (row);
    return;
  }
  found = json_object ();
  json_object_set_new (found, "id", json_string (id));
  json_object_set_new (found, "from", json_string (from));
  json_object_set_new (found, "row", row);
  json_array_append_new (reading->rows, found);
}

static void
take_row (sqlite3_stmt *stmt, gpointer user_data)
{
  Reading *reading = user_data;
  json_t *row = read_row (stmt);
  g_autofree char *id = make_id (reading->kind, row);

  /* Where an event leaves the key out of the row, so does what is read here. */
  for (guint i = 0; i < reading->kind->first_in_row; i++)
    json_object_del (row, reading->kind->columns[i].name);
  add_row (reading, id, FROM_ENTRIES, row);
}

/* What the history last said of each row: (kind, id) → row, in the order of events. */
static json_t *
replay (const json_t *events, const char *kind)
{
  json_t *state = json_object ();
  const json_t *event = NULL;
  size_t i = 0;

  json_array_foreach (events, i, event)
  {
    g_autoptr (json_t) header = json_loads (sgn_json_string (event, "header"), 0, NULL);
    const char *payload_text = sgn_json_string (event, "payload");
    g_autoptr (json_t) payload = payload_text ? json_loads (payload_text, 0, NULL) : NULL;
    const char *id = sgn_json_string (header, "id");
    json_t *after = json_object_get (payload, "after");

    if (payload == NULL || id == NULL || g_strcmp0 (sgn_json_string (header, "kind"), kind) != 0)
      continue;
    if (json_is_object (after))
      json_object_set (state, id, after);
    else
      json_object_del (state, id);
  }
  return state;
}

/* Rows that the table no longer tells. */
static guint
add_from_history (SgnSalvage *self, Reading *reading)
{
  g_autoptr (json_t) state = replay (self->events, reading->kind->kind);
  const char *id = NULL;
  json_t *row = NULL;
  guint count = 0;

  json_object_foreach (state, id, row)
  {
    g_autofree char *words = NULL;

    if (g_hash_table_contains (reading->seen, id))
      continue;
    words = sgn_entry_to_words (reading->kind->kind, id);
    add_row (reading, id, FROM_HISTORY, json_incref (row));
    lose (self, "entry", id, _ ("“%s” could only be read from the history."), words);
    count++;
  }
  return count;
}

static void
read_kind (SgnSalvage *self, const SgnKind *kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { kind, json_array (), seen };
  g_autofree char *keys = sgn_kind_list_keys (kind);
  g_autofree char *words = sgn_entry_kind_to_words (kind->kind);
  gboolean there = sgn_salvage_has_table (self->source->db, kind->table);

  json_object_set_new (self->rows, kind->kind, reading.rows);
  if (there && sgn_salvage_walk (self->source->db, kind->table, keys, take_row, &reading))
    return;
  if (add_from_history (self, &reading) > 0 || there)
    lose (self, "table", kind->kind, _ ("Not everything under “%s” could be read."), words);
}

static void
set_column (json_t *event, const json_t *row, const char *name)
{
  json_t *value = json_object_get (row, name);

  json_object_set_new (event, name, json_is_string (value) ? json_incref (value) : json_null ());
}

static gboolean
is_whole (const json_t *event)
{
  const char *payload = sgn_json_string (event, "payload");
  const char *salt = sgn_json_string (event, "salt");
  const char *digest = sgn_json_string (event, "payload_digest");
  const char *prev_hash = sgn_json_string (event, "prev_hash");
  const char *header = sgn_json_string (event, "header");
  g_autofree char *hash = NULL;
  g_autofree char *found = NULL;

  if (digest == NULL || prev_hash == NULL || header == NULL)
    return FALSE;
  hash = sgn_chain_hash (prev_hash, header, digest);
  found = payload != NULL ? sgn_chain_payload_digest (salt != NULL ? salt : "", payload)
                          : g_strdup (digest);
  return g_str_equal (found, digest) && g_strcmp0 (hash, sgn_json_string (event, "hash")) == 0;
}

static void
take_event (sqlite3_stmt *stmt, gpointer user_data)
{
  static const char *const columns[] = { "header",         "salt",      "payload",
                                         "payload_digest", "prev_hash", "hash" };
  SgnSalvage *self = user_data;
  g_autoptr (json_t) row = read_row (stmt);
  json_t *event = json_object ();
  gint64 seq = sqlite3_column_int64 (stmt, 0);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  json_object_set_new (event, "seq", json_integer (seq));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    set_column (event, row, columns[i]);
  json_object_set_new (event, "whole", json_boolean (is_whole (event)));
  json_array_append_new (self->events, event);
  if (!sgn_json_boolean (event, "whole"))
    lose (self, "event", number, _ ("Entry %s of the history was changed or is damaged."), number);
}

/* Events are numbered without gaps: those that are missing are known by their numbers. */
static void
name_gaps (SgnSalvage *self)
{
  const json_t *event = NULL;
  gint64 expected = 1;
  size_t i = 0;

  json_array_foreach (self->events, i, event)
  {
    gint64 seq = sgn_json_integer (event, "seq", 0);

    if (seq > expected) {
      g_autofree char *range =
        g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, expected, seq - 1);

      lose (self, "event", range, _ ("Entries %s of the history could not be read."), range);
    }
    expected = seq < G_MAXINT64 ? seq + 1 : seq;
  }
}

static void
read_events (SgnSalvage *self)
{
  if (!sgn_salvage_has_table (self->source->db, "event") ||
      !sgn_salvage_walk (self->source->db, "event", "seq", take_event, self))
    lose (self, "table", "event", _ ("Not everything of the history could be read."));
  name_gaps (self);
}

static guint
count_rows (SgnSalvage *self)
{
  guint count = (guint) json_array_size (self->events);
  const char *kind = NULL;
  json_t *rows = NULL;

  json_object_foreach (self->rows, kind, rows)
  {
    count += (guint) json_array_size (rows);
  }
  return count;
}

/**
 * sgn_salvage_new:
 * @path: a damaged company file
 * @error: return location: %SGN_ERROR_UNREADABLE when nothing can be read
 *
 * Reads all rows and events there are; attached files are read by sgn_salvage_foreach_file().
 *
 * Returns: (transfer full) (nullable): what could be read
 */
SgnSalvage *
sgn_salvage_new (const char *path, GError **error)
{
  g_autoptr (SgnSalvage) self = g_new0 (SgnSalvage, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->rows = json_object ();
  self->events = json_array ();
  self->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  self->source = sgn_salvage_source_new (path, error);
  if (self->source == NULL)
    return NULL;

  if (self->source->log_left_out)
    lose (self, "log", "-wal",
          _ ("The log beside the file does not belong to it and was left out."));
  read_events (self);
  for (guint i = 0; sgn_kinds ()[i] != NULL; i++)
    read_kind (self, sgn_kinds ()[i]);
  if (count_rows (self) > 0)
    return g_steal_pointer (&self);

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("Nothing is left to read in “%s”. Keep it as it is and restore a backup."), path);
  return NULL;
}

void
sgn_salvage_free (SgnSalvage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->source, sgn_salvage_source_free);
  json_decref (self->rows);
  json_decref (self->events);
  g_ptr_array_unref (self->losses);
  g_free (self);
}

json_t *
sgn_salvage_get_rows (SgnSalvage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows;
}

json_t *
sgn_salvage_get_events (SgnSalvage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->events;
}

GPtrArray *
sgn_salvage_get_losses (SgnSalvage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->losses;
}

typedef struct {
  SgnSalvageFileFunc func;
  gpointer user_data;
  GHashTable *seen;
  GError *error;
} Files;

static void
take_file (sqlite3_stmt *stmt, gpointer user_data)
{
  Files *files = user_data;
  const char *name = sgn_db_column_text (stmt, 1);
  g_autofree char *sha256 = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  if (files->error != NULL || !g_hash_table_add (files->seen, g_strdup (sha256)))
    return;
  bytes = g_bytes_new (sqlite3_column_blob (stmt, 3), (gsize) sqlite3_column_bytes (stmt, 3));
  digest = sgn_digest_of_bytes (bytes);
  files->func (sha256, bytes, g_str_equal (digest, sha256), files->user_data, &files->error);
}

gboolean
sgn_salvage_foreach_file (SgnSalvage *self,
                          SgnSalvageFileFunc func,
                          gpointer user_data,
                          GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Files files = { func, user_data, seen, NULL };

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  if (sgn_salvage_has_table (self->source->db, "blob") &&
      !sgn_salvage_walk (self->source->db, "blob", "sha256", take_file, &files) &&
      files.error == NULL)
    lose (self, "table", "blob", _ ("Not every attached file could be read."));
  if (files.error == NULL)
    return TRUE;
  g_propagate_error (error, files.error);
  return FALSE;
}
