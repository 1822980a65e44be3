/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-act-private.h"

#include "sgn-event-log-private.h"
#include "sgn-reference-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

SgnAct *
sgn_act_begin (const SgnOpening *opening,
               const char *act,
               const char *by,
               const char *at,
               GError **error)
{
  g_autoptr (SgnAct) self = g_new0 (SgnAct, 1);

  self->act = g_strdup (act);
  self->by = g_strdup (by);
  self->at = g_strdup (at);
  self->opening = opening;
  self->changed = g_ptr_array_new_with_free_func (g_free);
  if (!sgn_file_id_check (opening->id, error) ||
      !sgn_db_exec (opening->db, "BEGIN IMMEDIATE", error))
    return NULL;

  self->db = opening->db;
  return g_steal_pointer (&self);
}

void
sgn_act_free (SgnAct *self)
{
  if (self == NULL)
    return;

  if (self->db != NULL)
    sgn_db_rollback (self->db);
  g_ptr_array_unref (self->changed);
  g_free (self->act);
  g_free (self->by);
  g_free (self->at);
  g_free (self);
}

gboolean
sgn_act_append (SgnAct *self,
                const char *kind,
                const char *id,
                const json_t *before,
                const json_t *after,
                GError **error)
{
  SgnEventDraft draft = {
    .act = self->act,
    .at = self->at,
    .kind = kind,
    .id = id,
    .group = self->group,
    .undoes = self->undoes,
    .redoes = self->redoes,
    .by = self->by,
    .before = before,
    .after = after,
  };
  gint64 seq = sgn_event_log_append (self->db, &draft, error);

  if (seq == 0)
    return FALSE;
  if (self->group == 0)
    self->group = seq;
  self->wrote = TRUE;
  return TRUE;
}

static gboolean
keep_number (SgnAct *self, const SgnKind *kind, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!kind->numbered)
    return TRUE;

  stmt = sgn_db_prepare (self->db,
                         "INSERT INTO id_counter (kind, last) VALUES (?1, ?2) "
                         "ON CONFLICT (kind) DO UPDATE SET last = excluded.last "
                         "WHERE excluded.last > last",
                         error);
  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, kind->kind);
  sqlite3_bind_int64 (stmt, 2, g_ascii_strtoll (id, NULL, 10));
  return sgn_db_step_done (stmt, error);
}

/* Says which row did not fit and why, where SQLite only says that one did not. */
static gboolean
write_row (SgnAct *self, const SgnKind *kind, const char *id, const json_t *row, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (sgn_kind_write (kind, self->db, id, row, &failure))
    return TRUE;
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_INVALID))
    return sgn_reference_fail (self->db, kind, id, row, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
sgn_act_put (SgnAct *self,
             const char *kind_name,
             const char *id,
             const json_t *after,
             GError **error)
{
  const SgnKind *kind = sgn_kind_find (kind_name);
  g_autoptr (json_t) before = NULL;
  g_autoptr (json_t) row = NULL;

  if (kind == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ ("“%s” is not a kind of entry. Use one that this version knows."), kind_name);
    return FALSE;
  }
  if (after != NULL && (row = sgn_kind_normalise (kind, id, after, error)) == NULL)
    return FALSE;
  if (!sgn_kind_read (kind, self->db, id, &before, error))
    return FALSE;
  if (before == row || (before != NULL && row != NULL && json_equal (before, row)))
    return TRUE;

  if (!write_row (self, kind, id, row, error) || !keep_number (self, kind, id, error) ||
      !sgn_act_append (self, kind->kind, id, before, row, error))
    return FALSE;
  g_ptr_array_add (self->changed, g_strdup_printf ("%s/%s", kind->kind, id));
  return TRUE;
}

gboolean
sgn_act_commit (SgnAct *self, GError **error)
{
  sqlite3 *db = g_steal_pointer (&self->db);

  if (self->wrote && sgn_lease_refresh (self->opening->lease, db, self->at, error) &&
      sgn_file_id_check (self->opening->id, error) && sgn_db_exec (db, "COMMIT", error))
    return TRUE;

  sgn_db_rollback (db);
  return !self->wrote;
}

gboolean
sgn_act_get_last_id (sqlite3 *db, const char *kind, gint64 *last, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    sgn_db_prepare (db, "SELECT last FROM id_counter WHERE kind = ?1", error);
  SgnStep step = SGN_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;

  sgn_db_bind_text (stmt, 1, kind);
  step = sgn_db_step (stmt, error);
  if (step == SGN_STEP_FAILED)
    return FALSE;

  *last = step == SGN_STEP_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
  return TRUE;
}
