/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session-backup.h"

G_BEGIN_DECLS

#define SGN_TYPE_BACKUP_CHOICE (sgn_backup_choice_get_type ())
G_DECLARE_FINAL_TYPE (SgnBackupChoice, sgn_backup_choice, SGN, BACKUP_CHOICE, GtkBox)

/* The backups there are, one of which is chosen: at first the newest that was read back. Signals:
 * changed (another one is chosen, or none), elsewhere (one is to be looked for in another place).
 */

/* Takes @list. */
void sgn_backup_choice_set_list (SgnBackupChoice *self, SgnBackupList *list, const char *now);
/* Takes @backup, found elsewhere, and chooses it. */
void sgn_backup_choice_add (SgnBackupChoice *self, SgnBackup *backup, const char *now);
const SgnBackup *sgn_backup_choice_get_chosen (SgnBackupChoice *self); /* (nullable) */
void sgn_backup_choice_focus (SgnBackupChoice *self);

G_END_DECLS
