/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sgn-digest.h"
#include "sgn-error.h"

#define PNG "\x89PNG\r\n\x1a\n"

static const SgnEvidence *
get (Fixture *fixture, gint64 id)
{
  return sgn_record_find_evidence (sgn_session_get_record (fixture->session), id);
}

static guint
count (Fixture *fixture, gint64 assessment, const char *item)
{
  return sgn_record_count_evidence (sgn_session_get_record (fixture->session), assessment, item);
}

/* @request without its path, which is @name in the fixture's folder. */
static void
start (Fixture *fixture, const char *name, SgnEvidenceRequest request)
{
  g_autofree char *path = fixture_file (fixture, name);

  request.path = path;
  if (request.use.kind == NULL && request.use.item == NULL)
    request.use.item = "SD-01";
  sgn_session_add_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
}

static SgnEvidenceResult *
finish (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);
  g_autoptr (GError) error = NULL;
  SgnEvidenceResult *added = sgn_session_add_evidence_finish (fixture->session, result, &error);

  g_assert_no_error (error);
  return added;
}

/* The number it got; @codes are the remarks made, with spaces between. */
static gint64
add (Fixture *fixture, const char *name, SgnEvidenceRequest request, const char *codes)
{
  g_autoptr (SgnEvidenceResult) added = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  start (fixture, name, request);
  added = finish (fixture);
  for (guint i = 0; i < added->findings->len; i++) {
    const SgnFinding *finding = g_ptr_array_index (added->findings, i);

    g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_REMARK);
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", finding->code);
  }
  g_assert_cmpstr (found->str, ==, codes);
  return added->id;
}

static void
expect_refusal (Fixture *fixture, const char *name, SgnEvidenceRequest request, int code)
{
  guint before = sgn_session_get_record (fixture->session)->evidence->len;

  start (fixture, name, request);
  fixture_expect_error (fixture, code);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->evidence->len, ==, before);
}

#define NOTHING ((SgnEvidenceRequest){ 0 })

static void
test_a_file_is_kept_and_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = sgn_digest_of_text ("機器,確認日\n");
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "機器一覧.csv", "機器,確認日\n");
  sgn_session_set_author (fixture->session, "山﨑");
  add (fixture, "機器一覧.csv",
       (SgnEvidenceRequest){ .dated = "2026-11-20", .expires = "2027-11-19" }, "");

  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
  evidence = get (fixture, 1);
  g_assert_cmpstr (evidence->sha256, ==, sha256);
  g_assert_cmpstr (evidence->file_name, ==, "機器一覧.csv");
  g_assert_cmpstr (evidence->title, ==, "機器一覧.csv");
  g_assert_cmpstr (evidence->media_type, ==, "text/csv");
  g_assert_cmpstr (evidence->dated, ==, "2026-11-20");
  g_assert_cmpstr (evidence->expires, ==, "2027-11-19");
  g_assert_cmpstr (evidence->added_at, ==, FIXTURE_NOW);
  g_assert_cmpint (evidence->size, ==, strlen ("機器,確認日\n"));
  g_assert_cmpint (evidence->person, ==, 1);
}

static void
test_proof_may_come_before_the_answer (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  add (fixture, "a.txt", (SgnEvidenceRequest){ .use = { .item = "RU-1" } }, "");

  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 1);
  g_assert_cmpuint (count (fixture, 1, "RU-1"), ==, 1);

  fixture_undo (fixture);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 0);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->evidence->len, ==, 0);

  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpuint (count (fixture, 1, "RU-1"), ==, 1);
}

static void
test_files_that_cannot_be_kept_are_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = fixture_file (fixture, "pipe.pdf");
  g_autofree char *huge = fixture_file (fixture, "video.mp4");
  g_autofree char *folder = fixture_file (fixture, "folder");

  fixture_new_company (fixture);
  fixture_write (fixture, "empty.txt", "");
  fixture_write (fixture, "video.mp4", "");
  fixture_write (fixture, "backup.bat", "copy a b");
  fixture_write (fixture, "photo.jpg.exe", "\xff\xd8\xff");
  g_assert_cmpint (truncate (huge, 50 * 1000 * 1000 + 1), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  /* Closing it would take the locks of the open file away. */
  expect_refusal (fixture, "company.sengen", NOTHING, SGN_ERROR_USAGE);
  expect_refusal (fixture, "ない.png", NOTHING, SGN_ERROR_UNREADABLE);
  expect_refusal (fixture, "folder", NOTHING, SGN_ERROR_UNREADABLE);
  expect_refusal (fixture, "pipe.pdf", NOTHING, SGN_ERROR_UNREADABLE);
  expect_refusal (fixture, "empty.txt", NOTHING, SGN_ERROR_UNREADABLE);
  expect_refusal (fixture, "video.mp4", NOTHING, SGN_ERROR_UNREADABLE);
  expect_refusal (fixture, "backup.bat", NOTHING, SGN_ERROR_INVALID);
  expect_refusal (fixture, "photo.jpg.exe", NOTHING, SGN_ERROR_INVALID);
}

static void
test_the_largest_file_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "film.mp4");

  fixture_new_company (fixture);
  fixture_write (fixture, "film.mp4", "");
  g_assert_cmpint (truncate (path, 50 * 1000 * 1000), ==, 0);
  add (fixture, "film.mp4", NOTHING, "unknown-kind");
  g_assert_cmpint (get (fixture, 1)->size, ==, 50 * 1000 * 1000);
}

static void
test_wrong_words_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");

  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "11/20" }, SGN_ERROR_INVALID);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .expires = "2026-02-30" },
                  SGN_ERROR_INVALID);
  expect_refusal (fixture, "a.txt",
                  (SgnEvidenceRequest){ .dated = "2026-11-20", .expires = "2026-11-19" },
                  SGN_ERROR_INVALID);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 7 }, SGN_ERROR_USAGE);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .remove_location = TRUE },
                  SGN_ERROR_USAGE);
}

static void
test_what_it_proves_must_be_there (Fixture *fixture, gconstpointer data)
{
  static const SgnEvidenceUse cases[] = {
    { .kind = SGN_KIND_ANSWER, .id = "7/SD-01" },
    { .kind = SGN_KIND_ANSWER, .id = "1/SD-99" },
    { .kind = SGN_KIND_ANSWER, .id = "1/1" },
    { .kind = SGN_KIND_ANSWER, .id = "SD-01" },
    { .kind = SGN_KIND_DECLARATION, .id = "1" },
    { .kind = SGN_KIND_POLICY, .id = "1" },
    { .kind = SGN_KIND_TASK, .id = "1" },
    { .kind = "weather", .id = "1" },
    { .item = "SD-99" },
    { .item = "1" },
    { .item = "SD-01", .catalogue = "nist" },
    { .item = "SD-01", .assessment = 9 },
  };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-02", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s %s", cases[i].id, cases[i].item);
    expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .use = cases[i] }, SGN_ERROR_USAGE);
  }

  add (fixture, "a.txt",
       (SgnEvidenceRequest){ .use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" } }, "");
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
}

static void
test_a_declaration_has_its_proof (Fixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange change = { .star = 1, .number = "50012345678", .date = "2026-11-20" };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  add (fixture, "a.txt", (SgnEvidenceRequest){ .use = { .kind = SGN_KIND_DECLARATION, .id = "1" } },
       "");
  g_assert_true (sgn_evidence_has_link (get (fixture, 1), "declaration/1"));
}

static void
test_a_closed_assessment_takes_none (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  fixture_close_check (fixture, 1);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .use = use }, SGN_ERROR_CLOSED);
}

static void
test_what_is_worth_knowing_is_said (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.pdf", PNG "x");
  fixture_write (fixture, "b.dat", "\x01\x02");
  fixture_write (fixture, "c.txt", "c");
  fixture_write (fixture, "d.png", PNG "broken");

  add (fixture, "a.pdf", NOTHING, "name location-unread");
  add (fixture, "b.dat", NOTHING, "unknown-kind");
  add (fixture, "c.txt", (SgnEvidenceRequest){ .expires = "2026-11-22" }, "expired");
  add (fixture, "d.png", NOTHING, "location-unread");
  g_assert_cmpstr (get (fixture, 1)->media_type, ==, "image/png");
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 4);
  expect_refusal (fixture, "d.png", (SgnEvidenceRequest){ .remove_location = TRUE },
                  SGN_ERROR_UNREADABLE);
}

static void
test_the_same_content_is_kept_once (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "same");
  fixture_write (fixture, "b.txt", "same");

  g_assert_cmpint (add (fixture, "a.txt", (SgnEvidenceRequest){ .title = "台帳" }, ""), ==, 1);
  /* Nothing else is said of it: one thing more that it proves. */
  g_assert_cmpint (add (fixture, "b.txt", (SgnEvidenceRequest){ .use = { .item = "SD-02" } },
                        "known"),
                   ==, 1);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 1);
  /* Once more for the same. */
  g_assert_cmpint (add (fixture, "a.txt", (SgnEvidenceRequest){ .title = "台帳" }, "known"), ==, 1);
  g_assert_cmpuint (get (fixture, 1)->links->len, ==, 2);
  /* Something else is said: a row of its own. */
  g_assert_cmpint (add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" }, "known"),
                   ==, 2);
  g_assert_cmpstr (get (fixture, 1)->sha256, ==, get (fixture, 2)->sha256);
}

static void
link_to (Fixture *fixture, gint64 id, const char *item)
{
  const SgnEvidenceUse use = { .item = item };

  sgn_session_link_evidence_async (fixture->session, id, &use, fixture_done_cb, fixture);
}

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
  add (fixture, "a.txt", NOTHING, "");

  link_to (fixture, 1, "SD-02");
  fixture_expect (fixture);
  link_to (fixture, 1, "RU-1");
  fixture_expect (fixture);
  g_assert_cmpuint (get (fixture, 1)->links->len, ==, 3);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 1);

  unlink_from (fixture, 1, "SD-02");
  fixture_expect (fixture);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 0);
  fixture_undo (fixture);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 1);

  unlink_from (fixture, 1, "SD-03");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  unlink_from (fixture, 9, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_to (fixture, 9, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_to (fixture, 1, "SD-99");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
retire (Fixture *fixture, gint64 id)
{
  sgn_session_retire_evidence_async (fixture->session, id, fixture_done_cb, fixture);
}

static void
restore (Fixture *fixture, gint64 id)
{
  sgn_session_restore_evidence_async (fixture->session, id, fixture_done_cb, fixture);
}

static void
test_what_is_withdrawn_is_kept_and_not_counted (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  add (fixture, "a.txt", NOTHING, "");

  restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  retire (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 0);
  g_assert_cmpint (sgn_evidence_get_state (sgn_session_get_record (fixture->session),
                                           get (fixture, 1), "2026-11-23"),
                   ==, SGN_EVIDENCE_RETIRED);
  retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_to (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);

  restore (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
  retire (fixture, 9);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  restore (fixture, 9);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
test_a_newer_version_takes_over (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "old");
  fixture_write (fixture, "b.txt", "new");
  add (fixture, "a.txt", NOTHING, "");
  link_to (fixture, 1, "SD-02");
  fixture_expect (fixture);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);

  g_assert_cmpint (add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, ""), ==, 2);
  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 1);
  g_assert_true (sgn_evidence_find_newer (record, get (fixture, 1)) == get (fixture, 2));
  g_assert_cmpint (get (fixture, 2)->replaces, ==, 1);
  g_assert_true (get (fixture, 1)->retired);

  /* The old one again: only when the newer one is gone. */
  restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  expect_refusal (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);
  retire (fixture, 2);
  fixture_expect (fixture);
  restore (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (count (fixture, 1, "SD-02"), ==, 1);
}

static void
test_a_newer_version_is_one_act (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "old");
  fixture_write (fixture, "b.txt", "new");
  add (fixture, "a.txt", NOTHING, "");
  add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, "");

  fixture_undo (fixture);
  g_assert_null (get (fixture, 2));
  g_assert_false (get (fixture, 1)->retired);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
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
  add (fixture, "a.txt", NOTHING, "");
  fixture_close_check (fixture, 1);

  retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  sgn_session_unlink_evidence_async (fixture->session, 1, &use, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);

  g_assert_cmpint (add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, ""), ==, 2);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
  g_assert_cmpuint (count (fixture, 2, "SD-01"), ==, 1);
  g_assert_cmpuint (get (fixture, 2)->links->len, ==, 1);
}

static void
test_a_retired_piece_of_a_closed_year_stays_retired (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  add (fixture, "a.txt", NOTHING, "");
  retire (fixture, 1);
  fixture_expect (fixture);
  fixture_close_check (fixture, 1);

  restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_CLOSED);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 0);
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
  add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" }, "");

  describe (fixture, 1, "  更新の一覧 ", NULL, "2027-03-31");
  fixture_expect (fixture);
  g_assert_cmpstr (get (fixture, 1)->dated, ==, "2026-11-01");
  g_assert_cmpstr (get (fixture, 1)->expires, ==, "2027-03-31");
  g_assert_true (g_str_has_prefix (g_strstrip (get (fixture, 1)->title), "更新の一覧"));

  describe (fixture, 1, NULL, "", "");
  fixture_expect (fixture);
  g_assert_null (get (fixture, 1)->dated);
  g_assert_null (get (fixture, 1)->expires);

  fixture_undo (fixture);
  g_assert_cmpstr (get (fixture, 1)->expires, ==, "2027-03-31");
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
  add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" }, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    describe (fixture, cases[i].id, cases[i].title, cases[i].dated, cases[i].expires);
    fixture_expect_error (fixture, cases[i].code);
  }
  g_assert_cmpstr (get (fixture, 1)->title, ==, "a.txt");
}

static void
test_a_file_is_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "content");
  add (fixture, "a.txt", NOTHING, "");
  sgn_session_read_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  bytes = sgn_session_read_evidence_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "content", 7);

  sgn_session_read_evidence_async (fixture->session, 2, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
test_without_a_writable_file_nothing_changes (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  add (fixture, "a.txt", NOTHING, "");
  fixture_open (fixture, SGN_OPEN_READ);

  expect_refusal (fixture, "a.txt", NOTHING, SGN_ERROR_READ_ONLY);
  link_to (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  unlink_from (fixture, 1, "SD-01");
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  describe (fixture, 1, "x", NULL, NULL);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  retire (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

static void
test_a_name_in_another_encoding_is_shown (Fixture *fixture, gconstpointer data)
{
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_write (fixture, "\x93\xFA.txt", "a");
  add (fixture, "\x93\xFA.txt", NOTHING, "");
  evidence = get (fixture, 1);
  g_assert_true (g_utf8_validate (evidence->file_name, -1, NULL));
  g_assert_true (g_str_has_suffix (evidence->title, ".txt"));
}

/* ---- taking out ---- */

static GPtrArray *export(Fixture *fixture,
                         const char *name,
                         SgnEvidenceExport request,
                         GError **error)
{
  g_autofree char *folder = fixture_file (fixture, name);
  g_autoptr (GAsyncResult) result = NULL;

  request.folder = folder;
  sgn_session_export_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_export_evidence_finish (fixture->session, result, error);
}

static void
expect_files (Fixture *fixture, const char *folder, SgnEvidenceExport request, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = export(fixture, folder, request, &error);
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("|", (char **) names->pdata);
  g_assert_cmpstr (list, ==, expected);
}

static void
expect_no_files (Fixture *fixture, const char *folder, SgnEvidenceExport request, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (export(fixture, folder, request, &error));
  g_assert_error (error, SGN_ERROR, code);
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = fixture_file (fixture, name);
  char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
test_all_in_use_are_taken_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = sgn_digest_of_text ("one");
  g_autofree char *two = sgn_digest_of_text ("two");
  g_autofree char *expected = g_strdup_printf ("%s  a.txt\n%s  _CON.txt\n", one, two);
  g_autofree char *list = NULL;
  g_autofree char *content = NULL;
  const gint64 only[] = { 3, 1, 3 };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "one");
  add (fixture, "a.txt", NOTHING, "");
  fixture_write (fixture, "CON.txt", "two");
  add (fixture, "CON.txt", NOTHING, "");
  fixture_write (fixture, "a.txt", "three");
  add (fixture, "a.txt", NOTHING, "");
  retire (fixture, 3);
  fixture_expect (fixture);

  expect_files (fixture, "out", (SgnEvidenceExport){ 0 }, "a.txt|_CON.txt|SHA256SUMS");
  list = read_file (fixture, "out/SHA256SUMS");
  g_assert_cmpstr (list, ==, expected);
  content = read_file (fixture, "out/_CON.txt");
  g_assert_cmpstr (content, ==, "two");

  expect_files (fixture, "all", (SgnEvidenceExport){ .with_retired = TRUE },
                "a.txt|_CON.txt|a (2).txt|SHA256SUMS");
  expect_files (fixture, "some", (SgnEvidenceExport){ .only = only, .only_count = 3 },
                "a.txt|a (2).txt|SHA256SUMS");
}

static void
test_erased_content_is_gone (Fixture *fixture, gconstpointer data)
{
  const gint64 only[] = { 1 };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "one");
  fixture_write (fixture, "b.txt", "two");
  add (fixture, "a.txt", NOTHING, "");
  add (fixture, "b.txt", NOTHING, "");
  sgn_session_erase_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);

  sgn_session_read_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  link_to (fixture, 1, "SD-02");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  expect_refusal (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);
  expect_files (fixture, "out", (SgnEvidenceExport){ .with_retired = TRUE }, "b.txt|SHA256SUMS");
  expect_no_files (fixture, "one", (SgnEvidenceExport){ .only = only, .only_count = 1 },
                   SGN_ERROR_USAGE);
  g_assert_cmpuint (count (fixture, 1, "SD-01"), ==, 1);
}

static void
test_nothing_is_overwritten_or_left_half (Fixture *fixture, gconstpointer data)
{
  const gint64 none[] = { 9 };
  g_autofree char *missing = fixture_file (fixture, "missing");

  fixture_new_company (fixture);
  expect_no_files (fixture, "missing", (SgnEvidenceExport){ 0 }, SGN_ERROR_NOT_YET);
  fixture_write (fixture, "a.txt", "one");
  add (fixture, "a.txt", NOTHING, "");

  expect_no_files (fixture, ".", (SgnEvidenceExport){ 0 }, SGN_ERROR_EXISTS);
  expect_no_files (fixture, "a.txt", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "no/such/folder", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "missing", (SgnEvidenceExport){ .only = none, .only_count = 1 },
                   SGN_ERROR_USAGE);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* As large as a file may become while the disk is full. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_a_full_disk_leaves_no_half_set (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autofree char *made = fixture_file (fixture, "made");
  g_autofree char *folder = fixture_file (fixture, "there");
  g_autoptr (GDir) dir = NULL;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "short");
  fixture_write (fixture, "b.txt", long_text);
  add (fixture, "a.txt", NOTHING, "");
  add (fixture, "b.txt", NOTHING, "");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  signal (SIGXFSZ, SIG_IGN);
  limit_files (100);
  expect_no_files (fixture, "made", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  expect_no_files (fixture, "there", (SgnEvidenceExport){ 0 }, SGN_ERROR_UNWRITABLE);
  limit_files (RLIM_INFINITY);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  expect_files (fixture, "there", (SgnEvidenceExport){ 0 }, "a.txt|b.txt|SHA256SUMS");
}

#define ADD(name, func) \
  g_test_add ("/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-file-is-kept-and-counted", test_a_file_is_kept_and_counted);
  ADD ("proof-may-come-before-the-answer", test_proof_may_come_before_the_answer);
  ADD ("files-that-cannot-be-kept-are-refused", test_files_that_cannot_be_kept_are_refused);
  ADD ("the-largest-file-is-kept", test_the_largest_file_is_kept);
  ADD ("wrong-words-are-refused", test_wrong_words_are_refused);
  ADD ("what-it-proves-must-be-there", test_what_it_proves_must_be_there);
  ADD ("a-declaration-has-its-proof", test_a_declaration_has_its_proof);
  ADD ("a-closed-assessment-takes-none", test_a_closed_assessment_takes_none);
  ADD ("what-is-worth-knowing-is-said", test_what_is_worth_knowing_is_said);
  ADD ("the-same-content-is-kept-once", test_the_same_content_is_kept_once);
  ADD ("one-file-serves-several-items", test_one_file_serves_several_items);
  ADD ("what-is-withdrawn-is-kept-and-not-counted", test_what_is_withdrawn_is_kept_and_not_counted);
  ADD ("a-newer-version-takes-over", test_a_newer_version_takes_over);
  ADD ("a-newer-version-is-one-act", test_a_newer_version_is_one_act);
  ADD ("a-closed-year-keeps-its-evidence", test_a_closed_year_keeps_its_evidence);
  ADD ("a-retired-piece-of-a-closed-year-stays-retired",
       test_a_retired_piece_of_a_closed_year_stays_retired);
  ADD ("title-and-dates-can-change", test_title_and_dates_can_change);
  ADD ("a-wrong-description-is-refused", test_a_wrong_description_is_refused);
  ADD ("a-file-is-read-back", test_a_file_is_read_back);
  ADD ("without-a-writable-file-nothing-changes", test_without_a_writable_file_nothing_changes);
  ADD ("a-name-in-another-encoding-is-shown", test_a_name_in_another_encoding_is_shown);
  ADD ("all-in-use-are-taken-out", test_all_in_use_are_taken_out);
  ADD ("erased-content-is-gone", test_erased_content_is_gone);
  ADD ("a-full-disk-leaves-no-half-set", test_a_full_disk_leaves_no_half_set);
  ADD ("nothing-is-overwritten-or-left-half", test_nothing_is_overwritten_or_left_half);

  return g_test_run ();
}
