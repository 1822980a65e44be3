/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C library's functions that change files, in front of its own: the linker takes the program's
 * before those of a library, for all libraries. They go to the kernel directly. */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* open and open64 are two functions here */

#include "fault-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define NFS 0x6969
#define BOOT_ID "/proc/sys/kernel/random/boot_id"

int renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned int flags);

/* Whether @fd is a file of the disk; its name in @path. */
static gboolean
is_ours (int fd, char *path, gsize size)
{
  char link[64];
  ssize_t length = 0;

  if (fault_disk == NULL || (fault_disk->ops == NULL && !fault_disk->armed))
    return FALSE;

  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, size - 1);
  if (length <= 0)
    return FALSE;
  path[length] = '\0';
  return fault_disk_watches (fault_disk, path);
}

static gboolean
is_name_of_ours (const char *path)
{
  return fault_disk != NULL && fault_disk_watches (fault_disk, path);
}

static gboolean
fails (gboolean writes, const char *what)
{
  if (fault_disk->inside || !fault_disk_fails (fault_disk, writes, what))
    return FALSE;
  errno = fault_disk->sort == FAULT_FULL ? ENOSPC : EIO;
  return TRUE;
}

static guint64
inode_of (int fd)
{
  struct stat64 info = { 0 };

  return fstat64 (fd, &info) == 0 ? info.st_ino : 0;
}

static gboolean
is_folder (int fd)
{
  struct stat64 info = { 0 };

  return fstat64 (fd, &info) == 0 && S_ISDIR (info.st_mode);
}

static gboolean
is_recording (void)
{
  return fault_disk != NULL && fault_disk->ops != NULL;
}

static int
real_open (const char *path, int flags, mode_t mode)
{
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

static int
watched_open (const char *path, int flags, mode_t mode)
{
  gboolean is_new = (flags & O_CREAT) != 0 && access (path, F_OK) != 0;
  int fd = -1;

  if (fails (is_new, "open"))
    return -1;
  fd = real_open (path, flags, mode);
  if (fd < 0 || !is_recording ())
    return fd;
  if (is_new) {
    fault_disk_name_inode (fault_disk, inode_of (fd));
    fault_disk_add (fault_disk, FAULT_OP_CREATE, path, inode_of (fd));
  } else if ((flags & O_TRUNC) != 0) {
    fault_disk_add (fault_disk, FAULT_OP_TRUNCATE, path, inode_of (fd));
  }
  return fd;
}

static int
open_any (const char *path, int flags, mode_t mode)
{
  if (fault_disk != NULL && fault_disk->boot != NULL && g_str_equal (path, BOOT_ID))
    return real_open (fault_disk->boot, flags, mode);
  return is_name_of_ours (path) ? watched_open (path, flags, mode) : real_open (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & (O_CREAT | __O_TMPFILE)) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return open_any (path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & (O_CREAT | __O_TMPFILE)) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return open_any (path, flags, mode);
}

static void
note_write (int fd, const char *path, const void *data, ssize_t count, off64_t offset)
{
  FaultOp *op = NULL;

  if (!is_recording () || count <= 0)
    return;
  op = fault_disk_add (fault_disk, FAULT_OP_WRITE, path, inode_of (fd));
  op->offset = offset;
  op->bytes = g_bytes_new (data, (gsize) count);
}

ssize_t
write (int fd, const void *data, size_t count)
{
  char path[4096];
  off64_t offset = 0;
  ssize_t done = 0;

  if (!is_ours (fd, path, sizeof path))
    return syscall (SYS_write, fd, data, count);
  if (fails (TRUE, "write"))
    return -1;
  offset = lseek64 (fd, 0, SEEK_CUR);
  done = syscall (SYS_write, fd, data, count);
  note_write (fd, path, data, done, offset);
  return done;
}

ssize_t
writev (int fd, const struct iovec *parts, int count)
{
  return count > 0 ? write (fd, parts[0].iov_base, parts[0].iov_len) : 0;
}

ssize_t
pwrite64 (int fd, const void *data, size_t count, off64_t offset)
{
  char path[4096];
  ssize_t done = 0;

  if (!is_ours (fd, path, sizeof path))
    return syscall (SYS_pwrite64, fd, data, count, offset);
  if (fails (TRUE, "write"))
    return -1;
  done = syscall (SYS_pwrite64, fd, data, count, offset);
  note_write (fd, path, data, done, offset);
  return done;
}

int
ftruncate64 (int fd, off64_t size)
{
  char path[4096];
  int code = 0;

  if (!is_ours (fd, path, sizeof path))
    return (int) syscall (SYS_ftruncate, fd, size);
  if (fails (FALSE, "truncate"))
    return -1;
  code = (int) syscall (SYS_ftruncate, fd, size);
  if (code == 0 && is_recording ())
    fault_disk_add (fault_disk, FAULT_OP_TRUNCATE, path, inode_of (fd))->offset = size;
  return code;
}

static int
sync_any (int fd, long call)
{
  char path[4096];

  if (fault_disk != NULL && fault_disk->asleep)
    return 0;
  if (!is_ours (fd, path, sizeof path))
    return (int) syscall (call, fd);
  if (fails (FALSE, "sync"))
    return -1;
  if (is_recording ())
    fault_disk_add (fault_disk, is_folder (fd) ? FAULT_OP_SYNC_FOLDER : FAULT_OP_SYNC, path,
                    inode_of (fd));
  return 0; /* the tests' own disk need not be waited for */
}

int
fsync (int fd)
{
  return sync_any (fd, SYS_fsync);
}

int
fdatasync (int fd)
{
  return sync_any (fd, SYS_fdatasync);
}

/* What is to be cleaned up can always be removed: a file that stays behind is then the program's.
 */
int
unlink (const char *path)
{
  int code = (int) syscall (SYS_unlink, path);

  if (code == 0 && is_name_of_ours (path) && is_recording ())
    fault_disk_add (fault_disk, FAULT_OP_UNLINK, path, 0);
  return code;
}

/* What the file system of the disk cannot do at all; 0 for what it can. */
static int
lacks (long call, unsigned int flags)
{
  if (call == SYS_link)
    return fault_disk->single ? EPERM : 0;
  return flags != 0 && (fault_disk->plain || fault_disk->single) ? EINVAL : 0;
}

static int
move (long call, const char *from, const char *to, unsigned int flags)
{
  gboolean ours = is_name_of_ours (to);
  int code = 0;

  if (ours && lacks (call, flags) != 0) {
    errno = lacks (call, flags);
    return -1;
  }
  if (ours && fails (FALSE, call == SYS_link ? "link" : "rename"))
    return -1;
  code = call == SYS_link ? (int) syscall (SYS_link, from, to)
                          : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
  if (code == 0 && ours && is_recording ()) {
    FaultOpKind kind = call == SYS_link ? FAULT_OP_LINK : FAULT_OP_RENAME;

    fault_disk_add (fault_disk, kind, from, 0)->target = g_strdup (to);
  }
  return code;
}

int
link (const char *from, const char *to)
{
  return move (SYS_link, from, to, 0);
}

int
rename (const char *from, const char *to)
{
  return move (SYS_renameat2, from, to, 0);
}

int
renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned int flags)
{
  g_assert_true (from_fd == AT_FDCWD && to_fd == AT_FDCWD);
  return move (SYS_renameat2, from, to, flags);
}

int
statfs64 (const char *path, struct statfs64 *info)
{
  int code = (int) syscall (SYS_statfs, path, info);

  if (code == 0 && fault_disk != NULL && fault_disk->remote)
    info->f_type = NFS;
  return code;
}
