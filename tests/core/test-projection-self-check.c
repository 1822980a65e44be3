/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static json_t *
project_sample (SgnAudience audience, SgnLanguage language)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  return project (library, record, "self-check-result", audience, language);
}

static void
test_the_head_of_the_sheet_is_complete (void)
{
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *catalogue = json_object_get (json, "catalogue");
  const json_t *assessment = json_object_get (json, "assessment");
  const json_t *band = json_object_get (json, "band");

  assert_keys (json, "answers areas assessment audience band bands catalogue changes company "
                     "document done_or_partial evidence_total format items language options "
                     "previous record sample score sections unmet values version");
  assert_keys (catalogue, "edition edition_label edition_note id inherited_note published title");
  assert_text (catalogue, "edition_label", "第4.0版");
  assert_text (catalogue, "published", "2026-03-27");
  assert_text (assessment, "scope", "本社・工場");
  assert_text (assessment, "period_start", "2026-11-02");
  assert_text (assessment, "period_end", "2026-11-20");
  assert_text (assessment, "date", "2026-11-20");
  assert_text (assessment, "state", "closed");
  assert_text (assessment, "answered_department", "総務課");
  assert_text (assessment, "reviewed_role", "代表取締役");
  assert_text (json_object_get (assessment, "answered_by"), "name", "山﨑 健太");
  assert_text (json_object_get (assessment, "reviewed_by"), "name", "髙橋 美咲");
  assert_keys (band, "key next reading");
  assert_text (band, "reading", "おおむね整いましたが、まだ穴があります。");
  assert_number (json_object_get (json, "score"), "total", 72);
}

static void
test_the_scale_and_bands_are_in_order (void)
{
  static const char *const bands[] = { "start", "partly", "mostly", "complete" };
  static const char *const values[] = { "done", "partial", "not-done", "unknown",
                                        "not-applicable" };
  static const int points[] = { 4, 2, 0, -1, 0 };
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);

  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    assert_text (json_array_get (json_object_get (json, "bands"), i), "key", bands[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    const json_t *value = json_array_get (json_object_get (json, "values"), i);

    assert_keys (value, "key label mark points short");
    assert_text (value, "key", values[i]);
    assert_number (value, "points", points[i]);
  }
}

static void
test_sections_stand_beside_last_year (void)
{
  static const struct {
    int total;
    int max;
    int previous;
    int done;
    int partial;
    int unmet;
  } cases[] = { { 16, 20, 10, 3, 2, 0 }, { 44, 52, 34, 9, 4, 0 }, { 12, 28, 3, 3, 1, 3 } };
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
  const json_t *previous = json_object_get (json, "previous");

  assert_keys (previous, "date edition edition_label total");
  assert_text (previous, "edition", "3.1");
  assert_text (previous, "date", "2025-11-14");
  assert_number (previous, "total", 47);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const json_t *section = json_array_get (json_object_get (json, "sections"), i);
    const json_t *counts = json_object_get (section, "counts");

    assert_keys (section, "counts id max number previous_total title total");
    assert_number (section, "total", cases[i].total);
    assert_number (section, "max", cases[i].max);
    assert_number (section, "previous_total", cases[i].previous);
    assert_number (counts, "done", cases[i].done);
    assert_number (counts, "partial", cases[i].partial);
    g_assert_cmpint (sgn_json_integer (counts, "not-done", 0) +
                       sgn_json_integer (counts, "unknown", 0),
                     ==, cases[i].unmet);
  }
}

static void
test_areas_stand_beside_last_year (void)
{
  static const struct {
    int total;
    int max;
    int percent;
    int previous;
  } cases[] = {
    { 12, 12, 100, 100 }, { 6, 8, 75, 25 },    { 6, 8, 75, 0 },   { 10, 16, 63, 50 },
    { 13, 20, 65, 45 },   { 16, 16, 100, 75 }, { 7, 12, 58, 42 }, { 2, 8, 25, 0 },
  };
  g_autoptr (json_t) json = project_sample (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *areas = json_object_get (json, "areas");

  g_assert_cmpuint (json_array_size (areas), ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const json_t *area = json_array_get (areas, i);

    assert_keys (area, "id label max percent previous_percent title total");
    assert_number (area, "total", cases[i].total);
    assert_number (area, "max", cases[i].max);
    assert_number (area, "percent", cases[i].percent);
    assert_number (area, "previous_percent", cases[i].previous);
  }
  g_assert_cmpuint (json_array_size (json_object_get (json_array_get (areas, 1), "label")), ==, 2);
}

static void
test_the_first_assessment_has_nothing_to_compare (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { "self-check-result", SGN_AUDIENCE_INTERNAL,
                                         SGN_LANGUAGE_JA, FALSE, 1 };
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, NULL);
  const json_t *section = json_array_get (json_object_get (json, "sections"), 0);

  assert_number (json_object_get (json, "score"), "total", 31);
  assert_null (json, "previous");
  assert_null (section, "previous_total");
  assert_null (json_array_get (json_object_get (json, "areas"), 0), "previous_percent");
  g_assert_null (json_object_get (json, "changes"));
}

static void
test_an_unfinished_one_has_no_band (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;
  const json_t *assessment = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "5", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 5, "SD-01", "not-applicable");
  json = project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  assessment = json_object_get (json, "assessment");

  assert_null (json, "band");
  assert_text (assessment, "state", "open");
  assert_text (assessment, "date", "2026-11-20");
  assert_null (assessment, "scope");
  assert_null (assessment, "answered_by");
  assert_null (assessment, "answered_department");
  assert_number (json_object_get (json, "previous"), "total", 72);
  assert_number (json, "unmet", 24);
  assert_number (json_array_get (json_object_get (json, "areas"), 0), "max", 8);
}

static void
test_a_site_gives_its_name_where_no_scope_is_written (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { "self-check-result", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA,
                                         FALSE, 5 };
  g_autoptr (json_t) json = NULL;
  json_t *row = make_assessment_row ("ipa-self-check", "4.0");

  sgn_json_set_integer (row, "site", 1);
  add_row (record, SGN_KIND_ASSESSMENT, "5", row);
  add_answer (record, 5, "SD-01", "done");
  json = sgn_projection_new (library, record, &request, NULL);

  assert_text (json_object_get (json, "assessment"), "scope", "本社・工場");
  assert_null (json, "previous");
}

static void
test_an_edition_that_is_not_there_is_named (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { "self-check-result", SGN_AUDIENCE_INTERNAL };
  g_autoptr (GError) error = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "5", make_assessment_row ("ipa-self-check", "9.9"));
  add_answer (record, 5, "SD-01", "done");

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_nonnull (strstr (error->message, "9.9"));
}

static void
test_an_assessment_of_something_else_is_refused (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { "self-check-result", SGN_AUDIENCE_INTERNAL,
                                         SGN_LANGUAGE_JA, FALSE, 4 };
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

static void
add_part (SgnRecord *record, gint64 id, gint64 site, gint64 parent)
{
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id,
                    make_part_row ("ipa-self-check", "4.0", site, parent));
}

static void
add_evidence_to (SgnRecord *record, gint64 id, const char *reference)
{
  add_evidence (record, id, "拠点の証拠", "a.png");
  link_evidence (record, id, reference);
}

/* The sample with a check of two of three sites: No. 1 alike, No. 2 different, No. 3 decided. */
static SgnRecord *
make_record_of_sites (void)
{
  SgnRecord *record = make_sample_record ();
  static const char *const names[] = { "東京𠮷営業所", "大阪営業所" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    SgnSite site = { .name = (char *) names[i], .employees = -1 };

    add_numbered_row (record, SGN_KIND_SITE, 11 + i, sgn_site_to_row (&site));
  }
  add_part (record, 10, 0, 0);
  add_part (record, 11, 11, 10);
  add_part (record, 12, 12, 10);
  add_answer (record, 11, "SD-01", "done");
  add_answer (record, 12, "SD-01", "done");
  add_answer (record, 11, "SD-02", "done");
  add_answer (record, 12, "SD-02", "unknown");
  add_answer (record, 11, "SD-03", "not-done");
  add_answer (record, 12, "SD-03", "done");
  add_answer (record, 10, "SD-03", "partial");
  add_evidence_to (record, 90, "answer/12/SD-02");
  return record;
}

static void
test_a_sheet_says_how_many_sites_it_gathers (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record_of_sites ();
  g_autoptr (json_t) json =
    project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *sites = json_object_get (json_object_get (json, "assessment"), "sites");
  const json_t *items = json_object_get (json, "items");

  assert_keys (sites, "all decided differing gathered");
  assert_number (sites, "gathered", 2);
  assert_number (sites, "all", 3);
  assert_number (sites, "decided", 1);
  assert_number (sites, "differing", 2);
  assert_number (json_object_get (json, "score"), "total", 4 - 1 + 2);
  assert_number (json_object_get (json, "score"), "answered", 3);

  assert_null (json_array_get (items, 0), "site");
  assert_text (json_array_get (items, 1), "site", "大阪営業所");
  assert_text (json_array_get (items, 1), "value", "unknown");
  assert_number (json_array_get (items, 1), "evidence", 1);
  assert_null (json_array_get (items, 2), "site");
  assert_text (json_array_get (items, 2), "value", "partial");
  assert_number (json_array_get (items, 2), "sites_differing", 2);
  assert_text (json_object_get (json, "assessment"), "date", "2026-11-20");
}

/* Partners learn how many, and nothing that tells the sites apart. */
static void
test_partners_do_not_learn_which_site (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record_of_sites ();
  const SgnProjectionRequest request = { "self-check-result", SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN,
                                         TRUE };
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, NULL);
  g_autofree char *text = sgn_json_to_canonical (json);

  assert_keys (json_object_get (json_object_get (json, "assessment"), "sites"), "all gathered");
  g_assert_null (strstr (text, "営業所"));
  g_assert_null (strstr (text, "sites_differing"));
}

/* What is compared with last year is what counted for the company then. */
static void
test_last_year_is_gathered_too (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record_of_sites ();
  g_autoptr (json_t) json = NULL;
  json_t *row = make_assessment_row ("ipa-self-check", "4.0");
  SgnAssessment *before = sgn_record_find_assessment (record, 10);

  before->closed = TRUE;
  before->closed_at = g_strdup ("2026-11-21T10:00:00+09:00");
  sgn_json_set_integer (row, "previous", 10);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 20, row);
  add_answer (record, 20, "SD-02", "done");
  json = project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_number (json_object_get (json, "previous"), "total", 5);
  assert_text (json_array_get (json_object_get (json, "items"), 1), "previous_mark", "unknown");
  g_assert_null (json_object_get (json_object_get (json, "assessment"), "sites"));
  g_assert_null (json_object_get (json_array_get (json_object_get (json, "items"), 0), "site"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-self-check/the-head-of-the-sheet-is-complete",
                   test_the_head_of_the_sheet_is_complete);
  g_test_add_func ("/projection-self-check/the-scale-and-bands-are-in-order",
                   test_the_scale_and_bands_are_in_order);
  g_test_add_func ("/projection-self-check/sections-stand-beside-last-year",
                   test_sections_stand_beside_last_year);
  g_test_add_func ("/projection-self-check/areas-stand-beside-last-year",
                   test_areas_stand_beside_last_year);
  g_test_add_func ("/projection-self-check/the-first-assessment-has-nothing-to-compare",
                   test_the_first_assessment_has_nothing_to_compare);
  g_test_add_func ("/projection-self-check/an-unfinished-one-has-no-band",
                   test_an_unfinished_one_has_no_band);
  g_test_add_func ("/projection-self-check/a-site-gives-its-name-where-no-scope-is-written",
                   test_a_site_gives_its_name_where_no_scope_is_written);
  g_test_add_func ("/projection-self-check/an-edition-that-is-not-there-is-named",
                   test_an_edition_that_is_not_there_is_named);
  g_test_add_func ("/projection-self-check/an-assessment-of-something-else-is-refused",
                   test_an_assessment_of_something_else_is_refused);
  g_test_add_func ("/projection-self-check/a-sheet-says-how-many-sites-it-gathers",
                   test_a_sheet_says_how_many_sites_it_gathers);
  g_test_add_func ("/projection-self-check/partners-do-not-learn-which-site",
                   test_partners_do_not_learn_which_site);
  g_test_add_func ("/projection-self-check/last-year-is-gathered-too",
                   test_last_year_is_gathered_too);
  return g_test_run ();
}
