/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-shelf-private.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* One file. Of what is read nothing is given back before the shelf is: others hold on to it. */
typedef struct {
  char *path;
  char *key; /* as the file is called: "ipa-rules@4.0", "ipa-rules@3.1--ipa-rules@4.0" */
  char *id;
  char *edition;
  SgnCatalogue *catalogue; /* (nullable) */
  SgnMapping *mapping;     /* (nullable) */
} Entry;

struct SgnShelf {
  SgnShelf *base; /* (nullable): where to look for what is not here; no id is in both */
  GRecMutex lock; /* a mapping is read with both its catalogues */
  GPtrArray *catalogues;
  GPtrArray *mappings;
  char **ids;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->catalogue, sgn_catalogue_unref);
  g_clear_pointer (&self->mapping, sgn_mapping_free);
  g_free (self->path);
  g_free (self->key);
  g_free (self->id);
  g_free (self->edition);
  g_free (self);
}

static Entry *
entry_new (const char *folder, const char *name)
{
  Entry *self = g_new0 (Entry, 1);
  const char *at;

  self->path = g_build_filename (folder, name, NULL);
  self->key = g_strndup (name, strlen (name) - strlen (".json"));
  at = strchr (self->key, '@');
  self->id = at != NULL ? g_strndup (self->key, (gsize) (at - self->key)) : g_strdup (self->key);
  self->edition = g_strdup (at != NULL ? at + 1 : "");
  return self;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = *(Entry *const *) a;
  const Entry *right = *(Entry *const *) b;
  int order = strcmp (left->id, right->id);

  return order != 0 ? order : strcmp (left->key, right->key);
}

/* (transfer full) (nullable): the JSON files of a folder, sorted: a folder has no order */
static GPtrArray *
list_files (const char *data_dir, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (data_dir, name, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &cause);
  const char *file;

  if (dir == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The program's data cannot be read (%s). Install the program again."),
                 cause->message);
    return NULL;
  }

  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".json") && file[0] != '.')
      g_ptr_array_add (files, entry_new (folder, file));
  g_ptr_array_sort (files, compare_entries);
  return g_steal_pointer (&files);
}

/* Each once, of sorted entries. */
static char **
list_ids (GPtrArray *catalogues)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *last = NULL;

  for (guint i = 0; i < catalogues->len; i++) {
    const Entry *entry = g_ptr_array_index (catalogues, i);

    if (g_strcmp0 (entry->id, last) != 0)
      g_strv_builder_add (builder, entry->id);
    last = entry->id;
  }
  return g_strv_builder_end (builder);
}

SgnShelf *
sgn_shelf_new (const char *data_dir, GError **error)
{
  g_autoptr (GPtrArray) catalogues = list_files (data_dir, "catalogues", error);
  g_autoptr (GPtrArray) mappings =
    catalogues != NULL ? list_files (data_dir, "mappings", error) : NULL;
  SgnShelf *self;

  if (mappings == NULL)
    return NULL;

  self = g_new0 (SgnShelf, 1);
  g_rec_mutex_init (&self->lock);
  self->ids = list_ids (catalogues);
  self->catalogues = g_steal_pointer (&catalogues);
  self->mappings = g_steal_pointer (&mappings);
  return self;
}

static Entry *
entry_new_read (SgnCatalogue *catalogue)
{
  Entry *self = g_new0 (Entry, 1);

  self->key = sgn_catalogue_dup_key (catalogue);
  self->path = g_strdup (self->key);
  self->id = g_strdup (catalogue->id);
  self->edition = g_strdup (catalogue->edition);
  self->catalogue = sgn_catalogue_ref (catalogue);
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* No name is in both. */
static char **
merge_ids (char **a, char **b)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **ids;

  g_strv_builder_addv (builder, (const char **) a);
  g_strv_builder_addv (builder, (const char **) b);
  ids = g_strv_builder_end (builder);
  qsort (ids, g_strv_length (ids), sizeof *ids, compare_names);
  return ids;
}

SgnShelf *
sgn_shelf_new_extended (SgnShelf *base, GPtrArray *catalogues)
{
  SgnShelf *self = g_new0 (SgnShelf, 1);
  g_auto (GStrv) own = NULL;

  self->base = base;
  g_rec_mutex_init (&self->lock);
  self->catalogues = g_ptr_array_new_with_free_func (entry_free);
  self->mappings = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < catalogues->len; i++) {
    SgnCatalogue *catalogue = catalogues->pdata[i];

    if (g_strv_contains ((const char *const *) base->ids, catalogue->id))
      g_warning ("“%s” has the id of a guideline of the program and is left out", catalogue->id);
    else
      g_ptr_array_add (self->catalogues, entry_new_read (catalogue));
  }
  g_ptr_array_sort (self->catalogues, compare_entries);
  own = list_ids (self->catalogues);
  self->ids = merge_ids (base->ids, own);
  return self;
}

void
sgn_shelf_free (SgnShelf *self)
{
  g_ptr_array_unref (self->catalogues);
  g_ptr_array_unref (self->mappings);
  g_strfreev (self->ids);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

const char *const *
sgn_shelf_get_ids (const SgnShelf *self)
{
  return (const char *const *) self->ids;
}

guint
sgn_shelf_count_read (SgnShelf *self)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);
  guint count = self->base != NULL ? sgn_shelf_count_read (self->base) : 0;

  for (guint i = 0; i < self->catalogues->len; i++)
    count += ((const Entry *) g_ptr_array_index (self->catalogues, i))->catalogue != NULL;
  return count;
}

/* A file under a wrong name is a copy somebody forgot: two of one edition must not meet. */
static gboolean
check_name (const Entry *entry, const char *expected, GError **error)
{
  g_autofree char *wanted = NULL;

  if (g_str_equal (entry->key, expected))
    return TRUE;

  wanted = g_strconcat (expected, ".json", NULL);
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” does not hold what its name says. Rename it to “%s”."), entry->path,
               wanted);
  return FALSE;
}

static gboolean
read_catalogue (Entry *entry, GError **error)
{
  g_autoptr (SgnCatalogue) catalogue = NULL;
  g_autofree char *key = NULL;

  if (entry->catalogue != NULL)
    return TRUE;

  catalogue = sgn_catalogue_new_from_file (entry->path, error);
  key = catalogue != NULL ? sgn_catalogue_dup_key (catalogue) : NULL;
  if (catalogue == NULL || !check_name (entry, key, error))
    return FALSE;

  entry->catalogue = g_steal_pointer (&catalogue);
  return TRUE;
}

/* The current edition comes before all others, then the newest; a date in this form sorts as text.
 */
static gboolean
is_preferred (const SgnCatalogue *self, const SgnCatalogue *other)
{
  gboolean current = g_str_equal (self->status, "current");
  gboolean other_current = g_str_equal (other->status, "current");
  int order = strcmp (self->published, other->published);

  if (current != other_current)
    return current;
  return order != 0 ? order > 0 : strcmp (self->edition, other->edition) > 0;
}

gboolean
sgn_shelf_find (SgnShelf *self,
                const char *id,
                const char *edition,
                SgnCatalogue **catalogue,
                GError **error)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);
  SgnCatalogue *found = NULL;

  for (guint i = 0; i < self->catalogues->len; i++) {
    Entry *entry = g_ptr_array_index (self->catalogues, i);

    if (g_strcmp0 (entry->id, id) != 0 ||
        (edition != NULL && !g_str_equal (entry->edition, edition)))
      continue;
    if (!read_catalogue (entry, error))
      return FALSE;
    if (found == NULL || is_preferred (entry->catalogue, found))
      found = entry->catalogue;
  }
  if (found == NULL && self->base != NULL)
    return sgn_shelf_find (self->base, id, edition, catalogue, error);
  *catalogue = found;
  return TRUE;
}

void
sgn_shelf_read_ahead (SgnShelf *self, const char *id)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);

  for (guint i = self->catalogues->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (self->catalogues, i - 1);

    if (g_str_equal (entry->id, id)) {
      read_catalogue (entry, NULL);
      break;
    }
  }
}

/* By id, the newest edition first. */
static int
compare_catalogues (gconstpointer a, gconstpointer b)
{
  const SgnCatalogue *left = *(SgnCatalogue *const *) a;
  const SgnCatalogue *right = *(SgnCatalogue *const *) b;
  int order = strcmp (left->id, right->id);

  if (order == 0)
    order = strcmp (right->published, left->published);
  return order != 0 ? order : strcmp (right->edition, left->edition);
}

GPtrArray *
sgn_shelf_list (SgnShelf *self, const char *id, GError **error)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_catalogue_unref);

  for (guint i = 0; i < self->catalogues->len; i++) {
    Entry *entry = g_ptr_array_index (self->catalogues, i);

    if (id != NULL && !g_str_equal (entry->id, id))
      continue;
    if (!read_catalogue (entry, error))
      return NULL;
    g_ptr_array_add (list, sgn_catalogue_ref (entry->catalogue));
  }
  if (self->base != NULL) {
    GPtrArray *rest = sgn_shelf_list (self->base, id, error);

    if (rest == NULL)
      return NULL;
    g_ptr_array_extend_and_steal (list, rest);
  }
  g_ptr_array_sort (list, compare_catalogues);
  return g_steal_pointer (&list);
}

/* Sets the error that @path says @value at @pointer, which no catalogue here has. */
static gboolean
fail_reference (const char *path, const char *pointer, const char *value, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s”, %s: “%s” is not there. Name an item or edition that is."), path, pointer,
               value);
  return FALSE;
}

/* The catalogue that @key names, which is NULL when there is none. */
static gboolean
find_key (SgnShelf *self, const char *key, SgnCatalogue **catalogue, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (key, "@", 2);

  return sgn_shelf_find (self, parts[0], parts[0] != NULL ? parts[1] : NULL, catalogue, error);
}

static gboolean
check_pairs (SgnShelf *self, const SgnMapping *mapping, const char *path, GError **error)
{
  SgnCatalogue *from = NULL;
  SgnCatalogue *to = NULL;

  if (!find_key (self, mapping->from, &from, error) || !find_key (self, mapping->to, &to, error))
    return FALSE;
  if (from == NULL)
    return fail_reference (path, "/from", mapping->from, error);
  if (to == NULL)
    return fail_reference (path, "/to", mapping->to, error);

  for (guint i = 0; i < mapping->pairs->len; i++) {
    const SgnMappingPair *pair = g_ptr_array_index (mapping->pairs, i);
    gboolean known = sgn_catalogue_find_item (from, pair->from) != NULL;
    g_autofree char *pointer = g_strdup_printf ("/pairs/%u/%s", i, known ? "to" : "from");

    if (!known || sgn_catalogue_find_item (to, pair->to) == NULL)
      return fail_reference (path, pointer, known ? pair->to : pair->from, error);
  }
  return TRUE;
}

static gboolean
read_mapping (SgnShelf *self, Entry *entry, GError **error)
{
  g_autoptr (SgnMapping) mapping = NULL;
  g_autofree char *key = NULL;

  if (entry->mapping != NULL)
    return TRUE;

  mapping = sgn_mapping_new_from_file (entry->path, error);
  if (mapping == NULL)
    return FALSE;
  key = g_strconcat (mapping->from, "--", mapping->to, NULL);
  if (!check_name (entry, key, error) || !check_pairs (self, mapping, entry->path, error))
    return FALSE;

  entry->mapping = g_steal_pointer (&mapping);
  return TRUE;
}

gboolean
sgn_shelf_find_mapping (SgnShelf *self,
                        const char *from,
                        const char *to,
                        SgnMapping **mapping,
                        GError **error)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);
  g_autofree char *key = g_strconcat (from, "--", to, NULL);
  SgnMapping *found = NULL;

  if (self->base != NULL)
    return sgn_shelf_find_mapping (self->base, from, to, mapping, error);
  for (guint i = 0; i < self->mappings->len && found == NULL; i++) {
    Entry *entry = g_ptr_array_index (self->mappings, i);

    if (!g_str_equal (entry->key, key))
      continue;
    if (!read_mapping (self, entry, error))
      return FALSE;
    found = entry->mapping;
  }
  *mapping = found;
  return TRUE;
}

/* An item may refer to a guideline that is not here; if it is here, the item must be there. */
static gboolean
check_references (SgnShelf *self, const SgnCatalogue *catalogue, guint at, GError **error)
{
  const SgnItem *item = g_ptr_array_index (catalogue->items, at);

  for (guint i = 0; i < item->refs->len; i++) {
    const SgnReference *ref = g_ptr_array_index (item->refs, i);
    g_autofree char *key = sgn_catalogue_dup_key (catalogue);
    g_autofree char *pointer = g_strdup_printf ("/items/%u/refs/%u/item", at, i);
    SgnCatalogue *other = NULL;

    if (!find_key (self, ref->scheme, &other, error))
      return FALSE;
    if (other != NULL && sgn_catalogue_find_item (other, ref->item) == NULL)
      return fail_reference (key, pointer, ref->item, error);
  }
  return TRUE;
}

static gboolean
check_catalogues (SgnShelf *self, GPtrArray *catalogues, GError **error)
{
  const SgnCatalogue *current = NULL;

  for (guint i = 0; i < catalogues->len; i++) {
    const SgnCatalogue *catalogue = g_ptr_array_index (catalogues, i);

    if (g_str_equal (catalogue->status, "current")) {
      if (current != NULL && g_str_equal (current->id, catalogue->id)) {
        g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                     _ ("Two editions of “%s” say that they are the current one. Mark one of "
                        "them as superseded."),
                     catalogue->id);
        return FALSE;
      }
      current = catalogue;
    }
    for (guint k = 0; k < catalogue->items->len; k++)
      if (!check_references (self, catalogue, k, error))
        return FALSE;
  }
  return TRUE;
}

gboolean
sgn_shelf_check (SgnShelf *self, GError **error)
{
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&self->lock);
  g_autoptr (GPtrArray) catalogues = sgn_shelf_list (self, NULL, error);

  if (catalogues == NULL || !check_catalogues (self, catalogues, error) ||
      (self->base != NULL && !sgn_shelf_check (self->base, error)))
    return FALSE;

  for (guint i = 0; i < self->mappings->len; i++)
    if (!read_mapping (self, g_ptr_array_index (self->mappings, i), error))
      return FALSE;
  return TRUE;
}
