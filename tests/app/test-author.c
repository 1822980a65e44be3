/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-author-button.h"
#include "sgn-author-dialog.h"
#include "sgn-author-memory.h"

/* Nobody else wrote it: an answer that changes nothing is no event. */
#define NOTE "試験のメモ"

typedef struct {
  char *folder;
  GtkWidget *window;
  SgnSession *session;
  SgnSettings *settings;
  SgnAuthorMemory *memory;
} Fixture;

static GFile *
get_file (Fixture *fixture)
{
  return g_file_new_for_path (sgn_session_get_path (fixture->session));
}

/* As the window does it: the memory lives before a file is opened. */
static void
start (Fixture *fixture, SgnSession *session)
{
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->session = session;
  fixture->settings = sgn_settings_new ();
  fixture->memory = sgn_author_memory_new (session, fixture->settings);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = app_support_make_folder ();
  start (fixture, app_support_open_company (fixture->folder));
  file = get_file (fixture);
  sgn_settings_add_recent (fixture->settings, file, "試験商店");
  app_support_reopen (fixture->session);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  start (fixture, app_support_open_sample (fixture->folder));
  app_support_reopen (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_support_close (fixture->session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->memory);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
history_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **events = user_data;
  g_autoptr (GError) error = NULL;

  *events = sgn_session_history_finish (SGN_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(GPtrArray **) data != NULL;
}

/* (nullable): who the newest answer is by */
static char *
dup_author_of_answer (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *by = NULL;

  sgn_session_history_async (fixture->session, history_cb, &events);
  app_support_wait (is_there, &events);
  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = g_ptr_array_index (events, i);

    if (g_strcmp0 (event->kind, SGN_KIND_ANSWER) != 0)
      continue;
    g_free (by);
    by = g_strdup (event->by);
  }
  return g_steal_pointer (&by);
}

static void
a_new_company_has_nobody_yet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *by = NULL;

  g_assert_null (sgn_session_get_author (fixture->session));
  app_support_answer (fixture->session, "SD-01", NOTE);
  by = dup_author_of_answer (fixture);

  g_assert_null (by);
}

static void
the_file_brings_its_newest_author_along (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (sgn_session_get_author (fixture->session), ==, "山﨑 健太");
}

static void
the_choice_on_this_computer_comes_first (Fixture *fixture, gconstpointer data)
{
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  app_support_answer (fixture->session, "SD-01", NOTE);
  sgn_session_set_author (fixture->session, "𠮷田 花子");
  app_support_reopen (fixture->session);
  g_assert_cmpstr (sgn_session_get_author (fixture->session), ==, "𠮷田 花子");

  sgn_session_set_author (fixture->session, NULL);
  app_support_reopen (fixture->session);
  g_assert_null (sgn_session_get_author (fixture->session));
}

static void
the_next_file_does_not_inherit_the_name (Fixture *fixture, gconstpointer data)
{
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  app_support_close (fixture->session);

  g_assert_null (sgn_session_get_author (fixture->session));
}

/* Everybody that can be chosen, in the order of the dialog; the last one is nobody. */
static GtkWidget *
get_person (GtkWidget *dialog, const char *name)
{
  GtkWidget *button = app_support_find (dialog, GTK_TYPE_CHECK_BUTTON);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_str_has_prefix (gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), name))
      return button;
  g_assert_not_reached ();
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  GtkWidget *dialog = sgn_author_dialog_new (GTK_WINDOW (fixture->window), fixture->session);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  return dialog;
}

static void
end_dialog (GtkWidget *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_person_of_the_file_is_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *by = NULL;

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_person (dialog, "山﨑 健太"))));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == get_person (dialog, "山﨑 健太"));
  gtk_widget_activate (get_person (dialog, "髙橋 美咲"));
  end_dialog (dialog, "choose");
  app_support_answer (fixture->session, "SD-01", NOTE);
  by = dup_author_of_answer (fixture);

  g_assert_cmpstr (by, ==, "髙橋 美咲");
}

static void
nobody_can_be_chosen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  gtk_widget_activate (get_person (dialog, "No name"));
  end_dialog (dialog, "choose");

  g_assert_null (sgn_session_get_author (fixture->session));
}

static void
cancelling_keeps_the_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  gtk_widget_activate (get_person (dialog, "No name"));
  end_dialog (dialog, "cancel");

  g_assert_cmpstr (sgn_session_get_author (fixture->session), ==, "山﨑 健太");
}

static void
a_new_name_becomes_a_person (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *row = app_support_find (dialog, ADW_TYPE_ENTRY_ROW);
  AdwMessageDialog *asked = ADW_MESSAGE_DIALOG (dialog);
  g_autofree char *by = NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), " 𠮷田 花子 ");
  g_assert_true (adw_message_dialog_get_response_enabled (asked, "choose"));
  gtk_editable_set_text (GTK_EDITABLE (row), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (asked, "choose"));
  gtk_editable_set_text (GTK_EDITABLE (row), " 𠮷田 花子 ");
  end_dialog (dialog, "choose");
  app_support_answer (fixture->session, "SD-01", NOTE);
  by = dup_author_of_answer (fixture);

  g_assert_cmpstr (by, ==, "𠮷田 花子");
  g_assert_nonnull (
    sgn_record_find_person_named (sgn_session_get_record (fixture->session), "𠮷田 花子"));
}

static void
a_name_that_has_not_answered_yet_is_shown_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  sgn_session_set_author (fixture->session, "𠮷田 花子");
  dialog = open_dialog (fixture);
  row = app_support_find (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "𠮷田 花子");
  end_dialog (dialog, "choose");

  g_assert_cmpstr (sgn_session_get_author (fixture->session), ==, "𠮷田 花子");
}

/* 山﨑 健太 answered last, and leaves. */
static void
who_has_left_is_not_offered (Fixture *fixture, gconstpointer data)
{
  SgnRecord *record = sgn_session_get_record (fixture->session);
  SgnPerson person = *sgn_record_find_person_named (record, "山﨑 健太");
  AppEnding ending = { 0 };
  GtkWidget *dialog;
  GtkWidget *button;

  person.left_on = (char *) "2026-11-20";
  sgn_session_set_person_async (fixture->session, &person, app_ending_cb, &ending);
  app_ending_wait (&ending);
  app_support_reopen (fixture->session);
  g_assert_null (sgn_session_get_author (fixture->session));

  dialog = open_dialog (fixture);
  button = app_support_find (dialog, GTK_TYPE_CHECK_BUTTON);
  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    g_assert_false (
      g_str_has_prefix (gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), "山﨑 健太"));
  end_dialog (dialog, "cancel");
}

static void
the_button_says_who (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (SGN_TYPE_AUTHOR_BUTTON, NULL));
  SgnAuthorButton *button = SGN_AUTHOR_BUTTON (widget);

  sgn_author_button_watch (button, fixture->session);
  g_assert_cmpstr (sgn_author_button_get_text (button), ==, "Choose Who Answers");
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  g_assert_cmpstr (sgn_author_button_get_text (button), ==, "Answering: 髙橋 美咲");

  g_assert_finalize_object (widget);
}

static const struct {
  const char *name;
  void (*set_up) (Fixture *fixture, gconstpointer data);
  void (*run) (Fixture *fixture, gconstpointer data);
} cases[] = {
  { "a-new-company-has-nobody-yet", set_up, a_new_company_has_nobody_yet },
  { "the-file-brings-its-newest-author-along", set_up_sample,
    the_file_brings_its_newest_author_along },
  { "the-choice-on-this-computer-comes-first", set_up, the_choice_on_this_computer_comes_first },
  { "the-next-file-does-not-inherit-the-name", set_up, the_next_file_does_not_inherit_the_name },
  { "a-person-of-the-file-is-chosen", set_up_sample, a_person_of_the_file_is_chosen },
  { "nobody-can-be-chosen", set_up_sample, nobody_can_be_chosen },
  { "cancelling-keeps-the-name", set_up_sample, cancelling_keeps_the_name },
  { "a-new-name-becomes-a-person", set_up, a_new_name_becomes_a_person },
  { "a-name-that-has-not-answered-yet-is-shown-again", set_up,
    a_name_that_has_not_answered_yet_is_shown_again },
  { "who-has-left-is-not-offered", set_up_sample, who_has_left_is_not_offered },
  { "the-button-says-who", set_up, the_button_says_who },
};

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/app/author/%s", cases[i].name);

    g_test_add (path, Fixture, NULL, cases[i].set_up, cases[i].run, tear_down);
  }
  return g_test_run ();
}
