/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static const SgnAnswer *
find (Fixture *fixture, const char *item)
{
  SgnAssessment *assessment =
    sgn_record_find_newest (sgn_session_get_record (fixture->session), "ipa-self-check");

  return sgn_assessment_find_answer (assessment, item);
}

static const char *
get_reviewer (Fixture *fixture, const char *item)
{
  const SgnPerson *person = sgn_record_find_person (sgn_session_get_record (fixture->session),
                                                    find (fixture, item)->reviewed_by);

  return person != NULL ? person->name : NULL;
}

/* A company with SD-01, SD-02 and a note without an answer. */
static void
begin (Fixture *fixture)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_answer (fixture, "SD-02", "partial", "メモ");
  fixture_answer (fixture, "SD-03", NULL, "まだ");
}

static const char *const both[] = { "SD-01", "SD-02", NULL };
static const char *const first[] = { "SD-01", NULL };

static void
review (Fixture *fixture, const SgnReview *words)
{
  sgn_session_review_answers_async (fixture->session, words, fixture_done_cb, fixture);
}

static void
note (Fixture *fixture, const SgnExpertNote *words)
{
  sgn_session_note_expert_async (fixture->session, words, fixture_done_cb, fixture);
}

static void
test_several_answers_are_reviewed_in_one_act (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .items = both, .by = "髙橋 美咲", .date = "2026-11-20" };

  begin (fixture);
  review (fixture, &words);
  fixture_expect (fixture);

  g_assert_cmpstr (get_reviewer (fixture, "SD-01"), ==, "髙橋 美咲");
  g_assert_cmpstr (get_reviewer (fixture, "SD-02"), ==, "髙橋 美咲");
  g_assert_cmpstr (find (fixture, "SD-02")->reviewed_on, ==, "2026-11-20");
  g_assert_cmpstr (find (fixture, "SD-02")->note, ==, "メモ");
  fixture_verify (fixture);

  fixture_undo (fixture);
  g_assert_null (get_reviewer (fixture, "SD-01"));
  g_assert_null (find (fixture, "SD-02")->reviewed_on);
}

static void
test_who_does_the_act_reviews_today (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .items = first };

  begin (fixture);
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  review (fixture, &words);
  fixture_expect (fixture);

  g_assert_cmpstr (get_reviewer (fixture, "SD-01"), ==, "髙橋 美咲");
  g_assert_cmpstr (find (fixture, "SD-01")->reviewed_on, ==, "2026-11-23");
}

static void
test_a_review_is_taken_away (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .items = first, .by = "髙橋 美咲" };
  const SgnReview none = { .items = first, .none = TRUE };

  begin (fixture);
  review (fixture, &words);
  fixture_expect (fixture);
  review (fixture, &none);
  fixture_expect (fixture);

  g_assert_cmpint (find (fixture, "SD-01")->reviewed_by, ==, 0);
  g_assert_null (find (fixture, "SD-01")->reviewed_on);
  g_assert_cmpstr (find (fixture, "SD-01")->value, ==, "done");
}

static void
test_a_review_says_that_what_was_carried_over_is_so (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .items = first, .by = "髙橋 美咲" };
  const SgnExpertNote asked = { .items = first, .state = SGN_EXPERT_ASKED };
  g_autoptr (SgnAnswer) carried = NULL;

  begin (fixture);
  carried = sgn_answer_copy (find (fixture, "SD-01"));
  carried->carried_from = g_strdup ("answer/2/SD-01");
  fixture_put_row (fixture, SGN_KIND_ANSWER, "1/SD-01", sgn_answer_to_row (carried));
  note (fixture, &asked);
  fixture_expect (fixture);
  g_assert_cmpstr (find (fixture, "SD-01")->carried_from, ==, "answer/2/SD-01");
  review (fixture, &words);
  fixture_expect (fixture);

  g_assert_null (find (fixture, "SD-01")->carried_from);
}

static void
test_an_item_is_named_once_or_twice_by_number_or_id (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "1", "SD-01", "2", NULL };
  const SgnReview words = { .place = { .catalogue = "ipa-self-check" },
                            .items = items,
                            .by = "髙橋 美咲" };
  gint64 seq;

  begin (fixture);
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  fixture_answer (fixture, "SD-04", "done", NULL);
  seq = sgn_session_get_record (fixture->session)->seq;
  review (fixture, &words);
  fixture_expect (fixture);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq + 2);

  /* The same again is no event. */
  review (fixture, &words);
  fixture_expect (fixture);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq + 2);
}

static void
test_an_expert_is_asked_then_looks (Fixture *fixture, gconstpointer data)
{
  const SgnExpertNote asked = { .items = both, .state = SGN_EXPERT_ASKED };
  const SgnExpertNote seen = { .items = first,
                               .state = SGN_EXPERT_SEEN,
                               .name = "林 次郎（情報処理安全確保支援士）",
                               .date = "2026-11-22" };
  const SgnExpertNote none = { .items = first };

  begin (fixture);
  note (fixture, &asked);
  fixture_expect (fixture);
  g_assert_cmpstr (find (fixture, "SD-01")->expert, ==, SGN_EXPERT_ASKED);
  g_assert_null (find (fixture, "SD-01")->expert_name);
  g_assert_cmpstr (find (fixture, "SD-01")->expert_on, ==, "2026-11-23");

  note (fixture, &seen);
  fixture_expect (fixture);
  g_assert_cmpstr (find (fixture, "SD-01")->expert, ==, SGN_EXPERT_SEEN);
  g_assert_cmpstr (find (fixture, "SD-01")->expert_name, ==, "林 次郎（情報処理安全確保支援士）");
  g_assert_cmpstr (find (fixture, "SD-01")->expert_on, ==, "2026-11-22");
  g_assert_cmpstr (find (fixture, "SD-02")->expert, ==, SGN_EXPERT_ASKED);
  g_assert_cmpint (find (fixture, "SD-01")->reviewed_by, ==, 0);

  note (fixture, &none);
  fixture_expect (fixture);
  g_assert_null (find (fixture, "SD-01")->expert);
  g_assert_null (find (fixture, "SD-01")->expert_name);
  g_assert_null (find (fixture, "SD-01")->expert_on);
  fixture_verify (fixture);
}

/* All or nothing: none of these changes anything. */
static const struct {
  const char *name;
  const char *item; /* after SD-01 */
  const char *by;
  const char *date;
  int code;
} bad_reviews[] = {
  { "not-answered", "SD-05", "髙橋", NULL, SGN_ERROR_USAGE },
  { "only-a-note", "SD-03", "髙橋", NULL, SGN_ERROR_USAGE },
  { "no-such-item", "SD-99", "髙橋", NULL, SGN_ERROR_USAGE },
  { "of-another-guideline", "RU-1", "髙橋", NULL, SGN_ERROR_USAGE },
  { "nobody", "SD-02", NULL, NULL, SGN_ERROR_USAGE },
  { "an-empty-name", "SD-02", " ", NULL, SGN_ERROR_USAGE },
  { "no-date", "SD-02", "髙橋", "yesterday", SGN_ERROR_INVALID },
  { "tomorrow", "SD-02", "髙橋", "2026-11-24", SGN_ERROR_INVALID },
};

static void
test_a_review_that_is_refused (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  begin (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  for (gsize i = 0; i < G_N_ELEMENTS (bad_reviews); i++) {
    const char *const items[] = { "SD-01", bad_reviews[i].item, NULL };
    const SgnReview words = { .items = items,
                              .by = bad_reviews[i].by,
                              .date = bad_reviews[i].date };

    g_test_message ("%s", bad_reviews[i].name);
    review (fixture, &words);
    fixture_expect_error (fixture, bad_reviews[i].code);
    g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
  }
}

static void
test_a_note_on_an_expert_that_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const unanswered[] = { "SD-05", NULL };
  const SgnExpertNote odd = { .items = first, .state = "passed" };
  const SgnExpertNote early = { .items = first, .state = SGN_EXPERT_SEEN, .date = "2026-12-01" };
  const SgnExpertNote nothing = { .items = unanswered, .state = SGN_EXPERT_SEEN };

  begin (fixture);
  note (fixture, &odd);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  note (fixture, &early);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  note (fixture, &nothing);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  g_assert_null (find (fixture, "SD-01")->expert);
}

static void
test_a_closed_check_is_reviewed_no_more (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .place = { .assessment = 1 }, .items = first, .by = "髙橋 美咲" };

  begin (fixture);
  fixture_close_check (fixture, 1);
  review (fixture, &words);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
}

static void
test_a_file_for_reading_is_left_alone (Fixture *fixture, gconstpointer data)
{
  const SgnReview words = { .items = first, .by = "髙橋 美咲" };
  const SgnExpertNote asked = { .items = first, .state = SGN_EXPERT_ASKED };

  begin (fixture);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  review (fixture, &words);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  note (fixture, &asked);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

#define ADD(path, function) \
  g_test_add ("/session-review/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("several-answers-are-reviewed-in-one-act", test_several_answers_are_reviewed_in_one_act);
  ADD ("who-does-the-act-reviews-today", test_who_does_the_act_reviews_today);
  ADD ("a-review-is-taken-away", test_a_review_is_taken_away);
  ADD ("a-review-says-that-what-was-carried-over-is-so",
       test_a_review_says_that_what_was_carried_over_is_so);
  ADD ("an-item-is-named-once-or-twice-by-number-or-id",
       test_an_item_is_named_once_or_twice_by_number_or_id);
  ADD ("an-expert-is-asked-then-looks", test_an_expert_is_asked_then_looks);
  ADD ("a-review-that-is-refused", test_a_review_that_is_refused);
  ADD ("a-note-on-an-expert-that-is-refused", test_a_note_on_an_expert_that_is_refused);
  ADD ("a-closed-check-is-reviewed-no-more", test_a_closed_check_is_reviewed_no_more);
  ADD ("a-file-for-reading-is-left-alone", test_a_file_for_reading_is_left_alone);

  return g_test_run ();
}
