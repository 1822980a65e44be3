/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-error.h"

static void
open_file (Fixture *fixture, const char *path, SgnOpenMode mode)
{
  sgn_session_open_async (fixture->session, path, mode, fixture_done_cb, fixture);
}

static void
close_file (Fixture *fixture)
{
  fixture_close (fixture);
}

static void
test_what_was_written_is_there_again (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  close_file (fixture);
  g_assert_null (sgn_session_get_record (fixture->session));
  g_assert_null (sgn_session_get_path (fixture->session));

  open_file (fixture, fixture->path, SGN_OPEN_WRITE);
  fixture_expect (fixture);
  g_assert_cmpstr (sgn_assessment_find_answer (sgn_record_find_newest (sgn_session_get_record (
                                                                         fixture->session),
                                                                       "ipa-self-check"),
                                               "SD-01")
                     ->note,
                   ==, "メモ");
}

static void
test_a_new_file_never_overwrites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("会社");
  g_autofree char *contents = NULL;

  fixture_write (fixture, "company.sengen", "mine");
  sgn_session_create_async (fixture->session, fixture->path, profile, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
test_a_company_needs_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("");

  sgn_session_create_async (fixture->session, fixture->path, profile, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_a_failed_opening_keeps_the_open_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = fixture_file (fixture, "other.sengen");

  fixture_new_company (fixture);
  fixture_write (fixture, "other.sengen", "not a company file");
  open_file (fixture, other, SGN_OPEN_WRITE);
  fixture_expect_error (fixture, SGN_ERROR_UNREADABLE);

  g_assert_cmpstr (sgn_session_get_path (fixture->session), ==, fixture->path);
  fixture_answer (fixture, "SD-01", "done", NULL);
}

static void
test_reading_only_refuses_acts_with_a_reason (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .item = "SD-01", .value = "done" };

  fixture_new_company (fixture);
  close_file (fixture);
  open_file (fixture, fixture->path, SGN_OPEN_READ);
  fixture_expect (fixture);
  g_assert_true (sgn_session_get_read_only (fixture->session));

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_READ_ONLY);
}

static void
test_a_backup_restores (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = fixture_file (fixture, "copy.sengen");
  g_autofree char *again = fixture_file (fixture, "again.sengen");

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "バックアップ前");
  sgn_session_backup_async (fixture->session, copy, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_backup_async (fixture->session, copy, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);
  fixture_answer (fixture, "SD-01", "not-done", "バックアップ後");
  close_file (fixture);

  sgn_session_restore_async (fixture->session, copy, again, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_restore_async (fixture->session, copy, again, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);
  open_file (fixture, again, SGN_OPEN_WRITE);
  fixture_expect (fixture);
  g_assert_cmpstr (sgn_assessment_find_answer (sgn_record_find_newest (sgn_session_get_record (
                                                                         fixture->session),
                                                                       "ipa-self-check"),
                                               "SD-01")
                     ->note,
                   ==, "バックアップ前");
}

static void
test_the_profile_can_change_with_its_sites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SgnProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = json_pack ("{s:s, s:[{s:s}, {s:s}]}", "name", "新しい名前", "sites",
                                       "name", "本社", "name", "工場");

  fixture_new_company (fixture);
  profile = sgn_profile_new_from_json (json, &error);
  g_assert_no_error (error);
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_clear_pointer (&profile, sgn_profile_free);
  profile = sgn_profile_copy (sgn_session_get_record (fixture->session)->profile);
  g_assert_cmpstr (profile->name, ==, "新しい名前");
  g_assert_cmpuint (profile->sites->len, ==, 2);
  g_assert_cmpint (((SgnSite *) g_ptr_array_index (profile->sites, 1))->id, ==, 2);

  g_ptr_array_remove_index (profile->sites, 0);
  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->profile->sites->len, ==, 1);

  fixture_undo (fixture);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->profile->sites->len, ==, 2);
}

static void
set_sites (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (json_t) json =
    json_pack ("{s:s, s:[{s:s}, {s:s}]}", "name", "会社", "sites", "name", first, "name", second);
  g_autoptr (SgnProfile) profile = sgn_profile_new_from_json (json, NULL);

  sgn_session_set_profile_async (fixture->session, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static gint64
get_site_id (Fixture *fixture, const char *name)
{
  GPtrArray *sites = sgn_session_get_record (fixture->session)->profile->sites;

  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = g_ptr_array_index (sites, i);

    if (strcmp (site->name, name) == 0)
      return site->id;
  }
  return 0;
}

/* A profile file knows no ids, but assessments speak of sites by them. */
static void
test_a_site_keeps_its_id_by_its_name (Fixture *fixture, gconstpointer data)
{
  gint64 factory, seq;

  fixture_new_company (fixture);
  set_sites (fixture, "本社", "工場");
  factory = get_site_id (fixture, "工場");
  seq = sgn_session_get_record (fixture->session)->seq;
  set_sites (fixture, "本社", "工場");
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq);

  set_sites (fixture, "工場", "倉庫");
  g_assert_cmpint (get_site_id (fixture, "工場"), ==, factory);
  g_assert_cmpint (get_site_id (fixture, "本社"), ==, 0);
  set_sites (fixture, "倉庫", "倉庫");
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->profile->sites->len, ==, 2);
}

#define ADD(name, func) \
  g_test_add ("/files/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-was-written-is-there-again", test_what_was_written_is_there_again);
  ADD ("a-new-file-never-overwrites", test_a_new_file_never_overwrites);
  ADD ("a-company-needs-a-name", test_a_company_needs_a_name);
  ADD ("a-failed-opening-keeps-the-open-file", test_a_failed_opening_keeps_the_open_file);
  ADD ("reading-only-refuses-acts-with-a-reason", test_reading_only_refuses_acts_with_a_reason);
  ADD ("a-backup-restores", test_a_backup_restores);
  ADD ("the-profile-can-change-with-its-sites", test_the_profile_can_change_with_its_sites);

  ADD ("a-site-keeps-its-id-by-its-name", test_a_site_keeps_its_id_by_its_name);

  return g_test_run ();
}
