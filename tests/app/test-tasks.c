/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-support.h"

#include "sgn-task-dialog.h"
#include "sgn-task-filters.h"
#include "sgn-task-hint.h"
#include "sgn-task-list.h"
#include "sgn-task-people.h"
#include "sgn-task-row.h"
#include "sgn-tasks-page.h"

static void
set_up_sample (AppFixture *fixture, gconstpointer data)
{
  fixture->folder = app_support_make_folder ();
  fixture->session = app_support_open_sample (fixture->folder);
  fixture->saving = sgn_saving_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
}

static const SgnRecord *
get_record (AppFixture *fixture)
{
  return sgn_session_get_record (fixture->session);
}

static void
answer (AppFixture *fixture, const char *item, const char *value)
{
  const SgnAnswerChange change = { .catalogue = "ipa-self-check@4.0",
                                   .item = item,
                                   .value = value };
  AppEnding ending = { 0 };

  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
}

static void
add_task (AppFixture *fixture, const char *title, const char *due, const char *owner)
{
  const SgnEvidenceUse use = { .catalogue = "ipa-self-check@4.0", .item = "SD-01" };
  const SgnTaskWords words = { .title = title, .due = due, .owner = owner };
  guint before = get_record (fixture)->tasks->len;

  sgn_session_add_task_async (fixture->session, &use, &words, NULL, NULL);
  while (get_record (fixture)->tasks->len == before)
    g_main_context_iteration (NULL, TRUE);
}

static SgnTaskList *
find_list (GtkWidget *page)
{
  return SGN_TASK_LIST (app_support_find (page, SGN_TYPE_TASK_LIST));
}

static gboolean
is_saved (gpointer data)
{
  return !sgn_saving_is_busy (((AppFixture *) data)->saving);
}

/* (nullable): the form that is open */
static GtkWidget *
find_form (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (SGN_IS_TASK_DIALOG (window))
      return window;
  }
  return NULL;
}

static void
type (GtkWidget *form, const char *field, const char *text)
{
  GObject *row = gtk_widget_get_template_child (form, SGN_TYPE_TASK_DIALOG, field);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
get_text (GtkWidget *form, const char *field)
{
  return gtk_editable_get_text (
    GTK_EDITABLE (gtk_widget_get_template_child (form, SGN_TYPE_TASK_DIALOG, field)));
}

static gboolean
can_save (GtkWidget *form)
{
  return gtk_widget_get_sensitive (
    GTK_WIDGET (gtk_widget_get_template_child (form, SGN_TYPE_TASK_DIALOG, "save_button")));
}

static void
save (AppFixture *fixture, GtkWidget *form)
{
  gtk_widget_activate_action (form, "task.save", NULL);
  app_support_wait (is_saved, fixture);
  g_assert_null (find_form ());
}

static void
test_the_sample_is_shown_by_day_and_by_person (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  GtkWidget *title = g_object_ref_sink (sgn_page_get_title_widget (SGN_PAGE (page)));

  g_assert_true (app_support_says (page, "3 of 13 tasks are done"));
  g_assert_true (app_support_says (page, "Overdue 1"));
  g_assert_true (app_support_says (page, "Past Their Day"));
  g_assert_true (app_support_says (page, "10 days overdue"));
  g_assert_true (app_support_says (page, "Self-check No.11 ・ Six rules No.6"));
  g_assert_true (app_support_says (page, "General Affairs YAMAZAKI"));
  g_assert_true (app_support_says (page, "5 open"));
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 10);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (title)), TRUE);
  g_assert_false (app_support_says (page, "Past Their Day"));
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 10);
  g_object_unref (title);
}

static void
test_filters_and_people_choose (AppFixture *fixture, gconstpointer data)
{
  static const guint rows[SGN_N_BOARD_FILTERS] = { 10, 1, 3, 13 };
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  GtkWidget *filters = app_support_find (page, SGN_TYPE_TASK_FILTERS);
  GtkWidget *people = app_support_find (page, SGN_TYPE_TASK_PEOPLE);
  GtkWidget *buttons = gtk_widget_get_first_child (filters);
  GtkWidget *tiles = gtk_widget_get_first_child (people);
  GtkWidget *button = gtk_widget_get_first_child (buttons);

  for (guint i = 0; i < SGN_N_BOARD_FILTERS; i++) {
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, rows[i]);
    button = gtk_widget_get_next_sibling (button);
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_grid_get_child_at (GTK_GRID (tiles), 1, 0)),
                                TRUE);
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 7);
  g_assert_true (app_support_says (page, "Open 5"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (buttons)), TRUE);
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 5);
}

static void
test_space_is_the_next_state (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  SgnTask *task;

  add_task (fixture, "Write it down", "2026-12-18", NULL);
  add_task (fixture, "Put it up", "2026-12-25", NULL);
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  task = g_ptr_array_index (get_record (fixture)->tasks, 0);
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/1");
  g_assert_cmpstr (task->state, ==, SGN_TASK_TODO);

  g_assert_true (app_support_press (fixture->window, GDK_KEY_space, 0));
  app_support_wait (is_saved, fixture);
  task = g_ptr_array_index (get_record (fixture)->tasks, 0);
  g_assert_cmpstr (task->state, ==, SGN_TASK_DOING);
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/1");

  /* What is done leaves the list; the next one has the focus. */
  g_assert_true (app_support_press (fixture->window, GDK_KEY_space, 0));
  app_support_wait (is_saved, fixture);
  task = g_ptr_array_index (get_record (fixture)->tasks, 0);
  g_assert_cmpstr (task->state, ==, SGN_TASK_DONE);
  g_assert_cmpstr (task->done_on, ==, "2026-11-23");
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/2");
  g_assert_false (app_support_press (fixture->window, GDK_KEY_space, GDK_CONTROL_MASK));
}

static void
test_a_new_task_is_asked_for (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  GtkWidget *form;
  const SgnTask *task;

  g_assert_true (app_support_says (page, "Nothing is planned yet"));
  g_assert_true (app_support_press (fixture->window, GDK_KEY_Insert, 0));
  form = find_form ();
  g_assert_nonnull (form);
  g_assert_false (can_save (form));

  type (form, "title_row", "  Lock the shelf ");
  g_assert_true (can_save (form));
  type (form, "due_row", "tomorrow");
  g_assert_false (can_save (form));
  g_assert_true (app_support_says (form, "This is no day"));
  type (form, "due_row", "１２/18");
  g_assert_true (can_save (form));
  g_assert_true (app_support_says (form, "18 December 2026"));
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (gtk_widget_get_template_child (form, SGN_TYPE_TASK_DIALOG, "owner_row")), 1);
  g_assert_false (can_save (form));
  type (form, "name_row", "𠮷田 直子");
  save (fixture, form);

  task = sgn_record_find_task (get_record (fixture), 1);
  g_assert_cmpstr (task->title, ==, "Lock the shelf");
  g_assert_cmpstr (task->due, ==, "2026-12-18");
  g_assert_cmpstr (sgn_record_find_person (get_record (fixture), task->owner)->name, ==,
                   "𠮷田 直子");
  g_assert_cmpuint (task->links->len, ==, 0);
  g_assert_true (app_support_says (page, "Lock the shelf"));
}

static void
test_a_task_is_changed_and_unchanged_is_no_act (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *form;
  gint64 seq;

  add_task (fixture, "Write it down", "2026-12-18", "原 大輔");
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  seq = get_record (fixture)->seq;
  g_signal_emit_by_name (find_list (page), "opened", "task/1");
  form = find_form ();
  g_assert_cmpstr (get_text (form, "title_row"), ==, "Write it down");
  g_assert_cmpstr (get_text (form, "due_row"), ==, "2026-12-18");
  save (fixture, form);
  g_assert_cmpint (get_record (fixture)->seq, ==, seq);

  g_signal_emit_by_name (find_list (page), "opened", "task/1");
  form = find_form ();
  type (form, "due_row", "");
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (gtk_widget_get_template_child (form, SGN_TYPE_TASK_DIALOG, "state_row")), 3);
  save (fixture, form);
  g_assert_null (sgn_record_find_task (get_record (fixture), 1)->due);
  g_assert_cmpstr (sgn_record_find_task (get_record (fixture), 1)->state, ==, SGN_TASK_DECLINED);
  g_assert_cmpuint (sgn_record_find_task (get_record (fixture), 1)->links->len, ==, 1);
}

static void
test_what_is_less_than_done_is_offered_once (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *hint;
  GtkWidget *form;

  answer (fixture, "SD-08", "partial");
  answer (fixture, "SD-09", "not-done");
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  hint = app_support_find (page, SGN_TYPE_TASK_HINT);
  g_assert_true (app_support_says (hint, "No.9"));
  g_assert_true (app_support_says (hint, "There is 1 more"));

  g_signal_emit_by_name (hint, "decline");
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (sgn_record_find_task (get_record (fixture), 1)->state, ==, SGN_TASK_DECLINED);
  g_assert_true (app_support_says (hint, "No.8"));

  g_signal_emit_by_name (hint, "add");
  form = find_form ();
  g_assert_cmpuint (strlen (get_text (form, "title_row")), >, 0);
  save (fixture, form);
  g_assert_cmpstr (g_ptr_array_index (sgn_record_find_task (get_record (fixture), 2)->links, 0), ==,
                   "answer/1/SD-08");
  g_assert_false (gtk_widget_get_visible (hint));
}

static void
test_what_nobody_knows_is_to_be_found_out (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *form;

  answer (fixture, "SD-21", "unknown");
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  g_assert_true (app_support_says (page, "To Find Out"));
  g_assert_true (sgn_task_list_focus (find_list (page), "answer/1/SD-21"));
  g_assert_true (app_support_press (fixture->window, GDK_KEY_space, 0));
  form = find_form ();
  g_assert_true (g_str_has_prefix (get_text (form, "title_row"), "Find out: "));
  save (fixture, form);
  g_assert_false (app_support_says (page, "To Find Out"));
  g_assert_cmpstr (g_ptr_array_index (sgn_record_find_task (get_record (fixture), 1)->links, 0), ==,
                   "answer/1/SD-21");
}

static void
test_a_task_is_found_whatever_is_filtered (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);

  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), 1); /* done */
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/1");
  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), 5);
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/5");
  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), 999);
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/5");
}

static void
test_a_long_plan_unfolds (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  for (guint i = 0; i < 45; i++)
    add_task (fixture, "Again", NULL, NULL);
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 40);
  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), 45);
  g_assert_cmpuint (sgn_task_list_count_rows (find_list (page)), ==, 45);
  g_assert_cmpstr (sgn_task_list_get_focus (find_list (page)), ==, "task/45");
}

static void
test_a_file_open_for_reading_is_only_shown (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (sgn_session_get_path (fixture->session));
  GtkWidget *page;
  AppEnding ending = { 0 };

  answer (fixture, "SD-08", "partial");
  add_task (fixture, "Write it down", "2026-12-18", NULL);
  app_support_close (fixture->session);
  sgn_session_open_async (fixture->session, path, SGN_OPEN_READ, app_ending_cb, &ending);
  app_ending_wait (&ending);
  page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);

  g_assert_false (gtk_widget_get_visible (app_support_find (page, SGN_TYPE_TASK_HINT)));
  g_assert_true (app_support_press (fixture->window, GDK_KEY_Insert, 0));
  g_assert_null (find_form ());
  app_support_press (fixture->window, GDK_KEY_space, 0);
  g_assert_cmpstr (sgn_record_find_task (get_record (fixture), 1)->state, ==, SGN_TASK_TODO);
  sgn_tasks_page_add_task (SGN_TASKS_PAGE (page), "ipa-self-check@4.0", "SD-08");
  g_assert_null (find_form ());

  g_signal_emit_by_name (find_list (page), "opened", "task/1");
  g_assert_false (can_save (find_form ()));
  gtk_window_destroy (GTK_WINDOW (find_form ()));
}

static GtkWidget *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ADW_IS_MESSAGE_DIALOG (window))
      return window;
  }
  return NULL;
}

static gboolean
is_unasked (gpointer data)
{
  return find_question () == NULL;
}

/* Of the person who is chosen: what is written is the session's, see tests/session. */
static void
test_a_calendar_is_asked_for (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  GtkWidget *people = app_support_find (page, SGN_TYPE_TASK_PEOPLE);
  GtkWidget *tiles = gtk_widget_get_first_child (people);

  gtk_widget_activate_action (page, "tasks.export", NULL);
  g_assert_true (app_support_says (find_question (), "All open tasks"));
  gtk_window_close (GTK_WINDOW (find_question ()));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_grid_get_child_at (GTK_GRID (tiles), 1, 0)),
                                TRUE);
  app_support_wait (is_unasked, NULL);
  gtk_widget_activate_action (page, "tasks.export", NULL);
  g_assert_true (app_support_says (find_question (), "YAMAZAKI Kenta"));
  gtk_window_close (GTK_WINDOW (find_question ()));
}

static void
test_the_page_folds_when_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_TASKS_PAGE);
  int wide = 0;
  int narrow = 0;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  g_object_set (page, "narrow", TRUE, NULL);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (wide, <=, 760);
  g_assert_cmpint (narrow, <=, 360);
}

static void
test_the_page_is_released (AppFixture *fixture, gconstpointer data)
{
  GObject *page = g_object_ref_sink (g_object_new (SGN_TYPE_TASKS_PAGE, "session", fixture->session,
                                                   "saving", fixture->saving, "title", "x", NULL));

  sgn_tasks_page_show_task (SGN_TASKS_PAGE (page), 5);
  g_assert_finalize_object (page);
}

#define ADD(name, set_up_func, func) \
  g_test_add ("/app/tasks/" name, AppFixture, NULL, set_up_func, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("the-sample-is-shown-by-day-and-by-person", set_up_sample,
       test_the_sample_is_shown_by_day_and_by_person);
  ADD ("filters-and-people-choose", set_up_sample, test_filters_and_people_choose);
  ADD ("space-is-the-next-state", app_fixture_set_up, test_space_is_the_next_state);
  ADD ("a-new-task-is-asked-for", app_fixture_set_up, test_a_new_task_is_asked_for);
  ADD ("a-task-is-changed-and-unchanged-is-no-act", app_fixture_set_up,
       test_a_task_is_changed_and_unchanged_is_no_act);
  ADD ("what-is-less-than-done-is-offered-once", app_fixture_set_up,
       test_what_is_less_than_done_is_offered_once);
  ADD ("what-nobody-knows-is-to-be-found-out", app_fixture_set_up,
       test_what_nobody_knows_is_to_be_found_out);
  ADD ("a-task-is-found-whatever-is-filtered", set_up_sample,
       test_a_task_is_found_whatever_is_filtered);
  ADD ("a-long-plan-unfolds", app_fixture_set_up, test_a_long_plan_unfolds);
  ADD ("a-file-open-for-reading-is-only-shown", app_fixture_set_up,
       test_a_file_open_for_reading_is_only_shown);
  ADD ("a-calendar-is-asked-for", set_up_sample, test_a_calendar_is_asked_for);
  ADD ("the-page-folds-when-narrow", set_up_sample, test_the_page_folds_when_narrow);

  ADD ("the-page-is-released", set_up_sample, test_the_page_is_released);

  return g_test_run ();
}
