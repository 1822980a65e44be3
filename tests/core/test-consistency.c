/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-consistency.h"

#include "sample-record.h"

#define TODAY "2026-11-24"
#define SELF_CHECK "ipa-self-check", "4.0"
#define SCS "scs", "2026-03-27"

typedef struct {
  SgnLibrary *library;
  SgnRecord *record;
  GPtrArray *concerns;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = load_library ();
  fixture->record = sgn_record_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->concerns, g_ptr_array_unref);
  sgn_record_unref (fixture->record);
  sgn_library_unref (fixture->library);
}

static void
check (Fixture *fixture, const char *today)
{
  g_clear_pointer (&fixture->concerns, g_ptr_array_unref);
  fixture->concerns = sgn_consistency_check (fixture->library, fixture->record, today);
}

static const SgnConcern *
find (const Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->concerns->len; i++) {
    const SgnConcern *concern = g_ptr_array_index (fixture->concerns, i);

    if (g_str_equal (concern->id, id))
      return concern;
  }
  return NULL;
}

/* All ids with their weights, a line each. */
static char *
list_ids (const Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fixture->concerns->len; i++) {
    const SgnConcern *concern = g_ptr_array_index (fixture->concerns, i);

    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", sgn_weight_to_key (concern->weight),
                            concern->id);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_found (Fixture *fixture, const char *today, const char *expected)
{
  g_autofree char *found = NULL;

  check (fixture, today);
  found = list_ids (fixture);
  g_assert_cmpstr (found, ==, expected);
}

static void
add_check (Fixture *fixture, gint64 id, const char *catalogue, const char *edition)
{
  add_numbered_row (fixture->record, SGN_KIND_ASSESSMENT, id,
                    make_assessment_row (catalogue, edition));
}

static void
add_closed_check (Fixture *fixture, gint64 id, const char *catalogue, const char *edition)
{
  json_t *row = make_assessment_row (catalogue, edition);

  sgn_json_set_string (row, "state", "closed");
  sgn_json_set_string (row, "closed_at", "2026-11-21T10:00:00+09:00");
  add_numbered_row (fixture->record, SGN_KIND_ASSESSMENT, id, row);
}

static void
add_noted_answer (Fixture *fixture, gint64 assessment, const char *item, const char *value)
{
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) item,
                       .value = (char *) value,
                       .note = (char *) "一覧にある。",
                       .at = (char *) "2026-11-20T10:00:00+09:00" };

  add_row (fixture->record, SGN_KIND_ANSWER, "1/x", sgn_answer_to_row (&answer));
}

static void
add_review (Fixture *fixture, gint64 assessment, const char *item, const char *date)
{
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) item,
                       .value = (char *) "partial",
                       .at = (char *) "2026-11-20T10:00:00+09:00",
                       .next_review = (char *) date };

  add_row (fixture->record, SGN_KIND_ANSWER, "1/x", sgn_answer_to_row (&answer));
}

static void
add_proof (Fixture *fixture, gint64 id, const char *expires, gboolean retired)
{
  SgnEvidence evidence = { .sha256 = (char *) "5d8e913c70a2",
                           .size = 12,
                           .title = (char *) "保守報告",
                           .title_en = (char *) "Maintenance report",
                           .file_name = (char *) "hoshu.pdf",
                           .media_type = (char *) "application/pdf",
                           .added_at = (char *) "2026-11-20T10:00:00+09:00",
                           .expires = (char *) expires,
                           .retired = retired };

  add_numbered_row (fixture->record, SGN_KIND_EVIDENCE, id, sgn_evidence_to_row (&evidence));
}

static void
add_declaration (Fixture *fixture, int star, const char *date, const char *review)
{
  SgnDeclaration declaration = { .star = star,
                                 .number = (char *) "50000000000",
                                 .date = (char *) date,
                                 .edition = (char *) "4.0",
                                 .review = (char *) review };

  add_numbered_row (fixture->record, SGN_KIND_DECLARATION, 1,
                    sgn_declaration_to_row (&declaration));
}

static void
add_place (Fixture *fixture)
{
  SgnPlace place = { .place = (char *) "受付" };

  add_numbered_row (fixture->record, SGN_KIND_PLACE, 1, sgn_place_to_row (&place, 1));
}

/* A version with one part; @date NULL: a draft. */
static void
add_version (Fixture *fixture, gint64 version, const char *part, const char *text, const char *date)
{
  g_autoptr (json_t) words = json_object ();
  json_t *parts = json_object ();

  json_object_set_new (parts, part, json_string (text));
  json_object_set_new (words, "parts", parts);
  sgn_json_set_integer (words, "version", version);
  sgn_json_set_string (words, "published_on", date);
  sgn_json_set_string (words, "published_place", date != NULL ? "受付の掲示" : NULL);
  add_policy (fixture->record, words);
}

static void
add_task (Fixture *fixture,
          gint64 id,
          const char *state,
          const char *done_on,
          const char *reference)
{
  SgnTask task = { .title = (char *) "宛先の確認を決まりにする",
                   .state = (char *) state,
                   .added_at = (char *) "2026-11-01T10:00:00+09:00",
                   .done_on = (char *) done_on };

  add_numbered_row (fixture->record, SGN_KIND_TASK, id, sgn_task_to_row (&task));
  add_row (fixture->record, SGN_KIND_TASK_LINK, "x", sgn_task_link_to_row (id, reference));
}

static void
test_an_empty_record_is_no_concern (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, TODAY, "");
  add_check (fixture, 1, SELF_CHECK);
  assert_found (fixture, TODAY, "");
}

static void
test_done_wants_evidence_or_a_note (Fixture *fixture, gconstpointer data)
{
  const SgnConcern *concern;

  add_check (fixture, 1, SELF_CHECK);
  add_answer (fixture->record, 1, "SD-01", "done");
  add_answer (fixture->record, 1, "SD-02", "done");
  add_noted_answer (fixture, 1, "SD-03", "done");
  add_answer (fixture->record, 1, "SD-04", "partial");
  add_answer (fixture->record, 1, "SD-05", "done");
  add_proof (fixture, 1, NULL, FALSE);
  add_proof (fixture, 2, NULL, TRUE);
  link_evidence (fixture->record, 1, "answer/1/SD-02");
  link_evidence (fixture->record, 2, "answer/1/SD-05");

  assert_found (fixture, TODAY,
                "should done-without-proof:answer/1/SD-01\n"
                "should done-without-proof:answer/1/SD-05");
  concern = find (fixture, "done-without-proof:answer/1/SD-01");
  g_assert_cmpstr (concern->kind, ==, SGN_KIND_ANSWER);
  g_assert_cmpstr (concern->ref, ==, "1/SD-01");
  g_assert_cmpstr (concern->catalogue, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (concern->item, ==, "SD-01");
  g_assert_cmpstr (
    concern->text.ja, ==,
    "自社診断 25問のNo.1「OS・ソフトの更新」は「実施している」ですが、証拠もメモもありません。");
  g_assert_cmpstr (concern->text.en, ==,
                   "No. 1 “Updates” of “Self-check, 25 questions” is answered “Done”, with "
                   "neither evidence nor a note.");
}

static void
test_what_is_closed_wants_nothing_more (Fixture *fixture, gconstpointer data)
{
  add_closed_check (fixture, 1, SELF_CHECK);
  add_answer (fixture->record, 1, "SD-01", "done");
  add_answer (fixture->record, 1, "SD-02", "not-applicable");

  assert_found (fixture, TODAY, "");
}

static void
test_a_site_is_looked_at_where_it_answers (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_numbered_row (fixture->record, SGN_KIND_ASSESSMENT, 2,
                    make_part_row ("ipa-self-check", "4.0", 1, 1));
  add_answer (fixture->record, 2, "SD-01", "done");
  add_answer (fixture->record, 2, "SD-02", "done");
  add_proof (fixture, 1, NULL, FALSE);
  link_evidence (fixture->record, 1, "answer/1/SD-02");

  assert_found (fixture, TODAY, "should done-without-proof:answer/2/SD-01");
}

static void
test_not_applicable_wants_a_reason (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SCS);
  add_answer (fixture->record, 1, "4-1-1-1", "not-applicable");
  add_noted_answer (fixture, 1, "4-1-2-1", "not-applicable");

  assert_found (fixture, TODAY, "should not-applicable-without-reason:answer/1/4-1-1-1");
}

static void
add_carried_answer (Fixture *fixture, const char *item, const char *value, const char *source)
{
  SgnAnswer answer = { .assessment = 2,
                       .item = (char *) item,
                       .value = (char *) value,
                       .note = (char *) "一覧にある。",
                       .at = (char *) "2026-11-20T10:00:00+09:00",
                       .carried_from = (char *) source };

  add_row (fixture->record, SGN_KIND_ANSWER, "2/x", sgn_answer_to_row (&answer));
}

static void
test_a_carried_answer_waits_for_somebody (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-01", "done");
  add_check (fixture, 2, SCS);
  add_carried_answer (fixture, "4-4-4-1", "met", "answer/1/SD-01");
  add_carried_answer (fixture, "4-4-4-2", "partly", "answer/9/SD-01");
  add_carried_answer (fixture, "4-4-4-3", "met", NULL);

  assert_found (fixture, TODAY,
                "should carried-unconfirmed:answer/2/4-4-4-1\n"
                "remark carried-unconfirmed:answer/2/4-4-4-2");
  g_assert_nonnull (strstr (find (fixture, "carried-unconfirmed:answer/2/4-4-4-1")->text.en,
                            "carried over from No. 1 “"));
  g_assert_nonnull (strstr (find (fixture, "carried-unconfirmed:answer/2/4-4-4-2")->text.en,
                            "carried over from an earlier answer;"));
}

static void
test_reviews_are_due_the_day_after (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_review (fixture, 1, "SD-01", "2026-11-23");
  add_review (fixture, 1, "SD-02", "2026-11-24");
  add_declaration (fixture, 1, "2025-11-20", "2026-11-01");
  add_place (fixture);

  assert_found (fixture, TODAY,
                "should review-overdue:declaration/1\n"
                "should review-overdue:answer/1/SD-01");
  assert_found (fixture, "2026-11-01", "");
}

static void
test_evidence_expires (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_answer (fixture->record, 1, "SD-09", "partial");
  add_proof (fixture, 1, "2026-11-23", FALSE);
  add_proof (fixture, 2, "2026-12-24", FALSE);
  add_proof (fixture, 3, "2026-11-23", TRUE);
  add_proof (fixture, 4, "2027-11-23", FALSE);
  link_evidence (fixture->record, 1, "answer/1/SD-09");

  assert_found (fixture, TODAY,
                "should evidence-expired:evidence/1\nremark evidence-expiring:evidence/2");
  g_assert_cmpstr (find (fixture, "evidence-expired:evidence/1")->item, ==, "SD-09");
  g_assert_null (find (fixture, "evidence-expiring:evidence/2")->item);
  g_assert_cmpstr (find (fixture, "evidence-expired:evidence/1")->text.en, ==,
                   "The evidence “Maintenance report” expired on 23 November 2026.");
}

static void
test_evidence_of_years_past_may_expire (Fixture *fixture, gconstpointer data)
{
  add_closed_check (fixture, 1, SELF_CHECK);
  add_check (fixture, 2, SELF_CHECK);
  add_answer (fixture->record, 1, "SD-09", "done");
  add_answer (fixture->record, 2, "SD-09", "partial");
  add_proof (fixture, 1, "2026-11-23", FALSE);
  link_evidence (fixture->record, 1, "answer/1/SD-09");
  assert_found (fixture, TODAY, "");

  link_evidence (fixture->record, 1, "declaration/1");
  assert_found (fixture, TODAY, "should evidence-expired:evidence/1");
}

static void
test_whoever_does_the_whole_does_the_part (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *part;
    const char *whole;
    const char *expected;
  } cases[] = {
    { "not-done", "met", "should answers-contradict:answer/1/SD-11:answer/2/4-3-4-1" },
    { "partial", "met", "remark answers-contradict:answer/1/SD-11:answer/2/4-3-4-1" },
    { "unknown", "met", "remark answers-contradict:answer/1/SD-11:answer/2/4-3-4-1" },
    { "not-applicable", "met", "" },
    { "done", "met", "" },
    { "not-done", "partly", "" },
    { "done", "not-met", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_clear_pointer (&fixture->record, sgn_record_unref);
    fixture->record = sgn_record_new ();
    add_check (fixture, 1, SELF_CHECK);
    add_check (fixture, 2, SCS);
    add_noted_answer (fixture, 1, "SD-11", cases[i].part);
    add_noted_answer (fixture, 2, "4-3-4-1", cases[i].whole);

    assert_found (fixture, TODAY, cases[i].expected);
  }
}

static void
test_the_part_may_stand_on_either_side (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_check (fixture, 2, SCS);
  add_noted_answer (fixture, 1, "SD-19", "done");
  add_noted_answer (fixture, 2, "1-2-3-1", "not-met");

  assert_found (fixture, TODAY, "should answers-contradict:answer/2/1-2-3-1:answer/1/SD-19");
}

static void
test_an_overlap_contradicts_nothing (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_check (fixture, 2, SCS);
  add_noted_answer (fixture, 1, "SD-01", "not-done");
  add_noted_answer (fixture, 2, "4-4-4-1", "met");

  assert_found (fixture, TODAY, "");
}

static void
test_what_nobody_has_checked_accuses_nobody (Fixture *fixture, gconstpointer data)
{
  SgnMapping *mapping =
    sgn_library_find_mapping (fixture->library, "ipa-self-check@4.0", "scs@2026-03-27");
  SgnMappingPair *pair = g_ptr_array_index (mapping->pairs, 0);

  pair->relation = SGN_RELATION_EQUAL;
  pair->confidence = SGN_CONFIDENCE_UNVERIFIED;
  add_check (fixture, 1, SELF_CHECK);
  add_check (fixture, 2, SCS);
  add_noted_answer (fixture, 1, pair->from, "done");
  add_noted_answer (fixture, 2, pair->to, "not-met");

  assert_found (fixture, TODAY, "");
}

/* Answers to equal questions of two guidelines, of which none are shipped. */
static void
test_equal_questions_want_equal_answers (Fixture *fixture, gconstpointer data)
{
  SgnMapping *mapping =
    sgn_library_find_mapping (fixture->library, "ipa-self-check@4.0", "scs@2026-03-27");
  SgnMappingPair *pair = g_ptr_array_index (mapping->pairs, 0);

  pair->relation = SGN_RELATION_EQUAL;
  add_check (fixture, 1, SELF_CHECK);
  add_check (fixture, 2, SCS);
  add_noted_answer (fixture, 1, pair->from, "done");
  add_noted_answer (fixture, 2, pair->to, "not-met");

  assert_found (fixture, TODAY, "must answers-contradict:answer/2/4-4-4-1:answer/1/SD-01");
}

static void
test_editions_are_of_different_years (Fixture *fixture, gconstpointer data)
{
  add_closed_check (fixture, 1, "ipa-self-check", "3.1");
  add_check (fixture, 2, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-01", "done");
  add_noted_answer (fixture, 2, "SD-01", "not-done");

  assert_found (fixture, TODAY, "");
}

#define PROMISE "違反や事故が起きたときは速やかに対処し、再発を防ぎます。"

static void
test_a_promise_is_held_against_the_answer (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *value;
    const char *published;
    const char *expected;
  } cases[] = {
    { "not-done", "2026-11-23", "must promise-denied:policy/1:answer/1/SD-24" },
    { "partial", "2026-11-23", "should promise-denied:policy/1:answer/1/SD-24" },
    { "unknown", "2026-11-23", "should promise-denied:policy/1:answer/1/SD-24" },
    { "not-done", NULL, "should promise-denied:policy/1:answer/1/SD-24" },
    { "partial", NULL, "remark promise-denied:policy/1:answer/1/SD-24" },
    { "done", "2026-11-23", "" },
    { "not-applicable", "2026-11-23", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_clear_pointer (&fixture->record, sgn_record_unref);
    fixture->record = sgn_record_new ();
    add_check (fixture, 1, SELF_CHECK);
    add_noted_answer (fixture, 1, "SD-24", cases[i].value);
    add_version (fixture, 1, "incidents", PROMISE, cases[i].published);

    assert_found (fixture, TODAY, cases[i].expected);
  }
}

static void
test_a_promise_counts_in_either_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (json_t) words =
    json_pack ("{s:i, s:{s:s}, s:{s:s}}", "version", 1, "parts", "incidents", "対処します。",
               "parts_en", "incidents", "We Act at once.");

  add_check (fixture, 1, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-24", "not-done");
  add_policy (fixture->record, words);

  assert_found (fixture, TODAY, "should promise-denied:policy/1:answer/1/SD-24");
}

static void
test_a_draft_adds_its_own_promises (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-24", "not-done");
  add_version (fixture, 1, "incidents", "事故が起きたときは対処します。", "2024-06-03");
  assert_found (fixture, TODAY, "");

  add_version (fixture, 2, "incidents", PROMISE, NULL);
  assert_found (fixture, TODAY, "should promise-denied:policy/2:answer/1/SD-24");
}

static void
test_a_draft_is_not_told_twice (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-24", "not-done");
  add_version (fixture, 1, "incidents", PROMISE, "2026-11-23");
  add_version (fixture, 2, "incidents", PROMISE, NULL);

  assert_found (fixture, TODAY, "must promise-denied:policy/1:answer/1/SD-24");
}

static void
test_an_older_edition_answers_for_its_equal (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, "ipa-self-check", "3.1");
  add_noted_answer (fixture, 1, "SD-24", "not-done");
  add_version (fixture, 1, "incidents", PROMISE, "2026-11-23");

  assert_found (fixture, TODAY, "must promise-denied:policy/1:answer/1/SD-24");
  g_assert_cmpstr (find (fixture, "promise-denied:policy/1:answer/1/SD-24")->catalogue, ==,
                   "ipa-self-check@3.1");
}

static void
test_two_stars_want_a_published_policy (Fixture *fixture, gconstpointer data)
{
  add_declaration (fixture, 2, "2026-11-20", NULL);
  add_place (fixture);
  assert_found (fixture, TODAY,
                "must policy-unpublished:declaration/1\n"
                "should declared-without-check:declaration/1");

  add_version (fixture, 1, "owner", "取り組みます。", NULL);
  check (fixture, TODAY);
  g_assert_nonnull (find (fixture, "policy-unpublished:declaration/1"));

  add_version (fixture, 2, "owner", "取り組みます。", "2026-11-21");
  assert_found (fixture, TODAY,
                "should declared-without-check:declaration/1\n"
                "should policy-published-late:declaration/1");

  add_version (fixture, 3, "owner", "取り組みます。", "2026-11-20");
  assert_found (fixture, TODAY, "should declared-without-check:declaration/1");
}

static void
test_one_star_wants_no_policy (Fixture *fixture, gconstpointer data)
{
  add_declaration (fixture, 1, "2026-11-20", NULL);

  assert_found (fixture, TODAY, "remark declaration-not-shown:declaration/1");
}

static void
test_two_stars_want_every_question_answered (Fixture *fixture, gconstpointer data)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue (fixture->library, "ipa-self-check", "3.1");

  add_declaration (fixture, 2, "2026-11-20", NULL);
  add_place (fixture);
  add_version (fixture, 1, "owner", "取り組みます。", "2026-11-20");
  add_closed_check (fixture, 1, "ipa-self-check", "3.1");
  for (guint i = 0; i + 1 < catalogue->items->len; i++)
    add_noted_answer (fixture, 1, ((SgnItem *) catalogue->items->pdata[i])->id, "partial");
  assert_found (fixture, TODAY, "should declared-without-check:declaration/1");

  add_noted_answer (fixture, 1, "SD-25", "unknown");
  assert_found (fixture, TODAY, "");
}

static void
test_a_policy_said_to_be_shown_is_published (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, "meti-management", "3.0");
  add_noted_answer (fixture, 1, "MG-1-2", "3");
  assert_found (fixture, TODAY, "");

  add_check (fixture, 2, "ipa-sme-guideline", "4.0");
  add_noted_answer (fixture, 2, "SG-E1", "done");
  assert_found (fixture, TODAY, "should policy-not-shown:answer/2/SG-E1");

  add_version (fixture, 1, "owner", "取り組みます。", "2026-11-20");
  assert_found (fixture, TODAY, "");
}

static void
test_tasks_and_answers_go_together (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_noted_answer (fixture, 1, "SD-07", "partial");
  add_noted_answer (fixture, 1, "SD-08", "done");
  add_task (fixture, 1, SGN_TASK_DONE, "2026-11-22", "answer/1/SD-07");
  add_task (fixture, 2, SGN_TASK_DOING, NULL, "answer/1/SD-08");
  add_task (fixture, 3, SGN_TASK_TODO, NULL, "answer/1/SD-07");
  add_task (fixture, 4, SGN_TASK_DONE, "2026-11-22", "answer/1/SD-08");
  add_task (fixture, 5, SGN_TASK_DECLINED, NULL, "answer/1/SD-08");
  add_task (fixture, 6, SGN_TASK_DONE, "2026-11-19", "answer/1/SD-07");
  add_task (fixture, 7, SGN_TASK_DOING, NULL, "answer/9/SD-08");

  assert_found (fixture, TODAY, "remark answer-behind-task:task/1:answer/1/SD-07");
}

static void
test_what_weighs_most_stands_first (Fixture *fixture, gconstpointer data)
{
  add_check (fixture, 1, SELF_CHECK);
  add_answer (fixture->record, 1, "SD-01", "done");
  add_noted_answer (fixture, 1, "SD-24", "not-done");
  add_version (fixture, 1, "incidents", PROMISE, "2026-11-23");
  add_declaration (fixture, 1, "2026-11-20", NULL);

  assert_found (fixture, TODAY,
                "must promise-denied:policy/1:answer/1/SD-24\n"
                "should done-without-proof:answer/1/SD-01\n"
                "remark declaration-not-shown:declaration/1");
  g_assert_cmpuint (sgn_concerns_count (fixture->concerns, SGN_WEIGHT_MUST), ==, 1);
  g_assert_cmpuint (sgn_concerns_count (fixture->concerns, SGN_WEIGHT_SHOULD), ==, 1);
  g_assert_cmpuint (sgn_concerns_count (fixture->concerns, SGN_WEIGHT_REMARK), ==, 1);
}

/* No sentence keeps a place that nothing was put into, and each rule says what to do. */
static void
test_sentences_are_whole (Fixture *fixture, gconstpointer data)
{
  sgn_record_unref (fixture->record);
  fixture->record = make_sample_record ();
  add_proof (fixture, 90, "2026-11-23", FALSE);
  add_proof (fixture, 91, "2026-12-01", FALSE);
  add_check (fixture, 90, SCS);
  add_answer (fixture->record, 90, "4-3-4-1", "met");
  add_answer (fixture->record, 90, "1-2-3-1", "not-met");
  add_answer (fixture->record, 90, "2-1-2-1", "not-applicable");
  check (fixture, "2027-12-01");

  g_assert_cmpuint (fixture->concerns->len, >, 5);
  for (guint i = 0; i < fixture->concerns->len; i++) {
    const SgnConcern *concern = g_ptr_array_index (fixture->concerns, i);

    g_assert_null (strchr (concern->text.ja, '{'));
    g_assert_null (strchr (concern->text.en, '{'));
    g_assert_true (g_str_has_suffix (concern->text.ja, "。"));
    for (SgnLanguage language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++) {
      g_assert_null (
        strchr (sgn_consistency_get_title (fixture->library, concern->rule, language), '_'));
      g_assert_null (
        strchr (sgn_consistency_get_advice (fixture->library, concern->rule, language), '_'));
    }
  }
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "an-empty-record-is-no-concern", test_an_empty_record_is_no_concern },
    { "done-wants-evidence-or-a-note", test_done_wants_evidence_or_a_note },
    { "what-is-closed-wants-nothing-more", test_what_is_closed_wants_nothing_more },
    { "a-site-is-looked-at-where-it-answers", test_a_site_is_looked_at_where_it_answers },
    { "not-applicable-wants-a-reason", test_not_applicable_wants_a_reason },
    { "a-carried-answer-waits-for-somebody", test_a_carried_answer_waits_for_somebody },
    { "reviews-are-due-the-day-after", test_reviews_are_due_the_day_after },
    { "evidence-expires", test_evidence_expires },
    { "evidence-of-years-past-may-expire", test_evidence_of_years_past_may_expire },
    { "whoever-does-the-whole-does-the-part", test_whoever_does_the_whole_does_the_part },
    { "the-part-may-stand-on-either-side", test_the_part_may_stand_on_either_side },
    { "an-overlap-contradicts-nothing", test_an_overlap_contradicts_nothing },
    { "what-nobody-has-checked-accuses-nobody", test_what_nobody_has_checked_accuses_nobody },
    { "equal-questions-want-equal-answers", test_equal_questions_want_equal_answers },
    { "editions-are-of-different-years", test_editions_are_of_different_years },
    { "a-promise-is-held-against-the-answer", test_a_promise_is_held_against_the_answer },
    { "a-promise-counts-in-either-language", test_a_promise_counts_in_either_language },
    { "a-draft-adds-its-own-promises", test_a_draft_adds_its_own_promises },
    { "a-draft-is-not-told-twice", test_a_draft_is_not_told_twice },
    { "an-older-edition-answers-for-its-equal", test_an_older_edition_answers_for_its_equal },
    { "two-stars-want-a-published-policy", test_two_stars_want_a_published_policy },
    { "one-star-wants-no-policy", test_one_star_wants_no_policy },
    { "two-stars-want-every-question-answered", test_two_stars_want_every_question_answered },
    { "a-policy-said-to-be-shown-is-published", test_a_policy_said_to_be_shown_is_published },
    { "tasks-and-answers-go-together", test_tasks_and_answers_go_together },
    { "what-weighs-most-stands-first", test_what_weighs_most_stands_first },
    { "sentences-are-whole", test_sentences_are_whole },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/consistency/", tests[i].name, NULL);

    g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
  }
  return g_test_run ();
}
