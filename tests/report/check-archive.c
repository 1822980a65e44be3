/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Not a test: says of each file what the program's own check finds, a line a file: its path and
 * the codes found, after tabs. */
#include "sgn-pdf-check.h"

#include <locale.h>

static gboolean
report (const char *path)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_finding_free);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error)) {
    g_printerr ("%s\n", error->message);
    return FALSE;
  }
  pdf = g_bytes_new_take (contents, size);
  sgn_pdf_check (pdf, NULL, found);
  g_print ("%s", path);
  for (guint i = 0; i < found->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (found, i);
    g_print ("\t%s:%s", finding->code, finding->field);
  }
  g_print ("\n");
  return TRUE;
}

int
main (int argc, char **argv)
{
  gboolean read = TRUE;

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    read &= report (argv[i]);
  return read ? 0 : 1;
}
