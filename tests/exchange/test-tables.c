/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-tables-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../core/message-form.h"
#include "sgn-data-dir.h"
#include "sgn-error.h"
#include "sgn-xlsx.h"

#define HASH "3f9a27c1e08b3f9a27c1e08b3f9a27c1e08b3f9a27c1e08b3f9a27c1e08b3f9a"

/* A sheet with two tables, of every kind of column. */
static const char *const sheet_json =
  "{'strings': {}, 'tables': ["
  "{'key': 'rows', 'title': {'ja': '項目', 'en': 'Items'}, 'machine': ['number'], 'people': ["
  "{'key': 'number', 'title': {'ja': '番号', 'en': 'No.'}, 'kind': 'text', 'width': 6},"
  "{'key': 'points', 'title': {'ja': '点', 'en': 'Points'}, 'kind': 'number', 'width': 8},"
  "{'key': 'note', 'title': {'ja': 'メモ', 'en': 'Note'}, 'kind': 'text', 'width': 40},"
  "{'key': 'due', 'title': {'ja': '期限', 'en': 'Due'}, 'kind': 'date', 'width': 12}]},"
  "{'key': 'others', 'title': {'ja': '履歴', 'en': 'History'}, 'machine': ['name'], 'people': ["
  "{'key': 'name', 'title': {'ja': '氏名', 'en': 'Name'}, 'kind': 'text', 'width': 12},"
  "{'key': 'kana', 'title': {'ja': 'フリガナ', 'en': 'Reading'}, 'kind': 'text', 'width': 12}]}]}";

static const char *const entry_json =
  "{'id': 'sheet', 'prefix': 'SH', 'form': 'S-99', 'form_version': '1.0',"
  "'title': {'ja': '結果', 'en': 'Result'}, 'short': {'ja': '結果', 'en': 'Result'},"
  "'menu': {'ja': '結果', 'en': 'Result'}, 'audiences': ['internal', 'partner'],"
  "'formats': ['pdf', 'xlsx'], 'disclaimer': 'self-declaration', 'trademark': true}";

static json_t *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  json_t *value = sgn_json_load_bytes (bytes, "test", &error);

  g_assert_no_error (error);
  return value;
}

static void
put_file (const char *folder, const char *name, const json_t *json)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = sgn_json_to_canonical (json);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
drop_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The words of what is none of the documents; they are read with any. */
static const char *const other_words[] = {
  "recovery-sheet.json",  "consistency.json", "seminar.json",
  "seminar-handout.json", "seminar-key.json", "seminar-script.json",
};

/* The real list of texts, but one sheet only: the one above, with @tables as its file. */
static SgnDocuments *
load_documents (const char *tables)
{
  g_autofree char *data = sgn_data_dir ();
  g_autofree char *real = g_build_filename (data, "documents", "documents.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("sengen-tables-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (folder, "documents", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (json_t) list = sgn_json_load_file (real, &error);
  g_autoptr (json_t) sheet = parse (tables);
  g_autoptr (json_t) strings = parse ("{'strings': {}}");
  json_t *entries = json_array ();
  SgnDocuments *self;

  g_assert_no_error (error);
  json_array_append_new (entries, parse (entry_json));
  json_object_set_new (list, "documents", entries);
  g_assert_cmpint (g_mkdir (documents, 0700), ==, 0);
  put_file (documents, "documents.json", list);
  put_file (documents, "sheet.json", sheet);
  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    put_file (documents, other_words[i], strings);
  self = sgn_documents_load (folder, &error);
  g_assert_no_error (error);
  drop_file (documents, "documents.json");
  drop_file (documents, "sheet.json");
  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    drop_file (documents, other_words[i]);
  g_assert_cmpint (g_rmdir (documents), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return self;
}

typedef struct {
  SgnDocuments *documents;
  json_t *projection;
  SgnExport export;
  GPtrArray *workbook;
} Fixture;

/* What every projection has, and @more. */
static void
fixture_set_up (Fixture *self, const char *audience, const char *more)
{
  g_autoptr (json_t) own = parse (more);

  self->documents = load_documents (sheet_json);
  self->projection = parse ("{'company': {'name': '株式会社𠮷葛󠄀', 'corporate_number': "
                            "'9000000000000'}, 'sample': false,"
                            "'record': {'head': 'x', 'at': '2026-11-20T16:42:00+09:00'},"
                            "'catalogue': {'id': 'ipa-self-check', 'edition': '4.0',"
                            "'published': '2026-03-27', 'inherited_note': '引き継いでいます。'}}");
  sgn_json_set_string (self->projection, "audience", audience);
  json_object_update (self->projection, own);
  self->export = (SgnExport){ .document = sgn_documents_find (self->documents, "sheet"),
                              .documents = self->documents,
                              .projection = self->projection,
                              .record_hash = HASH,
                              .number = "SH-2026-0012",
                              .issued = "2026-11-23T10:00:00+09:00",
                              .program = "1.0" };
}

static void
fixture_lay_out (Fixture *self)
{
  g_clear_pointer (&self->workbook, g_ptr_array_unref);
  self->workbook = sgn_tables_lay_out (&self->export);
}

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->workbook, g_ptr_array_unref);
  sgn_documents_unref (self->documents);
  json_decref (self->projection);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* A sheet as text: cells between "|", days with "d:", numbers with "n:", a row a line. */
static char *
dup_text (const SgnWorksheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < sheet->rows->len; row++) {
    for (guint i = 0; i < sheet->widths->len; i++) {
      const SgnWorkbookCell *cell = sgn_worksheet_get_cell (sheet, row, i);

      if (i > 0)
        g_string_append_c (text, '|');
      if (cell->kind == SGN_WORKBOOK_NUMBER)
        g_string_append_printf (text, "n:%g", cell->number);
      else if (cell->kind != SGN_WORKBOOK_EMPTY)
        g_string_append_printf (text, "%s%s", cell->kind == SGN_WORKBOOK_DATE ? "d:" : "",
                                cell->text);
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
assert_sheet (const Fixture *fixture, guint i, const char *name, const char *expected)
{
  const SgnWorksheet *sheet = g_ptr_array_index (fixture->workbook, i);
  g_autofree char *text = dup_text (sheet);

  g_assert_cmpstr (sheet->name, ==, name);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells_are_of_the_kind_of_their_column (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_set_up (&fixture, "internal",
                  "{'rows': ["
                  "{'number': '007', 'points': 4, 'note': '=1+1', 'due': '2027-03-31'},"
                  "{'number': 8, 'points': -1, 'note': ['甲', '乙'], 'due': '期限なし'},"
                  "{'number': '9', 'points': 2.5, 'note': true, 'due': null},"
                  "{'number': '10', 'points': '—', 'note': false},"
                  "{'number': '11', 'points': null, 'note': '', 'due': '1867-11-09'},"
                  "{'number': '12', 'points': '2.8'}, {'number': '13', 'points': '2.8a'}]}");
  fixture_lay_out (&fixture);

  g_assert_cmpuint (fixture.workbook->len, ==, 2);
  assert_sheet (&fixture, 1, "項目",
                "番号|点|メモ|期限\n"
                "007|n:4|=1+1|d:2027-03-31\n"
                "8|n:-1|甲、乙|期限なし\n"
                "9|n:2.5|はい|\n"
                "10|—||\n"
                "11|||1867-11-09\n"
                "12|n:2.8||\n"
                "13|2.8a||\n");
}

static void
test_each_table_is_a_sheet_in_the_language_asked_for (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_set_up (&fixture, "internal",
                  "{'rows': [], 'others': [{'name': '髙橋 美咲', 'kana': 'タカハシ ミサキ'}]}");
  fixture.export.language = SGN_LANGUAGE_EN;
  fixture_lay_out (&fixture);

  g_assert_cmpuint (fixture.workbook->len, ==, 3);
  assert_sheet (&fixture, 1, "Items", "No.|Points|Note|Due\n");
  assert_sheet (&fixture, 2, "History (2)", "Name|Reading\n髙橋 美咲|タカハシ ミサキ\n");
}

/* Not even the title of a column tells what was kept back. */
static void
test_partners_get_no_column_that_is_kept_back (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_set_up (&fixture, "partner",
                  "{'rows': [{'number': '1', 'points': null}, {'number': '2'}], 'others': []}");
  fixture_lay_out (&fixture);

  assert_sheet (&fixture, 1, "項目", "番号|点\n1|\n2|\n");
  assert_sheet (&fixture, 2, "履歴 (2)", "氏名|フリガナ\n");
}

static void
test_the_first_sheet_says_what_it_is (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_set_up (&fixture, "internal", "{'rows': [], 'recipient': '株式会社あおば'}");
  fixture_lay_out (&fixture);

  assert_sheet (
    &fixture, 0, "この表について",
    "結果|\n"
    "会社名|株式会社𠮷葛󠄀\n"
    "法人番号|9000000000000\n"
    "文書番号|SH-2026-0012\n"
    "発行日|d:2026-11-23\n"
    "用途|社内用\n"
    "相手先|株式会社あおば\n"
    "記録の照合値（SHA-256）|" HASH "\n"
    "記録時点|2026-11-20 16:42\n"
    "設問の版|設問 ipa-self-check 4.0（2026-03-27公開）\n"
    "設問について|引き継いでいます。\n"
    "様式|様式 S-99 v1.0　宣言帳 1.0\n"
    "表の読み方|番号は文字として入れてあり、先頭の0は消えません。日付は年-月-"
    "日です。空欄は、記録がないことを示します。\n"
    "ご注意|本書は自己宣言に基づく自社の記録であり、IPAによる認定・認証を示すものではありません。\n"
    "商標|SECURITY ACTION は独立行政法人情報処理推進機構（IPA）の登録商標です。\n");
}

/* The row of the first sheet that begins with @label. */
static const char *
find_about (const Fixture *fixture, const char *label)
{
  const SgnWorksheet *sheet = g_ptr_array_index (fixture->workbook, 0);

  for (guint i = 0; i < sheet->rows->len; i++)
    if (g_strcmp0 (sgn_worksheet_get_cell (sheet, i, 0)->text, label) == 0)
      return sgn_worksheet_get_cell (sheet, i, 1)->text;
  return NULL;
}

static void
test_all_editions_are_named (void)
{
  static const struct {
    const char *more;
    const char *expected;
  } cases[] = {
    { "{'editions': ['3.1', '4.0']}", "ipa-self-check 3.1／ipa-self-check 4.0" },
    { "{'editions': [{'catalogue': 'ipa-rules', 'edition': '4.0'},"
      "{'catalogue': 'ipa-self-check', 'edition': '3.1'}]}",
      "ipa-rules 4.0／ipa-self-check 3.1" },
    { "{'editions': []}", "設問 ipa-self-check 4.0（2026-03-27公開）" },
    { "{'catalogue': {'id': 'mine', 'edition': '1', 'published': null}}", "mine 1" },
    { "{'catalogue': null, 'editions': null}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Fixture) fixture = { 0 };

    fixture_set_up (&fixture, "internal", cases[i].more);
    fixture_lay_out (&fixture);
    g_assert_cmpstr (find_about (&fixture, "設問の版"), ==, cases[i].expected);
  }
}

static void
test_a_copy_of_a_sample_for_training_says_so (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *none = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *text = NULL;

  fixture_set_up (&fixture, "partner", "{'rows': [], 'policy': {'draft': true}}");
  none = sgn_tables_dup_tags (&fixture.export);
  g_assert_cmpstr (none, ==, "下書き");

  json_object_set_new (fixture.projection, "sample", json_true ());
  fixture.export.number = NULL;
  fixture.export.training = TRUE;
  tags = sgn_tables_dup_tags (&fixture.export);
  fixture_lay_out (&fixture);
  text = dup_text (g_ptr_array_index (fixture.workbook, 0));

  g_assert_cmpstr (tags, ==, "見本、下書き、写し、研修用サンプル");
  g_assert_nonnull (strstr (text, "区分|見本、下書き、写し、研修用サンプル\n"));
  g_assert_nonnull (strstr (text, "用途|取引先用\n"));
  g_assert_null (strstr (text, "文書番号"));
}

static void
test_the_file_holds_every_cell (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read = NULL;

  fixture_set_up (&fixture, "internal",
                  "{'rows': [{'number': '007', 'points': 4, 'note': '=1+1', 'due': "
                  "'2027-03-31'}], 'others': [{'name': '葛󠄀西'}]}");
  fixture_lay_out (&fixture);
  bytes = sgn_export_xlsx (&fixture.export, &error);
  g_assert_no_error (error);
  read = sgn_xlsx_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (sgn_workbook_equal (fixture.workbook, read));
}

static void
test_without_a_table_there_is_no_workbook (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, "internal", "{}");

  g_assert_null (sgn_export_xlsx (&fixture.export, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_USAGE);
  assert_is_sentence (error->message);
}

static void
test_a_text_too_long_for_a_cell_is_named (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (32768, 'x');
  g_autofree char *rows = g_strdup_printf ("{'rows': [{'note': 'x'}, {'note': '%s'}]}", long_text);

  fixture_set_up (&fixture, "internal", rows);

  g_assert_null (sgn_export_xlsx (&fixture.export, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
  g_assert_nonnull (strstr (error->message, "“メモ” in row 3 of “項目”"));
}

/* A text that is no UTF-8 can come from a damaged file. */
static void
test_what_does_not_read_back_is_refused (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  json_t *row;

  fixture_set_up (&fixture, "internal", "{'rows': [{'number': '1'}]}");
  row = json_array_get (json_object_get (fixture.projection, "rows"), 0);
  json_object_set_new_nocheck (row, "note", json_string_nocheck ("\x93\xFA"));

  g_assert_null (sgn_export_xlsx (&fixture.export, &error));
  g_assert_error (error, SGN_ERROR, SGN_ERROR_FAILED);
  assert_is_sentence (error->message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/cells-are-of-the-kind-of-their-column",
                   test_cells_are_of_the_kind_of_their_column);
  g_test_add_func ("/tables/each-table-is-a-sheet-in-the-language-asked-for",
                   test_each_table_is_a_sheet_in_the_language_asked_for);
  g_test_add_func ("/tables/partners-get-no-column-that-is-kept-back",
                   test_partners_get_no_column_that_is_kept_back);
  g_test_add_func ("/tables/the-first-sheet-says-what-it-is", test_the_first_sheet_says_what_it_is);
  g_test_add_func ("/tables/all-editions-are-named", test_all_editions_are_named);
  g_test_add_func ("/tables/a-copy-of-a-sample-for-training-says-so",
                   test_a_copy_of_a_sample_for_training_says_so);
  g_test_add_func ("/tables/the-file-holds-every-cell", test_the_file_holds_every_cell);
  g_test_add_func ("/tables/without-a-table-there-is-no-workbook",
                   test_without_a_table_there_is_no_workbook);
  g_test_add_func ("/tables/a-text-too-long-for-a-cell-is-named",
                   test_a_text_too_long_for_a_cell_is_named);
  g_test_add_func ("/tables/what-does-not-read-back-is-refused",
                   test_what_does_not_read_back_is_refused);

  return g_test_run ();
}
