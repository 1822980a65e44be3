/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-nav-row.h"
#include "sgn-trail.h"

/* Back and forward, through pages and the places on them. */

static char *
say_step (const SgnStep *step)
{
  return step != NULL ? g_strdup_printf ("%s %s", step->page, step->place) : g_strdup ("nowhere");
}

static void
assert_step (const SgnStep *step, const char *words)
{
  g_autofree char *said = say_step (step);

  g_assert_cmpstr (said, ==, words);
}

static void
a_trail_is_walked_both_ways (void)
{
  g_autoptr (SgnTrail) trail = sgn_trail_new ();

  g_assert_false (sgn_trail_can_go_back (trail));
  sgn_trail_leave (trail, "nowhere yet");
  sgn_trail_arrive (trail, "home", NULL);
  sgn_trail_leave (trail, "top");
  sgn_trail_arrive (trail, "checklist", "1");
  sgn_trail_leave (trail, "3");
  sgn_trail_arrive (trail, "checklist", "11");
  g_assert_false (sgn_trail_can_go_forward (trail));

  assert_step (sgn_trail_go_back (trail), "checklist 3");
  assert_step (sgn_trail_go_back (trail), "home top");
  assert_step (sgn_trail_go_back (trail), "nowhere");
  assert_step (sgn_trail_go_forward (trail), "checklist 3");
}

static void
another_way_forgets_what_lay_ahead (void)
{
  g_autoptr (SgnTrail) trail = sgn_trail_new ();

  sgn_trail_arrive (trail, "home", NULL);
  sgn_trail_arrive (trail, "checklist", NULL);
  sgn_trail_arrive (trail, "checklist", "the same place");
  sgn_trail_go_back (trail);
  sgn_trail_arrive (trail, "documents", NULL);

  g_assert_false (sgn_trail_can_go_forward (trail));
  assert_step (sgn_trail_go_back (trail), "home (null)");
}

static void
a_long_trail_loses_its_beginning (void)
{
  g_autoptr (SgnTrail) trail = sgn_trail_new ();
  guint steps = 0;

  for (guint i = 0; i < 200; i++)
    sgn_trail_arrive (trail, i % 2 == 0 ? "home" : "checklist", NULL);
  while (sgn_trail_go_back (trail) != NULL)
    steps++;

  g_assert_cmpuint (steps, ==, 49);
}

static SgnCompanyView *
show_company (AppFixture *fixture)
{
  GtkWidget *view = sgn_company_view_new (fixture->session, fixture->saving);

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  return SGN_COMPANY_VIEW (view);
}

static const char *
get_question (SgnCompanyView *view)
{
  GtkWidget *page = sgn_company_view_find_page (view, "checklist");
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (page));

  return sgn_checklist_get_item (checklist, sgn_checklist_get_position (checklist))->id;
}

static void
act (SgnCompanyView *view, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (view), name, NULL);
}

static void
back_returns_to_the_question_that_was_left (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *widget = GTK_WIDGET (view);

  gtk_widget_activate_action (widget, "company.show-question", "(ss)", "ipa-self-check", "SD-11");
  gtk_widget_activate_action (widget, "company.show-question", "(ss)", "ipa-rules", "RU-2");
  sgn_company_view_show_page (view, "documents");

  act (view, "company.back");
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
  g_assert_cmpstr (get_question (view), ==, "RU-2");
  act (view, "company.back");
  g_assert_cmpstr (get_question (view), ==, "SD-11");
  act (view, "company.forward");
  g_assert_cmpstr (get_question (view), ==, "RU-2");
  act (view, "company.forward");
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "documents");
}

static void
at_either_end_nothing_happens (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  g_autofree char *page = g_strdup (sgn_company_view_get_page (view));

  act (view, "company.back");
  act (view, "company.forward");
  gtk_widget_activate_action (GTK_WIDGET (view), "company.show-page", "s", "no-such-page");

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, page);
}

static void
what_was_typed_is_kept_on_the_way (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = sgn_company_view_find_page (view, "checklist");
  GtkWidget *note = NULL;

  gtk_widget_activate_action (GTK_WIDGET (view), "company.show-question", "(ss)", "ipa-self-check",
                              "SD-11");
  note = app_support_find (page, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "金庫", -1);
  sgn_company_view_show_page (view, "documents");
  act (view, "company.back");

  g_assert_cmpstr (
    sgn_checklist_get_note (sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (page)), 10), ==,
    "金庫");
}

#define ADD(name)                                                                   \
  g_test_add ("/app/navigation/" #name, AppFixture, NULL, app_fixture_set_up, name, \
              app_fixture_tear_down)

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
let_it_settle (void)
{
  gint64 until = g_get_monotonic_time () + 300 * 1000;

  app_support_wait (is_over, &until);
}

/* A company that has answered nothing has pages where little or nothing can be done: the keyboard
 * is on what can be, or still on the page's name. */
static void
the_keyboard_is_never_lost (AppFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "home",  "checklist", "results", "declaration",
                                       "tasks", "documents", "history", "review" };
  SgnCompanyView *company = show_company (fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  let_it_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    GtkWidget *page;
    GtkWidget *focus;
    GtkWidget *row;

    sgn_company_view_show_page (company, pages[i]);
    let_it_settle ();
    page = sgn_company_view_find_page (company, pages[i]);
    focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    g_test_message ("%s: the keyboard is on %s", pages[i],
                    focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
    g_assert_nonnull (focus);
    row = gtk_widget_get_ancestor (focus, SGN_TYPE_NAV_ROW);
    if (row != NULL)
      g_assert_cmpstr (sgn_nav_row_get_page (SGN_NAV_ROW (row)), ==, pages[i]);
    else
      g_assert_true (gtk_widget_is_ancestor (focus, page));
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/navigation/a-trail-is-walked-both-ways", a_trail_is_walked_both_ways);
  g_test_add_func ("/app/navigation/another-way-forgets-what-lay-ahead",
                   another_way_forgets_what_lay_ahead);
  g_test_add_func ("/app/navigation/a-long-trail-loses-its-beginning",
                   a_long_trail_loses_its_beginning);
  ADD (back_returns_to_the_question_that_was_left);
  ADD (at_either_end_nothing_happens);
  ADD (what_was_typed_is_kept_on_the_way);
  ADD (the_keyboard_is_never_lost);
  return g_test_run ();
}
