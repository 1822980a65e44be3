/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

#include <glib/gstdio.h>

static const SgnAnswer *
find (Fixture *fixture, const char *catalogue, const char *item)
{
  SgnAssessment *assessment =
    sgn_record_find_newest (sgn_session_get_record (fixture->session), catalogue);

  g_assert_nonnull (assessment);
  return sgn_assessment_find_answer (assessment, item);
}

static void
test_the_first_answer_opens_the_current_edition (Fixture *fixture, gconstpointer data)
{
  const SgnAssessment *assessment;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "全台で自動更新。髙﨑𠮷葛󠄀");

  assessment = sgn_record_find_open (sgn_session_get_record (fixture->session), "ipa-self-check");
  g_assert_cmpstr (assessment->edition, ==, "4.0");
  g_assert_cmpstr (assessment->period_start, ==, "2026-11-23");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->value, ==, "done");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->note, ==,
                   "全台で自動更新。髙﨑𠮷葛󠄀");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->at, ==, FIXTURE_NOW);
}

static void
test_what_is_not_named_stays (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange statement = { .item = "SD-01",
                                      .statement = "毎月確かめています。",
                                      .statement_en = "We check every month." };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", "メモ");
  sgn_session_answer_async (fixture->session, &statement, fixture_done_cb, fixture);
  fixture_expect (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);

  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->value, ==, "done");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->note, ==, "メモ");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->statement, ==,
                   "毎月確かめています。");
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->statement_en, ==,
                   "We check every month.");
}

static void
test_an_empty_value_takes_the_answer_away (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  fixture_answer (fixture, "SD-01", "", NULL);
  g_assert_null (find (fixture, "ipa-self-check", "SD-01")->value);
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->note, ==, "メモ");

  fixture_answer (fixture, "SD-01", NULL, "");
  g_assert_null (find (fixture, "ipa-self-check", "SD-01"));
}

static void
test_a_note_may_come_before_the_answer (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-05", NULL, "あとで山﨑さんに聞く");

  g_assert_null (find (fixture, "ipa-self-check", "SD-05")->value);
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-05")->note, ==, "あとで山﨑さんに聞く");
}

static void
test_the_same_again_is_no_event (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  seq = sgn_session_get_record (fixture->session)->seq;
  fixture_answer (fixture, "SD-01", "done", "メモ");

  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
}

/* SD-01 as it is after it was carried over, looked over and seen by an expert. */
static void
set_states (Fixture *fixture)
{
  const SgnAnswer answer = {
    .assessment = 1,
    .item = (char *) "SD-01",
    .value = (char *) "partial",
    .at = (char *) FIXTURE_NOW,
    .reviewed_by = 1,
    .reviewed_on = (char *) "2026-11-21",
    .expert = (char *) SGN_EXPERT_SEEN,
    .expert_name = (char *) "林 次郎",
    .expert_on = (char *) "2026-11-22",
    .carried_from = (char *) "answer/1/SD-02",
  };

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, "田中 一郎");
  fixture_answer (fixture, "SD-01", "partial", NULL);
  fixture_put_row (fixture, SGN_KIND_ANSWER, "1/SD-01", sgn_answer_to_row (&answer));
}

static void
test_a_new_value_forgets_who_looked_at_the_old_one (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "done", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    const SgnAnswer *answer = NULL;

    set_states (fixture);
    fixture_answer (fixture, "SD-01", values[i], "メモ");
    answer = find (fixture, "ipa-self-check", "SD-01");

    g_assert_cmpint (answer->reviewed_by, ==, 0);
    g_assert_null (answer->reviewed_on);
    g_assert_null (answer->expert);
    g_assert_null (answer->expert_name);
    g_assert_null (answer->expert_on);
    g_assert_null (answer->carried_from);
    fixture_close (fixture);
    g_assert_cmpint (g_remove (fixture->path), ==, 0);
  }
}

static void
test_a_note_leaves_who_looked_at_it (Fixture *fixture, gconstpointer data)
{
  const SgnAnswer *answer = NULL;

  set_states (fixture);
  fixture_answer (fixture, "SD-01", NULL, "別のメモ");
  answer = find (fixture, "ipa-self-check", "SD-01");

  g_assert_cmpint (answer->reviewed_by, ==, 1);
  g_assert_cmpstr (answer->reviewed_on, ==, "2026-11-21");
  g_assert_cmpstr (answer->expert_name, ==, "林 次郎");
  g_assert_cmpstr (answer->carried_from, ==, "answer/1/SD-02");
}

static void
test_the_same_value_says_that_what_was_carried_over_is_so (Fixture *fixture, gconstpointer data)
{
  const SgnAnswer *answer = NULL;
  gint64 seq;

  set_states (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  fixture_answer (fixture, "SD-01", "partial", NULL);
  answer = find (fixture, "ipa-self-check", "SD-01");

  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq + 1);
  g_assert_null (answer->carried_from);
  g_assert_cmpstr (answer->reviewed_on, ==, "2026-11-21");
  g_assert_cmpstr (answer->expert, ==, SGN_EXPERT_SEEN);
}

static void
test_a_number_needs_its_guideline (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange bare = { .item = "1", .value = "done" };
  const SgnAnswerChange named = { .catalogue = "ipa-rules", .item = "1", .value = "done" };

  fixture_new_company (fixture);
  sgn_session_answer_async (fixture->session, &bare, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  sgn_session_answer_async (fixture->session, &named, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_assert_cmpstr (find (fixture, "ipa-rules", "RU-1")->value, ==, "done");
}

static void
test_an_edition_can_be_named (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange old = { .catalogue = "ipa-self-check@3.1", .item = "1", .value = "done" };
  const SgnRecord *record;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_answer_async (fixture->session, &old, fixture_done_cb, fixture);
  fixture_expect (fixture);

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (record->assessments->len, ==, 2);
  g_assert_cmpstr (((SgnAssessment *) g_ptr_array_index (record->assessments, 1))->edition, ==,
                   "3.1");
}

static const struct {
  const char *name;
  SgnAnswerChange change;
  int code;
} refused[] = {
  { "unknown-item", { .item = "SD-99", .value = "done" }, SGN_ERROR_USAGE },
  { "unknown-value", { .item = "SD-01", .value = "yes" }, SGN_ERROR_USAGE },
  { "unknown-guideline", { .catalogue = "iso", .item = "1", .value = "done" }, SGN_ERROR_USAGE },
  { "unknown-edition",
    { .catalogue = "ipa-self-check@9.9", .item = "1", .value = "done" },
    SGN_ERROR_USAGE },
  { "item-of-another-guideline",
    { .catalogue = "ipa-rules", .item = "SD-07", .value = "done" },
    SGN_ERROR_USAGE },
  { "unknown-assessment", { .assessment = 99, .item = "SD-01", .value = "done" }, SGN_ERROR_USAGE },
};

static void
test_wrong_words_change_nothing (Fixture *fixture, gconstpointer data)
{
  gint64 seq;

  fixture_new_company (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_test_message ("%s", refused[i].name);
    sgn_session_answer_async (fixture->session, &refused[i].change, fixture_done_cb, fixture);
    fixture_expect_error (fixture, refused[i].code);
  }

  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 0);
}

static void
test_an_edition_to_come_is_left_alone (Fixture *fixture, gconstpointer data)
{
  SgnAssessment assessment = { .catalogue = (char *) "ipa-self-check",
                               .edition = (char *) "9.9",
                               .opened_at = (char *) FIXTURE_NOW };
  const SgnAnswerChange changes[] = {
    { .item = "SD-01", .value = "done" },
    { .assessment = 1, .item = "SD-01", .value = "done" },
  };

  fixture_new_company (fixture);
  fixture_put_row (fixture, SGN_KIND_ASSESSMENT, "1", sgn_assessment_to_row (&assessment));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    sgn_session_answer_async (fixture->session, &changes[i], fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_TOO_NEW);
  }
}

static void
test_guideline_and_assessment_must_agree (Fixture *fixture, gconstpointer data)
{
  SgnAnswerChange change = { .catalogue = "ipa-rules",
                             .assessment = 1,
                             .item = "1",
                             .value = "done" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-02", "done", NULL);
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  change.catalogue = "ipa-self-check@3.1";
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  change.catalogue = "ipa-self-check";
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_nonnull (find (fixture, "ipa-self-check", "SD-01"));
}

static void
test_nobody_is_named_by_an_empty_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, " \n");
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_null (((const SgnEvent *) g_ptr_array_index (events, events->len - 1))->by);
}

#define ADD(name, func) \
  g_test_add ("/answer/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
write_next_review (Fixture *fixture, const char *date)
{
  const SgnAnswerChange change = { .item = "SD-01", .next_review = date };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
test_the_day_of_the_next_look_is_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "2027/04/01", "2027-02-29", "spring" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  write_next_review (fixture, "2027-04-01");
  fixture_expect (fixture);
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->next_review, ==, "2027-04-01");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    write_next_review (fixture, wrong[i]);
    fixture_expect_error (fixture, SGN_ERROR_INVALID);
  }
  fixture_answer (fixture, "SD-01", "partial", NULL);
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->next_review, ==, "2027-04-01");

  write_next_review (fixture, "");
  fixture_expect (fixture);
  g_assert_null (find (fixture, "ipa-self-check", "SD-01")->next_review);
  fixture_undo (fixture);
  g_assert_cmpstr (find (fixture, "ipa-self-check", "SD-01")->next_review, ==, "2027-04-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-first-answer-opens-the-current-edition",
       test_the_first_answer_opens_the_current_edition);
  ADD ("the-day-of-the-next-look-is-kept", test_the_day_of_the_next_look_is_kept);
  ADD ("what-is-not-named-stays", test_what_is_not_named_stays);
  ADD ("an-empty-value-takes-the-answer-away", test_an_empty_value_takes_the_answer_away);
  ADD ("a-note-may-come-before-the-answer", test_a_note_may_come_before_the_answer);
  ADD ("the-same-again-is-no-event", test_the_same_again_is_no_event);
  ADD ("a-new-value-forgets-who-looked-at-the-old-one",
       test_a_new_value_forgets_who_looked_at_the_old_one);
  ADD ("a-note-leaves-who-looked-at-it", test_a_note_leaves_who_looked_at_it);
  ADD ("the-same-value-says-that-what-was-carried-over-is-so",
       test_the_same_value_says_that_what_was_carried_over_is_so);
  ADD ("a-number-needs-its-guideline", test_a_number_needs_its_guideline);
  ADD ("an-edition-can-be-named", test_an_edition_can_be_named);
  ADD ("an-edition-to-come-is-left-alone", test_an_edition_to_come_is_left_alone);
  ADD ("guideline-and-assessment-must-agree", test_guideline_and_assessment_must_agree);
  ADD ("nobody-is-named-by-an-empty-name", test_nobody_is_named_by_an_empty_name);
  ADD ("wrong-words-change-nothing", test_wrong_words_change_nothing);

  return g_test_run ();
}
