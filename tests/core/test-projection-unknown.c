/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the interview sheet asks, and whom. */
#include "sample-record.h"

#define DOCUMENT "unknown-list"

static json_t *
project_for (SgnLibrary *library,
             const SgnRecord *record,
             const char *recipient,
             SgnLanguage language,
             GError **error)
{
  const SgnProjectionRequest request = { .document = DOCUMENT,
                                         .audience = SGN_AUDIENCE_INTERNAL,
                                         .language = language,
                                         .recipient = recipient };

  return sgn_projection_new (library, record, &request, error);
}

/* The items asked about, with spaces between them. */
static char *
list_items (const json_t *json)
{
  GString *items = g_string_new (NULL);
  gsize i = 0;
  json_t *question = NULL;

  json_array_foreach (json_object_get (json, "questions"), i, question)
  {
    g_string_append_printf (items, "%s%s", i > 0 ? " " : "", sgn_json_string (question, "id"));
  }
  return g_string_free (items, FALSE);
}

static void
add_person (SgnRecord *record, gint64 id, const char *name)
{
  json_t *row = json_object ();

  copy_texts (row, row, "kana role name_en department_en role_en");
  sgn_json_set_string (row, "name", name);
  sgn_json_set_string (row, "department", "営業課");
  add_numbered_row (record, SGN_KIND_PERSON, id, row);
}

static void
add_owned_task (SgnRecord *record, gint64 id, gint64 owner, const char *state, const char *item)
{
  g_autofree char *reference = g_strconcat ("answer/1/", item, NULL);
  SgnTask task = { .title = (char *) "確かめる",
                   .owner = owner,
                   .state = (char *) state,
                   .added_at = (char *) "2026-11-20T10:00:00+09:00" };

  add_numbered_row (record, SGN_KIND_TASK, id, sgn_task_to_row (&task));
  add_row (record, SGN_KIND_TASK_LINK, reference, sgn_task_link_to_row (id, reference));
}

/* Rules 2 and 4 are unknown, 5 and 6 not answered; 原 has taken on 4, 山 has finished with 2. */
static SgnRecord *
make_record (void)
{
  SgnRecord *record = sgn_record_new ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");

  add_company (record, profile);
  add_person (record, 1, "原");
  add_person (record, 2, "山");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-rules", "4.0"));
  add_answer (record, 1, "RU-1", "done");
  add_answer (record, 1, "RU-2", "unknown");
  add_answer (record, 1, "RU-3", "not-done");
  add_answer (record, 1, "RU-4", "unknown");
  add_owned_task (record, 1, 1, SGN_TASK_DOING, "RU-4");
  add_owned_task (record, 2, 2, SGN_TASK_DONE, "RU-2");
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

static const struct {
  const char *name;
  const char *recipient;
  const char *items;
  gboolean assigned;
} cases[] = {
  { "the-whole-company", NULL, "RU-2 RU-4 RU-5 RU-6", FALSE },
  { "an-empty-name-is-the-whole-company", "", "RU-2 RU-4 RU-5 RU-6", FALSE },
  { "who-has-taken-something-on", "原", "RU-4", TRUE },
  { "who-has-not", "山", "RU-2 RU-5 RU-6", FALSE },
  { "somebody-from-outside", "保守会社", "RU-2 RU-5 RU-6", FALSE },
};

static void
test_recipients (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json =
    project_for (library, record, cases[i].recipient, SGN_LANGUAGE_JA, &error);
  g_autofree char *items = NULL;

  g_assert_no_error (error);
  items = list_items (json);
  g_assert_cmpstr (items, ==, cases[i].items);
  g_assert_true (sgn_json_boolean (json, "assigned") == cases[i].assigned);
}

static void
test_a_question_says_what_to_ask (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  g_autoptr (json_t) json = project_for (library, record, NULL, SGN_LANGUAGE_JA, NULL);
  g_autoptr (json_t) english = project_for (library, record, NULL, SGN_LANGUAGE_EN, NULL);
  const json_t *question = json_array_get (json_object_get (json, "questions"), 1);

  assert_keys (question, "catalogue edition id look_for mark note number person question short "
                         "source why word words");
  assert_text (question, "source", "情報セキュリティ6か条");
  assert_text (question, "mark", "unknown");
  assert_text (question, "word", "わからない");
  assert_text (question, "person", "原");
  g_assert_cmpuint (json_array_size (json_object_get (question, "words")), ==, 5);
  g_assert_cmpuint (json_array_size (json_object_get (question, "look_for")), >, 0);
  question = json_array_get (json_object_get (json, "questions"), 2);
  assert_text (question, "mark", "none");
  assert_null (question, "word");
  assert_null (question, "person");
  question = json_array_get (json_object_get (english, "questions"), 0);
  assert_text (question, "word", "Unknown");
}

static void
test_the_sample_asks_what_it_does_not_know (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_for (library, record, NULL, SGN_LANGUAGE_JA, NULL);
  g_autofree char *items = list_items (json);
  const json_t *editions = json_object_get (json, "editions");

  g_assert_cmpstr (items, ==, "SD-21 SD-23 4-5-1-6 4-5-1-7");
  assert_text (json_object_get (json, "asks"), "name", "山﨑 健太");
  assert_null (json, "asked");
  g_assert_cmpuint (json_array_size (editions), ==, 2);
  assert_text (json_array_get (editions, 0), "id", "ipa-self-check");
  assert_text (json_array_get (editions, 1), "id", "scs");
  assert_text (json_array_get (json_object_get (json, "questions"), 0), "note",
               "私物スマートフォンの業務連絡での利用実態を確かめていない。");
}

static void
test_who_is_asked_is_named (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) japanese = project_for (library, record, "原 大輔", SGN_LANGUAGE_JA, NULL);
  g_autoptr (json_t) english = project_for (library, record, "原 大輔", SGN_LANGUAGE_EN, NULL);
  g_autoptr (SgnRecord) other = make_record ();
  g_autoptr (json_t) outside = project_for (library, other, "保守会社", SGN_LANGUAGE_JA, NULL);

  assert_text (japanese, "recipient", "原 大輔");
  assert_text (json_object_get (japanese, "asked"), "department", "営業課");
  assert_text (json_object_get (english, "asked"), "name", "HARA Daisuke");
  assert_null (outside, "asked");
  assert_text (outside, "recipient", "保守会社");
}

static void
assert_not_yet (SgnLibrary *library, const SgnRecord *record, const char *recipient)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (project_for (library, record, recipient, SGN_LANGUAGE_JA, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_nothing_to_ask_is_said (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) empty = sgn_record_new ();
  g_autoptr (SgnRecord) known = sgn_record_new ();
  g_autoptr (SgnRecord) taken = make_record ();

  add_company (empty, profile);
  assert_not_yet (library, empty, NULL);

  add_company (known, profile);
  add_numbered_row (known, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-rules", "4.0"));
  for (int i = 1; i <= 6; i++) {
    g_autofree char *item = g_strdup_printf ("RU-%d", i);
    add_answer (known, 1, item, "not-done");
  }
  assert_not_yet (library, known, NULL);

  add_owned_task (taken, 3, 1, SGN_TASK_TODO, "RU-2");
  add_owned_task (taken, 4, 1, SGN_TASK_TODO, "RU-5");
  add_owned_task (taken, 5, 1, SGN_TASK_TODO, "RU-6");
  assert_not_yet (library, taken, "山");
}

/* 152 blanks of a guideline that was just begun would fill sixty pages. */
static void
test_the_blanks_of_a_large_guideline_are_left_out (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;
  g_autofree char *items = NULL;

  add_company (record, profile);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("scs", "2026-03-27"));
  add_answer (record, 1, "1-2-1-1", "met");
  assert_not_yet (library, record, NULL);

  add_answer (record, 1, "1-2-1-2", "unknown");
  json = project_for (library, record, NULL, SGN_LANGUAGE_JA, NULL);
  items = list_items (json);
  g_assert_cmpstr (items, ==, "1-2-1-2");
}

/* What is still to be held against the official text is asked on the screen only. */
static void
test_unverified_questions_are_not_printed (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;
  g_autofree char *items = NULL;

  add_company (record, profile);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("meti-management", "3.0"));
  add_answer (record, 1, "MG-8-3", "unknown");
  assert_not_yet (library, record, NULL);

  add_answer (record, 1, "MG-8-4", "unknown");
  json = project_for (library, record, NULL, SGN_LANGUAGE_JA, NULL);
  items = list_items (json);
  g_assert_cmpstr (items, ==, "MG-8-4");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/projection-unknown/for/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_recipients);
  }
  g_test_add_func ("/projection-unknown/a-question-says-what-to-ask",
                   test_a_question_says_what_to_ask);
  g_test_add_func ("/projection-unknown/the-sample-asks-what-it-does-not-know",
                   test_the_sample_asks_what_it_does_not_know);
  g_test_add_func ("/projection-unknown/who-is-asked-is-named", test_who_is_asked_is_named);
  g_test_add_func ("/projection-unknown/nothing-to-ask-is-said", test_nothing_to_ask_is_said);
  g_test_add_func ("/projection-unknown/unverified-questions-are-not-printed",
                   test_unverified_questions_are_not_printed);
  g_test_add_func ("/projection-unknown/the-blanks-of-a-large-guideline-are-left-out",
                   test_the_blanks_of_a_large_guideline_are_left_out);
  return g_test_run ();
}
