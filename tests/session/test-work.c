/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever waits for sheets hears how far they are, and may stop them: then nothing of them is
 * there. */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-error.h"

/* The work asks again and again whether to go on; from the question of this number on it is
 * stopped. -1: never. This stands in for GIO's own, so that each question can be the one. */
static int stop_at = -1;
static int asked;
/* (nullable): a folder that is taken away at that question instead: a stick that is pulled out */
static const char *stick;

gboolean g_cancellable_is_cancelled (GCancellable *cancellable);

gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  int n = cancellable != NULL ? g_atomic_int_add (&asked, 1) : -1;

  if (stick != NULL && n >= 0 && n == stop_at) {
    g_autofree char *gone = g_strconcat (stick, ".gone", NULL);

    g_rename (stick, gone);
  }
  return stick == NULL && stop_at >= 0 && n >= stop_at;
}

/* All sheets as files, or one of them. */
typedef struct {
  const char *document; /* (nullable) */
  const char *format;
} Work;

static const Work works[] = {
  { "self-check-result", "pdf" }, { "self-check-result", "xlsx" }, { "self-check-result", "csv" },
  { "history", "pdf" },           { "audit-set", "pdf" },          { NULL, NULL },
};

static gboolean
write_sheets (Fixture *fixture, const SgnSheetsRequest *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnSheetsResult) sheets = NULL;

  sgn_session_write_sheets_async (fixture->session, words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  sheets = sgn_session_write_sheets_finish (fixture->session, result, error);
  return sheets != NULL;
}

static gboolean
write_sheet (Fixture *fixture, const SgnSheetRequest *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnSheetResult) sheet = NULL;

  sgn_session_write_sheet_async (fixture->session, words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  sheet = sgn_session_write_sheet_finish (fixture->session, result, error);
  return sheet != NULL;
}

/* Does @work in @folder, to be stopped at question @at; the same @issued is the same number. */
static gboolean
run (Fixture *fixture,
     const Work *work,
     const char *folder,
     const char *issued,
     int at,
     GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (folder, "sheet", NULL);
  const SgnSheetsRequest all = { .folder = folder, .issued = issued, .cancellable = cancellable };
  const SgnSheetRequest one = { .projection = { .document = work->document },
                                .format = work->format,
                                .path = path,
                                .issued = issued,
                                .replace = TRUE,
                                .cancellable = cancellable };
  gboolean done;

  stop_at = at;
  g_atomic_int_set (&asked, 0);
  done = work->document != NULL ? write_sheet (fixture, &one, error)
                                : write_sheets (fixture, &all, error);
  stop_at = -1;
  return done;
}

static int
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

static void
remove_folder (const char *folder)
{
  empty_folder (folder);
  g_rmdir (folder);
}

static guint
count_issues (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session)->issues->len;
}

/* An older sheet lies where a new one will go. */
static void
lay_ready (const Work *work, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sheet", NULL);

  empty_folder (folder);
  if (work->document != NULL)
    g_assert_true (g_file_set_contents (path, "older", -1, NULL));
}

static void
assert_untouched (const Work *work, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sheet", NULL);
  g_autofree char *kept = NULL;

  g_assert_cmpint (count_files (folder), ==, work->document != NULL ? 1 : 0);
  if (work->document == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "older");
}

/* The questions to be the one: the first of @n each, then by leaps, and the last ones each, where
 * all is written but has neither number nor name. */
static GArray *
choose_questions (int n)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < n - 6; i = 2 * i + 1)
    g_array_append_val (chosen, i);
  for (int i = MAX (n - 6, 0); i < n; i++)
    g_array_append_val (chosen, i);
  return chosen;
}

/* How many questions are asked when nobody stops it. */
static int
count_questions (Fixture *fixture, const Work *work, const char *folder)
{
  g_autoptr (GError) error = NULL;

  lay_ready (work, folder);
  run (fixture, work, folder, "2026-11-23T10:00:00+09:00", -1, &error);
  g_assert_no_error (error);
  return g_atomic_int_get (&asked);
}

static void
stop_everywhere (Fixture *fixture, const Work *work, const char *folder)
{
  int n = count_questions (fixture, work, folder);
  g_autoptr (GArray) chosen = choose_questions (n);
  guint issues = count_issues (fixture);

  g_test_message ("%s %s: %d questions", work->document != NULL ? work->document : "all files",
                  work->format != NULL ? work->format : "", n);
  g_assert_cmpint (n, >=, 3);
  lay_ready (work, folder);
  for (guint i = 0; i < chosen->len; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (run (fixture, work, folder, "2026-11-24T10:00:00+09:00",
                         g_array_index (chosen, int, i), &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    assert_untouched (work, folder);
    g_assert_cmpuint (count_issues (fixture), ==, issues);
  }
}

static void
begin (Fixture *fixture, const char *folder)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

/* The file still takes acts, and has no contradictions. */
static void
end (Fixture *fixture, const char *folder)
{
  fixture_answer (fixture, "SD-02", "done", NULL);
  fixture_verify (fixture);
  remove_folder (folder);
}

static void
test_what_is_stopped_leaves_all_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "sheets");

  begin (fixture, folder);
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    stop_everywhere (fixture, &works[i], folder);
  end (fixture, folder);
}

static void
test_a_new_folder_goes_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "sheets");
  g_autofree char *other = fixture_file (fixture, "new");
  const Work all = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  begin (fixture, folder);
  g_assert_false (run (fixture, &all, other, FIXTURE_NOW, 9, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  end (fixture, folder);
}

/* The folder is missed at the latest before the number is taken. */
static void
pull_out_everywhere (Fixture *fixture, const Work *work, const char *folder)
{
  g_autofree char *gone = g_strconcat (folder, ".gone", NULL);
  g_autoptr (GArray) chosen = choose_questions (count_questions (fixture, work, folder));
  guint issues = count_issues (fixture);

  stick = folder;
  for (guint i = 0; i < chosen->len; i++) {
    g_autoptr (GError) error = NULL;

    g_mkdir (folder, 0700);
    lay_ready (work, folder);
    /* A folder that is not there yet is made, as a new one. */
    if (work->document == NULL && g_array_index (chosen, int, i) == 0)
      continue;
    g_assert_false (run (fixture, work, folder, "2026-11-24T10:00:00+09:00",
                         g_array_index (chosen, int, i), &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
    g_assert_cmpuint (count_issues (fixture), ==, issues);
    remove_folder (gone);
  }
  g_mkdir (folder, 0700);
  stick = NULL;
}

static void
test_a_folder_that_vanishes_takes_no_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "sheets");

  begin (fixture, folder);
  pull_out_everywhere (fixture, &works[0], folder);
  pull_out_everywhere (fixture, &works[G_N_ELEMENTS (works) - 1], folder);
  end (fixture, folder);
}

/* What was heard of the progress. */
typedef struct {
  guint times;
  guint total;
  double fraction;
  char *words;
} Heard;

static void
hear (const SgnProgress *progress, gpointer user_data)
{
  Heard *heard = user_data;

  g_assert_cmpfloat (progress->fraction, >=, heard->fraction);
  g_assert_cmpfloat (progress->fraction, <=, 1);
  g_assert_nonnull (progress->title);
  g_assert_true (progress->total == 0 || progress->done <= progress->total);
  heard->times++;
  heard->fraction = progress->fraction;
  heard->total = progress->total;
  g_free (heard->words);
  heard->words = sgn_progress_dup_words (progress);
}

static void
test_each_file_is_told_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "sheets");
  Heard heard = { 0 };
  const SgnSheetsRequest words = { .folder = folder, .progress = hear, .progress_data = &heard };
  g_autofree char *last = NULL;

  begin (fixture, folder);
  g_assert_true (write_sheets (fixture, &words, NULL));

  last = g_strdup_printf ("%u of %u files: ", heard.total - 1, heard.total);
  g_assert_cmpuint ((guint) count_files (folder), ==, heard.total);
  g_assert_cmpuint (heard.times, >=, heard.total);
  g_assert_true (g_str_has_prefix (heard.words, last));
  g_free (heard.words);
  end (fixture, folder);
}

static void
test_each_sheet_of_a_set_is_told_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_file (fixture, "sheets");
  g_autofree char *path = g_build_filename (folder, "set.pdf", NULL);
  Heard heard = { 0 };
  const SgnSheetRequest words = { .projection = { .document = "audit-set" },
                                  .format = "pdf",
                                  .path = path,
                                  .progress = hear,
                                  .progress_data = &heard };

  begin (fixture, folder);
  g_assert_true (write_sheet (fixture, &words, NULL));

  g_assert_cmpuint (heard.times, >, heard.total);
  g_assert_nonnull (strstr (heard.words, " sheets: "));
  g_free (heard.words);
  end (fixture, folder);
}

static void
test_progress_is_said_in_words (void)
{
  static const struct {
    SgnProgress progress;
    const char *words;
  } cases[] = {
    { { SGN_PROGRESS_PAGES, 12, 120, "History", 0.5 }, "12 of 120 pages: History" },
    { { SGN_PROGRESS_SHEETS, 0, 7, "History", 0 }, "0 of 7 sheets: History" },
    { { SGN_PROGRESS_FILES, 15, 15, "History", 1 }, "15 of 15 files: History" },
    { { SGN_PROGRESS_PAGES, 0, 0, "History", 0 }, "History" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = sgn_progress_dup_words (&cases[i].progress);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/watched/what-is-stopped-leaves-all-as-it-was", test_what_is_stopped_leaves_all_as_it_was);
  ADD ("/watched/a-new-folder-goes-again", test_a_new_folder_goes_again);
  ADD ("/watched/a-folder-that-vanishes-takes-no-number",
       test_a_folder_that_vanishes_takes_no_number);
  ADD ("/watched/each-file-is-told-of", test_each_file_is_told_of);
  ADD ("/watched/each-sheet-of-a-set-is-told-of", test_each_sheet_of_a_set_is_told_of);
  g_test_add_func ("/watched/progress-is-said-in-words", test_progress_is_said_in_words);

  return g_test_run ();
}
