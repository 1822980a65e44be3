/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sgn-pdf-check-private.h"

#include <string.h>

#define MAX_COLUMNS 256

typedef struct {
  SgnPdfCheck *check;
  qpdf_data qpdf;
  int columns;                  /* of the first row, 0 before it */
  int below[MAX_COLUMNS];       /* rows that a cell above still covers */
  gboolean headed[MAX_COLUMNS]; /* by a heading of the column */
  int parts[3];                 /* how many THead, TBody, TFoot */
} Table;

typedef struct {
  gboolean heading;
  gboolean for_row;
  gboolean for_column;
  int columns;
  int rows;
} Cell;

/* The attributes of tables; an element may have several sets. */
static qpdf_oh
get_attribute (const Table *self, qpdf_oh cell, const char *key)
{
  qpdf_oh attributes = sgn_pdf_get (self->qpdf, cell, "/A");
  int n = sgn_pdf_count (self->qpdf, attributes);

  for (int i = 0; i < n; i++) {
    qpdf_oh set = sgn_pdf_get_at (self->qpdf, attributes, i);
    if (sgn_pdf_has_name (self->qpdf, set, "/O", "/Table") && sgn_pdf_has (self->qpdf, set, key))
      return sgn_pdf_get (self->qpdf, set, key);
  }
  if (sgn_pdf_has_name (self->qpdf, attributes, "/O", "/Table"))
    return sgn_pdf_get (self->qpdf, attributes, key);
  return qpdf_oh_new_null (self->qpdf);
}

static gboolean
read_cell (const Table *self, qpdf_oh element, Cell *cell)
{
  qpdf_oh scope = get_attribute (self, element, "/Scope");
  gboolean both = qpdf_oh_is_name_and_equals (self->qpdf, scope, "/Both");

  *cell = (Cell){ .columns = 1, .rows = 1 };
  cell->heading = sgn_pdf_has_name (self->qpdf, element, "/S", "/TH");
  cell->for_row = both || qpdf_oh_is_name_and_equals (self->qpdf, scope, "/Row");
  cell->for_column = both || qpdf_oh_is_name_and_equals (self->qpdf, scope, "/Column");
  qpdf_oh_get_value_as_int (self->qpdf, get_attribute (self, element, "/ColSpan"), &cell->columns);
  qpdf_oh_get_value_as_int (self->qpdf, get_attribute (self, element, "/RowSpan"), &cell->rows);
  return cell->columns >= 1 && cell->rows >= 1 && cell->columns < MAX_COLUMNS &&
         (!cell->heading || cell->for_row || cell->for_column);
}

/* Puts a cell from @column on: a piece of data needs a heading before it or above it. */
static gboolean
put_cell (Table *self, const Cell *cell, int column, gboolean row_headed)
{
  gboolean headed = cell->heading || row_headed;

  if (column + cell->columns > MAX_COLUMNS)
    return FALSE;
  for (int i = column; i < column + cell->columns; i++) {
    if (self->below[i] > 0)
      return FALSE;
    headed |= self->headed[i];
    self->headed[i] |= cell->heading && cell->for_column;
    self->below[i] = cell->rows;
  }
  return headed;
}

static int
skip_covered (const Table *self, int column)
{
  while (column < MAX_COLUMNS && self->below[column] > 0)
    column++;
  return column;
}

/* Every row covers the same columns. */
static gboolean
take_row (Table *self, qpdf_oh row)
{
  qpdf_oh kids = sgn_pdf_get (self->qpdf, row, "/K");
  int n = sgn_pdf_count (self->qpdf, kids);
  gboolean row_headed = FALSE;
  int column = skip_covered (self, 0);
  Cell cell;

  if (sgn_watch_is_stopped (self->check->watch))
    return FALSE;
  for (int i = 0; i < MAX (n, 1); i++) {
    qpdf_oh kid = n > 0 ? qpdf_oh_get_array_item (self->qpdf, kids, i) : kids;
    if (!read_cell (self, kid, &cell) || !put_cell (self, &cell, column, row_headed))
      return FALSE;
    row_headed |= cell.heading && cell.for_row;
    column = skip_covered (self, column + cell.columns);
  }
  for (int i = 0; i < MAX_COLUMNS; i++)
    self->below[i] = MAX (self->below[i] - 1, 0);
  if (self->columns == 0)
    self->columns = column;
  return column == self->columns;
}

static gboolean
take_part (Table *self, qpdf_oh part)
{
  static const char *const names[] = { "/THead", "/TBody", "/TFoot" };
  qpdf_oh kids = sgn_pdf_get (self->qpdf, part, "/K");
  int n = sgn_pdf_count (self->qpdf, kids);

  if (sgn_pdf_has_name (self->qpdf, part, "/S", "/Caption"))
    return TRUE;
  if (sgn_pdf_has_name (self->qpdf, part, "/S", "/TR"))
    return take_row (self, part);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->parts[i] += sgn_pdf_has_name (self->qpdf, part, "/S", names[i]);
  if (n == 0 && qpdf_oh_is_dictionary (self->qpdf, kids))
    return take_row (self, kids);
  for (int i = 0; i < n; i++)
    if (!take_row (self, qpdf_oh_get_array_item (self->qpdf, kids, i)))
      return FALSE;
  return TRUE;
}

/* ISO 14289-1, 7.2 and 7.5 */
void
sgn_pdf_check_table (SgnPdfCheck *check, qpdf_oh element)
{
  Table self = { .check = check, .qpdf = check->qpdf };
  qpdf_oh kids = sgn_pdf_get (check->qpdf, element, "/K");
  int n = sgn_pdf_count (check->qpdf, kids);
  gboolean holds = TRUE;

  for (int i = 0; holds && i < MAX (n, 1); i++)
    holds = take_part (&self, n > 0 ? sgn_pdf_get_at (check->qpdf, kids, i) : kids);
  for (int i = 0; i < MAX_COLUMNS; i++)
    holds &= self.below[i] == 0;
  sgn_pdf_check_that (check,
                      holds && self.columns > 0 && self.parts[0] <= 1 && self.parts[2] <= 1 &&
                        (self.parts[0] + self.parts[2] == 0 || self.parts[1] > 0),
                      SGN_PDF_RULE_TABLE, "Table");
}
