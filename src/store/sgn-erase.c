/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-erase-private.h"

#include "sgn-event-log-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static char *
make_place (const SgnEvent *event)
{
  return g_strconcat (event->kind, "/", event->id, NULL);
}

static gboolean
note_newest (const SgnEventText *text, gpointer user_data, GError **error)
{
  GHashTable *newest = user_data;
  g_autoptr (SgnEvent) event = sgn_event_log_parse_header (text->seq, text->header, error);

  if (event == NULL)
    return FALSE;
  g_hash_table_insert (newest, make_place (event), g_memdup2 (&event->seq, sizeof event->seq));
  return TRUE;
}

/* "KIND/ID" → gint64 *, the newest event about that row */
static GHashTable *
find_newest (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) newest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!sgn_event_log_foreach (db, 1, note_newest, newest, error))
    return NULL;
  return g_steal_pointer (&newest);
}

/* The newest event about a row always keeps its content, or the row could not be checked against
 * its history. So a row whose newest event is to be blanked is stated anew first. */
static gboolean
restate (SgnAct *act, const SgnEvent *event, GHashTable *newest, GError **error)
{
  const SgnKind *kind = sgn_kind_find (event->kind);
  g_autofree char *place = make_place (event);
  const gint64 *seq = g_hash_table_lookup (newest, place);
  g_autoptr (json_t) row = NULL;

  if (kind == NULL || seq == NULL || *seq != event->seq)
    return TRUE;
  if (!sgn_kind_read (kind, act->db, event->id, &row, error) ||
      !sgn_act_append (act, event->kind, event->id, row, row, error))
    return FALSE;

  g_hash_table_remove (newest, place);
  return TRUE;
}

static gboolean
erase_event (SgnAct *act, gint64 seq, GHashTable *newest, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  g_autoptr (SgnEvent) event = sgn_event_log_get (act->db, seq, error);

  if (event == NULL)
    return FALSE;
  if (event->erased)
    return TRUE;
  return restate (act, event, newest, error) && sgn_event_log_erase (act->db, seq, error) &&
         sgn_act_append (act, SGN_KIND_EVENT, number, NULL, NULL, error);
}

gboolean
sgn_erase_events (SgnAct *act, const gint64 *seqs, gsize n_seqs, GError **error)
{
  g_autoptr (GHashTable) newest = find_newest (act->db, error);

  if (newest == NULL)
    return FALSE;
  for (gsize i = 0; i < n_seqs; i++) {
    if (!erase_event (act, seqs[i], newest, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
sgn_erase_blob (SgnAct *act, const char *sha256, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (act->db, "DELETE FROM blob WHERE sha256 = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, sha256);
  if (!sgn_db_step_done (stmt, error))
    return FALSE;
  if (sqlite3_changes (act->db) == 0)
    return TRUE;
  return sgn_act_append (act, SGN_KIND_BLOB, sha256, NULL, NULL, error);
}

/* The copy SQLite makes on the way holds nothing that was taken out, and may be large. */
static gboolean
rewrite (sqlite3 *db, GError **error)
{
  gboolean done =
    sgn_db_exec (db, "PRAGMA temp_store = FILE", error) && sgn_db_exec (db, "VACUUM", error);

  return sgn_db_exec (db, "PRAGMA temp_store = MEMORY", done ? error : NULL) && done;
}

gboolean
sgn_erase_traces (sqlite3 *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 busy = 0;

  if (!rewrite (db, &failure) ||
      !sgn_db_get_int (db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, &failure) || busy != 0) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("The data was erased, but traces of it may be left in the file. Close the file "
                    "everywhere, make room on the disk and erase once more."));
    return FALSE;
  }
  return TRUE;
}
