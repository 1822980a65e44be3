/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-evidence.h"

#include "sample-record.h"

#define AN_ANSWER "answer/1/SD-01"

/* Rows as the store would hand them over; 0 and NULL leave a column empty. */
static void
put_evidence (SgnRecord *record, gint64 id, const char *expires, gint64 replaces, gboolean retired)
{
  const SgnEvidence words = {
    .id = id,
    .sha256 = (char *) (id % 2 ? "odd" : "even"),
    .title = (char *) "台帳",
    .file_name = (char *) "a.csv",
    .size = 7,
    .media_type = (char *) "text/csv",
    .added_at = (char *) (id < 10 ? "2026-04-01T09:00:00+09:00" : "2026-06-01T09:00:00+09:00"),
    .expires = (char *) expires,
    .replaces = replaces,
    .retired = retired,
  };

  add_numbered_row (record, SGN_KIND_EVIDENCE, id, sgn_evidence_to_row (&words));
}

static void
add (SgnRecord *record, gint64 id, const char *expires, gint64 replaces, gboolean retired)
{
  put_evidence (record, id, expires, replaces, retired);
  link_evidence (record, id, AN_ANSWER);
}

static void
add_unlinked (SgnRecord *record, gint64 id, gint64 replaces)
{
  put_evidence (record, id, NULL, replaces, FALSE);
}

static void
add_assessment (SgnRecord *record, const char *closed_at)
{
  const SgnAssessment words = {
    .catalogue = (char *) "ipa-self-check",
    .edition = (char *) "4.0",
    .opened_at = (char *) "2026-03-01T09:00:00+09:00",
    .closed = closed_at != NULL,
    .closed_at = (char *) closed_at,
  };

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, sgn_assessment_to_row (&words));
}

static const SgnEvidence *
get (const SgnRecord *record, gint64 id)
{
  return sgn_record_find_evidence (record, id);
}

static void
test_a_last_day_is_counted_to_the_day (void)
{
  static const struct {
    const char *expires;
    const char *today;
    int days;
    SgnEvidenceState state;
  } cases[] = {
    { "2026-12-31", "2026-11-30", 31, SGN_EVIDENCE_CURRENT },
    { "2026-12-31", "2026-12-01", 30, SGN_EVIDENCE_EXPIRING },
    { "2026-12-31", "2026-12-31", 0, SGN_EVIDENCE_EXPIRING },
    { "2026-12-31", "2027-01-01", -1, SGN_EVIDENCE_EXPIRED },
    { "2028-03-01", "2028-02-28", 2, SGN_EVIDENCE_EXPIRING },
    { "2026-03-31", "2025-03-31", 365, SGN_EVIDENCE_CURRENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    int days = 0;

    g_test_message ("%s on %s", cases[i].expires, cases[i].today);
    add (record, 1, cases[i].expires, 0, FALSE);
    g_assert_true (sgn_evidence_days_left (get (record, 1), cases[i].today, &days));
    g_assert_cmpint (days, ==, cases[i].days);
    g_assert_cmpint (sgn_evidence_get_state (record, get (record, 1), cases[i].today), ==,
                     cases[i].state);
  }
}

static void
test_without_a_last_day_it_never_expires (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  int days = 7;

  add (record, 1, NULL, 0, FALSE);
  g_assert_false (sgn_evidence_days_left (get (record, 1), "2099-01-01", &days));
  g_assert_cmpint (days, ==, 7);
  g_assert_cmpint (sgn_evidence_get_state (record, get (record, 1), "2099-01-01"), ==,
                   SGN_EVIDENCE_CURRENT);
}

static void
test_what_ends_soon_is_listed_soonest_first (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) soon = NULL;
  g_autoptr (GPtrArray) expired = NULL;

  add (record, 1, "2026-12-20", 0, FALSE);
  add (record, 2, "2026-11-01", 0, FALSE);
  add (record, 3, "2027-06-01", 0, FALSE);
  add (record, 4, "2026-11-02", 0, TRUE);
  add (record, 5, NULL, 0, FALSE);
  add (record, 6, "2026-11-01", 0, FALSE);

  soon = sgn_evidence_list_ending (record, "2026-11-23", SGN_EVIDENCE_SOON);
  g_assert_cmpuint (soon->len, ==, 3);
  g_assert_true (soon->pdata[0] == get (record, 2));
  g_assert_true (soon->pdata[1] == get (record, 6));
  g_assert_true (soon->pdata[2] == get (record, 1));

  expired = sgn_evidence_list_ending (record, "2026-11-23", -1);
  g_assert_cmpuint (expired->len, ==, 2);
}

static void
test_versions_are_found_both_ways (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add (record, 1, NULL, 0, TRUE);
  add (record, 2, NULL, 1, TRUE);
  add (record, 3, NULL, 2, FALSE);
  add (record, 4, NULL, 0, TRUE);

  g_assert_true (sgn_evidence_find_newer (record, get (record, 1)) == get (record, 2));
  g_assert_true (sgn_evidence_find_newer (record, get (record, 2)) == get (record, 3));
  g_assert_null (sgn_evidence_find_newer (record, get (record, 3)));
  g_assert_cmpint (sgn_evidence_get_state (record, get (record, 1), "2026-11-23"), ==,
                   SGN_EVIDENCE_REPLACED);
  g_assert_cmpint (sgn_evidence_get_state (record, get (record, 3), "2026-11-23"), ==,
                   SGN_EVIDENCE_CURRENT);
  g_assert_cmpint (sgn_evidence_get_state (record, get (record, 4), "2026-11-23"), ==,
                   SGN_EVIDENCE_RETIRED);
}

/* 2 replaced 1 and took its answer over, 10 came in June and could not when the year was closed. */
static void
test_a_closed_year_keeps_what_it_had (void)
{
  static const struct {
    const char *closed_at;
    gboolean counts;
  } cases[] = {
    { NULL, FALSE },
    { "2026-05-01T09:00:00+09:00", TRUE },
    { "2026-06-01T09:00:00+09:00", TRUE },
    { "2026-07-01T09:00:00+09:00", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    const SgnAssessment *year;

    add_assessment (record, cases[i].closed_at);
    year = sgn_record_find_assessment (record, 1);
    add (record, 1, NULL, 0, TRUE);
    add (record, 2, NULL, 1, TRUE);
    add_unlinked (record, 10, 2);
    add (record, 3, "2020-01-01", 0, FALSE);
    add (record, 4, NULL, 0, TRUE);

    g_assert_false (sgn_evidence_counts_for (record, get (record, 1), year, AN_ANSWER));
    g_assert_cmpint (sgn_evidence_counts_for (record, get (record, 2), year, AN_ANSWER), ==,
                     cases[i].counts);
    g_assert_true (sgn_evidence_counts_for (record, get (record, 3), year, AN_ANSWER));
    g_assert_false (sgn_evidence_counts_for (record, get (record, 4), year, AN_ANSWER));
    g_assert_cmpuint (sgn_record_count_evidence (record, 1, "SD-01"), ==, 1 + cases[i].counts);
  }
}

static void
test_erased_content_is_told_from_withdrawn (void)
{
  static const struct {
    gint64 size;
    gboolean retired;
    SgnEvidenceState state;
  } cases[] = {
    { 0, TRUE, SGN_EVIDENCE_ERASED },
    { 7, TRUE, SGN_EVIDENCE_RETIRED },
    { 0, FALSE, SGN_EVIDENCE_CURRENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    const SgnEvidence words = { .size = cases[i].size, .retired = cases[i].retired };

    g_assert_cmpint (sgn_evidence_get_state (record, &words, "2026-11-23"), ==, cases[i].state);
    g_assert_cmpint (sgn_evidence_is_erased (&words), ==, cases[i].state == SGN_EVIDENCE_ERASED);
  }
}

static void
test_content_in_use_is_found (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add (record, 1, NULL, 0, TRUE);
  g_assert_null (sgn_evidence_find_content (record, "odd"));
  add (record, 3, NULL, 0, FALSE);
  g_assert_true (sgn_evidence_find_content (record, "odd") == get (record, 3));
  g_assert_null (sgn_evidence_find_content (record, "even"));
  g_assert_true (sgn_evidence_has_link (get (record, 3), AN_ANSWER));
  g_assert_false (sgn_evidence_has_link (get (record, 3), "answer/1/SD-02"));
}

static void
test_states_have_words (void)
{
  for (int state = SGN_EVIDENCE_CURRENT; state <= SGN_EVIDENCE_ERASED; state++)
    for (int other = state + 1; other <= SGN_EVIDENCE_ERASED; other++) {
      g_assert_cmpstr (sgn_evidence_state_to_key (state), !=, sgn_evidence_state_to_key (other));
      g_assert_cmpstr (sgn_evidence_state_to_word (state), !=, sgn_evidence_state_to_word (other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/a-last-day-is-counted-to-the-day",
                   test_a_last_day_is_counted_to_the_day);
  g_test_add_func ("/evidence/without-a-last-day-it-never-expires",
                   test_without_a_last_day_it_never_expires);
  g_test_add_func ("/evidence/what-ends-soon-is-listed-soonest-first",
                   test_what_ends_soon_is_listed_soonest_first);
  g_test_add_func ("/evidence/versions-are-found-both-ways", test_versions_are_found_both_ways);
  g_test_add_func ("/evidence/a-closed-year-keeps-what-it-had",
                   test_a_closed_year_keeps_what_it_had);
  g_test_add_func ("/evidence/erased-content-is-told-from-withdrawn",
                   test_erased_content_is_told_from_withdrawn);
  g_test_add_func ("/evidence/content-in-use-is-found", test_content_in_use_is_found);
  g_test_add_func ("/evidence/states-have-words", test_states_have_words);

  return g_test_run ();
}
