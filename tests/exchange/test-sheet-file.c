/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-sheet-file.h"

#include <string.h>

#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-fault.h"

static SgnCatalogue *
load (const char *text, GPtrArray *faults, GError **error)
{
  g_autofree char *data = sgn_data_dir ();
  g_autoptr (json_t) form = sgn_sheet_form_load (data, NULL);
  const SgnSheetWords words = { .id = "sheet-1",
                                .title = "調査",
                                .owner = "日の出工業",
                                .date = "2026-11-23",
                                .form = form };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sgn_sheet_file_load (bytes, "a.csv", &words, faults, error);
}

static void
test_a_catalogue_is_taken_as_it_is (void)
{
  g_autofree char *data = sgn_data_dir ();
  g_autofree char *path = g_build_filename (data, "catalogues", "ipa-rules@4.0.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SgnCatalogue) self = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  self = load (text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (self->id, ==, "ipa-rules");
}

static void
test_a_table_gets_names (void)
{
  g_autoptr (SgnCatalogue) self = load ("番号,設問\n1,甲ですか。\n", NULL, NULL);

  g_assert_cmpstr (self->title.ja, ==, "調査");
  g_assert_cmpstr (self->owner.en, ==, "日の出工業");
  g_assert_nonnull (strstr (self->edition_note.ja, "日の出工業"));
  g_assert_nonnull (strstr (self->edition_note.en, "2026-11-23"));
}

/* All or nothing: the error says the first, the list all. */
static void
test_faults_keep_it_out (void)
{
  static const char *const texts[] = { "{\"id\": \"X\"}", "番号,設問\n1,甲\n1,乙\n,丙\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) faults = sgn_faults_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) alone = NULL;

    g_assert_null (load (texts[i], faults, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    g_assert_cmpuint (faults->len, >, 1);
    g_assert_nonnull (strstr (error->message, "faults in all"));
    g_assert_null (load (texts[i], NULL, &alone));
    g_assert_cmpstr (alone->message, ==, error->message);
  }
}

static void
test_anything_else_is_an_error (void)
{
  static const char *const texts[] = { "{", "\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) faults = sgn_faults_new ();
    g_autoptr (GError) error = NULL;

    g_assert_null (load (texts[i], faults, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
    g_assert_cmpuint (faults->len, ==, 0);
  }
}

static void
test_an_id_must_be_one (void)
{
  g_autofree char *data = sgn_data_dir ();
  g_autoptr (json_t) form = sgn_sheet_form_load (data, NULL);
  const SgnSheetWords words = { .id = "取引先", .date = "2026-11-23", .form = form };
  static const char text[] = "番号,設問\n1,甲ですか。\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_sheet_file_load (bytes, "a.csv", &words, NULL, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/id"));
}

static void
test_without_its_form_nothing_is_read (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_sheet_form_load ("/nowhere", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-file/a-catalogue-is-taken-as-it-is", test_a_catalogue_is_taken_as_it_is);
  g_test_add_func ("/sheet-file/a-table-gets-names", test_a_table_gets_names);
  g_test_add_func ("/sheet-file/faults-keep-it-out", test_faults_keep_it_out);
  g_test_add_func ("/sheet-file/anything-else-is-an-error", test_anything_else_is_an_error);
  g_test_add_func ("/sheet-file/an-id-must-be-one", test_an_id_must_be_one);
  g_test_add_func ("/sheet-file/without-its-form-nothing-is-read",
                   test_without_its_form_nothing_is_read);
  return g_test_run ();
}
