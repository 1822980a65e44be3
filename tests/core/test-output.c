/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-output.h"

#include "sgn-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("sengen-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "結果.pdf", NULL);
  fixture->bytes = g_bytes_new_static ("new\0text", 8);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->bytes);
}

static void
assert_holds (const char *path, const char *wanted, gsize length)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpmem (text, size, wanted, length);
}

static mode_t
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_writes_every_byte (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0027);

  g_assert_true (sgn_output_write (fixture->path, fixture->bytes, FALSE, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_holds (fixture->path, "new\0text", 8);
  g_assert_cmpint (mode_of (fixture->path), ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_empty_file_is_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);

  g_assert_true (sgn_output_write (fixture->path, nothing, FALSE, NULL));
  assert_holds (fixture->path, "", 0);
}

static void
test_existing_file_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
  g_assert_false (sgn_output_write (fixture->path, fixture->bytes, FALSE, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "結果.pdf"));
  assert_holds (fixture->path, "old", 3);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_dangling_link_counts_as_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  g_assert_false (sgn_output_write (fixture->path, fixture->bytes, FALSE, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replacing_keeps_the_permissions (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
    g_file_set_contents_full (fixture->path, "old", 3, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_true (sgn_output_write (fixture->path, fixture->bytes, TRUE, NULL));
  assert_holds (fixture->path, "new\0text", 8);
  g_assert_cmpint (mode_of (fixture->path), ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replacing_follows_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real.pdf", NULL);

  g_assert_true (g_file_set_contents (real, "old", 3, NULL));
  g_assert_cmpint (symlink ("real.pdf", fixture->path), ==, 0);
  g_assert_true (sgn_output_write (fixture->path, fixture->bytes, TRUE, NULL));
  assert_holds (real, "new\0text", 8);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_places_that_cannot_be_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "a.pdf", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "a.pdf", NULL);
  const char *const paths[] = { missing, below_file, fixture->folder, "/dev/null", "/proc/a.pdf" };

  g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (sgn_output_write (paths[i], fixture->bytes, TRUE, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
    g_assert_nonnull (strstr (error->message, paths[i]));
  }
  g_assert_true (g_file_test ("/dev/null", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A limit on the size of files stands for the full disk. */
static void
test_full_disk_leaves_the_old_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  gboolean done;

  g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  done = sgn_output_write (fixture->path, large, TRUE, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (done);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  assert_holds (fixture->path, "old", 3);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_prepared_file_has_no_name_yet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnOutput *output;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  output = sgn_output_prepare (fixture->path, fixture->bytes, TRUE, &error);
  g_assert_no_error (error);
  assert_holds (fixture->path, "old", 3);

  g_assert_true (sgn_output_finish (output, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "new\0text", 8);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_abandoned_file_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  SgnOutput *output = sgn_output_prepare (fixture->path, fixture->bytes, FALSE, NULL);

  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  sgn_output_free (output);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_name_taken_in_between_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnOutput *output = sgn_output_prepare (fixture->path, fixture->bytes, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (sgn_output_finish (output, &error));

  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  assert_holds (fixture->path, "theirs", 6);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_vanished_folder_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_strconcat (fixture->folder, ".gone", NULL);
  g_autoptr (GError) error = NULL;
  SgnOutput *output = sgn_output_prepare (fixture->path, fixture->bytes, FALSE, &error);

  g_assert_true (sgn_output_check (output, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (fixture->folder, gone), ==, 0);
  g_assert_false (sgn_output_check (output, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);

  g_assert_cmpint (g_rename (gone, fixture->folder), ==, 0);
  sgn_output_free (output);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "writes-every-byte", test_writes_every_byte },
    { "empty-file-is-a-file", test_empty_file_is_a_file },
    { "existing-file-is-kept", test_existing_file_is_kept },
    { "dangling-link-counts-as-existing", test_dangling_link_counts_as_existing },
    { "replacing-keeps-the-permissions", test_replacing_keeps_the_permissions },
    { "replacing-follows-a-link", test_replacing_follows_a_link },
    { "places-that-cannot-be-written", test_places_that_cannot_be_written },
    { "full-disk-leaves-the-old-file", test_full_disk_leaves_the_old_file },
    { "prepared-file-has-no-name-yet", test_prepared_file_has_no_name_yet },
    { "abandoned-file-leaves-no-trace", test_abandoned_file_leaves_no_trace },
    { "name-taken-in-between-is-kept", test_name_taken_in_between_is_kept },
    { "vanished-folder-is-noticed", test_vanished_folder_is_noticed },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/output/", tests[i].name, NULL);

    g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
  }
  return g_test_run ();
}
