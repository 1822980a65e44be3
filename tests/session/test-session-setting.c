/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static void
set (Fixture *fixture, const char *name, const char *value)
{
  sgn_session_set_setting_async (fixture->session, name, value, fixture_done_cb, fixture);
}

static const char *
get (Fixture *fixture, const char *name)
{
  return g_hash_table_lookup (sgn_session_get_record (fixture->session)->settings, name);
}

static void
test_a_setting_is_kept_and_undone (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  g_assert_null (get (fixture, "stamps"));
  set (fixture, "stamps", " 作成、\n確認 ");
  fixture_expect (fixture);
  g_assert_cmpstr (get (fixture, "stamps"), ==, "作成、 確認");
  set (fixture, "stamps", "");
  fixture_expect (fixture);
  g_assert_cmpstr (get (fixture, "stamps"), ==, "");
  fixture_undo (fixture);
  g_assert_cmpstr (get (fixture, "stamps"), ==, "作成、 確認");
  fixture_verify (fixture);
}

static void
test_wrong_settings_are_refused (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set (fixture, "dates", "martian");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  set (fixture, "colour", "red");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  g_assert_cmpuint (g_hash_table_size (sgn_session_get_record (fixture->session)->settings), ==, 0);
}

static void
set_both (Fixture *fixture, const char *dates, const char *month)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (char *) "dates", (char *) dates);
  g_hash_table_insert (values, (char *) "fiscal-month", (char *) month);
  sgn_session_set_settings_async (fixture->session, values, fixture_done_cb, fixture);
}

static void
test_several_settings_are_one_act (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_both (fixture, "era", "10");
  fixture_expect (fixture);
  g_assert_cmpstr (get (fixture, "dates"), ==, "era");
  g_assert_cmpstr (get (fixture, "fiscal-month"), ==, "10");
  fixture_undo (fixture);
  g_assert_null (get (fixture, "dates"));
  g_assert_null (get (fixture, "fiscal-month"));
  fixture_verify (fixture);
}

static void
test_one_wrong_setting_refuses_all (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  set_both (fixture, "era", "13");
  fixture_expect_error (fixture, SGN_ERROR_INVALID);
  g_assert_cmpuint (g_hash_table_size (sgn_session_get_record (fixture->session)->settings), ==, 0);
}

static void
test_no_file_no_setting (Fixture *fixture, gconstpointer data)
{
  set (fixture, "dates", "era");
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

#define ADD(name, func) \
  g_test_add ("/setting/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-setting-is-kept-and-undone", test_a_setting_is_kept_and_undone);
  ADD ("wrong-settings-are-refused", test_wrong_settings_are_refused);
  ADD ("several-settings-are-one-act", test_several_settings_are_one_act);
  ADD ("one-wrong-setting-refuses-all", test_one_wrong_setting_refuses_all);
  ADD ("no-file-no-setting", test_no_file_no_setting);

  return g_test_run ();
}
