/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-declare-steps.h"

#include "sample-record.h"
#include "sgn-form.h"

static SgnRecord *
make_company (const char *gbizid)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  profile->gbizid = g_strdup (gbizid);
  add_company (record, profile);
  return record;
}

static void
add_declaration (SgnRecord *record, gint64 id, int star, const char *date)
{
  SgnDeclaration *declaration = g_new0 (SgnDeclaration, 1);

  declaration->id = id;
  declaration->star = star;
  declaration->number = g_strdup ("50000000000");
  declaration->date = g_strdup (date);
  declaration->places = g_ptr_array_new_with_free_func ((GDestroyNotify) sgn_place_free);
  g_ptr_array_add (record->declarations, declaration);
}

static void
test_a_new_company_begins_with_the_account (void)
{
  static const struct {
    const char *gbizid;
    guint next;
  } cases[] = { { NULL, SGN_DECLARE_ACCOUNT },
                { "none", SGN_DECLARE_ACCOUNT },
                { "prime", SGN_DECLARE_SHEET },
                { "member", SGN_DECLARE_SHEET } };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = make_company (cases[i].gbizid);
    SgnDeclareState states[SGN_N_DECLARE_STEPS];

    sgn_declare_steps_of (library, record, 1, states);
    g_assert_cmpuint (sgn_declare_steps_get_next (states), ==, cases[i].next);
    g_assert_cmpuint (states[SGN_DECLARE_SHEET].done_count, ==, 1);
    g_assert_cmpuint (states[SGN_DECLARE_SHEET].total, ==, 11);
    g_assert_cmpint (sgn_declare_steps_get_star (record), ==, 1);
  }
}

static void
test_a_declaration_is_of_its_star_only (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_company ("prime");
  SgnDeclareState states[SGN_N_DECLARE_STEPS];

  add_declaration (record, 1, 1, "2026-05-01");
  add_declaration (record, 2, 1, "2026-04-01");
  sgn_declare_steps_of (library, record, 1, states);
  g_assert_true (states[SGN_DECLARE_NUMBER].done);
  sgn_declare_steps_of (library, record, 2, states);
  g_assert_false (states[SGN_DECLARE_NUMBER].done);

  g_assert_cmpint (sgn_declare_steps_get_star (record), ==, 2);
  g_assert_cmpint (sgn_record_find_star (record, 1)->id, ==, 1);
  g_assert_null (sgn_record_find_star (record, 2));
}

static void
test_the_star_that_is_wanted_comes_next (void)
{
  static const struct {
    const char *wish;
    int declared;
    int star;
  } cases[] = {
    { NULL, 0, 1 },     { NULL, 1, 2 },     { NULL, 2, 2 },     { "star-1", 0, 1 },
    { "star-1", 1, 1 }, { "star-2", 0, 2 }, { "star-2", 1, 2 }, { "star-2", 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = make_company ("prime");

    if (cases[i].wish != NULL)
      g_hash_table_insert (record->settings, g_strdup (SGN_SETTING_GOAL), g_strdup (cases[i].wish));
    for (int star = 1; star <= cases[i].declared; star++)
      add_declaration (record, star, star, "2026-05-01");
    g_assert_cmpint (sgn_declare_steps_get_star (record), ==, cases[i].star);
  }
}

static void
test_the_sample_has_done_it_all (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnDeclaration *newest = sgn_record_get_declaration (record);
  SgnDeclareState states[SGN_N_DECLARE_STEPS];

  sgn_declare_steps_of (library, record, newest->star, states);
  g_assert_true (states[SGN_DECLARE_ACCOUNT].done && states[SGN_DECLARE_SHEET].done);
  g_assert_true (states[SGN_DECLARE_DECLARE].done && states[SGN_DECLARE_NUMBER].done);
  g_assert_cmpuint (states[SGN_DECLARE_SHOWN].done_count, ==, newest->places->len);
}

static void
test_files_count_while_they_are_in_use (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_company ("prime");
  SgnEvidence *evidence = g_new0 (SgnEvidence, 1);
  SgnDeclareState states[SGN_N_DECLARE_STEPS];

  add_declaration (record, 1, 1, "2026-05-01");
  evidence->id = 1;
  evidence->links = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (evidence->links, g_strdup ("declaration/1"));
  g_ptr_array_add (record->evidence, evidence);

  sgn_declare_steps_of (library, record, 1, states);
  g_assert_cmpuint (states[SGN_DECLARE_LOGO].done_count, ==, 1);
  evidence->retired = TRUE;
  sgn_declare_steps_of (library, record, 1, states);
  g_assert_false (states[SGN_DECLARE_LOGO].done);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/declare-steps/a-new-company-begins-with-the-account",
                   test_a_new_company_begins_with_the_account);
  g_test_add_func ("/declare-steps/a-declaration-is-of-its-star-only",
                   test_a_declaration_is_of_its_star_only);
  g_test_add_func ("/declare-steps/the-star-that-is-wanted-comes-next",
                   test_the_star_that_is_wanted_comes_next);
  g_test_add_func ("/declare-steps/the-sample-has-done-it-all", test_the_sample_has_done_it_all);
  g_test_add_func ("/declare-steps/files-count-while-they-are-in-use",
                   test_files_count_while_they_are_in_use);

  return g_test_run ();
}
