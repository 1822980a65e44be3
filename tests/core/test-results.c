/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-results.h"

#include "sample-record.h"

static void
add_check (SgnRecord *record,
           gint64 id,
           const char *catalogue,
           const char *edition,
           gboolean closed)
{
  json_t *row = make_assessment_row (catalogue, edition);

  if (closed)
    sgn_json_set_string (row, "state", "closed");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
}

static void
add_task (SgnRecord *record, gint64 id, const char *title, const char *due, const char *item)
{
  g_autofree char *link = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", id, item);
  const SgnTask task = { .id = id,
                         .title = (char *) title,
                         .due = (char *) due,
                         .state = (char *) SGN_TASK_TODO,
                         .added_at = (char *) "2026-11-20T10:00:00+09:00" };

  add_numbered_row (record, SGN_KIND_TASK, id, sgn_task_to_row (&task));
  add_row (record, SGN_KIND_TASK_LINK, link, sgn_task_link_to_row (id, item));
}

static SgnResults *
look (SgnLibrary *library, SgnRecord *record, gint64 id, gint64 against)
{
  return sgn_results_new (library, record, sgn_record_find_assessment (record, id),
                          sgn_record_find_assessment (record, against));
}

/* One answer each: what it is worth to mend it. */
static const struct {
  const char *value;
  int least;
  int most;
} gains[] = {
  { "unknown", 1, 5 },
  { "not-done", 2, 4 },
  { "partial", 2, 2 },
};

static void
test_what_an_answer_is_worth (void)
{
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (gains); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (SgnResults) results = NULL;
    const SgnFirstStep *step = NULL;

    add_check (record, 1, "ipa-self-check", "4.0", FALSE);
    add_answer (record, 1, "SD-07", gains[i].value);
    results = look (library, record, 1, 0);
    g_assert_cmpuint (results->steps->len, ==, 1);
    step = results->steps->pdata[0];

    g_assert_cmpstr (step->item->id, ==, "SD-07");
    g_assert_cmpint (step->least, ==, gains[i].least);
    g_assert_cmpint (step->most, ==, gains[i].most);
    g_assert_null (step->task);
  }
}

static void
test_what_nobody_does_comes_before_what_is_done_in_part (void)
{
  static const char *const order[] = { "SD-02", "SD-05", "SD-01", "SD-04" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;

  add_check (record, 1, "ipa-self-check", "4.0", FALSE);
  add_answer (record, 1, "SD-01", "partial");
  add_answer (record, 1, "SD-02", "unknown");
  add_answer (record, 1, "SD-03", "done");
  add_answer (record, 1, "SD-04", "partial");
  add_answer (record, 1, "SD-05", "not-done");
  add_answer (record, 1, "SD-06", "not-applicable");
  results = look (library, record, 1, 0);

  g_assert_cmpuint (results->steps->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < results->steps->len; i++)
    g_assert_cmpstr (((const SgnFirstStep *) results->steps->pdata[i])->item->id, ==, order[i]);
}

static void
test_a_step_knows_the_task_that_is_due_first (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;
  const SgnFirstStep *step = NULL;

  add_check (record, 1, "ipa-self-check", "4.0", FALSE);
  add_answer (record, 1, "SD-02", "unknown");
  add_task (record, 1, "いつか", NULL, "answer/1/SD-02");
  add_task (record, 2, "聞く", "2026-12-18", "answer/1/SD-02");
  add_task (record, 3, "配る", "2027-01-18", "answer/1/SD-02");
  add_task (record, 4, "別のこと", "2026-11-30", "answer/1/SD-03");
  results = look (library, record, 1, 0);
  step = results->steps->pdata[0];

  g_assert_cmpint (step->task->id, ==, 2);
}

static void
assert_value (const SgnResultValue *value, gboolean known, int number, int max)
{
  g_assert_cmpint (value->known, ==, known);
  if (!known)
    return;
  g_assert_cmpint (value->value, ==, number);
  g_assert_cmpint (value->max, ==, max);
}

static void
answer_all (SgnRecord *record, gint64 assessment, SgnCatalogue *catalogue, const char *value)
{
  for (guint i = 0; i < catalogue->items->len; i++) {
    const SgnItem *item = catalogue->items->pdata[i];

    if (item->scale != NULL)
      add_answer (record, assessment, item->id, value);
  }
}

/* Everything partly done now, not done then. */
static void
test_points_are_held_against_an_earlier_edition (void)
{
  static const int maxima[] = { 12, 8, 8, 16, 20, 16, 12, 8 };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;

  add_check (record, 1, "ipa-self-check", "3.1", TRUE);
  answer_all (record, 1, sgn_library_find_catalogue (library, "ipa-self-check", "3.1"), "not-done");
  add_check (record, 2, "ipa-self-check", "4.0", FALSE);
  answer_all (record, 2, sgn_library_find_catalogue (library, "ipa-self-check", "4.0"), "partial");
  results = look (library, record, 2, 1);

  g_assert_cmpint (results->kind, ==, SGN_RESULTS_POINTS);
  assert_value (&results->whole, TRUE, 50, 100);
  assert_value (&results->whole_before, TRUE, 0, 100);
  g_assert_true (sgn_results_is_complete (results));
  g_assert_true (results->own_areas);
  g_assert_cmpuint (results->parts->len, ==, G_N_ELEMENTS (maxima));
  for (guint i = 0; i < results->parts->len; i++) {
    const SgnResultPart *part = results->parts->pdata[i];

    assert_value (&part->now, TRUE, maxima[i] / 2, maxima[i]);
    assert_value (&part->before, TRUE, 0, maxima[i]);
  }
}

static void
test_nothing_is_compared_without_an_earlier_check (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;
  const SgnResultPart *part = NULL;

  add_check (record, 1, "ipa-self-check", "4.0", FALSE);
  add_answer (record, 1, "SD-01", "done");
  results = look (library, record, 1, 0);
  part = results->parts->pdata[0];

  g_assert_false (results->whole_before.known);
  g_assert_false (part->before.known);
  assert_value (&part->now, TRUE, 4, 12);
  g_assert_cmpuint (part->now.answered, ==, 1);
  g_assert_false (sgn_results_is_complete (results));
}

/* What does not apply leaves the highest total of its area, not of the whole. */
static void
test_what_does_not_apply_lowers_the_maximum_of_its_area (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;
  const SgnResultPart *part = NULL;

  add_check (record, 1, "ipa-self-check", "4.0", FALSE);
  answer_all (record, 1, sgn_library_find_catalogue (library, "ipa-self-check", "4.0"),
              "not-applicable");
  results = look (library, record, 1, 0);
  part = results->parts->pdata[0];

  assert_value (&results->whole, TRUE, 0, 100);
  g_assert_false (part->now.known);
  g_assert_cmpuint (results->steps->len, ==, 0);
}

static void
test_criteria_are_counted_up_to_the_level (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnResults) results = NULL;

  add_check (record, 1, "scs", "2026-03-27", FALSE);
  answer_all (record, 1, sgn_library_find_catalogue (library, "scs", NULL), "met");
  results = look (library, record, 1, 0);

  g_assert_cmpint (results->kind, ==, SGN_RESULTS_COUNT);
  g_assert_cmpstr (results->level, ==, "★3");
  assert_value (&results->whole, TRUE, 81, 81);
  g_assert_cmpuint (sgn_score_count_met_groups (results->score, NULL), ==, 26);
  g_assert_false (results->own_areas);
  g_assert_cmpuint (results->parts->len, ==, results->catalogue->sections->len);
}

/* The mean of levels, and unknown is none. */
static const struct {
  const char *values[3];
  gboolean known;
  int tenths;
} means[] = {
  { { "1", "2", "3" }, TRUE, 20 },         { { "1", "1", "2" }, TRUE, 13 },
  { { "1", "2", "2" }, TRUE, 17 },         { { "5", "unknown", NULL }, TRUE, 50 },
  { { "unknown", NULL, NULL }, FALSE, 0 }, { { "1", "2", NULL }, TRUE, 15 },
};

/* The first three questions that stand on paper. */
static void
answer_first (SgnRecord *record, const SgnCatalogue *catalogue, const char *const *values)
{
  guint n = 0;

  for (guint i = 0; i < catalogue->items->len && n < 3; i++) {
    const SgnItem *item = catalogue->items->pdata[i];

    if (item->scale == NULL || item->confidence == SGN_CONFIDENCE_UNVERIFIED)
      continue;
    if (values[n] != NULL)
      add_answer (record, 1, item->id, values[n]);
    n++;
  }
}

static void
test_levels_have_a_mean (void)
{
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (means); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (SgnResults) results = NULL;

    add_check (record, 1, "meti-management", "3.0", FALSE);
    answer_first (record, sgn_library_find_catalogue (library, "meti-management", "3.0"),
                  means[i].values);
    results = look (library, record, 1, 0);

    g_assert_cmpint (results->kind, ==, SGN_RESULTS_LEVEL);
    assert_value (&results->whole, means[i].known, means[i].tenths, 50);
    g_assert_cmpuint (results->parts->len, ==, 10);
  }
}

static void
test_the_lists_to_choose_from (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GPtrArray) earlier = NULL;

  add_check (record, 1, "ipa-rules", "4.0", FALSE);
  add_answer (record, 1, "RU-1", "done");
  add_check (record, 2, "ipa-self-check", "3.1", TRUE);
  add_answer (record, 2, "SD-01", "done");
  add_check (record, 3, "ipa-self-check", "3.1", TRUE);
  add_check (record, 4, "ipa-self-check", "4.0", FALSE);
  add_answer (record, 4, "SD-01", "done");
  add_check (record, 5, "scs", "2026-03-27", FALSE);
  checks = sgn_results_list_checks (library, record);
  earlier = sgn_results_list_earlier (record, sgn_record_find_assessment (record, 4));

  g_assert_cmpuint (checks->len, ==, 2);
  g_assert_cmpint (((const SgnAssessment *) checks->pdata[0])->id, ==, 4);
  g_assert_cmpint (((const SgnAssessment *) checks->pdata[1])->id, ==, 1);
  g_assert_cmpuint (earlier->len, ==, 1);
  g_assert_cmpint (((const SgnAssessment *) earlier->pdata[0])->id, ==, 2);
}

/* A newer program may have known it. */
static void
test_an_edition_that_is_not_there_has_no_results (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (GPtrArray) checks = NULL;

  add_check (record, 1, "ipa-self-check", "9.9", FALSE);
  add_answer (record, 1, "SD-01", "done");
  checks = sgn_results_list_checks (library, record);

  g_assert_cmpuint (checks->len, ==, 0);
  g_assert_null (look (library, record, 1, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/results/what-an-answer-is-worth", test_what_an_answer_is_worth);
  g_test_add_func ("/results/what-nobody-does-comes-before-what-is-done-in-part",
                   test_what_nobody_does_comes_before_what_is_done_in_part);
  g_test_add_func ("/results/a-step-knows-the-task-that-is-due-first",
                   test_a_step_knows_the_task_that_is_due_first);
  g_test_add_func ("/results/points-are-held-against-an-earlier-edition",
                   test_points_are_held_against_an_earlier_edition);
  g_test_add_func ("/results/nothing-is-compared-without-an-earlier-check",
                   test_nothing_is_compared_without_an_earlier_check);
  g_test_add_func ("/results/what-does-not-apply-lowers-the-maximum-of-its-area",
                   test_what_does_not_apply_lowers_the_maximum_of_its_area);
  g_test_add_func ("/results/criteria-are-counted-up-to-the-level",
                   test_criteria_are_counted_up_to_the_level);
  g_test_add_func ("/results/levels-have-a-mean", test_levels_have_a_mean);
  g_test_add_func ("/results/the-lists-to-choose-from", test_the_lists_to_choose_from);
  g_test_add_func ("/results/an-edition-that-is-not-there-has-no-results",
                   test_an_edition_that_is_not_there_has_no_results);
  return g_test_run ();
}
