/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup.h"

#include "sgn-backup-folder-private.h"
#include "sgn-backup-index-private.h"
#include "sgn-backup-private.h"
#include "sgn-backup-rotation-private.h"
#include "sgn-company-file-private.h"
#include "sgn-contents-private.h"
#include "sgn-disk-private.h"
#include "sgn-event-log-private.h"
#include "sgn-schema-private.h"

#include "sgn-date.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MOST_STEM 200
/* So many copies of one day that do not continue each other mean that something else is wrong. */
#define MOST_OF_A_DAY 100
/* What a copy cut off half way leaves is removed after this time. */
#define LEFT_BEHIND_SECONDS (24 * 60 * 60)

/* The work on one company file's copies. */
typedef struct {
  sqlite3 *db;
  GStrv steps;
  const SgnBackupRule *rule;
  SgnBackupIndex *index;
  SgnContents *contents;
  char *path; /* of the company file */
} Keeping;

static void
keeping_clear (Keeping *self)
{
  g_strfreev (self->steps);
  sgn_backup_index_free (self->index);
  sgn_contents_free (self->contents);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keeping, keeping_clear)

static gboolean
has_state (const Keeping *self, gboolean second)
{
  for (guint i = 0; i < self->index->entries->len; i++) {
    const SgnBackupEntry *entry = g_ptr_array_index (self->index->entries, i);
    g_autofree char *path = NULL;

    if (entry->second != second || entry->contents == NULL || entry->problem != NULL ||
        !g_str_equal (entry->contents->newest, self->contents->newest))
      continue;
    path = sgn_backup_entry_dup_path (self->index, entry);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_of_today (const Keeping *self)
{
  g_autofree char *today = sgn_time_get_date (self->rule->now);
  g_autofree char *day = self->contents->at != NULL ? sgn_time_get_date (self->contents->at) : NULL;

  return day != NULL && g_str_equal (day, today);
}

static gboolean
is_wanted (const Keeping *self, SgnCompanyFile *file)
{
  if (self->contents->events == 0)
    return FALSE;
  if (self->rule->when == SGN_KEEP_NOW)
    return TRUE;
  if (self->contents->sample || sgn_company_file_is_read_only (file))
    return FALSE;
  return self->rule->when == SGN_KEEP_ON_CLOSING || !is_of_today (self);
}

/* Whether the copy says nothing that the file does not say too. */
static gboolean
is_continued (const Keeping *self, const SgnBackupEntry *entry)
{
  g_autofree char *hash = NULL;

  if (entry == NULL || entry->contents == NULL || entry->problem != NULL)
    return FALSE;
  return sgn_event_log_get_hash (self->db, entry->contents->events, &hash, NULL) &&
         g_strcmp0 (hash, entry->contents->newest) == 0;
}

static char *
make_name (const Keeping *self, guint number)
{
  g_autofree char *stem = sgn_backup_dup_stem (self->path, MOST_STEM);
  const char *at = self->contents->at;
  g_autofree char *date =
    sgn_time_get_date (at != NULL && sgn_time_is_valid (at) ? at : self->rule->now);

  return number == 1 ? g_strdup_printf ("%s-%s.sengen", stem, date)
                     : g_strdup_printf ("%s-%s-%u.sengen", stem, date, number);
}

/* A copy of the same day is replaced when the new one goes on from it. */
static char *
make_copy (Keeping *self, gboolean second, const char *place, GError **error)
{
  for (guint number = 1; number <= MOST_OF_A_DAY; number++) {
    g_autofree char *name = make_name (self, number);
    g_autofree char *path = g_build_filename (place, name, NULL);
    const char *const *steps = (const char *const *) self->steps;
    gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

    if (there && !is_continued (self, sgn_backup_index_find (self->index, second, name)))
      continue;
    if (!(there ? sgn_backup_copy_over (self->db, steps, path, error)
                : sgn_backup_copy (self->db, steps, path, error)))
      return NULL;
    sgn_backup_index_add (self->index, second, name, self->rule->now, self->contents);
    return g_steal_pointer (&path);
  }

  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_FAILED,
                       _ ("There are too many backups of one day. Move some of them elsewhere."));
  return NULL;
}

static void
remove_left_behind (const Keeping *self, const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (self->rule->now, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL && now != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (place, name, NULL);
    GStatBuf info;

    if (sgn_disk_is_temporary (name) && g_stat (path, &info) == 0 &&
        info.st_mtime + LEFT_BEHIND_SECONDS < g_date_time_to_unix (now))
      g_unlink (path);
  }
}

/* Of SgnBackupEntry: the copies that count, in the order of making. */
static GPtrArray *
collect_good (const SgnBackupIndex *index, gboolean second)
{
  GPtrArray *good = g_ptr_array_new ();

  for (guint i = 0; i < index->entries->len; i++) {
    SgnBackupEntry *entry = g_ptr_array_index (index->entries, i);

    if (entry->second == second && entry->contents != NULL && entry->problem == NULL)
      g_ptr_array_add (good, entry);
  }
  return good;
}

static guint
rotate (Keeping *self, gboolean second)
{
  g_autoptr (GPtrArray) good = collect_good (self->index, second);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autofree SgnRotationItem *items = g_new0 (SgnRotationItem, good->len);
  guint removed = 0;

  for (guint i = 0; i < good->len; i++) {
    const SgnBackupEntry *entry = g_ptr_array_index (good, i);

    g_ptr_array_add (dates, sgn_backup_entry_dup_date (entry));
    items[i].date = g_ptr_array_index (dates, i);
    items[i].size = entry->size;
  }
  sgn_rotation_apply (items, good->len, self->rule->budget);
  for (guint i = 0; i < good->len; i++) {
    g_autofree char *path = sgn_backup_entry_dup_path (self->index, g_ptr_array_index (good, i));

    if (!items[i].drop || g_unlink (path) != 0)
      continue;
    sgn_backup_index_remove (self->index, g_ptr_array_index (good, i));
    removed++;
  }
  return removed;
}

static gboolean
keep_here (Keeping *self, SgnKept *kept, GError **error)
{
  remove_left_behind (self, self->index->folder);
  kept->path = make_copy (self, FALSE, self->index->folder, error);
  if (kept->path == NULL)
    return FALSE;
  kept->removed += rotate (self, FALSE);
  return TRUE;
}

static void
keep_second (Keeping *self, SgnKept *kept)
{
  g_autofree char *place = sgn_backup_index_dup_place (self->index, TRUE);
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (place, G_FILE_TEST_IS_DIR)) {
    g_autofree char *name = g_filename_display_name (self->index->second);

    kept->remark = g_strdup_printf (_ ("The second folder “%s” for backups is not there now. The "
                                       "next backup made while it is there goes into it too."),
                                    name);
    return;
  }
  remove_left_behind (self, place);
  kept->second_path = make_copy (self, TRUE, place, &failure);
  if (kept->second_path != NULL)
    kept->removed += rotate (self, TRUE);
  else
    kept->remark = g_strdup_printf (_ ("The backup in the second folder could not be made: %s"),
                                    failure->message);
}

static gboolean
keep_in_both (Keeping *self, gboolean here, gboolean second, SgnKept *kept, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean done;

  if (!sgn_backup_folder_make (self->index->folder, error))
    return FALSE;
  /* What was not remembered may be there all the same. */
  if (sgn_backup_index_refresh (self->index, FALSE)) {
    here = here && !has_state (self, FALSE);
    second = second && !has_state (self, TRUE);
  }
  done = !here || keep_here (self, kept, &failure);
  if (second)
    keep_second (self, kept);
  /* Without it the copies are found again by looking into the folder. */
  sgn_backup_index_save (self->index, done ? &failure : NULL);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
prepare (Keeping *self, SgnCompanyFile *file, const SgnBackupRule *rule, GError **error)
{
  g_autofree char *folder = NULL;

  self->rule = rule;
  self->db = sgn_company_file_get_db (file);
  self->path = g_strdup (sgn_company_file_get_path (file));
  self->contents = sgn_contents_ask_chain (self->db, error);
  if (self->contents == NULL)
    return FALSE;

  folder = sgn_backup_folder_choose (rule->root, self->path, self->contents->first);
  self->index = sgn_backup_index_load (folder);
  return TRUE;
}

/* All that costs more than a look. */
static gboolean
learn_all (Keeping *self, GError **error)
{
  g_autoptr (SgnContents) all = sgn_contents_ask (self->db, error);

  if (all == NULL)
    return FALSE;
  sgn_contents_free (self->contents);
  self->contents = g_steal_pointer (&all);
  self->steps = sgn_schema_load_steps ();
  return TRUE;
}

static gboolean
keep (Keeping *self, SgnCompanyFile *file, SgnKept *kept, GError **error)
{
  gboolean moved = sgn_backup_index_add_path (self->index, self->path);
  gboolean wanted = is_wanted (self, file);
  gboolean here = wanted && !has_state (self, FALSE);
  gboolean second = wanted && self->index->second != NULL && !has_state (self, TRUE);

  if (here || second)
    return learn_all (self, error) && keep_in_both (self, here, second, kept, error);
  if (moved && g_file_test (self->index->folder, G_FILE_TEST_IS_DIR))
    sgn_backup_index_save (self->index, NULL);
  return TRUE;
}

/**
 * sgn_backup_keep:
 * @file: an open file, outside an act
 * @rule: how
 * @error: return location: %SGN_ERROR_UNWRITABLE
 *
 * Makes a dated copy of @file, in its folder on this computer and in the second one, when it is due
 * and no copy has the same state yet; then removes old ones by the rule. It has the date of the
 * newest entry in it.
 *
 * Returns: (transfer full) (nullable): what was done
 */
SgnKept *
sgn_backup_keep (SgnCompanyFile *file, const SgnBackupRule *rule, GError **error)
{
  g_auto (Keeping) self = { 0 };
  g_autoptr (SgnKept) kept = g_new0 (SgnKept, 1);

  g_return_val_if_fail (file != NULL && rule != NULL, NULL);

  return prepare (&self, file, rule, error) && keep (&self, file, kept, error)
           ? g_steal_pointer (&kept)
           : NULL;
}
