/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static void
test_the_newest_version_is_shown (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json =
    project (library, record, "basic-policy", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *policy = json_object_get (json, "policy");
  const json_t *parts = json_object_get (policy, "parts");

  assert_keys (policy, "contact draft established parts published_on published_place revised "
                       "text_language version");
  assert_number (policy, "version", 2);
  assert_text (policy, "revised", "2026-11-23");
  assert_text (policy, "contact", "総務課　電話 0266-00-0000");
  g_assert_false (sgn_json_boolean (policy, "draft"));
  g_assert_cmpuint (json_array_size (parts), ==, 6);
  assert_text (json_array_get (parts, 0), "id", "preamble");
  assert_null (json_array_get (parts, 0), "title");
  assert_text (json_array_get (parts, 1), "title", "経営者の責任");
}

static void
test_both_audiences_see_the_same_policy (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) internal =
    project (library, record, "basic-policy", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  g_autoptr (json_t) partner =
    project (library, record, "basic-policy", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);

  g_assert_true (
    json_equal (json_object_get (internal, "policy"), json_object_get (partner, "policy")));
}

static void
test_english_words_are_taken_where_they_were_written (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (SgnRecord) older = sgn_record_new ();
  g_autoptr (json_t) list = load_sample ("policy.json");
  g_autoptr (json_t) english =
    project (library, record, "basic-policy", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  g_autoptr (json_t) japanese = NULL;
  const json_t *policy = json_object_get (english, "policy");

  assert_text (policy, "text_language", "en");
  assert_text (policy, "contact", "General Affairs, phone 0266-00-0000");
  g_assert_true (
    g_str_has_prefix (sgn_json_string (json_array_get (json_object_get (policy, "parts"), 1),
                                       "text"),
                      "The president"));

  add_policy (older, json_array_get (list, 0));
  japanese = project (library, older, "basic-policy", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  policy = json_object_get (japanese, "policy");
  assert_text (policy, "text_language", "ja");
  g_assert_true (g_str_has_prefix (
    sgn_json_string (json_array_get (json_object_get (policy, "parts"), 1), "text"), "代表者"));
}

static void
test_what_is_not_published_is_a_draft (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) words = json_pack ("{s:i, s:{s:s, s:s, s:s}}", "version", 1, "parts", "law",
                                        "法令", "zoo", "その他", "owner", "代表者");
  g_autoptr (json_t) json = NULL;
  const json_t *policy = NULL;
  const json_t *parts = NULL;

  add_policy (record, words);
  json = project (library, record, "basic-policy", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  policy = json_object_get (json, "policy");
  parts = json_object_get (policy, "parts");

  g_assert_true (sgn_json_boolean (policy, "draft"));
  assert_null (policy, "published_on");
  g_assert_cmpuint (json_array_size (parts), ==, 3);
  assert_text (json_array_get (parts, 0), "id", "owner");
  assert_text (json_array_get (parts, 1), "id", "law");
  assert_text (json_array_get (parts, 2), "text", "その他");
  assert_null (json_array_get (parts, 2), "title");
}

static void
test_a_policy_without_words_cannot_be_shown (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) words = json_pack ("{s:i, s:{}}", "version", 1, "parts");
  const SgnProjectionRequest request = { "basic-policy", SGN_AUDIENCE_INTERNAL };
  g_autoptr (GError) error = NULL;

  add_policy (record, words);

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-policy/the-newest-version-is-shown",
                   test_the_newest_version_is_shown);
  g_test_add_func ("/projection-policy/both-audiences-see-the-same-policy",
                   test_both_audiences_see_the_same_policy);
  g_test_add_func ("/projection-policy/english-words-are-taken-where-they-were-written",
                   test_english_words_are_taken_where_they_were_written);
  g_test_add_func ("/projection-policy/what-is-not-published-is-a-draft",
                   test_what_is_not_published_is_a_draft);
  g_test_add_func ("/projection-policy/a-policy-without-words-cannot-be-shown",
                   test_a_policy_without_words_cannot_be_shown);
  return g_test_run ();
}
