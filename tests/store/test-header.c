/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-header-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A closed file, changed in one place. */
static const struct {
  const char *name;
  gssize cut; /* bytes taken from its end; negative: added */
  gsize at;   /* where @bytes are put */
  const char *bytes;
  int code; /* -1: sound */
  const char *says;
} cases[] = {
  { "as it was made", 0, 0, "", -1, NULL },
  { "without its last byte", 1, 0, "", SGN_ERROR_DAMAGED, "1 are missing" },
  { "without its last page", 4096, 0, "", SGN_ERROR_DAMAGED, "4096 are missing" },
  { "with a byte too many", -1, 0, "", SGN_ERROR_DAMAGED, "too long" },
  { "with other first bytes", 0, 0, "SQLitf", SGN_ERROR_DAMAGED, "first bytes" },
  { "with no page size", 0, 16, "\x12\x34", SGN_ERROR_DAMAGED, "first bytes" },
  { "of another program", 0, 68, "\1\1\1\1", SGN_ERROR_UNREADABLE, "another program" },
};

static void
test_a_file_is_judged_from_outside (Place *place, gconstpointer data)
{
  g_autofree char *original = NULL;
  gsize size = 0;

  make_full_file (place);
  g_assert_true (g_file_get_contents (place->path, &original, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *bytes = g_malloc0 (size + 1);
    g_autoptr (GError) error = NULL;
    SgnHeader header = { TRUE, TRUE, TRUE };

    memcpy (bytes, original, size);
    memcpy (bytes + cases[i].at, cases[i].bytes, strlen (cases[i].bytes));
    g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size - cases[i].cut, NULL));
    if (sgn_header_check (place->path, &header, &error) != (cases[i].code == -1))
      g_error ("%s: %s", cases[i].name, error != NULL ? error->message : "sound");
    if (cases[i].code == -1) {
      g_assert_false (header.logged || header.has_log || header.has_journal);
      continue;
    }
    assert_said (error, cases[i].code);
    g_assert_nonnull (strstr (error->message, cases[i].says));
    g_assert_true (header.logged); /* left alone */
  }
}

static void
test_places_are_told_apart (Place *place, gconstpointer data)
{
  static const char *const said[] = { "is not there", "points to a file", "is a folder",
                                      "is a device" };
  g_autofree char *paths[] = { place_get (place, "none"), place_get (place, "link"),
                               g_strdup (place->folder), place_get (place, "pipe"), NULL };

  g_assert_cmpint (symlink ("nowhere", paths[1]), ==, 0);
  g_assert_cmpint (mkfifo (paths[3], 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (sgn_header_check_place (paths[i], &error));
    assert_said (error, SGN_ERROR_UNREADABLE);
    g_assert_nonnull (strstr (error->message, said[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++) {
    if (i != 2)
      g_unlink (paths[i]);
    g_clear_pointer (&paths[i], g_free);
  }
}

/* A process may look at a file that it has open itself. */
static void
test_looking_takes_no_lock_away (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autoptr (GError) error = NULL;
  SgnHeader header = { 0 };

  make_full_file (place);
  file = open_file (place, SGN_OPEN_WRITE);
  set_note (file, "SD-01", "ここ");
  g_assert_true (sgn_header_check (place->path, &header, &error));
  g_assert_no_error (error);
  g_assert_true (header.logged && header.has_log);
  set_note (file, "SD-01", "まだ書ける");
  close_file (file);
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/header/a-file-is-judged-from-outside", test_a_file_is_judged_from_outside);
  ADD ("/header/places-are-told-apart", test_places_are_told_apart);
  ADD ("/header/looking-takes-no-lock-away", test_looking_takes_no_lock_away);

  return g_test_run ();
}
