/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <jansson.h>

#include "app-support.h"
#include "sgn-checklist-page.h"
#include "sgn-data-dir.h"
#include "sgn-group-head.h"
#include "sgn-item-list.h"
#include "sgn-question-head.h"
#include "sgn-question-side.h"

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
  write_trial (from, folder);
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
  g_assert_null (find (fixture, SGN_TYPE_GROUP_HEAD));
}

static guint
count_heads (GtkWidget *widget)
{
  guint count = SGN_IS_GROUP_HEAD (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_heads (child);
  return count;
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;

  return !sgn_checklist_has_unsaved (fixture->list);
}

static void
each_requirement_stands_once_and_counts_what_is_met (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture, SGN_TYPE_ITEM_LIST);

  sgn_checklist_page_show_list (fixture->page, TRUE);
  g_assert_cmpuint (count_heads (list), ==, 2);
  g_assert_true (app_support_says (list, "0 of 2 criteria met"));
  g_assert_true (app_support_says (list, "Keep them few."));

  sgn_checklist_set_value (fixture->list, 0, "done");
  app_support_wait (is_saved, fixture);
  sgn_checklist_set_value (fixture->list, 1, "partial");
  app_support_wait (is_saved, fixture);

  g_assert_true (app_support_says (list, "1 of 2 criteria met"));
  g_assert_true (app_support_says (list, "0 of 4 criteria met"));
}

static void
a_filter_leaves_requirements_with_rows_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture, SGN_TYPE_ITEM_LIST);

  sgn_checklist_page_show_list (fixture->page, TRUE);
  sgn_checklist_set_value (fixture->list, 0, "done");
  app_support_wait (is_saved, fixture);
  sgn_checklist_set_value (fixture->list, 5, "not-done");
  app_support_wait (is_saved, fixture);

  sgn_item_list_set_filter (SGN_ITEM_LIST (list), SGN_FILTER_NOT_DONE);

  g_assert_true (app_support_says (list, "Admin IDs"));
  g_assert_cmpuint (count_heads (list), ==, 1);
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
