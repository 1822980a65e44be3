/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sgn-session-backup.h"

G_BEGIN_DECLS

#define SGN_TYPE_BACKUP_ROW (sgn_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (SgnBackupRow, sgn_backup_row, SGN, BACKUP_ROW, GtkCheckButton)

/* One backup: its day, where it is, what is in it and whether it was read back. One that cannot be
 * used cannot be chosen. @backup must outlive the row. */
GtkWidget *sgn_backup_row_new (const SgnBackup *backup, const char *now);
const SgnBackup *sgn_backup_row_get_backup (SgnBackupRow *self);

G_END_DECLS
