/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-guide.h"

#include "message-form.h"
#include "sgn-data-dir.h"
#include "sgn-date.h"
#include "sgn-error.h"
#include "sgn-library.h"

#include <glib/gstdio.h>

#define TEXT "{\"ja\": \"文です。\", \"en\": \"A sentence.\"}"
#define FACT(id, known)                                                                 \
  "{\"id\": \"" id "\", \"known\": \"" known "\", \"title\": " TEXT ", \"text\": " TEXT \
  ", \"checked\": \"2026-11-22\"}"
#define GUIDE(id, order, facts)                                                             \
  "{\"id\": \"" id "\", \"order\": " order ", \"checked\": \"2026-11-22\", \"what\": " TEXT \
  ", \"who\": " TEXT ", \"time\": " TEXT ", \"star\": " TEXT ", \"facts\": [" facts "]}"

/* A data folder with these files in guides/. */
static GPtrArray *
load (const char *first, const char *second, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-guide-XXXXXX", NULL);
  g_autofree char *guides = g_build_filename (folder, "guides", NULL);
  const char *const names[] = { "one.json", "two.json", "stars.json", "notes.txt" };
  const char *const texts[] = { first, second, "not a guide", "neither" };
  GPtrArray *self;

  g_assert_cmpint (g_mkdir (guides, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (guides, names[i], NULL);

    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
  }
  self = sgn_guides_load (folder, error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (guides, names[i], NULL);

    g_unlink (path);
  }
  g_rmdir (guides);
  g_rmdir (folder);
  return self;
}

static void
test_guides_stand_in_their_order (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guides = load (GUIDE ("late", "2", FACT ("fee", "unknown")),
                                       GUIDE ("early", "1", FACT ("start", "planned")), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (guides->len, ==, 2);
  g_assert_true (g_ptr_array_index (guides, 0) == sgn_guides_find (guides, "early"));
  g_assert_true (g_ptr_array_index (guides, 1) == sgn_guides_find (guides, "late"));
  g_assert_null (sgn_guides_find (guides, "stars"));
  g_assert_null (sgn_guides_find (guides, NULL));
}

static void
test_facts_say_how_well_they_are_known (void)
{
  static const char *const known[] = { FACT ("a", "confirmed"), FACT ("a", "reported"),
                                       FACT ("a", "planned"), FACT ("a", "unknown") };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autofree char *text =
      g_strconcat ("{\"id\": \"scs\", \"order\": 1, \"checked\": \"2026-11-22\", \"what\": " TEXT
                   ", \"who\": " TEXT ", \"time\": " TEXT ", \"star\": " TEXT ", \"facts\": [",
                   known[i], "]}", NULL);
    g_autoptr (GPtrArray) guides = load (text, GUIDE ("b", "2", FACT ("b", "unknown")), NULL);
    const SgnGuideFact *fact = g_ptr_array_index (sgn_guides_find (guides, "scs")->facts, 0);

    g_assert_cmpint (fact->known, ==, i);
    g_assert_cmpstr (fact->checked, ==, "2026-11-22");
  }
}

static void
test_each_degree_has_words_of_its_own (void)
{
  for (int i = SGN_KNOWN_CONFIRMED; i <= SGN_KNOWN_DISPUTED; i++)
    for (int j = i + 1; j <= SGN_KNOWN_DISPUTED; j++)
      g_assert_cmpstr (sgn_known_to_words (i), !=, sgn_known_to_words (j));
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{", "*one.json”, line 1, column *" },
    { "[]", "*top level: It is not an object. *" },
    { "{}", "*/id: It is missing. *" },
    { GUIDE ("scs", "0", FACT ("a", "unknown")), "*/order: The number is out of range. *" },
    { GUIDE ("scs", "1", ""), "*/facts: The list is empty. *" },
    { GUIDE ("scs", "1", FACT ("a", "sure")), "*/facts/0/known: “sure” is not right. *" },
    { GUIDE ("scs", "1", FACT ("a", "unknown") ", " FACT ("a", "unknown")),
      "*/facts/1/id: “a” is not right. *" },
    { GUIDE ("scs", "1", "{\"id\": \"a\", \"price\": 3}"), "*/facts/0/price: The key is not *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (cases[i].text, GUIDE ("b", "2", FACT ("b", "unknown")), &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("%s", error->message);
    assert_is_sentence (error->message);
  }
}

static void
test_a_missing_folder_is_said (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_guides_load ("/nonexistent", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  assert_is_sentence (error->message);
}

/* What is shipped: one for each guideline, dated, nothing newer than the guidelines themselves. */
static void
test_every_guideline_has_its_guide (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_dir = sgn_data_dir ();
  g_autoptr (SgnLibrary) library = sgn_library_load (data_dir, &error);
  g_autoptr (GPtrArray) guides = sgn_guides_load (data_dir, &error);
  const char *const *ids = sgn_library_get_catalogue_ids (library);

  g_assert_no_error (error);
  g_assert_cmpuint (guides->len, ==, g_strv_length ((char **) ids));
  for (guint i = 0; ids[i] != NULL; i++) {
    const SgnGuide *guide = sgn_guides_find (guides, ids[i]);

    g_assert_nonnull (guide);
    g_assert_true (sgn_date_is_valid (guide->checked));
    g_assert_cmpstr (sgn_json_string (guide->json, "id"), ==, ids[i]);
  }
  g_assert_cmpstr (((const SgnGuide *) g_ptr_array_index (guides, 0))->id, ==, "ipa-rules");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/guides-stand-in-their-order", test_guides_stand_in_their_order);
  g_test_add_func ("/guide/facts-say-how-well-they-are-known",
                   test_facts_say_how_well_they_are_known);
  g_test_add_func ("/guide/each-degree-has-words-of-its-own",
                   test_each_degree_has_words_of_its_own);
  g_test_add_func ("/guide/names-the-place-of-each-mistake", test_names_the_place_of_each_mistake);
  g_test_add_func ("/guide/a-missing-folder-is-said", test_a_missing_folder_is_said);
  g_test_add_func ("/guide/every-guideline-has-its-guide", test_every_guideline_has_its_guide);
  return g_test_run ();
}
