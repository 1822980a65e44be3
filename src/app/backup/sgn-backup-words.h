/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sgn-session-backup.h"

G_BEGIN_DECLS

/**
 * SgnBackupFact:
 *
 * What a file and its backup are compared by, in this order.
 */
typedef enum {
  SGN_BACKUP_FACT_ANSWERS,
  SGN_BACKUP_FACT_POLICY,
  SGN_BACKUP_FACT_EVIDENCE,
  SGN_BACKUP_FACT_TASKS,
  SGN_BACKUP_FACT_DECLARATIONS,
  SGN_BACKUP_FACT_ENTRIES,
} SgnBackupFact;

#define SGN_N_BACKUP_FACTS (SGN_BACKUP_FACT_ENTRIES + 1)

/* Words about backups that need no widget, in the language of the user. All char * are owned by the
 * caller. */
char *sgn_backup_words_day (const SgnBackup *backup, const char *now);
char *sgn_backup_words_place (const SgnBackup *backup);
char *sgn_backup_words_contents (const SgnBackup *backup);
const char *sgn_backup_words_state (const SgnBackup *backup);
const char *sgn_backup_words_icon (const SgnBackup *backup);
char *sgn_backup_words_sentence (const SgnBackup *backup, const char *now);
const char *sgn_backup_words_fact_title (SgnBackupFact fact);
char *sgn_backup_words_fact (const SgnContents *contents, SgnBackupFact fact);
char *sgn_backup_words_missing (guint missing, const char *day);
/* Whether one can go back to it now, with its passphrase where it is sealed. */
gboolean sgn_backup_can_be_used (const SgnBackup *backup);

G_END_DECLS
