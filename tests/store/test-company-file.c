/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_a_new_file_is_private_and_whole (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  GStatBuf info;

  g_assert_cmpint (g_stat (place->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (sgn_company_file_get_path (file), ==, place->path);
  g_assert_false (sgn_company_file_is_read_only (file));
  g_assert_null (sgn_company_file_get_notice (file));

  close_file (file);
  g_assert_cmpint (ask_int (place->path, "PRAGMA application_id"), ==, 0x53676e31);
  g_assert_cmpint (ask_int (place->path, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM event"), ==, 0);
}

static void
test_create_never_overwrites (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (place->path, "mine", -1, NULL));
  g_assert_null (sgn_company_file_create (place->path, place->clock, &error));
  assert_said (error, SGN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

static void
test_create_where_there_is_no_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = place_get (place, "nowhere/a.sengen");
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_company_file_create (path, place->clock, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_cmpuint (count_files (place), ==, 0);
}

static void
test_a_closed_file_is_one_file (Place *place, gconstpointer data)
{
  g_autofree char *data_bytes = NULL;
  gsize size = 0;

  make_full_file (place);

  g_assert_cmpuint (count_files (place), ==, 1);
  g_assert_true (g_file_get_contents (place->path, &data_bytes, &size, NULL));
  g_assert_cmpint (data_bytes[18], ==, 1); /* a rollback journal, not WAL */
  g_assert_cmpint (data_bytes[19], ==, 1);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM lease"), ==, 0);
}

static void
test_everything_comes_back (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autoptr (SgnRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const SgnAssessment *assessment = NULL;
  const SgnEvidence *evidence = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  record = sgn_company_file_load (file, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (record->profile->name, ==, "株式会社ひなた精工（見本）");
  g_assert_cmpstr (record->profile->address, ==, "葛󠄀城市");
  g_assert_cmpint (record->profile->employees, ==, 12);
  g_assert_cmpint (record->profile->computers, ==, -1);
  g_assert_true (record->sample);
  assessment = sgn_record_find_assessment (record, 1);
  g_assert_nonnull (assessment);
  g_assert_cmpstr (sgn_assessment_find_answer (assessment, "SD-01")->note, ==, "自動更新にした");
  g_assert_null (sgn_assessment_find_answer (assessment, "SD-02")->note);
  g_assert_cmpuint (record->evidence->len, ==, 1);
  evidence = record->evidence->pdata[0];
  g_assert_cmpstr (evidence->links->pdata[0], ==, "answer/1/SD-01");
  g_assert_cmpuint (record->declarations->len, ==, 1);
  g_assert_cmpuint (record->policies->len, ==, 1);
  g_assert_cmpuint (record->issues->len, ==, 1);
  g_assert_cmpstr (sgn_record_find_task (record, 1)->links->pdata[0], ==, "answer/1/SD-02");
  g_assert_cmpstr (g_hash_table_lookup (record->settings, "first-month"), ==, "4");
  g_assert_cmpstr (assessment->level, ==, "★3");
  g_assert_cmpstr (sgn_assessment_find_answer (assessment, "SD-01")->expert, ==, SGN_EXPERT_SEEN);
  g_assert_true (g_hash_table_contains (record->catalogues, "customer@1"));
  g_assert_cmpint (record->seq, ==, 16);
  g_assert_false (record->can_undo); /* read only */
  assert_verifies (file);
  close_file (file);
}

static void
test_the_head_passes_over_issues (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnRecord) before = NULL;
  g_autoptr (SgnRecord) after = NULL;
  g_autoptr (GPtrArray) events = NULL;

  fill_file (file);
  before = sgn_company_file_load (file, NULL);
  sgn_clock_set_fixed (place->clock, "2026-12-01T09:00:00+09:00");
  put_row (file, SGN_ACT_ISSUE, SGN_KIND_ISSUE, "RR-1",
           "{'document':'rules-result','audience':'internal','language':'ja','options':'',"
           "'issued_at':'2026-12-01T09:00:00+09:00','record_hash':"
           "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}");
  after = sgn_company_file_load (file, NULL);
  events = sgn_company_file_get_history (file, NULL);

  g_assert_cmpstr (before->head, ==, after->head);
  g_assert_cmpstr (after->head_at, ==, "2026-11-20T16:42:00+09:00");
  g_assert_cmpint (after->seq, ==, before->seq + 1);
  g_assert_cmpstr (((SgnEvent *) events->pdata[before->seq - 2])->hash, ==, after->head);
  close_file (file);
}

static void
test_the_history_does_not_begin_anew (Place *place, gconstpointer data)
{
  g_autoptr (SgnRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  run_sql_without_triggers (
    place->path,
    "UPDATE event SET seq = 9223372036854775807 WHERE seq = (SELECT max(seq) FROM event)");
  file = sgn_company_file_open (place->path, SGN_OPEN_WRITE, place->clock, &error);
  record = file != NULL ? sgn_company_file_load (file, &error) : NULL;
  g_assert_null (record);
  assert_said (error, SGN_ERROR_DAMAGED);
  if (file != NULL)
    close_file (file);
}

static void
test_history_says_before_and_after (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GPtrArray) events = NULL;
  const SgnEvent *event = NULL;

  fill_file (file);
  set_note (file, "SD-01", "変えた");
  events = sgn_company_file_get_history (file, NULL);
  event = events->pdata[events->len - 1];

  g_assert_cmpint (event->seq, ==, events->len);
  g_assert_cmpint (event->group, ==, event->seq);
  g_assert_cmpstr (event->act, ==, SGN_ACT_ANSWER);
  g_assert_cmpstr (event->kind, ==, SGN_KIND_ANSWER);
  g_assert_cmpstr (event->id, ==, "1/SD-01");
  g_assert_cmpstr (event->by, ==, "田中 一郎");
  g_assert_cmpstr (event->at, ==, "2026-11-20T16:42:00+09:00");
  g_assert_cmpstr (sgn_json_string (event->before, "note"), ==, "自動更新にした");
  g_assert_cmpstr (sgn_json_string (event->after, "note"), ==, "変えた");
  close_file (file);
}

static void
test_attached_files_come_back_checked (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) bytes = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) back = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *sha256_empty = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  g_assert_true (sgn_company_file_put_blob (file, empty, &sha256_empty, NULL));
  g_assert_true (sgn_company_file_commit (file, NULL));
  close_file (file);

  file = open_file (place, SGN_OPEN_WRITE);
  back = sgn_company_file_get_blob (file, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, bytes));
  g_clear_pointer (&back, g_bytes_unref);
  back = sgn_company_file_get_blob (file, sha256_empty, &error);
  g_assert_cmpuint (g_bytes_get_size (back), ==, 0);
  assert_verifies (file);
  close_file (file);
}

static void
test_reading_writes_nothing (Place *place, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SgnRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file = NULL;

  make_full_file (place);
  before = digest_file (place->path);
  file = open_file (place, SGN_OPEN_READ);
  record = sgn_company_file_load (file, NULL);
  g_assert_nonnull (record);
  assert_verifies (file);
  g_assert_true (sgn_company_file_is_read_only (file));
  g_assert_false (sgn_company_file_begin (file, SGN_ACT_ANSWER, NULL, &error));
  assert_said (error, SGN_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (sgn_company_file_undo (file, NULL, &error));
  assert_said (error, SGN_ERROR_READ_ONLY);
  close_file (file);

  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_a_reader_sees_what_a_writer_committed (Place *place, gconstpointer data)
{
  SgnCompanyFile *writer = create_file (place);
  SgnCompanyFile *reader = NULL;
  g_autofree char *note = NULL;

  fill_file (writer);
  reader = open_file (place, SGN_OPEN_READ);
  set_note (writer, "SD-01", "新しい");
  note = get_note (reader, "SD-01");

  g_assert_cmpstr (note, ==, "新しい");
  close_file (writer); /* while the reader is still there */
  assert_verifies (reader);
  close_file (reader);
  assert_sound (place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/company-file/a-new-file-is-private-and-whole", test_a_new_file_is_private_and_whole);
  ADD ("/company-file/create-never-overwrites", test_create_never_overwrites);
  ADD ("/company-file/create-where-there-is-no-folder", test_create_where_there_is_no_folder);
  ADD ("/company-file/a-closed-file-is-one-file", test_a_closed_file_is_one_file);
  ADD ("/company-file/everything-comes-back", test_everything_comes_back);
  ADD ("/company-file/the-head-passes-over-issues", test_the_head_passes_over_issues);
  ADD ("/company-file/history-says-before-and-after", test_history_says_before_and_after);
  ADD ("/company-file/the-history-does-not-begin-anew", test_the_history_does_not_begin_anew);
  ADD ("/company-file/attached-files-come-back-checked", test_attached_files_come_back_checked);
  ADD ("/company-file/reading-writes-nothing", test_reading_writes_nothing);
  ADD ("/company-file/a-reader-sees-what-a-writer-committed",
       test_a_reader_sees_what_a_writer_committed);

  return g_test_run ();
}
