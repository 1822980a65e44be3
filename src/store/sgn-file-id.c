/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-file-id-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

SgnFileId *
sgn_file_id_new (const char *path)
{
  SgnFileId *self = g_new0 (SgnFileId, 1);
  struct stat info = { 0 };

  self->path = g_strdup (path);
  if (stat (path, &info) == 0) {
    self->device = info.st_dev;
    self->file = info.st_ino;
  }
  return self;
}

void
sgn_file_id_free (SgnFileId *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self);
}

gboolean
sgn_file_id_check (const SgnFileId *self, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  struct stat info = { 0 };

  if (stat (self->path, &info) != 0)
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” is no longer there: it was moved or removed, or its disk was "
                    "disconnected. Put it back, then open it again."),
                 name);
  else if (info.st_dev != self->device || info.st_ino != self->file)
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("Another file has taken the place of “%s” while it was open. Close it and open "
                    "the right one again."),
                 name);
  else
    return TRUE;
  return FALSE;
}
