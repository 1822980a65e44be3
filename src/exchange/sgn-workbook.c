/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sgn-workbook.h"

#include "sgn-date.h"
#include "sgn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What spreadsheets allow, in the units in which they count. */
#define NAME_MAX_LENGTH 31
#define CELL_MAX_LENGTH 32767
#define NAME_FORBIDDEN "[]:*?/\\"
/* Digits that a spreadsheet keeps of a number. */
#define NUMBER_FORM "%.15g"

static void
cell_free (gpointer data)
{
  SgnWorkbookCell *self = data;

  g_free (self->text);
  g_free (self);
}

static void
row_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
worksheet_free (gpointer data)
{
  SgnWorksheet *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->widths);
  g_free (self);
}

/**
 * sgn_workbook_new:
 *
 * Returns: (transfer full) (element-type SgnWorksheet): a workbook without sheets
 */
GPtrArray *
sgn_workbook_new (void)
{
  return g_ptr_array_new_with_free_func (worksheet_free);
}

/* Names of their own are kept by spreadsheets for the sheet of tracked changes. */
static gboolean
is_taken (GPtrArray *workbook, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_str_equal (folded, "history") || g_str_equal (folded, "履歴"))
    return TRUE;
  for (guint i = 0; i < workbook->len; i++) {
    const SgnWorksheet *sheet = g_ptr_array_index (workbook, i);
    g_autofree char *other = g_utf8_casefold (sheet->name, -1);

    if (g_str_equal (folded, other))
      return TRUE;
  }
  return FALSE;
}

static guint
count_units (const char *text)
{
  guint count = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    count += g_utf8_get_char (text) > 0xFFFF ? 2 : 1;
  return count;
}

/* @name with @ending, the name cut so that both fit. */
static char *
join_name (const char *name, const char *ending)
{
  g_autofree char *cut = g_strdup (name);

  while (count_units (cut) + count_units (ending) > NAME_MAX_LENGTH)
    *g_utf8_prev_char (cut + strlen (cut)) = '\0';
  return g_strconcat (g_strchomp (cut), ending, NULL);
}

/* An apostrophe may stand in a name, but not at its ends. */
static char *
clean_name (const char *name)
{
  g_autofree char *clean = g_strdelimit (g_strdup (name), NAME_FORBIDDEN, ' ');
  char *start = g_strstrip (clean);

  for (char *at = start; *at == '\''; at++)
    *at = ' ';
  for (gsize i = strlen (start); i > 0 && start[i - 1] == '\''; i--)
    start[i - 1] = ' ';
  g_strstrip (start);
  return g_strdup (*start != '\0' ? start : "1");
}

/**
 * sgn_workbook_make_name:
 * @workbook: (element-type SgnWorksheet): the sheets that have their names
 * @name: what the sheet should be called
 *
 * Returns: (transfer full): @name cut to what a tab holds, without the signs that may not stand
 *   there, and with a number when it is taken
 */
char *
sgn_workbook_make_name (GPtrArray *workbook, const char *name)
{
  g_autofree char *clean = clean_name (name);
  char *made = join_name (clean, "");

  for (guint i = 2; is_taken (workbook, made); i++) {
    g_autofree char *ending = g_strdup_printf (" (%u)", i);

    g_free (made);
    made = join_name (clean, ending);
  }
  return made;
}

SgnWorksheet *
sgn_workbook_add_sheet (GPtrArray *workbook, const char *name)
{
  SgnWorksheet *sheet;

  g_return_val_if_fail (workbook != NULL && name != NULL, NULL);

  sheet = g_new0 (SgnWorksheet, 1);
  sheet->name = g_strdup (name);
  sheet->rows = g_ptr_array_new_with_free_func (row_free);
  sheet->widths = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (workbook, sheet);
  return sheet;
}

GPtrArray *
sgn_worksheet_add_row (SgnWorksheet *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (cell_free);

  g_ptr_array_add (self->rows, row);
  return row;
}

static SgnWorkbookCell *
add_cell (GPtrArray *row, SgnWorkbookCellKind kind)
{
  SgnWorkbookCell *cell = g_new0 (SgnWorkbookCell, 1);

  cell->kind = kind;
  g_ptr_array_add (row, cell);
  return cell;
}

void
sgn_cells_add_empty (GPtrArray *row)
{
  add_cell (row, SGN_WORKBOOK_EMPTY);
}

/**
 * sgn_cells_add_text:
 * @row: a row
 * @text: (nullable): the text; an empty cell when there is none
 */
void
sgn_cells_add_text (GPtrArray *row, const char *text)
{
  if (text == NULL || *text == '\0')
    sgn_cells_add_empty (row);
  else
    add_cell (row, SGN_WORKBOOK_TEXT)->text = g_strdup (text);
}

void
sgn_cells_add_number (GPtrArray *row, double number)
{
  add_cell (row, SGN_WORKBOOK_NUMBER)->number = number;
}

/* Spreadsheets disagree about the days before this one: some count a 29 February 1900. */
static gboolean
is_day (const char *text)
{
  return sgn_date_is_valid (text) && sgn_date_compare (text, "1900-03-01") >= 0;
}

/**
 * sgn_cells_add_date:
 * @row: a row
 * @date: (nullable): YYYY-MM-DD; anything else is a text
 */
void
sgn_cells_add_date (GPtrArray *row, const char *date)
{
  if (date != NULL && is_day (date))
    add_cell (row, SGN_WORKBOOK_DATE)->text = g_strdup (date);
  else
    sgn_cells_add_text (row, date);
}

const SgnWorkbookCell *
sgn_worksheet_get_cell (const SgnWorksheet *self, guint row, guint column)
{
  static const SgnWorkbookCell empty = { SGN_WORKBOOK_EMPTY, NULL, 0 };
  GPtrArray *cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  return cells != NULL && column < cells->len ? g_ptr_array_index (cells, column) : &empty;
}

gboolean
sgn_workbook_is_readable (GPtrArray *workbook)
{
  for (guint i = 0; i < workbook->len; i++) {
    const SgnWorksheet *sheet = g_ptr_array_index (workbook, i);

    for (guint row = 0; row < sheet->rows->len; row++)
      for (guint column = 0; column < sheet->widths->len; column++) {
        const char *text = sgn_worksheet_get_cell (sheet, row, column)->text;

        if (text != NULL && !g_utf8_validate (text, -1, NULL))
          return FALSE;
      }
  }
  return TRUE;
}

static gboolean
check_cell (const SgnWorksheet *sheet, guint row, guint column, GError **error)
{
  const SgnWorkbookCell *cell = sgn_worksheet_get_cell (sheet, row, column);
  const SgnWorkbookCell *title = sheet->is_table ? sgn_worksheet_get_cell (sheet, 0, column)
                                                 : sgn_worksheet_get_cell (sheet, row, 0);

  if (cell->text == NULL || count_units (cell->text) <= CELL_MAX_LENGTH)
    return TRUE;

  g_set_error (error, SGN_ERROR, SGN_ERROR_CHECK,
               _ ("“%s” in row %u of “%s” has more than the 32,767 characters that a cell can "
                  "hold. Shorten it, or write the sheet as pdf, csv or json."),
               title->text, row + 1, sheet->name);
  return FALSE;
}

gboolean
sgn_workbook_check (GPtrArray *workbook, GError **error)
{
  for (guint i = 0; i < workbook->len; i++) {
    const SgnWorksheet *sheet = g_ptr_array_index (workbook, i);

    for (guint row = 0; row < sheet->rows->len; row++)
      for (guint column = 0; column < sheet->widths->len; column++)
        if (!check_cell (sheet, row, column, error))
          return FALSE;
  }
  return TRUE;
}

static gboolean
numbers_equal (double a, double b)
{
  char one[G_ASCII_DTOSTR_BUF_SIZE];
  char other[G_ASCII_DTOSTR_BUF_SIZE];

  return g_str_equal (g_ascii_formatd (one, sizeof one, NUMBER_FORM, a),
                      g_ascii_formatd (other, sizeof other, NUMBER_FORM, b));
}

static guint
count_columns (const SgnWorksheet *sheet)
{
  guint count = 0;

  for (guint i = 0; i < sheet->rows->len; i++)
    count = MAX (count, ((GPtrArray *) g_ptr_array_index (sheet->rows, i))->len);
  return count;
}

static gboolean
sheets_equal (const SgnWorksheet *a, const SgnWorksheet *b)
{
  guint rows = MAX (a->rows->len, b->rows->len);
  guint columns = MAX (count_columns (a), count_columns (b));

  if (!g_str_equal (a->name, b->name))
    return FALSE;
  for (guint i = 0; i < rows * columns; i++) {
    const SgnWorkbookCell *one = sgn_worksheet_get_cell (a, i / columns, i % columns);
    const SgnWorkbookCell *other = sgn_worksheet_get_cell (b, i / columns, i % columns);

    if (one->kind != other->kind || g_strcmp0 (one->text, other->text) != 0 ||
        !numbers_equal (one->number, other->number))
      return FALSE;
  }
  return TRUE;
}

gboolean
sgn_workbook_equal (GPtrArray *workbook, GPtrArray *other)
{
  g_return_val_if_fail (workbook != NULL && other != NULL, FALSE);

  if (workbook->len != other->len)
    return FALSE;
  for (guint i = 0; i < workbook->len; i++)
    if (!sheets_equal (g_ptr_array_index (workbook, i), g_ptr_array_index (other, i)))
      return FALSE;
  return TRUE;
}
