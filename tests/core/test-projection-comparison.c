/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

#define SELF_CHECK "ipa-self-check"

static json_t *
compare (SgnLibrary *library, const SgnRecord *record, gint64 assessment)
{
  const SgnProjectionRequest request = { .document = "comparison", .assessment = assessment };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

/* The numbers of a list with spaces between them: 6 10 16. */
static char *
list_numbers (const json_t *numbers)
{
  GString *text = g_string_new (NULL);
  gsize i = 0;
  json_t *number = NULL;

  json_array_foreach (numbers, i, number)
  {
    if (i > 0)
      g_string_append_c (text, ' ');
    if (json_is_string (number))
      g_string_append (text, json_string_value (number));
    else if (json_is_integer (number))
      g_string_append_printf (text, "%" JSON_INTEGER_FORMAT, json_integer_value (number));
    else
      g_string_append_c (text, '-');
  }
  return g_string_free (text, FALSE);
}

static void
assert_list (const json_t *numbers, const char *expected)
{
  g_autofree char *found = list_numbers (numbers);

  g_assert_cmpstr (found, ==, expected);
}

static char *
list_totals (const json_t *json)
{
  g_autoptr (json_t) totals = json_array ();
  gsize i = 0;
  json_t *date = NULL;

  json_array_foreach (json_object_get (json, "dates"), i, date)
  {
    json_array_append (totals, json_object_get (date, "total"));
  }
  return list_numbers (totals);
}

static void
assert_totals (const json_t *json, const char *expected)
{
  g_autofree char *found = list_totals (json);

  g_assert_cmpstr (found, ==, expected);
}

/* A check of the whole company with one answer; the sample has four assessments. */
static void
add_check (SgnRecord *record, gint64 id, const char *edition, const char *state, const char *value)
{
  json_t *row = make_assessment_row (SELF_CHECK, edition);

  sgn_json_set_string (row, "state", state);
  sgn_json_set_string (row, "closed_at", "2027-11-19T16:00:00+09:00");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
  add_answer (record, id, "SD-01", value);
}

static void
test_three_dates_stand_side_by_side (void)
{
  static const char *const totals[] = { "6 10 16", "24 34 44", "1 3 12" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = compare (library, record, 0);
  const json_t *dates = json_object_get (json, "dates");

  assert_totals (json, "31 47 72");
  assert_text (json_array_get (dates, 0), "date", "2024-11-15");
  assert_text (json_array_get (dates, 1), "edition", "3.1");
  assert_text (json_array_get (dates, 2), "edition", "4.0");
  assert_number (json_object_get (json_array_get (dates, 2), "counts"), "unknown", 2);
  assert_list (json_object_get (json, "editions"), "3.1 4.0");
  assert_list (json_object_get (json, "guides"), "50 70");
  assert_text (json, "scope", "本社・工場");
  g_assert_true (sgn_json_boolean (json, "same_scope"));
  g_assert_true (sgn_json_boolean (json, "same_items"));
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    assert_list (json_object_get (json_array_get (json_object_get (json, "sections"), i), "totals"),
                 totals[i]);
}

static void
test_fields_and_items_follow_each_date (void)
{
  static const char *const percents[] = { "67 100 100", "0 25 75",   "0 0 75",   "38 50 63",
                                          "35 45 65",   "50 75 100", "25 42 58", "0 0 25" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = compare (library, record, 0);
  const json_t *items = json_object_get (json, "items");
  const json_t *trends = json_object_get (json, "trends");
  const json_t *fall = json_array_get (json_object_get (trends, "fallen"), 0);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    assert_list (json_object_get (json_array_get (json_object_get (json, "areas"), i), "percents"),
                 percents[i]);
  g_assert_cmpuint (json_array_size (items), ==, 25);
  assert_list (json_object_get (json_array_get (items, 23), "marks"), "unknown unknown not-done");
  assert_list (json_object_get (trends, "risen"), "4 6 16 22");
  assert_list (json_object_get (trends, "stayed"), "7 8 10 13 21");
  g_assert_cmpuint (json_array_size (json_object_get (trends, "fallen")), ==, 1);
  assert_text (fall, "number", "23");
  assert_text (fall, "date", "2025-11-14");
  assert_number (fall, "from", 0);
  assert_number (fall, "to", -1);
}

/* Fields can have two items and items one: both would name what is not met. */
static void
test_a_partner_sees_totals_and_parts (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { .document = "comparison",
                                         .audience = SGN_AUDIENCE_PARTNER,
                                         .language = SGN_LANGUAGE_EN };
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, NULL);
  const json_t *results = json_object_get (json, "results");

  assert_keys (json, "audience catalogue company dates document editions format guides "
                     "language options record results same_items same_scope sample scope sections "
                     "values version");
  assert_text (json, "scope", "Office and plant");
  g_assert_cmpuint (json_array_size (results), ==, 3 * (1 + 3));
  assert_text (json_array_get (results, 0), "kind", "total");
  assert_text (json_array_get (results, 11), "kind", "part");
  assert_number (json_array_get (results, 11), "total", 12);
}

static void
test_a_partner_sees_items_when_asked (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { .document = "comparison",
                                         .audience = SGN_AUDIENCE_PARTNER,
                                         .with_unmet = TRUE };
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, NULL);

  assert_text (json, "options", "with-unmet");
  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 25);
  g_assert_null (json_object_get (json, "areas"));
}

/* The newest three are printed; the tables have them all. */
static void
test_older_dates_stay_in_the_tables (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 5, "4.0", "closed", "done");
  json = compare (library, record, 0);

  assert_totals (json, "47 72 4");
  g_assert_cmpuint (json_array_size (json_object_get (json, "results")), ==, 4 * (1 + 3 + 8));
  g_assert_cmpuint (json_array_size (json_object_get (json, "answers_by_date")), ==, 4 * 25);
  assert_text (json_array_get (json_object_get (json, "results"), 0), "date", "2024-11-15");
  assert_list (json_object_get (json_array_get (json_object_get (json, "items"), 1), "marks"),
               "done done none");
}

/* What is left open cannot be held against anything: it neither rose, stayed nor fell. */
static void
test_what_was_not_answered_is_in_no_list (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 5, "4.0", "closed", "not-applicable");
  json = compare (library, record, 0);

  assert_list (json_object_get (json_object_get (json, "trends"), "risen"), "");
  assert_list (json_object_get (json_object_get (json, "trends"), "stayed"), "");
  assert_list (json_object_get (json_array_get (json_object_get (json, "items"), 0), "marks"),
               "done done not-applicable");
}

static void
test_what_is_not_finished_is_left_out (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 5, "4.0", "open", "done");
  json = compare (library, record, 0);
  assert_totals (json, "31 47 72");

  sgn_record_find_assessment (record, 3)->closed = FALSE; /* but with every answer */
  json_decref (json);
  json = compare (library, record, 0);
  assert_totals (json, "31 47 72");
}

/* The sameness of items comes from mappings, and there is none from 4.0 back to 3.1. */
static void
test_without_a_mapping_nothing_is_compared (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 5, "9.9", "closed", "done");
  add_check (record, 6, "3.1", "closed", "done");
  json = compare (library, record, 0);

  assert_totals (json, "31 47 4");
  assert_list (json_object_get (json, "editions"), "3.1");
}

static void
test_an_earlier_date_can_be_the_last (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = compare (library, record, 2);

  assert_totals (json, "31 47");
  assert_text (json_object_get (json, "catalogue"), "edition", "3.1");
  assert_list (json_object_get (json_object_get (json, "trends"), "risen"), "2 4 6 9 12 15 16 22");
}

static void
test_another_wording_of_the_scope_is_said (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 5, "4.0", "closed", "done");
  json = compare (library, record, 0);

  assert_null (json, "scope");
  g_assert_false (sgn_json_boolean (json, "same_scope"));
}

static void
test_a_site_is_compared_with_itself (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  for (gint64 id = 5; id <= 6; id++) {
    json_t *row = make_part_row (SELF_CHECK, "4.0", 1, 0);

    sgn_json_set_string (row, "state", "closed");
    add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
    add_answer (record, id, "SD-01", id == 5 ? "partial" : "done");
  }
  json = compare (library, record, 6);

  assert_totals (json, "2 4");
  assert_text (json, "scope", "本社・工場");
}

static void
test_what_cannot_be_compared_says_why (void)
{
  static const struct {
    gint64 assessment;
    int code;
  } cases[] = {
    { 0, SGN_ERROR_NOT_YET },
    { 1, SGN_ERROR_NOT_YET },
    { 2, SGN_ERROR_USAGE },
    { 9, SGN_ERROR_USAGE },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_check (record, 1, "4.0", "closed", "done");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnProjectionRequest request = { .document = "comparison",
                                           .assessment = cases[i].assessment };
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_projection_new (library, record, &request, &error));
    g_assert_error (error, SGN_ERROR, cases[i].code);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-comparison/three-dates-stand-side-by-side",
                   test_three_dates_stand_side_by_side);
  g_test_add_func ("/projection-comparison/fields-and-items-follow-each-date",
                   test_fields_and_items_follow_each_date);
  g_test_add_func ("/projection-comparison/a-partner-sees-totals-and-parts",
                   test_a_partner_sees_totals_and_parts);
  g_test_add_func ("/projection-comparison/a-partner-sees-items-when-asked",
                   test_a_partner_sees_items_when_asked);
  g_test_add_func ("/projection-comparison/older-dates-stay-in-the-tables",
                   test_older_dates_stay_in_the_tables);
  g_test_add_func ("/projection-comparison/what-was-not-answered-is-in-no-list",
                   test_what_was_not_answered_is_in_no_list);
  g_test_add_func ("/projection-comparison/what-is-not-finished-is-left-out",
                   test_what_is_not_finished_is_left_out);
  g_test_add_func ("/projection-comparison/without-a-mapping-nothing-is-compared",
                   test_without_a_mapping_nothing_is_compared);
  g_test_add_func ("/projection-comparison/an-earlier-date-can-be-the-last",
                   test_an_earlier_date_can_be_the_last);
  g_test_add_func ("/projection-comparison/another-wording-of-the-scope-is-said",
                   test_another_wording_of_the_scope_is_said);
  g_test_add_func ("/projection-comparison/a-site-is-compared-with-itself",
                   test_a_site_is_compared_with_itself);
  g_test_add_func ("/projection-comparison/what-cannot-be-compared-says-why",
                   test_what_cannot_be_compared_says_why);
  return g_test_run ();
}
