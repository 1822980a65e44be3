/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <errno.h>

#include <glib/gstdio.h>

#include "sgn-company-file.h"

/* Whatever opens must load or say why, verify or say why, and close without a change on disk. */
static void
use (SgnCompanyFile *file)
{
  g_autoptr (GError) load_error = NULL;
  g_autoptr (SgnRecord) record = sgn_company_file_load (file, &load_error);
  g_autoptr (GError) verify_error = NULL;
  g_autoptr (SgnVerification) verification = sgn_company_file_verify (file, &verify_error);

  g_assert_true ((record == NULL) == (load_error != NULL));
  g_assert_true ((verification == NULL) == (verify_error != NULL));
}

static void
assert_unchanged (const char *path, const uint8_t *data, size_t size)
{
  g_autofree char *after = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (after, length, data, size);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "input.sengen", NULL);
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-11-20T16:42:00+09:00");
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  file = sgn_company_file_open (path, SGN_OPEN_READ, clock, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file != NULL) {
    use (file);
    g_assert_true (sgn_company_file_close (file, NULL));
  }
  assert_unchanged (path, data, size);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return 0;
}
