/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include "sgn-contents.h"

#include <string.h>

static void
test_it_says_what_is_in_a_file (Place *place, gconstpointer data)
{
  g_autoptr (SgnContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  const SgnContentsCheck *check;
  g_autofree char *first = NULL;

  make_full_file (place);
  contents = sgn_contents_read (place->path, &error);
  g_assert_no_error (error);
  first = ask_text (place->path, "SELECT hash FROM event WHERE seq = 1");
  g_assert_cmpstr (contents->first, ==, first);
  g_assert_cmpint (contents->events, ==, ask_int (place->path, "SELECT count(*) FROM event"));
  g_assert_cmpint (contents->evidence, ==, ask_int (place->path, "SELECT count(*) FROM evidence"));
  g_assert_cmpint (contents->declarations, ==, 1);
  g_assert_cmpint (contents->star, ==,
                   ask_int (place->path, "SELECT star FROM declaration LIMIT 1"));
  g_assert_cmpint (contents->schema, ==, ask_int (place->path, "PRAGMA user_version"));
  g_assert_cmpuint (contents->checks->len, ==, 1);
  check = g_ptr_array_index (contents->checks, 0);
  g_assert_cmpstr (check->catalogue, ==, "ipa-self-check");
  g_assert_cmpint (check->answers, ==, contents->answers);
  g_assert_cmpint (contents->answers, ==, ask_int (place->path, "SELECT count(value) FROM answer"));
}

static void
test_it_goes_to_json_and_back (Place *place, gconstpointer data)
{
  g_autoptr (SgnContents) contents = NULL;
  g_autoptr (SgnContents) copy = NULL;
  g_autoptr (json_t) one = NULL;
  g_autoptr (json_t) other = NULL;

  make_full_file (place);
  contents = sgn_contents_read (place->path, NULL);
  copy = sgn_contents_copy (contents);
  one = sgn_contents_to_json (contents);
  other = sgn_contents_to_json (copy);
  g_assert_true (json_equal (one, other));
}

static void
test_other_json_is_nothing (void)
{
  g_autoptr (json_t) empty = json_object ();
  g_autoptr (json_t) list = json_array ();

  g_assert_null (sgn_contents_from_json (empty));
  g_assert_null (sgn_contents_from_json (list));
  g_assert_null (sgn_contents_from_json (NULL));
}

static void
test_reading_changes_nothing (Place *place, gconstpointer data)
{
  g_autoptr (SgnContents) contents = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_full_file (place);
  before = digest_file (place->path);
  contents = sgn_contents_read (place->path, NULL);
  after = digest_file (place->path);
  g_assert_nonnull (contents);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_cannot_be_read_is_said (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_contents_read (place->path, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (place->path, "a letter", -1, NULL));
  g_assert_null (sgn_contents_read (place->path, &error));
  assert_said (error, SGN_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/contents/it-says-what-is-in-a-file", test_it_says_what_is_in_a_file);
  ADD ("/contents/it-goes-to-json-and-back", test_it_goes_to_json_and_back);
  g_test_add_func ("/contents/other-json-is-nothing", test_other_json_is_nothing);
  ADD ("/contents/reading-changes-nothing", test_reading_changes_nothing);
  ADD ("/contents/what-cannot-be-read-is-said", test_what_cannot_be_read_is_said);

  return g_test_run ();
}
