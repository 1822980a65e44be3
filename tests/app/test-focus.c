/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-company-pages.h"
#include "sgn-company-view.h"

/* Where lines of text are level with each other, letters and buttons still differ by some pixels.
 */
#define LEVEL 28

/* No page has more places for the keyboard than this; a walk that is longer never ends. */
#define MOST_STEPS 400

typedef struct {
  const char *name;
  int width;
} Look;

static const Look looks[] = {
  { "wide", 1000 },
  { "narrow", 400 },
};

typedef struct {
  char *folder;
  SgnSession *session;
  SgnSaving *saving;
  GtkWidget *window;
  SgnCompanyView *company;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Look *look = data;

  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_sample (fixture->folder);
  fixture->saving = sgn_saving_new ();
  fixture->window = gtk_window_new ();
  fixture->company = SGN_COMPANY_VIEW (sgn_company_view_new (fixture->session, fixture->saving));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->company));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), look->width, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_support_close (fixture->session);
  g_object_unref (fixture->saving);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* What a page looks for comes later. */
static void
let_it_settle (void)
{
  gint64 until = g_get_monotonic_time () + 400 * 1000;

  app_support_wait (is_over, &until);
}

static const char *
describe (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  return tooltip != NULL ? tooltip : "";
}

/* Both as they lie in what scrolls them together, so that scrolling moves neither. */
static GtkWidget *
find_common_ground (GtkWidget *one, GtkWidget *other)
{
  GtkWidget *ground = one;

  while (ground != NULL && ground != other && !gtk_widget_is_ancestor (other, ground))
    ground = gtk_widget_get_parent (ground);
  return ground;
}

/* What is scrolled stands where its window stands, for all that is outside of it. */
static GtkWidget *
find_outermost (GtkWidget *widget, GtkWidget *ground)
{
  GtkWidget *outermost = widget;

  for (; widget != NULL && widget != ground; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget))
      outermost = widget;
  return outermost;
}

/* A list that makes its rows anew lays them elsewhere while it is walked. */
static gboolean
is_row_of_list_view (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL;
}

static gboolean
measure_both (GtkWidget *before, GtkWidget *after, graphene_rect_t *one, graphene_rect_t *two)
{
  GtkWidget *ground = find_common_ground (before, after);

  return ground != NULL && ground != before && ground != after &&
         !(is_row_of_list_view (before) && is_row_of_list_view (after)) &&
         gtk_widget_compute_bounds (find_outermost (before, ground), ground, one) &&
         gtk_widget_compute_bounds (find_outermost (after, ground), ground, two);
}

static gboolean
reads_on (GtkWidget *before, GtkWidget *after)
{
  graphene_rect_t one;
  graphene_rect_t two;

  if (!measure_both (before, after, &one, &two))
    return TRUE;
  /* Below, on the same line or inside of it; or in a column further right. */
  return two.origin.y + two.size.height / 2 + LEVEL >= one.origin.y ||
         two.origin.x + LEVEL >= one.origin.x + one.size.width;
}

/* The same line is read from left to right. */
static gboolean
goes_right (GtkWidget *before, GtkWidget *after)
{
  graphene_rect_t one;
  graphene_rect_t two;

  if (!measure_both (before, after, &one, &two))
    return TRUE;
  if (ABS (one.origin.y + one.size.height / 2 - two.origin.y - two.size.height / 2) > LEVEL / 2)
    return TRUE;
  return two.origin.x + LEVEL >= one.origin.x;
}

/* The walk begins at the first place of the page and ends where the keyboard leaves it. */
static guint
walk_page (Fixture *fixture, GtkWidget *page, const char *name)
{
  GtkWidget *before = NULL;
  guint steps = 0;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (steps < MOST_STEPS && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD)) {
    GtkWidget *here = gtk_window_get_focus (GTK_WINDOW (fixture->window));

    if (here == NULL || here == before)
      break;
    if (before != NULL && (!reads_on (before, here) || !goes_right (before, here))) {
      graphene_rect_t one;
      graphene_rect_t two;

      measure_both (before, here, &one, &two);
      g_test_message ("%s: from %s “%s” (%.0f, %.0f) back to %s “%s” (%.0f, %.0f)", name,
                      G_OBJECT_TYPE_NAME (before), describe (before), one.origin.x, one.origin.y,
                      G_OBJECT_TYPE_NAME (here), describe (here), two.origin.x, two.origin.y);
      g_test_fail ();
    }
    before = here;
    steps++;
  }
  g_assert_cmpuint (steps, <, MOST_STEPS);
  return steps;
}

static void
the_keyboard_goes_as_the_eye_reads (Fixture *fixture, gconstpointer data)
{
  const Look *look = data;
  guint n_pages;
  const SgnCompanyPage *pages = sgn_company_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    GtkWidget *page = sgn_company_view_find_page (fixture->company, pages[i].name);

    sgn_company_view_show_page (fixture->company, pages[i].name);
    let_it_settle ();
    g_test_message ("%s: %u places", pages[i].name, walk_page (fixture, page, pages[i].name));
    /* No page makes the window wider than it was wanted. */
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->company)), ==, look->width);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    g_autofree char *path =
      g_strconcat ("/app/focus/the-keyboard-goes-as-the-eye-reads/", looks[i].name, NULL);

    g_test_add (path, Fixture, &looks[i], set_up, the_keyboard_goes_as_the_eye_reads, tear_down);
  }
  return g_test_run ();
}
