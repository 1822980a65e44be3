/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include "sgn-error.h"

static void
test_starts_without_a_file (Fixture *fixture, gconstpointer data)
{
  g_assert_null (sgn_session_get_record (fixture->session));
  g_assert_null (sgn_session_get_path (fixture->session));
  g_assert_false (sgn_session_get_read_only (fixture->session));
  g_assert_null (sgn_session_get_author (fixture->session));
}

static void
test_acts_without_a_file_say_so (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .item = "SD-01", .value = "done" };

  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  sgn_session_undo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  sgn_session_verify_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_the_record_is_there_before_the_callback (Fixture *fixture, gconstpointer data)
{
  guint records = 0;
  guint paths = 0;

  g_signal_connect (fixture->session, "notify::record", G_CALLBACK (count_cb), &records);
  g_signal_connect (fixture->session, "notify::path", G_CALLBACK (count_cb), &paths);
  fixture_new_company (fixture);

  g_assert_cmpuint (records, ==, 1);
  g_assert_cmpuint (paths, ==, 1);
  g_assert_cmpstr (sgn_session_get_path (fixture->session), ==, fixture->path);
  g_assert_cmpstr (sgn_session_get_record (fixture->session)->profile->name, ==,
                   "株式会社𠮷葛󠄀");

  fixture_answer (fixture, "SD-01", "done", NULL);
  g_assert_cmpuint (records, ==, 2);
  g_assert_cmpuint (paths, ==, 1);
}

typedef struct {
  GString *order;
  guint left;
} Sequence;

static void
note_order_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sequence *sequence = data;
  g_autoptr (GError) error = NULL;
  SgnRecord *record;

  sgn_session_act_finish (SGN_SESSION (source), result, &error);
  g_assert_no_error (error);
  record = sgn_session_get_record (SGN_SESSION (source));
  g_string_append_printf (sequence->order, "%u ",
                          g_hash_table_size (
                            sgn_record_find_newest (record, "ipa-self-check")->answers));
  sequence->left--;
}

static void
test_acts_run_in_order (Fixture *fixture, gconstpointer data)
{
  const char *items[] = { "SD-01", "SD-02", "SD-03", "SD-04", "SD-05" };
  g_autoptr (GString) order = g_string_new (NULL);
  Sequence sequence = { order, G_N_ELEMENTS (items) };

  fixture_new_company (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    const SgnAnswerChange change = { .item = items[i], .value = "done" };
    sgn_session_answer_async (fixture->session, &change, note_order_cb, &sequence);
  }
  while (sequence.left > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (order->str, ==, "1 2 3 4 5 ");
}

static void
test_the_author_is_who_acts_are_by (Fixture *fixture, gconstpointer data)
{
  const SgnRecord *record;
  const SgnAnswer *answer;

  fixture_new_company (fixture);
  sgn_session_set_author (fixture->session, "髙橋 美咲");
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_answer (fixture, "SD-02", "done", NULL);
  sgn_session_set_author (fixture->session, NULL);
  fixture_answer (fixture, "SD-03", "done", NULL);

  record = sgn_session_get_record (fixture->session);
  g_assert_cmpuint (record->persons->len, ==, 1);
  answer = sgn_assessment_find_answer (sgn_record_find_newest (record, "ipa-self-check"), "SD-02");
  g_assert_cmpstr (sgn_record_find_person (record, answer->person)->name, ==, "髙橋 美咲");
  answer = sgn_assessment_find_answer (sgn_record_find_newest (record, "ipa-self-check"), "SD-03");
  g_assert_cmpint (answer->person, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/session/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static SgnCatalogue *
find_catalogue (Fixture *fixture, const char *key)
{
  return sgn_library_find_catalogue_key (sgn_session_get_library (fixture->session), key);
}

static void
test_the_guidelines_of_the_company_are_there_while_its_file_is_open (Fixture *fixture,
                                                                     gconstpointer data)
{
  const SgnCatalogue *sheet = NULL;

  fixture_new_company (fixture);
  g_assert_null (find_catalogue (fixture, "customer"));
  fixture_put_sheet (fixture, "customer", "2026");
  sheet = find_catalogue (fixture, "customer@2026");
  g_assert_cmpuint (sheet->items->len, ==, 6);

  fixture_close (fixture);
  g_assert_null (find_catalogue (fixture, "customer"));
  g_assert_nonnull (find_catalogue (fixture, "scs"));
  /* Whoever still shows it may. */
  g_assert_cmpuint (sheet->items->len, ==, 6);
}

static void
test_a_guideline_of_the_company_is_answered_as_any_other (Fixture *fixture, gconstpointer data)
{
  const SgnAnswerChange change = { .catalogue = "customer", .item = "Q-2", .value = "done" };
  const SgnAnswerChange wrong = { .catalogue = "customer", .item = "Q-9", .value = "done" };
  const SgnAssessment *assessment = NULL;

  fixture_new_company (fixture);
  fixture_put_sheet (fixture, "customer", "2026");
  sgn_session_answer_async (fixture->session, &change, fixture_done_cb, fixture);
  fixture_expect (fixture);
  sgn_session_answer_async (fixture->session, &wrong, fixture_done_cb, fixture);
  fixture_expect_error (fixture, SGN_ERROR_USAGE);
  fixture_answer (fixture, "Q-3", "partial", NULL);

  assessment = sgn_record_find_open (sgn_session_get_record (fixture->session), "customer");
  g_assert_cmpstr (assessment->edition, ==, "2026");
  g_assert_cmpuint (g_hash_table_size (assessment->answers), ==, 2);
  fixture_verify (fixture);
}

static void
test_what_is_undone_takes_its_guideline_along (Fixture *fixture, gconstpointer data)
{
  fixture_new_company (fixture);
  fixture_put_sheet (fixture, "customer", "2026");
  fixture_undo (fixture);
  g_assert_null (find_catalogue (fixture, "customer"));

  sgn_session_redo_async (fixture->session, fixture_done_cb, fixture);
  fixture_expect (fixture);
  g_assert_nonnull (find_catalogue (fixture, "customer"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("starts-without-a-file", test_starts_without_a_file);
  ADD ("acts-without-a-file-say-so", test_acts_without_a_file_say_so);
  ADD ("the-record-is-there-before-the-callback", test_the_record_is_there_before_the_callback);
  ADD ("acts-run-in-order", test_acts_run_in_order);
  ADD ("the-author-is-who-acts-are-by", test_the_author_is_who_acts_are_by);
  ADD ("the-guidelines-of-the-company-are-there-while-its-file-is-open",
       test_the_guidelines_of_the_company_are_there_while_its_file_is_open);
  ADD ("a-guideline-of-the-company-is-answered-as-any-other",
       test_a_guideline_of_the_company_is_answered_as_any_other);
  ADD ("what-is-undone-takes-its-guideline-along", test_what_is_undone_takes_its_guideline_along);

  return g_test_run ();
}
