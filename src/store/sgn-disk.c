/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2 */

#include "sgn-disk-private.h"

#include "sgn-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* From statfs(2); not all of them are in <linux/magic.h>. */
static const gulong remote_types[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x65735546, /* FUSE */
  0x01021997, /* 9P */
  0x786f4256, /* folders of a virtual machine's host */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x564c,     /* NCP */
  0x00c36400, /* Ceph */
};

static const struct {
  const char *folder; /* a folder of this name, or one that starts so and goes on after a space */
  const char *service;
} sync_folders[] = {
  { "Dropbox", "Dropbox" },     { "OneDrive", "OneDrive" },   { "Google Drive", "Google Drive" },
  { "Nextcloud", "Nextcloud" }, { "ownCloud", "ownCloud" },   { "Box", "Box" },
  { "Box Sync", "Box" },        { "Syncthing", "Syncthing" }, { "pCloudDrive", "pCloud" },
};

gboolean
sgn_disk_type_is_remote (gulong type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (remote_types); i++) {
    if ((type & 0xffffffffUL) == remote_types[i])
      return TRUE;
  }
  return FALSE;
}

gboolean
sgn_disk_is_remote (const char *path)
{
  struct statfs info = { 0 };

  return statfs (path, &info) == 0 && sgn_disk_type_is_remote ((gulong) info.f_type);
}

gboolean
sgn_disk_is_read_only (const char *path)
{
  struct statvfs info = { 0 };

  return statvfs (path, &info) == 0 && (info.f_flag & ST_RDONLY) != 0;
}

static gboolean
is_folder_of (const char *part, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (part, folder) && (part[length] == '\0' || part[length] == ' ');
}

const char *
sgn_disk_find_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (GStrv) parts = g_strsplit (folder, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (sync_folders); j++) {
      if (is_folder_of (parts[i], sync_folders[j].folder))
        return sync_folders[j].service;
    }
  }
  return NULL;
}

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == EEXIST)
    g_set_error (error, SGN_ERROR, SGN_ERROR_EXISTS,
                 _ ("“%s” is already there and is not overwritten. Choose another name."), name);
  else
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
                 _ ("“%s” cannot be written (%s). Choose another place or make room."), name,
                 g_strerror (code));
  return FALSE;
}

char *
sgn_disk_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".sengen-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0) {
    fail (path, errno, error);
    return NULL;
  }
  close (fd);
  return g_steal_pointer (&name);
}

/* Not every file system can sync a folder: then there is no more to do. */
static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  int code = 0;

  if (fd < 0)
    return FALSE;
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP)
    code = errno;
  close (fd);
  errno = code;
  return code == 0;
}

/* Where the file system cannot rename without overwriting in one step, a second name does it; where
 * it has no second names either (FAT, some network folders), the name is taken first. */
static gboolean
move_to_free_name (const char *temporary, const char *path)
{
  int fd = -1;

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (temporary, path) == 0)
    return g_unlink (temporary) == 0;
  if (errno == EEXIST)
    return FALSE;

  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return FALSE;
  close (fd);
  return g_rename (temporary, path) == 0;
}

/* What SQLite lays beside a database. It would join a log or a journal with whatever has the name
 * it goes by. */
static const char *const beside[] = { "-wal", "-journal", "-shm" };

/* FALSE when the log or the journal of a file that is gone lies where @path is to be. */
static gboolean
check_beside (const char *path, GError **error)
{
  for (guint i = 0; i < 2; i++) {
    g_autofree char *other = g_strconcat (path, beside[i], NULL);

    if (g_file_test (other, G_FILE_TEST_EXISTS))
      return fail (other, EEXIST, error);
  }
  return TRUE;
}

gboolean
sgn_disk_place (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code = 0;

  if (!check_beside (path, error))
    return FALSE;
  if (!sync_path (temporary, 0) || !move_to_free_name (temporary, path))
    return fail (path, errno, error);
  if (sync_path (folder, O_DIRECTORY))
    return TRUE;

  /* It might not last: then it is not there. */
  code = errno;
  g_unlink (path);
  return fail (path, code, error);
}

void
sgn_disk_remove (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    g_autofree char *other = g_strconcat (path, beside[i], NULL);

    g_unlink (other);
  }
  g_unlink (path);
}
