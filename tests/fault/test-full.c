/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-company-file.h"

#include "sgn-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  SgnClock *clock;
} Place;

static void
set_up (Place *self, gconstpointer data)
{
  g_autoptr (json_t) row = json_pack ("{s:s,s:i}", "name", "会社", "sample", 0);
  SgnCompanyFile *file = NULL;

  self->folder = g_dir_make_tmp ("sengen-full-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.sengen", NULL);
  self->clock = sgn_clock_new ();
  file = sgn_company_file_create (self->path, self->clock, NULL);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_NEW, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_COMPANY, "1", row, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_assert_true (sgn_company_file_close (file, NULL));
}

static void
tear_down (Place *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  sgn_clock_unref (self->clock);
}

/* No file may grow beyond @bytes from here on: to the program a disk that is full. */
static void
fill_disk (rlim_t bytes)
{
  struct rlimit limit = { bytes, bytes };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Writes people until it fails, and exits with 0 when it failed as it should: with one clear
 * error, the act taken back, and everything before it still there to be read. */
static void
write_until_full (Place *place, gsize room)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later = NULL;
  g_autoptr (SgnRecord) record = NULL;
  SgnCompanyFile *file = NULL;
  guint acts = 0;
  gboolean done = TRUE;

  fill_disk (room);
  file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error);
  while (file != NULL && done && acts < 10000) {
    g_autofree char *id = g_strdup_printf ("%u", acts + 1);
    g_autoptr (json_t) row = json_pack ("{s:s,s:s}", "name", "田中", "role", id);

    done = sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, &error) &&
           sgn_company_file_put (file, SGN_KIND_PERSON, id, row, &error) &&
           sgn_company_file_commit (file, &error);
    acts += done ? 1 : 0;
  }
  g_assert_true (g_error_matches (error, SGN_ERROR, SGN_ERROR_UNWRITABLE));
  if (file != NULL) {
    sgn_company_file_rollback (file);
    record = sgn_company_file_load (file, &later);
    g_assert_no_error (later);
    g_assert_cmpuint (record->persons->len, ==, acts);
    sgn_company_file_close (file, NULL);
  }
  _exit (0);
}

static void
assert_sound (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error);

  g_assert_no_error (error);
  verification = sgn_company_file_verify (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_true (sgn_company_file_close (file, &error));
  g_assert_no_error (error);
}

static void
test_a_full_disk_takes_nothing_back (Place *place, gconstpointer data)
{
  static const gsize rooms[] = { 0, 4096, 40000, 100000, 150000, 200000, 300000, 1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++) {
    pid_t child = fork ();
    int status = 0;

    if (child == 0)
      write_until_full (place, rooms[i]);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    assert_sound (place);
  }
}

/* Copies that did not fit leave nothing behind. */
static void
copy_to_full_disk (Place *place, const char *copy)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = sgn_company_file_open (place->path, SGN_OPEN_READ, place->clock, &error);

  fill_disk (20000);
  g_assert_no_error (error);
  g_assert_false (sgn_company_file_backup (file, copy, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  g_clear_error (&error);
  sgn_company_file_close (file, NULL);

  g_assert_false (sgn_company_file_restore (place->path, copy, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  g_clear_error (&error);
  g_assert_null (sgn_company_file_create (copy, place->clock, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  _exit (0);
}

static void
test_a_copy_to_a_full_disk_leaves_nothing (Place *place, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (place->folder, "copy.sengen", NULL);
  g_autoptr (GDir) dir = NULL;
  pid_t child = fork ();
  guint files = 0;
  int status = 0;

  if (child == 0)
    copy_to_full_disk (place, copy);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  dir = g_dir_open (place->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    files++;
  g_assert_cmpuint (files, ==, 1);
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/full/a-full-disk-takes-nothing-back", Place, NULL, set_up,
              test_a_full_disk_takes_nothing_back, tear_down);
  g_test_add ("/full/a-copy-to-a-full-disk-leaves-nothing", Place, NULL, set_up,
              test_a_copy_to_a_full_disk_leaves_nothing, tear_down);

  return g_test_run ();
}
