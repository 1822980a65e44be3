/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <glib/gstdio.h>

#include "sgn-error.h"

#define ISSUED "2026-11-23T10:00:00+09:00"

static SgnSheetRequest
request (const char *document, const char *format, const char *path)
{
  return (SgnSheetRequest){
    .projection = { .document = document },
    .format = format,
    .path = path,
    .issued = ISSUED,
    .replace = TRUE,
  };
}

static SgnSheetResult *
write_sheet (Fixture *fixture, const SgnSheetRequest *words, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sgn_session_write_sheet_async (fixture->session, words, fixture_done_cb, fixture);
  result = fixture_wait (fixture);

  return sgn_session_write_sheet_finish (fixture->session, result, error);
}

static SgnSheetResult *
write_well (Fixture *fixture, const SgnSheetRequest *words)
{
  g_autoptr (GError) error = NULL;
  SgnSheetResult *result = write_sheet (fixture, words, &error);

  g_assert_no_error (error);

  return result;
}

static GBytes *
read_back (const char *path)
{
  char *contents;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
test_the_same_issue_is_the_same_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.pdf");
  SgnSheetRequest words = request ("self-check-result", "pdf", path);
  g_autoptr (SgnSheetResult) first = NULL;
  g_autoptr (SgnSheetResult) second = NULL;
  g_autoptr (GBytes) first_bytes = NULL;
  g_autoptr (GBytes) second_bytes = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  first = write_well (fixture, &words);
  first_bytes = read_back (path);
  second = write_well (fixture, &words);
  second_bytes = read_back (path);

  g_assert_cmpstr (first->number, ==, "SC-2026-0001");
  g_assert_cmpstr (second->number, ==, first->number);
  g_assert_cmpstr (second->record_hash, ==, first->record_hash);
  g_assert_true (g_bytes_equal (first_bytes, second_bytes));
  g_assert_cmpuint (first->pages, >, 0);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 1);
}

static void
test_another_time_is_another_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.json");
  SgnSheetRequest words = request ("self-check-result", "json", path);
  g_autoptr (SgnSheetResult) first = NULL;
  g_autoptr (SgnSheetResult) second = NULL;
  g_autoptr (SgnSheetResult) next_year = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  first = write_well (fixture, &words);
  words.issued = "2026-11-23T10:00:01+09:00";
  second = write_well (fixture, &words);
  words.issued = "2027-01-04T09:00:00+09:00";
  next_year = write_well (fixture, &words);

  g_assert_cmpstr (first->number, ==, "SC-2026-0001");
  g_assert_cmpstr (second->number, ==, "SC-2026-0002");
  g_assert_cmpstr (next_year->number, ==, "SC-2027-0001");
  /* Issuing changes nothing in the record. */
  g_assert_cmpstr (second->record_hash, ==, first->record_hash);
}

static void
test_the_attachment_is_the_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pdf_path = fixture_file (fixture, "result.pdf");
  g_autofree char *json_path = fixture_file (fixture, "result.json");
  const SgnSheetRequest pdf = request ("self-check-result", "pdf", pdf_path);
  const SgnSheetRequest json = request ("self-check-result", "json", json_path);
  g_autoptr (SgnSheetResult) result = NULL;
  g_autoptr (SgnSheetResult) json_result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) attachment = NULL;
  g_autoptr (json_t) attached = NULL;
  g_autoptr (json_t) written = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "髙﨑𠮷葛󠄀");
  result = write_well (fixture, &pdf);
  json_result = write_well (fixture, &json);
  bytes = read_back (pdf_path);
  attachment = sgn_pdf_get_attachment (bytes, &hash, &error);
  g_assert_no_error (error);
  attached = sgn_json_load_bytes (attachment, "attachment", &error);
  g_assert_no_error (error);
  written = sgn_json_load_file (json_path, &error);
  g_assert_no_error (error);

  g_assert_true (json_equal (attached, written));
  g_assert_cmpstr (result->number, ==, json_result->number);
  g_assert_cmpstr (hash, ==, result->record_hash);
}

static void
test_a_character_of_no_font_stops_the_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.pdf");
  const SgnSheetRequest words = request ("self-check-result", "pdf", path);
  g_autoptr (SgnSheetResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-03", "done", "外字\xEE\x80\x80です");
  result = write_sheet (fixture, &words, &error);

  g_assert_null (result);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "U+E000"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 0);
}

static void
test_claims_are_warned_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.json");
  const SgnSheetRequest words = request ("self-check-result", "json", path);
  g_autoptr (SgnSheetResult) result = NULL;
  const SgnFinding *finding;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "SECURITY ACTION 二つ星を取得しました。");
  result = write_well (fixture, &words);

  g_assert_cmpuint (result->findings->len, >=, 1);
  finding = g_ptr_array_index (result->findings, 0);
  g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_WARNING);
  g_assert_cmpstr (finding->field, ==, "items.SD-01.note");
}

static void
test_a_place_that_will_not_do_takes_no_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "nowhere/result.json");
  SgnSheetRequest words = request ("self-check-result", "json", path);
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  g_assert_null (write_sheet (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNWRITABLE);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 0);
  /* The file still takes acts. */
  fixture_answer (fixture, "SD-02", "done", NULL);
}

static void
test_a_read_only_file_gives_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.pdf");
  const SgnSheetRequest words = request ("self-check-result", "pdf", path);
  g_autoptr (SgnSheetResult) result = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  result = write_well (fixture, &words);

  g_assert_null (result->number);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_sheet_never_replaces_a_record (Fixture *fixture, gconstpointer data)
{
  SgnSheetRequest words = request ("self-check-result", "json", fixture->path);
  g_autofree char *copy = fixture_file (fixture, "copy");
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  g_assert_null (write_sheet (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_clear_error (&error);

  sgn_session_backup_async (fixture->session, copy, fixture_done_cb, fixture);
  fixture_expect (fixture);
  words.path = copy;
  g_assert_null (write_sheet (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 0);
}

static void
test_an_option_without_effect_takes_no_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "policy.json");
  SgnSheetRequest words = request ("basic-policy", "json", path);
  g_autoptr (SgnSheetResult) first = NULL;
  g_autoptr (SgnSheetResult) second = NULL;

  fixture_new_company (fixture);
  sgn_session_set_policy_part_async (fixture->session, "staff", SGN_LANGUAGE_JA, "学びます。",
                                     fixture_done_cb, fixture);
  fixture_expect (fixture);
  words.projection.audience = SGN_AUDIENCE_PARTNER;
  first = write_well (fixture, &words);
  words.projection.with_unmet = TRUE;
  second = write_well (fixture, &words);
  g_assert_cmpstr (second->record_hash, ==, first->record_hash);
  g_assert_cmpstr (second->number, ==, first->number);
}

/* Such a text can come from a file written before the rule was there. */
static void
test_a_claim_stops_the_policy_in_every_format (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "json", "pdf" };
  g_autofree char *path = fixture_file (fixture, "policy");
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  const SgnPolicy policy = { .version = 1, .parts = parts };

  g_hash_table_insert (parts, (gpointer) "owner",
                       (gpointer) "当社は SECURITY ACTION 二つ星の認定を受けています。");
  fixture_new_company (fixture);
  fixture_put_row (fixture, SGN_KIND_POLICY, "1", sgn_policy_to_row (&policy));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    SgnSheetRequest words = request ("basic-policy", formats[i], path);
    g_autoptr (GError) error = NULL;

    g_assert_null (write_sheet (fixture, &words, &error));
    g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  }
}

static void
test_a_claim_in_the_contact_stops_the_policy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "policy.json");
  const SgnSheetRequest words = request ("basic-policy", "json", path);
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  char contact[] = "SECURITY ACTION 二つ星の認定企業 総務課";
  const SgnPolicy policy = { .version = 1, .parts = parts, .contact = contact };
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (parts, (gpointer) "staff", (gpointer) "働く全員が学びます。");
  fixture_new_company (fixture);
  fixture_put_row (fixture, SGN_KIND_POLICY, "1", sgn_policy_to_row (&policy));

  g_assert_null (write_sheet (fixture, &words, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_claim_in_the_scope_is_warned_of (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "result.json");
  const SgnSheetRequest words = request ("self-check-result", "json", path);
  g_autoptr (SgnSheetResult) result = NULL;
  const SgnFinding *finding;
  json_t *row;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  row = sgn_assessment_to_row (
    g_ptr_array_index (sgn_session_get_record (fixture->session)->assessments, 0));
  json_object_set_new (row, "scope", json_string ("SECURITY ACTION 二つ星の認定を受けた本社"));
  fixture_put_row (fixture, SGN_KIND_ASSESSMENT, "1", row);
  result = write_well (fixture, &words);

  g_assert_cmpuint (result->findings->len, >=, 1);
  finding = g_ptr_array_index (result->findings, 0);
  g_assert_cmpint (finding->severity, ==, SGN_SEVERITY_WARNING);
  g_assert_cmpstr (finding->field, ==, "assessment.scope");
}

static const struct {
  const char *name;
  const char *document;
  const char *format;
  const char *issued;
  int code;
} refused[] = {
  { "unknown-document", "horoscope", "pdf", ISSUED, SGN_ERROR_USAGE },
  { "unknown-format", "self-check-result", "docx", ISSUED, SGN_ERROR_USAGE },
  { "wrong-time", "self-check-result", "pdf", "2026-11-23", SGN_ERROR_INVALID },
  { "no-declaration-yet", "declaration-record", "pdf", ISSUED, SGN_ERROR_NOT_YET },
  { "no-policy-yet", "basic-policy", "pdf", ISSUED, SGN_ERROR_NOT_YET },
};

static void
test_what_cannot_be_made_says_why (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "sheet");

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    SgnSheetRequest words = request (refused[i].document, refused[i].format, path);
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", refused[i].name);
    words.issued = refused[i].issued;
    g_assert_null (write_sheet (fixture, &words, &error));
    g_assert_error (error, SGN_ERROR, refused[i].code);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

static void
test_a_preview_takes_no_number (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest words = { .document = "self-check-result",
                                       .language = SGN_LANGUAGE_EN };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnPages) pages = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  sgn_session_preview_async (fixture->session, &words, NULL, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  pages = sgn_session_preview_finish (fixture->session, result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (sgn_pages_get_n_pages (pages), >, 0);
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 0);
}

static void
test_a_preview_nobody_wants_is_stopped (Fixture *fixture, gconstpointer data)
{
  const SgnProjectionRequest words = { .document = "self-check-result" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", NULL);
  g_cancellable_cancel (cancellable);
  sgn_session_preview_async (fixture->session, &words, cancellable, fixture_done_cb, fixture);
  result = fixture_wait (fixture);

  g_assert_null (sgn_session_preview_finish (fixture->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A set is one document, and each sheet in it is issued, too. */
static void
test_a_set_binds_every_sheet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "set.pdf");
  g_autofree char *json_path = fixture_file (fixture, "set.json");
  g_autofree char *alone_path = fixture_file (fixture, "alone.json");
  const SgnSheetRequest words = request ("audit-set", "pdf", path);
  const SgnSheetRequest json_words = request ("audit-set", "json", json_path);
  const SgnSheetRequest alone_words = request ("self-check-result", "json", alone_path);
  g_autoptr (SgnSheetResult) first = NULL;
  g_autoptr (SgnSheetResult) second = NULL;
  g_autoptr (SgnSheetResult) json_result = NULL;
  g_autoptr (SgnSheetResult) alone = NULL;
  g_autoptr (GBytes) first_bytes = NULL;
  g_autoptr (GBytes) second_bytes = NULL;
  g_autoptr (json_t) json = NULL;
  const json_t *sheet;
  gint64 page;
  guint issues;
  size_t i;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-01", "done", "メモ");
  first = write_well (fixture, &words);
  first_bytes = read_back (path);
  issues = sgn_session_get_record (fixture->session)->issues->len;
  second = write_well (fixture, &words);
  second_bytes = read_back (path);
  json_result = write_well (fixture, &json_words);
  alone = write_well (fixture, &alone_words);

  g_assert_cmpstr (first->number, ==, "AS-2026-0001");
  g_assert_cmpstr (second->number, ==, first->number);
  g_assert_cmpstr (json_result->number, ==, first->number);
  g_assert_cmpstr (alone->number, ==, "SC-2026-0001");
  g_assert_true (g_bytes_equal (first_bytes, second_bytes));
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, issues);

  json = sgn_json_load_file (json_path, NULL);
  page = sgn_json_integer (json, "front", 0) + 1;
  g_assert_cmpuint (json_array_size (json_object_get (json, "sheets")), ==, issues - 1);
  json_array_foreach (json_object_get (json, "sheets"), i, sheet)
  {
    g_assert_cmpint (sgn_json_integer (sheet, "page", 0), ==, page);
    page += sgn_json_integer (sheet, "pages", 0);
  }
  g_assert_cmpint (page, ==, (gint64) first->pages + 1);
}

static void
test_a_character_of_no_font_stops_the_set (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "set.pdf");
  const SgnSheetRequest words = request ("audit-set", "pdf", path);
  g_autoptr (SgnSheetResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_answer (fixture, "SD-03", "done", "外字\xEE\x80\x80です");
  result = write_sheet (fixture, &words, &error);

  g_assert_null (result);
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (sgn_session_get_record (fixture->session)->issues->len, ==, 0);
}

#define ADD(name, func) \
  g_test_add ("/sheet/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-same-issue-is-the-same-file", test_the_same_issue_is_the_same_file);
  ADD ("another-time-is-another-number", test_another_time_is_another_number);
  ADD ("the-attachment-is-the-record", test_the_attachment_is_the_record);
  ADD ("a-character-of-no-font-stops-the-sheet", test_a_character_of_no_font_stops_the_sheet);
  ADD ("claims-are-warned-of", test_claims_are_warned_of);
  ADD ("a-place-that-will-not-do-takes-no-number", test_a_place_that_will_not_do_takes_no_number);
  ADD ("a-read-only-file-gives-copies", test_a_read_only_file_gives_copies);
  ADD ("a-sheet-never-replaces-a-record", test_a_sheet_never_replaces_a_record);
  ADD ("an-option-without-effect-takes-no-number", test_an_option_without_effect_takes_no_number);
  ADD ("a-claim-in-the-contact-stops-the-policy", test_a_claim_in_the_contact_stops_the_policy);
  ADD ("a-claim-in-the-scope-is-warned-of", test_a_claim_in_the_scope_is_warned_of);
  ADD ("a-claim-stops-the-policy-in-every-format", test_a_claim_stops_the_policy_in_every_format);
  ADD ("what-cannot-be-made-says-why", test_what_cannot_be_made_says_why);
  ADD ("a-set-binds-every-sheet", test_a_set_binds_every_sheet);
  ADD ("a-character-of-no-font-stops-the-set", test_a_character_of_no_font_stops_the_set);
  ADD ("a-preview-takes-no-number", test_a_preview_takes_no_number);
  ADD ("a-preview-nobody-wants-is-stopped", test_a_preview_nobody_wants_is_stopped);

  return g_test_run ();
}
