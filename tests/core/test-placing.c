/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-placing.h"

#include "sgn-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  char *temporary;
} Place;

static void
set_up (Place *self, gconstpointer data)
{
  int fd = -1;

  self->folder = g_dir_make_tmp ("sengen-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "名前.txt", NULL);
  fd = sgn_placing_make (self->path, 0600, &self->temporary);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "new", 3), ==, 3);
  close (fd);
}

static void
tear_down (Place *self, gconstpointer data)
{
  g_unlink (self->path);
  g_unlink (self->temporary);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->temporary);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
test_it_is_made_hidden_beside_and_private (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (place->temporary);
  g_autofree char *name = g_path_get_basename (place->temporary);
  GStatBuf info;

  g_assert_cmpstr (folder, ==, place->folder);
  g_assert_cmpint (name[0], ==, '.');
  g_assert_cmpint (g_stat (place->temporary, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_it_gets_its_name (Place *place, gconstpointer data)
{
  g_assert_true (sgn_placing_sync (place->temporary));
  g_assert_true (sgn_placing_place (place->temporary, place->path));
  assert_content (place->path, "new");
  g_assert_false (g_file_test (place->temporary, G_FILE_TEST_EXISTS));
}

static void
test_it_takes_no_name_that_something_has (Place *place, gconstpointer data)
{
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_assert_false (sgn_placing_place (place->temporary, place->path));
  g_assert_cmpint (errno, ==, EEXIST);
  assert_content (place->path, "old");
  assert_content (place->temporary, "new");
}

/* Not even the name of a link that leads nowhere. */
static void
test_it_follows_no_link (Place *place, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (place->folder, "elsewhere", NULL);

  g_assert_cmpint (symlink (elsewhere, place->path), ==, 0);
  g_assert_false (sgn_placing_place (place->temporary, place->path));
  g_assert_cmpint (errno, ==, EEXIST);
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
}

static void
test_what_is_not_there_leaves_nothing (Place *place, gconstpointer data)
{
  g_autofree char *nothing = g_build_filename (place->folder, "nothing", NULL);

  g_assert_false (sgn_placing_sync (nothing));
  g_assert_false (sgn_placing_place (nothing, place->path));
  g_assert_cmpint (errno, ==, ENOENT);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static const struct {
  int code;
  int error;
  const char *says;
} failures[] = {
  { EEXIST, SGN_ERROR_EXISTS, "already there" },
  { ENOSPC, SGN_ERROR_UNWRITABLE, "the disk is full" },
  { EDQUOT, SGN_ERROR_UNWRITABLE, "the disk is full" },
  { EACCES, SGN_ERROR_UNWRITABLE, "nothing may be written in its folder" },
  { EROFS, SGN_ERROR_UNWRITABLE, "nothing may be written in its folder" },
  { ENOENT, SGN_ERROR_UNWRITABLE, "is not there" },
  { EIO, SGN_ERROR_UNWRITABLE, "Input/output error" },
};

static void
test_failures_are_put_into_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (sgn_placing_fail ("/tmp/名前", failures[i].code, &error));
    g_assert_error (error, SGN_ERROR, failures[i].error);
    g_assert_nonnull (strstr (error->message, failures[i].says));
    g_assert_nonnull (strstr (error->message, "/tmp/名前"));
  }
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/placing/it-is-made-hidden-beside-and-private", test_it_is_made_hidden_beside_and_private);
  ADD ("/placing/it-gets-its-name", test_it_gets_its_name);
  ADD ("/placing/it-takes-no-name-that-something-has", test_it_takes_no_name_that_something_has);
  ADD ("/placing/it-follows-no-link", test_it_follows_no_link);
  ADD ("/placing/what-is-not-there-leaves-nothing", test_what_is_not_there_leaves_nothing);
  g_test_add_func ("/placing/failures-are-put-into-words", test_failures_are_put_into_words);

  return g_test_run ();
}
