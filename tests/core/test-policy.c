/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-policy.h"

#include "message-form.h"
#include "sgn-error.h"

#include <glib/gstdio.h>

#define PART(id, title)                    \
  "{\"id\": \"" id "\", \"title\": " title \
  ", \"text\": {\"ja\": \"{company}は守ります。\", \"en\": \"{company} protects.\"}}"
#define PHRASE "{\"ja\": \"守ります\", \"en\": \"protects\"}"
#define INSTEAD "{\"ja\": \"守っていき\", \"en\": \"goes on to protect\"}"
#define PROMISING(promise)                                              \
  "{\"parts\": [{\"id\": \"owner\", \"title\": null, \"text\": " PHRASE \
  ", \"promises\": [" promise "]}]}"
#define TITLE "{\"ja\": \"責任\", \"en\": \"Responsibility\"}"

static SgnPolicyTemplate *
load (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-policy-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (folder, "documents", NULL);
  g_autofree char *path = g_build_filename (documents, "policy.json", NULL);
  SgnPolicyTemplate *self;

  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = sgn_policy_template_load (folder, error);
  g_unlink (path);
  g_rmdir (documents);
  g_rmdir (folder);
  return self;
}

static void
test_parts_are_read_in_order (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPolicyTemplate) self =
    load ("{\"parts\": [" PART ("preamble", "null") ", " PART ("owner", TITLE) "]}", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (self->parts->len, ==, 2);
  g_assert_true (g_ptr_array_index (self->parts, 0) == sgn_policy_template_find (self, "preamble"));
  g_assert_null (sgn_policy_template_find (self, "preamble")->title.ja);
  g_assert_cmpstr (sgn_policy_template_find (self, "owner")->title.en, ==, "Responsibility");
  g_assert_null (sgn_policy_template_find (self, "staff"));
  g_assert_null (sgn_policy_template_find (self, NULL));
}

static void
test_promises_name_the_item_that_can_deny_them (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPolicyTemplate) self =
    load (PROMISING ("{\"phrase\": " PHRASE ", \"instead\": " INSTEAD
                     ", \"item\": {\"scheme\": \"ipa-self-check@4.0\", \"item\": \"SD-01\"}}"),
          &error);
  const SgnPolicyPart *part = self != NULL ? sgn_policy_template_find (self, "owner") : NULL;
  const SgnPolicyPromise *promise;

  g_assert_no_error (error);
  g_assert_cmpuint (part->promises->len, ==, 1);
  promise = g_ptr_array_index (part->promises, 0);
  g_assert_cmpstr (promise->phrase.en, ==, "protects");
  g_assert_cmpstr (promise->instead.en, ==, "goes on to protect");
  g_assert_cmpstr (promise->item.scheme, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (promise->item.item, ==, "SD-01");
  g_assert_cmpuint (self->shown_by->len, ==, 0);
}

static void
test_company_name_is_filled_in (void)
{
  g_autoptr (SgnPolicyTemplate) self = load ("{\"parts\": [" PART ("owner", TITLE) "]}", NULL);
  const SgnPolicyPart *part = sgn_policy_template_find (self, "owner");
  g_autofree char *ja = sgn_policy_part_fill (part, "株式会社𠮷野", SGN_LANGUAGE_JA);
  g_autofree char *en = sgn_policy_part_fill (part, "{company} & Co.", SGN_LANGUAGE_EN);

  g_assert_cmpstr (ja, ==, "株式会社𠮷野は守ります。");
  g_assert_cmpstr (en, ==, "{company} & Co. protects.");
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{", "*policy.json”, line 1, column *" },
    { "[]", "*top level: It is not an object. *" },
    { "{}", "*/parts: It is missing. *" },
    { "{\"parts\": []}", "*/parts: The list is empty. *" },
    { "{\"parts\": [" PART ("owner", "3") "]}", "*/parts/0/title: It is not an object. *" },
    { "{\"parts\": [" PART ("owner", "null") ", " PART ("owner", "null") "]}",
      "*/parts/1/id: “owner” is not right. *" },
    { "{\"parts\": [{\"id\": \"owner\", \"title\": null}]}", "*/parts/0/text: It is missing. *" },
    { PROMISING ("{\"phrase\": " PHRASE "}"), "*/parts/0/promises/0/instead: It is missing. *" },
    { PROMISING ("{\"phrase\": " PHRASE ", \"instead\": " INSTEAD "}"),
      "*/parts/0/promises/0/item: It is missing. *" },
    { PROMISING ("{\"phrase\": " PHRASE ", \"instead\": " INSTEAD
                 ", \"item\": {\"scheme\": \"a\", \"item\": \"b\"}}"),
      "*/parts/0/promises/0/item/scheme: “a” is not right. *" },
    { "{\"parts\": [" PART ("owner", TITLE) "], \"shown_by\": [3]}",
      "*/shown_by/0: It is not an object. *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (load (cases[i].text, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    assert_is_sentence (error->message);
    if (!g_pattern_match_simple (cases[i].message, error->message))
      g_error ("“%s” is not like “%s”", error->message, cases[i].message);
  }
}

static void
test_shipped_template_has_the_official_parts (void)
{
  static const char *const ids[] = { "preamble", "owner", "organisation",
                                     "staff",    "law",   "incidents" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPolicyTemplate) self =
    sgn_policy_template_load (g_getenv ("SENGEN_DATA_DIR"), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (self->parts->len, ==, G_N_ELEMENTS (ids));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (((SgnPolicyPart *) g_ptr_array_index (self->parts, i))->id, ==, ids[i]);
}

/* As it is found again in what a company wrote. */
static void
test_a_promise_is_found_where_it_stands (void)
{
  static const struct {
    SgnLanguage language;
    const char *text;
    gboolean found;
    guint start;
    guint end;
  } texts[] = {
    { SGN_LANGUAGE_EN, "The company Protects data.", TRUE, 12, 20 },
    { SGN_LANGUAGE_EN, "ｐｒｏｔｅｃｔｓ", TRUE, 0, 8 },
    { SGN_LANGUAGE_EN, "The company protected data.", FALSE, 0, 0 },
    { SGN_LANGUAGE_JA, "The company protects data.", FALSE, 0, 0 },
    { SGN_LANGUAGE_EN, NULL, FALSE, 0, 0 },
  };
  const SgnPolicyPromise promise = { .phrase = { (char *) "守り", (char *) "protects" } };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    guint start = 0;
    guint end = 0;

    g_assert_cmpint (sgn_policy_promise_find (&promise, texts[i].language, texts[i].text, &start,
                                              &end),
                     ==, texts[i].found);
    g_assert_cmpuint (start, ==, texts[i].start);
    g_assert_cmpuint (end, ==, texts[i].end);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/parts-are-read-in-order", test_parts_are_read_in_order);
  g_test_add_func ("/policy/promises-name-the-item-that-can-deny-them",
                   test_promises_name_the_item_that_can_deny_them);
  g_test_add_func ("/policy/company-name-is-filled-in", test_company_name_is_filled_in);
  g_test_add_func ("/policy/names-the-place-of-each-mistake", test_names_the_place_of_each_mistake);
  g_test_add_func ("/policy/shipped-template-has-the-official-parts",
                   test_shipped_template_has_the_official_parts);
  g_test_add_func ("/policy/a-promise-is-found-where-it-stands",
                   test_a_promise_is_found_where_it_stands);
  return g_test_run ();
}
