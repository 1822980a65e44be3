/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup.h"

#include "sgn-backup-folder-private.h"
#include "sgn-backup-index-private.h"
#include "sgn-company-file-private.h"
#include "sgn-contents-private.h"
#include "sgn-event-log-private.h"
#include "sgn-opening-private.h"
#include "sgn-schema-private.h"
#include "sgn-verify-private.h"

#include "sgn-error.h"
#include "sgn-finding.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* In the order of SgnBackupState; they stand in the output of commands. */
static const char *const states[] = { "good", "sealed", "away", "bad" };

void
sgn_backup_free (SgnBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->problem);
  g_free (self->made_at);
  g_free (self->date);
  sgn_contents_free (self->contents);
  g_free (self);
}

void
sgn_backup_list_free (SgnBackupList *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self->second);
  g_ptr_array_unref (self->backups);
  g_free (self);
}

void
sgn_kept_free (SgnKept *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->second_path);
  g_free (self->remark);
  g_free (self);
}

/**
 * sgn_backup_to_json:
 * @self: a copy
 *
 * Returns: (transfer full): {path, place, state, problem, size, date, made_at, contents}
 */
json_t *
sgn_backup_to_json (const SgnBackup *self)
{
  json_t *object = json_object ();

  sgn_json_set_string (object, "path", self->path);
  sgn_json_set_string (object, "place", self->second ? "second" : "here");
  sgn_json_set_string (object, "state", states[self->state]);
  sgn_json_set_string (object, "problem", self->problem);
  sgn_json_set_integer (object, "size", self->size);
  sgn_json_set_string (object, "date", self->date);
  sgn_json_set_string (object, "made_at", self->made_at);
  json_object_set_new (object, "contents",
                       self->contents != NULL ? sgn_contents_to_json (self->contents)
                                              : json_null ());
  return object;
}

static SgnBackupState
find_state (const SgnBackupEntry *entry, gboolean away)
{
  if (away)
    return SGN_BACKUP_AWAY;
  if (entry->problem != NULL)
    return SGN_BACKUP_BAD;
  return entry->contents != NULL ? SGN_BACKUP_GOOD : SGN_BACKUP_SEALED;
}

static SgnBackup *
backup_new (const SgnBackupIndex *index, const SgnBackupEntry *entry, gboolean away)
{
  SgnBackup *backup = g_new0 (SgnBackup, 1);

  backup->path = sgn_backup_entry_dup_path (index, entry);
  backup->second = entry->second;
  backup->state = find_state (entry, away);
  backup->problem = g_strdup (entry->problem);
  backup->size = entry->size;
  backup->made_at = g_strdup (entry->made_at);
  backup->date = sgn_backup_entry_dup_date (entry);
  backup->contents = entry->contents != NULL ? sgn_contents_copy (entry->contents) : NULL;
  return backup;
}

static SgnBackupList *
list_new (const SgnBackupIndex *index)
{
  SgnBackupList *list = g_new0 (SgnBackupList, 1);
  g_autofree char *place = sgn_backup_index_dup_place (index, TRUE);

  list->folder = g_strdup (index->folder);
  list->second = g_strdup (index->second);
  list->second_is_there = place != NULL && g_file_test (place, G_FILE_TEST_IS_DIR);
  list->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_backup_free);
  for (guint i = index->entries->len; i > 0; i--) {
    const SgnBackupEntry *entry = g_ptr_array_index (index->entries, i - 1);

    g_ptr_array_add (list->backups,
                     backup_new (index, entry, entry->second && !list->second_is_there));
  }
  return list;
}

/* (nullable): of the open file, or of one that perhaps cannot be opened any more */
static char *
find_folder (const char *root, SgnCompanyFile *file, const char *path)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);
  g_autoptr (SgnContents) chain = NULL;

  if (file == NULL)
    return sgn_backup_folder_find_of_path (root, place);
  chain = sgn_contents_ask_chain (sgn_company_file_get_db (file), NULL);
  return chain != NULL ? sgn_backup_folder_find (root, chain->first) : NULL;
}

/**
 * sgn_backup_list:
 * @root: the folder of all backups on this computer
 * @file: (nullable): the company file, if it is open
 * @path: where the company file is or was
 * @read_again: open and check each copy, rather than only new and changed ones
 * @error: return location
 *
 * What a good copy was found to contain is remembered beside the copies.
 *
 * Returns: (transfer full) (nullable): the copies, newest first
 */
SgnBackupList *
sgn_backup_list (const char *root,
                 SgnCompanyFile *file,
                 const char *path,
                 gboolean read_again,
                 GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (SgnBackupIndex) index = NULL;

  g_return_val_if_fail (root != NULL && path != NULL, NULL);

  folder = find_folder (root, file, path);
  index = sgn_backup_index_load (folder != NULL ? folder : root);
  if (folder != NULL && sgn_backup_index_refresh (index, read_again))
    sgn_backup_index_save (index, NULL);
  return list_new (index);
}

/* Every entry against every other, and each attached file against its hash. */
static gboolean
verify (SgnOpening *opening, const char *const *steps, GError **error)
{
  g_autoptr (SgnVerification) verification = NULL;
  const SgnFinding *finding = NULL;

  verification = sgn_verify (opening->db, steps, opening->newer, error);
  if (verification == NULL)
    return FALSE;
  if (verification->findings->len == 0)
    return TRUE;

  finding = g_ptr_array_index (verification->findings, 0);
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_DAMAGED, finding->message);
  return FALSE;
}

static SgnContents *
read_all (const char *path, GError **error)
{
  g_auto (GStrv) steps = sgn_schema_load_steps ();
  g_autoptr (SgnOpening) opening =
    sgn_opening_new_for_reading (path, (const char *const *) steps, error);

  if (opening == NULL || !verify (opening, (const char *const *) steps, error))
    return NULL;
  return sgn_contents_ask_opening (opening, error);
}

/**
 * sgn_backup_read:
 * @path: a copy that is not sealed
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_DAMAGED
 *
 * Reads the whole copy, attached files too, and compares everything in it.
 *
 * Returns: (transfer full) (nullable): what it is
 */
SgnBackup *
sgn_backup_read (const char *path, GError **error)
{
  g_autofree char *place = g_canonicalize_filename (path, NULL);
  g_autoptr (SgnContents) contents = read_all (place, error);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *name = g_path_get_basename (place);
  g_autoptr (SgnBackupIndex) index = NULL;
  const SgnBackupEntry *known = NULL;
  SgnBackupEntry entry = { .name = name, .contents = contents };
  GStatBuf info;

  if (contents == NULL)
    return NULL;

  index = sgn_backup_index_load (folder);
  known = sgn_backup_index_find (index, FALSE, name);
  entry.made_at = known != NULL ? known->made_at : NULL;
  entry.size = g_stat (place, &info) == 0 ? (gint64) info.st_size : 0;
  return backup_new (index, &entry, FALSE);
}

/* Of the same state, the copy on this computer: it is there tomorrow too. */
static const SgnBackup *
prefer_here (const SgnBackupList *list, const SgnBackup *backup)
{
  for (guint i = 0; i < list->backups->len; i++) {
    const SgnBackup *other = g_ptr_array_index (list->backups, i);

    if (!other->second && other->state == SGN_BACKUP_GOOD &&
        g_str_equal (other->contents->newest, backup->contents->newest))
      return other;
  }
  return backup;
}

/* (nullable): @backup, if it can be read now */
static SgnBackup *
try_backup (const SgnBackup *backup)
{
  SgnBackup *read = sgn_backup_read (backup->path, NULL);

  if (read != NULL)
    read->second = backup->second;
  return read;
}

/**
 * sgn_backup_find_good:
 * @root: the folder of all backups on this computer
 * @path: a company file that cannot be read
 *
 * Returns: (transfer full) (nullable): its newest copy that can be read, which has just been done
 */
SgnBackup *
sgn_backup_find_good (const char *root, const char *path)
{
  g_autoptr (SgnBackupList) list = sgn_backup_list (root, NULL, path, FALSE, NULL);

  for (guint i = 0; list != NULL && i < list->backups->len; i++) {
    const SgnBackup *backup = g_ptr_array_index (list->backups, i);
    const SgnBackup *here = NULL;
    SgnBackup *read = NULL;

    if (backup->state != SGN_BACKUP_GOOD)
      continue;
    here = prefer_here (list, backup);
    read = try_backup (here);
    if (read == NULL && here != backup)
      read = try_backup (backup);
    if (read != NULL)
      return read;
  }
  return NULL;
}

SgnContents *
sgn_backup_ask_contents (SgnCompanyFile *file, GError **error)
{
  g_return_val_if_fail (file != NULL, NULL);

  return sgn_contents_ask (sgn_company_file_get_db (file), error);
}

static gboolean
compare_at (sqlite3 *one, sqlite3 *other, gint64 seq, gboolean *same, GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *other_hash = NULL;

  if (!sgn_event_log_get_hash (one, seq, &hash, error) ||
      !sgn_event_log_get_hash (other, seq, &other_hash, error))
    return FALSE;
  *same = hash != NULL && g_strcmp0 (hash, other_hash) == 0;
  return TRUE;
}

/* Each hash stands for all before it: where two are the same, so is everything up to there. */
static gint64
search_common (sqlite3 *one, sqlite3 *other, GError **error)
{
  gint64 low = 0;
  gint64 high = 0;

  if (!sgn_db_get_int (one, "SELECT max (seq) FROM event", &high, error))
    return -1;
  while (low < high) {
    gint64 middle = low + (high - low + 1) / 2;
    gboolean same = FALSE;

    if (!compare_at (one, other, middle, &same, error))
      return -1;
    if (same)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

gint64
sgn_backup_count_common (SgnCompanyFile *file, const char *path, GError **error)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (SgnOpening) opening = NULL;

  g_return_val_if_fail (file != NULL && path != NULL, -1);

  steps = sgn_schema_load_steps ();
  opening = sgn_opening_new_for_reading (path, (const char *const *) steps, error);
  return opening != NULL ? search_common (sgn_company_file_get_db (file), opening->db, error) : -1;
}

/**
 * sgn_backup_set_second:
 * @file: an open file
 * @root: the folder of all backups on this computer
 * @folder: (nullable): where copies are to go as well; NULL: nowhere
 * @error: return location: %SGN_ERROR_UNREADABLE, %SGN_ERROR_UNWRITABLE
 *
 * Remembered on this computer, not in the company file. A folder is made in it for the copies, by
 * which it is known whether the right stick is plugged in.
 */
gboolean
sgn_backup_set_second (SgnCompanyFile *file, const char *root, const char *folder, GError **error)
{
  g_autoptr (SgnContents) chain = NULL;
  g_autoptr (SgnBackupIndex) index = NULL;
  g_autofree char *first = NULL;
  g_autofree char *place = NULL;
  const char *path = sgn_company_file_get_path (file);

  chain = sgn_contents_ask_chain (sgn_company_file_get_db (file), error);
  if (chain == NULL)
    return FALSE;
  first = sgn_backup_folder_choose (root, path, chain->first);
  if (!sgn_backup_folder_make (first, error))
    return FALSE;

  index = sgn_backup_index_load (first);
  sgn_backup_index_add_path (index, path);
  g_free (index->second);
  index->second = folder != NULL ? g_canonicalize_filename (folder, NULL) : NULL;
  place = sgn_backup_index_dup_place (index, TRUE);
  if (folder != NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    g_autofree char *name = g_filename_display_name (folder);

    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("“%s” is not a folder that is there now. Plug it in, or choose another one."),
                 name);
    return FALSE;
  }
  return (place == NULL || sgn_backup_folder_make (place, error)) &&
         sgn_backup_index_save (index, error);
}
