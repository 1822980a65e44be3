/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-scanner.h"

#include <string.h>

/* The operators of @content between spaces, each with its name and number where it has them. */
static char *
scan (const char *content, gssize length)
{
  gsize size = length >= 0 ? (gsize) length : strlen (content);
  g_autoptr (GBytes) bytes = g_bytes_new (content, size);
  GString *out = g_string_new (NULL);
  SgnPdfScanner scanner;

  sgn_pdf_scanner_init (&scanner, bytes);
  while (sgn_pdf_scanner_next (&scanner)) {
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", scanner.operator);
    if (*scanner.name != '\0')
      g_string_append_printf (out, "/%s", scanner.name);
    if (scanner.mcid >= 0)
      g_string_append_printf (out, "=%d", scanner.mcid);
    g_assert_cmpuint (scanner.start, <=, scanner.at);
    g_assert_cmpuint (scanner.at, <=, size);
  }
  return g_string_free (out, FALSE);
}

static const struct {
  const char *name;
  const char *content;
  const char *found;
} cases[] = {
  { "nothing", "", "" },
  { "only-space", " \n\t% a remark f\n", "" },
  { "paths", "1 0 0 -1 0 841.89 cm\nq\n0 0 m 10 .5 l S\n-1 +2 re f*", "cm q m l S re f*" },
  { "tagged", "/P << /MCID 56 >> BDC\nBT (8)Tj ET\nEMC", "BDC/P=56 BT Tj ET EMC" },
  { "artifact", "/Artifact BMC 0 0 1 1 re f EMC", "BMC/Artifact re f EMC" },
  { "number-of-something-else", "/Span << /ActualText <feff0031> /N 3 >> BDC", "BDC/Span" },
  { "name-that-begins-alike", "/Span << /MCIDs 3 >> BDC", "BDC/Span" },
  { "strings", "(a \\) f (b) EMC) Tj [(S) -3 <0046>] TJ", "Tj TJ" },
  { "hexadecimal", "<00 46>Tj <</A<</B[1 2]>>>> DP", "Tj DP" },
  { "image", "BI /W 1 /H 1 ID \1EI\2 f EI S", "EI S" },
  { "words-that-are-values", "true false null 1 w", "w" },
  { "string-that-never-ends", "q (a S", "q" },
  { "bracket-that-never-ends", "q <0046", "q" },
  { "image-that-never-ends", "q BI ID abc", "q EI" },
  { "name-longer-than-any", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa gs",
    "gs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
};

static void
test_operators (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *found = scan (cases[i].content, -1);

  g_assert_cmpstr (found, ==, cases[i].found);
}

/* Cut anywhere, read without harm and never past the end. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gssize length = (gssize) strlen (cases[i].content); length >= 0; length--)
      g_free (scan (cases[i].content, length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/pdf-scanner/finds/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_operators);
  }
  g_test_add_func ("/pdf-scanner/cut-content-does-no-harm", test_cut);
  return g_test_run ();
}
