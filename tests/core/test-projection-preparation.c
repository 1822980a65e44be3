/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheet to copy from is made from. */
#include "sample-record.h"

#define DOCUMENT "declaration-preparation"

/* (nullable): what stands in the row @key */
static const char *
get_field (const json_t *json, const char *key)
{
  gsize i = 0;
  json_t *field = NULL;

  json_array_foreach (json_object_get (json, "fields"), i, field)
  {
    if (g_str_equal (sgn_json_string (field, "key"), key))
      return sgn_json_string (field, "value");
  }
  g_assert_not_reached ();
  return NULL;
}

static void
test_data_stand_as_typed (void)
{
  static const struct {
    const char *key;
    const char *value;
  } fields[] = {
    { "name", "株式会社ひなた精工（見本）" },
    { "kana", "カブシキガイシャヒナタセイコウ" },
    { "corporate_number", "9000000000000" },
    { "address", "〒394-0000　長野県岡谷市見本町一丁目2番3号" },
    { "representative", "代表取締役　髙橋 美咲（タカハシ ミサキ）" },
    { "business", "製造業（金属加工）　18名　1,000万円" },
    { "url", "https://www.hinata-seiko.example/" },
    { "contact", "総務課　山﨑 健太（ヤマザキ ケンタ）" },
    { "email", "soumu@hinata-seiko.example" },
    { "phone", "0266-00-0000" },
    { "purpose", "取引先への説明／デジタル化・AI導入補助金2026の申請" },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (int language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++) {
    g_autoptr (json_t) json =
      project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, (SgnLanguage) language);

    g_assert_cmpuint (json_array_size (json_object_get (json, "fields")), ==,
                      G_N_ELEMENTS (fields));
    for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
      g_assert_cmpstr (get_field (json, fields[i].key), ==, fields[i].value);
  }
}

static void
test_labels_are_in_the_language_of_the_sheet (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) japanese =
    project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  g_autoptr (json_t) english =
    project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);
  const json_t *field = json_array_get (json_object_get (japanese, "fields"), 1);

  assert_keys (field, "group key label value");
  assert_text (field, "group", "company");
  assert_text (field, "label", "フリガナ");
  assert_text (json_array_get (json_object_get (english, "fields"), 1), "label", "Name in kana");
  assert_text (japanese, "words", "二つ星");
  assert_text (english, "words", "two stars");
}

static void
test_what_comes_before_is_counted (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json =
    project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *editions = json_object_get (json, "editions");

  assert_text (json, "gbizid", "prime");
  assert_text (json, "symbol", "★★");
  assert_number (json_object_get (json, "rules"), "answered", 6);
  assert_number (json_object_get (json, "rules"), "items", 6);
  assert_text (json_object_get (json, "self_check"), "date", "2026-11-20");
  assert_number (json_object_get (json, "self_check"), "answered", 25);
  assert_text (json_object_get (json, "policy"), "published_place",
               "https://www.hinata-seiko.example/security/");
  g_assert_cmpuint (json_array_size (editions), ==, 2);
  assert_text (json_array_get (editions, 0), "id", "ipa-rules");
  assert_null (json_array_get (editions, 0), "inherited_note");
  g_assert_nonnull (sgn_json_string (json_array_get (editions, 1), "inherited_note"));
}

static SgnRecord *
make_company (SgnProfile *profile)
{
  SgnRecord *record = sgn_record_new ();

  add_company (record, profile);
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

/* A name alone makes a sheet: the empty rows are what there is to do, and one star comes first. */
static void
test_a_new_company_sees_what_is_missing (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) record = make_company (profile);
  g_autoptr (json_t) json =
    project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_number (json, "star", 1);
  assert_null (json, "rules");
  assert_null (json, "self_check");
  assert_null (json, "policy");
  g_assert_cmpstr (get_field (json, "name"), ==, "甲");
  g_assert_null (get_field (json, "kana"));
  g_assert_null (get_field (json, "address"));
  g_assert_null (get_field (json, "representative"));
  g_assert_null (get_field (json, "business"));
  g_assert_cmpuint (json_array_size (json_object_get (json, "editions")), ==, 0);
}

static void
test_two_stars_once_the_self_check_has_begun (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) record = make_company (profile);
  g_autoptr (json_t) json = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-01", "done");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_number (json, "star", 2);
  assert_number (json_object_get (json, "self_check"), "answered", 1);
  assert_number (json_object_get (json, "self_check"), "items", 25);
}

static void
test_capital_and_staff_as_they_are_written (void)
{
  static const struct {
    gint64 capital;
    gint64 employees;
    const char *text;
  } cases[] = {
    { -1, -1, "業種" },
    { -1, 1, "業種　1名" },
    { 0, 0, "業種　0名　0円" },
    { 9999, 5, "業種　5名　9,999円" },
    { 10000, 5, "業種　5名　1万円" },
    { 3005000, 1234, "業種　1,234名　3,005,000円" },
    { 1000000000000, 5, "業種　5名　100,000,000万円" },
  };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
    g_autoptr (SgnRecord) record = NULL;
    g_autoptr (json_t) json = NULL;

    profile->industry = g_strdup ("業種");
    profile->capital_yen = cases[i].capital;
    profile->employees = cases[i].employees;
    record = make_company (profile);
    json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
    g_assert_cmpstr (get_field (json, "business"), ==, cases[i].text);
  }
}

/* Contacts stand on it: it is for the company alone. */
static void
test_partners_do_not_get_it (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA, FALSE,
                                         0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-preparation/data-stand-as-typed", test_data_stand_as_typed);
  g_test_add_func ("/projection-preparation/labels-are-in-the-language-of-the-sheet",
                   test_labels_are_in_the_language_of_the_sheet);
  g_test_add_func ("/projection-preparation/what-comes-before-is-counted",
                   test_what_comes_before_is_counted);
  g_test_add_func ("/projection-preparation/a-new-company-sees-what-is-missing",
                   test_a_new_company_sees_what_is_missing);
  g_test_add_func ("/projection-preparation/two-stars-once-the-self-check-has-begun",
                   test_two_stars_once_the_self_check_has_begun);
  g_test_add_func ("/projection-preparation/capital-and-staff-as-they-are-written",
                   test_capital_and_staff_as_they_are_written);
  g_test_add_func ("/projection-preparation/partners-do-not-get-it", test_partners_do_not_get_it);
  return g_test_run ();
}
