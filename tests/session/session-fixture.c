/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "../core/message-form.h"

#include <glib/gstdio.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (SgnLibrary) library = sgn_library_load (data_dir, &error);

  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("sengen-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = fixture_file (fixture, "company.sengen");
  fixture->clock = sgn_clock_new_fixed (FIXTURE_NOW);
  fixture->session = sgn_session_new (library, fixture->clock);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
      g_chmod (path, 0700);
      remove_folder (path);
    } else {
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->clock, sgn_clock_unref);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

GAsyncResult *
fixture_wait (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&fixture->result);
}

gboolean
fixture_end (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = fixture_wait (fixture);

  return sgn_session_act_finish (fixture->session, result, error);
}

void
fixture_expect (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = fixture_end (fixture, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

void
fixture_expect_error (Fixture *fixture, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fixture_end (fixture, &error));
  g_assert_error (error, SGN_ERROR, code);
  assert_is_sentence (error->message);
}

char *
fixture_file (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
fixture_write (Fixture *fixture, const char *name, const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_file (fixture, name);

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

void
fixture_new_company (Fixture *fixture)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("株式会社𠮷葛󠄀");

  sgn_session_create_async (fixture->session, fixture->path, profile, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

void
fixture_open (Fixture *fixture, SgnOpenMode mode)
{
  sgn_session_open_async (fixture->session, fixture->path, mode, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

void
fixture_close (Fixture *fixture)
{
  sgn_session_close_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

void
fixture_undo (Fixture *fixture)
{
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

void
fixture_close_check (Fixture *fixture, gint64 id)
{
  sgn_session_close_assessment_async (fixture->session, id, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

void
fixture_verify (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnVerification) verification = NULL;

  sgn_session_verify_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  verification = sgn_session_verify_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < verification->findings->len; i++)
    g_test_message ("%s", ((SgnFinding *) verification->findings->pdata[i])->message);
  g_assert_cmpuint (verification->findings->len, ==, 0);
  g_assert_cmpstr (verification->head, ==, sgn_session_get_record (fixture->session)->head);
}

void
fixture_put_row (Fixture *fixture, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;
  SgnCompanyFile *file;

  fixture_close (fixture);
  file = sgn_company_file_open (fixture->path, SGN_OPEN_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  sgn_company_file_begin (file, SGN_ACT_ASSESSMENT, NULL, &error);
  g_assert_no_error (error);
  sgn_company_file_put (file, kind, id, owned, &error);
  g_assert_no_error (error);
  sgn_company_file_commit (file, &error);
  g_assert_no_error (error);
  sgn_company_file_close (file, &error);
  g_assert_no_error (error);
  fixture_open (fixture, SGN_OPEN_WRITE);
}

/* The shipped rules under other ids. */
static json_t *
make_sheet (const char *id, const char *edition)
{
  g_autofree char *data_dir = sgn_data_dir ();
  g_autofree char *path = g_build_filename (data_dir, "catalogues", "ipa-rules@4.0.json", NULL);
  g_autoptr (json_t) json = sgn_json_load_file (path, NULL);
  g_autofree char *canonical = NULL;
  g_autoptr (GString) text = NULL;

  sgn_json_set_string (json, "id", id);
  sgn_json_set_string (json, "edition", edition);
  canonical = sgn_json_to_canonical (json);
  text = g_string_new (canonical);
  g_string_replace (text, "\"RU-", "\"Q-", 0);
  return json_pack ("{ss}", "text", text->str);
}

void
fixture_put_sheet (Fixture *fixture, const char *id, const char *edition)
{
  g_autofree char *key = g_strconcat (id, "@", edition, NULL);

  fixture_put_row (fixture, SGN_KIND_CATALOGUE, key, make_sheet (id, edition));
}

void
fixture_answer (Fixture *fixture, const char *item, const char *value, const char *note)
{
  const SgnAnswerChange change = { .item = item, .value = value, .note = note };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
}
