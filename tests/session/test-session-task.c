/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static const SgnEvidenceUse on_sd_01 = { .item = "SD-01" };

static const SgnRecord *
get_record (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session);
}

static const SgnTask *
get_task (Fixture *fixture, gint64 id)
{
  return sgn_record_find_task (get_record (fixture), id);
}

/* What the task is for, with spaces between. */
static void
assert_links (Fixture *fixture, gint64 id, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *links = get_task (fixture, id)->links;

  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (links, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
end_add (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);

  return sgn_session_add_task_finish (fixture->session, result, error);
}

static gint64
add_task (Fixture *fixture, const SgnEvidenceUse *use, const SgnTaskWords *words)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  sgn_session_add_task_async (fixture->session, use, words, fixture_done_cb, fixture);
  id = end_add (fixture, &error);
  g_assert_no_error (error);
  return id;
}

static void
refuse_task (Fixture *fixture, const SgnEvidenceUse *use, const SgnTaskWords *words, int code)
{
  g_autoptr (GError) error = NULL;

  sgn_session_add_task_async (fixture->session, use, words, fixture_done_cb, fixture);
  g_assert_cmpint (end_add (fixture, &error), ==, 0);
  g_assert_error (error, SGN_ERROR, code);
}

/* A company with the answer SD-01 and the task 1 on it. */
static void
set_up_task (Fixture *fixture)
{
  const SgnTaskWords words = { .title = "手順を作る", .due = "2027-01-15" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpint (add_task (fixture, &on_sd_01, &words), ==, 1);
}

static void
test_a_task_is_kept_with_its_words (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "手順を\n作る ",
                               .title_en = "Write it down",
                               .note = "見積もり待ち",
                               .owner = "𠮷田 直子",
                               .due = "2027-01-15" };
  const SgnTask *task;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  sgn_session_set_author (fixture->session, "山﨑 健太");

  g_assert_cmpint (add_task (fixture, &on_sd_01, &words), ==, 1);
  task = get_task (fixture, 1);
  g_assert_cmpstr (task->title, ==, "手順を 作る");
  g_assert_cmpstr (task->title_en, ==, "Write it down");
  g_assert_cmpstr (task->note, ==, "見積もり待ち");
  g_assert_cmpstr (task->due, ==, "2027-01-15");
  g_assert_cmpstr (task->state, ==, SGN_TASK_TODO);
  g_assert_cmpstr (task->added_at, ==, FIXTURE_NOW);
  g_assert_null (task->done_on);
  g_assert_cmpstr (sgn_record_find_person (get_record (fixture), task->owner)->name, ==,
                   "𠮷田 直子");
  g_assert_cmpstr (sgn_record_find_person (get_record (fixture), task->person)->name, ==,
                   "山﨑 健太");
  assert_links (fixture, 1, "answer/1/SD-01");
  fixture_verify (fixture);

  fixture_undo (fixture);
  g_assert_null (get_task (fixture, 1));
  g_assert_null (sgn_record_find_person_named (get_record (fixture), "𠮷田 直子"));
  fixture_verify (fixture);
}

static const struct {
  SgnEvidenceUse use;
  SgnTaskWords words;
  SgnError code;
} refused[] = {
  { { .item = "SD-01" }, { .title = NULL }, SGN_ERROR_INVALID },
  { { .item = "SD-01" }, { .title = " 　\n" }, SGN_ERROR_INVALID },
  { { .item = "SD-01" }, { .title = "x", .due = "2027-02-30" }, SGN_ERROR_INVALID },
  { { .item = "SD-01" }, { .title = "x", .due = "来週" }, SGN_ERROR_INVALID },
  { { .item = "SD-01" }, { .title = "x", .state = "later" }, SGN_ERROR_INVALID },
  { { .item = "SD-99" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .item = "1" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .item = "SD-01", .catalogue = "nothing" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .item = "SD-01", .catalogue = "ipa-rules", .assessment = 1 },
    { .title = "x" },
    SGN_ERROR_USAGE },
  { { .item = "SD-01", .assessment = 9 }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .item = "SD-01", .site = "月" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "answer", .id = "9/SD-01" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "answer", .id = "1" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "answer", .id = "1/1" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "declaration", .id = "1" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "policy", .id = "9" }, { .title = "x" }, SGN_ERROR_USAGE },
  { { .kind = "person", .id = "1" }, { .title = "x" }, SGN_ERROR_USAGE },
};

static void
test_a_wrong_task_is_refused (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  seq = get_record (fixture)->seq;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_test_message ("case %u", i);
    refuse_task (fixture, &refused[i].use, &refused[i].words, (int) refused[i].code);
  }
  g_assert_cmpuint (get_record (fixture)->tasks->len, ==, 0);
  g_assert_cmpint (get_record (fixture)->seq, ==, seq);
}

static void
test_a_task_may_come_before_any_answer (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "調べる" };

  fixture_new_company (fixture);
  g_assert_cmpint (add_task (fixture, &on_sd_01, &words), ==, 1);
  assert_links (fixture, 1, "answer/1/SD-01");
  g_assert_cmpuint (get_record (fixture)->assessments->len, ==, 1);

  fixture_undo (fixture);
  g_assert_cmpuint (get_record (fixture)->assessments->len, ==, 0);
  fixture_verify (fixture);
}

static void
test_a_closed_check_is_fine_for_tasks (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse by_number = { .item = "2", .assessment = 1 };
  const SgnEvidenceUse by_reference = { .kind = SGN_KIND_ANSWER, .id = "1/SD-03" };
  const SgnTaskWords words = { .title = "直す" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  fixture_close_check (fixture, 1);

  g_assert_cmpint (add_task (fixture, &on_sd_01, &words), ==, 1);
  g_assert_cmpint (add_task (fixture, &by_number, &words), ==, 2);
  g_assert_cmpint (add_task (fixture, &by_reference, &words), ==, 3);
  assert_links (fixture, 1, "answer/1/SD-01");
  assert_links (fixture, 2, "answer/1/SD-02");
  assert_links (fixture, 3, "answer/1/SD-03");
  g_assert_cmpuint (get_record (fixture)->assessments->len, ==, 1);
}

static void
test_an_open_check_goes_before_a_closed_one (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse old = { .item = "1", .catalogue = "ipa-self-check@3.1" };
  const SgnTaskWords words = { .title = "直す" };
  const SgnAnswerChange answer = { .catalogue = "ipa-self-check@3.1",
                                   .item = "1",
                                   .value = "done" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  sgn_session_answer_async (fixture->session, &answer, fixture_done_cb, fixture);
  fixture_expect (fixture);
  fixture_close_check (fixture, 2);

  g_assert_cmpint (add_task (fixture, &on_sd_01, &words), ==, 1);
  g_assert_cmpint (add_task (fixture, &old, &words), ==, 2);
  assert_links (fixture, 1, "answer/1/SD-01");
  assert_links (fixture, 2, "answer/2/SD-01");
}

static void
change_task (Fixture *fixture, gint64 id, const SgnTaskWords *words)
{
  sgn_session_change_task_async (fixture->session, id, words, fixture_done_cb, fixture);
}

static void
test_a_task_changes_only_where_asked (Fixture *fixture, gconstpointer data)
{
  SgnTaskWords words = { .title_en = "Plan", .note = "1\n2", .owner = "原", .state = "doing" };

  set_up_task (fixture);
  change_task (fixture, 1, &words);
  fixture_expect (fixture);
  g_assert_cmpstr (get_task (fixture, 1)->title, ==, "手順を作る");
  g_assert_cmpstr (get_task (fixture, 1)->title_en, ==, "Plan");
  g_assert_cmpstr (get_task (fixture, 1)->note, ==, "1\n2");
  g_assert_cmpstr (get_task (fixture, 1)->due, ==, "2027-01-15");
  g_assert_cmpstr (get_task (fixture, 1)->state, ==, SGN_TASK_DOING);
  g_assert_cmpint (get_task (fixture, 1)->owner, >, 0);
  assert_links (fixture, 1, "answer/1/SD-01");

  words =
    (SgnTaskWords){ .title = "手順を直す", .title_en = "", .note = "", .owner = "", .due = "" };
  change_task (fixture, 1, &words);
  fixture_expect (fixture);
  g_assert_cmpstr (get_task (fixture, 1)->title, ==, "手順を直す");
  g_assert_null (get_task (fixture, 1)->title_en);
  g_assert_null (get_task (fixture, 1)->note);
  g_assert_null (get_task (fixture, 1)->due);
  g_assert_cmpint (get_task (fixture, 1)->owner, ==, 0);

  fixture_undo (fixture);
  g_assert_cmpstr (get_task (fixture, 1)->due, ==, "2027-01-15");
  g_assert_cmpstr (get_task (fixture, 1)->note, ==, "1\n2");
  fixture_verify (fixture);
}

static void
test_saying_the_same_again_is_no_event (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "手順を作る", .due = "2027-01-15", .state = "todo" };
  gint64 seq;

  set_up_task (fixture);
  seq = get_record (fixture)->seq;
  change_task (fixture, 1, &words);
  fixture_expect (fixture);
  g_assert_cmpint (get_record (fixture)->seq, ==, seq);
}

static const struct {
  gint64 id;
  SgnTaskWords words;
  SgnError code;
} wrong_changes[] = {
  { 1, { .title = "" }, SGN_ERROR_INVALID },        { 1, { .title = " \n" }, SGN_ERROR_INVALID },
  { 1, { .due = "15/1/2027" }, SGN_ERROR_INVALID }, { 1, { .state = "" }, SGN_ERROR_INVALID },
  { 1, { .state = "overdue" }, SGN_ERROR_INVALID }, { 2, { .title = "x" }, SGN_ERROR_USAGE },
};

static void
test_a_wrong_change_is_refused (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  set_up_task (fixture);
  seq = get_record (fixture)->seq;
  for (guint i = 0; i < G_N_ELEMENTS (wrong_changes); i++) {
    change_task (fixture, wrong_changes[i].id, &wrong_changes[i].words);
    fixture_expect_error (fixture, (int) wrong_changes[i].code);
  }
  g_assert_cmpint (get_record (fixture)->seq, ==, seq);
}

static void
complete (Fixture *fixture, gint64 id, const char *on)
{
  sgn_session_complete_task_async (fixture->session, id, on, fixture_done_cb, fixture);
}

static void
reopen (Fixture *fixture, gint64 id)
{
  sgn_session_reopen_task_async (fixture->session, id, fixture_done_cb, fixture);
}

static void
decline (Fixture *fixture, gint64 id)
{
  sgn_session_decline_task_async (fixture->session, id, fixture_done_cb, fixture);
}

static void
assert_state (Fixture *fixture, const char *state, const char *done_on)
{
  g_assert_cmpstr (get_task (fixture, 1)->state, ==, state);
  g_assert_cmpstr (get_task (fixture, 1)->done_on, ==, done_on);
}

static void
test_a_task_is_done_and_open_again (Fixture *fixture, gconstpointer data)
{
  set_up_task (fixture);
  complete (fixture, 1, "2026-11-20");
  fixture_expect (fixture);
  assert_state (fixture, SGN_TASK_DONE, "2026-11-20");

  reopen (fixture, 1);
  fixture_expect (fixture);
  assert_state (fixture, SGN_TASK_TODO, NULL);

  complete (fixture, 1, NULL);
  fixture_expect (fixture);
  assert_state (fixture, SGN_TASK_DONE, "2026-11-23");

  fixture_undo (fixture);
  assert_state (fixture, SGN_TASK_TODO, NULL);
  decline (fixture, 1);
  fixture_expect (fixture);
  assert_state (fixture, SGN_TASK_DECLINED, NULL);

  reopen (fixture, 1);
  fixture_expect (fixture);
  assert_state (fixture, SGN_TASK_TODO, NULL);
  fixture_verify (fixture);
}

static void
test_a_state_set_twice_is_noticed (Fixture *fixture, gconstpointer data)
{
  set_up_task (fixture);
  reopen (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);

  complete (fixture, 1, NULL);
  fixture_expect (fixture);
  complete (fixture, 1, "2026-11-20");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  assert_state (fixture, SGN_TASK_DONE, "2026-11-23");

  decline (fixture, 1);
  fixture_expect (fixture);
  decline (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
test_a_wrong_day_or_number_is_refused (Fixture *fixture, gconstpointer data)
{
  set_up_task (fixture);
  complete (fixture, 1, "2026-11-24");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  complete (fixture, 1, "きのう");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  complete (fixture, 1, "");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  assert_state (fixture, SGN_TASK_TODO, NULL);

  complete (fixture, 2, NULL);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  reopen (fixture, 2);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  decline (fixture, 2);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
link_task (Fixture *fixture, gint64 id, const SgnEvidenceUse *use)
{
  sgn_session_link_task_async (fixture->session, id, use, fixture_done_cb, fixture);
}

static void
unlink_task (Fixture *fixture, gint64 id, const SgnEvidenceUse *use)
{
  sgn_session_unlink_task_async (fixture->session, id, use, fixture_done_cb, fixture);
}

static void
test_one_task_serves_several_items (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse rule = { .item = "RU-1" };
  const SgnEvidenceUse other = { .item = "SD-02" };
  const SgnEvidenceUse missing = { .item = "SD-99" };

  set_up_task (fixture);
  link_task (fixture, 1, &rule);
  fixture_expect (fixture);
  assert_links (fixture, 1, "answer/1/SD-01 answer/2/RU-1");

  unlink_task (fixture, 1, &on_sd_01);
  fixture_expect (fixture);
  assert_links (fixture, 1, "answer/2/RU-1");
  fixture_undo (fixture);
  assert_links (fixture, 1, "answer/1/SD-01 answer/2/RU-1");

  unlink_task (fixture, 1, &other);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_task (fixture, 1, &missing);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_task (fixture, 2, &other);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  unlink_task (fixture, 2, &on_sd_01);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  fixture_verify (fixture);
}

static void
test_a_task_may_be_about_the_policy_or_a_declaration (Fixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange declaration = { .star = 1,
                                             .number = "40012345678",
                                             .date = "2026-11-20" };
  const SgnEvidenceUse use = { .kind = SGN_KIND_DECLARATION, .id = "1" };
  const SgnTaskWords words = { .title = "掲示を確かめる" };

  fixture_new_company (fixture);
  sgn_session_declare_async (fixture->session, &declaration, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpint (add_task (fixture, &use, &words), ==, 1);
  assert_links (fixture, 1, "declaration/1");
}

static void
test_a_file_open_for_reading_takes_no_task (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "x" };

  set_up_task (fixture);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);

  refuse_task (fixture, &on_sd_01, &words, SGN_ERROR_READ_ONLY);
  change_task (fixture, 1, &words);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  complete (fixture, 1, NULL);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  link_task (fixture, 1, &on_sd_01);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  unlink_task (fixture, 1, &on_sd_01);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

static void
test_no_file_no_task (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "x" };

  refuse_task (fixture, &on_sd_01, &words, SGN_ERROR_USAGE);
  change_task (fixture, 1, &words);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

#define ADD(name, func) \
  g_test_add ("/task/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-task-is-kept-with-its-words", test_a_task_is_kept_with_its_words);
  ADD ("a-wrong-task-is-refused", test_a_wrong_task_is_refused);
  ADD ("a-task-may-come-before-any-answer", test_a_task_may_come_before_any_answer);
  ADD ("a-closed-check-is-fine-for-tasks", test_a_closed_check_is_fine_for_tasks);
  ADD ("an-open-check-goes-before-a-closed-one", test_an_open_check_goes_before_a_closed_one);
  ADD ("a-task-changes-only-where-asked", test_a_task_changes_only_where_asked);
  ADD ("saying-the-same-again-is-no-event", test_saying_the_same_again_is_no_event);
  ADD ("a-wrong-change-is-refused", test_a_wrong_change_is_refused);
  ADD ("a-task-is-done-and-open-again", test_a_task_is_done_and_open_again);
  ADD ("a-state-set-twice-is-noticed", test_a_state_set_twice_is_noticed);
  ADD ("a-wrong-day-or-number-is-refused", test_a_wrong_day_or_number_is_refused);
  ADD ("one-task-serves-several-items", test_one_task_serves_several_items);
  ADD ("a-task-may-be-about-the-policy-or-a-declaration",
       test_a_task_may_be_about_the_policy_or_a_declaration);
  ADD ("a-file-open-for-reading-takes-no-task", test_a_file_open_for_reading_takes_no_task);
  ADD ("no-file-no-task", test_no_file_no_task);

  return g_test_run ();
}
