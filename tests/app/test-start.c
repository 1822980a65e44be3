/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app-support.h"
#include "sgn-form.h"
#include "sgn-new-company-page.h"
#include "sgn-new-step.h"
#include "sgn-new-steps.h"
#include "sgn-recent-road.h"
#include "sgn-recent-row.h"
#include "sgn-start-page.h"
#include "sgn-window.h"

/* A window of the program, and a folder of its own. */
typedef struct {
  char *folder;
  SgnLibrary *library;
  SgnClock *clock;
  SgnSettings *settings;
  SgnWindow *window;
} Start;

static void
set_up (Start *start, gconstpointer data)
{
  start->folder = app_support_make_folder ();
  start->library = app_support_load_library ();
  start->clock = sgn_clock_new ();
  start->settings = sgn_settings_new ();
  start->window = sgn_window_new (NULL, start->library, start->clock, start->settings);
  gtk_window_present (GTK_WINDOW (start->window));
}

static gboolean
is_closed (gpointer window)
{
  return sgn_window_get_company (window) == NULL;
}

static void
tear_down (Start *start, gconstpointer data)
{
  if (sgn_window_get_company (start->window) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (start->window), "win.close-file", NULL);
  app_support_wait (is_closed, start->window);
  gtk_window_destroy (GTK_WINDOW (start->window));
  g_clear_object (&start->settings);
  sgn_clock_unref (start->clock);
  sgn_library_unref (start->library);
  app_support_remove_folder (start->folder);
  g_free (start->folder);
}

static gboolean
is_open (gpointer window)
{
  return sgn_window_get_company (window) != NULL;
}

static SgnNewCompanyPage *
name_company (Start *start, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (start->window), "win.new-company", "s", name);
  return SGN_NEW_COMPANY_PAGE (
    app_support_find (GTK_WIDGET (start->window), SGN_TYPE_NEW_COMPANY_PAGE));
}

static void
place (Start *start, SgnNewCompanyPage *page, const char *name)
{
  g_autofree char *path = g_build_filename (start->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sgn_new_company_page_set_file (page, file);
}

static void
begin (Start *start)
{
  gtk_widget_activate_action (GTK_WIDGET (start->window), "win.create", NULL);
  app_support_wait (is_open, start->window);
}

static SgnRecord *
get_record (Start *start)
{
  return sgn_session_get_record (sgn_window_get_session (start->window));
}

static void
a_file_comes_before_the_start_page (Start *start, gconstpointer data)
{
  g_assert_true (sgn_window_is_blank (start->window));
  g_assert_null (app_support_find (GTK_WIDGET (start->window), SGN_TYPE_START_PAGE));
  sgn_window_show_start (start->window);
  g_assert_nonnull (app_support_find (GTK_WIDGET (start->window), SGN_TYPE_START_PAGE));
  g_assert_false (sgn_window_is_blank (start->window));
}

/* A file that is not there leaves the start page, and one sentence. */
static gboolean
is_at_start (gpointer window)
{
  return app_support_find (window, SGN_TYPE_START_PAGE) != NULL;
}

static void
a_missing_file_leads_to_the_start_page (Start *start, gconstpointer data)
{
  g_autofree char *path = g_build_filename (start->folder, "gone.sengen", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sgn_window_open_file (start->window, file);
  app_support_wait (is_at_start, start->window);
  g_assert_null (sgn_window_get_company (start->window));
}

static const char *const names[] = {
  "株式会社こころみ",
  "有限会社𠮷田／葛󠄀城 A/B\\C",
  "..",
  "CON",
  "長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い"
  "長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い"
  "長い長い長い長い長い長い長い長い長い長い長い長い長い株式会社",
  "<b>&amp;</b> 100%",
};

static void
a_name_is_enough (Start *start, gconstpointer data)
{
  const char *name = data;
  SgnNewCompanyPage *page = name_company (start, name);
  g_autofree char *folder = NULL;

  g_assert_null (sgn_new_company_page_get_problem (page));
  folder = g_path_get_dirname (sgn_new_company_page_get_path (page));
  g_assert_true (g_str_has_suffix (folder, G_DIR_SEPARATOR_S "sengen"));
  begin (start);
  g_assert_cmpstr (get_record (start)->profile->name, ==, name);
  g_assert_cmpint (get_record (start)->profile->employees, ==, -1);
  g_assert_null (app_support_find (GTK_WIDGET (start->window), SGN_TYPE_NEW_COMPANY_PAGE));
}

static void
without_a_name_nothing_begins (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "");

  g_assert_null (sgn_new_company_page_get_path (page));
  name_company (start, " 　");
  g_assert_null (sgn_window_get_company (start->window));
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *nth)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, nth);
  return found;
}

static GtkWidget *
find (SgnNewCompanyPage *page, GType type, guint nth)
{
  GtkWidget *found = find_nth (GTK_WIDGET (page), type, &nth);

  g_assert_nonnull (found);
  return found;
}

static void
what_was_said_besides_is_kept (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");
  SgnNewStep *size = SGN_NEW_STEP (find (page, SGN_TYPE_NEW_STEP, 0));
  SgnNewStep *goal = SGN_NEW_STEP (find (page, SGN_TYPE_NEW_STEP, 1));

  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SPIN_BUTTON, 0)), "１８");
  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SPIN_BUTTON, 1)), "21");
  sgn_new_step_take (size);
  g_assert_cmpint (sgn_new_step_get_state (size), ==, SGN_STEP_DONE);
  g_assert_cmpint (sgn_new_step_get_state (goal), ==, SGN_STEP_NOW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (page, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  sgn_new_step_take (goal);
  sgn_new_steps_set_folder (SGN_NEW_STEPS (find (page, SGN_TYPE_NEW_STEPS, 0)), start->folder);
  place (start, page, "here");
  begin (start);
  g_assert_cmpint (get_record (start)->profile->employees, ==, 18);
  g_assert_cmpint (get_record (start)->profile->computers, ==, 21);
  g_assert_cmpstr (g_hash_table_lookup (get_record (start)->settings, SGN_SETTING_GOAL), ==,
                   "star-1");
  g_assert_true (g_str_has_suffix (sgn_session_get_path (sgn_window_get_session (start->window)),
                                   "here.sengen"));
}

static void
what_is_skipped_is_not_said (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");

  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SPIN_BUTTON, 0)), "18");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (page, GTK_TYPE_CHECK_BUTTON, 0)), TRUE);
  sgn_new_steps_set_folder (SGN_NEW_STEPS (find (page, SGN_TYPE_NEW_STEPS, 0)), start->folder);
  for (guint i = 0; i < 3; i++) {
    GtkWidget *step = find (page, SGN_TYPE_NEW_STEP, i);

    g_signal_emit_by_name (step, "skipped");
  }
  g_assert_null (sgn_new_company_page_get_goal (page));
  g_assert_null (sgn_new_company_page_get_folder (page));
  begin (start);
  g_assert_cmpint (get_record (start)->profile->employees, ==, -1);
}

/* What is there is never written over, also when it came after the place was chosen. */
static void
a_file_that_is_there_stays (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");
  g_autofree char *path = g_build_filename (start->folder, "mine.sengen", NULL);
  g_autofree char *bytes = NULL;

  place (start, page, "mine.sengen");
  g_assert_null (sgn_new_company_page_get_problem (page));
  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (start->window), "win.create", NULL);
  while (g_main_context_iteration (NULL, FALSE) || !gtk_widget_is_sensitive (GTK_WIDGET (page)))
    ;
  g_assert_null (sgn_window_get_company (start->window));
  place (start, page, "mine.sengen");
  g_assert_nonnull (sgn_new_company_page_get_problem (page));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "precious");

  /* Nothing that was typed is lost. */
  place (start, page, "other.sengen");
  g_assert_null (sgn_new_company_page_get_problem (page));
  begin (start);
  g_assert_cmpstr (get_record (start)->profile->name, ==, "試験商店");
}

static void
a_folder_that_cannot_be_written_is_told (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");

  place (start, page, "nowhere/mine.sengen");
  g_assert_nonnull (sgn_new_company_page_get_problem (page));
}

static void
going_back_keeps_what_was_typed (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");

  gtk_editable_set_text (GTK_EDITABLE (find (page, GTK_TYPE_SPIN_BUTTON, 0)), "18");
  sgn_window_show_start (start->window);
  g_assert_true (name_company (start, "試験商会") == page);
  begin (start);
  g_assert_cmpstr (get_record (start)->profile->name, ==, "試験商会");
  g_assert_cmpint (get_record (start)->profile->employees, ==, 18);
}

static const struct {
  const char *text;
  const char *words; /* NULL: none are shown */
  gboolean is_road;
} roads[] = {
  { "en\t1.50\tdone\tnow\tlater\tlater\tPreparing ★★", "Preparing ★★", TRUE },
  { "ja\t1.50\tdone\tnow\tlater\tlater\t★★を準備中", NULL, TRUE },
  { "en\tnan\tnext\tlater\tlater\tlater\t", "", TRUE },
  { "en\t1.50\tdone\tnow\tlater\tgone\tx", NULL, FALSE },
  { "en\t1.50\tdone\tnow\tlater", NULL, FALSE },
  { "", NULL, FALSE },
};

static void
a_road_is_read_or_left_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++) {
    GtkWidget *road = sgn_recent_road_new (roads[i].text);

    g_assert_true ((road != NULL) == roads[i].is_road);
    if (road == NULL)
      continue;
    g_object_ref_sink (road);
    g_assert_cmpstr (sgn_recent_road_get_words (SGN_RECENT_ROAD (road)), ==, roads[i].words);
    g_assert_finalize_object (G_OBJECT (road));
  }
}

static SgnRecentRow *
find_row (Start *start)
{
  return SGN_RECENT_ROW (app_support_find (GTK_WIDGET (start->window), SGN_TYPE_RECENT_ROW));
}

static gboolean
is_missing (gpointer start)
{
  return find_row (start) != NULL && sgn_recent_row_is_missing (find_row (start));
}

static gboolean
is_listed (Start *start, const char *path)
{
  g_autoptr (GPtrArray) files = sgn_settings_get_recent (start->settings);
  gboolean listed = FALSE;

  for (guint i = 0; i < files->len; i++)
    listed |= g_strcmp0 (g_file_peek_path (g_ptr_array_index (files, i)), path) == 0;
  return listed;
}

static void
close_company (Start *start)
{
  gtk_widget_activate_action (GTK_WIDGET (start->window), "win.close-file", NULL);
  app_support_wait (is_closed, start->window);
}

static void
the_start_page_says_how_far_a_company_is (Start *start, gconstpointer data)
{
  SgnNewCompanyPage *page = name_company (start, "試験商店");

  place (start, page, "here");
  begin (start);
  close_company (start);
  g_assert_nonnull (app_support_find (GTK_WIDGET (find_row (start)), SGN_TYPE_RECENT_ROAD));
  g_assert_true (app_support_says (GTK_WIDGET (find_row (start)), "★ comes next"));
  g_assert_true (app_support_says (GTK_WIDGET (find_row (start)), "試験商店"));
}

/* It stays in the list with two ways out, until one takes it off. */
static void
a_missing_file_has_ways_out (Start *start, gconstpointer data)
{
  g_autofree char *path = g_build_filename (start->folder, "here.sengen", NULL);
  SgnNewCompanyPage *page = name_company (start, "試験商店");

  place (start, page, "here");
  begin (start);
  close_company (start);
  g_assert_cmpint (g_unlink (path), ==, 0);
  sgn_window_show_start (start->window);
  app_support_wait (is_missing, start);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (find_row (start))));
  g_assert_nonnull (app_support_find (GTK_WIDGET (find_row (start)), GTK_TYPE_BUTTON));
  g_assert_true (is_listed (start, path));
  g_signal_emit_by_name (find_row (start), "forget");
  g_assert_false (is_listed (start, path));
}

#define ADD(path, test) g_test_add ("/start/" path, Start, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("a-file-comes-before-the-start-page", a_file_comes_before_the_start_page);
  ADD ("a-missing-file-leads-to-the-start-page", a_missing_file_leads_to_the_start_page);
  ADD ("the-start-page-says-how-far-a-company-is", the_start_page_says_how_far_a_company_is);
  ADD ("a-missing-file-has-ways-out", a_missing_file_has_ways_out);
  g_test_add_func ("/start/a-road-is-read-or-left-out", a_road_is_read_or_left_out);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strdup_printf ("/start/a-name-is-enough/%u", i);

    g_test_add (path, Start, names[i], set_up, a_name_is_enough, tear_down);
  }
  ADD ("without-a-name-nothing-begins", without_a_name_nothing_begins);
  ADD ("what-was-said-besides-is-kept", what_was_said_besides_is_kept);
  ADD ("what-is-skipped-is-not-said", what_is_skipped_is_not_said);
  ADD ("a-file-that-is-there-stays", a_file_that_is_there_stays);
  ADD ("a-folder-that-cannot-be-written-is-told", a_folder_that_cannot_be_written_is_told);
  ADD ("going-back-keeps-what-was-typed", going_back_keeps_what_was_typed);
  return g_test_run ();
}
