/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-evidence-box.h"
#include "sgn-evidence-dialog.h"
#include "sgn-evidence-opening.h"
#include "sgn-evidence-picker.h"
#include "sgn-evidence-row.h"
#include "sgn-small-picture.h"
#include "sgn-thumbnail.h"

/* A photograph that says where it was taken, as far as anybody can tell without its pixels. */
static const char placed_photo[] = "\0\0\0\x18"
                                   "ftypheic\0\0\0\0mif1heic\0\0\0\6"
                                   "<exif:GPSLatitude>35,41.3667N</exif:GPSLatitude>pixels";

/* The page of a fresh company with the first question of the self-check on it, what it told, and
 * what the toasts said. */
typedef struct {
  AppFixture app;
  GtkWidget *page;
  SgnEvidenceBox *box;
  GString *told;
  GString *toasts;
} Fixture;

static void
told_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *body;

  g_variant_get (target, "(&s&s)", NULL, &body);
  g_string_append (user_data, body);
}

static void
toast_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  g_string_append (user_data, g_variant_get_string (target, NULL));
}

static void
add_action (GSimpleActionGroup *group,
            const char *name,
            const char *type,
            GCallback callback,
            gpointer data)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", callback, data);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  app_fixture_set_up (&fixture->app, data);
  fixture->told = g_string_new (NULL);
  fixture->toasts = g_string_new (NULL);
  add_action (group, "tell", "(ss)", G_CALLBACK (told_cb), fixture->told);
  add_action (group, "toast", "s", G_CALLBACK (toast_cb), fixture->toasts);
  add_action (group, "toast-undo", "s", G_CALLBACK (toast_cb), fixture->toasts);
  gtk_widget_insert_action_group (fixture->app.window, "win", G_ACTION_GROUP (group));
  fixture->page = app_fixture_show_page (&fixture->app, SGN_TYPE_CHECKLIST_PAGE);
  fixture->box = SGN_EVIDENCE_BOX (app_support_find (fixture->page, SGN_TYPE_EVIDENCE_BOX));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_fixture_tear_down (&fixture->app, data);
  g_string_free (fixture->told, TRUE);
  g_string_free (fixture->toasts, TRUE);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (fixture->app.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, size, NULL));
  return g_file_new_for_path (path);
}

static void
drop_files (Fixture *fixture, GFile *first, GFile *second)
{
  g_autoptr (GSList) files = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (second != NULL)
    files = g_slist_prepend (files, second);
  files = g_slist_prepend (files, first);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_assert_true (sgn_evidence_box_add_value (fixture->box, &value));
}

static gboolean
is_told (gpointer data)
{
  return ((Fixture *) data)->told->len > 0;
}

static gboolean
is_toasted (gpointer data)
{
  return ((Fixture *) data)->toasts->len > 0;
}

static const SgnRecord *
get_record (Fixture *fixture)
{
  return sgn_session_get_record (fixture->app.session);
}

static const SgnEvidence *
get_evidence (Fixture *fixture, guint index)
{
  g_assert_cmpuint (get_record (fixture)->evidence->len, >, index);
  return g_ptr_array_index (get_record (fixture)->evidence, index);
}

static void
add_text (Fixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = write_file (fixture, name, content, -1);

  g_string_truncate (fixture->toasts, 0);
  drop_files (fixture, file, NULL);
  app_support_wait (is_toasted, fixture);
}

static void
act (Fixture *fixture, const char *action, gint64 evidence)
{
  g_string_truncate (fixture->toasts, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->box), action, "x", evidence));
}

static SgnEvidenceRow *
find_row (Fixture *fixture)
{
  return (SgnEvidenceRow *) app_support_find (GTK_WIDGET (fixture->box), SGN_TYPE_EVIDENCE_ROW);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n_rows = SGN_IS_EVIDENCE_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);
  return n_rows;
}

/* A question is drawn at once, however much it is proved by. */
static void
what_is_too_much_is_shown_when_asked_for (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = GTK_WIDGET (fixture->box);
  GtkWidget *focus;

  for (guint i = 1; i <= 8; i++) {
    g_autofree char *name = g_strdup_printf ("proof-%u.txt", i);

    add_text (fixture, name, name);
  }
  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 8);
  g_assert_cmpuint (count_rows (box), ==, 6);
  g_assert_true (app_support_says (box, "Show 2 More"));

  g_assert_true (gtk_widget_activate_action (box, "evidence.more", NULL));
  g_assert_cmpuint (count_rows (box), ==, 8);
  g_assert_false (app_support_says (box, "More"));
  focus = gtk_root_get_focus (gtk_widget_get_root (box));
  focus = gtk_widget_get_ancestor (focus, SGN_TYPE_EVIDENCE_ROW);
  g_assert_cmpint (sgn_evidence_row_get_evidence (SGN_EVIDENCE_ROW (focus)), ==,
                   get_evidence (fixture, 6)->id);

  sgn_evidence_box_show_item (fixture->box, 1);
  g_assert_cmpuint (count_rows (box), ==, 0);
  sgn_evidence_box_show_item (fixture->box, 0);
  g_assert_cmpuint (count_rows (box), ==, 6);
}

static GtkWidget *
find_dialog (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
      return window;
  }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer_dialog (const char *response)
{
  GtkWidget *dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
}

static void
files_drawn_onto_the_question_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (fixture, "台帳.csv", "機器\n", -1);
  g_autoptr (GFile) second = write_file (fixture, "b.txt", "b", -1);

  g_assert_null (find_row (fixture));
  drop_files (fixture, first, second);
  app_support_wait (is_toasted, fixture);

  g_assert_cmpstr (fixture->toasts->str, ==, "2 pieces of evidence were added.");
  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 2);
  g_assert_true (app_support_says (GTK_WIDGET (fixture->box), "2 pieces"));
  g_assert_true (app_support_says (GTK_WIDGET (fixture->box), "台帳.csv"));
  g_assert_true (app_support_says (GTK_WIDGET (fixture->box), "b.txt"));
  g_assert_cmpuint (fixture->told->len, ==, 0);
}

static void
what_cannot_be_kept_is_told_and_the_rest_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->app.folder);
  g_autoptr (GFile) good = write_file (fixture, "a.txt", "a", -1);

  drop_files (fixture, folder, good);
  app_support_wait (is_told, fixture);

  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 1);
  g_assert_cmpint (strchr (fixture->told->str, '\n') == NULL, ==, TRUE);
  g_assert_nonnull (strstr (fixture->told->str, "sengen-app-"));
}

static void
a_remote_file_is_refused_with_what_to_do (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.com/a.png");

  drop_files (fixture, remote, NULL);
  app_support_wait (is_told, fixture);
  g_assert_cmpstr (fixture->told->str, ==, "The file is not on this computer. Copy it here first.");
}

static void
a_copied_picture_is_kept_and_leaves_nothing_behind (Fixture *fixture, gconstpointer data)
{
  static const guint8 pixels[4 * 4 * 4] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) picture = gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8A8, bytes, 16);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_value_set_object (&value, picture);
  g_assert_true (sgn_evidence_box_add_value (fixture->box, &value));
  app_support_wait (is_toasted, fixture);

  g_assert_cmpstr (get_evidence (fixture, 0)->file_name, ==, "Pasted picture 2026-11-23.png");
  g_assert_cmpstr (get_evidence (fixture, 0)->media_type, ==, "image/png");
}

static gboolean
has_picture (gpointer data)
{
  GtkWidget *thumbnail = app_support_find (data, SGN_TYPE_THUMBNAIL);

  return thumbnail != NULL && sgn_thumbnail_has_picture (SGN_THUMBNAIL (thumbnail));
}

static void
a_picture_has_a_thumbnail (Fixture *fixture, gconstpointer data)
{
  a_copied_picture_is_kept_and_leaves_nothing_behind (fixture, data);
  app_support_wait (has_picture, fixture->box);
}

static void
a_place_is_asked_about_and_taken_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) photo =
    write_file (fixture, "office.heic", placed_photo, sizeof placed_photo - 1);

  drop_files (fixture, photo, NULL);
  app_support_wait (is_asked, fixture);
  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 0);
  answer_dialog ("remove");
  app_support_wait (is_toasted, fixture);

  g_assert_true (get_evidence (fixture, 0)->location_removed);
}

static void
a_photo_nobody_wants_is_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) photo =
    write_file (fixture, "office.heic", placed_photo, sizeof placed_photo - 1);
  g_autoptr (GFile) text = write_file (fixture, "a.txt", "a", -1);

  drop_files (fixture, photo, text);
  app_support_wait (is_asked, fixture);
  answer_dialog ("cancel");
  app_support_wait (is_toasted, fixture);

  g_assert_cmpuint (get_record (fixture)->evidence->len, ==, 1);
  g_assert_cmpstr (get_evidence (fixture, 0)->file_name, ==, "a.txt");
}

static void
what_was_withdrawn_leaves_the_question (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "a.txt", "a");
  g_assert_nonnull (find_row (fixture));
  act (fixture, "evidence.retire", 1);
  app_support_wait (is_toasted, fixture);

  g_assert_true (get_evidence (fixture, 0)->retired);
  g_assert_null (find_row (fixture));
}

static void
a_file_can_leave_one_question_only (Fixture *fixture, gconstpointer data)
{
  add_text (fixture, "a.txt", "a");
  act (fixture, "evidence.unlink", 1);
  app_support_wait (is_toasted, fixture);

  g_assert_false (get_evidence (fixture, 0)->retired);
  g_assert_cmpuint (get_evidence (fixture, 0)->links->len, ==, 0);
  g_assert_null (find_row (fixture));
}

static void
what_is_kept_proves_another_question (Fixture *fixture, gconstpointer data)
{
  SgnChecklist *list = sgn_checklist_page_get_checklist (SGN_CHECKLIST_PAGE (fixture->page));
  GtkWidget *picker;

  add_text (fixture, "a.txt", "a");
  add_text (fixture, "台帳.txt", "b");
  sgn_checklist_set_position (list, 1);
  g_assert_null (find_row (fixture));
  g_string_truncate (fixture->toasts, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->box), "evidence.link", NULL);
  picker = find_dialog (SGN_TYPE_EVIDENCE_PICKER);
  g_assert_cmpuint (sgn_evidence_picker_count (SGN_EVIDENCE_PICKER (picker)), ==, 2);
  sgn_evidence_picker_select (SGN_EVIDENCE_PICKER (picker), 0);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (picker), "use");
  app_support_wait (is_toasted, fixture);

  g_assert_cmpuint (get_evidence (fixture, 1)->links->len, ==, 2);
  g_assert_true (app_support_says (GTK_WIDGET (find_row (fixture)), "台帳.txt"));
}

static gboolean
is_titled (gpointer data)
{
  return g_str_equal (get_evidence (data, 0)->title, "機器の台帳");
}

static GtkWidget *
find_entry (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = app_support_find (dialog, ADW_TYPE_ENTRY_ROW);

  while (row != NULL &&
         !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
title_and_dates_are_written_as_people_write_them (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  add_text (fixture, "a.txt", "a");
  act (fixture, "evidence.edit", 1);
  dialog = find_dialog (SGN_TYPE_EVIDENCE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "What the file shows")), "");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "What the file shows")), "機器の台帳");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Date that stands in it")), "11/20");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Date that stands in it")),
                         "２０２６／１１／２０");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Last day it proves anything")),
                         "2026-11-19");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (dialog, "Last day it proves anything")),
                         "令和9年11月19日");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  app_support_wait (is_titled, fixture);

  g_assert_cmpstr (get_evidence (fixture, 0)->dated, ==, "2026-11-20");
  g_assert_cmpstr (get_evidence (fixture, 0)->expires, ==, "2027-11-19");
}

static gboolean
is_locked (gpointer data)
{
  return !sgn_evidence_box_is_open (((Fixture *) data)->box);
}

static void
a_closed_check_takes_no_evidence (Fixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GFile) file = write_file (fixture, "b.txt", "b", -1);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  add_text (fixture, "a.txt", "a");
  app_support_answer (fixture->app.session, "SD-01", NULL);
  sgn_session_close_assessment_async (fixture->app.session, 1, NULL, NULL);
  app_support_wait (is_locked, fixture);

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_assert_false (sgn_evidence_box_add_value (fixture->box, &value));
  g_assert_false (app_support_says (GTK_WIDGET (fixture->box), "Add evidence"));
  g_assert_true (app_support_says (GTK_WIDGET (fixture->box), "a.txt"));
}

static void
a_copy_to_look_at_can_only_be_read (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = sgn_evidence_write_copy (bytes, "../../台帳.txt", &error);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  GStatBuf state;

  g_assert_no_error (error);
  path = g_file_get_path (file);
  folder = g_path_get_dirname (path);
  g_assert_nonnull (strstr (folder, "sengen-view-"));
  g_assert_true (g_str_has_suffix (path, "台帳.txt"));
  g_assert_cmpint (g_stat (path, &state), ==, 0);
  g_assert_cmpint (state.st_mode & 0777, ==, 0400);
  g_assert_cmpint (g_stat (folder, &state), ==, 0);
  g_assert_cmpint (state.st_mode & 0777, ==, 0700);
  g_unlink (path);
  g_rmdir (folder);
}

typedef struct {
  GdkTexture *texture;
  gboolean over;
} Made;

static void
made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Made *made = user_data;

  made->texture = sgn_small_picture_make_finish (result, NULL);
  made->over = TRUE;
}

static gboolean
is_made (gpointer data)
{
  return ((Made *) data)->over;
}

static GBytes *
make_png (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *data = NULL;
  gsize size = 0;

  gdk_pixbuf_fill (pixbuf, 0);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  return g_bytes_new_take (data, size);
}

static void
a_large_picture_becomes_small (void)
{
  g_autoptr (GBytes) bytes = make_png (800, 300);
  Made made = { 0 };

  sgn_small_picture_make_async (bytes, 56, 42, made_cb, &made);
  app_support_wait (is_made, &made);
  g_assert_cmpint (gdk_texture_get_height (made.texture), ==, 42);
  g_assert_cmpint (gdk_texture_get_width (made.texture), ==, 112);
  g_object_unref (made.texture);
}

static void
what_is_no_picture_has_no_thumbnail (void)
{
  g_autoptr (GBytes) whole = make_png (100, 100);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (whole, 0, 20);
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GBytes *const cases[] = { head, text, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Made made = { 0 };

    sgn_small_picture_make_async (cases[i], 56, 42, made_cb, &made);
    app_support_wait (is_made, &made);
    g_assert_null (made.texture);
  }
}

#define ADD(name, func) g_test_add ("/evidence/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("files-drawn-onto-the-question-are-kept", files_drawn_onto_the_question_are_kept);
  ADD ("what-cannot-be-kept-is-told-and-the-rest-is-kept",
       what_cannot_be_kept_is_told_and_the_rest_is_kept);
  ADD ("a-remote-file-is-refused-with-what-to-do", a_remote_file_is_refused_with_what_to_do);
  ADD ("a-copied-picture-is-kept-and-leaves-nothing-behind",
       a_copied_picture_is_kept_and_leaves_nothing_behind);
  ADD ("what-is-too-much-is-shown-when-asked-for", what_is_too_much_is_shown_when_asked_for);
  ADD ("a-picture-has-a-thumbnail", a_picture_has_a_thumbnail);
  ADD ("a-place-is-asked-about-and-taken-out", a_place_is_asked_about_and_taken_out);
  ADD ("a-photo-nobody-wants-is-not-kept", a_photo_nobody_wants_is_not_kept);
  ADD ("what-was-withdrawn-leaves-the-question", what_was_withdrawn_leaves_the_question);
  ADD ("a-file-can-leave-one-question-only", a_file_can_leave_one_question_only);
  ADD ("what-is-kept-proves-another-question", what_is_kept_proves_another_question);
  ADD ("title-and-dates-are-written-as-people-write-them",
       title_and_dates_are_written_as_people_write_them);
  ADD ("a-closed-check-takes-no-evidence", a_closed_check_takes_no_evidence);
  g_test_add_func ("/evidence/a-copy-to-look-at-can-only-be-read",
                   a_copy_to_look_at_can_only_be_read);
  g_test_add_func ("/evidence/a-large-picture-becomes-small", a_large_picture_becomes_small);
  g_test_add_func ("/evidence/what-is-no-picture-has-no-thumbnail",
                   what_is_no_picture_has_no_thumbnail);
  return g_test_run ();
}
