/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-concern-row.h"
#include "sgn-document-choice.h"
#include "sgn-nav-row.h"
#include "sgn-review-page.h"

static gboolean
is_ready (gpointer page)
{
  return sgn_review_page_is_ready (page);
}

static GtkWidget *
show_review (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_REVIEW_PAGE);

  app_support_wait (is_ready, page);
  return page;
}

/* The whole window, the review shown. */
static SgnCompanyView *
show_company (AppFixture *fixture, GtkWidget **page)
{
  GtkWidget *view = sgn_company_view_new (fixture->session, fixture->saving);

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_company_view_show_page (SGN_COMPANY_VIEW (view), "review");
  *page = sgn_company_view_find_page (SGN_COMPANY_VIEW (view), "review");
  app_support_wait (is_ready, *page);
  return SGN_COMPANY_VIEW (view);
}

/* (nullable): the row of a concern */
static GtkWidget *
find_row (GtkWidget *widget, const char *id)
{
  if (SGN_IS_CONCERN_ROW (widget) &&
      g_strcmp0 (sgn_concern_row_get_id (SGN_CONCERN_ROW (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, id);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* As Return does. */
static void
follow (GtkWidget *page, const char *id)
{
  GtkWidget *row = find_row (page, id);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate (row);
}

static const char *
get_item (SgnCompanyView *view)
{
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (
    SGN_CHECKLIST_PAGE (sgn_company_view_find_page (view, "checklist")));

  return sgn_checklist_get_item (checklist, sgn_checklist_get_position (checklist))->id;
}

static void
declare (AppFixture *fixture)
{
  const SgnDeclarationChange change = { .star = 1, .number = "50000000000", .date = "2026-11-20" };
  AppEnding ending = { 0 };

  sgn_session_declare_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
nothing_found_is_said (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_review (fixture);

  g_assert_true (app_support_says (page, "Nothing was found that does not fit together."));
  g_assert_cmpuint (sgn_review_page_get_count (SGN_REVIEW_PAGE (page)), ==, 0);
  g_assert_null (app_support_find (page, SGN_TYPE_CONCERN_ROW));
}

static void
what_is_found_says_what_to_do (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  app_support_answer (fixture->session, "SD-01", NULL);
  page = show_review (fixture);

  g_assert_false (app_support_says (page, "Nothing was found"));
  g_assert_true (app_support_says (page, "Worth Mending: 1"));
  g_assert_true (app_support_says (page, "with neither evidence nor a note."));
  g_assert_true (app_support_says (page, "Attach evidence, or write one sentence"));
  g_assert_false (app_support_says (page, "To Mend First"));
  g_assert_cmpuint (sgn_review_page_get_count (SGN_REVIEW_PAGE (page)), ==, 1);
}

static void
what_is_mended_goes (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  app_support_answer (fixture->session, "SD-01", NULL);
  page = show_review (fixture);
  app_support_answer (fixture->session, "SD-01", "毎月確かめている。");
  app_support_wait (is_ready, page);

  g_assert_null (app_support_find (page, SGN_TYPE_CONCERN_ROW));
  g_assert_true (app_support_says (page, "Nothing was found"));
}

static void
a_line_leads_to_its_question_and_back (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;
  SgnCompanyView *view;

  app_support_answer (fixture->session, "SD-01", NULL);
  app_support_answer (fixture->session, "SD-07", NULL);
  view = show_company (fixture, &page);
  follow (page, "done-without-proof:answer/1/SD-07");

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
  g_assert_cmpstr (get_item (view), ==, "SD-07");

  sgn_company_view_show_page (view, "review");
  row = find_row (page, "done-without-proof:answer/1/SD-07");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
}

static void
what_is_no_answer_leads_to_its_sheet (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *choice;
  SgnCompanyView *view;

  declare (fixture);
  view = show_company (fixture, &page);
  g_assert_true (app_support_says (page, "Worth Knowing: 1"));
  g_assert_cmpuint (sgn_review_page_get_count (SGN_REVIEW_PAGE (page)), ==, 0);
  follow (page, "declaration-not-shown:declaration/1");

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "documents");
  choice =
    app_support_find (sgn_company_view_find_page (view, "documents"), SGN_TYPE_DOCUMENT_CHOICE);
  g_assert_cmpstr (sgn_document_choice_get_document (SGN_DOCUMENT_CHOICE (choice))->id, ==,
                   "declaration-record");
}

/* (nullable): the row of the sidebar */
static GtkWidget *
find_page_row (GtkWidget *widget, const char *page)
{
  if (SGN_IS_NAV_ROW (widget) && g_strcmp0 (sgn_nav_row_get_page (SGN_NAV_ROW (widget)), page) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_page_row (child, page);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
the_sidebar_counts_what_is_worth_mending (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;

  app_support_answer (fixture->session, "SD-01", NULL);
  app_support_answer (fixture->session, "SD-02", NULL);
  declare (fixture);
  row = find_page_row (GTK_WIDGET (show_company (fixture, &page)), "review");
  g_assert_true (app_support_says (row, "2"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "2 things to mend");

  app_support_answer (fixture->session, "SD-01", "毎月確かめている。");
  app_support_answer (fixture->session, "SD-02", "毎月確かめている。");
  app_support_wait (is_ready, page);
  g_assert_false (app_support_says (row, "2"));
  g_assert_null (gtk_widget_get_tooltip_text (row));
}

static void
many_of_one_rule_are_folded_until_asked_for (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  AdwExpanderRow *group;

  for (guint i = 1; i <= 7; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    app_support_answer (fixture->session, item, NULL);
  }
  page = show_review (fixture);
  group = ADW_EXPANDER_ROW (app_support_find (page, ADW_TYPE_EXPANDER_ROW));
  g_assert_true (app_support_says (page, "Done, with nothing behind it: 7"));
  g_assert_false (adw_expander_row_get_expanded (group));

  adw_expander_row_set_expanded (group, TRUE);
  app_support_answer (fixture->session, "SD-01", "毎月確かめている。");
  app_support_wait (is_ready, page);
  group = ADW_EXPANDER_ROW (app_support_find (page, ADW_TYPE_EXPANDER_ROW));
  g_assert_true (app_support_says (page, "Done, with nothing behind it: 6"));
  g_assert_true (adw_expander_row_get_expanded (group));
}

static void
a_promise_leads_to_both_of_its_ends (void)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session = app_support_open_sample (folder);
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  AppFixture fixture = { folder, session, saving, gtk_window_new () };
  GtkWidget *page;
  GtkWidget *row;
  GtkWidget *button;
  SgnCompanyView *view = show_company (&fixture, &page);

  g_assert_true (app_support_says (page, "To Mend First: 1"));
  row = find_row (page, "promise-denied:policy/2:answer/3/SD-24");
  button = app_support_find (row, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "policy");

  sgn_company_view_show_page (view, "review");
  follow (page, "promise-denied:policy/2:answer/3/SD-24");
  g_assert_cmpstr (get_item (view), ==, "SD-24");
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  app_support_close (session);
  app_support_remove_folder (folder);
}

static void
the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page =
    g_object_ref_sink (g_object_new (SGN_TYPE_REVIEW_PAGE, "session", fixture->session, "saving",
                                     fixture->saving, "title", "x", NULL));

  sgn_review_page_begin (SGN_REVIEW_PAGE (page));
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "nothing-found-is-said", nothing_found_is_said },
    { "what-is-found-says-what-to-do", what_is_found_says_what_to_do },
    { "what-is-mended-goes", what_is_mended_goes },
    { "a-line-leads-to-its-question-and-back", a_line_leads_to_its_question_and_back },
    { "what-is-no-answer-leads-to-its-sheet", what_is_no_answer_leads_to_its_sheet },
    { "the-sidebar-counts-what-is-worth-mending", the_sidebar_counts_what_is_worth_mending },
    { "many-of-one-rule-are-folded-until-asked-for", many_of_one_rule_are_folded_until_asked_for },
    { "the-page-is-released", the_page_is_released },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/review/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  g_test_add_func ("/app/review/a-promise-leads-to-both-of-its-ends",
                   a_promise_leads_to_both_of_its_ends);
  return g_test_run ();
}
