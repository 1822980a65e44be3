/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell of a spreadsheet holds. A number that is a name, such as one of documents, is text.
 */
typedef enum {
  SGN_WORKBOOK_EMPTY,
  SGN_WORKBOOK_TEXT,
  SGN_WORKBOOK_NUMBER,
  SGN_WORKBOOK_DATE,
} SgnWorkbookCellKind;

/**
 * SgnWorkbookCell:
 * @kind: what it holds
 * @text: (nullable): the text as typed, or the day as YYYY-MM-DD
 * @number: the number; else 0
 */
typedef struct {
  SgnWorkbookCellKind kind;
  char *text;
  double number;
} SgnWorkbookCell;

/**
 * SgnWorksheet:
 * @name: what stands on its tab
 * @rows: (element-type GPtrArray): its rows, each of SgnWorkbookCell
 * @widths: (element-type int): of its columns, in characters of which a Japanese one counts two;
 *   none when read from a file
 * @is_table: whether the first row says what the columns are; else the first column says what the
 *   rows are
 */
typedef struct {
  char *name;
  GPtrArray *rows;
  GArray *widths;
  gboolean is_table;
} SgnWorksheet;

/* The sheets of a workbook: an array of SgnWorksheet. */
GPtrArray *sgn_workbook_new (void);
/* A name that spreadsheets allow and no sheet of @workbook has, made from @name. */
char *sgn_workbook_make_name (GPtrArray *workbook, const char *name);
/* (transfer none): an empty sheet, at the end of @workbook */
SgnWorksheet *sgn_workbook_add_sheet (GPtrArray *workbook, const char *name);
/* (transfer none): an empty row, at the end of the sheet */
GPtrArray *sgn_worksheet_add_row (SgnWorksheet *self);
void sgn_cells_add_empty (GPtrArray *row);
void sgn_cells_add_text (GPtrArray *row, const char *text);
void sgn_cells_add_number (GPtrArray *row, double number);
void sgn_cells_add_date (GPtrArray *row, const char *date);
/* (transfer none): an empty cell when it lies beside the rows */
const SgnWorkbookCell *sgn_worksheet_get_cell (const SgnWorksheet *self, guint row, guint column);
/* Whether every text is UTF-8: one out of a damaged file may be none, and nothing else reads it. */
gboolean sgn_workbook_is_readable (GPtrArray *workbook);
/* Refuses a text longer than a cell can hold: SGN_ERROR_CHECK naming its place. */
gboolean sgn_workbook_check (GPtrArray *workbook, GError **error);
/* Whether both have the same sheets and these the same cells. */
gboolean sgn_workbook_equal (GPtrArray *workbook, GPtrArray *other);

G_END_DECLS
