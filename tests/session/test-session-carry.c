/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

/* The newest check of @catalogue. */
static SgnAssessment *
find_check (Fixture *fixture, const char *catalogue)
{
  return sgn_record_find_newest (sgn_session_get_record (fixture->session), catalogue);
}

static const SgnAnswer *
find_answer (Fixture *fixture, const char *catalogue, const char *item)
{
  return sgn_assessment_find_answer (find_check (fixture, catalogue), item);
}

/* What @from, "ID@EDITION" or "ID", proposes for @to. */
static SgnProposals *
propose (Fixture *fixture, const char *from, const char *to)
{
  SgnLibrary *library = sgn_session_get_library (fixture->session);
  SgnRecord *record = sgn_session_get_record (fixture->session);
  SgnCatalogue *catalogue = sgn_library_find_catalogue_key (library, to);
  SgnProposals *proposals =
    sgn_proposals_new (record, catalogue, sgn_record_find_open (record, catalogue->id), NULL);

  sgn_proposals_add_mapped (proposals, library, find_check (fixture, from));
  return proposals;
}

static gint64
finish (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);

  return sgn_session_carry_finish (fixture->session, result, error);
}

static gint64
carry (Fixture *fixture, const SgnProposals *proposals, const char *const *items, GError **error)
{
  sgn_session_carry_async (fixture->session, proposals, items, fixture_done_cb, fixture);
  return finish (fixture, error);
}

static void
test_each_answer_says_where_it_comes_from (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;
  const SgnAnswer *answer = NULL;

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, "田中 一郎");
  fixture_answer (fixture, "SD-19", "done", "就業規則 第12条");
  proposals = propose (fixture, "ipa-self-check", "scs");
  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, 2);
  g_assert_no_error (error);
  answer = find_answer (fixture, "scs", "1-2-3-1");

  g_assert_cmpstr (answer->value, ==, "met");
  g_assert_cmpstr (answer->carried_from, ==, "answer/1/SD-19");
  g_assert_cmpstr (answer->at, ==, FIXTURE_NOW);
  g_assert_cmpint (answer->person, ==, 1);
  g_assert_null (answer->note);
  g_assert_cmpstr (find_answer (fixture, "scs", "1-2-3-2")->value, ==, "partly");
  g_assert_cmpstr (find_check (fixture, "scs")->edition, ==, "2026-03-27");
  fixture_verify (fixture);
}

static void
test_only_what_was_accepted_is_carried (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "1-2-3-2", NULL };
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  proposals = propose (fixture, "ipa-self-check", "scs");
  g_assert_cmpint (carry (fixture, proposals, items, &error), ==, 1);
  g_assert_no_error (error);

  g_assert_cmpuint (g_hash_table_size (find_check (fixture, "scs")->answers), ==, 1);
  g_assert_nonnull (find_answer (fixture, "scs", "1-2-3-2"));
}

/* The five answers stay with their words, the sixth rule is asked. */
static void
test_five_rules_become_six (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "five");
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "five",
                 "{\"catalogue\":\"ipa-rules\",\"edition\":\"3.1\",\"answers\":["
                 "{\"item\":\"RU-1\",\"value\":\"done\",\"note\":\"自動更新\",\"statement\":"
                 "\"更新しています。\"},"
                 "{\"item\":\"RU-2\",\"value\":\"done\"},{\"item\":\"RU-3\",\"value\":\"partial\"},"
                 "{\"item\":\"RU-4\",\"value\":\"not-applicable\",\"note\":\"共有なし\"},"
                 "{\"item\":\"RU-5\",\"value\":\"unknown\"}]}");
  sgn_session_import_async (fixture->session, path, NULL, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  g_assert_cmpint (sgn_session_import_finish (fixture->session, result, &error), ==, 5);
  fixture_close_check (fixture, 1);
  proposals = propose (fixture, "ipa-rules", "ipa-rules@4.0");
  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, 5);
  g_assert_no_error (error);

  g_assert_cmpint (find_check (fixture, "ipa-rules")->id, ==, 2);
  g_assert_cmpstr (find_check (fixture, "ipa-rules")->edition, ==, "4.0");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-1")->value, ==, "done");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-1")->note, ==, "自動更新");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-1")->statement, ==, "更新しています。");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-4")->value, ==, "not-applicable");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-4")->note, ==, "共有なし");
  g_assert_cmpstr (find_answer (fixture, "ipa-rules", "RU-5")->value, ==, "unknown");
  g_assert_null (find_answer (fixture, "ipa-rules", "RU-6"));
}

/* A note that was written before the answer stays, and is not lost to that of the other edition. */
static void
test_what_was_written_here_stays (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange note = { .catalogue = "scs", .item = "1-2-3-1", .note = "規程を探す" };
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", "就業規則");
  sgn_session_answer_async (fixture->session, &note, fixture_done_cb, fixture);
  fixture_expect (fixture);
  proposals = propose (fixture, "ipa-self-check", "scs");
  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, 2);
  g_assert_no_error (error);

  g_assert_cmpstr (find_answer (fixture, "scs", "1-2-3-1")->value, ==, "met");
  g_assert_cmpstr (find_answer (fixture, "scs", "1-2-3-1")->note, ==, "規程を探す");
}

/* Whoever answers, be it the same again, has said it: it is not only carried over any more. */
static void
test_a_new_answer_takes_the_mark_away (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "met", "partly" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    const SgnAnswerChange change = { .catalogue = "scs", .item = "1-2-3-1", .value = values[i] };
    g_autoptr (SgnProposals) proposals = propose (fixture, "ipa-self-check", "scs");
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, 2);
    g_assert_no_error (error);
    sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
    fixture_expect (fixture);

    g_assert_null (find_answer (fixture, "scs", "1-2-3-1")->carried_from);
    g_assert_nonnull (find_answer (fixture, "scs", "1-2-3-2")->carried_from);
    fixture_undo (fixture);
    fixture_undo (fixture);
  }
}

/* All rows of @kind, as text. */
static void
add_rows (GString *rows, SgnRecord *record)
{
  for (guint i = 0; i < record->assessments->len; i++) {
    SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);
    g_autoptr (GList) items = g_hash_table_get_keys (assessment->answers);
    g_autoptr (json_t) row = sgn_assessment_to_row (assessment);
    g_autofree char *text = sgn_json_to_canonical (row);

    g_string_append_printf (rows, "%s\n", text);
    items = g_list_sort (items, (GCompareFunc) strcmp);
    for (GList *item = items; item != NULL; item = item->next) {
      g_autoptr (json_t) answer =
        sgn_answer_to_row (sgn_assessment_find_answer (assessment, item->data));
      g_autofree char *line = sgn_json_to_canonical (answer);

      g_string_append_printf (rows, "%s\n", line);
    }
  }
  for (guint i = 0; i < record->persons->len; i++) {
    g_autoptr (json_t) row = sgn_person_to_row (record->persons->pdata[i]);
    g_autofree char *text = sgn_json_to_canonical (row);

    g_string_append_printf (rows, "%s\n", text);
  }
}

static char *
dup_rows (Fixture *fixture)
{
  GString *rows = g_string_new (NULL);

  add_rows (rows, sgn_session_get_record (fixture->session));
  return g_string_free (rows, FALSE);
}

/* From the sample's 25 answers to ★3, and back: only the events stay. */
static void
test_one_undo_takes_all_back (Fixture *fixture, gconstpointer data)
{
  SgnLibrary *library = sgn_session_get_library (fixture->session);
  g_autoptr (SgnProposals) proposals = NULL;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;

  sgn_session_create_sample_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_set_author (fixture->session, "新しい 人");
  before = dup_rows (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  proposals =
    sgn_proposals_new (sgn_session_get_record (fixture->session),
                       sgn_library_find_catalogue_key (library, "cloud-check"), NULL, NULL);
  sgn_proposals_add_mapped (proposals, library, find_check (fixture, "ipa-self-check"));
  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, 8);
  g_assert_no_error (error);
  between = dup_rows (fixture);
  fixture_undo (fixture);
  after = dup_rows (fixture);
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
  again = dup_rows (fixture);

  g_assert_cmpstr (before, !=, between);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (between, ==, again);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, >, seq);
  fixture_verify (fixture);
}

static void
test_the_history_calls_it_carried_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SgnEvent *event = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-11", "done", NULL);
  proposals = propose (fixture, "ipa-self-check", "scs");
  carry (fixture, proposals, NULL, &error);
  g_assert_no_error (error);
  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  event = g_ptr_array_index (events, events->len - 1);

  g_assert_cmpstr (event->act, ==, SGN_ACT_CARRY);
  g_assert_cmpstr (sgn_json_string (event->after, "carried_from"), ==, "answer/1/SD-11");
}

static void
test_nothing_answered_is_replaced (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "1-2-3-1", NULL };
  const SgnAnswerChange change = { .catalogue = "scs", .item = "1-2-3-1", .value = "not-met" };
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (SgnProposals) later = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  proposals = propose (fixture, "ipa-self-check", "scs");
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  later = propose (fixture, "ipa-self-check", "scs");

  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, -1);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_cmpint (carry (fixture, later, items, &other), ==, -1);
  g_assert_error (other, SGN_ERROR, SGN_ERROR_USAGE);
  g_assert_cmpstr (find_answer (fixture, "scs", "1-2-3-1")->value, ==, "not-met");
  g_assert_null (find_answer (fixture, "scs", "1-2-3-2"));
}

static void
test_an_answer_that_changed_is_not_carried (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  proposals = propose (fixture, "ipa-self-check", "scs");
  fixture_answer (fixture, "SD-19", "not-done", NULL);

  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, -1);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_null (find_check (fixture, "scs"));
}

static void
test_what_is_not_proposed_is_not_carried (Fixture *fixture, gconstpointer data)
{
  static const char *const items[] = { "1-2-3-1", "7-1-1-1", NULL };
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (SgnProposals) empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-14", "done", NULL);
  empty = propose (fixture, "ipa-self-check", "scs");
  fixture_answer (fixture, "SD-19", "done", NULL);
  proposals = propose (fixture, "ipa-self-check", "scs");

  g_assert_cmpint (carry (fixture, proposals, items, &error), ==, -1);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
  g_assert_cmpint (carry (fixture, empty, NULL, &other), ==, -1);
  g_assert_error (other, SGN_ERROR, SGN_ERROR_USAGE);
  g_assert_null (find_check (fixture, "scs"));
}

static void
test_a_closed_check_is_left_alone (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .catalogue = "scs", .item = "1-2-3-3", .value = "met" };
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  proposals = propose (fixture, "ipa-self-check", "scs");
  fixture_close_check (fixture, 2);

  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_null (find_answer (fixture, "scs", "1-2-3-1"));
}

static void
test_a_file_that_is_only_read_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProposals) proposals = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-19", "done", NULL);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  proposals = propose (fixture, "ipa-self-check", "scs");

  g_assert_cmpint (carry (fixture, proposals, NULL, &error), ==, -1);
  g_assert_nonnull (error);
}

#define ADD(name, func) \
  g_test_add ("/session-carry/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("each-answer-says-where-it-comes-from", test_each_answer_says_where_it_comes_from);
  ADD ("only-what-was-accepted-is-carried", test_only_what_was_accepted_is_carried);
  ADD ("five-rules-become-six", test_five_rules_become_six);
  ADD ("what-was-written-here-stays", test_what_was_written_here_stays);
  ADD ("a-new-answer-takes-the-mark-away", test_a_new_answer_takes_the_mark_away);
  ADD ("one-undo-takes-all-back", test_one_undo_takes_all_back);
  ADD ("the-history-calls-it-carried-over", test_the_history_calls_it_carried_over);
  ADD ("nothing-answered-is-replaced", test_nothing_answered_is_replaced);
  ADD ("an-answer-that-changed-is-not-carried", test_an_answer_that_changed_is_not_carried);
  ADD ("what-is-not-proposed-is-not-carried", test_what_is_not_proposed_is_not_carried);
  ADD ("a-closed-check-is-left-alone", test_a_closed_check_is_left_alone);
  ADD ("a-file-that-is-only-read-is-left-alone", test_a_file_that_is_only_read_is_left_alone);

  return g_test_run ();
}
