/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

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

  ADD ("search-ignores-kana-and-width", test_search_ignores_kana_and_width);

  return g_test_run ();
}
