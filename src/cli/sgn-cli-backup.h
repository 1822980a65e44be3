/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-cli-commands.h"

G_BEGIN_DECLS

/* A passphrase in memory for no longer than it is needed. */
typedef char SgnCliPassphrase;

/* Reads the file of --passphrase-file into @passphrase, which stays NULL without the option. */
gboolean sgn_cli_read_passphrase (const SgnCliCall *call, char **passphrase, GError **error);

/* sgn_session_list_backups_async(), to its end; NULL with @error. */
SgnBackupList *
sgn_cli_list_backups (SgnCli *cli, const char *path, gboolean read_again, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SgnCliPassphrase, sgn_session_forget_passphrase)

G_END_DECLS
