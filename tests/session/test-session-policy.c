/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static const SgnPolicy *
policy (Fixture *fixture)
{
  return sgn_record_get_policy (sgn_session_get_record (fixture->session));
}

static void
set_part (Fixture *fixture, const char *part, const char *text)
{
  sgn_session_set_policy_part_async (fixture->session, part, SGN_LANGUAGE_JA, text, fixture_done_cb,
                                     fixture);
}

static void
publish (Fixture *fixture, const char *place, const char *date)
{
  sgn_session_publish_policy_async (fixture->session, place, date, fixture_done_cb, fixture);
}

static void
test_the_first_part_brings_the_others (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_part (fixture, "staff", "働く全員が学びます。");
  fixture_expect (fixture);

  g_assert_cmpint (policy (fixture)->version, ==, 1);
  g_assert_null (policy (fixture)->published_on);
  g_assert_cmpstr (g_hash_table_lookup (policy (fixture)->parts, "staff"), ==,
                   "働く全員が学びます。");
  g_assert_nonnull (
    strstr (g_hash_table_lookup (policy (fixture)->parts, "preamble"), "株式会社𠮷葛󠄀"));
}

static void
test_the_default_text_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;

  fixture_new_company (fixture);
  set_part (fixture, "law", "別の文です。");
  fixture_expect (fixture);
  set_part (fixture, "law", NULL);
  fixture_expect (fixture);

  own = g_strdup (g_hash_table_lookup (policy (fixture)->parts, "law"));
  g_assert_cmpstr (own, !=, "別の文です。");
  g_assert_cmpuint (strlen (own), >, 0);
}

static void
test_a_published_version_is_never_changed (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;

  fixture_new_company (fixture);
  set_part (fixture, "contact", "総務課");
  fixture_expect (fixture);
  publish (fixture, "受付の掲示", "2026-11-23");
  fixture_expect (fixture);
  set_part (fixture, "staff", "第二版の文です。");
  fixture_expect (fixture);

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (record->policies->len, ==, 2);
  g_assert_cmpstr (((SgnPolicy *) g_ptr_array_index (record->policies, 0))->published_on, ==,
                   "2026-11-23");
  g_assert_cmpstr (
    g_hash_table_lookup (((SgnPolicy *) g_ptr_array_index (record->policies, 0))->parts, "staff"),
    !=, "第二版の文です。");
  g_assert_null (policy (fixture)->published_on);
  g_assert_cmpstr (policy (fixture)->contact, ==, "総務課");
  g_assert_cmpstr (policy (fixture)->established, ==, "2026-11-23");

  publish (fixture, "会社案内", "2027-04-01");
  fixture_expect (fixture);
  g_assert_cmpstr (policy (fixture)->established, ==, "2026-11-23");
  g_assert_cmpstr (policy (fixture)->revised, ==, "2027-04-01");
}

static void
test_a_version_is_published_once (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_part (fixture, "contact", "総務課");
  fixture_expect (fixture);
  publish (fixture, "受付の掲示", "2026-11-23");
  fixture_expect (fixture);
  publish (fixture, "会社案内", "2027-04-01");
  fixture_expect_error (fixture, SGN_ERROR_CHECK);

  g_assert_cmpstr (policy (fixture)->published_place, ==, "受付の掲示");
  g_assert_cmpstr (policy (fixture)->published_on, ==, "2026-11-23");
  g_assert_cmpstr (policy (fixture)->established, ==, "2026-11-23");
  g_assert_null (policy (fixture)->revised);
}

static void
test_an_english_version_stands_beside (Fixture *fixture, gconstpointer data)
{
  const char *parts[] = { "staff", "contact" };

  fixture_new_company (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    sgn_session_set_policy_part_async (fixture->session, parts[i], SGN_LANGUAGE_EN, "In English.",
                                       fixture_done_cb, fixture);
    fixture_expect (fixture);
  }

  g_assert_cmpstr (g_hash_table_lookup (policy (fixture)->parts_en, "staff"), ==, "In English.");
  g_assert_cmpuint (g_hash_table_size (policy (fixture)->parts_en), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (policy (fixture)->parts, "staff"), !=, "In English.");
  g_assert_cmpstr (policy (fixture)->contact_en, ==, "In English.");
  g_assert_null (policy (fixture)->contact);
}

static void
test_an_empty_text_takes_the_part_away (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_part (fixture, "staff", " \n");
  fixture_expect (fixture);
  sgn_session_set_policy_part_async (fixture->session, "law", SGN_LANGUAGE_EN, "Law.",
                                     fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_set_policy_part_async (fixture->session, "law", SGN_LANGUAGE_EN, "", fixture_done_cb,
                                     fixture);
  fixture_expect (fixture);

  g_assert_false (g_hash_table_contains (policy (fixture)->parts, "staff"));
  g_assert_true (g_hash_table_contains (policy (fixture)->parts, "law"));
  g_assert_cmpuint (g_hash_table_size (policy (fixture)->parts_en), ==, 0);
}

static void
test_claims_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_part (fixture, "owner", "当社は SECURITY ACTION 二つ星の認定を受けています。");
  fixture_expect_error (fixture, SGN_ERROR_CHECK);

  g_assert_null (policy (fixture));
}

static void
test_wrong_words_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  publish (fixture, "受付", "2026-11-23");
  fixture_expect_error (fixture, SGN_ERROR_NOT_YET);
  set_part (fixture, "weather", "晴れ");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  set_part (fixture, "staff", "文です。");
  fixture_expect (fixture);
  publish (fixture, " ", "2026-11-23");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  publish (fixture, "受付", "23.11.2026");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);

  g_assert_null (policy (fixture)->published_on);
}

#define ADD(name, func) \
  g_test_add ("/policy/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-first-part-brings-the-others", test_the_first_part_brings_the_others);
  ADD ("the-default-text-can-be-taken-back", test_the_default_text_can_be_taken_back);
  ADD ("a-published-version-is-never-changed", test_a_published_version_is_never_changed);
  ADD ("a-version-is-published-once", test_a_version_is_published_once);
  ADD ("an-english-version-stands-beside", test_an_english_version_stands_beside);
  ADD ("an-empty-text-takes-the-part-away", test_an_empty_text_takes_the_part_away);
  ADD ("claims-are-refused", test_claims_are_refused);
  ADD ("wrong-words-are-refused", test_wrong_words_are_refused);

  return g_test_run ();
}
