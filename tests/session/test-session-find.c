/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static GPtrArray *
find (Fixture *fixture, const char *text, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_find_async (fixture->session, text, SGN_LANGUAGE_JA, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_find_finish (fixture->session, result, error);
}

static void
test_notes_and_questions_are_found_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const SgnHit *note = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-11", "done", "毎晩バックアップを取る");
  hits = find (fixture, "ﾊﾞｯｸｱｯﾌﾟ", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    if (((SgnHit *) g_ptr_array_index (hits, i))->group == SGN_HIT_NOTE)
      note = g_ptr_array_index (hits, i);
  g_assert_nonnull (note);
  g_assert_cmpstr (note->title, ==, "毎晩バックアップを取る");
  g_assert_cmpstr (note->catalogue, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (note->item, ==, "SD-11");
  g_assert_cmpint (((SgnHit *) g_ptr_array_index (hits, 0))->group, ==, SGN_HIT_QUESTION);
}

static void
test_questions_of_a_sheet_of_their_own_are_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  gboolean found = FALSE;

  fixture_new_company (fixture);
  fixture_put_sheet (fixture, "customer", "1");
  hits = find (fixture, "使い回", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    found |= g_strcmp0 (((SgnHit *) g_ptr_array_index (hits, i))->catalogue, "customer@1") == 0;
  g_assert_true (found);
}

static void
test_without_a_file_there_is_nothing_to_look_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = find (fixture, "台帳", &error);

  g_assert_null (hits);
  g_assert_nonnull (error);
}

#define ADD(name, func) \
  g_test_add ("/find/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("notes-and-questions-are-found-together", test_notes_and_questions_are_found_together);
  ADD ("questions-of-a-sheet-of-their-own-are-found",
       test_questions_of_a_sheet_of_their_own_are_found);
  ADD ("without-a-file-there-is-nothing-to-look-in",
       test_without_a_file_there_is_nothing_to_look_in);

  return g_test_run ();
}
