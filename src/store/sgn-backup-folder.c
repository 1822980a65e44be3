/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup-folder-private.h"

#include "sgn-backup-index-private.h"
#include "sgn-db-private.h"
#include "sgn-schema-private.h"

#include "sgn-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DIGITS 12
#define MOST_STEM 100

char *
sgn_backup_dup_stem (const char *path, gsize most)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize length = 0;

  if (g_str_has_suffix (name, ".sengen") && strlen (name) > strlen (".sengen"))
    name[strlen (name) - strlen (".sengen")] = '\0';
  length = strlen (name);
  if (length > most) {
    /* Not in the middle of a character: a byte that goes on from the one before it is 10xxxxxx. */
    for (length = most; length > 0 && ((guchar) name[length] & 0xc0) == 0x80; length--)
      ;
    name[length] = '\0';
  }
  return g_steal_pointer (&name);
}

/* "-0123456789ab" */
static char *
make_ending (const char *first)
{
  return g_strdup_printf ("-%.*s", DIGITS, first);
}

static gboolean
has_ending (const char *name)
{
  gsize length = strlen (name);

  if (length <= DIGITS + 1 || name[length - DIGITS - 1] != '-')
    return FALSE;
  return strspn (name + length - DIGITS, "0123456789abcdef") == DIGITS;
}

/* Of char*: full paths; empty when there is no @root. */
static GPtrArray *
list_folders (const char *root)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    if (has_ending (name))
      g_ptr_array_add (folders, g_build_filename (root, name, NULL));
  }
  return folders;
}

char *
sgn_backup_folder_find (const char *root, const char *first)
{
  g_autoptr (GPtrArray) folders = list_folders (root);
  g_autofree char *ending = make_ending (first);

  for (guint i = 0; i < folders->len; i++) {
    if (g_str_has_suffix (g_ptr_array_index (folders, i), ending))
      return g_strdup (g_ptr_array_index (folders, i));
  }
  return NULL;
}

char *
sgn_backup_folder_make_name (const char *root, const char *path, const char *first)
{
  g_autofree char *stem = sgn_backup_dup_stem (path, MOST_STEM);
  g_autofree char *ending = make_ending (first);
  g_autofree char *name = g_strconcat (stem, ending, NULL);

  return g_build_filename (root, name, NULL);
}

char *
sgn_backup_folder_choose (const char *root, const char *path, const char *first)
{
  char *folder = sgn_backup_folder_find (root, first);

  return folder != NULL ? folder : sgn_backup_folder_make_name (root, path, first);
}

/* (nullable): the hash of the first event, as far as it can be read. As if nobody could change the
 * file: nothing of it is touched. */
static char *
read_first (const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *first = NULL;
  gint64 id = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  db = sgn_db_open (path, SGN_DB_IMMUTABLE, NULL);
  if (db == NULL || !sgn_db_get_int (db, "PRAGMA application_id", &id, NULL) ||
      id != SGN_APPLICATION_ID)
    return NULL;
  first = sgn_db_get_text (db, "SELECT hash FROM event WHERE seq = 1", NULL);
  return first != NULL && strlen (first) >= DIGITS ? g_steal_pointer (&first) : NULL;
}

static gboolean
was_at (const SgnBackupIndex *index, const char *path)
{
  for (guint i = 0; i < index->paths->len; i++) {
    if (g_str_equal (g_ptr_array_index (index->paths, i), path))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_stem (const char *folder, const char *path)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *stem = sgn_backup_dup_stem (path, MOST_STEM);

  name[strlen (name) - DIGITS - 1] = '\0';
  return g_str_equal (name, stem);
}

/* "" when nothing was ever made there. */
static char *
dup_newest_time (const SgnBackupIndex *index)
{
  const char *newest = "";

  for (guint i = 0; i < index->entries->len; i++) {
    const SgnBackupEntry *entry = g_ptr_array_index (index->entries, i);

    if (entry->made_at != NULL && strcmp (entry->made_at, newest) > 0)
      newest = entry->made_at;
  }
  return g_strdup (newest);
}

/* Among several that fit, the one in which something was kept last. */
static char *
find_by (GPtrArray *folders, const char *path, gboolean by_place)
{
  g_autofree char *found = NULL;
  g_autofree char *found_time = NULL;

  for (guint i = 0; i < folders->len; i++) {
    const char *folder = g_ptr_array_index (folders, i);
    g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);
    g_autofree char *time = dup_newest_time (index);

    if (by_place ? !was_at (index, path) : !has_stem (folder, path))
      continue;
    if (found != NULL && strcmp (time, found_time) <= 0)
      continue;
    g_free (found);
    found = g_strdup (folder);
    g_free (found_time);
    found_time = g_steal_pointer (&time);
  }
  return g_steal_pointer (&found);
}

char *
sgn_backup_folder_find_of_path (const char *root, const char *path)
{
  g_autoptr (GPtrArray) folders = list_folders (root);
  g_autofree char *first = folders->len > 0 ? read_first (path) : NULL;
  g_autofree char *found = NULL;

  if (first != NULL)
    return sgn_backup_folder_find (root, first);
  found = find_by (folders, path, TRUE);
  return found != NULL ? g_steal_pointer (&found) : find_by (folders, path, FALSE);
}

gboolean
sgn_backup_folder_make (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
               _ ("The folder “%s” for the backups cannot be made (%s). Make room, or choose "
                  "another place."),
               name, g_strerror (errno));
  return FALSE;
}
