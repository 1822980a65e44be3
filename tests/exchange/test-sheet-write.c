/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-sheet-write.h"

#include <string.h>

#include "sgn-csv.h"
#include "sgn-data-dir.h"
#include "sgn-sheet-file.h"
#include "sgn-xlsx.h"

/* What is answered: the first item, with a statement when asked for. */
typedef struct {
  const char *item;
  const char *value;
  const char *statement;
} Given;

static SgnSheetAnswer
find_answer (const SgnItem *item, gpointer data)
{
  const Given *given = data;

  if (!g_str_equal (item->id, given->item))
    return (SgnSheetAnswer){ 0 };
  return (SgnSheetAnswer){ .value = sgn_item_find_value (item, given->value),
                           .statement = given->statement };
}

static json_t *
load_form (void)
{
  g_autofree char *data = sgn_data_dir ();

  return sgn_sheet_form_load (data, NULL);
}

static SgnCatalogue *
load (const char *text)
{
  g_autoptr (json_t) form = load_form ();
  const SgnSheetWords words = { .id = "sheet-1", .date = "2026-11-23", .form = form };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SgnCatalogue *catalogue = sgn_sheet_file_load (bytes, "票.csv", &words, NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* The CSV less its byte order mark, a line each. */
static char **
write_lines (const SgnCatalogue *catalogue, Given *given, SgnLanguage language)
{
  g_autoptr (json_t) form = load_form ();
  const SgnSheetForm sheet = { .catalogue = catalogue,
                               .form = form,
                               .language = language,
                               .find = find_answer,
                               .data = given };
  g_autoptr (GBytes) bytes = sgn_sheet_write_csv (&sheet);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strsplit (text + 3, "\r\n", -1);
}

static void
test_answers_go_where_they_belong (void)
{
  g_autoptr (SgnCatalogue) sheet = load ("調査票,,,,\n重み,番号,設問,回答,備考\n3,2,乙ですか。,,"
                                         "\n体制,,,,\n1,1,甲ですか。,未記入,書くこと\n以上,,,,\n");
  Given given = { "sheet-1-01", "partial", "一部です。" };
  g_auto (GStrv) lines = write_lines (sheet, &given, SGN_LANGUAGE_JA);
  static const char *const expected[] = { "調査票,,,,",
                                          "重み,番号,設問,回答,備考",
                                          "3,2,乙ですか。,一部実施している,一部です。",
                                          "体制,,,,",
                                          "1,1,甲ですか。,未記入,書くこと",
                                          "以上,,,,",
                                          "",
                                          NULL };

  g_assert_cmpstrv (lines, (char **) expected);
}

static void
test_missing_columns_are_added (void)
{
  g_autoptr (SgnCatalogue) sheet = load ("no,question\n1,Is it so?\n2,And this?\n");
  Given given = { "sheet-1-02", "done", NULL };
  g_auto (GStrv) lines = write_lines (sheet, &given, SGN_LANGUAGE_EN);
  Given said = { "sheet-1-02", "done", "Yes." };
  g_auto (GStrv) more = write_lines (sheet, &said, SGN_LANGUAGE_EN);

  g_assert_cmpstr (lines[0], ==, "no,question,Answer");
  g_assert_cmpstr (lines[1], ==, "1,Is it so?,");
  g_assert_cmpstr (lines[2], ==, "2,And this?,Done");
  g_assert_cmpstr (more[0], ==, "no,question,Answer,Remarks");
  g_assert_cmpstr (more[2], ==, "2,And this?,Done,Yes.");
}

static void
test_a_catalogue_that_was_no_table_gets_one (void)
{
  g_autofree char *data = sgn_data_dir ();
  g_autofree char *path = g_build_filename (data, "catalogues", "ipa-rules@4.0.json", NULL);
  g_autoptr (SgnCatalogue) rules = sgn_catalogue_new_from_file (path, NULL);
  Given given = { "RU-2", "done", NULL };
  g_auto (GStrv) lines = write_lines (rules, &given, SGN_LANGUAGE_JA);

  g_assert_cmpstr (lines[0], ==, "番号,区分,設問,回答,補足");
  g_assert_true (g_str_has_prefix (lines[1], "1,"));
  g_assert_nonnull (strstr (lines[2], "取り組んでいる"));
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
}

static void
test_formulas_are_guarded (void)
{
  g_autoptr (SgnCatalogue) sheet = load ("番号,設問,回答,備考\n1,甲ですか。,,\n");
  Given given = { "sheet-1-01", "done", "=1+1" };
  g_auto (GStrv) lines = write_lines (sheet, &given, SGN_LANGUAGE_JA);

  g_assert_cmpstr (lines[1], ==, "1,甲ですか。,実施している,'=1+1");
}

static void
test_a_workbook_holds_the_same (void)
{
  g_autoptr (SgnCatalogue) sheet = load ("票,,\n番号,設問,回答\n1,甲ですか。,\n");
  g_autoptr (json_t) form = load_form ();
  Given given = { "sheet-1-01", "not-done", NULL };
  const SgnSheetForm words = { .catalogue = sheet,
                               .form = form,
                               .find = find_answer,
                               .data = &given };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    sgn_sheet_write_xlsx (&words, "株式会社見本", "2026-11-23T10:00:00+09:00", &error);
  g_autoptr (GPtrArray) workbook = NULL;
  const SgnWorksheet *read;

  g_assert_no_error (error);
  workbook = sgn_xlsx_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (workbook->len, ==, 1);
  read = g_ptr_array_index (workbook, 0);
  g_assert_cmpstr (sgn_worksheet_get_cell (read, 0, 0)->text, ==, "票");
  g_assert_cmpstr (sgn_worksheet_get_cell (read, 2, 0)->text, ==, "1");
  g_assert_cmpstr (sgn_worksheet_get_cell (read, 2, 2)->text, ==, "実施していない");
}

/* What was written can be loaded again, as CSV and as XLSX. */
static void
test_what_is_written_can_be_read (void)
{
  g_autoptr (SgnCatalogue) sheet = load ("票,,\n番号,設問,回答\n1,甲ですか。,\n2,乙ですか。,\n");
  g_autoptr (json_t) form = load_form ();
  const SgnSheetWords names = { .id = "sheet-2", .date = "2026-11-23", .form = form };
  Given given = { "sheet-1-01", "done", NULL };
  const SgnSheetForm words = { .catalogue = sheet,
                               .form = form,
                               .find = find_answer,
                               .data = &given };
  g_autoptr (GBytes) csv = sgn_sheet_write_csv (&words);
  g_autoptr (GBytes) xlsx = sgn_sheet_write_xlsx (&words, NULL, "2026-11-23T10:00:00+09:00", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SgnCatalogue) a = sgn_sheet_file_load (csv, "a.csv", &names, NULL, &error);
  g_autoptr (SgnCatalogue) b = sgn_sheet_file_load (xlsx, "b.xlsx", &names, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (a->items->len, ==, 2);
  g_assert_cmpuint (b->items->len, ==, 2);
  g_assert_cmpstr (((SgnItem *) b->items->pdata[1])->question.ja, ==, "乙ですか。");
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *name;
    GTestFunc test;
  } tests[] = {
    { "answers-go-where-they-belong", test_answers_go_where_they_belong },
    { "missing-columns-are-added", test_missing_columns_are_added },
    { "a-catalogue-that-was-no-table-gets-one", test_a_catalogue_that_was_no_table_gets_one },
    { "formulas-are-guarded", test_formulas_are_guarded },
    { "a-workbook-holds-the-same", test_a_workbook_holds_the_same },
    { "what-is-written-can-be-read", test_what_is_written_can_be_read },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/sheet-write/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  return g_test_run ();
}
