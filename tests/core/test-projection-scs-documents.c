/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of documents to prepare is made from. */
#include "sample-record.h"

#define DOCUMENT "scs-documents"
#define PAPERS 22

static json_t *
project_list (SgnLibrary *library, const SgnRecord *record, SgnLanguage language)
{
  return project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, language);
}

static const json_t *
find_paper (const json_t *json, const char *id)
{
  gsize i = 0;
  json_t *paper = NULL;

  json_array_foreach (json_object_get (json, "papers"), i, paper)
  {
    if (g_strcmp0 (sgn_json_string (paper, "id"), id) == 0)
      return paper;
  }
  return NULL;
}

static SgnRecord *
make_company (void)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  add_company (record, profile);
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

/* A company with a check against SCS in which nothing is said yet. */
static SgnRecord *
make_checked_company (void)
{
  SgnRecord *record = make_company ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("scs", "2026-03-27"));
  return record;
}

static void
assert_standing (const json_t *paper,
                 gint64 answered,
                 gint64 met,
                 gint64 not_applicable,
                 gint64 evidence)
{
  assert_number (paper, "answered", answered);
  assert_number (paper, "met", met);
  assert_number (paper, "not_applicable", not_applicable);
  assert_number (paper, "evidence", evidence);
  g_assert_cmpuint (json_array_size (json_object_get (paper, "evidence_titles")), ==,
                    (gsize) evidence);
}

static void
test_the_sample_has_every_paper (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) japanese = project_list (library, record, SGN_LANGUAGE_JA);
  g_autoptr (json_t) english = project_list (library, record, SGN_LANGUAGE_EN);
  const json_t *papers = json_object_get (japanese, "papers");
  const json_t *first = json_array_get (papers, 0);

  g_assert_cmpuint (json_array_size (papers), ==, PAPERS);
  assert_keys (japanese, "answered assessment audience catalogue company criteria document format "
                         "language level met options papers record sample version");
  assert_keys (first, "answered criteria evidence evidence_titles holds id items met "
                      "not_applicable number title");
  assert_number (first, "number", 1);
  assert_text (first, "title", "体制図と連絡先の一覧");
  assert_number (first, "criteria", 3);
  assert_number (japanese, "criteria", 81);
  assert_number (japanese, "met", 55);
  assert_number (japanese, "answered", 80);
  assert_text (japanese, "level", "★3");
  assert_text (find_paper (english, "recovery"), "title", "Recovery targets and fallback");
}

/* The list is there to begin with: what it cannot know yet is left away, not counted as none. */
static void
test_it_needs_no_answer (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) nothing = make_company ();
  g_autoptr (SgnRecord) opened = make_checked_company ();
  g_autoptr (json_t) blank = project_list (library, nothing, SGN_LANGUAGE_JA);
  g_autoptr (json_t) begun = project_list (library, opened, SGN_LANGUAGE_JA);

  assert_keys (blank, "audience catalogue company criteria document format language level options "
                      "papers record sample version");
  assert_keys (find_paper (blank, "organisation"), "criteria holds id items number title");
  g_assert_cmpuint (json_array_size (json_object_get (blank, "papers")), ==, PAPERS);
  assert_number (blank, "criteria", 81);
  assert_text (json_object_get (blank, "catalogue"), "edition", "2026-03-27");
  g_assert_null (json_object_get (begun, "assessment"));
}

static void
test_what_is_said_of_its_criteria_is_counted (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_checked_company ();
  g_autoptr (json_t) json = NULL;

  add_answer (record, 1, "1-2-1-1", "met");
  add_answer (record, 1, "1-2-1-2", "partly");
  add_answer (record, 1, "1-2-1-3", "not-applicable");
  add_answer (record, 1, "1-2-3-1", "unknown");
  json = project_list (library, record, SGN_LANGUAGE_JA);

  assert_standing (find_paper (json, "organisation"), 3, 1, 1, 0);
  assert_standing (find_paper (json, "confidentiality"), 1, 0, 0, 0);
  assert_standing (find_paper (json, "recovery"), 0, 0, 0, 0);
}

/* One file may prove several criteria of a paper, and be proof in several papers. */
static void
test_proof_is_counted_once_a_paper (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_checked_company ();
  g_autoptr (json_t) json = NULL;

  add_answer (record, 1, "3-1-1-1", "met");
  add_evidence (record, 1, "台帳", "a.xlsx");
  add_evidence (record, 2, "更新の記録", "b.xlsx");
  link_evidence (record, 1, "answer/1/3-1-1-1");
  link_evidence (record, 1, "answer/1/3-1-1-2");
  link_evidence (record, 1, "answer/1/4-4-4-1");
  link_evidence (record, 2, "answer/1/4-4-4-2");
  json = project_list (library, record, SGN_LANGUAGE_JA);

  assert_standing (find_paper (json, "devices"), 1, 1, 0, 1);
  assert_standing (find_paper (json, "updates"), 0, 0, 0, 2);
  assert_standing (find_paper (json, "malware"), 0, 0, 0, 0);
  g_assert_cmpstr (json_string_value (json_array_get (
                     json_object_get (find_paper (json, "updates"), "evidence_titles"), 1)),
                   ==, "更新の記録");
}

/* Of several checks the newest one counts, of whichever level it aims at. */
static void
test_the_newest_check_counts (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_checked_company ();
  g_autoptr (json_t) json = NULL;

  add_answer (record, 1, "7-1-1-1", "met");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("scs", "2026-03-27"));
  ((SgnAssessment *) sgn_record_find_assessment (record, 2))->level = g_strdup ("★4");
  add_answer (record, 2, "7-1-1-1", "not-met");
  add_answer (record, 2, "7-1-1-2", "met");
  json = project_list (library, record, SGN_LANGUAGE_JA);

  assert_standing (find_paper (json, "recovery"), 1, 0, 0, 0);
  assert_number (json, "criteria", 81);
  assert_number (json, "met", 0);
}

static void
test_what_cannot_be_made_is_said (void)
{
  static const struct {
    SgnProjectionRequest request;
    int code;
  } cases[] = {
    { { .document = DOCUMENT, .assessment = 9 }, SGN_ERROR_USAGE },
    { { .document = DOCUMENT, .assessment = 2 }, SGN_ERROR_USAGE }, /* of another guideline */
    { { .document = DOCUMENT, .assessment = 1 }, SGN_ERROR_NOT_YET },
    { { .document = DOCUMENT, .level = "★4" }, SGN_ERROR_USAGE },
    { { .document = DOCUMENT, .audience = SGN_AUDIENCE_PARTNER }, SGN_ERROR_USAGE },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_checked_company ();

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (sgn_projection_new (library, record, &cases[i].request, &error));
    g_assert_error (error, SGN_ERROR, cases[i].code);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-scs-documents/the-sample-has-every-paper",
                   test_the_sample_has_every_paper);
  g_test_add_func ("/projection-scs-documents/it-needs-no-answer", test_it_needs_no_answer);
  g_test_add_func ("/projection-scs-documents/what-is-said-of-its-criteria-is-counted",
                   test_what_is_said_of_its_criteria_is_counted);
  g_test_add_func ("/projection-scs-documents/proof-is-counted-once-a-paper",
                   test_proof_is_counted_once_a_paper);
  g_test_add_func ("/projection-scs-documents/the-newest-check-counts",
                   test_the_newest_check_counts);
  g_test_add_func ("/projection-scs-documents/what-cannot-be-made-is-said",
                   test_what_cannot_be_made_is_said);
  return g_test_run ();
}
