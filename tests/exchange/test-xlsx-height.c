/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-xlsx-height.h"

#define LINE 13.0
#define AROUND 6.0
#define HASH "5a73f5ed983cdf4ef45444cb6a51a2d9ceefe8317f6afcf573398f5b3765e486"

static const struct {
  const char *name;
  int width;
  const char *text;
  guint lines;
} cells[] = {
  { "an empty cell is one line high", 10, "", 1 },
  { "a Japanese word fits a column of its length", 12, "一部実施", 1 },
  { "twelve Japanese letters need two lines of six", 14, "一二三四五六七八九十一二", 2 },
  { "brackets and stops are narrower than letters", 15, "「（漢字）」、。漢", 1 },
  { "English breaks between words", 14, "Tied the proof to it", 2 },
  { "a word longer than the column is broken", 8, "incomprehensibilities", 4 },
  { "each line that was typed is counted", 40, "一行目\n二行目\n\n四行目", 4 },
  { "a hash stands on two lines", 34, HASH, 2 },
  { "a column too narrow for one letter still ends", 0, "一二三", 3 },
  { "a selector behind a letter takes no room", 13, "\xe8\x91\x9b\xf3\xa0\x84\x80城由美子様", 1 },
};

static SgnWorksheet *
add_sheet (GPtrArray *workbook, int width, const char *text)
{
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, "a");

  sheet->is_table = TRUE;
  g_array_append_val (sheet->widths, width);
  sgn_cells_add_text (sgn_worksheet_add_row (sheet), text);
  return sheet;
}

static void
test_cell (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = add_sheet (workbook, cells[i].width, cells[i].text);

  g_assert_cmpfloat (sgn_xlsx_measure_row (sheet, 0), ==, cells[i].lines * LINE + AROUND);
}

static void
test_fullest_cell (void)
{
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = add_sheet (workbook, 10, "短い");
  int width = 10;

  g_array_append_val (sheet->widths, width);
  sgn_cells_add_text (g_ptr_array_index (sheet->rows, 0), "一\n二\n三");
  g_assert_cmpfloat (sgn_xlsx_measure_row (sheet, 0), ==, 3 * LINE + AROUND);
}

static void
test_limit (void)
{
  g_autofree char *text = g_strnfill (5000, 'W');
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();

  g_assert_cmpfloat (sgn_xlsx_measure_row (add_sheet (workbook, 10, text), 0), ==, 409);
}

static void
test_title (void)
{
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = add_sheet (workbook, 4, "情報セキュリティ自社診断　結果報告書");

  sheet->is_table = FALSE;
  g_assert_cmpfloat (sgn_xlsx_measure_row (sheet, 0), ==, 28);
}

static void
test_hash (void)
{
  g_assert_true (sgn_xlsx_is_hash (HASH));
  g_assert_false (sgn_xlsx_is_hash (NULL));
  g_assert_false (sgn_xlsx_is_hash ("5a73f5ed983c"));
  g_assert_false (
    sgn_xlsx_is_hash ("Za73f5ed983cdf4ef45444cb6a51a2d9ceefe8317f6afcf573398f5b3765e486"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *path = g_strdup_printf ("/xlsx-height/%s", cells[i].name);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_cell);
  }
  g_test_add_func ("/xlsx-height/the fullest cell of a row decides", test_fullest_cell);
  g_test_add_func ("/xlsx-height/no row is taller than spreadsheets allow", test_limit);
  g_test_add_func ("/xlsx-height/the title of a sheet runs on and has a row of its own",
                   test_title);
  g_test_add_func ("/xlsx-height/only a whole SHA-256 is set as one", test_hash);
  return g_test_run ();
}
