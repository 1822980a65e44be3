/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
test_a_file_that_went_away_inside_an_act (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  g_autoptr (json_t) row = row_new ("{'name':'佐藤'}");
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", row, NULL));
  g_assert_cmpint (g_rename (place->path, away), ==, 0);
  g_assert_false (sgn_company_file_commit (file, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, "no longer there"));

  g_assert_cmpint (g_rename (away, place->path), ==, 0);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 2);
  close_file (file);
  assert_sound (place);
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

/* Opening under a name that is not the one to keep. */
static void
assert_not_opened (Place *place, const char *path, SgnOpenMode mode, int code, const char *removes)
{
  g_autofree char *advice = g_strdup_printf ("Move “%s” to the trash", removes);
  g_autofree char *before = digest_file (place->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (place);

  g_assert_null (sgn_company_file_open (path, mode, place->clock, &error));
  assert_said (error, code);
  g_assert_nonnull (strstr (error->message, advice));
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (place), ==, n_files);
}

/* Nothing of the file or beside it changes. */
static void
assert_only_read (Place *place, const char *path, const char *removes)
{
  g_autofree char *before = digest_file (place->path);
  g_autofree char *after = NULL;
  SgnCompanyFile *file = NULL;
  guint n_files = count_files (place);

  assert_not_opened (place, path, SGN_OPEN_WRITE, SGN_ERROR_UNWRITABLE, removes);
  assert_not_opened (place, path, SGN_OPEN_TAKE_OVER, SGN_ERROR_UNWRITABLE, removes);
  file = sgn_company_file_open (path, SGN_OPEN_WRITE_OR_READ, place->clock, NULL);
  g_assert_true (sgn_company_file_is_read_only (file));
  g_assert_nonnull (strstr (sgn_company_file_get_notice (file), "two names"));
  assert_verifies (file);
  close_file (file);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (place), ==, n_files);
}

/* As when restoring over a file is cut off between two of its steps. */
static void
test_two_names_of_a_closed_file (Place *place, gconstpointer data)
{
  g_autofree char *kept = place_get (place, "kept.sengen");

  make_full_file (place);
  g_assert_cmpint (link (place->path, kept), ==, 0);
  assert_only_read (place, place->path, "kept.sengen");
  assert_only_read (place, kept, "ひなた.sengen");

  g_assert_cmpint (g_unlink (kept), ==, 0);
  close_file (open_file (place, SGN_OPEN_WRITE));
  assert_sound (place);
}

/* Written under the name without the log, the file would no longer be the one the log goes with. */
static void
test_the_name_with_the_log_is_the_one_to_keep (Place *place, gconstpointer data)
{
  g_autofree char *kept = place_get (place, "kept.sengen");
  static const SgnOpenMode modes[] = { SGN_OPEN_READ, SGN_OPEN_WRITE, SGN_OPEN_WRITE_OR_READ };
  g_autofree char *note = NULL;
  SgnCompanyFile *file = NULL;

  make_unclosed_file (place, "最後の回答");
  g_assert_cmpint (link (place->path, kept), ==, 0);
  assert_only_read (place, place->path, "kept.sengen");
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    assert_not_opened (place, kept, modes[i], SGN_ERROR_UNREADABLE, "kept.sengen");

  g_assert_cmpint (g_unlink (kept), ==, 0);
  file = open_file (place, SGN_OPEN_WRITE);
  note = get_note (file, "SD-01");
  g_assert_cmpstr (note, ==, "最後の回答");
  assert_verifies (file);
  close_file (file);
}

/* Whoever already writes under one name is not disturbed by the other. */
static void
test_a_second_name_of_a_file_in_use (Place *place, gconstpointer data)
{
  static const SgnOpenMode modes[] = { SGN_OPEN_READ, SGN_OPEN_WRITE, SGN_OPEN_WRITE_OR_READ };
  g_autofree char *second = place_get (place, "second.sengen");
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (link (place->path, second), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    assert_not_opened (place, second, modes[i], SGN_ERROR_UNREADABLE, "second.sengen");
  set_note (file, "SD-01", "続き");
  close_file (file);
  assert_sound (place);
}

/* Damage is said first: then a backup can be restored in its place. */
static void
test_two_names_of_a_damaged_file (Place *place, gconstpointer data)
{
  g_autofree char *kept = place_get (place, "kept.sengen");
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  run_sql (place->path, "DROP TABLE task_link");
  g_assert_cmpint (link (place->path, kept), ==, 0);
  g_assert_null (sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file-id/a-file-that-went-away", test_a_file_that_went_away);
  ADD ("/file-id/a-file-that-another-took-the-place-of",
       test_a_file_that_another_took_the_place_of);
  ADD ("/file-id/a-file-that-went-away-inside-an-act", test_a_file_that_went_away_inside_an_act);
  ADD ("/file-id/a-file-moved-while-open-is-whole", test_a_file_moved_while_open_is_whole);
  ADD ("/file-id/closing-leaves-the-log-of-another", test_closing_leaves_the_log_of_another);
  ADD ("/file-id/two-names-of-a-closed-file", test_two_names_of_a_closed_file);
  ADD ("/file-id/the-name-with-the-log-is-the-one-to-keep",
       test_the_name_with_the_log_is_the_one_to_keep);
  ADD ("/file-id/a-second-name-of-a-file-in-use", test_a_second_name_of_a_file_in_use);
  ADD ("/file-id/two-names-of-a-damaged-file", test_two_names_of_a_damaged_file);

  return g_test_run ();
}
