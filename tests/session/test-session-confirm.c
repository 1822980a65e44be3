/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"
#include "sgn-evidence.h"

static const SgnAnswer *
get_answer (Fixture *fixture, gint64 assessment, const char *item)
{
  const SgnRecord *record = sgn_session_get_record (fixture->session);

  return sgn_assessment_find_answer (sgn_record_find_assessment (record, assessment), item);
}

static void
begin_year (Fixture *fixture, const char *catalogue)
{
  const SgnBeginning beginning = { .catalogue = catalogue, .close_previous = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;

  sgn_session_open_assessment_async (fixture->session, &beginning, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  ids = sgn_session_open_assessment_finish (fixture->session, result, NULL);
  g_assert_nonnull (ids);
}

static void
confirm (Fixture *fixture, const char *item)
{
  const SgnAnswerChange change = { .item = item };

  sgn_session_confirm_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
retire (Fixture *fixture, gint64 id)
{
  sgn_session_retire_evidence_async (fixture->session, id, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

/* Evidence @id of the first year's answer; each has other content. */
static void
add_evidence (Fixture *fixture, gint64 id, const char *expires, gint64 replaces)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT ".txt", id);
  g_autofree char *path = fixture_file (fixture, name);
  const SgnEvidenceRequest request = {
    .use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" },
    .path = path,
    .expires = expires,
    .replaces = replaces,
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnEvidenceResult) added = NULL;

  fixture_write (fixture, name, name);
  sgn_session_add_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  added = sgn_session_add_evidence_finish (fixture->session, result, NULL);
  g_assert_nonnull (added);
  g_assert_cmpint (added->id, ==, id);
}

static guint
count_links (Fixture *fixture, const char *reference)
{
  GPtrArray *all = sgn_session_get_record (fixture->session)->evidence;
  guint count = 0;

  for (guint i = 0; i < all->len; i++)
    count += sgn_evidence_has_link (all->pdata[i], reference);
  return count;
}

static void
test_still_so_takes_value_texts_and_proof (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .item = "SD-01",
                                   .value = "done",
                                   .note = "毎週",
                                   .statement = "自動で更新します。" };

  fixture_new_company (fixture);
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  add_evidence (fixture, 1, NULL, 0);
  add_evidence (fixture, 2, "2026-11-23", 0);
  add_evidence (fixture, 3, "2026-11-22", 0);
  add_evidence (fixture, 4, NULL, 0);
  retire (fixture, 4);
  begin_year (fixture, "ipa-self-check");
  sgn_session_set_author (fixture->session, "佐藤");
  confirm (fixture, "SD-01");
  fixture_expect (fixture);

  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->value, ==, "done");
  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->note, ==, "毎週");
  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->statement, ==, "自動で更新します。");
  g_assert_cmpint (get_answer (fixture, 2, "SD-01")->person, !=, 0);
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 2);
  g_assert_cmpuint (count_links (fixture, "answer/1/SD-01"), ==, 4);

  /* Once more changes nothing, and all of it is one act. */
  confirm (fixture, "SD-01");
  fixture_expect (fixture);
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 2);
  fixture_undo (fixture);
  g_assert_null (get_answer (fixture, 2, "SD-01"));
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 0);
}

static void
test_what_was_written_this_year_stays (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange note = { .item = "SD-01", .note = "今年のメモ" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "partial", "去年のメモ");
  begin_year (fixture, "ipa-self-check");
  sgn_session_answer_async (fixture->session, &note, fixture_done_cb, fixture);
  fixture_expect (fixture);
  confirm (fixture, "SD-01");
  fixture_expect (fixture);

  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->value, ==, "partial");
  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->note, ==, "今年のメモ");
}

static void
test_an_equal_item_of_an_older_edition_is_taken (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange old = { .catalogue = "ipa-self-check@3.1", .item = "1", .value = "done" };

  fixture_new_company (fixture);
  sgn_session_answer_async (fixture->session, &old, fixture_done_cb, fixture);
  fixture_expect (fixture);
  begin_year (fixture, "ipa-self-check");
  confirm (fixture, "SD-01");
  fixture_expect (fixture);
  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->value, ==, "done");
}

static void
test_without_an_answer_of_last_time_it_is_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  confirm (fixture, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  fixture_answer (fixture, "SD-01", "done", NULL);
  confirm (fixture, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  begin_year (fixture, "ipa-self-check");
  confirm (fixture, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  confirm (fixture, "SD-99");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  g_assert_null (get_answer (fixture, 2, "SD-02"));
}

static void
test_done_needs_proof_that_has_not_expired (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  add_evidence (fixture, 1, "2026-11-22", 0);
  begin_year (fixture, "ipa-self-check");
  confirm (fixture, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
  g_assert_null (get_answer (fixture, 2, "SD-01"));

  /* With a newer one beside it, it is proved again. */
  sgn_session_reopen_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  add_evidence (fixture, 2, NULL, 0);
  confirm (fixture, "SD-01");
  fixture_expect (fixture);
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 1);
}

/* What was not done needs no proof, and proof that was withdrawn has not run out. */
static void
test_only_expired_proof_of_done_stands_in_the_way (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *value;
    const char *expires;
    gboolean retired;
  } cases[] = { { "partial", "2026-11-22", FALSE }, { "done", "2026-11-22", TRUE } };
  gsize i = GPOINTER_TO_SIZE (data);

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", cases[i].value, NULL);
  add_evidence (fixture, 1, cases[i].expires, 0);
  if (cases[i].retired)
    retire (fixture, 1);
  begin_year (fixture, "ipa-self-check");
  confirm (fixture, "SD-01");
  fixture_expect (fixture);
  g_assert_cmpstr (get_answer (fixture, 2, "SD-01")->value, ==, cases[i].value);
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 0);
}

/* The old version ran out, the new one did not. */
static void
test_a_newer_version_proves_it (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  add_evidence (fixture, 1, "2026-11-22", 0);
  add_evidence (fixture, 2, "2027-11-22", 1);
  begin_year (fixture, "ipa-self-check");
  confirm (fixture, "SD-01");
  fixture_expect (fixture);
  g_assert_cmpuint (count_links (fixture, "answer/2/SD-01"), ==, 1);
  g_assert_true (
    sgn_evidence_has_link (sgn_record_find_evidence (sgn_session_get_record (fixture->session), 2),
                           "answer/2/SD-01"));
}

static void
test_a_closed_check_confirms_nothing (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .item = "SD-01", .assessment = 2 };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  begin_year (fixture, "ipa-self-check");
  fixture_close_check (fixture, 2);
  sgn_session_confirm_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
}

#define ADD(name, func) \
  g_test_add ("/confirm/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("still-so-takes-value-texts-and-proof", test_still_so_takes_value_texts_and_proof);
  ADD ("what-was-written-this-year-stays", test_what_was_written_this_year_stays);
  ADD ("an-equal-item-of-an-older-edition-is-taken",
       test_an_equal_item_of_an_older_edition_is_taken);
  ADD ("without-an-answer-of-last-time-it-is-refused",
       test_without_an_answer_of_last_time_it_is_refused);
  ADD ("done-needs-proof-that-has-not-expired", test_done_needs_proof_that_has_not_expired);
  g_test_add ("/confirm/what-was-not-done-needs-no-proof", Fixture, GSIZE_TO_POINTER (0),
              fixture_set_up, test_only_expired_proof_of_done_stands_in_the_way, fixture_tear_down);
  g_test_add ("/confirm/withdrawn-proof-has-not-run-out", Fixture, GSIZE_TO_POINTER (1),
              fixture_set_up, test_only_expired_proof_of_done_stands_in_the_way, fixture_tear_down);
  ADD ("a-newer-version-proves-it", test_a_newer_version_proves_it);
  ADD ("a-closed-check-confirms-nothing", test_a_closed_check_confirms_nothing);

  return g_test_run ();
}
