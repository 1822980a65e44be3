/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the self-check against the criteria of SCS is made from. */
#include "sgn-digest.h"

#include "sample-record.h"

#define DOCUMENT "scs-self-assessment"

static json_t *
project_level (SgnLibrary *library,
               const SgnRecord *record,
               SgnAudience audience,
               gboolean with_unmet,
               const char *level)
{
  const SgnProjectionRequest request = { .document = DOCUMENT,
                                         .audience = audience,
                                         .with_unmet = with_unmet,
                                         .level = level };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

static const json_t *
find_item (const json_t *json, const char *id)
{
  gsize i = 0;
  json_t *item = NULL;

  json_array_foreach (json_object_get (json, "items"), i, item)
  {
    if (g_strcmp0 (sgn_json_string (item, "id"), id) == 0)
      return item;
  }
  return NULL;
}

static void
assert_sizes (const json_t *json, gint64 criteria, gint64 requirements, gint64 met, gint64 complete)
{
  assert_number (json, "criteria", criteria);
  assert_number (json, "requirements", requirements);
  assert_number (json, "met", met);
  assert_number (json, "requirements_met", complete);
}

static void
test_the_sample_has_the_figures_of_paper (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, NULL);
  const json_t *counts = json_object_get (json, "counts");
  const json_t *section = json_array_get (json_object_get (json, "sections"), 3);

  assert_sizes (json, 81, 26, 55, 11);
  assert_number (json, "answered", 80);
  assert_number (counts, "partial", 10);
  assert_number (counts, "not-done", 12);
  assert_number (counts, "unknown", 2);
  assert_number (counts, "not-applicable", 1);
  assert_number (counts, "none", 1);
  assert_text (json, "title", "SCS評価制度の基準（★3の範囲）による自己点検書");
  assert_text (json, "level", "★3");
  g_assert_cmpuint (json_array_size (json_object_get (json, "sections")), ==, 7);
  assert_number (section, "met", 34);
  assert_number (section, "criteria", 48);
  assert_number (section, "requirements_met", 4);
  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 81);
  assert_number (json, "reported", 0);
}

/* The level asked for goes first, then that which the assessment aims at, then the lowest. */
static void
test_a_level_is_chosen (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  SgnAssessment *assessment = (SgnAssessment *) sgn_record_find_newest (record, "scs");
  g_autoptr (json_t) asked = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, "★4");
  g_autoptr (json_t) aimed = NULL;
  g_autoptr (json_t) lower = NULL;

  assessment->level = g_strdup ("★4");
  aimed = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, NULL);
  lower = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, "★3");

  assert_sizes (asked, 153, 43, 55, 4);
  assert_sizes (aimed, 153, 43, 55, 4);
  assert_sizes (lower, 81, 26, 55, 11);
  g_assert_cmpint (sgn_json_integer (asked, "reported", 0), ==, 72);
}

static void
test_a_level_must_be_one_of_the_guideline (void)
{
  static const struct {
    const char *document;
    const char *level;
    int code; /* -1: accepted */
  } cases[] = {
    { DOCUMENT, "★3", -1 },
    { DOCUMENT, "★5", SGN_ERROR_USAGE },
    { DOCUMENT, "", SGN_ERROR_USAGE },
    { "audit-set", "★4", -1 },
    { "self-check-result", "★3", SGN_ERROR_USAGE },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnProjectionRequest request = { .document = cases[i].document, .level = cases[i].level };
    g_autoptr (GError) error = NULL;
    g_autoptr (json_t) json = sgn_projection_new (library, record, &request, &error);

    if (cases[i].code == -1)
      g_assert_no_error (error);
    else
      g_assert_error (error, SGN_ERROR, cases[i].code);
    g_assert_true ((json == NULL) == (error != NULL));
  }
}

/* Neither a criterion nor a requirement, nor a category so small that its number would name one. */
static void
test_partners_learn_nothing_of_what_is_not_met (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_level (library, record, SGN_AUDIENCE_PARTNER, FALSE, NULL);
  const json_t *groups = json_object_get (json, "groups");
  const json_t *sections = json_object_get (json, "sections");
  const json_t *last = json_array_get (sections, 4);
  gsize i = 0;
  json_t *item = NULL;

  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 59);
  json_array_foreach (json_object_get (json, "items"), i, item)
  {
    assert_keys (item, "group id level mark number question short statement value word");
    g_assert_nonnull (sgn_json_string (item, "statement"));
  }
  g_assert_cmpuint (json_array_size (sections), ==, 5);
  assert_text (last, "number", "5、6、7");
  assert_number (last, "criteria", 10);
  assert_number (last, "met", 2);
  assert_keys (last, "counts criteria met number title");
  assert_keys (json_array_get (groups, 0), "criteria id number short title");
  g_assert_null (json_object_get (json, "states"));
}

static void
test_partners_are_told_all_when_asked_to (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_level (library, record, SGN_AUDIENCE_PARTNER, TRUE, NULL);

  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 81);
  g_assert_cmpuint (json_array_size (json_object_get (json, "sections")), ==, 7);
  assert_text (find_item (json, "6-1-1-1"), "mark", "not-done");
  g_assert_null (json_object_get (find_item (json, "6-1-1-1"), "note"));
  g_assert_null (json_object_get (find_item (json, "6-1-1-1"), "action"));
}

/* Answered, proved, reviewed and seen by an expert are four things. */
static void
test_four_states_are_counted_apart (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnAssessment *assessment = sgn_record_find_newest (record, "scs");
  SgnAnswer *seen = (SgnAnswer *) sgn_assessment_find_answer (assessment, "1-2-1-1");
  SgnAnswer *asked = (SgnAnswer *) sgn_assessment_find_answer (assessment, "1-2-1-2");
  g_autofree char *reference =
    g_strdup_printf ("answer/%" G_GINT64_FORMAT "/1-2-1-1", assessment->id);
  g_autoptr (json_t) json = NULL;
  const json_t *states = NULL;
  const json_t *item = NULL;

  link_evidence (record, 1, reference);
  seen->reviewed_by = 1;
  seen->reviewed_on = g_strdup ("2026-11-20");
  seen->expert = g_strdup (SGN_EXPERT_SEEN);
  seen->expert_name = g_strdup ("登録セキスペ 甲");
  seen->expert_on = g_strdup ("2026-11-21");
  asked->expert = g_strdup (SGN_EXPERT_ASKED);
  json = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, NULL);
  states = json_object_get (json, "states");
  item = find_item (json, "1-2-1-1");

  assert_number (states, "with_evidence", 1);
  assert_number (states, "reviewed", 1);
  assert_number (states, "expert_asked", 1);
  assert_number (states, "expert_seen", 1);
  assert_number (json, "evidence_total", 1);
  assert_text (item, "reviewed_on", "2026-11-20");
  assert_text (json_object_get (item, "reviewed_by"), "name", "髙橋 美咲");
  assert_text (item, "expert", "seen");
  assert_text (item, "expert_name", "登録セキスペ 甲");
  assert_null (item, "action");
  g_assert_nonnull (sgn_json_string (find_item (json, "1-2-1-3"), "action"));
}

static void
test_what_goes_out_can_come_in_again (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_level (library, record, SGN_AUDIENCE_INTERNAL, FALSE, NULL);
  const json_t *answers = json_object_get (json, "answers");
  const json_t *first = json_array_get (json_object_get (answers, "answers"), 0);

  assert_text (answers, "catalogue", "scs");
  assert_text (answers, "edition", "2026-03-27");
  g_assert_cmpuint (json_array_size (json_object_get (answers, "answers")), ==, 80);
  assert_keys (first, "item note statement statement_en value");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-scs/the-sample-has-the-figures-of-paper",
                   test_the_sample_has_the_figures_of_paper);
  g_test_add_func ("/projection-scs/a-level-is-chosen", test_a_level_is_chosen);
  g_test_add_func ("/projection-scs/a-level-must-be-one-of-the-guideline",
                   test_a_level_must_be_one_of_the_guideline);
  g_test_add_func ("/projection-scs/partners-learn-nothing-of-what-is-not-met",
                   test_partners_learn_nothing_of_what_is_not_met);
  g_test_add_func ("/projection-scs/partners-are-told-all-when-asked-to",
                   test_partners_are_told_all_when_asked_to);
  g_test_add_func ("/projection-scs/four-states-are-counted-apart",
                   test_four_states_are_counted_apart);
  g_test_add_func ("/projection-scs/what-goes-out-can-come-in-again",
                   test_what_goes_out_can_come_in_again);
  return g_test_run ();
}
