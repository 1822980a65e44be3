/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-library.h"

#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
catalogue_unref (gpointer data)
{
  sgn_catalogue_unref (data);
}

static void
mapping_free (gpointer data)
{
  sgn_mapping_free (data);
}

static void
clear (gpointer data)
{
  SgnLibrary *self = data;

  g_ptr_array_unref (self->catalogues);
  g_ptr_array_unref (self->mappings);
  g_clear_pointer (&self->documents, sgn_documents_unref);
  g_clear_pointer (&self->policy, sgn_policy_template_free);
  g_clear_pointer (&self->wording, sgn_wording_free);
}

/**
 * sgn_library_ref:
 * @self: a library
 *
 * Returns: (transfer full): @self
 */
SgnLibrary *
sgn_library_ref (SgnLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * sgn_library_unref:
 * @self: (transfer full): a library
 */
void
sgn_library_unref (SgnLibrary *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* (element-type utf8): the names of the JSON files of a folder, sorted: a folder has no order */
static GPtrArray *
list_json (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &cause);
  const char *name;

  if (dir == NULL) {
    g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                 _ ("The program's data cannot be read (%s). Install the program again."),
                 cause->message);
    return NULL;
  }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* A file under a wrong name is a copy somebody forgot: two of one edition must not meet. */
static gboolean
check_name (const char *path, const char *expected, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *wanted = g_strconcat (expected, ".json", NULL);

  if (g_str_equal (name, wanted))
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
               _ ("“%s” does not hold what its name says. Rename it to “%s”."), path, wanted);
  return FALSE;
}

static gboolean
load_catalogue (SgnLibrary *self, const char *path, GError **error)
{
  g_autoptr (SgnCatalogue) catalogue = sgn_catalogue_new_from_file (path, error);
  g_autofree char *key = catalogue != NULL ? sgn_catalogue_dup_key (catalogue) : NULL;

  if (catalogue == NULL || !check_name (path, key, error))
    return FALSE;

  g_ptr_array_add (self->catalogues, g_steal_pointer (&catalogue));
  return TRUE;
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

static gboolean
check_pairs (SgnLibrary *self, const SgnMapping *mapping, const char *path, GError **error)
{
  const SgnCatalogue *from = sgn_library_find_catalogue_key (self, mapping->from);
  const SgnCatalogue *to = sgn_library_find_catalogue_key (self, mapping->to);

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
load_mapping (SgnLibrary *self, const char *path, GError **error)
{
  g_autoptr (SgnMapping) mapping = sgn_mapping_new_from_file (path, error);
  g_autofree char *key = NULL;

  if (mapping == NULL)
    return FALSE;
  key = g_strconcat (mapping->from, "--", mapping->to, NULL);
  if (!check_name (path, key, error) || !check_pairs (self, mapping, path, error))
    return FALSE;

  g_ptr_array_add (self->mappings, g_steal_pointer (&mapping));
  return TRUE;
}

/* Calls @load with each JSON file of @data_dir/@name. */
static gboolean
load_folder (SgnLibrary *self,
             const char *data_dir,
             const char *name,
             gboolean (*load) (SgnLibrary *self, const char *path, GError **error),
             GError **error)
{
  g_autofree char *folder = g_build_filename (data_dir, name, NULL);
  g_autoptr (GPtrArray) files = list_json (folder, error);

  for (guint i = 0; files != NULL && i < files->len; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (files, i), NULL);

    if (!load (self, path, error))
      return FALSE;
  }
  return files != NULL;
}

/* By id, the newest edition first; a date in this form sorts as text. */
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

/* An item may refer to a guideline that is not here; if it is here, the item must be there. */
static gboolean
check_item_references (SgnLibrary *self, const SgnCatalogue *catalogue, guint at, GError **error)
{
  const SgnItem *item = g_ptr_array_index (catalogue->items, at);

  for (guint i = 0; i < item->refs->len; i++) {
    const SgnReference *ref = g_ptr_array_index (item->refs, i);
    const SgnCatalogue *other = sgn_library_find_catalogue_key (self, ref->scheme);
    g_autofree char *key = sgn_catalogue_dup_key (catalogue);
    g_autofree char *pointer = g_strdup_printf ("/items/%u/refs/%u/item", at, i);

    if (other != NULL && sgn_catalogue_find_item (other, ref->item) == NULL)
      return fail_reference (key, pointer, ref->item, error);
  }
  return TRUE;
}

/* What only the whole shelf can show: one current edition each, references that lead somewhere. */
static gboolean
check_catalogues (SgnLibrary *self, GError **error)
{
  const SgnCatalogue *current = NULL;

  for (guint i = 0; i < self->catalogues->len; i++) {
    const SgnCatalogue *catalogue = g_ptr_array_index (self->catalogues, i);

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
      if (!check_item_references (self, catalogue, k, error))
        return FALSE;
  }
  return TRUE;
}

static gboolean
load_catalogues (SgnLibrary *self, const char *data_dir, GError **error)
{
  if (!load_folder (self, data_dir, "catalogues", load_catalogue, error))
    return FALSE;

  g_ptr_array_sort (self->catalogues, compare_catalogues);
  return check_catalogues (self, error);
}

/**
 * sgn_library_load:
 * @data_dir: the folder with catalogues/, mappings/ and documents/, such as sgn_data_dir() gives
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Loads and checks everything, references between files included: a program that starts has whole
 * data.
 *
 * Returns: (transfer full): the library, or NULL
 */
SgnLibrary *
sgn_library_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnLibrary) self = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_atomic_rc_box_new0 (SgnLibrary);
  self->catalogues = g_ptr_array_new_with_free_func (catalogue_unref);
  self->mappings = g_ptr_array_new_with_free_func (mapping_free);
  if (!load_catalogues (self, data_dir, error) ||
      !load_folder (self, data_dir, "mappings", load_mapping, error))
    return NULL;

  self->documents = sgn_documents_load (data_dir, error);
  if (self->documents == NULL)
    return NULL;
  self->policy = sgn_policy_template_load (data_dir, error);
  if (self->policy == NULL)
    return NULL;
  self->wording = sgn_wording_load (data_dir, error);
  return self->wording != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sgn_library_find_catalogue:
 * @self: a library
 * @id: (nullable): the id of a catalogue
 * @edition: (nullable): an edition; NULL means the current one, or the newest if none is current
 *
 * Returns: (nullable) (transfer none): the catalogue
 */
SgnCatalogue *
sgn_library_find_catalogue (SgnLibrary *self, const char *id, const char *edition)
{
  SgnCatalogue *newest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->catalogues->len; i++) {
    SgnCatalogue *catalogue = g_ptr_array_index (self->catalogues, i);

    if (g_strcmp0 (catalogue->id, id) != 0)
      continue;
    if (edition != NULL ? g_str_equal (catalogue->edition, edition)
                        : g_str_equal (catalogue->status, "current"))
      return catalogue;
    if (newest == NULL)
      newest = catalogue;
  }
  return edition == NULL ? newest : NULL;
}

/**
 * sgn_library_find_catalogue_key:
 * @self: a library
 * @key: (nullable): "ID" for the current edition, or "ID@EDITION"
 *
 * Returns: (nullable) (transfer none): the catalogue
 */
SgnCatalogue *
sgn_library_find_catalogue_key (SgnLibrary *self, const char *key)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (key == NULL)
    return NULL;
  parts = g_strsplit (key, "@", 2);
  return sgn_library_find_catalogue (self, parts[0], parts[0] != NULL ? parts[1] : NULL);
}

/**
 * sgn_library_find_mapping:
 * @self: a library
 * @from: a catalogue with its edition, such as "ipa-self-check@3.1"
 * @to: another
 *
 * Returns: (nullable) (transfer none): the mapping in that direction
 */
SgnMapping *
sgn_library_find_mapping (SgnLibrary *self, const char *from, const char *to)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->mappings->len; i++) {
    SgnMapping *mapping = g_ptr_array_index (self->mappings, i);

    if (g_strcmp0 (mapping->from, from) == 0 && g_strcmp0 (mapping->to, to) == 0)
      return mapping;
  }
  return NULL;
}
