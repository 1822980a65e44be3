/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-support.h"
#include "sgn-carry-list.h"
#include "sgn-carry-page.h"
#include "sgn-carry-row.h"

static GtkWidget *
show_page (AppFixture *fixture, const char *catalogue)
{
  GtkWidget *page = app_fixture_show_page (fixture, SGN_TYPE_CARRY_PAGE);
  SgnLibrary *library = sgn_session_get_library (fixture->session);

  sgn_carry_page_set_catalogue (SGN_CARRY_PAGE (page),
                                sgn_library_find_catalogue (library, catalogue, NULL));
  sgn_page_opened (SGN_PAGE (page));
  return page;
}

static SgnCarryList *
find_list (GtkWidget *page)
{
  return SGN_CARRY_LIST (app_support_find (page, SGN_TYPE_CARRY_LIST));
}

/* (nullable): the button with these words */
static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  GtkWidget *label = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (label) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), words) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, words);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
click (GtkWidget *page, const char *words)
{
  GtkWidget *button = find_button (page, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* (nullable) */
static const SgnAnswer *
find_answer (AppFixture *fixture, const char *item)
{
  SgnAssessment *assessment =
    sgn_record_find_newest (sgn_session_get_record (fixture->session), "scs");

  return assessment != NULL ? sgn_assessment_find_answer (assessment, item) : NULL;
}

static gboolean
is_carried (gpointer data)
{
  return find_answer (data, "1-2-3-1") != NULL;
}

static void
nothing_is_ticked_to_begin_with (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;

  app_support_answer (fixture->session, "SD-19", NULL);
  page = show_page (fixture, "scs");

  g_assert_cmpuint (sgn_carry_list_count_shown (find_list (page)), ==, 2);
  g_assert_cmpuint (sgn_carry_list_count_ticked (find_list (page)), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (find_button (page, "Carry Over the 0 Selected")));
  g_assert_true (app_support_says (page, "Nothing selected yet"));
  g_assert_true (app_support_says (page, "becomes “Met”"));
}

static void
what_is_ticked_is_carried_over (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;

  app_support_answer (fixture->session, "SD-19", NULL);
  page = show_page (fixture, "scs");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (app_support_find (page, SGN_TYPE_CARRY_ROW)),
                               TRUE);
  click (page, "Carry Over the 1 Selected");
  app_support_wait (is_carried, fixture);

  g_assert_cmpstr (find_answer (fixture, "1-2-3-1")->carried_from, ==, "answer/1/SD-19");
  g_assert_null (find_answer (fixture, "1-2-3-2"));
  g_assert_cmpuint (sgn_carry_list_count_shown (find_list (page)), ==, 1);
  g_assert_true (app_support_says (page, "Not proposed: 1 item that is answered already"));
}

static void
all_and_none_are_ticked (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;

  app_support_answer (fixture->session, "SD-19", NULL);
  app_support_answer (fixture->session, "SD-11", NULL);
  page = show_page (fixture, "scs");
  click (page, "Select All (4)");
  g_assert_cmpuint (sgn_carry_list_count_ticked (find_list (page)), ==, 4);
  click (page, "Select None");
  g_assert_cmpuint (sgn_carry_list_count_ticked (find_list (page)), ==, 0);
  click (page, "Select 2 of This Section");
  g_assert_cmpuint (sgn_carry_list_count_ticked (find_list (page)), ==, 2);
}

static void
filters_show_a_part (AppFixture *fixture, gconstpointer data)
{
  SgnCarryList *list = NULL;

  app_support_answer (fixture->session, "SD-19", NULL);
  app_support_answer (fixture->session, "SD-11", NULL);
  list = find_list (show_page (fixture, "scs"));

  g_assert_cmpuint (sgn_carry_list_count (list, SGN_CARRY_DONE), ==, 1);
  g_assert_cmpuint (sgn_carry_list_count (list, SGN_CARRY_PARTIAL), ==, 3);
  g_assert_cmpuint (sgn_carry_list_count (list, SGN_CARRY_OTHER), ==, 0);
  sgn_carry_list_show (list, SGN_CARRY_PARTIAL, SGN_SURENESS_LOW);
  g_assert_cmpuint (sgn_carry_list_count_shown (list), ==, 3);
  sgn_carry_list_tick_shown (list, TRUE);
  g_assert_cmpuint (sgn_carry_list_count_ticked (list), ==, 3);
  sgn_carry_list_show (list, SGN_CARRY_ALL, SGN_SURENESS_HIGH);
  g_assert_cmpuint (sgn_carry_list_count_shown (list), ==, 1);
}

/* What was ticked stays ticked when something else changes. */
static void
a_change_keeps_the_ticks (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;
  g_auto (GStrv) ticked = NULL;

  app_support_answer (fixture->session, "SD-19", NULL);
  page = show_page (fixture, "scs");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (app_support_find (page, SGN_TYPE_CARRY_ROW)),
                               TRUE);
  app_support_answer (fixture->session, "SD-11", NULL);
  ticked = sgn_carry_list_dup_ticked (find_list (page));

  g_assert_cmpuint (sgn_carry_list_count_shown (find_list (page)), ==, 4);
  g_assert_cmpuint (g_strv_length (ticked), ==, 1);
  g_assert_cmpstr (ticked[0], ==, "1-2-3-1");
}

/* The lowest of all that was answered, whichever guideline asked. */
static void
several_guidelines_are_looked_at_together (AppFixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .catalogue = "cloud-check",
                                   .item = "CL-10",
                                   .value = "not-done" };
  AppEnding ending = { 0 };
  GtkWidget *page = NULL;

  app_support_answer (fixture->session, "SD-11", NULL);
  sgn_session_answer_async (fixture->session, &change, app_ending_cb, &ending);
  app_ending_wait (&ending);
  page = show_page (fixture, "scs");

  g_assert_true (app_support_says (page, "Of several answers the lowest counts"));
  g_assert_cmpuint (sgn_carry_list_count (find_list (page), SGN_CARRY_OTHER), ==, 1);
  g_assert_cmpuint (sgn_carry_list_count (find_list (page), SGN_CARRY_PARTIAL), ==, 1);
}

static void
without_answers_it_says_what_to_do (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, "scs");

  g_assert_true (app_support_says (page, "Nothing to Carry Over Yet"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (app_support_find (page, GTK_TYPE_STACK))),
                   ==, "nothing");
}

#define ADD(name, func) \
  g_test_add ("/app/carry/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  ADD ("nothing-is-ticked-to-begin-with", nothing_is_ticked_to_begin_with);
  ADD ("what-is-ticked-is-carried-over", what_is_ticked_is_carried_over);
  ADD ("all-and-none-are-ticked", all_and_none_are_ticked);
  ADD ("filters-show-a-part", filters_show_a_part);
  ADD ("a-change-keeps-the-ticks", a_change_keeps_the_ticks);
  ADD ("several-guidelines-are-looked-at-together", several_guidelines_are_looked_at_together);
  ADD ("without-answers-it-says-what-to-do", without_answers_it_says_what_to_do);

  return g_test_run ();
}
