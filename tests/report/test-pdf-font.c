/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "sgn-pdf-font.h"

#include <hb.h>
#include <string.h>

static gboolean
has_table (hb_face_t *face, const char *name)
{
  hb_blob_t *blob = hb_face_reference_table (face, hb_tag_from_string (name, -1));
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return has;
}

static void
check_program (qpdf_data qpdf, qpdf_oh stream)
{
  static const char *const needed[] = { "glyf", "head", "hhea", "hmtx", "loca", "maxp" };
  static const char *const hints[] = { "cvt ", "fpgm", "prep" };
  g_autoptr (GBytes) bytes = sgn_pdf_read_stream (qpdf, stream);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  hb_blob_t *blob = hb_blob_create (data, (unsigned int) size, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  int length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    g_assert_true (has_table (face, needed[i]));
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    g_assert_false (has_table (face, hints[i]));
  g_assert_cmpuint (hb_face_get_glyph_count (face), >, 1);
  g_assert_true (qpdf_oh_get_value_as_int (qpdf, sgn_pdf_get (qpdf, stream, "/Length1"), &length));
  g_assert_cmpuint ((gsize) length, ==, size);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
}

/* How many fonts of @page have TrueType outlines. */
static guint
check_page (qpdf_data qpdf, qpdf_oh page)
{
  qpdf_oh fonts = sgn_pdf_get (qpdf, sgn_pdf_get_inherited (qpdf, page, "/Resources"), "/Font");
  guint n = 0;

  qpdf_oh_begin_dict_key_iter (qpdf, fonts);
  while (qpdf_oh_dict_more_keys (qpdf)) {
    qpdf_oh font = sgn_pdf_get (qpdf, fonts, qpdf_oh_dict_next_key (qpdf));
    qpdf_oh inner = sgn_pdf_get_at (qpdf, sgn_pdf_get (qpdf, font, "/DescendantFonts"), 0);
    qpdf_oh owner = qpdf_oh_is_dictionary (qpdf, inner) ? inner : font;
    qpdf_oh stream = sgn_pdf_get (qpdf, sgn_pdf_get (qpdf, owner, "/FontDescriptor"), "/FontFile2");

    if (!qpdf_oh_is_stream (qpdf, stream))
      continue;
    check_program (qpdf, stream);
    n++;
  }
  return n;
}

static void
test_sheets_hold_no_hints (gconstpointer data)
{
  g_autoptr (ReportFixture) fixture = report_fixture_new (data);
  g_autoptr (SgnPages) pages = report_fixture_lay_out (fixture);
  g_autoptr (GBytes) attachment = report_fixture_attachment (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sgn_pages_to_pdf (pages, attachment, &error);
  qpdf_data qpdf = qpdf_init ();
  guint fonts = 0;

  g_assert_no_error (error);
  g_assert_cmpint (qpdf_read_memory (qpdf, "sheet", g_bytes_get_data (pdf, NULL),
                                     g_bytes_get_size (pdf), NULL),
                   ==, QPDF_SUCCESS);
  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    fonts += check_page (qpdf, qpdf_get_page_n (qpdf, (size_t) i));
  g_assert_cmpuint (fonts, >=, 2);
  qpdf_cleanup (&qpdf);
}

/* A page with one font, whose program is @program. */
static qpdf_oh
make_page (qpdf_data qpdf, GBytes *program, qpdf_oh *stream)
{
  qpdf_oh page = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh resources = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh fonts = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh font = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh descriptor = qpdf_oh_new_dictionary (qpdf);

  *stream = sgn_pdf_new_stream (qpdf, program);
  qpdf_oh_replace_key (qpdf, descriptor, "/FontFile2", *stream);
  qpdf_oh_replace_key (qpdf, font, "/FontDescriptor", descriptor);
  qpdf_oh_replace_key (qpdf, fonts, "/f-0-0", font);
  qpdf_oh_replace_key (qpdf, resources, "/Font", fonts);
  qpdf_oh_replace_key (qpdf, page, "/Resources", resources);
  return page;
}

static void
test_what_is_no_font_stays (void)
{
  static const char *const programs[] = { "", "no font", "\0\1\0\0\0\1\0\0\0\0\0\0glyf" };

  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++) {
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
    g_autoptr (GBytes) program = g_bytes_new (programs[i], i == 2 ? 16 : strlen (programs[i]));
    g_autoptr (GBytes) after = NULL;
    qpdf_data qpdf = qpdf_init ();
    qpdf_oh stream;

    qpdf_empty_pdf (qpdf);
    sgn_pdf_mend_fonts (qpdf, make_page (qpdf, program, &stream), known);
    after = sgn_pdf_read_stream (qpdf, stream);
    g_assert_true (g_bytes_equal (program, after));
    qpdf_cleanup (&qpdf);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/pdf-font/self-check-holds-no-hints", "self-check-internal-ja",
                        test_sheets_hold_no_hints);
  g_test_add_data_func ("/pdf-font/policy-holds-no-hints", "basic-policy-en",
                        test_sheets_hold_no_hints);
  g_test_add_data_func ("/pdf-font/poster-holds-no-hints", "poster-vertical-longest-ja",
                        test_sheets_hold_no_hints);
  g_test_add_func ("/pdf-font/what-is-no-font-stays", test_what_is_no_font_stays);
  return g_test_run ();
}
