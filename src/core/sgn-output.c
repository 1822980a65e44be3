/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-output.h"

#include "sgn-error.h"
#include "sgn-placing.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What stands at @path now: 0 nothing, its mode when it is a file that may be replaced, else -1
 * with errno. */
static int
probe (const char *path, gboolean replace)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return errno == ENOENT ? 0 : -1;

  if (S_ISDIR (info.st_mode))
    errno = EISDIR;
  else if (!replace)
    errno = EEXIST;
  else if (!S_ISREG (info.st_mode))
    errno = EINVAL;
  else
    return info.st_mode;
  return -1;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize done = write (fd, data, left);

    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return FALSE;
    data += done;
    left -= (gsize) done;
  }
  return TRUE;
}

/* Fills and closes @fd; FALSE with errno. */
static gboolean
fill (int fd, GBytes *bytes, int old_mode)
{
  gboolean done = (old_mode == 0 || fchmod (fd, (mode_t) old_mode & 07777) == 0) &&
                  write_all (fd, bytes) && fsync (fd) == 0;
  int code = errno;

  if (close (fd) != 0 && done)
    return FALSE;
  errno = code;
  return done;
}

struct _SgnOutput {
  char *path; /* as it was asked for */
  char *target;
  char *temporary; /* (nullable): not written yet */
  gboolean replace;
};

/**
 * sgn_output_prepare:
 * @path: the file to be
 * @bytes: all that it will hold
 * @replace: whether a file of that name may be replaced; its permissions are kept
 * @error: return location; SGN_ERROR_EXISTS or SGN_ERROR_UNWRITABLE
 *
 * Puts the whole content on the disk beside @path, which itself stays as it is. A symbolic link
 * stays a link; folders and devices are never replaced.
 *
 * Returns: (transfer full): what sgn_output_finish() gives its name; freeing it instead leaves no
 *   trace
 */
SgnOutput *
sgn_output_prepare (const char *path, GBytes *bytes, gboolean replace, GError **error)
{
  g_autoptr (SgnOutput) self = g_new0 (SgnOutput, 1);
  int old_mode, fd;

  g_return_val_if_fail (path != NULL && bytes != NULL, NULL);

  self->path = g_strdup (path);
  self->replace = replace;
  old_mode = probe (path, replace);
  if (old_mode >= 0)
    self->target = old_mode > 0 ? realpath (path, NULL) : g_strdup (path);
  if (self->target == NULL) {
    sgn_placing_fail (path, errno, error);
    return NULL;
  }

  fd = sgn_placing_make (self->target, 0666, &self->temporary);
  if (fd < 0 || !fill (fd, bytes, old_mode)) {
    sgn_placing_fail (path, errno, error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/**
 * sgn_output_check:
 * @self: a prepared file
 * @error: return location; SGN_ERROR_UNWRITABLE
 *
 * A folder may vanish while work goes on: an USB stick that is pulled out.
 *
 * Returns: whether the content is still where it was put
 */
gboolean
sgn_output_check (SgnOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_access (self->temporary, F_OK) == 0 || sgn_placing_fail (self->path, errno, error);
}

/**
 * sgn_output_finish:
 * @self: (transfer full): a prepared file
 * @error: return location; SGN_ERROR_EXISTS or SGN_ERROR_UNWRITABLE
 *
 * Gives the file its name. When it returns TRUE the file is on the disk. When it returns FALSE
 * whatever was at its path is as it was, or, where a file was to be replaced, perhaps replaced but
 * not yet sure to last.
 */
gboolean
sgn_output_finish (SgnOutput *self, GError **error)
{
  g_autoptr (SgnOutput) output = self;
  gboolean placed;

  g_return_val_if_fail (output != NULL, FALSE);

  placed = output->replace ? g_rename (output->temporary, output->target) == 0 &&
                               sgn_placing_sync_name (output->target)
                           : sgn_placing_place (output->temporary, output->target);
  return placed || sgn_placing_fail (output->path, errno, error);
}

void
sgn_output_free (SgnOutput *self)
{
  int code = errno;

  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->path);
  g_free (self->target);
  g_free (self->temporary);
  g_free (self);
  errno = code;
}

/**
 * sgn_output_write:
 * @path: the file to be
 * @bytes: all that it will hold
 * @replace: whether a file of that name may be replaced
 * @error: return location; SGN_ERROR_EXISTS or SGN_ERROR_UNWRITABLE
 *
 * Prepares and finishes in one go: the whole file or nothing.
 */
gboolean
sgn_output_write (const char *path, GBytes *bytes, gboolean replace, GError **error)
{
  SgnOutput *output = sgn_output_prepare (path, bytes, replace, error);

  return output != NULL && sgn_output_finish (output, error);
}

static gboolean
check_empty (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *name = g_filename_display_name (folder);

  if (dir == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” is no folder that can be used. Name a new or empty folder."), name);
  else if (g_dir_read_name (dir) != NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_EXISTS,
                 _ ("The folder “%s” is not empty. Name a new or empty folder."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * sgn_output_make_folder:
 * @folder: where files are to be written
 * @mode: its permissions when it is new
 * @error: return location: %SGN_ERROR_EXISTS, %SGN_ERROR_UNWRITABLE
 *
 * Returns: whether @folder is there now and empty
 */
gboolean
sgn_output_make_folder (const char *folder, int mode, GError **error)
{
  g_autofree char *name = NULL;
  int code;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (g_mkdir (folder, mode) == 0)
    return TRUE;
  code = errno;
  if (code == EEXIST)
    return check_empty (folder, error);

  name = g_filename_display_name (folder);
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
               _ ("The folder “%s” cannot be made (%s). Name another one."), name,
               g_strerror (code));
  return FALSE;
}
