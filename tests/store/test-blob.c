/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <string.h>

#define ABSENT "0000000000000000000000000000000000000000000000000000000000000000"

static char *
put_bytes (SgnCompanyFile *file, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  sgn_company_file_put_blob (file, bytes, &sha256, &error);
  g_assert_no_error (error);
  g_assert_true (sgn_company_file_commit (file, NULL));
  return sha256;
}

static void
test_the_same_bytes_are_stored_once (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *first = put_bytes (file, bytes);
  g_autofree char *second = put_bytes (file, bytes);

  g_assert_cmpstr (first, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (first, ==, second);
  close_file (file);
  g_assert_cmpint (ask_int (place->path, "SELECT count(*) FROM blob"), ==, 1);
}

static void
test_what_was_rolled_back_is_not_there (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sgn_company_file_begin (file, SGN_ACT_EVIDENCE, NULL, NULL));
  g_assert_true (sgn_company_file_put_blob (file, bytes, &sha256, NULL));
  sgn_company_file_rollback (file);
  g_assert_null (sgn_company_file_get_blob (file, sha256, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  close_file (file);
}

static void
test_changed_or_absent_bytes_are_not_handed_out (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  make_full_file (place);
  sha256 = ask_text (place->path, "SELECT sha256 FROM blob");
  run_sql (place->path, "UPDATE blob SET data = CAST (replace (data, '写し', '写レ') AS BLOB)");
  file = open_file (place, SGN_OPEN_READ);
  g_assert_null (sgn_company_file_get_blob (file, sha256, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (sgn_company_file_get_blob (file, ABSENT, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  close_file (file);
}

static void
test_large_files_go_in_and_out (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  gsize size = 20 * 1024 * 1024;
  char *memory = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autofree char *sha256 = NULL;

  memset (memory, 0x5a, size);
  bytes = g_bytes_new_take (memory, size);
  sha256 = put_bytes (file, bytes);
  close_file (file);
  file = open_file (place, SGN_OPEN_READ);
  back = sgn_company_file_get_blob (file, sha256, NULL);
  g_assert_true (g_bytes_equal (bytes, back));
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/blob/the-same-bytes-are-stored-once", test_the_same_bytes_are_stored_once);
  ADD ("/blob/what-was-rolled-back-is-not-there", test_what_was_rolled_back_is_not_there);
  ADD ("/blob/changed-or-absent-bytes-are-not-handed-out",
       test_changed_or_absent_bytes_are_not_handed_out);
  ADD ("/blob/large-files-go-in-and-out", test_large_files_go_in_and_out);

  return g_test_run ();
}
