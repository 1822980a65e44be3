/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk between SQLite and the real one that fails at the n-th operation, for n = 1, 2, 3 … until
 * nothing fails any more: once, or from then on for good. */
#include "sgn-company-file.h"

#include "sgn-error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* What a test sets, and what the disk counts down. */
typedef struct {
  int left;        /* operations until the failure; -1: never */
  gboolean sticky; /* fails from then on */
  gboolean failed;
  int code;
} Fault;

typedef struct {
  sqlite3_file base;
  Fault *fault;
  sqlite3_file *real; /* follows this struct */
} Disk;

static gboolean
is_failing (Fault *fault)
{
  if (fault->failed && fault->sticky)
    return TRUE;
  if (fault->left < 0 || --fault->left >= 0)
    return FALSE;

  fault->left = -1;
  fault->failed = TRUE;
  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((Disk *) file)->real;
}

static gboolean
fails (sqlite3_file *file)
{
  return is_failing (((Disk *) file)->fault);
}

static int
disk_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
disk_read (sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), buffer, count, offset);
}

static int
disk_write (sqlite3_file *file, const void *buffer, int count, sqlite3_int64 offset)
{
  if (fails (file))
    return ((Disk *) file)->fault->code;
  return real_of (file)->pMethods->xWrite (real_of (file), buffer, count, offset);
}

static int
disk_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (file))
    return SQLITE_IOERR_TRUNCATE;
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
disk_sync (sqlite3_file *file, int flags)
{
  if (fails (file))
    return SQLITE_IOERR_FSYNC;
  return real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
disk_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
disk_lock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
disk_unlock (sqlite3_file *file, int level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
disk_check_lock (sqlite3_file *file, int *reserved)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), reserved);
}

static int
disk_control (sqlite3_file *file, int operation, void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
disk_sector (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
disk_device (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
disk_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
disk_shm_lock (sqlite3_file *file, int offset, int count, int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, count, flags);
}

static void
disk_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
disk_unmap (sqlite3_file *file, int remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static const sqlite3_io_methods disk_methods = {
  .iVersion = 2,
  .xClose = disk_close,
  .xRead = disk_read,
  .xWrite = disk_write,
  .xTruncate = disk_truncate,
  .xSync = disk_sync,
  .xFileSize = disk_size,
  .xLock = disk_lock,
  .xUnlock = disk_unlock,
  .xCheckReservedLock = disk_check_lock,
  .xFileControl = disk_control,
  .xSectorSize = disk_sector,
  .xDeviceCharacteristics = disk_device,
  .xShmMap = disk_map,
  .xShmLock = disk_shm_lock,
  .xShmBarrier = disk_barrier,
  .xShmUnmap = disk_unmap,
};

typedef struct {
  sqlite3_vfs base;
  sqlite3_vfs *real;
  Fault fault;
} Machine;

static int
machine_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  Machine *machine = (Machine *) vfs;
  Disk *disk = (Disk *) file;
  int code = SQLITE_OK;

  disk->base.pMethods = NULL;
  disk->fault = &machine->fault;
  disk->real = (sqlite3_file *) (gpointer) (disk + 1);
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0 && is_failing (&machine->fault))
    return SQLITE_CANTOPEN;
  code = machine->real->xOpen (machine->real, name, disk->real, flags, out_flags);
  if (code == SQLITE_OK)
    disk->base.pMethods = &disk_methods;
  return code;
}

static int
machine_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  Machine *machine = (Machine *) vfs;

  if (is_failing (&machine->fault))
    return SQLITE_IOERR_DELETE;
  return machine->real->xDelete (machine->real, name, sync);
}

static Machine *
machine_new (void)
{
  Machine *self = g_new0 (Machine, 1);

  self->real = sqlite3_vfs_find (NULL);
  self->base = *self->real;
  self->base.zName = "faulty";
  self->base.pNext = NULL;
  self->base.szOsFile = (int) sizeof (Disk) + self->real->szOsFile;
  self->base.xOpen = machine_open;
  self->base.xDelete = machine_delete;
  self->fault.left = -1;
  /* The other calls get our struct and use what they share with the real one. */
  g_assert_cmpint (sqlite3_vfs_register (&self->base, 1), ==, SQLITE_OK);
  return self;
}

typedef struct {
  char *folder;
  char *path;
  SgnClock *clock;
  Machine *machine;
} Place;

static void
set_up (Place *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sengen-io-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.sengen", NULL);
  self->clock = sgn_clock_new ();
  self->machine = machine_new ();
}

static void
empty_folder (Place *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

static void
tear_down (Place *self, gconstpointer data)
{
  sqlite3_vfs_unregister (&self->machine->base);
  g_free (self->machine);
  empty_folder (self);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  sgn_clock_unref (self->clock);
}

static gboolean
put_person (SgnCompanyFile *file, const char *id, GError **error)
{
  g_autoptr (json_t) row = json_pack ("{s:s,s:s}", "name", "田中", "role", id);

  return sgn_company_file_put (file, SGN_KIND_PERSON, id, row, error);
}

/* Two rows in one act; @file may be NULL after a failure. */
static gboolean
write_act (SgnCompanyFile *file, const char *first, const char *second, GError **error)
{
  return sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, error) &&
         put_person (file, first, error) && put_person (file, second, error) &&
         sgn_company_file_commit (file, error);
}

/* Everything one does with a file. Says how many acts were acknowledged. */
static guint
work (Place *place, GError **error)
{
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, error);
  guint acknowledged = 0;

  if (file == NULL)
    return 0;
  if (write_act (file, "1", "2", error)) {
    acknowledged++;
    if (write_act (file, "3", "4", error))
      acknowledged++;
  }
  sgn_company_file_close (file, error != NULL && *error == NULL ? error : NULL);
  return acknowledged;
}

/* The disk works again: what was acknowledged is there, in whole acts, and nothing is damaged. An
 * act whose commit failed may or may not be there, but only as a whole. */
static void
check (Place *place, guint acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) record = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = NULL;

  place->machine->fault = (Fault){ -1, FALSE, FALSE, 0 };
  file = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);
  g_assert_no_error (error);
  record = sgn_company_file_load (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->persons->len % 2, ==, 0);
  g_assert_cmpuint (record->persons->len, >=, 2 * acknowledged);
  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_true (sgn_company_file_close (file, NULL));
}

static const struct {
  const char *name;
  gboolean sticky;
  int code;
} faults[] = {
  { "/io/one-failed-write", FALSE, SQLITE_IOERR_WRITE },
  { "/io/a-disk-that-stays-broken", TRUE, SQLITE_IOERR_WRITE },
  { "/io/one-moment-full", FALSE, SQLITE_FULL },
  { "/io/full-for-good", TRUE, SQLITE_FULL },
};

static void
test_every_failing_operation (Place *place, gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  guint points = 0;
  gboolean failed = TRUE;

  for (int n = 0; failed; n++) {
    g_autoptr (GError) error = NULL;
    SgnCompanyFile *file = NULL;
    guint acknowledged = 0;

    file = sgn_company_file_create (place->path, place->clock, &error);
    g_assert_no_error (error);
    g_assert_true (sgn_company_file_close (file, NULL));

    place->machine->fault = (Fault){ n, faults[index].sticky, FALSE, faults[index].code };
    acknowledged = work (place, &error);
    failed = place->machine->fault.failed;
    g_assert_true (error == NULL || error->domain == SGN_ERROR);
    g_assert_true (failed || error == NULL);
    g_assert_true (error != NULL || acknowledged == 2);
    check (place, acknowledged);
    points += failed ? 1 : 0;
    empty_folder (place);
  }
  g_test_message ("%u points of failure", points);
  g_assert_cmpuint (points, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add (faults[i].name, Place, GSIZE_TO_POINTER (i), set_up, test_every_failing_operation,
                tear_down);

  return g_test_run ();
}
