/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-event-log-private.h"

#include "sgn-digest.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
make_header (const SgnEventDraft *draft, gint64 seq)
{
  g_autoptr (json_t) header = json_object ();

  sgn_json_set_string (header, "act", draft->act);
  sgn_json_set_string (header, "at", draft->at);
  sgn_json_set_integer (header, "group", draft->group != 0 ? draft->group : seq);
  sgn_json_set_string (header, "id", draft->id);
  sgn_json_set_string (header, "kind", draft->kind);
  sgn_json_set_integer (header, "seq", seq);
  if (draft->undoes != 0)
    sgn_json_set_integer (header, "undoes", draft->undoes);
  if (draft->redoes != 0)
    sgn_json_set_integer (header, "redoes", draft->redoes);
  return sgn_json_to_canonical (header);
}

static void
set_row (json_t *payload, const char *key, const json_t *row)
{
  json_object_set_new (payload, key, row != NULL ? json_incref ((json_t *) row) : json_null ());
}

static char *
make_payload (const SgnEventDraft *draft)
{
  g_autoptr (json_t) payload = json_object ();

  sgn_json_set_string (payload, "by", draft->by);
  set_row (payload, "before", draft->before);
  set_row (payload, "after", draft->after);
  return sgn_json_to_canonical (payload);
}

gint64
sgn_event_log_append (sqlite3 *db, const SgnEventDraft *draft, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *prev_hash = NULL;
  g_autofree char *header = NULL;
  g_autofree char *salt = sgn_chain_salt_new ();
  g_autofree char *payload = make_payload (draft);
  g_autofree char *digest = sgn_chain_payload_digest (salt, payload);
  g_autofree char *hash = NULL;
  gint64 seq = 0;

  if (!sgn_event_log_get_newest (db, &seq, &prev_hash, error))
    return 0;
  stmt = sgn_db_prepare (db,
                         "INSERT INTO event (seq, header, salt, payload, payload_digest, "
                         "prev_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         error);
  if (stmt == NULL)
    return 0;

  seq++;
  header = make_header (draft, seq);
  hash = sgn_chain_hash (prev_hash, header, digest);
  sqlite3_bind_int64 (stmt, 1, seq);
  sgn_db_bind_text (stmt, 2, header);
  sgn_db_bind_text (stmt, 3, salt);
  sgn_db_bind_text (stmt, 4, payload);
  sgn_db_bind_text (stmt, 5, digest);
  sgn_db_bind_text (stmt, 6, prev_hash);
  sgn_db_bind_text (stmt, 7, hash);
  return sgn_db_step_done (stmt, error) ? seq : 0;
}

gboolean
sgn_event_log_erase (sqlite3 *db, gint64 seq, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "UPDATE event SET salt = NULL, payload = NULL WHERE seq = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, seq);
  return sgn_db_step_done (stmt, error);
}

/* What stands in a column, byte for byte; "" where a text is missing or would be cut short by a
 * zero character, so that no check passes. */
static char *
dup_column (sqlite3_stmt *stmt, int column)
{
  const char *text = sgn_db_column_text (stmt, column);
  gboolean whole = text != NULL && strlen (text) == (gsize) sqlite3_column_bytes (stmt, column);

  return g_strdup (whole ? text : "");
}

static char *
dup_nullable_column (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) != SQLITE_NULL ? dup_column (stmt, column) : NULL;
}

static void
read_text (sqlite3_stmt *stmt, SgnEventText *text)
{
  text->seq = sqlite3_column_int64 (stmt, 0);
  text->header = dup_column (stmt, 1);
  text->salt = dup_nullable_column (stmt, 2);
  text->payload = dup_nullable_column (stmt, 3);
  text->payload_digest = dup_column (stmt, 4);
  text->prev_hash = dup_column (stmt, 5);
  text->hash = dup_column (stmt, 6);
}

static void
clear_text (SgnEventText *text)
{
  g_free (text->header);
  g_free (text->salt);
  g_free (text->payload);
  g_free (text->payload_digest);
  g_free (text->prev_hash);
  g_free (text->hash);
}

gboolean
sgn_event_log_foreach (sqlite3 *db,
                       gint64 from,
                       SgnEventFunc func,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db,
                    "SELECT seq, header, salt, payload, payload_digest, prev_hash, hash "
                    "FROM event WHERE seq >= ?1 ORDER BY seq",
                    error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, from);
  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    g_autoptr (GError) failure = NULL;
    SgnEventText text = { 0 };
    gboolean go_on = FALSE;

    read_text (stmt, &text);
    go_on = func (&text, user_data, &failure);
    clear_text (&text);
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (!go_on)
      return TRUE;
  }
  return step == SGN_STEP_DONE;
}

static json_t *
parse_object (const char *text)
{
  g_autoptr (json_t) json = json_loads (text, JSON_REJECT_DUPLICATES, NULL);

  return json_is_object (json) ? g_steal_pointer (&json) : NULL;
}

static SgnEvent *
fail_parse (gint64 seq, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  g_set_error (error, SGN_ERROR, SGN_ERROR_DAMAGED,
               _ ("Entry %s of the history is damaged. Restore the newest backup."), number);
  return NULL;
}

SgnEvent *
sgn_event_log_parse_header (gint64 seq, const char *header, GError **error)
{
  g_autoptr (json_t) json = parse_object (header);
  g_autoptr (SgnEvent) event = g_new0 (SgnEvent, 1);

  event->seq = sgn_json_integer (json, "seq", 0);
  event->group = sgn_json_integer (json, "group", 0);
  event->undoes = sgn_json_integer (json, "undoes", sgn_json_integer (json, "redoes", 0));
  event->at = g_strdup (sgn_json_string (json, "at"));
  event->act = g_strdup (sgn_json_string (json, "act"));
  event->kind = g_strdup (sgn_json_string (json, "kind"));
  event->id = g_strdup (sgn_json_string (json, "id"));

  if (event->seq <= 0 || event->group <= 0 || event->group > event->seq || event->at == NULL ||
      event->act == NULL || event->kind == NULL || event->id == NULL)
    return fail_parse (seq, error);
  return g_steal_pointer (&event);
}

/* (nullable): the row, NULL for JSON null */
static json_t *
dup_row (const json_t *payload, const char *key)
{
  json_t *row = json_object_get (payload, key);

  return json_is_object (row) ? json_incref (row) : NULL;
}

SgnEvent *
sgn_event_log_parse (const SgnEventText *text, GError **error)
{
  g_autoptr (SgnEvent) event = sgn_event_log_parse_header (text->seq, text->header, error);
  g_autoptr (json_t) payload = NULL;

  if (event == NULL)
    return NULL;

  event->prev_hash = g_strdup (text->prev_hash);
  event->hash = g_strdup (text->hash);
  event->erased = text->payload == NULL;
  if (event->erased)
    return g_steal_pointer (&event);

  payload = parse_object (text->payload);
  if (payload == NULL)
    return fail_parse (text->seq, error);
  event->by = g_strdup (sgn_json_string (payload, "by"));
  event->before = dup_row (payload, "before");
  event->after = dup_row (payload, "after");
  return g_steal_pointer (&event);
}

static gboolean
keep_first (const SgnEventText *text, gpointer user_data, GError **error)
{
  SgnEvent **event = user_data;

  *event = sgn_event_log_parse (text, error);
  return FALSE;
}

SgnEvent *
sgn_event_log_get (sqlite3 *db, gint64 seq, GError **error)
{
  g_autoptr (SgnEvent) event = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  if (!sgn_event_log_foreach (db, seq, keep_first, &event, error))
    return NULL;
  if (event == NULL || event->seq != seq) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("The history has no entry %s. Look its number up in the history."), number);
    return NULL;
  }
  return g_steal_pointer (&event);
}

gboolean
sgn_event_log_get_newest (sqlite3 *db, gint64 *seq, char **hash, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1", error);
  SgnStep step = stmt != NULL ? sgn_db_step (stmt, error) : SGN_STEP_FAILED;
  const gint64 newest = step == SGN_STEP_ROW ? sqlite3_column_int64 (stmt, 0) : 0;

  if (step == SGN_STEP_FAILED)
    return FALSE;
  if (newest == G_MAXINT64) { /* nothing can follow, and nobody comes that far by acts */
    fail_parse (newest, error);
    return FALSE;
  }

  *seq = newest;
  *hash = step == SGN_STEP_ROW ? dup_column (stmt, 1) : g_strdup (SGN_CHAIN_START);
  return TRUE;
}

gboolean
sgn_event_log_get_hash (sqlite3 *db, gint64 seq, char **hash, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT hash FROM event WHERE seq = ?1", error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, seq);
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_FAILED)
    return FALSE;
  *hash = step == SGN_STEP_ROW ? dup_column (stmt, 0) : NULL;
  return TRUE;
}

gboolean
sgn_event_log_get_head (sqlite3 *db, char **hash, char **at, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT header, hash, seq FROM event ORDER BY seq DESC", error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  while ((step = sgn_db_step (stmt, error)) == SGN_STEP_ROW) {
    g_autofree char *header = dup_column (stmt, 0);
    g_autoptr (SgnEvent) event =
      sgn_event_log_parse_header (sqlite3_column_int64 (stmt, 2), header, error);

    if (event == NULL)
      return FALSE;
    if (!g_str_equal (event->act, SGN_ACT_ISSUE)) {
      *hash = dup_column (stmt, 1);
      *at = g_steal_pointer (&event->at);
      return TRUE;
    }
  }
  return step == SGN_STEP_DONE;
}
