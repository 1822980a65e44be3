/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-company-view.h"
#include "sgn-home-page.h"
#include "sgn-home-row.h"
#include "sgn-road-layout.h"
#include "sgn-road-paint.h"
#include "sgn-road-picture.h"

/* The whole window, as it opens. */
static SgnCompanyView *
show_company (AppFixture *fixture)
{
  GtkWidget *view = sgn_company_view_new (fixture->session, fixture->saving);

  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  return SGN_COMPANY_VIEW (view);
}

static gboolean
is_ready (gpointer page)
{
  return sgn_home_page_is_ready (page);
}

static GtkWidget *
find_home (SgnCompanyView *view)
{
  GtkWidget *page = sgn_company_view_find_page (view, "home");

  app_support_wait (is_ready, page);
  return page;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return gtk_widget_get_visible (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
add_task (AppFixture *fixture, const char *title, const char *due)
{
  const SgnEvidenceUse use = { .catalogue = "ipa-rules", .item = "RU-1" };
  const SgnTaskWords words = { .title = title, .due = due };
  AppEnding ending = { 0 };

  sgn_session_add_task_async (fixture->session, &use, &words, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
test_a_company_opens_at_home (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = find_home (view);
  GtkWidget *button = find_button (page, "Begin with No. 1");

  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "home");
  g_assert_nonnull (button);
  g_assert_true (app_support_says (page, "There is no backup yet"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
}

/* Nobody waits for the same rows to be made once more. */
static void
test_what_is_still_so_is_not_made_anew (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = find_home (view);
  GtkWidget *row = app_support_find (page, SGN_TYPE_HOME_ROW);

  g_assert_nonnull (row);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  sgn_company_view_show_page (view, "checklist");
  sgn_company_view_show_page (view, "home");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_nonnull (row);

  sgn_company_view_show_page (view, "checklist");
  add_task (fixture, "Lock the door", "2026-12-01");
  sgn_company_view_show_page (view, "home");
  g_assert_null (row);
  g_assert_true (app_support_says (page, "Lock the door"));
}

static void
test_an_answer_changes_the_next_step (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view = show_company (fixture);
  GtkWidget *page = find_home (view);

  app_support_answer (fixture->session, "SD-01", NULL);
  g_assert_nonnull (find_button (page, "Continue at No. 2"));

  /* Elsewhere nobody looks; coming back shows it. */
  sgn_company_view_show_page (view, "documents");
  app_support_answer (fixture->session, "SD-02", NULL);
  g_assert_null (find_button (page, "Continue at No. 3"));
  sgn_company_view_show_page (view, "home");
  g_assert_nonnull (find_button (page, "Continue at No. 3"));
}

static void
test_a_backup_is_told_of (AppFixture *fixture, gconstpointer data)
{
  SgnCompanyView *view;

  app_support_answer (fixture->session, "SD-01", NULL);
  app_support_keep_backup (fixture->session);
  view = show_company (fixture);
  g_assert_true (app_support_says (find_home (view), "Last backup"));
}

/* A row of each list leads somewhere, or does nothing where the page is missing. */
static void
test_no_list_is_longer_than_three (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *row;

  for (guint i = 0; i < 5; i++)
    add_task (fixture, "直す", "2099-01-01");
  page = find_home (show_company (fixture));
  g_assert_true (app_support_says (page, "To do: 5"));
  row = app_support_find (page, SGN_TYPE_HOME_ROW);
  g_assert_nonnull (row);
  for (guint i = 0; i < 3; i++, row = gtk_widget_get_next_sibling (row))
    g_assert_true (SGN_IS_HOME_ROW (row));
  g_assert_null (row);
}

static void
test_a_row_leads_to_its_question (AppFixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check",
                                   .item = "SD-05",
                                   .value = "unknown" };
  AppEnding ending = { 0 };
  SgnCompanyView *view;
  GtkWidget *row;

  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
  view = show_company (fixture);
  row = app_support_find (find_home (view), SGN_TYPE_HOME_ROW);
  g_assert_true (app_support_says (row, "Find out: "));
  gtk_widget_activate (row);
  g_assert_cmpstr (sgn_company_view_get_page (view), ==, "checklist");
}

static SgnRoad *
make_road (const char *fact)
{
  SgnRoad *road = g_new0 (SgnRoad, 1);

  for (guint i = 0; i < SGN_N_ROAD_STOPS; i++) {
    road->stops[i].star = i == 0 ? "★" : "★★";
    road->stops[i].state = (SgnRoadState) i;
    road->stops[i].word = g_strdup ("Word");
    road->stops[i].content = g_strdup ("自社診断と基本方針");
    road->stops[i].fact = g_strdup (fact);
  }
  road->opens = g_strdup ("2027年3月ごろに受け付けが始まる予定です。");
  return road;
}

static double
get_bottom (const SgnRoadText *text)
{
  int height = 0;

  if (text->layout == NULL)
    return 0;
  pango_layout_get_pixel_size (text->layout, NULL, &height);
  return text->y + height;
}

/* At every width all words are inside, and nothing is left of the edge. */
static void
test_the_road_holds_its_words (AppFixture *fixture, gconstpointer data)
{
  static const int widths[] = { 250, 352, 479, 480, 600, 712, 840, 2400 };
  static const char *const facts[] = { NULL, "2026年11月23日",
                                       "とても長い事実がここに書かれていて、何行にもなります" };
  GtkWidget *picture = sgn_road_picture_new ();

  gtk_window_set_child (GTK_WINDOW (fixture->window), picture);
  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (facts); i++) {
    int width = widths[i / G_N_ELEMENTS (facts)];
    g_autoptr (SgnRoad) road = make_road (facts[i % G_N_ELEMENTS (facts)]);
    g_autoptr (SgnRoadLayout) layout = sgn_road_layout_new (picture, road, width);

    g_assert_cmpint (layout->vertical, ==, width < 480 * layout->scale);
    for (guint j = 0; j < SGN_N_ROAD_STOPS; j++)
      for (guint k = 0; k < SGN_N_ROAD_LINES; k++) {
        g_assert_cmpfloat (get_bottom (&layout->nodes[j].lines[k]), <=, layout->height);
        g_assert_cmpfloat (layout->nodes[j].lines[k].x, >=, 0);
      }
    g_assert_cmpint (sgn_road_paint_measure (picture, road, width), >=, (int) layout->height);
  }
}

/* It can be painted in every state, wide and narrow, and leaves something behind. */
static void
test_the_road_is_painted_everywhere (AppFixture *fixture, gconstpointer data)
{
  static const double places[] = { 0.12, 0.7, 1.12, 1.72, 2.4, 3.5, 4 };
  GtkWidget *picture = sgn_road_picture_new ();

  gtk_window_set_child (GTK_WINDOW (fixture->window), picture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (SgnRoad) road = make_road ("2026年11月23日");
    int width = i % 2 == 0 ? 352 : 712;
    int height = sgn_road_paint_measure (picture, road, width);
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cr = cairo_create (surface);
    const guint32 *pixels = NULL;
    gsize painted = 0;

    road->here = places[i];
    sgn_road_paint (picture, cr, road, width);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_surface_flush (surface);
    pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
    for (gsize j = 0; j < (gsize) width * (gsize) height; j++)
      painted += pixels[j] != 0 ? 1 : 0;
    g_assert_cmpuint (painted, >, (gsize) width * (gsize) height / 2);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

#define ADD(name, func) \
  g_test_add ("/home/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("a-company-opens-at-home", test_a_company_opens_at_home);
  ADD ("what-is-still-so-is-not-made-anew", test_what_is_still_so_is_not_made_anew);
  ADD ("an-answer-changes-the-next-step", test_an_answer_changes_the_next_step);
  ADD ("a-backup-is-told-of", test_a_backup_is_told_of);
  ADD ("no-list-is-longer-than-three", test_no_list_is_longer_than_three);
  ADD ("a-row-leads-to-its-question", test_a_row_leads_to_its_question);
  ADD ("the-road-holds-its-words", test_the_road_holds_its_words);
  ADD ("the-road-is-painted-everywhere", test_the_road_is_painted_everywhere);
  return g_test_run ();
}
