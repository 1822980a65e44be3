/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A disk under test: stands between the program and the real one for all files of one folder. It
 * knows SQLite's operations, because it is SQLite's default VFS while it is there, and those of all
 * other code, because it stands in for the C library's own functions. It can fail, and it can
 * remember what was done to it. One at a time in a process. */

typedef enum {
  FAULT_OP_CREATE,
  FAULT_OP_WRITE,
  FAULT_OP_TRUNCATE,
  FAULT_OP_SYNC,
  FAULT_OP_SYNC_FOLDER,
  FAULT_OP_RENAME,
  FAULT_OP_LINK,
  FAULT_OP_UNLINK,
  FAULT_OP_MARK,
} FaultOpKind;

/* What was done to a file, or where something was acknowledged. Names are kept because the file
 * behind a name changes; @file is the same number for one file under all its names. */
typedef struct {
  FaultOpKind kind;
  guint file;
  char *path;   /* (nullable) */
  char *target; /* (nullable): the new name */
  gint64 offset;
  GBytes *bytes; /* (nullable) */
  guint mark;
} FaultOp;

/* A disk that is full says so where it writes, and does all else. */
typedef enum {
  FAULT_BROKEN,
  FAULT_FULL,
} FaultSort;

typedef struct {
  char *folder;
  sqlite3_vfs *vfs;

  gboolean armed;
  guint left; /* operations until the failure */
  FaultSort sort;
  gboolean forever;
  guint failed; /* how often */
  guint seen;   /* operations while armed */
  char *first;  /* (nullable): what failed first */

  GPtrArray *ops;      /* (nullable): of FaultOp, while recording */
  GHashTable *numbers; /* inode → number of the file */
  guint last_number;

  gboolean inside; /* in SQLite's own VFS, which has been asked already */
  gboolean remote; /* the folder says that it is in a network */
  gboolean plain;  /* no rename that never overwrites */
  gboolean single; /* nor second names of a file: as on many USB sticks */
  gboolean asleep; /* syncs wait for nothing: the real disk is of no interest */
  char *boot;      /* (nullable): a file that stands for the id of this start of the computer */
} FaultDisk;

/* (nullable): the one that is there */
extern FaultDisk *fault_disk;

FaultDisk *fault_disk_new (const char *folder);
void fault_disk_free (FaultDisk *self);

/* Fails the operation after @left others, and all later ones if @forever. */
void fault_disk_break (FaultDisk *self, guint left, gboolean forever, FaultSort sort);
/* Whether it failed since. */
gboolean fault_disk_mend (FaultDisk *self);
/* For those who do an operation: whether this one fails. @writes: it needs room. */
gboolean fault_disk_fails (FaultDisk *self, gboolean writes, const char *what);

/* Starts to remember. The files that are there count as safe. */
void fault_disk_record (FaultDisk *self);
void fault_disk_mark (FaultDisk *self, guint mark);
/* (transfer full): of FaultOp */
GPtrArray *fault_disk_end_record (FaultDisk *self);

/* For fault-calls.c */
gboolean fault_disk_watches (FaultDisk *self, const char *path);
FaultOp *fault_disk_add (FaultDisk *self, FaultOpKind kind, const char *path, guint64 inode);
void fault_disk_name_inode (FaultDisk *self, guint64 inode);

sqlite3_vfs *fault_vfs_new (FaultDisk *disk);
void fault_vfs_free (sqlite3_vfs *vfs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultDisk, fault_disk_free)

G_END_DECLS
