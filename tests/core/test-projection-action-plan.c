/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sample-record.h"

static void
add_task (SgnRecord *record, const SgnTask *words, const char *reference)
{
  SgnTask task = *words;
  g_autofree char *key = NULL;

  task.added_at = (char *) "2026-11-20T17:00:00+09:00";
  add_numbered_row (record, SGN_KIND_TASK, task.id, sgn_task_to_row (&task));
  if (reference == NULL)
    return;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", task.id, reference);
  add_row (record, SGN_KIND_TASK_LINK, key, sgn_task_link_to_row (task.id, reference));
}

static gint64
find_person (const SgnRecord *record, const char *name)
{
  const SgnPerson *person = sgn_record_find_person_named (record, name);

  g_assert_nonnull (person);
  return person->id;
}

static char *
answer_of (const SgnRecord *record, const char *catalogue, const char *item)
{
  return g_strdup_printf ("answer/%" G_GINT64_FORMAT "/%s",
                          sgn_record_find_answered (record, catalogue)->id, item);
}

static SgnRecord *
make_record_without_tasks (void)
{
  SgnRecord *record = make_sample_record ();

  g_ptr_array_set_size (record->tasks, 0);
  return record;
}

/* The sample with a task of each state. */
static SgnRecord *
make_record (void)
{
  SgnRecord *record = make_record_without_tasks ();
  g_autofree char *backup = answer_of (record, "ipa-self-check", "SD-11");
  g_autofree char *rule = answer_of (record, "ipa-rules", "RU-6");
  g_autofree char *known = answer_of (record, "ipa-self-check", "SD-21");

  add_task (record,
            &(SgnTask){ .id = 1,
                        .title = (char *) "バックアップを増やす",
                        .title_en = (char *) "Back up more often",
                        .note = (char *) "秘密のメモ",
                        .state = (char *) "todo",
                        .due = (char *) "2026-11-13",
                        .owner = find_person (record, "山﨑 健太") },
            backup);
  add_row (record, SGN_KIND_TASK_LINK, "1/rule", sgn_task_link_to_row (1, rule));
  add_task (record,
            &(SgnTask){ .id = 2,
                        .title = (char *) "聞き取る",
                        .state = (char *) "doing",
                        .due = (char *) "2026-12-18" },
            known);
  add_task (record,
            &(SgnTask){ .id = 3,
                        .title = (char *) "覚書を交わす",
                        .state = (char *) "done",
                        .due = (char *) "2026-06-30",
                        .done_on = (char *) "2026-06-26",
                        .owner = find_person (record, "髙橋 美咲") },
            "policy/2");
  add_task (record,
            &(SgnTask){ .id = 4, .title = (char *) "やめたこと", .state = (char *) "declined" },
            "declaration/1");
  return record;
}

static json_t *
project_record (SgnAudience audience, SgnLanguage language)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();

  return project (library, record, "action-plan", audience, language);
}

static json_t *
get_task (const json_t *json, guint index)
{
  return json_array_get (json_object_get (json, "tasks"), index);
}

static void
test_what_nobody_knows_stands_between_open_and_done (void)
{
  g_autoptr (json_t) json = project_record (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *unknown = get_task (json, 2);

  assert_keys (json, "audience company document editions format language options period "
                     "record sample self_check tasks version");
  g_assert_cmpuint (json_array_size (json_object_get (json, "tasks")), ==, 7);
  assert_text (get_task (json, 0), "title", "バックアップを増やす");
  assert_text (get_task (json, 1), "title", "聞き取る");
  assert_text (unknown, "kind", "unknown");
  assert_text (unknown, "items", "SD-23");
  assert_text (unknown, "subject", "D23");
  assert_text (unknown, "state", "todo");
  assert_text (unknown, "due", NULL);
  g_assert_nonnull (strstr (sgn_json_string (unknown, "title"), "確かめる"));
  assert_text (get_task (json, 3), "items", "4-5-1-6");
  assert_text (get_task (json, 4), "items", "4-5-1-7");
  assert_text (get_task (json, 5), "title", "覚書を交わす");
  assert_text (get_task (json, 6), "state", "declined");
}

static void
test_the_company_reads_names_notes_and_items (void)
{
  g_autoptr (json_t) json = project_record (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *task = get_task (json, 0);

  assert_keys (task, "department done_on due items kind note owner state state_words subject "
                     "title");
  assert_text (task, "items", "SD-11 RU-6");
  assert_text (task, "subject", "D11 K6");
  assert_text (task, "owner", "山﨑 健太");
  assert_text (task, "department", "総務課");
  assert_text (task, "note", "秘密のメモ");
  assert_text (task, "due", "2026-11-13");
  assert_text (task, "state_words", "未着手");
  assert_text (get_task (json, 5), "department", "代表");
  assert_text (get_task (json, 5), "subject", "方針");
  assert_text (get_task (json, 6), "subject", "宣言");
}

static void
test_partners_read_departments_and_no_items (void)
{
  g_autoptr (json_t) json = project_record (SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
  g_autofree char *text = sgn_json_to_canonical (json);
  const json_t *task = get_task (json, 0);

  g_assert_cmpuint (json_array_size (json_object_get (json, "tasks")), ==, 3);
  assert_keys (task, "department done_on due kind state state_words title");
  assert_text (task, "title", "Back up more often");
  assert_text (task, "department", "General Affairs");
  assert_text (task, "state_words", "To do");
  assert_text (get_task (json, 2), "department", "Management");
  g_assert_null (strstr (text, "秘密"));
  g_assert_null (strstr (text, "YAMAZAKI"));
  g_assert_null (strstr (text, "SD-"));
  g_assert_null (strstr (text, "やめた"));
}

static void
test_partners_read_items_when_asked (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record ();
  const SgnProjectionRequest request = { .document = "action-plan",
                                         .audience = SGN_AUDIENCE_PARTNER,
                                         .language = SGN_LANGUAGE_JA,
                                         .with_unmet = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_projection_new (library, record, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_size (json_object_get (json, "tasks")), ==, 6);
  assert_text (get_task (json, 0), "subject", "D11 K6");
  assert_keys (get_task (json, 2), "department done_on due items kind state state_words subject "
                                   "title");
  assert_text (json, "options", "with-unmet");
}

static void
test_what_it_is_based_on_is_named (void)
{
  g_autoptr (json_t) json = project_record (SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  const json_t *period = json_object_get (json, "period");
  const json_t *check = json_object_get (json, "self_check");
  const json_t *editions = json_object_get (json, "editions");

  assert_text (period, "start", "2026-06-30");
  assert_text (period, "end", "2026-12-18");
  assert_text (check, "date", "2026-11-20");
  assert_number (check, "total", 72);
  g_assert_cmpuint (json_array_size (editions), ==, 3);
  assert_text (json_array_get (editions, 0), "catalogue", "ipa-self-check");
  assert_text (json_array_get (editions, 1), "catalogue", "ipa-rules");
  assert_text (json_array_get (editions, 2), "catalogue", "scs");
}

/* What nobody knows has been taken on there. */
static void
test_the_sample_has_a_plan (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (json_t) json =
    project (library, record, "action-plan", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);

  g_assert_cmpuint (json_array_size (json_object_get (json, "tasks")), ==, 13);
  for (guint i = 0; i < 13; i++) {
    assert_text (get_task (json, i), "kind", "task");
    g_assert_nonnull (sgn_json_string (get_task (json, i), "owner"));
  }
}

static void
test_a_plan_needs_a_task (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_record_without_tasks ();
  SgnProjectionRequest request = { .document = "action-plan",
                                   .audience = SGN_AUDIENCE_INTERNAL,
                                   .language = SGN_LANGUAGE_JA };
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) declined = NULL;

  g_assert_null (sgn_projection_new (library, record, &request, &none));
  g_assert_error (none, SGN_ERROR, SGN_ERROR_NOT_YET);

  add_task (record, &(SgnTask){ .id = 1, .title = (char *) "x", .state = (char *) "declined" },
            NULL);
  request.audience = SGN_AUDIENCE_PARTNER;
  g_assert_null (sgn_projection_new (library, record, &request, &declined));
  g_assert_error (declined, SGN_ERROR, SGN_ERROR_NOT_YET);
}

/* Of a company that has answered nothing. */
static void
test_a_plan_needs_no_answer (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();
  g_autoptr (json_t) json = NULL;

  g_clear_pointer (&record->profile, sgn_profile_free);
  record->profile = sgn_profile_new ("株式会社見本");
  add_task (record, &(SgnTask){ .id = 1, .title = (char *) "始める", .state = (char *) "todo" },
            NULL);
  json = project (library, record, "action-plan", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);
  g_assert_true (json_is_null (json_object_get (json, "self_check")));
  assert_text (json_object_get (json, "period"), "start", NULL);
  assert_text (get_task (json, 0), "subject", "");
  assert_text (get_task (json, 0), "owner", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/projection-action-plan/what-nobody-knows-stands-between-open-and-done",
                   test_what_nobody_knows_stands_between_open_and_done);
  g_test_add_func ("/projection-action-plan/the-company-reads-names-notes-and-items",
                   test_the_company_reads_names_notes_and_items);
  g_test_add_func ("/projection-action-plan/partners-read-departments-and-no-items",
                   test_partners_read_departments_and_no_items);
  g_test_add_func ("/projection-action-plan/partners-read-items-when-asked",
                   test_partners_read_items_when_asked);
  g_test_add_func ("/projection-action-plan/what-it-is-based-on-is-named",
                   test_what_it_is_based_on_is_named);
  g_test_add_func ("/projection-action-plan/the-sample-has-a-plan", test_the_sample_has_a_plan);
  g_test_add_func ("/projection-action-plan/a-plan-needs-a-task", test_a_plan_needs_a_task);
  g_test_add_func ("/projection-action-plan/a-plan-needs-no-answer", test_a_plan_needs_no_answer);

  return g_test_run ();
}
