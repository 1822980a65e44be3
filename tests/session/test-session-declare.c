/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static void
test_a_declaration_is_kept_with_its_places (Fixture *fixture, gconstpointer data)
{
  const char *places[] = { "自社ウェブサイト", "  ", "受付の掲示", NULL };
  const SgnDeclarationChange change = { 2, "５００００００００００", "2026-11-23", "prime",
                                        places };
  const SgnDeclaration *declaration;

  fixture_new_company (fixture);
  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);

  declaration = sgn_record_get_declaration (sgn_session_get_record (fixture->session));
  g_assert_cmpint (declaration->star, ==, 2);
  g_assert_cmpstr (declaration->number, ==, "50000000000");
  g_assert_cmpstr (declaration->edition, ==, "4.0");
  g_assert_cmpuint (declaration->places->len, ==, 2);
  g_assert_cmpstr (((SgnPlace *) g_ptr_array_index (declaration->places, 1))->place, ==,
                   "受付の掲示");
}

static void
test_an_old_declaration_speaks_of_the_old_rules (Fixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange change = { 1, "40000000000", "2024-06-03", NULL, NULL };

  fixture_new_company (fixture);
  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_assert_cmpstr (sgn_record_get_declaration (sgn_session_get_record (fixture->session))->edition,
                   ==, "3.1");
}

/* SECURITY ACTION began in 2017, before the oldest edition of the rules that is here. */
static void
test_a_declaration_before_all_editions_is_kept (Fixture *fixture, gconstpointer data)
{
  const SgnDeclarationChange change = { 1, "40000000000", "2018-05-01", NULL, NULL };

  fixture_new_company (fixture);
  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);

  g_assert_cmpstr (sgn_record_get_declaration (sgn_session_get_record (fixture->session))->edition,
                   ==, "");
}

static const SgnDeclarationChange refused[] = {
  { 3, "50000000000", "2026-11-23", NULL, NULL },    { 0, "50000000000", "2026-11-23", NULL, NULL },
  { 1, "30000000000", "2026-11-23", NULL, NULL },    { 1, "5000000000", "2026-11-23", NULL, NULL },
  { 1, "500000000000", "2026-11-23", NULL, NULL },   { 1, "5000000000a", "2026-11-23", NULL, NULL },
  { 1, "50000000000", "2026-02-30", NULL, NULL },    { 1, "50000000000", NULL, NULL, NULL },
  { 1, "50000000000", "2026-11-23", "entry", NULL },
};

static void
test_wrong_words_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    sgn_session_declare_async (fixture->session, &refused[i], fixture_done_cb, fixture);
    fixture_expect_error (fixture, SGN_ERROR_INVALID);
  }

  g_assert_cmpuint (sgn_session_get_record (fixture->session)->declarations->len, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/declare/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-declaration-is-kept-with-its-places", test_a_declaration_is_kept_with_its_places);
  ADD ("an-old-declaration-speaks-of-the-old-rules",
       test_an_old_declaration_speaks_of_the_old_rules);
  ADD ("a-declaration-before-all-editions-is-kept", test_a_declaration_before_all_editions_is_kept);
  ADD ("wrong-words-are-refused", test_wrong_words_are_refused);

  return g_test_run ();
}
