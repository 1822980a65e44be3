/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* What happened to the file while it was open, and what the next act says. */
static void
assert_refused (Place *place, SgnCompanyFile *file, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_company_file_begin (file, SGN_ACT_COMPANY, NULL, &error));
  assert_said (error, SGN_ERROR_UNWRITABLE);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_a_file_that_went_away (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (g_rename (place->path, away), ==, 0);
  assert_refused (place, file, "no longer there");

  g_assert_cmpint (g_rename (away, place->path), ==, 0);
  set_note (file, "SD-01", "戻った");
  close_file (file);
  assert_sound (place);
}

static void
test_a_file_that_another_took_the_place_of (Place *place, gconstpointer data)
{
  g_autofree char *away = place_get (place, "away.sengen");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  g_assert_cmpint (g_rename (place->path, away), ==, 0);
  g_assert_true (g_file_set_contents (place->path, "another", -1, NULL));
  before = digest_file (place->path);
  assert_refused (place, file, "Another file");
  sgn_company_file_close (file, NULL);
  after = digest_file (place->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/file-id/a-file-that-went-away", test_a_file_that_went_away);
  ADD ("/file-id/a-file-that-another-took-the-place-of",
       test_a_file_that_another_took_the_place_of);

  return g_test_run ();
}
