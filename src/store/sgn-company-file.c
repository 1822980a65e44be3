/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-company-file-private.h"

#include "sgn-backup-private.h"
#include "sgn-blob-private.h"
#include "sgn-disk-private.h"
#include "sgn-event-log-private.h"
#include "sgn-header-private.h"
#include "sgn-load-private.h"
#include "sgn-schema-private.h"
#include "sgn-verify-private.h"

static void
company_file_free (SgnCompanyFile *self)
{
  sgn_act_free (self->act);
  sgn_undo_free (self->undo);
  sgn_search_free (self->search);
  sgn_opening_free (self->opening);
  g_strfreev (self->steps);
  g_clear_pointer (&self->clock, sgn_clock_unref);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCompanyFile, company_file_free)

/**
 * sgn_company_file_is_database:
 * @path: any name
 *
 * Of a file that this process has open, nobody may look at the beginning in another way: closing a
 * second handle takes away the locks of the first, and another window would take the file for left
 * behind.
 *
 * Returns: whether a file is there that begins as a database does, of whatever program
 */
gboolean
sgn_company_file_is_database (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return sgn_header_is_database (path);
}

static gboolean
fill_new_file (const char *path, GError **error)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (sqlite3) db = sgn_db_open (path, SGN_DB_WRITE, error);

  return db != NULL && sgn_schema_migrate (db, (const char *const *) steps, error);
}

/* The new file has another name while it is made: what is said speaks of the one it is to have. */
static void
say (GError *failure, const char *temporary, const char *path, GError **error)
{
  g_autofree char *found = g_filename_display_name (temporary);
  g_autofree char *meant = g_filename_display_name (path);
  g_autoptr (GString) message = g_string_new (failure->message);

  g_string_replace (message, found, meant, 0);
  g_set_error_literal (error, failure->domain, failure->code, message->str);
}

/**
 * sgn_company_file_create:
 * @path: where the file is to be
 * @clock: the clock of the program
 * @error: return location: %SGN_ERROR_EXISTS, %SGN_ERROR_UNWRITABLE
 *
 * The file appears at @path only when it is complete, readable by its owner alone.
 *
 * Returns: (transfer full) (nullable): the new file, open for writing
 */
SgnCompanyFile *
sgn_company_file_create (const char *path, SgnClock *clock, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GError) failure = NULL;
  SgnCompanyFile *self = NULL;

  g_return_val_if_fail (path != NULL && clock != NULL, NULL);

  place = g_canonicalize_filename (path, NULL);
  temporary = sgn_disk_make_temporary (place, error);
  if (temporary == NULL)
    return NULL;
  if (!fill_new_file (temporary, &failure) || !sgn_disk_place (temporary, place, &failure)) {
    sgn_disk_remove (temporary);
    say (failure, temporary, place, error);
    return NULL;
  }

  self = sgn_company_file_open (place, SGN_OPEN_WRITE, clock, error);
  if (self == NULL)
    sgn_disk_remove (place);
  return self;
}

/**
 * sgn_company_file_open:
 * @path: a company file
 * @mode: what for
 * @clock: the clock of the program
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_DAMAGED, %SGN_ERROR_TOO_NEW,
 *   %SGN_ERROR_BUSY, %SGN_ERROR_UNWRITABLE
 *
 * A damaged file is never written to.
 *
 * Returns: (transfer full) (nullable): the open file
 */
SgnCompanyFile *
sgn_company_file_open (const char *path, SgnOpenMode mode, SgnClock *clock, GError **error)
{
  g_autoptr (SgnCompanyFile) self = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (path != NULL && clock != NULL, NULL);

  now = sgn_clock_now (clock);
  self = g_new0 (SgnCompanyFile, 1);
  self->thread = g_thread_self ();
  self->path = g_canonicalize_filename (path, NULL);
  self->clock = sgn_clock_ref (clock);
  self->steps = sgn_schema_load_steps ();
  self->undo = sgn_undo_new ();
  self->search = sgn_search_new ();
  self->opening = sgn_opening_new (self->path, mode, sgn_disk_is_remote (self->path),
                                   (const char *const *) self->steps, now, error);
  if (self->opening == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sgn_company_file_close:
 * @self: (transfer full): an open file
 * @error: return location
 *
 * An act that was not committed is rolled back.
 *
 * Returns: whether the file is one whole file again; what was committed is safe in any case
 */
gboolean
sgn_company_file_close (SgnCompanyFile *self, GError **error)
{
  g_autoptr (SgnCompanyFile) file = self;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), FALSE);

  g_clear_pointer (&file->act, sgn_act_free);
  return sgn_opening_close (g_steal_pointer (&file->opening), error);
}

void
sgn_company_file_discard (SgnCompanyFile *self)
{
  g_autofree char *path = NULL;
  gboolean ours = FALSE;

  g_return_if_fail (SGN_ON_ITS_THREAD (self));

  path = g_strdup (self->path);
  ours = sgn_file_id_check (self->opening->id, NULL);
  sgn_company_file_close (self, NULL);
  if (ours)
    sgn_disk_remove (path);
}

const char *
sgn_company_file_get_path (SgnCompanyFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

gboolean
sgn_company_file_is_read_only (SgnCompanyFile *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->opening->lease == NULL;
}

const char *
sgn_company_file_get_notice (SgnCompanyFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->opening->notice;
}

/**
 * sgn_company_file_is_held_elsewhere:
 * @self: an open company file
 *
 * Returns: whether it is read-only because it is open for writing on another computer; then
 *   %SGN_OPEN_TAKE_OVER opens it for writing here
 */
gboolean
sgn_company_file_is_held_elsewhere (SgnCompanyFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->opening->elsewhere;
}

gboolean
sgn_company_file_is_newer (SgnCompanyFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->opening->newer;
}

sqlite3 *
sgn_company_file_get_db (SgnCompanyFile *self)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), NULL);

  return self->act == NULL ? self->opening->db : NULL;
}

/**
 * sgn_company_file_load:
 * @self: an open file, outside an act
 * @error: return location: %SGN_ERROR_DAMAGED
 *
 * All rows are of one moment, also while somebody else writes.
 *
 * Returns: (transfer full) (nullable): the record
 */
SgnRecord *
sgn_company_file_load (SgnCompanyFile *self, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, NULL);

  return sgn_load (self->opening->db, self->undo, !sgn_company_file_is_read_only (self), error);
}

/**
 * sgn_company_file_reload:
 * @self: an open file, outside an act
 * @before: a record read from it earlier
 * @error: return location: %SGN_ERROR_DAMAGED
 *
 * The same as sgn_company_file_load(), but reads again only what has changed since @before.
 *
 * Returns: (transfer full) (nullable): the record, which shares the rest with @before
 */
SgnRecord *
sgn_company_file_reload (SgnCompanyFile *self, const SgnRecord *before, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL && before != NULL, NULL);

  return sgn_load_renewed (self->opening->db, self->undo, !sgn_company_file_is_read_only (self),
                           before, error);
}

json_t *
sgn_company_file_get_row (SgnCompanyFile *self, const char *kind, const char *id, GError **error)
{
  const SgnKind *found = NULL;
  json_t *row = NULL;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && kind != NULL && id != NULL, NULL);

  found = sgn_kind_find (kind);
  g_return_val_if_fail (found != NULL, NULL);

  sgn_kind_read (found, self->opening->db, id, &row, error);
  return row;
}

static gboolean
add_event (const SgnEventText *text, gpointer user_data, GError **error)
{
  SgnEvent *event = sgn_event_log_parse (text, error);

  if (event == NULL)
    return FALSE;
  g_ptr_array_add (user_data, event);
  return TRUE;
}

/**
 * sgn_company_file_get_event:
 * @self: an open file
 * @seq: number of an event
 * @error: return location: %SGN_ERROR_USAGE when there is no such event
 *
 * Returns: (transfer full) (nullable): the event
 */
SgnEvent *
sgn_company_file_get_event (SgnCompanyFile *self, gint64 seq, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), NULL);

  return sgn_event_log_get (self->opening->db, seq, error);
}

GPtrArray *
sgn_company_file_get_history (SgnCompanyFile *self, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self), NULL);

  if (!sgn_event_log_foreach (self->opening->db, 1, add_event, events, error))
    return NULL;
  return g_steal_pointer (&events);
}

GBytes *
sgn_company_file_get_blob (SgnCompanyFile *self, const char *sha256, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && sha256 != NULL, NULL);

  return sgn_blob_get (self->opening->db, sha256, error);
}

GPtrArray *
sgn_company_file_search (SgnCompanyFile *self, const char *text, guint limit, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (text, -1, NULL), NULL);

  return sgn_search_find (self->search, self->opening->db, text, limit, error);
}

SgnVerification *
sgn_company_file_verify (SgnCompanyFile *self, GError **error)
{
  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL, NULL);

  return sgn_verify (self->opening->db, (const char *const *) self->steps, self->opening->newer,
                     error);
}

gboolean
sgn_company_file_backup (SgnCompanyFile *self, const char *path, GError **error)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (SGN_ON_ITS_THREAD (self) && self->act == NULL && path != NULL, FALSE);

  place = g_canonicalize_filename (path, NULL);
  return sgn_backup_copy (self->opening->db, (const char *const *) self->steps, place, error);
}
