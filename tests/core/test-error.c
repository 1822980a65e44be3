/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-error.h"

#include <gio/gio.h>

static int
exit_code (GQuark domain, int code)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "message");

  return sgn_error_to_exit_code (error);
}

static void
test_exit_codes (void)
{
  static const struct {
    SgnError error;
    int code;
  } cases[] = {
    { SGN_ERROR_FAILED, 1 },     { SGN_ERROR_USAGE, 2 },      { SGN_ERROR_INVALID, 2 },
    { SGN_ERROR_UNREADABLE, 3 }, { SGN_ERROR_UNWRITABLE, 3 }, { SGN_ERROR_EXISTS, 3 },
    { SGN_ERROR_DAMAGED, 3 },    { SGN_ERROR_TOO_NEW, 3 },    { SGN_ERROR_BUSY, 3 },
    { SGN_ERROR_READ_ONLY, 3 },  { SGN_ERROR_CLOSED, 1 },     { SGN_ERROR_CHECK, 1 },
    { SGN_ERROR_NOT_YET, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (exit_code (SGN_ERROR, (int) cases[i].error), ==, cases[i].code);
}

static void
test_errors_of_others (void)
{
  g_assert_cmpint (exit_code (G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION), ==, 2);
  g_assert_cmpint (exit_code (G_IO_ERROR, G_IO_ERROR_NOT_FOUND), ==, 3);
  g_assert_cmpint (exit_code (G_IO_ERROR, G_IO_ERROR_CANCELLED), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/exit-codes", test_exit_codes);
  g_test_add_func ("/error/errors-of-others", test_errors_of_others);
  return g_test_run ();
}
