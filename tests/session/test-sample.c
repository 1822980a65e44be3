/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-error.h"
#include "sgn-history.h"
#include "sgn-plan.h"

static void
write_sample (Fixture *fixture)
{
  sgn_session_create_sample_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect (fixture);
}

static void
expect_score (Fixture *fixture, const char *edition, int total, int one, int two, int three)
{
  const SgnRecord *record = sgn_session_get_record (fixture->session);
  SgnCatalogue *catalogue = sgn_library_find_catalogue (sgn_session_get_library (fixture->session),
                                                        "ipa-self-check", edition);
  const SgnAssessment *found = NULL;
  g_autoptr (SgnScore) score = NULL;
  const int parts[] = { one, two, three };

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *assessment = g_ptr_array_index (record->assessments, i);

    if (strcmp (assessment->catalogue, "ipa-self-check") == 0 &&
        strcmp (assessment->edition, edition) == 0)
      found = assessment;
  }
  g_assert_nonnull (found);

  score = sgn_score_new (catalogue, found, NULL);
  g_assert_cmpint (score->total, ==, total);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (g_array_index (score->sections, SgnPartScore, i).total, ==, parts[i]);
}

static void
test_the_sample_has_the_figures_of_its_story (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;
  guint evidence = 0;

  write_sample (fixture);
  record = sgn_session_get_record (fixture->session);

  g_assert_true (record->sample);
  expect_score (fixture, "3.1", 47, 10, 34, 3);
  expect_score (fixture, "4.0", 72, 16, 44, 12);
  for (guint i = 1; i <= 25; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);
    evidence +=
      sgn_record_count_evidence (record, sgn_record_find_newest (record, "ipa-self-check")->id,
                                 item);
  }
  g_assert_cmpuint (evidence, ==, 36);
  g_assert_cmpuint (record->declarations->len, ==, 2);
  g_assert_cmpstr (sgn_record_get_declaration (record)->number, ==, "50000000000");
  g_assert_cmpint (sgn_record_get_policy (record)->version, ==, 2);
}

static guint
count_values (const SgnAssessment *assessment, const char *value)
{
  GHashTableIter iter;
  gpointer answer;
  guint n = 0;

  g_hash_table_iter_init (&iter, assessment->answers);
  while (g_hash_table_iter_next (&iter, NULL, &answer))
    n += g_strcmp0 (((const SgnAnswer *) answer)->value, value) == 0;

  return n;
}

static void
test_the_sample_was_checked_against_other_guidelines (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *catalogue;
    const char *value;
    guint n;
  } cases[] = {
    { "scs", "met", 55 },           { "scs", "partly", 10 },        { "scs", "not-met", 12 },
    { "scs", "unknown", 2 },        { "scs", "not-applicable", 1 }, { "meti-management", "1", 4 },
    { "meti-management", "2", 17 }, { "meti-management", "3", 16 }, { "meti-management", "4", 6 },
  };
  const SgnRecord *record;

  write_sample (fixture);
  record = sgn_session_get_record (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnAssessment *assessment = sgn_record_find_newest (record, cases[i].catalogue);

    g_assert_false (assessment->closed);
    g_assert_cmpuint (count_values (assessment, cases[i].value), ==, cases[i].n);
  }
}

/* Each of the three was taken over by one act, its answers and evidence with it. */
static void
test_paper_was_taken_over_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  guint imports = 0;

  write_sample (fixture);
  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, NULL);
  acts = sgn_history_group (events);
  for (guint i = 0; i < acts->len; i++) {
    const SgnHistoryAct *act = g_ptr_array_index (acts, i);

    imports += strcmp (act->first->act, SGN_ACT_IMPORT) == 0;
  }
  g_assert_cmpuint (imports, ==, 3);
}

static void
test_the_sample_has_a_plan (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;
  const SgnTask *task;
  guint open = 0;

  write_sample (fixture);
  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (record->tasks->len, ==, 13);
  for (guint i = 0; i < record->tasks->len; i++) {
    task = g_ptr_array_index (record->tasks, i);
    open += sgn_task_is_open (task);
    g_assert_nonnull (sgn_record_find_person (record, task->owner));
    g_assert_cmpuint (task->links->len, >, 0);
  }
  g_assert_cmpuint (open, ==, 10);
  task = sgn_record_find_task (record, 1);
  g_assert_cmpstr (task->done_on, ==, "2026-06-26");
  /* Nobody was added by a name that is written otherwise. */
  g_assert_cmpuint (record->persons->len, ==, 6);
}

static void
test_the_sample_verifies (Fixture *fixture, gconstpointer data)
{
  write_sample (fixture);
  fixture_verify (fixture);
}

static void
test_events_run_forward (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;

  write_sample (fixture);
  sgn_session_history_async (fixture->session, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  events = sgn_session_history_finish (fixture->session, result, NULL);

  for (guint i = 1; i < events->len; i++) {
    const SgnEvent *before = g_ptr_array_index (events, i - 1);
    const SgnEvent *event = g_ptr_array_index (events, i);

    g_assert_cmpstr (before->at, <=, event->at);
  }
}

static void
test_the_sample_never_overwrites (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;

  fixture_write (fixture, "company.sengen", "mine");
  sgn_session_create_sample_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_EXISTS);

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
test_a_sample_without_its_files_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_strdup (g_getenv ("SENGEN_SAMPLE_DIR"));

  g_setenv ("SENGEN_SAMPLE_DIR", fixture->folder, TRUE);
  sgn_session_create_sample_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_UNREADABLE);
  if (old != NULL)
    g_setenv ("SENGEN_SAMPLE_DIR", old, TRUE);
  else
    g_unsetenv ("SENGEN_SAMPLE_DIR");

  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_the_company_of_a_seminar_is_weak_and_whole (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;

  sgn_session_create_training_async (fixture->session, fixture->path, fixture_done_cb, fixture);
  fixture_expect (fixture);
  record = sgn_session_get_record (fixture->session);

  g_assert_true (record->sample);
  g_assert_true (sgn_form_is_training (record->settings));
  expect_score (fixture, "4.0", 55, 14, 32, 9);
  g_assert_cmpuint (record->evidence->len, ==, 0);
  g_assert_cmpuint (record->tasks->len, ==, 1);
  g_assert_cmpuint (record->declarations->len, ==, 1);
  fixture_verify (fixture);
}

#define ADD(name, func) \
  g_test_add ("/sample/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-sample-has-the-figures-of-its-story", test_the_sample_has_the_figures_of_its_story);
  ADD ("the-sample-was-checked-against-other-guidelines",
       test_the_sample_was_checked_against_other_guidelines);
  ADD ("paper-was-taken-over-at-once", test_paper_was_taken_over_at_once);
  ADD ("the-sample-has-a-plan", test_the_sample_has_a_plan);
  ADD ("the-sample-verifies", test_the_sample_verifies);
  ADD ("events-run-forward", test_events_run_forward);
  ADD ("the-sample-never-overwrites", test_the_sample_never_overwrites);
  ADD ("a-sample-without-its-files-leaves-nothing", test_a_sample_without_its_files_leaves_nothing);
  ADD ("the-company-of-a-seminar-is-weak-and-whole",
       test_the_company_of_a_seminar_is_weak_and_whole);

  return g_test_run ();
}
