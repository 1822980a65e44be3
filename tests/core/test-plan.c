/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-plan.h"

#include "sample-record.h"

static void
add_task (SgnRecord *record, gint64 id, const char *state, const char *due, const char *done_on)
{
  const SgnTask task = {
    .id = id,
    .title = (char *) "直す",
    .state = (char *) state,
    .due = (char *) due,
    .done_on = (char *) done_on,
    .added_at = (char *) "2026-11-20T17:00:00+09:00",
  };

  add_numbered_row (record, SGN_KIND_TASK, id, sgn_task_to_row (&task));
}

static void
link_task (SgnRecord *record, gint64 id, const char *reference)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", id, reference);

  add_row (record, SGN_KIND_TASK_LINK, key, sgn_task_link_to_row (id, reference));
}

static void
add_check (SgnRecord *record, gint64 id, const char *catalogue, const char *edition)
{
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, make_assessment_row (catalogue, edition));
}

/* Numbers of tasks, and the questions that nobody can answer, with spaces between. */
static void
assert_plan (const SgnRecord *record, const char *expected)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (GPtrArray) lines = sgn_plan_list (record, library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SgnPlanLine *line = g_ptr_array_index (lines, i);

    g_string_append (text, i > 0 ? " " : "");
    if (line->task != NULL)
      g_string_append_printf (text, "%" G_GINT64_FORMAT, line->task->id);
    else
      g_string_append (text, line->item->id);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_the_plan_is_by_day_and_what_is_done_comes_last (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  assert_plan (record, "");
  add_task (record, 1, "declined", "2026-01-01", NULL);
  add_task (record, 2, "done", "2026-06-30", "2026-06-28");
  add_task (record, 3, "todo", NULL, NULL);
  add_task (record, 4, "doing", "2027-01-15", NULL);
  add_task (record, 5, "done", "2026-05-31", "2026-07-30");
  add_task (record, 6, "todo", "2026-11-13", NULL);
  add_task (record, 7, "todo", "2027-01-15", NULL);
  assert_plan (record, "6 4 7 3 5 2 1");
}

static void
test_what_nobody_knows_is_to_be_found_out (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_check (record, 1, "ipa-self-check", "4.0");
  add_answer (record, 1, "SD-21", "unknown");
  add_answer (record, 1, "SD-03", "unknown");
  add_answer (record, 1, "SD-01", "not-done");
  add_task (record, 1, "todo", NULL, NULL);
  add_task (record, 2, "done", NULL, "2026-06-28");
  assert_plan (record, "1 SD-03 SD-21 2");

  link_task (record, 1, "answer/1/SD-03");
  link_task (record, 2, "answer/1/SD-21");
  assert_plan (record, "1 SD-21 2");
}

/* Last year's answer is no longer the one that counts. */
static void
test_only_the_check_that_counts_is_asked (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_check (record, 1, "ipa-self-check", "3.1");
  add_answer (record, 1, "SD-21", "unknown");
  assert_plan (record, "SD-21");
  add_check (record, 2, "ipa-self-check", "4.0");
  assert_plan (record, "SD-21");
  add_answer (record, 2, "SD-21", "done");
  assert_plan (record, "");
}

static void
test_an_edition_that_is_not_here_is_left_out (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_check (record, 1, "ipa-self-check", "9.9");
  add_answer (record, 1, "SD-21", "unknown");
  assert_plan (record, "");
}

static void
test_a_day_that_has_passed_is_overdue (void)
{
  static const struct {
    const char *state;
    const char *due;
    gboolean overdue;
  } cases[] = {
    { "todo", "2026-11-22", TRUE },  { "doing", "2026-11-22", TRUE },
    { "todo", "2026-11-23", FALSE }, { "todo", NULL, FALSE },
    { "done", "2026-11-22", FALSE }, { "declined", "2026-11-22", FALSE },
    { "later", "2026-11-22", TRUE }, /* a word of a version to come */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnTask task = { .state = (char *) cases[i].state, .due = (char *) cases[i].due };

    g_assert_cmpint (sgn_task_is_overdue (&task, "2026-11-23"), ==, cases[i].overdue);
  }
}

static void
test_each_item_is_named_once (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) grounds = NULL;
  const SgnTaskGround *ground;

  add_check (record, 1, "ipa-self-check", "3.1");
  add_check (record, 2, "ipa-self-check", "4.0");
  add_check (record, 3, "ipa-rules", "4.0");
  add_task (record, 1, "todo", NULL, NULL);
  link_task (record, 1, "answer/1/SD-11");
  link_task (record, 1, "answer/2/SD-11");
  link_task (record, 1, "answer/3/RU-6");
  link_task (record, 1, "answer/9/SD-12");
  link_task (record, 1, "declaration/1");
  grounds = sgn_task_list_grounds (sgn_record_find_task (record, 1), record, library);

  g_assert_cmpuint (grounds->len, ==, 4);
  ground = g_ptr_array_index (grounds, 0);
  g_assert_cmpstr (ground->catalogue->id, ==, "ipa-self-check");
  g_assert_cmpstr (ground->item->id, ==, "SD-11");
  ground = g_ptr_array_index (grounds, 1);
  g_assert_cmpstr (ground->item->id, ==, "RU-6");
  ground = g_ptr_array_index (grounds, 2);
  g_assert_cmpstr (ground->kind, ==, "answer");
  g_assert_null (ground->item);
  ground = g_ptr_array_index (grounds, 3);
  g_assert_cmpstr (ground->kind, ==, "declaration");
}

static void
assert_proposals (const SgnRecord *record, const char *expected)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (GPtrArray) lines = sgn_plan_list_proposals (record, library);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SgnPlanLine *line = g_ptr_array_index (lines, i);

    g_assert_null (line->task);
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT "/%s", i > 0 ? " " : "",
                            line->assessment->id, line->item->id);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_what_is_not_done_is_proposed_until_a_task_is_for_it (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  assert_proposals (record, "");
  add_check (record, 1, "ipa-self-check", "3.1");
  add_check (record, 2, "ipa-self-check", "4.0");
  add_answer (record, 1, "SD-01", "not-done");
  add_answer (record, 2, "SD-02", "partial");
  add_answer (record, 2, "SD-03", "not-done");
  add_answer (record, 2, "SD-04", "done");
  add_answer (record, 2, "SD-05", "unknown");
  add_answer (record, 2, "SD-06", "not-applicable");
  add_answer (record, 2, "SD-07", "not-done");
  assert_proposals (record, "2/SD-03 2/SD-07 2/SD-02");

  /* Decided against; done, and still not well; open since last year; done last year. */
  add_task (record, 1, "declined", NULL, NULL);
  link_task (record, 1, "answer/2/SD-03");
  assert_proposals (record, "2/SD-07 2/SD-02");
  add_task (record, 2, "done", NULL, "2026-11-01");
  link_task (record, 2, "answer/2/SD-02");
  assert_proposals (record, "2/SD-07");
  add_task (record, 3, "done", NULL, "2026-01-01");
  link_task (record, 3, "answer/1/SD-07");
  assert_proposals (record, "2/SD-07");
  add_task (record, 4, "doing", NULL, NULL);
  link_task (record, 4, "answer/1/SD-07");
  assert_proposals (record, "");
}

static void
test_a_task_stands_as_its_day_and_state_say (void)
{
  static const struct {
    const char *state;
    const char *due;
    SgnMark mark;
  } marks[] = {
    { "todo", NULL, SGN_MARK_TODO },
    { "todo", "2026-11-23", SGN_MARK_TODO },
    { "todo", "2026-11-22", SGN_MARK_OVERDUE },
    { "doing", "2026-11-23", SGN_MARK_DOING },
    { "doing", "2026-11-22", SGN_MARK_OVERDUE },
    { "done", "2026-11-22", SGN_MARK_COMPLETE },
    { "declined", "2026-11-22", SGN_MARK_NOT_APPLICABLE },
    { "later", NULL, SGN_MARK_TODO }, /* a word of a version to come */
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    const SgnTask task = { .state = (char *) marks[i].state, .due = (char *) marks[i].due };

    g_assert_cmpint (sgn_task_get_mark (&task, "2026-11-23"), ==, marks[i].mark);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/the-plan-is-by-day-and-what-is-done-comes-last",
                   test_the_plan_is_by_day_and_what_is_done_comes_last);
  g_test_add_func ("/plan/what-nobody-knows-is-to-be-found-out",
                   test_what_nobody_knows_is_to_be_found_out);
  g_test_add_func ("/plan/only-the-check-that-counts-is-asked",
                   test_only_the_check_that_counts_is_asked);
  g_test_add_func ("/plan/an-edition-that-is-not-here-is-left-out",
                   test_an_edition_that_is_not_here_is_left_out);
  g_test_add_func ("/plan/a-day-that-has-passed-is-overdue", test_a_day_that_has_passed_is_overdue);
  g_test_add_func ("/plan/each-item-is-named-once", test_each_item_is_named_once);
  g_test_add_func ("/plan/what-is-not-done-is-proposed-until-a-task-is-for-it",
                   test_what_is_not_done_is_proposed_until_a_task_is_for_it);
  g_test_add_func ("/plan/a-task-stands-as-its-day-and-state-say",
                   test_a_task_stands_as_its_day_and_state_say);

  return g_test_run ();
}
