/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-backup-index-private.h"

#include "sgn-backup.h"

#include "sgn-date.h"
#include "sgn-output.h"

#include <glib/gstdio.h>
#include <string.h>

#define INDEX_NAME "backups.json"
#define INDEX_VERSION 1

/* So many places of the company file are remembered. */
#define MOST_PATHS 8

static void
entry_free (SgnBackupEntry *self)
{
  g_free (self->name);
  g_free (self->made_at);
  g_free (self->problem);
  sgn_contents_free (self->contents);
  g_free (self);
}

void
sgn_backup_index_free (SgnBackupIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_free (self->second);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
take_entry (SgnBackupIndex *self, const json_t *object)
{
  const char *name = sgn_json_string (object, "name");
  SgnBackupEntry *entry = NULL;

  if (name == NULL || strchr (name, G_DIR_SEPARATOR) != NULL)
    return;

  entry = g_new0 (SgnBackupEntry, 1);
  entry->name = g_strdup (name);
  entry->second = sgn_json_boolean (object, "second");
  entry->number = sgn_json_integer (object, "number", 0);
  entry->size = sgn_json_integer (object, "size", -1);
  entry->mtime = sgn_json_integer (object, "mtime", 0);
  entry->made_at = g_strdup (sgn_json_string (object, "made_at"));
  entry->problem = g_strdup (sgn_json_string (object, "problem"));
  entry->contents = sgn_contents_from_json (json_object_get (object, "contents"));
  g_ptr_array_add (self->entries, entry);
}

static void
take (SgnBackupIndex *self, const json_t *object)
{
  json_t *item;
  size_t i;

  self->second = g_strdup (sgn_json_string (object, "second"));
  json_array_foreach (json_object_get (object, "paths"), i, item)
  {
    if (json_is_string (item))
      g_ptr_array_add (self->paths, g_strdup (json_string_value (item)));
  }
  json_array_foreach (json_object_get (object, "copies"), i, item) take_entry (self, item);
}

SgnBackupIndex *
sgn_backup_index_load (const char *folder)
{
  SgnBackupIndex *self = g_new0 (SgnBackupIndex, 1);
  g_autofree char *path = g_build_filename (folder, INDEX_NAME, NULL);
  g_autoptr (json_t) object = sgn_json_load_file (path, NULL);

  self->folder = g_strdup (folder);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (object != NULL && sgn_json_integer (object, "version", 0) == INDEX_VERSION)
    take (self, object);
  return self;
}

static json_t *
entry_to_json (const SgnBackupEntry *entry)
{
  json_t *object = json_object ();

  sgn_json_set_string (object, "name", entry->name);
  json_object_set_new (object, "second", json_boolean (entry->second));
  sgn_json_set_integer (object, "number", entry->number);
  sgn_json_set_integer (object, "size", entry->size);
  sgn_json_set_integer (object, "mtime", entry->mtime);
  sgn_json_set_string (object, "made_at", entry->made_at);
  sgn_json_set_string (object, "problem", entry->problem);
  if (entry->contents != NULL)
    json_object_set_new (object, "contents", sgn_contents_to_json (entry->contents));
  return object;
}

gboolean
sgn_backup_index_save (SgnBackupIndex *self, GError **error)
{
  g_autoptr (json_t) object = json_object ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_build_filename (self->folder, INDEX_NAME, NULL);
  json_t *paths = json_array ();
  json_t *copies = json_array ();
  char *text = NULL;

  for (guint i = 0; i < self->paths->len; i++)
    json_array_append_new (paths, json_string (g_ptr_array_index (self->paths, i)));
  for (guint i = 0; i < self->entries->len; i++)
    json_array_append_new (copies, entry_to_json (g_ptr_array_index (self->entries, i)));
  sgn_json_set_integer (object, "version", INDEX_VERSION);
  sgn_json_set_string (object, "second", self->second);
  json_object_set_new (object, "paths", paths);
  json_object_set_new (object, "copies", copies);

  text = sgn_json_to_pretty (object);
  bytes = g_bytes_new_take (text, strlen (text));
  if (!sgn_output_write (path, bytes, TRUE, error))
    return FALSE;
  /* It tells the name of the company; a file system without permissions does not mind. */
  g_chmod (path, 0600);
  return TRUE;
}

char *
sgn_backup_index_dup_place (const SgnBackupIndex *self, gboolean second)
{
  g_autofree char *name = NULL;

  if (!second)
    return g_strdup (self->folder);
  if (self->second == NULL)
    return NULL;
  name = g_path_get_basename (self->folder);
  return g_build_filename (self->second, name, NULL);
}

SgnBackupEntry *
sgn_backup_index_find (const SgnBackupIndex *self, gboolean second, const char *name)
{
  for (guint i = 0; i < self->entries->len; i++) {
    SgnBackupEntry *entry = g_ptr_array_index (self->entries, i);

    if (entry->second == second && g_str_equal (entry->name, name))
      return entry;
  }
  return NULL;
}

char *
sgn_backup_entry_dup_path (const SgnBackupIndex *self, const SgnBackupEntry *entry)
{
  g_autofree char *place = sgn_backup_index_dup_place (self, entry->second);

  return g_build_filename (place != NULL ? place : "", entry->name, NULL);
}

/* The date in a name such as NAME-2026-11-20.sengen or NAME-2026-11-20-2.sengen. */
static char *
find_date (const char *name)
{
  char *date = NULL;

  for (const char *p = name; *p != '\0'; p++) {
    g_autofree char *part = g_strndup (p, strlen ("YYYY-MM-DD"));

    if (sgn_date_is_valid (part)) {
      g_free (date);
      date = g_steal_pointer (&part);
    }
  }
  return date;
}

char *
sgn_backup_entry_dup_date (const SgnBackupEntry *entry)
{
  g_autofree char *date = NULL;
  g_autoptr (GDateTime) changed = NULL;

  if (entry->contents != NULL && entry->contents->at != NULL &&
      sgn_time_is_valid (entry->contents->at))
    return sgn_time_get_date (entry->contents->at);
  date = find_date (entry->name);
  if (date != NULL)
    return g_steal_pointer (&date);
  changed = g_date_time_new_from_unix_utc (entry->mtime / G_USEC_PER_SEC);
  return changed != NULL ? g_date_time_format (changed, "%Y-%m-%d") : g_strdup ("1970-01-01");
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SgnBackupEntry *one = *(SgnBackupEntry *const *) a;
  const SgnBackupEntry *other = *(SgnBackupEntry *const *) b;
  g_autofree char *date = NULL;
  g_autofree char *other_date = NULL;
  int order;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  date = sgn_backup_entry_dup_date (one);
  other_date = sgn_backup_entry_dup_date (other);
  order = strcmp (date, other_date);
  return order != 0 ? order : strcmp (one->name, other->name);
}

/* Where in the order of making a copy belongs of which only the date is known. */
static gint64
find_number (const SgnBackupIndex *self, const SgnBackupEntry *entry)
{
  g_autofree char *date = sgn_backup_entry_dup_date (entry);
  gint64 number = 0;

  for (guint i = 0; i < self->entries->len; i++) {
    const SgnBackupEntry *other = g_ptr_array_index (self->entries, i);
    g_autofree char *other_date = sgn_backup_entry_dup_date (other);

    if (other != entry && strcmp (other_date, date) <= 0)
      number = MAX (number, other->number);
  }
  return number;
}

static void
read_stat (SgnBackupEntry *entry, const GStatBuf *info)
{
  entry->size = (gint64) info->st_size;
  entry->mtime =
    (gint64) info->st_mtim.tv_sec * G_USEC_PER_SEC + (gint64) info->st_mtim.tv_nsec / 1000;
}

static void
read_entry (SgnBackupEntry *entry, const char *path)
{
  g_autoptr (GError) failure = NULL;

  g_clear_pointer (&entry->contents, sgn_contents_free);
  g_clear_pointer (&entry->problem, g_free);
  if (g_str_has_suffix (path, SGN_SEALED_SUFFIX))
    return;

  entry->contents = sgn_contents_read (path, &failure);
  if (entry->contents == NULL)
    entry->problem = g_strdup (failure->message);
}

/* Takes in one file of a place; whether it was news. */
static gboolean
look_at (SgnBackupIndex *self,
         gboolean second,
         const char *place,
         const char *name,
         gboolean read_again)
{
  g_autofree char *path = g_build_filename (place, name, NULL);
  SgnBackupEntry *entry = sgn_backup_index_find (self, second, name);
  SgnBackupEntry now = { 0 };
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FALSE;
  read_stat (&now, &info);
  if (entry != NULL && entry->size == now.size && entry->mtime == now.mtime && !read_again)
    return FALSE;

  if (entry == NULL) {
    entry = g_new0 (SgnBackupEntry, 1);
    entry->name = g_strdup (name);
    entry->second = second;
    g_ptr_array_add (self->entries, entry);
    entry->number = -1;
  }
  read_stat (entry, &info);
  read_entry (entry, path);
  if (entry->number < 0)
    entry->number = find_number (self, entry);
  return TRUE;
}

static gboolean
is_copy_name (const char *name)
{
  return name[0] != '.' &&
         (g_str_has_suffix (name, ".sengen") || g_str_has_suffix (name, SGN_SEALED_SUFFIX));
}

static gboolean
forget_gone (SgnBackupIndex *self, gboolean second, GHashTable *there)
{
  gboolean changed = FALSE;

  for (guint i = self->entries->len; i > 0; i--) {
    const SgnBackupEntry *entry = g_ptr_array_index (self->entries, i - 1);

    if (entry->second != second || g_hash_table_contains (there, entry->name))
      continue;
    g_ptr_array_remove_index (self->entries, i - 1);
    changed = TRUE;
  }
  return changed;
}

static gboolean
refresh_place (SgnBackupIndex *self, gboolean second, gboolean read_again)
{
  g_autofree char *place = sgn_backup_index_dup_place (self, second);
  g_autoptr (GDir) dir = place != NULL ? g_dir_open (place, 0, NULL) : NULL;
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean changed = FALSE;

  if (dir == NULL)
    return FALSE;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    if (!is_copy_name (name))
      continue;
    g_hash_table_add (there, g_strdup (name));
    changed |= look_at (self, second, place, name, read_again);
  }
  return forget_gone (self, second, there) || changed;
}

gboolean
sgn_backup_index_refresh (SgnBackupIndex *self, gboolean read_again)
{
  gboolean changed = refresh_place (self, FALSE, read_again);

  changed |= refresh_place (self, TRUE, read_again);
  g_ptr_array_sort (self->entries, compare_entries);
  return changed;
}

gboolean
sgn_backup_index_add_path (SgnBackupIndex *self, const char *path)
{
  if (self->paths->len > 0 && g_str_equal (g_ptr_array_index (self->paths, 0), path))
    return FALSE;

  for (guint i = self->paths->len; i > 0; i--) {
    if (i > MOST_PATHS - 1 || g_str_equal (g_ptr_array_index (self->paths, i - 1), path))
      g_ptr_array_remove_index (self->paths, i - 1);
  }
  g_ptr_array_insert (self->paths, 0, g_strdup (path));
  return TRUE;
}

SgnBackupEntry *
sgn_backup_index_add (SgnBackupIndex *self,
                      gboolean second,
                      const char *name,
                      const char *made_at,
                      const SgnContents *contents)
{
  SgnBackupEntry *old = sgn_backup_index_find (self, second, name);
  SgnBackupEntry *entry = g_new0 (SgnBackupEntry, 1);
  g_autofree char *path = NULL;
  GStatBuf info;

  for (guint i = 0; i < self->entries->len; i++)
    entry->number =
      MAX (entry->number, ((SgnBackupEntry *) g_ptr_array_index (self->entries, i))->number);
  entry->number++;
  if (old != NULL)
    sgn_backup_index_remove (self, old);

  entry->name = g_strdup (name);
  entry->second = second;
  entry->made_at = g_strdup (made_at);
  entry->contents = sgn_contents_copy (contents);
  path = sgn_backup_entry_dup_path (self, entry);
  if (g_stat (path, &info) == 0)
    read_stat (entry, &info);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

void
sgn_backup_index_remove (SgnBackupIndex *self, SgnBackupEntry *entry)
{
  g_ptr_array_remove (self->entries, entry);
}
