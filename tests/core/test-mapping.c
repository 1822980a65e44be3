/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-mapping.h"

#include "message-form.h"
#include "sgn-error.h"

#include <glib/gstdio.h>

#define HEAD "{\"from\": \"a@1\", \"to\": \"a@2\", \"checked\": \"2026-11-22\", \"pairs\": "
#define PAIR(from, to, relation)                                           \
  "{\"from\": \"" from "\", \"to\": \"" to "\", \"relation\": \"" relation \
  "\", \"basis\": \"own\", \"confidence\": \"inherited\"}"

static SgnMapping *
load (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("sengen-mapping-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a@1--a@2.json", NULL);
  SgnMapping *self;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  self = sgn_mapping_new_from_file (path, error);
  g_unlink (path);
  g_rmdir (folder);
  return self;
}

static void
test_only_equal_items_are_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnMapping) self =
    load (HEAD "[" PAIR ("1", "7", "subset") "," PAIR ("2", "8", "equal") "," PAIR (
            "3", "9", "superset") "," PAIR ("4", "9", "intersects") "]}",
          &error);

  g_assert_no_error (error);
  g_assert_cmpstr (self->from, ==, "a@1");
  g_assert_cmpstr (self->to, ==, "a@2");
  g_assert_cmpuint (self->pairs->len, ==, 4);
  g_assert_cmpstr (sgn_mapping_find_equal (self, "8"), ==, "2");
  g_assert_null (sgn_mapping_find_equal (self, "7"));
  g_assert_null (sgn_mapping_find_equal (self, "9"));
  g_assert_null (sgn_mapping_find_equal (self, "2"));
}

static void
test_pairs_are_read_whole (void)
{
  g_autoptr (SgnMapping) self =
    load (HEAD "[{\"from\": \"1\", \"to\": \"2\", \"relation\": \"intersects\","
               " \"basis\": \"official\"}, {\"from\": \"1\", \"to\": \"3\","
               " \"relation\": \"subset\", \"basis\": \"own\", \"confidence\": \"confirmed\","
               " \"why\": {\"ja\": \"鍵\", \"en\": \"Keys\"}}]}",
          NULL);
  const SgnMappingPair *pair = g_ptr_array_index (self->pairs, 0);
  const SgnMappingPair *other = g_ptr_array_index (self->pairs, 1);

  g_assert_cmpint (pair->relation, ==, SGN_RELATION_INTERSECTS);
  g_assert_true (pair->official);
  g_assert_cmpint (pair->confidence, ==, SGN_CONFIDENCE_UNVERIFIED);
  g_assert_null (pair->why.ja);
  g_assert_false (other->official);
  g_assert_cmpint (other->confidence, ==, SGN_CONFIDENCE_CONFIRMED);
  g_assert_cmpstr (other->why.ja, ==, "鍵");
  g_assert_cmpstr (other->why.en, ==, "Keys");
}

static void
test_relations_have_words_and_an_other_side (void)
{
  static const struct {
    SgnRelation relation;
    const char *key;
    SgnRelation reverse;
  } cases[] = {
    { SGN_RELATION_EQUAL, "equal", SGN_RELATION_EQUAL },
    { SGN_RELATION_SUBSET, "subset", SGN_RELATION_SUPERSET },
    { SGN_RELATION_SUPERSET, "superset", SGN_RELATION_SUBSET },
    { SGN_RELATION_INTERSECTS, "intersects", SGN_RELATION_INTERSECTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpstr (sgn_relation_to_key (cases[i].relation), ==, cases[i].key);
    g_assert_cmpint (sgn_relation_reverse (cases[i].relation), ==, cases[i].reverse);
  }
}

static void
test_names_the_place_of_each_mistake (void)
{
  static const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "[]", "*top level: It is not an object. *" },
    { "{\"from\": \"a\"}", "*/from: “a” is not right. Expected: a catalogue and its edition*" },
    { "{\"from\": \"a@1\"}", "*/to: It is missing. *" },
    { HEAD "[]}", "*/pairs: The list is empty. *" },
    { HEAD "[" PAIR ("1", "1", "same") "]}", "*/pairs/0/relation: “same” is not right. *" },
    { HEAD "[{\"from\": \"1\", \"to\": \"2\", \"relation\": \"equal\", \"basis\": \"own\","
           " \"why\": {\"ja\": \"鍵\"}}]}",
      "*/pairs/0/why/en: It is missing. *" },
    { HEAD "[" PAIR ("", "1", "equal") "]}", "*/pairs/0/from: It is empty. *" },
    { HEAD "[" PAIR ("1", "1", "equal") "," PAIR ("1", "2", "equal") "]}",
      "*/pairs/1/from: “1” is not right. Expected: an item that has no equal*" },
    { HEAD "[" PAIR ("1", "1", "equal") "," PAIR ("2", "1", "equal") "]}",
      "*/pairs/1/to: “1” is not right. Expected: an item that has no equal*" },
    { HEAD "[" PAIR ("1", "1", "equal") "], \"note\": 1}", "*/note: The key is not known. *" },
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
test_missing_file_is_an_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_mapping_new_from_file ("/nowhere/a.json", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/only-equal-items-are-found", test_only_equal_items_are_found);
  g_test_add_func ("/mapping/pairs-are-read-whole", test_pairs_are_read_whole);
  g_test_add_func ("/mapping/relations-have-words-and-an-other-side",
                   test_relations_have_words_and_an_other_side);
  g_test_add_func ("/mapping/names-the-place-of-each-mistake",
                   test_names_the_place_of_each_mistake);
  g_test_add_func ("/mapping/missing-file-is-an-error", test_missing_file_is_an_error);
  return g_test_run ();
}
