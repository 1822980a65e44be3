/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-record.h"

#include "sgn-data-dir.h"
#include "sgn-error.h"

static void
add (SgnRecord *record, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (row);
  sgn_record_add_row (record, kind, id, owned, &error);
  g_assert_no_error (error);
}

static void
assert_refused (SgnRecord *record, const char *kind, const char *id, json_t *row)
{
  g_autoptr (json_t) owned = row;
  g_autoptr (GError) error = NULL;

  g_assert_false (sgn_record_add_row (record, kind, id, owned, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_DAMAGED);
}

static json_t *
make_catalogue (const char *file)
{
  g_autofree char *data_dir = sgn_data_dir ();
  g_autofree char *path = g_build_filename (data_dir, "catalogues", file, NULL);
  g_autoptr (SgnCatalogue) catalogue = sgn_catalogue_new_from_file (path, NULL);

  return sgn_catalogue_to_row (catalogue);
}

static void
test_a_guideline_of_the_company_stands_under_its_key (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  const SgnCatalogue *catalogue = NULL;

  add (record, SGN_KIND_CATALOGUE, "ipa-rules@4.0", make_catalogue ("ipa-rules@4.0.json"));
  catalogue = g_hash_table_lookup (record->catalogues, "ipa-rules@4.0");

  g_assert_cmpuint (catalogue->items->len, ==, 6);
  assert_refused (record, SGN_KIND_CATALOGUE, "other@4.0", make_catalogue ("ipa-rules@4.0.json"));
  assert_refused (record, SGN_KIND_CATALOGUE, "other@4.0", json_pack ("{sn}", "text"));
}

/* Only that is what a backup, a newer version and a check compare. */
static void
test_its_text_comes_back_as_it_went (void)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) row = make_catalogue ("ipa-rules@4.0.json");
  g_autoptr (json_t) again = NULL;

  add (record, SGN_KIND_CATALOGUE, "ipa-rules@4.0", json_incref (row));
  again = sgn_catalogue_to_row (g_hash_table_lookup (record->catalogues, "ipa-rules@4.0"));

  g_assert_true (json_equal (row, again));
}

/* A later version of the program may ask more of a guideline than the one that took it in did. */
static void
test_a_guideline_that_is_not_understood_is_left_out (void)
{
  static const char *const texts[] = { "{}", "[", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();

    g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*customer@1*");
    add (record, SGN_KIND_CATALOGUE, "customer@1", json_pack ("{ss}", "text", texts[i]));
    g_test_assert_expected_messages ();
    g_assert_cmpuint (g_hash_table_size (record->catalogues), ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-catalogue/a-guideline-of-the-company-stands-under-its-key",
                   test_a_guideline_of_the_company_stands_under_its_key);
  g_test_add_func ("/record-catalogue/its-text-comes-back-as-it-went",
                   test_its_text_comes_back_as_it_went);
  g_test_add_func ("/record-catalogue/a-guideline-that-is-not-understood-is-left-out",
                   test_a_guideline_that_is_not_understood_is_left_out);

  return g_test_run ();
}
