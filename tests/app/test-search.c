/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-company-view.h"
#include "sgn-document-choice.h"
#include "sgn-hit-item.h"
#include "sgn-hit-open.h"
#include "sgn-search-page.h"

static SgnCompanyView *
show_company (AppFixture *fixture)
{
  GtkWidget *view = sgn_company_view_new (fixture->session, fixture->saving);

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (view, "company.search", NULL);
  return SGN_COMPANY_VIEW (view);
}

static SgnSearchPage *
get_page (SgnCompanyView *view)
{
  return SGN_SEARCH_PAGE (sgn_company_view_find_page (view, "search"));
}

static gboolean
is_ready (gpointer page)
{
  return sgn_search_page_is_ready (page);
}

static SgnSearchPage *
look_for (SgnCompanyView *view, const char *text)
{
  SgnSearchPage *page = get_page (view);

  sgn_search_page_look_for (page, text);
  app_support_wait (is_ready, page);
  return page;
}

static GtkListView *
get_list (SgnSearchPage *page)
{
  return GTK_LIST_VIEW (app_support_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW));
}

static guint
find_group (SgnSearchPage *page, SgnHitGroup group)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_list (page)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (SgnHitItem) item = g_list_model_get_item (model, i);

    if (sgn_hit_item_get_hit (item)->group == group)
      return i;
  }
  return G_MAXUINT;
}

static const char *
get_question (SgnCompanyView *view)
{
  GtkWidget *page = sgn_company_view_find_page (view, "checklist");
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (page));

  return sgn_checklist_get_item (checklist, sgn_checklist_get_position (checklist))->id;
}

static void
two_kanji_find_a_note_and_lead_to_its_question (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  SgnSearchPage *page;
  guint at;

  app_support_answer (fixture->session, "SD-11", "鍵は社長の金庫にある");
  page = look_for (view, "金庫");
  at = find_group (page, SGN_HIT_NOTE);

  g_assert_cmpuint (at, !=, G_MAXUINT);
  g_signal_emit_by_name (get_list (page), "activate", at);
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
  g_assert_cmpstr (get_question (view), ==, "SD-11");

  gtk_widget_activate_action (GTK_WIDGET (view), "company.back", NULL);
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "search");
  g_assert_cmpuint (sgn_search_page_get_n_hits (page), >, 0);
}

static void
the_count_is_said (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  SgnSearchPage *page = look_for (view, "ﾊﾞｯｸｱｯﾌﾟ");
  g_autofree char *words =
    g_strdup_printf ("%u places were found", sgn_search_page_get_n_hits (page));

  g_assert_cmpuint (sgn_search_page_get_n_hits (page), >, 1);
  g_assert_true (app_support_says (GTK_WIDGET (page), words));
}

static void
nothing_found_says_so (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  SgnSearchPage *page = look_for (view, "どこにも無い言葉");

  g_assert_cmpuint (sgn_search_page_get_n_hits (page), ==, 0);
  g_assert_true (app_support_says (GTK_WIDGET (page), "Nothing was found"));
  look_for (view, "");
  g_assert_false (app_support_says (GTK_WIDGET (page), "Nothing was found"));
}

static void
a_document_is_opened (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  SgnSearchPage *page = look_for (view, "きほん方針");
  guint at;

  page = look_for (view, "基本方針");
  at = find_group (page, SGN_HIT_DOCUMENT);
  g_assert_cmpuint (at, !=, G_MAXUINT);
  g_signal_emit_by_name (get_list (page), "activate", at);

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "documents");
}

/* From the field to the first row with the arrow, and back; Esc leaves. */
static void
the_keys_walk_between_field_and_list (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  SgnSearchPage *page;
  GtkWidget *list;

  sgn_company_view_show_page (view, "documents");
  gtk_widget_activate_action (GTK_WIDGET (view), "company.search", NULL);
  page = look_for (view, "台帳");
  list = GTK_WIDGET (get_list (page));
  gtk_test_widget_wait_for_draw (fixture->window);

  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_true (app_support_press (fixture->window, GDK_KEY_Down, 0));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), list));
  g_assert_true (app_support_press (fixture->window, GDK_KEY_Up, 0));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  app_support_press (fixture->window, GDK_KEY_Down, 0);
  g_assert_true (app_support_press (fixture->window, GDK_KEY_Escape, 0));
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "documents");
}

/* What leads to a page that is not there does nothing. */
static void
what_is_missing_does_nothing (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  char *nowhere = (char *) "nowhere";

  for (SgnHitGroup group = 0; group < SGN_N_HIT_GROUPS; group++) {
    const SgnHit hit = { group, nowhere, NULL, nowhere, nowhere, nowhere };

    sgn_company_view_show_page (view, "review");
    sgn_hit_open (GTK_WIDGET (get_page (view)), &hit);
    g_assert_nonnull (sgn_company_view_get_page (view));
  }
}

static void
only_the_first_of_a_group_has_its_heading (void)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  SgnHit a = { .group = SGN_HIT_NOTE };
  SgnHit b = { .group = SGN_HIT_TASK };
  SgnHit *const all[] = { &a, &a, &b };
  const guint counts[] = { 2, 0, 1 };
  g_autoptr (GPtrArray) items = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (hits, all[i]);
  items = sgn_hit_items_new (hits);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (sgn_hit_item_get_n_in_group (g_ptr_array_index (items, i)), ==, counts[i]);
}

#define ADD(name)                                                               \
  g_test_add ("/app/search/" #name, AppFixture, NULL, app_fixture_set_up, name, \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (two_kanji_find_a_note_and_lead_to_its_question);
  ADD (the_count_is_said);
  ADD (nothing_found_says_so);
  ADD (a_document_is_opened);
  ADD (the_keys_walk_between_field_and_list);
  ADD (what_is_missing_does_nothing);
  g_test_add_func ("/app/search/only-the-first-of-a-group-has-its-heading",
                   only_the_first_of_a_group_has_its_heading);
  return g_test_run ();
}
