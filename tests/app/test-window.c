/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-window.h"

/* A window that is first seen with what it opens. */

typedef struct {
  char *folder;
  SgnLibrary *library;
  SgnClock *clock;
  SgnSettings *settings;
  SgnWindow *window;
} Fixture;

/* The application is one for all, as in the program. */
static void
set_up (Fixture *fixture, gconstpointer application)
{
  fixture->folder = app_support_make_folder ();
  fixture->library = app_support_load_library ();
  fixture->clock = sgn_clock_new ();
  fixture->settings = sgn_settings_new ();
  fixture->window =
    sgn_window_new ((gpointer) application, fixture->library, fixture->clock, fixture->settings);
}

static gboolean
is_closed (gpointer window)
{
  return sgn_window_get_company (window) == NULL;
}

/* A file is closed before its folder goes. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  if (sgn_window_get_company (fixture->window) != NULL) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-file", NULL);
    app_support_wait (is_closed, fixture->window);
  }
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

    gtk_window_destroy (window);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->settings);
  sgn_clock_unref (fixture->clock);
  sgn_library_unref (fixture->library);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_seen (gpointer window)
{
  return gtk_widget_get_visible (window);
}

static void
open_path (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  sgn_window_open_file (fixture->window, file);
  g_assert_false (is_seen (fixture->window));
  app_support_wait (is_seen, fixture->window);
}

static void
a_window_comes_with_its_company (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.sengen", NULL);

  app_support_close (app_support_open_company (fixture->folder));
  open_path (fixture, path);

  g_assert_nonnull (sgn_window_get_company (fixture->window));
}

/* The window that says it lies over one that is there. */
static void
a_broken_file_is_told_in_a_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "broken.sengen", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "not a company", -1, &error);
  g_assert_no_error (error);
  open_path (fixture, path);

  g_assert_null (sgn_window_get_company (fixture->window));
}

static void
a_file_elsewhere_is_told_in_a_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://example.invalid/test.sengen");

  sgn_window_open_file (fixture->window, file);

  g_assert_true (is_seen (fixture->window));
  g_assert_null (sgn_window_get_company (fixture->window));
}

#define CASE(name, test) \
  g_test_add ("/app/window/" name, Fixture, application, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  CASE ("a window comes with its company", a_window_comes_with_its_company);
  CASE ("a broken file is told in a window", a_broken_file_is_told_in_a_window);
  CASE ("a file elsewhere is told in a window", a_file_elsewhere_is_told_in_a_window);

  return g_test_run ();
}
