/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-support.h"
#include "sgn-help-window.h"
#include "sgn-seminar-papers.h"
#include "sgn-seminar-question.h"
#include "sgn-seminar-result.h"
#include "sgn-seminar-stage.h"
#include "sgn-seminar-tile.h"
#include "sgn-seminar-window.h"

/* A trainer before a room: by keys, as from a clicker, and by the buttons of the tiles. */
#define QUESTIONS 25

typedef struct {
  SgnLibrary *library;
  SgnClock *clock;
  SgnSeminarWindow *window;
} Fixture;

static gboolean
is_over (gpointer data)
{
  SgnSeminarCopy *copy = data;

  return sgn_seminar_copy_get_record (copy) != NULL || sgn_seminar_copy_get_error (copy) != NULL;
}

/* Destroyed, and gone: the file is closed and the folder is away. */
static gboolean
is_gone (gpointer data)
{
  return !g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = app_support_load_library ();
  fixture->clock = sgn_clock_new_fixed ("2026-11-23T10:00:00+09:00");
  fixture->window = sgn_seminar_window_new (NULL, fixture->library, fixture->clock);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_support_wait (is_over, sgn_seminar_window_get_copy (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  SgnSeminarCopy *copy = sgn_seminar_window_get_copy (fixture->window);
  g_autofree char *folder = g_strdup (sgn_seminar_copy_get_folder (copy));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_support_wait (is_gone, folder);
  sgn_clock_unref (fixture->clock);
  sgn_library_unref (fixture->library);
}

static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_assert_true (app_support_press (GTK_WIDGET (fixture->window), key, state));
}

static guint
count (Fixture *fixture, guint question, SgnHands answer)
{
  return sgn_room_get (sgn_seminar_window_get_room (fixture->window), question, answer);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  return app_support_says (GTK_WIDGET (fixture->window), words);
}

static void
every_question_has_its_words_for_the_wall (Fixture *fixture, gconstpointer data)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue (fixture->library, "ipa-self-check", NULL);

  g_assert_cmpuint (catalogue->items->len, ==, QUESTIONS);
  for (guint i = 0; i < QUESTIONS; i++) {
    const SgnItem *item = g_ptr_array_index (catalogue->items, i);
    g_autofree char *key = sgn_seminar_question_make_key (item);

    for (SgnLanguage language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++) {
      const char *words =
        sgn_documents_text (fixture->library->documents, "seminar", key, language);
      g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

      g_assert_cmpuint (g_strv_length (lines), ==, 2);
    }
    g_assert_nonnull (item->short_title.ja);
  }
}

static void
keys_count_hands (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_1, 0);
  press (fixture, GDK_KEY_1, 0);
  press (fixture, GDK_KEY_2, 0);
  press (fixture, GDK_KEY_4, 0);
  press (fixture, GDK_KEY_KP_3, 0);
  press (fixture, GDK_KEY_1, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_4, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_4, GDK_SHIFT_MASK);

  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_DONE), ==, 1);
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_PARTIAL), ==, 1);
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_NOT_DONE), ==, 1);
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_UNKNOWN), ==, 0);
  g_assert_true (says (fixture, "3 hands raised"));
}

static void
other_keys_are_left_to_the_window (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint key;
    GdkModifierType state;
  } keys[] = {
    { GDK_KEY_5, 0 },
    { GDK_KEY_0, 0 },
    { GDK_KEY_1, GDK_CONTROL_MASK },
    { GDK_KEY_x, 0 },
    { GDK_KEY_b, GDK_ALT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_false (app_support_press (GTK_WIDGET (fixture->window), keys[i].key, keys[i].state));
  g_assert_cmpuint (sgn_room_count_asked (sgn_seminar_window_get_room (fixture->window)), ==, 0);
}

static void
buttons_count_hands (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tile = app_support_find (GTK_WIDGET (fixture->window), SGN_TYPE_SEMINAR_TILE);
  GtkWidget *less = app_support_find (tile, GTK_TYPE_BUTTON);

  g_assert_false (gtk_widget_get_sensitive (less));
  gtk_widget_activate_action (tile, "seminar.raise", "u", SGN_HANDS_DONE);
  gtk_widget_activate_action (tile, "seminar.raise", "u", 99);

  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_DONE), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (less));
  g_signal_emit_by_name (less, "clicked");
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_DONE), ==, 0);
}

static const struct {
  guint key;
  guint from;
  guint to;
} moves[] = {
  { GDK_KEY_Page_Down, 0, 1 },    { GDK_KEY_Right, 3, 4 },     { GDK_KEY_Down, 24, 25 },
  { GDK_KEY_Page_Down, 25, 25 },  { GDK_KEY_Page_Up, 25, 24 }, { GDK_KEY_Left, 1, 0 },
  { GDK_KEY_Up, 0, 0 },           { GDK_KEY_Home, 17, 0 },     { GDK_KEY_End, 2, QUESTIONS },
  { GDK_KEY_KP_Page_Down, 7, 8 },
};

static void
a_clicker_moves_from_page_to_page (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    sgn_seminar_window_go_to (fixture->window, moves[i].from);
    press (fixture, moves[i].key, 0);
    g_assert_cmpuint (sgn_seminar_window_get_position (fixture->window), ==, moves[i].to);
  }
}

static void
what_counts_as_done_is_told_on_demand (Fixture *fixture, gconstpointer data)
{
  sgn_seminar_window_go_to (fixture->window, 10);
  press (fixture, GDK_KEY_a, 0);
  g_assert_true (says (fixture, "What counts as done"));
  g_assert_true (says (fixture, "What is backed up, how often and where is fixed, and restoring "
                                "has been tested."));
  press (fixture, GDK_KEY_A, 0);
  g_assert_false (says (fixture, "What counts as done"));
  press (fixture, GDK_KEY_c, 0);
  g_assert_true (says (fixture, "The sample company’s answer"));
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_false (says (fixture, "The sample company’s answer"));
}

static void
the_clock_runs_and_is_full_for_the_next_question (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "2:00 left"));
  press (fixture, GDK_KEY_plus, GDK_SHIFT_MASK);
  g_assert_true (says (fixture, "2:30 left"));
  press (fixture, GDK_KEY_minus, 0);
  press (fixture, GDK_KEY_minus, 0);
  g_assert_true (says (fixture, "1:30 left"));
  press (fixture, GDK_KEY_t, 0);
  press (fixture, GDK_KEY_t, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_true (says (fixture, "1:30 left"));
}

static void
black_hides_everything_and_counts_nothing (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_b, 0);
  g_assert_true (sgn_seminar_window_is_black (fixture->window));
  press (fixture, GDK_KEY_1, 0);
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_DONE), ==, 0);
  press (fixture, GDK_KEY_period, 0);
  g_assert_false (sgn_seminar_window_is_black (fixture->window));
  press (fixture, GDK_KEY_b, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_false (sgn_seminar_window_is_black (fixture->window));
}

static void
starting_over_can_be_undone (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_1, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_2, 0);
  press (fixture, GDK_KEY_r, 0);
  g_assert_cmpuint (count (fixture, 1, SGN_HANDS_PARTIAL), ==, 0);
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_DONE), ==, 1);
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (fixture, 1, SGN_HANDS_PARTIAL), ==, 1);

  press (fixture, GDK_KEY_R, GDK_SHIFT_MASK);
  g_assert_cmpuint (sgn_room_count_asked (sgn_seminar_window_get_room (fixture->window)), ==, 0);
  g_assert_cmpuint (sgn_seminar_window_get_position (fixture->window), ==, 0);
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_z, GDK_CONTROL_MASK);
  g_assert_cmpuint (sgn_room_count_asked (sgn_seminar_window_get_room (fixture->window)), ==, 2);
}

static void
all_questions_are_asked_by_keys (Fixture *fixture, gconstpointer data)
{
  const SgnRoom *room = sgn_seminar_window_get_room (fixture->window);

  for (guint i = 0; i < QUESTIONS; i++) {
    g_assert_cmpuint (sgn_seminar_window_get_position (fixture->window), ==, i);
    press (fixture, GDK_KEY_1, 0);
    for (guint k = 0; k <= i % 4; k++)
      press (fixture, GDK_KEY_2 + k % 3, 0);
    press (fixture, GDK_KEY_a, 0);
    press (fixture, GDK_KEY_Page_Down, 0);
  }

  g_assert_cmpuint (sgn_seminar_window_get_position (fixture->window), ==, QUESTIONS);
  g_assert_cmpuint (sgn_room_count_asked (room), ==, QUESTIONS);
  g_assert_true (says (fixture, "The result of this room"));
  g_assert_true (
    gtk_widget_is_focus (app_support_find (GTK_WIDGET (fixture->window), SGN_TYPE_SEMINAR_RESULT)));
  g_assert_true (says (fixture, "Hands were counted for 25 of 25 questions."));
  g_assert_true (says (fixture, "Done: 1 of 5"));
}

static void
a_room_without_hands_has_no_weak_points (Fixture *fixture, gconstpointer data)
{
  GtkWidget *result = app_support_find (GTK_WIDGET (fixture->window), SGN_TYPE_SEMINAR_RESULT);

  press (fixture, GDK_KEY_End, 0);
  g_assert_true (app_support_says (result, "No hands were counted yet."));
  g_assert_false (app_support_says (result, "Where the room can do most"));
}

static gboolean
is_asking (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      *(AdwMessageDialog **) data = ADW_MESSAGE_DIALOG (window);
  }
  return *(AdwMessageDialog **) data != NULL;
}

static void
leaving_with_hands_asks_first (Fixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = NULL;

  press (fixture, GDK_KEY_3, 0);
  press (fixture, GDK_KEY_Escape, 0);
  app_support_wait (is_asking, &dialog);
  adw_message_dialog_response (dialog, "no");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_cmpuint (count (fixture, 0, SGN_HANDS_NOT_DONE), ==, 1);
}

static const struct {
  int width;
  int height;
  double scale;
} sizes[] = {
  { 1280, 720, 1 }, { 1920, 1080, 1.5 }, { 640, 720, 0.5 }, { 1280, 360, 0.5 }, { 320, 180, 0.25 },
};

static void
letters_follow_the_window (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GtkWidget) stage = g_object_ref_sink (
      g_object_new (SGN_TYPE_SEMINAR_STAGE, "child", gtk_label_new ("11"), NULL));
    double scale = 0;

    gtk_widget_allocate (stage, sizes[i].width, sizes[i].height, -1, NULL);
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_object_get (stage, "scale", &scale, NULL);
    g_assert_cmpfloat (scale, ==, sizes[i].scale);
  }
}

static void
the_company_has_weak_points_to_find (Fixture *fixture, gconstpointer data)
{
  SgnRecord *record = sgn_seminar_copy_get_record (sgn_seminar_window_get_copy (fixture->window));

  g_assert_true (record->sample);
  g_assert_true (sgn_form_is_training (record->settings));
  g_assert_cmpuint (record->evidence->len, ==, 0);
  g_assert_nonnull (strstr (record->profile->name, "研修用"));
}

static char *
hash_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/* The company that is really there, before and after a seminar beside it. */
static void
real_files_keep_their_bytes (void)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.sengen", NULL);
  SgnSession *session = app_support_open_company (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Fixture fixture = { 0 };

  app_support_close (session);
  g_object_unref (session);
  before = hash_file (path);
  set_up (&fixture, NULL);
  press (&fixture, GDK_KEY_1, 0);
  press (&fixture, GDK_KEY_End, 0);
  tear_down (&fixture, NULL);
  after = hash_file (path);

  g_assert_cmpstr (before, ==, after);
  app_support_remove_folder (folder);
}

static gboolean
is_help_open (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean open = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (SGN_IS_HELP_WINDOW (window))
      open = g_str_equal (sgn_help_window_get_page (SGN_HELP_WINDOW (window)), "seminar");
  }
  return open;
}

static void
the_help_is_one_key_away (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_help_open ());
  press (fixture, GDK_KEY_F1, 0);
  g_assert_true (is_help_open ());
}

static gboolean
are_papers_written (gpointer data)
{
  static const char *const names[] = { "handout", "script-60", "script-90", "key" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = g_strdup_printf ("seminar-%s-%s.pdf", names[i],
                                             sgn_language_to_code (sgn_language_of_user ()));
    g_autofree char *path = g_build_filename (data, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_told (gpointer windows)
{
  return g_list_model_get_n_items (windows) > 1;
}

static void
the_papers_are_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = app_support_make_folder ();
  GListModel *windows = gtk_window_get_toplevels ();
  SgnSeminarCopy *copy = sgn_seminar_window_get_copy (fixture->window);

  sgn_seminar_papers_write (GTK_WINDOW (fixture->window), copy, folder);
  app_support_wait (is_told, windows);
  g_assert_true (are_papers_written (folder));
  app_support_remove_folder (folder);
}

#define ADD(name, func) g_test_add ("/seminar/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("every-question-has-its-words-for-the-wall", every_question_has_its_words_for_the_wall);
  ADD ("keys-count-hands", keys_count_hands);
  ADD ("other-keys-are-left-to-the-window", other_keys_are_left_to_the_window);
  ADD ("buttons-count-hands", buttons_count_hands);
  ADD ("a-clicker-moves-from-page-to-page", a_clicker_moves_from_page_to_page);
  ADD ("what-counts-as-done-is-told-on-demand", what_counts_as_done_is_told_on_demand);
  ADD ("the-clock-runs-and-is-full-for-the-next-question",
       the_clock_runs_and_is_full_for_the_next_question);
  ADD ("black-hides-everything-and-counts-nothing", black_hides_everything_and_counts_nothing);
  ADD ("starting-over-can-be-undone", starting_over_can_be_undone);
  ADD ("all-questions-are-asked-by-keys", all_questions_are_asked_by_keys);
  ADD ("a-room-without-hands-has-no-weak-points", a_room_without_hands_has_no_weak_points);
  ADD ("the-help-is-one-key-away", the_help_is_one_key_away);
  ADD ("leaving-with-hands-asks-first", leaving_with_hands_asks_first);
  ADD ("the-company-has-weak-points-to-find", the_company_has_weak_points_to_find);
  ADD ("the-papers-are-written", the_papers_are_written);
  g_test_add_func ("/seminar/letters-follow-the-window", letters_follow_the_window);
  g_test_add_func ("/seminar/real-files-keep-their-bytes", real_files_keep_their_bytes);
  return g_test_run ();
}
