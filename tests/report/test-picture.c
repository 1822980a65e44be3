/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Where a PNG file says how large it is: after the signature, the length and the name. */
#define HEADER_AT 12
#define HEADER_SIZE 17
#define WIDTH_AT 16

static GdkPixbuf *
make_pixbuf (int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  GdkPixbuf *left = NULL;

  gdk_pixbuf_fill (pixbuf, 0xffffff00);
  left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, (width + 1) / 2, height);
  gdk_pixbuf_fill (left, 0x000000ff);
  g_object_unref (left);
  return pixbuf;
}

static GBytes *
encode (int width, int height, const char *kind)
{
  g_autoptr (GdkPixbuf) pixbuf = make_pixbuf (width, height);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, kind, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* Black is 0. */
static guint32
get_dot (const SgnPicture *picture, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 50, 50);
  cairo_t *cr = cairo_create (surface);
  guint32 dot;

  sgn_picture_paint (picture, cr, 0, 0);
  cairo_surface_flush (surface);
  memcpy (&dot,
          cairo_image_surface_get_data (surface) +
            (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4,
          4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return dot & 0xffffff;
}

static void
test_it_fits_its_room (void)
{
  static const struct {
    int width;
    int height;
  } cases[] = { { 1600, 900 }, { 900, 1600 }, { 3000, 20 }, { 20, 3000 }, { 1, 1 }, { 42, 25 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    static const char *const kinds[] = { "png", "jpeg" };

    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
      g_autoptr (GBytes) bytes = encode (cases[i].width, cases[i].height, kinds[kind]);
      g_autoptr (SgnPicture) picture = sgn_picture_new (bytes);
      double width = 0;
      double height = 0;

      g_assert_nonnull (picture);
      sgn_picture_get_size (picture, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (height, >, 0);
      g_assert_cmpfloat (width, <=, SGN_PICTURE_WIDTH);
      g_assert_cmpfloat (height, <=, SGN_PICTURE_HEIGHT);
    }
  }
}

static void
test_what_cannot_be_seen_through_is_black_and_the_rest_white (void)
{
  g_autoptr (GBytes) bytes = encode (840, 510, "png");
  g_autoptr (SgnPicture) picture = sgn_picture_new (bytes);

  g_assert_nonnull (picture);
  g_assert_cmphex (get_dot (picture, 5, 12), ==, 0x000000);
  g_assert_cmphex (get_dot (picture, 35, 12), ==, 0xffffff);
}

static guint32
crc_of (const guchar *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
  }
  return ~crc;
}

static void
put_number (guchar *at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, 4);
}

/* A well-formed beginning that says it is @width by @height. */
static GBytes *
make_boast (guint32 width, guint32 height)
{
  g_autoptr (GBytes) honest = encode (10, 10, "png");
  gsize length = 0;
  guchar *data = NULL;

  data = g_bytes_unref_to_data (g_steal_pointer (&honest), &length);
  put_number (data + WIDTH_AT, width);
  put_number (data + WIDTH_AT + 4, height);
  put_number (data + HEADER_AT + HEADER_SIZE, crc_of (data + HEADER_AT, HEADER_SIZE));
  return g_bytes_new_take (data, length);
}

static void
assert_refused (GBytes *bytes)
{
  g_autoptr (SgnPicture) picture = sgn_picture_new (bytes);

  g_assert_null (picture);
}

static void
test_boasts_are_not_believed (void)
{
  static const struct {
    guint32 width;
    guint32 height;
  } cases[] = { { 20001, 1 },
                { 1, 20001 },
                { 10000, 10000 },
                { 0x7fffffff, 0x7fffffff },
                { 0, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = make_boast (cases[i].width, cases[i].height);

    assert_refused (bytes);
  }
}

static void
test_a_part_of_a_png_is_none (void)
{
  g_autoptr (GBytes) whole = encode (300, 200, "png");

  for (gsize length = 0; length + 64 < g_bytes_get_size (whole); length++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

    assert_refused (part);
  }
}

/* (nullable): every dot of the picture */
static GBytes *
look_at (const SgnPicture *picture)
{
  GByteArray *dots = g_byte_array_new ();

  for (int y = 0; picture != NULL && y < 25; y++) {
    for (int x = 0; x < 42; x++) {
      guint32 dot = get_dot (picture, x, y);

      g_byte_array_append (dots, (const guint8 *) &dot, sizeof dot);
    }
  }
  return g_byte_array_free_to_bytes (dots);
}

/* What the memory held before is never seen. */
static void
test_a_part_of_a_jpeg_is_always_the_same (void)
{
  g_autoptr (GBytes) whole = encode (300, 200, "jpeg");

  for (gsize length = 2; length < g_bytes_get_size (whole); length += 97) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
    SgnPicture *first = sgn_picture_new (part);
    SgnPicture *second = sgn_picture_new (part);
    g_autoptr (GBytes) first_dots = look_at (first);
    g_autoptr (GBytes) second_dots = look_at (second);

    g_assert_true (g_bytes_equal (first_dots, second_dots));
    g_clear_pointer (&first, sgn_picture_unref);
    g_clear_pointer (&second, sgn_picture_unref);
  }
}

static void
test_damage_does_no_harm (void)
{
  static const char *const kinds[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GBytes) whole = encode (300, 200, kinds[i]);
    gsize length = g_bytes_get_size (whole);

    for (gsize at = 8; at < length; at += 7) {
      guchar *data = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
      SgnPicture *picture = NULL;

      data[at] ^= 0xff;
      picture = sgn_picture_new (bytes);
      g_clear_pointer (&picture, sgn_picture_unref);
    }
  }
}

static void
test_a_jpeg_of_endless_layers_is_refused (void)
{
  static const guchar layer[] = { 0xff, 0xda };
  g_autoptr (GBytes) picture = encode (10, 10, "jpeg");
  GByteArray *array = g_bytes_unref_to_array (g_bytes_ref (picture));
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 65; i++)
    g_byte_array_append (array, layer, sizeof layer);
  bytes = g_byte_array_free_to_bytes (array);

  assert_refused (bytes);
}

static void
test_other_files_are_no_pictures (void)
{
  static const char *const texts[] = { "", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>",
                                       "BM", "%PDF-1.7" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

    assert_refused (bytes);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/it fits its room", test_it_fits_its_room);
  g_test_add_func ("/picture/what cannot be seen through is black and the rest white",
                   test_what_cannot_be_seen_through_is_black_and_the_rest_white);
  g_test_add_func ("/picture/boasts are not believed", test_boasts_are_not_believed);
  g_test_add_func ("/picture/a part of a PNG is none", test_a_part_of_a_png_is_none);
  g_test_add_func ("/picture/a part of a JPEG is always the same",
                   test_a_part_of_a_jpeg_is_always_the_same);
  g_test_add_func ("/picture/damage does no harm", test_damage_does_no_harm);
  g_test_add_func ("/picture/a JPEG of endless layers is refused",
                   test_a_jpeg_of_endless_layers_is_refused);
  g_test_add_func ("/picture/other files are no pictures", test_other_files_are_no_pictures);

  return g_test_run ();
}
