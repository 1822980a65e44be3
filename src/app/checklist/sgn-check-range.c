/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-check-range.h"

gboolean
sgn_check_range_is_offered (const SgnCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, FALSE);

  return catalogue->levels->len > 1;
}

const char *
sgn_check_range_find_level (const SgnCatalogue *catalogue, const char *level)
{
  if (!sgn_check_range_is_offered (catalogue))
    return NULL;
  for (guint i = 0; i < catalogue->levels->len; i++)
    if (g_strcmp0 (g_ptr_array_index (catalogue->levels, i), level) == 0)
      return g_ptr_array_index (catalogue->levels, i);
  return g_ptr_array_index (catalogue->levels, 0);
}

GPtrArray *
sgn_check_range_list_items (const SgnCatalogue *catalogue, const char *level)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < catalogue->items->len; i++) {
    SgnItem *item = g_ptr_array_index (catalogue->items, i);

    if (level == NULL || sgn_catalogue_level_includes (catalogue, level, item))
      g_ptr_array_add (items, item);
  }
  return items;
}
