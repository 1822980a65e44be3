/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static void
test_history_tells_the_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *event;

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  fixture_answer (fixture, "SD-01", "done", "メモ");
  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  event = g_ptr_array_index (events, 0);
  g_assert_cmpstr (event->act, ==, SGN_ACT_NEW);
  event = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (event->act, ==, SGN_ACT_ANSWER);
  g_assert_cmpstr (event->id, ==, "1/SD-01");
  g_assert_cmpstr (event->by, ==, "髙橋 美咲");
  g_assert_cmpstr (sgn_json_string (event->after, "note"), ==, "メモ");
  g_assert_cmpstr (event->hash, ==, sgn_session_get_record (fixture->session)->head);
}

static void
test_a_whole_file_verifies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  sgn_session_verify_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  verification = sgn_session_verify_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpint (verification->events, ==, 3);
  g_assert_cmpstr (verification->head, ==, sgn_session_get_record (fixture->session)->head);
}

static void
test_search_ignores_kana_and_width (Fixture *fixture, gconstpointer data)
{
  const char *words[] = { "バックアップ", "ﾊﾞｯｸｱｯﾌﾟ", "ばっくあっぷ", "葛城" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-11", "done", "葛󠄀城さんが毎晩バックアップを取る");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) found = NULL;

    sgn_session_search_async (fixture->session, words[i], fixture_done_cb, fixture);
    result = fixture_wait (fixture);
    found = sgn_session_search_finish (fixture->session, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_cmpstr (g_ptr_array_index (found, 0), ==, "answer/1/SD-11");
  }
}

#define ADD(name, func) \
  g_test_add ("/look/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("history-tells-the-acts", test_history_tells_the_acts);
  ADD ("a-whole-file-verifies", test_a_whole_file_verifies);
  ADD ("search-ignores-kana-and-width", test_search_ignores_kana_and_width);

  return g_test_run ();
}
