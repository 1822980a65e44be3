/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-profile.h"

#include "sgn-error.h"

#include <string.h>

static SgnProfile *
read_profile (const char *text, GError **error)
{
  g_autoptr (json_t) json = json_loads (text, JSON_DECODE_ANY, NULL);

  g_assert_nonnull (json);
  return sgn_profile_new_from_json (json, error);
}

static void
test_a_profile_file_comes_back_as_it_went (void)
{
  static const char text[] =
    "{\"name\": \"甲\", \"name_kana\": \"コウ\", \"corporate_number\": \"7000012050002\","
    " \"postal_code\": \"394-0000\", \"address\": \"葛󠄀城市\", \"representative\": "
    "\"髙橋\","
    " \"representative_title\": \"代表\", \"contact\": \"山﨑\", \"email\": \"a@b.example\","
    " \"phone\": \"0266-00-0000\", \"industry\": \"製造業\", \"employees\": 18, \"computers\": 21,"
    " \"capital_yen\": 10000000, \"url\": \"https://b.example/\", \"contact_department\": \"総務\","
    " \"contact_kana\": \"ヤマザキ\", \"representative_kana\": \"タカハシ\", \"purpose\": \"説明\","
    " \"gbizid\": \"member\","
    " \"sites\": [{\"name\": \"本社\", \"address\": \"岡谷市\", \"employees\": 10}, {\"name\": "
    "\"工場\"}]}";
  g_autoptr (json_t) expected = json_loads (text, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnProfile) profile = read_profile (text, &error);
  g_autoptr (json_t) json = NULL;

  g_assert_no_error (error);
  json = sgn_profile_to_json (profile);
  g_assert_true (json_equal (json, expected));
}

static void
test_the_sample_profile_is_read (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("SENGEN_DATA_DIR"), "samples", "hinata", "profile.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_json_load_file (path, &error);
  g_autoptr (SgnProfile) profile = NULL;

  g_assert_no_error (error);
  profile = sgn_profile_new_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile->representative, ==, "髙橋 美咲");
  g_assert_cmpuint (profile->sites->len, ==, 1);
}

static void
test_wrong_profiles_are_refused_by_name (void)
{
  static const struct {
    const char *text;
    int code;
    const char *named;
  } cases[] = {
    { "[]", SGN_ERROR_UNREADABLE, "JSON" },
    { "\"甲\"", SGN_ERROR_UNREADABLE, "JSON" },
    { "{}", SGN_ERROR_INVALID, "name" },
    { "{\"name\": \"\"}", SGN_ERROR_INVALID, "name" },
    { "{\"name\": \"　 \"}", SGN_ERROR_INVALID, "name" },
    { "{\"name\": null}", SGN_ERROR_INVALID, "name" },
    { "{\"name\": 1}", SGN_ERROR_UNREADABLE, "name" },
    { "{\"name\": \"甲\", \"adress\": \"乙\"}", SGN_ERROR_UNREADABLE, "adress" },
    { "{\"name\": \"甲\", \"sample\": 1}", SGN_ERROR_UNREADABLE, "sample" },
    { "{\"name\": \"甲\", \"employees\": \"18\"}", SGN_ERROR_UNREADABLE, "employees" },
    { "{\"name\": \"甲\", \"employees\": -1}", SGN_ERROR_UNREADABLE, "employees" },
    { "{\"name\": \"甲\", \"employees\": 1.5}", SGN_ERROR_UNREADABLE, "employees" },
    { "{\"name\": \"甲\", \"phone\": 266}", SGN_ERROR_UNREADABLE, "phone" },
    { "{\"name\": \"甲\", \"gbizid\": \"entry\"}", SGN_ERROR_INVALID, "entry" },
    { "{\"name\": \"甲\", \"sites\": {}}", SGN_ERROR_UNREADABLE, "sites" },
    { "{\"name\": \"甲\", \"sites\": [1]}", SGN_ERROR_UNREADABLE, "sites" },
    { "{\"name\": \"甲\", \"sites\": [{}]}", SGN_ERROR_INVALID, "sites.name" },
    { "{\"name\": \"甲\", \"sites\": [{\"name\": \"乙\", \"id\": 1}]}", SGN_ERROR_UNREADABLE,
      "id" },
    { "{\"name\": \"甲\", \"sites\": [{\"name\": \"乙\", \"employees\": true}]}",
      SGN_ERROR_UNREADABLE, "employees" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SgnProfile) profile = read_profile (cases[i].text, &error);

    g_assert_null (profile);
    g_assert_error (error, SGN_ERROR, cases[i].code);
    g_assert_nonnull (strstr (error->message, cases[i].named));
  }
}

static void
test_texts_are_cleaned_and_empty_ones_say_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnProfile) profile =
    read_profile ("{\"name\": \"甲\\n乙 \", \"address\": \"\", \"phone\": null,"
                  " \"employees\": null, \"sites\": null, \"url\": \"\\u202ehttps://a.example\"}",
                  &error);

  g_assert_no_error (error);
  g_assert_cmpstr (profile->name, ==, "甲 乙");
  g_assert_null (profile->address);
  g_assert_null (profile->phone);
  g_assert_cmpint (profile->employees, ==, -1);
  g_assert_cmpstr (profile->url, ==, "https://a.example");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile-file/a-profile-file-comes-back-as-it-went",
                   test_a_profile_file_comes_back_as_it_went);
  g_test_add_func ("/profile-file/the-sample-profile-is-read", test_the_sample_profile_is_read);
  g_test_add_func ("/profile-file/wrong-profiles-are-refused-by-name",
                   test_wrong_profiles_are_refused_by_name);
  g_test_add_func ("/profile-file/texts-are-cleaned-and-empty-ones-say-nothing",
                   test_texts_are_cleaned_and_empty_ones_say_nothing);
  return g_test_run ();
}
