/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-session-catalogue.h"

#include <string.h>

#include "session-fixture.h"
#include "sgn-error.h"
#include "sgn-fault.h"

#define SHEET "番号,区分,設問,回答\n1,体制,甲ですか。,\n2,体制,乙ですか。,\n"

/* (nullable): the key that loading @text gave */
static char *
load (Fixture *fixture,
      const char *name,
      const char *text,
      const SgnSheetNames *names,
      GError **error)
{
  g_autofree char *path = fixture_file (fixture, name);
  g_autoptr (GAsyncResult) result = NULL;

  fixture_write (fixture, name, text);
  sgn_session_load_catalogue_async (fixture->session, path, names, fixture_done_cb, fixture);
  result = fixture_wait (fixture);
  return sgn_session_load_catalogue_finish (fixture->session, result, error);
}

static guint
count_own (Fixture *fixture)
{
  return g_hash_table_size (sgn_session_get_record (fixture->session)->catalogues);
}

static void
test_a_sheet_can_be_answered_at_once (Fixture *fixture, gconstpointer data)
{
  const SgnSheetNames names = { .title = " 調査 票 ", .owner = "日の出工業" };
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  const SgnCatalogue *sheet;

  fixture_new_company (fixture);
  key = load (fixture, "a.csv", SHEET, &names, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, "sheet-1@2026-11-23");
  sheet = sgn_library_find_catalogue_key (sgn_session_get_library (fixture->session), key);
  g_assert_nonnull (sheet);
  g_assert_cmpstr (sheet->owner.ja, ==, "日の出工業");

  fixture_answer (fixture, "sheet-1-02", "partial", NULL);
  g_assert_nonnull (sgn_record_find_open (sgn_session_get_record (fixture->session), "sheet-1"));
  fixture_verify (fixture);
}

static void
test_loading_is_one_act_that_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  gint64 seq;

  fixture_new_company (fixture);
  seq = sgn_session_get_record (fixture->session)->seq;
  first = load (fixture, "a.csv", SHEET, NULL, NULL);
  g_assert_cmpint (sgn_session_get_record (fixture->session)->seq, ==, seq + 1);
  second = load (fixture, "b.csv", SHEET, NULL, NULL);
  g_assert_cmpstr (second, ==, "sheet-2@2026-11-23");
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_cmpuint (count_own (fixture), ==, 0);
  g_assert_null (
    sgn_library_find_catalogue_key (sgn_session_get_library (fixture->session), first));
  again = load (fixture, "a.csv", SHEET, NULL, NULL);
  g_assert_cmpstr (again, ==, first);
  fixture_verify (fixture);
}

static const struct {
  const char *name;
  const char *file;
  const char *text; /* NULL: a guideline of the program */
  SgnSheetNames names;
  int code;
} cases[] = {
  { "faults", "a.csv", "番号,設問\n1,甲\n1,乙\n", { 0 }, SGN_ERROR_UNREADABLE },
  { "no-table", "a.xlsx", "PK\x03\x04", { 0 }, SGN_ERROR_UNREADABLE },
  { "shipped-id", "a.csv", SHEET, { .id = "scs" }, SGN_ERROR_INVALID },
  { "shipped-guideline", "a.json", NULL, { 0 }, SGN_ERROR_INVALID },
  { "bad-id", "a.csv", SHEET, { .id = "A B" }, SGN_ERROR_UNREADABLE },
  { "names-for-json", "a.json", NULL, { .id = "x" }, SGN_ERROR_USAGE },
};

/* All or nothing: whatever is wrong, the file stays as it was. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup (cases[i].text);
  g_autofree char *shipped =
    g_build_filename (g_getenv ("SENGEN_DATA_DIR"), "catalogues", "ipa-rules@4.0.json", NULL);
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    g_assert_true (g_file_get_contents (shipped, &text, NULL, NULL));
  fixture_new_company (fixture);
  head = g_strdup (sgn_session_get_record (fixture->session)->head);

  g_assert_null (load (fixture, cases[i].file, text, &cases[i].names, &error));

  g_assert_error (error, SGN_ERROR, cases[i].code);
  g_assert_cmpstr (sgn_session_get_record (fixture->session)->head, ==, head);
}

static void
test_what_was_asked_is_never_replaced (Fixture *fixture, gconstpointer data)
{
  const SgnSheetNames names = { .id = "hinode" };
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  key = load (fixture, "a.csv", SHEET, &names, NULL);
  g_assert_nonnull (key);
  g_assert_null (load (fixture, "a.csv", "番号,設問\n1,丙ですか。\n", &names, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_EXISTS);
}

/* Answers name items by their ids, so these cannot mean two things. */
static void
test_items_of_the_program_keep_their_ids (Fixture *fixture, gconstpointer data)
{
  const SgnSheetNames names = { .id = "hinode" };
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  g_autoptr (json_t) json = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  const SgnCatalogue *sheet;

  fixture_new_company (fixture);
  key = load (fixture, "a.csv", SHEET, &names, NULL);
  sheet = sgn_library_find_catalogue_key (sgn_session_get_library (fixture->session), key);
  json = sgn_catalogue_to_json (sheet);
  text = sgn_json_to_canonical (json);
  parts = g_strsplit (text, "\"hinode-02\"", -1);
  changed = g_strjoinv ("\"SD-02\"", parts);
  fixture_undo (fixture);

  g_assert_null (load (fixture, "a.json", changed, NULL, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "SD-02"));
}

static void
test_a_file_for_reading_takes_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_new_company (fixture);
  fixture_close (fixture);
  fixture_open (fixture, SGN_OPEN_READ);
  g_assert_null (load (fixture, "a.csv", SHEET, NULL, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_READ_ONLY);
}

static void
test_faults_are_found_without_a_company (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture, "a.csv");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "a.csv", SHEET);
  none = sgn_session_find_faults (path, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_write (fixture, "a.csv", "番号,設問\n1,甲\n1,乙\n,丙\n");
  two = sgn_session_find_faults (path, NULL);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_null (sgn_session_find_faults ("/nowhere/a.csv", &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_UNREADABLE);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/session-catalogue/", name, NULL);

  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("a-sheet-can-be-answered-at-once", NULL, test_a_sheet_can_be_answered_at_once);
  add ("loading-is-one-act-that-can-be-undone", NULL, test_loading_is_one_act_that_can_be_undone);
  add ("what-was-asked-is-never-replaced", NULL, test_what_was_asked_is_never_replaced);
  add ("items-of-the-program-keep-their-ids", NULL, test_items_of_the_program_keep_their_ids);
  add ("a-file-for-reading-takes-none", NULL, test_a_file_for_reading_takes_none);
  add ("faults-are-found-without-a-company", NULL, test_faults_are_found_without_a_company);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strconcat ("refused/", cases[i].name, NULL);

    add (name, GUINT_TO_POINTER (i), test_refused);
  }
  return g_test_run ();
}
