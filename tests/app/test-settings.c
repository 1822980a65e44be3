/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-computer-group.h"
#include "sgn-entries-dialog.h"
#include "sgn-field-row.h"
#include "sgn-people-group.h"
#include "sgn-settings-page.h"
#include "sgn-sites-group.h"

static gboolean
is_idle (gpointer saving)
{
  return !sgn_saving_is_busy (saving);
}

static const SgnProfile *
get_profile (AppFixture *fixture)
{
  return sgn_session_get_record (fixture->session)->profile;
}

/* (nullable): the row of a detail, by its name in the file */
static SgnFieldRow *
find_field (GtkWidget *widget, const char *name)
{
  if (SGN_IS_FIELD_ROW (widget) &&
      g_strcmp0 (sgn_field_row_get_name (SGN_FIELD_ROW (widget)), name) == 0)
    return SGN_FIELD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    SgnFieldRow *found = find_field (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static SgnFieldRow *
type (AppFixture *fixture, GtkWidget *page, const char *name, const char *text)
{
  SgnFieldRow *row = find_field (page, name);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  sgn_field_row_flush (row);
  app_support_wait (is_idle, fixture->saving);
  return row;
}

static const char *
get_text (SgnFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
each_change_is_an_act_that_can_be_undone (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  SgnFieldRow *row = type (fixture, page, "address", "東京都葛󠄀飾区1-2-3");
  AppEnding ending = { 0 };

  g_assert_cmpstr (get_profile (fixture)->address, ==, "東京都葛󠄀飾区1-2-3");
  type (fixture, page, "phone", "03-1234-5678");
  g_assert_cmpstr (get_profile (fixture)->address, ==, "東京都葛󠄀飾区1-2-3");

  sgn_session_undo_async (fixture->session, app_ending_cb, &ending);
  app_ending_wait (&ending);
  g_assert_null (get_profile (fixture)->phone);
  g_assert_cmpstr (get_text (row), ==, "東京都葛󠄀飾区1-2-3");
  g_assert_cmpstr (get_text (find_field (page, "phone")), ==, "");
}

/* Two fields left one after the other, before the first is on disk. */
static void
quick_changes_do_not_take_each_other_back (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);

  gtk_editable_set_text (GTK_EDITABLE (find_field (page, "industry")), "製造業");
  gtk_editable_set_text (GTK_EDITABLE (find_field (page, "contact")), "山﨑 健太");
  sgn_page_flush (SGN_PAGE (page));
  app_support_wait (is_idle, fixture->saving);

  g_assert_cmpstr (get_profile (fixture)->industry, ==, "製造業");
  g_assert_cmpstr (get_profile (fixture)->contact, ==, "山﨑 健太");
}

static void
nothing_typed_is_no_act (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  g_autofree char *head = g_strdup (sgn_session_get_record (fixture->session)->head);

  sgn_page_flush (SGN_PAGE (page));
  type (fixture, page, "address", "   ");
  app_support_wait (is_idle, fixture->saving);

  g_assert_cmpstr (sgn_session_get_record (fixture->session)->head, ==, head);
}

static const struct {
  const char *field;
  const char *typed;
  const char *kept;
  const char *hint; /* (nullable) */
} typings[] = {
  { "corporate_number", "７０００−０１２−０５０００２", "7000012050002", NULL },
  { "corporate_number", "1234567890123", "1234567890123", "does not have 13 digits" },
  { "postal_code", "〒１２４−００１２", "124-0012", NULL },
  { "postal_code", "1240012", "124-0012", NULL },
  { "postal_code", "124", "124", "seven digits" },
  { "employees", "１，２３４", "1234", NULL },
  { "employees", "", "", NULL },
  { "email", "あ@example.jp", "あ@example.jp", "half-width letters" },
  { "name_kana", " ヒナタセイコウ ", "ヒナタセイコウ", NULL },
};

static void
digits_are_taken_however_typed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);

  for (guint i = 0; i < G_N_ELEMENTS (typings); i++) {
    SgnFieldRow *row = type (fixture, page, typings[i].field, typings[i].typed);
    GtkWidget *hint = sgn_field_row_get_hint (row);

    g_assert_cmpstr (get_text (row), ==, typings[i].kept);
    g_assert_true (gtk_widget_get_visible (hint) == (typings[i].hint != NULL));
    g_assert_true (typings[i].hint == NULL || app_support_says (hint, typings[i].hint));
  }
}

static void
what_cannot_be_kept_stays_and_says_why (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  SgnFieldRow *people = type (fixture, page, "employees", "about ten");
  SgnFieldRow *name = type (fixture, page, "name", "　");

  g_assert_cmpstr (get_text (people), ==, "about ten");
  g_assert_true (app_support_says (sgn_field_row_get_hint (people), "not a whole number"));
  g_assert_true (app_support_says (sgn_field_row_get_hint (name), "has no name"));
  g_assert_cmpint (get_profile (fixture)->employees, ==, -1);
  g_assert_cmpstr (get_profile (fixture)->name, ==, "試験商店");
}

/* The dialog that asks for lines, once it is there. */
static SgnEntriesDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (SGN_IS_ENTRIES_DIALOG (window))
      return SGN_ENTRIES_DIALOG (window);
  }
  return NULL;
}

static GtkEditable *
get_line (SgnEntriesDialog *dialog, guint n)
{
  GtkWidget *row = app_support_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < n; i++)
    row = gtk_widget_get_next_sibling (row);
  return GTK_EDITABLE (row);
}

static SgnEntriesDialog *
press_add (GtkWidget *page, GType group)
{
  GtkWidget *button = app_support_find (app_support_find (page, group), GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static void
a_person_is_added_and_changed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  SgnEntriesDialog *dialog = press_add (page, SGN_TYPE_PEOPLE_GROUP);
  const SgnPerson *person;

  gtk_editable_set_text (get_line (dialog, 0), "髙橋 美咲");
  gtk_editable_set_text (get_line (dialog, 2), "総務課");
  sgn_entries_dialog_save (dialog);
  app_support_wait (is_idle, fixture->saving);

  person = sgn_record_find_person_named (sgn_session_get_record (fixture->session), "髙橋 美咲");
  g_assert_nonnull (person);
  g_assert_cmpstr (person->department, ==, "総務課");
  g_assert_true (app_support_says (page, "総務課"));
  g_assert_null (find_dialog ());
}

static void
a_wrong_person_is_said_in_the_dialog (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  SgnEntriesDialog *dialog = press_add (page, SGN_TYPE_PEOPLE_GROUP);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  gtk_editable_set_text (get_line (dialog, 0), "髙橋 美咲");
  gtk_editable_set_text (get_line (dialog, 5), "いつか");
  sgn_entries_dialog_save (dialog);
  app_support_wait (is_idle, fixture->saving);

  g_assert_true (find_dialog () == dialog);
  g_assert_true (app_support_says (GTK_WIDGET (dialog), "date"));
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->persons->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_site_is_added_and_taken_out (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);
  SgnEntriesDialog *dialog = press_add (page, SGN_TYPE_SITES_GROUP);
  GtkWidget *row;

  gtk_editable_set_text (get_line (dialog, 0), "東工場");
  gtk_editable_set_text (get_line (dialog, 2), "x");
  sgn_entries_dialog_save (dialog);
  g_assert_true (app_support_says (GTK_WIDGET (dialog), "not a whole number"));
  gtk_editable_set_text (get_line (dialog, 2), "１２");
  sgn_entries_dialog_save (dialog);
  app_support_wait (is_idle, fixture->saving);

  g_assert_cmpuint (get_profile (fixture)->sites->len, ==, 1);
  g_assert_cmpint (((SgnSite *) get_profile (fixture)->sites->pdata[0])->employees, ==, 12);

  row = app_support_find (app_support_find (page, SGN_TYPE_SITES_GROUP), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (app_support_find (row, GTK_TYPE_BUTTON), "clicked");
  app_support_wait (is_idle, fixture->saving);
  g_assert_cmpuint (get_profile (fixture)->sites->len, ==, 0);
}

static void
a_read_only_file_can_be_read_and_not_changed (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  AppEnding ending = { 0 };
  GtkWidget *page;

  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
  page = app_fixture_show_page (fixture, SGN_TYPE_SETTINGS_PAGE);

  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_field (page, "name"))));
  g_assert_cmpstr (get_text (find_field (page, "name")), ==, "試験商店");
  g_assert_false (gtk_widget_get_sensitive (
    app_support_find (app_support_find (page, SGN_TYPE_PEOPLE_GROUP), GTK_TYPE_BUTTON)));
}

static void
the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page =
    g_object_ref_sink (g_object_new (SGN_TYPE_SETTINGS_PAGE, "session", fixture->session, "saving",
                                     fixture->saving, "title", "x", NULL));

  g_assert_finalize_object (page);
}

#define ADD(name)                                                                 \
  g_test_add ("/app/settings/" #name, AppFixture, NULL, app_fixture_set_up, name, \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (each_change_is_an_act_that_can_be_undone);
  ADD (quick_changes_do_not_take_each_other_back);
  ADD (nothing_typed_is_no_act);
  ADD (digits_are_taken_however_typed);
  ADD (what_cannot_be_kept_stays_and_says_why);
  ADD (a_person_is_added_and_changed);
  ADD (a_wrong_person_is_said_in_the_dialog);
  ADD (a_site_is_added_and_taken_out);
  ADD (a_read_only_file_can_be_read_and_not_changed);
  ADD (the_page_is_released);
  return g_test_run ();
}
