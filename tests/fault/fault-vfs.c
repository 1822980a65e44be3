/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's default VFS with failures in front of it, each with the code that SQLite's own gives. */
#include "fault-disk.h"

typedef struct {
  sqlite3_file base;
  FaultDisk *disk;
  gboolean watched;
  sqlite3_file *real; /* follows this struct */
} Handle;

typedef struct {
  sqlite3_vfs base;
  sqlite3_vfs *real;
  FaultDisk *disk;
} Machine;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((Handle *) file)->real;
}

static gboolean
fails (sqlite3_file *file, gboolean writes, const char *what)
{
  Handle *handle = (Handle *) file;

  return handle->watched && fault_disk_fails (handle->disk, writes, what);
}

/* Runs @call as SQLite's own business. */
#define WITHIN(file, call)                     \
  FaultDisk *disk = ((Handle *) (file))->disk; \
  gboolean before = disk->inside;              \
  int code = SQLITE_OK;                        \
                                               \
  disk->inside = TRUE;                         \
  code = (call);                               \
  disk->inside = before;                       \
  return code

static int
handle_close (sqlite3_file *file)
{
  WITHIN (file, real_of (file)->pMethods->xClose (real_of (file)));
}

static int
handle_read (sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset)
{
  if (fails (file, FALSE, "read"))
    return SQLITE_IOERR_READ;
  return real_of (file)->pMethods->xRead (real_of (file), buffer, count, offset);
}

static int
handle_write (sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset)
{
  if (fails (file, TRUE, "write"))
    return ((Handle *) file)->disk->sort == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;

  WITHIN (file, real_of (file)->pMethods->xWrite (real_of (file), buffer, count, offset));
}

static int
handle_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (file, FALSE, "truncate"))
    return SQLITE_IOERR_TRUNCATE;

  WITHIN (file, real_of (file)->pMethods->xTruncate (real_of (file), size));
}

static int
handle_sync (sqlite3_file *file, int flags)
{
  if (fails (file, FALSE, "sync"))
    return SQLITE_IOERR_FSYNC;

  WITHIN (file, real_of (file)->pMethods->xSync (real_of (file), flags));
}

static int
handle_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fails (file, FALSE, "size"))
    return SQLITE_IOERR_FSTAT;
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
handle_lock (sqlite3_file *file, int level)
{
  if (fails (file, FALSE, "lock"))
    return SQLITE_IOERR_LOCK;
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
handle_unlock (sqlite3_file *file, int level)
{
  WITHIN (file, real_of (file)->pMethods->xUnlock (real_of (file), level));
}

static int
handle_check_lock (sqlite3_file *file, int *reserved)
{
  if (fails (file, FALSE, "check of a lock"))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), reserved);
}

static int
handle_control (sqlite3_file *file, int operation, void *argument)
{
  WITHIN (file, real_of (file)->pMethods->xFileControl (real_of (file), operation, argument));
}

static int
handle_sector (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
handle_device (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
handle_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  if (fails (file, extend != 0, "map"))
    return SQLITE_IOERR_SHMMAP;

  WITHIN (file, real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory));
}

static int
handle_map_lock (sqlite3_file *file, int offset, int count, int flags)
{
  if ((flags & SQLITE_SHM_LOCK) != 0 && fails (file, FALSE, "lock of the map"))
    return SQLITE_IOERR_SHMLOCK;
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, count, flags);
}

static void
handle_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
handle_unmap (sqlite3_file *file, int remove)
{
  WITHIN (file, real_of (file)->pMethods->xShmUnmap (real_of (file), remove));
}

static const sqlite3_io_methods handle_methods = {
  .iVersion = 2,
  .xClose = handle_close,
  .xRead = handle_read,
  .xWrite = handle_write,
  .xTruncate = handle_truncate,
  .xSync = handle_sync,
  .xFileSize = handle_size,
  .xLock = handle_lock,
  .xUnlock = handle_unlock,
  .xCheckReservedLock = handle_check_lock,
  .xFileControl = handle_control,
  .xSectorSize = handle_sector,
  .xDeviceCharacteristics = handle_device,
  .xShmMap = handle_map,
  .xShmLock = handle_map_lock,
  .xShmBarrier = handle_barrier,
  .xShmUnmap = handle_unmap,
};

static int
machine_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  Machine *machine = (Machine *) vfs;
  Handle *handle = (Handle *) file;
  gboolean before = machine->disk->inside;
  int code = SQLITE_OK;

  handle->base.pMethods = NULL;
  handle->disk = machine->disk;
  handle->watched = name != NULL && fault_disk_watches (machine->disk, name);
  handle->real = (sqlite3_file *) (gpointer) (handle + 1);
  if (fails (file, (flags & SQLITE_OPEN_MAIN_DB) == 0, "open"))
    return SQLITE_CANTOPEN;

  machine->disk->inside = TRUE;
  code = machine->real->xOpen (machine->real, name, handle->real, flags, out_flags);
  machine->disk->inside = before;
  if (code == SQLITE_OK)
    handle->base.pMethods = &handle_methods;
  return code;
}

static int
machine_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  Machine *machine = (Machine *) vfs;
  gboolean before = machine->disk->inside;
  int code = SQLITE_OK;

  if (fault_disk_watches (machine->disk, name) && fault_disk_fails (machine->disk, FALSE, "delete"))
    return SQLITE_IOERR_DELETE;

  machine->disk->inside = TRUE;
  code = machine->real->xDelete (machine->real, name, sync);
  machine->disk->inside = before;
  return code;
}

static int
machine_access (sqlite3_vfs *vfs, const char *name, int flags, int *found)
{
  Machine *machine = (Machine *) vfs;

  if (fault_disk_watches (machine->disk, name) &&
      fault_disk_fails (machine->disk, FALSE, "look for a file"))
    return SQLITE_IOERR_ACCESS;
  return machine->real->xAccess (machine->real, name, flags, found);
}

sqlite3_vfs *
fault_vfs_new (FaultDisk *disk)
{
  Machine *self = g_new0 (Machine, 1);

  self->real = sqlite3_vfs_find (NULL);
  self->disk = disk;
  self->base = *self->real;
  self->base.zName = "faulty";
  self->base.pNext = NULL;
  self->base.szOsFile = (int) sizeof (Handle) + self->real->szOsFile;
  /* The other calls get our struct and use what they share with the real one. */
  self->base.xOpen = machine_open;
  self->base.xDelete = machine_delete;
  self->base.xAccess = machine_access;
  g_assert_cmpint (sqlite3_vfs_register (&self->base, 1), ==, SQLITE_OK);
  return &self->base;
}

void
fault_vfs_free (sqlite3_vfs *vfs)
{
  g_assert_cmpint (sqlite3_vfs_unregister (vfs), ==, SQLITE_OK);
  g_free (vfs);
}
