/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "session-fixture.h"

#include <string.h>

#include "sgn-error.h"

#define NOTE "確かめた"

static SgnSurvey *
survey (Fixture *fixture, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_survey_async (fixture->session, path, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_survey_finish (fixture->session, result, error);
}

/* A company with a few answers, closed. */
static void
make_company (Fixture *fixture)
{
  static const char *const items[] = { "SD-01", "SD-02", "SD-03", "SD-04", "SD-05", "SD-06" };

  fixture_new_company (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    fixture_answer (fixture, items[i], "done", NOTE);
  fixture_close (fixture);
}

/* The closed file's bytes from @at on, to the end or for @length, replaced by noise. */
static void
damage (Fixture *fixture, gsize at, gsize length)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_file_get_contents (fixture->path, &bytes, &size, &error);
  g_assert_no_error (error);
  for (gsize i = at; i < MIN (size, at + length); i++)
    bytes[i] = (char) (i * 37 + 11);
  g_file_set_contents (fixture->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Where the page begins that holds @text first. */
static gsize
find_page (Fixture *fixture, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  const char *at;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  at = memmem (bytes, size, text, strlen (text));
  g_assert_nonnull (at);
  return (gsize) (at - bytes) / 4096 * 4096;
}

static char *
hash_file (Fixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

static void
a_whole_file_has_lost_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSurvey) found = NULL;

  make_company (fixture);
  found = survey (fixture, fixture->path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (found->entries, >, 0);
  g_assert_cmpint (found->from_history, ==, 0);
  g_assert_cmpint (found->events, >, 0);
  g_assert_nonnull (found->until);
  g_assert_cmpint (found->damaged_files, ==, 0);
  g_assert_cmpuint (found->losses->len, ==, 0);
}

static void
a_damaged_file_is_told_and_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSurvey) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_company (fixture);
  damage (fixture, find_page (fixture, NOTE), 4096);
  before = hash_file (fixture);
  found = survey (fixture, fixture->path, &error);
  after = hash_file (fixture);

  g_assert_no_error (error);
  g_assert_cmpuint (found->losses->len, >, 0);
  g_assert_cmpstr (before, ==, after);
}

static void
nothing_but_noise_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSurvey) found = NULL;

  make_company (fixture);
  damage (fixture, 0, G_MAXINT);
  found = survey (fixture, fixture->path, &error);

  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_null (found);
}

#define ADD(name, test) \
  g_test_add ("/session/survey/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-whole-file-has-lost-nothing", a_whole_file_has_lost_nothing);
  ADD ("a-damaged-file-is-told-and-left-alone", a_damaged_file_is_told_and_left_alone);
  ADD ("nothing-but-noise-is-an-error", nothing_but_noise_is_an_error);

  return g_test_run ();
}
