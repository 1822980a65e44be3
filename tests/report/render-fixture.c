/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the PDF of a fixture, to be looked at: render-fixture NAME OUTPUT.pdf [--training]
 * [--copy] */
#include "report-fixture.h"

int
main (int argc, char **argv)
{
  g_autoptr (ReportFixture) fixture = NULL;
  g_autoptr (SgnPages) pages = NULL;
  g_autoptr (GBytes) attachment = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc < 3) {
    g_printerr ("usage: render-fixture NAME OUTPUT.pdf [--training] [--copy]\n");
    return 2;
  }
  fixture = report_fixture_new (argv[1]);
  for (int i = 3; i < argc; i++) {
    fixture->sheet.training |= g_str_equal (argv[i], "--training");
    if (g_str_equal (argv[i], "--copy"))
      fixture->sheet.number = NULL;
  }
  pages = report_fixture_lay_out (fixture);
  attachment = report_fixture_attachment (fixture);
  pdf = sgn_pages_to_pdf (pages, attachment, &error);
  if (pdf == NULL || !g_file_set_contents (argv[2], g_bytes_get_data (pdf, NULL),
                                           (gssize) g_bytes_get_size (pdf), &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
