/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-backup.h"
#include "sgn-seal.h" /* SGN_PASSPHRASE_LEAST */
#include "sgn-session.h"

G_BEGIN_DECLS

/**
 * SgnBackupComparison:
 * @present: (nullable): what is in the open file; NULL when none is open
 * @copy: what is in the copy
 * @missing: of SgnEvent, newest first: what the open file has and the copy has not
 * @extra: how many entries the copy has that the open file has not
 * @same_company: whether the two have a common beginning
 *
 * What going back to a copy would mean.
 */
typedef struct {
  SgnContents *present;
  SgnContents *copy;
  GPtrArray *missing;
  gint64 extra;
  gboolean same_company;
} SgnBackupComparison;

/**
 * SgnRestored:
 * @path: the company file, now from the copy, and open
 * @kept: (nullable): where the file as it was before is now; NULL: there was none
 *
 * What restoring in place did.
 */
typedef struct {
  char *path;
  char *kept;
} SgnRestored;

/* A copy of the open file by the rule of dated copies: 10 newest and one a month, within
 * SGN_BACKUP_BUDGET. Failing concerns the copy on this computer; the second folder is @remark. */
void sgn_session_keep_backup_async (SgnSession *self,
                                    SgnKeepWhen when,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SgnKept *sgn_session_keep_backup_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* All copies of the company file at @path (NULL: the open file), also of one that is damaged or
 * gone. @read_again: open and check each one now. */
void sgn_session_list_backups_async (SgnSession *self,
                                     const char *path,
                                     gboolean read_again,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SgnBackupList *
sgn_session_list_backups_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* The newest copy of the company file at @path that was opened and checked just now; NULL without
 * error when there is none. */
void sgn_session_find_good_backup_async (SgnSession *self,
                                         const char *path,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
SgnBackup *
sgn_session_find_good_backup_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* Opens and checks @copy now. @passphrase (nullable): of a sealed copy */
void sgn_session_read_backup_async (SgnSession *self,
                                    const char *copy,
                                    const char *passphrase,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SgnBackup *sgn_session_read_backup_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* The open file beside @copy. @passphrase (nullable): of a sealed copy */
void sgn_session_compare_backup_async (SgnSession *self,
                                       const char *copy,
                                       const char *passphrase,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SgnBackupComparison *
sgn_session_compare_backup_finish (SgnSession *self, GAsyncResult *result, GError **error);

/* The second folder of the open file's copies, on this computer; NULL: none. */
void sgn_session_set_second_folder_async (SgnSession *self,
                                          const char *folder,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/* One copy where the user wants it. @passphrase (nullable): seals it */
void sgn_session_backup_async (SgnSession *self,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void sgn_session_seal_backup_async (SgnSession *self,
                                    const char *path,
                                    const char *passphrase,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* A page to print and to keep, about the sealed copy at @copy; never the passphrase itself. Never
 * overwrites @path. */
void sgn_session_write_recovery_sheet_async (SgnSession *self,
                                             const char *copy,
                                             const char *path,
                                             SgnLanguage language,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

/* A new company file from a copy; does not open it. */
void sgn_session_restore_async (SgnSession *self,
                                const char *copy,
                                const char *path,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void sgn_session_restore_sealed_async (SgnSession *self,
                                       const char *copy,
                                       const char *passphrase,
                                       const char *path,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* Puts @copy in the place of the company file at @path (NULL: the open file), which is kept under
 * another name, and opens it. @passphrase (nullable): of a sealed copy. SGN_ERROR_BUSY when
 * somebody else has the file open for writing. */
void sgn_session_restore_in_place_async (SgnSession *self,
                                         const char *copy,
                                         const char *passphrase,
                                         const char *path,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
SgnRestored *
sgn_session_restore_in_place_finish (SgnSession *self, GAsyncResult *result, GError **error);
/* The name the file at @path would be kept under: to be shown before it is done. */
char *sgn_session_dup_kept_name (SgnSession *self, const char *path);

/* A passphrase from the first line of a file; blank it after use. */
char *sgn_session_read_passphrase (const char *path, GError **error);
void sgn_session_forget_passphrase (char *passphrase);

void sgn_backup_comparison_free (SgnBackupComparison *self);
void sgn_restored_free (SgnRestored *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnBackupComparison, sgn_backup_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnRestored, sgn_restored_free)

G_END_DECLS
