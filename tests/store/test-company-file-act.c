/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>

static void
test_an_act_is_all_or_nothing (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) good = row_new ("{'name':'佐藤'}");
  g_autoptr (json_t) bad = row_new ("{'name':null}");
  g_autoptr (json_t) row = NULL;
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", good, NULL));
  g_assert_false (sgn_company_file_put (file, SGN_KIND_PERSON, "3", bad, &error));
  assert_said (error, SGN_ERROR_INVALID);
  g_clear_error (&error);

  /* The act is over; what comes after it says so. */
  g_assert_false (sgn_company_file_put (file, SGN_KIND_PERSON, "2", good, &error));
  assert_said (error, SGN_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (sgn_company_file_commit (file, &error));
  assert_said (error, SGN_ERROR_FAILED);
  sgn_company_file_rollback (file);
  row = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
  g_assert_null (row);
  assert_verifies (file);

  set_note (file, "SD-03", "次の操作は通る");
  close_file (file);
}

static void
test_rollback_leaves_no_trace (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (json_t) row = row_new ("{'name':'佐藤'}");
  g_autoptr (GPtrArray) events = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, NULL));
  g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "1", row, NULL));
  sgn_company_file_rollback (file);
  sgn_company_file_rollback (file);

  events = sgn_company_file_get_history (file, NULL);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 1);
  close_file (file);
}

static void
test_a_put_that_changes_nothing_writes_nothing (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *digest_after = NULL;
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);

  fill_file (file);
  set_note (file, "SD-03", "同じ");
  before = sgn_company_file_get_history (file, NULL);
  digest = digest_file (log);
  set_note (file, "SD-03", "同じ");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "9", NULL); /* was never there */
  after = sgn_company_file_get_history (file, NULL);
  digest_after = digest_file (log);

  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_cmpstr (digest, ==, digest_after);
  close_file (file);
}

/* What only another program can have written: what comes after it would be below zero. */
static void
test_numbers_do_not_begin_anew (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  run_sql (place->path, "UPDATE id_counter SET last = 9223372036854775807 WHERE kind = 'person'");
  file = open_file (place, SGN_OPEN_WRITE);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, &error), ==, -1);
  assert_said (error, SGN_ERROR_DAMAGED);
  close_file (file);
}

static void
test_numbers_are_never_given_twice (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 2);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "2", "{'name':'佐藤'}");
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 3);
  g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 3);
  close_file (file);

  file = open_file (place, SGN_OPEN_WRITE);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 3);
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "3", "{'name':'鈴木'}");
  put_row (file, SGN_ACT_COMPANY, SGN_KIND_PERSON, "3", NULL);
  g_assert_cmpint (sgn_company_file_next_id (file, SGN_KIND_PERSON, NULL), ==, 4);
  assert_verifies (file);
  close_file (file);
}

static void
test_a_clock_that_went_back_does_not_matter (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) events = NULL;

  fill_file (file);
  sgn_clock_set_fixed (place->clock, "2001-01-01T00:00:00+09:00");
  set_note (file, "SD-01", "昔の時計");
  events = sgn_company_file_get_history (file, NULL);

  g_assert_cmpstr (((SgnEvent *) events->pdata[events->len - 1])->at, ==,
                   "2001-01-01T00:00:00+09:00");
  assert_verifies (file);
  close_file (file);
}

static void
test_texts_are_stored_as_typed (Place *place, gconstpointer data)
{
  /* Registered glyphs, half width, combining marks, a quote, an escape: nothing is normalised. */
  static const char *const texts[] = {
    "葛󠄀城", "𠮷", "ｶﾞ", "が", "\\u0022", "①㈱", "a\tb", ""
  };
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (json_t) row = json_pack ("{s:s}", "name", texts[i]);
    g_autoptr (json_t) back = NULL;

    g_assert_true (sgn_company_file_begin (file, SGN_ACT_COMPANY, texts[i], NULL));
    g_assert_true (sgn_company_file_put (file, SGN_KIND_PERSON, "2", row, NULL));
    g_assert_true (sgn_company_file_commit (file, NULL));
    back = sgn_company_file_get_row (file, SGN_KIND_PERSON, "2", NULL);
    g_assert_cmpstr (sgn_json_string (back, "name"), ==, texts[i]);
  }
  assert_verifies (file);
  close_file (file);
}

static void
test_undo_of_evidence_keeps_the_file (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnRecord) record = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fill_file (file);
  record = sgn_company_file_load (file, NULL);
  sha256 = g_strdup (((SgnEvidence *) record->evidence->pdata[0])->sha256);
  for (guint i = 0; i < 7; i++) /* sheet, setting, task and link, policy, declaration, evidence */
    g_assert_true (sgn_company_file_undo (file, NULL, NULL));
  g_clear_pointer (&record, sgn_record_unref);
  record = sgn_company_file_load (file, NULL);

  g_assert_cmpuint (record->evidence->len, ==, 0);
  bytes = sgn_company_file_get_blob (file, sha256, NULL);
  g_assert_nonnull (bytes);
  assert_verifies (file);
  close_file (file);
}

static void
test_a_removed_file_takes_no_more_acts (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GError) error = NULL;

  fill_file (file);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  g_assert_false (sgn_company_file_begin (file, SGN_ACT_ANSWER, NULL, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  sgn_company_file_close (file, NULL);
}

static void
test_an_erased_event_still_verifies (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SgnEvent *event = NULL;

  fill_file (file);
  g_assert_true (sgn_company_file_begin (file, "erase", NULL, NULL));
  g_assert_true (sgn_company_file_erase (file, 2, &error)); /* the person, newest of its row */
  g_assert_true (sgn_company_file_commit (file, NULL));
  events = sgn_company_file_get_history (file, NULL);
  event = events->pdata[1];

  g_assert_true (event->erased);
  g_assert_null (event->by);
  g_assert_null (event->after);
  assert_verifies (file);
  g_assert_false (sgn_company_file_undo (file, NULL, &error));
  assert_said (error, SGN_ERROR_CHECK);
  g_clear_error (&error);
  g_assert_true (sgn_company_file_begin (file, "erase", NULL, NULL));
  g_assert_false (sgn_company_file_erase (file, 999, &error));
  assert_said (error, SGN_ERROR_USAGE);
  close_file (file);
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/company-file-act/an-act-is-all-or-nothing", test_an_act_is_all_or_nothing);
  ADD ("/company-file-act/rollback-leaves-no-trace", test_rollback_leaves_no_trace);
  ADD ("/company-file-act/a-put-that-changes-nothing-writes-nothing",
       test_a_put_that_changes_nothing_writes_nothing);
  ADD ("/company-file-act/numbers-do-not-begin-anew", test_numbers_do_not_begin_anew);
  ADD ("/company-file-act/numbers-are-never-given-twice", test_numbers_are_never_given_twice);
  ADD ("/company-file-act/a-clock-that-went-back-does-not-matter",
       test_a_clock_that_went_back_does_not_matter);
  ADD ("/company-file-act/texts-are-stored-as-typed", test_texts_are_stored_as_typed);
  ADD ("/company-file-act/undo-of-evidence-keeps-the-file", test_undo_of_evidence_keeps_the_file);
  ADD ("/company-file-act/a-removed-file-takes-no-more-acts",
       test_a_removed_file_takes_no_more_acts);
  ADD ("/company-file-act/an-erased-event-still-verifies", test_an_erased_event_still_verifies);

  return g_test_run ();
}
