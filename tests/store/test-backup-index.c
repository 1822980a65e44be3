/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-backup-index-private.h"

#include <glib/gstdio.h>

/* A copy of a whole company file under @name. */
static void
put_copy (Place *place, const char *name)
{
  g_autofree char *path = place_get (place, name);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!g_file_test (place->path, G_FILE_TEST_EXISTS))
    make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

/* A folder of copies inside the place, without the company file itself. */
static char *
make_folder (Place *place)
{
  char *folder = place_get (place, "x-0123456789ab");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static void
test_copies_nobody_wrote_down_are_taken_in (Place *place, gconstpointer data)
{
  g_autofree char *folder = make_folder (place);
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);
  g_autofree char *date = NULL;
  SgnBackupEntry *entry;

  put_copy (place, "x-0123456789ab/b.sengen");
  put_copy (place, "x-0123456789ab/.sengen-half");
  put_copy (place, "x-0123456789ab/letter.txt");
  g_assert_true (sgn_backup_index_refresh (index, FALSE));
  g_assert_cmpuint (index->entries->len, ==, 1);
  entry = g_ptr_array_index (index->entries, 0);
  g_assert_cmpstr (entry->name, ==, "b.sengen");
  g_assert_nonnull (entry->contents);
  g_assert_null (entry->made_at);
  date = sgn_backup_entry_dup_date (entry);
  g_assert_cmpstr (date, ==, "2026-11-20");
  g_assert_false (sgn_backup_index_refresh (index, FALSE));
}

static void
test_sealed_copies_are_known_without_looking_in (Place *place, gconstpointer data)
{
  g_autofree char *folder = make_folder (place);
  g_autofree char *path = place_get (place, "x-0123456789ab/b-2026-10-01-2.sengen-sealed");
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);
  g_autofree char *date = NULL;
  const SgnBackupEntry *entry;

  g_assert_true (g_file_set_contents (path, "sealed", -1, NULL));
  sgn_backup_index_refresh (index, FALSE);
  entry = g_ptr_array_index (index->entries, 0);
  g_assert_null (entry->contents);
  g_assert_null (entry->problem);
  date = sgn_backup_entry_dup_date (entry);
  g_assert_cmpstr (date, ==, "2026-10-01");
}

static void
test_what_is_remembered_is_saved (Place *place, gconstpointer data)
{
  g_autofree char *folder = make_folder (place);
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);
  g_autoptr (SgnBackupIndex) again = NULL;
  GStatBuf info;
  g_autofree char *path = NULL;

  put_copy (place, "x-0123456789ab/b.sengen");
  sgn_backup_index_refresh (index, FALSE);
  sgn_backup_index_add_path (index, "/media/会社.sengen");
  index->second = g_strdup ("/media/usb");
  g_assert_true (sgn_backup_index_save (index, NULL));

  again = sgn_backup_index_load (folder);
  g_assert_cmpstr (again->second, ==, "/media/usb");
  g_assert_cmpstr (g_ptr_array_index (again->paths, 0), ==, "/media/会社.sengen");
  g_assert_cmpuint (again->entries->len, ==, 1);
  g_assert_false (sgn_backup_index_refresh (again, FALSE));
  path = g_build_filename (folder, "backups.json", NULL);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_the_newest_places_are_remembered (Place *place, gconstpointer data)
{
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (place->folder);

  for (int i = 0; i < 12; i++) {
    g_autofree char *path = g_strdup_printf ("/%d", i);

    g_assert_true (sgn_backup_index_add_path (index, path));
    g_assert_false (sgn_backup_index_add_path (index, path));
  }
  g_assert_true (sgn_backup_index_add_path (index, "/9"));
  g_assert_cmpuint (index->paths->len, <=, 8);
  g_assert_cmpstr (g_ptr_array_index (index->paths, 0), ==, "/9");
  g_assert_cmpstr (g_ptr_array_index (index->paths, 1), ==, "/11");
}

static void
test_a_changed_or_removed_copy_is_noticed (Place *place, gconstpointer data)
{
  g_autofree char *folder = make_folder (place);
  g_autofree char *path = place_get (place, "x-0123456789ab/b.sengen");
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);
  const SgnBackupEntry *entry;

  put_copy (place, "x-0123456789ab/b.sengen");
  sgn_backup_index_refresh (index, FALSE);
  g_assert_true (g_file_set_contents (path, "broken", -1, NULL));
  g_assert_true (sgn_backup_index_refresh (index, FALSE));
  entry = g_ptr_array_index (index->entries, 0);
  g_assert_nonnull (entry->problem);
  g_assert_null (entry->contents);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (sgn_backup_index_refresh (index, FALSE));
  g_assert_cmpuint (index->entries->len, ==, 0);
}

static void
test_what_is_not_reachable_stays_known (Place *place, gconstpointer data)
{
  g_autofree char *folder = make_folder (place);
  g_autofree char *stick = place_get (place, "stick");
  g_autofree char *inside = g_build_filename (stick, "x-0123456789ab", NULL);
  g_autofree char *away = place_get (place, "away");
  g_autoptr (SgnBackupIndex) index = sgn_backup_index_load (folder);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  put_copy (place, "stick/x-0123456789ab/b.sengen");
  index->second = g_strdup (stick);
  sgn_backup_index_refresh (index, FALSE);
  g_assert_cmpuint (index->entries->len, ==, 1);

  g_assert_cmpint (g_rename (stick, away), ==, 0);
  g_assert_false (sgn_backup_index_refresh (index, FALSE));
  g_assert_cmpuint (index->entries->len, ==, 1);
}

/* Nothing outside the folder can be named in it. */
static void
test_a_hostile_index_is_harmless (Place *place, gconstpointer data)
{
  static const char *const texts[] = {
    "[]",
    "{\"version\": 1, \"copies\": 5, \"paths\": [1, null, {}]}",
    "{\"version\": 1, \"copies\": [{\"name\": \"../../x.sengen\"}, {\"name\": 4}, 5]}",
    "{\"version\": 2, \"second\": \"/media/usb\"}",
  };
  g_autofree char *path = place_get (place, "backups.json");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SgnBackupIndex) index = NULL;

    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    index = sgn_backup_index_load (place->folder);
    g_assert_cmpuint (index->entries->len, ==, 0);
    g_assert_cmpuint (index->paths->len, ==, 0);
    g_assert_null (index->second);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup-index/copies-nobody-wrote-down-are-taken-in",
       test_copies_nobody_wrote_down_are_taken_in);
  ADD ("/backup-index/sealed-copies-are-known-without-looking-in",
       test_sealed_copies_are_known_without_looking_in);
  ADD ("/backup-index/what-is-remembered-is-saved", test_what_is_remembered_is_saved);
  ADD ("/backup-index/the-newest-places-are-remembered", test_the_newest_places_are_remembered);
  ADD ("/backup-index/a-changed-or-removed-copy-is-noticed",
       test_a_changed_or_removed_copy_is_noticed);
  ADD ("/backup-index/what-is-not-reachable-stays-known", test_what_is_not_reachable_stays_known);
  ADD ("/backup-index/a-hostile-index-is-harmless", test_a_hostile_index_is_harmless);

  return g_test_run ();
}
