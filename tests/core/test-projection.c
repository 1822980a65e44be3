/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-projection.h"

#include "sgn-digest.h"

#include "sample-record.h"

static const char *const documents[] = { "declaration-poster", "self-check-result",  "basic-policy",
                                         "declaration-record", "rules-result",       "action-plan",
                                         "comparison",         "evidence-list",      "audit-set",
                                         "management-result",  "scs-self-assessment" };

/* Stands in every text that no partner may see. */
#define SECRET "≪内≫"

/* Stands in every text that a partner may see. */
#define OPEN "≪外≫"

static void
set_all (json_t *row, const char *keys, const char *mark)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (char **key = words; *key != NULL; key++) {
    g_autofree char *text = g_strconcat (mark, *key, NULL);

    sgn_json_set_string (row, *key, text);
  }
}

static void
add_marked_company (SgnRecord *record)
{
  g_autoptr (SgnProfile) profile = sgn_profile_new ("甲");
  json_t *row = sgn_profile_to_row (profile, FALSE);
  SgnSite site = { .name = (char *) SECRET "site",
                   .address = (char *) SECRET "site-address",
                   .employees = 4711 };

  set_all (row,
           "name name_en corporate_number postal_code address address_en representative "
           "representative_en representative_title representative_title_en",
           OPEN);
  set_all (row,
           "name_kana representative_kana contact contact_kana contact_department email phone url "
           "industry purpose gbizid",
           SECRET);
  sgn_json_set_integer (row, "employees", 4711);
  sgn_json_set_integer (row, "computers", 4712);
  sgn_json_set_integer (row, "capital_yen", 4713);
  add_row (record, SGN_KIND_COMPANY, "1", row);
  add_row (record, SGN_KIND_SITE, "1", sgn_site_to_row (&site));
  add_row (record, SGN_KIND_SITE, "2", sgn_site_to_row (&site));
}

/* The department of who answered and the office of who reviewed are shown; nothing else of people
 * is. */
static void
add_marked_people (SgnRecord *record)
{
  for (gint64 id = 1; id <= 3; id++) {
    json_t *row = json_object ();

    set_all (row, "name kana name_en role role_en department department_en", SECRET);
    if (id == 1)
      set_all (row, "department department_en", OPEN);
    if (id == 2)
      set_all (row, "role role_en", OPEN);
    add_numbered_row (record, SGN_KIND_PERSON, id, row);
  }
}

static json_t *
make_marked_answer (gint64 assessment, const char *item, const char *value)
{
  json_t *row = json_object ();

  set_all (row, "note", SECRET);
  set_all (row, "statement statement_en", OPEN);
  sgn_json_set_integer (row, "assessment", assessment);
  sgn_json_set_string (row, "item", item);
  sgn_json_set_string (row, "value", value);
  sgn_json_set_string (row, "at", "2026-11-20T10:00:00+09:00");
  sgn_json_set_string (row, "next_review", "2027-04-71");
  sgn_json_set_integer (row, "person", 3);
  sgn_json_set_integer (row, "reviewed_by", 3);
  return row;
}

/* @site 0: of the company, which leaves the last item to its sites. */
static void
add_marked_assessment (SgnRecord *record, gint64 id, const char *edition, gint64 site)
{
  static const char *const values[] = { "done", "partial", "not-done", "unknown",
                                        "not-applicable" };
  json_t *row = make_assessment_row ("ipa-self-check", edition);

  set_all (row, "scope scope_en", OPEN);
  if (site != 0) {
    sgn_json_set_integer (row, "site", site);
    sgn_json_set_integer (row, "parent", 2);
  }
  sgn_json_set_integer (row, "person", 1);
  sgn_json_set_integer (row, "reviewed_by", 2);
  sgn_json_set_string (row, "state", "closed");
  sgn_json_set_string (row, "closed_at", "2026-11-20T16:42:00+09:00");
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
  for (guint i = 0; i < (site == 0 ? 24 : 25); i++) {
    g_autofree char *item = g_strdup_printf ("SD-%02u", i + 1);
    json_t *answer = make_marked_answer (id, item, values[(i + (guint) id) % 5]);

    if (i % 3 == 0) {
      sgn_json_set_string (answer, "statement", NULL);
      sgn_json_set_string (answer, "statement_en", NULL);
    }
    add_row (record, SGN_KIND_ANSWER, item, answer);
  }
}

static void
add_marked_check (SgnRecord *record, gint64 id, const char *catalogue, const char *edition)
{
  json_t *row = make_assessment_row (catalogue, edition);

  set_all (row, "scope scope_en", OPEN);
  sgn_json_set_integer (row, "person", 1);
  sgn_json_set_integer (row, "reviewed_by", 2);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
}

/* All that a partner may see of it unasked, and some that not. */
static void
add_marked_rules (SgnRecord *record, gint64 id)
{
  add_marked_check (record, id, "ipa-rules", "4.0");
  add_row (record, SGN_KIND_ANSWER, "1", make_marked_answer (id, "RU-1", "done"));
  add_row (record, SGN_KIND_ANSWER, "2", make_marked_answer (id, "RU-2", "not-done"));
}

/* One of them is still to be held against the official text. */
static void
add_marked_management (SgnRecord *record, gint64 id)
{
  add_marked_check (record, id, "meti-management", "3.0");
  add_row (record, SGN_KIND_ANSWER, "1", make_marked_answer (id, "MG-8-2", "3"));
  add_row (record, SGN_KIND_ANSWER, "2", make_marked_answer (id, "MG-8-1", "1"));
  add_row (record, SGN_KIND_ANSWER, "3", make_marked_answer (id, "MG-8-3", "4"));
}

/* Answers that were reviewed and shown to an expert, which is nobody else's business. */
static void
add_marked_scs (SgnRecord *record, gint64 id)
{
  static const char *const values[] = { "met", "partly", "not-met" };
  json_t *row = make_assessment_row ("scs", "2026-03-27");

  set_all (row, "scope scope_en", OPEN);
  sgn_json_set_integer (row, "person", 1);
  sgn_json_set_integer (row, "reviewed_by", 2);
  add_numbered_row (record, SGN_KIND_ASSESSMENT, id, row);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *item = g_strdup_printf ("1-2-1-%u", i + 1);
    json_t *answer = make_marked_answer (id, item, values[i]);

    set_all (answer, "reviewed_on expert_name expert_on carried_from", SECRET);
    sgn_json_set_string (answer, "expert", SGN_EXPERT_SEEN);
    add_row (record, SGN_KIND_ANSWER, item, answer);
  }
}

static void
add_marked_evidence (SgnRecord *record)
{
  static const char *const references[] = { "answer/2/SD-01", "declaration/1", "policy/1",
                                            "answer/5/RU-1" };

  for (gint64 id = 1; id <= (gint64) G_N_ELEMENTS (references); id++) {
    json_t *row = json_object ();

    set_all (row, "sha256 title title_en file_name media_type added_at", SECRET);
    sgn_json_set_string (row, "dated", "2026-11-71");
    sgn_json_set_integer (row, "size", 4714);
    sgn_json_set_integer (row, "retired", 0);
    sgn_json_set_integer (row, "person", 3);
    if (id == 1) {
      set_all (row, "sha256 title title_en", OPEN);
      sgn_json_set_string (row, "dated", "2026-11-01");
    }
    add_numbered_row (record, SGN_KIND_EVIDENCE, id, row);
    link_evidence (record, id, references[id - 1]);
  }
  link_evidence (record, 1, "answer/2/SD-05");
}

static void
add_marked_declaration (SgnRecord *record)
{
  json_t *declaration = json_object ();
  json_t *place = json_object ();
  json_t *policy = json_object ();

  sgn_json_set_integer (declaration, "star", 2);
  sgn_json_set_string (declaration, "number", "50000000000");
  sgn_json_set_string (declaration, "date", "2026-11-23");
  sgn_json_set_string (declaration, "edition", "4.0");
  set_all (declaration, "note", SECRET);
  set_all (declaration, "account review", OPEN);
  add_row (record, SGN_KIND_DECLARATION, "1", declaration);

  sgn_json_set_integer (place, "declaration", 1);
  set_all (place, "place place_en how how_en since confirmed", OPEN);
  add_row (record, SGN_KIND_PLACE, "1", place);

  set_all (policy, "established revised contact contact_en published_place published_on", OPEN);
  sgn_json_set_string (policy, "parts", "{\"owner\":\"" OPEN "owner\"}");
  sgn_json_set_string (policy, "parts_en", "{\"owner\":\"" OPEN "owner_en\"}");
  add_row (record, SGN_KIND_POLICY, "1", policy);
}

/* One that partners read, and one that was decided against. */
static void
add_marked_tasks (SgnRecord *record)
{
  for (gint64 id = 1; id <= 2; id++) {
    json_t *row = json_object ();

    set_all (row, "title title_en", id == 1 ? OPEN : SECRET);
    set_all (row, "note added_at", SECRET);
    sgn_json_set_string (row, "state", id == 1 ? "todo" : "declined");
    sgn_json_set_integer (row, "owner", id);
    sgn_json_set_integer (row, "person", 3);
    add_numbered_row (record, SGN_KIND_TASK, id, row);
    add_row (record, SGN_KIND_TASK_LINK, "1", sgn_task_link_to_row (id, "answer/2/SD-01"));
  }
}

static SgnRecord *
make_marked_record (void)
{
  SgnRecord *record = sgn_record_new ();
  SgnIssue issue = { .document = (char *) SECRET,
                     .audience = (char *) SECRET,
                     .language = (char *) SECRET,
                     .options = (char *) SECRET,
                     .issued_at = (char *) SECRET,
                     .record_hash = (char *) SECRET };

  add_marked_company (record);
  add_marked_people (record);
  add_marked_assessment (record, 1, "3.1", 0);
  add_marked_assessment (record, 2, "4.0", 0);
  add_marked_assessment (record, 3, "4.0", 1);
  add_marked_assessment (record, 4, "4.0", 2);
  add_marked_rules (record, 5);
  add_marked_management (record, 6);
  add_marked_scs (record, 7);
  add_marked_evidence (record);
  add_marked_declaration (record);
  add_marked_tasks (record);
  add_row (record, SGN_KIND_ISSUE, SECRET "number", sgn_issue_to_row (&issue));
  record->head = g_strnfill (64, 'a');
  record->head_at = g_strdup ("2026-11-23T15:30:00+09:00");
  return record;
}

static const char *const never[] = {
  SECRET, "4711", "4712", "4713", "4714", "2027-04-71", "2026-11-71",
};

/* Keys that are only for the company itself, wherever they might stand. */
static const char *const internal_keys[] = {
  "\"note\"",           "\"by\"",
  "\"answered_by\"",    "\"reviewed_by\"",
  "\"employees\"",      "\"computers\"",
  "\"areas\"",          "\"evidence\"",
  "\"action\"",         "\"next_review\"",
  "\"evidence_total\"", "\"file_name\"",
  "\"sha256\"",         "\"changes\"",
  "\"email\"",          "\"phone\"",
  "\"previous_mark\"",  "\"previous_points\"",
  "\"site\"",           "\"decided\"",
  "\"previous_level\"", "\"previous_mean\"",
  "\"previous_count\"", "\"expert\"",
  "\"expert_name\"",    "\"expert_on\"",
  "\"reviewed_on\"",    "\"states\"",
};

/* What a list of evidence, and a set that binds it, is about: the files, by their hash. */
static gboolean
is_subject (const char *document, const char *key)
{
  return (g_str_equal (document, "evidence-list") || g_str_equal (document, "audit-set")) &&
         (g_str_equal (key, "\"evidence\"") || g_str_equal (key, "\"sha256\""));
}

static void
assert_fit_for_a_partner (SgnLibrary *library,
                          const SgnRecord *record,
                          const SgnProjectionRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) json = sgn_projection_new (library, record, request, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = sgn_json_to_canonical (json);
  g_test_message ("%s", request->document);
  g_assert_nonnull (strstr (text, OPEN));
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_null (strstr (text, never[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (internal_keys); i++)
    g_assert_true (is_subject (request->document, internal_keys[i]) ||
                   strstr (text, internal_keys[i]) == NULL);
}

static void
test_a_partner_sees_nothing_internal (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_marked_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    for (int language = SGN_LANGUAGE_JA; language <= SGN_LANGUAGE_EN; language++) {
      for (int with_unmet = FALSE; with_unmet <= TRUE; with_unmet++) {
        const SgnProjectionRequest request = { documents[i], SGN_AUDIENCE_PARTNER,
                                               (SgnLanguage) language, with_unmet, 0 };

        assert_fit_for_a_partner (library, record, &request);
      }
    }
  }
}

/* The marks of the test above do reach the sheets that may carry them: it would find them. */
static void
test_the_company_sees_its_own_marks (void)
{
  static const char *const seen[] = { SECRET "note", SECRET "name", SECRET "site\"",
                                      "4711",        "4712",        "2027-04-71" };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_marked_record ();
  g_autoptr (json_t) check =
    project (library, record, "self-check-result", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  g_autoptr (json_t) declaration =
    project (library, record, "declaration-record", SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
  g_autofree char *check_text = sgn_json_to_canonical (check);
  g_autofree char *declaration_text = sgn_json_to_canonical (declaration);

  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_nonnull (strstr (check_text, seen[i]));
  g_assert_nonnull (strstr (declaration_text, SECRET "file_name"));
  g_assert_null (strstr (declaration_text, SECRET "note"));
}

static void
test_every_sheet_begins_alike (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autoptr (json_t) internal =
      project (library, record, documents[i], SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_JA);
    g_autoptr (json_t) partner =
      project (library, record, documents[i], SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_EN);
    const json_t *company = json_object_get (internal, "company");

    assert_text (internal, "format", "sengen-record");
    assert_number (internal, "version", 1);
    assert_text (internal, "document", documents[i]);
    assert_text (internal, "audience", "internal");
    assert_text (partner, "audience", "partner");
    assert_text (internal, "language", "ja");
    assert_text (partner, "language", "en");
    assert_text (internal, "options", "");
    g_assert_true (sgn_json_boolean (internal, "sample"));
    assert_text (json_object_get (internal, "record"), "head", record->head);
    assert_text (json_object_get (internal, "record"), "at", "2026-11-23T15:30:00+09:00");
    assert_keys (company, "address computers corporate_number employees name postal_code "
                          "representative representative_title");
    assert_text (company, "name", "株式会社ひなた精工（見本）");
    assert_number (company, "computers", 21);
    company = json_object_get (partner, "company");
    assert_keys (company, "address corporate_number name postal_code representative "
                          "representative_title");
    assert_text (company, "name", "Hinata Seiko Co., Ltd. (sample)");
    assert_text (company, "representative_title", "President");
  }
}

static void
test_the_same_record_gives_the_same_hash (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  g_autoptr (SgnRecord) other = make_sample_record ();
  SgnIssue issue = { .document = (char *) "basic-policy",
                     .audience = (char *) "internal",
                     .language = (char *) "ja",
                     .options = (char *) "",
                     .issued_at = (char *) "t",
                     .record_hash = (char *) "h" };

  add_row (other, SGN_KIND_ISSUE, "BP-2026-0001", sgn_issue_to_row (&issue));
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autoptr (json_t) one =
      project (library, record, documents[i], SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
    g_autoptr (json_t) two =
      project (library, other, documents[i], SGN_AUDIENCE_PARTNER, SGN_LANGUAGE_JA);
    g_autofree char *one_hash = sgn_digest_of_json (one);
    g_autofree char *two_hash = sgn_digest_of_json (two);

    g_assert_cmpstr (one_hash, ==, two_hash);
  }
}

static void
test_a_sheet_that_cannot_be_made_says_why (void)
{
  static const struct {
    const char *document;
    gint64 assessment;
    int code;
  } cases[] = {
    { "self-check-result", 0, SGN_ERROR_NOT_YET },   { "basic-policy", 0, SGN_ERROR_NOT_YET },
    { "declaration-record", 0, SGN_ERROR_NOT_YET },  { "self-check-result", 9, SGN_ERROR_USAGE },
    { "rules-result", 0, SGN_ERROR_NOT_YET },        { "certificate", 0, SGN_ERROR_USAGE },
    { "scs-self-assessment", 0, SGN_ERROR_NOT_YET }, { "scs-self-assessment", 9, SGN_ERROR_USAGE },
  };
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = sgn_record_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SgnProjectionRequest request = { cases[i].document, SGN_AUDIENCE_INTERNAL,
                                           SGN_LANGUAGE_JA, FALSE, cases[i].assessment };
    g_autoptr (GError) error = NULL;
    g_autofree char *obstacle = sgn_projection_dup_obstacle (library, record, &request);

    g_assert_null (sgn_projection_new (library, record, &request, &error));
    g_assert_error (error, SGN_ERROR, cases[i].code);
    g_assert_cmpstr (obstacle, ==, error->message);
  }
}

static void
test_a_sheet_that_can_be_made_has_no_obstacle (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    const SgnProjectionRequest request = { documents[i], SGN_AUDIENCE_PARTNER };

    g_assert_null (sgn_projection_dup_obstacle (library, record, &request));
  }
}

static gboolean
is_marked (const char *document)
{
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    if (g_str_equal (documents[i], document))
      return TRUE;
  }
  return FALSE;
}

/* Every sheet of data/documents can be projected, and none for partners is left out above. */
static void
test_every_listed_document_has_a_projection (void)
{
  g_autoptr (SgnLibrary) library = load_library ();
  g_autoptr (SgnRecord) record = make_sample_record ();
  GPtrArray *all = sgn_documents_get_all (library->documents);

  g_assert_cmpuint (all->len, >=, G_N_ELEMENTS (documents));
  for (guint i = 0; i < all->len; i++) {
    const SgnDocument *document = all->pdata[i];
    g_autoptr (json_t) json =
      project (library, record, document->id, SGN_AUDIENCE_INTERNAL, SGN_LANGUAGE_EN);

    g_assert_nonnull (json);
    if (sgn_document_has_audience (document, SGN_AUDIENCE_PARTNER))
      g_assert_true (is_marked (document->id));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/a-partner-sees-nothing-internal",
                   test_a_partner_sees_nothing_internal);
  g_test_add_func ("/projection/the-company-sees-its-own-marks",
                   test_the_company_sees_its_own_marks);
  g_test_add_func ("/projection/every-sheet-begins-alike", test_every_sheet_begins_alike);
  g_test_add_func ("/projection/the-same-record-gives-the-same-hash",
                   test_the_same_record_gives_the_same_hash);
  g_test_add_func ("/projection/a-sheet-that-cannot-be-made-says-why",
                   test_a_sheet_that_cannot_be_made_says_why);
  g_test_add_func ("/projection/a-sheet-that-can-be-made-has-no-obstacle",
                   test_a_sheet_that_can_be_made_has_no_obstacle);
  g_test_add_func ("/projection/every-listed-document-has-a-projection",
                   test_every_listed_document_has_a_projection);
  return g_test_run ();
}
