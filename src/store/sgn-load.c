/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-load-private.h"

#include "sgn-event-log-private.h"
#include "sgn-kind-private.h"

#include <string.h>

/* What has changed since a record was read. */
typedef struct {
  GHashTable *lists;   /* set of lists, see sgn_record_get_list() */
  GHashTable *answers; /* set of ids, of answers whose list is not one of these */
} Changes;

static gboolean
load_row (const SgnKind *kind,
          const char *id,
          json_t *row,
          const GError *damage,
          gpointer user_data,
          GError **error)
{
  if (row == NULL) {
    g_propagate_error (error, g_error_copy (damage));
    return FALSE;
  }
  return sgn_record_add_row (user_data, kind->kind, id, row, error);
}

/* @lists: (nullable): only these */
static gboolean
load_lists (sqlite3 *db, SgnRecord *record, GHashTable *lists, GError **error)
{
  for (guint i = 0; sgn_kinds ()[i] != NULL; i++) {
    const SgnKind *kind = sgn_kinds ()[i];

    if (lists != NULL && !g_hash_table_contains (lists, sgn_record_get_list (kind->kind)))
      continue;
    if (!sgn_kind_foreach (kind, db, load_row, record, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
load_chain (sqlite3 *db, SgnUndo *undo, gboolean writable, SgnRecord *record, GError **error)
{
  g_autofree char *newest = NULL;
  g_autofree char *head = NULL;
  g_autofree char *head_at = NULL;

  if (!sgn_event_log_get_newest (db, &record->seq, &newest, error) ||
      !sgn_event_log_get_head (db, &head, &head_at, error) || !sgn_undo_read_on (undo, db, error))
    return FALSE;

  g_free (record->head);
  g_free (record->head_at);
  record->head = g_steal_pointer (&head);
  record->head_at = g_steal_pointer (&head_at);
  record->can_undo = writable && sgn_undo_get_next_undo (undo) != 0;
  record->can_redo = writable && sgn_undo_get_next_redo (undo) != 0;
  return TRUE;
}

static gboolean
note_change (const SgnEventText *text, gpointer user_data, GError **error)
{
  Changes *changes = user_data;
  g_autoptr (SgnEvent) event = sgn_event_log_parse_header (text->seq, text->header, error);

  if (event == NULL)
    return FALSE;
  if (g_str_equal (event->kind, SGN_KIND_ANSWER))
    g_hash_table_add (changes->answers, g_strdup (event->id));
  else
    g_hash_table_add (changes->lists, g_strdup (sgn_record_get_list (event->kind)));
  return TRUE;
}

static gboolean
find_changes (sqlite3 *db, const SgnRecord *before, Changes *changes, GError **error)
{
  if (!sgn_event_log_foreach (db, before->seq + 1, note_change, changes, error))
    return FALSE;
  if (g_hash_table_contains (changes->lists, SGN_KIND_ASSESSMENT))
    g_hash_table_remove_all (changes->answers);
  return TRUE;
}

static gboolean
load_answers (sqlite3 *db, SgnRecord *record, GHashTable *ids, GError **error)
{
  const SgnKind *kind = sgn_kind_find (SGN_KIND_ANSWER);
  g_autoptr (GHashTable) answers =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_decref);
  GHashTableIter iter;
  gpointer id = NULL;

  if (g_hash_table_size (ids) == 0)
    return TRUE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    json_t *row = NULL;

    if (!sgn_kind_read (kind, db, id, &row, error))
      return FALSE;
    g_hash_table_insert (answers, id, row != NULL ? row : json_null ());
  }
  return sgn_record_change_answers (record, answers, error);
}

SgnRecord *
sgn_load (sqlite3 *db, SgnUndo *undo, gboolean writable, GError **error)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  gboolean loaded = FALSE;

  if (!sgn_db_exec (db, "BEGIN", error))
    return NULL;
  loaded = load_lists (db, record, NULL, error) && load_chain (db, undo, writable, record, error);
  sgn_db_rollback (db);
  return loaded ? g_steal_pointer (&record) : NULL;
}

static SgnRecord *
load_changes (sqlite3 *db, const SgnRecord *before, Changes *changes, GError **error)
{
  g_autoptr (SgnRecord) record = NULL;

  if (!find_changes (db, before, changes, error))
    return NULL;

  record = sgn_record_renew (before, changes->lists);
  if (!load_lists (db, record, changes->lists, error) ||
      !load_answers (db, record, changes->answers, error))
    return NULL;
  return g_steal_pointer (&record);
}

SgnRecord *
sgn_load_renewed (sqlite3 *db,
                  SgnUndo *undo,
                  gboolean writable,
                  const SgnRecord *before,
                  GError **error)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SgnRecord) record = NULL;
  Changes changes = { lists, answers };
  gboolean loaded = FALSE;

  if (!sgn_db_exec (db, "BEGIN", error))
    return NULL;
  record = load_changes (db, before, &changes, error);
  loaded = record != NULL && load_chain (db, undo, writable, record, error);
  sgn_db_rollback (db);
  return loaded ? g_steal_pointer (&record) : NULL;
}
