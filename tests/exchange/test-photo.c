/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "sgn-photo-private.h"

#include "../core/message-form.h"
#include "sgn-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gexiv2/gexiv2.h>
#include <glib/gstdio.h>
#include <string.h>

/* 35°41′22″ as it stands in EXIF, in both orders of bytes. */
#define LATITUDE_LE "\x23\0\0\0\1\0\0\0\x29\0\0\0\1\0\0\0\x16\0\0\0\1\0\0\0"
#define LATITUDE_BE "\0\0\0\x23\0\0\0\1\0\0\0\x29\0\0\0\1\0\0\0\x16\0\0\0\1"

typedef struct {
  const char *tag;
  const char *value;
} Tag;

static const Tag position[] = {
  { "Exif.GPSInfo.GPSLatitude", "35/1 41/1 22/1" },
  { "Exif.GPSInfo.GPSLatitudeRef", "N" },
  { "Exif.GPSInfo.GPSLongitude", "139/1 41/1 30/1" },
  { "Xmp.exif.GPSLatitude", "35,41.3667N" },
};

static const Tag names[] = {
  { "Xmp.photoshop.City", "Chiyoda" },
  { "Xmp.iptcExt.LocationShown", "" },
  { "Iptc.Application2.City", "Chiyoda" },
};

static const Tag kept[] = {
  { "Exif.Image.Orientation", "6" },
  { "Exif.Image.Make", "Kamera" },
  { "Exif.Photo.DateTimeOriginal", "2026:11:20 10:00:00" },
};

/* What gdk-pixbuf can write, and the kind it is. */
static const struct {
  const char *format;
  const char *type;
} formats[] = { { "jpeg", "image/jpeg" }, { "png", "image/png" }, { "tiff", "image/tiff" } };

/* A lossless WebP picture of one pixel. */
static const guint8 webp[] =
  "RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";

static GBytes *
make_picture (const char *format)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 24, 16);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  char *data = NULL;
  gsize size = 0;
  g_autoptr (GError) error = NULL;

  for (int y = 0; y < 16; y++)
    for (int x = 0; x < 24 * 3; x++)
      pixels[y * gdk_pixbuf_get_rowstride (pixbuf) + x] = (guchar) (x * 7 + y * 13);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GExiv2Metadata *
read_metadata (GBytes *bytes)
{
  GExiv2Metadata *metadata = gexiv2_metadata_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  gexiv2_metadata_open_buf (metadata, data, (glong) size, &error);
  g_assert_no_error (error);
  return metadata;
}

/* @bytes with @tags written into them. */
static GBytes *
tag (GBytes *bytes, const Tag *tags, gsize count)
{
  g_autoptr (GExiv2Metadata) metadata = read_metadata (bytes);
  g_autofree char *folder = g_dir_make_tmp ("sengen-photo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture", NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;
  gconstpointer old = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < count; i++)
    if (*tags[i].value != '\0')
      gexiv2_metadata_try_set_tag_string (metadata, tags[i].tag, tags[i].value, &error);
    else
      gexiv2_metadata_try_set_xmp_tag_struct (metadata, tags[i].tag, GEXIV2_STRUCTURE_XA_BAG,
                                              &error);
  g_assert_no_error (error);
  g_file_set_contents (path, old, (gssize) size, &error);
  g_assert_no_error (error);
  gexiv2_metadata_save_file (metadata, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (data, size);
}

static gboolean
contains (GBytes *bytes, const char *needle, gsize length)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, needle, length) != NULL;
}

static void
assert_says_nothing (GBytes *bytes, const char *type)
{
  g_assert_cmpint (sgn_photo_find_location (bytes, type), ==, SGN_PHOTO_NOWHERE);
  g_assert_false (contains (bytes, LATITUDE_LE, sizeof LATITUDE_LE - 1));
  g_assert_false (contains (bytes, LATITUDE_BE, sizeof LATITUDE_BE - 1));
  g_assert_false (contains (bytes, "35,41.3667N", 11));
  g_assert_false (contains (bytes, "Chiyoda", 7));
}

static GBytes *
remove_location (GBytes *bytes, const char *type)
{
  g_autoptr (GError) error = NULL;
  GBytes *stripped = sgn_photo_remove_location (bytes, type, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stripped);
  return stripped;
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

static void
assert_same_pixels (GBytes *one, GBytes *other)
{
  g_autoptr (GdkPixbuf) left = decode (one);
  g_autoptr (GdkPixbuf) right = decode (other);
  g_autoptr (GBytes) left_pixels = gdk_pixbuf_read_pixel_bytes (left);
  g_autoptr (GBytes) right_pixels = gdk_pixbuf_read_pixel_bytes (right);

  g_assert_cmpint (gdk_pixbuf_get_width (left), ==, gdk_pixbuf_get_width (right));
  g_assert_true (g_bytes_equal (left_pixels, right_pixels));
}

static void
assert_kept (GBytes *bytes)
{
  g_autoptr (GExiv2Metadata) metadata = read_metadata (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++) {
    g_autofree char *value = gexiv2_metadata_try_get_tag_string (metadata, kept[i].tag, NULL);

    g_assert_cmpstr (value, ==, kept[i].value);
  }
}

static void
test_a_position_is_found_and_taken_out (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) plain = make_picture (formats[i].format);
    g_autoptr (GBytes) described = tag (plain, kept, G_N_ELEMENTS (kept));
    g_autoptr (GBytes) placed = tag (described, position, G_N_ELEMENTS (position));
    g_autofree char *before = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, placed);
    g_autofree char *after = NULL;
    g_autoptr (GBytes) stripped = NULL;

    g_test_message ("%s", formats[i].format);
    g_assert_cmpint (sgn_photo_find_location (described, formats[i].type), ==, SGN_PHOTO_NOWHERE);
    g_assert_cmpint (sgn_photo_find_location (placed, formats[i].type), ==, SGN_PHOTO_SOMEWHERE);

    stripped = remove_location (placed, formats[i].type);
    assert_says_nothing (stripped, formats[i].type);
    assert_same_pixels (placed, stripped);
    assert_kept (stripped);
    after = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, placed);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_names_of_places_go_too (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    /* TIFF keeps IPTC where gexiv2 does not write it. */
    gsize count = g_str_equal (formats[i].format, "tiff") ? 2 : G_N_ELEMENTS (names);
    g_autoptr (GBytes) plain = make_picture (formats[i].format);
    g_autoptr (GBytes) placed = tag (plain, names, count);
    g_autoptr (GBytes) stripped = NULL;

    g_test_message ("%s", formats[i].format);
    g_assert_cmpint (sgn_photo_find_location (placed, formats[i].type), ==, SGN_PHOTO_SOMEWHERE);
    stripped = remove_location (placed, formats[i].type);
    assert_says_nothing (stripped, formats[i].type);
    assert_same_pixels (placed, stripped);
  }
}

static void
test_webp_forgets_its_position (void)
{
  g_autoptr (GBytes) plain = g_bytes_new_static (webp, sizeof webp - 1);
  g_autoptr (GBytes) described = tag (plain, kept, G_N_ELEMENTS (kept));
  g_autoptr (GBytes) placed = tag (described, position, G_N_ELEMENTS (position));
  g_autoptr (GBytes) stripped = NULL;

  g_assert_cmpint (sgn_photo_find_location (placed, "image/webp"), ==, SGN_PHOTO_SOMEWHERE);
  stripped = remove_location (placed, "image/webp");
  assert_says_nothing (stripped, "image/webp");
  assert_kept (stripped);
  g_assert_true (contains (stripped, (const char *) webp + 12, 8 + 13));
}

static void
test_a_picture_without_a_position_stays_as_it_is (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) plain = make_picture (formats[i].format);
    g_autoptr (GBytes) stripped = remove_location (plain, formats[i].type);

    g_assert_true (stripped == plain);
  }
}

/* Cameras put a second, larger or smaller, picture behind the first. */
static void
test_the_second_picture_of_a_file_forgets_it_too (void)
{
  g_autoptr (GBytes) plain = make_picture ("jpeg");
  g_autoptr (GBytes) placed = tag (plain, position, G_N_ELEMENTS (position));
  g_autoptr (GByteArray) both = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) stripped = NULL;

  g_byte_array_append (both, g_bytes_get_data (plain, NULL), (guint) g_bytes_get_size (plain));
  g_byte_array_append (both, g_bytes_get_data (placed, NULL), (guint) g_bytes_get_size (placed));
  bytes = g_bytes_new (both->data, both->len);
  g_assert_cmpint (sgn_photo_find_location (bytes, "image/jpeg"), ==, SGN_PHOTO_SOMEWHERE);
  stripped = remove_location (bytes, "image/jpeg");
  assert_says_nothing (stripped, "image/jpeg");
}

/* The block of EXIF of a JPEG picture, which HEIC stores the same way. */
static GBytes *
make_heic (void)
{
  static const char head[] = "\0\0\0\x18"
                             "ftypheic\0\0\0\0mif1heic\0\0\0\6";
  static const char tail[] = "<x exif:GPSLatitude=\"35,41.3667N\" a='b'/>"
                             "<exif:GPSLatitude>35,41.3667N</exif:GPSLatitude>pixels";
  g_autoptr (GBytes) plain = make_picture ("jpeg");
  g_autoptr (GBytes) described = tag (plain, kept, G_N_ELEMENTS (kept));
  g_autoptr (GBytes) placed = tag (described, position, 3);
  g_autoptr (GByteArray) heic = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (placed, &size);
  const guint8 *exif = memmem (data, size, "Exif\0\0", 6);
  guint length = (guint) exif[-2] * 256 + exif[-1] - 2;

  g_byte_array_append (heic, (const guint8 *) head, sizeof head - 1);
  g_byte_array_append (heic, exif, length);
  g_byte_array_append (heic, (const guint8 *) tail, sizeof tail - 1);
  return g_bytes_new (heic->data, heic->len);
}

static void
test_heic_is_blanked_where_it_stands (void)
{
  g_autoptr (GBytes) heic = make_heic ();
  g_autoptr (GBytes) stripped = NULL;

  g_assert_true (contains (heic, LATITUDE_LE, sizeof LATITUDE_LE - 1) ||
                 contains (heic, LATITUDE_BE, sizeof LATITUDE_BE - 1));
  g_assert_cmpint (sgn_photo_find_location (heic, "image/heic"), ==, SGN_PHOTO_SOMEWHERE);
  stripped = remove_location (heic, "image/heic");

  assert_says_nothing (stripped, "image/heic");
  g_assert_cmpuint (g_bytes_get_size (stripped), ==, g_bytes_get_size (heic));
  g_assert_true (contains (stripped, "Kamera", 6));
  g_assert_true (contains (stripped, "<x ", 3));
  g_assert_true (contains (stripped, " a='b'/>", 8));
  g_assert_true (contains (stripped, "pixels", 6));
}

/* ImageMagick writes what EXIF says a second time, as texts. */
static void
test_texts_of_png_named_after_a_position_go (void)
{
  static const char text[] = "\0\0\0\x15tEXtexif:GPSLatitude\0"
                             "35,4";
  g_autoptr (GBytes) plain = make_picture ("png");
  g_autoptr (GByteArray) png = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);
  guint32 checksum = 0x12345678;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) stripped = NULL;

  /* Behind the head, which is 8 + 25 bytes long. */
  g_byte_array_append (png, data, 33);
  g_byte_array_append (png, (const guint8 *) text, 4 + 4 + 21);
  g_byte_array_append (png, (const guint8 *) &checksum, 4);
  g_byte_array_append (png, data + 33, (guint) size - 33);
  bytes = g_bytes_new (png->data, png->len);

  g_assert_cmpint (sgn_photo_find_location (bytes, "image/png"), ==, SGN_PHOTO_SOMEWHERE);
  stripped = remove_location (bytes, "image/png");
  g_assert_cmpint (sgn_photo_find_location (stripped, "image/png"), ==, SGN_PHOTO_NOWHERE);
  g_assert_false (contains (stripped, "GPS", 3));
  assert_same_pixels (plain, stripped);
}

/* A file that ends before its first chunk has nothing to lose. */
static void
test_a_png_that_is_cut_at_its_signature_stays_as_it_is (void)
{
  for (gsize size = 0; size <= 8; size++) {
    g_autoptr (GBytes) bytes = g_bytes_new ("\x89PNG\r\n\x1a\n", size);
    g_autoptr (GBytes) stripped = sgn_photo_drop_png_texts (bytes);

    g_assert_false (sgn_photo_find_png_texts (g_bytes_get_data (bytes, NULL), size));
    g_assert_true (g_bytes_equal (stripped, bytes));
  }
}

static void
expect_either (guint8 *data, gsize size, const char *type)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) stripped = sgn_photo_remove_location (bytes, type, &error);

  g_assert_true ((stripped == NULL) == (error != NULL));
  if (stripped != NULL)
    g_assert_cmpint (sgn_photo_find_location (stripped, type), ==, SGN_PHOTO_NOWHERE);
  else
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

/* Cut anywhere, or with a wrong byte anywhere in what it says of itself: a sentence or a picture
 * without a place, nothing else. */
static void
try_damage (GBytes *bytes, const char *type, gsize step)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut += step) {
    g_autofree guint8 *copy = g_memdup2 (data, cut);

    expect_either (copy, cut, type);
  }
  for (gsize place = 0; place < size; place += step) {
    static const guint8 wrong[] = { 0x00, 0x7f, 0xff };

    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      copy[place] = wrong[i];
      expect_either (copy, size, type);
    }
  }
}

static void
test_broken_pictures_do_no_harm (void)
{
  g_autoptr (GBytes) heic = make_heic ();
  g_autoptr (GBytes) plain_webp = g_bytes_new_static (webp, sizeof webp - 1);
  g_autoptr (GBytes) placed_webp = tag (plain_webp, position, G_N_ELEMENTS (position));

  try_damage (heic, "image/heic", 3);
  try_damage (placed_webp, "image/webp", 17);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) plain = make_picture (formats[i].format);
    g_autoptr (GBytes) placed = tag (plain, position, G_N_ELEMENTS (position));

    try_damage (placed, formats[i].type, 37);
  }
}

/* A megabyte of beginnings without an end; none of them is looked for in all the rest. */
static void
test_positions_that_never_end_take_no_time (void)
{
  static const char *const beginnings[] = { "<exif:GPSLatitude>", "exif:GPS", "exif:GPS = " };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GBytes) bytes = NULL;
    gint64 start = g_get_monotonic_time ();

    while (text->len < 1000000)
      g_string_append (text, beginnings[i]);
    bytes = g_bytes_new (text->str, text->len);
    g_assert_cmpint (sgn_photo_find_location (bytes, "image/heic"), ==, SGN_PHOTO_NOWHERE);
    g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  }
}

static void
test_what_is_no_picture_is_refused (void)
{
  static const char *const types[] = { "image/jpeg", "image/png", "image/tiff", "image/webp" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (sgn_photo_find_location (bytes, types[i]), ==, SGN_PHOTO_UNREADABLE);
    g_assert_null (sgn_photo_remove_location (bytes, types[i], &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
  }
  g_assert_false (sgn_photo_is_photo ("application/pdf"));
  g_assert_false (sgn_photo_is_photo (NULL));
}

/* Found by fuzzing: a TIFF with a position that is said to be a PNG, and becomes shorter than one.
 */
static void
test_a_picture_of_another_kind_is_refused (void)
{
  static const guint8 tiff[] = { 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01, 0x88,
                                 0x25, 0x00, 0x04, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x1a,
                                 0x00, 0x00, 0x00, 0x00, 0x00, 0x31, 0x00, 0x01, 0x25, 0x00, 0x88,
                                 0x04, 0x00, 0x00, 0x00, 0x04, 0xcf, 0xff, 0xff, 0xff, 0x00, 0x00,
                                 0x00, 0x00, 0x00, 0x01, 0x80, 0x4d, 0x4d, 0x01, 0x04, 0x01, 0x02 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (tiff, sizeof tiff);
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_photo_remove_location (bytes, "image/png", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  assert_is_sentence (error->message);
}

/* The folder for temporary files is asked for once in a process, so this is one of its own. */
static void
test_no_room_to_work_in_is_said (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GBytes) plain = make_picture ("png");
    g_autoptr (GBytes) placed = NULL;
    g_autoptr (GError) error = NULL;
    static const char text[] = "\0\0\0\x05tEXtGPS\0x\0\0\0\0";
    g_autoptr (GByteArray) png = g_byte_array_new ();
    gsize size;
    const guint8 *data = g_bytes_get_data (plain, &size);

    g_byte_array_append (png, data, 33);
    g_byte_array_append (png, (const guint8 *) text, sizeof text - 1);
    g_byte_array_append (png, data + 33, (guint) size - 33);
    placed = g_bytes_new (png->data, png->len);
    g_setenv ("TMPDIR", "/nowhere/at/all", TRUE);
    g_assert_null (sgn_photo_remove_location (placed, "image/png", &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
    assert_is_sentence (error->message);
    return;
  }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();
  gexiv2_log_set_level (GEXIV2_LOG_LEVEL_MUTE);

  g_test_add_func ("/photo/no-room-to-work-in-is-said", test_no_room_to_work_in_is_said);
  g_test_add_func ("/photo/a-position-is-found-and-taken-out",
                   test_a_position_is_found_and_taken_out);
  g_test_add_func ("/photo/names-of-places-go-too", test_names_of_places_go_too);
  g_test_add_func ("/photo/webp-forgets-its-position", test_webp_forgets_its_position);
  g_test_add_func ("/photo/a-picture-without-a-position-stays-as-it-is",
                   test_a_picture_without_a_position_stays_as_it_is);
  g_test_add_func ("/photo/the-second-picture-of-a-file-forgets-it-too",
                   test_the_second_picture_of_a_file_forgets_it_too);
  g_test_add_func ("/photo/heic-is-blanked-where-it-stands", test_heic_is_blanked_where_it_stands);
  g_test_add_func ("/photo/texts-of-png-named-after-a-position-go",
                   test_texts_of_png_named_after_a_position_go);
  g_test_add_func ("/photo/a-png-that-is-cut-at-its-signature-stays-as-it-is",
                   test_a_png_that_is_cut_at_its_signature_stays_as_it_is);
  g_test_add_func ("/photo/broken-pictures-do-no-harm", test_broken_pictures_do_no_harm);
  g_test_add_func ("/photo/a-picture-of-another-kind-is-refused",
                   test_a_picture_of_another_kind_is_refused);
  g_test_add_func ("/photo/positions-that-never-end-take-no-time",
                   test_positions_that_never_end_take_no_time);
  g_test_add_func ("/photo/what-is-no-picture-is-refused", test_what_is_no_picture_is_refused);

  return g_test_run ();
}
