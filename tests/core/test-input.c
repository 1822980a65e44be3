/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-input.h"

#include "message-form.h"
#include "sgn-error.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("sengen-input-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "台帳.csv", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

typedef GBytes *(*Reader) (const char *path, guint megabytes, GError **error);

static void
expect_failure (Reader read_it, const char *path, const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_it (path, 1, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  assert_is_sentence (error->message);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” is not like “%s”", error->message, pattern);
  g_assert_null (read_it (path, 1, NULL));
}

static void
expect_refusal (const char *path, const char *pattern)
{
  expect_failure (sgn_input_read, path, pattern);
}

/* The same of a file that is to be kept. */
static void
expect_no_evidence (const char *path, const char *pattern)
{
  expect_failure (sgn_input_read_file, path, pattern);
}

static void
test_every_size_up_to_the_limit_is_read (Place *place, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 1000 * 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = g_strnfill (sizes[i], 'x');
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;

    g_assert_true (g_file_set_contents (place->path, text, (gssize) sizes[i], NULL));
    bytes = sgn_input_read (place->path, 1, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, sizes[i]);
  }
}

static void
test_one_byte_more_is_too_large (Place *place, gconstpointer data)
{
  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  g_assert_cmpint (truncate (place->path, 1000 * 1000 + 1), ==, 0);
  expect_refusal (place->path, "“*台帳.csv” is larger than 1 MB. *");
}

static void
test_what_is_not_a_file_is_named (Place *place, gconstpointer data)
{
  expect_refusal (place->path, "“*台帳.csv” is not there. *");
  expect_refusal (place->folder, "“*” is a folder. *");
  expect_refusal ("/dev/zero", "“/dev/zero” is larger than 1 MB. *");
}

/* Whoever may do everything can read it all the same. */
static void
test_a_file_of_somebody_else_is_named (Place *place, gconstpointer data)
{
  if (geteuid () == 0) {
    g_test_skip ("root may read everything");
    return;
  }

  g_assert_true (g_file_set_contents (place->path, "x", 1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0), ==, 0);
  expect_refusal (place->path, "You may not read “*台帳.csv”. *");
}

static void
test_a_file_to_keep_is_read_whole (Place *place, gconstpointer data)
{
  static const gsize sizes[] = { 1, 4096, 999999, 1000000 };
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);

  g_assert_cmpint (symlink (place->path, link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *text = g_strnfill (sizes[i], 'x');
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;

    g_assert_true (g_file_set_contents (place->path, text, (gssize) sizes[i], NULL));
    bytes = sgn_input_read_file (link, 1, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, sizes[i]);
  }
  g_unlink (link);
}

static void
test_a_file_too_large_to_keep_says_both_numbers (Place *place, gconstpointer data)
{
  static const struct {
    off_t size;
    const char *pattern;
  } cases[] = {
    { 1000 * 1000 + 1, "“*台帳.csv” has 1.1 MB, and a file may have 1 MB at the most. *" },
    { 61234567, "“*台帳.csv” has 61.3 MB, and a file may have 1 MB at the most. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
    g_assert_cmpint (truncate (place->path, cases[i].size), ==, 0);
    expect_no_evidence (place->path, cases[i].pattern);
  }
}

static void
test_what_cannot_be_kept_is_named (Place *place, gconstpointer data)
{
  expect_no_evidence (place->path, "“*台帳.csv” is not there. *");
  expect_no_evidence (place->folder, "“*” is a folder. *");
  expect_no_evidence ("/dev/zero", "“/dev/zero” is a device or a pipe. *");
  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  expect_no_evidence (place->path, "“*台帳.csv” is empty*");
}

/* Nobody writes into it: waiting would be for ever. */
static void
test_a_pipe_is_not_waited_for (Place *place, gconstpointer data)
{
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  expect_no_evidence (place->path, "“*台帳.csv” is a device or a pipe. *");
}

/* The kernel's own files say one size and have another. */
static void
test_a_file_that_changes_meanwhile_is_refused (Place *place, gconstpointer data)
{
  static const char *const paths[] = { "/proc/self/status",
                                       "/sys/kernel/mm/transparent_hugepage/enabled",
                                       "/sys/kernel/uevent_seqnum" };
  guint seen = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (!g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      continue;
    expect_no_evidence (paths[i], "“*” changed while it was read. *");
    seen++;
  }
  if (seen == 0)
    g_test_skip ("this computer shows no file that changes");
}

#define ADD(name, func) g_test_add ("/input/" name, Place, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-size-up-to-the-limit-is-read", test_every_size_up_to_the_limit_is_read);
  ADD ("one-byte-more-is-too-large", test_one_byte_more_is_too_large);
  ADD ("what-is-not-a-file-is-named", test_what_is_not_a_file_is_named);
  ADD ("a-file-of-somebody-else-is-named", test_a_file_of_somebody_else_is_named);
  ADD ("a-file-to-keep-is-read-whole", test_a_file_to_keep_is_read_whole);
  ADD ("a-file-too-large-to-keep-says-both-numbers",
       test_a_file_too_large_to_keep_says_both_numbers);
  ADD ("what-cannot-be-kept-is-named", test_what_cannot_be_kept_is_named);
  ADD ("a-pipe-is-not-waited-for", test_a_pipe_is_not_waited_for);
  ADD ("a-file-that-changes-meanwhile-is-refused", test_a_file_that_changes_meanwhile_is_refused);
  return g_test_run ();
}
