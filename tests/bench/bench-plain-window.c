/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that a window of this toolkit costs: the same frame with as many rows, in lists without
 * anything behind them. Prints the same object as bench-window.
 *
 * usage: bench-plain-window PAGES ROWS */

#include <adwaita.h>
#include <stdlib.h>

#include "bench-time.h"

typedef struct {
  guint n_pages;
  guint n_rows;
  gint64 start;
  GtkWindow *window;
} Run;

static void
painted_cb (GdkFrameClock *frame_clock, gpointer user_data)
{
  Run *run = user_data;
  gint64 wall = bench_now () - run->start;
  gint64 worked = bench_worked ();

  g_print ("{");
  bench_print ("wall", &wall, 1, FALSE);
  bench_print ("processor", &worked, 1, TRUE);
  g_print ("}\n");
  g_signal_handlers_disconnect_by_data (frame_clock, run);
  gtk_window_destroy (run->window);
}

static GtkWidget *
make_page_row (guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *words = g_strdup_printf ("ページ %u", i);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("printer-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  return box;
}

static GtkWidget *
make_row (guint i)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf ("確かめること %u", i);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "期限と担当の人");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new ("着手"));
  return row;
}

static GtkWidget *
make_list (guint n_rows, GtkWidget *(*make) (guint i))
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make (i));
  return list;
}

static GtkWidget *
make_side (GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  return box;
}

static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  Run *run = user_data;
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *pages = make_side (make_list (run->n_pages, make_page_row));
  GtkWidget *content;

  adw_clamp_set_child (ADW_CLAMP (clamp), make_list (run->n_rows, make_row));
  content = make_side (clamp);
  gtk_widget_set_size_request (pages, 240, -1);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), pages);
  gtk_box_append (GTK_BOX (box), content);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  run->window = GTK_WINDOW (window);
  gtk_window_present (run->window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    run);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  Run run = { .start = bench_now () };

  g_assert_cmpint (argc, ==, 3);
  run.n_pages = (guint) atoi (argv[1]);
  run.n_rows = (guint) atoi (argv[2]);
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &run);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
