/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-band-scale.h"
#include "sgn-company-view.h"
#include "sgn-result-parts.h"
#include "sgn-result-table.h"
#include "sgn-result-words.h"
#include "sgn-results-page.h"
#include "sgn-score-card.h"
#include "sgn-step-row.h"

static void
answer_as (AppFixture *fixture, const char *catalogue, const char *item, const char *value)
{
  const SgnAnswerChange change = { .catalogue = catalogue, .item = item, .value = value };
  AppEnding ending = { 0 };

  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
answer_self_check (AppFixture *fixture, const char *value)
{
  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    answer_as (fixture, "ipa-self-check", item, value);
  }
}

static GtkWidget *
show_results (AppFixture *fixture)
{
  return app_fixture_show_page (fixture, SGN_TYPE_RESULTS_PAGE);
}

static guint
count_rows (GtkWidget *widget)
{
  guint count = SGN_IS_STEP_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);
  return count;
}

static void
without_an_answer_it_leads_to_the_checklist (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_results (fixture);

  g_assert_true (app_support_says (page, "No Results Yet"));
  g_assert_true (app_support_says (page, "Open the Checklist"));
  g_assert_false (app_support_says (page, "What to Do First"));
}

static void
a_part_of_the_answers_is_no_total (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_as (fixture, "ipa-self-check", "SD-01", "done");
  page = show_results (fixture);

  g_assert_true (app_support_says (page, "Points so far"));
  g_assert_true (app_support_says (page, "1 of 25 questions answered"));
  g_assert_true (app_support_says (page, "Answer the Rest"));
  g_assert_false (app_support_says (page, "Protection is thin"));
  g_assert_false (app_support_says (page, "What to Do First"));
}

static void
all_answers_have_a_meaning_and_no_pass_mark (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_self_check (fixture, "partial");
  page = show_results (fixture);

  g_assert_true (app_support_says (page, "Total"));
  g_assert_true (app_support_says (page, "/ 100 points"));
  g_assert_true (app_support_says (page, "Several items have not been dealt with."));
  g_assert_true (app_support_says (page, "There is no pass mark"));
  g_assert_false (app_support_says (page, "Answer the Rest"));
  g_assert_false (app_support_says (page, "Compare with"));
  g_assert_cmpuint (count_rows (page), ==, 3);
  g_assert_true (app_support_says (page, "+2 points"));
  g_assert_true (app_support_says (page, "Show 22 More"));
}

static void
what_changes_is_shown_at_once (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_self_check (fixture, "done");
  page = show_results (fixture);
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_true (app_support_says (page, "The measures to start with are all in place."));
  answer_as (fixture, "ipa-self-check", "SD-24", "unknown");

  g_assert_cmpuint (count_rows (page), ==, 1);
  g_assert_true (app_support_says (page, "+1 to 5 points"));
  g_assert_true (app_support_says (page, "Largely in place"));
}

static void
close_check (AppFixture *fixture, gint64 id)
{
  AppEnding ending = { 0 };

  sgn_session_close_assessment_async (fixture->session, id, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
an_earlier_check_stands_beside_it (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *earlier;

  answer_self_check (fixture, "partial");
  close_check (fixture, 1);
  answer_self_check (fixture, "done");
  page = show_results (fixture);

  g_assert_true (app_support_says (page, "Compare with"));
  g_assert_true (app_support_says (page, "+50 since then"));
  g_assert_true (app_support_says (page, "Before, "));

  earlier = app_support_find (page, GTK_TYPE_DROP_DOWN);
  while (!gtk_widget_get_visible (earlier))
    earlier = app_support_find (gtk_widget_get_next_sibling (earlier), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (earlier), 1);
  g_assert_false (app_support_says (page, "since then"));
  g_assert_false (app_support_says (page, "Before, "));
}

static void
criteria_are_counted_and_never_a_share (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  answer_as (fixture, "scs", "4-1-2-4", "met");
  answer_as (fixture, "scs", "4-1-2-1", "not-met");
  page = show_results (fixture);

  g_assert_true (app_support_says (page, "Done so far"));
  g_assert_true (app_support_says (page, "/ 81"));
  g_assert_true (app_support_says (page, "not the result of an evaluation"));
  g_assert_false (app_support_says (page, "%"));
  g_assert_false (
    gtk_widget_get_visible (gtk_widget_get_parent (app_support_find (page, SGN_TYPE_BAND_SCALE))));
}

static void
levels_have_a_mean (AppFixture *fixture, gconstpointer data)
{
  SgnLibrary *library = sgn_session_get_library (fixture->session);
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "meti-management", NULL);
  GtkWidget *page;

  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];

    if (item->scale != NULL)
      answer_as (fixture, "meti-management", item->id, i % 2 == 0 ? "2" : "3");
  }
  page = show_results (fixture);

  g_assert_true (app_support_says (page, "Mean level"));
  g_assert_true (app_support_says (page, "/ 5"));
  g_assert_true (app_support_says (page, "It says nothing about passing."));
}

static void
several_guidelines_are_chosen_from (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *checks;

  answer_as (fixture, "ipa-rules", "RU-1", "done");
  answer_as (fixture, "ipa-self-check", "SD-01", "done");
  page = show_results (fixture);
  checks = app_support_find (page, GTK_TYPE_DROP_DOWN);
  g_assert_true (gtk_widget_get_visible (checks));
  g_assert_true (app_support_says (page, "/ 100 points"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (checks), 1);
  g_assert_true (app_support_says (page, "/ 6"));

  sgn_results_page_choose (SGN_RESULTS_PAGE (page), "ipa-self-check");
  sgn_page_opened (SGN_PAGE (page));
  g_assert_true (app_support_says (page, "/ 100 points"));
}

static void
a_step_leads_to_its_question (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *row;

  answer_as (fixture, "ipa-self-check", "SD-07", "not-done");
  view = sgn_company_view_new (fixture->session, fixture->saving);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_company_view_show_page (SGN_COMPANY_VIEW (view), "results");
  row = app_support_find (view, SGN_TYPE_STEP_ROW);
  g_assert_nonnull (row);
  g_signal_emit_by_name (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)), "clicked");

  g_assert_cmpstr (sgn_company_view_get_page (SGN_COMPANY_VIEW (view)), ==, "checklist");
}

static void
a_narrow_page_has_bars_and_no_radar (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *parts;

  answer_self_check (fixture, "partial");
  page = show_results (fixture);
  parts = app_support_find (page, SGN_TYPE_RESULT_PARTS);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_first_child (parts)));
  g_object_set (page, "narrow", TRUE, NULL);

  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (parts)));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (parts)));
  g_assert_true (app_support_says (page, "Show as a Table"));
}

static void
nothing_is_planned_in_a_file_that_is_only_read (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding ending = { 0 };
  GtkWidget *page;

  answer_as (fixture, "ipa-self-check", "SD-07", "not-done");
  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
  page = show_results (fixture);

  g_assert_cmpuint (count_rows (page), ==, 1);
  g_assert_false (app_support_says (page, "Add to the Plan"));
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "without-an-answer-it-leads-to-the-checklist", without_an_answer_it_leads_to_the_checklist },
    { "a-part-of-the-answers-is-no-total", a_part_of_the_answers_is_no_total },
    { "all-answers-have-a-meaning-and-no-pass-mark", all_answers_have_a_meaning_and_no_pass_mark },
    { "what-changes-is-shown-at-once", what_changes_is_shown_at_once },
    { "an-earlier-check-stands-beside-it", an_earlier_check_stands_beside_it },
    { "criteria-are-counted-and-never-a-share", criteria_are_counted_and_never_a_share },
    { "levels-have-a-mean", levels_have_a_mean },
    { "several-guidelines-are-chosen-from", several_guidelines_are_chosen_from },
    { "a-step-leads-to-its-question", a_step_leads_to_its_question },
    { "a-narrow-page-has-bars-and-no-radar", a_narrow_page_has_bars_and_no_radar },
    { "nothing-is-planned-in-a-file-that-is-only-read",
      nothing_is_planned_in_a_file_that_is_only_read },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/results/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  return g_test_run ();
}
