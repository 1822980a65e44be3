/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "app-support.h"
#include "sgn-check-acts.h"
#include "sgn-checklist-choices.h"
#include "sgn-checklist-page.h"
#include "sgn-checklist-progress.h"
#include "sgn-note-editor.h"
#include "sgn-previous-box.h"
#include "sgn-saved-line.h"
#include "sgn-sites-box.h"

typedef struct {
  char *folder;
  SgnSession *session;
  SgnSaving *saving;
  GtkWidget *window;
  SgnChecklistPage *page;
  SgnChecklist *list;
  guint read_when_shown;
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->saving = sgn_saving_new ();
  fixture->page = g_object_new (SGN_TYPE_CHECKLIST_PAGE, "session", fixture->session, "saving",
                                fixture->saving, "title", "x", NULL);
  fixture->list = g_object_ref (sgn_checklist_page_get_checklist (fixture->page));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->read_when_shown = sgn_library_count_read (sgn_session_get_library (fixture->session));
  gtk_test_widget_wait_for_draw (fixture->window);
  sgn_page_opened (SGN_PAGE (fixture->page));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_company (fixture->folder);
  open_page (fixture);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_sample (fixture->folder);
  open_page (fixture);
}

static gboolean
is_closed (gpointer data)
{
  Fixture *fixture = data;

  return sgn_checklist_is_closed (fixture->list);
}

static void
set_up_closed_sample (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;

  set_up_sample (fixture, data);
  record = sgn_session_get_record (fixture->session);
  sgn_session_close_assessment_async (fixture->session,
                                      sgn_record_find_newest (record, "ipa-self-check")->id, NULL,
                                      NULL);
  app_support_wait (is_closed, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_support_close (fixture->session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->list);
  g_object_unref (fixture->saving);
  g_object_unref (fixture->session);
  app_support_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  return app_support_press (fixture->window, key, state);
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_saving_is_busy (fixture->saving) && !sgn_checklist_has_unsaved (fixture->list);
}

static const SgnAnswer *
find_stored (Fixture *fixture, const char *item)
{
  SgnRecord *record = sgn_session_get_record (fixture->session);
  SgnAssessment *assessment = sgn_record_find_newest (record, "ipa-self-check");

  return assessment != NULL ? sgn_assessment_find_answer (assessment, item) : NULL;
}

static void
a_digit_is_stored_at_once (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find_stored (fixture, "SD-01"));

  g_assert_true (press (fixture, GDK_KEY_2, 0));
  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_PARTIAL);
  app_support_wait (is_saved, fixture);

  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "partial");
}

static void
question_mark_is_unknown_and_zero_asks_for_the_reason (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_question, GDK_SHIFT_MASK));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "unknown");

  g_assert_true (press (fixture, GDK_KEY_0, 0));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "not-applicable");
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
}

static void
arrows_move_without_choosing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_CHECK_BUTTON (first));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 gtk_widget_get_next_sibling (first));
  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_NONE);

  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "partial");
}

/* Except to where the reason is written. */
static void
an_answer_moves_on_where_that_was_chosen (Fixture *fixture, gconstpointer data)
{
  SgnChecklist *checklist = sgn_checklist_page_get_checklist (fixture->page);
  g_autoptr (GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful ("move-on", NULL, g_variant_new_boolean (TRUE));

  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_assert_true (g_application_register (application, NULL, NULL));
  g_application_set_default (application);
  g_assert_true (press (fixture, GDK_KEY_1, 0));
  g_assert_cmpuint (sgn_checklist_get_position (checklist), ==, 1);
  g_assert_true (press (fixture, GDK_KEY_0, 0));
  g_assert_cmpuint (sgn_checklist_get_position (checklist), ==, 1);

  g_application_set_default (NULL);
  app_support_wait (is_saved, fixture);
}

static void
page_keys_go_from_question_to_question (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 1);
  press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 2);
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 1);
  g_assert_true (GTK_IS_CHECK_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));
}

static void
after_the_last_question_the_way_on_has_the_focus (Fixture *fixture, gconstpointer data)
{
  sgn_checklist_set_position (fixture->list, 24);
  press (fixture, GDK_KEY_Page_Down, 0);

  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 24);
  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (fixture->window))));
}

static void
control_down_goes_to_the_next_unanswered (Fixture *fixture, gconstpointer data)
{
  sgn_checklist_set_value (fixture->list, 1, "done");
  app_support_wait (is_saved, fixture);

  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);

  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 2);
}

static GtkTextView *
focus_note (Fixture *fixture)
{
  g_assert_true (press (fixture, GDK_KEY_m, 0));
  return GTK_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

static void
a_note_is_stored_when_the_page_is_left (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = focus_note (fixture);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "𠮷田さんに確認", -1);
  g_assert_null (find_stored (fixture, "SD-01"));
  sgn_page_flush (SGN_PAGE (fixture->page));
  app_support_wait (is_saved, fixture);

  g_assert_cmpstr (find_stored (fixture, "SD-01")->note, ==, "𠮷田さんに確認");
  g_assert_null (find_stored (fixture, "SD-01")->value);
}

static gboolean
note_is_stored (gpointer data)
{
  return is_saved (data) && find_stored (data, "SD-01") != NULL;
}

static void
a_note_is_stored_after_a_pause_but_not_while_composing (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = focus_note (fixture);
  gint64 end;

  g_signal_emit_by_name (view, "preedit-changed", "へんかん");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "毎晩", -1);
  for (end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_null (find_stored (fixture, "SD-01"));

  g_signal_emit_by_name (view, "preedit-changed", "");
  app_support_wait (note_is_stored, fixture);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->note, ==, "毎晩");
}

static void
a_note_belongs_to_the_question_it_was_written_at (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = focus_note (fixture);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "一問目のメモ", -1);
  sgn_checklist_set_position (fixture->list, 1);
  app_support_wait (is_saved, fixture);

  g_assert_cmpstr (find_stored (fixture, "SD-01")->note, ==, "一問目のメモ");
  g_assert_null (find_stored (fixture, "SD-02"));
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
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
undo_takes_the_mark_away_again (Fixture *fixture, gconstpointer data)
{
  gboolean undone = FALSE;

  press (fixture, GDK_KEY_1, 0);
  app_support_wait (is_saved, fixture);
  sgn_session_undo_async (fixture->session, undone_cb, &undone);
  app_support_wait (is_true, &undone);

  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_NONE);
}

static void
the_list_answers_by_key_too (Fixture *fixture, gconstpointer data)
{
  sgn_checklist_page_show_list (fixture->page, TRUE);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  g_assert_true (press (fixture, GDK_KEY_3, 0));
  app_support_wait (is_saved, fixture);

  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "not-done");
}

static void
a_closed_check_takes_no_answer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  g_assert_true (sgn_checklist_is_closed (fixture->list));
  before = g_strdup (sgn_checklist_get_value (fixture->list, 0));
  sgn_checklist_set_value (fixture->list, 0, "unknown");

  g_assert_cmpstr (sgn_checklist_get_value (fixture->list, 0), ==, before);
  g_assert_false (sgn_saving_is_busy (fixture->saving));
}

static SgnLastAnswer
find_last (Fixture *fixture, guint index)
{
  return sgn_last_find_answer (sgn_checklist_get_answers (fixture->list)->last,
                               sgn_checklist_get_item (fixture->list, index));
}

static void
last_time_is_found_through_the_mapping (Fixture *fixture, gconstpointer data)
{
  SgnLastAnswer last = find_last (fixture, 10);

  g_assert_cmpint (last.state, ==, SGN_LAST_ANSWERED);
  g_assert_cmpstr (sgn_checklist_get_answers (fixture->list)->last->catalogue->edition, ==, "3.1");
  g_assert_cmpstr (last.item->id, ==, "SD-11");
  g_assert_cmpstr (last.value->key, ==, "partial");
}

static gboolean
is_asked (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return TRUE;
  return FALSE;
}

/* Answers the question that is asked; gives back what it said. */
static char *
reply (const char *response)
{
  g_autoptr (GList) windows = NULL;

  app_support_wait (is_asked, NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data)) {
      char *body = g_strdup (adw_message_dialog_get_body (link->data));

      adw_message_dialog_response (link->data, response);
      return body;
    }
  return NULL;
}

static void
act (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), name, NULL));
}

static gboolean
is_open_and_empty (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_checklist_is_closed (fixture->list) &&
         sgn_checklist_count (fixture->list, SGN_MARK_NONE) == 25;
}

static void
a_new_check_continues_the_last_one (Fixture *fixture, gconstpointer data)
{
  gint64 closed = sgn_checklist_get_assessment (fixture->list)->id;

  g_autofree char *body = NULL;

  act (fixture, "check.start");
  body = reply ("yes");
  app_support_wait (is_open_and_empty, fixture);

  g_assert_true (g_str_has_prefix (body, "Kept: "));
  g_assert_cmpint (sgn_checklist_get_assessment (fixture->list)->previous, ==, closed);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 0);
  g_assert_cmpint (find_last (fixture, 0).state, ==, SGN_LAST_ANSWERED);
}

static void
a_check_still_open_is_closed_only_when_asked (Fixture *fixture, gconstpointer data)
{
  gint64 open = sgn_checklist_get_assessment (fixture->list)->id;
  g_autofree char *body = NULL;

  act (fixture, "check.start");
  g_free (reply ("no"));
  g_assert_cmpint (sgn_checklist_get_assessment (fixture->list)->id, ==, open);

  act (fixture, "check.start");
  body = reply ("yes");
  g_assert_true (g_str_has_prefix (body, "All questions are answered.\n"));
  app_support_wait (is_open_and_empty, fixture);
  g_assert_cmpint (sgn_checklist_get_assessment (fixture->list)->previous, ==, open);
  g_assert_true (
    sgn_record_find_assessment (sgn_session_get_record (fixture->session), open)->closed);
}

static gboolean
is_reopened (gpointer data)
{
  return !is_closed (data);
}

static void
closing_and_reopening_say_what_is_not_answered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *closing = NULL;
  g_autofree char *reopening = NULL;

  g_assert_false (sgn_check_acts_can_close (fixture->page));
  sgn_checklist_set_value (fixture->list, 0, "done");
  app_support_wait (is_saved, fixture);

  act (fixture, "check.close");
  closing = reply ("yes");
  app_support_wait (is_closed, fixture);
  g_assert_true (g_str_has_prefix (closing, "24 questions are not answered.\n"));
  g_assert_false (sgn_check_acts_can_close (fixture->page));

  act (fixture, "check.reopen");
  reopening = reply ("yes");
  app_support_wait (is_reopened, fixture);
  g_assert_true (g_str_has_prefix (reopening, "24 questions are not answered.\n"));
}

static void
start_again (Fixture *fixture)
{
  act (fixture, "check.start");
  g_free (reply ("yes"));
  app_support_wait (is_open_and_empty, fixture);
}

static gboolean
is_confirmed (gpointer data)
{
  Fixture *fixture = data;

  return is_saved (data) && sgn_checklist_get_value (fixture->list, 0) != NULL;
}

static void
one_key_says_that_it_is_still_the_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = g_strdup (sgn_checklist_get_value (fixture->list, 0));
  g_autofree char *note = g_strdup (sgn_checklist_get_note (fixture->list, 0));

  start_again (fixture);
  g_assert_true (sgn_checklist_can_confirm (fixture->list, 0));
  g_assert_true (press (fixture, GDK_KEY_s, 0));
  app_support_wait (is_confirmed, fixture);

  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, value);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->note, ==, note);
  g_assert_false (sgn_checklist_can_confirm (fixture->list, 0));
  g_assert_null (sgn_checklist_get_refusal (fixture->list, 0));
}

static void
acted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sgn_session_act_finish (SGN_SESSION (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids =
    sgn_session_open_assessment_finish (SGN_SESSION (object), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ids);
  *(gboolean *) user_data = TRUE;
}

/* A company of two sites, which have begun their checks. */
static void
set_up_sites (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "本社", "岡谷工場" };
  const SgnBeginning beginning = { .catalogue = "ipa-self-check", .all_sites = TRUE };
  g_autoptr (SgnProfile) profile = sgn_profile_new ("試験商店");
  gboolean changed = FALSE;
  gboolean opened = FALSE;

  set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    SgnSite *site = g_new0 (SgnSite, 1);

    site->name = g_strdup (names[i]);
    g_ptr_array_add (profile->sites, site);
  }
  sgn_session_set_profile_async (fixture->session, profile, acted_cb, &changed);
  app_support_wait (is_true, &changed);
  sgn_session_open_assessment_async (fixture->session, &beginning, opened_cb, &opened);
  app_support_wait (is_true, &opened);
}

static void
answer_for (Fixture *fixture, const char *site, const char *value)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check",
                                   .item = "SD-01",
                                   .value = value,
                                   .site = site };
  gboolean answered = FALSE;

  sgn_session_answer_async (fixture->session, &change, acted_cb, &answered);
  app_support_wait (is_true, &answered);
}

/* (nullable): the first label below @widget that says @words */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), words) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

static void
the_worst_site_decides_and_is_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = app_support_find (GTK_WIDGET (fixture->page), SGN_TYPE_SITES_BOX);

  g_assert_true (gtk_widget_get_visible (box));
  answer_for (fixture, "本社", "done");
  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_NONE);
  g_assert_nonnull (
    find_label (box, "1 of 2 sites have answered. Until all have, nothing counts."));

  answer_for (fixture, "岡谷工場", "partial");
  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_PARTIAL);
  g_assert_cmpuint (sgn_checklist_count (fixture->list, SGN_MARK_NONE), ==, 24);
  g_assert_nonnull (find_label (box, "“岡谷工場” decides: the site furthest behind counts."));
  g_assert_nonnull (find_label (box, "岡谷工場: Partly done"));
}

static void
the_company_can_decide_and_let_the_sites_decide_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = app_support_find (GTK_WIDGET (fixture->page), SGN_TYPE_SITES_BOX);

  answer_for (fixture, "本社", "done");
  answer_for (fixture, "岡谷工場", "done");
  g_assert_nonnull (find_label (box, "All sites say the same."));

  g_assert_true (press (fixture, GDK_KEY_1, 0));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (find_stored (fixture, "SD-01")->value, ==, "done");
  g_assert_nonnull (find_label (box, "The company has decided this itself."));

  g_signal_emit_by_name (box, "released");
  app_support_wait (is_saved, fixture);
  g_assert_null (find_stored (fixture, "SD-01"));
  g_assert_cmpint (sgn_checklist_get_mark (fixture->list, 0), ==, SGN_MARK_DONE);
}

static gboolean
is_refused (gpointer data)
{
  Fixture *fixture = data;

  return sgn_checklist_get_refusal (fixture->list, 0) != NULL;
}

static void
what_cannot_be_confirmed_says_why (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = app_support_find (GTK_WIDGET (fixture->page), SGN_TYPE_PREVIOUS_BOX);
  const char *reason = "SD-01 was answered by the sites last time. Confirm it for each site.";

  answer_for (fixture, "本社", "done");
  answer_for (fixture, "岡谷工場", "done");
  act (fixture, "check.start");
  g_free (reply ("yes"));
  app_support_wait (is_open_and_empty, fixture);
  g_assert_true (sgn_check_answers_have_sites (sgn_checklist_get_answers (fixture->list)));

  g_assert_true (press (fixture, GDK_KEY_s, 0));
  app_support_wait (is_refused, fixture);
  g_assert_cmpstr (sgn_checklist_get_refusal (fixture->list, 0), ==, reason);
  g_assert_true (gtk_widget_get_visible (find_label (box, reason)));
  g_assert_cmpint (sgn_saving_get_state (fixture->saving), ==, SGN_SAVING_DONE);

  sgn_checklist_set_position (fixture->list, 1);
  g_assert_null (find_label (box, reason));
}

static GPtrArray *
find_choices (Fixture *fixture)
{
  return sgn_checklist_find_choices (sgn_session_get_library (fixture->session),
                                     sgn_session_get_record (fixture->session));
}

static void
old_editions_are_offered_where_they_were_answered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) choices = find_choices (fixture);
  gboolean has_old = FALSE;

  for (guint i = 0; i < choices->len; i++)
    has_old |= g_strcmp0 (((SgnCatalogue *) g_ptr_array_index (choices, i))->edition, "3.1") == 0;
  g_assert_true (has_old);
  g_assert_cmpstr (((SgnCatalogue *) g_ptr_array_index (choices, 0))->id, ==, "ipa-self-check");
}

static void
a_new_company_is_offered_current_editions_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) choices = find_choices (fixture);

  g_assert_cmpuint (choices->len, >, 1);
  for (guint i = 0; i < choices->len; i++)
    g_assert_cmpstr (((SgnCatalogue *) g_ptr_array_index (choices, i))->status, ==, "current");
}

static gboolean
is_offered (GPtrArray *choices, const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((SgnCatalogue *) g_ptr_array_index (choices, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
what_asks_nothing_is_not_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) choices = find_choices (fixture);

  g_assert_true (is_offered (choices, "scs"));
  g_assert_true (is_offered (choices, "meti-management"));
  g_assert_true (is_offered (choices, "cloud-check"));
  g_assert_false (is_offered (choices, "cpsf"));
  g_assert_false (is_offered (choices, "ipa-threats"));
}

typedef struct {
  SgnLibrary *library;
  guint wanted;
} Reading;

static gboolean
has_read_all (gpointer data)
{
  const Reading *reading = data;

  return sgn_library_count_read (reading->library) == reading->wanted;
}

/* The page fills its choices when it has been drawn; until then only what it shows is read. */
static void
other_guidelines_are_read_after_the_first_frame (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnLibrary) again = sgn_library_load (g_getenv ("SENGEN_DATA_DIR"), NULL);
  g_autoptr (GPtrArray) all = sgn_library_list_catalogues (again, NULL, NULL);
  Reading reading = { sgn_session_get_library (fixture->session), all->len };

  g_assert_cmpuint (fixture->read_when_shown, <=, 4);
  app_support_wait (has_read_all, &reading);
  g_assert_cmpuint (sgn_library_count_read (reading.library), >, 4);
}

static void
a_shorter_checklist_begins_at_its_own_place (Fixture *fixture, gconstpointer data)
{
  SgnLibrary *library = sgn_session_get_library (fixture->session);
  SgnCatalogue *rules = sgn_library_find_catalogue (library, "ipa-rules", "4.0");

  sgn_checklist_set_position (fixture->list, sgn_checklist_get_n_items (fixture->list) - 1);
  sgn_checklist_set_catalogue (fixture->list, rules);

  g_assert_cmpuint (sgn_checklist_get_n_items (fixture->list), ==, 6);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 0);
  g_assert_true (app_support_says (GTK_WIDGET (fixture->page), "No.1"));
}

static void
what_failed_stays_visible_until_it_is_saved (void)
{
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  g_autoptr (GError) error =
    g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "The disk is full.");

  sgn_saving_begin (saving);
  g_assert_cmpint (sgn_saving_get_state (saving), ==, SGN_SAVING_DONE);
  sgn_saving_end (saving, error);
  g_assert_cmpint (sgn_saving_get_state (saving), ==, SGN_SAVING_FAILED);
  g_assert_cmpstr (sgn_saving_get_reason (saving), ==, "The disk is full.");

  sgn_saving_begin (saving);
  sgn_saving_end (saving, NULL);
  g_assert_cmpint (sgn_saving_get_state (saving), ==, SGN_SAVING_FAILED);

  sgn_saving_retry (saving);
  g_assert_cmpint (sgn_saving_get_state (saving), ==, SGN_SAVING_DONE);
}

static gboolean
is_slow (gpointer data)
{
  return sgn_saving_get_state (data) == SGN_SAVING_SLOW;
}

static void
saving_is_mentioned_only_when_it_takes_long (void)
{
  g_autoptr (SgnSaving) saving = sgn_saving_new ();
  gint64 begin = g_get_monotonic_time ();

  sgn_saving_begin (saving);
  app_support_wait (is_slow, saving);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 290000);
  sgn_saving_end (saving, NULL);
  g_assert_cmpint (sgn_saving_get_state (saving), ==, SGN_SAVING_DONE);
}

static const struct {
  const char *name;
  void (*set_up) (Fixture *fixture, gconstpointer data);
  void (*run) (Fixture *fixture, gconstpointer data);
} cases[] = {
  { "a-digit-is-stored-at-once", set_up, a_digit_is_stored_at_once },
  { "question-mark-is-unknown-and-zero-asks-for-the-reason", set_up,
    question_mark_is_unknown_and_zero_asks_for_the_reason },
  { "arrows-move-without-choosing", set_up, arrows_move_without_choosing },
  { "page-keys-go-from-question-to-question", set_up, page_keys_go_from_question_to_question },
  { "after-the-last-question-the-way-on-has-the-focus", set_up,
    after_the_last_question_the_way_on_has_the_focus },
  { "control-down-goes-to-the-next-unanswered", set_up, control_down_goes_to_the_next_unanswered },
  { "a-note-is-stored-when-the-page-is-left", set_up, a_note_is_stored_when_the_page_is_left },
  { "a-note-is-stored-after-a-pause-but-not-while-composing", set_up,
    a_note_is_stored_after_a_pause_but_not_while_composing },
  { "a-note-belongs-to-the-question-it-was-written-at", set_up,
    a_note_belongs_to_the_question_it_was_written_at },
  { "undo-takes-the-mark-away-again", set_up, undo_takes_the_mark_away_again },
  { "an-answer-moves-on-where-that-was-chosen", set_up, an_answer_moves_on_where_that_was_chosen },
  { "the-list-answers-by-key-too", set_up, the_list_answers_by_key_too },
  { "a-new-company-is-offered-current-editions-only", set_up,
    a_new_company_is_offered_current_editions_only },
  { "other-guidelines-are-read-after-the-first-frame", set_up,
    other_guidelines_are_read_after_the_first_frame },
  { "a-closed-check-takes-no-answer", set_up_closed_sample, a_closed_check_takes_no_answer },
  { "last-time-is-found-through-the-mapping", set_up_sample,
    last_time_is_found_through_the_mapping },
  { "a-new-check-continues-the-last-one", set_up_closed_sample,
    a_new_check_continues_the_last_one },
  { "a-check-still-open-is-closed-only-when-asked", set_up_sample,
    a_check_still_open_is_closed_only_when_asked },
  { "closing-and-reopening-say-what-is-not-answered", set_up,
    closing_and_reopening_say_what_is_not_answered },
  { "one-key-says-that-it-is-still-the-same", set_up_closed_sample,
    one_key_says_that_it_is_still_the_same },
  { "what-cannot-be-confirmed-says-why", set_up_sites, what_cannot_be_confirmed_says_why },
  { "the-worst-site-decides-and-is-named", set_up_sites, the_worst_site_decides_and_is_named },
  { "the-company-can-decide-and-let-the-sites-decide-again", set_up_sites,
    the_company_can_decide_and_let_the_sites_decide_again },
  { "old-editions-are-offered-where-they-were-answered", set_up_sample,
    old_editions_are_offered_where_they_were_answered },
  { "what-asks-nothing-is-not-offered", set_up, what_asks_nothing_is_not_offered },
  { "a-shorter-checklist-begins-at-its-own-place", set_up,
    a_shorter_checklist_begins_at_its_own_place },
};

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/app/checklist/%s", cases[i].name);

    g_test_add (path, Fixture, NULL, cases[i].set_up, cases[i].run, tear_down);
  }
  g_test_add_func ("/app/saving/what-failed-stays-visible-until-it-is-saved",
                   what_failed_stays_visible_until_it_is_saved);
  g_test_add_func ("/app/saving/is-mentioned-only-when-it-takes-long",
                   saving_is_mentioned_only_when_it_takes_long);

  return g_test_run ();
}
