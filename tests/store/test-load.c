/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

/* Acts one after another; each changes one row of the full file. */
static const struct {
  const char *name;
  const char *kind;
  const char *id;
  const char *json; /* (nullable): removed */
} acts[] = {
  { "company", SGN_KIND_COMPANY, "1", "{'name':'改めた社名','sample':0}" },
  { "new-person", SGN_KIND_PERSON, "2", "{'name':'佐藤 次郎'}" },
  { "site", SGN_KIND_SITE, "1", "{'name':'本社','employees':13}" },
  { "new-site", SGN_KIND_SITE, "2", "{'name':'第二工場'}" },
  { "answer", SGN_KIND_ANSWER, "1/SD-01", "{'value':'partial','at':'2026-11-21T10:00:00+09:00'}" },
  { "new-answer", SGN_KIND_ANSWER, "1/SD-03", "{'value':'done','at':'2026-11-21T10:00:00+09:00'}" },
  { "no-answer", SGN_KIND_ANSWER, "1/SD-02", NULL },
  { "new-assessment", SGN_KIND_ASSESSMENT, "2",
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'open',"
    "'opened_at':'2026-11-21T10:00:00+09:00'}" },
  { "answer-in-another", SGN_KIND_ANSWER, "2/SD-01",
    "{'value':'done','at':'2026-11-21T10:00:00+09:00'}" },
  { "closed-assessment", SGN_KIND_ASSESSMENT, "1",
    "{'catalogue':'ipa-self-check','edition':'4.0','state':'closed',"
    "'opened_at':'2026-11-20T16:42:00+09:00','closed_at':'2026-11-21T10:00:00+09:00'}" },
  { "evidence-link", SGN_KIND_EVIDENCE_LINK, "1/answer/1/SD-03", "{}" },
  { "no-evidence-link", SGN_KIND_EVIDENCE_LINK, "1/answer/1/SD-01", NULL },
  { "place", SGN_KIND_PLACE, "2", "{'declaration':1,'place':'名刺'}" },
  { "declaration", SGN_KIND_DECLARATION, "1",
    "{'star':2,'number':'40012345678','date':'2026-11-21','edition':'4.0'}" },
  { "policy", SGN_KIND_POLICY, "2", "{'parts':'{}','parts_en':'{}'}" },
  { "task-link", SGN_KIND_TASK_LINK, "1/answer/1/SD-01", "{}" },
  { "setting", SGN_KIND_SETTING, "first-month", "{'value':'10'}" },
  { "no-guideline", SGN_KIND_CATALOGUE, "customer@1", NULL },
  { "issue", SGN_KIND_ISSUE, "SC-20261121-abcdef",
    "{'document':'self-check-result','audience':'partner','language':'ja','options':'',"
    "'issued_at':'2026-11-21T16:42:00+09:00','record_hash':"
    "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}" },
};

static void
add_numbered (json_t *list, gint64 id, json_t *row)
{
  json_array_append_new (list, json_integer (id));
  json_array_append_new (list, row);
}

static void
add_links (json_t *list, const GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    json_array_append_new (list, json_string (links->pdata[i]));
}

static json_t *
assessments_to_json (const SgnRecord *record)
{
  json_t *list = json_array ();

  for (guint i = 0; i < record->assessments->len; i++) {
    const SgnAssessment *assessment = record->assessments->pdata[i];
    json_t *answers = json_object ();
    GHashTableIter iter;
    gpointer item = NULL;
    gpointer answer = NULL;

    g_hash_table_iter_init (&iter, assessment->answers);
    while (g_hash_table_iter_next (&iter, &item, &answer))
      json_object_set_new (answers, item, sgn_answer_to_row (answer));
    add_numbered (list, assessment->id, sgn_assessment_to_row (assessment));
    json_array_append_new (list, answers);
  }
  return list;
}

static json_t *
declarations_to_json (const SgnRecord *record)
{
  json_t *list = json_array ();

  for (guint i = 0; i < record->declarations->len; i++) {
    const SgnDeclaration *declaration = record->declarations->pdata[i];

    add_numbered (list, declaration->id, sgn_declaration_to_row (declaration));
    for (guint j = 0; j < declaration->places->len; j++) {
      const SgnPlace *place = declaration->places->pdata[j];

      add_numbered (list, place->id, sgn_place_to_row (place, declaration->id));
    }
  }
  return list;
}

static json_t *
company_to_json (const SgnRecord *record)
{
  json_t *list = json_pack ("[o]", sgn_profile_to_row (record->profile, record->sample));
  const GPtrArray *sites = record->profile->sites;

  for (guint i = 0; i < sites->len; i++) {
    const SgnSite *site = sites->pdata[i];

    add_numbered (list, site->id, sgn_site_to_row (site));
  }
  for (guint i = 0; i < record->persons->len; i++) {
    const SgnPerson *person = record->persons->pdata[i];

    add_numbered (list, person->id, sgn_person_to_row (person));
  }
  return list;
}

static json_t *
papers_to_json (const SgnRecord *record)
{
  json_t *list = json_array ();

  for (guint i = 0; i < record->policies->len; i++) {
    const SgnPolicy *policy = record->policies->pdata[i];

    add_numbered (list, policy->version, sgn_policy_to_row (policy));
  }
  for (guint i = 0; i < record->issues->len; i++) {
    const SgnIssue *issue = record->issues->pdata[i];

    json_array_append_new (list, json_string (issue->number));
    json_array_append_new (list, sgn_issue_to_row (issue));
  }
  return list;
}

static json_t *
linked_to_json (const SgnRecord *record)
{
  json_t *list = json_array ();

  for (guint i = 0; i < record->evidence->len; i++) {
    const SgnEvidence *evidence = record->evidence->pdata[i];

    add_numbered (list, evidence->id, sgn_evidence_to_row (evidence));
    add_links (list, evidence->links);
  }
  for (guint i = 0; i < record->tasks->len; i++) {
    const SgnTask *task = record->tasks->pdata[i];

    add_numbered (list, task->id, sgn_task_to_row (task));
    add_links (list, task->links);
  }
  return list;
}

static json_t *
settings_to_json (const SgnRecord *record)
{
  json_t *settings = json_object ();
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, record->settings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_new (settings, name, json_string (value));
  return settings;
}

static json_t *
catalogues_to_json (const SgnRecord *record)
{
  json_t *catalogues = json_object ();
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer catalogue = NULL;

  g_hash_table_iter_init (&iter, record->catalogues);
  while (g_hash_table_iter_next (&iter, &key, &catalogue))
    json_object_set_new (catalogues, key, sgn_catalogue_to_row (catalogue));
  return catalogues;
}

/* All that a record holds, as one text. */
static char *
record_to_text (const SgnRecord *record)
{
  g_autoptr (json_t) json =
    json_pack ("{so, so, so, so, so, so, so, ss, ss, sI, sb, sb}", "company",
               company_to_json (record), "assessments", assessments_to_json (record),
               "declarations", declarations_to_json (record), "papers", papers_to_json (record),
               "linked", linked_to_json (record), "settings", settings_to_json (record),
               "catalogues", catalogues_to_json (record), "head", record->head, "head_at",
               record->head_at, "seq", (json_int_t) record->seq, "undo", record->can_undo, "redo",
               record->can_redo);

  g_assert_nonnull (json);
  return sgn_json_to_canonical (json);
}

static SgnRecord *
load (SgnCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  SgnRecord *record = sgn_company_file_load (file, &error);

  g_assert_no_error (error);
  return record;
}

/* Takes @before and returns the record after it, which is the one that a whole reading finds, while
 * @before stays as it was. */
static SgnRecord *
reload (SgnCompanyFile *file, SgnRecord *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) whole = load (file);
  g_autofree char *earlier = record_to_text (before);
  g_autofree char *earlier_still = NULL;
  g_autofree char *expected = record_to_text (whole);
  g_autofree char *found = NULL;
  SgnRecord *record = sgn_company_file_reload (file, before, &error);

  g_assert_no_error (error);
  found = record_to_text (record);
  earlier_still = record_to_text (before);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (earlier_still, ==, earlier);
  sgn_record_unref (before);
  return record;
}

static void
test_what_is_read_again_is_what_a_whole_reading_finds (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnRecord *record = NULL;
  guint undone = 0;

  fill_file (file);
  record = load (file);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autofree char *earlier = record_to_text (record);
    g_autofree char *later = NULL;

    g_test_message ("%s", acts[i].name);
    put_row (file, SGN_ACT_COMPANY, acts[i].kind, acts[i].id, acts[i].json);
    record = reload (file, record);
    later = record_to_text (record);
    g_assert_cmpstr (earlier, !=, later);
  }
  for (; sgn_company_file_undo (file, NULL, NULL); undone++)
    record = reload (file, record);
  while (sgn_company_file_redo (file, NULL, NULL))
    record = reload (file, record);

  g_assert_cmpuint (undone, >, G_N_ELEMENTS (acts));
  sgn_record_unref (record);
  close_file (file);
}

static void
test_many_acts_may_lie_between_two_readings (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  SgnRecord *record = NULL;

  fill_file (file);
  record = load (file);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    put_row (file, SGN_ACT_COMPANY, acts[i].kind, acts[i].id, acts[i].json);
  record = reload (file, record);

  sgn_record_unref (record);
  close_file (file);
}

/* What makes an answer cost the same after ten years. */
static void
test_an_answer_leaves_the_other_lists_where_they_are (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = create_file (place);
  g_autoptr (SgnRecord) before = NULL;
  g_autoptr (SgnRecord) after = NULL;
  const SgnAssessment *other = NULL;

  fill_file (file);
  put_row (file, SGN_ACT_ASSESSMENT, SGN_KIND_ASSESSMENT, "2", acts[7].json);
  before = load (file);
  set_note (file, "SD-01", "別の言葉");
  after = sgn_company_file_reload (file, before, NULL);
  other = sgn_record_find_assessment (before, 2);

  g_assert_true (after->tasks == before->tasks);
  g_assert_true (after->evidence == before->evidence);
  g_assert_true (after->issues == before->issues);
  g_assert_true (after->settings == before->settings);
  g_assert_true (after->catalogues == before->catalogues);
  g_assert_true (sgn_record_find_assessment (after, 2)->answers == other->answers);
  g_assert_false (after->assessments == before->assessments);
  close_file (file);
}

static void
test_nothing_new_is_the_same_record (Place *place, gconstpointer data)
{
  SgnCompanyFile *file = NULL;
  SgnRecord *record = NULL;

  make_full_file (place);
  file = open_file (place, SGN_OPEN_READ);
  record = reload (file, load (file));

  sgn_record_unref (record);
  close_file (file);
}

static void
test_a_damaged_row_is_said_when_it_is_read_again (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnRecord) before = NULL;
  SgnCompanyFile *file = create_file (place);

  fill_file (file);
  before = load (file);
  set_note (file, "SD-01", "別の言葉");
  close_file (file);
  run_sql (place->path, "UPDATE answer SET note = 'a' || char (0) || 'b' WHERE item = 'SD-01'");
  file = open_file (place, SGN_OPEN_WRITE);

  g_assert_null (sgn_company_file_reload (file, before, &error));
  assert_said (error, SGN_ERROR_DAMAGED);
  close_file (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/load/what-is-read-again-is-what-a-whole-reading-finds",
       test_what_is_read_again_is_what_a_whole_reading_finds);
  ADD ("/load/many-acts-may-lie-between-two-readings", test_many_acts_may_lie_between_two_readings);
  ADD ("/load/an-answer-leaves-the-other-lists-where-they-are",
       test_an_answer_leaves_the_other_lists_where_they_are);
  ADD ("/load/nothing-new-is-the-same-record", test_nothing_new_is_the_same_record);
  ADD ("/load/a-damaged-row-is-said-when-it-is-read-again",
       test_a_damaged_row_is_said_when_it_is_read_again);
  return g_test_run ();
}
