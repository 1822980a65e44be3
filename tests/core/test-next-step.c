/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-next-step.h"

#include "sample-record.h"
#include "sgn-form.h"

#define TODAY "2026-11-23"

typedef struct {
  const char *goal;      /* (nullable) */
  guint rules;           /* how many are answered */
  guint questions;       /* of the self-check */
  gboolean policy;       /* written */
  const char *published; /* (nullable) */
  const char *account;   /* (nullable) */
  gboolean data;         /* the data for the declaration is complete */
  int star;              /* declared */
  const char *due;       /* (nullable): of a task */
  const char *review;    /* (nullable): of the answers to the rules */
  gboolean scs;          /* another guideline is begun */
  const char *backup;    /* (nullable) */
} Story;

static void
add_profile (SgnRecord *record, const Story *story)
{
  g_autoptr (json_t) json = load_sample ("profile.json");
  g_autoptr (SgnProfile) profile = NULL;

  if (!story->data)
    json_object_del (json, "email");
  sgn_json_set_string (json, "gbizid", story->account != NULL ? story->account : "none");
  profile = sgn_profile_new_from_json (json, NULL);
  add_row (record, SGN_KIND_COMPANY, "1", sgn_profile_to_row (profile, FALSE));
}

static void
answer_rules (SgnRecord *record, guint n, const char *review)
{
  if (n > 0)
    add_numbered_row (record, SGN_KIND_ASSESSMENT, 1, make_assessment_row ("ipa-rules", "4.0"));
  for (guint i = 1; i <= n; i++) {
    g_autofree char *item = g_strdup_printf ("RU-%u", i);
    const SgnAnswer answer = { .assessment = 1,
                               .item = item,
                               .value = (char *) "done",
                               .at = (char *) "2026-11-20T10:00:00+09:00",
                               .next_review = (char *) review };

    add_row (record, SGN_KIND_ANSWER, item, sgn_answer_to_row (&answer));
  }
}

static void
answer_self_check (SgnRecord *record, guint n)
{
  if (n > 0)
    add_numbered_row (record, SGN_KIND_ASSESSMENT, 2,
                      make_assessment_row ("ipa-self-check", "4.0"));
  for (guint i = 1; i <= n; i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i);

    add_answer (record, 2, item, "done");
  }
}

static void
write_policy (SgnRecord *record, SgnLibrary *library, const char *published)
{
  g_autoptr (json_t) parts = json_object ();
  g_autoptr (json_t) words = json_object ();

  for (guint i = 0; i < library->policy->parts->len; i++) {
    const SgnPolicyPart *part = g_ptr_array_index (library->policy->parts, i);

    sgn_json_set_string (parts, part->id, "決めたこと");
  }
  json_object_set (words, "parts", parts);
  sgn_json_set_integer (words, "version", 1);
  sgn_json_set_string (words, "established", "2026-10-01");
  if (published != NULL) {
    sgn_json_set_string (words, "published_place", "自社ウェブサイト");
    sgn_json_set_string (words, "published_on", published);
  }
  add_policy (record, words);
}

static void
declare (SgnRecord *record, int star)
{
  const SgnDeclaration declaration = {
    .id = 1,
    .star = star,
    .number = (char *) "50000000000",
    .date = (char *) "2026-11-01",
    .edition = (char *) "4.0",
  };

  add_numbered_row (record, SGN_KIND_DECLARATION, 1, sgn_declaration_to_row (&declaration));
}

static void
add_task (SgnRecord *record, const char *due)
{
  const SgnTask task = {
    .id = 7,
    .title = (char *) "バックアップを週2回に増やす",
    .state = (char *) SGN_TASK_TODO,
    .due = (char *) due,
    .added_at = (char *) "2026-11-01T17:00:00+09:00",
  };

  add_numbered_row (record, SGN_KIND_TASK, 7, sgn_task_to_row (&task));
}

static SgnRecord *
make_record (SgnLibrary *library, const Story *story)
{
  SgnRecord *record = sgn_record_new ();

  add_profile (record, story);
  answer_rules (record, story->rules, story->review);
  answer_self_check (record, story->questions);
  if (story->policy)
    write_policy (record, library, story->published);
  if (story->star > 0)
    declare (record, story->star);
  if (story->goal != NULL)
    add_row (record, SGN_KIND_SETTING, SGN_SETTING_GOAL, sgn_setting_to_row (story->goal));
  if (story->due != NULL)
    add_task (record, story->due);
  if (story->scs) {
    add_numbered_row (record, SGN_KIND_ASSESSMENT, 3, make_assessment_row ("scs", "2026-03-27"));
    add_answer (record, 3, "4-1-2-4", "met");
  }
  record->head_at = g_strdup ("2026-11-20T17:00:00+09:00");
  return record;
}

/* The rules in their order: whatever is named first in a story does not stand in the way. */
static const struct {
  const char *rule;
  const char *button; /* (nullable) */
  int minutes;
  guint left;
  Story story;
} cases[] = {
  { "begin", "Begin with No. 1", 15, 6, { .goal = NULL } },
  { "begin", "Begin with No. 1", 15, 6, { .goal = "star-2" } },
  { "continue", "Continue at No. 3", 10, 4, { .rules = 2 } },
  { "continue", "Continue at No. 6", 5, 1, { .rules = 5, .questions = 3 } },
  { "continue", "Continue at No. 23", 10, 3, { .questions = 22 } },
  { "rules", "Begin with No. 1", 15, 6, { .questions = 25 } },
  { "self-check", "Begin with No. 1", 50, 25, { .rules = 6, .goal = "star-2" } },
  { "continue", "Continue at No. 5", 45, 21, { .rules = 6, .questions = 4 } },
  { "policy", "Open the Policy", 30, 6, { .rules = 6, .questions = 25 } },
  { "publish", "Open the Policy", 15, 0, { .rules = 6, .questions = 25, .policy = TRUE } },
  { "gbizid", "Open the Steps", 0, 0, { .rules = 6 } },
  { "gbizid",
    "Open the Steps",
    0,
    0,
    { .rules = 6, .questions = 25, .policy = TRUE, .published = "2026-10-02", .data = TRUE } },
  { "data-sheet", "Open the Steps", 10, 1, { .rules = 6, .account = "member" } },
  { "declare", "Open the Steps", 15, 0, { .rules = 6, .account = "prime", .data = TRUE } },
  { "self-check", "Begin with No. 1", 50, 25, { .rules = 6, .star = 1 } },
  { "overdue",
    "Open the Plan",
    0,
    0,
    { .rules = 6, .star = 1, .goal = "star-1", .due = "2026-11-13" } },
  { "overdue",
    "Open the Plan",
    0,
    0,
    { .rules = 6, .star = 2, .due = "2026-11-13", .review = "2026-11-10" } },
  { "review", "Look at It Again", 5, 0, { .rules = 6, .star = 2, .review = "2026-11-23" } },
  { "backup", "Make a Backup", 1, 0, { .rules = 6, .star = 2, .review = "2026-11-24" } },
  { "backup", "Make a Backup", 1, 0, { .rules = 6, .star = 2, .backup = "2026-10-20" } },
  { "unfinished",
    "Continue at No. 1-2-1-1",
    160,
    80,
    { .rules = 6, .star = 2, .scs = TRUE, .backup = "2026-11-20" } },
  { "none", NULL, 0, 0, { .rules = 6, .star = 2, .due = "2026-11-23", .backup = "2026-11-20" } },
};

static void
test_the_first_rule_that_finds_something_says_what_to_do (void)
{
  g_autoptr (SgnLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SgnRecord) record = make_record (library, &cases[i].story);
    g_autoptr (SgnNextStep) step =
      sgn_next_step_find (library, record, TODAY, cases[i].story.backup);

    g_test_message ("%u: %s, %s (%s)", i, step->rule, step->title, step->button);
    g_assert_cmpstr (step->rule, ==, cases[i].rule);
    g_assert_cmpstr (step->button, ==, cases[i].button);
    g_assert_cmpint (step->minutes, ==, cases[i].minutes);
    g_assert_cmpuint (step->left, ==, cases[i].left);
    g_assert_cmpint (step->place == SGN_STEP_NOWHERE, ==, step->button == NULL);
    g_assert_cmpstr (step->title, !=, "");
    g_assert_cmpstr (step->reason, !=, "");
  }
}

static SgnNextStep *
find (SgnLibrary *library, const Story *story)
{
  g_autoptr (SgnRecord) record = make_record (library, story);

  return sgn_next_step_find (library, record, TODAY, story->backup);
}

static void
test_a_step_says_where_how_long_and_what_for (void)
{
  const Story begun = { .questions = 22 };
  const Story late = { .rules = 6, .star = 2, .due = "2026-11-13" };
  const Story quiet = { .rules = 6, .star = 2, .review = "2027-04-01", .backup = "2026-11-20" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnNextStep) step = find (library, &begun);
  g_autoptr (SgnNextStep) task = find (library, &late);
  g_autoptr (SgnNextStep) none = find (library, &quiet);
  g_autofree char *line = sgn_next_step_dup_line (step);

  g_assert_cmpint (step->place, ==, SGN_STEP_QUESTION);
  g_assert_cmpstr (step->catalogue, ==, "ipa-self-check@4.0");
  g_assert_cmpstr (step->item, ==, "SD-23");
  g_assert_true (g_str_has_prefix (line, "About 10 minutes. It completes"));
  g_assert_cmpint (task->task, ==, 7);
  g_assert_cmpstr (task->reason, ==, "It was due on 13 November 2026, 10 days ago.");
  g_assert_cmpstr (none->date, ==, "2027-04-01");
  g_assert_true (g_str_has_prefix (none->reason, "The next review is on 1 April 2027: "));
}

static void
test_a_sample_needs_no_backup (void)
{
  const Story story = { .rules = 6, .star = 2 };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (library, &story);
  g_autoptr (SgnNextStep) step = NULL;

  record->sample = TRUE;
  step = sgn_next_step_find (library, record, TODAY, NULL);
  g_assert_cmpstr (step->rule, ==, "none");
}

/* The editions that a record names may be none of this version's. */
static void
test_an_unknown_edition_stands_in_nobodys_way (void)
{
  const Story story = { .rules = 6, .star = 2, .backup = "2026-11-20" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record (library, &story);
  g_autoptr (SgnNextStep) step = NULL;

  add_numbered_row (record, SGN_KIND_ASSESSMENT, 9, make_assessment_row ("scs", "2031-01-01"));
  add_answer (record, 9, "1", "met");
  step = sgn_next_step_find (library, record, TODAY, "2026-11-20");
  g_assert_cmpstr (step->rule, ==, "none");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-step/the-first-rule-that-finds-something-says-what-to-do",
                   test_the_first_rule_that_finds_something_says_what_to_do);
  g_test_add_func ("/next-step/a-step-says-where-how-long-and-what-for",
                   test_a_step_says_where_how_long_and_what_for);
  g_test_add_func ("/next-step/a-sample-needs-no-backup", test_a_sample_needs_no_backup);
  g_test_add_func ("/next-step/an-unknown-edition-stands-in-nobodys-way",
                   test_an_unknown_edition_stands_in_nobodys_way);
  return g_test_run ();
}
