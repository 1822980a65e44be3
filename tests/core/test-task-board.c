/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-task-board.h"

#include "sample-record.h"

#define TODAY "2026-11-23"

static void
add_person (SgnRecord *record, gint64 id, const char *name)
{
  const SgnPerson person = { .id = id,
                             .name = (char *) name,
                             .kana = (char *) "",
                             .department = (char *) "",
                             .role = (char *) "" };

  add_numbered_row (record, SGN_KIND_PERSON, id, sgn_person_to_row (&person));
}

static void
add_task (SgnRecord *record, gint64 id, gint64 owner, const char *state, const char *due)
{
  const SgnTask task = {
    .id = id,
    .title = (char *) "直す",
    .owner = owner,
    .state = (char *) state,
    .due = (char *) due,
    .done_on = (char *) (strcmp (state, SGN_TASK_DONE) == 0 ? "2026-09-28" : NULL),
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

/* Two people, a task of every kind, and an answer that nobody knows. */
static SgnRecord *
make_record (void)
{
  SgnRecord *record = sgn_record_new ();

  add_person (record, 1, "髙橋 美咲");
  add_person (record, 2, "𠮷田 直子");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-21", "unknown");
  add_answer (record, 1, "SD-08", "partial");
  add_answer (record, 1, "SD-09", "not-done");
  add_answer (record, 1, "SD-10", "done");
  add_task (record, 1, 1, SGN_TASK_DONE, "2026-09-30");
  add_task (record, 2, 2, SGN_TASK_TODO, "2026-11-13");
  add_task (record, 3, 2, SGN_TASK_DOING, "2026-12-18");
  add_task (record, 4, 0, SGN_TASK_TODO, "2027-01-29");
  add_task (record, 5, 2, SGN_TASK_TODO, "2027-01-15");
  add_task (record, 6, 0, SGN_TASK_TODO, NULL);
  add_task (record, 7, 1, SGN_TASK_DECLINED, "2026-12-01");
  add_task (record, 8, 2, SGN_TASK_TODO, "2026-11-23");
  link_task (record, 2, "answer/1/SD-11");
  link_task (record, 6, "declaration/1");
  return record;
}

/* Headings with the numbers of their tasks; ? is an answer that nobody knows. */
static char *
describe (GPtrArray *sections)
{
  static const char *const names[] = { "late", "month", "year", "no-day",
                                       "find", "done",  "no",   "person" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++) {
    const SgnBoardSection *section = g_ptr_array_index (sections, i);

    g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", names[section->heading]);
    for (guint k = 0; k < section->lines->len; k++) {
      const SgnBoardLine *line = g_ptr_array_index (section->lines, k);

      if (line->plan->task != NULL)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, k > 0 ? "," : "",
                                line->plan->task->id);
      else
        g_string_append (text, "?");
    }
  }
  return g_strdup (text->str);
}

static const struct {
  SgnBoardWish wish;
  const char *today;
  const char *expected;
} cases[] = {
  { { SGN_BOARD_OPEN, SGN_BOARD_ANYBODY, NULL, FALSE },
    TODAY,
    "late:2 year:8,3 month:5,4 no-day:6 find:?" },
  { { SGN_BOARD_OPEN, SGN_BOARD_ANYBODY, NULL, FALSE },
    "2026-09-30",
    "month:2,8 month:3 month:5,4 no-day:6 find:?" },
  { { SGN_BOARD_OPEN, SGN_BOARD_ANYBODY, NULL, FALSE },
    "2027-01-15",
    "late:2,8,3 month:5,4 no-day:6 find:?" },
  { { SGN_BOARD_OVERDUE, SGN_BOARD_ANYBODY, NULL, FALSE }, TODAY, "late:2" },
  { { SGN_BOARD_OVERDUE, SGN_BOARD_ANYBODY, NULL, FALSE }, "2026-11-13", "" },
  { { SGN_BOARD_DONE, SGN_BOARD_ANYBODY, NULL, FALSE }, TODAY, "done:1" },
  { { SGN_BOARD_ALL, SGN_BOARD_ANYBODY, NULL, FALSE },
    TODAY,
    "late:2 year:8,3 month:5,4 no-day:6 find:? done:1 no:7" },
  { { SGN_BOARD_ALL, 1, NULL, FALSE }, TODAY, "done:1 no:7" },
  { { SGN_BOARD_OPEN, 0, NULL, FALSE }, TODAY, "month:4 no-day:6 find:?" },
  { { SGN_BOARD_OPEN, 2, NULL, TRUE }, TODAY, "person:2,8,3,5" },
  { { SGN_BOARD_ALL, SGN_BOARD_ANYBODY, NULL, TRUE },
    TODAY,
    "person:2,8,3,5 person:1,7 person:4,6?" },
  { { SGN_BOARD_OPEN, SGN_BOARD_ANYBODY, "ipa-self-check", FALSE }, TODAY, "late:2 find:?" },
  { { SGN_BOARD_OPEN, SGN_BOARD_ANYBODY, "scs", FALSE }, TODAY, "" },
  { { SGN_BOARD_OPEN, 0, SGN_BOARD_NO_GUIDELINE, FALSE }, TODAY, "month:4 no-day:6" },
};

static void
test_what_is_wanted_stands_under_headings (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnTaskBoard) board = sgn_task_board_new (record, library, cases[i].today);
    g_autoptr (GPtrArray) sections = sgn_task_board_list (board, &cases[i].wish);
    g_autofree char *found = describe (sections);

    g_test_message ("case %u", i);
    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_each_is_counted_once (void)
{
  static const struct {
    SgnMark mark;
    guint count;
  } marks[] = { { SGN_MARK_OVERDUE, 1 },
                { SGN_MARK_DOING, 1 },
                { SGN_MARK_TODO, 5 },
                { SGN_MARK_COMPLETE, 1 },
                { SGN_MARK_NOT_APPLICABLE, 1 } };
  const SgnBoardWish wish = { .owner = 2 };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (SgnTaskBoard) board = sgn_task_board_new (record, library, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpuint (sgn_task_board_count_mark (board, marks[i].mark), ==, marks[i].count);
  g_assert_cmpuint (sgn_task_board_count_planned (board), ==, 8);
  g_assert_cmpuint (sgn_task_board_count (board, &wish, SGN_BOARD_OPEN), ==, 4);
  g_assert_cmpuint (sgn_task_board_count (board, &wish, SGN_BOARD_OVERDUE), ==, 1);
  g_assert_cmpuint (sgn_task_board_count (board, &wish, SGN_BOARD_DONE), ==, 0);
}

static void
test_whoever_has_most_to_do_comes_first_and_nobody_last (void)
{
  static const struct {
    gint64 id;
    guint open;
    guint overdue;
  } expected[] = { { 2, 4, 1 }, { 1, 0, 0 }, { 0, 3, 0 } };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (SgnTaskBoard) board = sgn_task_board_new (record, library, TODAY);

  g_assert_cmpuint (board->owners->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < board->owners->len; i++) {
    const SgnBoardOwner *owner = g_ptr_array_index (board->owners, i);

    g_assert_cmpint (owner->id, ==, expected[i].id);
    g_assert_cmpuint (owner->open, ==, expected[i].open);
    g_assert_cmpuint (owner->overdue, ==, expected[i].overdue);
    g_assert_cmpint (owner->person == NULL, ==, owner->id == 0);
  }
  g_assert_cmpuint (board->origins->len, ==, 2);
  g_assert_cmpstr (board->origins->pdata[0], ==, "ipa-self-check");
  g_assert_cmpstr (board->origins->pdata[1], ==, SGN_BOARD_NO_GUIDELINE);
}

static void
test_an_empty_record_has_an_empty_board (void)
{
  const SgnBoardWish wish = { .filter = SGN_BOARD_ALL, .owner = SGN_BOARD_ANYBODY };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnTaskBoard) board = sgn_task_board_new (record, library, TODAY);
  g_autoptr (GPtrArray) sections = sgn_task_board_list (board, &wish);

  g_assert_cmpuint (sections->len, ==, 0);
  g_assert_cmpuint (board->owners->len, ==, 0);
  g_assert_cmpuint (board->origins->len, ==, 0);
  g_assert_cmpuint (board->proposals->len, ==, 0);
  g_assert_cmpuint (sgn_task_board_count_planned (board), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/task-board/what-is-wanted-stands-under-headings",
                   test_what_is_wanted_stands_under_headings);
  g_test_add_func ("/task-board/each-is-counted-once", test_each_is_counted_once);
  g_test_add_func ("/task-board/whoever-has-most-to-do-comes-first-and-nobody-last",
                   test_whoever_has_most_to_do_comes_first_and_nobody_last);
  g_test_add_func ("/task-board/an-empty-record-has-an-empty-board",
                   test_an_empty_record_has_an_empty_board);

  return g_test_run ();
}
