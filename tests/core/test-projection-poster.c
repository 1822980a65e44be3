/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static const char *const variants[] = { "a4-horizontal", "a4-vertical", "a3-horizontal",
                                        "a3-vertical" };

static void
add_declaration (SgnRecord *record, gint64 id, int star, const char *date)
{
  SgnDeclaration declaration = { .star = star,
                                 .number = (char *) "50000000000",
                                 .date = (char *) date,
                                 .account = (char *) "prime",
                                 .edition = (char *) "4.0",
                                 .note = (char *) "内々の話" };

  add_numbered_row (record, SGN_KIND_DECLARATION, id, sgn_declaration_to_row (&declaration));
}

static json_t *
project_poster (const SgnRecord *record, SgnLanguage language, const char *variant, GError **error)
{
  g_autoptr (SgnLibrary) library = load_library ();
  const SgnProjectionRequest request = { .document = "declaration-poster",
                                         .audience = SGN_AUDIENCE_PARTNER,
                                         .language = language,
                                         .variant = variant };

  return sgn_projection_new (library, record, &request, error);
}

static void
test_the_recorded_star_is_named (void)
{
  static const struct {
    SgnLanguage language;
    const char *words;
  } cases[] = { { SGN_LANGUAGE_JA, "二つ星" }, { SGN_LANGUAGE_EN, "two stars" } };
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) json = project_poster (record, cases[i].language, NULL, &error);
    const json_t *declaration = json_object_get (json, "declaration");

    g_assert_no_error (error);
    assert_keys (json, "audience company declaration document format language options record "
                       "sample variant version");
    assert_keys (declaration, "date number star words");
    assert_number (declaration, "star", 2);
    assert_text (declaration, "words", cases[i].words);
    assert_text (declaration, "number", "50000000000");
    assert_text (declaration, "date", "2026-11-23");
  }
}

/* The newest one by its date counts, whatever was recorded last. */
static void
test_only_one_star_is_named (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;
  g_autofree char *text = NULL;

  add_declaration (record, 1, 1, "2026-11-23");
  add_declaration (record, 2, 2, "2026-04-01");
  json = project_poster (record, SGN_LANGUAGE_JA, NULL, NULL);
  text = sgn_json_to_canonical (json);

  assert_text (json_object_get (json, "declaration"), "words", "一つ星");
  g_assert_null (strstr (text, "二つ星"));
  g_assert_null (strstr (text, "内々の話"));
}

static void
test_without_a_declaration_no_star_is_named (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = project_poster (record, SGN_LANGUAGE_JA, NULL, NULL);
  g_autofree char *text = sgn_json_to_canonical (json);

  assert_null (json, "declaration");
  g_assert_null (strstr (text, "星"));
  g_assert_null (strstr (text, "★"));
}

static void
test_the_way_it_is_set_is_said (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) usual = project_poster (record, SGN_LANGUAGE_JA, NULL, NULL);

  assert_text (usual, "variant", "a4-horizontal");
  assert_text (usual, "options", "");
  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++) {
    g_autoptr (json_t) json = project_poster (record, SGN_LANGUAGE_JA, variants[i], NULL);

    assert_text (json, "variant", variants[i]);
    assert_text (json, "options", variants[i]);
  }
}

static void
test_english_is_set_in_rows_only (void)
{
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) json = project_poster (record, SGN_LANGUAGE_EN, variants[i], &error);

    if (strstr (variants[i], "vertical") == NULL) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_null (json);
    g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
    g_assert_cmpstr (error->message, ==,
                     "The vertical poster is made in Japanese only. Choose a horizontal one.");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-poster/the-recorded-star-is-named",
                   test_the_recorded_star_is_named);
  g_test_add_func ("/projection-poster/only-one-star-is-named", test_only_one_star_is_named);
  g_test_add_func ("/projection-poster/without-a-declaration-no-star-is-named",
                   test_without_a_declaration_no_star_is_named);
  g_test_add_func ("/projection-poster/the-way-it-is-set-is-said", test_the_way_it_is_set_is_said);
  g_test_add_func ("/projection-poster/english-is-set-in-rows-only",
                   test_english_is_set_in_rows_only);
  return g_test_run ();
}
