/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup-folder-private.h"
#include "sgn-backup-index-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_a_stem_is_cut_between_characters (void)
{
  static const struct {
    const char *path;
    gsize most;
    const char *stem;
  } cases[] = {
    { "/a/b.sengen", 100, "b" },       { "/a/ひなた.sengen", 100, "ひなた" },
    { "/a/ひなた.sengen", 7, "ひな" }, { "/a/ひなた.sengen", 6, "ひな" },
    { "/a/.sengen", 100, ".sengen" },  { "/a/letter.txt", 100, "letter.txt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *stem = sgn_backup_dup_stem (cases[i].path, cases[i].most);

    g_assert_cmpstr (stem, ==, cases[i].stem);
  }
}

static void
test_a_folder_is_known_by_the_first_event (Place *place, gconstpointer data)
{
  g_autofree char *name = sgn_backup_folder_make_name (place->folder, "/x/会社.sengen", FIRST);
  g_autofree char *before = sgn_backup_folder_find (place->folder, FIRST);
  g_autofree char *found = NULL;
  g_autofree char *other = NULL;

  g_assert_null (before);
  g_assert_true (g_str_has_suffix (name, "/会社-0123456789ab"));
  g_assert_true (sgn_backup_folder_make (name, NULL));
  found = sgn_backup_folder_find (place->folder, FIRST);
  other = sgn_backup_folder_find (place->folder, &FIRST[1]);
  g_assert_cmpstr (found, ==, name);
  g_assert_null (other);
}

/* @path is remembered in the folder called @name. */
static void
remember (Place *place, const char *name, const char *path, const char *made_at)
{
  g_autofree char *folder = place_get (place, name);
  g_autoptr (SgnBackupIndex) index = NULL;
  SgnContents contents = { .first = (char *) FIRST, .newest = (char *) FIRST };

  contents.checks = g_ptr_array_new ();
  g_assert_true (sgn_backup_folder_make (folder, NULL));
  index = sgn_backup_index_load (folder);
  sgn_backup_index_add_path (index, path);
  sgn_backup_index_add (index, FALSE, "x-2026-11-20.sengen", made_at, &contents);
  g_assert_true (sgn_backup_index_save (index, NULL));
  g_ptr_array_unref (contents.checks);
}

static void
test_a_lost_file_is_found_by_its_place_or_name (Place *place, gconstpointer data)
{
  static const struct {
    const char *path;
    const char *folder; /* NULL: none */
  } cases[] = {
    { "/usb/old.sengen", "new-111111111111" },
    { "/media/twice.sengen", "b-333333333333" }, /* the one used later */
    { "/elsewhere/new.sengen", "new-111111111111" },
    { "/elsewhere/other.sengen", NULL },
    { "/elsewhere/new-111111111111.sengen", NULL },
  };

  remember (place, "new-111111111111", "/usb/old.sengen", "2026-11-20T10:00:00+09:00");
  remember (place, "a-222222222222", "/media/twice.sengen", "2026-11-20T10:00:00+09:00");
  remember (place, "b-333333333333", "/media/twice.sengen", "2026-11-21T10:00:00+09:00");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = sgn_backup_folder_find_of_path (place->folder, cases[i].path);
    g_autofree char *name = found != NULL ? g_path_get_basename (found) : NULL;

    g_assert_cmpstr (name, ==, cases[i].folder);
  }
}

/* A readable file has only its own copies, whatever it is called. */
static void
test_a_file_that_can_be_read_is_found_by_its_first_event (Place *place, gconstpointer data)
{
  g_autofree char *none = NULL;
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  remember (place, "company-111111111111", place->path, "2026-11-20T10:00:00+09:00");
  make_full_file (place);
  none = sgn_backup_folder_find_of_path (place->folder, place->path);
  g_assert_null (none);

  first = ask_text (place->path, "SELECT hash FROM event WHERE seq = 1");
  name = sgn_backup_folder_make_name (place->folder, "/x/y.sengen", first);
  g_assert_true (sgn_backup_folder_make (name, NULL));
  found = sgn_backup_folder_find_of_path (place->folder, place->path);
  g_assert_cmpstr (found, ==, name);
}

static void
test_a_folder_that_cannot_be_made_is_said (Place *place, gconstpointer data)
{
  g_autofree char *file = place_get (place, "file");
  g_autofree char *folder = place_get (place, "file/folder");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (sgn_backup_folder_make (folder, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-folder/a-stem-is-cut-between-characters",
                   test_a_stem_is_cut_between_characters);
  ADD ("/backup-folder/a-folder-is-known-by-the-first-event",
       test_a_folder_is_known_by_the_first_event);
  ADD ("/backup-folder/a-lost-file-is-found-by-its-place-or-name",
       test_a_lost_file_is_found_by_its_place_or_name);
  ADD ("/backup-folder/a-file-that-can-be-read-is-found-by-its-first-event",
       test_a_file_that_can_be_read_is_found_by_its_first_event);
  ADD ("/backup-folder/a-folder-that-cannot-be-made-is-said",
       test_a_folder_that_cannot_be_made_is_said);

  return g_test_run ();
}
