/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-disk-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_remote_types_are_known (void)
{
  static const struct {
    gulong type;
    gboolean remote;
  } cases[] = {
    { 0xef53, FALSE },     { 0x01021994, FALSE },
    { 0x9123683e, FALSE }, { 0x58465342, FALSE },
    { 0x794c7630, FALSE }, { 0x6969, TRUE },
    { 0x517b, TRUE },      { 0xff534d42, TRUE },
    { 0xfe534d42, TRUE },  { 0x65735546, TRUE },
    { 0x01021997, TRUE },  { (gulong) (gint32) 0xff534d42, TRUE }, /* as a signed type gives it */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sgn_disk_type_is_remote (cases[i].type), ==, cases[i].remote);
}

static void
test_synchronised_folders_are_known (void)
{
  static const struct {
    const char *path;
    const char *service;
  } cases[] = {
    { "/users/a/Dropbox/会社.sengen", "Dropbox" },
    { "/users/a/Dropbox (会社)/b/会社.sengen", "Dropbox" },
    { "/users/a/OneDrive - ひなた精工/会社.sengen", "OneDrive" },
    { "/users/a/Nextcloud/会社.sengen", "Nextcloud" },
    { "/users/a/Documents/Dropbox.sengen", NULL },
    { "/users/a/Dropboxes/会社.sengen", NULL },
    { "/users/a/会社.sengen", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (sgn_disk_find_sync (cases[i].path), ==, cases[i].service);
}

static void
test_a_temporary_file_is_private (Place *place, gconstpointer data)
{
  g_autofree char *temporary = sgn_disk_make_temporary (place->path, NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (temporary, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, 0);
  g_assert_false (sgn_disk_is_remote (temporary));
  g_assert_false (sgn_disk_is_read_only (temporary));
}

static void
test_placing_never_overwrites (Place *place, gconstpointer data)
{
  g_autofree char *first = sgn_disk_make_temporary (place->path, NULL);
  g_autofree char *second = sgn_disk_make_temporary (place->path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (first, "first", -1, NULL));
  g_assert_true (sgn_disk_place (first, place->path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));

  g_assert_false (sgn_disk_place (second, place->path, &error));
  assert_said (error, SGN_ERROR_EXISTS);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "first");
}

static void
test_placing_what_is_not_there_fails (Place *place, gconstpointer data)
{
  g_autofree char *nothing = place_get (place, "nothing");
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_disk_place (nothing, place->path, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static void
test_a_link_leads_to_its_file (Place *place, gconstpointer data)
{
  g_autofree char *link = place_get (place, "link.sengen");
  g_autofree char *folder = g_strconcat (place->folder, "-link", NULL);
  g_autofree char *through = g_build_filename (folder, "link.sengen", NULL);
  const char *paths[] = { place->path, link, through };

  g_assert_true (g_file_set_contents (place->path, "file", -1, NULL));
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  g_assert_cmpint (symlink (place->folder, folder), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *found = sgn_disk_resolve (paths[i]);

    g_assert_cmpstr (found, ==, place->path);
  }
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

static void
test_a_link_to_nothing_stays_what_it_is (Place *place, gconstpointer data)
{
  g_autofree char *found = NULL;

  g_assert_cmpint (symlink ("nowhere", place->path), ==, 0);
  found = sgn_disk_resolve (place->path);
  g_assert_cmpstr (found, ==, place->path);
}

static void
test_a_second_name_is_found (Place *place, gconstpointer data)
{
  g_autofree char *second = place_get (place, "second.sengen");
  g_autofree char *copy = place_get (place, "copy.sengen");
  g_autofree char *soft = place_get (place, "link.sengen");
  g_autofree char *none = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_back = NULL;

  g_assert_true (g_file_set_contents (place->path, "file", -1, NULL));
  g_assert_true (g_file_set_contents (copy, "file", -1, NULL));
  g_assert_cmpint (symlink (place->path, soft), ==, 0);
  none = sgn_disk_find_second_name (place->path);
  g_assert_null (none);
  g_assert_cmpint (link (place->path, second), ==, 0);
  found = sgn_disk_find_second_name (place->path);
  g_assert_cmpstr (found, ==, second);
  found_back = sgn_disk_find_second_name (second);
  g_assert_cmpstr (found_back, ==, place->path);
}

/* Names in other folders nobody opens by mistake, and hidden ones nobody opens at all. */
static void
test_only_names_people_open_count (Place *place, gconstpointer data)
{
  g_autofree char *hidden = place_get (place, ".sengen-aB3xYz");
  g_autofree char *folder = place_get (place, "elsewhere");
  g_autofree char *away = g_build_filename (folder, "ひなた.sengen", NULL);
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (place->path, "file", -1, NULL));
  g_assert_cmpint (link (place->path, hidden), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (link (place->path, away), ==, 0);
  found = sgn_disk_find_second_name (place->path);
  g_assert_null (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disk/remote-types-are-known", test_remote_types_are_known);
  g_test_add_func ("/disk/synchronised-folders-are-known", test_synchronised_folders_are_known);
  ADD ("/disk/a-temporary-file-is-private", test_a_temporary_file_is_private);
  ADD ("/disk/placing-never-overwrites", test_placing_never_overwrites);
  ADD ("/disk/placing-what-is-not-there-fails", test_placing_what_is_not_there_fails);
  ADD ("/disk/a-link-leads-to-its-file", test_a_link_leads_to_its_file);
  ADD ("/disk/a-link-to-nothing-stays-what-it-is", test_a_link_to_nothing_stays_what_it_is);
  ADD ("/disk/a-second-name-is-found", test_a_second_name_is_found);
  ADD ("/disk/only-names-people-open-count", test_only_names_people_open_count);

  return g_test_run ();
}
