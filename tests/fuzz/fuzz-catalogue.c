/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "sgn-catalogue.h"
#include "sgn-fault.h"

/* Whatever is loaded must also answer every question asked of a catalogue. */
static void
use (const SgnCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);

    g_assert_true (sgn_catalogue_find_item (catalogue, item->id) == item);
    g_assert_nonnull (item->section);
    g_assert_true (sgn_catalogue_level_includes (catalogue, NULL, item));
    sgn_item_get_mark (item, "done");
    sgn_item_get_max_points (item);
  }
  sgn_catalogue_find_band (catalogue, 0);
}

/* What is loaded has no faults, what is refused has some, each with a place. */
static void
look_for_faults (GBytes *bytes, gboolean loaded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = sgn_catalogue_find_faults (bytes, "input", &error);

  g_assert_true ((faults == NULL) == (error != NULL));
  g_assert_true (faults == NULL ? !loaded : (faults->len == 0) == loaded);
  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const SgnFault *fault = g_ptr_array_index (faults, i);

    g_assert_cmpuint (fault->line, >, 0);
    g_assert_cmpuint (fault->column, >, 0);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) catalogue = sgn_catalogue_new_from_bytes (bytes, "input", &error);

  g_assert_true ((catalogue == NULL) == (error != NULL));
  if (catalogue != NULL)
    use (catalogue);
  look_for_faults (bytes, catalogue != NULL);
  return 0;
}
