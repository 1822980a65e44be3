/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static void
declare (Fixture *fixture, const char *date)
{
  const SgnDeclarationChange change = { 1, "50000000000", date, "prime", NULL };

  sgn_session_declare_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static const SgnPlace *
get_place (Fixture *fixture)
{
  const SgnDeclaration *declaration =
    sgn_record_get_declaration (sgn_session_get_record (fixture->session));

  g_assert_cmpuint (declaration->places->len, ==, 1);
  return g_ptr_array_index (declaration->places, 0);
}

static void
test_a_place_is_added_confirmed_and_undone (Fixture *fixture, gconstpointer data)
{
  const SgnShownPlace place = { 0, "自社ウェブサイト", "会社概要に文を掲載", "2026-11-24" };

  fixture_new_company (fixture);
  declare (fixture, "2026-05-01");
  declare (fixture, "2026-11-23");
  sgn_session_add_place_async (fixture->session, &place, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (get_place (fixture)->place, ==, "自社ウェブサイト");
  g_assert_cmpstr (get_place (fixture)->how, ==, "会社概要に文を掲載");
  g_assert_cmpstr (get_place (fixture)->since, ==, "2026-11-24");

  sgn_session_confirm_place_async (fixture->session, get_place (fixture)->id, "2026-11-30",
                                   fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_cmpstr (get_place (fixture)->confirmed, ==, "2026-11-30");
  g_assert_cmpstr (get_place (fixture)->how, ==, "会社概要に文を掲載");

  fixture_undo (fixture);
  g_assert_null (get_place (fixture)->confirmed);
  fixture_verify (fixture);
}

static void
test_what_does_not_fit_is_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    SgnShownPlace place;
    int code;
  } cases[] = {
    { { 0, "  ", NULL, NULL }, SGN_ERROR_INVALID },
    { { 0, NULL, NULL, NULL }, SGN_ERROR_INVALID },
    { { 0, "受付", NULL, "2026-02-30" }, SGN_ERROR_INVALID },
    { { 9, "受付", NULL, NULL }, SGN_ERROR_NOT_YET },
  };

  fixture_new_company (fixture);
  sgn_session_add_place_async (fixture->session, &(SgnShownPlace){ .place = "受付" },
                               fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_NOT_YET);

  declare (fixture, "2026-11-23");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    sgn_session_add_place_async (fixture->session, &cases[i].place, fixture_done_cb, fixture);
    fixture_expect_error (fixture, cases[i].code);
  }
  sgn_session_confirm_place_async (fixture->session, 7, "2026-11-23", fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  sgn_session_confirm_place_async (fixture->session, 7, "tomorrow", fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
}

#define ADD(name, func) \
  g_test_add ("/place/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-place-is-added-confirmed-and-undone", test_a_place_is_added_confirmed_and_undone);
  ADD ("what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);

  return g_test_run ();
}
