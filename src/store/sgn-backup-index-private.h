/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-contents.h"

G_BEGIN_DECLS

/**
 * SgnBackupEntry:
 * @name: its file name
 * @second: in the second folder; else on this computer
 * @number: the order of making
 * @size, @mtime: of the file when it was last read; mtime in microseconds
 * @made_at: (nullable): when it was made
 * @problem: (nullable): why it cannot be read
 * @contents: (nullable): what is in it; neither this nor @problem: it is sealed
 *
 * What is remembered of one copy, so that the list of them costs nothing.
 */
typedef struct {
  char *name;
  gboolean second;
  gint64 number;
  gint64 size;
  gint64 mtime;
  char *made_at;
  char *problem;
  SgnContents *contents;
} SgnBackupEntry;

/**
 * SgnBackupIndex:
 * @folder: the copies on this computer
 * @second: (nullable): the second folder, as chosen
 * @paths: of char*: where the company file was, newest first
 * @entries: of SgnBackupEntry, in the order of making
 *
 * What is remembered of the copies of one company file, in a file beside them. Everything but
 * @second and @paths can be found out again.
 */
typedef struct {
  char *folder;
  char *second;
  GPtrArray *paths;
  GPtrArray *entries;
} SgnBackupIndex;

/* An empty one when there is none yet or it cannot be read. */
SgnBackupIndex *sgn_backup_index_load (const char *folder);
gboolean sgn_backup_index_save (SgnBackupIndex *self, GError **error);
void sgn_backup_index_free (SgnBackupIndex *self);

/* (nullable): the folder of the copies here or in the second place; NULL: no second one is set */
char *sgn_backup_index_dup_place (const SgnBackupIndex *self, gboolean second);
/* Looks into the places: takes in copies not known yet or changed since, forgets those gone. What
 * is not reachable now is left as it was. @read_again: opens and checks each one.
 * Returns: whether anything was different */
gboolean sgn_backup_index_refresh (SgnBackupIndex *self, gboolean read_again);
/* Remembers where the company file is; whether that was news. */
gboolean sgn_backup_index_add_path (SgnBackupIndex *self, const char *path);

SgnBackupEntry *
sgn_backup_index_find (const SgnBackupIndex *self, gboolean second, const char *name);
/* A copy just made, in place of one of the same name. */
SgnBackupEntry *sgn_backup_index_add (SgnBackupIndex *self,
                                      gboolean second,
                                      const char *name,
                                      const char *made_at,
                                      const SgnContents *contents);
void sgn_backup_index_remove (SgnBackupIndex *self, SgnBackupEntry *entry);

char *sgn_backup_entry_dup_path (const SgnBackupIndex *self, const SgnBackupEntry *entry);
/* YYYY-MM-DD: the day of its newest entry, else of its name, else of its file. */
char *sgn_backup_entry_dup_date (const SgnBackupEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnBackupIndex, sgn_backup_index_free)

G_END_DECLS
