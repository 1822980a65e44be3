/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SGN_TYPE_BACKUP_DIALOG (sgn_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SgnBackupDialog, sgn_backup_dialog, SGN, BACKUP_DIALOG, AdwMessageDialog)

/* Asks whether a backup is to be sealed, and with which passphrase. Its response is "choose" (a
 * place comes next) or "cancel". */
GtkWidget *sgn_backup_dialog_new (GtkWindow *parent);
/* (nullable): NULL: it is not to be sealed. To be given to sgn_session_forget_passphrase(). */
char *sgn_backup_dialog_dup_passphrase (SgnBackupDialog *self);

G_END_DECLS
