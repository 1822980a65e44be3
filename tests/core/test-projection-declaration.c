/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static json_t *
project_sample (SgnAudience audience, SgnLanguage language)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  return project (library, record, "declaration-record", audience, language);
}

static void
test_the_newest_declaration_is_shown (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *declaration = json_object_get (json, "declaration");

  assert_keys (json, "audience company declaration document evidence format history language "
                     "options places policy record sample self_check version");
  assert_keys (declaration, "account date edition edition_label number published review star "
                            "symbol words");
  assert_number (declaration, "star", 2);
  assert_text (declaration, "words", "二つ星");
  assert_text (declaration, "symbol", "★★");
  assert_text (declaration, "number", "50000000000");
  assert_text (declaration, "date", "2026-11-23");
  assert_text (declaration, "account", "prime");
  assert_text (declaration, "edition_label", "第4.0版");
  assert_text (declaration, "published", "2026-03-27");
  assert_text (declaration, "review", "2027-11-01");
}

static void
test_the_history_is_newest_first (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  const json_t *history = json_object_get (json, "history");
  const json_t *newest = json_array_get (history, 0);
  const json_t *oldest = json_array_get (history, 1);

  g_assert_cmpuint (json_array_size (history), ==, 2);
  assert_keys (newest, "date edition edition_label number old star symbol words");
  assert_text (newest, "date", "2026-11-23");
  assert_text (newest, "words", "two stars");
  g_assert_false (sgn_json_boolean (newest, "old"));
  assert_text (oldest, "date", "2024-06-03");
  assert_text (oldest, "edition", "3.1");
  g_assert_true (sgn_json_boolean (oldest, "old"));
}

static void
test_what_it_stands_on_is_named (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  const json_t *check = json_object_get (json, "self_check");
  const json_t *policy = json_object_get (json, "policy");

  assert_keys (check, "band catalogue date edition inherited_note max total");
  assert_text (check, "date", "2026-11-20");
  assert_text (check, "edition", "4.0");
  assert_text (check, "band", "mostly");
  assert_number (check, "total", 72);
  assert_number (check, "max", 100);
  assert_keys (policy, "established published_on published_place revised version");
  assert_number (policy, "version", 2);
  assert_text (policy, "published_on", "2026-11-23");
}

/* Later work does not change what the declaration was made on. */
static void
test_later_work_is_left_out (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) list = load_sample ("policy.json");
  g_autoptr (json_t) later = json_deep_copy (json_array_get (list, 1));
  g_autoptr (json_t) json = NULL;
  json_t *row = make_assessment_row ("ipa-self-check", "4.0");

  sgn_json_set_string (row, "state", "closed");
  sgn_json_set_string (row, "closed_at", "2027-11-20T10:00:00+09:00");
  add_row (record, SGN_KIND_ASSESSMENT, "5", row);
  add_answer (record, 5, "SD-01", "done");
  sgn_json_set_integer (later, "version", 3);
  sgn_json_set_string (later, "published_on", "2027-11-23");
  add_policy (record, later);
  json = project (library, record, "declaration-record", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);

  assert_text (json_object_get (json, "self_check"), "date", "2026-11-20");
  assert_number (json_object_get (json, "policy"), "version", 2);
}

static void
add_declaration (SgnRecord *record, const char *date)
{
  SgnDeclaration declaration = { .star = 1,
                                 .number = (char *) "50000000000",
                                 .date = (char *) date,
                                 .edition = (char *) "9.9" };

  add_row (record, SGN_KIND_DECLARATION, "1", sgn_declaration_to_row (&declaration));
}

static void
test_what_is_not_there_is_null (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;

  add_declaration (record, "2026-11-23");
  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-01", "done");
  json = project (library, record, "declaration-record", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_null (json, "self_check"); /* it is not finished */
  assert_null (json, "policy");
  assert_null (json_object_get (json, "declaration"), "account");
  assert_null (json_object_get (json, "declaration"), "edition_label");
  assert_null (json_object_get (json, "declaration"), "published");
  g_assert_cmpuint (json_array_size (json_object_get (json, "places")), ==, 0);
  g_assert_cmpuint (json_array_size (json_object_get (json, "evidence")), ==, 0);
}

static void
test_places_are_in_the_language_of_the_sheet (void)
{
  g_autoptr (json_t) japanese = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  g_autoptr (json_t) english = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  const json_t *place = json_array_get (json_object_get (japanese, "places"), 1);

  g_assert_cmpuint (json_array_size (json_object_get (japanese, "places")), ==, 3);
  assert_keys (place, "confirmed how place since");
  assert_text (place, "place", "会社案内（2026年12月版）");
  assert_text (place, "since", "2026-12-01");
  assert_null (place, "confirmed");
  assert_text (json_array_get (json_object_get (english, "places"), 1), "place",
               "Brochure (Dec. 2026)");
}

static void
test_only_the_company_sees_the_evidence (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) internal = NULL;
  g_autoptr (json_t) partner = NULL;
  const json_t *evidence = NULL;

  add_evidence (record, 100, "方針の版下", "hoshin.pdf");
  link_evidence (record, 100, "policy/2");
  add_evidence (record, 101, "前の方針", "old.pdf");
  link_evidence (record, 101, "policy/1");
  internal =
    project (library, record, "declaration-record", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  partner = project (library, record, "declaration-record", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  evidence = json_object_get (internal, "evidence");

  g_assert_null (json_object_get (partner, "evidence"));
  g_assert_cmpuint (json_array_size (evidence), ==, 6);
  assert_keys (json_array_get (evidence, 0), "dated file_name sha256 title");
  assert_text (json_array_get (evidence, 0), "file_name", "sengen-kanryo.png");
  assert_text (json_array_get (evidence, 5), "file_name", "hoshin.pdf");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-declaration/the-newest-declaration-is-shown",
                   test_the_newest_declaration_is_shown);
  g_test_add_func ("/projection-declaration/the-history-is-newest-first",
                   test_the_history_is_newest_first);
  g_test_add_func ("/projection-declaration/what-it-stands-on-is-named",
                   test_what_it_stands_on_is_named);
  g_test_add_func ("/projection-declaration/later-work-is-left-out", test_later_work_is_left_out);
  g_test_add_func ("/projection-declaration/what-is-not-there-is-null",
                   test_what_is_not_there_is_null);
  g_test_add_func ("/projection-declaration/places-are-in-the-language-of-the-sheet",
                   test_places_are_in_the_language_of_the_sheet);
  g_test_add_func ("/projection-declaration/only-the-company-sees-the-evidence",
                   test_only_the_company_sees_the_evidence);
  return g_test_run ();
}
