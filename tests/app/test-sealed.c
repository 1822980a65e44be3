/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "app-support.h"
#include "sgn-backup-dialog.h"
#include "sgn-backup-row.h"
#include "sgn-restore-page.h"
#include "sgn-seal-box.h"
#include "sgn-second-folder.h"

#define PASSPHRASE "毎朝七時に門を開ける"

static void
type (GtkWidget *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static void
a_seal_needs_the_same_passphrase_twice (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *widget = sgn_backup_dialog_new (GTK_WINDOW (fixture->window));
  SgnBackupDialog *dialog = SGN_BACKUP_DIALOG (widget);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (widget);
  GtkWidget *fields = app_support_find (widget, ADW_TYPE_PASSWORD_ENTRY_ROW);
  GtkWidget *again = gtk_widget_get_next_sibling (fields);
  g_autofree char *passphrase = NULL;

  gtk_window_present (GTK_WINDOW (widget));
  g_assert_true (adw_message_dialog_get_response_enabled (message, "choose"));
  g_assert_null (sgn_backup_dialog_dup_passphrase (dialog));

  gtk_switch_set_active (GTK_SWITCH (app_support_find (widget, GTK_TYPE_SWITCH)), TRUE);
  g_assert_false (adw_message_dialog_get_response_enabled (message, "choose"));
  type (fields, "七文字しかない");
  type (again, "七文字しかない");
  g_assert_false (adw_message_dialog_get_response_enabled (message, "choose"));
  g_assert_true (app_support_says (widget, "Type eight characters or more"));

  type (fields, PASSPHRASE);
  g_assert_false (adw_message_dialog_get_response_enabled (message, "choose"));
  g_assert_true (app_support_says (widget, "The two passphrases are not the same."));
  type (again, PASSPHRASE);
  g_assert_true (adw_message_dialog_get_response_enabled (message, "choose"));
  passphrase = sgn_backup_dialog_dup_passphrase (dialog);
  g_assert_cmpstr (passphrase, ==, PASSPHRASE);

  gtk_window_destroy (GTK_WINDOW (widget));
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnBackupList) list =
    sgn_session_list_backups_finish (SGN_SESSION (object), result, &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (list->folder, "test-2026-11-24" SGN_SEALED_SUFFIX, NULL);
  sgn_session_seal_backup_async (SGN_SESSION (object), path, PASSPHRASE, app_ending_cb, user_data);
}

/* One copy that is open and one that is sealed, where copies are kept. */
static void
make_copies (AppFixture *fixture)
{
  AppEnding ending = { 0 };

  app_support_keep_backup (fixture->session);
  sgn_session_list_backups_async (fixture->session, NULL, FALSE, listed_cb, &ending);
  app_ending_wait (&ending);
}

static gboolean
page_is_ready (gpointer data)
{
  return sgn_restore_page_is_ready (data);
}

static GtkWidget *
show_page (AppFixture *fixture)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_RESTORE_PAGE);

  app_support_wait (page_is_ready, page);
  return page;
}

static GtkWidget *
find_sealed_row (GtkWidget *page)
{
  GtkWidget *row = app_support_find (page, SGN_TYPE_BACKUP_ROW);

  while (row != NULL &&
         sgn_backup_row_get_backup (SGN_BACKUP_ROW (row))->state != SGN_BACKUP_SEALED)
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  return row;
}

static void
give_passphrase (GtkWidget *page, const char *passphrase)
{
  GtkWidget *box = app_support_find (page, SGN_TYPE_SEAL_BOX);

  type (app_support_find (box, ADW_TYPE_PASSWORD_ENTRY_ROW), passphrase);
  g_signal_emit_by_name (box, "typed");
  app_support_wait (page_is_ready, page);
}

static void
a_sealed_copy_opens_with_its_passphrase_only (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  make_copies (fixture);
  page = show_page (fixture);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_sealed_row (page))));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_sealed_row (page)), TRUE);
  g_assert_true (app_support_says (page, "This copy is sealed."));
  g_assert_null (sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)));

  give_passphrase (page, "毎朝八時に門を開ける");
  g_assert_true (app_support_says (page, "This copy is sealed."));
  g_assert_null (sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)));

  give_passphrase (page, PASSPHRASE);
  g_assert_false (app_support_says (page, "This copy is sealed."));
  g_assert_true (app_support_says (page, "Nothing is missing in this backup"));
  g_assert_cmpstr (sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)), ==, PASSPHRASE);
}

static void
another_choice_forgets_the_passphrase (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *first;

  make_copies (fixture);
  page = show_page (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_sealed_row (page)), TRUE);
  give_passphrase (page, PASSPHRASE);
  g_assert_nonnull (sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)));

  first = app_support_find (page, SGN_TYPE_BACKUP_ROW);
  if (first == find_sealed_row (page))
    first = gtk_widget_get_next_sibling (first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), TRUE);
  app_support_wait (page_is_ready, page);
  g_assert_null (sgn_restore_page_get_passphrase (SGN_RESTORE_PAGE (page)));
  g_assert_false (app_support_says (page, "This copy is sealed."));
}

static void
the_second_folder_is_shown (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "usb", NULL);
  GtkWidget *page = show_page (fixture);
  AppEnding ending = { 0 };

  g_assert_true (app_support_says (page, "None. A USB stick or another disk"));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  sgn_session_set_second_folder_async (fixture->session, folder, app_ending_cb, &ending);
  app_ending_wait (&ending);
  g_signal_emit_by_name (app_support_find (page, SGN_TYPE_SECOND_FOLDER), "changed");
  app_support_wait (page_is_ready, page);
  g_assert_true (app_support_says (page, folder));

  app_support_remove_folder (folder);
  g_signal_emit_by_name (app_support_find (page, SGN_TYPE_SECOND_FOLDER), "changed");
  app_support_wait (page_is_ready, page);
  g_assert_true (app_support_says (page, "(not connected now)"));
}

#define ADD(name, test)                                                        \
  g_test_add ("/app/sealed/" name, AppFixture, NULL, app_fixture_set_up, test, \
              app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("a-seal-needs-the-same-passphrase-twice", a_seal_needs_the_same_passphrase_twice);
  ADD ("a-sealed-copy-opens-with-its-passphrase-only",
       a_sealed_copy_opens_with_its_passphrase_only);
  ADD ("another-choice-forgets-the-passphrase", another_choice_forgets_the_passphrase);
  ADD ("the-second-folder-is-shown", the_second_folder_is_shown);

  return g_test_run ();
}
