/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-opening-private.h"

#include "sgn-backup-private.h"
#include "sgn-disk-private.h"
#include "sgn-header-private.h"
#include "sgn-reading-private.h"
#include "sgn-schema-private.h"
#include "sgn-unclosed-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>

static gboolean fail (GError **error, SgnError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Always FALSE. */
static gboolean
fail (GError **error, SgnError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (SGN_ERROR, (int) code, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* What is asked of one opening, and what was seen of the file before. */
typedef struct {
  const char *path;   /* without links on the way */
  const char *second; /* (nullable): another name of the file */
  SgnOpenMode mode;
  gboolean remote;
  const char *const *steps;
  const char *now;
  SgnHeader header;
} Wish;

static gboolean
is_newer (const Wish *wish, gint64 version)
{
  return version > g_strv_length ((char **) wish->steps);
}

/* Whether acts may be beside the file that @header is of, and nowhere else. */
static gboolean
has_beside (const SgnHeader *header)
{
  return header->has_log || header->has_journal;
}

/* Of two names of one file, the one to keep is the one that has the newest acts beside it. */
static gboolean
is_name_to_keep (const Wish *wish)
{
  SgnHeader header = { 0 };

  return has_beside (&wish->header) ||
         !(wish->header.logged ||
           (sgn_header_check (wish->second, &header, NULL) && has_beside (&header)));
}

static gboolean
fail_second_name (const Wish *wish, SgnError code, GError **error)
{
  gboolean keep = is_name_to_keep (wish);
  g_autofree char *name = g_filename_display_basename (wish->path);
  g_autofree char *second = g_filename_display_basename (wish->second);

  return fail (error, code,
               _ ("“%s” and “%s” are one file under two names, and writing would damage it. Move "
                  "“%s” to the trash, then open “%s”."),
               name, second, keep ? second : name, keep ? name : second);
}

static SgnOpening *
open_for_reading (const Wish *wish, GError **error)
{
  g_autoptr (SgnOpening) self = g_new0 (SgnOpening, 1);

  self->db = sgn_reading_open (wish->path, &wish->header, wish->steps, &self->version, error);
  if (self->db == NULL)
    return NULL;

  self->id = sgn_file_id_new (wish->path);
  self->newer = is_newer (wish, self->version);
  self->notice = sgn_unclosed_make_notice (self->db, wish->path, &wish->header);
  return g_steal_pointer (&self);
}

static gboolean
migrate (sqlite3 *db, const Wish *wish, gint64 version, GError **error)
{
  if (version == g_strv_length ((char **) wish->steps))
    return TRUE;
  return sgn_backup_before_migration (db, wish->steps, wish->path, version, error) &&
         sgn_schema_migrate (db, wish->steps, error);
}

static gboolean
check_writable (sqlite3 *db, const Wish *wish, gint64 version, GError **error)
{
  g_autofree char *name = g_filename_display_name (wish->path);

  if (is_newer (wish, version))
    return fail (
      error, SGN_ERROR_TOO_NEW,
      _ ("“%s” was written by a later version of Sengen and can only be read here. Update "
         "this program to write."),
      name);
  if (sqlite3_db_readonly (db, "main") != 0)
    return fail (error, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” cannot be written where it is. Copy it to a place that can be written."),
                 name);
  return TRUE;
}

/* Said before a log is made under this name. What is damaged is said to be so first: of a file that
 * was not closed that has been done. */
static gboolean
check_names (const Wish *wish, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 version = 0;

  if (!wish->header.logged && !has_beside (&wish->header))
    db = sgn_reading_inspect (wish->path, SGN_DB_READ, wish->steps, &version, &failure);
  if (!g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED))
    return fail_second_name (wish, SGN_ERROR_UNWRITABLE, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* From here on the file may be touched; it has been found sound. */
static gboolean
take_for_writing (SgnOpening *self, const Wish *wish, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SgnLease) lease = sgn_lease_new ();
  g_autofree char *name = g_filename_display_name (wish->path);

  if (sgn_lease_take (lease, self->db, wish->remote, wish->mode == SGN_OPEN_TAKE_OVER, wish->now,
                      &failure)) {
    self->lease = g_steal_pointer (&lease);
    return sgn_db_trust (self->db, error);
  }
  /* An empty log that was made just now is to go again. */
  if (!wish->header.has_log)
    sgn_db_trust (self->db, NULL);
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_UNREADABLE)) /* no journal can be made */
    return fail (error, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” cannot be written because its folder cannot be written. Choose another "
                    "place."),
                 name);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static char *
make_place_notice (const char *path, gboolean remote)
{
  const char *service = sgn_disk_find_sync (path);

  if (remote)
    return g_strdup (_ ("The file is in a network folder. Saving is slower, and only one computer "
                        "can write at a time."));
  if (service != NULL)
    return g_strdup_printf (_ ("The file is in a folder that %s synchronises. Open it on one "
                               "computer at a time."),
                            service);
  return NULL;
}

static char *
make_notice (SgnOpening *self, const Wish *wish)
{
  char *notice = sgn_unclosed_make_notice (self->db, wish->path, &wish->header);

  return notice != NULL ? notice : make_place_notice (wish->path, wish->remote);
}

static SgnOpening *
open_for_writing (const Wish *wish, GError **error)
{
  g_autoptr (SgnOpening) self = g_new0 (SgnOpening, 1);

  if (wish->second != NULL && !check_names (wish, error))
    return NULL;
  self->id = sgn_file_id_new (wish->path); /* should another file come now, it is not written to */
  self->db = sgn_reading_inspect (wish->path, SGN_DB_WRITE, wish->steps, &self->version, error);
  if (self->db == NULL || !check_writable (self->db, wish, self->version, error) ||
      !take_for_writing (self, wish, error))
    return NULL;
  self->notice = make_notice (self, wish);
  if (!migrate (self->db, wish, self->version, error)) {
    sgn_opening_close (g_steal_pointer (&self), NULL);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/* What a writer finds damaged is not shown to a reader either. */
static SgnOpening *
open_either_way (const Wish *wish, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SgnOpening *self = open_for_writing (wish, &failure);

  if (self == NULL && !g_error_matches (failure, SGN_ERROR, SGN_ERROR_DAMAGED)) {
    self = open_for_reading (wish, error);
    if (self != NULL) {
      g_free (self->notice);
      self->notice = g_strdup (failure->message);
      self->elsewhere =
        g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY) && sgn_lease_is_elsewhere (self->db);
    }
    return self;
  }
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return self;
}

SgnOpening *
sgn_opening_new (const char *path,
                 SgnOpenMode mode,
                 gboolean remote,
                 const char *const *steps,
                 const char *now,
                 GError **error)
{
  g_autofree char *place = sgn_disk_resolve (path);
  g_autofree char *second = sgn_disk_find_second_name (place);
  Wish wish = { place, second, mode, remote, steps, now, { 0 } };

  if (!sgn_header_check (place, &wish.header, error) ||
      !sgn_unclosed_check (place, &wish.header, steps, error))
    return NULL;
  if (second != NULL && !is_name_to_keep (&wish)) {
    fail_second_name (&wish, SGN_ERROR_UNREADABLE, error);
    return NULL;
  }

  switch (mode) {
  case SGN_OPEN_READ:
    return open_for_reading (&wish, error);
  case SGN_OPEN_WRITE_OR_READ:
    return open_either_way (&wish, error);
  case SGN_OPEN_WRITE:
  case SGN_OPEN_TAKE_OVER:
  default:
    return open_for_writing (&wish, error);
  }
}

SgnOpening *
sgn_opening_new_for_reading (const char *path, const char *const *steps, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);

  return sgn_opening_new (place, SGN_OPEN_READ, FALSE, steps, "", error);
}

/* Somebody who is reading may keep the log of last acts in use; then the file is whole together
 * with it, and the next to close it makes it one. */
static gboolean
merge_log (sqlite3 *db, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (sgn_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", &failure) &&
      sgn_db_exec (db, "PRAGMA journal_mode = DELETE", &failure))
    return TRUE;
  if (g_error_matches (failure, SGN_ERROR, SGN_ERROR_BUSY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
sgn_opening_close (SgnOpening *self, GError **error)
{
  g_autoptr (SgnOpening) opening = self;

  if (opening->lease == NULL)
    return TRUE;

  sgn_db_rollback (opening->db);
  if (!sgn_file_id_check (opening->id, error)) {
    /* SQLite knows a log by its name alone, and writes no more where that may be another file's.
     * What ours holds is taken in where our handles lead, so that a moved file is whole. */
    sgn_db_exec (opening->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
    return FALSE;
  }
  return sgn_lease_give_back (opening->lease, opening->db, error) && merge_log (opening->db, error);
}

void
sgn_opening_free (SgnOpening *self)
{
  if (self == NULL)
    return;

  sgn_lease_free (self->lease);
  sgn_file_id_free (self->id);
  g_free (self->notice);
  sqlite3_close_v2 (self->db);
  g_free (self);
}
