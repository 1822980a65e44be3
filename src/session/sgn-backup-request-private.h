/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-seal.h"
#include "sgn-session-private.h"

G_BEGIN_DECLS

/**
 * SgnBackupRequest:
 *
 * The words of the acts with backups; what an act does not need stays NULL. @problem: why the
 * passphrase cannot be used; it is said when the act runs.
 */
typedef struct {
  char *path;
  char *copy;
  SgnPassphrase *passphrase;
  GError *problem;
  SgnKeepWhen when;
  SgnLanguage language;
  gboolean read_again;
} SgnBackupRequest;

SgnBackupRequest *sgn_backup_request_new (const char *path, const char *copy);
/* @passphrase: (nullable) */
SgnBackupRequest *
sgn_backup_request_new_sealed (const char *path, const char *copy, const char *passphrase);
void sgn_backup_request_run (SgnSession *self,
                             SgnBackupRequest *request,
                             const SgnAct *act,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* A file that is removed when it goes out of use. */
typedef struct {
  char *path;
} SgnScrap;

/* A name that is free in @folder, hidden. */
gboolean sgn_scrap_init (SgnScrap *self, const char *folder, GError **error);
void sgn_scrap_clear (SgnScrap *self);

/* The copy of @request as a file that is not sealed: itself, or @scrap in @folder.
 * SGN_ERROR_USAGE when a passphrase is missing, or the open file is no copy. */
const char *sgn_backup_request_unseal (SgnDesk *desk,
                                       const SgnBackupRequest *request,
                                       const char *folder,
                                       SgnScrap *scrap,
                                       GError **error);

/* The folder of all backups on this computer. */
char *sgn_dup_backup_root (void);
/* The same, made when it is not there: what is unsealed to be looked at lies there for a moment,
 * where nobody else can read. */
char *sgn_make_backup_root (GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SgnScrap, sgn_scrap_clear)

G_END_DECLS
