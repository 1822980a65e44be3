/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup.h"

#include "sgn-backup-private.h"
#include "sgn-disk-private.h"
#include "sgn-opening-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"
#include "sgn-placing.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * sgn_company_file_restore:
 * @copy: a copy that is not sealed
 * @path: the new file; never overwritten
 * @error: return location: %SGN_ERROR_EXISTS, %SGN_ERROR_UNREADABLE, %SGN_ERROR_DAMAGED,
 *   %SGN_ERROR_UNWRITABLE
 *
 * The copy is checked before, the new file after. A copy of an earlier version gives a file of this
 * version; the copy itself stays as it is.
 */
gboolean
sgn_company_file_restore (const char *copy, const char *path, GError **error)
{
  g_autoptr (SgnOpening) opening = NULL;
  g_auto (GStrv) steps = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (copy != NULL && path != NULL, FALSE);

  steps = sgn_schema_load_steps ();
  place = g_canonicalize_filename (path, NULL);
  opening = sgn_opening_new_for_reading (copy, (const char *const *) steps, error);
  return opening != NULL &&
         sgn_backup_copy (opening->db, (const char *const *) steps, place, error);
}

static gboolean
fail (const char *path, GError **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SGN_ERROR, code == EEXIST ? SGN_ERROR_EXISTS : SGN_ERROR_UNWRITABLE,
               _ ("“%s” cannot be given its new name (%s). Restore the backup as a new file."),
               name, g_strerror (code));
  return FALSE;
}

/* What SQLite left beside a file that was not closed belongs to that file alone: the one that comes
 * in its place would be destroyed by it. */
static gboolean
put_in (const char *fresh, const char *path, const char *kept, GError **error)
{
  if (!sgn_disk_move_beside (path, kept))
    return fail (path, error);
  return sgn_backup_place_over (fresh, path, error);
}

/* The old file has its name for itself again, unless the new one has got it. */
static void
take_back (const SgnFileId *old, const char *path, const char *kept)
{
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if ((is_there && !sgn_file_id_check (old, NULL)) || !sgn_disk_move_beside (kept, path))
    return;
  if (is_there)
    g_unlink (kept);
  else
    sgn_placing_move (kept, path);
}

/**
 * sgn_backup_swap_in:
 * @fresh: a whole company file
 * @path: the file whose name it is to have; nobody may have it open
 * @kept: (nullable): the name that file gets; free. NULL: there is no file at @path
 * @error: return location: %SGN_ERROR_UNWRITABLE, %SGN_ERROR_EXISTS
 *
 * Where the file system knows second names, @path is there at every moment: first as the old file,
 * which by then is called @kept too, then as the new one.
 *
 * Returns: whether all is done; if not, @path is as it was, or @kept if not even that could be done
 */
gboolean
sgn_backup_swap_in (const char *fresh, const char *path, const char *kept, GError **error)
{
  g_autoptr (SgnFileId) old = NULL;

  g_return_val_if_fail (fresh != NULL && path != NULL, FALSE);

  if (kept == NULL)
    return sgn_backup_place_over (fresh, path, error);
  old = sgn_file_id_new (path);
  if (link (path, kept) != 0 && (errno == EEXIST || !sgn_placing_move (path, kept)))
    return fail (path, error);
  if (put_in (fresh, path, kept, error))
    return TRUE;

  take_back (old, path, kept);
  return FALSE;
}
