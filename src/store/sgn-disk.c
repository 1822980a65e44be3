/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-disk-private.h"

#include "sgn-placing.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
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

char *
sgn_disk_resolve (const char *path)
{
  char *found = realpath (path, NULL);
  char *resolved = g_strdup (found != NULL ? found : path);

  free (found);
  return resolved;
}

gboolean
sgn_disk_is_temporary (const char *name)
{
  return g_str_has_prefix (name, ".sengen-");
}

/* The link count alone says nothing: some file systems count a short name of their own (NTFS). */
char *
sgn_disk_find_second_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own = g_path_get_basename (path);
  g_autoptr (GDir) dir = NULL;
  GStatBuf info;

  if (g_lstat (path, &info) != 0 || info.st_nlink < 2)
    return NULL;

  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *other = g_build_filename (folder, name, NULL);
    GStatBuf found;

    if (!g_str_equal (name, own) && !sgn_disk_is_temporary (name) && g_lstat (other, &found) == 0 &&
        found.st_dev == info.st_dev && found.st_ino == info.st_ino)
      return g_steal_pointer (&other);
  }
  return NULL;
}

char *
sgn_disk_make_temporary (const char *path, GError **error)
{
  char *temporary = NULL;
  int fd = sgn_placing_make (path, 0600, &temporary);

  if (fd < 0)
    sgn_placing_fail (path, errno, error);
  else
    close (fd);
  return temporary;
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
      return sgn_placing_fail (other, EEXIST, error);
  }
  return TRUE;
}

gboolean
sgn_disk_place (const char *temporary, const char *path, GError **error)
{
  if (!check_beside (path, error))
    return FALSE;
  return (sgn_placing_sync (temporary) && sgn_placing_place (temporary, path)) ||
         sgn_placing_fail (path, errno, error);
}

gboolean
sgn_disk_move_beside (const char *from, const char *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    g_autofree char *old = g_strconcat (from, beside[i], NULL);
    g_autofree char *new = g_strconcat (to, beside[i], NULL);

    if (g_file_test (old, G_FILE_TEST_EXISTS) && !sgn_placing_move (old, new))
      return FALSE;
  }
  return TRUE;
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
