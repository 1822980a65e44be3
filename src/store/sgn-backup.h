/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-company-file.h"
#include "sgn-contents.h"

G_BEGIN_DECLS

/* The ending of copies that open only with a passphrase. */
#define SGN_SEALED_SUFFIX ".sengen-sealed"

/* What the copies of one company file may take up in one place, in bytes. */
#define SGN_BACKUP_BUDGET (G_GINT64_CONSTANT (2) * 1000 * 1000 * 1000)

/**
 * SgnBackupState:
 * @SGN_BACKUP_GOOD: it was opened and checked, and its file has not changed since
 * @SGN_BACKUP_SEALED: nothing can be told of it without its passphrase
 * @SGN_BACKUP_AWAY: its folder is not there now; what is said of it is from the last time
 * @SGN_BACKUP_BAD: it cannot be read
 */
typedef enum {
  SGN_BACKUP_GOOD,
  SGN_BACKUP_SEALED,
  SGN_BACKUP_AWAY,
  SGN_BACKUP_BAD,
} SgnBackupState;

/**
 * SgnKeepWhen:
 * @SGN_KEEP_NOW: because somebody asked; also of a sample company
 * @SGN_KEEP_ON_CLOSING: when there is something that no copy has yet
 * @SGN_KEEP_ON_OPENING: the same, and only if the newest entry is not of today: the state after a
 *   day with changes. Costs nothing when there is nothing to do.
 *
 * When to keep a dated copy. The last two do nothing for a sample company and for a file that is
 * open for reading only.
 */
typedef enum {
  SGN_KEEP_NOW,
  SGN_KEEP_ON_CLOSING,
  SGN_KEEP_ON_OPENING,
} SgnKeepWhen;

/**
 * SgnBackup:
 * @path: the copy
 * @second: whether it is in the second folder; else on this computer
 * @state: whether it can be used
 * @problem: (nullable): why it cannot be read, one sentence for people
 * @size: in bytes
 * @made_at: (nullable): when it was made; NULL when nobody wrote it down
 * @date: the day of its newest entry, else of its name or its file: what people call it by
 * @contents: (nullable): what is in it; NULL when sealed or unreadable
 *
 * One copy of a company file.
 */
typedef struct {
  char *path;
  gboolean second;
  SgnBackupState state;
  char *problem;
  gint64 size;
  char *made_at;
  char *date;
  SgnContents *contents;
} SgnBackup;

/**
 * SgnBackupList:
 * @folder: where the copies on this computer are (it may not exist yet)
 * @second: (nullable): the second folder
 * @second_is_there: whether it can be reached now
 * @backups: of SgnBackup, newest first
 *
 * All known copies of one company file.
 */
typedef struct {
  char *folder;
  char *second;
  gboolean second_is_there;
  GPtrArray *backups;
} SgnBackupList;

/**
 * SgnKept:
 * @path: (nullable): the copy made on this computer; NULL: there was one of the same state already
 * @second_path: (nullable): the copy made in the second folder
 * @removed: how many old copies were removed by the rule
 * @remark: (nullable): one sentence for people, such as that the second folder is not plugged in
 *
 * What keeping a backup did.
 */
typedef struct {
  char *path;
  char *second_path;
  guint removed;
  char *remark;
} SgnKept;

/**
 * SgnBackupRule:
 * @root: the folder of all backups on this computer
 * @now: the time
 * @budget: SGN_BACKUP_BUDGET
 * @when: what for
 *
 * How a dated copy is kept.
 */
typedef struct {
  const char *root;
  const char *now;
  gint64 budget;
  SgnKeepWhen when;
} SgnBackupRule;

SgnKept *sgn_backup_keep (SgnCompanyFile *file, const SgnBackupRule *rule, GError **error);
/* @file: (nullable): @path, if it is open; it is then known which copies are its own */
SgnBackupList *sgn_backup_list (const char *root,
                                SgnCompanyFile *file,
                                const char *path,
                                gboolean read_again,
                                GError **error);
/* NULL without error when there is none. */
SgnBackup *sgn_backup_find_good (const char *root, const char *path);
/* One copy that is not sealed, opened and checked now; NULL with an error when it cannot be read.
 */
SgnBackup *sgn_backup_read (const char *path, GError **error);
gboolean
sgn_backup_set_second (SgnCompanyFile *file, const char *root, const char *folder, GError **error);

/* What is in an open file. */
SgnContents *sgn_backup_ask_contents (SgnCompanyFile *file, GError **error);
/* How many entries from the first one on @file and the copy at @path have in common; -1 with an
 * error. */
gint64 sgn_backup_count_common (SgnCompanyFile *file, const char *path, GError **error);

/* Gives the file at @path the name @kept, which must be free, and @fresh its name. At every moment
 * one of the three is a whole company file. */
gboolean sgn_backup_swap_in (const char *fresh, const char *path, const char *kept, GError **error);

void sgn_backup_free (SgnBackup *self);
json_t *sgn_backup_to_json (const SgnBackup *self);
void sgn_backup_list_free (SgnBackupList *self);
void sgn_kept_free (SgnKept *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnBackup, sgn_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnBackupList, sgn_backup_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnKept, sgn_kept_free)

G_END_DECLS
