/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* What happened to the file while it was open, and what the next act says. */
static void
assert_refused (Place *place, SgnCompanyFile *file, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_a_file_that_went_away (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (g_rename (place->path, away), ==, 0);
  assert_refused (place, file, "no longer there");

  g_assert_cmpint (g_rename (away, place->path), ==, 0);
  set_note (file, "SD-01", "戻った");
  close_file (file);
  assert_sound (place);
}

static void
test_a_file_that_another_took_the_place_of (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (g_rename (place->path, away), ==, 0);
  g_assert_true (g_file_set_contents (place->path, "another", -1, NULL));
  before = digest_file (place->path);
  assert_refused (place, file, "Another file");
  sgn_company_file_close (file, NULL);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_file_moved_while_open_is_whole (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  set_note (file, "SD-01", "移す前");
  g_assert_cmpint (g_rename (place->path, away), ==, 0); /* its log keeps the old name */
  g_assert_false (sgn_company_file_close (file, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, "no longer there"));

  file = sgn_company_file_open (away, SGN_OPEN_WRITE, place->clock, NULL);
  g_assert_nonnull (file);
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "移す前");
  assert_verifies (file);
  close_file (file);
}

static void
move_with_what_is_beside (const char *from, const char *to)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *source = g_strconcat (from, suffixes[i], NULL);
    g_autofree char *target = g_strconcat (to, suffixes[i], NULL);

    g_assert_cmpint (g_rename (source, target), ==, 0);
  }
}

/* As when a backup was put in its place elsewhere, and is in use there already. */
static void
test_closing_leaves_the_log_of_another (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = create_file (place);
  SgnCompanyFile *other = NULL;

  fill_file (file);
  set_note (file, "SD-01", "前のファイル");
  move_with_what_is_beside (place->path, away);
  other = create_file (place);
  fill_file (other);
  set_note (other, "SD-01", "後のファイル");

  g_assert_false (sgn_company_file_close (file, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);

  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  written = ask_text (place->path, "SELECT note FROM answer WHERE item = 'SD-01'");
  g_assert_cmpstr (written, ==, "後のファイル");
  close_file (other);
  kept = ask_text (away, "SELECT note FROM answer WHERE item = 'SD-01'");
  g_assert_cmpstr (kept, ==, "前のファイル");
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file-id/a-file-that-went-away", test_a_file_that_went_away);
  ADD ("/file-id/a-file-that-another-took-the-place-of",
       test_a_file_that_another_took_the_place_of);
  ADD ("/file-id/a-file-moved-while-open-is-whole", test_a_file_moved_while_open_is_whole);
  ADD ("/file-id/closing-leaves-the-log-of-another", test_closing_leaves_the_log_of_another);

  return g_test_run ();
}
