/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>

#include "app-support.h"
#include "sgn-backup-choice.h"
#include "sgn-backup-row.h"
#include "sgn-backup-words.h"
#include "sgn-compare-box.h"
#include "sgn-damage-list.h"
#include "sgn-damaged-page.h"
#include "sgn-own-folder.h"
#include "sgn-restore-page.h"

#define NOW "2026-11-23T10:15:00+09:00"
#define NOTE "毎週たしかめる"

static SgnContents *
make_contents (gint64 answers)
{
  SgnContents *contents = g_new0 (SgnContents, 1);

  contents->first = g_strdup ("a");
  contents->newest = g_strdup ("b");
  contents->events = answers + 10;
  contents->at = g_strdup ("2026-11-20T17:42:00+09:00");
  contents->checks = g_ptr_array_new ();
  contents->answers = answers;
  contents->evidence = 1;
  contents->policy = 2;
  contents->declarations = 1;
  contents->star = 1;
  return contents;
}

static SgnBackup *
make_backup (SgnBackupState state, gboolean known)
{
  SgnBackup *backup = g_new0 (SgnBackup, 1);

  backup->path = g_strdup_printf ("/backups/%d.sengen", (int) state);
  backup->state = state;
  backup->second = state == SGN_BACKUP_AWAY;
  backup->size = 24100000;
  backup->date = g_strdup ("2026-10-30");
  backup->problem = state == SGN_BACKUP_BAD ? g_strdup ("It is empty.") : NULL;
  backup->contents = known ? make_contents (25) : NULL;
  return backup;
}

static const struct {
  SgnBackupState state;
  gboolean known;
  const char *sentence;
} sentences[] = {
  { SGN_BACKUP_GOOD, TRUE,
    "20 November 17:42, Checked, This computer ・ 24.1\302\240MB, "
    "25 answers ・ 1 piece of evidence ・ 35 entries" },
  { SGN_BACKUP_AWAY, TRUE,
    "20 November 17:42, Not checked, Second folder (not connected now) ・ 24.1\302\240MB, "
    "25 answers ・ 1 piece of evidence ・ 35 entries" },
  { SGN_BACKUP_BAD, FALSE,
    "30 October 2026, Not readable, This computer ・ 24.1\302\240MB, It is empty." },
  { SGN_BACKUP_SEALED, FALSE,
    "30 October 2026, Sealed, This computer ・ 24.1\302\240MB, Opens only with its passphrase" },
};

static void
a_backup_is_told_in_one_sentence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autoptr (SgnBackup) backup = make_backup (sentences[i].state, sentences[i].known);
    g_autofree char *sentence = sgn_backup_words_sentence (backup, NOW);

    g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    g_assert_true (sgn_backup_can_be_used (backup) == (sentences[i].state == SGN_BACKUP_GOOD ||
                                                       sentences[i].state == SGN_BACKUP_SEALED));
  }
}

static void
facts_are_told_in_words (void)
{
  static const char *const expected[] = { "25", "Version 2, draft", "1", "0", "★ 1", "35" };
  g_autoptr (SgnContents) contents = make_contents (25);
  g_autofree char *published = NULL;
  g_autofree char *none = NULL;

  for (guint i = 0; i < SGN_N_BACKUP_FACTS; i++) {
    g_autofree char *words = sgn_backup_words_fact (contents, i);

    g_assert_cmpstr (words, ==, expected[i]);
  }
  contents->policy_published = TRUE;
  published = sgn_backup_words_fact (contents, SGN_BACKUP_FACT_POLICY);
  g_assert_cmpstr (published, ==, "Version 2");
  contents->policy = 0;
  none = sgn_backup_words_fact (contents, SGN_BACKUP_FACT_POLICY);
  g_assert_cmpstr (none, ==, "None");
}

static void
count_cb (SgnBackupChoice *choice, guint *count)
{
  (*count)++;
}

/* Away, bad, good, good: the choice that stands at first is the newest that can be used. */
static void
the_newest_good_backup_is_chosen_first (void)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (SGN_TYPE_BACKUP_CHOICE, NULL));
  SgnBackupChoice *choice = SGN_BACKUP_CHOICE (widget);
  SgnBackupList *list = g_new0 (SgnBackupList, 1);
  GtkWidget *row;
  guint changes = 0;

  list->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_backup_free);
  g_ptr_array_add (list->backups, make_backup (SGN_BACKUP_AWAY, TRUE));
  g_ptr_array_add (list->backups, make_backup (SGN_BACKUP_BAD, FALSE));
  g_ptr_array_add (list->backups, make_backup (SGN_BACKUP_GOOD, TRUE));
  g_ptr_array_add (list->backups, make_backup (SGN_BACKUP_GOOD, TRUE));
  g_signal_connect (choice, "changed", G_CALLBACK (count_cb), &changes);
  sgn_backup_choice_set_list (choice, list, NOW);
  g_assert_true (sgn_backup_choice_get_chosen (choice) == g_ptr_array_index (list->backups, 2));
  g_assert_cmpuint (changes, ==, 1);

  row = app_support_find (widget, SGN_TYPE_BACKUP_ROW);
  g_assert_false (gtk_widget_get_sensitive (row));
  for (guint i = 0; i < 3; i++)
    row = gtk_widget_get_next_sibling (row);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  g_assert_true (sgn_backup_choice_get_chosen (choice) == g_ptr_array_index (list->backups, 3));
  g_assert_cmpuint (changes, ==, 2);

  sgn_backup_choice_add (choice, make_backup (SGN_BACKUP_BAD, FALSE), NOW);
  g_assert_null (sgn_backup_choice_get_chosen (choice));
  sgn_backup_choice_add (choice, make_backup (SGN_BACKUP_GOOD, TRUE), NOW);
  g_assert_nonnull (sgn_backup_choice_get_chosen (choice));

  g_assert_finalize_object (widget);
}

static gboolean
restore_page_is_ready (gpointer data)
{
  return sgn_restore_page_is_ready (data);
}

static gboolean
damaged_page_is_ready (gpointer data)
{
  return sgn_damaged_page_is_ready (data);
}

static GtkWidget *
show_restore_page (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_RESTORE_PAGE);

  app_support_wait (restore_page_is_ready, page);
  return page;
}

static void
without_a_backup_nothing_can_be_chosen (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_restore_page (fixture);

  g_assert_true (app_support_says (page, "There is no backup yet."));
  g_assert_true (app_support_says (page, "No backup is chosen"));
  g_assert_null (app_support_find (page, SGN_TYPE_BACKUP_ROW));
}

static void
a_backup_stands_beside_the_present_file (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  app_support_answer (fixture->session, "SD-01", NOTE);
  app_support_keep_backup (fixture->session);
  app_support_answer (fixture->session, "SD-02", NOTE);
  page = show_restore_page (fixture);

  g_assert_true (app_support_says (page, "1 backup"));
  g_assert_true (app_support_says (page, "1 entry newer than"));
  g_assert_true (app_support_says (page, "is kept as “"));
  gtk_expander_set_expanded (GTK_EXPANDER (app_support_find (page, GTK_TYPE_EXPANDER)), TRUE);
  g_assert_true (app_support_says (page, "No. 2"));
}

/* The page that holds the note first becomes noise; the rest of the file stays. */
static char *
damage (AppFixture *fixture)
{
  char *path = g_strdup (sgn_session_get_path (fixture->session));
  g_autofree char *bytes = NULL;
  gsize size = 0;
  gsize page;

  app_support_close (fixture->session);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  page = (gsize) ((char *) memmem (bytes, size, NOTE, strlen (NOTE)) - bytes) / 4096 * 4096;
  for (gsize i = page; i < page + 4096; i++)
    bytes[i] = (char) (i * 37 + 11);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  return path;
}

static GtkWidget *
show_damaged_page (AppFixture *fixture, const char *path)
{
  GtkWidget *page =
    sgn_damaged_page_new (fixture->session, fixture->saving, path, "It is damaged.");

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_support_wait (damaged_page_is_ready, page);
  gtk_test_widget_wait_for_draw (fixture->window);
  return page;
}

static void
damage_is_named_and_the_backup_offered (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  GtkWidget *page;

  app_support_answer (fixture->session, "SD-01", NOTE);
  app_support_keep_backup (fixture->session);
  path = damage (fixture);
  page = show_damaged_page (fixture, path);

  g_assert_true (app_support_says (page, "“test.sengen” is not touched; it is only read."));
  g_assert_true (app_support_says (page, "Not readable"));
  g_assert_true (app_support_says (page, "Backup of 23 November 10:15"));
  g_assert_true (app_support_says (page, "Open This"));
  g_assert_true (app_support_says (page, "Take out what can be read"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static void
nothing_left_and_no_backup_is_said_too (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "noise.sengen", NULL);
  GtkWidget *page;

  g_assert_true (g_file_set_contents (path, "noise", -1, NULL));
  page = show_damaged_page (fixture, path);

  g_assert_true (app_support_says (page, "This file cannot be read"));
  g_assert_true (app_support_says (page, "Nothing in it can be read"));
  g_assert_true (app_support_says (page, "No backup was found on this computer"));
  g_assert_false (app_support_says (page, "Open This"));
  g_assert_false (app_support_says (page, "Take out what can be read"));
}

static void
a_backup_becomes_a_file_beside_the_damaged_one (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  g_autofree char *first = sgn_own_folder_find_place_beside (path);
  g_autofree char *expected = g_build_filename (fixture->folder, "test from a backup.sengen", NULL);
  g_autofree char *second = NULL;

  g_assert_cmpstr (first, ==, expected);
  g_assert_true (g_file_set_contents (first, "x", -1, NULL));
  second = sgn_own_folder_find_place_beside (path);
  g_assert_cmpstr (second, !=, first);
  g_assert_true (g_str_has_suffix (second, "test from a backup 2.sengen"));
}

#define ADD(name, test)                                                         \
  g_test_add ("/app/backups/" name, AppFixture, NULL, app_fixture_set_up, test, \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/app/backups/a-backup-is-told-in-one-sentence",
                   a_backup_is_told_in_one_sentence);
  g_test_add_func ("/app/backups/facts-are-told-in-words", facts_are_told_in_words);
  g_test_add_func ("/app/backups/the-newest-good-backup-is-chosen-first",
                   the_newest_good_backup_is_chosen_first);
  ADD ("without-a-backup-nothing-can-be-chosen", without_a_backup_nothing_can_be_chosen);
  ADD ("a-backup-stands-beside-the-present-file", a_backup_stands_beside_the_present_file);
  ADD ("damage-is-named-and-the-backup-offered", damage_is_named_and_the_backup_offered);
  ADD ("nothing-left-and-no-backup-is-said-too", nothing_left_and_no_backup_is_said_too);
  ADD ("a-backup-becomes-a-file-beside-the-damaged-one",
       a_backup_becomes_a_file_beside_the_damaged_one);

  return g_test_run ();
}
