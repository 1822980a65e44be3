/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"

#include <string.h>

#include <glib/gstdio.h>

#include "sgn-data-dir.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#define PATIENCE_S 10

#ifdef __SANITIZE_ADDRESS__
/* GLib never frees the table of quarks that a larger one takes the place of, and a walk through all
 * pages needs the larger one. It is made while libraries start, and no name of a function tells it
 * from other memory: what libraries take before any code of ours is not counted as lost. */
static void
stop_counting (void)
{
  __lsan_disable ();
}

static void (*const before_libraries) (void)
  __attribute__ ((section (".preinit_array"), used)) = stop_counting;

static void __attribute__ ((constructor)) count_from_here (void)
{
  __lsan_enable ();
}
#endif

SgnLibrary *
app_support_load_library (void)
{
  g_autofree char *folder = sgn_data_dir ();
  g_autoptr (GError) error = NULL;
  SgnLibrary *library = sgn_library_load (folder, &error);

  g_assert_no_error (error);
  return library;
}

char *
app_support_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sengen-app-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
app_support_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      app_support_remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

void
app_support_wait (AppSupportDone done, gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (!done (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

void
app_ending_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppEnding *ending = user_data;

  sgn_session_act_finish (SGN_SESSION (object), result, &ending->error);
  ending->over = TRUE;
}

static gboolean
is_over (gpointer data)
{
  return ((AppEnding *) data)->over;
}

void
app_ending_wait (AppEnding *ending)
{
  app_support_wait (is_over, ending);
  g_assert_no_error (ending->error);
}

static SgnSession *
new_session (void)
{
  g_autoptr (SgnLibrary) library = app_support_load_library ();
  g_autoptr (SgnClock) clock = sgn_clock_new_fixed ("2026-11-23T10:15:00+09:00");

  return sgn_session_new (library, clock);
}

SgnSession *
app_support_open_company (const char *folder)
{
  SgnSession *session = new_session ();
  g_autofree char *path = g_build_filename (folder, "test.sengen", NULL);
  g_autoptr (SgnProfile) profile = sgn_profile_new ("試験商店");
  AppEnding ending = { 0 };

  sgn_session_create_async (session, path, profile, app_ending_cb, &ending);
  app_ending_wait (&ending);
  return session;
}

SgnSession *
app_support_open_sample (const char *folder)
{
  SgnSession *session = new_session ();
  g_autofree char *path = g_build_filename (folder, "sample.sengen", NULL);
  AppEnding ending = { 0 };

  sgn_session_create_sample_async (session, path, app_ending_cb, &ending);
  app_ending_wait (&ending);
  return session;
}

void
app_support_close (SgnSession *session)
{
  AppEnding ending = { 0 };

  sgn_session_close_async (session, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

void
app_support_reopen (SgnSession *session)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (session));
  AppEnding ending = { 0 };

  app_support_close (session);
  sgn_session_open_async (session, path, SGN_OPEN_WRITE, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

void
app_support_answer (SgnSession *session, const char *item, const char *note)
{
  SgnAnswerChange change = { .catalogue = "ipa-self-check@4.0",
                             .item = item,
                             .value = "done",
                             .note = note };
  AppEnding ending = { 0 };

  sgn_session_answer_async (session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppEnding *ending = user_data;
  g_autoptr (SgnKept) kept =
    sgn_session_keep_backup_finish (SGN_SESSION (object), result, &ending->error);

  ending->over = TRUE;
  g_assert_no_error (ending->error);
  g_assert_nonnull (kept->path);
}

void
app_support_keep_backup (SgnSession *session)
{
  AppEnding ending = { 0 };

  sgn_session_keep_backup_async (session, SGN_KEEP_NOW, kept_cb, &ending);
  app_ending_wait (&ending);
}

GtkWidget *
app_support_find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = app_support_find (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

gboolean
app_support_says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (app_support_says (child, words))
      return TRUE;
  return FALSE;
}

gboolean
app_support_press (GtkWidget *window, guint key, GdkModifierType state)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window));

  for (; widget != NULL; widget = gtk_widget_get_parent (widget)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

    for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
      if (taken)
        return TRUE;
    }
  }
  return FALSE;
}

void
app_fixture_set_up (AppFixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_company (fixture->folder);
  fixture->saving = sgn_saving_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

void
app_fixture_tear_down (AppFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_support_close (fixture->session);
  g_object_unref (fixture->saving);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

GtkWidget *
app_fixture_show_page (AppFixture *fixture, GType type)
{
  GtkWidget *page =
    g_object_new (type, "session", fixture->session, "saving", fixture->saving, "title", "x", NULL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sgn_page_opened (SGN_PAGE (page));
  return page;
}
