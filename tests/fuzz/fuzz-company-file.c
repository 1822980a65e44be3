/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sgn-company-file.h"

/* An input that begins so is a list of changes to a good file, four bytes each: three say where,
 * one what is written there. All else is a file as it is. */
#define CHANGES "change\n"
#define CHANGE_SIZE 4

static SgnClock *
new_clock (void)
{
  return sgn_clock_new_fixed ("2026-11-20T16:42:00+09:00");
}

static gboolean
put_company (SgnCompanyFile *file)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社見本");
  g_autoptr (json_t) row = sgn_profile_to_row (profile, TRUE);

  return sgn_company_file_begin (file, SGN_ACT_NEW, "山田", NULL) &&
         sgn_company_file_put (file, SGN_KIND_COMPANY, "1", row, NULL) &&
         sgn_company_file_commit (file, NULL);
}

static gpointer
make_good_file (gpointer unused)
{
  g_autoptr (SgnClock) clock = new_clock ();
  g_autofree char *folder = g_dir_make_tmp ("sengen-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "good.sengen", NULL);
  SgnCompanyFile *file = sgn_company_file_create (path, clock, NULL);
  char *data = NULL;
  gsize size = 0;

  g_assert_nonnull (file);
  g_assert_true (put_company (file));
  g_assert_true (sgn_company_file_close (file, NULL));
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return g_bytes_new_take (data, size);
}

/* The same for all inputs of a run. */
static char *
copy_good_file (gsize *size)
{
  static GOnce once = G_ONCE_INIT;
  GBytes *good = g_once (&once, make_good_file, NULL);

  return g_memdup2 (g_bytes_get_data (good, size), g_bytes_get_size (good));
}

/* The file to be opened. */
static char *
make_input (const uint8_t *data, size_t size, gsize *length)
{
  const uint8_t *change = data + strlen (CHANGES);
  char *file;

  if (size < strlen (CHANGES) || memcmp (data, CHANGES, strlen (CHANGES)) != 0) {
    *length = size;
    return g_memdup2 (size > 0 ? (const void *) data : "", MAX (size, 1));
  }

  file = copy_good_file (length);
  for (; change + CHANGE_SIZE <= data + size; change += CHANGE_SIZE)
    file[((gsize) change[0] << 16 | (gsize) change[1] << 8 | change[2]) % *length] =
      (char) change[3];
  return file;
}

/* Whatever opens must load or say why, and verify or say why. */
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
open_and_use (const char *path)
{
  g_autoptr (SgnClock) clock = new_clock ();
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_open (path, SGN_OPEN_READ, clock, &error);

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    return;

  use (file);
  g_assert_true (sgn_company_file_close (file, NULL));
}

/* Reading never writes to the file. */
static void
assert_untouched (const char *path, const char *data, gsize size)
{
  g_autofree char *after = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (after, length, data, size);
}

/* A file left in WAL mode makes SQLite lay these two beside it, also when it only reads. */
static void
remove_all (const char *folder, const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  g_unlink (wal);
  g_unlink (shm);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "input.sengen", NULL);
  gsize length = 0;
  g_autofree char *input = make_input (data, size, &length);

  g_assert_true (
    g_file_set_contents_full (path, input, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  open_and_use (path);
  assert_untouched (path, input, length);
  remove_all (folder, path);
  return 0;
}
