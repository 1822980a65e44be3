/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "message-form.h"
#include "sgn-error.h"
#include "sgn-subsidy.h"

#include <glib/gstdio.h>

#define TEXT "{\"ja\": \"文です。\", \"en\": \"A sentence.\"}"
#define SEEN "\"source\": \"example.jp\", \"checked\": \"2026-11-22\""
#define STAR "{\"needs\": \"two\", \"text\": " TEXT ", \"known\": \"confirmed\", " SEEN "}"
#define ROUND(date) "{\"date\": \"" date "\", \"known\": \"reported\", " SEEN "}"
#define FACT(known) \
  "{\"id\": \"f\", \"known\": \"" known "\", \"title\": " TEXT ", \"text\": " TEXT ", " SEEN "}"
#define SUBSIDY(id, ended, star, facts, rounds)                                          \
  "{\"id\": \"" id "\", \"name\": " TEXT ", \"about\": " TEXT ", \"ended\": " ended      \
  ", \"star\": " star ", \"account\": \"open\", \"new_id\": false, \"web_page\": true, " \
  "\"facts\": [" facts "], \"rounds\": [" rounds "], \"later\": " TEXT ", \"site\": null}"
#define PLAIN(id) SUBSIDY (id, "false", STAR, "", "")
#define DURATION(subsidy, most)                                                                    \
  "{\"id\": \"d\", \"step\": \"declare\", \"subsidy\": " subsidy ", \"least\": 2, \"most\": " most \
  ", \"known\": \"confirmed\", \"text\": " TEXT ", " SEEN "}"
#define FILE_OF(subsidies, durations)                                                    \
  "{\"checked\": \"2026-11-22\", \"remark\": " TEXT ", \"subsidies\": [" subsidies "], " \
  "\"durations\": [" durations "]}"

/* With an older file beside it, which is not read. */
static SgnSubsidies *
load (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-subsidies-XXXXXX", NULL);
  g_autofree char *guides = g_build_filename (folder, "guides", NULL);
  g_autofree char *old = g_build_filename (guides, "subsidies@2025-12-31.json", NULL);
  g_autofree char *path = g_build_filename (guides, "subsidies@2026-11-22.json", NULL);
  SgnSubsidies *self;

  g_assert_cmpint (g_mkdir (guides, 0700), ==, 0);
  if (text != NULL) {
    g_assert_true (g_file_set_contents (old, "{", -1, NULL));
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  }
  self = sgn_subsidies_load (folder, error);
  g_unlink (old);
  g_unlink (path);
  g_rmdir (guides);
  g_rmdir (folder);
  return self;
}

static void
test_the_newest_file_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnSubsidies) self =
    load (FILE_OF (SUBSIDY ("a", "true", STAR, FACT ("disputed"), ROUND ("2028-02-29")),
                   DURATION ("\"a\"", "31") ", " DURATION ("null", "null")),
          &error);
  const SgnSubsidy *subsidy;
  const SgnSubsidyDuration *duration;

  g_assert_no_error (error);
  g_assert_cmpstr (self->checked, ==, "2026-11-22");
  subsidy = sgn_subsidies_find (self, "a");
  g_assert_true (subsidy->ended && subsidy->web_page);
  g_assert_false (subsidy->prime || subsidy->new_id);
  g_assert_cmpint (subsidy->needs, ==, SGN_SUBSIDY_STAR_TWO);
  g_assert_null (subsidy->site);
  g_assert_cmpint (((const SgnSubsidyFact *) g_ptr_array_index (subsidy->facts, 0))->known, ==,
                   SGN_KNOWN_DISPUTED);
  g_assert_cmpstr (sgn_subsidy_get_last_round (subsidy)->source, ==, "example.jp");
  duration = sgn_subsidies_find_duration (self, SGN_SUBSIDY_WAIT_DECLARE, subsidy);
  g_assert_cmpint (duration->most, ==, 31);
  duration = sgn_subsidies_find_duration (self, SGN_SUBSIDY_WAIT_DECLARE, NULL);
  g_assert_cmpint (duration->most, ==, -1);
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{", "*subsidies@2026-11-22.json”, line 1, column *" },
    { "[]", "*top level: It is not an object. *" },
    { FILE_OF ("", DURATION ("null", "2")), "*/subsidies: The list is empty. *" },
    { FILE_OF (PLAIN ("a"), ""), "*/durations: The list is empty. *" },
    { FILE_OF (PLAIN ("a") ", " PLAIN ("a"), DURATION ("null", "2")), "*/subsidies/1/id: “a” *" },
    { FILE_OF (SUBSIDY ("a", "1", STAR, "", ""), DURATION ("null", "2")),
      "*/subsidies/0/ended: *" },
    { FILE_OF (SUBSIDY ("a", "true", "{}", "", ""), DURATION ("null", "2")),
      "*/subsidies/0/star/needs: *" },
    { FILE_OF (SUBSIDY ("a", "true", STAR, FACT ("sure"), ""), DURATION ("null", "2")),
      "*/subsidies/0/facts/0/known: “sure” *" },
    { FILE_OF (SUBSIDY ("a", "true", STAR, "", ROUND ("2027-02-29")), DURATION ("null", "2")),
      "*/subsidies/0/rounds/0/date: *" },
    { FILE_OF (SUBSIDY ("a", "true", STAR, "", ROUND ("2027-02-28") ", " ROUND ("2027-02-28")),
               DURATION ("null", "2")),
      "*/subsidies/0/rounds/1/date: *" },
    { FILE_OF (PLAIN ("a"), DURATION ("\"b\"", "2")), "*/durations/0/subsidy: “b” *" },
    { FILE_OF (PLAIN ("a"), DURATION ("null", "1")), "*/durations/0/most: *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (cases[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("%s", error->message);
    assert_is_sentence (error->message);
  }
}

static void
test_a_missing_file_is_said (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (NULL, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

static void
test_only_their_files_are_theirs (void)
{
  g_assert_true (sgn_subsidies_is_file ("subsidies@2026-11-22.json"));
  g_assert_false (sgn_subsidies_is_file ("subsidies@2026-11-22.json~"));
  g_assert_false (sgn_subsidies_is_file ("stars.json"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/subsidy-load/the-newest-file-is-read", test_the_newest_file_is_read);
  g_test_add_func ("/subsidy-load/names-the-place-of-each-mistake",
                   test_names_the_place_of_each_mistake);
  g_test_add_func ("/subsidy-load/a-missing-file-is-said", test_a_missing_file_is_said);
  g_test_add_func ("/subsidy-load/only-their-files-are-theirs", test_only_their_files_are_theirs);

  return g_test_run ();
}
