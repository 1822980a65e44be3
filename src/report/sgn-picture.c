/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

#include "sgn-media-type.h"

/* Dots a point: 200 dpi, of which a fax machine keeps nearly all. */
#define DOTS (200.0 / 72.0)
/* What is read first is larger than what is printed: it may have to be turned. */
#define DRAFT 256
/* A picture that says it is larger is not read: a few bytes may stand for gigabytes. */
#define MOST_SIDE 20000
#define MOST_DOTS (50 * 1000 * 1000)
/* A JPEG picture may be made of so many layers that reading them takes hours. */
#define MOST_SCANS 64
#define CHUNK 65536
#define END_SIZE (2 * 65536)
/* What is nearly white or nearly black becomes so, which keeps lines and letters clean. */
#define BLACK 24
#define WHITE 232

struct _SgnPicture {
  gatomicrefcount refs;
  cairo_surface_t *surface;
  int width;
  int height;
};

/* What is learned of a file while it is read. */
typedef struct {
  gboolean is_jpeg;
  gboolean refused;
  int height;
  int seen; /* rows that were there */
} Reading;

/* JPEG files can be read smaller than they are. PNG files cannot; asking for it would only hide
 * which of their rows were there. */
static void
on_size_prepared (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Reading *reading = data;
  double scale = 1;

  if (width < 1 || height < 1 || width > MOST_SIDE || height > MOST_SIDE ||
      (gint64) width * height > MOST_DOTS) {
    reading->refused = TRUE;
    gdk_pixbuf_loader_set_size (loader, 0, 0);
    return;
  }
  reading->height = height;
  if (!reading->is_jpeg)
    return;
  scale = MIN (1, (double) DRAFT / MAX (width, height));
  gdk_pixbuf_loader_set_size (loader, MAX (1, (int) lround (width * scale)),
                              MAX (1, (int) lround (height * scale)));
}

static void
on_area_updated (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer data)
{
  Reading *reading = data;

  reading->seen = MAX (reading->seen, y + height);
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Reading *reading)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length && !reading->refused; at += CHUNK) {
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), NULL))
      return FALSE;
  }
  return !reading->refused;
}

/* A JPEG file may end too early, and its reader would wait for the rest: it is told that there is
 * none, longer than any part that it might skip. What is missing becomes grey. */
static gboolean
feed_end (GdkPixbufLoader *loader)
{
  g_autofree guchar *end = g_malloc (END_SIZE);

  for (gsize i = 0; i < END_SIZE; i += 2) {
    end[i] = 0xff;
    end[i + 1] = 0xd9;
  }
  return gdk_pixbuf_loader_write (loader, end, END_SIZE, NULL);
}

/* (nullable): only the two kinds that pictures of screens and cameras have are read, by their own
 * readers: each further one would be a further door. */
static const char *
find_reader (GBytes *bytes)
{
  const char *id = sgn_media_type_of (bytes, "")->id;

  if (g_str_equal (id, "image/png"))
    return "png";
  return g_str_equal (id, "image/jpeg") ? "jpeg" : NULL;
}

static guint
count_scans (GBytes *bytes)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);
  const guchar *end = data + length;
  guint n = 0;

  while (data < end && (data = memchr (data, 0xff, (gsize) (end - data))) != NULL) {
    n += data + 1 < end && data[1] == 0xda;
    data++;
  }
  return n;
}

/* Of a PNG file that ends too early the rest of the picture would be what the memory held before.
 */
static gboolean
is_whole (const Reading *reading)
{
  return reading->is_jpeg || (reading->height > 0 && reading->seen >= reading->height);
}

/* (nullable): the picture, the right way up */
static GdkPixbuf *
read_draft (GBytes *bytes)
{
  const char *reader = find_reader (bytes);
  Reading reading = { .is_jpeg = g_strcmp0 (reader, "jpeg") == 0 };
  g_autoptr (GdkPixbufLoader) loader = NULL;
  gboolean ok;

  if (reader == NULL || g_bytes_get_size (bytes) > SGN_PICTURE_MOST_BYTES ||
      (reading.is_jpeg && count_scans (bytes) > MOST_SCANS))
    return NULL;
  loader = gdk_pixbuf_loader_new_with_type (reader, NULL);
  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), &reading);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_area_updated), &reading);
  ok = feed (loader, bytes, &reading) && (!reading.is_jpeg || feed_end (loader));
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
  if (!ok || !is_whole (&reading) || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
}

static GdkPixbuf *
fit (const GdkPixbuf *draft)
{
  int width = gdk_pixbuf_get_width (draft);
  int height = gdk_pixbuf_get_height (draft);
  double scale = MIN (SGN_PICTURE_WIDTH * DOTS / width, SGN_PICTURE_HEIGHT * DOTS / height);

  return gdk_pixbuf_scale_simple (draft, MAX (1, (int) floor (width * scale)),
                                  MAX (1, (int) floor (height * scale)), GDK_INTERP_BILINEAR);
}

/* How light a dot is, on white paper. */
static int
get_light (const guchar *dot, gboolean has_alpha)
{
  int light = (299 * dot[0] + 587 * dot[1] + 114 * dot[2] + 500) / 1000;
  int alpha = has_alpha ? dot[3] : 255;

  light = (light * alpha + 255 * (255 - alpha)) / 255;
  return CLAMP ((light - BLACK) * 255 / (WHITE - BLACK), 0, 255);
}

static int *
read_light (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *dots = gdk_pixbuf_read_pixels (pixbuf);
  int *light = g_new (int, (gsize) width *height);

  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++)
      light[y * width + x] = get_light (dots + y * gdk_pixbuf_get_rowstride (pixbuf) + x * channels,
                                        gdk_pixbuf_get_has_alpha (pixbuf));
  }
  return light;
}

static void
give (int *light, int width, int height, int x, int y, int error)
{
  if (x >= 0 && x < width && y < height)
    light[y * width + x] += error;
}

/* What a dot is lighter or darker than it should be goes to those that come after it. */
static gboolean
decide (int *light, int width, int height, int x, int y)
{
  int wanted = light[y * width + x];
  gboolean white = wanted >= 128;
  int error = wanted - (white ? 255 : 0);

  give (light, width, height, x + 1, y, error * 7 / 16);
  give (light, width, height, x - 1, y + 1, error * 3 / 16);
  give (light, width, height, x, y + 1, error * 5 / 16);
  give (light, width, height, x + 1, y + 1, error / 16);
  return white;
}

/* (nullable) */
static cairo_surface_t *
make_surface (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  g_autofree int *light = read_light (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *row = cairo_image_surface_get_data (surface);

  if (row == NULL) {
    cairo_surface_destroy (surface);
    return NULL;
  }
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++)
      memset (row + 4 * x, decide (light, width, height, x, y) ? 0xff : 0, 4);
    row += cairo_image_surface_get_stride (surface);
  }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * sgn_picture_new:
 * @bytes: the content of a file, of which nothing is believed
 *
 * The same bytes give the same picture, dot by dot.
 *
 * Returns: (transfer full) (nullable): the picture as it is printed, or %NULL when there is none in
 *   @bytes that can be read within reason
 */
SgnPicture *
sgn_picture_new (GBytes *bytes)
{
  g_autoptr (GdkPixbuf) draft = NULL;
  g_autoptr (GdkPixbuf) small = NULL;
  cairo_surface_t *surface = NULL;
  SgnPicture *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  draft = read_draft (bytes);
  small = draft != NULL ? fit (draft) : NULL;
  surface = small != NULL ? make_surface (small) : NULL;
  if (surface == NULL)
    return NULL;

  self = g_new0 (SgnPicture, 1);
  g_atomic_ref_count_init (&self->refs);
  self->surface = surface;
  self->width = gdk_pixbuf_get_width (small);
  self->height = gdk_pixbuf_get_height (small);
  return self;
}

SgnPicture *
sgn_picture_ref (SgnPicture *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sgn_picture_unref (SgnPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  cairo_surface_destroy (self->surface);
  g_free (self);
}

void
sgn_picture_get_size (const SgnPicture *self, double *width, double *height)
{
  *width = self->width / DOTS;
  *height = self->height / DOTS;
}

/* A surface of its own for each time: used twice on a page, one would be named twice there, which
 * readers of PDFs take for damage. */
static cairo_surface_t *
create_twin (const SgnPicture *self)
{
  return cairo_image_surface_create_for_data (cairo_image_surface_get_data (self->surface),
                                              CAIRO_FORMAT_RGB24, self->width, self->height,
                                              cairo_image_surface_get_stride (self->surface));
}

void
sgn_picture_paint (const SgnPicture *self, cairo_t *cr, double x, double y)
{
  cairo_surface_t *twin = create_twin (self);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, 1 / DOTS, 1 / DOTS);
  cairo_set_source_surface (cr, twin, 0, 0);
  /* Archived PDFs must not ask for a smoothed picture. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (twin);
}
