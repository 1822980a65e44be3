/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheet of the management guideline is made from. */
#include "sample-record.h"

#define DOCUMENT "management-result"
#define CATALOGUE "meti-management"

/* Of the questions of direction 7, five that are all printed, and of direction 10, which has two.
 */
static const char *const seven[] = { "MG-7-1", "MG-7-2", "MG-7-3", "MG-7-4", "MG-7-5" };

static void
say (SgnRecord *record,
     gint64 assessment,
     const char *item,
     const char *value,
     const char *statement,
     const char *at)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", assessment, item);
  SgnAnswer answer = { .assessment = assessment,
                       .item = (char *) item,
                       .value = (char *) value,
                       .note = (char *) "社内のメモ",
                       .statement = (char *) statement,
                       .at = (char *) at };

  add_row (record, SGN_KIND_ANSWER, id, sgn_answer_to_row (&answer));
}

static SgnRecord *
make_record (void)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  add_company (record, profile);
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

static void
add_check (SgnRecord *record, gint64 id, const char *closed_at)
{
  json_t *row = make_assessment_row (CATALOGUE, "3.0");

  sgn_json_set_string (row, "state", closed_at != NULL ? "closed" : "open");
  sgn_json_set_string (row, "closed_at", closed_at);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
}

/* Answers of one check, a word each; "" leaves one out. */
static void
answer_seven (SgnRecord *record, gint64 assessment, const char *words)
{
  g_auto (GStrv) values = g_strsplit (words, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (seven); i++)
    if (*values[i] != '-')
      say (record, assessment, seven[i], values[i], i == 2 ? "社外への文" : NULL,
           "2026-11-20T10:00:00+09:00");
}

static json_t *
project_for_partner (SgnLibrary *library, const SgnRecord *record, gboolean with_unmet)
{
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA,
                                         with_unmet, 0 };
  g_autoptr (GError) error = NULL;
  json_t *json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  return json;
}

static json_t *
get_direction (const json_t *json, size_t number)
{
  return json_array_get (json_object_get (json, "directions"), number - 1);
}

/* (nullable) */
static json_t *
find_item (const json_t *json, const char *id)
{
  size_t i;
  json_t *item;

  json_array_foreach (json_object_get (json, "items"), i, item)
  {
    if (g_strcmp0 (sgn_json_string (item, "id"), id) == 0)
      return item;
  }
  return NULL;
}

/* The mean is rounded half up to one decimal, the level is the mean cut off, わからない and what is
 * not answered are in neither. */
static const struct {
  const char *name;
  const char *values;
  const char *mean;
  gint64 level;
  gint64 low;
} means[] = {
  { "all-one", "1 1 1 1 1", "1.0", 1, 5 },
  { "a-fifth", "1 1 2 2 1", "1.4", 1, 5 },
  { "half-up", "2 2 2 3 -", "2.3", 2, 3 },
  { "a-quarter-is-exactly-half", "1 1 1 2 -", "1.3", 1, 4 },
  { "two-thirds", "3 3 2 - -", "2.7", 2, 1 },
  { "all-five", "5 5 5 5 5", "5.0", 5, 0 },
  { "unknown-does-not-count", "4 unknown unknown 4 unknown", "4.0", 4, 0 },
  { "one-answer", "3 - - - -", "3.0", 3, 0 },
};

static void
test_means (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;
  const json_t *direction = NULL;

  add_check (record, 1, NULL);
  answer_seven (record, 1, means[i].values);
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  direction = get_direction (json, 7);

  assert_text (direction, "mean", means[i].mean);
  assert_number (direction, "level", means[i].level);
  assert_number (direction, "low", means[i].low);
  assert_number (direction, "questions", 5);
}

static void
test_a_direction_without_a_level_has_no_mean (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 1, NULL);
  answer_seven (record, 1, "unknown unknown - - -");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);

  assert_null (get_direction (json, 7), "mean");
  assert_null (get_direction (json, 7), "level");
  assert_null (get_direction (json, 1), "mean");
  assert_number (json, "unknown", 2);
  assert_number (json, "not_answered", 34);
  assert_null (find_item (json, "MG-7-1"), "level");
  assert_text (find_item (json, "MG-7-1"), "word", "わからない");
  assert_null (find_item (json, "MG-7-3"), "word");
}

static void
test_ten_directions_five_levels_and_the_company (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;
  const json_t *direction = NULL;
  const json_t *level = NULL;

  add_check (record, 1, NULL);
  answer_seven (record, 1, "4 3 3 1 -");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  direction = get_direction (json, 7);
  level = json_array_get (json_object_get (json, "levels"), 2);

  assert_keys (json,
               "answers assessment audience catalogue company directions document format items "
               "language levels not_answered options questions record sample unknown "
               "unprinted values version whole");
  g_assert_cmpuint (json_array_size (json_object_get (json, "directions")), ==, 10);
  assert_keys (direction, "id label level low mean number questions short title");
  assert_text (direction, "title", "インシデント発生時の緊急対応体制の整備");
  g_assert_cmpuint (json_array_size (json_object_get (json, "levels")), ==, 5);
  assert_keys (level, "count label level means");
  assert_number (level, "level", 3);
  assert_number (level, "count", 2);
  assert_keys (find_item (json, "MG-7-1"),
               "direction evidence id level mark note number question short statement value word");
  assert_text (find_item (json, "MG-7-1"), "note", "社内のメモ");
}

/* What is still to be held against the official text is on the screen only, and is in no sum; the
 * company's own answers to it go out with the others, so that nothing is lost. */
static void
test_unverified_questions_are_not_printed (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;
  g_autoptr (json_t) partner = NULL;
  const json_t *answers = NULL;

  add_check (record, 1, NULL);
  say (record, 1, "MG-8-1", "2", "社外への文", "2026-11-20T10:00:00+09:00");
  say (record, 1, "MG-8-3", "5", "社外への文", "2026-11-20T10:00:00+09:00"); /* unverified */
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  partner = project_for_partner (library, record, TRUE);

  assert_number (json, "questions", 36);
  assert_number (json, "unprinted", 7);
  g_assert_null (find_item (json, "MG-8-3"));
  g_assert_null (find_item (partner, "MG-8-3"));
  assert_text (get_direction (json, 8), "mean", "2.0");
  assert_number (get_direction (json, 8), "questions", 3);
  answers = json_object_get (json_object_get (json, "answers"), "answers");
  g_assert_cmpuint (json_array_size (answers), ==, 2);
  answers = json_object_get (json_object_get (partner, "answers"), "answers");
  g_assert_cmpuint (json_array_size (answers), ==, 1);
}

static void
test_last_time_stands_beside (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;
  const json_t *direction = NULL;

  add_check (record, 1, "2025-11-14T17:00:00+09:00");
  answer_seven (record, 1, "1 1 1 2 1");
  add_check (record, 2, NULL);
  answer_seven (record, 2, "2 2 2 3 3");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  direction = get_direction (json, 7);

  assert_text (json_object_get (json, "previous"), "date", "2025-11-14");
  assert_text (direction, "mean", "2.4");
  assert_text (direction, "previous_mean", "1.2");
  assert_null (get_direction (json, 1), "previous_mean");
  assert_number (find_item (json, "MG-7-4"), "previous_level", 2);
  assert_null (find_item (json, "MG-1-1"), "previous_level");
  assert_number (json_array_get (json_object_get (json, "levels"), 4), "previous_count", 4);
}

/* Two or three questions make a mean that says what is left out of the list. */
static void
test_partners_see_what_is_said_for_them (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;
  g_autoptr (json_t) whole = NULL;

  add_check (record, 1, "2025-11-14T17:00:00+09:00");
  answer_seven (record, 1, "1 1 1 2 1");
  add_check (record, 2, NULL);
  answer_seven (record, 2, "2 1 3 unknown -");
  json = project_for_partner (library, record, FALSE);
  whole = project_for_partner (library, record, TRUE);

  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 1);
  assert_keys (find_item (json, "MG-7-3"),
               "direction id level mark number question short statement value word");
  g_assert_null (json_object_get (json, "directions"));
  g_assert_null (json_object_get (json, "previous"));
  assert_number (json_array_get (json_object_get (json, "levels"), 4), "count", 1);
  g_assert_cmpuint (json_array_size (json_object_get (whole, "items")), ==, 36);
  assert_text (get_direction (whole, 7), "mean", "2.0");
  assert_keys (get_direction (whole, 7), "id label level low mean number questions short title");
  assert_text (whole, "options", "with-unmet");
}

/* Only what is put in practice is said to outsiders, whatever has a sentence. */
static void
test_a_sentence_of_an_unmet_question_is_kept_back (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 1, NULL);
  answer_seven (record, 1, "3 3 1 3 3");
  json = project_for_partner (library, record, FALSE);

  g_assert_cmpuint (json_array_size (json_object_get (json, "items")), ==, 0);
}

static void
test_english_sheets_are_english (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = NULL;

  add_check (record, 1, NULL);
  answer_seven (record, 1, "3 3 1 3 3");
  json = project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);

  assert_text (get_direction (json, 7), "short", "Emergency response");
  assert_text (find_item (json, "MG-7-3"), "word", "Level 1");
}

static void
assert_refused (SgnLibrary *library, const SgnRecord *record, gint64 assessment, int code)
{
  const SgnProjectionRequest request = { DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA, FALSE,
                                         assessment };
  g_autoptr (GError) error = NULL;

  g_assert_null (sgn_projection_new (library, record, &request, &error));
  g_assert_error (error, SGN_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_nothing_answered_is_said (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();

  assert_refused (library, record, 0, SGN_ERROR_NOT_YET);
  add_check (record, 1, NULL);
  assert_refused (library, record, 0, SGN_ERROR_NOT_YET);
  assert_refused (library, record, 9, SGN_ERROR_USAGE);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 2, make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 2, "RU-1", "done");
  assert_refused (library, record, 2, SGN_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (means); i++) {
    g_autofree char *path = g_strconcat ("/projection-management/mean/", means[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_means);
  }
  g_test_add_func ("/projection-management/a-direction-without-a-level-has-no-mean",
                   test_a_direction_without_a_level_has_no_mean);
  g_test_add_func ("/projection-management/ten-directions-five-levels-and-the-company",
                   test_ten_directions_five_levels_and_the_company);
  g_test_add_func ("/projection-management/unverified-questions-are-not-printed",
                   test_unverified_questions_are_not_printed);
  g_test_add_func ("/projection-management/last-time-stands-beside", test_last_time_stands_beside);
  g_test_add_func ("/projection-management/partners-see-what-is-said-for-them",
                   test_partners_see_what_is_said_for_them);
  g_test_add_func ("/projection-management/a-sentence-of-an-unmet-question-is-kept-back",
                   test_a_sentence_of_an_unmet_question_is_kept_back);
  g_test_add_func ("/projection-management/english-sheets-are-english",
                   test_english_sheets_are_english);
  g_test_add_func ("/projection-management/nothing-answered-is-said",
                   test_nothing_answered_is_said);
  return g_test_run ();
}
