/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pictures-private.h"

#include "sgn-picture.h"

static gboolean
is_small_enough (const json_t *row)
{
  return sgn_json_integer (row, "size", 0) <= SGN_PICTURE_MOST_BYTES;
}

/* One file at a time: many together would not fit into the memory. What cannot be read, or is no
 * picture, is shown by its kind. */
static SgnPicture *
read_picture (SgnDesk *desk, const char *sha256)
{
  g_autoptr (GBytes) bytes = sgn_company_file_get_blob (desk->file, sha256, NULL);

  return bytes != NULL ? sgn_picture_new (bytes) : NULL;
}

static void
add_picture (SgnDesk *desk, GHashTable *pictures, const json_t *row)
{
  const char *sha256 = sgn_json_string (row, "sha256");
  SgnPicture *picture = NULL;

  if (g_strcmp0 (sgn_json_string (row, "kind"), "picture") != 0 || sha256 == NULL ||
      g_hash_table_contains (pictures, sha256) || !is_small_enough (row))
    return;
  picture = read_picture (desk, sha256);
  if (picture != NULL)
    g_hash_table_insert (pictures, g_strdup (sha256), picture);
}

GHashTable *
sgn_desk_read_pictures (SgnDesk *desk, const json_t *projection)
{
  GHashTable *pictures =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sgn_picture_unref);
  size_t i;
  json_t *row;

  if (g_strcmp0 (sgn_json_string (projection, "document"), "evidence-list") != 0 ||
      g_strcmp0 (sgn_json_string (projection, "audience"), "internal") != 0)
    return pictures;
  json_array_foreach (json_object_get (projection, "evidence"), i, row)
    add_picture (desk, pictures, row);
  return pictures;
}
