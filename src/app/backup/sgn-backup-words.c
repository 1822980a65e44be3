/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-backup-words.h"

#include <glib/gi18n-lib.h>

#include "sgn-date.h"
#include "sgn-labels.h"

/**
 * sgn_backup_words_day:
 * @backup: a backup
 * @now: the time now
 *
 * Returns: the day, and where it is known the time, of the newest entry in it
 */
char *
sgn_backup_words_day (const SgnBackup *backup, const char *now)
{
  SgnLanguage language = sgn_language_of_user ();
  const char *at = backup->contents != NULL ? backup->contents->at : NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *day = NULL;

  if (at == NULL || !sgn_time_is_valid (at)) {
    day = sgn_date_to_words (backup->date, language);
    return day != NULL ? g_steal_pointer (&day) : g_strdup (backup->date);
  }
  minutes = sgn_time_to_minutes (at);
  day = sgn_label_day (at, now, language);
  return g_strdup_printf ("%s %s", day, minutes + strlen ("2026-11-20 "));
}

static const char *
get_folder_words (const SgnBackup *backup)
{
  if (!backup->second)
    return _ ("This computer");
  return backup->state == SGN_BACKUP_AWAY ? _ ("Second folder (not connected now)")
                                          : _ ("Second folder");
}

/**
 * sgn_backup_words_place:
 * @backup: a backup
 *
 * Returns: where it is and how large it is
 */
char *
sgn_backup_words_place (const SgnBackup *backup)
{
  g_autofree char *size = NULL;

  if (backup->size <= 0)
    return g_strdup (get_folder_words (backup));
  size = sgn_label_size (backup->size);
  return g_strdup_printf ("%s ・ %s", get_folder_words (backup), size);
}

static char *
dup_count (const char *words, gint64 count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (number, parts);
}

static gulong
plural (gint64 count)
{
  return (gulong) MIN (count, 1000000);
}

/**
 * sgn_backup_words_contents:
 * @backup: a backup
 *
 * Returns: what is in it, or why that is not known
 */
char *
sgn_backup_words_contents (const SgnBackup *backup)
{
  const SgnContents *contents = backup->contents;
  g_autofree char *answers = NULL;
  g_autofree char *evidence = NULL;
  g_autofree char *entries = NULL;

  if (contents == NULL)
    return g_strdup (backup->state == SGN_BACKUP_SEALED ? _ ("Opens only with its passphrase")
                     : backup->problem != NULL          ? backup->problem
                                                        : _ ("Nothing is known of what is in it"));
  answers =
    dup_count (ngettext ("%s answer", "%s answers", plural (contents->answers)), contents->answers);
  evidence = dup_count (ngettext ("%s piece of evidence", "%s pieces of evidence",
                                  plural (contents->evidence)),
                        contents->evidence);
  entries =
    dup_count (ngettext ("%s entry", "%s entries", plural (contents->events)), contents->events);
  return g_strdup_printf ("%s ・ %s ・ %s", answers, evidence, entries);
}

/**
 * sgn_backup_words_state:
 * @backup: a backup
 *
 * Returns: (transfer none): whether it was read back
 */
const char *
sgn_backup_words_state (const SgnBackup *backup)
{
  switch (backup->state) {
  case SGN_BACKUP_GOOD:
    return C_ ("backup", "Checked");
  case SGN_BACKUP_SEALED:
    return C_ ("backup", "Sealed");
  case SGN_BACKUP_AWAY:
    return C_ ("backup", "Not checked");
  case SGN_BACKUP_BAD:
  default:
    return C_ ("backup", "Not readable");
  }
}

const char *
sgn_backup_words_icon (const SgnBackup *backup)
{
  switch (backup->state) {
  case SGN_BACKUP_GOOD:
    return "object-select-symbolic";
  case SGN_BACKUP_SEALED:
    return "channel-secure-symbolic";
  case SGN_BACKUP_AWAY:
    return "content-loading-symbolic";
  case SGN_BACKUP_BAD:
  default:
    return "dialog-warning-symbolic";
  }
}

/**
 * sgn_backup_words_sentence:
 * @backup: a backup
 * @now: the time now
 *
 * Returns: all of it, for a screen reader
 */
char *
sgn_backup_words_sentence (const SgnBackup *backup, const char *now)
{
  g_autofree char *day = sgn_backup_words_day (backup, now);
  g_autofree char *place = sgn_backup_words_place (backup);
  g_autofree char *contents = sgn_backup_words_contents (backup);

  return g_strdup_printf ("%s, %s, %s, %s", day, sgn_backup_words_state (backup), place, contents);
}

/**
 * sgn_backup_words_fact_title:
 * @fact: what is compared
 *
 * Returns: (transfer none): what it is called
 */
const char *
sgn_backup_words_fact_title (SgnBackupFact fact)
{
  static const char *const titles[] = {
    N_ ("Answers"), N_ ("Basic policy"), N_ ("Evidence"),
    N_ ("To do"),   N_ ("Declarations"), N_ ("Entries"),
  };

  return g_dgettext (GETTEXT_PACKAGE, titles[fact]);
}

static char *
dup_policy (const SgnContents *contents)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, contents->policy);

  if (contents->policy == 0)
    return g_strdup (C_ ("policy", "None"));
  if (contents->policy_published)
    return g_strdup_printf (_ ("Version %s"), number);
  return g_strdup_printf (_ ("Version %s, draft"), number);
}

static char *
dup_declarations (const SgnContents *contents)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, contents->declarations);
  const char *star = contents->star >= 2 ? "★★" : "★";

  if (contents->star == 0)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", star, number);
}

/**
 * sgn_backup_words_fact:
 * @contents: what is in a file
 * @fact: what is compared
 *
 * Returns: it, in words
 */
char *
sgn_backup_words_fact (const SgnContents *contents, SgnBackupFact fact)
{
  switch (fact) {
  case SGN_BACKUP_FACT_ANSWERS:
    return g_strdup_printf ("%" G_GINT64_FORMAT, contents->answers);
  case SGN_BACKUP_FACT_POLICY:
    return dup_policy (contents);
  case SGN_BACKUP_FACT_EVIDENCE:
    return g_strdup_printf ("%" G_GINT64_FORMAT, contents->evidence);
  case SGN_BACKUP_FACT_TASKS:
    return g_strdup_printf ("%" G_GINT64_FORMAT, contents->tasks);
  case SGN_BACKUP_FACT_DECLARATIONS:
    return dup_declarations (contents);
  case SGN_BACKUP_FACT_ENTRIES:
    return g_strdup_printf ("%" G_GINT64_FORMAT, contents->events);
  default:
    g_return_val_if_reached (NULL);
  }
}

/**
 * sgn_backup_words_missing:
 * @missing: how many entries the backup has not
 * @day: the day of the backup
 *
 * Returns: what going back would lose from sight
 */
char *
sgn_backup_words_missing (guint missing, const char *day)
{
  if (missing == 0)
    return g_strdup (_ ("Nothing is missing in this backup"));
  return g_strdup_printf (ngettext ("%u entry newer than %s is not in it",
                                    "%u entries newer than %s are not in it", missing),
                          missing, day);
}

gboolean
sgn_backup_can_be_used (const SgnBackup *backup)
{
  return backup->state == SGN_BACKUP_GOOD || backup->state == SGN_BACKUP_SEALED;
}
