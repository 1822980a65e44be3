/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "app-support.h"
#include "sgn-check-choice.h"
#include "sgn-checklist-page.h"
#include "sgn-next-review-box.h"
#include "sgn-note-editor.h"
#include "sgn-question-view.h"
#include "sgn-statement-editor.h"

/* The checklist of the sample, or of a fresh company. */
typedef struct {
  char *folder;
  SgnSession *session;
  SgnSaving *saving;
  GtkWidget *window;
  GtkWidget *page;
  SgnChecklist *list;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer sample)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = sample != NULL ? app_support_open_sample (fixture->folder)
                                    : app_support_open_company (fixture->folder);
  fixture->saving = sgn_saving_new ();
  fixture->page = g_object_new (SGN_TYPE_CHECKLIST_PAGE, "session", fixture->session, "saving",
                                fixture->saving, "title", "x", NULL);
  fixture->list = sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (fixture->page));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_page_opened (SGN_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer sample)
{
  app_support_close (fixture->session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->saving);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_saving_is_busy (fixture->saving) && !sgn_checklist_has_unsaved (fixture->list);
}

static const SgnAnswer *
find_stored (Fixture *fixture)
{
  const SgnAssessment *assessment =
    sgn_record_find_newest (sgn_session_get_record (fixture->session), "ipa-self-check");

  return assessment != NULL ? sgn_assessment_find_answer (assessment, "SD-01") : NULL;
}

static SgnCheckChoice *
find_choice (Fixture *fixture)
{
  return SGN_CHECK_CHOICE (app_support_find (fixture->page, SGN_TYPE_CHECK_CHOICE));
}

static void
an_earlier_check_can_only_be_looked_at (Fixture *fixture, gconstpointer sample)
{
  gint64 newest = sgn_checklist_get_assessment (fixture->list)->id;
  SgnCheckChoice *choice = find_choice (fixture);
  guint last = sgn_check_choice_count (choice) - 1;

  g_assert_cmpuint (last, >, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  sgn_check_choice_select (choice, last);
  g_assert_cmpint (sgn_checklist_get_assessment (fixture->list)->id, <, newest);
  g_assert_true (sgn_checklist_is_closed (fixture->list));
  g_assert_false (sgn_checklist_is_editable (fixture->list));

  sgn_check_choice_select (choice, 0);
  g_assert_cmpint (sgn_checklist_get_assessment (fixture->list)->id, ==, newest);
}

static void
another_edition_brings_its_own_questions (Fixture *fixture, gconstpointer sample)
{
  SgnCheckChoice *choice = find_choice (fixture);

  g_assert_cmpstr (sgn_checklist_get_catalogue (fixture->list)->edition, ==, "4.0");
  sgn_check_choice_select (choice, sgn_check_choice_count (choice) - 1);
  g_assert_cmpstr (sgn_checklist_get_catalogue (fixture->list)->edition, ==, "3.1");
}

static void
one_check_needs_no_choice (Fixture *fixture, gconstpointer sample)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_choice (fixture))));
  app_support_answer (fixture->session, "SD-01", NULL);
  g_assert_cmpuint (sgn_check_choice_count (find_choice (fixture)), ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_choice (fixture))));
}

static GtkTextBuffer *
find_statement (Fixture *fixture)
{
  GtkWidget *editor = app_support_find (fixture->page, SGN_TYPE_STATEMENT_EDITOR);
  GtkWidget *expander = app_support_find (editor, GTK_TYPE_EXPANDER);
  GtkWidget *text;

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  text = app_support_find (gtk_expander_get_child (GTK_EXPANDER (expander)), GTK_TYPE_TEXT_VIEW);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
}

static void
a_sentence_for_outsiders_is_kept (Fixture *fixture, gconstpointer sample)
{
  gtk_text_buffer_set_text (find_statement (fixture), "毎晩バックアップを取っています。", -1);
  sgn_page_flush (SGN_PAGE (fixture->page));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture)->statement, ==, "毎晩バックアップを取っています。");

  gtk_text_buffer_set_text (find_statement (fixture), "", -1);
  sgn_page_flush (SGN_PAGE (fixture->page));
  app_support_wait (is_saved, fixture);
  g_assert_null (find_stored (fixture));
}

static void
a_claim_is_warned_of_and_still_kept (Fixture *fixture, gconstpointer sample)
{
  static const char claim[] = "SECURITY ACTION の認証を取得しました。";
  GtkWidget *editor = app_support_find (fixture->page, SGN_TYPE_STATEMENT_EDITOR);

  g_assert_false (app_support_says (editor, "認証"));
  gtk_text_buffer_set_text (find_statement (fixture), claim, -1);
  sgn_page_flush (SGN_PAGE (fixture->page));
  app_support_wait (is_saved, fixture);

  g_assert_cmpstr (find_stored (fixture)->statement, ==, claim);
  g_assert_true (app_support_says (editor, "認証"));
}

static GtkWidget *
find_date (Fixture *fixture)
{
  return app_support_find (app_support_find (fixture->page, SGN_TYPE_NEXT_REVIEW_BOX),
                           GTK_TYPE_ENTRY);
}

static void
the_next_look_is_typed_as_people_write (Fixture *fixture, gconstpointer sample)
{
  GtkWidget *box = app_support_find (fixture->page, SGN_TYPE_NEXT_REVIEW_BOX);
  GtkWidget *entry = find_date (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), "来年の春");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (app_support_says (box, "Write a date"));
  g_assert_null (find_stored (fixture));

  gtk_editable_set_text (GTK_EDITABLE (entry), "令和9年4月1日");
  g_signal_emit_by_name (entry, "activate");
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture)->next_review, ==, "2027-04-01");
  g_assert_false (app_support_says (box, "Write a date"));
  g_assert_true (app_support_says (box, "1 April 2027"));
}

static void
the_next_look_is_in_a_year (Fixture *fixture, gconstpointer sample)
{
  GtkWidget *box = app_support_find (fixture->page, SGN_TYPE_NEXT_REVIEW_BOX);

  g_signal_emit_by_name (app_support_find (box, GTK_TYPE_BUTTON), "clicked");
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture)->next_review, ==, "2027-11-23");
}

#define ADD(name, sample, func) \
  g_test_add ("/check-choice/" name, Fixture, sample, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("an-earlier-check-can-only-be-looked-at", "sample", an_earlier_check_can_only_be_looked_at);
  ADD ("another-edition-brings-its-own-questions", "sample",
       another_edition_brings_its_own_questions);
  ADD ("one-check-needs-no-choice", NULL, one_check_needs_no_choice);
  ADD ("a-sentence-for-outsiders-is-kept", NULL, a_sentence_for_outsiders_is_kept);
  ADD ("a-claim-is-warned-of-and-still-kept", NULL, a_claim_is_warned_of_and_still_kept);
  ADD ("the-next-look-is-typed-as-people-write", NULL, the_next_look_is_typed_as_people_write);
  ADD ("the-next-look-is-in-a-year", NULL, the_next_look_is_in_a_year);
  return g_test_run ();
}
