/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static const SgnRecord *
get_record (Fixture *fixture)
{
  return sgn_session_get_record (fixture->session);
}

/* (transfer full): answers by reference, as "1/SD-01", with spaces between */
static GPtrArray *
list_uses (const char *references)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) ids = g_strsplit (references, " ", -1);

  for (guint i = 0; ids[i] != NULL && *ids[i] != '\0'; i++) {
    SgnEvidenceUse *use = g_new0 (SgnEvidenceUse, 1);

    use->kind = SGN_KIND_ANSWER;
    use->id = g_intern_string (ids[i]);
    g_ptr_array_add (uses, use);
  }
  return uses;
}

static gint64
save (Fixture *fixture, gint64 task, const SgnTaskWords *words, const char *references, int code)
{
  g_autoptr (GPtrArray) uses = references != NULL ? list_uses (references) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  sgn_session_save_task_async (fixture->session, task, words, uses, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  id = sgn_session_save_task_finish (fixture->session, result, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, SGN_ERROR, code);
  g_assert_cmpint (id == 0, ==, code >= 0);
  return id;
}

static void
assert_links (Fixture *fixture, gint64 id, const char *expected)
{
  const SgnTask *task = sgn_record_find_task (get_record (fixture), id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < task->links->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (task->links, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_a_form_is_one_act (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords first = { .title = "手順を作る", .owner = "𠮷田 直子", .due = "2027-01-15" };
  const SgnTaskWords then = { .title = "手順を配る",
                              .owner = "",
                              .due = "",
                              .note = "印刷",
                              .state = SGN_TASK_DOING };
  const SgnTask *task;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpint (save (fixture, 0, &first, "1/SD-01 1/SD-02", -1), ==, 1);
  assert_links (fixture, 1, "answer/1/SD-01 answer/1/SD-02");

  g_assert_cmpint (save (fixture, 1, &then, "1/SD-02 1/SD-03", -1), ==, 1);
  task = sgn_record_find_task (get_record (fixture), 1);
  g_assert_cmpstr (task->title, ==, "手順を配る");
  g_assert_cmpstr (task->note, ==, "印刷");
  g_assert_cmpstr (task->state, ==, SGN_TASK_DOING);
  g_assert_null (task->due);
  g_assert_cmpint (task->owner, ==, 0);
  assert_links (fixture, 1, "answer/1/SD-02 answer/1/SD-03");
  fixture_verify (fixture);

  fixture_undo (fixture);
  task = sgn_record_find_task (get_record (fixture), 1);
  g_assert_cmpstr (task->title, ==, "手順を作る");
  g_assert_cmpstr (task->due, ==, "2027-01-15");
  assert_links (fixture, 1, "answer/1/SD-01 answer/1/SD-02");
  fixture_undo (fixture);
  g_assert_null (sgn_record_find_task (get_record (fixture), 1));
  fixture_verify (fixture);
}

static void
test_what_it_is_for_may_be_left_alone_or_nothing (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "棚に鍵を付ける" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpint (save (fixture, 0, &words, NULL, -1), ==, 1);
  assert_links (fixture, 1, "");
  save (fixture, 1, &words, "1/SD-01", -1);
  save (fixture, 1, &words, NULL, -1);
  assert_links (fixture, 1, "answer/1/SD-01");
  save (fixture, 1, &words, "", -1);
  assert_links (fixture, 1, "");
  fixture_verify (fixture);
}

static void
test_a_form_that_cannot_be_kept_changes_nothing (Fixture *fixture, gconstpointer data)
{
  const SgnTaskWords words = { .title = "手順を作る", .owner = "新しい人" };
  const SgnTaskWords empty = { .title = " " };
  const SgnTaskWords no_day = { .title = "手順を作る", .due = "2027-02-30" };
  gint64 seq;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  save (fixture, 0, &(const SgnTaskWords){ .title = "手順を作る" }, "1/SD-01", -1);
  seq = get_record (fixture)->seq;

  save (fixture, 0, &words, "1/SD-01 1/SD-99", SGN_ERROR_USAGE);
  save (fixture, 1, &words, "9/SD-01", SGN_ERROR_USAGE);
  save (fixture, 7, &words, NULL, SGN_ERROR_USAGE);
  save (fixture, 0, &empty, NULL, SGN_ERROR_INVALID);
  save (fixture, 1, &empty, NULL, SGN_ERROR_INVALID);
  save (fixture, 0, &no_day, NULL, SGN_ERROR_INVALID);
  g_assert_cmpint (get_record (fixture)->seq, ==, seq);
  g_assert_null (sgn_record_find_person_named (get_record (fixture), "新しい人"));
  assert_links (fixture, 1, "answer/1/SD-01");
  fixture_verify (fixture);

  fixture_close (fixture);
  save (fixture, 0, &words, NULL, SGN_ERROR_USAGE);
  fixture_open (fixture, SGN_OPEN_READ);
  save (fixture, 1, &words, NULL, SGN_ERROR_READ_ONLY);
}

#define ADD(name, func) \
  g_test_add ("/task-form/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-form-is-one-act", test_a_form_is_one_act);
  ADD ("what-it-is-for-may-be-left-alone-or-nothing",
       test_what_it_is_for_may_be_left_alone_or_nothing);
  ADD ("a-form-that-cannot-be-kept-changes-nothing",
       test_a_form_that_cannot_be_kept_changes_nothing);

  return g_test_run ();
}
