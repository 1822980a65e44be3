/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-library.h"

#include "sgn-error.h"
#include "sgn-shelf-private.h"

#include <glib/gi18n-lib.h>

static const char *const needed_first[] = { "ipa-rules", "ipa-self-check", "scs" };

static void
clear (gpointer data)
{
  SgnLibrary *self = data;

  g_clear_pointer (&self->ahead, g_thread_join);
  g_clear_pointer (&self->shelf, sgn_shelf_free);
  if (self->base != NULL) { /* the rest is its own */
    g_clear_pointer (&self->base, sgn_library_unref);
    return;
  }
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

/**
 * sgn_library_load:
 * @data_dir: the folder with catalogues/, mappings/ and documents/, such as sgn_data_dir() gives
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Loads and checks what every sheet needs. Of guidelines and mappings only the names of the files
 * are looked at: each is read and checked when it is first asked for, so that their number costs
 * nothing at the start.
 *
 * Returns: (transfer full): the library, or NULL
 */
SgnLibrary *
sgn_library_load (const char *data_dir, GError **error)
{
  g_autoptr (SgnLibrary) self = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_atomic_rc_box_new0 (SgnLibrary);
  self->shelf = sgn_shelf_new (data_dir, error);
  if (self->shelf == NULL)
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

static gpointer
read_ahead (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (needed_first); i++)
    sgn_shelf_read_ahead (data, needed_first[i]);
  return NULL;
}

/**
 * sgn_library_read_ahead:
 * @self: a library that does not extend another
 *
 * Reads the guidelines of the stars on a thread of its own, so that they are there when the first
 * company is shown. Who asks for one meanwhile waits for it; only the first call does anything.
 */
void
sgn_library_read_ahead (SgnLibrary *self)
{
  g_return_if_fail (self != NULL && self->base == NULL);

  if (self->ahead == NULL)
    self->ahead = g_thread_new ("read-ahead", read_ahead, self->shelf);
}

/**
 * sgn_library_extend:
 * @base: a library; of one that extends another, its own guidelines are left out
 * @catalogues: (element-type SgnCatalogue): a company's own guidelines
 *
 * Whoever works with the result needs to know nothing of where a guideline comes from. One with the
 * id of a guideline of the program is left out with a warning: no file may put another in its
 * place.
 *
 * Returns: (transfer full): a library with all of @base and @catalogues
 */
SgnLibrary *
sgn_library_extend (SgnLibrary *base, GPtrArray *catalogues)
{
  SgnLibrary *root = NULL;
  SgnLibrary *self = NULL;

  g_return_val_if_fail (base != NULL && catalogues != NULL, NULL);

  root = base->base != NULL ? base->base : base;
  if (catalogues->len == 0)
    return sgn_library_ref (root);

  self = g_atomic_rc_box_new0 (SgnLibrary);
  self->base = sgn_library_ref (root);
  self->shelf = sgn_shelf_new_extended (root->shelf, catalogues);
  self->documents = root->documents;
  self->policy = root->policy;
  self->wording = root->wording;
  return self;
}

/**
 * sgn_library_is_own:
 * @self: a library
 * @catalogue: the id of a guideline
 *
 * Returns: whether it is there and is a company's own, such as a customer's questionnaire
 */
gboolean
sgn_library_is_own (SgnLibrary *self, const char *catalogue)
{
  g_return_val_if_fail (self != NULL && catalogue != NULL, FALSE);

  return self->base != NULL && g_strv_contains (sgn_shelf_get_ids (self->shelf), catalogue) &&
         !g_strv_contains (sgn_shelf_get_ids (self->base->shelf), catalogue);
}

/**
 * sgn_library_get_catalogue_ids:
 * @self: a library
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all guidelines, sorted, each once
 */
const char *const *
sgn_library_get_catalogue_ids (SgnLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sgn_shelf_get_ids (self->shelf);
}

/**
 * sgn_library_count_read:
 * @self: a library
 *
 * Returns: how many catalogues were read until now
 */
guint
sgn_library_count_read (SgnLibrary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sgn_shelf_count_read (self->shelf);
}

/**
 * sgn_library_list_catalogues:
 * @self: a library
 * @id: (nullable): the id of a guideline; NULL means all of them
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Reads those that were not read before.
 *
 * Returns: (transfer full) (nullable) (element-type SgnCatalogue): the editions, by id, the newest
 *   first
 */
GPtrArray *
sgn_library_list_catalogues (SgnLibrary *self, const char *id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sgn_shelf_list (self->shelf, id, error);
}

/**
 * sgn_library_check:
 * @self: a library
 * @error: return location; SGN_ERROR_UNREADABLE with file, place, what is wrong and what is
 * expected
 *
 * Reads everything and checks what one file alone cannot show: no guideline has two current
 * editions, what items and mappings refer to is there.
 *
 * Returns: whether all is right
 */
gboolean
sgn_library_check (SgnLibrary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sgn_shelf_check (self->shelf, error);
}

/**
 * sgn_library_find_catalogue:
 * @self: a library
 * @id: (nullable): the id of a catalogue
 * @edition: (nullable): an edition; NULL means the current one, or the newest if none is current
 *
 * A damaged file is none, and a warning says what is wrong with it; where people named the
 * guideline, sgn_library_get_catalogue() tells them.
 *
 * Returns: (nullable) (transfer none): the catalogue, read now if it was not before
 */
SgnCatalogue *
sgn_library_find_catalogue (SgnLibrary *self, const char *id, const char *edition)
{
  g_autoptr (GError) error = NULL;
  SgnCatalogue *catalogue = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!sgn_shelf_find (self->shelf, id, edition, &catalogue, &error))
    g_warning ("%s", error->message);
  return catalogue;
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
 * sgn_library_get_catalogue:
 * @self: a library
 * @key: "ID" for the current edition, or "ID@EDITION", as somebody typed it
 * @error: return location; SGN_ERROR_USAGE when there is no such guideline, SGN_ERROR_UNREADABLE
 *   when its file is damaged
 *
 * Returns: (transfer none): the catalogue, or NULL
 */
SgnCatalogue *
sgn_library_get_catalogue (SgnLibrary *self, const char *key, GError **error)
{
  g_auto (GStrv) parts = NULL;
  SgnCatalogue *catalogue = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  parts = g_strsplit (key, "@", 2);
  if (!sgn_shelf_find (self->shelf, parts[0], parts[0] != NULL ? parts[1] : NULL, &catalogue,
                       error))
    return NULL;

  if (catalogue == NULL)
    g_set_error (error, SGN_ERROR, SGN_ERROR_USAGE,
                 _ (
                   "There is no guideline “%s”. See which there are with “sengen catalogue list”."),
                 key);
  return catalogue;
}

/* (nullable): the guideline @id when its current edition has @item */
static SgnCatalogue *
find_with_item (SgnLibrary *self, const char *id, const char *item)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue (self, id, NULL);

  return catalogue != NULL && g_str_equal (catalogue->status, "current") &&
             sgn_catalogue_find_item (catalogue, item) != NULL
           ? catalogue
           : NULL;
}

/* (nullable): several sheets of customers may all begin with a “1” */
static SgnCatalogue *
find_only_own (SgnLibrary *self, const char *item)
{
  SgnCatalogue *found = NULL;

  for (const char *const *id = sgn_shelf_get_ids (self->shelf); *id != NULL; id++) {
    SgnCatalogue *catalogue =
      sgn_library_is_own (self, *id) ? find_with_item (self, *id, item) : NULL;

    if (catalogue != NULL && found != NULL)
      return NULL;
    if (catalogue != NULL)
      found = catalogue;
  }
  return found;
}

/**
 * sgn_library_find_catalogue_of_item:
 * @self: a library
 * @item: an item's id such as "SD-01"
 *
 * The guidelines of the program come first; of a company's own ones only one may have it.
 *
 * Returns: (nullable) (transfer none): the guideline of which the current edition has that item
 */
SgnCatalogue *
sgn_library_find_catalogue_of_item (SgnLibrary *self, const char *item)
{
  SgnLibrary *root = NULL;

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  root = self->base != NULL ? self->base : self;
  for (const char *const *id = sgn_shelf_get_ids (root->shelf); *id != NULL; id++) {
    SgnCatalogue *catalogue = find_with_item (root, *id, item);

    if (catalogue != NULL)
      return catalogue;
  }
  return self->base != NULL ? find_only_own (self, item) : NULL;
}

/**
 * sgn_library_find_mapping:
 * @self: a library
 * @from: (nullable): a catalogue with its edition, such as "ipa-self-check@3.1"
 * @to: (nullable): another
 *
 * Returns: (nullable) (transfer none): the mapping in that direction, read now if it was not before
 */
SgnMapping *
sgn_library_find_mapping (SgnLibrary *self, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  SgnMapping *mapping = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (from != NULL && to != NULL &&
      !sgn_shelf_find_mapping (self->shelf, from, to, &mapping, &error))
    g_warning ("%s", error->message);
  return mapping;
}
