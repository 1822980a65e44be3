/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-act-dialog.h"
#include "sgn-chain-box.h"
#include "sgn-company-view.h"
#include "sgn-history-filters.h"
#include "sgn-history-page.h"
#include "sgn-timeline-row.h"
#include "sgn-timeline.h"

#define MANY 10000

static gboolean
is_ready (gpointer page)
{
  return sgn_history_page_is_ready (page);
}

typedef struct {
  GtkWidget *widget;
  const char *words;
  gboolean gone; /* they are to be gone */
} Wait;

static gboolean
says (gpointer data)
{
  const Wait *wait = data;

  return app_support_says (wait->widget, wait->words) != wait->gone;
}

/* Lines are made when they are drawn. */
static void
wait_for (GtkWidget *widget, const char *words)
{
  Wait wait = { widget, words, FALSE };

  app_support_wait (says, &wait);
}

static void
wait_until_gone (GtkWidget *widget, const char *words)
{
  Wait wait = { widget, words, TRUE };

  app_support_wait (says, &wait);
}

static GtkWidget *
show_history (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_HISTORY_PAGE);

  app_support_wait (is_ready, page);
  return page;
}

static void
answer_as (AppFixture *fixture, const char *item, const char *value, const char *note)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check",
                                   .item = item,
                                   .value = value,
                                   .note = note };
  AppEnding ending = { 0 };

  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
a_new_file_has_one_entry (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);

  wait_for (page, "New company file");
  g_assert_true (app_support_says (page, "1 entry"));
  g_assert_true (app_support_says (page, "Today　23 November 2026"));
  g_assert_false (app_support_says (page, "Undo"));
}

static void
an_answer_is_told_by_title_and_change (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_as (fixture, "SD-01", "partial", NULL);
  page = show_history (fixture);
  wait_for (page, "No. 1　");

  g_assert_true (app_support_says (page, "Name not recorded ・ not answered → Partly done"));
  g_assert_true (app_support_says (page, "10:15"));
  g_assert_true (app_support_says (page, "Undo"));
}

static void
what_is_done_meanwhile_comes_by_itself (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);

  answer_as (fixture, "SD-02", "done", NULL);
  wait_for (page, "No. 2　");
  g_assert_true (app_support_says (page, "2 entries"));
}

static GtkWidget *
get_kinds (GtkWidget *page)
{
  GtkWidget *filters = app_support_find (page, SGN_TYPE_HISTORY_FILTERS);

  return gtk_widget_get_parent (app_support_find (filters, GTK_TYPE_TOGGLE_BUTTON));
}

static void
kinds_are_filtered (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *answers;

  answer_as (fixture, "SD-01", "done", NULL);
  page = show_history (fixture);
  wait_for (page, "New company file");
  answers = gtk_widget_get_next_sibling (gtk_widget_get_first_child (get_kinds (page)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (answers), TRUE);
  wait_until_gone (page, "New company file");
  g_assert_true (app_support_says (page, "1 entry"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (get_kinds (page))),
                                TRUE);
  wait_for (page, "Nothing in the history fits.");
  sgn_history_page_show (SGN_HISTORY_PAGE (page), "");
  wait_for (page, "New company file");
}

/* Drop-downs have one of their own. */
static GtkEditable *
get_search_entry (GtkWidget *page)
{
  GtkWidget *filters = app_support_find (page, SGN_TYPE_HISTORY_FILTERS);

  return GTK_EDITABLE (
    app_support_find (gtk_widget_get_last_child (filters), GTK_TYPE_SEARCH_ENTRY));
}

static GtkWidget *
get_list (GtkWidget *page)
{
  return app_support_find (app_support_find (page, ADW_TYPE_CLAMP_SCROLLABLE), GTK_TYPE_LIST_VIEW);
}

static void
words_are_found_in_notes (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_as (fixture, "SD-01", "done", "毎月確かめている。");
  answer_as (fixture, "SD-02", "done", NULL);
  page = show_history (fixture);
  wait_for (page, "No. 2　");
  gtk_editable_set_text (get_search_entry (page), "確かめ");
  wait_until_gone (page, "No. 2　");

  wait_for (page, "No. 1　");
}

static void
one_question_alone_is_shown (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_as (fixture, "SD-01", "done", NULL);
  answer_as (fixture, "SD-02", "done", NULL);
  page = show_history (fixture);
  sgn_history_page_show (SGN_HISTORY_PAGE (page), "answer/1/SD-02");
  wait_until_gone (page, "No. 1　");

  wait_for (page, "No. 2　");
  g_assert_true (app_support_says (page, "Only SD-02"));
  sgn_history_page_show (SGN_HISTORY_PAGE (page), "");
  wait_for (page, "No. 1　");
  g_assert_false (app_support_says (page, "Only SD-02"));
}

static gboolean
is_verified (gpointer chain)
{
  return !sgn_chain_box_is_busy (chain);
}

static void
verify (GtkWidget *page)
{
  GtkWidget *chain = app_support_find (page, SGN_TYPE_CHAIN_BOX);

  sgn_chain_box_verify (SGN_CHAIN_BOX (chain));
  app_support_wait (is_verified, chain);
}

/* Without being asked, once; who asks again is told the time again. */
static void
the_record_is_looked_through_by_itself (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);
  GtkWidget *chain = app_support_find (page, SGN_TYPE_CHAIN_BOX);

  app_support_wait (is_verified, chain);
  g_assert_true (app_support_says (page, "Nothing in the record contradicts itself"));

  sgn_page_opened (SGN_PAGE (page));
  g_assert_false (sgn_chain_box_is_busy (SGN_CHAIN_BOX (chain)));
}

static void
the_record_is_looked_through (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);

  verify (page);
  g_assert_true (app_support_says (page, "Nothing in the record contradicts itself"));
  g_assert_true (app_support_says (page, "1 entry from the beginning until now"));
  g_assert_true (app_support_says (page, "Check Again"));
  g_assert_false (app_support_says (page, "Go Back to a Backup"));
}

static void
what_cannot_be_read_is_said (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding ending = { 0 };

  app_support_close (fixture->session);
  verify (page);
  g_assert_true (app_support_says (page, "The record could not be looked through"));
  g_assert_false (app_support_says (page, "Nothing in the record contradicts itself"));

  sgn_session_open_async (fixture->session, path, SGN_OPEN_WRITE, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      return each->data;
  return NULL;
}

static gboolean
is_partial (gpointer data)
{
  SgnRecord *record = sgn_session_get_record (data);
  const SgnAnswer *answer =
    sgn_assessment_find_answer (sgn_record_find_assessment (record, 1), "SD-01");

  return answer != NULL && g_strcmp0 (answer->value, "partial") == 0;
}

/* The first line is the day, the next the newest act. */
static void
a_value_is_set_back (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *dialog;

  answer_as (fixture, "SD-01", "partial", "長いメモ");
  answer_as (fixture, "SD-01", "done", "別のメモ");
  page = show_history (fixture);
  wait_for (page, "Partly done → Done");
  g_signal_emit_by_name (get_list (page), "activate", 1);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_true (app_support_says (dialog, "長いメモ"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "before"));
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "after"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "before");
  gtk_window_close (GTK_WINDOW (dialog));
  app_support_wait (is_partial, fixture->session);
  wait_for (page, "Set back: No. 1");
}

static void
a_day_is_not_opened (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);

  wait_for (page, "New company file");
  g_signal_emit_by_name (get_list (page), "activate", 0);
  g_assert_null (find_dialog ());
}

static void
nothing_is_undone_in_a_file_that_is_only_read (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding ending = { 0 };
  GtkWidget *page;
  GtkWidget *dialog;

  answer_as (fixture, "SD-01", "partial", NULL);
  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
  page = show_history (fixture);
  wait_for (page, "No. 1　");

  g_assert_false (app_support_says (page, "Undo"));
  g_signal_emit_by_name (get_list (page), "activate", 1);
  dialog = find_dialog ();
  g_assert_false (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "before"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
an_answer_leads_to_its_history (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  answer_as (fixture, "SD-02", "done", NULL);
  view = sgn_company_view_new (fixture->session, fixture->saving);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (view, "company.show-history", "s", "answer/1/SD-02");

  g_assert_cmpstr (sgn_company_view_get_page (SGN_COMPANY_VIEW (view)), ==, "history");
  wait_for (view, "Only SD-02");
}

/* Events by kind, id and whether there was something before; what the first can be set back to. */
static const struct {
  const char *kind;
  const char *id;
  gboolean before;
  gboolean later; /* the same entry changed again */
  gboolean erased;
  SgnActChoices choices;
} rows[] = {
  { "answer", "1/SD-01", TRUE, FALSE, FALSE, { TRUE, FALSE } },
  { "answer", "1/SD-01", FALSE, FALSE, FALSE, { TRUE, FALSE } },
  { "answer", "1/SD-01", TRUE, TRUE, FALSE, { TRUE, TRUE } },
  { "answer", "1/SD-01", TRUE, TRUE, TRUE, { FALSE, FALSE } },
  { "task", "1", FALSE, TRUE, FALSE, { FALSE, TRUE } },
  { "issue", "SC-2026-0001", FALSE, TRUE, FALSE, { FALSE, FALSE } },
  { "setting", "goal", TRUE, TRUE, FALSE, { FALSE, FALSE } },
};

static SgnEvent *
make_event (gint64 seq, const char *kind, const char *id, gboolean before)
{
  SgnEvent *event = g_new0 (SgnEvent, 1);

  event->seq = seq;
  event->group = seq;
  event->at = g_strdup_printf ("20%02d-11-20T10:00:00+09:00", (int) (seq / 1000) + 10);
  event->act = g_strdup ("answer");
  event->kind = g_strdup (kind);
  event->id = g_strdup (id);
  event->before = before ? json_object () : NULL;
  event->after = json_object ();
  return event;
}

static void
what_can_be_set_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
    SgnEvent *event = make_event (1, rows[i].kind, rows[i].id, rows[i].before);
    SgnActChoices choices;

    event->erased = rows[i].erased;
    g_ptr_array_add (events, event);
    g_ptr_array_add (events, make_event (2, rows[i].kind, "another", TRUE));
    if (rows[i].later)
      g_ptr_array_add (events, make_event (3, rows[i].kind, rows[i].id, TRUE));
    choices = sgn_act_dialog_find_choices (events, event);

    g_assert_cmpint (choices.before, ==, rows[i].choices.before);
    g_assert_cmpint (choices.after, ==, rows[i].choices.after);
  }
}

typedef struct {
  SgnTimeline *timeline;
} Found;

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Found *) user_data)->timeline = sgn_timeline_find_finish (result);
}

static gboolean
is_found (gpointer data)
{
  return ((Found *) data)->timeline != NULL;
}

/* Finding is the thread's; what is left to the window does not grow with the record. */
static void
ten_thousand_entries_are_lines (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_event_free);
  const SgnHistoryFilter filter = { 0 };
  g_autoptr (SgnTimeline) timeline = NULL;
  g_autoptr (SgnTimelineLine) day = NULL;
  g_autoptr (SgnTimelineLine) newest = NULL;
  Found found = { NULL };

  for (gint64 i = 1; i <= MANY; i++)
    g_ptr_array_add (events, make_event (i, "answer", "1/SD-01", TRUE));
  sgn_timeline_find_async (events, library, &filter, found_cb, &found);
  app_support_wait (is_found, &found);
  timeline = found.timeline;
  day = g_list_model_get_item (G_LIST_MODEL (timeline), 0);
  newest = g_list_model_get_item (G_LIST_MODEL (timeline), 1);

  g_assert_cmpuint (sgn_timeline_count_acts (timeline), ==, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (timeline)), ==, MANY + 11);
  g_assert_null (sgn_timeline_line_get_act (day));
  g_assert_cmpstr (sgn_timeline_line_get_day (day), ==, "2020-11-20");
  g_assert_cmpint (sgn_timeline_line_get_act (newest)->first->seq, ==, MANY);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (timeline), MANY + 11));
}

static void
a_narrow_page_folds_what_it_is_filtered_by (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_history (fixture);
  GtkWidget *filters = app_support_find (page, SGN_TYPE_HISTORY_FILTERS);

  g_assert_true (gtk_widget_get_visible (filters));
  g_object_set (page, "narrow", TRUE, NULL);
  g_assert_false (gtk_widget_get_visible (filters));
  g_assert_true (app_support_says (page, "Show Only Some…"));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "a-new-file-has-one-entry", a_new_file_has_one_entry },
    { "an-answer-is-told-by-title-and-change", an_answer_is_told_by_title_and_change },
    { "what-is-done-meanwhile-comes-by-itself", what_is_done_meanwhile_comes_by_itself },
    { "kinds-are-filtered", kinds_are_filtered },
    { "words-are-found-in-notes", words_are_found_in_notes },
    { "one-question-alone-is-shown", one_question_alone_is_shown },
    { "the-record-is-looked-through-by-itself", the_record_is_looked_through_by_itself },
    { "the-record-is-looked-through", the_record_is_looked_through },
    { "what-cannot-be-read-is-said", what_cannot_be_read_is_said },
    { "a-value-is-set-back", a_value_is_set_back },
    { "a-day-is-not-opened", a_day_is_not_opened },
    { "nothing-is-undone-in-a-file-that-is-only-read",
      nothing_is_undone_in_a_file_that_is_only_read },
    { "an-answer-leads-to-its-history", an_answer_leads_to_its_history },
    { "a-narrow-page-folds-what-it-is-filtered-by", a_narrow_page_folds_what_it_is_filtered_by },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/app/history/what-can-be-set-back", what_can_be_set_back);
  g_test_add_func ("/app/history/ten-thousand-entries-are-lines", ten_thousand_entries_are_lines);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/history/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  return g_test_run ();
}
