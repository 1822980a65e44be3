/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-fault.h"

#include "sgn-error.h"

static void
add (GPtrArray *faults, const char *place, guint line)
{
  SgnFault *fault = sgn_fault_new (place, "It is empty.", "a text");

  fault->line = line;
  fault->column = 3;
  g_ptr_array_add (faults, fault);
}

static void
test_line_says_place_and_remedy (void)
{
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  add (faults, "/items/0", 12);
  add (faults, "", 1);
  first = sgn_fault_to_line (g_ptr_array_index (faults, 0));
  second = sgn_fault_to_line (g_ptr_array_index (faults, 1));

  g_assert_cmpstr (first, ==, "12:3: /items/0: It is empty. Expected: a text.");
  g_assert_cmpstr (second, ==, "1:3: top level: It is empty. Expected: a text.");
}

static void
test_error_says_the_first_and_how_many (void)
{
  g_autoptr (GPtrArray) faults = sgn_faults_new ();
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;

  add (faults, "/items/0", 12);
  sgn_faults_set_error (faults, "a.json", &one);
  add (faults, "", 1);
  sgn_faults_set_error (faults, "a.json", &two);

  g_assert_error (one, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_cmpstr (one->message, ==,
                   "“a.json”, line 12, column 3, /items/0: It is empty. Expected: a text.");
  g_assert_nonnull (strstr (two->message, "There are 2 faults in all."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fault/line-says-place-and-remedy", test_line_says_place_and_remedy);
  g_test_add_func ("/fault/error-says-the-first-and-how-many",
                   test_error_says_the_first_and_how_many);
  return g_test_run ();
}
