/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app-support.h"
#include "sgn-carry-list.h"
#include "sgn-carry-page.h"
#include "sgn-sheet-acts.h"

#define SHEET                                                                                                  \
  "No.,Question,Answer\n1,書類や媒体は、読み取れないようにして捨てていますか。,\n2," \
  "停電に備えていますか。,\n"

/* What the window was asked to say, and the item that was shown. */
static char *said;
static char *shown;

static void
say_cb (GSimpleAction *action, GVariant *words, gpointer data)
{
  g_free (said);
  said = g_variant_print (words, FALSE);
}

static void
shown_cb (GtkWindow *window, const char *item)
{
  g_free (shown);
  shown = g_strdup (item);
}

static gboolean
has_said (gpointer data)
{
  return said != NULL;
}

/* A window that knows the actions of the real one. */
static GtkWindow *
prepare (AppFixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry entries[] = {
    { .name = "tell", .activate = say_cb, .parameter_type = "(ss)" },
    { .name = "toast", .activate = say_cb, .parameter_type = "s" },
  };

  g_clear_pointer (&said, g_free);
  g_clear_pointer (&shown, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  return GTK_WINDOW (fixture->window);
}

static void
load (AppFixture *fixture, const char *text)
{
  GtkWindow *window = prepare (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "調査票.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  sgn_sheet_load_file (window, fixture->session, file, shown_cb);
  app_support_wait (has_said, NULL);
}

static void
a_sheet_is_shown_when_it_was_loaded (AppFixture *fixture, gconstpointer data)
{
  load (fixture, SHEET);

  g_assert_cmpstr (shown, ==, "sheet-1-01");
  g_assert_nonnull (strstr (said, "was loaded"));
}

static void
all_faults_are_told (AppFixture *fixture, gconstpointer data)
{
  load (fixture, "No.,Question\n1,A\n1,B\n,C\n");

  g_assert_null (shown);
  g_assert_nonnull (strstr (said, "could not be loaded"));
  g_assert_nonnull (strstr (said, "Line 3, No.: The number"));
  g_assert_nonnull (strstr (said, "Line 4, No.: This question has no number."));
}

static void
what_is_no_sheet_is_told_in_one_sentence (AppFixture *fixture, gconstpointer data)
{
  load (fixture, "No.,Question\n1,\"A\n");

  g_assert_null (shown);
  g_assert_nonnull (strstr (said, "never closed"));
}

static void
nothing_is_given_back_before_it_was_answered (AppFixture *fixture, gconstpointer data)
{
  sgn_sheet_export (prepare (fixture), fixture->session, "");

  g_assert_nonnull (strstr (said, "no answered sheet"));
}

static void
answers_to_other_guidelines_are_proposed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;
  GtkWidget *list = NULL;

  app_support_answer (fixture->session, "SD-18", NULL);
  load (fixture, SHEET);
  page = app_fixture_show_page (fixture, SGN_TYPE_CARRY_PAGE);
  sgn_carry_page_set_catalogue (
    SGN_CARRY_PAGE (page),
    sgn_library_find_catalogue (sgn_session_get_library (fixture->session), "sheet-1", NULL));
  sgn_page_opened (SGN_PAGE (page));

  list = app_support_find (page, SGN_TYPE_CARRY_LIST);
  g_assert_cmpuint (sgn_carry_list_count (SGN_CARRY_LIST (list), SGN_CARRY_ALL), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (AppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "a-sheet-is-shown-when-it-was-loaded", a_sheet_is_shown_when_it_was_loaded },
    { "all-faults-are-told", all_faults_are_told },
    { "what-is-no-sheet-is-told-in-one-sentence", what_is_no_sheet_is_told_in_one_sentence },
    { "nothing-is-given-back-before-it-was-answered",
      nothing_is_given_back_before_it_was_answered },
    { "answers-to-other-guidelines-are-proposed", answers_to_other_guidelines_are_proposed },
  };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/own-sheet/", tests[i].name, NULL);

    g_test_add (path, AppFixture, NULL, app_fixture_set_up, tests[i].test, app_fixture_tear_down);
  }
  status = g_test_run ();
  g_free (said);
  g_free (shown);
  return status;
}
