/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static const char *
get_document (const json_t *record)
{
  return sgn_json_string (record, "document");
}

static void
test_a_set_holds_the_record_of_each_sheet (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) set =
    project (library, record, "audit-set", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *records = json_object_get (set, "records");
  const json_t *one;
  size_t i;

  g_assert_cmpuint (json_array_size (records), >=, 3);
  g_assert_cmpstr (get_document (json_array_get (records, 0)), ==, "self-check-result");
  json_array_foreach (records, i, one)
  {
    g_autoptr (json_t) alone =
      project (library, record, get_document (one), SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

    g_assert_true (json_equal (one, alone));
    g_assert_cmpstr (get_document (one), !=, "audit-set");
  }
}

/* Sheets of one group stand together, whatever the order of the documents. */
static void
test_groups_stand_together (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) set =
    project (library, record, "audit-set", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);
  g_autoptr (GHashTable) ended = g_hash_table_new (g_str_hash, g_str_equal);
  const char *group = "";
  const json_t *one;
  size_t i;

  json_array_foreach (json_object_get (set, "records"), i, one)
  {
    const SgnDocument *document = sgn_documents_find (library->documents, get_document (one));

    if (g_str_equal (document->group, group))
      continue;
    g_assert_true (g_hash_table_add (ended, document->group));
    group = document->group;
  }
}

static void
test_partners_get_their_own_sheets (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) set =
    project (library, record, "audit-set", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  const json_t *one;
  size_t i;

  json_array_foreach (json_object_get (set, "records"), i, one)
  {
    assert_text (one, "audience", "partner");
  }
}

static void
test_an_empty_company_has_no_set (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  const SgnProjectionRequest request = { .document = "audit-set" };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&record->profile, sgn_profile_free);
  record->profile = sgn_profile_new ("甲");
  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-set/holds-the-record-of-each-sheet",
                   test_a_set_holds_the_record_of_each_sheet);
  g_test_add_func ("/projection-set/groups-stand-together", test_groups_stand_together);
  g_test_add_func ("/projection-set/partners-get-their-own-sheets",
                   test_partners_get_their_own_sheets);
  g_test_add_func ("/projection-set/an-empty-company-has-none", test_an_empty_company_has_no_set);
  return g_test_run ();
}
