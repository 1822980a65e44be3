/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"
#include "sgn-session-seminar.h"

static char **
write_papers (Fixture *fixture, SgnLanguage language, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_write_seminar_papers_async (fixture->session, fixture->folder, language,
                                          fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_write_seminar_papers_finish (fixture->session, result, error);
}

static void
make_training (Fixture *fixture)
{
  sgn_session_create_training_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void
test_every_paper_is_written_in_both_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const names[2][4] = {
    { "seminar-handout-ja.pdf", "seminar-script-60-ja.pdf", "seminar-script-90-ja.pdf",
      "seminar-key-ja.pdf" },
    { "seminar-handout-en.pdf", "seminar-script-60-en.pdf", "seminar-script-90-en.pdf",
      "seminar-key-en.pdf" },
  };

  make_training (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) paths =
      write_papers (fixture, i == 0 ? SGN_LANGUAGE_JA : SGN_LANGUAGE_EN, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_strv_length (paths), ==, G_N_ELEMENTS (names[i]));
    for (guint j = 0; j < G_N_ELEMENTS (names[i]); j++) {
      g_autofree char *path = fixture_file (fixture, names[i][j]);
      g_autofree char *bytes = NULL;

      g_assert_cmpstr (paths[j], ==, path);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
    }
  }
}

static void
test_nothing_is_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_file (fixture, "seminar-key-ja.pdf");
  g_autofree char *bytes = NULL;

  make_training (fixture);
  fixture_write (fixture, "seminar-key-ja.pdf", "mine");
  g_assert_null (write_papers (fixture, SGN_LANGUAGE_JA, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mine");
}

/* The key to invented weak points must not stand beside a real company's answers. */
static void
test_a_real_company_gets_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_file (fixture, "seminar-handout-ja.pdf");

  fixture_new_company (fixture);
  g_assert_null (write_papers (fixture, SGN_LANGUAGE_JA, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_folder_that_is_not_there_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = fixture_file (fixture, "nowhere");

  make_training (fixture);
  sgn_session_write_seminar_papers_async (fixture->session, nowhere, SGN_LANGUAGE_JA,
                                          fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  g_assert_null (sgn_session_write_seminar_papers_finish (fixture->session, result, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
}

#define ADD(name, func) \
  g_test_add ("/session-seminar/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-paper-is-written-in-both-languages", test_every_paper_is_written_in_both_languages);
  ADD ("nothing-is-overwritten", test_nothing_is_overwritten);
  ADD ("a-real-company-gets-none", test_a_real_company_gets_none);
  ADD ("a-folder-that-is-not-there-is-said", test_a_folder_that_is_not_there_is_said);

  return g_test_run ();
}
