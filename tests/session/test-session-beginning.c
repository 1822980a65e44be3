/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "../core/message-form.h"

#include "sgn-error.h"
#include "sgn-record-years.h"

#define SELF_CHECK "ipa-self-check"

static const SgnAssessment *
get (Fixture *fixture, gint64 id)
{
  return sgn_record_find_assessment (sgn_session_get_record (fixture->session), id);
}

static const char *
get_value (Fixture *fixture, gint64 id, const char *item)
{
  const SgnAnswer *answer = sgn_assessment_find_answer (get (fixture, id), item);

  return answer != NULL ? answer->value : NULL;
}

/* What was opened, as "3 4 5"; NULL with @error. */
static char *
end (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);
  g_autoptr (GArray) ids = sgn_session_open_assessment_finish (fixture->session, result, error);
  g_autoptr (GString) list = g_string_new (NULL);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
begin (Fixture *fixture, const SgnBeginning *beginning, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  sgn_session_open_assessment_async (fixture->session, beginning, fixture_done_cb, fixture);
  ids = end (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ids, ==, expected);
}

static void
refuse (Fixture *fixture, const SgnBeginning *beginning, int code)
{
  gint64 seq = sgn_session_get_record (fixture->session)->seq;
  g_autoptr (GError) error = NULL;

  sgn_session_open_assessment_async (fixture->session, beginning, fixture_done_cb, fixture);
  g_assert_null (end (fixture, &error));
  g_assert_error (error, SGN_ERROR, code);
  assert_is_sentence (error->message);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
}

static void
answer_at (Fixture *fixture, const char *site, const char *item, const char *value)
{
  const SgnAnswerChange change = { .item = item, .value = value, .site = site };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

/* 株式会社𠮷葛󠄀 with a head office and a factory. */
static void
new_company_of_sites (Fixture *fixture)
{
  static const char *const names[] = { "本社", "工場" };
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    SgnSite *site = g_new0 (SgnSite, 1);

    site->name = g_strdup (names[i]);
    site->employees = -1;
    g_ptr_array_add (profile->sites, site);
  }
  sgn_session_create_async (fixture->session, fixture->path, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void
test_a_new_year_starts_empty (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning beginning = {
    .catalogue = SELF_CHECK,
    .words = { .scope = "本社・工場", .answered_by = "山田 𠮷子", .reviewed_by = "佐藤" },
  };
  const SgnRecord *record = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "毎週");
  fixture_close_check (fixture, 1);
  begin (fixture, &beginning, "2");

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (g_hash_table_size (get (fixture, 2)->answers), ==, 0);
  g_assert_cmpint (get (fixture, 2)->previous, ==, 1);
  g_assert_cmpint (get (fixture, 2)->parent, ==, 0);
  g_assert_cmpstr (get (fixture, 2)->scope, ==, "本社・工場");
  g_assert_cmpstr (get (fixture, 2)->period_start, ==, "2026-11-23");
  g_assert_null (get (fixture, 2)->period_end);
  g_assert_cmpstr (sgn_record_find_person (record, get (fixture, 2)->person)->name, ==,
                   "山田 𠮷子");
  g_assert_cmpstr (sgn_record_find_person (record, get (fixture, 2)->reviewed_by)->name, ==,
                   "佐藤");
  g_assert_cmpstr (get_value (fixture, 1, "SD-01"), ==, "done");
}

/* An empty year is not one to go on from; nor is one of a newer edition. */
static void
test_what_is_continued_has_answers (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning next = { .catalogue = SELF_CHECK, .close_previous = TRUE };
  const SgnBeginning older = { .catalogue = SELF_CHECK "@3.1", .close_previous = TRUE };
  const SgnBeginning named = { .catalogue = SELF_CHECK, .from = 2, .close_previous = TRUE };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  begin (fixture, &next, "2");
  g_assert_cmpint (get (fixture, 2)->previous, ==, 1);
  begin (fixture, &next, "3");
  g_assert_cmpint (get (fixture, 3)->previous, ==, 1);
  begin (fixture, &older, "4");
  g_assert_cmpint (get (fixture, 4)->previous, ==, 0);
  g_assert_cmpstr (get (fixture, 4)->edition, ==, "3.1");
  begin (fixture, &named, "5");
  g_assert_cmpint (get (fixture, 5)->previous, ==, 2);
}

static void
test_an_answer_begins_a_year_that_names_the_last (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  g_assert_cmpint (get (fixture, 1)->previous, ==, 0);
  fixture_close_check (fixture, 1);
  fixture_answer (fixture, "SD-02", "done", NULL);
  g_assert_cmpint (get (fixture, 2)->previous, ==, 1);
}

static void
test_an_open_year_is_closed_only_when_asked (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning plain = { .catalogue = SELF_CHECK };
  const SgnBeginning closing = { .catalogue = SELF_CHECK, .close_previous = TRUE };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  refuse (fixture, &plain, SGN_ERROR_USAGE);
  g_assert_false (get (fixture, 1)->closed);

  begin (fixture, &closing, "2");
  g_assert_true (get (fixture, 1)->closed);
  g_assert_cmpstr (get (fixture, 1)->period_end, ==, "2026-11-23");

  /* Both in one act. */
  fixture_undo (fixture);
  g_assert_false (get (fixture, 1)->closed);
  g_assert_null (get (fixture, 2));
}

static void
test_words_that_mean_nothing_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    SgnBeginning beginning;
    int code;
  } cases[] = {
    { { .catalogue = "colours" }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK "@9.9" }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK, .site = "支社" }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK, .from = 9 }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK, .from = 1 }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK, .all_sites = TRUE }, SGN_ERROR_USAGE },
    { { .catalogue = SELF_CHECK, .words = { .period_start = "令和8年4月1日" } },
      SGN_ERROR_INVALID },
    { { .catalogue = SELF_CHECK, .words = { .period_start = "2026/04/01" } }, SGN_ERROR_INVALID },
    { { .catalogue = SELF_CHECK, .words = { .period_start = "0008-04-01" } }, SGN_ERROR_INVALID },
    { { .catalogue = SELF_CHECK, .words = { .period_end = "2569-04-01" } }, SGN_ERROR_INVALID },
    { { .catalogue = SELF_CHECK,
        .words = { .period_start = "2026-06-30", .period_end = "2026-04-01" } },
      SGN_ERROR_INVALID },
  };

  fixture_new_company (fixture);
  fixture_answer (fixture, "RU-1", "done", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    refuse (fixture, &cases[i].beginning, cases[i].code);
}

static void
test_a_clock_that_went_back_is_noticed (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning plain = { .catalogue = SELF_CHECK };
  const SgnBeginning typed = { .catalogue = SELF_CHECK, .words = { .period_start = "2026-11-24" } };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_close_check (fixture, 1);
  sgn_clock_set_fixed (fixture->clock, "2025-11-23T10:00:00+09:00");
  refuse (fixture, &plain, SGN_ERROR_INVALID);
  begin (fixture, &typed, "2");
  g_assert_cmpstr (get (fixture, 2)->period_start, ==, "2026-11-24");

  /* It would end before it began. */
  sgn_session_close_assessment_async (fixture->session, 2, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  g_assert_false (get (fixture, 2)->closed);
}

static void
test_company_and_sites_are_opened_at_once (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning all = { .catalogue = SELF_CHECK,
                             .all_sites = TRUE,
                             .words = { .scope = "全社", .period_end = "2026-12-31" } };

  new_company_of_sites (fixture);
  begin (fixture, &all, "1 2 3");

  for (gint64 id = 2; id <= 3; id++) {
    g_assert_cmpint (get (fixture, id)->parent, ==, 1);
    g_assert_cmpint (get (fixture, id)->site, ==, id - 1);
    g_assert_null (get (fixture, id)->scope);
    g_assert_cmpstr (get (fixture, id)->period_end, ==, "2026-12-31");
  }
  g_assert_cmpstr (get (fixture, 1)->scope, ==, "全社");
  refuse (fixture, &all, SGN_ERROR_USAGE);
  fixture_undo (fixture);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 0);
}

static void
test_a_site_brings_the_companys_check (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning factory = { .catalogue = SELF_CHECK, .site = "工場" };
  const SgnBeginning other = { .catalogue = SELF_CHECK "@3.1", .site = "本社" };
  const SgnBeginning rest = { .catalogue = SELF_CHECK, .all_sites = TRUE };

  new_company_of_sites (fixture);
  begin (fixture, &factory, "1 2");
  g_assert_cmpint (get (fixture, 1)->site, ==, 0);
  g_assert_cmpint (get (fixture, 2)->parent, ==, 1);
  refuse (fixture, &factory, SGN_ERROR_USAGE);
  refuse (fixture, &other, SGN_ERROR_USAGE);
  begin (fixture, &rest, "3");
  g_assert_cmpint (get (fixture, 3)->parent, ==, 1);

  fixture_close_check (fixture, 2);
  refuse (fixture, &factory, SGN_ERROR_USAGE);
}

static void
test_an_answer_goes_to_the_site_that_is_named (Fixture *fixture, gconstpointer data)
{
  SgnAnswerChange contrary = { .item = "SD-01", .value = "done", .site = "本社" };

  new_company_of_sites (fixture);
  answer_at (fixture, "工場", "SD-01", "partial");
  g_assert_cmpint (get (fixture, 2)->parent, ==, 1);
  g_assert_null (get_value (fixture, 1, "SD-01"));
  g_assert_cmpstr (get_value (fixture, 2, "SD-01"), ==, "partial");
  answer_at (fixture, "本社", "SD-01", "done");
  g_assert_cmpint (get (fixture, 3)->parent, ==, 1);
  answer_at (fixture, NULL, "SD-01", "not-done");
  g_assert_cmpstr (get_value (fixture, 1, "SD-01"), ==, "not-done");

  contrary.assessment = 2;
  sgn_session_answer_async (fixture->session, &contrary, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  contrary = (SgnAnswerChange){ .item = "SD-01", .value = "done", .site = "支社" };
  sgn_session_answer_async (fixture->session, &contrary, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);

  fixture_close_check (fixture, 2);
  contrary.site = "工場";
  sgn_session_answer_async (fixture->session, &contrary, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
}

/* What a site says counts for the company, so both are closed for good or neither. */
static void
test_the_company_closes_its_sites (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning all = { .catalogue = SELF_CHECK, .all_sites = TRUE };
  const SgnBeginning next = { .catalogue = SELF_CHECK, .all_sites = TRUE, .close_previous = TRUE };

  new_company_of_sites (fixture);
  begin (fixture, &all, "1 2 3");
  answer_at (fixture, "本社", "SD-01", "done");
  answer_at (fixture, "工場", "SD-01", "done");
  fixture_close_check (fixture, 1);
  g_assert_true (get (fixture, 2)->closed && get (fixture, 3)->closed);

  sgn_session_reopen_assessment_async (fixture->session, 2, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  sgn_session_reopen_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_true (get (fixture, 2)->closed);
  sgn_session_reopen_assessment_async (fixture->session, 2, fixture_done_cb, fixture);
  fixture_expect (fixture);

  begin (fixture, &next, "4 5 6");
  g_assert_true (get (fixture, 1)->closed && get (fixture, 2)->closed);
  g_assert_cmpint (get (fixture, 4)->previous, ==, 1);
  g_assert_cmpint (get (fixture, 5)->previous, ==, 2);
  g_assert_cmpint (get (fixture, 6)->previous, ==, 3);
}

static void
test_a_site_that_was_checked_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProfile) profile = NULL;

  new_company_of_sites (fixture);
  answer_at (fixture, "工場", "SD-01", "done");
  profile = sgn_profile_copy (sgn_session_get_record (fixture->session)->profile);
  g_ptr_array_remove_index (profile->sites, 1);
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->profile->sites->len, ==, 2);

  /* A name may change as long as it is the same site. */
  g_clear_pointer (&profile, sgn_profile_free);
  profile = sgn_profile_copy (sgn_session_get_record (fixture->session)->profile);
  g_free (((SgnSite *) profile->sites->pdata[1])->name);
  ((SgnSite *) profile->sites->pdata[1])->name = g_strdup ("岡谷工場");
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (
    sgn_record_find_site (sgn_session_get_record (fixture->session), get (fixture, 2)->site)->name,
    ==, "岡谷工場");
}

static void
test_a_check_aims_at_a_level (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning scs = { .catalogue = "scs", .words = { .level = "4" } };
  const SgnBeginning next = { .catalogue = "scs", .close_previous = TRUE };
  const SgnAnswerChange answer = { .catalogue = "scs", .item = "1-2-1-1", .value = "met" };
  SgnAssessmentWords words = { .level = "★5" };

  fixture_new_company (fixture);
  begin (fixture, &scs, "1");
  g_assert_cmpstr (get (fixture, 1)->level, ==, "★4");
  sgn_session_answer_async (fixture->session, &answer, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  g_assert_cmpstr (get (fixture, 1)->level, ==, "★4");

  /* Next year aims where this year did. */
  begin (fixture, &next, "2");
  g_assert_cmpint (get (fixture, 2)->previous, ==, 1);
  g_assert_cmpstr (get (fixture, 2)->level, ==, "★4");
  words.level = "";
  sgn_session_describe_assessment_async (fixture->session, 2, &words, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_null (get (fixture, 2)->level);
  fixture_verify (fixture);
}

static void
test_a_guideline_without_levels_has_none (Fixture *fixture, gconstpointer data)
{
  const SgnBeginning management = { .catalogue = "meti-management", .words = { .level = "★3" } };

  fixture_new_company (fixture);
  refuse (fixture, &management, SGN_ERROR_USAGE);
}

static void
test_a_check_is_described_while_it_is_open (Fixture *fixture, gconstpointer data)
{
  SgnAssessmentWords words = { .scope = "工場 ",
                               .period_start = "2026-04-01",
                               .period_end = "2026-06-30",
                               .reviewed_by = "佐藤" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (get (fixture, 1)->period_start, ==, "2026-04-01");
  g_assert_cmpint (get (fixture, 1)->reviewed_by, !=, 0);
  g_assert_cmpstr (get_value (fixture, 1, "SD-01"), ==, "done");

  /* Only the end, which must fit the start that stands. */
  words = (SgnAssessmentWords){ .period_end = "2026-03-31" };
  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  words = (SgnAssessmentWords){ .scope = "", .reviewed_by = "" };
  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_null (get (fixture, 1)->scope);
  g_assert_cmpint (get (fixture, 1)->reviewed_by, ==, 0);

  fixture_close_check (fixture, 1);
  sgn_session_describe_assessment_async (fixture->session, 1, &words, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  sgn_session_describe_assessment_async (fixture->session, 7, &words, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

#define ADD(name, func) \
  g_test_add ("/beginning/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-new-year-starts-empty", test_a_new_year_starts_empty);
  ADD ("what-is-continued-has-answers", test_what_is_continued_has_answers);
  ADD ("an-answer-begins-a-year-that-names-the-last",
       test_an_answer_begins_a_year_that_names_the_last);
  ADD ("an-open-year-is-closed-only-when-asked", test_an_open_year_is_closed_only_when_asked);
  ADD ("words-that-mean-nothing-are-refused", test_words_that_mean_nothing_are_refused);
  ADD ("a-clock-that-went-back-is-noticed", test_a_clock_that_went_back_is_noticed);
  ADD ("company-and-sites-are-opened-at-once", test_company_and_sites_are_opened_at_once);
  ADD ("a-site-brings-the-companys-check", test_a_site_brings_the_companys_check);
  ADD ("an-answer-goes-to-the-site-that-is-named", test_an_answer_goes_to_the_site_that_is_named);
  ADD ("the-company-closes-its-sites", test_the_company_closes_its_sites);
  ADD ("a-site-that-was-checked-stays", test_a_site_that_was_checked_stays);
  ADD ("a-check-aims-at-a-level", test_a_check_aims_at_a_level);
  ADD ("a-guideline-without-levels-has-none", test_a_guideline_without_levels_has_none);
  ADD ("a-check-is-described-while-it-is-open", test_a_check_is_described_while_it_is_open);

  return g_test_run ();
}
