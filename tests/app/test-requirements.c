/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <jansson.h>

#include "app-support.h"
#include "sgn-carried-box.h"
#include "sgn-checklist-page.h"
#include "sgn-checklist-progress.h"
#include "sgn-criterion-row.h"
#include "sgn-data-dir.h"
#include "sgn-item-row.h"
#include "sgn-level-switch.h"
#include "sgn-looks-box.h"
#include "sgn-question-head.h"
#include "sgn-question-side.h"
#include "sgn-requirement-list.h"
#include "sgn-requirement-row.h"
#include "sgn-section-head.h"

/* A guideline of two requirements, made of the six rules: 1-1 has two criteria, 1-2 has four. The
 * first criterion has a figure and a caution, the last one is known from one source only. */
typedef struct {
  AppFixture app;
  char *data;
  SgnChecklistPage *page;
  SgnChecklist *list;
} Fixture;

static json_t *
make_text (const char *words)
{
  return json_pack ("{s:s, s:s}", "ja", "日本語", "en", words);
}

static json_t *
make_group (json_t *section, const char *id, const char *title, const char *plain)
{
  return json_pack ("{s:s, s:s, s:O, s:o, s:o}", "id", id, "number", id, "section",
                    json_object_get (section, "id"), "title", make_text (title), "plain",
                    make_text (plain));
}

static void
add_requirements (json_t *trial)
{
  json_t *section = json_array_get (json_object_get (trial, "sections"), 0);
  json_t *items = json_object_get (trial, "items");

  json_object_set_new (trial, "id", json_string ("trial"));
  json_object_set_new (trial, "groups",
                       json_pack ("[o, o]", make_group (section, "1-1", "User IDs", "Know them."),
                                  make_group (section, "1-2", "Admin IDs", "Keep them few.")));
  json_object_set_new (json_array_get (json_object_get (trial, "scales"), 0), "kind",
                       json_string ("met"));
  for (size_t i = 0; i < json_array_size (items); i++)
    json_object_set_new (json_array_get (items, i), "group", json_string (i < 2 ? "1-1" : "1-2"));
  json_object_set_new (json_array_get (items, 0), "figures",
                       json_pack ("[o, o]", make_text ("14 days"), make_text ("7.0 or more")));
  json_object_set_new (json_array_get (items, 0), "caution", make_text ("Count from release."));
  json_object_set_new (json_array_get (items, 5), "confidence", json_string ("reported"));
}

static void
write_trial (const char *from, const char *folder)
{
  g_autofree char *source = g_build_filename (from, "catalogues", "ipa-rules@4.0.json", NULL);
  g_autofree char *target = g_build_filename (folder, "catalogues", "trial@4.0.json", NULL);
  json_t *trial = json_load_file (source, 0, NULL);

  g_assert_nonnull (trial);
  add_requirements (trial);
  g_assert_cmpint (json_dump_file (trial, target, 0), ==, 0);
  json_decref (trial);
}

/* A guideline of 61 questions without requirements, made of the six rules. */
static void
write_long (const char *from, const char *folder)
{
  g_autofree char *source = g_build_filename (from, "catalogues", "ipa-rules@4.0.json", NULL);
  g_autofree char *target = g_build_filename (folder, "catalogues", "long@4.0.json", NULL);
  json_t *list = json_load_file (source, 0, NULL);
  json_t *items = json_object_get (list, "items");

  g_assert_nonnull (list);
  json_object_set_new (list, "id", json_string ("long"));
  for (guint i = 6; i < 61; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    json_t *item = json_deep_copy (json_array_get (items, 0));

    json_object_set_new (item, "id", json_string (number));
    json_object_set_new (item, "number", json_string (number));
    json_array_append_new (items, item);
  }
  g_assert_cmpint (json_dump_file (list, target, 0), ==, 0);
  json_decref (list);
}

static void
link_into (const char *from, const char *folder, const char *name)
{
  g_autofree char *target = g_build_filename (from, name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_make_symbolic_link (file, target, NULL, &error);
  g_assert_no_error (error);
}

/* Data of our own: everything as it is, and the trial guideline beside the self-check. */
static char *
make_data (void)
{
  g_autofree char *from = sgn_data_dir ();
  char *folder = app_support_make_folder ();
  g_autofree char *catalogues = g_build_filename (folder, "catalogues", NULL);
  g_autofree char *real = g_build_filename (from, "catalogues", NULL);

  g_assert_cmpint (g_mkdir (catalogues, 0700), ==, 0);
  link_into (from, folder, "documents");
  link_into (from, folder, "mappings");
  link_into (real, catalogues, "ipa-rules@3.1.json");
  link_into (real, catalogues, "ipa-rules@4.0.json");
  link_into (real, catalogues, "ipa-self-check@3.1.json");
  link_into (real, catalogues, "ipa-self-check@4.0.json");
  link_into (real, catalogues, "scs@2026-03-27.json");
  write_trial (from, folder);
  write_long (from, folder);
  return folder;
}

static void
remove_data (const char *folder)
{
  static const char *const links[] = { "documents", "mappings" };
  g_autofree char *catalogues = g_build_filename (folder, "catalogues", NULL);

  /* Links first, so that nothing behind them is looked at. */
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *path = g_build_filename (folder, links[i], NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  app_support_remove_folder (catalogues);
  app_support_remove_folder (folder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (g_getenv ("SENGEN_DATA_DIR"));
  SgnCatalogue *trial;

  fixture->data = make_data ();
  g_setenv ("SENGEN_DATA_DIR", fixture->data, TRUE);
  app_fixture_set_up (&fixture->app, data);
  if (before != NULL)
    g_setenv ("SENGEN_DATA_DIR", before, TRUE);
  else
    g_unsetenv ("SENGEN_DATA_DIR");
  fixture->page =
    SGN_CHECKLIST_PAGE (app_fixture_show_page (&fixture->app, SGN_TYPE_CHECKLIST_PAGE));
  fixture->list = sgn_checklist_page_get_checklist (fixture->page);
  trial =
    sgn_library_find_catalogue (sgn_session_get_library (fixture->app.session), "trial", "4.0");
  g_assert_nonnull (trial);
  sgn_checklist_set_catalogue (fixture->list, trial);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_fixture_tear_down (&fixture->app, data);
  remove_data (fixture->data);
  g_free (fixture->data);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return app_support_find (GTK_WIDGET (fixture->page), type);
}

static gboolean
side_says (Fixture *fixture, const char *words)
{
  return app_support_says (find (fixture, SGN_TYPE_QUESTION_SIDE), words);
}

static void
figures_and_caution_stand_beside_their_own_question (Fixture *fixture, gconstpointer data)
{
  g_assert_true (side_says (fixture, "14 days\n7.0 or more"));
  g_assert_true (side_says (fixture, "Count from release."));

  sgn_checklist_set_position (fixture->list, 1);

  g_assert_false (side_says (fixture, "Figures to keep"));
  g_assert_false (side_says (fixture, "Easily misread"));
}

static void
what_one_source_says_is_to_be_checked (Fixture *fixture, gconstpointer data)
{
  g_assert_false (side_says (fixture, "To be checked against the official text."));

  sgn_checklist_set_position (fixture->list, 5);

  g_assert_true (side_says (fixture, "To be checked against the official text."));
}

static void
a_question_names_its_requirement (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head = find (fixture, SGN_TYPE_QUESTION_HEAD);

  g_assert_true (app_support_says (head, "1-1　User IDs"));
  sgn_checklist_set_position (fixture->list, 5);
  g_assert_true (app_support_says (head, "1-2　Admin IDs"));
}

static void
a_guideline_without_requirements_names_none (Fixture *fixture, gconstpointer data)
{
  SgnLibrary *library = sgn_session_get_library (fixture->app.session);

  sgn_checklist_set_catalogue (fixture->list,
                               sgn_library_find_catalogue (library, "ipa-self-check", "4.0"));

  g_assert_false (app_support_says (find (fixture, SGN_TYPE_QUESTION_HEAD), "User IDs"));
  g_assert_null (find (fixture, SGN_TYPE_REQUIREMENT_ROW));
  g_assert_nonnull (find (fixture, SGN_TYPE_ITEM_ROW));
}

/* How many widgets of @type are shown. */
static guint
count_shown (GtkWidget *widget, GType type)
{
  guint count = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  if (!gtk_widget_get_visible (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_shown (child, type);
  return count;
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_checklist_has_unsaved (fixture->list);
}

static void
answer (Fixture *fixture, guint index, const char *value)
{
  sgn_checklist_set_value (fixture->list, index, value);
  app_support_wait (is_saved, fixture);
}

static GtkWidget *
show_list (Fixture *fixture)
{
  sgn_checklist_page_show_list (fixture->page, TRUE);
  return find (fixture, SGN_TYPE_REQUIREMENT_LIST);
}

static gboolean
press (Fixture *fixture, guint key)
{
  return app_support_press (fixture->app.window, key, 0);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->app.window));
}

/* The row with the focus is the criterion at @index. */
static gboolean
is_on_criterion (Fixture *fixture, guint index)
{
  GtkWidget *focus = get_focus (fixture);

  return SGN_IS_CRITERION_ROW (focus) &&
         sgn_criterion_row_get_index (SGN_CRITERION_ROW (focus)) == index;
}

static gboolean
is_on_requirement (Fixture *fixture, const char *title)
{
  GtkWidget *focus = get_focus (fixture);

  return SGN_IS_REQUIREMENT_ROW (focus) && app_support_says (focus, title);
}

/* One row down or up, as the arrow keys of a list do. */
static void
move (Fixture *fixture, int rows)
{
  GtkWidget *list = gtk_widget_get_parent (get_focus (fixture));

  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, rows, FALSE, FALSE);
}

static void
each_requirement_stands_once_and_counts_what_is_met (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = show_list (fixture);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_REQUIREMENT_ROW), ==, 2);
  g_assert_true (app_support_says (list, "0 / 2"));
  g_assert_true (app_support_says (list, "Keep them few."));

  answer (fixture, 0, "done");
  answer (fixture, 1, "partial");

  g_assert_true (app_support_says (list, "1 / 2"));
  g_assert_true (app_support_says (list, "0 / 4"));
  g_assert_true (app_support_says (find (fixture, SGN_TYPE_SECTION_HEAD),
                                   "2 requirements ・ 1 of 6 criteria met"));
}

static void
one_requirement_at_a_time_is_unfolded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = show_list (fixture);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 2);
  sgn_checklist_set_position (fixture->list, 4);
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 4);
}

static void
left_and_right_fold_and_unfold (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = show_list (fixture);

  g_assert_true (is_on_criterion (fixture, 0));
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_true (is_on_requirement (fixture, "User IDs"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 0);
  g_assert_true (is_on_requirement (fixture, "User IDs"));

  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 2);
  g_assert_true (is_on_requirement (fixture, "User IDs"));
}

static void
arrows_go_over_requirements_and_criteria_alike (Fixture *fixture, gconstpointer data)
{
  show_list (fixture);

  move (fixture, 1);
  g_assert_true (is_on_criterion (fixture, 1));
  move (fixture, 1);
  g_assert_true (is_on_requirement (fixture, "Admin IDs"));
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (sgn_checklist_get_position (fixture->list), ==, 2);
  move (fixture, 1);
  g_assert_true (is_on_criterion (fixture, 2));
  move (fixture, -1);
  move (fixture, -1);
  g_assert_true (is_on_requirement (fixture, "User IDs"));
}

static void
digits_answer_without_opening (Fixture *fixture, gconstpointer data)
{
  show_list (fixture);

  g_assert_true (press (fixture, GDK_KEY_2));
  app_support_wait (is_saved, fixture);
  g_assert_cmpstr (sgn_checklist_get_value (fixture->list, 0), ==, "partial");
  g_assert_true (is_on_criterion (fixture, 0));

  press (fixture, GDK_KEY_Left);
  g_assert_false (press (fixture, GDK_KEY_2));
}

static void
what_a_filter_leaves_out_hands_the_focus_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = show_list (fixture);

  sgn_requirement_list_set_filter (SGN_REQUIREMENT_LIST (list), SGN_FILTER_NONE, SGN_LOOK_ANY);
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 6);
  press (fixture, GDK_KEY_1);
  app_support_wait (is_saved, fixture);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 5);
  g_assert_true (is_on_criterion (fixture, 1));
}

static void
a_filter_leaves_requirements_with_rows_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = show_list (fixture);

  answer (fixture, 0, "done");
  answer (fixture, 5, "not-done");
  sgn_requirement_list_set_filter (SGN_REQUIREMENT_LIST (list), SGN_FILTER_NOT_DONE, SGN_LOOK_ANY);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_REQUIREMENT_ROW), ==, 1);
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 1);
  g_assert_true (app_support_says (list, "Admin IDs"));

  sgn_requirement_list_set_filter (SGN_REQUIREMENT_LIST (list), SGN_FILTER_UNKNOWN, SGN_LOOK_ANY);
  g_assert_true (app_support_says (list, "No question fits this filter."));
}

static void
open_catalogue (Fixture *fixture, const char *id)
{
  SgnLibrary *library = sgn_session_get_library (fixture->app.session);

  sgn_checklist_set_catalogue (fixture->list, sgn_library_find_catalogue (library, id, NULL));
}

static void
both_levels_are_one_check (Fixture *fixture, gconstpointer data)
{
  open_catalogue (fixture, "scs");
  g_assert_cmpstr (sgn_checklist_get_level (fixture->list), ==, "★3");
  g_assert_cmpuint (sgn_checklist_get_n_items (fixture->list), ==, 81);
  g_assert_true (app_support_says (find (fixture, SGN_TYPE_LEVEL_SWITCH), "★3: 81"));
  g_assert_true (app_support_says (find (fixture, SGN_TYPE_LEVEL_SWITCH), "★4: 153"));
  answer (fixture, 0, "met");

  sgn_checklist_set_level (fixture->list, "★4");

  g_assert_cmpuint (sgn_checklist_get_n_items (fixture->list), ==, 153);
  g_assert_cmpstr (sgn_checklist_get_item (fixture->list, 0)->id, ==, "1-1-1-1");
  g_assert_cmpuint (sgn_checklist_count (fixture->list, SGN_MARK_DONE), ==, 1);
}

static void
another_level_stays_where_one_was (Fixture *fixture, gconstpointer data)
{
  guint found = 0;

  open_catalogue (fixture, "scs");
  g_assert_true (sgn_checklist_choose_item (fixture->list, "1-1-1-1", &found));
  g_assert_cmpstr (sgn_checklist_get_level (fixture->list), ==, "★4");
  g_assert_true (sgn_checklist_choose_item (fixture->list, "4-1-2-4", &found));
  sgn_checklist_set_position (fixture->list, found);

  sgn_checklist_set_level (fixture->list, "★3");

  g_assert_cmpstr (
    sgn_checklist_get_item (fixture->list, sgn_checklist_get_position (fixture->list))->id, ==,
    "4-1-2-4");
}

/* However long a guideline is, few rows stand at once. */
static void
a_page_is_one_section_with_few_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  open_catalogue (fixture, "scs");
  sgn_checklist_set_level (fixture->list, "★4");
  list = show_list (fixture);
  g_assert_true (app_support_says (find (fixture, SGN_TYPE_SECTION_HEAD), "1　Governance"));

  sgn_checklist_page_go_to_section (fixture->page, 3);

  g_assert_true (app_support_says (find (fixture, SGN_TYPE_SECTION_HEAD), "4　Protection"));
  g_assert_cmpuint (count_shown (list, GTK_TYPE_LIST_BOX_ROW), <, 40);
  g_assert_true (SGN_IS_CRITERION_ROW (get_focus (fixture)));
}

static void
questions_without_requirements_stand_in_runs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  open_catalogue (fixture, "long");
  list = show_list (fixture);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_REQUIREMENT_ROW), ==, 4);
  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 20);
  g_assert_true (app_support_says (list, "No.21–40"));
  g_assert_true (app_support_says (list, "No.61–61"));
}

static const SgnAnswer *
find_answer (Fixture *fixture, guint index)
{
  return sgn_checklist_get_answer (fixture->list, index);
}

static gboolean
is_idle (gpointer data)
{
  Fixture *fixture = data;

  return is_saved (fixture) && !sgn_saving_is_busy (fixture->app.saving);
}

static void
open_scs_with_an_answer (Fixture *fixture)
{
  sgn_session_set_author (fixture->app.session, "髙橋 美咲");
  open_catalogue (fixture, "scs");
  answer (fixture, 0, "met");
}

static void
a_review_is_kept_and_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find (fixture, SGN_TYPE_LOOKS_BOX);

  open_catalogue (fixture, "scs");
  g_assert_false (gtk_widget_get_visible (box));
  open_scs_with_an_answer (fixture);
  g_assert_true (app_support_says (box, "Not reviewed yet"));

  g_signal_emit_by_name (app_support_find (box, GTK_TYPE_BUTTON), "clicked");
  app_support_wait (is_idle, fixture);
  g_assert_cmpstr (find_answer (fixture, 0)->reviewed_on, ==, "2026-11-23");
  g_assert_true (app_support_says (box, "23 November　髙橋 美咲"));

  g_signal_emit_by_name (app_support_find (box, GTK_TYPE_BUTTON), "clicked");
  app_support_wait (is_idle, fixture);
  g_assert_null (find_answer (fixture, 0)->reviewed_on);
}

static void
note_expert (Fixture *fixture, guint state)
{
  GtkWidget *box = find (fixture, SGN_TYPE_LOOKS_BOX);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_support_find (box, GTK_TYPE_DROP_DOWN)), state);
  app_support_wait (is_idle, fixture);
}

static void
an_expert_is_noted_with_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find (fixture, SGN_TYPE_LOOKS_BOX);
  GtkWidget *name = app_support_find (box, GTK_TYPE_ENTRY);

  open_scs_with_an_answer (fixture);
  g_assert_false (gtk_widget_get_visible (name));
  note_expert (fixture, 1);
  g_assert_cmpstr (find_answer (fixture, 0)->expert, ==, SGN_EXPERT_ASKED);

  gtk_editable_set_text (GTK_EDITABLE (name), "佐藤（登録セキスペ）");
  sgn_checklist_set_position (fixture->list, 1);
  app_support_wait (is_idle, fixture);

  g_assert_cmpstr (find_answer (fixture, 0)->expert_name, ==, "佐藤（登録セキスペ）");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");
  g_assert_false (gtk_widget_get_visible (box));
}

static void
another_answer_takes_what_others_said_away (Fixture *fixture, gconstpointer data)
{
  open_scs_with_an_answer (fixture);
  note_expert (fixture, 2);
  g_assert_cmpstr (find_answer (fixture, 0)->expert, ==, SGN_EXPERT_SEEN);

  answer (fixture, 0, "partly");

  g_assert_null (find_answer (fixture, 0)->expert);
}

static void
criteria_are_found_by_what_an_expert_saw (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture, SGN_TYPE_REQUIREMENT_LIST);

  open_scs_with_an_answer (fixture);
  note_expert (fixture, 2);
  show_list (fixture);
  sgn_requirement_list_set_filter (SGN_REQUIREMENT_LIST (list), SGN_FILTER_ALL, SGN_LOOK_SEEN);

  g_assert_cmpuint (count_shown (list, SGN_TYPE_CRITERION_ROW), ==, 1);
  g_assert_true (app_support_says (list, "Seen"));
}

static void
the_level_chosen_before_the_first_answer_is_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *levels = find (fixture, SGN_TYPE_LEVEL_SWITCH);
  GtkWidget *four;

  open_catalogue (fixture, "scs");
  four = gtk_widget_get_last_child (gtk_widget_get_last_child (levels));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (four), TRUE);
  g_assert_cmpstr (sgn_checklist_get_level (fixture->list), ==, "★4");
  answer (fixture, 0, "met");
  app_support_wait (is_idle, fixture);

  g_assert_cmpstr (sgn_checklist_get_assessment (fixture->list)->level, ==, "★4");
  g_assert_cmpstr (sgn_checklist_get_level (fixture->list), ==, "★4");
}

static void
undo_brings_the_level_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *levels = find (fixture, SGN_TYPE_LEVEL_SWITCH);
  AppEnding ending = { 0 };

  open_scs_with_an_answer (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  gtk_widget_get_last_child (gtk_widget_get_last_child (levels))),
                                TRUE);
  app_support_wait (is_idle, fixture);
  g_assert_cmpuint (sgn_checklist_get_n_items (fixture->list), ==, 153);

  sgn_session_undo_async (fixture->app.session, app_ending_cb, &ending);
  app_ending_wait (&ending);

  g_assert_cmpuint (sgn_checklist_get_n_items (fixture->list), ==, 81);
}

static void
carried_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppEnding *ending = user_data;

  g_assert_cmpint (sgn_session_carry_finish (SGN_SESSION (object), result, &ending->error), >, 0);
  ending->over = TRUE;
}

/* Carries the answer to SD-01 over to SCS and goes to the first criterion that has it. */
static void
carry_over (Fixture *fixture)
{
  SgnSession *session = fixture->app.session;
  SgnLibrary *library = sgn_session_get_library (session);
  SgnRecord *record = sgn_session_get_record (session);
  g_autoptr (SgnProposals) proposals =
    sgn_proposals_new (record, sgn_library_find_catalogue (library, "scs", NULL), NULL, NULL);
  AppEnding ending = { 0 };
  guint found = 0;

  g_assert_true (sgn_proposals_add_mapped (proposals, library,
                                           sgn_record_find_newest (record, "ipa-self-check")));
  sgn_session_carry_async (session, proposals, NULL, carried_cb, &ending);
  app_ending_wait (&ending);
  open_catalogue (fixture, "scs");
  while (sgn_checklist_get_value (fixture->list, found) == NULL)
    found++;
  sgn_checklist_set_position (fixture->list, found);
}

static void
what_was_carried_over_is_said_and_confirmed_by_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = find (fixture, SGN_TYPE_CARRIED_BOX);
  guint at;

  app_support_answer (fixture->app.session, "SD-01", NULL);
  carry_over (fixture);
  at = sgn_checklist_get_position (fixture->list);
  g_assert_nonnull (find_answer (fixture, at)->carried_from);
  g_assert_true (app_support_says (box, "No.1 “"));
  sgn_checklist_page_show_list (fixture->page, TRUE);
  g_assert_true (app_support_says (find (fixture, SGN_TYPE_REQUIREMENT_LIST), "carried"));
  sgn_checklist_page_show_list (fixture->page, FALSE);

  g_assert_true (press (fixture, GDK_KEY_s));
  app_support_wait (is_idle, fixture);

  g_assert_null (find_answer (fixture, at)->carried_from);
  g_assert_nonnull (find_answer (fixture, at)->value);
  g_assert_false (gtk_widget_get_visible (box));
}

static const struct {
  const char *name;
  void (*run) (Fixture *fixture, gconstpointer data);
} cases[] = {
  { "figures-and-caution-stand-beside-their-own-question",
    figures_and_caution_stand_beside_their_own_question },
  { "what-one-source-says-is-to-be-checked", what_one_source_says_is_to_be_checked },
  { "a-question-names-its-requirement", a_question_names_its_requirement },
  { "a-guideline-without-requirements-names-none", a_guideline_without_requirements_names_none },
  { "each-requirement-stands-once-and-counts-what-is-met",
    each_requirement_stands_once_and_counts_what_is_met },
  { "a-filter-leaves-requirements-with-rows-only", a_filter_leaves_requirements_with_rows_only },
  { "one-requirement-at-a-time-is-unfolded", one_requirement_at_a_time_is_unfolded },
  { "left-and-right-fold-and-unfold", left_and_right_fold_and_unfold },
  { "arrows-go-over-requirements-and-criteria-alike",
    arrows_go_over_requirements_and_criteria_alike },
  { "digits-answer-without-opening", digits_answer_without_opening },
  { "what-a-filter-leaves-out-hands-the-focus-on", what_a_filter_leaves_out_hands_the_focus_on },
  { "both-levels-are-one-check", both_levels_are_one_check },
  { "another-level-stays-where-one-was", another_level_stays_where_one_was },
  { "a-page-is-one-section-with-few-rows", a_page_is_one_section_with_few_rows },
  { "a-review-is-kept-and-taken-back", a_review_is_kept_and_taken_back },
  { "an-expert-is-noted-with-name", an_expert_is_noted_with_name },
  { "another-answer-takes-what-others-said-away", another_answer_takes_what_others_said_away },
  { "criteria-are-found-by-what-an-expert-saw", criteria_are_found_by_what_an_expert_saw },
  { "the-level-chosen-before-the-first-answer-is-kept",
    the_level_chosen_before_the_first_answer_is_kept },
  { "undo-brings-the-level-back", undo_brings_the_level_back },
  { "what-was-carried-over-is-said-and-confirmed-by-key",
    what_was_carried_over_is_said_and_confirmed_by_key },
  { "questions-without-requirements-stand-in-runs", questions_without_requirements_stand_in_runs },
};

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/app/requirements/%s", cases[i].name);

    g_test_add (path, Fixture, NULL, set_up, cases[i].run, tear_down);
  }

  return g_test_run ();
}
