/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-qr.h"

#include "report-fixture.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#define TEXT "SENGEN1 SC-2026-0012 3f9a27c1e08b 2026-11-23"

/* The three corners are finders, and the code is as large as the footer has room for. */
static void
test_matrix (void)
{
  g_autofree char *modules = sgn_qr_encode (TEXT);
  g_auto (GStrv) rows = g_strsplit (modules, "\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==, 30);
  for (guint i = 0; i < 29; i++)
    g_assert_cmpuint (strlen (rows[i]), ==, 29);
  g_assert_true (g_str_has_prefix (rows[0], "#######."));
  g_assert_true (g_str_has_suffix (rows[0], ".#######"));
  g_assert_true (g_str_has_prefix (rows[28], "#######."));
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *modules = sgn_qr_encode (text);

  g_assert_cmpstr (modules, ==, "");
}

static char *
render_page (SgnPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1240, 1754);
  cairo_t *cr = cairo_create (surface);
  char *path = g_build_filename (g_get_tmp_dir (), "sengen-qr-XXXXXX.png", NULL);
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 150 / 72.0, 150 / 72.0);
  sgn_pages_paint (pages, 0, cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return path;
}

/* A reader of codes finds number, record and date on the painted page. */
static void
test_read_back (void)
{
  g_autofree char *reader = g_find_program_in_path ("zbarimg");
  g_autoptr (ReportFixture) fixture = report_fixture_new ("self-check-internal-ja");
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *expected = NULL;
  const char *argv[] = { reader, "-q", "--raw", NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (reader == NULL) {
    g_test_skip ("zbarimg is not installed");
    return;
  }
  path = render_page (pages);
  argv[3] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                NULL, &error);
  g_remove (path);

  g_assert_no_error (error);
  expected = g_strdup_printf ("SENGEN1 SC-2026-0012 %.12s 2026-11-23\n", fixture->hash);
  g_assert_cmpstr (out, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/matrix", test_matrix);
  g_test_add_func ("/qr/too-long-is-empty", test_too_long);
  g_test_add_func ("/qr/a-reader-reads-the-page", test_read_back);
  return g_test_run ();
}
