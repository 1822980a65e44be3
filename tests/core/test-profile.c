/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-profile.h"

static SgnProfile *
make_profile (void)
{
  SgnProfile *profile = sgn_profile_new ("株式会社𠮷野");
  SgnSite *site = g_new0 (SgnSite, 1);

  profile->name_en = g_strdup ("Yoshino Co.");
  profile->address = g_strdup ("葛󠄀城市1-2-3");
  profile->representative = g_strdup ("髙橋 美咲");
  profile->representative_title_en = g_strdup ("President");
  profile->gbizid = g_strdup ("prime");
  profile->employees = 0;
  profile->capital_yen = 10000000;
  site->name = g_strdup ("工場");
  site->employees = -1;
  g_ptr_array_add (profile->sites, site);
  return profile;
}

static void
test_a_new_profile_says_only_the_name (void)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (json_t) json = sgn_profile_to_json (profile);
  g_autofree char *text = sgn_json_to_canonical (json);

  g_assert_cmpstr (text, ==, "{\"name\":\"甲\"}");
  g_assert_cmpint (profile->employees, ==, -1);
}

static void
test_a_copy_says_the_same_and_stands_alone (void)
{
  g_autoptr (SgnProfile) profile = make_profile ();
  g_autoptr (SgnProfile) copy = sgn_profile_copy (profile);
  g_autoptr (json_t) before = sgn_profile_to_json (profile);
  g_autoptr (json_t) after = NULL;

  g_clear_pointer (&profile, sgn_profile_free);
  after = sgn_profile_to_json (copy);

  g_assert_true (json_equal (before, after));
}

static void
test_the_row_has_every_column (void)
{
  g_autoptr (SgnProfile) profile = make_profile ();
  g_autoptr (json_t) row = sgn_profile_to_row (profile, TRUE);
  g_autoptr (SgnProfile) again = sgn_profile_new_from_row (row);
  g_autoptr (json_t) row_again = sgn_profile_to_row (again, TRUE);

  g_assert_cmpuint (json_object_size (row), ==, 25);
  g_assert_null (json_object_get (row, "sites"));
  g_assert_true (json_is_integer (json_object_get (row, "sample")));
  g_assert_true (json_is_null (json_object_get (row, "computers")));
  g_assert_cmpint (sgn_json_integer (row, "employees", -1), ==, 0);
  g_assert_true (json_is_null (json_object_get (row, "phone")));
  g_assert_true (json_equal (row, row_again));
  g_assert_cmpuint (again->sites->len, ==, 0);
}

static void
test_a_row_with_a_wrong_column_is_no_profile (void)
{
  g_autoptr (SgnProfile) profile = make_profile ();
  g_autoptr (json_t) row = sgn_profile_to_row (profile, FALSE);
  const char *key = NULL;
  json_t *value = NULL;

  json_object_foreach (row, key, value)
  {
    g_autoptr (json_t) changed = json_copy (row);
    g_autoptr (SgnProfile) again = NULL;

    if (g_str_equal (key, "sample"))
      continue;
    json_object_set_new (changed, key, json_true ());
    again = sgn_profile_new_from_row (changed);
    g_assert_null (again);
  }
}

static void
test_a_sheet_in_english_takes_the_english_text (void)
{
  g_autoptr (SgnProfile) profile = make_profile ();

  g_assert_cmpstr (sgn_profile_get_name (profile, SGN_LANGUAGE_JA), ==, "株式会社𠮷野");
  g_assert_cmpstr (sgn_profile_get_name (profile, SGN_LANGUAGE_EN), ==, "Yoshino Co.");
  g_assert_cmpstr (sgn_profile_get_address (profile, SGN_LANGUAGE_EN), ==, "葛󠄀城市1-2-3");
  g_assert_cmpstr (sgn_profile_get_representative (profile, SGN_LANGUAGE_EN), ==, "髙橋 美咲");
  g_assert_null (sgn_profile_get_representative_title (profile, SGN_LANGUAGE_JA));
  g_assert_cmpstr (sgn_profile_get_representative_title (profile, SGN_LANGUAGE_EN), ==,
                   "President");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/a-new-profile-says-only-the-name",
                   test_a_new_profile_says_only_the_name);
  g_test_add_func ("/profile/a-copy-says-the-same-and-stands-alone",
                   test_a_copy_says_the_same_and_stands_alone);
  g_test_add_func ("/profile/the-row-has-every-column", test_the_row_has_every_column);
  g_test_add_func ("/profile/a-row-with-a-wrong-column-is-no-profile",
                   test_a_row_with_a_wrong_column_is_no_profile);
  g_test_add_func ("/profile/a-sheet-in-english-takes-the-english-text",
                   test_a_sheet_in_english_takes_the_english_text);
  return g_test_run ();
}
