/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sgn-digest.h"
#include "sgn-error.h"

#define PNG "\x89PNG\r\n\x1a\n"

static void
test_a_file_is_kept_and_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = sgn_digest_of_text ("機器,確認日\n");
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "機器一覧.csv", "機器,確認日\n");
  sgn_session_set_author (fixture->session, "山﨑");
  evidence_add (fixture, "機器一覧.csv",
                (SgnEvidenceRequest){ .dated = "2026-11-20", .expires = "2027-11-19" }, "");

  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
  evidence = evidence_get (fixture, 1);
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
  evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .use = { .item = "RU-1" } }, "");

  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 1);
  g_assert_cmpuint (evidence_count (fixture, 1, "RU-1"), ==, 1);

  fixture_undo (fixture);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->assessments->len, ==, 0);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->evidence->len, ==, 0);

  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "RU-1"), ==, 1);
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
  evidence_refuse (fixture, "company.sengen", NOTHING, SGN_ERROR_USAGE);
  evidence_refuse (fixture, "ない.png", NOTHING, SGN_ERROR_UNREADABLE);
  evidence_refuse (fixture, "folder", NOTHING, SGN_ERROR_UNREADABLE);
  evidence_refuse (fixture, "pipe.pdf", NOTHING, SGN_ERROR_UNREADABLE);
  evidence_refuse (fixture, "empty.txt", NOTHING, SGN_ERROR_UNREADABLE);
  evidence_refuse (fixture, "video.mp4", NOTHING, SGN_ERROR_UNREADABLE);
  evidence_refuse (fixture, "backup.bat", NOTHING, SGN_ERROR_INVALID);
  evidence_refuse (fixture, "photo.jpg.exe", NOTHING, SGN_ERROR_INVALID);
}

static void
test_the_largest_file_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "film.mp4");

  fixture_new_company (fixture);
  fixture_write (fixture, "film.mp4", "");
  g_assert_cmpint (truncate (path, 50 * 1000 * 1000), ==, 0);
  evidence_add (fixture, "film.mp4", NOTHING, "unknown-kind");
  g_assert_cmpint (evidence_get (fixture, 1)->size, ==, 50 * 1000 * 1000);
}

static void
test_wrong_words_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");

  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "11/20" }, SGN_ERROR_INVALID);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .expires = "2026-02-30" },
                   SGN_ERROR_INVALID);
  evidence_refuse (fixture, "a.txt",
                   (SgnEvidenceRequest){ .dated = "2026-11-20", .expires = "2026-11-19" },
                   SGN_ERROR_INVALID);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 7 }, SGN_ERROR_USAGE);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .remove_location = TRUE },
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
    evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .use = cases[i] }, SGN_ERROR_USAGE);
  }

  evidence_add (fixture, "a.txt",
                (SgnEvidenceRequest){ .use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" } }, "");
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
}

static void
test_a_declaration_has_its_proof (Fixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange change = { .star = 1, .number = "50012345678", .date = "2026-11-20" };

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "a");
  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  evidence_add (fixture, "a.txt",
                (SgnEvidenceRequest){ .use = { .kind = SGN_KIND_DECLARATION, .id = "1" } }, "");
  g_assert_true (sgn_evidence_has_link (evidence_get (fixture, 1), "declaration/1"));
}

static void
test_a_closed_assessment_takes_none (Fixture *fixture, gconstpointer data)
{
  const SgnEvidenceUse use = { .kind = SGN_KIND_ANSWER, .id = "1/SD-01" };

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_write (fixture, "a.txt", "a");
  fixture_close_check (fixture, 1);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .use = use }, SGN_ERROR_CLOSED);
}

static void
test_what_is_worth_knowing_is_said (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.pdf", PNG "x");
  fixture_write (fixture, "b.dat", "\x01\x02");
  fixture_write (fixture, "c.txt", "c");
  fixture_write (fixture, "d.png", PNG "broken");

  evidence_add (fixture, "a.pdf", NOTHING, "name location-unread");
  evidence_add (fixture, "b.dat", NOTHING, "unknown-kind");
  evidence_add (fixture, "c.txt", (SgnEvidenceRequest){ .expires = "2026-11-22" }, "expired");
  evidence_add (fixture, "d.png", NOTHING, "location-unread");
  g_assert_cmpstr (evidence_get (fixture, 1)->media_type, ==, "image/png");
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 4);
  evidence_refuse (fixture, "d.png", (SgnEvidenceRequest){ .remove_location = TRUE },
                   SGN_ERROR_UNREADABLE);
}

typedef struct {
  gint64 id;
  char *code; /* (nullable): of the first finding */
  gboolean over;
} Asked;

static void
asked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnEvidenceResult) kept =
    sgn_session_add_evidence_finish (SGN_SESSION (object), result, &error);

  g_assert_no_error (error);
  asked->id = kept->id;
  if (kept->findings->len > 0)
    asked->code = g_strdup (((SgnFinding *) g_ptr_array_index (kept->findings, 0))->code);
  asked->over = TRUE;
}

static void
test_somebody_can_be_asked_about_a_place_first (Fixture *fixture, gconstpointer data)
{
  static const char placed[] = "\0\0\0\x18"
                               "ftypheic\0\0\0\0mif1heic\0\0\0\6"
                               "<exif:GPSLatitude>35,41.3667N</exif:GPSLatitude>pixels";
  g_autofree char *path = fixture_file (fixture, "office.heic");
  SgnEvidenceRequest request = { .use = { .item = "SD-01" }, .path = path, .ask_location = TRUE };
  Asked asked = { 0 };
  gint64 seq;

  fixture_new_company (fixture);
  g_assert_true (g_file_set_contents (path, placed, sizeof placed - 1, NULL));
  seq = sgn_session_get_record (fixture->session)->seq;
  sgn_session_add_evidence_async (fixture->session, &request, asked_cb, &asked);
  while (!asked.over)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (asked.id, ==, 0);
  g_assert_cmpstr (asked.code, ==, "location");
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
  g_free (asked.code);

  evidence_add (fixture, "office.heic", (SgnEvidenceRequest){ .remove_location = TRUE }, "");
  g_assert_true (evidence_get (fixture, 1)->location_removed);
}

static void
test_the_same_content_is_kept_once (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "same");
  fixture_write (fixture, "b.txt", "same");

  g_assert_cmpint (evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .title = "台帳" }, ""), ==,
                   1);
  /* Nothing else is said of it: one thing more that it proves. */
  g_assert_cmpint (evidence_add (fixture, "b.txt",
                                 (SgnEvidenceRequest){ .use = { .item = "SD-02" } }, "known"),
                   ==, 1);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 1);
  /* Once more for the same. */
  g_assert_cmpint (evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .title = "台帳" },
                                 "known"),
                   ==, 1);
  g_assert_cmpuint (evidence_get (fixture, 1)->links->len, ==, 2);
  /* Something else is said: a row of its own. */
  g_assert_cmpint (evidence_add (fixture, "a.txt", (SgnEvidenceRequest){ .dated = "2026-11-01" },
                                 "known"),
                   ==, 2);
  g_assert_cmpstr (evidence_get (fixture, 1)->sha256, ==, evidence_get (fixture, 2)->sha256);
}

static void
test_a_newer_version_takes_over (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;

  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "old");
  fixture_write (fixture, "b.txt", "new");
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_link (fixture, 1, "SD-02");
  fixture_expect (fixture);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);

  g_assert_cmpint (evidence_add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, ""), ==,
                   2);
  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 1);
  g_assert_true (sgn_evidence_find_newer (record, evidence_get (fixture, 1)) ==
                 evidence_get (fixture, 2));
  g_assert_cmpint (evidence_get (fixture, 2)->replaces, ==, 1);
  g_assert_true (evidence_get (fixture, 1)->retired);

  /* The old one again: only when the newer one is gone. */
  evidence_restore (fixture, 1);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  evidence_refuse (fixture, "a.txt", (SgnEvidenceRequest){ .replaces = 1 }, SGN_ERROR_USAGE);
  evidence_retire (fixture, 2);
  fixture_expect (fixture);
  evidence_restore (fixture, 1);
  fixture_expect (fixture);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-02"), ==, 1);
}

static void
test_a_newer_version_is_one_act (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_write (fixture, "a.txt", "old");
  fixture_write (fixture, "b.txt", "new");
  evidence_add (fixture, "a.txt", NOTHING, "");
  evidence_add (fixture, "b.txt", (SgnEvidenceRequest){ .replaces = 1 }, "");

  fixture_undo (fixture);
  g_assert_null (evidence_get (fixture, 2));
  g_assert_false (evidence_get (fixture, 1)->retired);
  g_assert_cmpuint (evidence_count (fixture, 1, "SD-01"), ==, 1);
}

static void
test_a_name_in_another_encoding_is_shown (Fixture *fixture, gconstpointer data)
{
  const SgnEvidence *evidence;

  fixture_new_company (fixture);
  fixture_write (fixture, "\x93\xFA.txt", "a");
  evidence_add (fixture, "\x93\xFA.txt", NOTHING, "");
  evidence = evidence_get (fixture, 1);
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
  ADD ("proof-may-come-before-the-answer", test_proof_may_come_before_the_answer);
  ADD ("files-that-cannot-be-kept-are-refused", test_files_that_cannot_be_kept_are_refused);
  ADD ("the-largest-file-is-kept", test_the_largest_file_is_kept);
  ADD ("wrong-words-are-refused", test_wrong_words_are_refused);
  ADD ("what-it-proves-must-be-there", test_what_it_proves_must_be_there);
  ADD ("a-declaration-has-its-proof", test_a_declaration_has_its_proof);
  ADD ("a-closed-assessment-takes-none", test_a_closed_assessment_takes_none);
  ADD ("what-is-worth-knowing-is-said", test_what_is_worth_knowing_is_said);
  ADD ("somebody-can-be-asked-about-a-place-first", test_somebody_can_be_asked_about_a_place_first);
  ADD ("the-same-content-is-kept-once", test_the_same_content_is_kept_once);
  ADD ("a-newer-version-takes-over", test_a_newer_version_takes_over);
  ADD ("a-newer-version-is-one-act", test_a_newer_version_is_one_act);
  ADD ("a-name-in-another-encoding-is-shown", test_a_name_in_another_encoding_is_shown);

  return g_test_run ();
}
