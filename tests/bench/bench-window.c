/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person waits for: from the start of the program until the window with an open company file
 * was painted for the first time. Prints one JSON object of nanoseconds, of the wall and of the
 * processor. */

#include "bench-time.h"

#include "sgn-data-dir.h"
#include "sgn-window.h"

typedef struct {
  const char *path;
  SgnLibrary *library;
  SgnClock *clock;
  SgnSettings *settings;
  SgnWindow *window;
  gint64 start;
} Run;

static void
print_figures (const Run *run)
{
  gint64 wall = bench_now () - run->start;
  gint64 worked = bench_worked ();

  g_print ("{");
  bench_print ("wall", &wall, 1, FALSE);
  bench_print ("processor", &worked, 1, TRUE);
  g_print ("}\n");
}

static void
painted_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  Run *run = user_data;

  if (run->window == NULL || sgn_window_get_company (run->window) == NULL)
    return;
  print_figures (run);
  g_signal_handlers_disconnect_by_data (frame_clock, run);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&run->window)));
}

static void
realized_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    user_data);
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (run->path);

  run->settings = sgn_settings_new ();
  run->window = sgn_window_new (application, run->library, run->clock, run->settings);
  g_signal_connect (run->window, "realize", G_CALLBACK (realized_cb), run);
  sgn_window_open_file (run->window, file);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwApplication) application = NULL;
  g_autofree char *folder = sgn_data_dir ();
  Run run = { .path = argv[1], .start = bench_now () };

  g_assert_cmpint (argc, ==, 2);
  run.library = sgn_library_load (folder, &error);
  g_assert_no_error (error);
  sgn_library_read_ahead (run.library);
  run.clock = sgn_clock_new ();
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &run);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_clear_object (&run.settings);
  sgn_clock_unref (run.clock);
  sgn_library_unref (run.library);
  return 0;
}
