/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "app-support.h"
#include "sgn-company-view.h"
#include "sgn-documents-page.h"
#include "sgn-notice-bar.h"
#include "sgn-sheet-view.h"
#include "sgn-shell.h"
#include "sgn-text-size.h"

typedef struct {
  GtkWidget *window;
  SgnShell *shell;
  GtkWidget *sidebar;
} ShellFixture;

static void
set_up (ShellFixture *fixture, gconstpointer data)
{
  fixture->sidebar = gtk_label_new ("sidebar");
  fixture->shell = g_object_new (SGN_TYPE_SHELL, "sidebar", fixture->sidebar, "content",
                                 gtk_label_new ("content"), NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->shell));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (ShellFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
is_narrow (gpointer data)
{
  return sgn_shell_get_narrow (((ShellFixture *) data)->shell);
}

static gboolean
is_wide (gpointer data)
{
  return !sgn_shell_get_narrow (((ShellFixture *) data)->shell);
}

static void
wide_window_shows_the_sidebar (ShellFixture *fixture, gconstpointer data)
{
  app_support_wait (is_wide, fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture->sidebar));

  sgn_shell_set_revealed (fixture->shell, TRUE);
  g_assert_false (sgn_shell_get_revealed (fixture->shell));
}

static void
narrow_window_folds_the_sidebar_and_shows_it_on_demand (ShellFixture *fixture, gconstpointer data)
{
  app_support_wait (is_narrow, fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));

  sgn_shell_set_revealed (fixture->shell, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_get_child_visible (fixture->sidebar));
}

static void
large_letters_make_a_wide_window_narrow_and_back (ShellFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  int base = sgn_text_size_read_base (settings);

  app_support_wait (is_wide, fixture);
  sgn_text_size_apply (settings, base, 300);
  app_support_wait (is_narrow, fixture);
  sgn_text_size_apply (settings, base, 100);
  app_support_wait (is_wide, fixture);
}

static gboolean
is_ready (gpointer data)
{
  return sgn_documents_page_is_ready (data);
}

/* How many pixels of the widget's picture are dark. */
static guint
count_dark (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  guint dark = 0;
  int width;
  int height;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  pixels = g_new (guint32, (gsize) width * (gsize) height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    dark += (pixels[i] >> 24) == 0xff && (pixels[i] & 0xff) < 0x60;
  return dark;
}

static void
the_sheet_is_painted (void)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session = app_support_open_sample (folder);
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (SGN_TYPE_DOCUMENTS_PAGE, "session", session, "saving", saving,
                                  "title", "x", NULL);
  GtkWidget *sheet = app_support_find (page, SGN_TYPE_SHEET_VIEW);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  app_support_wait (is_ready, page);
  gtk_test_widget_wait_for_draw (window);

  g_assert_cmpuint (sgn_sheet_view_get_n_pages (SGN_SHEET_VIEW (sheet)), ==, 3);
  g_assert_cmpuint (count_dark (sheet), >, 500);

  sgn_sheet_view_set_page (SGN_SHEET_VIEW (sheet), 99);
  g_assert_cmpuint (sgn_sheet_view_get_page (SGN_SHEET_VIEW (sheet)), ==, 0);
  gtk_widget_activate_action (sheet, "paper.next-page", NULL);
  g_assert_cmpuint (sgn_sheet_view_get_page (SGN_SHEET_VIEW (sheet)), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  app_support_close (session);
  app_support_remove_folder (folder);
}

static void
reopened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
a_file_opened_for_reading_says_so (void)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session = app_support_open_company (folder);
  g_autofree char *path = g_strdup (sgn_session_get_path (session));
  GtkWidget *bar = g_object_ref_sink (g_object_new (SGN_TYPE_NOTICE_BAR, NULL));
  gboolean reopened = FALSE;

  sgn_notice_bar_watch (SGN_NOTICE_BAR (bar), session);
  g_assert_false (gtk_widget_get_visible (bar));

  app_support_close (session);
  sgn_session_open_async (session, path, SGN_OPEN_READ, reopened_cb, &reopened);
  app_support_wait (is_true, &reopened);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (bar)));
  g_assert_false (sgn_session_get_newer (session));

  g_assert_finalize_object (bar);
  app_support_close (session);
  app_support_remove_folder (folder);
}

static const int widths[] = { 1000, 400 };

/* A page never makes the window grow: not at 1000 pixels with any letters, nor at 400 with normal
 * ones. */
static void
assert_fits (GtkWidget *company, int width, int percent)
{
  int least = 0;

  gtk_widget_measure (company, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 500);
  gtk_widget_measure (company, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (width == 1000 || percent == 100)
    g_assert_cmpint (least, <=, width);
}

static void
pages_fold_without_complaint (gconstpointer data)
{
  g_autofree char *folder = app_support_make_folder ();
  g_autoptr (SgnSession) session =
    data != NULL ? app_support_open_sample (folder) : app_support_open_company (folder);
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  int base = sgn_text_size_read_base (settings);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *company = sgn_company_view_new (session, saving);

  gtk_window_set_child (GTK_WINDOW (window), company);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
    gtk_window_present (GTK_WINDOW (window));
    for (int percent = 100; percent <= 300; percent += 100) {
      sgn_text_size_apply (settings, base, percent);
      sgn_company_view_show_page (SGN_COMPANY_VIEW (company), "home");
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
      sgn_company_view_show_page (SGN_COMPANY_VIEW (company), "checklist");
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
      sgn_company_view_show_page (SGN_COMPANY_VIEW (company), "documents");
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
      g_assert_cmpstr (sgn_company_view_get_page (SGN_COMPANY_VIEW (company)), ==, "documents");
      sgn_company_view_show_page (SGN_COMPANY_VIEW (company), "review");
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
      sgn_company_view_show_page (SGN_COMPANY_VIEW (company), "restore");
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
      sgn_company_view_carry_over (SGN_COMPANY_VIEW (company));
      gtk_test_widget_wait_for_draw (window);
      assert_fits (company, widths[i], percent);
    }
  }
  sgn_text_size_apply (settings, base, 100);
  gtk_window_destroy (GTK_WINDOW (window));
  app_support_close (session);
  app_support_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  g_test_add ("/app/shell/wide-window-shows-the-sidebar", ShellFixture, GINT_TO_POINTER (1000),
              set_up, wide_window_shows_the_sidebar, tear_down);
  g_test_add ("/app/shell/narrow-window-folds-the-sidebar-and-shows-it-on-demand", ShellFixture,
              GINT_TO_POINTER (500), set_up, narrow_window_folds_the_sidebar_and_shows_it_on_demand,
              tear_down);
  g_test_add ("/app/shell/large-letters-make-a-wide-window-narrow-and-back", ShellFixture,
              GINT_TO_POINTER (1000), set_up, large_letters_make_a_wide_window_narrow_and_back,
              tear_down);
  g_test_add_func ("/app/documents/the-sheet-is-painted", the_sheet_is_painted);
  g_test_add_func ("/app/notice/a-file-opened-for-reading-says-so",
                   a_file_opened_for_reading_says_so);
  g_test_add_data_func ("/app/company/pages-fold-without-complaint/sample", "sample",
                        pages_fold_without_complaint);
  g_test_add_data_func ("/app/company/pages-fold-without-complaint/new", NULL,
                        pages_fold_without_complaint);

  return g_test_run ();
}
