/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-subsidies-page.h"
#include "sgn-subsidy-count.h"
#include "sgn-subsidy-facts.h"

static SgnSubsidiesPage *
show (AppFixture *fixture, const char *id)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SUBSIDIES_PAGE);

  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  sgn_subsidies_page_show (SGN_SUBSIDIES_PAGE (page), id);
  return SGN_SUBSIDIES_PAGE (page);
}

static void
what_is_known_is_shown_with_its_day (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show (fixture, "digital-ai-2026-security"));

  g_assert_true (app_support_says (page, "As of 22 November 2026. See the official site"));
  g_assert_true (app_support_says (page, "the office decides"));
  g_assert_true (app_support_says (page, "The star asked for: Not settled"));
  g_assert_true (app_support_says (page, "The sources disagree · looked up on 22 November 2026"));
  g_assert_true (app_support_says (page, "25 August 2026 (has passed)"));
  g_assert_true (app_support_says (page, "https://it-shien.smrj.go.jp/"));
}

static void
nothing_is_counted_from_a_day_that_has_passed (AppFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *id;
    const char *day;
    const char *words;
  } cases[] = {
    { "digital-ai-2026-security", "", "the last on 25 August 2026. Nothing is counted" },
    { "digital-ai-2026-security", "2026-08-25", "The day 25 August 2026 has passed" },
    { "tokyo-cyber", "", "No closing date is known" },
    { "tokyo-cyber", "2027-02-29", "This is no day" },
    { "monozukuri-digital", "2999-01-01", "not offered any more" },
    { "", "", "No closing date is known" },
  };
  SgnSubsidiesPage *page = show (fixture, "tokyo-cyber");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    sgn_subsidies_page_show (page, cases[i].id);
    sgn_subsidies_page_set_day (page, cases[i].day);
    g_assert_true (app_support_says (GTK_WIDGET (page), cases[i].words));
    g_assert_false (app_support_says (GTK_WIDGET (page), "Apply for the subsidy"));
  }
}

static void
days_are_counted_back_from_a_typed_one (AppFixture *fixture, gconstpointer data)
{
  SgnSubsidiesPage *page = show (fixture, "");
  GtkWidget *count = app_support_find (GTK_WIDGET (page), SGN_TYPE_SUBSIDY_COUNT);

  sgn_subsidies_page_set_day (page, "２９９９年３月３１日");
  g_assert_true (app_support_says (count, "Counted back from 31 March 2999."));
  g_assert_true (app_support_says (count, "By 31 March 2999"));
  g_assert_true (app_support_says (count, "By 28 February 2999"));
  g_assert_true (app_support_says (count, "at the very latest, if it is quick"));
  g_assert_false (app_support_says (count, "Write the basic policy"));
  g_assert_false (
    gtk_widget_get_visible (app_support_find (GTK_WIDGET (page), SGN_TYPE_SUBSIDY_FACTS)));
}

static void
the_star_asked_for_is_the_one_that_is_counted (AppFixture *fixture, gconstpointer data)
{
  SgnSubsidiesPage *page = show (fixture, "tokyo-cyber");
  GtkWidget *count = app_support_find (GTK_WIDGET (page), SGN_TYPE_SUBSIDY_COUNT);
  GtkWidget *one_star = app_support_find (count, GTK_TYPE_TOGGLE_BUTTON);

  sgn_subsidies_page_set_day (page, "2999-03-31");
  g_assert_false (gtk_widget_get_sensitive (one_star));
  g_assert_true (app_support_says (count, "Declare ★★, and record the ID"));

  sgn_subsidies_page_show (page, "digital-ai-2026-security");
  g_assert_true (gtk_widget_get_sensitive (one_star));
  g_assert_true (app_support_says (count, "★★ is counted, to be on the safe side."));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (one_star), TRUE);
  g_assert_true (app_support_says (count, "Declare ★, and record the ID"));
  g_assert_false (app_support_says (count, "on the safe side"));
}

static void
what_is_recorded_meanwhile_is_done (AppFixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange change = { .star = 1, .number = "50000000001", .date = "2026-11-20" };
  SgnSubsidiesPage *page = show (fixture, "");
  GtkWidget *count = app_support_find (GTK_WIDGET (page), SGN_TYPE_SUBSIDY_COUNT);
  AppEnding ending = { 0 };

  sgn_subsidies_page_set_day (page, "2999-03-31");
  g_assert_false (app_support_says (count, "Done"));
  sgn_session_declare_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
  g_assert_true (app_support_says (count, "Done"));
}

static void
one_comes_back_to_where_one_was (AppFixture *fixture, gconstpointer data)
{
  SgnPage *page = SGN_PAGE (show (fixture, "tokyo-cyber"));
  g_autofree char *place = sgn_page_dup_place (page);

  g_assert_cmpstr (place, ==, "tokyo-cyber");
  sgn_page_go_to_place (page, "");
  g_assert_true (app_support_says (GTK_WIDGET (page), "Another Subsidy"));
  sgn_page_go_to_place (page, place);
  g_assert_true (app_support_says (GTK_WIDGET (page), "The star asked for: ★★"));
}

static void
the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page =
    g_object_ref_sink (g_object_new (SGN_TYPE_SUBSIDIES_PAGE, "session", fixture->session, "saving",
                                     fixture->saving, "title", "x", NULL));

  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "what-is-known-is-shown-with-its-day", what_is_known_is_shown_with_its_day },
    { "nothing-is-counted-from-a-day-that-has-passed",
      nothing_is_counted_from_a_day_that_has_passed },
    { "days-are-counted-back-from-a-typed-one", days_are_counted_back_from_a_typed_one },
    { "the-star-asked-for-is-the-one-that-is-counted",
      the_star_asked_for_is_the_one_that_is_counted },
    { "what-is-recorded-meanwhile-is-done", what_is_recorded_meanwhile_is_done },
    { "one-comes-back-to-where-one-was", one_comes_back_to_where_one_was },
    { "the-page-is-released", the_page_is_released },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/subsidies/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  return g_test_run ();
}
