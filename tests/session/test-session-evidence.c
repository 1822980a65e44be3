/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-digest.h"
#include "sgn-error.h"

static void
add (Fixture *fixture, const char *name, const char *dated)
{
  g_autofree char *path = fixture_file (fixture, name);

  sgn_session_add_evidence_async (fixture->session, SGN_KIND_ANSWER, "1/SD-01", path, NULL, dated,
                                  fixture_done_cb, fixture);
}

static void
test_a_file_is_kept_and_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = sgn_digest_of_text ("機器,確認日\n");
  const SgnRecord *record;
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "機器一覧.csv", "機器,確認日\n");
  add (fixture, "機器一覧.csv", "2026-11-20");
  fixture_expect (fixture);

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (sgn_record_count_evidence (record, 1, "SD-01"), ==, 1);
  evidence = g_ptr_array_index (record->evidence, 0);
  g_assert_cmpstr (evidence->sha256, ==, sha256);
  g_assert_cmpstr (evidence->file_name, ==, "機器一覧.csv");
  g_assert_cmpstr (evidence->title, ==, "機器一覧.csv");
  g_assert_cmpstr (evidence->media_type, ==, "text/csv");
  g_assert_cmpstr (evidence->dated, ==, "2026-11-20");
  g_assert_cmpint (evidence->size, ==, strlen ("機器,確認日\n"));
}

static void
test_a_missing_file_is_named (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  add (fixture, "ない.png", NULL);
  fixture_expect_error (fixture, SGN_ERROR_UNREADABLE);
}

static void
test_a_wrong_date_is_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  add (fixture, "a.txt", "11/20");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->evidence->len, ==, 0);
}

static void
test_a_huge_file_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "video.mp4");

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "video.mp4", "");
  g_assert_cmpint (truncate (path, 51 * 1000 * 1000), ==, 0);
  add (fixture, "video.mp4", NULL);
  fixture_expect_error (fixture, SGN_ERROR_UNREADABLE);
}

static void
test_what_it_proves_must_be_there (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *kind;
    const char *id;
    int code;
  } cases[] = {
    { SGN_KIND_ANSWER, "7/SD-01", SGN_ERROR_USAGE },
    { SGN_KIND_ANSWER, "1/SD-99", SGN_ERROR_USAGE },
    { SGN_KIND_ANSWER, "SD-01", SGN_ERROR_USAGE },
    { SGN_KIND_DECLARATION, "1", SGN_ERROR_USAGE },
    { SGN_KIND_POLICY, "1", SGN_ERROR_USAGE },
    { "weather", "1", SGN_ERROR_USAGE },
  };
  g_autofree char *path = fixture_file (fixture, "a.txt");

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-02", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s/%s", cases[i].kind, cases[i].id);
    sgn_session_add_evidence_async (fixture->session, cases[i].kind, cases[i].id, path, NULL, NULL,
                                    fixture_done_cb, fixture);
    fixture_expect_error (fixture, cases[i].code);
  }

  /* An item without an answer may have its proof first. */
  add (fixture, "a.txt", NULL);
  fixture_expect (fixture);
}

static void
test_a_closed_assessment_takes_none (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  sgn_session_close_assessment_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  add (fixture, "a.txt", NULL);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
}

static void
test_a_name_in_another_encoding_is_shown (Fixture *fixture, gconstpointer data)
{
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "\x93\xFA.txt", "a");
  add (fixture, "\x93\xFA.txt", NULL);
  fixture_expect (fixture);
  evidence = g_ptr_array_index (sgn_session_get_record (fixture->session)->evidence, 0);
  g_assert_true (g_utf8_validate (evidence->file_name, -1, NULL));
  g_assert_true (g_str_has_suffix (evidence->title, ".txt"));
}

#define ADD(name, func) \
  g_test_add ("/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-file-is-kept-and-counted", test_a_file_is_kept_and_counted);
  ADD ("a-missing-file-is-named", test_a_missing_file_is_named);
  ADD ("a-wrong-date-is-refused", test_a_wrong_date_is_refused);
  ADD ("a-huge-file-is-refused", test_a_huge_file_is_refused);

  ADD ("what-it-proves-must-be-there", test_what_it_proves_must_be_there);
  ADD ("a-closed-assessment-takes-none", test_a_closed_assessment_takes_none);
  ADD ("a-name-in-another-encoding-is-shown", test_a_name_in_another_encoding_is_shown);

  return g_test_run ();
}
