/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "session-fixture.h"

#include <string.h>

#include "sgn-error.h"

#define NAME "忘却 太郎"
#define KANA "ボウキャク タロウ"
#define NAME_EN "Taro Bokyaku"
#define OLD_NAME "旧姓 太郎"

/* Whether any file beside the company file, or it itself, holds @text. */
static gboolean
is_somewhere (Fixture *fixture, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = fixture_file (fixture, name);
    g_autofree char *bytes = NULL;
    gsize size = 0;

    if (g_file_get_contents (path, &bytes, &size, NULL))
      found = found || memmem (bytes, size, text, strlen (text)) != NULL;
  }
  return found;
}

static void
assert_gone (Fixture *fixture)
{
  g_assert_false (is_somewhere (fixture, NAME));
  g_assert_false (is_somewhere (fixture, KANA));
  g_assert_false (is_somewhere (fixture, NAME_EN));
  g_assert_false (is_somewhere (fixture, OLD_NAME));
}

static void
set_contact (Fixture *fixture, const char *contact)
{
  g_autoptr (SgnProfile) profile =
    sgn_profile_copy (sgn_session_get_record (fixture->session)->profile);

  g_free (profile->contact);
  profile->contact = g_strdup (contact);
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

/* Somebody with an earlier name who has answered, been written about and been the contact; many
 * answers, so that the file has pages that were split and filled anew. */
static void
fill (Fixture *fixture)
{
  SgnPerson person = { .name = (char *) OLD_NAME };

  fixture_new_company (fixture);
  sgn_session_set_person_async (fixture->session, &person, fixture_done_cb, fixture);
  fixture_expect (fixture);
  person = (SgnPerson){ .id = 1,
                        .name = (char *) NAME,
                        .kana = (char *) KANA,
                        .name_en = (char *) NAME_EN };
  sgn_session_set_person_async (fixture->session, &person, fixture_done_cb, fixture);
  fixture_expect (fixture);
  set_contact (fixture, NAME);
  sgn_session_set_author (fixture->session, NAME);
  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);
    g_autofree char *note = g_strdup_printf ("%0*d " NAME " に聞いた", 40 * (int) i, 0);

    fixture_answer (fixture, item, "done", note);
    fixture_answer (fixture, item, "partial", "確認した");
  }
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  g_assert_true (is_somewhere (fixture, NAME));
}

static SgnErasure *
look (Fixture *fixture, const char *name, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_look_at_erasure_async (fixture->session, name, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_look_at_erasure_finish (fixture->session, result, error);
}

static SgnErasure *
erase (Fixture *fixture, const char *name, gboolean everywhere, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_erase_person_async (fixture->session, name, everywhere, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_erase_person_finish (fixture->session, result, error);
}

static void
test_an_erased_person_is_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;
  const SgnPerson *person;
  const SgnAssessment *assessment;

  fill (fixture);
  set_contact (fixture, "総務課");
  erasure = erase (fixture, NAME, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->names->len, ==, 4);
  g_assert_cmpuint (erasure->mentions->len, ==, 0);
  assert_gone (fixture); /* while the file is still open */

  person = sgn_record_find_person (sgn_session_get_record (fixture->session), 1);
  g_assert_cmpstr (person->name, ==, "");
  g_assert_null (person->kana);
  assessment = sgn_record_find_assessment (sgn_session_get_record (fixture->session), 1);
  g_assert_cmpstr (sgn_assessment_find_answer (assessment, "SD-25")->note, ==, "確認した");
  fixture_verify (fixture);
  fixture_close (fixture);
  assert_gone (fixture);
}

static void
test_looking_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;
  const SgnMention *mention;
  gint64 seq;

  fill (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  erasure = look (fixture, NAME, NULL);

  g_assert_cmpuint (erasure->events->len, >, 50);
  g_assert_cmpuint (erasure->mentions->len, ==, 1);
  mention = erasure->mentions->pdata[0];
  g_assert_cmpstr (mention->kind, ==, SGN_KIND_COMPANY);
  g_assert_cmpstr (mention->column, ==, "contact");
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
  g_assert_true (is_somewhere (fixture, NAME));
}

static void
test_everywhere_refuses_while_a_text_names_the_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;

  fill (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  erasure = erase (fixture, NAME, TRUE, &error);
  g_assert_null (erasure);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);

  erasure = erase (fixture, NAME, FALSE, NULL);
  g_assert_cmpuint (erasure->mentions->len, ==, 1);
  g_assert_cmpstr (sgn_session_get_record (fixture->session)->profile->contact, ==, NAME);
  g_assert_true (is_somewhere (fixture, NAME));
  g_assert_false (is_somewhere (fixture, KANA));
  fixture_verify (fixture);
}

static void
test_who_erases_himself_is_not_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;

  fill (fixture);
  set_contact (fixture, NULL);
  sgn_session_set_author (fixture->session, NAME);
  erasure = erase (fixture, NAME, TRUE, NULL);
  g_assert_nonnull (erasure);
  assert_gone (fixture);
  fixture_verify (fixture);
}

static void
test_it_cannot_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;

  fill (fixture);
  set_contact (fixture, NULL);
  erasure = erase (fixture, NAME, TRUE, NULL);
  g_assert_nonnull (erasure);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
}

static void
test_erasing_twice_by_number_writes_no_act (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) erasure = NULL;
  g_autoptr (SgnErasure) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;

  fill (fixture);
  set_contact (fixture, NULL);
  erasure = erase (fixture, NAME, FALSE, NULL);
  seq = sgn_session_get_record (fixture->session)->seq;
  again = erase (fixture, "1", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->events->len, ==, 0);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);
  fixture_verify (fixture);
}

static void
test_nobody_of_that_name_is_said_so (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "誰でもない", "", "7", "0" };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) looked = NULL;

    g_assert_null (erase (fixture, names[i], FALSE, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
    g_assert_null (look (fixture, names[i], &looked));
    g_assert_error (looked, SGN_ERROR, SGN_ERROR_USAGE);
  }
}

static void
add_evidence (Fixture *fixture, const char *name, const char *contents, const char *item)
{
  g_autofree char *path = fixture_file (fixture, name);
  const SgnEvidenceRequest request = { .use = { .kind = SGN_KIND_ANSWER, .id = item },
                                       .path = path };

  fixture_write (fixture, name, contents);
  sgn_session_add_evidence_async (fixture->session, &request, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpint (remove (path), ==, 0);
}

static const SgnEvidence *
get_evidence (Fixture *fixture, guint index)
{
  return sgn_session_get_record (fixture->session)->evidence->pdata[index];
}

static void
test_the_content_of_evidence_is_nowhere (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  add_evidence (fixture, "顔.txt", "顔の写った画面", "1/SD-01");
  add_evidence (fixture, "残る.txt", "残る証拠", "1/SD-01");
  g_assert_true (is_somewhere (fixture, "顔の写った画面"));

  sgn_session_erase_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_false (is_somewhere (fixture, "顔の写った画面"));
  g_assert_true (is_somewhere (fixture, "残る証拠"));
  g_assert_cmpstr (get_evidence (fixture, 0)->title, ==, "顔.txt");
  g_assert_cmpint (get_evidence (fixture, 0)->size, ==, 0);
  g_assert_true (get_evidence (fixture, 0)->retired);
  g_assert_false (get_evidence (fixture, 1)->retired);
  fixture_verify (fixture);

  /* Once more has nothing to take away. */
  sgn_session_erase_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_CHECK);
  sgn_session_erase_evidence_async (fixture->session, 9, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  fixture_verify (fixture);
}

static void
test_nothing_is_erased_from_a_file_opened_for_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnErasure) seen = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  seen = look (fixture, NAME, NULL);
  g_assert_nonnull (seen);
  g_assert_null (erase (fixture, NAME, FALSE, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_READ_ONLY);
  sgn_session_erase_evidence_async (fixture->session, 1, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

#define ADD(name, func) \
  g_test_add ("/erase/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an-erased-person-is-nowhere", test_an_erased_person_is_nowhere);
  ADD ("looking-changes-nothing", test_looking_changes_nothing);
  ADD ("everywhere-refuses-while-a-text-names-the-person",
       test_everywhere_refuses_while_a_text_names_the_person);
  ADD ("who-erases-himself-is-not-named", test_who_erases_himself_is_not_named);
  ADD ("it-cannot-be-undone", test_it_cannot_be_undone);
  ADD ("erasing-twice-by-number-writes-no-act", test_erasing_twice_by_number_writes_no_act);
  ADD ("nobody-of-that-name-is-said-so", test_nobody_of_that_name_is_said_so);
  ADD ("the-content-of-evidence-is-nowhere", test_the_content_of_evidence_is_nowhere);
  ADD ("nothing-is-erased-from-a-file-opened-for-reading",
       test_nothing_is_erased_from_a_file_opened_for_reading);

  return g_test_run ();
}
