/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <string.h>

#include "sgn-error.h"

static GPtrArray *
read_history (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *events;

  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  return events;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every row that was ever there and still is, as one text. */
static char *
take_snapshot (Fixture *fixture)
{
  g_autoptr (GPtrArray) events = read_history (fixture);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  SgnCompanyFile *file = sgn_company_file_open (fixture->path, SGN_OPEN_READ, fixture->clock, NULL);

  for (guint i = 0; i < events->len; i++) {
    const SgnEvent *event = events->pdata[i];
    g_autoptr (json_t) row = sgn_company_file_get_row (file, event->kind, event->id, NULL);
    g_autofree char *text = row != NULL ? sgn_json_to_canonical (row) : NULL;
    char *place = g_strconcat (event->kind, "/", event->id, NULL);

    if (g_hash_table_add (seen, place) && text != NULL)
      g_ptr_array_add (rows, g_strconcat (place, " ", text, NULL));
  }
  sgn_company_file_close (file, NULL);
  g_ptr_array_sort (rows, compare_texts);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **) rows->pdata);
}

static void
redo (Fixture *fixture)
{
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void
set_sites (Fixture *fixture, const char *name, const char *const *sites)
{
  g_autoptr (SgnProfile) profile =
    sgn_profile_copy (sgn_session_get_record (fixture->session)->profile);

  g_free (profile->name);
  profile->name = g_strdup (name);
  g_ptr_array_set_size (profile->sites, 0);
  for (guint i = 0; sites[i] != NULL; i++) {
    SgnSite *site = g_new0 (SgnSite, 1);

    site->name = g_strdup (sites[i]);
    g_ptr_array_add (profile->sites, site);
  }
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
}

static void
do_company (Fixture *fixture)
{
  set_sites (fixture, "見本", (const char *const[]){ "本社", "工場", "倉庫", NULL });
}

static void
do_company_again (Fixture *fixture)
{
  set_sites (fixture, "見本社", (const char *const[]){ "工場", "本社", NULL });
}

static void
do_add_person (Fixture *fixture)
{
  const SgnPerson person = { .name = (char *) "𠮷田", .kana = (char *) "ヨシダ" };

  sgn_session_set_person_async (fixture->session, &person, fixture_done_cb, fixture);
}

static void
do_change_person (Fixture *fixture)
{
  const SgnPerson person = { .id = 1,
                             .name = (char *) "𠮷田 一",
                             .left_on = (char *) "2026-11-30" };

  sgn_session_set_person_async (fixture->session, &person, fixture_done_cb, fixture);
}

static void
do_answer (Fixture *fixture)
{
  const SgnAnswerChange change = { .item = "SD-01", .value = "done", .note = "メモ" };

  sgn_session_set_author (fixture->session, "山﨑 健太"); /* nobody knows this name yet */
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
do_answer_again (Fixture *fixture)
{
  const SgnAnswerChange change = { .item = "SD-01", .value = "partial", .statement = "一部" };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
do_import (Fixture *fixture)
{
  g_autofree char *path = fixture_file (fixture, "answers.csv");

  fixture_write (fixture, "answers.csv",
                 "item,value,note,statement\nSD-01,done,,\nSD-02,unknown,x,\nSD-03,not-done,,\n");
  sgn_session_import_async (fixture->session, path, NULL, fixture_done_cb, fixture);
}

static void
do_evidence (Fixture *fixture)
{
  g_autofree char *path = fixture_file (fixture, "証拠.txt");
  const SgnEvidenceRequest request = { .use = { .item = "SD-01" },
                                       .path = path,
                                       .dated = "2026-11-20" };

  fixture_write (fixture, "証拠.txt", "証拠");
  sgn_session_add_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
}

static void
do_describe (Fixture *fixture)
{
  const SgnAssessmentWords words = { .scope = "本社・工場", .reviewed_by = "髙橋 美咲" };

  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
}

static const char *const looked_at[] = { "SD-01", "SD-02", NULL };

static void
do_review (Fixture *fixture)
{
  const SgnReview review = { .items = looked_at, .by = "森 さくら" };

  sgn_session_review_answers_async (fixture->session, &review, fixture_done_cb, fixture);
}

static void
do_note_expert (Fixture *fixture)
{
  const SgnExpertNote note = { .items = looked_at, .state = SGN_EXPERT_SEEN, .name = "林 次郎" };

  sgn_session_note_expert_async (fixture->session, &note, fixture_done_cb, fixture);
}

static void
do_close (Fixture *fixture)
{
  sgn_session_close_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
}

static void
do_reopen (Fixture *fixture)
{
  sgn_session_reopen_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
}

static void
do_begin_year (Fixture *fixture)
{
  const SgnBeginning beginning = { .catalogue = "ipa-self-check",
                                   .all_sites = TRUE,
                                   .close_previous = TRUE };

  sgn_session_open_assessment_async (fixture->session, &beginning, fixture_done_cb, fixture);
}

static void
do_confirm (Fixture *fixture)
{
  const SgnAnswerChange change = { .item = "SD-02", .catalogue = "ipa-self-check" };

  sgn_session_confirm_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
do_declare (Fixture *fixture)
{
  const char *places[] = { "名刺", "ウェブサイト", NULL };
  const SgnDeclarationChange change = { .star = 1,
                                        .number = "51234567890",
                                        .date = "2026-11-20",
                                        .places = places };

  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
}

static void
do_policy (Fixture *fixture)
{
  sgn_session_set_policy_part_async (fixture->session, "contact", SGN_LANGUAGE_JA, "総務部",
                                     fixture_done_cb, fixture);
}

static void
do_publish (Fixture *fixture)
{
  sgn_session_publish_policy_async (fixture->session, "自社サイト", "2026-11-22", fixture_done_cb,
                                    fixture);
}

static void
do_next_version (Fixture *fixture)
{
  sgn_session_set_policy_part_async (fixture->session, "contact", SGN_LANGUAGE_JA, "経理部",
                                     fixture_done_cb, fixture);
}

/* To what the company was called at first. */
static void
do_set_back (Fixture *fixture)
{
  sgn_session_set_back_async (fixture->session, 1, FALSE, fixture_done_cb, fixture);
}

/* Every act that can be undone, in an order in which each finds what it needs. */
static const struct {
  const char *name;
  void (*run) (Fixture *fixture);
} acts[] = {
  { "company", do_company },
  { "add-person", do_add_person },
  { "change-person", do_change_person },
  { "answer", do_answer },
  { "answer-again", do_answer_again },
  { "import", do_import },
  { "evidence", do_evidence },
  { "describe", do_describe },
  { "review", do_review },
  { "note-expert", do_note_expert },
  { "close", do_close },
  { "reopen", do_reopen },
  { "begin-year", do_begin_year },
  { "confirm", do_confirm },
  { "declare", do_declare },
  { "policy", do_policy },
  { "publish", do_publish },
  { "next-version", do_next_version },
  { "company-back", do_set_back },
};

/* The act that drops a site, before any check belongs to one. */
static void
test_a_dropped_site_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_new_company (fixture);
  do_company (fixture);
  fixture_expect (fixture);
  before = take_snapshot (fixture);
  do_company_again (fixture);
  fixture_expect (fixture);
  after = take_snapshot (fixture);
  fixture_undo (fixture);
  undone = take_snapshot (fixture);
  redo (fixture);
  redone = take_snapshot (fixture);

  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (redone, ==, after);
}

static void
do_act (Fixture *fixture, guint act)
{
  g_test_message ("%s", acts[act].name);
  acts[act].run (fixture);
  fixture_expect (fixture);
}

static void
assert_is (Fixture *fixture, const char *snapshot)
{
  g_autofree char *now = take_snapshot (fixture);

  g_assert_cmpstr (now, ==, snapshot);
}

static void
test_every_act_goes_back_and_forth (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  fixture_new_company (fixture);
  g_ptr_array_add (states, take_snapshot (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    do_act (fixture, i);
    g_ptr_array_add (states, take_snapshot (fixture));
    g_assert_cmpstr (states->pdata[i], !=, states->pdata[i + 1]);
    fixture_undo (fixture);
    assert_is (fixture, states->pdata[i]);
    redo (fixture);
    assert_is (fixture, states->pdata[i + 1]);
  }
  fixture_verify (fixture);

  for (guint i = G_N_ELEMENTS (acts); i > 0; i--) {
    fixture_undo (fixture);
    assert_is (fixture, states->pdata[i - 1]);
  }
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    redo (fixture);
    assert_is (fixture, states->pdata[i + 1]);
  }
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
  fixture_verify (fixture);
}

static void
test_a_site_with_a_check_stays (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning beginning = { .catalogue = "ipa-self-check", .site = "倉庫" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;

  fixture_new_company (fixture);
  do_company (fixture);
  fixture_expect (fixture);
  sgn_session_open_assessment_async (fixture->session, &beginning, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  opened = sgn_session_open_assessment_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  do_company_again (fixture);
  g_assert_false (fixture_end (fixture, &refusal));
  g_assert_nonnull (strstr (refusal->message, "倉庫"));
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->profile->sites->len, ==, 3);
  fixture_verify (fixture);
}

/* Somebody first named in an answer has meanwhile issued a document, which is never undone. */
static void
test_a_person_named_by_a_document_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;
  json_t *issue =
    json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:i}", "document", "self-check-result", "audience",
               "internal", "language", "ja", "options", "", "issued_at", FIXTURE_NOW, "record_hash",
               "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "person", 1);
  SgnCompanyFile *file;

  fixture_new_company (fixture);
  do_answer (fixture);
  fixture_expect (fixture);
  fixture_close (fixture);
  file = sgn_company_file_open (fixture->path, SGN_OPEN_WRITE, fixture->clock, NULL);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_ISSUE, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_ISSUE, "SC-1", issue, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  g_assert_true (sgn_company_file_close (file, NULL));
  json_decref (issue);
  fixture_open (fixture, SGN_OPEN_WRITE);

  after = take_snapshot (fixture);
  fixture_undo (fixture);
  g_assert_nonnull (sgn_record_find_person (sgn_session_get_record (fixture->session), 1));
  g_assert_null (sgn_record_find_assessment (sgn_session_get_record (fixture->session), 1));
  fixture_verify (fixture);
  redo (fixture);
  assert_is (fixture, after);
  fixture_verify (fixture);
}

static void
set_back (Fixture *fixture, gint64 seq, gboolean before)
{
  sgn_session_set_back_async (fixture->session, seq, before, fixture_done_cb, fixture);
}

/* The number of the newest event about a row. */
static gint64
find_event (Fixture *fixture, const char *kind, const char *id)
{
  g_autoptr (GPtrArray) events = read_history (fixture);

  for (guint i = events->len; i > 0; i--) {
    const SgnEvent *event = events->pdata[i - 1];

    if (g_str_equal (event->kind, kind) && g_str_equal (event->id, id))
      return event->seq;
  }
  g_assert_not_reached ();
}

static const SgnAnswer *
get_answer (Fixture *fixture)
{
  const SgnRecord *record = sgn_session_get_record (fixture->session);

  return sgn_assessment_find_answer (sgn_record_find_assessment (record, 1), "SD-01");
}

static void
test_an_answer_is_set_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *newest;
  gint64 first;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "はじめ");
  first = find_event (fixture, SGN_KIND_ANSWER, "1/SD-01");
  fixture_answer (fixture, "SD-01", "partial", "あと");
  fixture_answer (fixture, "SD-02", "done", NULL);
  set_back (fixture, first, FALSE);
  fixture_expect (fixture);

  g_assert_cmpstr (get_answer (fixture)->value, ==, "done");
  g_assert_cmpstr (get_answer (fixture)->note, ==, "はじめ");
  events = read_history (fixture);
  newest = events->pdata[events->len - 1];
  g_assert_cmpstr (newest->act, ==, SGN_ACT_SET_BACK);
  g_assert_cmpstr (sgn_json_string (newest->before, "value"), ==, "partial");
  set_back (fixture, first, FALSE); /* once more is nothing new */
  fixture_expect (fixture);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, newest->seq);
  set_back (fixture, first, TRUE);
  fixture_expect (fixture);
  g_assert_null (get_answer (fixture));
  fixture_verify (fixture);
}

static void
test_a_closed_check_is_not_set_back (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  first = find_event (fixture, SGN_KIND_ANSWER, "1/SD-01");
  fixture_answer (fixture, "SD-01", "partial", NULL);
  do_close (fixture);
  fixture_expect (fixture);
  set_back (fixture, first, FALSE);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  do_reopen (fixture);
  fixture_expect (fixture);
  set_back (fixture, first, FALSE);
  fixture_expect (fixture);
  g_assert_cmpstr (get_answer (fixture)->value, ==, "done");
}

static void
test_a_published_policy_is_not_set_back (Fixture *fixture, gconstpointer data)
{
  gint64 first;

  fixture_new_company (fixture);
  do_policy (fixture);
  fixture_expect (fixture);
  first = find_event (fixture, SGN_KIND_POLICY, "1");
  do_next_version (fixture); /* still the first version */
  fixture_expect (fixture);
  set_back (fixture, first, FALSE);
  fixture_expect (fixture);
  do_publish (fixture);
  fixture_expect (fixture);
  set_back (fixture, first, FALSE);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
}

static void
test_what_makes_no_sense_is_not_set_back (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  set_back (fixture, find_event (fixture, SGN_KIND_ASSESSMENT, "1"), FALSE);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  set_back (fixture, 999, FALSE);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  set_back (fixture, 1, TRUE); /* before there was a company */
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
  g_assert_nonnull (sgn_session_get_record (fixture->session)->profile);
  fixture_verify (fixture);
}

static void
test_an_erased_value_is_not_set_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SgnErasure) erasure = NULL;
  gint64 first;

  fixture_new_company (fixture);
  do_answer (fixture);
  fixture_expect (fixture);
  first = find_event (fixture, SGN_KIND_ANSWER, "1/SD-01");
  sgn_session_erase_person_async (fixture->session, "山﨑 健太", FALSE, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  erasure = sgn_session_erase_person_finish (fixture->session, result, NULL);
  g_assert_nonnull (erasure);
  set_back (fixture, first, FALSE);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
}

/* The file itself, its size and whether it was withdrawn are no words. */
static void
test_only_the_words_of_evidence_are_set_back (Fixture *fixture, gconstpointer data)
{
  const SgnEvidence *evidence;
  json_t *row;
  gint64 first;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  do_evidence (fixture);
  fixture_expect (fixture);
  first = find_event (fixture, SGN_KIND_EVIDENCE, "1");
  evidence = sgn_session_get_record (fixture->session)->evidence->pdata[0];
  row = sgn_evidence_to_row (evidence);
  sgn_json_set_string (row, "title", "別の題");
  sgn_json_set_integer (row, "retired", 1);
  fixture_put_row (fixture, SGN_KIND_EVIDENCE, "1", row);

  set_back (fixture, first, FALSE);
  fixture_expect (fixture);
  evidence = sgn_session_get_record (fixture->session)->evidence->pdata[0];
  g_assert_cmpstr (evidence->title, ==, "証拠.txt");
  g_assert_true (evidence->retired);
  set_back (fixture, first, TRUE); /* there was none */
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
}

static void
test_nothing_is_written_to_a_file_opened_for_reading (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_open (fixture, SGN_OPEN_READ);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  set_back (fixture, 1, FALSE);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

static void
test_history_tells_the_acts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *event;

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  fixture_answer (fixture, "SD-01", "done", "メモ");
  events = read_history (fixture);

  event = g_ptr_array_index (events, 0);
  g_assert_cmpstr (event->act, ==, SGN_ACT_NEW);
  event = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (event->act, ==, SGN_ACT_ANSWER);
  g_assert_cmpstr (event->id, ==, "1/SD-01");
  g_assert_cmpstr (event->by, ==, "髙橋 美咲");
  g_assert_cmpstr (sgn_json_string (event->after, "note"), ==, "メモ");
  g_assert_cmpstr (event->hash, ==, sgn_session_get_record (fixture->session)->head);
  fixture_verify (fixture);
}

#define ADD(name, func) \
  g_test_add ("/history/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("history-tells-the-acts", test_history_tells_the_acts);
  ADD ("every-act-goes-back-and-forth", test_every_act_goes_back_and_forth);
  ADD ("a-dropped-site-comes-back", test_a_dropped_site_comes_back);
  ADD ("a-site-with-a-check-stays", test_a_site_with_a_check_stays);
  ADD ("a-person-named-by-a-document-stays", test_a_person_named_by_a_document_stays);
  ADD ("an-answer-is-set-back", test_an_answer_is_set_back);
  ADD ("a-closed-check-is-not-set-back", test_a_closed_check_is_not_set_back);
  ADD ("a-published-policy-is-not-set-back", test_a_published_policy_is_not_set_back);
  ADD ("what-makes-no-sense-is-not-set-back", test_what_makes_no_sense_is_not_set_back);
  ADD ("an-erased-value-is-not-set-back", test_an_erased_value_is_not_set_back);
  ADD ("only-the-words-of-evidence-are-set-back", test_only_the_words_of_evidence_are_set_back);
  ADD ("nothing-is-written-to-a-file-opened-for-reading",
       test_nothing_is_written_to_a_file_opened_for_reading);

  return g_test_run ();
}
