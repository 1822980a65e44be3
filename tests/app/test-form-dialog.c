/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-form-dialog.h"

static GtkWidget *
open_dialog (AppFixture *fixture)
{
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  dialog = sgn_form_dialog_new (GTK_WINDOW (fixture->window), fixture->session, fixture->saving);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  return dialog;
}

/* A row by its title. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, title)), text);
}

static const char *
get_typed (GtkWidget *dialog, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, title)));
}

/* The ways to write dates, in their order. */
static GtkCheckButton *
get_style (GtkWidget *dialog, guint n)
{
  GtkWidget *button = app_support_find (dialog, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < n; i++)
    button = gtk_widget_get_next_sibling (button);
  return GTK_CHECK_BUTTON (button);
}

static AdwComboRow *
get_month (GtkWidget *dialog)
{
  return ADW_COMBO_ROW (find_row (dialog, "First Month"));
}

static gboolean
is_idle (gpointer saving)
{
  return !sgn_saving_is_busy (saving);
}

static void
save (AppFixture *fixture, GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "form.save", NULL);
  app_support_wait (is_idle, fixture->saving);
}

static const char *
get_setting (AppFixture *fixture, const char *name)
{
  return g_hash_table_lookup (sgn_session_get_record (fixture->session)->settings, name);
}

static guint
count_settings (AppFixture *fixture)
{
  return g_hash_table_size (sgn_session_get_record (fixture->session)->settings);
}

static void
set_setting (AppFixture *fixture, const char *name, const char *value)
{
  AppEnding ending = { 0 };

  sgn_session_set_setting_async (fixture->session, name, value, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static gboolean
can_save (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

static void
each_way_to_write_dates_shows_today (AppFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "Western year: 2026年11月23日", "Era year: 令和8年11月23日",
                                       "Both: 2026年（令和8年）11月23日" };
  GtkWidget *dialog = open_dialog (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (gtk_check_button_get_label (get_style (dialog, i)), ==, words[i]);
  g_assert_true (gtk_check_button_get_active (get_style (dialog, 0)));
  g_assert_cmpuint (adw_combo_row_get_selected (get_month (dialog)), ==, 3);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
what_was_chosen_before_is_shown (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  set_setting (fixture, "dates", "both");
  set_setting (fixture, "stamps", "作成、確認、承認");
  set_setting (fixture, "fiscal-month", "10");
  dialog = open_dialog (fixture);

  g_assert_true (gtk_check_button_get_active (get_style (dialog, 2)));
  g_assert_cmpstr (get_typed (dialog, "First Box"), ==, "作成");
  g_assert_cmpstr (get_typed (dialog, "Third Box"), ==, "承認");
  g_assert_cmpstr (get_typed (dialog, "Fourth Box"), ==, "");
  g_assert_cmpuint (adw_combo_row_get_selected (get_month (dialog)), ==, 9);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
one_act_is_saved_and_undone (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  AppEnding ending = { 0 };

  gtk_check_button_set_active (get_style (dialog, 1), TRUE);
  type (dialog, "First Box", " 作成 ");
  type (dialog, "Third Box", "承認");
  adw_combo_row_set_selected (get_month (dialog), 0);
  save (fixture, dialog);

  g_assert_cmpstr (get_setting (fixture, "dates"), ==, "era");
  g_assert_cmpstr (get_setting (fixture, "stamps"), ==, "作成、承認");
  g_assert_cmpstr (get_setting (fixture, "fiscal-month"), ==, "1");

  sgn_session_undo_async (fixture->session, app_ending_cb, &ending);
  app_ending_wait (&ending);
  g_assert_cmpuint (count_settings (fixture), ==, 0);
}

static void
only_what_changed_is_saved (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  type (dialog, "First Box", "作成");
  save (fixture, dialog);

  g_assert_cmpuint (count_settings (fixture), ==, 1);
  g_assert_cmpstr (get_setting (fixture, "stamps"), ==, "作成");
}

static void
saving_without_a_change_is_no_act (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *head = g_strdup (sgn_session_get_record (fixture->session)->head);
  GtkWidget *dialog = open_dialog (fixture);

  save (fixture, dialog);

  g_assert_cmpuint (count_settings (fixture), ==, 0);
  g_assert_cmpstr (sgn_session_get_record (fixture->session)->head, ==, head);
}

static void
stamp_boxes_can_go_away (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  set_setting (fixture, "stamps", "作成");
  dialog = open_dialog (fixture);
  type (dialog, "First Box", "");
  save (fixture, dialog);

  g_assert_cmpstr (get_setting (fixture, "stamps"), ==, "");
}

static void
cancelling_saves_nothing (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  gtk_check_button_set_active (get_style (dialog, 1), TRUE);
  gtk_widget_activate_action (dialog, "window.close", NULL);

  g_assert_cmpuint (count_settings (fixture), ==, 0);
}

static const struct {
  const char *label;
  const char *words; /* (nullable): NULL fits */
} labels[] = {
  { "確認者印", NULL },
  { "一二三四五六", NULL },
  { "一二三四五六七", "does not fit above a stamp box" },
  { "甲、乙、丙、丁、戊", "room for 4 stamp boxes" },
};

static void
what_does_not_fit_is_told (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    type (dialog, "Second Box", labels[i].label);

    g_assert_true (can_save (dialog) == (labels[i].words == NULL));
    g_assert_true (gtk_widget_has_css_class (find_row (dialog, "Second Box"), "error") ==
                   (labels[i].words != NULL));
    g_assert_true (labels[i].words == NULL || app_support_says (dialog, labels[i].words));
  }
  type (dialog, "Second Box", "");
  g_assert_true (can_save (dialog));
  g_assert_false (app_support_says (dialog, "stamp boxes."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
reopen_read_only (AppFixture *fixture)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding ending = { 0 };

  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static gboolean
is_told (gpointer dialog)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == dialog)
      return app_support_says (GTK_WIDGET (window), "could not be saved");
  }
  return FALSE;
}

static void
what_could_not_be_saved_stays (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  type (dialog, "First Box", "作成");
  reopen_read_only (fixture);
  save (fixture, dialog);

  app_support_wait (is_told, dialog);
  g_assert_cmpstr (get_typed (dialog, "First Box"), ==, "作成");
  g_assert_cmpuint (count_settings (fixture), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_read_only_file_shows_without_changing (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  set_setting (fixture, "stamps", "作成");
  reopen_read_only (fixture);
  dialog = open_dialog (fixture);

  g_assert_false (can_save (dialog));
  g_assert_false (gtk_widget_is_sensitive (find_row (dialog, "First Box")));
  g_assert_cmpstr (get_typed (dialog, "First Box"), ==, "作成");
  g_assert_true (app_support_says (dialog, "reading only"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
the_dialog_is_released (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GWeakRef weak;

  g_weak_ref_init (&weak, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_null (g_weak_ref_get (&weak));
  g_weak_ref_clear (&weak);
}

static const struct {
  const char *name;
  void (*run) (AppFixture *fixture, gconstpointer data);
} cases[] = {
  { "each-way-to-write-dates-shows-today", each_way_to_write_dates_shows_today },
  { "what-was-chosen-before-is-shown", what_was_chosen_before_is_shown },
  { "one-act-is-saved-and-undone", one_act_is_saved_and_undone },
  { "only-what-changed-is-saved", only_what_changed_is_saved },
  { "saving-without-a-change-is-no-act", saving_without_a_change_is_no_act },
  { "stamp-boxes-can-go-away", stamp_boxes_can_go_away },
  { "cancelling-saves-nothing", cancelling_saves_nothing },
  { "what-does-not-fit-is-told", what_does_not_fit_is_told },
  { "what-could-not-be-saved-stays", what_could_not_be_saved_stays },
  { "a-read-only-file-shows-without-changing", a_read_only_file_shows_without_changing },
  { "the-dialog-is-released", the_dialog_is_released },
};

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/app/form-dialog/%s", cases[i].name);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, cases[i].run, app_fixture_tear_down);
  }
  return g_test_run ();
}
