/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-last-answer.h"

#include "sample-record.h"

static void
add_check (SgnRecord *record, gint64 id, const char *edition, gint64 previous)
{
  json_t *row = make_assessment_row ("ipa-self-check", edition);

  if (previous != 0)
    sgn_json_set_integer (row, "previous", previous);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
}

static SgnLastAnswer
find (SgnLibrary *library, const SgnLast *last, const char *item)
{
  SgnCatalogue *catalogue = sgn_library_find_catalogue (library, "ipa-self-check", "4.0");

  return sgn_last_find_answer (last, sgn_catalogue_find_item (catalogue, item));
}

static void
test_nothing_came_before (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnLast) last = NULL;

  add_check (record, 1, "4.0", 0);
  last = sgn_last_new (library, record, sgn_record_find_assessment (record, 1));

  g_assert_null (last->assessment);
  g_assert_cmpint (find (library, last, "SD-01").state, ==, SGN_LAST_NOTHING);
  g_assert_null (find (library, last, "SD-01").answer);
}

static void
test_the_answer_of_last_time_is_found (void)
{
  static const char *const editions[] = { "4.0", "3.1" };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (editions); i++) {
    g_autoptr (SgnRecord) record = sgn_record_new ();
    g_autoptr (SgnLast) last = NULL;
    SgnLastAnswer answer = { 0 };

    add_check (record, 1, editions[i], 0);
    add_answer (record, 1, "SD-01", "partial");
    add_answer (record, 1, "SD-02", NULL);
    add_check (record, 2, "4.0", 1);
    last = sgn_last_new (library, record, sgn_record_find_assessment (record, 2));
    answer = find (library, last, "SD-01");

    g_assert_cmpint (answer.state, ==, SGN_LAST_ANSWERED);
    g_assert_cmpstr (answer.value->key, ==, "partial");
    g_assert_cmpint (answer.answer->assessment, ==, 1);
    g_assert_true ((last->mapping != NULL) == (i == 1));
    g_assert_cmpint (find (library, last, "SD-02").state, ==, SGN_LAST_OPEN);
    g_assert_cmpint (find (library, last, "SD-03").state, ==, SGN_LAST_OPEN);
  }
}

/* Only what a mapping calls equal is the same, whatever the number. */
static void
test_an_item_without_an_equal_is_another (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnLast) last = NULL;
  SgnMapping *mapping = NULL;

  add_check (record, 1, "3.1", 0);
  add_answer (record, 1, "SD-01", "done");
  add_check (record, 2, "4.0", 1);
  mapping = sgn_library_find_mapping (library, "ipa-self-check@3.1", "ipa-self-check@4.0");
  for (guint i = 0; i < mapping->pairs->len; i++)
    ((SgnMappingPair *) mapping->pairs->pdata[i])->relation = SGN_RELATION_SUBSET;
  last = sgn_last_new (library, record, sgn_record_find_assessment (record, 2));

  g_assert_cmpint (find (library, last, "SD-01").state, ==, SGN_LAST_OTHER);
  g_assert_null (find (library, last, "SD-01").answer);
}

static void
test_an_edition_that_is_not_here_is_another (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnLast) last = NULL;

  add_check (record, 1, "9.9", 0);
  add_answer (record, 1, "SD-01", "done");
  add_check (record, 2, "4.0", 1);
  last = sgn_last_new (library, record, sgn_record_find_assessment (record, 2));

  g_assert_cmpint (last->assessment->id, ==, 1);
  g_assert_cmpint (find (library, last, "SD-01").state, ==, SGN_LAST_OTHER);
}

/* What is not closed yet is continued, and compared with nothing. */
static void
test_only_what_is_closed_is_compared (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (SgnLast) continued = NULL;
  g_autoptr (SgnLast) compared = NULL;

  for (gint64 id = 1; id <= 2; id++) {
    add_check (record, id, "4.0", 0);
    add_answer (record, id, "SD-01", id == 1 ? "partial" : "done");
  }
  sgn_record_find_assessment (record, 1)->closed = TRUE;
  add_check (record, 3, "4.0", 2);
  continued = sgn_last_new (library, record, sgn_record_find_assessment (record, 3));
  compared = sgn_last_new_compared (library, record, sgn_record_find_assessment (record, 3));

  g_assert_cmpstr (find (library, continued, "SD-01").value->key, ==, "done");
  g_assert_cmpstr (find (library, compared, "SD-01").value->key, ==, "partial");
}

static void
test_states_have_words_for_machines (void)
{
  static const char *const keys[] = { "none", "other-edition", "not-answered", "answered" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpstr (sgn_last_state_to_key ((SgnLastState) i), ==, keys[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/last-answer/nothing-came-before", test_nothing_came_before);
  g_test_add_func ("/last-answer/the-answer-of-last-time-is-found",
                   test_the_answer_of_last_time_is_found);
  g_test_add_func ("/last-answer/an-item-without-an-equal-is-another",
                   test_an_item_without_an_equal_is_another);
  g_test_add_func ("/last-answer/an-edition-that-is-not-here-is-another",
                   test_an_edition_that_is_not_here_is_another);
  g_test_add_func ("/last-answer/only-what-is-closed-is-compared",
                   test_only_what_is_closed_is_compared);
  g_test_add_func ("/last-answer/states-have-words-for-machines",
                   test_states_have_words_for_machines);

  return g_test_run ();
}
