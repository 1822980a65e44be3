/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table is written as a string, a letter a row: G a group, T the total, a digit a row of so many
 * lines (0: ten). Rows of one line are 20 high, each line more 12.5; group and total rows 18. */
#include "sgn-table-private.h"

#include <string.h>

static const struct {
  const char *name;
  const char *rows;
  guint start;
  double room;
  guint fits;
  gboolean fresh;
} cases[] = {
  { "all-fit", "G111", 0, 100, 4, FALSE },
  { "a-group-row-does-not-end-a-page", "11G111", 0, 58, 2, FALSE },
  { "nothing-fits-here", "111", 0, 10, 0, FALSE },
  { "something-goes-on-an-empty-page", "111", 0, 10, 1, TRUE },
  { "a-total-keeps-with-the-rows-before", "111111T", 0, 125, 3, FALSE },
  { "two-totals-keep-with-them", "111111TT", 0, 145, 3, FALSE },
  { "three-of-a-group-go-on-together", "G111111", 0, 118, 4, FALSE },
  { "a-group-of-three-moves-whole", "111G111", 0, 98, 3, FALSE },
  { "a-group-row-takes-two-rows-along", "111G1111", 0, 100, 3, FALSE },
  { "a-short-row-is-never-split", "1116", 0, 100, 1, FALSE },
  { "a-long-row-is-split", "10", 0, 80, 2, FALSE },
  { "not-for-two-lines", "1110", 0, 85, 1, FALSE },
  { "later-pages-too", "111111111", 3, 65, 3, TRUE },
};

static void
add_row (SgnTable *table, char letter)
{
  static const char *const lines = "x\nx\nx\nx\nx\nx\nx\nx\nx\nx";
  guint n = letter == '0' ? 10 : (guint) (letter - '0');
  g_autofree char *text = g_strndup (lines, 2 * n - 1);
  SgnRow *row;

  if (letter == 'G' || letter == 'T') {
    row = sgn_table_add_row (table, letter == 'G' ? SGN_ROW_GROUP : SGN_ROW_TOTAL);
    sgn_row_add_text (row, SGN_TYPE_GROUP, "group");
    return;
  }
  row = sgn_table_add_row (table, SGN_ROW_PLAIN);
  sgn_row_add_state (row, SGN_MARK_UNKNOWN, "わからない");
  sgn_row_add_text (row, SGN_TYPE_CELL, text);
}

static SgnTable *
create_table (const char *rows)
{
  static const SgnColumn columns[] = { { 60, SGN_ALIGN_LEFT, "State", FALSE },
                                       { 100, SGN_ALIGN_LEFT, "Text", TRUE } };
  SgnTable *table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);

  table->pad = 3.75;
  table->min_height = 20;
  for (const char *p = rows; *p != '\0'; p++)
    add_row (table, *p);
  sgn_table_measure (table, typesetter);
  return table;
}

static void
test_fit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SgnTable) table = create_table (cases[i].rows);
  guint fits = sgn_table_fit (table, cases[i].start, cases[i].room, cases[i].fresh);

  g_assert_cmpuint (fits, ==, cases[i].fits);
}

/* What follows takes three rows along to the next page, but not where only those would be left. */
static void
test_what_follows_is_not_alone (void)
{
  static const struct {
    const char *rows;
    double room;
    guint fits;
  } after[] = {
    { "111111", 140, 6 },
    { "111111", 125, 3 },
    { "111", 65, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++) {
    g_autoptr (SgnTable) table = create_table (after[i].rows);

    table->after = 20;
    g_assert_cmpuint (sgn_table_fit (table, 0, after[i].room, TRUE), ==, after[i].fits);
  }
}

static guint
count_lines (const SgnTable *table, guint i)
{
  return sgn_row_count_lines (g_ptr_array_index (table->rows, i));
}

/* Ten lines: at least three stay on each side, all of them are kept, the state is not repeated. */
static void
test_split_keeps_every_line (void)
{
  g_autoptr (SgnTable) table = create_table ("0");
  const SgnRow *rest;
  const SgnCell *state;

  g_assert_cmpuint (sgn_table_fit (table, 0, 125, TRUE), ==, 1);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpuint (count_lines (table, 0), ==, 7);
  g_assert_cmpuint (count_lines (table, 1), ==, 3);

  rest = g_ptr_array_index (table->rows, 1);
  state = g_ptr_array_index (rest->cells, 0);
  g_assert_cmpint (state->kind, ==, SGN_CELL_TEXT);
  g_assert_cmpuint (state->lines->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (rest->height, 3 * 12.5 + 7.5, 0.01);
}

static void
test_continued_group (void)
{
  g_autoptr (SgnTable) table = create_table ("1G11");

  g_assert_null (sgn_table_find_group (table, 0));
  g_assert_true (sgn_table_find_group (table, 3) == g_ptr_array_index (table->rows, 1));
}

/* In a form a total row has cells as others have, one of them over several columns. */
static void
test_a_total_of_a_form_has_cells (void)
{
  static const SgnColumn columns[] = { { 40, SGN_ALIGN_LEFT, "No.", FALSE },
                                       { 60, SGN_ALIGN_LEFT, "Item", TRUE },
                                       { 50, SGN_ALIGN_CENTRE, "Yes", FALSE } };
  g_autoptr (SgnTable) table = sgn_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
  SgnRow *total = sgn_table_add_row (table, SGN_ROW_TOTAL);
  SgnCell *wide = sgn_row_add_text (total, SGN_TYPE_CELL, "あいうえおかき");
  SgnCell *narrow = sgn_row_add_text (total, SGN_TYPE_CELL, "あいうえお");

  table->form = TRUE;
  table->width = 150;
  wide->span = 2;
  sgn_table_measure (table, typesetter);

  g_assert_false (sgn_table_spans (table, total));
  g_assert_cmpuint (wide->lines->len, ==, 1);
  g_assert_cmpuint (narrow->lines->len, ==, 1);
  g_assert_cmpuint (sgn_row_get_column (total, 1), ==, 2);
  g_assert_cmpfloat_with_epsilon (total->height, 21, 0.01);
}

/* What is circled on the first part of a row is not circled again on the second. */
static void
test_a_choice_is_split_once (void)
{
  g_autoptr (SgnTable) table = create_table ("0");
  SgnRow *row = g_ptr_array_index (table->rows, 0);
  SgnCell *choice = sgn_row_add_choice (row, SGN_TYPE_CELL, "4", "4, circled");
  const SgnCell *head;
  SgnRow *first;

  choice->lines = sgn_lines_new ();
  g_ptr_array_add (choice->lines, g_new0 (SgnLine, 1));
  first = sgn_row_split (table, row, 4);
  g_ptr_array_insert (table->rows, 0, first);
  head = g_ptr_array_index (first->cells, 2);

  g_assert_true (head->chosen);
  g_assert_cmpstr (head->second, ==, "4, circled");
  g_assert_cmpint (choice->kind, ==, SGN_CELL_TEXT);
  g_assert_cmpuint (choice->lines->len, ==, 0);
}

/* Two lines above, eight below: each line keeps its type wherever the row is split, and a number
 * beside them does not make the lines higher. */
static void
test_a_pair_keeps_its_types (void)
{
  static const struct {
    guint split;
    guint head_first;
    guint rest_first;
    SgnType rest_type;
  } splits[] = {
    { 1, 1, 1, SGN_TYPE_RULE_TITLE },
    { 2, 2, 0, SGN_TYPE_RULE_TEXT },
    { 5, 2, 0, SGN_TYPE_RULE_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++) {
    g_autoptr (SgnTable) table = create_table ("");
    g_autoptr (SgnTypesetter) typesetter = sgn_typesetter_new (SGN_LANGUAGE_JA);
    SgnRow *row = sgn_table_add_row (table, SGN_ROW_PLAIN);
    SgnCell *pair;
    const SgnCell *head;

    sgn_row_add_numeral (row, SGN_TYPE_RULE_NUMBER, "1");
    pair = sgn_row_add_pair (row, SGN_TYPE_RULE_TITLE, "a\nb", SGN_TYPE_RULE_TEXT,
                             "1\n2\n3\n4\n5\n6\n7\n8");
    table->measured = FALSE;
    sgn_table_measure (table, typesetter);
    g_assert_cmpfloat_with_epsilon (row->height, 10 * 14 + 7.5, 0.01);
    g_ptr_array_insert (table->rows, 0, sgn_row_split (table, row, splits[i].split));
    head = g_ptr_array_index (((SgnRow *) table->rows->pdata[0])->cells, 1);

    g_assert_cmpuint (head->first, ==, splits[i].head_first);
    g_assert_cmpuint (head->lines->len, ==, splits[i].split);
    g_assert_cmpuint (pair->first, ==, splits[i].rest_first);
    g_assert_cmpint (pair->type, ==, splits[i].rest_type);
    g_assert_cmpuint (pair->lines->len, ==, 10 - splits[i].split);
    g_assert_cmpfloat_with_epsilon (row->height, (10 - splits[i].split) * 14 + 7.5, 0.01);
  }
}

/* Marks that call for action and those that do not. */
static void
test_action (void)
{
  g_assert_true (sgn_mark_needs_action (SGN_MARK_UNKNOWN));
  g_assert_true (sgn_mark_needs_action (SGN_MARK_NOT_DONE));
  g_assert_false (sgn_mark_needs_action (SGN_MARK_NONE));
  g_assert_false (sgn_mark_needs_action (SGN_MARK_PARTIAL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/table/", cases[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fit);
  }
  g_test_add_func ("/table-fit/what-follows-is-not-alone", test_what_follows_is_not_alone);
  g_test_add_func ("/table/a-split-keeps-every-line", test_split_keeps_every_line);
  g_test_add_func ("/table/a-row-knows-its-group", test_continued_group);
  g_test_add_func ("/table/a-total-of-a-form-has-cells", test_a_total_of_a_form_has_cells);
  g_test_add_func ("/table/a-choice-is-split-once", test_a_choice_is_split_once);
  g_test_add_func ("/table/a-pair-keeps-its-types", test_a_pair_keeps_its_types);
  g_test_add_func ("/table/what-calls-for-action", test_action);
  return g_test_run ();
}
