/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-categories-page.h"
#include "sgn-category-row.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-guide-card.h"
#include "sgn-guidelines-page.h"
#include "sgn-question-side.h"
#include "sgn-radar.h"
#include "sgn-related-box.h"
#include "sgn-star-question-box.h"
#include "sgn-star-view.h"

/* Choosing a guideline, which star, how far each category is, the same matter elsewhere. */

/* All pages of the company in the window. */
static SgnCompanyView *
show_company (AppFixture *fixture)
{
  GtkWidget *view = sgn_company_view_new (fixture->session, fixture->saving);

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  return SGN_COMPANY_VIEW (view);
}

static SgnChecklist *
get_checklist (SgnCompanyView *view)
{
  return sgn_checklist_page_get_checklist (
    SGN_CHECKLIST_PAGE (sgn_company_view_find_page (view, "checklist")));
}

/* (nullable) */
static GtkWidget *
find_card (GtkWidget *page, const char *key)
{
  GtkWidget *card = app_support_find (page, SGN_TYPE_GUIDE_CARD);

  while (card != NULL && g_strcmp0 (sgn_guide_card_get_key (SGN_GUIDE_CARD (card)), key) != 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static void
every_guideline_has_a_card (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_GUIDELINES_PAGE);
  GtkWidget *scs = find_card (page, "scs@2026-03-27");
  GtkWidget *threats = find_card (page, "ipa-threats@2026");

  g_assert_nonnull (find_card (page, "ipa-rules@4.0"));
  g_assert_null (find_card (page, "ipa-rules@3.1"));
  g_assert_true (app_support_says (scs, "81 criteria for ★3"));
  g_assert_true (app_support_says (scs, "How long it takes (our estimate): Half a day"));
  g_assert_true (gtk_widget_get_visible (app_support_find (scs, GTK_TYPE_BUTTON)));
  g_assert_false (gtk_widget_get_visible (app_support_find (threats, GTK_TYPE_BUTTON)));
}

static void
what_is_unknown_is_one_click_away (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_GUIDELINES_PAGE);
  GtkWidget *scs = find_card (page, "scs@2026-03-27");
  GtkWidget *expander = app_support_find (scs, GTK_TYPE_EXPANDER);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_true (app_support_says (expander, "Cost (Not known)"));
  g_assert_true (app_support_says (expander, "How long it lasts (Planned or a draft)"));
  g_assert_true (app_support_says (expander, "As of 22 November 2026. See the official site"));
}

static void
a_card_says_how_far_its_check_is (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_GUIDELINES_PAGE);
  GtkWidget *card = find_card (page, "ipa-self-check@4.0");

  g_assert_false (app_support_says (card, "1 of 25"));
  app_support_answer (fixture->session, "SD-01", NULL);
  g_assert_true (app_support_says (card, "1 of 25"));
}

static void
a_card_opens_its_check (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *card;

  sgn_company_view_show_page (view, "guidelines");
  card = find_card (sgn_company_view_find_page (view, "guidelines"), "scs@2026-03-27");
  g_signal_emit_by_name (app_support_find (card, GTK_TYPE_BUTTON), "clicked");

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
  g_assert_cmpstr (sgn_checklist_get_catalogue (get_checklist (view))->id, ==, "scs");
}

static void
what_asks_nothing_is_not_opened (AppFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "ipa-threats", "no-such-guideline", "scs@1999" };
  SgnCompanyView *view = show_company (fixture);

  sgn_company_view_show_page (view, "guidelines");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    gtk_widget_activate_action (GTK_WIDGET (view), "company.show-guideline", "s", keys[i]);
    g_assert_cmpstr (sgn_company_view_get_page (view), ==, "guidelines");
  }
  g_assert_cmpstr (sgn_checklist_get_catalogue (get_checklist (view))->id, ==, "ipa-self-check");
}

static void
replies_change_the_answer (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_GUIDELINES_PAGE);
  GtkWidget *stars = app_support_find (page, SGN_TYPE_STAR_VIEW);
  GtkWidget *first = app_support_find (stars, SGN_TYPE_STAR_QUESTION_BOX);
  GtkWidget *box;

  sgn_guidelines_page_show_stars (SGN_GUIDELINES_PAGE (page), TRUE);
  g_assert_true (app_support_says (stars, "Not settled yet"));
  for (box = first; box != NULL; box = gtk_widget_get_next_sibling (box))
    sgn_star_question_box_set_reply (SGN_STAR_QUESTION_BOX (box), SGN_REPLY_NO);
  g_assert_true (app_support_says (stars, "★3 is what to expect"));
  sgn_star_question_box_set_reply (SGN_STAR_QUESTION_BOX (first), SGN_REPLY_YES);
  g_assert_true (app_support_says (stars, "★4 is what to expect"));
  g_assert_cmpint (sgn_star_question_box_get_reply (SGN_STAR_QUESTION_BOX (first)), ==,
                   SGN_REPLY_YES);
}

static void
either_side_is_asked_in_its_own_words (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_GUIDELINES_PAGE);
  GtkWidget *stars = app_support_find (page, SGN_TYPE_STAR_VIEW);
  GtkWidget *side = app_support_find (stars, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *other = gtk_widget_get_next_sibling (side);

  sgn_guidelines_page_show_stars (SGN_GUIDELINES_PAGE (page), TRUE);
  g_assert_true (app_support_says (stars, "Do you handle important information"));
  g_assert_true (app_support_says (stars, "If you will be asked"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), TRUE);
  g_assert_true (app_support_says (stars, "Does the supplier handle important information"));
  g_assert_true (app_support_says (stars, "antimonopoly"));
  g_assert_false (app_support_says (stars, "If you will be asked"));
}

static GtkWidget *
show_categories (SgnCompanyView *view, const char *guideline)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "company.show-guideline", "s", guideline);
  sgn_company_view_show_page (view, "categories");
  return sgn_company_view_find_page (view, "categories");
}

/* Of the self-check the first area has three questions. */
static void
categories_count_what_is_done (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = show_categories (view, "ipa-self-check");
  GtkWidget *radar = app_support_find (page, SGN_TYPE_RADAR);

  g_assert_true (app_support_says (page, "Done: 0 of 25"));
  g_assert_true (app_support_says (page, "0 / 3"));
  g_assert_true (app_support_says (page, "3 not answered"));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (radar)));
  app_support_answer (fixture->session, "SD-01", NULL);
  g_assert_true (app_support_says (page, "Done: 1 of 25"));
  g_assert_true (app_support_says (page, "1 / 3"));
}

static void
few_categories_have_no_radar (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = show_categories (view, "ipa-rules");

  g_assert_true (app_support_says (page, "0 / 6"));
  g_assert_false (
    gtk_widget_get_visible (gtk_widget_get_parent (app_support_find (page, SGN_TYPE_RADAR))));
}

static void
categories_follow_the_level (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = show_categories (view, "scs");

  g_assert_true (app_support_says (page, "0 of 81"));
  sgn_checklist_set_level (get_checklist (view), "★4");
  g_assert_true (app_support_says (page, "0 of 153"));
}

static void
a_category_leads_to_its_open_question (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = show_categories (view, "scs");
  GtkWidget *row = app_support_find (page, SGN_TYPE_CATEGORY_ROW);

  row = gtk_widget_get_next_sibling (row);
  g_assert_cmpstr (sgn_category_row_get_next (SGN_CATEGORY_ROW (row)), ==, "2-1-1-1");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
  g_assert_cmpstr (sgn_checklist_get_item (get_checklist (view),
                                           sgn_checklist_get_position (get_checklist (view)))
                     ->id,
                   ==, "2-1-1-1");
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
the_same_matter_elsewhere_is_shown (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = sgn_company_view_find_page (view, "checklist");
  GtkWidget *related = app_support_find (page, SGN_TYPE_RELATED_BOX);

  app_support_wait (is_shown, related);
  g_assert_true (app_support_says (related, "4-4-4-1"));
  g_assert_true (app_support_says (related, "overlapping"));
  g_assert_true (app_support_says (related, "our own reading"));
  gtk_widget_activate_action (related, "company.show-question", "(ss)", "scs@2026-03-27",
                              "4-4-4-1");
  g_assert_cmpstr (sgn_checklist_get_catalogue (get_checklist (view))->id, ==, "scs");
  g_assert_true (app_support_says (related, "Self-check, 25 questions"));
}

/* What was answered there stands beside it. */
static void
its_answer_there_is_shown (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = sgn_company_view_find_page (view, "checklist");
  GtkWidget *related = app_support_find (page, SGN_TYPE_RELATED_BOX);

  app_support_answer (fixture->session, "SD-01", NULL);
  gtk_widget_activate_action (GTK_WIDGET (view), "company.show-question", "(ss)", "scs@2026-03-27",
                              "4-4-4-1");
  app_support_wait (is_shown, related);
  g_assert_true (app_support_says (related, "Done · overlapping"));
}

static void
an_unknown_question_changes_nothing (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);

  sgn_company_view_show_page (view, "guidelines");
  gtk_widget_activate_action (GTK_WIDGET (view), "company.show-question", "(ss)", "no-such",
                              "4-4-4-1");
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "guidelines");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*func) (AppFixture *, gconstpointer);
  } tests[] = {
    { "every-guideline-has-a-card", every_guideline_has_a_card },
    { "what-is-unknown-is-one-click-away", what_is_unknown_is_one_click_away },
    { "a-card-says-how-far-its-check-is", a_card_says_how_far_its_check_is },
    { "a-card-opens-its-check", a_card_opens_its_check },
    { "what-asks-nothing-is-not-opened", what_asks_nothing_is_not_opened },
    { "replies-change-the-answer", replies_change_the_answer },
    { "either-side-is-asked-in-its-own-words", either_side_is_asked_in_its_own_words },
    { "categories-count-what-is-done", categories_count_what_is_done },
    { "few-categories-have-no-radar", few_categories_have_no_radar },
    { "categories-follow-the-level", categories_follow_the_level },
    { "a-category-leads-to-its-open-question", a_category_leads_to_its_open_question },
    { "the-same-matter-elsewhere-is-shown", the_same_matter_elsewhere_is_shown },
    { "its-answer-there-is-shown", its_answer_there_is_shown },
    { "an-unknown-question-changes-nothing", an_unknown_question_changes_nothing },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/app/guideline/", tests[i].path, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].func, app_fixture_tear_down);
  }
  return g_test_run ();
}
