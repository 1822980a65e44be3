/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-photo-private.h"

#include "sgn-error.h"
#include "sgn-media-type.h"

#include <gexiv2/gexiv2.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Tags that say where, by how they begin. */
static const char *const place_tags[] = {
  "Exif.GPSInfo.",
  "Exif.Image.GPSTag",
  "Xmp.exif.GPS",
  "Xmp.iptcExt.Location",
  "Xmp.iptc.Location",
  "Xmp.iptc.CountryCode",
  "Xmp.photoshop.City",
  "Xmp.photoshop.State",
  "Xmp.photoshop.Country",
  "Iptc.Application2.City",
  "Iptc.Application2.SubLocation",
  "Iptc.Application2.ProvinceState",
  "Iptc.Application2.Country",
  "Iptc.Application2.Location",
};

/* What belongs to a position and says none by itself. */
static const char *const empty_tags[] = {
  "Exif.Image.GPSTag",
  "Exif.GPSInfo.GPSVersionID",
  "Exif.GPSInfo.GPSTimeStamp",
  "Exif.GPSInfo.GPSDateStamp",
  "Exif.GPSInfo.GPSMapDatum",
  "Exif.GPSInfo.GPSProcessingMethod",
  "Xmp.exif.GPSVersionID",
  "Xmp.exif.GPSTimeStamp",
  "Xmp.exif.GPSMapDatum",
  "Xmp.exif.GPSProcessingMethod",
  NULL,
};

static const char *const photo_types[] = { "image/jpeg", "image/tiff", "image/png",
                                           "image/webp", "image/heic", NULL };

gboolean
sgn_photo_is_photo (const char *media_type)
{
  return media_type != NULL && g_strv_contains (photo_types, media_type);
}

/* gexiv2 can read HEIC or not, as it was built, and never write it. */
static gboolean
is_heic (const char *media_type)
{
  return g_str_equal (media_type, "image/heic");
}

static gboolean
is_png (const char *media_type)
{
  return g_str_equal (media_type, "image/png");
}

static gboolean
is_place_tag (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (place_tags); i++)
    if (g_str_has_prefix (tag, place_tags[i]))
      return TRUE;
  return FALSE;
}

/* (nullable) (transfer full): what the picture says of itself */
static GExiv2Metadata *
read_metadata (GBytes *bytes, GError **error)
{
  g_autoptr (GExiv2Metadata) metadata = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  /* Its complaints about broken pictures are not for people; the error says enough. */
  gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);
  gexiv2_initialize ();
  metadata = gexiv2_metadata_new ();
  return gexiv2_metadata_open_buf (metadata, data, (glong) size, error)
           ? g_steal_pointer (&metadata)
           : NULL;
}

/* Takes @list. */
static void
add_place_tags (GPtrArray *tags, char **list)
{
  g_auto (GStrv) owned = list;

  for (guint i = 0; owned != NULL && owned[i] != NULL; i++)
    if (is_place_tag (owned[i]))
      g_ptr_array_insert (tags, 0, g_strdup (owned[i]));
}

/* (transfer full) (element-type utf8): the tags of @metadata that say where, the inner ones of a
 * structure before the structure */
static GPtrArray *
list_place_tags (GExiv2Metadata *metadata)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);

  add_place_tags (tags, gexiv2_metadata_get_exif_tags (metadata));
  add_place_tags (tags, gexiv2_metadata_get_xmp_tags (metadata));
  add_place_tags (tags, gexiv2_metadata_get_iptc_tags (metadata));
  return tags;
}

static SgnPhotoLocation
find_in_metadata (GBytes *bytes)
{
  g_autoptr (GExiv2Metadata) metadata = read_metadata (bytes, NULL);
  g_autoptr (GPtrArray) tags = metadata != NULL ? list_place_tags (metadata) : NULL;

  if (metadata == NULL)
    return SGN_PHOTO_UNREADABLE;

  for (guint i = 0; i < tags->len; i++)
    if (!g_strv_contains (empty_tags, tags->pdata[i]))
      return SGN_PHOTO_SOMEWHERE;
  return SGN_PHOTO_NOWHERE;
}

/**
 * sgn_photo_find_location:
 * @bytes: a picture
 * @media_type: its kind, one of sgn_photo_is_photo()
 *
 * Returns: whether it says where it was taken
 */
SgnPhotoLocation
sgn_photo_find_location (GBytes *bytes, const char *media_type)
{
  gsize size;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL && sgn_photo_is_photo (media_type), SGN_PHOTO_UNREADABLE);

  data = g_bytes_get_data (bytes, &size);
  if (is_png (media_type) ? sgn_photo_find_png_texts (data, size) : sgn_photo_find_raw (data, size))
    return SGN_PHOTO_SOMEWHERE;
  return is_heic (media_type) ? SGN_PHOTO_NOWHERE : find_in_metadata (bytes);
}

static gboolean
set_broken (GError **error)
{
  g_set_error_literal (error, SGN_ERROR, SGN_ERROR_UNREADABLE,
                       _ ("The place cannot be taken out of this picture. Save it anew as JPEG, or "
                          "keep a picture of the screen instead."));
  return FALSE;
}

static gboolean
set_no_room (const GError *cause, GError **error)
{
  g_set_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE,
               _ ("The picture cannot be worked on in the folder for temporary files (%s). Make "
                  "room there."),
               cause->message);
  return FALSE;
}

/* Changes the file at @path, which holds @bytes. */
static gboolean
strip_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GExiv2Metadata) metadata = read_metadata (bytes, NULL);
  g_autoptr (GPtrArray) tags = metadata != NULL ? list_place_tags (metadata) : NULL;

  if (metadata == NULL)
    return set_broken (error);

  /* What cannot be cleared is found again afterwards. */
  for (guint i = 0; i < tags->len; i++)
    gexiv2_metadata_try_clear_tag (metadata, tags->pdata[i], NULL);
  return gexiv2_metadata_save_file (metadata, path, NULL) || set_broken (error);
}

static GBytes *
strip_in (const char *folder, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "picture", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean stripped;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                 &cause)) {
    set_no_room (cause, error);
    return NULL;
  }

  stripped = strip_file (path, bytes, error);
  if (stripped && !g_file_get_contents (path, &contents, &size, &cause))
    stripped = set_no_room (cause, error);
  g_unlink (path);
  return stripped ? g_bytes_new_take (g_steal_pointer (&contents), size) : NULL;
}

/* By gexiv2, which works on files: on a copy in a folder that nobody else can look into. */
static GBytes *
strip_metadata (GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sengen-XXXXXX", &cause);
  GBytes *stripped;

  if (folder == NULL) {
    set_no_room (cause, error);
    return NULL;
  }

  stripped = strip_in (folder, bytes, error);
  g_rmdir (folder);
  return stripped;
}

/* Takes @bytes. */
static GBytes *
blank (GBytes *bytes)
{
  gsize size;
  guint8 *data = g_bytes_unref_to_data (bytes, &size);

  sgn_photo_blank_raw (data, size);
  return g_bytes_new_take (data, size);
}

/* A broken file may be of one kind at its beginning and of another inside. */
static gboolean
is_of_kind (GBytes *bytes, const char *media_type)
{
  return g_str_equal (sgn_media_type_of (bytes, "")->id, media_type);
}

static GBytes *
strip (GBytes *bytes, const char *media_type, GError **error)
{
  g_autoptr (GBytes) stripped = NULL;

  if (is_heic (media_type))
    return blank (g_bytes_ref (bytes));

  stripped = strip_metadata (bytes, error);
  if (stripped == NULL)
    return NULL;
  if (!is_of_kind (stripped, media_type)) {
    set_broken (error);
    return NULL;
  }
  return is_png (media_type) ? sgn_photo_drop_png_texts (stripped)
                             : blank (g_steal_pointer (&stripped));
}

/**
 * sgn_photo_remove_location:
 * @bytes: a picture
 * @media_type: its kind, one of sgn_photo_is_photo()
 * @error: return location; SGN_ERROR_UNREADABLE or SGN_ERROR_UNWRITABLE
 *
 * Takes coordinates and names of places out of EXIF, XMP and IPTC, and looks afterwards whether
 * they are gone. The picture itself, its orientation and all else it says are kept.
 *
 * Returns: (transfer full): the picture without its place; @bytes when it has none
 */
GBytes *
sgn_photo_remove_location (GBytes *bytes, const char *media_type, GError **error)
{
  g_autoptr (GBytes) stripped = NULL;
  SgnPhotoLocation found;

  g_return_val_if_fail (bytes != NULL && sgn_photo_is_photo (media_type), NULL);

  found = sgn_photo_find_location (bytes, media_type);
  if (found == SGN_PHOTO_NOWHERE)
    return g_bytes_ref (bytes);
  if (found == SGN_PHOTO_UNREADABLE || !is_of_kind (bytes, media_type)) {
    set_broken (error);
    return NULL;
  }

  stripped = strip (bytes, media_type, error);
  if (stripped == NULL)
    return NULL;
  if (sgn_photo_find_location (stripped, media_type) != SGN_PHOTO_NOWHERE) {
    set_broken (error);
    return NULL;
  }
  return g_steal_pointer (&stripped);
}
