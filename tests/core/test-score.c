/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-score.h"

#include "sample-record.h"

#define N_ITEMS 25

/* How many of the 25 questions have which answer; the rest has none. */
static const struct {
  guint done;
  guint partial;
  guint not_done;
  guint unknown;
  guint not_applicable;
  int total;
  const char *band;
} mixtures[] = {
  { 25, 0, 0, 0, 0, 100, "complete" },                                   /* everything */
  { 0, 0, 0, 25, 0, -25, "start" },                                      /* nobody knows */
  { 0, 0, 25, 0, 0, 0, "start" },      { 0, 25, 0, 0, 0, 50, "partly" }, /* lowest of its band */
  { 0, 24, 0, 1, 0, 47, "start" },     { 1, 22, 1, 1, 0, 47, "start" },
  { 12, 0, 12, 1, 0, 47, "start" },    { 13, 0, 9, 3, 0, 49, "start" },  /* highest of its band */
  { 17, 0, 8, 0, 0, 68, "partly" },    { 17, 1, 6, 1, 0, 69, "partly" }, /* highest of its band */
  { 17, 1, 7, 0, 0, 70, "mostly" },                                      /* lowest of its band */
  { 15, 7, 1, 2, 0, 72, "mostly" },                                      /* the sample */
  { 24, 1, 0, 0, 0, 98, "mostly" },    { 24, 0, 0, 1, 0, 95, "mostly" },
  { 24, 0, 0, 0, 1, 96, "mostly" }, /* 該当なし gives 0, the maximum stays */
  { 0, 0, 0, 0, 25, 0, "start" },      { 24, 0, 0, 0, 0, 96, NULL }, /* one unanswered */
  { 1, 0, 0, 0, 0, 4, NULL },          { 0, 0, 0, 1, 0, -1, NULL },
  { 0, 0, 0, 0, 0, 0, NULL },
};

static SgnRecord *
make_mixture (const char *edition, gsize mixture)
{
  const struct {
    const char *value;
    guint count;
  } runs[] = {
    { "done", mixtures[mixture].done },
    { "partial", mixtures[mixture].partial },
    { "not-done", mixtures[mixture].not_done },
    { "unknown", mixtures[mixture].unknown },
    { "not-applicable", mixtures[mixture].not_applicable },
  };
  SgnRecord *record = sgn_record_new ();
  guint item = 0;

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", edition));
  for (gsize run = 0; run < G_N_ELEMENTS (runs); run++) {
    for (guint i = 0; i < runs[run].count; i++) {
      g_autofree char *id = g_strdup_printf ("SD-%02u", ++item);

      add_answer (record, 1, id, runs[run].value);
    }
  }
  g_assert_cmpuint (item, <=, N_ITEMS);
  return record;
}

static void
assert_parts_add_up (const SgnScore *score, GArray *parts)
{
  SgnPartScore sum = { 0 };

  for (guint i = 0; i < parts->len; i++) {
    const SgnPartScore *part = &g_array_index (parts, SgnPartScore, i);

    sum.total += part->total;
    sum.max += part->max;
    sum.answered += part->answered;
    sum.items += part->items;
    sum.applicable_max += part->applicable_max;
  }
  g_assert_cmpint (sum.total, ==, score->total);
  g_assert_cmpint (sum.max, ==, 100);
  g_assert_cmpuint (sum.answered, ==, score->answered);
  g_assert_cmpuint (sum.items, ==, N_ITEMS);
  g_assert_cmpint (sum.applicable_max, ==, 100 - 4 * (int) score->counts[SGN_MARK_NOT_APPLICABLE]);
}

static void
assert_mixture (SgnCatalogue *catalogue, gsize mixture)
{
  g_autoptr (SgnRecord) record = make_mixture (catalogue->edition, mixture);
  const SgnAssessment *assessment = sgn_record_find_assessment (record, 1);
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, assessment, NULL);

  g_test_message ("edition %s, mixture %" G_GSIZE_FORMAT, catalogue->edition, mixture);
  g_assert_cmpint (score->total, ==, mixtures[mixture].total);
  g_assert_cmpint (score->max, ==, 100);
  g_assert_cmpstr (score->band != NULL ? score->band->key : NULL, ==, mixtures[mixture].band);
  g_assert_cmpuint (score->items, ==, N_ITEMS);
  g_assert_cmpuint (score->answered, ==, g_hash_table_size (assessment->answers));
  g_assert_cmpuint (score->counts[SGN_MARK_DONE], ==, mixtures[mixture].done);
  g_assert_cmpuint (score->counts[SGN_MARK_PARTIAL], ==, mixtures[mixture].partial);
  g_assert_cmpuint (score->counts[SGN_MARK_NOT_DONE], ==, mixtures[mixture].not_done);
  g_assert_cmpuint (score->counts[SGN_MARK_UNKNOWN], ==, mixtures[mixture].unknown);
  g_assert_cmpuint (score->counts[SGN_MARK_NOT_APPLICABLE], ==, mixtures[mixture].not_applicable);
  g_assert_cmpuint (score->counts[SGN_MARK_NONE], ==, N_ITEMS - score->answered);
  assert_parts_add_up (score, score->sections);
  assert_parts_add_up (score, score->areas);
}

static void
test_both_editions_count_alike (void)
{
  static const char *const editions[] = { "3.1", "4.0" };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize edition = 0; edition < G_N_ELEMENTS (editions); edition++) {
    SgnCatalogue *catalogue =
      sgn_library_find_catalogue (library, "ipa-self-check", editions[edition]);

    g_assert_nonnull (catalogue);
    for (gsize mixture = 0; mixture < G_N_ELEMENTS (mixtures); mixture++)
      assert_mixture (catalogue, mixture);
  }
}

static void
test_the_sample_has_the_points_of_its_sheets (void)
{
  static const struct {
    gint64 assessment;
    int total;
    int sections[3];
    int percents[8];
  } cases[] = {
    { 1, 31, { 6, 24, 1 }, { 67, 0, 0, 38, 35, 50, 25, 0 } },
    { 2, 47, { 10, 34, 3 }, { 100, 25, 0, 50, 45, 75, 42, 0 } },
    { 3, 72, { 16, 44, 12 }, { 100, 75, 75, 63, 65, 100, 58, 25 } },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnAssessment *assessment = sgn_record_find_assessment (record, cases[i].assessment);
    g_autoptr (SgnScore) score =
      sgn_score_new (sgn_library_find_catalogue (library, assessment->catalogue,
                                                 assessment->edition),
                     assessment, NULL);

    g_assert_cmpint (score->total, ==, cases[i].total);
    for (guint j = 0; j < 3; j++)
      g_assert_cmpint (g_array_index (score->sections, SgnPartScore, j).total, ==,
                       cases[i].sections[j]);
    for (guint j = 0; j < 8; j++)
      g_assert_cmpint (sgn_part_score_get_percent (&g_array_index (score->areas, SgnPartScore, j)),
                       ==, cases[i].percents[j]);
  }
}

static void
test_percent_rounds_half_up_and_stops_at_nought (void)
{
  static const struct {
    int total;
    int max;
    int percent;
  } cases[] = {
    { 0, 0, -1 },  { 0, 8, 0 },       { -2, 8, 0 },  { 8, 8, 100 }, { 5, 8, 63 },
    { 3, 8, 38 },  { 1, 8, 13 },      { 7, 12, 58 }, { 5, 12, 42 }, { 1, 200, 1 },
    { 1, 201, 0 }, { 199, 200, 100 }, { 1, 3, 33 },  { 2, 3, 67 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnPartScore part = { .total = cases[i].total, .applicable_max = cases[i].max };

    g_assert_cmpint (sgn_part_score_get_percent (&part), ==, cases[i].percent);
  }
}

static void
test_nothing_answered_has_no_assessment (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", NULL);
  g_autoptr (SgnScore) score = sgn_score_new (catalogue, NULL, NULL);
  g_autoptr (json_t) json = sgn_score_to_json (score);

  assert_null (json, "assessment");
  assert_null (json, "band");
  assert_number (json, "total", 0);
  assert_number (json, "answered", 0);
  assert_number (json_object_get (json, "counts"), "none", N_ITEMS);
}

static void
test_the_object_for_scripts_has_its_shape (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", "4.0");
  g_autoptr (SgnScore) score =
    sgn_score_new (catalogue, sgn_record_find_assessment (record, 3), NULL);
  g_autoptr (json_t) json = sgn_score_to_json (score);
  const json_t *section = json_array_get (json_object_get (json, "sections"), 2);

  assert_keys (json, "answered assessment band catalogue counts edition items max sections total");
  assert_keys (json_object_get (json, "counts"),
               "done none not-applicable not-done partial unknown");
  assert_keys (section, "answered id items max total");
  assert_text (json, "catalogue", "ipa-self-check");
  assert_text (json, "edition", "4.0");
  assert_text (json, "band", "mostly");
  assert_number (json, "assessment", 3);
  assert_number (json, "total", 72);
  assert_number (section, "total", 12);
  assert_number (section, "max", 28);
}

static void
test_rules_are_only_counted (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnCatalogue *rules = sgn_library_find_catalogue (library, "ipa-rules", "4.0");
  g_autoptr (SgnScore) score = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 1, "RU-1", "done");
  add_answer (record, 1, "RU-2", "partial");
  add_answer (record, 1, "RU-3", "unknown");
  add_answer (record, 1, "RU-4", "not-applicable");
  add_answer (record, 1, "RU-5", "done");
  score = sgn_score_new (rules, sgn_record_find_assessment (record, 1), NULL);

  g_assert_cmpint (score->total, ==, 2);
  g_assert_cmpint (score->max, ==, 6);
  g_assert_cmpuint (score->answered, ==, 5);
  g_assert_null (score->band);
}

static void
test_answers_the_edition_does_not_have_count_nothing (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", "4.0");
  g_autoptr (SgnScore) score = NULL;

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row ("ipa-self-check", "4.0"));
  add_answer (record, 1, "SD-99", "done");
  add_answer (record, 1, "SD-01", "wonderful");
  add_answer (record, 1, "SD-02", NULL);
  score = sgn_score_new (catalogue, sgn_record_find_assessment (record, 1), NULL);

  g_assert_cmpint (score->total, ==, 0);
  g_assert_cmpuint (score->answered, ==, 0);
  g_assert_cmpuint (score->counts[SGN_MARK_NONE], ==, N_ITEMS);
}

/* Three requirements: 1-1 (★3, and one criterion of ★4), 1-2 (★3, ★3), 2-1 (★4, ★4). */
static SgnCatalogue *
load_requirements (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "support", "demo-requirements@1.0.json", NULL);
  g_autoptr (GError) error = NULL;
  SgnCatalogue *self = sgn_catalogue_new_from_file (path, &error);

  g_assert_no_error (error);
  return self;
}

/* @answers is a list of items and values, ended by NULL. */
static SgnScore *
score_requirements (SgnCatalogue *catalogue, const char *const *answers, const char *level)
{
  g_autoptr (SgnRecord) record = sgn_record_new ();

  add_row (record, SGN_KIND_ASSESSMENT, "1", make_assessment_row (catalogue->id, "1.0"));
  for (guint i = 0; answers[i] != NULL; i += 2)
    add_answer (record, 1, answers[i], answers[i + 1]);
  return sgn_score_new (catalogue, sgn_record_find_assessment (record, 1), level);
}

typedef struct {
  const char *name;
  const char *answers[14];
  const char *level;
  int total;
  int max;
  const char *met; /* the requirements that are met */
  guint groups;
} RequirementCase;

static const RequirementCase requirement_cases[] = {
  { "nothing is answered", { NULL }, NULL, 0, 6, "", 3 },
  { "all criteria are met", { "1-1-1", "met", "1-1-2", "met", NULL }, NULL, 2, 6, "1-1 ", 3 },
  { "one is met in part", { "1-1-1", "met", "1-1-2", "partly", NULL }, NULL, 1, 6, "", 3 },
  { "one is not met", { "1-1-1", "met", "1-1-2", "not-met", NULL }, NULL, 1, 6, "", 3 },
  { "one is not known", { "1-1-1", "met", "1-1-2", "unknown", NULL }, NULL, 1, 6, "", 3 },
  { "one has no answer", { "1-1-1", "met", NULL }, NULL, 1, 6, "", 3 },
  { "one does not apply",
    { "1-1-1", "met", "1-1-2", "not-applicable", NULL },
    NULL,
    1,
    6,
    "1-1 ",
    3 },
  { "none applies",
    { "1-1-1", "not-applicable", "1-1-2", "not-applicable", NULL },
    NULL,
    0,
    6,
    "",
    3 },
  { "★3 leaves ★4 out", { "1-1-1", "met", "1-1-2", "not-met", NULL }, "★3", 1, 3, "1-1 ", 2 },
  { "★4 includes ★3", { "1-1-1", "met", "1-1-2", "not-met", NULL }, "★4", 1, 6, "", 3 },
  { "what only ★4 asks", { "2-1-1", "met", "2-1-2", "met", NULL }, "★3", 0, 3, "", 2 },
  { "what is for reference", { "2-1-9", "met", NULL }, NULL, 0, 6, "", 3 },
  { "all of ★3",
    { "1-1-1", "met", "1-2-1", "met", "1-2-2", "met", NULL },
    "★3",
    3,
    3,
    "1-1 1-2 ",
    2 },
};

static void
test_requirements_are_met_by_all_their_criteria (void)
{
  g_autoptr (SgnCatalogue) catalogue = load_requirements ();

  for (gsize i = 0; i < G_N_ELEMENTS (requirement_cases); i++) {
    const RequirementCase *each = &requirement_cases[i];
    g_autoptr (SgnScore) score = score_requirements (catalogue, each->answers, each->level);
    g_autoptr (GString) met = g_string_new (NULL);
    guint count = 0;

    g_test_message ("%s", each->name);
    for (guint k = 0; k < score->groups->len; k++) {
      const SgnGroupScore *group = &g_array_index (score->groups, SgnGroupScore, k);

      if (group->is_met) {
        g_string_append_printf (met, "%s ", group->group->id);
        count++;
      }
    }
    g_assert_cmpstr (met->str, ==, each->met);
    g_assert_cmpint (score->total, ==, each->total);
    g_assert_cmpint (score->max, ==, each->max);
    g_assert_cmpuint (sgn_score_count_groups (score, NULL), ==, each->groups);
    g_assert_cmpuint (sgn_score_count_met_groups (score, NULL), ==, count);
    g_assert_null (score->band);
    g_assert_true (sgn_score_has_total (score));
  }
}

static void
test_requirements_are_listed_for_scripts (void)
{
  static const char *const answers[] = { "1-1-1", "met",    "1-1-2", "not-applicable",
                                         "1-2-1", "partly", NULL };
  g_autoptr (SgnCatalogue) catalogue = load_requirements ();
  g_autoptr (SgnScore) score = score_requirements (catalogue, answers, "★4");
  g_autoptr (json_t) json = sgn_score_to_json (score);
  const json_t *counts = json_object_get (json, "counts");
  const json_t *section = json_array_get (json_object_get (json, "sections"), 0);
  const json_t *group = json_array_get (json_object_get (json, "groups"), 0);

  assert_text (json, "level", "★4");
  assert_number (json, "requirements", 3);
  assert_number (json, "requirements_met", 1);
  g_assert_cmpuint (json_object_size (counts), ==, 6);
  assert_number (counts, "none", 3);
  assert_number (counts, "met", 1);
  assert_number (counts, "partly", 1);
  assert_number (counts, "not-met", 0);
  assert_number (counts, "not-applicable", 1);
  assert_number (section, "total", 1);
  assert_number (section, "max", 4);
  assert_number (section, "requirements", 2);
  assert_number (section, "requirements_met", 1);
  assert_text (group, "id", "1-1");
  assert_text (group, "section", "part-1");
  g_assert_true (json_is_true (json_object_get (group, "met")));
  assert_number (group, "total", 1);
  assert_number (group, "max", 2);
  assert_number (group, "answered", 2);
  assert_number (group, "not_applicable", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/both-editions-count-alike", test_both_editions_count_alike);
  g_test_add_func ("/score/the-sample-has-the-points-of-its-sheets",
                   test_the_sample_has_the_points_of_its_sheets);
  g_test_add_func ("/score/percent-rounds-half-up-and-stops-at-nought",
                   test_percent_rounds_half_up_and_stops_at_nought);
  g_test_add_func ("/score/nothing-answered-has-no-assessment",
                   test_nothing_answered_has_no_assessment);
  g_test_add_func ("/score/the-object-for-scripts-has-its-shape",
                   test_the_object_for_scripts_has_its_shape);
  g_test_add_func ("/score/rules-are-only-counted", test_rules_are_only_counted);
  g_test_add_func ("/score/requirements-are-met-by-all-their-criteria",
                   test_requirements_are_met_by_all_their_criteria);
  g_test_add_func ("/score/requirements-are-listed-for-scripts",
                   test_requirements_are_listed_for_scripts);
  g_test_add_func ("/score/answers-the-edition-does-not-have-count-nothing",
                   test_answers_the_edition_does_not_have_count_nothing);
  return g_test_run ();
}
