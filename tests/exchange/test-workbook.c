/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-workbook.h"

#include <string.h>

#include "../core/message-form.h"
#include "sgn-error.h"

static const struct {
  const char *path;
  const char *wanted;
  const char *name;
} names[] = {
  { "a-plain-name-stays", "項目", "項目" },
  { "signs-that-may-not-stand-become-spaces", "a[b]c:d*e?f/g\\h", "a b c d e f g h" },
  { "apostrophes-at-the-ends-go", "''item's name'", "item's name" },
  { "spaces-around-it-go", "  items  ", "items" },
  { "a-name-of-nothing-but-signs-is-a-number", "*?/", "1" },
  { "no-name-is-a-number", "", "1" },
  { "thirty-one-letters-stay", "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこん",
    "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこん" },
  { "longer-ones-are-cut", "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこんを",
    "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこん" },
  { "a-rare-letter-counts-two-and-is-never-halved",
    "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこ𠮷",
    "あいうえおかきくけこあいうえおかきくけこあいうえおかきくけこ" },
  { "no-space-is-left-at-the-cut", "abcdefghij abcdefghij abcdefgh i j",
    "abcdefghij abcdefghij abcdefgh" },
  { "history-is-kept-by-spreadsheets", "History", "History (2)" },
  { "so-is-its-japanese-name", "履歴", "履歴 (2)" },
  { "a-name-is-given-once", "Taken", "Taken (3)" },
  { "also-in-other-letters", "TAKEN", "TAKEN (3)" },
  { "a-long-one-makes-room-for-its-number", "A name that is long but not too",
    "A name that is long but not (2)" },
};

static void
test_name (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  g_autofree char *name = NULL;

  sgn_workbook_add_sheet (workbook, "taken");
  sgn_workbook_add_sheet (workbook, "Taken (2)");
  sgn_workbook_add_sheet (workbook, "A name that is long but not too");

  name = sgn_workbook_make_name (workbook, names[i].wanted);

  g_assert_cmpstr (name, ==, names[i].name);
}

static void
test_days_and_other_texts (void)
{
  static const struct {
    const char *text;
    SgnWorkbookCellKind kind;
  } cases[] = {
    { "2026-11-23", SGN_WORKBOOK_DATE }, { "1900-03-01", SGN_WORKBOOK_DATE },
    { "1900-02-28", SGN_WORKBOOK_TEXT }, { "0645-06-19", SGN_WORKBOOK_TEXT },
    { "2026-02-30", SGN_WORKBOOK_TEXT }, { "2026年11月", SGN_WORKBOOK_TEXT },
    { "", SGN_WORKBOOK_EMPTY },          { NULL, SGN_WORKBOOK_EMPTY },
  };
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, "days");
  GPtrArray *row = sgn_worksheet_add_row (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    sgn_cells_add_date (row, cases[i].text);
    g_assert_cmpint (sgn_worksheet_get_cell (sheet, 0, i)->kind, ==, cases[i].kind);
  }
}

static void
test_cells_beside_the_rows_are_empty (void)
{
  g_autoptr (GPtrArray) workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, "one");

  sgn_cells_add_number (sgn_worksheet_add_row (sheet), -1);

  g_assert_cmpint (sgn_worksheet_get_cell (sheet, 0, 0)->kind, ==, SGN_WORKBOOK_NUMBER);
  g_assert_cmpint (sgn_worksheet_get_cell (sheet, 0, 1)->kind, ==, SGN_WORKBOOK_EMPTY);
  g_assert_cmpint (sgn_worksheet_get_cell (sheet, 1, 0)->kind, ==, SGN_WORKBOOK_EMPTY);
}

/* A workbook of one table with one row. */
static GPtrArray *
workbook_with (const char *name, SgnWorkbookCellKind kind, const char *text, double number)
{
  GPtrArray *workbook = sgn_workbook_new ();
  SgnWorksheet *sheet = sgn_workbook_add_sheet (workbook, name);
  GPtrArray *row;
  const int width = 10;

  g_array_append_val (sheet->widths, width);
  sheet->is_table = TRUE;
  sgn_cells_add_text (sgn_worksheet_add_row (sheet), "Note");
  row = sgn_worksheet_add_row (sheet);
  if (kind == SGN_WORKBOOK_TEXT)
    sgn_cells_add_text (row, text);
  else if (kind == SGN_WORKBOOK_DATE)
    sgn_cells_add_date (row, text);
  else if (kind == SGN_WORKBOOK_NUMBER)
    sgn_cells_add_number (row, number);
  return workbook;
}

static void
test_every_difference_is_found (void)
{
  static const struct {
    const char *name;
    SgnWorkbookCellKind kind;
    const char *text;
    double number;
  } others[] = {
    { "items", SGN_WORKBOOK_TEXT, "5", 0 },          { "items", SGN_WORKBOOK_NUMBER, NULL, 4 },
    { "items", SGN_WORKBOOK_EMPTY, NULL, 0 },        { "Items", SGN_WORKBOOK_TEXT, "4", 0 },
    { "items", SGN_WORKBOOK_DATE, "2026-11-23", 0 }, { "items", SGN_WORKBOOK_TEXT, "4 ", 0 },
  };
  g_autoptr (GPtrArray) workbook = workbook_with ("items", SGN_WORKBOOK_TEXT, "4", 0);
  g_autoptr (GPtrArray) same = workbook_with ("items", SGN_WORKBOOK_TEXT, "4", 0);

  g_assert_true (sgn_workbook_equal (workbook, same));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GPtrArray) other =
      workbook_with (others[i].name, others[i].kind, others[i].text, others[i].number);

    g_assert_false (sgn_workbook_equal (workbook, other));
    g_assert_false (sgn_workbook_equal (other, workbook));
  }
}

static void
test_numbers_count_as_far_as_spreadsheets_keep_them (void)
{
  g_autoptr (GPtrArray) workbook = workbook_with ("a", SGN_WORKBOOK_NUMBER, NULL, 2.4);
  g_autoptr (GPtrArray) same = workbook_with ("a", SGN_WORKBOOK_NUMBER, NULL, 2.4000000000000001);
  g_autoptr (GPtrArray) other = workbook_with ("a", SGN_WORKBOOK_NUMBER, NULL, 2.40000000001);

  g_assert_true (sgn_workbook_equal (workbook, same));
  g_assert_false (sgn_workbook_equal (workbook, other));
}

static void
test_another_sheet_or_row_is_a_difference (void)
{
  g_autoptr (GPtrArray) workbook = workbook_with ("a", SGN_WORKBOOK_TEXT, "x", 0);
  g_autoptr (GPtrArray) longer = workbook_with ("a", SGN_WORKBOOK_TEXT, "x", 0);
  g_autoptr (GPtrArray) more = workbook_with ("a", SGN_WORKBOOK_TEXT, "x", 0);

  sgn_cells_add_text (sgn_worksheet_add_row (g_ptr_array_index (longer, 0)), "y");
  sgn_workbook_add_sheet (more, "b");

  g_assert_false (sgn_workbook_equal (workbook, longer));
  g_assert_false (sgn_workbook_equal (longer, workbook));
  g_assert_false (sgn_workbook_equal (workbook, more));
}

/* @count times @letter. */
static char *
repeat (const char *letter, guint count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, letter);
  return g_string_free (text, FALSE);
}

static void
test_a_cell_holds_so_much_and_no_more (void)
{
  static const struct {
    const char *letter;
    guint count;
    gboolean fits;
  } cases[] = {
    { "a", 32767, TRUE },   { "a", 32768, FALSE }, { "長", 32767, TRUE },
    { "長", 32768, FALSE }, { "𠮷", 16383, TRUE }, { "𠮷", 16384, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = repeat (cases[i].letter, cases[i].count);
    g_autoptr (GPtrArray) workbook = workbook_with ("Items", SGN_WORKBOOK_TEXT, text, 0);
    g_autoptr (GError) error = NULL;

    if (cases[i].fits) {
      g_assert_true (sgn_workbook_check (workbook, &error));
      g_assert_no_error (error);
    } else {
      g_assert_false (sgn_workbook_check (workbook, &error));
      g_assert_error (error, SGN_ERROR, SGN_ERROR_CHECK);
      assert_is_sentence (error->message);
      g_assert_nonnull (strstr (error->message, "“Note” in row 2 of “Items”"));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strconcat ("/workbook/name/", names[i].path, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_name);
  }
  g_test_add_func ("/workbook/only-days-that-all-count-alike-are-days", test_days_and_other_texts);
  g_test_add_func ("/workbook/cells-beside-the-rows-are-empty",
                   test_cells_beside_the_rows_are_empty);
  g_test_add_func ("/workbook/every-difference-is-found", test_every_difference_is_found);
  g_test_add_func ("/workbook/numbers-count-as-far-as-spreadsheets-keep-them",
                   test_numbers_count_as_far_as_spreadsheets_keep_them);
  g_test_add_func ("/workbook/another-sheet-or-row-is-a-difference",
                   test_another_sheet_or_row_is_a_difference);
  g_test_add_func ("/workbook/a-cell-holds-so-much-and-no-more",
                   test_a_cell_holds_so_much_and_no_more);

  return g_test_run ();
}
