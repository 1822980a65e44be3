/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static const SgnAssessment *
newest (Fixture *fixture)
{
  return sgn_record_find_newest (sgn_session_get_record (fixture->session), "ipa-self-check");
}

static void
test_closing_ends_the_period (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_clock_set_fixed (fixture->clock, "2026-12-01T17:00:00+09:00");
  sgn_session_close_assessment_async (fixture->session, newest (fixture)->id, fixture_done_cb,
                                      fixture);
  fixture_expect (fixture);

  g_assert_true (newest (fixture)->closed);
  g_assert_cmpstr (newest (fixture)->closed_at, ==, "2026-12-01T17:00:00+09:00");
  g_assert_cmpstr (newest (fixture)->period_end, ==, "2026-12-01");
}

static void
test_closed_answers_stay (Fixture *fixture, gconstpointer data)
{
  SgnAnswerChange change = { .item = "SD-01", .value = "not-done" };
  gint64 first;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  first = newest (fixture)->id;
  fixture_close_check (fixture, first);

  change.assessment = first;
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);

  /* Without naming it, the next year begins. */
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpint (newest (fixture)->id, !=, first);
  g_assert_cmpstr (sgn_assessment_find_answer (
                     sgn_record_find_assessment (sgn_session_get_record (fixture->session), first),
                     "SD-01")
                     ->value,
                   ==, "done");
}

static void
test_reopening_is_an_act_of_its_own (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_close_check (fixture, 1);
  sgn_session_reopen_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_assert_false (newest (fixture)->closed);
  g_assert_null (newest (fixture)->closed_at);
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpint (newest (fixture)->id, ==, 1);
}

static void
close_on (Fixture *fixture, const char *time)
{
  sgn_clock_set_fixed (fixture->clock, time);
  fixture_close_check (fixture, 1);
}

static void
test_a_reopened_period_ends_anew (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  close_on (fixture, "2026-12-01T17:00:00+09:00");
  sgn_session_reopen_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_null (newest (fixture)->period_end);
  close_on (fixture, "2026-12-08T17:00:00+09:00");
  g_assert_cmpstr (newest (fixture)->period_end, ==, "2026-12-08");
}

/* One undo takes back one act, whatever the acts were. */
static void
test_undo_opens_what_was_closed (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  close_on (fixture, "2026-12-01T17:00:00+09:00");
  fixture_undo (fixture);
  g_assert_false (newest (fixture)->closed);
  g_assert_nonnull (sgn_assessment_find_answer (newest (fixture), "SD-01"));
  fixture_undo (fixture);
  g_assert_null (newest (fixture));
}

static void
test_an_unknown_assessment_is_said_so (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  sgn_session_close_assessment_async (fixture->session, 7, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  sgn_session_reopen_assessment_async (fixture->session, 7, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
test_undo_and_redo_walk_the_acts (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_answer (fixture, "SD-01", "partial", NULL);

  fixture_undo (fixture);
  g_assert_cmpstr (sgn_assessment_find_answer (newest (fixture), "SD-01")->value, ==, "done");
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (sgn_assessment_find_answer (newest (fixture), "SD-01")->value, ==, "partial");
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
}

#define ADD(name, func) \
  g_test_add ("/assessment/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("closing-ends-the-period", test_closing_ends_the_period);
  ADD ("closed-answers-stay", test_closed_answers_stay);
  ADD ("reopening-is-an-act-of-its-own", test_reopening_is_an_act_of_its_own);
  ADD ("a-reopened-period-ends-anew", test_a_reopened_period_ends_anew);
  ADD ("undo-opens-what-was-closed", test_undo_opens_what_was_closed);
  ADD ("an-unknown-assessment-is-said-so", test_an_unknown_assessment_is_said_so);
  ADD ("undo-and-redo-walk-the-acts", test_undo_and_redo_walk_the_acts);

  return g_test_run ();
}
