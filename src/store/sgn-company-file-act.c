/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-company-file-private.h"

#include "sgn-blob-private.h"
#include "sgn-erase-private.h"

#include "sgn-entry.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static gboolean
begin (SgnCompanyFile *self, const char *act, const char *by, GError **error)
{
  g_autofree char *now = sgn_clock_now (self->clock);

  if (sgn_company_file_is_read_only (self)) {
    g_autofree char *name = g_filename_display_name (self->path);

    g_set_error (error, SGN_ERROR, SGN_ERROR_READ_ONLY,
                 _ ("“%s” is open for reading only. Copy it to a place that can be written."),
                 name);
    return FALSE;
  }
  self->act = sgn_act_begin (self->opening, act, by, now, error);
  return self->act != NULL;
}

/**
 * sgn_company_file_begin:
 * @self: an open file, outside an act
 * @act: what is done, one of SGN_ACT_…; undo and redo have their own functions
 * @by: (nullable): who, as typed
 * @error: return location: %SGN_ERROR_READ_ONLY, %SGN_ERROR_BUSY, %SGN_ERROR_UNWRITABLE
 */
gboolean
sgn_company_file_begin (SgnCompanyFile *self, const char *act, const char *by, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, FALSE);
  g_return_val_if_fail (act != NULL && g_utf8_validate (act, -1, NULL), FALSE);
  g_return_val_if_fail (by == NULL || g_utf8_validate (by, -1, NULL), FALSE);
  g_return_val_if_fail (!g_str_equal (act, SGN_ACT_UNDO) && !g_str_equal (act, SGN_ACT_REDO),
                        FALSE);

  return begin (self, act, by, error);
}

static gboolean
check_act (SgnCompanyFile *self, GError **error)
{
  if (self->act != NULL)
    return TRUE;

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                       _ ("This act has already failed and nothing of it was written. Try again."));
  return FALSE;
}

/* A part of an act that failed takes the whole act back. */
static gboolean
keep_act (SgnCompanyFile *self, gboolean done)
{
  if (!done)
    g_clear_pointer (&self->act, sgn_act_free);
  return done;
}

gboolean
sgn_company_file_put (SgnCompanyFile *self,
                      const char *kind,
                      const char *id,
                      const json_t *after,
                      GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && kind != NULL && id != NULL, FALSE);

  return check_act (self, error) &&
         keep_act (self, sgn_act_put (self->act, kind, id, after, error));
}

gboolean
sgn_company_file_put_blob (SgnCompanyFile *self, GBytes *bytes, char **sha256, GError **error)
{
  gboolean added = FALSE;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && bytes != NULL && sha256 != NULL, FALSE);

  if (!check_act (self, error) ||
      !keep_act (self, sgn_blob_put (self->opening->db, bytes, sha256, &added, error)))
    return FALSE;
  self->act->wrote |= added;
  return TRUE;
}

/**
 * sgn_company_file_erase:
 * @self: an open file, inside an act
 * @seq: number of an event
 * @error: return location: %SGN_ERROR_USAGE when there is no such event
 *
 * Blanks what an event says of people: who did it and the row before and after. When, what kind of
 * act and which row stay, the chain still verifies, and the erasure is an event of its own. It
 * cannot be undone, and nothing before it can.
 */
gboolean
sgn_company_file_erase (SgnCompanyFile *self, gint64 seq, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), FALSE);

  return sgn_company_file_erase_events (self, &seq, 1, error);
}

/**
 * sgn_company_file_erase_events:
 * @self: an open file, inside an act
 * @seqs: (array length=n_seqs): numbers of events
 * @n_seqs: how many
 * @error: return location: %SGN_ERROR_USAGE when there is no such event
 *
 * As sgn_company_file_erase() for many at once.
 */
gboolean
sgn_company_file_erase_events (SgnCompanyFile *self,
                               const gint64 *seqs,
                               gsize n_seqs,
                               GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), FALSE);

  return check_act (self, error) &&
         keep_act (self, sgn_erase_events (self->act, seqs, n_seqs, error));
}

/**
 * sgn_company_file_erase_blob:
 * @self: an open file, inside an act
 * @sha256: an attached file that nothing refers to any more
 * @error: return location
 *
 * Takes the bytes of an attached file away; an event says so. Nothing happens when they are not
 * there. It cannot be undone, and nothing before it can.
 */
gboolean
sgn_company_file_erase_blob (SgnCompanyFile *self, const char *sha256, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && sha256 != NULL, FALSE);

  return check_act (self, error) && keep_act (self, sgn_erase_blob (self->act, sha256, error));
}

/**
 * sgn_company_file_erase_traces:
 * @self: an open file, outside an act
 * @error: return location: %SGN_ERROR_UNWRITABLE
 *
 * Writes the file anew after an erasure, so that no bytes of it are left inside. Takes as long as
 * a copy.
 */
gboolean
sgn_company_file_erase_traces (SgnCompanyFile *self, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, FALSE);
  g_return_val_if_fail (!sgn_company_file_is_read_only (self), FALSE);

  return sgn_erase_traces (self->opening->db, error);
}

gboolean
sgn_company_file_commit (SgnCompanyFile *self, GError **error)
{
  g_autoptr (SgnAct) act = NULL;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), FALSE);

  if (!check_act (self, error))
    return FALSE;
  act = g_steal_pointer (&self->act);
  if (!sgn_act_commit (act, error))
    return FALSE;

  /* The act is on disk: a search that cannot be kept up to date is made anew when asked. */
  sgn_search_update (self->search, self->opening->db, act->changed, NULL);
  return TRUE;
}

void
sgn_company_file_rollback (SgnCompanyFile *self)
{
  g_return_if_fail (SGN_ON_ITS_THREAD (self));

  g_clear_pointer (&self->act, sgn_act_free);
}

gint64
sgn_company_file_next_id (SgnCompanyFile *self, const char *kind, GError **error)
{
  const SgnKind *found = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gint64 last = 0;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && kind != NULL, -1);

  found = sgn_kind_find (kind);
  g_return_val_if_fail (found != NULL && found->numbered, -1);

  if (!sgn_act_get_last_id (self->opening->db, kind, &last, error))
    return -1;
  if (last < G_MAXINT64)
    return last + 1;

  name = g_filename_display_name (self->path);
  words = sgn_entry_kind_to_words (kind);
  sgn_db_fail_damaged (error, _ ("“%s” holds under “%s” what this program never writes."), name,
                       words);
  return -1;
}

/* Undo, or redo when @back is FALSE. */
static gboolean
step (SgnCompanyFile *self, gboolean back, const char *by, GError **error)
{
  gint64 group = 0;

  if (!sgn_undo_read_on (self->undo, self->opening->db, error))
    return FALSE;
  group = back ? sgn_undo_get_next_undo (self->undo) : sgn_undo_get_next_redo (self->undo);
  if (group == 0) {
    g_set_error_literal (error, SGN_ERROR, SGN_ERROR_CHECK,
                         back ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
    return FALSE;
  }
  if (!begin (self, back ? SGN_ACT_UNDO : SGN_ACT_REDO, by, error))
    return FALSE;

  self->act->undoes = back ? group : 0;
  self->act->redoes = back ? 0 : group;
  return keep_act (self, sgn_undo_apply (self->act, group, back, error)) &&
         sgn_company_file_commit (self, error);
}

gboolean
sgn_company_file_undo (SgnCompanyFile *self, const char *by, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, FALSE);

  return step (self, TRUE, by, error);
}

gboolean
sgn_company_file_redo (SgnCompanyFile *self, const char *by, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, FALSE);

  return step (self, FALSE, by, error);
}
