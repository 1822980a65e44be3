/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "sgn-placing.h"

#include "sgn-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

int
sgn_placing_make (const char *path, int mode, char **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".sengen-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, mode);

  if (fd >= 0)
    *temporary = g_steal_pointer (&name);
  return fd;
}

/* Not everything can be synced: then there is no more to do. */
static gboolean
sync_open (int fd)
{
  gboolean synced = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  int code = errno;

  close (fd);
  errno = code;
  return synced;
}

gboolean
sgn_placing_sync (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  return fd >= 0 && sync_open (fd);
}

/* A folder may let itself be written and not be read. */
gboolean
sgn_placing_sync_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  return fd >= 0 ? sync_open (fd) : errno == EACCES;
}

static gboolean
unlink_and_fail (const char *path, int code)
{
  g_unlink (path);
  errno = code;
  return FALSE;
}

/* Where there are no second names either (FAT, some network folders), the name is taken first. */
static gboolean
move_onto_placeholder (const char *from, const char *to)
{
  int fd = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;
  close (fd);
  return g_rename (from, to) == 0 || unlink_and_fail (to, errno);
}

gboolean
sgn_placing_move (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) == 0)
    return g_unlink (from) == 0 || unlink_and_fail (to, errno);
  return errno != EEXIST && move_onto_placeholder (from, to);
}

gboolean
sgn_placing_place (const char *temporary, const char *path)
{
  return sgn_placing_move (temporary, path) &&
         (sgn_placing_sync_name (path) || unlink_and_fail (path, errno));
}

/* What people can do about @code. */
static char *
explain (const char *name, int code)
{
  switch (code) {
  case ENOSPC:
  case EDQUOT:
    return g_strdup_printf (_ ("“%s” cannot be written because the disk is full. Make room, or "
                               "choose another place."),
                            name);

  case EROFS:
  case EACCES:
  case EPERM:
    return g_strdup_printf (_ ("“%s” cannot be written because nothing may be written in its "
                               "folder. Choose another place."),
                            name);

  case ENOENT:
  case ENOTDIR:
    return g_strdup_printf (_ ("The folder of “%s” is not there. Choose another place."), name);

  default:
    return g_strdup_printf (_ ("“%s” cannot be written (%s). Choose another place or make room."),
                            name, g_strerror (code));
  }
}

gboolean
sgn_placing_fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *why = NULL;

  if (code == EEXIST) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_EXISTS,
                 _ ("“%s” is already there and is not overwritten. Choose another name."), name);
    return FALSE;
  }

  why = explain (name, code);
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNWRITABLE, why);
  return FALSE;
}
