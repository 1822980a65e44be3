/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-related.h"

static void
related_free (gpointer data)
{
  SgnRelated *self = data;

  sgn_catalogue_unref (self->catalogue);
  g_free (self);
}

/* What the to side is to the from side. */
static SgnRelation
turn_round (SgnRelation relation)
{
  switch (relation) {
  case SGN_RELATION_SUBSET:
    return SGN_RELATION_SUPERSET;
  case SGN_RELATION_SUPERSET:
    return SGN_RELATION_SUBSET;
  case SGN_RELATION_EQUAL:
  case SGN_RELATION_INTERSECTS:
  default:
    return relation;
  }
}

/* @from: whether the item in hand stands on the from side of @pair */
static void
add (GPtrArray *found, SgnCatalogue *other, const SgnMappingPair *pair, gboolean from)
{
  const SgnItem *there = sgn_catalogue_find_item (other, from ? pair->to : pair->from);
  SgnRelated *related;

  if (there == NULL)
    return;
  related = g_new0 (SgnRelated, 1);
  related->catalogue = sgn_catalogue_ref (other);
  related->item = there;
  related->relation = from ? turn_round (pair->relation) : pair->relation;
  related->why = &pair->why;
  related->official = pair->official;
  g_ptr_array_add (found, related);
}

/* The pairs of @mapping, in which @item stands on the from side or on the other one. */
static void
add_pairs (GPtrArray *found,
           SgnCatalogue *other,
           const SgnMapping *mapping,
           const SgnItem *item,
           gboolean from)
{
  for (guint i = 0; mapping != NULL && i < mapping->pairs->len; i++) {
    const SgnMappingPair *pair = g_ptr_array_index (mapping->pairs, i);

    if (g_str_equal (from ? pair->from : pair->to, item->id))
      add (found, other, pair, from);
  }
}

/**
 * sgn_related_find:
 * @library: the program's own data, of which every current guideline is read
 * @catalogue: a guideline
 * @item: an item of it
 *
 * Follows the mappings in both directions, to other guidelines only: other editions of the same one
 * are what an answer continues.
 *
 * Returns: (transfer full) (element-type SgnRelated): what the others ask about the same matter
 */
GPtrArray *
sgn_related_find (SgnLibrary *library, const SgnCatalogue *catalogue, const SgnItem *item)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (related_free);
  g_autofree char *key = NULL;

  g_return_val_if_fail (library != NULL && catalogue != NULL && item != NULL, found);

  key = sgn_catalogue_dup_key (catalogue);
  for (const char *const *id = sgn_library_get_catalogue_ids (library); *id != NULL; id++) {
    SgnCatalogue *other = sgn_library_find_catalogue (library, *id, NULL);
    g_autofree char *other_key = other != NULL ? sgn_catalogue_dup_key (other) : NULL;

    if (other == NULL || g_str_equal (*id, catalogue->id))
      continue;
    add_pairs (found, other, sgn_library_find_mapping (library, key, other_key), item, TRUE);
    add_pairs (found, other, sgn_library_find_mapping (library, other_key, key), item, FALSE);
  }
  return found;
}
