/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-disk.h"

#include <glib/gstdio.h>

FaultDisk *fault_disk;

static void
op_free (gpointer data)
{
  FaultOp *self = data;

  g_free (self->path);
  g_free (self->target);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

FaultDisk *
fault_disk_new (const char *folder)
{
  FaultDisk *self = g_new0 (FaultDisk, 1);

  g_assert_null (fault_disk);
  self->folder = g_canonicalize_filename (folder, NULL);
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->vfs = fault_vfs_new (self);
  fault_disk = self;
  return self;
}

void
fault_disk_free (FaultDisk *self)
{
  g_assert_true (fault_disk == self);
  fault_disk = NULL;
  fault_vfs_free (self->vfs);
  g_clear_pointer (&self->ops, g_ptr_array_unref);
  g_hash_table_unref (self->numbers);
  g_free (self->first);
  g_free (self->boot);
  g_free (self->folder);
  g_free (self);
}

void
fault_disk_break (FaultDisk *self, guint left, gboolean forever, FaultSort sort)
{
  self->armed = TRUE;
  self->left = left;
  self->forever = forever;
  self->sort = sort;
  self->failed = 0;
  self->seen = 0;
  g_clear_pointer (&self->first, g_free);
}

gboolean
fault_disk_mend (FaultDisk *self)
{
  self->armed = FALSE;
  return self->failed > 0;
}

gboolean
fault_disk_fails (FaultDisk *self, gboolean writes, const char *what)
{
  if (!self->armed || self->asleep || (self->sort == FAULT_FULL && !writes))
    return FALSE;

  self->seen++;
  if (self->left > 0) {
    self->left--;
    return FALSE;
  }
  if (self->failed > 0 && !self->forever)
    return FALSE;

  if (self->failed++ == 0)
    self->first = g_strdup (what);
  return TRUE;
}

/* The log's index in shared memory does not outlive the computer's memory. */
gboolean
fault_disk_watches (FaultDisk *self, const char *path)
{
  gsize length = strlen (self->folder);

  return strncmp (path, self->folder, length) == 0 && (path[length] == '/' || path[length] == 0) &&
         !g_str_has_suffix (path, "-shm");
}

void
fault_disk_name_inode (FaultDisk *self, guint64 inode)
{
  g_hash_table_insert (self->numbers, g_memdup2 (&inode, sizeof inode),
                       GUINT_TO_POINTER (++self->last_number));
}

FaultOp *
fault_disk_add (FaultDisk *self, FaultOpKind kind, const char *path, guint64 inode)
{
  FaultOp *op = g_new0 (FaultOp, 1);

  op->kind = kind;
  op->path = g_strdup (path);
  op->file = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &inode));
  g_ptr_array_add (self->ops, op);
  return op;
}

static void
add_present (FaultDisk *self, const char *path)
{
  GStatBuf info;
  g_autofree char *data = NULL;
  gsize size = 0;
  FaultOp *op = NULL;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  fault_disk_name_inode (self, info.st_ino);
  fault_disk_add (self, FAULT_OP_CREATE, path, info.st_ino);
  op = fault_disk_add (self, FAULT_OP_WRITE, path, info.st_ino);
  op->bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  fault_disk_add (self, FAULT_OP_SYNC, path, info.st_ino);
}

void
fault_disk_record (FaultDisk *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func (op_free);
  const char *name = NULL;

  g_assert_null (self->ops);
  self->ops = ops;
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && fault_disk_watches (self, path))
      add_present (self, path);
  }
  fault_disk_add (self, FAULT_OP_SYNC_FOLDER, self->folder, 0);
  self->ops = g_steal_pointer (&ops);
}

void
fault_disk_mark (FaultDisk *self, guint mark)
{
  fault_disk_add (self, FAULT_OP_MARK, NULL, 0)->mark = mark;
}

GPtrArray *
fault_disk_end_record (FaultDisk *self)
{
  return g_steal_pointer (&self->ops);
}
