/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the draft of the management's statement for ★3 is made from. */
#include "sample-record.h"

#define DOCUMENT "scs-declaration-draft"

static json_t *
project_draft (SgnLibrary *library, const SgnRecord *record)
{
  return project (library, record, DOCUMENT, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
}

static SgnAssessment *
find_check (SgnRecord *record)
{
  return (SgnAssessment *) sgn_record_find_newest (record, "scs");
}

/* Every answer given so far becomes @value; what is not answered at ★3 is answered with it. */
static void
answer_all (SgnRecord *record, const char *value)
{
  SgnAssessment *assessment = find_check (record);
  GHashTableIter iter;
  gpointer data = NULL;

  g_hash_table_iter_init (&iter, assessment->answers);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    SgnAnswer *answer = data;

    g_free (answer->value);
    answer->value = g_strdup (value);
  }
}

/* The sample leaves one criterion without an answer. */
static void
answer_open (SgnLibrary *library, SgnRecord *record, const char *value)
{
  g_autoptr (json_t) json = project_draft (library, record);
  gsize i = 0;
  json_t *item = NULL;

  json_array_foreach (json_object_get (json, "open"), i, item)
  {
    if (sgn_assessment_find_answer (find_check (record), sgn_json_string (item, "id")) == NULL)
      add_answer (record, find_check (record)->id, sgn_json_string (item, "id"), value);
  }
}

static void
test_what_is_open_is_named (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = project_draft (library, record);
  const json_t *open = json_object_get (json, "open");
  gsize i = 0;
  json_t *item = NULL;

  assert_keys (json, "assessment audience catalogue checked company counts criteria document "
                     "experts format language level met open options record sample values version");
  assert_text (json, "level", "★3");
  assert_text (json, "checked", "2026-11-22");
  assert_text (json_object_get (json, "catalogue"), "edition", "2026-03-27");
  assert_number (json, "criteria", 81);
  assert_number (json, "met", 55);
  assert_number (json_object_get (json, "counts"), "not-applicable", 1);
  g_assert_cmpuint (json_array_size (open), ==, 81 - 55 - 1);
  json_array_foreach ((json_t *) open, i, item)
  {
    assert_keys (item, "id mark number short word");
    g_assert_cmpstr (sgn_json_string (item, "mark"), !=, "done");
    g_assert_cmpstr (sgn_json_string (item, "mark"), !=, "not-applicable");
  }
}

static void
test_nothing_is_open_when_all_is_met (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  answer_all (record, "met");
  answer_open (library, record, "met");
  json = project_draft (library, record);

  assert_number (json, "met", 81);
  g_assert_cmpuint (json_array_size (json_object_get (json, "open")), ==, 0);
}

/* One that is met in part is open, and so is one that nobody answered. */
static void
test_a_single_one_keeps_it_open (void)
{
  static const struct {
    const char *value; /* NULL: no answer */
    const char *mark;
  } cases[] = {
    { "partly", "partial" },
    { "not-met", "not-done" },
    { "unknown", "unknown" },
    { NULL, "none" },
  };
  g_autoptr (SgnLibrary) library = load_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = make_sample_record ();
    g_autoptr (json_t) json = NULL;
    const json_t *open = NULL;

    answer_all (record, "met");
    if (cases[i].value != NULL)
      answer_open (library, record, cases[i].value);
    json = project_draft (library, record);
    open = json_object_get (json, "open");

    assert_number (json, "met", 80);
    g_assert_cmpuint (json_array_size (open), ==, 1);
    assert_text (json_array_get (open, 0), "mark", cases[i].mark);
  }
}

/* It is about ★3, whatever the check aims at. */
static void
test_a_higher_aim_does_not_change_it (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json = NULL;

  find_check (record)->level = g_strdup ("★4");
  json = project_draft (library, record);

  assert_text (json, "level", "★3");
  assert_number (json, "criteria", 81);
}

static void
note_look (SgnRecord *record, const char *item, const char *name, const char *on)
{
  SgnAnswer *answer = (SgnAnswer *) sgn_assessment_find_answer (find_check (record), item);

  answer->expert = g_strdup (SGN_EXPERT_SEEN);
  answer->expert_name = g_strdup (name);
  answer->expert_on = g_strdup (on);
}

/* Each once with the newest day; whoever was only asked is no one who looked. */
static void
test_experts_are_those_who_looked (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  SgnAnswer *asked = (SgnAnswer *) sgn_assessment_find_answer (find_check (record), "1-2-1-2");
  g_autoptr (json_t) json = NULL;
  const json_t *experts = NULL;
  const json_t *named = NULL;

  note_look (record, "1-2-1-1", "登録セキスペ 甲", "2026-11-21");
  note_look (record, "1-2-3-1", "登録セキスペ 甲", "2026-11-19");
  note_look (record, "1-2-3-2", "登録セキスペ 乙", NULL);
  note_look (record, "1-3-1-1", NULL, "2026-11-20");
  asked->expert = g_strdup (SGN_EXPERT_ASKED);
  asked->expert_name = g_strdup ("登録セキスペ 丙");
  json = project_draft (library, record);
  experts = json_object_get (json, "experts");
  named = json_object_get (experts, "named");

  assert_number (experts, "seen", 4);
  assert_number (experts, "asked", 1);
  g_assert_cmpuint (json_array_size (named), ==, 2);
  assert_text (json_array_get (named, 0), "name", "登録セキスペ 甲");
  assert_text (json_array_get (named, 0), "on", "2026-11-21");
  assert_number (json_array_get (named, 0), "criteria", 2);
  assert_null (json_array_get (named, 1), "on");
}

static void
test_it_is_no_paper_for_partners (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  const SgnProjectionRequest request = { .document = DOCUMENT, .audience = SGN_AUDIENCE_PARTNER };
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, &error);

  g_assert_null (json);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
}

static void
test_without_an_answer_it_says_why_not (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  const SgnProjectionRequest request = { .document = DOCUMENT };
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, &error);

  g_assert_null (json);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_NOT_YET);
  g_assert_nonnull (strstr (error->message, "Answer at least one of them."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-scs-draft/what-is-open-is-named", test_what_is_open_is_named);
  g_test_add_func ("/projection-scs-draft/nothing-is-open-when-all-is-met",
                   test_nothing_is_open_when_all_is_met);
  g_test_add_func ("/projection-scs-draft/a-single-one-keeps-it-open",
                   test_a_single_one_keeps_it_open);
  g_test_add_func ("/projection-scs-draft/a-higher-aim-does-not-change-it",
                   test_a_higher_aim_does_not_change_it);
  g_test_add_func ("/projection-scs-draft/experts-are-those-who-looked",
                   test_experts_are_those_who_looked);
  g_test_add_func ("/projection-scs-draft/it-is-no-paper-for-partners",
                   test_it_is_no_paper_for_partners);
  g_test_add_func ("/projection-scs-draft/without-an-answer-it-says-why-not",
                   test_without_an_answer_it_says_why_not);
  return g_test_run ();
}
