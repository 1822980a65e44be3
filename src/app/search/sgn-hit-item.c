/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-hit-item.h"

struct _SgnHitItem {
  GObject parent_instance;

  GPtrArray *hits;
  guint index;
  guint n_in_group;
};

G_DEFINE_FINAL_TYPE (SgnHitItem, sgn_hit_item, G_TYPE_OBJECT)

static void
sgn_hit_item_finalize (GObject *object)
{
  g_ptr_array_unref (SGN_HIT_ITEM (object)->hits);

  G_OBJECT_CLASS (sgn_hit_item_parent_class)->finalize (object);
}

static void
sgn_hit_item_class_init (SgnHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sgn_hit_item_finalize;
}

static void
sgn_hit_item_init (SgnHitItem *self)
{
}

SgnHitItem *
sgn_hit_item_new (GPtrArray *hits, guint index, guint n_in_group)
{
  SgnHitItem *self = g_object_new (SGN_TYPE_HIT_ITEM, NULL);

  self->hits = g_ptr_array_ref (hits);
  self->index = index;
  self->n_in_group = n_in_group;
  return self;
}

const SgnHit *
sgn_hit_item_get_hit (SgnHitItem *self)
{
  g_return_val_if_fail (SGN_IS_HIT_ITEM (self), NULL);

  return g_ptr_array_index (self->hits, self->index);
}

guint
sgn_hit_item_get_n_in_group (SgnHitItem *self)
{
  g_return_val_if_fail (SGN_IS_HIT_ITEM (self), 0);

  return self->n_in_group;
}

static SgnHitGroup
get_group (GPtrArray *hits, guint index)
{
  return ((const SgnHit *) g_ptr_array_index (hits, index))->group;
}

static guint
count_group (GPtrArray *hits, guint first)
{
  guint end = first;

  while (end < hits->len && get_group (hits, end) == get_group (hits, first))
    end++;
  return end - first;
}

/**
 * sgn_hit_items_new:
 * @hits: (element-type SgnHit): what was found, by group
 *
 * Returns: (transfer full) (element-type SgnHitItem): a row for each
 */
GPtrArray *
sgn_hit_items_new (GPtrArray *hits)
{
  GPtrArray *items = g_ptr_array_new_full (hits->len, g_object_unref);

  for (guint i = 0; i < hits->len; i++) {
    gboolean first = i == 0 || get_group (hits, i) != get_group (hits, i - 1);

    g_ptr_array_add (items, sgn_hit_item_new (hits, i, first ? count_group (hits, i) : 0));
  }
  return items;
}
