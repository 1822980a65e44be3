/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static void
set_person (Fixture *fixture, const SgnPerson *person)
{
  sgn_session_set_person_async (fixture->session, person, fixture_done_cb, fixture);
}

static const SgnPerson *
get_person (Fixture *fixture, gint64 id)
{
  return sgn_record_find_person (sgn_session_get_record (fixture->session), id);
}

static void
test_a_person_is_added_and_changed (Fixture *fixture, gconstpointer data)
{
  SgnPerson person = { .name = (char *) "𠮷田\n葛󠄀 ",
                       .kana = (char *) "ヨシダ",
                       .role = (char *) "担当" };

  fixture_new_company (fixture);
  set_person (fixture, &person);
  fixture_expect (fixture);
  g_assert_cmpstr (get_person (fixture, 1)->name, ==, "𠮷田 葛󠄀");
  g_assert_cmpstr (get_person (fixture, 1)->kana, ==, "ヨシダ");
  g_assert_null (get_person (fixture, 1)->department);

  person = (SgnPerson){ .id = 1, .name = (char *) "𠮷田", .left_on = (char *) "2026-11-30" };
  set_person (fixture, &person);
  fixture_expect (fixture);
  g_assert_cmpstr (get_person (fixture, 1)->name, ==, "𠮷田");
  g_assert_null (get_person (fixture, 1)->kana);
  g_assert_cmpstr (get_person (fixture, 1)->left_on, ==, "2026-11-30");
  g_assert_null (get_person (fixture, 2));
}

static const struct {
  SgnPerson person;
  SgnError code;
} refused[] = {
  { { .name = NULL }, SGN_ERROR_INVALID },
  { { .name = (char *) " 　" }, SGN_ERROR_INVALID },
  { { .name = (char *) "髙橋 美咲" }, SGN_ERROR_INVALID }, /* is there already */
  { { .id = 2, .name = (char *) "髙橋 美咲" }, SGN_ERROR_INVALID },
  { { .name = (char *) "山﨑", .left_on = (char *) "2026-02-30" }, SGN_ERROR_INVALID },
  { { .id = 9, .name = (char *) "山﨑" }, SGN_ERROR_USAGE },
};

static void
test_wrong_people_are_refused (Fixture *fixture, gconstpointer data)
{
  const SgnPerson first = { .name = (char *) "髙橋 美咲" };
  const SgnPerson second = { .name = (char *) "山﨑 健太" };

  fixture_new_company (fixture);
  set_person (fixture, &first);
  fixture_expect (fixture);
  set_person (fixture, &second);
  fixture_expect (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    set_person (fixture, &refused[i].person);
    fixture_expect_error (fixture, (int) refused[i].code);
  }
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->persons->len, ==, 2);
}

static void
test_no_file_no_person (Fixture *fixture, gconstpointer data)
{
  const SgnPerson person = { .name = (char *) "髙橋" };

  set_person (fixture, &person);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

#define ADD(name, func) \
  g_test_add ("/person/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-person-is-added-and-changed", test_a_person_is_added_and_changed);
  ADD ("wrong-people-are-refused", test_wrong_people_are_refused);
  ADD ("no-file-no-person", test_no_file_no_person);

  return g_test_run ();
}
