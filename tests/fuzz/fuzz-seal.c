/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sealed copy and the right passphrase. What it asks for in memory and time is kept small here:
 * the limits themselves have their own tests. */
#include "fuzz.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sgn-seal-private.h"

#define PASSPHRASE "correct horse battery"

/* Places in the header. */
#define OPERATIONS 12
#define MEMORY 16
#define HEADER 64

static void
keep_small (char *copy, gsize size)
{
  guint64 memory = 0;

  if (size < HEADER)
    return;
  memcpy (&memory, copy + MEMORY, sizeof memory);
  memory = GUINT64_FROM_LE (memory);
  if (memory > 65536)
    memcpy (copy + MEMORY, (const guint8[8]){ 0, 32 }, sizeof memory);
  if (copy[OPERATIONS] > 2)
    copy[OPERATIONS] = 1;
}

/* A sealed file opens as a whole or not at all. */
static void
open_sealed (const char *folder, const char *sealed)
{
  g_autofree char *open = g_build_filename (folder, "open", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPassphrase) passphrase = sgn_passphrase_new (PASSPHRASE, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  sgn_seal_is_sealed (sealed);
  done = sgn_seal_read (sealed, open, passphrase, &error);
  g_assert_true (done == (error == NULL));
  g_assert_true (done == g_file_test (open, G_FILE_TEST_EXISTS));
  if (done)
    g_assert_cmpint (g_unlink (open), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-fuzz-XXXXXX", NULL);
  g_autofree char *sealed = g_build_filename (folder, "a.sengen-sealed", NULL);
  g_autofree char *copy = g_memdup2 (size > 0 ? (const void *) data : "", MAX (size, 1));

  keep_small (copy, size);
  g_assert_true (
    g_file_set_contents_full (sealed, copy, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  open_sealed (folder, sealed);
  g_assert_cmpint (g_unlink (sealed), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return 0;
}
