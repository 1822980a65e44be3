/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-fixture.h"

#include "sgn-error.h"

static void
unlink_from (Fixture *fixture, gint64 id, const char *item)
{
  const SgnEvidenceUse use = { .item = item };

  sgn_session_unlink_evidence_async (fixture->session, id, &use, fixture_done_cb, fixture);
}

static void
test_one_file_serves_several_items (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", NOTHING, "");

  evidence_link (fixture, 1, "SD-02");
  fixture_expect (fixture);
  evidence_link (fixture, 1, "RU-1");
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_get (fixture, 1)->links->len, ==, 3);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 1);

  unlink_from (fixture, 1, "SD-02");
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 0);
  fixture_undo (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 1);

  unlink_from (fixture, 1, "SD-03");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  unlink_from (fixture, 9, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_link (fixture, 9, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_link (fixture, 1, "SD-99");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
test_what_is_withdrawn_is_kept_and_not_counted (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", NOTHING, "");

  evidence_restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_retire (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 0);
  g_assert_cmpint (sgn_evidence_get_state (sgn_session_get_record (fixture->session),
                                           evidence_get (fixture, 1), "2026-11-23"),
                   ==, SGN_EVIDENCE_RETIRED);
  evidence_retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_link (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);

  evidence_restore (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
  evidence_retire (fixture, 9);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_restore (fixture, 9);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

/* Next year's list replaces this year's, and this year's paper must not change by that. */
static void
test_a_closed_year_keeps_its_evidence (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "old");
  fixture_write (fixture, "b.txt", "new");
  evidence_add (fixture, "a.txt", NOTHING, "");
  fixture_close_check (fixture, 1);

  evidence_retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  sgn_session_unlink_evidence_async (fixture->session, 1, &use, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);

  g_assert_cmpint (evidence_add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, ""), ==,
                   2);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
  g_assert_cmpuint (evidence_count (fixture, 2, "SD-01"), ==, 1);
  g_assert_cmpuint (evidence_get (fixture, 2)->links->len, ==, 1);
}

static void
test_a_retired_piece_of_a_closed_year_stays_retired (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_retire (fixture, 1);
  fixture_expect (fixture);
  fixture_close_check (fixture, 1);

  evidence_restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 0);
}

static void
describe (Fixture *fixture, gint64 id, const char *title, const char *dated, const char *expires)
{
  const SgnEvidenceWords words = { title, dated, expires };

  sgn_session_describe_evidence_async (fixture->session, id, &words, fixture_done_cb, fixture);
}

static void
test_title_and_dates_can_change (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" }, "");

  describe (fixture, 1, "  更新の一覧 ", NULL, "2027-03-31");
  fixture_expect (fixture);
  g_assert_cmpstr (evidence_get (fixture, 1)->dated, ==, "2026-11-01");
  g_assert_cmpstr (evidence_get (fixture, 1)->expires, ==, "2027-03-31");
  g_assert_true (g_str_has_prefix (g_strstrip (evidence_get (fixture, 1)->title), "更新の一覧"));

  describe (fixture, 1, NULL, "", "");
  fixture_expect (fixture);
  g_assert_null (evidence_get (fixture, 1)->dated);
  g_assert_null (evidence_get (fixture, 1)->expires);

  fixture_undo (fixture);
  g_assert_cmpstr (evidence_get (fixture, 1)->expires, ==, "2027-03-31");
}

static void
test_a_wrong_description_is_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    gint64 id;
    const char *title;
    const char *dated;
    const char *expires;
    int code;
  } cases[] = {
    { 9, "x", NULL, NULL, SGN_ERROR_USAGE },
    { 1, "  ", NULL, NULL, SGN_ERROR_INVALID },
    { 1, NULL, "今日", NULL, SGN_ERROR_INVALID },
    { 1, NULL, NULL, "2026-13-01", SGN_ERROR_INVALID },
    { 1, NULL, NULL, "2026-10-31", SGN_ERROR_INVALID },
  };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" }, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    describe (fixture, cases[i].id, cases[i].title, cases[i].dated, cases[i].expires);
    fixture_expect_error (fixture, cases[i].code);
  }
  g_assert_cmpstr (evidence_get (fixture, 1)->title, ==, "a.txt");
}

static void
test_without_a_writable_file_nothing_changes (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  evidence_add (fixture, "a.txt", NOTHING, "");
  fixture_open (fixture, SGN_OPEN_READ);

  evidence_refuse (fixture, "a.txt", NOTHING, SGN_ERROR_READ_ONLY);
  evidence_link (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  unlink_from (fixture, 1, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  describe (fixture, 1, "x", NULL, NULL);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  evidence_retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  evidence_restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

#define ADD(name, func) \
  g_test_add ("/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("one-file-serves-several-items", test_one_file_serves_several_items);
  ADD ("what-is-withdrawn-is-kept-and-not-counted", test_what_is_withdrawn_is_kept_and_not_counted);
  ADD ("a-closed-year-keeps-its-evidence", test_a_closed_year_keeps_its_evidence);
  ADD ("a-retired-piece-of-a-closed-year-stays-retired",
       test_a_retired_piece_of_a_closed_year_stays_retired);
  ADD ("title-and-dates-can-change", test_title_and_dates_can_change);
  ADD ("a-wrong-description-is-refused", test_a_wrong_description_is_refused);
  ADD ("without-a-writable-file-nothing-changes", test_without_a_writable_file_nothing_changes);

  return g_test_run ();
}
