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
  ADD ("no-file-no-setting", test_no_file_no_setting);

  return g_test_run ();
}
