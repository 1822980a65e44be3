/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "sgn-error.h"

#include <cairo-pdf.h>
#include <string.h>

static GBytes *
make_pdf (void)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new ("basic-policy-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) attachment = report_fixture_attachment (fixture);

  return sgn_pages_to_pdf (pages, attachment, NULL);
}

static void
assert_refused (GBytes *pdf)
{
  g_autofree char *hash = g_strdup ("untouched");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) attachment = sgn_pdf_get_attachment (pdf, &hash, &error);

  g_assert_null (attachment);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_cmpstr (hash, ==, "untouched");
}

static void
test_no_pdf (void)
{
  static const char *const texts[] = { "", "hello", "%PDF-1.7\n", "SQLite format 3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
    assert_refused (bytes);
  }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_somebody_elses_pdf (void)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, array, 100, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pdf = NULL;

  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (array);

  assert_refused (pdf);
}

/* Cut at any place, the file is refused. */
static void
test_cut_short (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  gsize size = g_bytes_get_size (pdf);

  for (gsize length = 1; length + 8 < size; length += 1 + size / 97) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (pdf, 0, length);
    assert_refused (part);
  }
}

/* One byte changed anywhere: refused, or read without harm. */
static void
test_changed_byte (void)
{
  g_autoptr (GBytes) pdf = make_pdf ();
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (gsize at = 0; at < size; at += 1 + size / 211) {
    g_autofree guint8 *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (GBytes) attachment = NULL;
    g_autoptr (GError) error = NULL;

    copy[at] ^= 0x5a;
    changed = g_bytes_new (copy, size);
    attachment = sgn_pdf_get_attachment (changed, NULL, &error);
    g_assert_true ((attachment == NULL) == (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-read/what-is-no-pdf-is-refused", test_no_pdf);
  g_test_add_func ("/pdf-read/somebody-elses-is-refused", test_somebody_elses_pdf);
  g_test_add_func ("/pdf-read/cut-short-is-refused", test_cut_short);
  g_test_add_func ("/pdf-read/a-changed-byte-does-no-harm", test_changed_byte);
  return g_test_run ();
}
